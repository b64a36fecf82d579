/* clause.h - what of a sentence may be a reported clause */
#ifndef DATELINE_QUOTE_CLAUSE_H
#define DATELINE_QUOTE_CLAUSE_H

#include "quote/context.h"
#include "quote/indirect.h"

/* `done` are the attributions of the quoted spans of the sentence, and of all before. */

/* The first token from `at` on that stands in a quotation, or `end`; titles and labels in marks are words
 * like others. */
uint32_t clause_find_quotation(
	const struct document *document, const struct attribution *done, uint32_t at, uint32_t end);

/* Does a quotation among the tokens [first, end) use this cue right beside its marks? */
bool clause_cue_is_taken(const struct document *document, const struct attribution *done, uint32_t first,
	uint32_t end, uint32_t cue);

/* Are there so many words among these tokens? */
bool clause_has_words(const struct document *document, uint32_t first, uint32_t end, uint32_t least);

/* Adds the report of the tokens [first, end), unless there are as many as an article may have. */
void clause_add_report(const struct document *document, struct report_list *reports,
	struct attribution attribution, uint32_t first, uint32_t end);

/* The end of a sentence or clause without the stop, the comma and the bracket behind it. */
uint32_t clause_trim(const struct document *document, uint32_t first, uint32_t end);

#endif
