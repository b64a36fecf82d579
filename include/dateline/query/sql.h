/* sql.h - a query as SQL text and bindings, for the library's schema */
#ifndef DATELINE_QUERY_SQL_H
#define DATELINE_QUERY_SQL_H

#include "dateline/query/match.h"

enum query_binding_kind { QUERY_BIND_NUMBER, QUERY_BIND_TEXT, QUERY_BIND_MATCHER };

struct query_binding {
	enum query_binding_kind kind;
	int64_t number;
	struct str text;
	const struct query_matcher *matcher;
};

struct query_binding_list {
	struct query_binding *items;
	size_t count, capacity;
};

/* No text of the user's stands in the SQL: every value is a binding. */
struct query_sql {
	struct str where; /* a condition on a row of `article` called `a`; parameters are "?", bound in order;
			     "1" for all */
	struct str order; /* what follows ORDER BY: total, ends in the row's number */
	int64_t limit;    /* -1: none */
	struct query_binding_list bindings;
};

/* The pointer type under which a QUERY_BIND_MATCHER is given to sqlite3_bind_pointer(), and the name of the
 * SQL function of two arguments, text and matcher, that the library registers and answers with
 * query_matcher_accepts(); for NULL it is 0, never NULL. */
#define QUERY_SQL_POINTER "dateline-matcher"
#define QUERY_SQL_FUNCTION "dateline_accepts"

/* `has_index`: the full-text index is complete and may answer words; without it the text is read. What the
 * SQL binds lives in `arena` and in the query's own. Leaves out hidden articles and duplicates as
 * query_matches() does. */
void query_compile(const struct query *query, bool has_index, struct arena *arena, struct query_sql *sql);

/* The terms at the top level in the order in which they are asked, each with those before it. */
struct query_step {
	struct str term;    /* canonical */
	struct query query; /* this term and those before; shares the tree of the whole */
};

struct query_step_list {
	struct query_step *items;
	size_t count, capacity;
};

void query_steps(
	const struct query *query, bool has_index, struct arena *arena, struct query_step_list *steps);

#endif
