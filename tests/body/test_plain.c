#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#include <criterion/criterion.h>

Test(plain, makes_one_line_of_markup)
{
	static const struct {
		const char *html, *text;
	} rows[] = {
		{"plain", "plain"},
		{"a &amp; b", "a & b"},
		{"<p>a</p><p>b</p>", "a b"},
		{"<b>A</b>B<br>C", "AB C"},
		{" a\n\tb ", "a b"},
		{"a < b", "a < b"},
		{"<script>x</script>y", "y"},
		{"AT&T &quot;q&quot;", "AT&T \"q\""},
		{"<td>a</td><td>b</td>", "a b"},
		{"", ""},
		{"&lt;b&gt;", "<b>"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = body_plain(str_from(rows[i].html), &arena);

		cr_expect(str_equal(got, str_from(rows[i].text)), "%s: got %.*s", rows[i].html, STR_ARG(got));
	}
	cr_expect_null(body_plain(STR_NONE, &arena).data);
	arena_finish(&arena);
}

Test(plain, tells_markup_from_text)
{
	static const char *const markup[] = {
		"<p>a", "a<br/>b", "x </b>", "a &amp; b", "&#8220;a", "<A HREF='x'>", "<!-- a -->"};
	static const char *const text[] = {
		"a < b", "a & b", "<name@example.org>", "1 <2> 3", "x <unknown> y", "", "AT&T;"};

	for (size_t i = 0; i < COUNT_OF(markup); i++)
		cr_expect(body_looks_like_html(str_from(markup[i])), "%s", markup[i]);
	for (size_t i = 0; i < COUNT_OF(text); i++)
		cr_expect_not(body_looks_like_html(str_from(text[i])), "%s", text[i]);
}

/* Whatever the mixture and wherever its blanks fall, text is collapsed as utf8_collapse does it. */
Test(plain, collapses_every_mixture_of_words_and_blanks)
{
	static const char *const pieces[] = {
		"a", "bc", " ", "  ", "\n", "\t", "é", "\xc2\xa0", "!", "defghij", "\xe2\x80\x89"};
	struct arena arena = {0};
	uint32_t state = 1;

	for (int round = 0; round < 20000; round++) {
		struct str text = STR(""), got, want;

		for (int i = 0; i < 12; i++) {
			state = state * 1664525u + 1013904223u;
			text = arena_join(&arena, text, str_from(pieces[(state >> 16) % COUNT_OF(pieces)]));
		}
		got = body_plain(arena_join(&arena, STR("<p>"), text), &arena);
		want = utf8_collapse(&arena, text);
		cr_assert(str_equal(got, want), "\"%.*s\": got \"%.*s\", want \"%.*s\"", STR_ARG(text),
			STR_ARG(got), STR_ARG(want));
		if (round % 100 == 99)
			arena_reset(&arena);
	}
	arena_finish(&arena);
}
