/* page.h - the article inside a whole web page */
#ifndef DATELINE_BODY_PAGE_H
#define DATELINE_BODY_PAGE_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"

/* Reads a page: exactly one article is added to the feed, whose format becomes FORMAT_HTML and whose `links`
 * are the feeds that the page advertises. A page without an article gives what there is, no sections, and a
 * warning: then it returns false. html         UTF-8; becomes the article's content, so it must live as long
 * as `arena` base         the address of the page; may be absent sites        the directory of the reader's
 * own rules (siterules.h), which win; NULL for none. A file of them that cannot be understood is a warning
 * with its line, and the page is read without it. explanation  NULL, or receives the reasoning line by line:
 * which element won the body, what each field was claimed to be, where, and with what weight; without control
 * characters */
bool page_read(struct str html, struct str base, const char *sites, struct arena *arena, struct feed *feed,
	struct buffer *explanation);

/* The parts of it that an article's stored page gives again: blocks, sections, related. */
void page_read_body(
	struct str html, struct str base, const char *sites, struct arena *arena, struct article *article);

#endif
