#include "dateline/refresh/engine.h"

#include "../support/server.h"
#include "dateline/net/fetch.h"
#include "dateline/query/rules.h"
#include "dateline/store/articles.h"
#include "dateline/store/feeds.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOON INT64_C(1764590400) /* 2025-12-01T12:00:00Z */

#define ITEM(n)                                                                                              \
	"<item><title>Report " #n "</title><link>http://example.org/" #n "</link><guid>g" #n "</guid>"       \
	"<pubDate>Mon, 01 Dec 2025 1" #n ":00:00 GMT</pubDate><description>&lt;p&gt;Text of report " #n      \
	".&lt;/p&gt;</description></item>"
#define RSS(extra, items)                                                                                    \
	"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Post</title>"                       \
	"<link>http://example.org/</link><description>d</description>" extra items "</channel></rss>"

static struct server *server;
static struct engine *engine;
static struct arena arena;
static int64_t now;
static char directory[64], library[128];
static struct fetch_limits limits;

static int64_t tell_time(void *context)
{
	(void)context;
	return now;
}

static void open_engine_with(unsigned workers, const struct rules *rules)
{
	const struct engine_options options = {.library = library,
		.workers = workers,
		.rules = rules,
		.now = tell_time,
		.limits = &limits,
		.user_agent = "tester"};
	struct error error = {0};

	cr_assert(engine_open(&options, &engine, &error), "%s", error.message);
}

static void open_engine(unsigned workers)
{
	open_engine_with(workers, NULL);
}

static void begin(void)
{
	strcpy(directory, "/tmp/dateline-engine-XXXXXX");
	cr_assert_not_null(mkdtemp(directory));
	snprintf(library, sizeof library, "%s/library.db", directory);
	server = server_start();
	limits = fetch_limits_default;
	now = NOON;
	open_engine(0);
}

static void remove_files(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -r %s", directory);
	cr_expect_eq(system(command), 0);
}

static void end(void)
{
	engine_close(engine);
	server_stop(server);
	arena_finish(&arena);
	remove_files();
}

TestSuite(engine, .init = begin, .fini = end, .timeout = 60);

/* ---- helpers */

/* Takes events until the job is done; the last one of `kind` is kept in *found. */
static bool wait_for(engine_job job, enum engine_event_kind kind, struct engine_event *found)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(engine), .events = POLLIN};
	struct engine_event event;
	bool has_found = false;

	for (;;) {
		while (!engine_next_event(engine, &event))
			poll(&fd, 1, -1);
		if (event.kind == kind) {
			*found = event;
			has_found = true;
		}
		if (event.kind == EVENT_JOB_DONE && event.job == job)
			return has_found;
	}
}

static struct store *open_store(void)
{
	struct store *store = NULL;
	struct error error = {0};

	cr_assert(store_open(library, STORE_READ_WRITE, &store, &error), "%s", error.message);
	return store;
}

static int64_t subscribe(const char *address)
{
	struct store *store = open_store();
	const struct store_feed feed = {.address = str_from(address), .folder = STR(""), .added = now};
	struct error error = {0};
	int64_t id = 0;

	cr_assert(store_feed_add(store, &feed, &id, &error), "%s", error.message);
	store_close(store);
	return id;
}

static struct store_feed feed_of(int64_t id)
{
	struct store *store = open_store();
	struct store_feed feed = {0};
	struct error error = {0};

	cr_assert(store_feed_get(store, id, &arena, &feed, &error), "%s", error.message);
	store_close(store);
	return feed;
}

static struct engine_event refresh(bool force)
{
	struct engine_event event = {0};

	cr_assert(wait_for(engine_refresh(engine, NULL, 0, force), EVENT_REFRESH_DONE, &event));
	return event;
}

static void script(const char *path, const char *body)
{
	server_script(server, path, (struct server_answer){.body = body});
}

static int64_t subscribe_path(const char *path)
{
	return subscribe(server_address(server, NULL, path));
}

static bool has(const char *text, const char *part)
{
	return text && strstr(text, part) != NULL;
}

static const char *write_file(const char *name, const char *text)
{
	char *path = arena_cstring(&arena, arena_printf(&arena, "%s/%s", directory, name));
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
	return path;
}

/* ---- local jobs */

static int64_t load_one(void)
{
	struct str source = str_from(write_file("a.xml", RSS("", ITEM(1) ITEM(2))));
	struct engine_event event = {0};

	cr_assert(wait_for(engine_load_sources(engine, &source, 1), EVENT_SOURCE_LOADED, &event));
	cr_expect_eq(event.fresh, 2);
	return event.feed;
}

