/* metadata.h - the claims that a page makes in its head, in JSON-LD and in its attributes */
#ifndef DATELINE_BODY_METADATA_H
#define DATELINE_BODY_METADATA_H

#include "body/claims.h"

/* Reads meta, link, title, base and script elements, html's lang and microdata. */
void metadata_read(struct page *page);

/* One script of type application/ld+json (https://schema.org, JSON-LD 1.1). */
void jsonld_read(struct page *page, struct str script);

/* The source of a claim of who made the page. It may be who put it up: it wants the name to be seen too. */
extern const char jsonld_page_author[];

#endif
