/* What `dateline` does without a subcommand: the reader, on the library or on sources given. */
#include "command.h"
#include "library.h"

#include "dateline/config/paths.h"
#include "dateline/refresh/engine.h"
#include "dateline/store/feeds.h"
#include "dateline/store/store.h"
#include "dateline/ui/ui.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATIENCE_MS 1000 /* when the reader is left, until it says why it has not ended */
#define SAMPLES DATELINE_SHARE "/feeds"
#define MEMORY_LIBRARY ":memory:read"
#define NEWS_PAUSE_MS 100 /* faster than this nobody reads a list that changes */

struct reading {
	struct arena arena;
	struct config config;
	struct engine *engine;
	const char *library, *sites, *config_path;
	struct str notice;
	bool is_trial;   /* samples: nothing is kept */
	bool has_failed; /* one of the sources */
	size_t loaded;
};

static enum exit_status read_config(struct invocation *invocation, struct reading *reading)
{
	struct paths paths = {0};
	struct str path;
	struct error error;

	library_config(invocation, &reading->arena, &reading->config);
	if (!library_path(invocation, &reading->arena, &path, &error))
		return complain(STATUS_FAILED, "%s", error.message);
	if (paths_find(paths_getenv, NULL, &reading->arena, &paths, NULL))
		reading->sites = paths.sites.data;
	reading->config_path = invocation->config ? invocation->config : paths.config.data;
	reading->library = path.data;
	return STATUS_DONE;
}

static enum exit_status start_engine(struct reading *reading)
{
	const struct settings *settings = &reading->config.settings;
	struct engine_options options = {
		.steps_back = true,
		.rules = &reading->config.rules,
		.library = reading->library,
		.workers = (unsigned)settings->workers,
		.user_agent = USER_AGENT,
		.refresh_minutes = (unsigned)settings->refresh_interval,
		.keep_days = (unsigned)settings->keep_days,
		.keep_count = (unsigned)settings->keep_articles,
		.sites = reading->sites,
	};
	struct error error;

	if (!engine_open(&options, &reading->engine, &error))
		return complain(STATUS_LIBRARY, "%s", error.message);
	return STATUS_DONE;
}

/* ---- sources */

/* Takes what the engine has to say about sources; true when the job is done. */
static bool take_answers(struct reading *reading, engine_job job)
{
	struct engine_event event;

	while (engine_next_event(reading->engine, &event)) {
		if (event.kind == EVENT_SOURCE_LOADED)
			reading->loaded++;
		if (event.kind == EVENT_SOURCE_FAILED || event.kind == EVENT_JOB_FAILED) {
			reading->has_failed = true;
			reading->notice = arena_copy(&reading->arena, str_from(event.error.message));
			complain(STATUS_FAILED, "%s", event.error.message);
		}
		if (event.kind == EVENT_JOB_DONE && event.job == job)
			return true;
	}
	return false;
}

/* The reader opens as soon as there is something to read; the other sources come in while it runs. */
static void load_sources(struct reading *reading, const struct str *sources, size_t count)
{
	engine_job job = engine_load_sources(reading->engine, sources, count);
	struct pollfd wakeup = {.fd = engine_wakeup_fd(reading->engine), .events = POLLIN};

	while (!take_answers(reading, job) && reading->loaded == 0)
		poll(&wakeup, 1, -1);
}

/* ---- the reader */

static bool is_terminal_missing(void)
{
	const char *term = getenv("TERM");

	return !isatty(STDOUT_FILENO) || term == NULL || strcmp(term, "dumb") == 0;
}

static enum exit_status refuse(const char *why)
{
	return complain(STATUS_FAILED,
		"%s; `dateline list` prints the headlines, `dateline show ID` an article", why);
}

static enum exit_status run_ui(struct invocation *invocation, struct reading *reading)
{
	FILE *terminal = isatty(STDIN_FILENO) ? stdin : fopen("/dev/tty", "r");
	const char *no_colour = getenv("NO_COLOR");
	struct ui_options options = {
		.input = terminal,
		.output = stdout,
		.has_no_colour = invocation->no_color || (no_colour && *no_colour),
		.library = reading->library,
		.engine = reading->engine,
		.config = &reading->config,
		.sites = reading->sites,
		.config_path = reading->config_path,
		.applies_rules = strcmp(reading->library, MEMORY_LIBRARY) != 0,
		.is_linear = invocation->is_linear,
		.is_trial = reading->is_trial,
		.news_pause_ms = NEWS_PAUSE_MS,
		.notice = reading->notice.length ? arena_cstring(&reading->arena, reading->notice) : NULL,
	};
	struct ui *ui = NULL;
	struct error error;

