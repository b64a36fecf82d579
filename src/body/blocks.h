/* blocks.h - a tree to the blocks of an article, before related pointers and headings are judged */
#ifndef DATELINE_BODY_BLOCKS_H
#define DATELINE_BODY_BLOCKS_H

#include "dateline/base/limits.h"
#include "dateline/body/body.h"

/* Adds the blocks of all that is below `top` to the article.
 *   source  what the tree was read from: slices of it stay in the blocks, so it must live as long as `arena`
 */
void blocks_read(const struct node *top, struct str source, struct str base, struct arena *arena,
	struct arena *scratch, struct article *article);

#endif
