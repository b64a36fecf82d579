/* Asking feeds what is new: how, when, and what is made of every answer. */
#include "running.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>

TestSuite(asking, .init = running_begin, .fini = running_end, .timeout = 60);

Test(asking, stores_what_is_new_and_asks_with_the_validators_then)
{
	int64_t feed = running_subscribe_path("/f");
	struct engine_event event;

	server_script(running.server, "/f",
		(struct server_answer){.body = RSS("", ITEM(1) ITEM(2)),
			.headers = "ETag: W/\"a\"\r\nLast-Modified: yesterday\r\n"});
	server_script(running.server, "/f", (struct server_answer){.status = 304});
	server_script(running.server, "/f", (struct server_answer){.body = RSS("", ITEM(1) ITEM(2) ITEM(3))});
	event = running_refresh(false);
	cr_expect_eq(event.fresh, 2);
	cr_expect_eq(event.failed, 0);
	cr_expect_eq(running_feed(feed).articles, 2);
	event = running_refresh(false);
	cr_expect_eq(event.fresh, 0);
	cr_expect(running_has(server_request(running.server, "/f", 1), "If-None-Match: W/\"a\"\r\n"));
	cr_expect(running_has(server_request(running.server, "/f", 1), "If-Modified-Since: yesterday\r\n"),
		"as sent, though it is no date");
	cr_expect(running_has(server_request(running.server, "/f", 1), "User-Agent: tester\r\n"));
	event = running_refresh(false);
	cr_expect(running_has(server_request(running.server, "/f", 2), "If-None-Match: W/\"a\"\r\n"),
		"a 304 without an ETag keeps it");
	cr_expect_eq(event.fresh, 1);
}

Test(asking, obeys_ttl_also_after_304)
{
	running_subscribe_path("/f");
	server_script(running.server, "/f",
		(struct server_answer){.body = RSS("<ttl>60</ttl>", ITEM(1)), .headers = "ETag: \"a\"\r\n"});
	server_script(running.server, "/f", (struct server_answer){.status = 304});
	running_refresh(false);
	running.now += 59 * 60;
	cr_expect_eq(running_refresh(false).total, 0);
	running.now += 2 * 60;
	cr_expect_eq(running_refresh(false).total, 1);
	running.now += 59 * 60;
	cr_expect_eq(running_refresh(false).total, 0, "the feed's wish outlives a 304");
	cr_expect_eq(running_refresh(true).total, 1, "the user's wish comes first");
}

Test(asking, does_not_ask_in_an_hour_that_the_feed_excludes_unless_forced)
{
	running_subscribe(server_address(running.server, NULL, "/f"));
	running_script("/f", RSS("<skipHours><hour>15</hour></skipHours>", ITEM(1)));
	running_refresh(false);
	running.now = NOON + 3 * 3600 + 60;
	cr_expect_eq(running_refresh(false).count, 1, "it is not due");
	cr_expect_eq(server_request_count(running.server, "/f"), 1);
	running_refresh(true);
	cr_expect_eq(server_request_count(running.server, "/f"), 2);
	running.now = NOON + 4 * 3600;
	running_refresh(false);
	cr_expect_eq(server_request_count(running.server, "/f"), 3);
}

Test(asking, leaves_a_server_alone_that_asks_for_it_even_when_forced)
{
	int64_t feed = running_subscribe_path("/f");
	struct engine_event event;

	server_script(running.server, "/f",
		(struct server_answer){.status = 429, .headers = "Retry-After: 3600\r\n"});
	server_script(running.server, "/f", (struct server_answer){.body = RSS("", ITEM(1))});
	event = running_refresh(false);
	cr_expect_eq(event.failed, 1);
	cr_expect(running_has(
		arena_cstring(&running.arena, running_feed(feed).cause), "left alone for 60 min"));
	running.now += 3599;
	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, true), EVENT_FEED_WAITS, &event));
	cr_expect_eq(event.feed, feed);
	running.now += 2;
	cr_expect_eq(running_refresh(false).fresh, 1);
	cr_expect_eq(running_feed(feed).failure_count, 0);
}

