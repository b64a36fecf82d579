/* rss.h - the elements that RSS 0.9x, 1.0 and 2.0 have in common */
#ifndef DATELINE_FEED_RSS_H
#define DATELINE_FEED_RSS_H

#include "fields.h"

/* Reads the channel and all items below `root`, wherever the dialect puts them. */
void rss_read(struct reading *reading, const struct node *root);

#endif
