/* paths.h - where the library and the configuration are */
#ifndef DATELINE_CONFIG_PATHS_H
#define DATELINE_CONFIG_PATHS_H

#include "dateline/base/arena.h"
#include "dateline/base/error.h"

/* The value of an environment variable, or NULL; `getenv` but for the context. */
typedef const char *paths_variable(void *context, const char *name);

const char *paths_getenv(void *context, const char *name); /* of the process */

struct paths {
	struct str config;  /* $XDG_CONFIG_HOME/dateline/config */
	struct str library; /* $XDG_DATA_HOME/dateline/library.db */
	struct str sites;   /* $XDG_CONFIG_HOME/dateline/sites, a directory: the rules of siterules.h */
};

/* Finds all; none needs to exist. Each ends in a NUL that is not counted. A variable that is no absolute path
 * is not regarded. Error: neither the variable nor HOME says where.
 * Source: XDG Base Directory Specification 0.8. */
bool paths_find(paths_variable *variable, void *context, struct arena *arena, struct paths *paths,
	struct error *error);

#endif
