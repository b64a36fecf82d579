/* select.h - rows of the headlines that are selected, to be acted on together */
#ifndef DATELINE_UI_SELECT_H
#define DATELINE_UI_SELECT_H

#include "headlines.h"

void select_toggle(struct view *headlines); /* the row of the cursor, which then goes on to the next */
void select_range(struct view *headlines);  /* the rows from the one selected last to that of the cursor */
void select_clear(struct view *headlines);
bool select_has(const struct headlines *state, int64_t article);

/* What an action acts on: the selected articles, which are no longer selected then, or that of the cursor.
 * They become the ui's targets; false, after a notice, when there is none. are_read, are_starred   whether
 * all of them are; may be NULL */
bool select_take(struct view *headlines, bool *are_read, bool *are_starred);

#endif
