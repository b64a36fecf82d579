#include "dateline/query/match.h"

#include <criterion/criterion.h>
#include <string.h>

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	(void)data;
	(void)arena;
	if (str_equal(name, STR("a")))
		return STR("saved:b");
	if (str_equal(name, STR("b")))
		return STR("x OR saved:a");
	return str_equal(name, STR("Korea desk")) ? STR("tag:korea") : STR_NONE;
}

static void list_names(void *data, enum query_field field, struct arena *arena, struct query_name_list *names)
{
	(void)data;
	if (field == QUERY_SAVED)
		*LIST_PUSH(arena, names) = (struct query_name){STR("Korea desk"), 0};
	if (field == QUERY_TAG) {
		*LIST_PUSH(arena, names) = (struct query_name){STR("North Korea"), 41};
		*LIST_PUSH(arena, names) = (struct query_name){STR("China"), 12};
		*LIST_PUSH(arena, names) = (struct query_name){STR("North"), 3};
	}
}

static bool is_known(void *data, enum query_field field, struct str name)
{
	struct arena arena = {0};
	struct query_name_list names = {0};
	bool is_found = false;

	list_names(data, field, &arena, &names);
	for (size_t i = 0; i < names.count; i++)
		is_found |= str_equal(
			query_fold_name(names.items[i].name, &arena), query_fold_name(name, &arena));
	arena_finish(&arena);
	return is_found;
}

static const struct query_names names = {NULL, find_saved, is_known, list_names};
static const struct query_context context = {.now = 1767225600, .names = &names};

static char thirty_three_deep[100];

