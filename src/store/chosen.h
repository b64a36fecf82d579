/* chosen.h - a query as a statement over the articles */
#ifndef DATELINE_STORE_CHOSEN_H
#define DATELINE_STORE_CHOSEN_H

#include "dateline/query/sql.h"
#include "store/library.h"

/* Whether a query chooses every article that is not hidden. NULL does. */
bool query_is_everything(const struct query *query);

/* The query for this library: into `arena`. */
void chosen_compile(
	struct store *store, const struct query *query, struct arena *arena, struct query_sql *sql);

/* A statement for once: `before` WHERE <what the query says> `after`; `a` is the article. The bindings of the
 * query are bound from parameter `*next` on, and *next becomes the one after them. NULL when it cannot be
 * made. */
sqlite3_stmt *chosen_statement(
	struct store *store, const struct query_sql *sql, const char *before, const char *after, int *next);

/* Sets of article ids, as bits. */
struct id_set {
	uint64_t *words;
	size_t word_count;
	struct arena *arena;
};

void id_set_add(struct id_set *set, int64_t id);
bool id_set_has(const struct id_set *set, int64_t id);

/* Adds what the first column of a statement gives, and counts it. */
bool id_set_collect(
	struct store *store, sqlite3_stmt *row, struct id_set *set, int64_t *count, struct error *error);

#endif
