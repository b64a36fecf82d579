/* passage.h - pieces of an article's text, without making blocks of it */
#ifndef DATELINE_STORE_PASSAGE_H
#define DATELINE_STORE_PASSAGE_H

#include "store/library.h"

/* The first words of an article as its feed has it, on one line; absent when they are not to be had at once:
 * there is no text, or it is a whole page. */
struct str passage_opening(struct store *store, int64_t id, struct arena *arena);

#endif
