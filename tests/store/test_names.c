#include "../support/library.h"

#include "dateline/store/names.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(names, .init = start, .fini = end);

static struct str names(enum store_name_kind kind, const char *query_text)
{
	struct query query = library_query(&library, query_text);
	struct store_name_list list;
	struct error error = {0};
	struct str text = STR("");

	cr_assert(
		store_names(library.store, kind, &query, &library.arena, &list, &error), "%s", error.message);
	for (size_t i = 0; i < list.count; i++)
		text = arena_printf(&library.arena, "%.*s%s%.*s %lld/%lld", STR_ARG(text), i ? ", " : "",
			STR_ARG(list.items[i].name), (long long)list.items[i].unread,
			(long long)list.items[i].articles);
	return text;
}

#define expect_names(kind, query, wanted)                                                                    \
	do {                                                                                                 \
		struct str got_ = names(kind, query);                                                        \
		cr_expect(str_equal(got_, STR(wanted)), "%s: got \"%.*s\", want \"%s\"", query,              \
			STR_ARG(got_), wanted);                                                              \
	} while (0)

static void mark(enum store_mark what, int64_t id)
{
	struct error error = {0};

	cr_assert(store_mark(library.store, what, &id, 1, LIBRARY_NOW, NULL, &error), "%s", error.message);
}

static void tag(struct feed *document, size_t number, const char *name)
{
	struct article *article = &document->articles.items[document->articles.count - number];

	*LIST_PUSH(&library.arena, &article->tags) = (struct tag){str_from(name), TAG_CATEGORY};
}

static void say(struct feed *document, size_t number, const char *speaker, const char *text)
{
	struct article *article = &document->articles.items[document->articles.count - number];

	*LIST_PUSH(&library.arena, &article->quotes) = (struct quote){.text = str_from(text),
		.speaker = str_from(speaker),
		.role = STR("minister"),
		.cue = STR("said")};
}

Test(names, counts_tags_with_the_unread_ones_first)
{
	struct feed document = library_document(&library, 5);

	tag(&document, 1, "China");
	tag(&document, 2, "China");
	tag(&document, 3, "China");
	tag(&document, 4, "Japan");
	tag(&document, 5, "Japan");
	tag(&document, 5, "Trade");
	library_put(&library, &document);
	mark(STORE_READ, 1);
	mark(STORE_READ, 2);
	expect_names(STORE_TAGS, "", "Japan 2/2, China 1/3, Trade 1/1");
	expect_names(STORE_TAGS, "unread", "Japan 2/2, China 1/1, Trade 1/1");
	expect_names(STORE_TAGS, "tag:japan", "Japan 2/2, Trade 1/1");
	expect_names(STORE_TAGS, "-tag:japan", "China 1/3");
	expect_names(STORE_TAGS, "tag:nothing", "");
	mark(STORE_HIDE, 3);
	expect_names(STORE_TAGS, "", "Japan 2/2, Trade 1/1, China 0/2");
}

Test(names, takes_spellings_that_fold_to_one_name_for_one)
{
	struct feed document = library_document(&library, 4);

	tag(&document, 1, "north-korea");
	tag(&document, 2, "North Korea");
	tag(&document, 3, "North Korea");
	tag(&document, 4, "North_Korea");
	library_put(&library, &document);
	expect_names(STORE_TAGS, "", "North Korea 4/4");
	expect_names(STORE_TAGS, "tag:\"north korea\"", "North Korea 4/4");
}

Test(names, counts_labels_among_the_tags_and_alone)
{
	static const int64_t ids[] = {1, 2};
	struct feed document = library_document(&library, 3);
	struct error error = {0};

	tag(&document, 3, "China");
	library_put(&library, &document);
	cr_assert(store_label(library.store, STR("later on"), false, ids, 2, LIBRARY_NOW, NULL, &error));
	expect_names(STORE_TAGS, "", "later on 2/2, China 1/1");
	expect_names(STORE_LABELS, "", "later on 2/2");
}

Test(names, counts_many_articles_as_it_counts_few)
{
	struct feed document = library_document(&library, 4500);

	for (size_t i = 1; i <= 4500; i++) {
		tag(&document, i, i % 3 ? "two thirds" : "one third");
		if (i % 100 == 0)
			say(&document, i, "Hong Lei", "Yes");
	}
	library_put(&library, &document);
	expect_names(STORE_TAGS, "", "two thirds 3000/3000, one third 1500/1500");
	expect_names(STORE_TAGS, "tag:\"one third\"", "one third 1500/1500");
	expect_names(STORE_SPEAKERS, "", "Hong Lei 45/45");
	expect_names(STORE_FEEDS, "", "News 4500/4500");
}