static const struct {
	const char *text;
	unsigned column, end;
	const char *message, *suggestion; /* suggestion: NULL when there is none */
} mistakes[] = {
	{"tga:korea", 1, 3, "no field \"tga\"; did you mean tag: ? For the text write \"tga:korea\"",
		"tag:korea"},
	{"tag:", 5, 5, "tag: needs a value, e.g. tag:\"North Korea\"; articles without tags are -has:tag",
		NULL},
	{"tag: korea", 5, 5, "no space after tag: ; did you mean tag:korea ?", "tag:korea"},
	{"tag=korea", 4, 4, "use : between field and value, tag:korea", "tag:korea"},
	{"is:unred", 4, 8, "is: has no \"unred\"; did you mean unread ? Also: read starred later hidden …",
		"is:unread"},
	{"unread = \"yes\"", 8, 8, "looks like newsboat; here it is just: unread", "unread"},
	{"unread = \"no\" x", 8, 8, "looks like newsboat; here it is just: -unread", "-unread x"},
	{"title =~ \"korea\"", 7, 8, "looks like newsboat; here it is title:\"korea\"", NULL},
	{"newer:7", 7, 7, "needs a unit: 7d, or 7h, 7w, 7mo, 7y", NULL},
	{"newer:7m", 8, 8, "is m minutes or months? write 7min or 7mo", NULL},
	{"newer:7x", 8, 8, "no unit \"x\"; units are s min h d w mo y", NULL},
	{"date:2025-13", 11, 12, "no month 13; months are 01 to 12", NULL},
	{"date:2025-02-30", 14, 15, "no day 30 in 2025-02; it has 28", NULL},
	{"date:2025-02-03T25:00", 17, 18, "no hour 25; hours are 00 to 23", NULL},
	{"date:09/01/2025", 6, 15, "write the year first: 2025-09-01 or 2025-01-09", NULL},
	{"date:31.12.2025", 6, 15, "write the year first: 2025-12-31", NULL},
	{"date:soon", 6, 9, "date: takes a date or a time ago, e.g. date:2025-09-01 or date:7d", NULL},
	{"date:2025-09..2025-08", 6, 21, "ends before it begins; did you mean 2025-08..2025-09 ?",
		"date:2025-08..2025-09"},
	{"words:long", 7, 10, "words: takes a number, e.g. words:>800", NULL},
	{"words:9..3", 7, 10, "ends before it begins; did you mean 3..9 ?", "words:3..9"},
	{"title:/a(b/", 9, 9, "in the regular expression: this bracket is never closed", NULL},
	{"title:/a**/", 10, 10,
		"in the regular expression: nothing stands before this that could be repeated", NULL},
	{"title:/(((a?){255}){255}){255}/", 8, 30,
		"in the regular expression: regular expression is too large", NULL},
	{"title:/x", 7, 7, "this regular expression has no closing /", NULL},
	{"title:/x/g", 10, 10, "after the closing / only an i can stand", NULL},
	{"title:/(a)\\1/", 11, 12, "back-references are not supported", NULL},
	{"a OR", 5, 5, "OR needs something on its right; for the word write \"OR\"", NULL},
	{"a OR )", 5, 5, "OR needs something on its right; for the word write \"OR\"", NULL},
	{"OR a", 1, 2, "OR needs something on its left", NULL},
	{"a AND OR b", 6, 6, "AND needs something on its right; for the word write \"AND\"", NULL},
	{"NOT", 1, 3, "NOT needs something on its right; for the word write \"NOT\"", NULL},
	{"(a b", 1, 1, "this bracket is never closed", NULL},
	{"tag:(a b", 5, 5, "this bracket is never closed", NULL},
	{"a)", 2, 2, "no bracket is open here", NULL},
	{"a ()", 4, 4, "nothing stands between these brackets", NULL},
	{"-", 1, 1, "- needs something to exclude, without a space", NULL},
	{"- a", 2, 2, "no space after - ; did you mean -a ?", "-a"},
	{"x ! a", 4, 4, "no space after ! ; did you mean !a ?", "x !a"},
	{"quote(tag:x)", 7, 9, "only speaker, role, said, cue and quote can stand inside quote( )", NULL},
	{"quote(lei)", 7, 9, "only speaker, role, said, cue and quote can stand inside quote( )", NULL},
	{"(sort:newest)", 2, 5, "sort: belongs at the top level, outside brackets", NULL},
	{"-sort:newest", 1, 12, "sort:, limit: and group: cannot be excluded", NULL},
	{"sort:newest sort:oldest", 18, 23, "sort: stands twice", NULL},
	{"sort:newst", 6, 10, "cannot sort by \"newst\"; did you mean newest ?", "sort:newest"},
	{"limit:0", 7, 7, "limit: takes a number from 1, e.g. limit:50", NULL},
	{"saved:\"Korea desc\"", 7, 18, "no saved query \"Korea desc\"; did you mean \"Korea desk\" ?",
		"saved:\"Korea desk\""},
	{"saved:a", 7, 7, "saved query a uses itself: a → b → a", NULL},
	{"is:broken", 4, 9, "broken is about feeds, not articles; filter the feed list with it (g!)", NULL},
	{"tag:\"North Korea unread newer:7d", 5, 5,
		"this quotation mark is never closed; did you mean tag:\"North Korea\" ?",
		"tag:\"North Korea\" unread newer:7d"},
	{"x \"a b", 3, 3, "this quotation mark is never closed; did you mean \"a b\" ?", "x \"a b\""},
	{"tag:a,", 6, 6, "a value is missing after this comma", NULL},
	{"*korea", 1, 1, "a * in front works in names alone, e.g. tag:*korea*; here write korea*", "korea*"},
	{"a*b", 1, 3, "a * stands at the end of a word alone; for the sign write \"a*b\"", NULL},
	{"tag:*", 5, 5, "a * needs the beginning of a word, e.g. korea*", NULL},
	{"&", 1, 1, "\"&\" has no letter or digit to search for", NULL},
	{"tag:\"a b\"~3", 10, 11, "~ is for the words of a text, not for names", NULL},
	{"# x", 1, 1, "# needs the name of a tag, without a space: #korea", NULL},
	{"a\xff", 2, 2, "what follows is not UTF-8", NULL},
	{thirty_three_deep, 33, 33, "at most 32 brackets deep", NULL},
};

