#include "library.h"

#include "dateline/refresh/subscription.h"

#include <assert.h>
#include <time.h>

/* What may be changed, as options: each has the name of a property. */

#define PROPERTIES_MOST 32

struct changes {
	const char *values[PROPERTIES_MOST];
};

static bool take_changes(struct invocation *invocation, struct arena *arena, struct changes *changes)
{
	struct option_row rows[PROPERTIES_MOST] = {0};

	assert(subscription_property_count <= PROPERTIES_MOST);
	for (size_t i = 0; i < subscription_property_count; i++) {
		rows[i].name = arena_cstring(
			arena, arena_printf(arena, "--%.*s", STR_ARG(subscription_properties[i].name)));
		rows[i].value = &changes->values[i];
	}
	return options_take(invocation, &command_change, rows, subscription_property_count);
}

static bool has_changes(const struct changes *changes)
{
	for (size_t i = 0; i < subscription_property_count; i++)
		if (changes->values[i])
			return true;
	return false;
}

static bool set_all(
	struct store_feed *feed, struct arena *arena, const struct changes *changes, struct error *error)
{
	for (size_t i = 0; i < subscription_property_count; i++)
		if (changes->values[i] && !subscription_set(feed, arena, subscription_properties[i].name,
						  str_from(changes->values[i]), error))
			return false;
	return true;
}

static enum exit_status change(
	struct store *store, const char *name, const struct changes *changes, struct arena *arena)
{
	struct store_feed_list feeds = {0};
	const struct store_feed *found;
	struct store_feed feed;
	struct error error = {0};

	if (!store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, arena, &feeds, &error))
		return complain(STATUS_LIBRARY, "%s", error.message);
	found = library_find_feed(&feeds, name);
	if (found == NULL)
		return STATUS_FAILED;
	feed = *found;
	if (!set_all(&feed, arena, changes, &error))
		return complain(STATUS_USAGE, "%s", error.message);
	if (!store_feed_change(store, &feed, (int64_t)time(NULL), &error))
		return complain(STATUS_FAILED, "%s", error.message);
	return STATUS_DONE;
}

static enum exit_status run_change(struct invocation *invocation)
{
	enum exit_status status = STATUS_USAGE;
	struct changes changes = {0};
	struct arena arena = {0};
	struct store *store;

	if (!take_changes(invocation, &arena, &changes))
		status = STATUS_USAGE;
	else if (invocation->argc != 1 || !has_changes(&changes))
		status = complain_usage(&command_change);
	else if (!library_open(invocation, STORE_READ_WRITE, &store))
		status = STATUS_LIBRARY;
	else {
		status = change(store, invocation->argv[0], &changes, &arena);
		store_close(store);
	}
	arena_finish(&arena);
	return status;
}

const struct command command_change = {
	.name = "change",
	.arguments =
		"FEED [--title TITLE] [--address URL] [--folder FOLDER] [--tags A,B] [--interval MINUTES] [--mute yes|no] "
		"[--full-text yes|no] [--cookies yes|no] [--user-agent TEXT] [--headers LINES] [--credentials COMMAND] [--keep-days N] "
		"[--keep-count N]",
	.summary = "rename, move, mute or otherwise change a feed",
	.run = run_change,
};
