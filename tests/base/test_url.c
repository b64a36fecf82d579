#include "dateline/base/url.h"

#include <criterion/criterion.h>

/* The examples of RFC 3986 sections 5.4.1 and 5.4.2, then what browsers forgive. */
Test(url, resolves_references_as_the_standard_does)
{
	static const struct {
		const char *reference, *result;
	} rows[] = {
		{"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"},
		{"//g", "http://g"}, {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q#s"},
		{"g#s", "http://a/b/c/g#s"}, {";x", "http://a/b/c/;x"}, {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"},
		{"./", "http://a/b/c/"}, {"..", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../..", "http://a/"},
		{"../../g", "http://a/g"}, {"../../../g", "http://a/g"}, {"/./g", "http://a/g"}, {"/../g", "http://a/g"},
		{"g.", "http://a/b/c/g."}, {"..g", "http://a/b/c/..g"}, {"./../g", "http://a/b/g"}, {"g/./h", "http://a/b/c/g/h"},
		{"g/../h", "http://a/b/c/h"}, {" g ", "http://a/b/c/g"}, {"g\nh", "http://a/b/c/gh"}, {"g h", "http://a/b/c/g%20h"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = url_resolve(&arena, STR("http://a/b/c/d;p?q"), str_from(rows[i].reference));

		cr_expect(str_equal(got, str_from(rows[i].result)), "%s: got %.*s, want %s", rows[i].reference, STR_ARG(got),
		          rows[i].result);
	}
	arena_finish(&arena);
}

Test(url, resolves_against_a_base_without_a_path)
{
	struct arena arena = {0};

	cr_expect(str_equal(url_resolve(&arena, STR("http://a"), STR("x")), STR("http://a/x")));
	cr_expect(str_equal(url_resolve(&arena, STR("http://a?q"), STR("#f")), STR("http://a?q#f")));
	cr_expect(str_equal(url_resolve(&arena, STR_NONE, STR("x")), STR("x")));
	arena_finish(&arena);
}

Test(url, knows_what_may_be_a_link)
{
	static const struct {
		const char *address;
		bool is_link;
	} rows[] = {
		{"http://x.example/", true}, {"HTTPS://x.example", true}, {"mailto:me@x.example", true}, {"magnet:?xt=urn:x", true},
		{"javascript:alert(1)", false}, {"data:text/html,x", false}, {"vbscript:x", false}, {"http://", false},
		{"/relative", false}, {"file:///etc/passwd", false}, {"", false}, {"mailto:", false},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(url_is_link(str_from(rows[i].address), false), rows[i].is_link, "%s", rows[i].address);
	cr_expect(url_is_link(STR("file:///home/me/a.html"), true));
}

Test(url, a_script_hidden_by_white_space_is_seen_after_resolving)
{
	struct arena arena = {0};

	cr_expect_not(url_is_link(url_resolve(&arena, STR("http://a/"), STR(" java\nscript:alert(1)")), false));
	cr_expect_not(url_is_link(url_resolve(&arena, STR("http://a/"), STR("\x01javascript:alert(1)")), false));
	arena_finish(&arena);
}

Test(url, writes_one_spelling_for_one_address)
{
	static const struct {
		const char *a, *b;
	} same[] = {
		{"HTTP://Example.COM:80", "http://example.com/"}, {"https://x.example:443/a#b", "https://x.example/a"},
		{"http://x.example/%7Eme/%41", "http://x.example/~me/A"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(same); i++)
		cr_expect(str_equal(url_canonical(&arena, str_from(same[i].a)), url_canonical(&arena, str_from(same[i].b))), "%s",
		          same[i].a);
	cr_expect_not(str_equal(url_canonical(&arena, STR("http://x.example/a%2Fb")),
	                        url_canonical(&arena, STR("http://x.example/a/b"))));
	arena_finish(&arena);
}

Test(url, gives_the_host_without_user_and_port)
{
	cr_expect(str_equal(url_host(STR("http://me:pw@x.example:8080/a")), STR("x.example")));
	cr_expect(str_equal(url_host(STR("http://[::1]:80/")), STR("[::1]")));
	cr_expect_eq(url_host(STR("/a/b")).length, 0);
	cr_expect(str_equal(url_site(STR("https://www.x.example/a")), STR("x.example")));
	cr_expect(str_equal(url_site(STR("https://news.x.example/a")), STR("news.x.example")));
}
