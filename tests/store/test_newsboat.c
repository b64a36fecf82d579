#include "dateline/store/newsboat.h"

#include "dateline/store/articles.h"
#include "dateline/store/feeds.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOW INT64_C(1764590400)

/* The tables as newsboat 2.30 makes them, as far as they are read. */
static const char cache_sql[] =
	"CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL,"
	" lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT '');"
	"CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,"
	" author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL,"
	" content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),"
	" enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,"
	" base VARCHAR(128) NOT NULL DEFAULT '');"
	"INSERT INTO rss_feed (rssurl, url, title) VALUES ('http://a.example/f', 'http://a.example/', 'Paper A'),"
	" ('http://gone.example/f', '', 'Gone'), ('query:x:y', '', 'Query');"
	"INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted) VALUES"
	" ('1', 'Read one', 'Ann', 'http://a.example/1', 'http://a.example/f', 1764500000, '<p>Text one.</p>', 0, NULL, 0),"
	" ('2', 'New one', '', 'http://a.example/2', 'http://a.example/f', 1764500100, '<p>Text two.</p>', 1, 'ab', 0),"
	" ('3', 'Deleted', '', '', 'http://a.example/f', 1764500200, '', 1, NULL, 1),"
	" ('4', 'Old', '', '', 'http://gone.example/f', 0, 'x', 1, NULL, 0);";

static char directory[64], cache[128];
static struct store *store;
static struct arena arena;
static struct store_newsboat taken;

