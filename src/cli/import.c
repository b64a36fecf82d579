#include "library.h"

#include "dateline/base/file.h"
#include "dateline/feed/urls.h"
#include "dateline/store/newsboat.h"

#include <stdio.h>
#include <time.h>

#define LIST_BYTES_MOST ((size_t)64 << 20)

struct import {
	struct store *store;
	size_t added, known, refused;
};

static void add_feed(struct import *import, const struct opml_feed *row)
{
	const struct store_feed feed = {
		.address = row->address,
		.user_title = row->title,
		.folder = row->folder,
		.tags = row->tags,
		.added = (int64_t)time(NULL),
	};
	struct error error = {0};
	int64_t id = 0;

	if (store_feed_add(import->store, &feed, &id, &error)) {
		import->added++;
	} else if (error.code == ERROR_USAGE && id) {
		import->known++;
	} else {
		import->refused++;
		complain(STATUS_FAILED, "line %u: %s", row->line, error.message);
	}
}

static bool looks_like_xml(struct str bytes)
{
	struct str start = str_slice(bytes, 0, 1024);

	return str_find(start, STR("<?xml"), 0) != STR_NPOS ||
	       str_find_nocase(start, STR("<opml"), 0) != STR_NPOS;
}

static bool read_list(struct str bytes, struct arena *arena, struct opml_list *list,
	struct warnings *warnings, struct error *error)
{
	if (looks_like_xml(bytes))
		return opml_read(bytes, arena, list, warnings, error);
	urls_read(bytes, arena, list, warnings);
	return list->count || warnings->list.count ||
	       fail(error, ERROR_NOT_A_FEED, 0, "there is no subscription in it");
}

static enum exit_status import_list(
	struct invocation *invocation, const char *name, struct str bytes, struct arena *arena)
{
	struct import import = {0};
	struct opml_list list = {0};
	struct warnings warnings;
	struct error error = {0};

	warnings_init(&warnings, arena);
	if (!read_list(bytes, arena, &list, &warnings, &error))
		return complain(STATUS_FAILED, "%s: %s", name, error.message);
	if (!library_open(invocation, STORE_READ_WRITE, &import.store))
		return STATUS_LIBRARY;
	warnings_close(&warnings);
	for (size_t i = 0; i < warnings.list.count; i++)
		complain(STATUS_FAILED, "%s: %.*s", name, STR_ARG(warnings.list.items[i]));
	for (size_t i = 0; i < list.count; i++)
		add_feed(&import, &list.items[i]);
	store_close(import.store);
	if (!invocation->is_quiet)
		printf("%zu feed%s added, %zu subscribed to already; `dateline refresh` fetches them\n",
			import.added, import.added == 1 ? "" : "s", import.known);
	return warnings.list.count || import.refused ? STATUS_FAILED : STATUS_DONE;
}

static enum exit_status import_cache(struct invocation *invocation, const char *name)
{
	enum exit_status status = STATUS_DONE;
	struct store_newsboat taken;
	struct error error = {0};
	struct store *store;

	if (!library_open(invocation, STORE_READ_WRITE, &store))
		return STATUS_LIBRARY;
	if (!store_take_newsboat(store, name, (int64_t)time(NULL), &taken, &error))
		status = complain(STATUS_FAILED, "%s: %s", name, error.message);
	store_close(store);
	if (!invocation->is_quiet)
		printf("%zu articles of %zu feeds taken over, %zu of them read, %zu starred\n",
			taken.articles, taken.feeds, taken.read, taken.starred);
	return status;
}

static enum exit_status import_file(struct invocation *invocation, const char *name)
{
	enum exit_status status = STATUS_FAILED;
	struct arena arena = {0};
	struct buffer bytes = {0};
	struct error error = {0};

	if (store_is_database(name))
		return import_cache(invocation, name);
	if (file_read(name, LIST_BYTES_MOST, &bytes, &error))
		status = import_list(invocation, name, buffer_str(&bytes), &arena);
	else
		complain(STATUS_FAILED, "%s", error.message);
	buffer_finish(&bytes);
	arena_finish(&arena);
	return status;
}

static enum exit_status run_import(struct invocation *invocation)
{
	enum exit_status status = STATUS_DONE;

	if (!options_take(invocation, &command_import, NULL, 0))
		return STATUS_USAGE;
	if (invocation->argc == 0)
		return complain_usage(&command_import);
	for (int i = 0; i < invocation->argc; i++) {
		enum exit_status one = import_file(invocation, invocation->argv[i]);

		if (one > status)
			status = one;
	}
	return status;
}

const struct command command_import = {
	.name = "import",
	.arguments = "FILE...",
	.summary =
		"take over subscriptions and articles: OPML, newsboat's urls and cache.db, or a list of addresses",
	.run = run_import,
};
