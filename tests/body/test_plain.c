#include "dateline/body/body.h"

#include <criterion/criterion.h>

Test(plain, makes_one_line_of_markup)
{
	static const struct {
		const char *html, *text;
	} rows[] = {
		{"plain", "plain"}, {"a &amp; b", "a & b"}, {"<p>a</p><p>b</p>", "a b"}, {"<b>A</b>B<br>C", "AB C"},
		{" a\n\tb ", "a b"}, {"a < b", "a < b"}, {"<script>x</script>y", "y"}, {"AT&T &quot;q&quot;", "AT&T \"q\""},
		{"<td>a</td><td>b</td>", "a b"}, {"", ""}, {"&lt;b&gt;", "<b>"},
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
