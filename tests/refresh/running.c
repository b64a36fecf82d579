#include "running.h"

#include "dateline/store/feeds.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct running running;

int64_t running_time(void *context)
{
	(void)context;
	return running.now;
}

void running_open_with(unsigned workers, const struct rules *rules)
{
	const struct engine_options options = {.library = running.library,
		.workers = workers,
		.rules = rules,
		.now = running_time,
		.limits = &running.limits,
		.user_agent = "tester"};
	struct error error = {0};

	cr_assert(engine_open(&options, &running.engine, &error), "%s", error.message);
}

void running_open(unsigned workers)
{
	running_open_with(workers, NULL);
}

void running_begin(void)
{
	strcpy(running.directory, "/tmp/dateline-engine-XXXXXX");
	cr_assert_not_null(mkdtemp(running.directory));
	snprintf(running.library, sizeof running.library, "%s/library.db", running.directory);
	running.server = server_start();
	running.limits = fetch_limits_default;
	running.now = NOON;
	running_open(0);
}

static void remove_files(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -r %s", running.directory);
	cr_expect_eq(system(command), 0);
}

void running_end(void)
{
	engine_close(running.engine);
	server_stop(running.server);
	arena_finish(&running.arena);
	remove_files();
}

/* Takes events until the job is done; the last one of `kind` is kept in *found. */
bool running_wait(engine_job job, enum engine_event_kind kind, struct engine_event *found)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(running.engine), .events = POLLIN};
	struct engine_event event;
	bool has_found = false;

	for (;;) {
		while (!engine_next_event(running.engine, &event))
			poll(&fd, 1, -1);
		if (event.kind == kind) {
			*found = event;
			has_found = true;
		}
		if (event.kind == EVENT_JOB_DONE && event.job == job)
			return has_found;
	}
}

struct store *running_store(void)
{
	struct store *store = NULL;
	struct error error = {0};

	cr_assert(store_open(running.library, STORE_READ_WRITE, &store, &error), "%s", error.message);
	return store;
}

int64_t running_subscribe(const char *address)
{
	struct store *store = running_store();
	const struct store_feed feed = {
		.address = str_from(address), .folder = STR(""), .added = running.now};
	struct error error = {0};
	int64_t id = 0;

	cr_assert(store_feed_add(store, &feed, &id, &error), "%s", error.message);
	store_close(store);
	return id;
}

struct store_feed running_feed(int64_t id)
{
	struct store *store = running_store();
	struct store_feed feed = {0};
	struct error error = {0};

	cr_assert(store_feed_get(store, id, &running.arena, &feed, &error), "%s", error.message);
	store_close(store);
	return feed;
}

struct engine_event running_refresh(bool force)
{
	struct engine_event event = {0};

	cr_assert(running_wait(engine_refresh(running.engine, NULL, 0, force), EVENT_REFRESH_DONE, &event));
	return event;
}

void running_script(const char *path, const char *body)
{
	server_script(running.server, path, (struct server_answer){.body = body});
}

int64_t running_subscribe_path(const char *path)
{
	return running_subscribe(server_address(running.server, NULL, path));
}

bool running_has(const char *text, const char *part)
{
	return text && strstr(text, part) != NULL;
}

const char *running_file(const char *name, const char *text)
{
	char *path =
		arena_cstring(&running.arena, arena_printf(&running.arena, "%s/%s", running.directory, name));
	FILE *file = fopen(path, "w");

	fputs(text, file);
	fclose(file);
	return path;
}

int64_t running_load_one(void)
{
	struct str source = str_from(running_file("a.xml", RSS("", ITEM(1) ITEM(2))));
	struct engine_event event = {0};

	cr_assert(running_wait(engine_load_sources(running.engine, &source, 1), EVENT_SOURCE_LOADED, &event));
	cr_expect_eq(event.fresh, 2);
	return event.feed;
}
