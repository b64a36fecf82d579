#include "reading.h"

#include "dateline/base/limits.h"
#include "dateline/base/utf8.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect_sound(struct reading *reading, const char *what)
{
	const struct article *article = &reading->article;
	size_t last_block = 0, last_start = 0;

	for (size_t i = 0; i < article->quotes.count; i++) {
		const struct quote *quote = &article->quotes.items[i];
		struct str text;

		cr_assert_lt(quote->block, article->blocks.count, "%s", what);
		text = article->blocks.items[quote->block].text;
		cr_assert(quote->start <= quote->end && quote->end <= text.length, "%s: quote %zu", what, i);
		cr_assert(utf8_is_boundary(text, quote->start) && utf8_is_boundary(text, quote->end),
			"%s: quote %zu", what, i);
		cr_assert(str_equal(quote->text, str_slice(text, quote->start, quote->end)), "%s: quote %zu",
			what, i);
		cr_assert(quote->block > last_block || quote->start >= last_start,
			"%s: quote %zu is out of order", what, i);
		last_block = quote->block;
		last_start = quote->start;
		if (quote->mention.is_known) {
			cr_assert_lt(quote->mention.block, article->blocks.count, "%s", what);
			text = article->blocks.items[quote->mention.block].text;
			cr_assert(quote->mention.start <= quote->mention.end &&
					  quote->mention.end <= text.length,
				"%s", what);
			cr_assert(utf8_is_boundary(text, quote->mention.start) &&
					  utf8_is_boundary(text, quote->mention.end),
				"%s", what);
		}
		cr_assert(!quote->is_certain || quote->speaker.data, "%s: certain of nobody", what);
	}
}

/* Pieces that the finder cares for, put together at random: the same ones for the same seed. */
static const char *const pieces[] = {
	"“",
	"”",
	"\"",
	"'",
	"’",
	"‘",
	"«",
	"»",
	"„",
	"「",
	"」",
	"``",
	"''",
	" ",
	" ",
	" ",
	", ",
	". ",
	"? ",
	": ",
	"; ",
	" — ",
	"—",
	"(",
	")",
	"\n",
	"said ",
	"says ",
	"told ",
	"that ",
	"according to ",
	"who ",
	"was ",
	"by ",
	"he ",
	"she ",
	"the ",
	"mayor ",
	"Oda ",
	"Hale ",
	"Per ",
	"Lind",
	"’s ",
	"s’ ",
	"Mr. ",
	"U.S. ",
	"12\" ",
	"Q: ",
	"A: ",
	"ODA HALE: ",
	"é",
	"ř",
	"日",
	"は",
	"と述べた",
	"표",
	"قال ",
	"and ",
	"but ",
	"saying ",
	"called ",
	"it ",
	"\xe2\x80",
	"\xff",
	"-",
	"in ",
	"a ",
	"film ",
};

static struct str random_text(struct arena *arena, unsigned seed, size_t count)
{
	struct str text = STR("");

	for (size_t i = 0; i < count; i++) {
		seed = seed * 1103515245u + 12345u;
		text = arena_join(arena, text, str_from(pieces[(seed >> 16) % COUNT_OF(pieces)]));
	}
	return utf8_repair(arena, text);
}

Test(find, offsets_are_sound_on_random_text)
{
	static const char *const languages[] = {
		NULL, "en", "fr", "es", "de", "ru", "ja", "zh", "ko", "ar", "cs"};

	for (unsigned seed = 0; seed < 1500; seed++) {
		struct arena arena = {0};
		struct reading reading;
		char what[32];

		snprintf(what, sizeof what, "seed %u", seed);
		reading_open_bytes(&reading, random_text(&arena, seed, 5 + seed % 120),
			str_from(languages[seed % COUNT_OF(languages)]));
		expect_sound(&reading, what);
		reading_close(&reading);
		arena_finish(&arena);
	}
}

static void expect_survives(const char *piece, size_t count)
{
	struct reading reading;
	size_t length = strlen(piece);
	char *text = malloc(length * count);

	cr_assert_not_null(text);
	for (size_t i = 0; i < count; i++)
		memcpy(text + i * length, piece, length);
	reading_open_bytes(&reading, (struct str){text, length * count}, STR("en"));
	expect_sound(&reading, piece);
	reading_close(&reading);
	free(text);
}

Test(find, bears_a_hundred_thousand_of_anything)
{
	static const char *const heaps[] = {"\"", "“", "”", "' ", "‘a ", "said ", "Hale ", "a", "Hale said ",
		"“a” ", ", ", "— ", "according to ", "who said ", "Mr. ", "(", "Hale, "};

	for (size_t i = 0; i < COUNT_OF(heaps); i++)
		expect_survives(heaps[i], 100000);
}

Test(find, an_empty_article_has_no_quotes)
{
	struct arena arena = {0}, scratch = {0};
	struct quote_memory memory = {0};
	struct article article = {0};

	quotes_find(&article, &arena, &scratch, &memory, NULL);
	cr_expect_eq(article.quotes.count, 0);
	arena_finish(&arena);
	arena_finish(&scratch);
	quote_memory_finish(&memory);
}

Test(find, an_interrupted_quote_gives_two_of_one_speaker)
{
	struct reading reading;

	reading_open(&reading, "“The wheel,” said Oda Hale, a miller, “was never meant to last.”", "en");
	cr_expect_str_eq(reading_print(&reading),
		"direct | The wheel, | Oda Hale | a miller | said\n"
		"direct | was never meant to last. | Oda Hale | a miller | said\n");
	reading_close(&reading);
}

static struct str repeat(struct arena *arena, const char *text, size_t times)
{
	size_t length = strlen(text);
	char *all = arena_alloc(arena, length * times);

	for (size_t i = 0; i < times; i++)
		memcpy(all + i * length, text, length);
	return (struct str){all, length * times};
}

Test(find, a_flood_of_words_or_quotations_is_cut_and_takes_bounded_memory)
{
	static const char *const units[] = {
		"&", "& ", "\"a\" ", "“a” said B. ", "B said it was so. ", "a: “b” "};

	for (size_t i = 0; i < COUNT_OF(units); i++) {
		struct arena arena = {0};
		struct str text = repeat(&arena, units[i], BODY_BYTES_MOST / strlen(units[i]));
		struct reading reading;

		reading_open_bytes(&reading, text, STR("en"));
		expect_sound(&reading, units[i]);
		cr_expect_leq(reading.article.quotes.count, 2 * QUOTES_MOST, "%s", units[i]);
		cr_expect_leq(reading.scratch.held_bytes, 40 * text.length, "%s: %zu bytes", units[i],
			reading.scratch.held_bytes);
		cr_expect(reading.warnings.list.count, "%s: it is said", units[i]);
		reading_close(&reading);
		arena_finish(&arena);
	}
}
