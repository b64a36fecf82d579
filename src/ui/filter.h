/* filter.h - typing the filter of the headlines, and searching them */
#ifndef DATELINE_UI_FILTER_H
#define DATELINE_UI_FILTER_H

#include "view.h"

void filter_ask(struct view *headlines);       /* F: the whole filter as text */
void filter_ask_words(struct view *headlines); /* / : what is typed narrows the list at once */
void filter_drop_last(struct view *headlines); /* takes the last chip off */
int64_t filter_count(struct ui *ui, struct str query); /* how many articles a query leaves */

#endif
