#include "dateline/cli/commands.h"
#include "command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
	&command_parse,
	/* the subscriptions */
	&command_add,
	&command_feeds,
	&command_change,
	&command_remove,
	&command_refresh,
	&command_import,
	&command_export,
	/* the articles */
	&command_list,
	&command_show,
	&command_quotes,
	&command_tags,
	&command_mark,
	&command_label,
	&command_undo,
	/* the rest */
	&command_query,
	&command_rules,
	&command_keys,
	&command_check,
	&command_help,
};

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

/* ---- help */

static void print_overview(void)
{
	puts("usage: dateline [SOURCE...]\n       dateline COMMAND [ARGUMENT...]\n");
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		printf("  %-9s %s\n", commands[i]->name, commands[i]->summary);
	puts("\nglobal options: --library FILE, --config FILE, --no-color, --linear, --quiet, --verbose, --version\n"
	     "`dateline help COMMAND` shows the arguments of one; dateline(1) says everything.");
}

static enum exit_status run_help(struct invocation *invocation)
{
	const struct command *command;

	if (invocation->argc == 0) {
		print_overview();
		return STATUS_DONE;
	}
	command = find_command(invocation->argv[0]);
	if (command == NULL)
		return complain(STATUS_USAGE, "there is no command \"%s\"; `dateline help` lists them",
			invocation->argv[0]);
	printf("usage: dateline %s %s\n%s\n", command->name, command->arguments, command->summary);
	return STATUS_DONE;
}

const struct command command_help = {
	.name = "help",
	.arguments = "[COMMAND]",
	.summary = "list the commands, or show how to use one",
	.run = run_help,
};

/* ---- dispatch */

static bool take_global(struct invocation *invocation, int argc, char **argv, int *i)
{
	const struct {
		const char *name;
		bool *flag;
		const char **value;
	} rows[] = {
		{"--library", NULL, &invocation->library},
		{"--config", NULL, &invocation->config},
		{"--no-color", &invocation->no_color, NULL},
		{"--linear", &invocation->is_linear, NULL},
		{"--quiet", &invocation->is_quiet, NULL},
		{"--verbose", &invocation->is_verbose, NULL},
	};

	for (size_t row = 0; row < COUNT_OF(rows); row++) {
		if (strcmp(argv[*i], rows[row].name) != 0)
			continue;
		if (rows[row].flag) {
			*rows[row].flag = true;
		} else if (*i + 1 < argc) {
			*rows[row].value = argv[++*i];
		} else {
			return false;
		}
		return true;
	}
	return false;
}

/* Global options may stand before or after the subcommand; the others are kept in order. */
static void take_globals(struct invocation *invocation, int argc, char **argv)
{
	bool is_past_options = false;

	invocation->argv = argv;
	for (int i = 1; i < argc; i++) {
		is_past_options |= strcmp(argv[i], "--") == 0;
		if (is_past_options || !take_global(invocation, argc, argv, &i))
			invocation->argv[invocation->argc++] = argv[i];
	}
}

/* A word that could be a mistyped command is a source only when there is such a file. */
static bool is_source(const char *word)
{
	return strcmp(word, "-") == 0 || strchr(word, '/') || access(word, F_OK) == 0;
}

int commands_run(int argc, char **argv)
{
	struct invocation invocation = {0};
	const struct command *command;

	take_globals(&invocation, argc, argv);
	if (invocation.argc && strcmp(invocation.argv[0], "--version") == 0) {
		puts("dateline " DATELINE_VERSION);
		return STATUS_DONE;
	}
	if (invocation.argc && strcmp(invocation.argv[0], "--help") == 0)
		invocation.argv[0] = (char *)"help";
	command = invocation.argc ? find_command(invocation.argv[0]) : NULL;
	if (command == NULL && (invocation.argc == 0 || is_source(invocation.argv[0])))
		return (int)read_run(&invocation);
	if (command == NULL)
		return (int)complain(STATUS_USAGE,
			"there is no command and no file \"%s\"; `dateline help` lists the commands",
			invocation.argv[0]);
	invocation.argv++;
	invocation.argc--;
	return (int)command->run(&invocation);
}
