/* point.h - the mouse in an article: a link is opened, a quotation focused, the wheel scrolls */
#ifndef DATELINE_UI_POINT_H
#define DATELINE_UI_POINT_H

#include "view.h"

void point_click(struct view *view, int row, int column);
void point_wheel(struct view *view, int direction);

#endif
