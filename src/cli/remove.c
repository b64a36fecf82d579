#include "library.h"

#include <stdio.h>
#include <time.h>

static bool remove_one(
	struct store *store, const struct store_feed_list *feeds, const char *name, bool is_quiet)
{
	const struct store_feed *feed = library_find_feed(feeds, name);
	struct error error = {0};

	if (feed == NULL)
		return false;
	if (!store_feed_remove(store, feed->id, (int64_t)time(NULL), &error)) {
		complain(STATUS_FAILED, "%s", error.message);
		return false;
	}
	if (!is_quiet)
		fprintf(stderr, "removed %.*s; its articles stay, and `dateline undo` takes it back\n",
			STR_ARG(store_feed_name(feed)));
	return true;
}

static enum exit_status run_remove(struct invocation *invocation)
{
	enum exit_status status = STATUS_DONE;
	struct store_feed_list feeds = {0};
	struct arena arena = {0};
	struct error error = {0};
	struct store *store;

	if (!options_take(invocation, &command_remove, NULL, 0))
		return STATUS_USAGE;
	if (invocation->argc == 0)
		return complain_usage(&command_remove);
	if (!library_open(invocation, STORE_READ_WRITE, &store))
		return STATUS_LIBRARY;
	if (!store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, &arena, &feeds, &error))
		status = complain(STATUS_LIBRARY, "%s", error.message);
	for (int i = 0; status != STATUS_LIBRARY && i < invocation->argc; i++)
		if (!remove_one(store, &feeds, invocation->argv[i], invocation->is_quiet))
			status = STATUS_FAILED;
	store_close(store);
	arena_finish(&arena);
	return status;
}

const struct command command_remove = {
	.name = "remove",
	.arguments = "FEED...",
	.summary = "unsubscribe; stored articles stay",
	.run = run_remove,
};
