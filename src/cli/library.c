#include "library.h"

#include "dateline/base/file.h"
#include "dateline/base/utf8.h"
#include "dateline/config/paths.h"

#include <stdio.h>
#include <unistd.h>

bool library_path(
	const struct invocation *invocation, struct arena *arena, struct str *path, struct error *error)
{
	struct paths paths;

	if (invocation->library) {
		*path = str_from(invocation->library);
		return true;
	}
	if (!paths_find(paths_getenv, NULL, arena, &paths, error))
		return false;
	*path = paths.library;
	return true;
}

/* A library of an older version is brought up to date by opening it for writing once. */
static bool open_store(const char *path, enum store_mode mode, struct store **store, struct error *error)
{
	if (store_open(path, mode, store, error))
		return true;
	if (mode != STORE_READ_ONLY || error->code != ERROR_UNSUPPORTED ||
		!store_open(path, STORE_READ_WRITE, store, error))
		return false;
	store_close(*store);
	return store_open(path, mode, store, error);
}

bool library_open(const struct invocation *invocation, enum store_mode mode, struct store **store)
{
	struct arena arena = {0};
	struct error error = {0};
	struct str path;
	bool is_open = library_path(invocation, &arena, &path, &error);

	if (is_open && mode == STORE_READ_ONLY && access(path.data, F_OK) != 0)
		is_open = store_open(":memory:", STORE_READ_WRITE, store, &error);
	else if (is_open)
		is_open = open_store(path.data, mode, store, &error);
	if (!is_open)
		complain(STATUS_LIBRARY, "%s", error.message);
	arena_finish(&arena);
	return is_open;
}

void library_config(const struct invocation *invocation, struct arena *arena, struct config *config)
{
	struct warnings warnings;
	struct paths paths = {0};
	struct error error = {0};
	const char *path = invocation->config;

	warnings_init(&warnings, arena);
	config_init(config, arena);
	if (path == NULL && paths_find(paths_getenv, NULL, arena, &paths, &error))
		path = paths.config.data;
	if (path && !config_load(config, path, invocation->config != NULL, &warnings, &error))
		complain(STATUS_FAILED, "%s", error.message);
	warnings_close(&warnings);
	if (warnings.list.count)
		config->complaint = warnings.list.items[0];
	for (size_t i = 0; i < warnings.list.count; i++)
		complain(STATUS_FAILED, "%.*s", STR_ARG(warnings.list.items[i]));
}

bool library_open_engine(const struct invocation *invocation, struct engine **engine)
{
	struct arena arena = {0};
	struct error error = {0};
	struct config config;
	struct str path;
	bool is_open = library_path(invocation, &arena, &path, &error);

	if (is_open) {
		struct engine_options options = {.library = path.data, .user_agent = USER_AGENT};
		struct paths paths;

		if (paths_find(paths_getenv, NULL, &arena, &paths, NULL))
			options.sites = paths.sites.data;
		library_config(invocation, &arena, &config);
		options.rules = &config.rules;
		options.workers = (unsigned)config.settings.workers;
		options.keep_days = (unsigned)config.settings.keep_days;
		options.keep_count = (unsigned)config.settings.keep_articles;
		is_open = engine_open(&options, engine, &error);
	}
	if (!is_open)
		complain(STATUS_LIBRARY, "%s", error.message);
	arena_finish(&arena);
	return is_open;
}

/* ---- feeds by name */

static const struct store_feed *find_exactly(const struct store_feed_list *feeds, struct str name)
{
	int64_t number;
	bool is_number = str_to_int64(name, &number);

	for (size_t i = 0; i < feeds->count; i++)
		if ((is_number && feeds->items[i].id == number) || str_equal(feeds->items[i].address, name))
			return &feeds->items[i];
	return NULL;
}

static bool fits(struct arena *arena, const struct store_feed *feed, struct str folded, bool wholly)
{
	struct str title = utf8_fold(arena, store_feed_name(feed)), address = utf8_fold(arena, feed->address);

	if (wholly)
		return str_equal(title, folded);
	return str_find(title, folded, 0) != STR_NPOS || str_find(address, folded, 0) != STR_NPOS;
}

static size_t find_fitting(
	const struct store_feed_list *feeds, struct str name, bool wholly, const struct store_feed *found[2])
{
	struct arena arena = {0};
	struct str folded = utf8_fold(&arena, name);
	size_t count = 0;

	for (size_t i = 0; i < feeds->count; i++)
		if (fits(&arena, &feeds->items[i], folded, wholly) && count++ < 2)
			found[count - 1] = &feeds->items[i];
	arena_finish(&arena);
	return count;
}

const struct store_feed *library_find_feed(const struct store_feed_list *feeds, const char *name)
{
	const struct store_feed *found[2] = {find_exactly(feeds, str_from(name)), NULL};
	size_t count;

	if (found[0])
		return found[0];
	count = find_fitting(feeds, str_from(name), true, found);
	if (count == 0)
		count = find_fitting(feeds, str_from(name), false, found);
	if (count == 1)
		return found[0];
	if (count == 0)
		complain(STATUS_FAILED, "no feed is called \"%s\"; `dateline feeds` lists them", name);
	else
		complain(STATUS_FAILED,
			"\"%s\" fits %zu feeds, \"%.*s\" and \"%.*s\" among them; say more of the name", name,
			count, STR_ARG(store_feed_name(found[0])), STR_ARG(store_feed_name(found[1])));
	return NULL;
}
