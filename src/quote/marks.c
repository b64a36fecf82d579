#include "quote/document.h"

#include "dateline/base/limits.h"
#include "dateline/base/utf8.h"

#include <string.h>

/* What a mark is drawn as. Which side it stands on is told by its neighbours, and by the sign where that
 * is not enough: news writes “ where ” belongs, and „…“ ends with the sign that “…” begins with. */
enum sign {
	SIGN_NONE,
	SIGN_STRAIGHT,      /* " and '' */
	SIGN_LEFT,          /* “ and `` */
	SIGN_RIGHT,         /* ” */
	SIGN_LOW,           /* „ */
	SIGN_GUILLEMET,     /* « */
	SIGN_GUILLEMET_END, /* » */
	SIGN_CORNER,
	SIGN_CORNER_END,
	SIGN_WHITE_CORNER,
	SIGN_WHITE_CORNER_END,
	SIGN_SINGLE_STRAIGHT,
	SIGN_SINGLE_LEFT,
	SIGN_SINGLE_RIGHT,
	SIGN_SINGLE_LOW,
	SIGN_SINGLE_GUILLEMET,
	SIGN_SINGLE_GUILLEMET_END,
};

enum side { SIDE_EITHER, SIDE_OPEN, SIDE_CLOSE };

struct mark {
	uint32_t token;
	enum sign sign;
	enum side side;
	bool is_weak; /* a sign that is an apostrophe as often */
};

struct mark_list {
	struct mark *items;
	size_t count, capacity;
};

static const struct {
	struct str text;
	enum sign sign;
} signs[] = {
	{STR_INIT("\""), SIGN_STRAIGHT},
	{STR_INIT("“"), SIGN_LEFT},
	{STR_INIT("”"), SIGN_RIGHT},
	{STR_INIT("'"), SIGN_SINGLE_STRAIGHT},
	{STR_INIT("’"), SIGN_SINGLE_RIGHT},
	{STR_INIT("‘"), SIGN_SINGLE_LEFT},
	{STR_INIT("«"), SIGN_GUILLEMET},
	{STR_INIT("»"), SIGN_GUILLEMET_END},
	{STR_INIT("„"), SIGN_LOW},
	{STR_INIT("''"), SIGN_STRAIGHT},
	{STR_INIT("``"), SIGN_LEFT},
	{STR_INIT("`"), SIGN_SINGLE_LEFT},
	{STR_INIT(",,"), SIGN_LOW},
	{STR_INIT("<<"), SIGN_GUILLEMET},
	{STR_INIT(">>"), SIGN_GUILLEMET_END},
	{STR_INIT("「"), SIGN_CORNER},
	{STR_INIT("」"), SIGN_CORNER_END},
	{STR_INIT("『"), SIGN_WHITE_CORNER},
	{STR_INIT("』"), SIGN_WHITE_CORNER_END},
	{STR_INIT("‚"), SIGN_SINGLE_LOW},
	{STR_INIT("‛"), SIGN_SINGLE_LEFT},
	{STR_INIT("‟"), SIGN_LEFT},
	{STR_INIT("‹"), SIGN_SINGLE_GUILLEMET},
	{STR_INIT("›"), SIGN_SINGLE_GUILLEMET_END},
	{STR_INIT("〝"), SIGN_LEFT},
	{STR_INIT("〞"), SIGN_RIGHT},
	{STR_INIT("〟"), SIGN_RIGHT},
	{STR_INIT("＂"), SIGN_STRAIGHT},
};

static enum sign sign_of(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (str_equal(text, signs[i].text))
			return signs[i].sign;
	return SIGN_NONE;
}

static bool is_single(enum sign sign)
{
	return sign >= SIGN_SINGLE_STRAIGHT;
}