Test(asking, leaves_the_whole_host_alone_that_asks_for_it_at_one_feed)
{
	struct engine_event event;
	int64_t other;

	engine_close(running.engine);
	running.limits.at_once_per_host = 1;
	running_open(0);
	running_subscribe_path("/a");
	other = running_subscribe_path("/b");
	running_subscribe(server_address(running.server, "localhost", "/c"));
	server_script(running.server, "/a",
		(struct server_answer){.status = 503, .headers = "Retry-After: 3600\r\n"});
	running_script("/a", RSS("", ITEM(1)));
	running_script("/b", RSS("", ITEM(2)));
	running_script("/c", RSS("", ITEM(3)));
	event = running_refresh(false);
	cr_expect_eq(event.failed, 1, "the feed that was not asked did not fail");
	cr_expect_eq(event.total, 2);
	cr_expect_eq(event.fresh, 1);
	cr_expect_eq(server_request_count(running.server, "/b"), 0);
	running.now += 1800;
	engine_close(running.engine);
	running_open(0);
	cr_assert(running_wait(engine_refresh(running.engine, &other, 1, true), EVENT_FEED_WAITS, &event));
	cr_expect(running_has(event.error.message, "its host asks to be left alone for 30 min"), "%s",
		event.error.message);
	cr_expect_eq(server_request_count(running.server, "/b"), 0,
		"also not by the next run, and not when forced");
	running.now += 1801;
	cr_expect_eq(running_refresh(false).fresh, 2);
	cr_expect_eq(running_feed(other).failure_count, 0);
}

Test(asking, keeps_articles_and_place_over_a_permanent_redirect)
{
	int64_t feed = running_subscribe_path("/old");
	struct engine_event event;

	running_script("/old", RSS("", ITEM(1)));
	server_script(running.server, "/old",
		(struct server_answer){.status = 301, .headers = "Location: /new\r\n"});
	running_script("/new", RSS("", ITEM(1) ITEM(2)));
	running_refresh(false);
	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, true), EVENT_FEED_MOVED, &event));
	cr_expect_eq(running_feed(feed).articles, 2);
	cr_expect(str_equal(
		running_feed(feed).address, str_from(server_address(running.server, NULL, "/new"))));
	running_refresh(true);
	cr_expect_eq(server_request_count(running.server, "/old"), 2, "the old address is not asked again");
}

Test(asking, mutes_a_feed_that_is_gone)
{
	int64_t feed = running_subscribe_path("/f");
	struct engine_event event;

	running_script("/f", RSS("", ITEM(1)));
	server_script(running.server, "/f", (struct server_answer){.status = 410});
	running_refresh(false);
	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, true), EVENT_FEED_GONE, &event));
	cr_expect(running_feed(feed).is_muted);
	cr_expect_eq(running_feed(feed).articles, 1);
	cr_expect_eq(running_refresh(true).total, 0);
}

Test(asking, backs_off_from_a_feed_that_fails_and_says_so)
{
	struct engine_event event;

	running_subscribe_path("/f");
	server_script(running.server, "/f", (struct server_answer){.status = 500});
	cr_expect_eq(running_refresh(false).failed, 1);
	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, false), EVENT_FEED_WAITS, &event));
	cr_expect(running_has(event.error.message, "500"), "%s", event.error.message);
	cr_expect_eq(server_request_count(running.server, "/f"), 1);
	running.now += 200;
	cr_expect_eq(running_refresh(false).failed, 1);
	cr_expect_eq(server_request_count(running.server, "/f"), 2);
}

Test(asking, does_not_parse_or_write_the_same_document_again)
{
	int64_t feed = running_subscribe_path("/f");
	struct engine_event event;

	running_script("/f", RSS("", ITEM(1)));
	running_refresh(false);
	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, false), EVENT_FEED_UPDATED, &event));
	cr_expect_eq(event.fresh, 0);
	cr_expect_eq(event.count, 0);
	cr_expect_eq(running_feed(feed).articles, 1);
}

Test(asking, asks_for_the_whole_feed_when_no_article_of_it_is_stored)
{
	running_subscribe_path("/f");
	server_script(running.server, "/f",
		(struct server_answer){.body = RSS("", ""), .headers = "ETag: \"a\"\r\n"});
	running_refresh(false);
	running_refresh(false);
	cr_expect_not(running_has(server_request(running.server, "/f", 1), "If-None-Match"));
}

