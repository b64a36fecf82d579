/* trim.h - lines inside a body that belong to the page and not to its article */
#ifndef DATELINE_BODY_TRIM_H
#define DATELINE_BODY_TRIM_H

#include "dateline/article/article.h"

/* Drops calls ("Sign up for our newsletter"), labels ("Advertisement") and headings with nothing under
 * them; gives credits and captions to the picture beside them. For whole pages: a feed's body is its
 * writer's own. */
void trim_blocks(struct article *article);

#endif