	if (invocation->is_linear)
		reading->config.settings.linear = 1;
	if (terminal == NULL)
		return refuse("the reader needs a terminal to read keys from");
	if (!ui_open(&options, &ui, &error))
		return error.code == ERROR_LIBRARY ? complain(STATUS_LIBRARY, "%s", error.message)
						   : refuse(error.message);
	if (options.applies_rules)
		engine_apply_rules(reading->engine);
	engine_build_index(reading->engine);
	while (ui_step(ui, true))
		;
	ui_close(ui);
	return reading->has_failed ? STATUS_FAILED : STATUS_DONE;
}

static bool is_empty_library(const char *path)
{
	struct store *store = NULL;
	struct store_totals totals = {0};
	struct store_feed_list feeds = {0};
	struct arena arena = {0};
	bool is_empty = store_open(path, STORE_READ_ONLY, &store, NULL) &&
			store_totals(store, &totals, NULL) && totals.articles == 0 &&
			store_feeds(store, STORE_FEEDS_ALL, 0, &arena, &feeds, NULL) && feeds.count == 0;

	store_close(store);
	arena_finish(&arena);
	return is_empty;
}

/* On the first start there is nothing to read yet: the samples are opened, and nothing of them is kept. */
static enum exit_status open_samples(struct reading *reading)
{
	struct str samples = STR(SAMPLES);
	enum exit_status status;

	if (access(SAMPLES, R_OK) != 0) {
		reading->notice = STR(
			"the library is empty: a subscribes to a feed or a page, `dateline import FILE` takes a list");
		return STATUS_DONE;
	}
	engine_close(reading->engine);
	reading->engine = NULL;
	reading->library = MEMORY_LIBRARY;
	status = start_engine(reading);
	if (status != STATUS_DONE)
		return status;
	load_sources(reading, &samples, 1);
	reading->is_trial = true;
	reading->notice =
		STR("These are samples. `dateline add URL` begins your own library; ? shows all keys.");
	return STATUS_DONE;
}

static enum exit_status prepare(struct invocation *invocation, struct reading *reading)
{
	struct str_list sources = {0};
	enum exit_status status;

	if (is_terminal_missing())
		return refuse("the reader needs a terminal that can move its cursor");
	status = read_config(invocation, reading);
	if (invocation->argc) {
		reading->library = MEMORY_LIBRARY;
		reading->is_trial = true;
	}
	if (status == STATUS_DONE)
		status = start_engine(reading);
	if (status != STATUS_DONE)
		return status;
	if (invocation->argc == 0)
		return is_empty_library(reading->library) ? open_samples(reading) : STATUS_DONE;
	for (int i = 0; i < invocation->argc; i++)
		*LIST_PUSH(&reading->arena, &sources) = str_from(invocation->argv[i]);
	load_sources(reading, sources.items, sources.count);
	return reading->loaded ? STATUS_DONE : STATUS_FAILED;
}

/* The screen is gone, so what was changed last and could not be written has to be said here. */
static enum exit_status stop_engine(struct engine *engine, enum exit_status status)
{
	struct engine_event event;

	if (!engine_stop(engine, PATIENCE_MS)) {
		fprintf(stderr, "dateline: another program holds the library; waiting to write what was changed\n");
		engine_stop(engine, -1);
	}
	while (engine_next_event(engine, &event))
		if (event.kind == EVENT_JOB_FAILED && event.error.code == ERROR_LIBRARY)
			status = complain(STATUS_LIBRARY, "the last change was not kept: %s", event.error.message);
	return status;
}

enum exit_status read_run(struct invocation *invocation)
{
	struct reading reading = {0};
	enum exit_status status = prepare(invocation, &reading);

	if (status == STATUS_DONE)
		status = stop_engine(reading.engine, run_ui(invocation, &reading));
	engine_close(reading.engine);
	arena_finish(&reading.arena);
	return status;
}
