/* published.h - when it was published, and when it was changed */
#ifndef DATELINE_BODY_PUBLISHED_H
#define DATELINE_BODY_PUBLISHED_H

#include "body/claims.h"

/* Fills the article's `published` and `updated`; wants page->title and page->body. */
void published_read(struct page *page, struct article *article);

#endif
