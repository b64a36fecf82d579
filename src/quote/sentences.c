#include "quote/document.h"

#define SENTENCE_TOKENS_MOST                                                                                 \
	400 /* what is longer is no sentence, and is cut, so that work on one is bounded */

/* After “…?” or “…!” an attribution may follow with a capital: “Why?” Hale asked. */
static bool is_attribution(const struct document *document, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end && i < from + 6; i++) {
		const struct token *token = token_at(document, i);

		if (!(token->flags & TOKEN_WORD) || token->span != NO_SPAN)
			return false;
		if (i > from && (token->classes & FRAME_SPEECH) &&
			(token->classes & (FORM_PAST | FORM_PRESENT)))
			return true;
	}
	return false;
}

/* Can a sentence begin at this token? */
static bool can_begin(const struct token *token)
{
	if (token->flags & TOKEN_WORD)
		return !(token->flags & TOKEN_SPACE_BEFORE)
			       ? false
			       : (token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0;
	return (token->flags & (TOKEN_MARK | TOKEN_OPEN_BRACKET | TOKEN_DASH)) || token->span != NO_SPAN;
}

/* am 6. Februar, des 19. Jahrhunderts: the stop of a number that a month follows or, where every noun has a
 * capital, an article or a preposition leads to. */
static bool is_ordinal(const struct document *document, uint32_t first, uint32_t at)
{
	const struct token *number = at >= first + 2 ? token_at(document, at - 2) : NULL;

	if (document->language->has_english_syntax || number == NULL || !(number->flags & TOKEN_DIGIT) ||
		number->length > 2)
		return false;
	return (token_at(document, at)->classes & WORD_TIME) ||
	       (document->language->capitalises_nouns && number > token_at(document, first) &&
		       (number[-1].classes & (WORD_DETERMINER | WORD_PREPOSITION)));
}

/* Does the sentence that began at `first` end before token `at`, whose predecessor is a stop or the end of a
 * quoted span? */
static bool ends_before(const struct document *document, uint32_t first, uint32_t at, uint32_t end)
{
	const struct token *before = token_at(document, at - 1), *next = token_at(document, at);
	const struct quoted_span *span =
		before->span == NO_SPAN ? NULL : &document->spans.items[before->span];
	const struct token *last;

	if (span == NULL)
		return (before->flags & TOKEN_STOP) && (can_begin(next) || document->language->is_unspaced) &&
		       !is_ordinal(document, first, at);
	last = token_at(document, span->end - 1);
	if (!(last->flags & (TOKEN_STOP | TOKEN_MARK)) || !can_begin(next) || (next->flags & TOKEN_DASH))
		return false;
	if (last->flags & TOKEN_MARK) /* “… ‘Measure twice.’” */
		last = span->end - 1 > span->first ? token_at(document, span->end - 2) : last;
	return (last->flags & TOKEN_STOP) && !is_attribution(document, at, end);
}

bool tokens_are_quoted(const struct document *document, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		const struct token *token = token_at(document, i);

		if (token->span != NO_SPAN)
			i = document->spans.items[token->span].outer_end - 1;
		else if (token->flags & TOKEN_WORD)
			return false;
	}
	return true;
}

static void add_sentence(struct document *document, uint32_t first, uint32_t end)
{
	struct sentence *sentence;

	if (first >= end)
		return;
	sentence = LIST_PUSH(document->scratch, &document->sentences);
	*sentence = (struct sentence){first, end, tokens_are_quoted(document, first, end)};
}

static bool is_cut(const struct document *document, uint32_t first, uint32_t at, uint32_t end)
{
	const struct token *before = token_at(document, at - 1), *next = token_at(document, at);

	if (before->span != NO_SPAN && before->span == next->span)
		return false;
	if (at - first >= SENTENCE_TOKENS_MOST)
		return true;
	if (before->flags & TOKEN_CLOSE_BRACKET)
		return at >= 2 && (token_at(document, at - 2)->flags & TOKEN_STOP) && can_begin(next);
	return ends_before(document, first, at, end);
}

/* The next place behind `at` where a sentence that began at `first` may be cut: most tokens end nothing. */
static uint32_t next_cut(const struct document *document, uint32_t first, uint32_t at, uint32_t end)
{
	uint32_t last = end - first < SENTENCE_TOKENS_MOST ? end : first + SENTENCE_TOKENS_MOST;
	const struct token *token = token_at(document, at), *stop = token_at(document, last);

	while (token + 1 < stop && token->span == NO_SPAN &&
		!(token->flags & (TOKEN_STOP | TOKEN_CLOSE_BRACKET)))
		token++;
	return (uint32_t)(token - document->tokens.items) + 1;
}

void document_cut_sentences(struct document *document, uint32_t index)
{
	struct passage *passage = &document->passages.items[index];
	uint32_t first = passage->first;

	passage->first_sentence = (uint32_t)document->sentences.count;
	for (uint32_t i = next_cut(document, first, first, passage->end); i < passage->end;
		i = next_cut(document, first, i, passage->end)) {
		if (!is_cut(document, first, i, passage->end))
			continue;
		add_sentence(document, first, i);
		first = i;
	}
	add_sentence(document, first, passage->end);
	passage->end_sentence = (uint32_t)document->sentences.count;
	for (uint32_t s = passage->first_sentence, span = passage->first_span; span < passage->end_span;
		span++) {
		while (s + 1 < passage->end_sentence &&
			document->sentences.items[s].end <= document->spans.items[span].outer_first)
			s++;
		document->spans.items[span].sentence = s;
	}
}