static void begin(void)
{
	sqlite3 *db = NULL;
	struct error error = {0};

	strcpy(directory, "/tmp/dateline-newsboat-XXXXXX");
	cr_assert_not_null(mkdtemp(directory));
	snprintf(cache, sizeof cache, "%s/cache.db", directory);
	cr_assert_eq(sqlite3_open(cache, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db, cache_sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
	cr_assert(store_open(":memory:", STORE_READ_WRITE, &store, &error), "%s", error.message);
}

static void end(void)
{
	store_close(store);
	arena_finish(&arena);
	unlink(cache);
	rmdir(directory);
}

TestSuite(newsboat, .init = begin, .fini = end);

static void take(void)
{
	struct error error = {0};

	cr_assert(store_take_newsboat(store, cache, NOW, &taken, &error), "%s", error.message);
}

static int64_t subscribe(const char *address)
{
	const struct store_feed feed = {.address = str_from(address), .folder = STR(""), .added = NOW};
	int64_t id = 0;

	cr_assert(store_feed_add(store, &feed, &id, NULL));
	return id;
}

Test(newsboat, takes_articles_and_marks_into_the_feeds_that_are_known)
{
	int64_t id = subscribe("http://a.example/f");
	struct store_entry entry = {0};
	struct store_feed feed = {0};

	take();
	cr_expect_eq(taken.articles, 4);
	cr_expect_eq(taken.read, 1);
	cr_expect_eq(taken.starred, 1);
	cr_assert(store_feed_get(store, id, &arena, &feed, NULL));
	cr_expect_eq(feed.articles, 2, "what was deleted stays hidden");
	cr_expect_eq(feed.unread, 1);
	cr_expect_eq(feed.starred, 1);
	cr_expect(str_equal(feed.title, STR("Paper A")));
	for (int64_t article = 1; article <= 3; article++) {
		cr_assert(store_article_get(store, article, STORE_CONTENT_BEST, &arena, &entry, NULL));
		if (!str_equal(entry.article.title, STR("Read one")))
			continue;
		cr_expect(entry.is_read);
		cr_expect_eq(entry.article.published, 1764500000);
		cr_expect(str_equal(entry.article.link, STR("http://a.example/1")));
		cr_expect_neq(str_find(entry.article.content.text, STR("Text one."), 0), STR_NPOS);
		cr_assert_eq(entry.article.authors.count, 1);
	}
}

Test(newsboat, keeps_a_feed_that_was_unsubscribed_so_with_its_articles)
{
	struct store_feed feed = {0};

	subscribe("http://a.example/f");
	take();
	cr_assert(store_feed_get(
		store, store_feed_find(store, STR("http://gone.example/f")), &arena, &feed, NULL));
	cr_expect_not(feed.is_subscribed);
	cr_expect_eq(feed.articles, 1);
}

Test(newsboat, subscribes_to_its_feeds_when_the_library_has_none)
{
	struct store_feed feed = {0};

	take();
	cr_expect_eq(taken.feeds, 2, "query feeds are none");
	cr_assert(store_feed_get(
		store, store_feed_find(store, STR("http://a.example/f")), &arena, &feed, NULL));
	cr_expect(feed.is_subscribed);
}

Test(newsboat, takes_nothing_twice)
{
	take();
	take();
	cr_expect_eq(taken.articles, 0);
	cr_expect_eq(taken.read, 0);
}

static struct store_entry find_entry(const char *title)
{
	struct store_entry entry = {0};

	for (int64_t article = 1; article <= 4; article++) {
		cr_assert(store_article_get(store, article, STORE_CONTENT_BEST, &arena, &entry, NULL));
		if (str_equal(entry.article.title, str_from(title)))
			return entry;
	}
	cr_assert_fail("%s", title);
	return entry;
}

/* What the publisher has of an article that newsboat knew with less of its text. */
static void refresh_article_one(void)
{
	struct feed document = {.source = STR("http://a.example/f"), .updated = TIME_NONE};
	struct article *article = LIST_PUSH(&arena, &document.articles);
	struct error error = {0};

	*article = (struct article){.id = STR("1"),
		.title = STR("Read one"),
		.link = STR("http://a.example/1"),
		.published = 1764500000,
		.updated = TIME_NONE,
		.content = {CONTENT_HTML, STR("<p>The whole text one, with more.</p>"), STR("")}};
	cr_assert(store_put_feed(
		store, store_feed_find(store, document.source), &document, NULL, NOW, NULL, &error));
}

Test(newsboat, articles_it_knew_do_not_look_changed_after_the_first_refresh)
{
	take();
	refresh_article_one();
	cr_expect(find_entry("Read one").is_read);
	cr_expect_not(find_entry("Read one").is_updated);
	cr_expect_neq(str_find(find_entry("Read one").article.content.text, STR("whole text"), 0), STR_NPOS);
}

Test(newsboat, does_not_replace_what_the_library_has_of_an_article)
{
	take();
	refresh_article_one();
	take();
	cr_expect_eq(taken.read, 0);
	cr_expect_neq(str_find(find_entry("Read one").article.content.text, STR("whole text"), 0), STR_NPOS);
}

Test(newsboat, marks_are_few_steps_of_undo)
{
	struct store_undone undone;

	take();
	cr_assert(store_undo(store, &undone, NULL));
	cr_expect_str_eq(undone.message, "1 article marked read");
	cr_assert(store_undo(store, &undone, NULL));
	cr_expect_str_eq(undone.message, "1 article starred");
	cr_assert(store_undo(store, &undone, NULL));
	cr_expect_str_eq(undone.message, "1 article hidden");
}

Test(newsboat, subscribes_to_no_command_and_no_file)
{
	struct store_feed_list feeds = {0};
	sqlite3 *db = NULL;

	cr_assert_eq(sqlite3_open(cache, &db), SQLITE_OK);
	sqlite3_exec(db,
		"UPDATE rss_feed SET rssurl = 'exec:touch x' WHERE rssurl = 'http://a.example/f';"
		"UPDATE rss_item SET feedurl = 'exec:touch x' WHERE feedurl = 'http://a.example/f'",
		NULL, NULL, NULL);
	sqlite3_close(db);
	take();
	cr_assert(store_feeds(store, STORE_FEEDS_SUBSCRIBED, NOW, &arena, &feeds, NULL));
	cr_assert_eq(feeds.count, 1);
	cr_expect(str_equal(feeds.items[0].address, STR("http://gone.example/f")));
	cr_expect_eq(taken.articles, 4, "its articles are kept");
}

Test(newsboat, refuses_a_database_that_is_no_cache)
{
	struct error error = {0};
	sqlite3 *db = NULL;

	unlink(cache);
	sqlite3_open(cache, &db);
	sqlite3_exec(db, "CREATE TABLE other (x)", NULL, NULL, NULL);
	sqlite3_close(db);
	cr_expect(store_is_database(cache));
	cr_expect_not(store_take_newsboat(store, cache, NOW, &taken, &error));
	cr_expect_eq(error.code, ERROR_NOT_A_FEED);
	cr_expect_not(store_is_database("/no/such/file"));
}
