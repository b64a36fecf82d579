/* info.h - what is known about an article, and what is like it */
#ifndef DATELINE_UI_INFO_H
#define DATELINE_UI_INFO_H

#include "view.h"

void info_open(struct view *view, int64_t article);     /* i: source, dates, tags; Enter copies a row */
void likethis_open(struct view *view, int64_t article); /* *: feed, authors, tags, speakers to filter by */

#endif
