/* feeds.h - the sources: saved queries, folders, feeds, and what is wrong with them */
#ifndef DATELINE_UI_FEEDS_H
#define DATELINE_UI_FEEDS_H

#include "view.h"

void feeds_open(struct ui *ui, bool only_broken); /* on top of the headlines */

#endif
