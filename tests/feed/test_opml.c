#include "dateline/feed/opml.h"

#include <criterion/criterion.h>

static struct arena arena;
static struct warnings warnings;
static struct opml_list list;

static void begin(void)
{
	warnings_init(&warnings, &arena);
}

static void end(void)
{
	arena_finish(&arena);
}

TestSuite(opml, .init = begin, .fini = end);

static bool is(struct str s, const char *expected)
{
	return str_equal(s, str_from(expected));
}

Test(opml, reads_nested_folders_titles_and_tags)
{
	struct error error = {0};

	cr_assert(
		opml_read(
			STR("<opml version=\"2.0\"><body><outline text=\"News\"><outline title=\"Asia / East\">\n"
			    "<outline type=\"rss\" text=\"The Post\" xmlUrl=\"https://post.example/f?a=1&amp;b=2\" "
			    "htmlUrl=\"https://post.example/\" category=\"/world/Korea, press\"/></outline></outline>\n"
			    "<outline XMLURL=\"http://bare.example/\" text=\"http://bare.example/\"/></body></opml>"),
			&arena, &list, &warnings, &error),
		"%s", error.message);
	cr_assert_eq(list.count, 2);
	cr_expect(is(list.items[0].address, "https://post.example/f?a=1&b=2"));
	cr_expect(is(list.items[0].title, "The Post"));
	cr_expect(is(list.items[0].link, "https://post.example/"));
	cr_expect(is(list.items[0].folder, "News/Asia \xe2\x88\x95 East"));
	cr_assert_eq(list.items[0].tags.count, 2);
	cr_expect(is(list.items[0].tags.items[0], "world/Korea"));
	cr_expect(is(list.items[0].tags.items[1], "press"));
	cr_expect_null(list.items[1].title.data, "an address is no title");
	cr_expect(is(list.items[1].folder, ""));
	cr_expect_eq(list.items[1].line, 3);
}

Test(opml, names_the_line_of_an_outline_that_is_nothing)
{
	struct error error = {0};

	cr_assert(opml_read(
		STR("<opml><body>\n<outline text=\"Nobody\"/>\n<outline text=\"a\" xmlUrl=\"http://a.example/\"/>"
		    "</body></opml>"),
		&arena, &list, &warnings, &error));
	cr_expect_eq(list.count, 1);
	cr_assert_eq(warnings.list.count, 1);
	cr_expect_neq(str_find(warnings.list.items[0], STR("Nobody"), 0), STR_NPOS);
	cr_expect_neq(str_find(warnings.list.items[0], STR("line 2"), 0), STR_NPOS);
}

Test(opml, refuses_what_is_no_opml)
{
	struct error error = {0};

	cr_expect_not(opml_read(STR("<rss><channel/></rss>"), &arena, &list, &warnings, &error));
	cr_expect_eq(error.code, ERROR_NOT_A_FEED);
}

Test(opml, writes_what_it_reads_as_the_same_list)
{
	struct str tags[] = {STR_INIT("a & b"), STR_INIT("c, d")};
	struct opml_feed feeds[] = {
		{.address = STR_INIT("http://one.example/?x=\"<>&"),
			.title = STR_INIT("One \"1\" <b> & co"),
			.folder = STR_INIT(""),
			.tags = {tags, 2, 2}},
		{.address = STR_INIT("http://two.example/"),
			.title = STR_INIT("Two"),
			.folder = STR_INIT("A/B")},
		{.address = STR_INIT("http://three.example/"), .folder = STR_INIT("A")},
		{.address = STR_INIT("exec:tool --flag"),
			.title = STR_INIT("Tool"),
			.folder = STR_INIT("AB"),
			.link = STR_INIT("http://x.example/")},
		{.address = STR_INIT("http://four.example/"),
			.title = STR_INIT("\xd0\xa1\xd0\xb8"),
			.folder = STR_INIT("C \xe2\x88\x95 D/E")},
	};
	struct opml_list given = {feeds, COUNT_OF(feeds), COUNT_OF(feeds)};
	struct buffer out = {0};
	struct error error = {0};

	opml_write(&given, &out);
	cr_assert(opml_read(buffer_str(&out), &arena, &list, &warnings, &error), "%s", error.message);
	cr_assert_eq(list.count, given.count);
	for (size_t i = 0; i < given.count; i++) {
		const struct opml_feed *got = NULL;

		for (size_t n = 0; n < list.count; n++)
			if (str_equal(list.items[n].address, feeds[i].address))
				got = &list.items[n];
		cr_assert_not_null(got, "feed %zu", i);
		cr_expect(str_equal(got->title, feeds[i].title), "feed %zu: %.*s", i, STR_ARG(got->title));
		cr_expect(str_equal(got->folder, feeds[i].folder), "feed %zu: %.*s", i, STR_ARG(got->folder));
		cr_expect(str_equal(got->link, feeds[i].link), "feed %zu", i);
		cr_assert_eq(got->tags.count, feeds[i].tags.count);
		for (size_t t = 0; t < got->tags.count; t++)
			cr_expect(str_equal(got->tags.items[t], tags[t]));
	}
	buffer_finish(&out);
}
