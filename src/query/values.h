/* values.h - one value of a field, read and checked */
#ifndef DATELINE_QUERY_VALUES_H
#define DATELINE_QUERY_VALUES_H

#include "query/parser.h"

/* Reads the value at p->at: a phrase, a regular expression, a word of the field's kind. */
bool parse_value(struct parser *p, enum query_field field, struct query_value *value);

/* The word from start to end as words or a name, with its asterisks. */
bool text_value(
	struct parser *p, enum query_field field, size_t start, size_t end, struct query_value *value);

/* A matcher for a value whose text is set. */
const struct query_matcher *value_matcher(enum query_field field, const struct query_value *value,
	const struct query_context *context, struct arena *arena);

#endif
