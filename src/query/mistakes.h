/* mistakes.h - saying what is wrong in a query, where, and what would be right */
#ifndef DATELINE_QUERY_MISTAKES_H
#define DATELINE_QUERY_MISTAKES_H

#include "dateline/query/query.h"

#include <stdarg.h>

/* Fills the mistake for the bytes from start to end of `text`; returns false. */
bool mistake_at(struct query_mistake *mistake, struct str text, size_t start, size_t end, const char *format,
	va_list args);

/* The query with the bytes from start to end replaced. */
struct str mistake_correct(struct str text, size_t start, size_t end, struct str better, struct arena *arena);

#endif
