#include "quote/detect.h"

struct look {
	uint32_t words;
	bool is_title_case; /* every word of more than three letters has a capital */
	bool has_stop;      /* the quoted words end in a stop or a comma */
	bool asks;
	bool has_cue;
	uint64_t before; /* classes of the word before the mark */
	uint32_t before_flags;
	bool at_start; /* of its sentence */
};

static bool is_cue_pattern(enum pattern pattern)
{
	return (pattern >= PATTERN_CUE_SUBJECT && pattern <= PATTERN_INTERRUPTED);
}

/* “…,” řekl: a cue right after the marks tells of speech, also where its subject is left unsaid. */
static bool has_cue_after(const struct document *document, const struct quoted_span *span)
{
	uint32_t end = document->sentences.items[span->sentence].end;

	for (uint32_t i = span->outer_end; i < end && i < span->outer_end + 4; i++) {
		if (is_cue(document, i, FRAME_SPEECH))
			return true;
		if (!token_flagged(document, i, TOKEN_COMMA | TOKEN_DASH) &&
		    !token_has(document, i, WORD_AUXILIARY | WORD_OBJECT_PRONOUN))
			return false;
	}
	return false;
}

static struct look look_at(const struct document *document, const struct quoted_span *span,
                           const struct attribution *attribution)
{
	struct look look = {.is_title_case = true,
	                    .has_cue = is_cue_pattern(attribution->pattern) || has_cue_after(document, span)};
	const struct passage *passage = &document->passages.items[span->passage];

	for (uint32_t i = span->first; i < span->end; i++) {
		const struct token *token = token_at(document, i);

		if (!(token->flags & TOKEN_WORD))
			continue;
		look.words++;
		if (!(token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) && (token->length > 3 || look.words == 1))
			look.is_title_case = false;
	}
	look.has_stop = token_flagged(document, span->end - 1, TOKEN_STOP | TOKEN_COMMA);
	look.asks = token_flagged(document, span->end - 1, TOKEN_ASKS);
	look.at_start = span->outer_first == document->sentences.items[span->sentence].first;
	if (span->outer_first > passage->first && token_at(document, span->outer_first - 1)->span == NO_SPAN) {
		look.before = token_at(document, span->outer_first - 1)->classes;
		look.before_flags = token_at(document, span->outer_first - 1)->flags;
	}
	return look;
}

bool span_is_quotation(const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct look look = look_at(document, span, attribution);
	bool adjacent = has_cue_after(document, span) || attribution->pattern == PATTERN_CUE_SUBJECT || attribution->pattern == PATTERN_SUBJECT_CUE ||
	                attribution->pattern == PATTERN_BEFORE || attribution->pattern == PATTERN_COLON;

	if (look.words == 0)
		return false;
	if (look.before & WORD_LABELLED || look.before & WORD_WORK)
		return look.words > 8;
	if (look.words <= 8 && look.is_title_case && !(adjacent && look.has_stop)) {
		if (look.words >= 2 || look.before_flags & TOKEN_POSSESSIVE || look.before & (WORD_PREPOSITION | WORD_CONJUNCTION))
			return false;
	}
	if (!document->language->has_english_syntax && !document->language->is_caseless && !adjacent)
		if (look.words <= 2 || (!look.has_cue && look.words <= 12))
			return false;
	if (!look.has_cue && look.words <= 4 && !look.asks && attribution->pattern != PATTERN_CONTINUED)
		return false;
	return true;
}

bool span_is_direct(const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct look look = look_at(document, span, attribution);

	if (attribution->pattern == PATTERN_INTERRUPTED)
		return true;
	if (look.before & WORD_THAT)
		return false;
	if (look.at_start || (look.before_flags & (TOKEN_COMMA | TOKEN_COLON)))
		return token_flagged(document, span->first, TOKEN_CAPITAL | TOKEN_DIGIT) || !span->has_open ||
		       (look.before_flags & TOKEN_COLON) || document->language->is_unspaced;
	return look.has_stop && look.words > 3 && token_flagged(document, span->first, TOKEN_CAPITAL) &&
	       (look.before & (FRAME_SPEECH));
}
