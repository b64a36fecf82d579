/* tail.h - what a site puts behind every article: sections of its own, the author's life, labels without list
 */
#ifndef DATELINE_BODY_TAIL_H
#define DATELINE_BODY_TAIL_H

#include "dateline/article/article.h"

/* Takes from the end of the blocks what is no part of the article. */
void tail_cut(struct article *article);

#endif
