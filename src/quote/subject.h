/* subject.h - whose verb a cue is */
#ifndef DATELINE_QUOTE_SUBJECT_H
#define DATELINE_QUOTE_SUBJECT_H

#include "quote/context.h"

/* The subject of the cue before the span: its own, else the one that it shares with another verb. */
struct phrase subject_of_cue(const struct context *context, uint32_t cue);

#endif