Test(engine, loads_sources_in_the_order_given_and_goes_on_after_a_bad_one)
{
	struct str sources[] = {
		str_from(write_file("one.xml", RSS("", ITEM(1)))),
		STR("/no/such/file"),
		str_from(write_file("two.xml", RSS("", ITEM(2) ITEM(3)))),
	};
	engine_job job = engine_load_sources(engine, sources, 3);
	struct engine_event event;

	cr_assert(engine_next_event(engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_LOADED);
	cr_expect(has(event.message, "one.xml"));
	cr_assert(engine_next_event(engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_FAILED);
	cr_expect(has(event.error.message, "/no/such/file"), "%s", event.error.message);
	cr_assert(engine_next_event(engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_LOADED);
	cr_expect_eq(event.fresh, 2);
	cr_assert(wait_for(job, EVENT_JOB_DONE, &event));
	cr_expect_eq(engine_jobs_open(engine), 0);
}

Test(engine, loads_every_file_of_a_directory)
{
	struct str source;
	struct engine_event event;
	size_t loaded = 0;

	source = arena_printf(&arena, "%s/feeds", directory);
	cr_assert_eq(mkdir(arena_cstring(&arena, source), 0700), 0);
	write_file("feeds/b.xml", RSS("", ITEM(1)));
	write_file("feeds/c.xml", RSS("", ITEM(2)));
	engine_load_sources(engine, &source, 1);
	while (engine_next_event(engine, &event))
		loaded += event.kind == EVENT_SOURCE_LOADED;
	cr_expect_eq(loaded, 2);
}

Test(engine, marks_and_takes_back_and_does_again)
{
	struct engine_event event = {0};
	int64_t feed = load_one();
	const int64_t ids[] = {1, 2};

	cr_assert(wait_for(engine_mark(engine, STORE_READ, ids, 2), EVENT_STATES_CHANGED, &event));
	cr_expect_eq(event.count, 2);
	cr_expect_str_eq(event.message, "2 articles marked read");
	cr_expect_eq(feed_of(feed).unread, 0);
	cr_assert(wait_for(engine_undo(engine), EVENT_UNDONE, &event));
	cr_expect_eq(event.count, 2);
	cr_expect_eq(feed_of(feed).unread, 2);
	cr_assert(wait_for(engine_redo(engine), EVENT_REDONE, &event));
	cr_expect_eq(feed_of(feed).unread, 0);
	cr_assert(wait_for(engine_redo(engine), EVENT_NOTHING_TO_UNDO, &event));
}

Test(engine, writes_articles_into_an_open_file_that_stays_open)
{
	FILE *file = tmpfile();
	struct engine_event event;
	int64_t articles[] = {load_one(), 99};
	char text[512] = "";

	cr_expect(!wait_for(
		engine_print(engine, fileno(file), ENTRY_TEXT, articles, 1), EVENT_JOB_FAILED, &event));
	rewind(file);
	cr_expect(fread(text, 1, sizeof text - 1, file) > 0 && strstr(text, "Text of report "), "got %s",
		text);
	cr_expect(wait_for(
		engine_print(engine, fileno(file), ENTRY_TEXT, articles, 2), EVENT_JOB_FAILED, &event));
	cr_expect(has(event.error.message, "99"), "%s", event.error.message);
	cr_expect(fclose(file) == 0, "the file was still ours");
	file = fopen("/dev/full", "w");
	cr_assert_not_null(file);
	cr_expect(wait_for(
		engine_print(engine, fileno(file), ENTRY_TEXT, articles, 1), EVENT_JOB_FAILED, &event));
	cr_expect(has(event.error.message, "no room"), "%s", event.error.message);
	fclose(file);
}

Test(engine, refuses_a_property_that_is_none)
{
	struct engine_event event = {0};
	int64_t feed = subscribe_path("/f");

	cr_assert(wait_for(
		engine_change_feed(engine, feed, STR("colour"), STR("red")), EVENT_JOB_FAILED, &event));
	cr_expect(has(event.error.message, "colour"));
	cr_assert(wait_for(
		engine_change_feed(engine, feed, STR("interval"), STR("soon")), EVENT_JOB_FAILED, &event));
	cr_assert(wait_for(
		engine_change_feed(engine, feed, STR("interval"), STR("90")), EVENT_FEED_CHANGED, &event));
	cr_expect_eq(feed_of(feed).interval_minutes, 90);
}

/* ---- refreshing */

Test(engine, stores_what_is_new_and_asks_with_the_validators_then)
{
	int64_t feed = subscribe_path("/f");
	struct engine_event event;

	server_script(server, "/f",
		(struct server_answer){.body = RSS("", ITEM(1) ITEM(2)),
			.headers = "ETag: W/\"a\"\r\nLast-Modified: yesterday\r\n"});
	server_script(server, "/f", (struct server_answer){.status = 304});
	server_script(server, "/f", (struct server_answer){.body = RSS("", ITEM(1) ITEM(2) ITEM(3))});
	event = refresh(false);
	cr_expect_eq(event.fresh, 2);
	cr_expect_eq(event.failed, 0);
	cr_expect_eq(feed_of(feed).articles, 2);
	event = refresh(false);
	cr_expect_eq(event.fresh, 0);
	cr_expect(has(server_request(server, "/f", 1), "If-None-Match: W/\"a\"\r\n"));
	cr_expect(has(server_request(server, "/f", 1), "If-Modified-Since: yesterday\r\n"),
		"as sent, though it is no date");
	cr_expect(has(server_request(server, "/f", 1), "User-Agent: tester\r\n"));
	event = refresh(false);
	cr_expect(has(server_request(server, "/f", 2), "If-None-Match: W/\"a\"\r\n"),
		"a 304 without an ETag keeps it");
	cr_expect_eq(event.fresh, 1);
}

Test(engine, obeys_ttl_also_after_304)
{
	subscribe_path("/f");
	server_script(server, "/f",
		(struct server_answer){.body = RSS("<ttl>60</ttl>", ITEM(1)), .headers = "ETag: \"a\"\r\n"});
	server_script(server, "/f", (struct server_answer){.status = 304});
	refresh(false);
	now += 59 * 60;
	cr_expect_eq(refresh(false).total, 0);
	now += 2 * 60;
	cr_expect_eq(refresh(false).total, 1);
	now += 59 * 60;
	cr_expect_eq(refresh(false).total, 0, "the feed's wish outlives a 304");
	cr_expect_eq(refresh(true).total, 1, "the user's wish comes first");
}

Test(engine, does_not_ask_in_an_hour_that_the_feed_excludes_unless_forced)
{
	subscribe(server_address(server, NULL, "/f"));
	script("/f", RSS("<skipHours><hour>15</hour></skipHours>", ITEM(1)));
	refresh(false);
	now = NOON + 3 * 3600 + 60;
	cr_expect_eq(refresh(false).count, 1, "it is not due");
	cr_expect_eq(server_request_count(server, "/f"), 1);
	refresh(true);
	cr_expect_eq(server_request_count(server, "/f"), 2);
	now = NOON + 4 * 3600;
	refresh(false);
	cr_expect_eq(server_request_count(server, "/f"), 3);
}

Test(engine, leaves_a_server_alone_that_asks_for_it_even_when_forced)
{
	int64_t feed = subscribe_path("/f");
	struct engine_event event;

	server_script(
		server, "/f", (struct server_answer){.status = 429, .headers = "Retry-After: 3600\r\n"});
	server_script(server, "/f", (struct server_answer){.body = RSS("", ITEM(1))});
	event = refresh(false);
	cr_expect_eq(event.failed, 1);
	cr_expect(has(arena_cstring(&arena, feed_of(feed).cause), "left alone for 60 min"));
	now += 3599;
	cr_assert(wait_for(engine_refresh(engine, NULL, 0, true), EVENT_FEED_WAITS, &event));
	cr_expect_eq(event.feed, feed);
	now += 2;
	cr_expect_eq(refresh(false).fresh, 1);
	cr_expect_eq(feed_of(feed).failure_count, 0);
}

Test(engine, leaves_the_whole_host_alone_that_asks_for_it_at_one_feed)
{
	struct engine_event event;
	int64_t other;

	engine_close(engine);
	limits.at_once_per_host = 1;
	open_engine(0);
	subscribe_path("/a");
	other = subscribe_path("/b");
	subscribe(server_address(server, "localhost", "/c"));
	server_script(
		server, "/a", (struct server_answer){.status = 503, .headers = "Retry-After: 3600\r\n"});
	script("/a", RSS("", ITEM(1)));
	script("/b", RSS("", ITEM(2)));
	script("/c", RSS("", ITEM(3)));
	event = refresh(false);
	cr_expect_eq(event.failed, 1, "the feed that was not asked did not fail");
	cr_expect_eq(event.total, 2);
	cr_expect_eq(event.fresh, 1);
	cr_expect_eq(server_request_count(server, "/b"), 0);
	now += 1800;
	engine_close(engine);
	open_engine(0);
	cr_assert(wait_for(engine_refresh(engine, &other, 1, true), EVENT_FEED_WAITS, &event));
	cr_expect(has(event.error.message, "its host asks to be left alone for 30 min"), "%s",
		event.error.message);
	cr_expect_eq(server_request_count(server, "/b"), 0, "also not by the next run, and not when forced");
	now += 1801;
	cr_expect_eq(refresh(false).fresh, 2);
	cr_expect_eq(feed_of(other).failure_count, 0);
}

Test(engine, keeps_articles_and_place_over_a_permanent_redirect)
{
	int64_t feed = subscribe_path("/old");
	struct engine_event event;

	script("/old", RSS("", ITEM(1)));
	server_script(server, "/old", (struct server_answer){.status = 301, .headers = "Location: /new\r\n"});
	script("/new", RSS("", ITEM(1) ITEM(2)));
	refresh(false);
	cr_assert(wait_for(engine_refresh(engine, NULL, 0, true), EVENT_FEED_MOVED, &event));
	cr_expect_eq(feed_of(feed).articles, 2);
	cr_expect(str_equal(feed_of(feed).address, str_from(server_address(server, NULL, "/new"))));
	refresh(true);
	cr_expect_eq(server_request_count(server, "/old"), 2, "the old address is not asked again");
}

Test(engine, mutes_a_feed_that_is_gone)
{
	int64_t feed = subscribe_path("/f");
	struct engine_event event;

	script("/f", RSS("", ITEM(1)));
	server_script(server, "/f", (struct server_answer){.status = 410});
	refresh(false);
	cr_assert(wait_for(engine_refresh(engine, NULL, 0, true), EVENT_FEED_GONE, &event));
	cr_expect(feed_of(feed).is_muted);
	cr_expect_eq(feed_of(feed).articles, 1);
	cr_expect_eq(refresh(true).total, 0);
}

Test(engine, backs_off_from_a_feed_that_fails_and_says_so)
{
	struct engine_event event;

	subscribe_path("/f");
	server_script(server, "/f", (struct server_answer){.status = 500});
	cr_expect_eq(refresh(false).failed, 1);
	cr_assert(wait_for(engine_refresh(engine, NULL, 0, false), EVENT_FEED_WAITS, &event));
	cr_expect(has(event.error.message, "500"), "%s", event.error.message);
	cr_expect_eq(server_request_count(server, "/f"), 1);
	now += 200;
	cr_expect_eq(refresh(false).failed, 1);
	cr_expect_eq(server_request_count(server, "/f"), 2);
}

Test(engine, does_not_parse_or_write_the_same_document_again)
{
	int64_t feed = subscribe_path("/f");
	struct engine_event event;

	script("/f", RSS("", ITEM(1)));
	refresh(false);
	cr_assert(wait_for(engine_refresh(engine, NULL, 0, false), EVENT_FEED_UPDATED, &event));
	cr_expect_eq(event.fresh, 0);
	cr_expect_eq(event.count, 0);
	cr_expect_eq(feed_of(feed).articles, 1);
}

Test(engine, asks_for_the_whole_feed_when_no_article_of_it_is_stored)
{
	subscribe_path("/f");
	server_script(
		server, "/f", (struct server_answer){.body = RSS("", ""), .headers = "ETag: \"a\"\r\n"});
	refresh(false);
	refresh(false);
	cr_expect_not(has(server_request(server, "/f", 1), "If-None-Match"));
}

Test(engine, completes_the_others_whatever_one_feed_does)
{
	static const struct {
		const char *name;
		struct server_answer answer;
		const char *part; /* of the sentence under the feed */
	} rows[] = {
		{"404", {.status = 404}, "404"},
		{"500", {.status = 500}, "500"},
		{"a loop", {.status = 302, .headers = "Location: /1\r\n"}, ""},
		{"304 for nothing", {.status = 304}, "304"},
		{"no answer", {.fault = FAULT_SILENCE}, "no answer"},
		{"half a body", {.fault = FAULT_CUT, .body = RSS("", ITEM(1))}, "part"},
		{"reset", {.fault = FAULT_RESET}, "broke off"},
		{"reset in mid-body", {.fault = FAULT_RESET_MID, .body = RSS("", ITEM(1))}, "127.0.0.1"},
		{"endless", {.fault = FAULT_ENDLESS, .body = "<rss>012345678901234567890123456789"},
			"larger"},
		{"bomb", {.fault = FAULT_BOMB, .body_length = 8u << 20}, "larger"},
		{"login page",
			{.body = "<!doctype html><html><head><title>Sign in</title></head><body><form><p>Sign in, please"
				 "</p></form></body></html>"},
			"web page"},
		{"nothing", {.body = ""}, ""},
		{"binary", {.body = "\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05"}, ""},
		{"cut off before its first article",
			{.body = "<rss version=\"2.0\"><channel><title>T</title><descr"},
			"no article could be read"},
		{"a file elsewhere", {.status = 301, .headers = "Location: file:///etc/hostname\r\n"},
			"file:"},
	};
	int64_t ids[COUNT_OF(rows)], good[2];
	struct engine_event event;

	limits.most_bytes = 1 << 20;
	limits.first_byte_ms = 200;
	engine_close(engine);
	open_engine(0);
	good[0] = subscribe_path("/good");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char path[16];

		snprintf(path, sizeof path, "/%zu", i);
		server_script(server, path, rows[i].answer);
		ids[i] = subscribe_path(path);
	}
	good[1] = subscribe_path("/good2");
	script("/good", RSS("", ITEM(1)));
	script("/good2", RSS("", ITEM(1)));
	event = refresh(false);
	cr_expect_eq(event.failed, COUNT_OF(rows));
	cr_expect_eq(event.done, COUNT_OF(rows) + 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect_eq(feed_of(good[i]).articles, 1);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct store_feed feed = feed_of(ids[i]);

		cr_expect_eq(feed.failure_count, 1, "%s", rows[i].name);
		cr_expect_gt(feed.cause.length, 10, "%s", rows[i].name);
		cr_expect_neq(str_find(feed.cause, str_from(rows[i].part), 0), STR_NPOS, "%s: %.*s",
			rows[i].name, STR_ARG(feed.cause));
	}
}

Test(engine, reads_what_can_be_read_of_a_damaged_feed)
{
	static const struct {
		const char *name;
		struct server_answer answer;
		int64_t articles;
	} rows[] = {
		{"cut off in an item",
			{.body = "<rss version=\"2.0\"><channel><title>T</title>" ITEM(1) "<item><title>x"},
			1},
		{"says UTF-8, is Latin-1",
			{.body = RSS("", "<item><title>Gr\xf6\xdf"
					 "e</title><guid>1</guid></item>"),
				.headers = "Content-Type: text/xml; charset=utf-8\r\n"},
			1},
		{"a bare ampersand",
			{.body = RSS("", "<item><title>AT&T</title><guid>1</guid></item>" ITEM(2))}, 2},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char path[16];
		int64_t feed;

		snprintf(path, sizeof path, "/%zu", i);
		server_script(server, path, rows[i].answer);
		feed = subscribe_path(path);
		refresh(false);
		cr_expect_geq(feed_of(feed).articles, rows[i].articles, "%s", rows[i].name);
		cr_expect_eq(feed_of(feed).failure_count, 0, "%s", rows[i].name);
	}
}

Test(engine, reads_files_and_commands_of_the_users_own_list)
{
	int64_t by_command, by_file;

	write_file("f.xml", RSS("", ITEM(1)));
	by_command = subscribe(arena_cstring(&arena, arena_printf(&arena, "exec:cat %s/f.xml", directory)));
	by_file = subscribe(arena_cstring(&arena, arena_printf(&arena, "file://%s/f.xml", directory)));
	cr_expect_eq(refresh(false).failed, 0);
	cr_expect_eq(feed_of(by_command).articles, 1);
	cr_expect_eq(feed_of(by_file).articles, 1);
}

Test(engine, takes_the_password_from_a_command)
{
	struct engine_event event = {0};
	int64_t feed = subscribe_path("/f");

	script("/f", RSS("", ITEM(1)));
	wait_for(engine_change_feed(engine, feed, STR("credentials"), STR("echo anna:secret")),
		EVENT_FEED_CHANGED, &event);
	cr_expect_eq(refresh(false).failed, 0);
	cr_expect(server_request_count(server, "/f"));
	wait_for(engine_change_feed(engine, feed, STR("credentials"), STR("exit 1")), EVENT_FEED_CHANGED,
		&event);
	cr_expect_eq(refresh(true).failed, 1);
	cr_expect_neq(str_find(feed_of(feed).cause, STR("password"), 0), STR_NPOS);
}

Test(engine, keeps_the_cookies_of_a_feed_that_asked_for_them_and_forgets_them_when_told)
{
	int64_t with = subscribe(server_address(server, NULL, "/with"));
	struct engine_event event;

	subscribe(server_address(server, NULL, "/without"));
	server_script(server, "/with",
		(struct server_answer){
			.body = RSS("", ITEM(1)), .headers = "Set-Cookie: mine=1; Path=/\r\n"});
	script("/without", RSS("", ITEM(2)));
	wait_for(engine_change_feed(engine, with, STR("cookies"), STR("yes")), EVENT_FEED_CHANGED, &event);
	refresh(true);
	engine_close(engine);
	open_engine(0);
	refresh(true);
	cr_expect_not(has(server_request(server, "/with", 0), "Cookie:"));
	cr_expect(has(server_request(server, "/with", 1), "Cookie: mine=1"), "%s",
		server_request(server, "/with", 1));
	cr_expect_not(has(server_request(server, "/without", 1), "Cookie:"));
	wait_for(engine_change_feed(engine, with, STR("cookies"), STR("no")), EVENT_FEED_CHANGED, &event);
	wait_for(engine_change_feed(engine, with, STR("cookies"), STR("yes")), EVENT_FEED_CHANGED, &event);
	refresh(true);
	cr_expect_not(has(server_request(server, "/with", 2), "Cookie:"));
}

Test(engine, lets_go_what_retention_does_not_keep)
{
	const struct engine_options options = {.library = library, .now = tell_time, .keep_count = 1};
	struct error error = {0};
	const int64_t all[] = {1, 2, 3};
	int64_t feed = subscribe_path("/f");

	script("/f", RSS("", ITEM(1) ITEM(2) ITEM(3)));
	refresh(false);
	engine_mark(engine, STORE_READ, all, 3);
	engine_mark(engine, STORE_STAR, all + 2, 1);
	engine_close(engine);
	cr_assert(engine_open(&options, &engine, &error), "%s", error.message);
	refresh(true);
	cr_expect_eq(feed_of(feed).articles, 2, "the newest and the starred one are left");
	cr_expect_eq(feed_of(feed).starred, 1);
	refresh(true);
	cr_expect_eq(feed_of(feed).articles, 2, "what went does not come again");
}

Test(engine, refreshes_by_itself_when_the_user_wants_that)
{
	struct engine_options options = {
		.library = library, .now = tell_time, .workers = 1, .refresh_minutes = 10};
	struct pollfd fd;
	struct engine_event event = {0};
	struct error error = {0};

	subscribe_path("/f");
	script("/f", RSS("", ITEM(1)));
	engine_close(engine);
	cr_assert(engine_open(&options, &engine, &error), "%s", error.message);
	fd = (struct pollfd){.fd = engine_wakeup_fd(engine), .events = POLLIN};
	while (event.kind != EVENT_REFRESH_DONE)
		if (!engine_next_event(engine, &event))
			poll(&fd, 1, -1);
	cr_expect_eq(event.fresh, 1);
}

/* ---- adding, pages */

static engine_job add(const char *path, struct str folder)
{
	const struct engine_subscription subscription = {
		.address = str_from(server_address(server, NULL, path)), .folder = folder};

	return engine_add_feed(engine, &subscription);
}

Test(engine, applies_the_rules_of_the_user_to_what_comes)
{
	struct rules rules = {0};
	struct engine_event event;
	struct store_entry entry;
	struct store *store;
	int64_t id = subscribe_path("/rules");

	cr_assert(rule_read(STR("hide: title:\"report 2\""), LIST_PUSH(&arena, &rules.list), NULL));
	cr_assert(rule_read(STR("label post: feed:post"), LIST_PUSH(&arena, &rules.list), NULL));
	engine_close(engine);
	open_engine_with(0, &rules);
	script("/rules", RSS("", ITEM(1) ITEM(2)));
	event = refresh(true);
	cr_expect(event.fresh == 2 && event.hidden == 1, "%zu, %zu", event.fresh, event.hidden);
	cr_expect_eq(feed_of(id).articles, 1, "what is hidden is not counted");
	store = open_store();
	cr_assert(store_article_get(store, 1, STORE_CONTENT_NONE, &arena, &entry, NULL));
	store_close(store);
	cr_expect(entry.labels.count == 1 && str_equal(entry.labels.items[0], STR("post")));
	engine_close(engine);
	open_engine_with(2, &rules);
	script("/added", RSS("", ITEM(2) ITEM(3)));
	cr_assert(wait_for(add("/added", STR("")), EVENT_FEED_ADDED, &event));
	cr_expect(event.fresh == 2 && event.hidden == 1, "%zu, %zu", event.fresh, event.hidden);
}

Test(engine, finds_the_feed_that_a_page_names)
{
	struct engine_event event = {0};
	engine_job job;

	script("/",
		"<!doctype html><html><head><title>The Post</title>"
		"<link rel=alternate type=application/rss+xml title='Comments' href=/comments/feed>"
		"<link rel=alternate type=application/rss+xml title='News' href=/feed></head><body><p>Hello.</p></body></html>");
	script("/feed", RSS("", ITEM(1) ITEM(2)));
	job = add("/", STR("News"));
	cr_assert(wait_for(job, EVENT_FEED_ADDED, &event));
	cr_expect_eq(event.fresh, 2);
	cr_expect_str_eq(event.message, "The Post");
	cr_expect(str_equal(feed_of(event.feed).address, str_from(server_address(server, NULL, "/feed"))));
	cr_expect(str_equal(feed_of(event.feed).folder, STR("News")));
	job = add("/feed", STR_NONE);
	cr_assert(wait_for(job, EVENT_JOB_FAILED, &event));
	cr_expect(has(event.error.message, "already"), "%s", event.error.message);
}

Test(engine, subscribes_without_tls_where_the_user_named_no_scheme_and_there_is_none)
{
	struct engine_subscription subscription = {
		.address = str_from(server_address(server, NULL, "/f") + strlen("http://"))};
	struct engine_event event = {0};
	char address[128];

	script("/f", RSS("", ITEM(1)));
	cr_assert(wait_for(engine_add_feed(engine, &subscription), EVENT_FEED_ADDED, &event));
	cr_expect(str_equal(feed_of(event.feed).address, str_from(server_address(server, NULL, "/f"))));
	snprintf(address, sizeof address, "https%s", server_address(server, NULL, "/f") + strlen("http"));
	subscription.address = str_from(address);
	cr_assert(wait_for(engine_add_feed(engine, &subscription), EVENT_JOB_FAILED, &event),
		"who asks for TLS gets nothing less");
}

Test(engine, says_which_other_feeds_a_page_names)
{
	struct engine_event event = {0};

	script("/",
		"<!doctype html><html><head><title>The Post</title>"
		"<link rel=alternate type=application/rss+xml title=News href=/feed>"
		"<link rel=alternate type=application/rss+xml title='Sport &amp; Play' href=/sport></head></html>");
	script("/feed", RSS("", ITEM(1)));
	cr_assert(wait_for(add("/", STR_NONE), EVENT_FEED_OFFERED, &event));
	cr_expect(has(event.message, server_address(server, NULL, "/sport")), "%s", event.message);
	cr_expect(has(event.message, "(Sport & Play)"), "%s", event.message);
}

Test(engine, takes_what_is_done_to_a_feed_back_and_does_it_again)
{
	struct engine_event event = {0};
	int64_t feed;

	script("/f", RSS("", ITEM(1) ITEM(2)));
	cr_assert(wait_for(add("/f", STR("News")), EVENT_FEED_ADDED, &event));
	feed = event.feed;
	wait_for(engine_change_feed(engine, feed, STR("title"), STR("Mine")), EVENT_FEED_CHANGED, &event);
	wait_for(engine_remove_feed(engine, feed), EVENT_FEED_CHANGED, &event);
	cr_expect_not(feed_of(feed).is_subscribed);
	engine_close(engine);
	open_engine(2);
	cr_assert(wait_for(engine_undo(engine), EVENT_UNDONE, &event));
	cr_expect_str_eq(event.message, "feed unsubscribed: Mine");
	cr_expect(feed_of(feed).is_subscribed && str_equal(feed_of(feed).folder, STR("News")));
	cr_expect_eq(feed_of(feed).articles, 2);
	cr_assert(wait_for(engine_undo(engine), EVENT_UNDONE, &event));
	cr_assert(wait_for(engine_undo(engine), EVENT_UNDONE, &event));
	cr_expect_str_eq(event.message, "feed subscribed to: The Post");
	cr_expect_not(feed_of(feed).is_subscribed);
	cr_assert(wait_for(engine_redo(engine), EVENT_REDONE, &event));
	cr_expect(feed_of(feed).is_subscribed);
}

Test(engine, subscribes_to_nothing_that_is_no_feed)
{
	static const char *const paths[] = {"/page", "/text", "/missing", "/evil"};
	struct store *store;
	struct store_feed_list feeds = {0};

	script("/page", "<!doctype html><html><body><p>No feed is named here.</p></body></html>");
	script("/text", "Just some words.\n");
	script("/evil",
		"<!doctype html><html><head><link rel=alternate type=application/rss+xml href=file:///etc/passwd>"
		"<link rel=alternate type=application/rss+xml href=exec:id></head></html>");
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		struct engine_event event = {0};

		cr_expect(wait_for(add(paths[i], STR_NONE), EVENT_JOB_FAILED, &event), "%s", paths[i]);
		cr_expect(has(event.error.message, paths[i]), "%s", event.error.message);
	}
	store = open_store();
	cr_expect(store_feeds(store, STORE_FEEDS_ALL, now, &arena, &feeds, NULL));
	cr_expect_eq(feeds.count, 0);
	store_close(store);
}

Test(engine, keeps_the_page_of_an_article_as_its_full_text)
{
	const char *item = arena_cstring(&arena,
		arena_printf(&arena,
			"<rss version=\"2.0\"><channel><title>P</title><item><title>T"
			"</title><guid>1</guid><link>%s</link><description>Short.</description></item></channel></rss>",
			server_address(server, NULL, "/page")));
	struct engine_event event = {0};
	struct store_entry entry = {0};
	struct store *store;

	script("/f", item);
	script("/page",
		"<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1>"
		"<p>The whole report begins with a first paragraph that is long enough to be one of an article.</p>"
		"<p>And it goes on with a second paragraph, which has some more words about the same matter.</p>"
		"</article></body></html>");
	subscribe_path("/f");
	refresh(false);
	cr_assert(wait_for(engine_fetch_page(engine, 1), EVENT_PAGE_STORED, &event));
	cr_expect_eq(event.article, 1);
	store = open_store();
	cr_assert(store_article_get(store, 1, STORE_CONTENT_BEST, &arena, &entry, NULL));
	cr_expect(entry.is_full);
	cr_expect_neq(str_find(entry.article.content.text, STR("second paragraph"), 0), STR_NPOS);
	store_close(store);
	cr_assert(wait_for(engine_fetch_page(engine, 99), EVENT_JOB_FAILED, &event));
}

#define PAGE                                                                                                 \
	"<!doctype html><html><head><title>T</title></head><body><article><h1>T</h1><p>The report begins "   \
	"with a first paragraph that is long enough to be one of an article.</p></article></body></html>"

Test(engine, asks_for_pages_of_the_host_of_a_feed_as_for_the_feed_and_tells_no_other_host)
{
	const char *here = server_address(server, NULL, "/here");
	const char *there = server_address(server, "localhost", "/there");
	struct engine_event event = {0};
	int64_t feed = subscribe_path("/f");

	script("/f",
		arena_cstring(&arena,
			arena_printf(&arena,
				"<rss version=\"2.0\"><channel><title>P</title><item><title>1</title><link>%s</link>"
				"</item><item><title>2</title><link>%s</link></item></channel></rss>",
				here, there)));
	script("/here", PAGE);
	script("/there", PAGE);
	cr_assert(wait_for(engine_change_feed(engine, feed, STR("headers"), STR("X-Key: secret")),
		EVENT_FEED_CHANGED, &event));
	cr_assert(wait_for(engine_change_feed(engine, feed, STR("user-agent"), STR("somebody")),
		EVENT_FEED_CHANGED, &event));
	cr_assert(wait_for(engine_change_feed(engine, feed, STR("full-text"), STR("yes")),
		EVENT_FEED_CHANGED, &event));
	refresh(false);
	cr_assert_eq(server_request_count(server, "/here"), 1);
	cr_assert_eq(server_request_count(server, "/there"), 1);
	cr_expect(has(server_request(server, "/here", 0), "X-Key: secret"));
	cr_expect(has(server_request(server, "/here", 0), "User-Agent: somebody"));
	cr_expect_not(has(server_request(server, "/there", 0), "secret"));
	cr_expect_not(has(server_request(server, "/there", 0), "somebody"));
}

/* ---- threads */

Test(engine, works_with_threads_as_without)
{
	int64_t feeds[40];
	struct engine_event event;

	engine_close(engine);
	open_engine(2);
	for (size_t i = 0; i < COUNT_OF(feeds); i++) {
		char path[16];

		snprintf(path, sizeof path, "/%zu", i);
		script(path, RSS("", ITEM(1) ITEM(2) ITEM(3)));
		feeds[i] = subscribe_path(path);
	}
	event = refresh(false);
	cr_expect_eq(event.fresh, 120);
	cr_expect_eq(event.done, 40);
	for (size_t i = 0; i < COUNT_OF(feeds); i++)
		cr_expect_eq(feed_of(feeds[i]).articles, 3);
}

Test(engine, marks_while_a_server_is_silent)
{
	struct engine_event event;
	const int64_t id = 1;

	load_one();
	engine_close(engine);
	open_engine(2);
	server_script(server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	subscribe_path("/f");
	engine_refresh(engine, NULL, 0, false);
	server_wait_for(server, 1);
	cr_expect(wait_for(engine_mark(engine, STORE_READ, &id, 1), EVENT_STATES_CHANGED, &event));
	cr_expect_eq(event.article, 1);
	cr_expect_eq(engine_jobs_open(engine), 1, "the refresh goes on");
}

Test(engine, stops_a_refresh_and_says_so)
{
	struct engine_event event;
	engine_job job;

	engine_close(engine);
	open_engine(1);
	server_script(server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	subscribe_path("/f");
	job = engine_refresh(engine, NULL, 0, false);
	server_wait_for(server, 1);
	engine_stop_refresh(engine);
	cr_assert(wait_for(job, EVENT_REFRESH_DONE, &event));
	cr_expect(event.was_stopped);
	cr_expect_eq(event.failed, 0, "what was given up has not failed");
}

Test(engine, loses_no_mark_when_it_is_closed_at_once)
{
	int64_t feed = load_one();
	const int64_t ids[] = {1, 2};

	engine_close(engine);
	open_engine(2);
	server_script(server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	subscribe_path("/f");
	engine_refresh(engine, NULL, 0, false);
	engine_mark(engine, STORE_READ, ids, 2);
	engine_close(engine);
	engine = NULL;
	cr_expect_eq(feed_of(feed).unread, 0);
}

Test(engine, makes_its_descriptor_readable_while_events_wait)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(engine), .events = POLLIN};
	struct engine_event event;

	cr_expect_eq(poll(&fd, 1, 0), 0);
	engine_undo(engine);
	cr_expect_eq(poll(&fd, 1, 0), 1);
	while (engine_next_event(engine, &event))
		;
	cr_expect_eq(poll(&fd, 1, 0), 0);
}