/* Which signs may end what another began. */
static bool closes(enum sign open, enum sign close)
{
	switch (open) {
	case SIGN_STRAIGHT:
		return close == SIGN_STRAIGHT || close == SIGN_RIGHT || close == SIGN_LEFT;
	case SIGN_LEFT:
	case SIGN_RIGHT:
		return close == SIGN_RIGHT || close == SIGN_LEFT || close == SIGN_STRAIGHT;
	case SIGN_LOW:
		return close == SIGN_LEFT || close == SIGN_RIGHT || close == SIGN_STRAIGHT;
	case SIGN_GUILLEMET:
		return close == SIGN_GUILLEMET_END;
	case SIGN_GUILLEMET_END:
		return close == SIGN_GUILLEMET || close == SIGN_GUILLEMET_END;
	case SIGN_CORNER:
		return close == SIGN_CORNER_END;
	case SIGN_WHITE_CORNER:
		return close == SIGN_WHITE_CORNER_END;
	case SIGN_SINGLE_GUILLEMET:
		return close == SIGN_SINGLE_GUILLEMET_END;
	case SIGN_SINGLE_GUILLEMET_END:
		return close == SIGN_SINGLE_GUILLEMET;
	case SIGN_SINGLE_STRAIGHT:
	case SIGN_SINGLE_LEFT:
	case SIGN_SINGLE_RIGHT:
	case SIGN_SINGLE_LOW:
		return close >= SIGN_SINGLE_STRAIGHT && close <= SIGN_SINGLE_RIGHT;
	default:
		return false;
	}
}

struct pairing {
	struct document *document;
	struct passage *passage;
	uint32_t passage_index;
	struct mark_list marks;
	const struct mark *open; /* of the span that is being read; NULL outside of one */
	size_t depth;            /* marks of its own kind that are open inside it */
	uint32_t least;          /* the first token after the last span */
};

static const struct token *inside(const struct pairing *pairing, uint32_t token)
{
	return token >= pairing->passage->first && token < pairing->passage->end
		       ? token_at(pairing->document, token)
		       : NULL;
}

/* The side by the neighbours: blank, bracket or dash before and a word after opens; a word or stop before
 * and a blank or stop after closes. */
static enum side side_by_neighbours(const struct pairing *pairing, uint32_t index)
{
	const struct token *mark = token_at(pairing->document, index);
	const struct token *before = inside(pairing, index - 1), *after = inside(pairing, index + 1);
	bool loose_before = before == NULL || (mark->flags & TOKEN_SPACE_BEFORE) ||
			    (before->flags & (TOKEN_OPEN_BRACKET | TOKEN_DASH));
	bool loose_after = after == NULL || (after->flags & TOKEN_SPACE_BEFORE) ||
			   (after->flags & (TOKEN_CLOSE_BRACKET | TOKEN_DASH | TOKEN_COMMA | TOKEN_SEMICOLON |
						   TOKEN_COLON | TOKEN_STOP));

	if (loose_before && !loose_after)
		return SIDE_OPEN;
	if (loose_after && !loose_before)
		return SIDE_CLOSE;
	if (before == NULL)
		return SIDE_OPEN;
	if (after == NULL)
		return SIDE_CLOSE;
	return SIDE_EITHER;
}

static enum side side_by_sign(enum sign sign)
{
	switch (sign) {
	case SIGN_LEFT:
	case SIGN_LOW:
	case SIGN_GUILLEMET:
	case SIGN_CORNER:
	case SIGN_WHITE_CORNER:
	case SIGN_SINGLE_LEFT:
	case SIGN_SINGLE_LOW:
	case SIGN_SINGLE_GUILLEMET:
		return SIDE_OPEN;
	case SIGN_RIGHT:
	case SIGN_GUILLEMET_END:
	case SIGN_CORNER_END:
	case SIGN_WHITE_CORNER_END:
	case SIGN_SINGLE_RIGHT:
	case SIGN_SINGLE_GUILLEMET_END:
		return SIDE_CLOSE;
	default:
		return SIDE_EITHER;
	}
}

/* ’90s, ’tis, rock ’n’ roll: an apostrophe where a word has lost its beginning. */
static bool is_elision(const struct pairing *pairing, uint32_t index)
{
	static const char *const rests[] = {
		"tis", "twas", "n", "em", "til", "cause", "bout", "round", "twere", "kay"};
	const struct token *after = inside(pairing, index + 1);

	if (after == NULL || (after->flags & TOKEN_SPACE_BEFORE))
		return false;
	if (after->flags & TOKEN_DIGIT)
		return after->length <= 3;
	for (size_t i = 0; i < COUNT_OF(rests); i++)
		if (token_is(after, rests[i]))
			return true;
	return false;
}

