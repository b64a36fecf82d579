#include "dateline/base/utf8.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

static void expect_same(struct str got, const char *want, const char *input)
{
	cr_expect(str_equal(got, str_from(want)), "%s: got \"%.*s\", want \"%s\"", input, STR_ARG(got), want);
}

Test(utf8, replaces_each_broken_sequence_once_as_browsers_do)
{
	static const struct {
		const char *name, *input, *output;
	} rows[] = {
		{"valid text", "añb", "añb"},
		{"a stray continuation byte", "a\x80z", "a\xef\xbf\xbdz"},
		{"a sequence cut off", "a\xe2\x82", "a\xef\xbf\xbd"},
		{"a surrogate half", "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{"an overlong slash", "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"},
		{"beyond U+10FFFF", "\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{"a latin-1 byte between letters", "caf\xe9s", "caf\xef\xbf\xbds"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_same(utf8_repair(&arena, str_from(rows[i].input)), rows[i].output, rows[i].name);
	arena_finish(&arena);
}

/* What the byte by byte rule of utf8_length_at says. */
static size_t slow_valid_prefix(struct str s)
{
	size_t at = 0, length;

	while (at < s.length && (length = utf8_length_at(s, at)) != 0)
		at += length;
	return at;
}

/* All sequences of four bytes on the borders of what UTF-8 allows, in every place of a block of sixteen. */
Test(utf8, finds_the_first_fault_wherever_it_stands)
{
	static const char borders[] =
		"a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf3"
		"\xf4\xf5\xff";
	const unsigned kinds = sizeof borders - 1;
	char bytes[64];

	for (unsigned round = 0; round < kinds * kinds * kinds * kinds; round++) {
		size_t at = round % 17 + 4, length = at + 4 + round % 3 * 7;
		struct str text = {bytes, length};

		memset(bytes, 'x', sizeof bytes);
		memcpy(bytes + round % 5, "\xe0\xa4\xb9", 3);
		for (unsigned i = 0, left = round; i < 4; i++, left /= kinds)
			bytes[at + i] = borders[left % kinds];
		cr_assert_eq(utf8_valid_prefix(text), slow_valid_prefix(text), "round %u: %zu", round,
			utf8_valid_prefix(text));
	}
}

Test(utf8, counts_terminal_cells)
{
	static const struct {
		const char *text;
		size_t columns;
	} rows[] = {
		{"plain", 5},
		{"日本", 4},
		{"é", 1},
		{"e\xcc\x81", 1},
		{"한", 2},
		{"👍🏽", 2},
		{"👩‍💻", 2},
		{"🇰🇷", 2},
		{"“x”", 3},
		{"", 0},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(utf8_columns(str_from(rows[i].text)), rows[i].columns, "%s: got %zu",
			rows[i].text, utf8_columns(str_from(rows[i].text)));
}

Test(utf8, lets_nothing_through_to_a_terminal_that_is_not_text)
{
	static const struct {
		const char *name, *input, *output;
	} rows[] = {
		{"an escape sequence", "a\x1b]0;owned\x07z", "a]0;ownedz"},
		{"a C1 control",
			"a\xc2\x9b"
			"31mz",
			"a31mz"},
		{"a right-to-left override",
			"a\xe2\x80\xae"
			"z",
			"az"},
		{"line ends and tabs", "a\nb\tc", "a b c"},
		{"DEL", "a\x7fz", "az"},
		{"a joiner inside an emoji", "👩‍💻", "👩‍💻"},
		{"clean text", "Ärger in 北京", "Ärger in 北京"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_same(utf8_printable(&arena, str_from(rows[i].input)), rows[i].output, rows[i].name);
	arena_finish(&arena);
}

Test(utf8, folds_case_accents_widths_and_typographic_marks)
{
	static const struct {
		const char *a, *b;
	} same[] = {
		{"Müller", "muller"},
		{"STRASSE", "straße"},
		{"Ｋｏｒｅａ", "korea"},
		{"don’t", "don't"},
		{"“x”", "\"x\""},
		{"a–b", "a-b"},
		{"Ελλάδα", "ελλαδα"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(same); i++)
		cr_expect(str_equal(utf8_fold(&arena, str_from(same[i].a)),
				  utf8_fold(&arena, str_from(same[i].b))),
			"%s, %s", same[i].a, same[i].b);
	cr_expect_not(str_equal(utf8_fold(&arena, STR("korea")), utf8_fold(&arena, STR("corea"))));
	arena_finish(&arena);
}

/* The same by Unicode's tables alone: case folding, compatibility decomposition, no marks. */
static struct str fold_by_tables(struct arena *arena, struct str s)
{
	size_t folded_length = 0, used = 0, length;
	uint8_t *folded =
		u8_casefold((const uint8_t *)s.data, s.length, NULL, UNINORM_NFKD, NULL, &folded_length);
	char *out = arena_alloc(arena, folded_length);

	for (size_t i = 0; i < folded_length; i += length) {
		uint32_t c = utf8_decode((struct str){(const char *)folded, folded_length}, i, &length);

		if (c < 0x300 || c > 0x36f)
			used += utf8_encode(c == 0x2bc ? '\'' : c, out + used);
	}
	free(folded);
	return (struct str){out, used};
}

Test(utf8, folds_every_letter_as_the_tables_of_unicode_say)
{
	struct arena arena = {0};
	char text[16] = "a";

	for (uint32_t c = 0xc0; c < 0xa000; c++) {
		size_t length = 1 + utf8_encode(c, text + 1);
		struct str s = {text, length}, folded;

		if (c >= 0x2000 && c < 0x3000) /* signs: what they fold to is said in rows above */
			continue;
		if (c == 0x61c || c == 0x180e || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff))
			continue; /* format controls and further marks go */
		folded = utf8_fold(&arena, s);
		cr_expect(str_equal(folded, fold_by_tables(&arena, s)), "U+%04X gives \"%.*s\"", c,
			STR_ARG(folded));
		arena_reset(&arena);
	}
	arena_finish(&arena);
}

Test(utf8, collapses_blanks_of_every_kind)
{
	struct arena arena = {0};

	expect_same(utf8_collapse(&arena, STR(" a\xc2\xa0\n b\xe3\x80\x80 ")), "a b", "blanks");
	arena_finish(&arena);
}

Test(utf8, steps_back_over_whole_characters)
{
	struct str s = STR("a€b");

	cr_expect_eq(utf8_previous(s, 5), 4);
	cr_expect_eq(utf8_previous(s, 4), 1);
	cr_expect_eq(utf8_previous(s, 1), 0);
	cr_expect_eq(utf8_previous(s, 0), 0);
}

Test(utf8, passes_words_up_to_what_needs_a_look_wherever_it_stands)
{
	static const char *const stops[] = {
		"  ", "\t", "\n", "\x7f", "\xc2\xa0", "\xe2\x80\x89", "\xe3\x80\x80", "\xef\xbb\xbf"};

	for (size_t i = 0; i < COUNT_OF(stops); i++)
		for (int at = 1; at < 20; at++) {
			struct arena arena = {0};
			struct str text =
				arena_printf(&arena, "%.*s%sc d", at, "a bb äa bbb a bbb aaaa", stops[i]);
			size_t stop = str_find(text, str_from(stops[i]), 0), end = utf8_skip_words(text, 0);

			/* behind a single blank the first of two is the stop */
			cr_expect(end == stop || (end == stop - 1 && text.data[end] == ' '),
				"stop %zu at %d: %zu", i, at, end);
			arena_finish(&arena);
		}
	cr_expect_eq(
		utf8_skip_words(STR("all of it, übermäßig много"), 0), strlen("all of it, übermäßig много"));
	cr_expect_eq(utf8_skip_words(STR("the end "), 0), strlen("the end"));
	cr_expect_eq(utf8_skip_words(STR(" blank"), 0), 0u);
}
