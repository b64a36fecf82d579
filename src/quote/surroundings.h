/* surroundings.h - sources that stand outside the sentence of a span, or without a cue in it */
#ifndef DATELINE_QUOTE_SURROUNDINGS_H
#define DATELINE_QUOTE_SURROUNDINGS_H

#include "quote/context.h"

/* Of a passage that is a block quotation, or an answer of a transcript. */
struct attribution from_lead(const struct context *context);
struct attribution from_label(const struct context *context);

/* The paragraph before: its mark opens again, or it ends in a colon. */
struct attribution from_repeated_mark(const struct context *context);
struct attribution from_paragraph_before(const struct context *context);

/* What the passage tells: its span before, the sentence of the span, the sentences beside it. */
struct attribution from_passage(const struct context *context);

#endif