static bool follows_digit(const struct pairing *pairing, uint32_t index)
{
	const struct token *mark = token_at(pairing->document, index), *before = inside(pairing, index - 1);

	return before && !(mark->flags & TOKEN_SPACE_BEFORE) && ascii_is_digit(mark->data[-1]);
}

static void gather(struct pairing *pairing)
{
	for (uint32_t i = pairing->passage->first; i < pairing->passage->end; i++) {
		const struct token *token = token_at(pairing->document, i);
		enum sign sign;
		struct mark *mark;

		if (!(token->flags & TOKEN_MARK))
			continue;
		sign = sign_of(token_text(token));
		if (sign == SIGN_NONE || (is_single(sign) && is_elision(pairing, i)))
			continue;
		if (sign == SIGN_SINGLE_STRAIGHT && follows_digit(pairing, i))
			continue;
		mark = LIST_PUSH(pairing->document->scratch, &pairing->marks);
		mark->token = i;
		mark->sign = sign;
		mark->side = side_by_neighbours(pairing, i);
		mark->is_weak = sign == SIGN_SINGLE_STRAIGHT || sign == SIGN_SINGLE_RIGHT;
		if (mark->side == SIDE_EITHER || sign == SIGN_LOW ||
			(sign >= SIGN_CORNER && sign <= SIGN_WHITE_CORNER_END))
			mark->side = side_by_sign(sign) == SIDE_EITHER ? mark->side : side_by_sign(sign);
	}
}

/* The next mark that could stand in the same pair. */
static const struct mark *next_like(const struct pairing *pairing, size_t from, enum sign sign)
{
	for (size_t i = from; i < pairing->marks.count && i < from + 8; i++)
		if (is_single(pairing->marks.items[i].sign) == is_single(sign))
			return &pairing->marks.items[i];
	return NULL;
}

/* "The pipe was 12" wide," he said: a sign after a digit is an inch when it ends nothing. */
static bool is_inch(const struct pairing *pairing, size_t at, bool is_open)
{
	const struct mark *mark = &pairing->marks.items[at];
	const struct mark *next;

	if (mark->sign != SIGN_STRAIGHT || !follows_digit(pairing, mark->token))
		return false;
	if (!is_open)
		return true;
	next = next_like(pairing, at + 1, mark->sign);
	return next && next->side == SIDE_CLOSE && mark->side != SIDE_OPEN;
}

/* the drivers’ choice: the apostrophe of a plural when a better closing mark comes before any opening one. */
static bool is_plural_possessive(const struct pairing *pairing, size_t at)
{
	const struct mark *mark = &pairing->marks.items[at];
	const struct token *before = inside(pairing, mark->token - 1),
			   *after = inside(pairing, mark->token + 1);
	const struct mark *next;

	if (!mark->is_weak || before == NULL || after == NULL || !(before->flags & TOKEN_WORD) ||
		!(after->flags & TOKEN_WORD))
		return false;
	next = next_like(pairing, at + 1, mark->sign);
	return next && next->side != SIDE_OPEN;
}

static void mark_possessive(struct pairing *pairing, uint32_t token)
{
	struct token *before =
		token > pairing->passage->first ? &pairing->document->tokens.items[token - 1] : NULL;

	if (before && (before->flags & TOKEN_WORD) &&
		!(token_at(pairing->document, token)->flags & TOKEN_SPACE_BEFORE))
		before->flags |= TOKEN_POSSESSIVE;
	pairing->document->tokens.items[token].flags &= ~TOKEN_MARK;
}

struct quoted_span *document_add_span(struct document *document, uint32_t passage_index, uint32_t outer_first,
	uint32_t outer_end, uint32_t first, uint32_t end)
{
	const struct passage *passage = &document->passages.items[passage_index];
	struct quoted_span *span;

	if (first >= end || document->spans.count >= QUOTES_MOST)
		return NULL;
	span = LIST_PUSH(document->scratch, &document->spans);
	span->passage = passage_index;
	span->outer_first = outer_first;
	span->outer_end = outer_end;
	span->first = first;
	span->end = end;
	span->start_byte = token_start(passage, token_at(document, first));
	span->end_byte =
		token_start(passage, token_at(document, end - 1)) + token_at(document, end - 1)->length;
	for (uint32_t i = outer_first; i < outer_end; i++)
		document->tokens.items[i].span = (uint32_t)(document->spans.count - 1);
	return span;
}

