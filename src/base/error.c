#include "dateline/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const code_names[] = {
	[ERROR_NONE] = "",
	[ERROR_NOT_FOUND] = "not-found",
	[ERROR_UNREADABLE] = "unreadable",
	[ERROR_TOO_LARGE] = "too-large",
	[ERROR_NOT_A_FEED] = "not-a-feed",
	[ERROR_MALFORMED] = "malformed",
	[ERROR_NETWORK] = "network",
	[ERROR_HTTP] = "http",
	[ERROR_UNSUPPORTED] = "unsupported",
	[ERROR_USAGE] = "usage",
	[ERROR_QUERY] = "query",
	[ERROR_LIBRARY] = "library",
	[ERROR_STOPPED] = "stopped",
};

const char *error_code_name(enum error_code code)
{
	return code_names[code];
}

/* A message may quote what came from outside: no control character of it may reach a terminal, and a
 * message cut by the size of its field must not end inside a UTF-8 sequence. */
static void make_printable(char *message)
{
	size_t length = strlen(message);

	for (size_t i = 0; i < length; i++)
		if ((unsigned char)message[i] < 0x20 || message[i] == 0x7f)
			message[i] = ' ';
	for (size_t i = 0; i + 1 < length; i++)
		if ((unsigned char)message[i] == 0xc2 && (unsigned char)message[i + 1] >= 0x80 &&
			(unsigned char)message[i + 1] < 0xa0)
			message[i] = message[i + 1] = ' ';
	for (size_t back = 1; back <= 4 && back <= length; back++) {
		unsigned char c = (unsigned char)message[length - back];

		if (c < 0x80)
			return;
		if (c >= 0xc0) {
			size_t needed = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;

			if (back < needed)
				message[length - back] = '\0';
			return;
		}
	}
}

bool fail(struct error *error, enum error_code code, unsigned line, const char *format, ...)
{
	va_list args;

	if (error == NULL)
		return false;
	error->code = code;
	error->line = line;
	va_start(args, format);
	vsnprintf(error->message, sizeof error->message, format, args);
	va_end(args);
	make_printable(error->message);
	return false;
}

bool fail_in(struct error *error, const char *format, ...)
{
	char inner[sizeof error->message];
	va_list args;
	size_t used;

	if (error == NULL)
		return false;
	memcpy(inner, error->message, sizeof inner);
	va_start(args, format);
	vsnprintf(error->message, sizeof error->message, format, args);
	va_end(args);
	used = strlen(error->message);
	snprintf(error->message + used, sizeof error->message - used, ": %s", inner);
	make_printable(error->message);
	return false;
}
