/* What takes long: run by `make check-faults` (DATELINE_FAULTS is set), skipped by `make check`. */
#include "dateline/net/fetch.h"
#include "dateline/refresh/engine.h"

#include "../support/server.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define FEEDS 20
#define ITEM(n)                                                                                              \
	"<item><title>Report " #n "</title><guid>g" #n                                                       \
	"</guid><description>&lt;p&gt;Words of it.&lt;/p&gt;</description></item>"
#define RSS(items)                                                                                           \
	"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>P</title>" items "</channel></rss>"

static char directory[64], library[128];
static struct server *server;
static int64_t now = 1764590400;

static void begin(void)
{
	if (getenv("DATELINE_FAULTS") == NULL)
		cr_skip_test("takes long: make check-faults");
	strcpy(directory, "/tmp/dateline-hardship-XXXXXX");
	cr_assert_not_null(mkdtemp(directory));
	snprintf(library, sizeof library, "%s/library.db", directory);
	server = server_start();
}

static void end(void)
{
	char command[128];

	if (server == NULL)
		return;
	server_stop(server);
	snprintf(command, sizeof command, "rm -r %s", directory);
	cr_expect_eq(system(command), 0);
}

TestSuite(hardship, .init = begin, .fini = end, .timeout = 300);

/* ---- an hour of refreshing every minute from a faulty server */

static int64_t tell_time(void *context)
{
	(void)context;
	return __atomic_load_n(&now, __ATOMIC_RELAXED);
}

static void wait_for(struct engine *engine, engine_job job)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(engine), .events = POLLIN};
	struct engine_event event = {0};

	while (event.kind != EVENT_JOB_DONE || event.job != job)
		if (!engine_next_event(engine, &event))
			poll(&fd, 1, -1);
}

static void add(struct engine *engine, const char *path)
{
	const struct engine_subscription subscription = {
		.address = str_from(server_address(server, NULL, path))};

	wait_for(engine, engine_add_feed(engine, &subscription));
}

static long resident_kb(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	long pages = 0;

	cr_assert_not_null(file);
	cr_assert_eq(fscanf(file, "%*d %ld", &pages), 1);
	fclose(file);
	return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* Each path gives a feed first, so that it can be subscribed to, and its fault ever after. */
static void script_faults(struct engine *engine)
{
	static const struct server_answer faults[] = {
		{.status = 404},
		{.status = 500},
		{.status = 304},
		{.fault = FAULT_CLOSE},
		{.fault = FAULT_RESET},
		{.fault = FAULT_CUT, .body = RSS(ITEM(1))},
		{.fault = FAULT_RESET_MID, .body = RSS(ITEM(1))},
		{.fault = FAULT_ENDLESS, .body = "0123456789012345678901234567890123456789"},
		{.fault = FAULT_BOMB, .body_length = 4u << 20},
		{.body = "<!doctype html><html><body><p>Sign in</body></html>"},
		{.fault = FAULT_SILENCE},
		{.status = 302, .headers = "Location: /0\r\n"},
		{.body = RSS(ITEM(1) ITEM(2))},
	};

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		char path[16];

		snprintf(path, sizeof path, "/%zu", i);
		server_script(server, path, (struct server_answer){.body = RSS(ITEM(1))});
		server_script(server, path, faults[i]);
		add(engine, path);
	}
}

Test(hardship, an_hour_of_refreshing_every_minute_leaks_nothing)
{
	struct fetch_limits limits = fetch_limits_default;
	struct engine_options options = {
		.library = library, .workers = 2, .now = tell_time, .limits = &limits};
	struct engine *engine = NULL;
	struct error error = {0};
	long warm = 0, after;

	limits.first_byte_ms = 100;
	limits.most_bytes = 1 << 20;
	cr_assert(engine_open(&options, &engine, &error), "%s", error.message);
	script_faults(engine);
	for (int minute = 0; minute < 60; minute++) {
		wait_for(engine, engine_refresh(engine, NULL, 0, true));
		__atomic_add_fetch(&now, 60, __ATOMIC_RELAXED);
		if (minute == 29)
			warm = resident_kb();
	}
	after = resident_kb();
	cr_log_info("resident after 30 refreshes %ld KB, after 60 %ld KB", warm, after);
	cr_expect_lt(after, warm + 1024, "resident memory grew from %ld to %ld KB", warm, after);
	engine_close(engine);
}

