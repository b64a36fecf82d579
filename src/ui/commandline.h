/* commandline.h - the command line of the reader */
#ifndef DATELINE_UI_COMMANDLINE_H
#define DATELINE_UI_COMMANDLINE_H

#include "view.h"

void commandline_open(struct view *view);

#endif
