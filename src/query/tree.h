/* tree.h - what a query is once it is read */
#ifndef DATELINE_QUERY_TREE_H
#define DATELINE_QUERY_TREE_H

#include "dateline/query/match.h"

/* After reading: no NOT under NOT, no AND right under AND, no OR right under OR, no single child of either;
 * fields of quotations stand inside NODE_QUOTATION alone. */
enum node_kind {
	NODE_AND,
	NODE_OR,
	NODE_NOT,
	NODE_QUOTATION, /* one quotation of the article for which its child holds */
	NODE_TERM,
};

enum value_kind {
	VALUE_TEXT,   /* words or a name: matcher */
	VALUE_REGEX,  /* matcher */
	VALUE_ABSENT, /* "?" */
	VALUE_SPAN,   /* least <= x < most */
	VALUE_CHOICE, /* a word of the field's set */
	VALUE_SAVED,
};

struct query_value {
	enum value_kind kind;
	struct str text; /* unquoted, without wildcards; of a span, a regular expression and a choice as it is
			    written */
	bool starts_open, ends_open; /* *text, text* */
	bool ignores_case;
	int64_t near; /* -1: next to each other */
	int64_t least, most;
	size_t choice;
	const struct query_matcher *matcher;
	const struct query *saved;
};

struct query_value_list {
	struct query_value *items;
	size_t count, capacity;
};

struct query_node {
	enum node_kind kind;
	struct query_node *first, *next; /* children in order; NOT and QUOTATION have one */
	enum query_field field;
	struct query_value_list values; /* any of them */
	bool is_plain;                  /* one value, written as a bare word: for notices */
	bool is_any;                    /* made by an edit to hold alternatives, though it has one yet */
	bool is_bracketed;              /* stood in brackets of its own */
	size_t start, end;              /* in the text */
};

struct query_node *node_make(struct arena *arena, enum node_kind kind, struct query_node *first);
size_t node_count_children(const struct query_node *node);
bool field_is_of_quotation(enum query_field field);
bool field_is_text(enum query_field field); /* its values are words, names, patterns */

/* ---- group.c: puts quotation terms into NODE_QUOTATION, flattens and joins; may give NULL for NULL */
struct query_node *group_tree(struct query_node *root, struct arena *arena);

/* ---- canonical.c */
void canonical_node(const struct query_node *root, struct buffer *out);
void canonical_apart(const struct query_node *root, struct buffer *out); /* to stand beside other terms */
void canonical_query(const struct query *query, struct buffer *out);
void canonical_value(enum query_field field, const struct query_value *value, struct buffer *out);

/* ---- matcher.c */
struct query_matcher *matcher_for_text(
	enum query_field field, const struct query_value *value, bool is_whole_name, struct arena *arena);
struct regex;
struct query_matcher *matcher_for_regex(const struct regex *regex, struct arena *arena);
bool matcher_is_key(const struct query_matcher *matcher, struct str *key); /* a whole name: compare keys */
struct str matcher_search_text(
	const struct query_matcher *matcher, struct arena *arena); /* for FTS5; absent: cannot */

void matcher_add_words(const struct query_matcher *matcher, struct arena *arena, struct str_list *words);

/* ---- regex.c */
struct regex_fault {
	size_t start, end;
	char message[160];
};
struct regex *regex_compile(
	struct str pattern, bool ignores_case, struct arena *arena, struct regex_fault *fault);
bool regex_find(const struct regex *regex, struct str text, size_t from, size_t *start, size_t *end);

/* ---- times.c, numbers: text to a span; on a fault the place is relative to the text */
struct value_fault {
	size_t start, end;
	char message[256];
	struct str better; /* the value put right, or absent */
};
bool time_read(enum query_field field, struct str text, const struct query_context *context,
	struct arena *arena, struct query_value *value, struct value_fault *fault);
bool number_read(enum query_field field, struct str text, struct arena *arena, struct query_value *value,
	struct value_fault *fault);

#endif
