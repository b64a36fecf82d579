/* derive.h - blocks and quotes of a body, with the memory for the work lent by the caller */
#ifndef DATELINE_FEED_DERIVE_H
#define DATELINE_FEED_DERIVE_H

#include "dateline/quote/quote.h"

void derive_with_scratch(struct article *article, const char *sites, struct arena *arena,
	struct arena *scratch, struct quote_memory *memory, struct warnings *warnings);

#endif
