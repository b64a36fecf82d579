/* resolve.h - which person a phrase means */
#ifndef DATELINE_QUOTE_RESOLVE_H
#define DATELINE_QUOTE_RESOLVE_H

#include "quote/attribute.h"

/* Who was spoken of, sentence by sentence: filled while the article is read from the start. */
struct memory {
	uint32_t *topics; /* the person each sentence is about, or NO_ENTITY; one for each sentence of the
			     document */
	uint32_t last_speaker;
	uint32_t interviewed; /* whose answers an interview gives, or NO_ENTITY */
};

/* Fills in `entity`, `sieve` and `is_certain` of an attribution whose source is a phrase of the text. */
void resolve_source(struct document *document, struct attribution *attribution, const struct memory *memory);

#endif
