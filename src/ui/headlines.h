/* headlines.h - the list of articles, as other views use it */
#ifndef DATELINE_UI_HEADLINES_H
#define DATELINE_UI_HEADLINES_H

#include "view.h"

struct selected { /* as it was when it was selected */
	int64_t id;
	bool is_read, is_starred;
};

struct selected_list {
	struct selected *items;
	size_t count, capacity;
};

struct headlines { /* state of view_headlines; what is below the first part is its own */
	struct arena query_arena;
	struct query query;    /* the filter in force */
	struct str query_text; /* its canonical text */
	struct str_list chips;
	int64_t *alone;          /* when nothing matches: how many each chip alone would leave; else NULL */
	struct store_list *list; /* NULL when the library cannot be read */
	bool has_failed;         /* something of it could not be read */
	int64_t total, unread;   /* of the list */
	int64_t library_total;
	int64_t hidden; /* articles that lists leave out */
	int64_t broken; /* feeds that failed when last asked */

	struct arena rows_arena; /* the rows around the place shown */
	struct headline_list rows;
	int64_t first; /* position of rows.items[0] */

	int64_t cursor, top; /* positions */
	int64_t cursor_id;   /* the article under the cursor: what the cursor really is */
	bool has_changes,
		has_states; /* something has come: taken in when the list is drawn, once for many events */
	int height;         /* rows shown, when last drawn */

	bool has_words; /* the filter searches texts: the place found is shown for the row of the cursor, */
	int64_t passage_of; /* read for this article, or 0 */
	struct str passage;
	size_t match_start, match_end; /* in it */
	struct arena passage_arena;

	struct arena selected_arena;
	struct selected_list selected; /* in the order selected */
	int64_t selected_last;         /* where a range begins */

	struct str base_text; /* the filter that is narrowed while a search is typed */
	struct arena base_arena;
	bool gives_way, has_given_way; /* what is typed goes before the list that was being read */
	int64_t base_id, base_row;     /* where the cursor stood: its article, its row on the screen */
};

void headlines_draw(struct view *view, struct cells *cells, struct area area); /* headdraw.c */
void headlines_draw_bar(struct view *view, struct cells *cells, struct area area);

/* Shows what a query chooses. On a mistake nothing changes.
 *   mistake  may be NULL: then it is said in the notice line */
bool headlines_set_filter(struct view *view, struct str text, struct query_mistake *mistake);

/* Shows what this query chooses, which may live in any arena. */
void headlines_set_query(struct view *view, const struct query *query);

const struct headline *headlines_current(struct view *view); /* NULL: the list is empty */

/* Moves the cursor to a neighbour and gives its id; 0 when there is none. */
int64_t headlines_step(struct view *view, int direction, bool only_unread);

void headlines_move_to(struct view *view, int64_t id);
void headlines_move_to_position(struct view *view, int64_t position); /* the nearest there is */

const struct headline *headlines_row(struct view *view, int64_t position); /* NULL: outside */
void headlines_scroll(struct headlines *state);                            /* so that the cursor is seen */

void headlines_take_states(struct view *view);  /* states of articles have changed */
void headlines_take_changes(struct view *view); /* articles have come or changed */

/* A query of its own to work on, equal to the filter in force. */
void headlines_copy_query(struct view *view, struct arena *arena, struct query *query);

#endif
