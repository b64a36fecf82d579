/* Jobs that need no network, and the threads that do them. */
#include "running.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

TestSuite(engine, .init = running_begin, .fini = running_end, .timeout = 60);

/* ---- local jobs */

Test(engine, loads_sources_in_the_order_given_and_goes_on_after_a_bad_one)
{
	struct str sources[] = {
		str_from(running_file("one.xml", RSS("", ITEM(1)))),
		STR("/no/such/file"),
		str_from(running_file("two.xml", RSS("", ITEM(2) ITEM(3)))),
	};
	engine_job job = engine_load_sources(running.engine, sources, 3);
	struct engine_event event;

	cr_assert(engine_next_event(running.engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_LOADED);
	cr_expect(running_has(event.message, "one.xml"));
	cr_assert(engine_next_event(running.engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_FAILED);
	cr_expect(running_has(event.error.message, "/no/such/file"), "%s", event.error.message);
	cr_assert(engine_next_event(running.engine, &event));
	cr_expect_eq(event.kind, EVENT_SOURCE_LOADED);
	cr_expect_eq(event.fresh, 2);
	cr_assert(running_wait(job, EVENT_JOB_DONE, &event));
	cr_expect_eq(engine_jobs_open(running.engine), 0);
}

Test(engine, loads_every_file_of_a_directory)
{
	struct str source;
	struct engine_event event;
	size_t loaded = 0;

	source = arena_printf(&running.arena, "%s/feeds", running.directory);
	cr_assert_eq(mkdir(arena_cstring(&running.arena, source), 0700), 0);
	running_file("feeds/b.xml", RSS("", ITEM(1)));
	running_file("feeds/c.xml", RSS("", ITEM(2)));
	engine_load_sources(running.engine, &source, 1);
	while (engine_next_event(running.engine, &event))
		loaded += event.kind == EVENT_SOURCE_LOADED;
	cr_expect_eq(loaded, 2);
}

Test(engine, marks_and_takes_back_and_does_again)
{
	struct engine_event event = {0};
	int64_t feed = running_load_one();
	const int64_t ids[] = {1, 2};

	cr_assert(
		running_wait(engine_mark(running.engine, STORE_READ, ids, 2), EVENT_STATES_CHANGED, &event));
	cr_expect_eq(event.count, 2);
	cr_expect_str_eq(event.message, "2 articles marked read");
	cr_expect_eq(running_feed(feed).unread, 0);
	cr_assert(running_wait(engine_undo(running.engine), EVENT_UNDONE, &event));
	cr_expect_eq(event.count, 2);
	cr_expect_eq(running_feed(feed).unread, 2);
	cr_assert(running_wait(engine_redo(running.engine), EVENT_REDONE, &event));
	cr_expect_eq(running_feed(feed).unread, 0);
	cr_assert(running_wait(engine_redo(running.engine), EVENT_NOTHING_TO_UNDO, &event));
}

Test(engine, writes_articles_into_an_open_file_that_stays_open)
{
	FILE *file = tmpfile();
	struct engine_event event;
	int64_t articles[] = {running_load_one(), 99};
	char text[512] = "";

	cr_expect(!running_wait(engine_print(running.engine, fileno(file), ENTRY_TEXT, articles, 1),
		EVENT_JOB_FAILED, &event));
	rewind(file);
	cr_expect(
		fread(text, 1, sizeof text - 1, file) > 0 && strstr(text, "Text of report "), "got %s", text);
	cr_expect(running_wait(engine_print(running.engine, fileno(file), ENTRY_TEXT, articles, 2),
		EVENT_JOB_FAILED, &event));
	cr_expect(running_has(event.error.message, "99"), "%s", event.error.message);
	cr_expect(fclose(file) == 0, "the file was still ours");
	file = fopen("/dev/full", "w");
	cr_assert_not_null(file);
	cr_expect(running_wait(engine_print(running.engine, fileno(file), ENTRY_TEXT, articles, 1),
		EVENT_JOB_FAILED, &event));
	cr_expect(running_has(event.error.message, "no room"), "%s", event.error.message);
	fclose(file);
}

Test(engine, refuses_a_property_that_is_none)
{
	struct engine_event event = {0};
	int64_t feed = running_subscribe_path("/f");

	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("colour"), STR("red")),
		EVENT_JOB_FAILED, &event));
	cr_expect(running_has(event.error.message, "colour"));
	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("interval"), STR("soon")),
		EVENT_JOB_FAILED, &event));
	cr_assert(running_wait(engine_change_feed(running.engine, feed, STR("interval"), STR("90")),
		EVENT_FEED_CHANGED, &event));
	cr_expect_eq(running_feed(feed).interval_minutes, 90);
}

/* ---- threads */

Test(engine, works_with_threads_as_without)
{
	int64_t feeds[40];
	struct engine_event event;

	engine_close(running.engine);
	running_open(2);
	for (size_t i = 0; i < COUNT_OF(feeds); i++) {
		char path[16];

		snprintf(path, sizeof path, "/%zu", i);
		running_script(path, RSS("", ITEM(1) ITEM(2) ITEM(3)));
		feeds[i] = running_subscribe_path(path);
	}
	event = running_refresh(false);
	cr_expect_eq(event.fresh, 120);
	cr_expect_eq(event.done, 40);
	for (size_t i = 0; i < COUNT_OF(feeds); i++)
		cr_expect_eq(running_feed(feeds[i]).articles, 3);
}

Test(engine, marks_while_a_server_is_silent)
{
	struct engine_event event;
	const int64_t id = 1;

	running_load_one();
	engine_close(running.engine);
	running_open(2);
	server_script(running.server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	running_subscribe_path("/f");
	engine_refresh(running.engine, NULL, 0, false);
	server_wait_for(running.server, 1);
	cr_expect(
		running_wait(engine_mark(running.engine, STORE_READ, &id, 1), EVENT_STATES_CHANGED, &event));
	cr_expect_eq(event.article, 1);
	cr_expect_eq(engine_jobs_open(running.engine), 1, "the refresh goes on");
}

Test(engine, stops_a_refresh_and_says_so)
{
	struct engine_event event;
	engine_job job;

	engine_close(running.engine);
	running_open(1);
	server_script(running.server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	running_subscribe_path("/f");
	job = engine_refresh(running.engine, NULL, 0, false);
	server_wait_for(running.server, 1);
	engine_stop_refresh(running.engine);
	cr_assert(running_wait(job, EVENT_REFRESH_DONE, &event));
	cr_expect(event.was_stopped);
	cr_expect_eq(event.failed, 0, "what was given up has not failed");
}

Test(engine, loses_no_mark_when_it_is_closed_at_once)
{
	int64_t feed = running_load_one();
	const int64_t ids[] = {1, 2};

	engine_close(running.engine);
	running_open(2);
	server_script(running.server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	running_subscribe_path("/f");
	engine_refresh(running.engine, NULL, 0, false);
	engine_mark(running.engine, STORE_READ, ids, 2);
	engine_close(running.engine);
	running.engine = NULL;
	cr_expect_eq(running_feed(feed).unread, 0);
}

Test(engine, makes_its_descriptor_readable_while_events_wait)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(running.engine), .events = POLLIN};
	struct engine_event event;

	cr_expect_eq(poll(&fd, 1, 0), 0);
	engine_undo(running.engine);
	cr_expect_eq(poll(&fd, 1, 0), 1);
	while (engine_next_event(running.engine, &event))
		;
	cr_expect_eq(poll(&fd, 1, 0), 0);
}
