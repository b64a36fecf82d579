#include "quote/document.h"

#define ROLE_TOKENS_MOST 10

/* The cue that follows at `at`, after auxiliaries and pronouns; NO_TOKEN when none does. */
static uint32_t cue_at(const struct document *document, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end && i < at + 4; i++) {
		const struct token *token = token_at(document, i);

		if (token->classes & FRAME_SPEECH)
			return i;
		if (!(token->classes & (WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB)))
			break;
	}
	return NO_TOKEN;
}

/* A dash at or after `at`; for the second of a pair, what the cue's words end with. */
static uint32_t find_dash(const struct document *document, uint32_t at, uint32_t end)
{
	while (at < end && !(token_at(document, at)->flags & TOKEN_DASH))
		at++;
	return at;
}

/* explique X, maire de Norrby, …: the comma after a role that follows the comma at `at`; `at` when none does.
 */
static uint32_t role_end(const struct document *document, uint32_t at, uint32_t end)
{
	if (!(token_at(document, at)->flags & TOKEN_COMMA) || at + 1 >= end ||
		!(token_at(document, at + 1)->classes & WORD_ROLE))
		return at;
	for (uint32_t i = at + 2; i < end && i < at + ROLE_TOKENS_MOST; i++)
		if (token_at(document, i)->flags & (TOKEN_COMMA | TOKEN_DASH | TOKEN_STOP))
			return i;
	return at;
}

/* The end of the words of an inserted “, explique Odile Varin,” whose comma is at `comma`; 0 when it is
 * none. */
static uint32_t insertion_end(const struct document *document, uint32_t comma, uint32_t end)
{
	uint32_t at = comma + 1, cue;

	while (at < end && (token_at(document, at)->flags & TOKEN_DASH))
		at++;
	cue = cue_at(document, at, end);
	if (cue == NO_TOKEN)
		return 0;
	for (uint32_t i = cue + 1; i < end && i < cue + 12; i++) {
		const struct token *token = token_at(document, i);

		if (token->flags & (TOKEN_COMMA | TOKEN_DASH | TOKEN_STOP))
			return i > cue + 1 && (token_at(document, cue + 1)->flags & TOKEN_WORD)
				       ? role_end(document, i, end)
				       : 0;
		if (!(token->flags & TOKEN_WORD) || (token->classes & (WORD_THAT | FRAME_SPEECH)))
			return 0;
	}
	return 0;
}

static bool names_someone(const struct document *document, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		const struct token *token = token_at(document, i);

		if ((token->flags & TOKEN_CAPITAL) || (token->classes & (WORD_ROLE | WORD_PRONOUN)))
			return true;
	}
	return false;
}

static void add_speech(struct document *document, uint32_t passage, uint32_t outer_first, uint32_t outer_end,
	uint32_t first, uint32_t end)
{
	struct quoted_span *span = document_add_span(document, passage, outer_first, outer_end, first, end);

	if (span)
		span->is_dialogue = true;
}

/* — Nous la rebâtirons, dit Varin. */
static bool read_comma_dialogue(struct document *document, uint32_t index, uint32_t start)
{
	struct passage *passage = &document->passages.items[index];
	uint32_t first = passage->first, end = passage->end;

	for (uint32_t i = start; i + 1 < end; i++) {
		if (!(token_at(document, i)->flags & (TOKEN_COMMA | TOKEN_ASKS)) ||
			insertion_end(document, i, end) == 0 ||
			(start == first && !names_someone(document, i + 1, insertion_end(document, i, end))))
			continue;
		passage->first_span = (uint32_t)document->spans.count;
		add_speech(document, index, first, i + 1, start, i + 1);
		passage->end_span = (uint32_t)document->spans.count;
		return true;
	}
	return false;
}

/* Where the words of a paragraph begin that a dash opens; in plain text the dash may have made an item of a
 * list of it. NO_TOKEN when none does. */
static uint32_t speech_start(const struct document *document, const struct passage *passage)
{
	if (token_at(document, passage->first)->flags & TOKEN_DASH)
		return passage->first + 1;
	return document->article->blocks.items[passage->block].kind == BLOCK_LIST_ITEM ? passage->first
										       : NO_TOKEN;
}

