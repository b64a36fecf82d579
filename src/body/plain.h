/* plain.h - the text of a node as one line, of bounded length */
#ifndef DATELINE_BODY_PLAIN_H
#define DATELINE_BODY_PLAIN_H

#include "dateline/body/body.h"

#define PLAIN_MOST 4000 /* bytes of a line that says something about a page */

/* As body_plain_nodes; reading ends after so many bytes of text. */
struct str plain_up_to(const struct node *top, size_t most_bytes, struct arena *arena);

/* The same with PLAIN_MOST: for titles, names and dates of pages, where an element may hold anything. */
struct str plain_line(const struct node *top, struct arena *arena);

/* The same as lines, parted by '\n' as blocks and breaks part them on the page. */
struct str plain_lines(const struct node *top, struct arena *arena);

#endif
