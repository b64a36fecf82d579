/* blocks.h - a tree to the blocks of an article, before related pointers and headings are judged */
#ifndef DATELINE_BODY_BLOCKS_H
#define DATELINE_BODY_BLOCKS_H

#include "dateline/body/body.h"

#define BLOCKS_MOST 200000 /* of one article; what comes after them is left out */

/* Adds the blocks of all that is below `top` to the article. */
void blocks_read(const struct node *top, struct str base, struct arena *arena, struct article *article);

#endif
