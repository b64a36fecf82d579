/* body.h - HTML to the blocks of an article */
#ifndef DATELINE_BODY_BODY_H
#define DATELINE_BODY_BODY_H

#include "dateline/article/article.h"
#include "dateline/markup/node.h"

/* Makes blocks, sections and related pointers of an HTML fragment, such as the body of a feed's item.
 *   html     UTF-8; slices of it stay in the blocks, so it must live as long as `arena`
 *   base     absolute address that links are resolved against; may be absent
 *   article  its title (a heading that repeats it is left out) is read; blocks, sections, related are filled
 *   scratch  for the tree; may be reset after the call */
void body_read_html(struct str html, struct str base, struct arena *arena, struct arena *scratch,
	struct article *article, struct warnings *warnings);

/* The same from plain text, slices of which stay too: paragraphs parted by blank lines, related lines, short
 * lines alone as headings. */
void body_read_text(struct str text, struct arena *arena, struct article *article);

/* HTML as the plain text a person would read: for titles, summaries, names. One line. */
struct str body_plain(struct str html, struct arena *arena);
struct str body_plain_nodes(const struct node *top, struct arena *arena);

/* True when RSS text is markup: it holds a known HTML element or a character reference. */
bool body_looks_like_html(struct str text);

#endif
