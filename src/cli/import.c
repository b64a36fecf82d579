#include "library.h"

#include "dateline/base/file.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/feed/urls.h"
#include "dateline/net/local.h"
#include "dateline/query/newsboat.h"
#include "dateline/refresh/subscription.h"
#include "dateline/store/newsboat.h"

#include <stdio.h>
#include <time.h>

#define LIST_BYTES_MOST ((size_t)64 << 20)

struct import {
	const char *name; /* of the file */
	bool is_opml, takes_local;
	struct arena arena;
	struct {
		struct store_feed *items;
		size_t count, capacity;
	} feeds;
	size_t refused, local; /* local: of the feeds, those that are commands and files */
};

/* A list of outlines comes from anywhere: what runs a command or reads a file is taken from it only when the
 * user says that the list is their own. Newsboat's urls are. */
static bool is_allowed(const struct import *import, struct str address, struct error *error)
{
	if (url_is_web(address))
		return true;
	if (!local_is_address(address))
		return fail(error, ERROR_USAGE, 0,
			"\"%.*s\" is no address of a feed (http, https, file or exec)",
			STR_ARG(str_slice(address, 0, 80)));
	if (import->is_opml && !import->takes_local)
		return fail(error, ERROR_USAGE, 0,
			"\"%.*s\" runs a command or reads a file; --local takes it, if this list is your own",
			STR_ARG(str_slice(address, 0, 80)));
	return true;
}

static void take_row(struct import *import, const struct opml_feed *row)
{
	struct str address = str_trim(row->address);
	struct error error = {0};

	if (str_starts_with_nocase(address, STR("feed:")))
		address = subscription_address(&import->arena, address);
	if (!is_allowed(import, address.data ? address : row->address, &error)) {
		import->refused++;
		complain(STATUS_FAILED, "%s: line %u: %s", import->name, row->line, error.message);
		return;
	}
	import->local += local_is_address(address);
	*LIST_PUSH(&import->arena, &import->feeds) = (struct store_feed){
		.address = address,
		.user_title = row->title,
		.folder = row->folder,
		.tags = row->tags,
		.link = row->link,
		.added = (int64_t)time(NULL),
	};
}

static bool looks_like_xml(struct str bytes)
{
	struct str start = str_slice(bytes, 0, 1024);

	return str_find(start, STR("<?xml"), 0) != STR_NPOS ||
	       str_find_nocase(start, STR("<opml"), 0) != STR_NPOS;
}

static bool read_list(struct str bytes, struct arena *arena, struct opml_list *list,
	struct urls_query_list *queries, struct warnings *warnings, struct error *error)
{
	if (looks_like_xml(bytes))
		return opml_read(bytes, arena, list, warnings, error);
	urls_read(bytes, arena, list, queries, warnings);
	return list->count || queries->count || warnings->list.count ||
	       fail(error, ERROR_NOT_A_FEED, 0, "there is no subscription in it");
}

/* A query feed is a saved query here, and those stand in a file of the user's that no command writes. */
static void tell_query(struct import *import, const struct urls_query *query)
{
	struct error error = {0};
	struct str ours = query_from_newsboat(query->expression, &import->arena, &error);

	if (ours.data && query->name.length && str_find_char(query->name, '"', 0) == STR_NPOS) {
		printf("line %u is for the configuration: saved \"%.*s\" = %.*s\n", query->line,
			STR_ARG(utf8_printable(&import->arena, query->name)),
			STR_ARG(utf8_printable(&import->arena, ours)));
		return;
	}
	import->refused++;
	complain(STATUS_FAILED, "%s: line %u: the query feed \"%.*s\" is not taken: %s", import->name,
		query->line, STR_ARG(str_slice(query->name, 0, 80)),
		ours.data ? "it has no name, or a quotation mark in it" : error.message);
}

static void tell_import(const struct import *import, size_t added)
{
	size_t known = import->feeds.count - added;

	printf("%zu feed%s added, %zu subscribed to already; `dateline refresh` fetches them\n", added,
		plural(added), known);
	if (import->local)
		printf("%zu of the list run%s a command or read%s a file of yours at each refresh\n",
			import->local, import->local == 1 ? "s" : "", import->local == 1 ? "s" : "");
}

static enum exit_status store_import(struct invocation *invocation, const struct import *import)
{
	struct error error = {0};
	struct store *store;
	size_t added = 0;
	bool is_stored;

	if (!library_open(invocation, STORE_READ_WRITE, &store))
		return STATUS_LIBRARY;
	is_stored = store_feed_add_all(store, import->feeds.items, import->feeds.count, &added, &error);
	store_close(store);
	if (!is_stored)
		return complain(STATUS_LIBRARY, "%s", error.message);
	if (!invocation->is_quiet)
		tell_import(import, added);
	return import->refused ? STATUS_FAILED : STATUS_DONE;
}

static enum exit_status import_list(struct invocation *invocation, struct import *import, struct str bytes)
{
	struct opml_list list = {0};
	struct urls_query_list queries = {0};
	struct warnings warnings;
	struct error error = {0};

	warnings_init(&warnings, &import->arena);
	import->is_opml = looks_like_xml(bytes);
	if (!read_list(bytes, &import->arena, &list, &queries, &warnings, &error))
		return complain(STATUS_FAILED, "%s: %s", import->name, error.message);
	warnings_close(&warnings);
	import->refused = warnings.list.count;
	for (size_t i = 0; i < warnings.list.count; i++)
		complain(STATUS_FAILED, "%s: %.*s", import->name, STR_ARG(warnings.list.items[i]));
	for (size_t i = 0; i < list.count; i++)
		take_row(import, &list.items[i]);
	for (size_t i = 0; i < queries.count; i++)
		tell_query(import, &queries.items[i]);
	return store_import(invocation, import);
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
		printf("%zu article%s of %zu feed%s taken over, %zu of them read, %zu starred\n",
			taken.articles, plural(taken.articles), taken.feeds, plural(taken.feeds), taken.read,
			taken.starred);
	return status;
}

static enum exit_status import_file(struct invocation *invocation, const char *name, bool takes_local)
{
	struct import import = {.name = name, .takes_local = takes_local};
	enum exit_status status = STATUS_FAILED;
	struct buffer bytes = {0};
	struct error error = {0};

	if (store_is_database(name))
		return import_cache(invocation, name);
	if (file_read(name, LIST_BYTES_MOST, &bytes, &error))
		status = import_list(invocation, &import, buffer_str(&bytes));
	else
		complain(STATUS_FAILED, "%s", error.message);
	buffer_finish(&bytes);
	arena_finish(&import.arena);
	return status;
}

static enum exit_status run_import(struct invocation *invocation)
{
	bool takes_local = false;
	const struct option_row rows[] = {{"--local", &takes_local, NULL}};
	enum exit_status status = STATUS_DONE;

	if (!options_take(invocation, &command_import, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc == 0)
		return complain_usage(&command_import);
	for (int i = 0; i < invocation->argc; i++) {
		enum exit_status one = import_file(invocation, invocation->argv[i], takes_local);

		if (one > status)
			status = one;
	}
	return status;
}

const struct command command_import = {
	.name = "import",
	.arguments = "[--local] FILE...",
	.summary =
		"take over subscriptions and articles: OPML, newsboat's urls and cache.db, or a list of addresses",
	.run = run_import,
};
