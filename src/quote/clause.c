#include "quote/clause.h"

#include "dateline/base/limits.h"

#include "quote/detect.h"

uint32_t clause_find_quotation(
	const struct document *document, const struct attribution *done, uint32_t at, uint32_t end)
{
	while (at < end) {
		uint32_t span = token_at(document, at)->span;

		if (span == NO_SPAN)
			at++;
		else if (span_is_quotation(document, span, &done[span]))
			return at;
		else
			at = document->spans.items[span].outer_end;
	}
	return end;
}

bool clause_cue_is_taken(const struct document *document, const struct attribution *done, uint32_t first,
	uint32_t end, uint32_t cue)
{
	for (uint32_t i = first; i < end; i++) {
		uint32_t span = token_at(document, i)->span;

		if (span == NO_SPAN)
			continue;
		if (done[span].cue_first <= cue && done[span].cue_end > cue &&
			done[span].pattern != PATTERN_CLAUSE && done[span].pattern != PATTERN_PARTICIPLE)
			return true;
		i = document->spans.items[span].outer_end - 1;
	}
	return false;
}

bool clause_has_words(const struct document *document, uint32_t first, uint32_t end, uint32_t least)
{
	uint32_t words = 0;

	for (uint32_t i = first; i < end && words < least; i++)
		words += token_flagged(document, i, TOKEN_WORD);
	return words >= least;
}

uint32_t clause_trim(const struct document *document, uint32_t first, uint32_t end)
{
	while (end > first && is_outside(document, end - 1) &&
		token_flagged(document, end - 1, TOKEN_STOP | TOKEN_COMMA | TOKEN_DASH | TOKEN_CLOSE_BRACKET))
		end--;
	return end;
}

void clause_add_report(const struct document *document, struct report_list *reports,
	struct attribution attribution, uint32_t first, uint32_t end)
{
	if (reports->count < QUOTES_MOST)
		*LIST_PUSH(document->scratch, reports) = (struct report){attribution, first, end};
}
