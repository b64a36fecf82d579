/* quoterows.h - the rows of the panel that shows who said what */
#ifndef DATELINE_UI_QUOTEROWS_H
#define DATELINE_UI_QUOTEROWS_H

#include "reader.h"

enum row_kind { ROW_BLANK, ROW_SPEAKER, ROW_DESCRIPTION, ROW_QUOTE };

struct panel_row {
	enum row_kind kind;
	size_t quote; /* whose row it is: a speaker's row is that of their first quotation */
	struct str text;
	struct str right; /* at the right end: the section */
};

struct panel_row_list {
	struct panel_row *items;
	size_t count, capacity;
};

struct panel { /* state of view_quotes */
	struct arena arena;
	struct panel_row_list rows;
	int columns;   /* for which the rows were made, */
	bool is_stale; /* and whether they must be made anew */
	int height;
	size_t top;
	bool is_in_order; /* as said; else grouped by speaker */
	struct arena chosen_arena;
	struct str_list chosen; /* speakers shown; none: all */
};

struct reader *panel_reader(const struct view *panel); /* the article beside it */
const struct quote *panel_quote(const struct view *panel, size_t index);

/* Keys may come before the panel is drawn again: whoever needs the rows asks for them. */
void panel_make_rows(struct view *view, int columns);
void panel_show_anew(struct view *view); /* the rows must be made again */

bool panel_shows(const struct view *view, size_t index);
bool panel_has_chosen(
	const struct panel *panel, const struct quote *quote); /* its speaker is one of those shown */

struct str quote_speaker(const struct quote *quote); /* the name, else the description, else "unattributed" */
bool panel_same_speaker(const struct view *view, size_t a, size_t b);

/* What was said, with all parts that continue it, in one piece and in quotation marks. */
struct str panel_whole_text(const struct view *view, size_t index, struct arena *arena);

#endif
