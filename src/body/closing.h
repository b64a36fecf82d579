/* closing.h - what stands behind the text of a page: comments, and teasers of other articles */
#ifndef DATELINE_BODY_CLOSING_H
#define DATELINE_BODY_CLOSING_H

#include "dateline/article/article.h"

/* Ends the blocks where comments begin, and leaves of teasers behind the text the links under their label. */
void closing_cut(struct article *article);

#endif
