/* byline.h - who wrote it */
#ifndef DATELINE_BODY_BYLINE_H
#define DATELINE_BODY_BYLINE_H

#include "body/claims.h"

/* Fills the article's authors with the names of the strongest plausible claim: better none than wrong. Wants
 * page->title and page->body. */
void byline_read(struct page *page, struct article *article);

#endif
