/* candidates.h - which element of a page is the body of its article */
#ifndef DATELINE_BODY_CANDIDATES_H
#define DATELINE_BODY_CANDIDATES_H

#include "body/elements.h"
#include "dateline/base/buffer.h"

/* The element that holds the body; 0, the whole page, when none stands out. Its `reason` says why. */
uint32_t candidates_choose(struct element_list *elements, struct buffer *explanation);

#endif
