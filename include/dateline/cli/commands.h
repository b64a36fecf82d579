/* commands.h - the command line: one program, one table of subcommands */
#ifndef DATELINE_CLI_COMMANDS_H
#define DATELINE_CLI_COMMANDS_H

/* Runs the program with the arguments of main(); returns its exit status. */
int commands_run(int argc, char **argv);

#endif