/* Adds a span whose marks, where they exist, are its first and last tokens. */
static struct quoted_span *add_span(
	struct pairing *pairing, uint32_t outer_first, uint32_t outer_end, bool has_open, bool has_close)
{
	struct quoted_span *span = document_add_span(pairing->document, pairing->passage_index, outer_first,
		outer_end, outer_first + has_open, outer_end - has_close);

	if (span) {
		span->has_open = has_open;
		span->has_close = has_close;
	}
	return span;
}

/* Is there an attribution right after this comma: “, said X” or “, X said”? */
static bool opens_attribution(const struct pairing *pairing, uint32_t comma)
{
	const struct token *token = inside(pairing, comma + 1);

	if (token == NULL)
		return false;
	if ((token->classes & FRAME_SPEECH) && (token->classes & FORM_PAST))
		return true;
	for (uint32_t i = comma + 1; i < comma + 5; i++) {
		token = inside(pairing, i);
		if (token == NULL || !(token->flags & TOKEN_WORD))
			return false;
		if (i > comma + 1 && (token->classes & FRAME_SPEECH) &&
			(token->classes & (FORM_PAST | FORM_PRESENT)))
			return true;
		if (!(token->flags & TOKEN_CAPITAL) &&
			!(token->classes & (WORD_PRONOUN | WORD_DETERMINER | WORD_ROLE)))
			return false;
	}
	return false;
}

/* Where a quote without closing mark ends: before “, said X”, else at the end of its sentence when the
 * passage goes on with another mark, else at `limit`. */
static uint32_t repair_end(const struct pairing *pairing, uint32_t from, uint32_t limit)
{
	for (uint32_t i = from; i < limit; i++)
		if ((token_at(pairing->document, i)->flags & TOKEN_COMMA) && opens_attribution(pairing, i))
			return i + 1;
	if (limit == pairing->passage->end)
		return limit;
	for (uint32_t i = from; i < limit; i++)
		if ((token_at(pairing->document, i)->flags & TOKEN_STOP) && i + 1 < limit &&
			(token_at(pairing->document, i + 1)->flags & TOKEN_CAPITAL))
			return i + 1;
	return limit;
}

/* The first word of the sentence that ends at token `at`, not before `least`. */
static uint32_t repair_start(const struct pairing *pairing, uint32_t least, uint32_t at)
{
	for (uint32_t i = at; i > least; i--) {
		const struct token *stop = token_at(pairing->document, i - 1);

		if ((stop->flags & TOKEN_STOP) && i < at &&
			(token_at(pairing->document, i)->flags & TOKEN_CAPITAL))
			return i;
	}
	return least;
}

static void warn(struct pairing *pairing, const char *what, const struct quoted_span *span)
{
	struct str text = str_slice(pairing->passage->text, span->start_byte, span->start_byte + 40);

	while (text.length && !utf8_is_boundary(pairing->passage->text, span->start_byte + text.length))
		text.length--;
	warnings_add(
		pairing->document->warnings, 0, "%s quotation mark is missing: “%.*s…”", what, STR_ARG(text));
}

static void close_unclosed(struct pairing *pairing, uint32_t open, uint32_t limit)
{
	bool is_last = limit == pairing->passage->end;
	struct quoted_span *span = add_span(pairing, open, repair_end(pairing, open + 1, limit), true, false);

	if (span == NULL)
		return;
	span->goes_on = is_last && span->outer_end == limit;
	if (!span->goes_on)
		warn(pairing, "a closing", span);
}

/* A closing mark that nothing opened: the quote began with its sentence, or goes on from the passage before.
 */
static void open_unopened(struct pairing *pairing, uint32_t least, const struct mark *mark)
{
	struct document *document = pairing->document;
	const struct quoted_span *before =
		document->spans.count ? &document->spans.items[document->spans.count - 1] : NULL;
	bool goes_on = least == pairing->passage->first && before && before->goes_on &&
		       before->passage + 1 == pairing->passage_index;
	uint32_t start = goes_on ? least : repair_start(pairing, least, mark->token);
	struct quoted_span *span;

	if (mark->token < start + 3)
		return;
	span = add_span(pairing, start, mark->token + 1, false, true);
	if (span && !goes_on)
		warn(pairing, "an opening", span);
}

