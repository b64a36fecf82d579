#include "dateline/feed/urls.h"

#include <criterion/criterion.h>

static struct arena arena;
static struct warnings warnings;
static struct opml_list list;
static struct urls_query_list queries;

static void begin(void)
{
	warnings_init(&warnings, &arena);
}

static void end(void)
{
	arena_finish(&arena);
}

TestSuite(urls, .init = begin, .fini = end);

static bool is(struct str s, const char *expected)
{
	return str_equal(s, str_from(expected));
}

Test(urls, reads_addresses_tags_and_titles)
{
	urls_read(
		STR("# my feeds\n\nhttps://a.example/feed news \"North Korea\" \"~The \\\"A\\\" Post\" !\r\n"
		    "\"exec:tool --x 'y z'\" tools\n  file:///home/me/f.xml\n"),
		&arena, &list, &queries, &warnings);
	cr_assert_eq(list.count, 3);
	cr_expect_eq(warnings.list.count, 0);
	cr_expect(is(list.items[0].address, "https://a.example/feed"));
	cr_expect(is(list.items[0].title, "The \"A\" Post"));
	cr_assert_eq(list.items[0].tags.count, 2);
	cr_expect(is(list.items[0].tags.items[0], "news"));
	cr_expect(is(list.items[0].tags.items[1], "North Korea"));
	cr_expect_eq(list.items[0].line, 3);
	cr_expect(is(list.items[1].address, "exec:tool --x 'y z'"));
	cr_expect(is(list.items[2].address, "file:///home/me/f.xml"));
}

Test(urls, names_the_lines_that_cannot_be_taken)
{
	static const char *const parts[] = {"line 3", "line 4"};

	urls_read(
		STR("\"query:Unread:unread = \\\"yes\\\"\"\nhttp://a.example/\nfilter:tool:http://b.example/\nnonsense\n"),
		&arena, &list, &queries, &warnings);
	cr_expect_eq(list.count, 1);
	cr_assert_eq(warnings.list.count, 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect_neq(str_find(warnings.list.items[i], str_from(parts[i]), 0), STR_NPOS, "%.*s",
			STR_ARG(warnings.list.items[i]));
}

Test(urls, survives_a_quotation_mark_that_never_closes)
{
	urls_read(STR("http://a.example/ \"open tag\nhttp://b.example/ \"\\"), &arena, &list, &queries,
		&warnings);
	cr_assert_eq(list.count, 2);
	cr_expect(is(list.items[0].tags.items[0], "open tag"));
}

Test(urls, hands_out_query_feeds_as_they_are_written)
{
	urls_read(
		STR("http://a.example/\n\"query:Un read:unread = \\\"yes\\\" and title =~ \\\"a:b\\\"\" tag\nquery:x\n"),
		&arena, &list, &queries, &warnings);
	cr_expect_eq(list.count, 1);
	cr_assert_eq(queries.count, 2);
	cr_expect(is(queries.items[0].name, "Un read"));
	cr_expect(is(queries.items[0].expression, "unread = \"yes\" and title =~ \"a:b\""));
	cr_expect_eq(queries.items[0].line, 2);
	cr_expect(is(queries.items[1].name, "x"));
	cr_expect(is(queries.items[1].expression, ""));
}
