#include "../support/library.h"

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

TestSuite(feeds, .init = start, .fini = end);

#define expect_text(given, wanted)                                                                           \
	cr_expect(str_equal(given, STR(wanted)), "got \"%.*s\", want \"%s\"", STR_ARG(given), wanted)

static struct store_feed get(int64_t id)
{
	struct store_feed feed;
	struct error error = {0};

	cr_assert(store_feed_get(library.store, id, &library.arena, &feed, &error), "%s", error.message);
	return feed;
}

static void answer(int64_t feed, const struct store_answer *given)
{
	struct error error = {0};

	cr_assert(store_put_answer(library.store, feed, given, &error), "%s", error.message);
}

Test(feeds, gives_back_what_the_user_decided)
{
	struct store_feed feed = {.address = STR("https://a.example/rss"),
		.user_title = STR("Mine"),
		.folder = STR("World/Asia"),
		.interval_minutes = 90,
		.user_agent = STR("agent"),
		.headers = STR("X-A: 1\nX-B: 2"),
		.credentials_command = STR("pass show a"),
		.is_full_text = true,
		.is_muted = true,
		.keep_days = 30,
		.keep_count = 500,
		.added = 77};
	struct store_feed got;
	struct error error = {0};
	int64_t id;

	*LIST_PUSH(&library.arena, &feed.tags) = STR("daily");
	*LIST_PUSH(&library.arena, &feed.tags) = STR("asia");
	cr_assert(store_feed_add(library.store, &feed, &id, &error), "%s", error.message);
	got = get(id);
	expect_text(got.address, "https://a.example/rss");
	expect_text(got.user_title, "Mine");
	expect_text(got.folder, "World/Asia");
	cr_expect_eq(got.interval_minutes, 90);
	expect_text(got.user_agent, "agent");
	expect_text(got.headers, "X-A: 1\nX-B: 2");
	expect_text(got.credentials_command, "pass show a");
	cr_expect(got.is_full_text && got.is_muted && got.is_subscribed && !got.is_local);
	cr_expect_eq(got.keep_days, 30);
	cr_expect_eq(got.keep_count, 500);
	cr_expect_eq(got.added, 77);
	cr_assert_eq(got.tags.count, 2);
	expect_text(got.tags.items[0], "daily");
	expect_text(store_feed_name(&got), "Mine");
}

Test(feeds, takes_one_address_once_however_it_is_spelt)
{
	struct store_feed feed = {.address = STR("HTTPS://News.Example:443/feed"), .added = 1};
	struct error error = {0};
	int64_t id;

	cr_expect_not(store_feed_add(library.store, &feed, &id, &error));
	cr_expect_eq(error.code, ERROR_USAGE);
	cr_expect_eq(id, library.feed, "it says which feed that is");
	cr_expect_eq(store_feed_find(library.store, STR("https://NEWS.example/feed")), library.feed);
	cr_expect_eq(store_feed_find(library.store, STR("https://news.example/other")), 0);
}

Test(feeds, keep_their_articles_when_they_are_removed_and_taken_back)
{
	struct feed document = library_document(&library, 4);
	struct store_feed feed = {.address = STR("https://news.example/feed"), .added = 9};
	struct store_feed_list list;
	struct error error = {0};
	int64_t id;

	library_put(&library, &document);
	cr_assert(store_feed_remove(library.store, library.feed, 8, &error), "%s", error.message);
	cr_expect_not(get(library.feed).is_subscribed);
	cr_assert(store_feeds(library.store, STORE_FEEDS_SUBSCRIBED, 0, &library.arena, &list, &error));
	cr_expect_eq(list.count, 0);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), 4);
	cr_expect_not(store_feed_remove(library.store, library.feed, 8, &error), "it is removed already");
	cr_assert(store_feed_add(library.store, &feed, &id, &error), "%s", error.message);
	cr_expect_eq(id, library.feed);
	cr_expect(get(id).is_subscribed);
	cr_expect_eq(get(id).unread, 4);
}