/* ---- slow servers, with the limits that users have */

static void keep_error(struct fetch_response *response, void *context)
{
	*(struct error *)context = response->error;
}

Test(hardship, gives_up_a_server_that_sends_a_few_bytes_a_second)
{
	struct fetcher *fetcher = fetcher_create(&fetch_limits_default);
	struct fetch_request request = {.address = str_from(server_address(server, NULL, "/f"))};
	struct error error = {0};

	server_script(server, "/f", (struct server_answer){.fault = FAULT_DRIP, .body = "x"});
	fetcher_add(fetcher, &request, keep_error, &error);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	cr_expect(strstr(error.message, "less than"), "%s", error.message);
	fetcher_destroy(fetcher);
}

/* ---- kill -9 in the middle of a refresh */

static int run(const char *arguments)
{
	char command[1024];

	snprintf(command, sizeof command, "%s --library %s %s >%s/out 2>%s/err", getenv("DATELINE"), library,
		arguments, directory, directory);
	return WEXITSTATUS(system(command));
}

static void subscribe_to_all(void)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/urls", directory);
	file = fopen(path, "w");
	for (int i = 0; i < FEEDS; i++) {
		char name[16];

		snprintf(name, sizeof name, "/%d", i);
		fprintf(file, "%s\n", server_address(server, NULL, name));
	}
	fclose(file);
	snprintf(path, sizeof path, "import %s/urls", directory);
	cr_assert_eq(run(path), 0);
}

static pid_t start_refresh(void)
{
	char out[128];
	FILE *nothing;
	pid_t pid;

	snprintf(out, sizeof out, "%s/reported", directory);
	nothing = fopen(out, "w"); /* the kill may come before the program opens it */
	cr_assert_not_null(nothing);
	fclose(nothing);
	pid = fork();
	if (pid == 0) {
		if (freopen(out, "w", stdout) && freopen("/dev/null", "w", stderr))
			execl(getenv("DATELINE"), "dateline", "--library", library, "refresh", "--force",
				(char *)NULL);
		_exit(127);
	}
	return pid;
}

/* How often a word stands in a file of the directory. */
static int count_in(const char *name, const char *word)
{
	static char line[1 << 16];
	char path[128];
	FILE *file;
	int count = 0;

	snprintf(path, sizeof path, "%s/%s", directory, name);
	file = fopen(path, "r");
	cr_assert_not_null(file);
	while (fgets(line, sizeof line, file))
		for (const char *at = line; (at = strstr(at, word)) != NULL; at++)
			count++;
	fclose(file);
	return count;
}

static void kill_after(int microseconds)
{
	pid_t pid = start_refresh();
	struct timespec moment = {0, (long)microseconds * 1000};

	nanosleep(&moment, NULL); /* the moment of the kill is the one thing that time decides here */
	cr_assert_gt(pid, 0);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

Test(hardship, no_article_that_was_reported_is_missing_after_kill_9_at_a_hundred_moments)
{
	int kept = 0;

	for (int i = 0; i < FEEDS; i++) {
		char name[16];

		snprintf(name, sizeof name, "/%d", i);
		server_script(server, name, (struct server_answer){.body = RSS(ITEM(1) ITEM(2) ITEM(3))});
	}
	for (int round = 0; round < 100; round++) {
		char command[160];
		int reported, stored;

		snprintf(command, sizeof command, "rm -f %s*", library);
		cr_assert_eq(system(command), 0);
		subscribe_to_all();
		kill_after(2000 + round * 997);
		reported = count_in("reported", "3 new: ");
		cr_expect_eq(run("check"), 0, "round %d", round);
		cr_expect_eq(run("feeds --json"), 0);
		stored = count_in("out", "\"articles\":3");
		cr_expect_geq(stored, reported, "round %d", round);
		kept += stored;
	}
	cr_log_info("%d feeds were stored when the refreshes were killed", kept);
}