static void fill_deep(void)
{
	memset(thirty_three_deep, '(', 33);
	memcpy(thirty_three_deep + 33, "x", 2);
}

Test(mistakes, says_what_is_wrong_and_where_and_what_would_be_right)
{
	fill_deep();
	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct str wanted = str_from(mistakes[i].suggestion);
		bool is_right = query_parse(str_from(mistakes[i].text), &context, &arena, &query, &mistake);

		cr_expect_not(is_right, "%s: was understood", mistakes[i].text);
		cr_expect_str_eq(mistake.message, mistakes[i].message, "%s: got %s", mistakes[i].text,
			mistake.message);
		cr_expect(mistake.column == mistakes[i].column && mistake.end_column == mistakes[i].end,
			"%s: got %u to %u, want %u to %u", mistakes[i].text, mistake.column,
			mistake.end_column, mistakes[i].column, mistakes[i].end);
		cr_expect((wanted.data == NULL) == (mistake.suggestion.data == NULL) &&
				  str_equal(mistake.suggestion, wanted),
			"%s: suggests %.*s", mistakes[i].text, STR_ARG(mistake.suggestion));
		arena_finish(&arena);
	}
}

Test(mistakes, suggests_only_what_is_right_itself)
{
	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;

		if (mistakes[i].suggestion)
			cr_expect(query_parse(str_from(mistakes[i].suggestion), &context, &arena, &query,
					  &mistake),
				"%s: %s", mistakes[i].suggestion, mistake.message);
		arena_finish(&arena);
	}
}

static const struct {
	const char *text;
	const char *notice; /* NULL: none */
} notices[] = {
	{"tag:North Korea",
		"query:1:11: \"Korea\" is searched as a word; for the tag write tag:\"North Korea\" (41)"},
	{"a or b", "query:1:3: \"or\" is searched as a word; did you mean a OR b ?"},
	{"a OR b", NULL},
	{"\"or\" b", NULL},
	{"tag:chna", "query:1:5: no tag \"chna\" in the library; there is China (12)"},
	{"tag:korea", "query:1:5: no tag \"korea\" in the library; there is North Korea (41)"},
	{"tag:*korea", NULL},
	{"tag:NORTH-korea", NULL},
	{"Tag:china", "query:1:1: searched as words; fields are written in small letters, tag:china"},
	{"x /korea/", "query:1:3: searched as words; a regular expression needs a field, title:/korea/"},
};

Test(mistakes, gives_a_notice_of_what_is_right_but_hardly_meant)
{
	for (size_t i = 0; i < COUNT_OF(notices); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct buffer shown = {0};

		cr_assert(query_parse(str_from(notices[i].text), &context, &arena, &query, &mistake),
			"%s: %s", notices[i].text, mistake.message);
		for (size_t j = 0; j < query.notices.count; j++)
			query_print_notice(query.text, &query.notices.items[j], &shown);
		cr_expect(str_equal(buffer_str(&shown),
				  notices[i].notice ? str_from(notices[i].notice) : STR("")),
			"%s: got %.*s", notices[i].text, STR_ARG(buffer_str(&shown)));
		buffer_finish(&shown);
		arena_finish(&arena);
	}
}

Test(mistakes, is_about_the_library_only_when_one_is_there)
{
	static const struct query_context nothing = {.now = 0};
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;

	cr_assert(query_parse(STR("tag:nowhere tag:North korea"), &nothing, &arena, &query, &mistake));
	cr_expect_eq(query.notices.count, 0);
	cr_assert(query_parse(STR("tag:North Korea"), &nothing, &arena, &query, &mistake));
	cr_expect_eq(query.notices.count, 1, "two capitals look like one name");
	arena_finish(&arena);
}

/* ---- the three lines */

