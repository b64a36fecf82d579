/* name.h - what an article is called where it stands for itself: in lists, above a text, in a file */
#ifndef DATELINE_ARTICLE_NAME_H
#define DATELINE_ARTICLE_NAME_H

#include "dateline/base/arena.h"
#include "dateline/base/str.h"

#define OPENING_BYTES 160

/* Its title; without one the standfirst, the first words of the text, the address, whatever is the first to
 * be there. Never empty. opening  as article_opening() gives it */
struct str article_name(struct str title, struct str standfirst, struct str opening, struct str link);

/* The first words of a text on one line, at most OPENING_BYTES and an ellipsis. */
struct str article_opening(struct str text, struct arena *arena);

#endif
