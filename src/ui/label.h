/* label.h - the reader's own labels on articles */
#ifndef DATELINE_UI_LABEL_H
#define DATELINE_UI_LABEL_H

#include "view.h"

void label_ask(struct view *view); /* about the ui's targets; what is on the first of them is marked */

#endif
