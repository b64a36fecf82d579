/* explain.h - how a speaker was found, as one sentence for people */
#ifndef DATELINE_QUOTE_EXPLAIN_H
#define DATELINE_QUOTE_EXPLAIN_H

#include "quote/attribute.h"

struct str attribution_explain(const struct attribution *attribution, struct str cue, struct str mention,
	struct str speaker, struct arena *arena);

#endif
