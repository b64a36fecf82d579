/* quote.h - who said what in an article */
#ifndef DATELINE_QUOTE_QUOTE_H
#define DATELINE_QUOTE_QUOTE_H

#include "dateline/article/article.h"

/* Raised whenever the same article may give other quotes: the library derives again what an older one made. */
#define QUOTE_VERSION 1

/* Finds the quotations of an article.
 *   article  its blocks, language, title and standfirst are read; `quotes` is filled, in reading order
 *   scratch  for the work; may be reset after the call
 * Linear in the text. Repaired quotation marks are warnings. */
void quotes_find(struct article *article, struct arena *arena, struct arena *scratch, struct warnings *warnings);

#endif
