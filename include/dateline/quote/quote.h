/* quote.h - who said what in an article */
#ifndef DATELINE_QUOTE_QUOTE_H
#define DATELINE_QUOTE_QUOTE_H

#include "dateline/article/article.h"
#include "dateline/base/map.h"

/* Raised whenever the same article may give other quotes: the library derives again what an older one made.
 */
#define QUOTE_VERSION 5

/* What the search remembers from one article to the next, so that a word is looked up once: zeroes to begin
 * with. Belongs to one thread at a time. */
struct quote_memory {
	struct arena arena;
	struct lexicon *lexicons;
	struct map frequent; /* words by which languages are known */
};

void quote_memory_finish(struct quote_memory *memory); /* may be repeated */

/* Finds the quotations of an article.
 *   article  its blocks, language, title and standfirst are read; `quotes` is filled, in reading order
 *   scratch  for the work; may be reset after the call
 *   memory   of the articles before; the same quotations are found with an empty one
 * Linear in the text. Repaired quotation marks are warnings. */
void quotes_find(struct article *article, struct arena *arena, struct arena *scratch,
	struct quote_memory *memory, struct warnings *warnings);

#endif
