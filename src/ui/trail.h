/* trail.h - the articles that were viewed, one after the other */
#ifndef DATELINE_UI_TRAIL_H
#define DATELINE_UI_TRAIL_H

#include "view.h"

void trail_note(struct ui *ui, int64_t article);   /* viewed now: what lay ahead is forgotten */
void trail_walk(struct view *view, int direction); /* H and L */

#endif
