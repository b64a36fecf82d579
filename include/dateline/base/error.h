/* error.h - what went wrong, told once by who found it and shown once by who decides */
#ifndef DATELINE_BASE_ERROR_H
#define DATELINE_BASE_ERROR_H

#include "dateline/base/str.h"

enum error_code {
	ERROR_NONE,
	/* the codes of the machine-readable output */
	ERROR_NOT_FOUND,
	ERROR_UNREADABLE,
	ERROR_TOO_LARGE,
	ERROR_NOT_A_FEED,
	ERROR_MALFORMED,
	ERROR_NETWORK,
	ERROR_HTTP,
	ERROR_UNSUPPORTED,
	/* and those of the program's other work */
	ERROR_USAGE,
	ERROR_QUERY,
	ERROR_LIBRARY,
	ERROR_STOPPED, /* given up because somebody wanted so */
};

struct error {
	enum error_code code;
	unsigned line;     /* in the source, from 1; 0 when not known */
	char message[512]; /* one sentence, no control characters, ends in NUL */
};

/* Fills *error and returns false, so that a function may end in `return fail(…)`. `error` may be NULL. */
bool fail(struct error *error, enum error_code code, unsigned line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Puts "<context>: " before the message, going up; returns false. */
bool fail_in(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

const char *error_code_name(enum error_code code); /* "not-found", …; "" for ERROR_NONE */

#endif
