/* outline.h - the sections of an article to choose from */
#ifndef DATELINE_UI_OUTLINE_H
#define DATELINE_UI_OUTLINE_H

#include "view.h"

void outline_open(struct view *reader);

#endif
