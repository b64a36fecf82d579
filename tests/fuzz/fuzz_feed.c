/* feed: bytes as a source of any format, loaded, written as JSON, and its bodies derived again. */
#include "dateline/article/write.h"
#include "dateline/feed/load.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What the library stores must give the same blocks and quotes again. */
static void expect_same_again(const struct article *article, struct arena *arena)
{
	struct article again = *article;

	if (article->content.kind == CONTENT_PAGE)
		return;
	feed_derive(&again, NULL, NULL, arena, NULL);
	if (again.blocks.count != article->blocks.count || again.quotes.count != article->quotes.count)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed_source source = {.name = STR("fuzz"), .base = STR("https://example.org/feeds/all.xml")};
	struct arena arena = {0};
	struct buffer out = {0};
	struct error error = {0};
	struct feed feed;

	feed_load((struct str){(const char *)data, size}, &source, &arena, &feed, &error);
	feed_write(&feed, &error, &out, NULL, NULL);
	for (size_t i = 0; i < feed.articles.count && i < 4; i++)
		expect_same_again(&feed.articles.items[i], &arena);
	buffer_finish(&out);
	arena_finish(&arena);
	return 0;
}
