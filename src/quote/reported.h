/* reported.h - reported speech in languages whose subject stands on either side of its verb, or is left
 * unsaid */
#ifndef DATELINE_QUOTE_REPORTED_H
#define DATELINE_QUOTE_REPORTED_H

#include "quote/indirect.h"

/* The same as reports_find, for every language but English that has capitals. */
void reports_find_free(const struct document *document, uint32_t sentence, const struct attribution *done,
	struct report_list *reports);

#endif
