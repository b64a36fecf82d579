/* resolve.h - which person a phrase means */
#ifndef DATELINE_QUOTE_RESOLVE_H
#define DATELINE_QUOTE_RESOLVE_H

#include "quote/attribute.h"

/* Fills in `entity`, `sieve` and `is_certain` of an attribution whose source is a phrase of the text.
 *   last_speaker  the person quoted last before it, or NO_ENTITY */
void resolve_source(const struct document *document, struct attribution *attribution, uint32_t last_speaker);

#endif
