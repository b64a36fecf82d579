/* edit.h - the configuration in the user's editor, and what it says from then on */
#ifndef DATELINE_UI_EDIT_H
#define DATELINE_UI_EDIT_H

#include "view.h"

void edit_config(struct ui *ui);

#endif
