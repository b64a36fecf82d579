/* command.h - what a subcommand is given, and what it promises */
#ifndef DATELINE_SRC_CLI_COMMAND_H
#define DATELINE_SRC_CLI_COMMAND_H

#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

enum exit_status {
	STATUS_DONE = 0,
	STATUS_FAILED = 1,  /* something could not be done; which and why is on standard error */
	STATUS_USAGE = 2,   /* usage or query mistake */
	STATUS_LIBRARY = 3, /* the library could not be opened or written */
};

/* Arguments after the global options have been taken out; argv[0] is the first one after the subcommand's
 * name. */
struct invocation {
	const char *library; /* --library, or NULL for the default place */
	const char *config;  /* --config, or NULL for the default place */
	bool no_color, is_quiet, is_verbose, is_linear;
	int argc;
	char **argv;
};

struct command {
	const char *name;
	const char *arguments; /* as the usage line shows them */
	const char *summary;   /* one line, lower case, no stop */
	enum exit_status (*run)(struct invocation *invocation);
};

/* One option of a subcommand: a flag (`flag` set) or one with a value (`value` set). */
struct option_row {
	const char *name; /* with its dashes, "--json" or "-q" */
	bool *flag;
	const char **value;
};

/* Takes the rows' options out of invocation->argv, wherever they stand before a "--"; what is left are the
 * operands. False after a message on standard error: an unknown option, or one without its value. */
bool options_take(struct invocation *invocation, const struct command *command, const struct option_row *rows,
	size_t count);

/* "s" for every count but one: printf("%zu feed%s", count, plural(count)) */
const char *plural(size_t count);

/* Complaints: "dateline: message" on standard error. The status is given back, for `return complain(…)`. */
enum exit_status complain(enum exit_status status, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
enum exit_status complain_usage(const struct command *command); /* prints the usage line; STATUS_USAGE */

/* Writes a buffer to standard output and clears it; the program ends quietly when nobody reads on. */
void print_buffer(struct buffer *buffer);

extern const struct command command_add;
extern const struct command command_change;
extern const struct command command_check;
extern const struct command command_export;
extern const struct command command_feeds;
/* The reader itself: on the library, or on the sources that are the arguments. */
enum exit_status read_run(struct invocation *invocation);

extern const struct command command_help;
extern const struct command command_import;
extern const struct command command_keys;
extern const struct command command_label;
extern const struct command command_list;
extern const struct command command_mark;
extern const struct command command_parse;
extern const struct command command_query;
extern const struct command command_quotes;
extern const struct command command_refresh;
extern const struct command command_remove;
extern const struct command command_rules;
extern const struct command command_show;
extern const struct command command_tags;
extern const struct command command_undo;

#endif