/* The dash after the words that somebody says: `end` when no cue follows one, and to a list also a name. */
static uint32_t find_closing_dash(const struct document *document, uint32_t start, uint32_t end, bool is_item)
{
	uint32_t dash = find_dash(document, start, end);

	while (dash < end &&
		(cue_at(document, dash + 1, end) == NO_TOKEN ||
			(is_item && !names_someone(document, dash + 1, find_dash(document, dash + 1, end)))))
		dash = find_dash(document, dash + 1, end);
	return dash;
}

/* —Vamos a reconstruirlo —dijo Prado—. El molino es nuestro. */
bool document_read_dialogue(struct document *document, uint32_t index)
{
	struct passage *passage = &document->passages.items[index];
	uint32_t first = passage->first, end = passage->end, start, dash, again;

	if (!document->language->has_dialogue_dash || first + 4 > end)
		return false;
	start = speech_start(document, passage);
	if (start == NO_TOKEN)
		return false;
	dash = find_closing_dash(document, start, end, start == first);
	if (dash >= end)
		return read_comma_dialogue(document, index, start);
	passage->first_span = (uint32_t)document->spans.count;
	add_speech(document, index, first, dash, start, dash);
	again = find_dash(document, dash + 1, end);
	if (again < end) {
		uint32_t rest = again + 1;

		while (rest < end &&
			(token_at(document, rest)->flags & (TOKEN_STOP | TOKEN_COMMA | TOKEN_COLON)))
			rest++;
		add_speech(document, index, again, end, rest, end);
	}
	passage->end_span = (uint32_t)document->spans.count;
	return true;
}

/* Cuts one span; the second part is what stays to be looked at. */
static bool break_span(struct document *document, uint32_t index)
{
	struct quoted_span span = document->spans.items[index];
	const struct passage *passage = &document->passages.items[span.passage];

	for (uint32_t i = span.first + 1; i < span.end; i++) {
		uint32_t after, rest, last;
		struct quoted_span *first = &document->spans.items[index];

		if (!(token_at(document, i)->flags & (TOKEN_COMMA | TOKEN_DASH)))
			continue;
		after = insertion_end(document, i, span.end);
		if (after == 0 || !names_someone(document, i + 1, after))
			continue;
		last = (token_at(document, i)->flags & TOKEN_COMMA) ? i : i - 1;
		first->end = first->outer_end = last + 1;
		first->has_close = false;
		first->end_byte =
			token_start(passage, token_at(document, last)) + token_at(document, last)->length;
		for (uint32_t t = last + 1; t < span.outer_end; t++)
			document->tokens.items[t].span = NO_SPAN;
		rest = after;
		while (rest < span.end &&
			(token_at(document, rest)->flags & (TOKEN_COMMA | TOKEN_DASH | TOKEN_STOP)))
			rest++;
		first = document_add_span(document, span.passage, rest, span.outer_end, rest, span.end);
		if (first == NULL)
			return false;
		first->has_close = span.has_close;
		first->is_dialogue = document->spans.items[index].is_dialogue = true;
		return true;
	}
	return false;
}

static int compare_spans(const struct quoted_span *a, const struct quoted_span *b)
{
	return a->outer_first < b->outer_first ? -1 : a->outer_first > b->outer_first;
}

/* Parts were added at the end: puts the spans of the passage in order again. They are nearly so. */
static void order_spans(struct document *document, const struct passage *passage)
{
	for (uint32_t i = passage->first_span + 1; i < passage->end_span; i++)
		for (uint32_t j = i; j > passage->first_span && compare_spans(&document->spans.items[j],
									&document->spans.items[j - 1]) < 0;
			j--) {
			struct quoted_span swap = document->spans.items[j];

			document->spans.items[j] = document->spans.items[j - 1];
			document->spans.items[j - 1] = swap;
		}
	for (uint32_t i = passage->first_span; i < passage->end_span; i++)
		for (uint32_t t = document->spans.items[i].outer_first;
			t < document->spans.items[i].outer_end; t++)
			document->tokens.items[t].span = i;
}

#define BREAKS_MOST 64 /* spans of one passage that are cut: more are no prose */

void document_break_spans(struct document *document, uint32_t index)
{
	struct passage *passage = &document->passages.items[index];
	uint32_t before = passage->end_span;

	if (!document->language->breaks_inside || before - passage->first_span > BREAKS_MOST)
		return;
	for (uint32_t i = passage->first_span; i < document->spans.count && i < before + BREAKS_MOST; i++)
		break_span(document, i);
	passage->end_span = (uint32_t)document->spans.count;
	if (passage->end_span > before)
		order_spans(document, passage);
}
