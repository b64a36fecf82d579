/* caseless_reports.h - reported speech in Chinese, Japanese, Korean and Arabic */
#ifndef DATELINE_QUOTE_CASELESS_REPORTS_H
#define DATELINE_QUOTE_CASELESS_REPORTS_H

#include "quote/indirect.h"

/* The same as reports_find; adds the names that it finds to the document. */
void reports_find_caseless(struct document *document, uint32_t passage, uint32_t sentence,
	const struct attribution *done, struct report_list *reports);

#endif
