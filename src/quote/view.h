/* view.h - what a pair of marks and its surroundings look like, and how much that speaks for speech */
#ifndef DATELINE_QUOTE_VIEW_H
#define DATELINE_QUOTE_VIEW_H

#include "quote/attribute.h"

/* What holds for a quoted span: a bit for each row of the table in view.c. */
uint64_t span_view(const struct document *document, uint32_t span, const struct attribution *attribution);

/* The sum of the weights of what holds, in hundredths of the logarithm of the odds: above 0 it is speech. */
int span_view_score(uint64_t view);

/* The name of a bit, for the program that fits the weights; NULL after the last. */
const char *span_view_name(unsigned bit);

#endif
