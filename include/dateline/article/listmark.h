/* listmark.h - what stands before the items of lists: a bullet or a number, under the item they belong to */
#ifndef DATELINE_ARTICLE_LISTMARK_H
#define DATELINE_ARTICLE_LISTMARK_H

#include "dateline/article/article.h"

#define LIST_DEPTH_MOST 10 /* deeper items stand where these do */

struct list_marker {                 /* begins as zeroes, and is of one article and one kind of bullet */
	int widths[LIST_DEPTH_MOST]; /* columns of the last mark at each depth */
	size_t next;                 /* the block after the last one asked for */
	int digits;                  /* of the widest number among the items that follow each other here */
};

/* The mark of a list item; items are asked for in order.
 *   bullet   of an item without a number: two columns
 *   indent   columns before the mark
 *   returns  the mark with the blanks behind it, in the arena: numbers of one list are equally wide */
struct str list_mark(struct list_marker *marker, const struct block_list *blocks, size_t index,
	struct str bullet, struct arena *arena, int *indent);

#endif
