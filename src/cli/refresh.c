#include "library.h"
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

/* What a run gathers for its summary. */
struct run {
	struct arena arena;
	bool is_quiet, shows_bar;
	struct str_list failures; /* "title: cause", to be said when the bar is gone */
	size_t failed, waiting, done, fresh;
	bool has_stopped;
};

/* A line per feed where nobody watches a bar: for a log, or the mail that cron sends. */
static void tell_feed(const struct run *run, const struct engine_event *event)
{
	if (run->is_quiet || run->shows_bar)
		return;
	if (event->fresh)
		printf("%zu new: %s\n", event->fresh, event->message);
	else
		printf("nothing new: %s\n", event->message);
}

static void tell_failure(struct run *run, const struct engine_event *event)
{
	if (run->shows_bar)
		*LIST_PUSH(&run->arena, &run->failures) =
			arena_printf(&run->arena, "%s: %s", event->message, event->error.message);
	else
		complain(STATUS_FAILED, "%s: %s", event->message, event->error.message);
}

static void take_event(struct run *run, const struct engine_event *event)
{
	switch (event->kind) {
	case EVENT_FEED_UPDATED:
		tell_feed(run, event);
		break;
	case EVENT_FEED_FAILED:
		tell_failure(run, event);
		break;
	case EVENT_FEED_WAITS:
		run->waiting++;
		tell_failure(run, event);
		break;
	case EVENT_FEED_MOVED:
		if (!run->is_quiet)
			progress_say("a feed has moved for good to %s", event->message);
		break;
	case EVENT_FEED_GONE:
		progress_say("%s is gone for good (410) and is not asked any more; its articles stay",
			event->message);
		break;
	case EVENT_REFRESH_PROGRESS:
		if (run->shows_bar)
			progress_draw(event->done, event->total, event->failed, event->fresh);
		break;
	case EVENT_REFRESH_DONE:
		run->done = event->done;
		run->failed = event->failed;
		run->fresh = event->fresh;
		break;
	case EVENT_JOB_FAILED:
		run->failed++;
		complain(STATUS_FAILED, "%s", event->error.message);
		break;
	default:
		break;
	}
}

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static void tell_summary(const struct run *run)
{
	if (run->shows_bar)
		progress_clear();
	for (size_t i = 0; i < run->failures.count; i++)
		complain(STATUS_FAILED, "%.*s", STR_ARG(run->failures.items[i]));
	if (run->is_quiet)
		return;
	printf("%zu feed%s asked, %zu new article%s, %zu failed%s\n", run->done, plural(run->done),
		run->fresh, plural(run->fresh), run->failed, run->has_stopped ? ", stopped" : "");
	if (run->waiting)
		printf("%zu feed%s not asked so soon after failing; name one to ask it at once\n",
			run->waiting, plural(run->waiting));
	fflush(stdout);
}

/* The feeds named on the command line, as ids; what is wrong has been said. */
static enum exit_status find_feeds(struct invocation *invocation, struct arena *arena, int64_t **ids)
{
	enum exit_status status = STATUS_DONE;
	struct store_feed_list feeds = {0};
	struct error error = {0};
	struct store *store;

	*ids = arena_array(arena, (size_t)invocation->argc, sizeof **ids);
	if (invocation->argc == 0)
		return STATUS_DONE;
	if (!library_open(invocation, STORE_READ_ONLY, &store))
		return STATUS_LIBRARY;
	if (!store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, arena, &feeds, &error))
		status = complain(STATUS_LIBRARY, "%s", error.message);
	for (int i = 0; status == STATUS_DONE && i < invocation->argc; i++) {
		const struct store_feed *feed = library_find_feed(&feeds, invocation->argv[i]);

		if (feed)
			(*ids)[i] = feed->id;
		else
			status = STATUS_FAILED;
	}
	store_close(store);
	return status;
}

static enum exit_status refresh(
	struct invocation *invocation, struct run *run, const int64_t *ids, bool force)
{
	struct engine_event event;
	struct engine *engine;

	if (!library_open_engine(invocation, &engine))
		return STATUS_LIBRARY;
	progress_catch_interrupts();
	engine_refresh(engine, ids, (size_t)invocation->argc, force || invocation->argc > 0);
	while (progress_wait(engine, &event) && event.kind != EVENT_JOB_DONE)
		take_event(run, &event);
	run->has_stopped = progress_is_interrupted();
	tell_summary(run);
	progress_finish_index(engine);
	engine_close(engine);
	return run->failed || run->waiting || run->has_stopped ? STATUS_FAILED : STATUS_DONE;
}

static enum exit_status run_refresh(struct invocation *invocation)
{
	bool force = false;
	const struct option_row rows[] = {{"--force", &force, NULL}};
	struct run run = {.is_quiet = invocation->is_quiet};
	enum exit_status status;
	int64_t *ids;

	if (!options_take(invocation, &command_refresh, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	run.shows_bar = !run.is_quiet && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO);
	setvbuf(stdout, NULL, _IOLBF, 0);
	status = find_feeds(invocation, &run.arena, &ids);
	if (status == STATUS_DONE)
		status = refresh(invocation, &run, ids, force);
	arena_finish(&run.arena);
	return status;
}

const struct command command_refresh = {
	.name = "refresh",
	.arguments = "[--force] [FEED...]",
	.summary = "download what is new",
	.run = run_refresh,
};
