/* filter.h - typing the filter of the headlines, and searching them */
#ifndef DATELINE_UI_FILTER_H
#define DATELINE_UI_FILTER_H

#include "view.h"

void filter_ask(struct view *headlines);       /* F: the whole filter as text */
void filter_ask_words(struct view *headlines); /* / : what is typed narrows the list at once */
void filter_step_feed(
	struct view *headlines, int direction); /* the next feed alone, other terms as they are */
void filter_drop_last(struct view *headlines);  /* takes the last chip off */
struct filter_counts {
	int64_t articles, unread;
};

struct filter_counts filter_count(struct ui *ui, struct str query); /* how many articles a query leaves */

#endif
