#include "dateline/query/query.h"

#include <criterion/criterion.h>

static struct arena arena;

static struct query read(const char *text)
{
	struct query query;
	struct query_mistake mistake;

	cr_assert(
		query_parse(str_from(text), NULL, &arena, &query, &mistake), "%s: %s", text, mistake.message);
	return query;
}

#define EXPECT(query, text) expect(&(query), (text), __LINE__)

static void expect(const struct query *query, const char *text, int line)
{
	struct str got = query_print(query, &arena);

	cr_expect(str_equal(got, str_from(text)), "line %d: got %.*s, want %s", line, STR_ARG(got), text);
	read(arena_cstring(&arena, got));
}

Test(edit, takes_off_one_chip_after_the_other)
{
	struct query query = read("tag:a unread (b OR c) sort:oldest limit:3 group:none");

	cr_expect_not(query_drop_chip(&query, 6));
	cr_expect(query_drop_chip(&query, 5));
	EXPECT(query, "tag:a is:unread (b OR c) sort:oldest limit:3");
	cr_expect(query_drop_chip(&query, 3));
	EXPECT(query, "tag:a is:unread (b OR c) limit:3");
	cr_expect(query_drop_chip(&query, 3));
	cr_expect(query_drop_chip(&query, 1));
	EXPECT(query, "tag:a (b OR c)");
	cr_expect(query_drop_chip(&query, 0));
	EXPECT(query, "b OR c");
	cr_expect(query_drop_chip(&query, 0));
	EXPECT(query, "");
	cr_expect_not(query_drop_chip(&query, 0));
}

Test(edit, narrows_to_both_queries)
{
	struct query query = read("a OR b sort:oldest"), more = read("c OR d sort:newest limit:5");

	cr_expect(query_narrow(&query, &more, &arena));
	EXPECT(query, "(a OR b) (c OR d) sort:newest limit:5");
	query = read("");
	more = read("x y");
	cr_expect(query_narrow(&query, &more, &arena));
	EXPECT(query, "x y");
	more = read("");
	cr_expect(query_narrow(&query, &more, &arena));
	EXPECT(query, "x y");
}

Test(edit, keeps_quotations_apart_when_it_narrows)
{
	struct query query = read("speaker:a"), more = read("speaker:b");

	cr_expect(query_narrow(&query, &more, &arena));
	EXPECT(query, "quote(speaker:a) quote(speaker:b)");
}

Test(edit, marks_names_as_the_picker_does)
{
	struct query query = read("unread tag:\"North Korea\" -tag:sports x");
	struct str_list names;

	cr_expect_eq(query_mark_of(&query, QUERY_TAG, STR("north-korea")), QUERY_MARK_MUST);
	cr_expect_eq(query_mark_of(&query, QUERY_TAG, STR("Sports")), QUERY_MARK_NEVER);
	cr_expect_eq(query_mark_of(&query, QUERY_TAG, STR("x")), QUERY_MARK_NONE);
	query_set_mark(&query, QUERY_TAG, STR("China"), QUERY_MARK_ANY, &arena);
	query_set_mark(&query, QUERY_TAG, STR("Japan"), QUERY_MARK_ANY, &arena);
	EXPECT(query, "is:unread tag:\"North Korea\" -tag:sports x tag:China,Japan");
	cr_expect_eq(query_mark_of(&query, QUERY_TAG, STR("japan")), QUERY_MARK_ANY);
	query_marked(&query, QUERY_TAG, QUERY_MARK_ANY, &arena, &names);
	cr_expect_eq(names.count, 2);
	query_set_mark(&query, QUERY_TAG, STR("China"), QUERY_MARK_NEVER, &arena);
	cr_expect_eq(query_mark_of(&query, QUERY_TAG, STR("Japan")), QUERY_MARK_ANY,
		"still meant as one of several");
	query_set_mark(&query, QUERY_TAG, STR("Japan"), QUERY_MARK_NONE, &arena);
	query_set_mark(&query, QUERY_TAG, STR("sports"), QUERY_MARK_NONE, &arena);
	EXPECT(query, "is:unread tag:\"North Korea\" x -tag:China");
}

Test(edit, shows_one_name_only)
{
	struct query query = read("tag:a,b unread -tag:c speaker:x");

	query_show_only(&query, QUERY_TAG, STR("say \"OR\", (1)"), &arena);
	EXPECT(query, "is:unread speaker:x tag:\"say \\\"OR\\\", (1)\"");
	query_show_only(&query, QUERY_SPEAKER, STR("Hong Lei"), &arena);
	EXPECT(query, "is:unread tag:\"say \\\"OR\\\", (1)\" speaker:\"Hong Lei\"");
	query_show_only(&query, QUERY_TAG, STR_NONE, &arena);
	EXPECT(query, "is:unread speaker:\"Hong Lei\"");
	query = read("");
	query_show_only(&query, QUERY_FEED, STR("Reuters: World"), &arena);
	EXPECT(query, "feed:\"Reuters: World\"");
}

Test(edit, leaves_a_query_alone_that_has_no_such_top_level)
{
	struct query query = read("tag:a OR x");

	query_set_mark(&query, QUERY_TAG, STR("b"), QUERY_MARK_MUST, &arena);
	EXPECT(query, "(tag:a OR x) tag:b");
	query_set_mark(&query, QUERY_TAG, STR("a"), QUERY_MARK_NONE, &arena);
	EXPECT(query, "(tag:a OR x) tag:b");
}

Test(edit, sets_and_takes_off_states)
{
	struct query query = read("x");

	query_set_state(&query, STR("unread"), true, &arena);
	cr_expect(query_has_state(&query, STR("unread")));
	EXPECT(query, "x is:unread");
	query_set_state(&query, STR("read"), true, &arena);
	EXPECT(query, "x is:read");
	query_set_state(&query, STR("starred"), true, &arena);
	query_set_state(&query, STR("starred"), true, &arena);
	query_set_state(&query, STR("read"), false, &arena);
	query_set_state(&query, STR("no-such-state"), true, &arena);
	EXPECT(query, "x is:starred");
	query = read("-starred");
	query_set_state(&query, STR("starred"), true, &arena);
	EXPECT(query, "is:starred");
}

Test(edit, makes_nothing_of_a_name_without_letters)
{
	struct query query = read("x");

	query_set_mark(&query, QUERY_TAG, STR(" - "), QUERY_MARK_MUST, &arena);
	EXPECT(query, "x");
}