static const struct {
	const char *name, *text;
	size_t columns;
	const char *shown;
} lines[] = {
	{"one place", "tag:\"North Korea unread newer:7d", 0,
		"tag:\"North Korea unread newer:7d\n    ^\n"
		"query:1:5: this quotation mark is never closed; did you mean tag:\"North Korea\" ?\n"},
	{"a range", "a tga:x", 0,
		"a tga:x\n  ^~~\nquery:1:3: no field \"tga\"; did you mean tag: ? For the text write \"tga:x\"\n"},
	{"wide characters count two", "北韓 tga:x", 0,
		"北韓 tga:x\n     ^~~\nquery:1:4: no field \"tga\"; did you mean tag: ? For the text write \"tga:x\"\n"},
	{"combining marks count none", "e\xcc\x81 a)", 0,
		"e\xcc\x81 a)\n   ^\nquery:1:5: no bracket is open here\n"},
	{"a tab and a line end are a blank", "a\tb\nc)", 0,
		"a b c)\n     ^\nquery:1:6: no bracket is open here\n"},
	{"right to left", "\xd7\x90\xd7\x91 a)", 0,
		"\xd7\x90\xd7\x91 a)\n    ^\nquery:1:5: no bracket is open here\n"},
	{"no escape reaches the terminal", "a\x1b[31m)", 0,
		"a [31m)\n      ^\nquery:1:7: no bracket is open here\n"},
	{"after the end", "a OR", 0,
		"a OR\n    ^\nquery:1:5: OR needs something on its right; for the word write \"OR\"\n"},
	{"cut on the left", "aaaa bbbb cccc dddd eeee ffff gggg)", 20,
		"…dd eeee ffff gggg)\n                  ^\nquery:1:35: no bracket is open here\n"},
	{"cut on the right", "tga:aaaa bbbb cccc dddd eeee ffff", 20,
		"tga:aaaa bbbb cccc…\n^~~\nquery:1:1: no field \"tga\"; did you mean tag: ? For the text write "
		"\"tga:aaaa\"\n"},
};

Test(mistakes, puts_the_caret_under_the_place_by_cells)
{
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct buffer shown = {0};

		cr_assert_not(query_parse(str_from(lines[i].text), &context, &arena, &query, &mistake), "%s",
			lines[i].name);
		query_print_mistake(str_from(lines[i].text), &mistake, lines[i].columns, &shown);
		cr_expect(str_equal(buffer_str(&shown), str_from(lines[i].shown)), "%s: got\n%.*s",
			lines[i].name, STR_ARG(buffer_str(&shown)));
		buffer_finish(&shown);
		arena_finish(&arena);
	}
}

Test(mistakes, is_one_object_for_machines)
{
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	struct buffer shown = {0};

	cr_assert_not(query_parse(STR("tga:korea"), &context, &arena, &query, &mistake));
	query_print_mistake_json(&mistake, &shown);
	cr_expect(
		str_equal(buffer_str(&shown),
			STR("{\"code\":\"query\",\"line\":1,\"column\":1,\"end\":3,\"message\":\"no field \\\"tga\\\"; did you "
			    "mean tag: ? For the text write \\\"tga:korea\\\"\",\"suggestion\":\"tag:korea\"}")),
		"got %.*s", STR_ARG(buffer_str(&shown)));
	buffer_finish(&shown);
	arena_finish(&arena);
}

Test(mistakes, refuses_a_query_that_is_too_long)
{
	static char text[QUERY_BYTES_MOST + 100];
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;

	memset(text, 'a', sizeof text);
	cr_expect_not(
		query_parse((struct str){text, QUERY_BYTES_MOST + 1}, &context, &arena, &query, &mistake));
	cr_expect_str_eq(mistake.message, "at most 4096 bytes; this query has 4097");
	cr_expect(query_parse((struct str){text, QUERY_BYTES_MOST}, &context, &arena, &query, &mistake));
	arena_finish(&arena);
}
