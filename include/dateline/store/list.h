/* list.h - headlines of a query: windows of rows, positions and counts */
#ifndef DATELINE_STORE_LIST_H
#define DATELINE_STORE_LIST_H

#include "dateline/article/article.h"
#include "dateline/query/query.h"
#include "dateline/store/store.h"

/* A list is what a query chose, in its order, at the moment it was opened: rows keep their order and stay,
 * also when their article stops matching, until store_list_update() or a new list. Without a filter it is
 * read as it is shown and does not grow with the library; with one it keeps the ids. Rows are named by
 * article ids. */

struct headline {
	int64_t id, feed;
	struct str title;      /* absent when the article has none */
	struct str standfirst; /* absent when there is a title */
	struct str opening;    /* the first words of the text; absent when there is a title or a standfirst */
	struct str feed_title; /* as shown */
	struct str link;
	int64_t time;  /* published, else first seen */
	bool is_dated; /* false: `time` is the one first seen */
	bool is_read, is_starred, is_later, is_updated, is_hidden, is_full;
	unsigned quote_count, word_count;
};

/* What a row is called (article/name.h). Borrowed. */
struct str headline_title(const struct headline *headline);

struct headline_list {
	struct headline *items;
	size_t count, capacity;
};

struct store_list;

/*   query   NULL or empty: every article, newest first. It and its arena must live as long as the list
 *   Sort, limit and text are those of the query. */
bool store_list_open(
	struct store *store, const struct query *query, struct store_list **list, struct error *error);
void store_list_close(struct store_list *list); /* accepts NULL */

/* How many rows, and how many of their articles are unread now. */
bool store_list_counts(struct store_list *list, int64_t *total, int64_t *unread, struct error *error);

/* Rows around an article, in list order.
 *   anchor   its id; 0 or an id that is not in the list: the first row
 *   before   at most so many rows above it; after: at most so many from it on, itself included
 *   anchor_row  index of the anchor's row in `rows` (may be NULL) */
bool store_list_window(struct store_list *list, int64_t anchor, size_t before, size_t after,
	struct arena *arena, struct headline_list *rows, size_t *anchor_row, struct error *error);

/* Rows by position, from 0. */
bool store_list_rows(struct store_list *list, int64_t first, size_t count, struct arena *arena,
	struct headline_list *rows, struct error *error);

/* The position of an article from 0, or -1 when it is not in the list. */
int64_t store_list_position(struct store_list *list, int64_t id);

/* The nearest article after (or before, direction -1) `id` in list order that is unread; 0 when there is
 * none. `id` 0: from the top. */
int64_t store_list_next_unread(struct store_list *list, int64_t id, int direction);

/* Takes in what has come since; rows that stopped matching stay when `keeps` is true, else they go. */
bool store_list_update(struct store_list *list, bool keeps, struct error *error);

/* Ids of all rows, in order: for what is done to the whole list. */
bool store_list_ids(
	struct store_list *list, struct arena *arena, int64_t **ids, size_t *count, struct error *error);

/* The words around the first place where the query's text is found in an article, on one line; absent when it
 * is not in the body. match_start, match_end   bytes into it */
struct str store_passage(struct store *store, int64_t id, const struct query *query, struct arena *arena,
	size_t *match_start, size_t *match_end);

#endif
