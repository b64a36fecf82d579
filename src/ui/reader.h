/* reader.h - an article being read, as other views use it */
#ifndef DATELINE_UI_READER_H
#define DATELINE_UI_READER_H

#include "layout.h"
#include "view.h"

#define QUOTE_NONE SIZE_MAX
#define PLACE_TOP SIZE_MAX

struct match { /* bytes of a piece's shown text */
	size_t piece, start, end;
};

struct match_list {
	struct match *items;
	size_t count, capacity;
};

struct reader { /* state of view_reader */
	int64_t id;
	struct view *list; /* the headlines it came from; may be NULL */
	struct arena arena;
	struct store_entry entry;
	bool is_loaded;
	bool shows_feed_text; /* though the full text is there */
	struct layout_head head;
	struct layout layout;
	int area_columns;     /* for which the layout was made */
	int height;           /* rows shown, when last drawn */
	size_t top;           /* first line shown */
	bool has_place;       /* the place is what to show when lines are made anew, */
	size_t block, offset; /* not `top`, until the reader scrolls; block PLACE_TOP: the head */
	int shift;            /* preformatted text is moved by so many cells */
	size_t quote;         /* the focused one, or QUOTE_NONE */
	bool follows_quote;   /* it stays in view when the size changes, until the reader scrolls */
	bool shows_indirect;
	struct arena match_arena;
	struct match_list matches;
	size_t match;            /* the present one */
	size_t top_before_popup; /* where Esc returns to */
};

/* Shows an article on top, or in the reader that is on top already. It becomes read. */
void reader_open(struct ui *ui, int64_t id, struct view *list);

/* Over what is shown now, at a quotation of it. */
void reader_open_at_quote(struct ui *ui, int64_t id, size_t quote);

/* The line made for a place, with the layout up to date. */
void reader_show_block(struct view *view, size_t block, size_t offset, bool on_first_line);

/* The first line with which all of a quotation is in view, or as much from its beginning as there is room
 * for. */
size_t reader_quote_top(const struct reader *reader, size_t quote);

void reader_jump(struct reader *reader, size_t line); /* that line becomes the first one */

/* Focuses a quotation and brings it into view; QUOTE_NONE takes the focus away. */
void reader_focus_quote(struct view *view, size_t quote);

/* The first quotation from the top line on, unless one is focused already. */
void reader_focus_nearest(struct view *view);

/* The quotation after (direction 1) or before one; parts that continue another are passed over, and what was
 * said without quotation marks unless it is shown. QUOTE_NONE: there is none. */
size_t reader_next_quote(const struct reader *reader, size_t quote, int direction);
bool reader_quote_is_shown(const struct reader *reader, size_t quote); /* in lists: no continuation */

/* "2/7 Hong Lei, foreign ministry spokesman" */
struct str reader_quote_title(const struct reader *reader, struct arena *arena);

/* The section at the top of the screen, or SIZE_MAX. */
size_t reader_section(const struct reader *reader);

void reader_switch_text(struct view *view); /* between the full text and the feed's own */

/* ---- search in the text (find.c) */

void reader_find(struct view *view, struct str words); /* marks every place; goes to the first from here on */
void reader_find_list(struct view *view, const struct str_list *words);
bool reader_next_match(struct view *view, int direction);
void reader_forget_matches(struct view *view);
void reader_ask_words(struct view *view);

extern const struct view_type view_reader;

#endif