Test(asking, takes_a_feed_without_articles_of_which_something_was_repaired)
{
	struct store_attempt_list attempts = {0};
	int64_t id = running_subscribe_path("/f");
	struct store *store;
	struct error error;

	running_script("/f", RSS("<copyright></title>Salt and Sons</copyright>", ""));
	cr_expect_eq(running_refresh(false).failed, 0);
	cr_expect_eq(running_feed(id).failure_count, 0);
	cr_expect_null(running_feed(id).cause.data);
	store = running_store();
	cr_assert(store_feed_attempts(store, id, &running.arena, &attempts, &error), "%s", error.message);
	store_close(store);
	cr_assert_eq(attempts.count, 1);
	cr_expect_not(attempts.items[0].failed);
	cr_expect_neq(str_find(attempts.items[0].cause, STR("not well-formed"), 0), STR_NPOS,
		"what was repaired is noted: %.*s", STR_ARG(attempts.items[0].cause));
}

Test(asking, completes_the_others_whatever_one_feed_does)
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

	running.limits.most_bytes = 1 << 20;
	engine_close(running.engine);
	running_open(0);
	good[0] = running_subscribe_path("/good");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char path[16];

		snprintf(path, sizeof path, "/%zu", i);
		server_script(running.server, path, rows[i].answer);
		ids[i] = running_subscribe_path(path);
	}
	good[1] = running_subscribe_path("/good2");
	running_script("/good", RSS("", ITEM(1)));
	running_script("/good2", RSS("", ITEM(1)));
	event = running_refresh(false);
	cr_expect_eq(event.failed, COUNT_OF(rows));
	cr_expect_eq(event.done, COUNT_OF(rows) + 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect_eq(running_feed(good[i]).articles, 1);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct store_feed feed = running_feed(ids[i]);

		cr_expect_eq(feed.failure_count, 1, "%s", rows[i].name);
		cr_expect_gt(feed.cause.length, 10, "%s", rows[i].name);
		cr_expect_neq(str_find(feed.cause, str_from(rows[i].part), 0), STR_NPOS, "%s: %.*s",
			rows[i].name, STR_ARG(feed.cause));
	}
}

/* How long a good answer takes is the machine's business: it is asked again until it was in time. */
Test(asking, does_not_wait_for_a_feed_that_never_answers)
{
	int64_t silent, good;

	running.limits.first_byte_ms = 200;
	engine_close(running.engine);
	running_open(0);
	silent = running_subscribe_path("/silent");
	good = running_subscribe_path("/good");
	server_script(running.server, "/silent", (struct server_answer){.fault = FAULT_SILENCE});
	running_script("/good", RSS("", ITEM(1)));
	do
		running_refresh(true);
	while (running_feed(good).articles == 0);
	cr_expect_geq(running_feed(silent).failure_count, 1);
	cr_expect_neq(str_find(running_feed(silent).cause, STR("no answer"), 0), STR_NPOS);
}

Test(asking, reads_what_can_be_read_of_a_damaged_feed)
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
		server_script(running.server, path, rows[i].answer);
		feed = running_subscribe_path(path);
		running_refresh(false);
		cr_expect_geq(running_feed(feed).articles, rows[i].articles, "%s", rows[i].name);
		cr_expect_eq(running_feed(feed).failure_count, 0, "%s", rows[i].name);
	}
}

Test(asking, reads_files_and_commands_of_the_users_own_list)
{
	int64_t by_command, by_file;

	running_file("f.xml", RSS("", ITEM(1)));
	by_command = running_subscribe(arena_cstring(
		&running.arena, arena_printf(&running.arena, "exec:cat %s/f.xml", running.directory)));
	by_file = running_subscribe(arena_cstring(
		&running.arena, arena_printf(&running.arena, "file://%s/f.xml", running.directory)));
	cr_expect_eq(running_refresh(false).failed, 0);
	cr_expect_eq(running_feed(by_command).articles, 1);
	cr_expect_eq(running_feed(by_file).articles, 1);
}

Test(asking, takes_the_password_from_a_command)
{
	struct engine_event event = {0};
	int64_t feed = running_subscribe_path("/f");

	running_script("/f", RSS("", ITEM(1)));
	running_wait(engine_change_feed(running.engine, feed, STR("credentials"), STR("echo anna:secret")),
		EVENT_FEED_CHANGED, &event);
	cr_expect_eq(running_refresh(false).failed, 0);
	cr_expect(server_request_count(running.server, "/f"));
	running_wait(engine_change_feed(running.engine, feed, STR("credentials"), STR("exit 1")),
		EVENT_FEED_CHANGED, &event);
	cr_expect_eq(running_refresh(true).failed, 1);
	cr_expect_neq(str_find(running_feed(feed).cause, STR("password"), 0), STR_NPOS);
}