Test(feeds, keep_their_articles_when_their_address_changes)
{
	struct feed document = library_document(&library, 2);
	struct store_answer good = {.attempt = {.time = 5, .status = 200}, .etag = STR("\"old\"")};
	struct store_feed feed;
	struct error error = {0};

	library_put(&library, &document);
	answer(library.feed, &good);
	feed = get(library.feed);
	feed.address = STR("https://elsewhere.example/feed");
	cr_assert(store_feed_change(library.store, &feed, 10, &error), "%s", error.message);
	feed = get(library.feed);
	expect_text(feed.address, "https://elsewhere.example/feed");
	cr_expect_null(feed.etag.data, "what the old server said means nothing to the new one");
	cr_expect_eq(library_put(&library, &document).unchanged, 2);
}

Test(feeds, refuse_the_address_of_another_one)
{
	struct store_feed other = {.address = STR("https://b.example/"), .added = 1};
	struct error error = {0};
	int64_t id;

	cr_assert(store_feed_add(library.store, &other, &id, &error));
	other = get(id);
	other.address = STR("https://news.example/feed");
	cr_expect_not(store_feed_change(library.store, &other, 10, &error));
	cr_expect_eq(error.code, ERROR_USAGE);
	expect_text(get(id).address, "https://b.example/");
}

Test(feeds, follow_a_permanent_redirect_unless_another_feed_is_there)
{
	struct store_feed other = {.address = STR("https://b.example/"), .added = 1};
	struct store_answer moved = {
		.attempt = {.time = 5, .status = 200}, .moved_to = STR("https://new.example/")};
	struct error error = {0};
	int64_t id;

	cr_assert(store_feed_add(library.store, &other, &id, &error));
	answer(library.feed, &moved);
	expect_text(get(library.feed).address, "https://new.example/");
	answer(id, &moved);
	expect_text(get(id).address, "https://b.example/");
}

Test(feeds, keep_validators_through_failures_and_renew_them_on_304)
{
	struct store_answer good = {.attempt = {.time = 1, .status = 200},
		.etag = STR("\"a\""),
		.last_modified = STR("Mon, 01 Sep 2025 08:00:00 GMT"),
		.document_hash = 42};
	struct store_answer bad = {
		.attempt = {.time = 2, .status = 500, .failed = true, .cause = STR("server error")},
		.next = 100};
	struct store_answer same = {.attempt = {.time = 3, .status = 304}, .etag = STR("\"b\"")};
	struct store_feed feed;

	answer(library.feed, &good);
	answer(library.feed, &bad);
	answer(library.feed, &bad);
	feed = get(library.feed);
	expect_text(feed.etag, "\"a\"");
	cr_expect_eq(feed.failure_count, 2);
	expect_text(feed.cause, "server error");
	cr_expect_eq(feed.next, 100);
	answer(library.feed, &same);
	feed = get(library.feed);
	expect_text(feed.etag, "\"b\"");
	expect_text(feed.last_modified, "Mon, 01 Sep 2025 08:00:00 GMT");
	cr_expect_eq(feed.document_hash, 42);
	cr_expect_eq(feed.failure_count, 0);
	cr_expect_null(feed.cause.data);
}

Test(feeds, that_are_gone_are_muted)
{
	struct store_answer gone = {
		.attempt = {.time = 2, .status = 410, .failed = true, .cause = STR("gone")}, .is_gone = true};

	answer(library.feed, &gone);
	cr_expect(get(library.feed).is_muted);
}

Test(feeds, remember_their_last_ten_attempts_newest_first)
{
	struct store_attempt_list attempts;
	struct error error = {0};

	for (int i = 1; i <= 13; i++) {
		struct store_answer given = {.attempt = {.time = i,
						     .status = i % 2 ? 200 : 404,
						     .failed = i % 2 == 0,
						     .cause = i % 2 ? STR_NONE : STR("not found"),
						     .bytes = i * 10,
						     .duration_ms = 7}};

		answer(library.feed, &given);
	}
	cr_assert(store_feed_attempts(library.store, library.feed, &library.arena, &attempts, &error));
	cr_assert_eq(attempts.count, STORE_ATTEMPTS_KEPT);
	cr_expect_eq(attempts.items[0].time, 13);
	cr_expect_eq(attempts.items[9].time, 4);
	cr_expect_eq(attempts.items[0].bytes, 130);
	cr_expect_null(attempts.items[0].cause.data, "a good answer has no cause");
	expect_text(attempts.items[1].cause, "not found");
	cr_expect(attempts.items[1].failed);
}

