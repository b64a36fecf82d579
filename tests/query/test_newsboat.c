#include "dateline/query/newsboat.h"

#include <criterion/criterion.h>
#include <string.h>

Test(newsboat, says_a_filter_in_the_language_here)
{
	static const struct {
		const char *filter, *query;
	} rows[] = {
		{"unread = \"yes\"", "is:unread"},
		{"unread == \"no\"", "is:read"},
		{"unread != \"yes\"", "is:read"},
		{"title =~ \"korea|japan\"", "title:/korea|japan/i"},
		{"title !~ \"a/b\"", "-title:/a\\/b/i"},
		{"title = \"Fast (and) loose.\"", "title:/^Fast \\(and\\) loose\\.$/"},
		{"title =~ \"say \\\"no\\\"\"", "title:/say \"no\"/i"},
		{"feedtitle =~ \"Post\" and unread = \"yes\"", "feed:/Post/i is:unread"},
		{"rssurl =~ \"lwn.net\" or author !~ \"lee\"", "feed:/lwn.net/i OR -author:/lee/i"},
		{"unread = \"yes\" and (title =~ \"a\" or content =~ \"b\")",
			"is:unread (title:/a/i OR body:/b/i)"},
		{"age < 7", "newer:7d"},
		{"age <= 7", "newer:8d"},
		{"age > 30", "older:31d"},
		{"age >= 30", "older:30d"},
		{"age between 0:7", "newer:8d"},
		{"age between 3:7", "older:3d newer:8d"},
		{"age = 0", "newer:1d"},
		{"flags # \"e\"", "is:starred"},
		{"flags = \"\"", "-is:starred"},
		{"enclosure_url != \"\"", "has:enclosure"},
		{"enclosure_type =~ \"audio/.*\"", "has:audio"},
		{"link =~ \"x\"and(unread=\"yes\")", "link:/x/i (is:unread)"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct error error = {0};
		struct str query = query_from_newsboat(str_from(rows[i].filter), &arena, &error);

		cr_expect(str_equal(query, str_from(rows[i].query)), "%s: got %.*s %s", rows[i].filter,
			STR_ARG(query), error.message);
		arena_finish(&arena);
	}
}

Test(newsboat, refuses_what_has_no_word_here_and_names_it)
{
	static const struct {
		const char *filter, *part;
	} rows[] = {
		{"tags # \"news\"", "\"tags\""},
		{"unread_count > 5", "\"unread_count\""},
		{"unread = \"maybe\"", "maybe"},
		{"title > \"x\"", "\"title\""},
		{"title =~ \"\"", "nothing"},
		{"title =~ \"(\"", ""},
		{"age < 0", "0"},
		{"age < soon", "soon"},
		{"enclosure_type = \"image/png\"", "image/png"},
		{"unread = \"yes\" and title =~ \"a\" or title =~ \"b\"", "without brackets"},
		{"(unread = \"yes\"", "bracket"},
		{"unread = \"yes\" title", "title"},
		{"", "no filter"},
		{"unread", "no filter"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct error error = {0};
		struct str query = query_from_newsboat(str_from(rows[i].filter), &arena, &error);

		cr_expect_null(query.data, "%s: got %.*s", rows[i].filter, STR_ARG(query));
		cr_expect(error.message[0] && strstr(error.message, rows[i].part), "%s: %s", rows[i].filter,
			error.message);
		arena_finish(&arena);
	}
}

Test(newsboat, refuses_brackets_without_end)
{
	struct arena arena = {0};
	struct error error = {0};
	char deep[100001];

	memset(deep, '(', sizeof deep - 1);
	deep[sizeof deep - 1] = '\0';
	cr_expect_null(query_from_newsboat(str_from(deep), &arena, &error).data);
	arena_finish(&arena);
}
