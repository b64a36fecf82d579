/* tags.h - the subjects and sections that a page files its article under */
#ifndef DATELINE_BODY_TAGS_H
#define DATELINE_BODY_TAGS_H

#include "body/claims.h"

/* Adds the article's tags and categories: those of the head, then those that links near the article are
 * marked as; without any the list of subjects behind the text and the trail of sections above it. Wants
 * page->title, page->body and article->title. */
void tags_read(struct page *page, struct article *article);

#endif
