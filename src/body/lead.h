/* lead.h - the standfirst under a headline */
#ifndef DATELINE_BODY_LEAD_H
#define DATELINE_BODY_LEAD_H

#include "body/claims.h"

/* Finds the element between title and body that is the standfirst, and removes it from the body; NO_ELEMENT
 * if none. */
uint32_t lead_find(struct page *page);

/* The standfirst: that element's text, else what the head describes the article with, unless the body
 * begins so. */
struct str lead_read(struct page *page, uint32_t element, const struct article *article);

#endif
