/* access.h - how each field is read: from an article in memory, and in SQL */
#ifndef DATELINE_QUERY_ACCESS_H
#define DATELINE_QUERY_ACCESS_H

#include "query/tree.h"

typedef bool text_visitor(void *context, struct str text);

/* Where a field's text stands in the library. The condition of a term is about `text`, or about `key` when it
 * is a whole name and names are kept folded; `row`, when not NULL, is in what `select` gives for it, closed
 * by `end`. */
struct text_place {
	const char *row, *select, *text, *key, *end;
};

struct field_access {
	/* texts: gives each text of the field to `visit` until it returns true; then that. NULL for others.
	 */
	bool (*texts)(const struct query_subject *subject, text_visitor *visit, void *context);
	bool (*quote_texts)(const struct quote *quote, text_visitor *visit, void *context);
	int64_t (*number)(const struct query_subject *subject); /* TIME_NONE: absent */
	struct text_place places[6];                            /* any of them; .text NULL ends */
	const char *search_columns;                             /* of the full-text index, or NULL */
	const char *number_sql;                                 /* NULL when absent */
};

const struct field_access *field_access(enum query_field field);

/* Nearness is of words in prose: it does not reach from one name of a list to the next. */
const struct field_access *value_access(enum query_field field, const struct query_value *value);

struct choice {
	const char *name;
	bool (*holds)(const struct query_subject *subject);
	const char *sql;
};

/* The words of is: and has:, NULL name at the end. */
const struct choice *field_choices(enum query_field field);

/* The index of a word in the field's set, or SIZE_MAX. */
size_t field_choice_find(enum query_field field, struct str word);
struct str field_choice_name(enum query_field field, size_t choice);

#endif