Test(asking, keeps_the_cookies_of_a_feed_that_asked_for_them_and_forgets_them_when_told)
{
	int64_t with = running_subscribe(server_address(running.server, NULL, "/with"));
	struct engine_event event;

	running_subscribe(server_address(running.server, NULL, "/without"));
	server_script(running.server, "/with",
		(struct server_answer){
			.body = RSS("", ITEM(1)), .headers = "Set-Cookie: mine=1; Path=/\r\n"});
	running_script("/without", RSS("", ITEM(2)));
	running_wait(engine_change_feed(running.engine, with, STR("cookies"), STR("yes")), EVENT_FEED_CHANGED,
		&event);
	running_refresh(true);
	engine_close(running.engine);
	running_open(0);
	running_refresh(true);
	cr_expect_not(running_has(server_request(running.server, "/with", 0), "Cookie:"));
	cr_expect(running_has(server_request(running.server, "/with", 1), "Cookie: mine=1"), "%s",
		server_request(running.server, "/with", 1));
	cr_expect_not(running_has(server_request(running.server, "/without", 1), "Cookie:"));
	running_wait(engine_change_feed(running.engine, with, STR("cookies"), STR("no")), EVENT_FEED_CHANGED,
		&event);
	running_wait(engine_change_feed(running.engine, with, STR("cookies"), STR("yes")), EVENT_FEED_CHANGED,
		&event);
	running_refresh(true);
	cr_expect_not(running_has(server_request(running.server, "/with", 2), "Cookie:"));
}

Test(asking, lets_go_what_retention_does_not_keep)
{
	const struct engine_options options = {
		.library = running.library, .now = running_time, .keep_count = 1};
	struct error error = {0};
	const int64_t all[] = {1, 2, 3};
	int64_t feed = running_subscribe_path("/f");

	running_script("/f", RSS("", ITEM(1) ITEM(2) ITEM(3)));
	running_refresh(false);
	engine_mark(running.engine, STORE_READ, all, 3);
	engine_mark(running.engine, STORE_STAR, all + 2, 1);
	engine_close(running.engine);
	cr_assert(engine_open(&options, &running.engine, &error), "%s", error.message);
	running_refresh(true);
	cr_expect_eq(running_feed(feed).articles, 2, "the newest and the starred one are left");
	cr_expect_eq(running_feed(feed).starred, 1);
	running_refresh(true);
	cr_expect_eq(running_feed(feed).articles, 2, "what went does not come again");
	engine_take_habits(running.engine, 0, 1, 0);
	cr_expect_eq(running_feed(feed).articles, 2, "nothing goes before the next refresh");
	running.now += 3 * 86400;
	running_refresh(true);
	cr_expect_eq(running_feed(feed).articles, 1, "another rule is in force from then on");
}

static void next_event(enum engine_event_kind kind, struct engine_event *event)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(running.engine), .events = POLLIN};

	do
		while (!engine_next_event(running.engine, event))
			poll(&fd, 1, -1);
	while (event->kind != kind);
}

Test(asking, refreshes_by_itself_when_the_user_wants_that)
{
	struct engine_options options = {
		.library = running.library, .now = running_time, .workers = 1, .refresh_minutes = 10};
	struct engine_event event;
	struct error error = {0};

	running_subscribe_path("/f");
	running_script("/f", RSS("", ITEM(1)));
	engine_close(running.engine);
	cr_assert(engine_open(&options, &running.engine, &error), "%s", error.message);
	next_event(EVENT_REFRESH_DONE, &event);
	cr_expect_eq(event.fresh, 1);
}

Test(asking, refreshes_by_itself_from_when_the_user_says_so)
{
	struct engine_event event;

	running_subscribe_path("/f");
	running_script("/f", RSS("", ITEM(1)));
	engine_close(running.engine);
	running_open(1);
	engine_take_habits(running.engine, 10, 0, 0);
	next_event(EVENT_REFRESH_DONE, &event);
	cr_expect_eq(event.fresh, 1);
}
