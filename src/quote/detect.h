/* detect.h - are these words in marks somebody's speech, or a title, a nickname, a word with a wink? */
#ifndef DATELINE_QUOTE_DETECT_H
#define DATELINE_QUOTE_DETECT_H

#include "quote/attribute.h"

bool span_is_quotation(const struct document *document, uint32_t span, const struct attribution *attribution);

/* Whole sentences, or pieces of one that “said X” interrupts; else a fragment of the reporter's sentence. */
bool span_is_direct(const struct document *document, uint32_t span, const struct attribution *attribution);

#endif
