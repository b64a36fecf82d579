/* help.h - all keys of a view, to be read, narrowed and run */
#ifndef DATELINE_UI_HELP_H
#define DATELINE_UI_HELP_H

#include "view.h"

void help_open(struct view *view);

#endif