Test(names, lists_speakers_authors_feeds_and_folders)
{
	struct feed document = library_document(&library, 3);
	struct store_feed feed;
	struct store_name_list list;
	struct error error = {0};

	say(&document, 1, "Hong Lei", "One");
	say(&document, 1, "Hong Lei", "Two");
	say(&document, 2, "Hong Lei", "Three");
	say(&document, 2, "Victor Cha", "Four");
	*LIST_PUSH(&library.arena, &document.articles.items[0].authors) = STR("Ada Marsh");
	library_put(&library, &document);
	cr_assert(store_feed_get(library.store, library.feed, &library.arena, &feed, &error));
	feed.folder = STR("World");
	cr_assert(store_feed_change(library.store, &feed, 10, &error));
	expect_names(STORE_SPEAKERS, "", "Hong Lei 2/2, Victor Cha 1/1");
	expect_names(STORE_AUTHORS, "", "Ada Marsh 1/1");
	expect_names(STORE_FEEDS, "", "News 3/3");
	expect_names(STORE_FOLDERS, "", "World 3/3");
	cr_assert(store_names(library.store, STORE_SPEAKERS, NULL, &library.arena, &list, &error));
	cr_expect(str_equal(list.items[0].role, STR("minister")));
}

Test(names, are_known_to_the_query_language)
{
	struct feed document = library_document(&library, 1);
	struct query_names known = store_query_names(library.store);
	struct query_name_list list = {0};

	tag(&document, 1, "North Korea");
	library_put(&library, &document);
	cr_expect(known.is_known(known.data, QUERY_TAG, STR("north-korea")));
	cr_expect_not(known.is_known(known.data, QUERY_TAG, STR("korea")));
	cr_expect(known.is_known(known.data, QUERY_FEED, STR("news")));
	cr_expect_not(known.is_known(known.data, QUERY_SPEAKER, STR("Nobody")));
	known.list(known.data, QUERY_TAG, &library.arena, &list);
	cr_assert_eq(list.count, 1);
	cr_expect_eq(list.items[0].count, 1);
}

/* ---- quotations */

static struct str quotes(const char *query_text)
{
	struct query query = library_query(&library, query_text);
	struct store_quote_list list;
	struct error error = {0};
	struct str text = STR("");

	cr_assert(store_quotes(library.store, &query, SIZE_MAX, &library.arena, &list, &error), "%s",
		error.message);
	for (size_t i = 0; i < list.count; i++)
		text = arena_printf(&library.arena, "%.*s%s%lld:%.*s", STR_ARG(text), i ? " " : "",
			(long long)list.items[i].article, STR_ARG(list.items[i].quote.text));
	return text;
}

Test(names, lists_quotations_newest_article_first_in_the_order_said)
{
	static const struct {
		const char *query, *found;
	} rows[] = {
		{"", "3:Three 2:One 2:Two 1:Nine"},
		{"speaker:\"Hong Lei\"", "3:Three 2:One 1:Nine"},
		{"speaker:lei said:one", "2:One"},
		{"said:two", "2:Two"},
		{"speaker:cha", "2:Two"},
		{"-speaker:cha", "3:Three 1:Nine"},
		{"speaker:nobody", ""},
		{"unread", "3:Three 2:One 2:Two 1:Nine"},
	};
	struct feed document = library_document(&library, 4);

	say(&document, 1, "Hong Lei", "Nine");
	say(&document, 2, "Hong Lei", "One");
	say(&document, 2, "Victor Cha", "Two");
	say(&document, 3, "Hong Lei", "Three");
	library_put(&library, &document);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str found = quotes(rows[i].query);

		cr_expect(str_equal(found, str_from(rows[i].found)), "%s: got \"%.*s\", want \"%s\"",
			rows[i].query, STR_ARG(found), rows[i].found);
	}
}

Test(names, call_the_article_of_a_quotation_as_lists_do)
{
	struct feed document = library_document(&library, 1);
	struct article *article = &document.articles.items[0];
	struct query query = library_query(&library, "");
	struct store_quote_list list;

	article->title = STR_NONE;
	article->content = (struct content){.kind = CONTENT_HTML, .text = STR("<p>Fog tonight.")};
	say(&document, 1, "Hong Lei", "One");
	say(&document, 1, "Hong Lei", "Two");
	library_put(&library, &document);
	cr_assert(store_quotes(library.store, &query, SIZE_MAX, &library.arena, &list, NULL));
	cr_assert_eq(list.count, 2);
	for (size_t i = 0; i < 2; i++) {
		cr_expect(list.items[i].title.length == 0);
		cr_expect(str_equal(list.items[i].name, STR("Fog tonight.")), "got \"%.*s\"",
			STR_ARG(list.items[i].name));
	}
}
