/* headline.h - the title of the article: which heading it is, and what it says */
#ifndef DATELINE_BODY_HEADLINE_H
#define DATELINE_BODY_HEADLINE_H

#include "body/claims.h"

/* Finds the heading that is the title (page->title) and returns the title's text, or STR_NONE. */
struct str headline_read(struct page *page);

#endif
