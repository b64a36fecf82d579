/* config.h - the configuration file: settings, keys, colours, saved queries */
#ifndef DATELINE_CONFIG_CONFIG_H
#define DATELINE_CONFIG_CONFIG_H

#include "dateline/base/warnings.h"
#include "dateline/config/keymap.h"
#include "dateline/config/settings.h"
#include "dateline/config/theme.h"
#include "dateline/query/rules.h"

#define CONFIG_BYTES_MOST ((size_t)1024 * 1024)

struct config_saved {
	struct str name, query; /* query: as written; checked when it is used */
	unsigned line;
};

struct config_saved_list {
	struct config_saved *items;
	size_t count, capacity;
};

struct config_binding { /* bind and unbind lines, to be applied when the views' actions are known */
	bool is_unbind;
	bool is_done; /* config_bind() has applied it */
	struct str view, keys, action;
	unsigned line;
};

struct config_binding_list {
	struct config_binding *items;
	size_t count, capacity;
};

struct config_macro { /* a command of the user's that is an action like the others */
	struct str name, command;
	struct keymap_action *action; /* its help is the command */
	bool is_done;                 /* config_bind() has made it known */
	unsigned line;
};

struct config_macro_list {
	struct config_macro *items;
	size_t count, capacity;
};

struct config {
	struct arena *arena;
	struct settings settings;
	struct theme theme;
	struct config_binding_list bindings;
	struct config_saved_list saved;
	struct config_macro_list macros;
	struct str complaint; /* the first one about its file, for whoever shows it; absent: none */
	struct rules rules;   /* those that are right; their saved queries are those of the file */
};

void config_init(struct config *config, struct arena *arena);

/* Reads the lines of a configuration: `key = value`, `color ROLE = ATTRIBUTES`, `bind [VIEW:]KEYS ACTION`,
 * `unbind [VIEW:]KEYS`, `saved "Name" = QUERY`, `macro NAME = COMMAND`, rules (query/rules.h), and comments
 * that begin with #. A line that is not understood is named in `warnings` as "FILE:LINE: …", and what stood
 * before stands; the query of a rule as "FILE:LINE:COLUMN: …", and the rule is left out. */
void config_read(struct config *config, struct str text, const char *file, struct warnings *warnings);

/* One such line that is no rule, as typed after ":set", ":bind". Errors: as for the file. */
bool config_read_line(struct config *config, struct str line, struct error *error);

/* Reads a file; one that does not exist is an empty one unless it `must_exist`. */
bool config_load(struct config *config, const char *path, bool must_exist, struct warnings *warnings,
	struct error *error);

/* Makes macros known, binds and unbinds, as the lines say that came since the last call; what cannot be is
 * named in `warnings`. */
void config_bind(struct config *config, const char *file, struct keymap *keymap, struct warnings *warnings);

/* The text of a saved query (names compare as names do), or STR_NONE. */
struct str config_saved_query(const struct config *config, struct str name);

/* The command of a macro, or STR_NONE. */
struct str config_macro_command(const struct config *config, struct str name);

#endif
