/* cues.h - which tokens are verbs that report */
#ifndef DATELINE_QUOTE_CUES_H
#define DATELINE_QUOTE_CUES_H

#include "quote/document.h"

static inline bool token_has(const struct document *document, uint32_t at, uint64_t classes)
{
	return (token_at(document, at)->classes & classes) != 0;
}

static inline bool token_flagged(const struct document *document, uint32_t at, uint32_t flags)
{
	return (token_at(document, at)->flags & flags) != 0;
}

/* Is any of these tokens of one of the classes? */
bool tokens_have(const struct document *document, uint32_t first, uint32_t end, uint64_t classes);

/* Is this token a verb that reports, in a form that has a subject of its own or shares one? */
bool is_cue(const struct document *document, uint32_t at, uint64_t frames);
bool is_participle(const struct document *document, uint32_t at);

#endif
