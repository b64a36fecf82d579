/* library.h - the library a command works on, and the feeds of it that an argument names */
#ifndef DATELINE_SRC_CLI_LIBRARY_H
#define DATELINE_SRC_CLI_LIBRARY_H

#include "command.h"
#include "dateline/config/config.h"
#include "dateline/refresh/engine.h"
#include "dateline/store/feeds.h"

#define USER_AGENT "dateline/" DATELINE_VERSION /* what servers are told */

/* The path of the library: --library, or the default place; ends in a NUL that is not counted. */
bool library_path(
	const struct invocation *invocation, struct arena *arena, struct str *path, struct error *error);

/* Opens the library. A reading command on a library that does not exist yet gets an empty one in memory.
 * False after a message on standard error: the exit status is STATUS_LIBRARY then. */
bool library_open(const struct invocation *invocation, enum store_mode mode, struct store **store);

/* Opens an engine on the library, with the workers and limits of the configuration. False after a message. */
bool library_open_engine(const struct invocation *invocation, struct engine **engine);

/* Reads the configuration; its warnings are said on standard error. Texts live in the arena. */
void library_config(const struct invocation *invocation, struct arena *arena, struct config *config);

/* The one feed that an argument names: a number, an address, a title, or an unambiguous part of one; NULL
 * after a message. */
const struct store_feed *library_find_feed(const struct store_feed_list *feeds, const char *name);

#endif
