/* caseless_sources.h - names and roles beside a cue, in scripts without capitals */
#ifndef DATELINE_QUOTE_CASELESS_SOURCES_H
#define DATELINE_QUOTE_CASELESS_SOURCES_H

#include "quote/context.h"

/* A sentence that is searched. */
struct around {
	struct document *document;
	const struct quoted_span *span; /* whose source is looked for; or NULL */
	uint32_t passage;
	uint32_t first, end; /* tokens of the sentence */
};

/* The source whose last word stands before `end`, not reaching before `floor`. */
struct phrase caseless_source_before(struct around *around, uint32_t end, uint32_t floor);

/* The source that begins at `at`, before `limit`. */
struct phrase caseless_source_after(struct around *around, uint32_t at, uint32_t limit);

/* The source that begins at `at` and ends where a verb or a sign begins, before `limit`. */
struct phrase caseless_source_between(struct around *around, uint32_t at, uint32_t limit);

/* Whose verb the cue is, in Chinese. */
struct phrase caseless_actor_before(struct around *around, uint32_t cue);

/* Do these ideographs begin with one of the commonest surnames? */
bool caseless_begins_with_surname(const struct document *document, uint32_t first, uint32_t end);

/* Is the token a particle that marks who acts, in Japanese and Korean? */
bool caseless_is_topic(const struct document *document, uint32_t at, uint32_t end);

/* The source that the words at `at` name (according to X), before `limit`. */
struct attribution caseless_according(struct around *around, uint32_t at, uint32_t limit);

#endif
