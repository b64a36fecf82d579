/* page.h - the article inside a whole web page */
#ifndef DATELINE_BODY_PAGE_H
#define DATELINE_BODY_PAGE_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"

/* Reads a page: exactly one article is added to the feed, whose format becomes FORMAT_HTML and whose `links` are the feeds
 * that the page advertises. A page without an article gives what there is, and a warning.
 *   html         UTF-8
 *   base         the address of the page; may be absent
 *   explanation  NULL, or receives the reasoning line by line: which element won the body, where each field came from */
void page_read(struct str html, struct str base, struct arena *arena, struct feed *feed, struct buffer *explanation);

/* The parts of it that an article's stored page gives again: blocks, sections, related. */
void page_read_body(struct str html, struct str base, struct arena *arena, struct article *article);

#endif
