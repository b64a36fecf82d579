#include "source.h"

#include "dateline/base/file.h"
#include "dateline/base/url.h"
#include "dateline/net/fetch.h"

#define WAIT_MS 1000

static void add_directory(struct arena *arena, struct str_list *list, struct str path)
{
	struct str_list names = {0};
	const char *separator = str_ends_with(path, STR("/")) ? "" : "/";

	if (!file_list_directory(arena_cstring(arena, path), arena, &names, NULL)) {
		*LIST_PUSH(arena, list) = path;
		return;
	}
	for (size_t i = 0; i < names.count; i++)
		*LIST_PUSH(arena, list) =
			arena_printf(arena, "%.*s%s%.*s", STR_ARG(path), separator, STR_ARG(names.items[i]));
}

struct str_list sources_expand(struct arena *arena, int argc, char **argv)
{
	struct str_list list = {0};

	for (int i = 0; i < argc; i++) {
		if (file_is_directory(argv[i]))
			add_directory(arena, &list, str_from(argv[i]));
		else
			*LIST_PUSH(arena, &list) = str_from(argv[i]);
	}
	return list;
}

/* ---- reading */

struct reading {
	struct arena *arena;
	struct feed_source *from;
	struct buffer *bytes;
	struct error *error;
};

static void take_answer(struct fetch_response *response, void *context)
{
	struct reading *reading = context;

	if (response->error.code != ERROR_NONE) {
		*reading->error = response->error;
		fail_in(reading->error, "%.*s", STR_ARG(response->address));
		return;
	}
	*reading->bytes = response->body;
	response->body = (struct buffer){0};
	if (reading->from->base.data == NULL)
		reading->from->base = arena_copy(reading->arena, response->address);
	if (reading->from->media_type.data == NULL)
		reading->from->media_type = arena_copy(reading->arena, response->media_type);
}

static bool fetch_source(struct str source, struct reading *reading)
{
	const struct fetch_limits limits = fetch_limits_of_user();
	const struct fetch_request request = {
		.address = source, .user_agent = STR("dateline/" DATELINE_VERSION)};
	struct fetcher *fetcher = fetcher_create(&limits);

	fetcher_add(fetcher, &request, take_answer, reading);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, WAIT_MS);
	fetcher_destroy(fetcher);
	return reading->error->code == ERROR_NONE;
}

bool source_read(struct str source, struct arena *arena, struct feed_source *from, struct buffer *bytes,
	struct error *error)
{
	struct reading reading = {arena, from, bytes, error};

	if (url_is_web(source)) {
		from->is_local = false;
		return fetch_source(source, &reading);
	}
	return file_read(arena_cstring(arena, source), SOURCE_BYTES_MOST, bytes, error);
}
