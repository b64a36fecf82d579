#include "library.h"
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct add_options {
	const char *title, *folder;
	bool full_text, cookies;
};

/* What the user typed as an address: a file that is there is meant as such. The caller frees it. */
static char *address_of(const char *typed)
{
	char *path = realpath(typed, NULL), *address;

	if (path == NULL)
		return strdup(typed);
	if (asprintf(&address, "file://%s", path) < 0)
		abort();
	free(path);
	return address;
}

static bool add_one(
	struct engine *engine, const char *typed, const struct add_options *options, bool is_quiet)
{
	struct engine_event event;
	char *address = address_of(typed);
	bool is_added = false;

	engine_add_feed(engine, &(struct engine_subscription){str_from(address), str_from(options->title),
					str_from(options->folder), options->full_text, options->cookies});
	free(address);
	while (progress_wait(engine, &event) && event.kind != EVENT_JOB_DONE) {
		if (event.kind == EVENT_JOB_FAILED && event.article == 0)
			complain(STATUS_FAILED, "%s", event.error.message);
		if (event.kind == EVENT_FEED_OFFERED && !is_quiet)
			fprintf(stderr, "the page also names %s\n", event.message);
		if (event.kind != EVENT_FEED_ADDED)
			continue;
		is_added = true;
		if (!is_quiet)
			printf("%s: %zu article%s\n", event.message, event.count, plural(event.count));
	}
	return is_added;
}

static enum exit_status run_add(struct invocation *invocation)
{
	struct add_options options = {0};
	const struct option_row rows[] = {
		{"--title", NULL, &options.title},
		{"--folder", NULL, &options.folder},
		{"--full-text", &options.full_text, NULL},
		{"--cookies", &options.cookies, NULL},
	};
	enum exit_status status = STATUS_DONE;
	struct engine *engine;

	if (!options_take(invocation, &command_add, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc == 0 || (options.title && invocation->argc > 1))
		return complain_usage(&command_add);
	if (!library_open_engine(invocation, &engine))
		return STATUS_LIBRARY;
	for (int i = 0; i < invocation->argc; i++)
		if (!add_one(engine, invocation->argv[i], &options, invocation->is_quiet))
			status = STATUS_FAILED;
	progress_finish_index(engine);
	engine_close(engine);
	return status;
}

const struct command command_add = {
	.name = "add",
	.arguments = "[--title TITLE] [--folder FOLDER] [--full-text] [--cookies] URL...",
	.summary = "subscribe; the address of a page finds its feed",
	.run = run_add,
};
