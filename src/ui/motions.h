/* motions.h - what the keys do in an article */
#ifndef DATELINE_UI_MOTIONS_H
#define DATELINE_UI_MOTIONS_H

#include "view.h"

#define READER_ACTION_COUNT 37

/* Actions that go to a place in the text (jumps.c). */
void jump_to_next_section(struct view *view, long count);
void jump_to_previous_section(struct view *view, long count);
void jump_to_next_paragraph(struct view *view, long count);
void jump_to_previous_paragraph(struct view *view, long count);
void jump_to_next_quote(struct view *view, long count);
void jump_to_previous_quote(struct view *view, long count);

extern const struct action reader_actions[READER_ACTION_COUNT];

#endif
