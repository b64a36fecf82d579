/* motions.h - what the keys do in an article */
#ifndef DATELINE_UI_MOTIONS_H
#define DATELINE_UI_MOTIONS_H

#include "view.h"

#define READER_ACTION_COUNT 34

extern const struct action reader_actions[READER_ACTION_COUNT];

#endif
