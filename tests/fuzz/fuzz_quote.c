/* quote: who said what in any text. The first byte chooses the language; offsets must be on character borders
 * and inside their block, quotes in reading order, and the scratch arena must be free to be used again. */
#include "dateline/base/utf8.h"
#include "dateline/quote/quote.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const languages[] = {
	NULL, "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "zh", "ja", "ko", "ar"};

static void add_blocks(struct article *article, struct str text, struct arena *arena)
{
	struct str line;

	while (str_next(&text, '\n', &line)) {
		struct block *block = LIST_PUSH(arena, &article->blocks);

		block->kind = line.length && line.data[0] == '>' ? BLOCK_BLOCKQUOTE : BLOCK_PARAGRAPH;
		block->text = line;
	}
}

static void expect_inside(const struct article *article, size_t block, size_t start, size_t end)
{
	if (block >= article->blocks.count || start > end || end > article->blocks.items[block].text.length ||
		!utf8_is_boundary(article->blocks.items[block].text, start) ||
		!utf8_is_boundary(article->blocks.items[block].text, end))
		abort();
}

static void expect_sound(const struct article *article)
{
	for (size_t i = 0; i < article->quotes.count; i++) {
		const struct quote *quote = &article->quotes.items[i];

		expect_inside(article, quote->block, quote->start, quote->end);
		if (!str_equal(quote->text,
			    str_slice(article->blocks.items[quote->block].text, quote->start, quote->end)))
			abort();
		if (quote->mention.is_known)
			expect_inside(
				article, quote->mention.block, quote->mention.start, quote->mention.end);
		if (i > 0 && (quote[-1].block > quote->block ||
				     (quote[-1].block == quote->block && quote[-1].start > quote->start)))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct quote_memory memory; /* goes on from one text to the next, as in a feed */
	struct arena arena = {0}, scratch = {0};
	struct article article = {0};
	struct warnings warnings;
	size_t count;

	if (size == 0)
		return 0;
	article.language = str_from(languages[data[0] % COUNT_OF(languages)]);
	add_blocks(&article, utf8_repair(&arena, (struct str){(const char *)data + 1, size - 1}), &arena);
	warnings_init(&warnings, &arena);
	quotes_find(&article, &arena, &scratch, &memory, &warnings);
	expect_sound(&article);
	count = article.quotes.count;
	arena_reset(&scratch);
	quotes_find(&article, &arena, &scratch, &memory, NULL);
	if (article.quotes.count != count)
		abort();
	arena_finish(&scratch);
	arena_finish(&arena);
	return 0;
}