struct open_mark {
	size_t mark;
	bool is_open;
};

/* How many marks of the same kind close before one opens: tells a mark inside a quote from a quote never
 * closed. */
static bool is_nested(const struct pairing *pairing, size_t at)
{
	size_t closing = 0;

	for (size_t i = at + 1; i < pairing->marks.count && i < at + 6; i++) {
		const struct mark *mark = &pairing->marks.items[i];

		if (is_single(mark->sign) != is_single(pairing->marks.items[at].sign))
			continue;
		if (mark->side == SIDE_OPEN)
			break;
		if (++closing == 2)
			return true;
	}
	return false;
}

/* A single mark opens a quote only when one closes it later; else it is an apostrophe. */
static bool has_single_close(const struct pairing *pairing, size_t at)
{
	for (size_t i = at + 1; i < pairing->marks.count && i < at + 64; i++) {
		const struct mark *mark = &pairing->marks.items[i];

		if (is_single(mark->sign) && mark->side != SIDE_OPEN &&
			closes(pairing->marks.items[at].sign, mark->sign) &&
			mark->token > pairing->marks.items[at].token + 1)
			return true;
		if (is_single(mark->sign) && mark->side == SIDE_OPEN)
			return false;
	}
	return false;
}

static void begin_span(struct pairing *pairing, const struct mark *mark)
{
	pairing->open = mark;
	pairing->depth = 0;
}

static void end_span(struct pairing *pairing, const struct mark *mark)
{
	bool is_inner = is_single(pairing->open->sign);
	struct quoted_span *span = add_span(pairing, pairing->open->token, mark->token + 1, true, true);

	if (span)
		span->is_single = is_inner;
	if (!is_inner)
		pairing->document->has_double_marks = true;
	pairing->least = mark->token + 1;
	pairing->open = NULL;
}

static void take_mark_outside(struct pairing *pairing, size_t at)
{
	const struct mark *mark = &pairing->marks.items[at];

	if (mark->side != SIDE_CLOSE) {
		if (!is_single(mark->sign) || has_single_close(pairing, at))
			begin_span(pairing, mark);
	} else if (is_single(mark->sign)) {
		mark_possessive(pairing, mark->token);
	} else if (mark->sign != SIGN_GUILLEMET_END && mark->sign < SIGN_CORNER) {
		open_unopened(pairing, pairing->least, mark);
		pairing->least = mark->token + 1;
	}
}

static void take_mark_inside(struct pairing *pairing, size_t at)
{
	const struct mark *mark = &pairing->marks.items[at];

	if (!closes(pairing->open->sign, mark->sign) ||
		(is_single(mark->sign) && is_plural_possessive(pairing, at)))
		return;
	if (mark->side == SIDE_OPEN && is_nested(pairing, at)) {
		pairing->depth++;
	} else if (mark->side == SIDE_OPEN) {
		close_unclosed(pairing, pairing->open->token, mark->token);
		begin_span(pairing, mark);
	} else if (pairing->depth) {
		pairing->depth--;
	} else {
		end_span(pairing, mark);
	}
}

static void pair(struct pairing *pairing)
{
	for (size_t i = 0; i < pairing->marks.count; i++) {
		if (is_inch(pairing, i, pairing->open != NULL))
			continue;
		if (pairing->open)
			take_mark_inside(pairing, i);
		else
			take_mark_outside(pairing, i);
	}
	if (pairing->open && !is_single(pairing->open->sign))
		close_unclosed(pairing, pairing->open->token, pairing->passage->end);
}

void document_pair_marks(struct document *document, uint32_t passage)
{
	struct pairing pairing = {
		.document = document,
		.passage = &document->passages.items[passage],
		.passage_index = passage,
		.least = document->passages.items[passage].first,
	};

	pairing.passage->first_span = (uint32_t)document->spans.count;
	if (pairing.passage->seen_flags & TOKEN_MARK) {
		gather(&pairing);
		pair(&pairing);
	}
	pairing.passage->end_span = (uint32_t)document->spans.count;
}
