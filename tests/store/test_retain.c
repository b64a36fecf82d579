#include "../support/library.h"

#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <string.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(retain, .init = start, .fini = end);

#define DAY 86400
#define LONG_AGO (LIBRARY_NOW - 400 * (int64_t)DAY)

static void mark(enum store_mark what, int64_t id, int64_t now)
{
	struct error error = {0};

	cr_assert(store_mark(library.store, what, &id, 1, now, NULL, &error), "%s", error.message);
}

static size_t expire(unsigned days, unsigned count, size_t most)
{
	struct store_retention retention = {.keep_days = days, .keep_count = count, .most = most};
	struct error error = {0};
	size_t removed;

	cr_assert(
		store_expire(library.store, &retention, LIBRARY_NOW, &removed, &error), "%s", error.message);
	return removed;
}

/* Articles 1 to `count`, one a day, the newest a day ago. */
static struct feed daily(size_t count)
{
	struct feed document = library_document(&library, count);

	for (size_t i = 0; i < count; i++)
		document.articles.items[i].published = LIBRARY_NOW - DAY * (int64_t)(i + 1);
	return document;
}

static struct str ids(void)
{
	return library_string(&library, "SELECT coalesce(group_concat(id, ' '), '') FROM article");
}

#define expect_ids(wanted)                                                                                   \
	do {                                                                                                 \
		struct str got_ = ids();                                                                     \
		cr_expect(str_equal(got_, STR(wanted)), "got \"%.*s\", want \"%s\"", STR_ARG(got_), wanted); \
	} while (0)

Test(retain, deletes_what_was_read_and_is_old)
{
	struct feed document = daily(6);

	library_put(&library, &document);
	for (int64_t id = 1; id <= 6; id++)
		mark(STORE_READ, id, LONG_AGO);
	cr_expect_eq(expire(3, 0, 100), 3);
	expect_ids("4 5 6");
	cr_expect_eq(expire(3, 0, 100), 0);
}

Test(retain, never_deletes_what_is_unread_starred_labelled_updated_or_kept_for_later)
{
	static const int64_t labelled = 3;
	struct feed document = daily(6);
	struct error error = {0};

	library_put(&library, &document);
	for (int64_t id = 2; id <= 6; id++)
		mark(STORE_READ, id, LONG_AGO);
	mark(STORE_STAR, 2, LONG_AGO);
	cr_assert(store_label(library.store, STR("mine"), false, &labelled, 1, LONG_AGO, NULL, &error));
	mark(STORE_LATER, 4, LONG_AGO);
	library_set_text(&library, &document.articles.items[1], "Corrected after it was read.");
	library_put(&library, &document);
	cr_expect_eq(expire(0, 1, 100), 0);
	cr_expect_eq(expire(1, 0, 100), 0);
	expect_ids("1 2 3 4 5 6");
}

Test(retain, gives_an_article_read_just_now_its_time)
{
	struct feed document = daily(3);

	library_put(&library, &document);
	mark(STORE_READ, 1, LIBRARY_NOW - 10);
	cr_expect_eq(expire(1, 0, 100), 0);
}

Test(retain, keeps_the_newest_of_a_feed_by_number)
{
	struct feed document = daily(6);

	library_put(&library, &document);
	for (int64_t id = 1; id <= 6; id++)
		mark(STORE_READ, id, LONG_AGO);
	cr_expect_eq(expire(0, 4, 100), 2);
	expect_ids("3 4 5 6");
}

Test(retain, follows_the_rule_of_the_feed_before_that_of_the_library)
{
	struct feed document = daily(6);
	struct store_feed feed;
	struct error error = {0};

	library_put(&library, &document);
	for (int64_t id = 1; id <= 6; id++)
		mark(STORE_READ, id, LONG_AGO);
	cr_assert(store_feed_get(library.store, library.feed, &library.arena, &feed, &error));
	feed.keep_count = 5;
	cr_assert(store_feed_change(library.store, &feed, 10, &error));
	cr_expect_eq(expire(1, 1, 100), 1);
	expect_ids("2 3 4 5 6");
}

Test(retain, works_in_slices)
{
	struct feed document = daily(6);

	library_put(&library, &document);
	for (int64_t id = 1; id <= 6; id++)
		mark(STORE_READ, id, LONG_AGO);
	cr_expect_eq(expire(1, 0, 2), 2);
	cr_expect_eq(expire(1, 0, 2), 2);
	cr_expect_eq(expire(1, 0, 2), 1);
	cr_expect_eq(expire(1, 0, 2), 0);
}

Test(retain, does_not_let_deleted_articles_come_back)
{
	struct feed document = daily(4);
	struct store_put_result result;

	library_put(&library, &document);
	for (int64_t id = 1; id <= 4; id++)
		mark(STORE_READ, id, LONG_AGO);
	cr_expect_eq(expire(2, 0, 100), 2);
	result = library_put(&library, &document);
	cr_expect_eq(result.fresh, 0);
	cr_expect_eq(result.unchanged, 4);
	expect_ids("3 4");
}

Test(retain, deletes_everything_of_an_article_and_nothing_else)
{
	struct feed document = daily(2);
	struct article *article = &document.articles.items[1];
	int64_t totals;

	*LIST_PUSH(&library.arena, &article->tags) = (struct tag){STR("t"), TAG_TAG};
	*LIST_PUSH(&library.arena, &article->authors) = STR("A");
	*LIST_PUSH(&library.arena, &article->sections) = (struct section){STR("s"), 1, 0};
	*LIST_PUSH(&library.arena, &article->quotes) = (struct quote){.text = STR("q"), .speaker = STR("S")};
	*LIST_PUSH(&library.arena, &article->enclosures) =
		(struct enclosure){.url = STR("u"), .length_bytes = -1};
	library_put(&library, &document);
	mark(STORE_READ, 1, LONG_AGO);
	cr_expect_eq(expire(1, 0, 100), 1);
	totals = library_number(&library,
		"SELECT (SELECT count(*) FROM body) * 100 + (SELECT count(*) FROM article_tag)"
		" + (SELECT count(*) FROM article_author) + (SELECT count(*) FROM section)"
		" + (SELECT count(*) FROM quote) + (SELECT count(*) FROM enclosure)");
	cr_expect_eq(totals, 100);
	cr_expect_eq(library_number(&library, "SELECT articles FROM feed_count"), 1);
}

Test(retain, gives_the_room_back_to_the_disk_in_slices)
{
	struct feed document = daily(400);
	int64_t before, after;
	size_t left = 1;
	struct error error = {0};

	for (size_t i = 0; i < 400; i++)
		library_set_text(&library, &document.articles.items[i], library_noise(&library, 9000));
	library_put(&library, &document);
	for (int64_t id = 1; id <= 400; id++)
		mark(STORE_READ, id, LONG_AGO);
	before = library_number(&library, "PRAGMA page_count");
	cr_expect_eq(expire(1, 1, 1000), 399);
	cr_expect_gt(library_number(&library, "PRAGMA freelist_count"), 100);
	while (left)
		cr_assert(store_shrink(library.store, 100, &left, &error), "%s", error.message);
	after = library_number(&library, "PRAGMA page_count");
	cr_expect_lt(after, before / 4, "%lld pages of %lld remain", (long long)after, (long long)before);
	cr_expect(library_is_whole(library.path));
}
