#include "dateline/config/paths.h"

#include <stdlib.h>

const char *paths_getenv(void *context, const char *name)
{
	(void)context;
	return getenv(name);
}

/* "<$variable or $HOME/fallback>/dateline<end>" */
static bool find(paths_variable *variable, void *context, const char *name, const char *fallback,
	const char *end, struct arena *arena, struct str *path, struct error *error)
{
	const char *base = variable(context, name), *home = variable(context, "HOME");
	const char *cstring;

	if (base && base[0] == '/')
		*path = arena_printf(arena, "%s/dateline%s", base, end);
	else if (home && home[0] == '/')
		*path = arena_printf(arena, "%s/%s/dateline%s", home, fallback, end);
	else
		return fail(error, ERROR_NOT_FOUND, 0, "neither HOME nor %s says where your files are", name);
	cstring = arena_cstring(arena, *path);
	path->data = cstring;
	return true;
}

bool paths_find(paths_variable *variable, void *context, struct arena *arena, struct paths *paths,
	struct error *error)
{
	return find(variable, context, "XDG_CONFIG_HOME", ".config", "/config", arena, &paths->config,
		       error) &&
	       find(variable, context, "XDG_CONFIG_HOME", ".config", "/sites", arena, &paths->sites, error) &&
	       find(variable, context, "XDG_DATA_HOME", ".local/share", "/library.db", arena, &paths->library,
		       error);
}
