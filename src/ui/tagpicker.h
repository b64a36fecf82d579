/* tagpicker.h - choosing tags for the filter of the headlines */
#ifndef DATELINE_UI_TAGPICKER_H
#define DATELINE_UI_TAGPICKER_H

#include "view.h"

void tagpicker_open(struct view *headlines);
void savedpicker_open(struct view *headlines); /* f: saved queries */

#endif
