#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

enum exit_status complain(enum exit_status status, const char *format, ...)
{
	struct error printable = {0};
	char text[sizeof printable.message];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	fail(&printable, ERROR_USAGE, 0, "%s",
		text); /* names may hold anything: no control character gets through */
	fprintf(stderr, "dateline: %s\n", printable.message);
	return status;
}

enum exit_status complain_usage(const struct command *command)
{
	fprintf(stderr, "usage: dateline %s %s\n", command->name, command->arguments);
	return STATUS_USAGE;
}

static const struct option_row *find_option(const struct option_row *rows, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

bool options_take(struct invocation *invocation, const struct command *command, const struct option_row *rows,
	size_t count)
{
	int kept = 0;

	for (int i = 0; i < invocation->argc; i++) {
		const char *argument = invocation->argv[i];
		const struct option_row *row = find_option(rows, count, argument);

		if (strcmp(argument, "--") == 0) {
			while (++i < invocation->argc)
				invocation->argv[kept++] = invocation->argv[i];
		} else if (row && row->flag) {
			*row->flag = true;
		} else if (row && i + 1 < invocation->argc) {
			*row->value = invocation->argv[++i];
		} else if (row) {
			complain(STATUS_USAGE, "%s needs a value", argument);
			complain_usage(command);
			return false;
		} else if (argument[0] == '-' && argument[1] != '\0') {
			complain(STATUS_USAGE, "%s has no option \"%s\"", command->name, argument);
			complain_usage(command);
			return false;
		} else {
			invocation->argv[kept++] = invocation->argv[i];
		}
	}
	invocation->argc = kept;
	return true;
}

void print_buffer(struct buffer *buffer)
{
	size_t written = 0;

	while (written < buffer->length) {
		ssize_t step = write(STDOUT_FILENO, buffer->data + written, buffer->length - written);

		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0) {
			if (errno != EPIPE)
				complain(STATUS_FAILED, "standard output cannot be written: %s",
					strerror(errno));
			exit(STATUS_FAILED);
		}
		written += (size_t)step;
	}
	buffer_clear(buffer);
}
