/* parser.h - what the two halves of the parser share: brackets and operators, terms and values */
#ifndef DATELINE_QUERY_PARSER_H
#define DATELINE_QUERY_PARSER_H

#include "query/lexer.h"
#include "query/tree.h"

#define SAVED_MOST 64 /* saved queries inside one query, however nested: they multiply */
#define SAVED_DEPTH_MOST 16

struct saved_chain { /* the saved queries that are being read, innermost first */
	struct str name;
	const struct saved_chain *outer;
};

struct parser {
	struct str text;
	size_t at;
	struct arena *arena;
	const struct query_context *context;
	struct query *query;
	struct query_mistake *mistake;
	unsigned depth;
	bool is_in_quotation;
	size_t last_start, last_end; /* the word read before, for what looks like another program's filter */
	const struct saved_chain *chain;
	unsigned *saved_left;
};

/* Each reads at p->at and goes on behind it. A mistake gives false, and p->mistake is filled. *node may
 * become NULL: a directive leaves nothing in the tree. */
bool parse_or(struct parser *p, struct query_node **node);
bool parse_term(struct parser *p, struct query_node **node); /* a field, a state, #tag, @speaker, text */
bool parse_query(struct parser *p);

bool open_bracket(struct parser *p, size_t start, size_t after);
bool close_bracket(struct parser *p, size_t start);

/* Fills the mistake; false. */
bool wrong(struct parser *p, size_t start, size_t end, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* Says in the mistake, filled before, that the bytes from start to end should be `better`; false. */
bool offer(struct parser *p, size_t start, size_t end, struct str better);
void notice(struct parser *p, size_t start, size_t end, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* notices.c: what is right but perhaps not meant, seen in terms that stand side by side. */
void notice_neighbours(struct parser *p, const struct query_node *first);
void notice_unknown_name(
	struct parser *p, enum query_field field, const struct query_value *value, size_t start, size_t end);
struct query_name_list known_names(struct parser *p, enum query_field field);

#endif
