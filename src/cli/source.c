#include "source.h"

#include "dateline/base/file.h"

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
