/* context.h - one quoted span with what stands around it, as the patterns that look for its source see it */
#ifndef DATELINE_QUOTE_CONTEXT_H
#define DATELINE_QUOTE_CONTEXT_H

#include "quote/attribute.h"
#include "quote/cues.h"

#define LOOK_BACK_MOST 400 /* tokens of the sentence before a quote that are read */

struct context {
	const struct document *document;
	const struct quoted_span *span;
	const struct passage *passage;
	const struct attribution *done; /* of the spans before it */
	uint32_t index;                 /* of the span */
	uint32_t first, end;            /* tokens of its sentence */
	uint32_t right, right_end;      /* what follows it, up to the next span */
};

static inline bool is_outside(const struct document *document, uint32_t at)
{
	return token_at(document, at)->span == NO_SPAN;
}

static inline bool is_finite_cue(const struct document *document, uint32_t at, uint64_t frames)
{
	return is_cue(document, at, frames) && !is_participle(document, at);
}

struct context context_of(const struct document *document, uint32_t index, const struct attribution *done);

/* “was called”: is the token the participle of a form of “be” that stands at `floor` or after it? */
bool follows_be(const struct document *document, uint32_t at, uint32_t floor);

/* An attribution that nobody has resolved yet; of no pattern when there is no source. */
struct attribution attribution(
	enum pattern pattern, struct phrase source, uint32_t cue_first, uint32_t cue_end);

/* The attribution of an earlier span of the same sentence, or NULL. */
const struct attribution *earlier_in_sentence(const struct context *context);

bool is_person_like(const struct document *document, const struct phrase *phrase);

#endif
