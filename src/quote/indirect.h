/* indirect.h - reported speech without marks: “the mayor said that the wall would rise” */
#ifndef DATELINE_QUOTE_INDIRECT_H
#define DATELINE_QUOTE_INDIRECT_H

#include "quote/attribute.h"

struct report {
	struct attribution attribution;
	uint32_t first, end; /* tokens of the reported clause */
};

/* Words of none of these classes report nothing. */
#define REPORTING_CLASSES (WORD_ACCORDING | FRAME_CLAUSE | FRAME_HEARER_TAKING)

struct report_list {
	struct report *items;
	size_t count, capacity;
};

/* Adds the reported clauses of one sentence.
 *   done  attributions of the document's quoted spans: their cues report nothing else */
void reports_find(const struct document *document, uint32_t sentence, const struct attribution *done,
	struct report_list *reports);

#endif
