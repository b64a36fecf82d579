/* lineedit.h - one line of text being typed, with the keys of a shell */
#ifndef DATELINE_UI_LINEEDIT_H
#define DATELINE_UI_LINEEDIT_H

#include "cells.h"
#include "dateline/base/buffer.h"

#define LINEEDIT_BYTES_MOST 4096
#define HISTORY_MOST 100

/* Lines that were accepted, oldest first; the heap owns them. */
struct history {
	char *lines[HISTORY_MOST];
	size_t count;
};

void history_add(struct history *history, struct str line); /* a repetition moves to the end */
void history_finish(struct history *history);

struct lineedit {
	struct buffer text;
	size_t cursor;           /* byte */
	struct buffer killed;    /* what ^Y puts back */
	struct history *history; /* may be NULL */
	size_t history_at;       /* history->count: the line being typed */
	struct buffer typed;     /* that line, while the history is walked */
	bool takes_next_as_is;   /* ^V */
};

enum lineedit_answer {
	LINEEDIT_CHANGED, /* the text is another */
	LINEEDIT_MOVED,   /* the key was used, the text is the same */
	LINEEDIT_ACCEPTED,
	LINEEDIT_LEFT,     /* Esc, ^C, or Backspace on nothing */
	LINEEDIT_COMPLETE, /* Tab: for whoever knows the words */
	LINEEDIT_NOT_MINE,
};

void lineedit_init(struct lineedit *edit, struct str text, struct history *history); /* cursor at the end */
void lineedit_finish(struct lineedit *edit);
void lineedit_set(struct lineedit *edit, struct str text);
struct str lineedit_text(const struct lineedit *edit); /* borrowed, until the next key */

enum lineedit_answer lineedit_key(struct lineedit *edit, uint32_t key);

/* Draws the text in one row from `column` on, scrolled so that the cursor is seen.
 *   mark_start, mark_end  bytes shown as wrong; equal for none
 *   returns               the column of the cursor */
int lineedit_draw(const struct lineedit *edit, struct cells *cells, struct area area, int row, int column,
	style_t style, style_t wrong, size_t mark_start, size_t mark_end);

#endif
