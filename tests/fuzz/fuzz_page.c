/* page: bytes as a web page with its reasoning, as a feed's body, and as a plain text; the blocks keep their
 * promises. */
#include "dateline/article/write.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"
#include "dateline/body/page.h"
#include "dateline/feed/load.h"
#include "dateline/markup/charset.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load_as(struct str bytes, struct str media_type)
{
	struct feed_source source = {
		.name = STR("fuzz"), .base = STR("https://example.org/a/b"), .media_type = media_type};
	struct arena arena = {0};
	struct buffer out = {0};
	struct error error = {0};
	struct feed feed;

	feed_load(bytes, &source, &arena, &feed, &error);
	feed_write(&feed, &error, &out, NULL, NULL);
	buffer_finish(&out);
	arena_finish(&arena);
}

/* Spans lie inside their text and begin at whole characters; sections name headings. */
static void check(const struct article *article)
{
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];

		if (!utf8_is_valid(block->text))
			abort();
		for (size_t s = 0; s < block->spans.count; s++) {
			const struct span *span = &block->spans.items[s];

			if (span->start > span->end || span->end > block->text.length ||
				!utf8_is_boundary(block->text, span->start) ||
				!utf8_is_boundary(block->text, span->end))
				abort();
		}
	}
	for (size_t i = 0; i < article->sections.count; i++)
		if (article->blocks.items[article->sections.items[i].block].kind != BLOCK_HEADING)
			abort();
}

static void read_alone(struct str bytes)
{
	struct arena arena = {0}, scratch = {0};
	struct buffer explanation = {0};
	struct article article = {0};
	struct feed feed = {0};
	struct str text;

	warnings_init(&feed.warnings, &arena);
	text = charset_to_utf8(bytes, STR("text/html; charset=utf-8"), &arena, NULL);
	page_read(text, STR("https://example.org/a/b"), NULL, &arena, &feed, &explanation);
	check(&feed.articles.items[0]);
	article.title = feed.articles.items[0].title;
	body_read_html(text, STR("https://example.org/a/b"), &arena, &scratch, &article, &feed.warnings);
	arena_finish(&scratch);
	check(&article);
	body_read_text(text, &arena, &article);
	check(&article);
	body_looks_like_html(text);
	buffer_finish(&explanation);
	arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};

	read_alone(bytes);
	load_as(bytes, STR("text/html"));
	load_as(bytes, STR("text/plain; charset=utf-8"));
	return 0;
}
