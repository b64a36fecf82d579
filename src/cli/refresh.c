#include "library.h"
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

/* What a run gathers for its summary. */
struct run {
	struct arena arena;
	bool is_quiet, shows_bar;
	struct str_list failures; /* "title: cause", to be said when the bar is gone */
	size_t failed, waiting, not_due, done, fresh, hidden;
	bool has_stopped;
	bool is_unstored; /* something came and could not be stored: the library's fault, not a feed's */
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
	run->is_unstored |= event->error.code == ERROR_LIBRARY;
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
		run->done = event->done;
		run->failed = event->failed;
		run->fresh = event->fresh;
		if (run->shows_bar)
			progress_draw(event->done, event->total, event->failed, event->fresh);
		break;
	case EVENT_REFRESH_DONE:
		run->done = event->done;
		run->failed = event->failed;
		run->fresh = event->fresh;
		run->hidden = event->hidden;
		run->not_due = event->count;
		break;
	case EVENT_STATES_CHANGED:
		if (!run->is_quiet)
			printf("%s\n", event->message);
		break;
	case EVENT_JOB_FAILED:
		run->failed++;
		complain(STATUS_FAILED, "%s", event->error.message);
		break;
	default:
		break;
	}
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
	if (run->hidden)
		printf("%zu of them hidden by rules; `dateline list is:hidden` shows them\n", run->hidden);
	if (run->not_due)
		printf("%zu feed%s not due yet; --force asks all the same\n", run->not_due,
			plural(run->not_due));
	if (run->done + run->not_due + run->waiting == 0 && !run->has_stopped)
		printf("there is no feed to ask; `dateline add` subscribes to one\n");
	if (run->waiting)
		printf("%zu feed%s not asked: failed not long ago (name one to ask it at once), or wants to be left alone\n",
			run->waiting, plural(run->waiting));
	fflush(stdout);
}

struct chosen {
	int64_t *ids;
	size_t count;
	bool is_complete; /* each name is a feed that can be asked */
};

static bool may_be_asked(const struct store_feed *feed)
{
	if (feed == NULL)
		return false; /* it has been said why */
	if (feed->is_local)
		complain(STATUS_FAILED, "%.*s was read from a file and has nothing to be asked",
			STR_ARG(store_feed_name(feed)));
	return !feed->is_local;
}

static void choose(struct chosen *chosen, const struct store_feed_list *feeds, struct invocation *invocation)
{
	for (int i = 0; i < invocation->argc; i++) {
		const struct store_feed *feed = library_find_feed(feeds, invocation->argv[i]);

		if (may_be_asked(feed))
			chosen->ids[chosen->count++] = feed->id;
		else
			chosen->is_complete = false;
	}
}

/* The feeds named on the command line; what is wrong with a name has been said, and the others are asked. */
static enum exit_status choose_feeds(
	struct invocation *invocation, struct arena *arena, struct chosen *chosen)
{
	enum exit_status status = STATUS_DONE;
	struct store_feed_list feeds = {0};
	struct error error = {0};
	struct store *store;

	*chosen = (struct chosen){arena_array(arena, (size_t)invocation->argc, sizeof *chosen->ids), 0, true};
	if (invocation->argc == 0)
		return STATUS_DONE;
	if (!library_open(invocation, STORE_READ_ONLY, &store))
		return STATUS_LIBRARY;
	if (store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, arena, &feeds, &error))
		choose(chosen, &feeds, invocation);
	else
		status = complain(STATUS_LIBRARY, "%s", error.message);
	store_close(store);
	return status != STATUS_DONE || chosen->count ? status : STATUS_FAILED;
}

static enum exit_status refresh(
	struct invocation *invocation, struct run *run, const struct chosen *chosen, bool force)
{
	struct engine_event event;
	struct engine *engine;

	if (!library_open_engine(invocation, &engine))
		return STATUS_LIBRARY;
	progress_catch_interrupts();
	engine_refresh(engine, chosen->ids, chosen->count, force || chosen->count > 0);
	while (progress_wait(engine, &event) && event.kind != EVENT_JOB_DONE)
		take_event(run, &event);
	run->has_stopped = progress_is_interrupted();
	tell_summary(run);
	progress_finish_index(engine);
	engine_close(engine);
	if (run->is_unstored)
		return STATUS_LIBRARY;
	return run->failed || run->waiting || run->has_stopped || !chosen->is_complete ? STATUS_FAILED
										       : STATUS_DONE;
}

static enum exit_status run_refresh(struct invocation *invocation)
{
	bool force = false;
	const struct option_row rows[] = {{"--force", &force, NULL}};
	struct run run = {.is_quiet = invocation->is_quiet};
	enum exit_status status;
	struct chosen chosen;

	if (!options_take(invocation, &command_refresh, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	run.shows_bar = !run.is_quiet && isatty(STDOUT_FILENO) && progress_has_bar();
	setvbuf(stdout, NULL, _IOLBF, 0);
	status = choose_feeds(invocation, &run.arena, &chosen);
	if (status == STATUS_DONE)
		status = refresh(invocation, &run, &chosen, force);
	arena_finish(&run.arena);
	return status;
}

const struct command command_refresh = {
	.name = "refresh",
	.arguments = "[--force] [FEED...]",
	.summary = "download what is new",
	.run = run_refresh,
};