Test(feeds, are_due_when_their_time_has_come_and_the_server_allows)
{
	static const struct {
		const char *name;
		int64_t next, not_before;
		bool is_muted, is_local, is_due;
	} rows[] = {
		{"never asked", 0, 0, false, false, true},
		{"its time has come", 1000, 0, false, false, true},
		{"its time comes later", 1001, 0, false, false, false},
		{"the server said later", 0, 1001, false, false, false},
		{"muted", 0, 0, true, false, false},
		{"local", 0, 0, false, true, false},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct store_feed feed = {.address = arena_printf(&library.arena, "https://%zu.example/", i),
			.added = 1,
			.is_muted = rows[i].is_muted,
			.is_local = rows[i].is_local};
		struct store_answer given = {.attempt = {.time = 1, .status = 200},
			.next = rows[i].next,
			.not_before = rows[i].not_before};
		struct store_feed_list due;
		struct error error = {0};
		bool is_due = false;
		int64_t id;

		cr_assert(store_feed_add(library.store, &feed, &id, &error), "%s", error.message);
		if (rows[i].next || rows[i].not_before)
			answer(id, &given);
		cr_assert(store_feeds(library.store, STORE_FEEDS_DUE, 1000, &library.arena, &due, &error));
		for (size_t j = 0; j < due.count; j++)
			is_due |= due.items[j].id == id;
		cr_expect_eq(is_due, rows[i].is_due, "%s", rows[i].name);
	}
}

Test(feeds, are_listed_by_folder_and_name)
{
	static const struct {
		const char *folder, *title;
	} rows[] = {{"b", "Alpha"}, {"", "zeta"}, {"a", "Beta"}, {"b", "alpha two"}, {"", "Éclair"}};
	struct store_feed_list list;
	struct error error = {0};
	struct str names = STR("");

	cr_assert(store_feed_remove(library.store, library.feed, 1, &error));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct store_feed feed = {.address = arena_printf(&library.arena, "https://%zu.example/", i),
			.added = 1,
			.folder = str_from(rows[i].folder),
			.user_title = str_from(rows[i].title)};
		int64_t id;

		cr_assert(store_feed_add(library.store, &feed, &id, &error));
	}
	cr_assert(store_feeds(library.store, STORE_FEEDS_SUBSCRIBED, 0, &library.arena, &list, &error));
	for (size_t i = 0; i < list.count; i++)
		names = arena_printf(
			&library.arena, "%.*s%.*s|", STR_ARG(names), STR_ARG(list.items[i].user_title));
	expect_text(names, "Éclair|zeta|Beta|Alpha|alpha two|");
}

Test(feeds, show_the_articles_of_the_last_fourteen_days)
{
	struct feed document = library_document(&library, 4);
	struct store_activity_list list;
	struct error error = {0};

	document.articles.items[0].published = LIBRARY_NOW - 10;
	document.articles.items[1].published = LIBRARY_NOW - 20;
	document.articles.items[2].published = LIBRARY_NOW - 86400 - 10;
	document.articles.items[3].published = LIBRARY_NOW - 86400 * 14 - 10;
	library_put(&library, &document);
	cr_assert(store_feed_activity(library.store, LIBRARY_NOW, &library.arena, &list, &error), "%s",
		error.message);
	cr_assert_eq(list.count, 1);
	cr_expect_eq(list.items[0].days[STORE_ACTIVITY_DAYS - 1], 2);
	cr_expect_eq(list.items[0].days[STORE_ACTIVITY_DAYS - 2], 1);
	cr_expect_eq(list.items[0].days[0], 0);
}

Test(feeds, take_the_title_the_publisher_gives_until_the_user_gives_one)
{
	struct feed document = library_document(&library, 1);
	struct store_feed feed;
	struct error error = {0};

	library_put(&library, &document);
	feed = get(library.feed);
	expect_text(store_feed_name(&feed), "News");
	feed.user_title = STR("My news");
	cr_assert(store_feed_change(library.store, &feed, 10, &error));
	document.title = STR("News, renamed");
	library_put(&library, &document);
	feed = get(library.feed);
	expect_text(store_feed_name(&feed), "My news");
	expect_text(feed.title, "News, renamed");
}
