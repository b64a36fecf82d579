#include "quote/attribute.h"

#include "quote/phrasings.h"
#include "quote/subject.h"
#include "quote/surroundings.h"

#define CUE_DISTANCE_MOST 40   /* tokens between a quote and the cue after it */
#define OBJECT_DISTANCE_MOST 8 /* tokens between “called” and what it calls somebody */

struct attribution attribute_according(
	const struct document *document, uint32_t at, uint32_t sentence_first, uint32_t limit)
{
	uint32_t first = at + 1;
	struct phrase source = {0};

	if (token_has(document, at, WORD_POSTPOSED)) { /* X zufolge */
		source = phrase_before(document, at, sentence_first);
		return is_person_like(document, &source) ? attribution(PATTERN_ACCORDING, source, at, at + 1)
							 : (struct attribution){0};
	}
	while (first < limit && first < at + 3 && token_has(document, first, WORD_PREPOSITION))
		first++;
	if (first > at + 1 || !document->language->has_english_syntax) /* according to; selon, laut */
		source = phrase_after(document, first, limit);
	phrase_read_apposition(document, &source, limit);
	return attribution(
		PATTERN_ACCORDING, source, at, document->language->has_english_syntax ? first : at + 1);
}

/* “…,” said X */
static struct attribution cue_then_subject(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;
	struct phrase source;

	if (at + 1 >= context->right_end || !is_finite_cue(document, at, FRAME_SPEECH))
		return (struct attribution){0};
	source = phrase_after(document, at + 1, context->right_end);
	if (source.kind == PHRASE_COMMON && token_has(document, source.end - 1, WORD_HEARER | WORD_TIME))
		return (struct attribution){0};
	phrase_read_apposition(document, &source, context->right_end);
	return attribution(PATTERN_CUE_SUBJECT, source, at, at + 1);
}

static bool ends_clause(const struct context *context)
{
	const struct document *document = context->document;
	const struct quoted_span *span = context->span;
	uint32_t flags = TOKEN_COMMA | TOKEN_STOP | TOKEN_DASH;

	return token_flagged(document, span->end - 1, flags | TOKEN_MARK) ||
	       (span->outer_end < context->end && token_flagged(document, span->outer_end, flags));
}

/* “…,” Oda Hale, the miller who built the wheel said: a name right behind the marks, and what describes it up
 * to the cue. */
static struct phrase described_subject(const struct context *context, uint32_t at, uint32_t cue)
{
	const struct document *document = context->document;
	struct phrase source = phrase_after(document, at, cue);

	return source.kind == PHRASE_NAME && is_person_like(document, &source) && source.end < cue &&
			       token_flagged(document, source.end, TOKEN_COMMA) &&
			       tokens_have(document, source.end, cue, WORD_RELATIVE)
		       ? source
		       : (struct phrase){0};
}

/* “…,” X, a lawyer, said */
static struct attribution subject_then_cue(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;
	uint32_t limit =
		context->right_end < at + CUE_DISTANCE_MOST ? context->right_end : at + CUE_DISTANCE_MOST;

	for (uint32_t i = at + 1; i < limit; i++) {
		struct phrase source;

		if (!is_finite_cue(document, i, FRAME_SPEECH | FRAME_OBJECT))
			continue;
		source = subject_before(document, i, at);
		if (source.kind == PHRASE_NONE)
			continue;
		if (token_has(document, source.end < i ? source.end : i, WORD_RELATIVE))
			continue;
		if (source.first > at + 3 &&
			!(source.role_first < source.role_end && source.role_first <= at + 3))
			source =
				ends_clause(context) ? described_subject(context, at, i) : (struct phrase){0};
		if (source.kind == PHRASE_NONE)
			return (struct attribution){0};
		if (source.role_first == source.role_end || source.role_first > source.end)
			phrase_read_apposition(document, &source, i);
		return attribution(PATTERN_SUBJECT_CUE, source, i, i + 1);
	}
	return (struct attribution){0};
}

/* a déclaré, ha detto, also said: what stands between the mark and an inverted cue. */
static uint32_t skip_auxiliaries(const struct context *context, uint32_t at)
{
	uint32_t limit = at + 3 < context->right_end ? at + 3 : context->right_end;

	while (at < limit &&
		token_has(context->document, at, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB) &&
		!token_has(context->document, at, WORD_PRONOUN) &&
		token_at(context->document, at)->name == NO_NAME)
		at++;
	/* коротко ответил X, a simplement répondu X: an adverb of no table */
	if (!context->document->language->has_english_syntax && at + 1 < context->right_end &&
		token_flagged(context->document, at, TOKEN_WORD) &&
		token_at(context->document, at)->classes == 0 &&
		token_at(context->document, at)->name == NO_NAME &&
		is_finite_cue(context->document, at + 1, FRAME_SPEECH))
		at++;
	return at;
}

/* „…“, hatte X im März gesagt: the subject stands between the two parts of its verb. */
static struct attribution subject_in_verb(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;
	struct phrase source;

	if (document->language->has_english_syntax || at + 2 >= context->right_end ||
		!token_has(document, at, WORD_AUXILIARY))
		return (struct attribution){0};
	source = phrase_after(document, at + 1, context->right_end);
	if (source.kind != PHRASE_PRONOUN && !is_person_like(document, &source))
		return (struct attribution){0};
	for (uint32_t i = source.end; i < context->right_end && is_outside(document, i); i++)
		if (token_has(document, i, FRAME_SPEECH) && token_at(document, i)->name == NO_NAME)
			return attribution(PATTERN_CUE_SUBJECT, source, i, i + 1);
		else if (token_flagged(document, i, TOKEN_COMMA | TOKEN_STOP))
			break;
	return (struct attribution){0};
}

/* «…», zürnte X: where the subject follows its verb, the marks, the comma and the name show what the word
 * between is.
 */
static struct attribution unknown_cue_then_subject(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;
	struct phrase source;

	if (document->language->has_english_syntax || at + 1 >= context->right_end ||
		!may_be_verb(document, at))
		return (struct attribution){0};
	source = phrase_after(document,
		at + 1 + (at + 2 < context->right_end && token_has(document, at + 1, WORD_OBJECT_PRONOUN)),
		context->right_end);
	if (source.kind != PHRASE_NAME || !is_person_like(document, &source))
		return (struct attribution){0};
	phrase_read_apposition(document, &source, context->right_end);
	return attribution(PATTERN_CUE_SUBJECT, source, at, at + 1);
}

/* What may stand between a quotation and its speaker besides one verb that the tables know. */
static struct attribution from_set_phrase(const struct context *context, uint32_t at)
{
	struct attribution found = from_reply(context, at);

	if (!found.pattern)
		found = subject_in_verb(context, at);
	if (!found.pattern)
		found = unknown_cue_then_subject(context, skip_auxiliaries(context, at));
	return found.pattern ? found : from_infinitive(context, at);
}

static struct attribution from_right(const struct context *context)
{
	const struct document *document = context->document;
	struct attribution found;
	uint32_t at = context->right;

	while (at < context->right_end && at < context->right + 3 &&
		!token_flagged(document, at,
			TOKEN_WORD | TOKEN_STOP | TOKEN_COLON | TOKEN_SEMICOLON | TOKEN_OPEN_BRACKET))
		at++;
	if (at >= context->right_end || !token_flagged(document, at, TOKEN_WORD))
		return (struct attribution){0};
	if (token_has(document, at, WORD_ACCORDING))
		return attribute_according(document, at, context->first, context->right_end);
	if (at + 2 < context->right_end && token_is(token_at(document, at), "in") &&
		token_has(document, at + 2, WORD_ACCORDING)) /* in the words of X */
		return attribute_according(document, at + 2, context->first, context->right_end);
	found = from_impersonal(context, at);
	if (!found.pattern)
		found = cue_then_subject(context, skip_auxiliaries(context, at));
	if (!found.pattern && ends_clause(context))
		found = from_set_phrase(context, at);
	if (found.pattern || (!ends_clause(context) && context->span->outer_first > context->first &&
				     document->language->has_english_syntax))
		return found;
	if (token_has(document, at, WORD_CONJUNCTION | WORD_RELATIVE | WORD_THAT) ||
		(token_has(document, at, WORD_SUBORDINATOR) && !token_is(token_at(document, at), "as")))
		return (struct attribution){0};
	return subject_then_cue(context, at);
}

/* The attribution of the span before when it has the same cue: “…,” said X, “…”; X said it is “…” and “…”. */
static const struct attribution *of_same_cue(const struct context *context, uint32_t cue)
{
	const struct attribution *earlier = earlier_in_sentence(context);

	return earlier && earlier->cue_first <= cue && cue < earlier->cue_end ? earlier : NULL;
}

/* How the words between the cue and the opening mark look: nothing but a comma, a colon, `that`, a hearer? */
static bool is_adjacent(const struct document *document, uint32_t cue, uint32_t open)
{
	if (open - cue > 6)
		return false;
	for (uint32_t i = cue + 1; i < open; i++)
		if (!token_flagged(document, i, TOKEN_COMMA | TOKEN_COLON) &&
			!token_has(document, i, WORD_THAT))
			return false;
	return true;
}

static struct attribution from_cue(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;
	const struct attribution *earlier = of_same_cue(context, cue);
	struct attribution found;

	if (earlier) {
		found = *earlier;
		if (cue >= document->spans.items[context->index - 1].outer_end)
			found.pattern = PATTERN_INTERRUPTED;
		return found;
	}
	found = attribution(
		is_adjacent(document, cue, context->span->outer_first) ? PATTERN_BEFORE : PATTERN_CLAUSE,
		subject_of_cue(context, cue), cue, cue + 1);
	if (found.pattern && is_participle(document, cue) && !follows_be(document, cue, context->first))
		found.pattern = PATTERN_PARTICIPLE;
	phrase_read_apposition(document, &found.source, cue);
	return found;
}

/* Does nothing stand between the cue and the quote but what the cue takes: called it a “…”, described X as
 * “…”? */
static bool governs(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;

	if (context->span->outer_first - cue > OBJECT_DISTANCE_MOST)
		return false;
	for (uint32_t i = cue + 1; i < context->span->outer_first; i++)
		if (!is_outside(document, i) || token_flagged(document, i, TOKEN_PUNCTUATION) ||
			token_has(document, i, WORD_CONJUNCTION) || is_cue(document, i, FRAME_ANY))
			return false;
	return true;
}

/* X said that Y calls it “…”: the verb of what is reported. */
static bool is_reported(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;

	if (token_has(document, context->first, WORD_ACCORDING) ||
		(token_has(document, cue, FORM_BASE) && !token_has(document, cue, FORM_PAST)))
		return true;
	for (uint32_t i = cue; i > context->first; i--) {
		if (!is_outside(document, i - 1) || token_flagged(document, i - 1, TOKEN_COMMA) ||
			token_has(document, i - 1, WORD_RELATIVE))
			return false;
		if (is_finite_cue(document, i - 1, FRAME_SPEECH))
			return true;
	}
	return false;
}

/* voters who complained that …: the verb of a relative clause. */
static bool follows_relative(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;

	while (cue > context->first && token_has(document, cue - 1, WORD_AUXILIARY | WORD_ADVERB))
		cue--;
	return cue > context->first && token_has(document, cue - 1, WORD_RELATIVE);
}

/* Verbs that report nothing by themselves: wants, shows; would say. A real cue before them in the sentence is
 * the source. */
static bool is_weak(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;

	if (!token_has(document, cue, FRAME_SPEECH))
		return !(token_has(document, cue, FRAME_OBJECT) && governs(context, cue) &&
			 !is_reported(context, cue));
	if (cue + 2 < context->span->outer_first && follows_relative(context, cue))
		return true;
	return token_has(document, cue, FORM_BASE) && !token_has(document, cue, FORM_PAST);
}

/* The nearest cue before the quote that has a subject. */
static struct attribution from_left(const struct context *context)
{
	const struct document *document = context->document;
	struct attribution weak = {0};

	for (uint32_t i = context->span->outer_first; i > context->first; i--) {
		struct attribution found;

		if (!is_outside(document, i - 1))
			continue;
		if (token_has(document, i - 1, WORD_ACCORDING)) {
			found = attribute_according(
				document, i - 1, context->first, context->span->outer_first);
			if (found.pattern)
				return found;
		}
		if (!is_cue(document, i - 1, FRAME_ANY) || (weak.pattern && is_weak(context, i - 1)))
			continue;
		found = from_cue(context, i - 1);
		if (found.pattern && !is_weak(context, i - 1))
			return found;
		if (found.pattern)
			weak = found;
	}
	return weak;
}

/* … “…” in the primary, said X; … “…” once more, X said. */
static struct attribution from_tail(const struct context *context)
{
	const struct document *document = context->document;

	for (uint32_t i = context->right; i + 2 < context->end && i < context->right + LOOK_BACK_MOST; i++) {
		struct attribution found = {0};

		if (!is_outside(document, i) || !token_flagged(document, i, TOKEN_COMMA))
			continue;
		if (is_finite_cue(document, i + 1, FRAME_SPEECH))
			found = attribution(PATTERN_CUE_SUBJECT, phrase_after(document, i + 2, context->end),
				i + 1, i + 2);
		else if (token_has(document, i + 1, WORD_ACCORDING))
			found = attribute_according(document, i + 1, context->first, context->end);
		else if (is_outside(document, i + 1)) {
			struct phrase source = phrase_after(document, i + 1, context->end);

			if (source.kind != PHRASE_NONE && source.end + 1 < context->end &&
				is_outside(document, source.end) &&
				is_finite_cue(document, source.end, FRAME_SPEECH) &&
				(source.kind != PHRASE_COMMON ||
					token_flagged(document, source.end + 1, TOKEN_STOP | TOKEN_COMMA)))
				found = attribution(PATTERN_SUBJECT_CUE, source, source.end, source.end + 1);
		}
		if (found.pattern) {
			phrase_read_apposition(document, &found.source, context->end);
			return found;
		}
	}
	return (struct attribution){0};
}

/* Clara Aranda, alcaldesa de Norba: a name that begins the sentence, and then what it is, without a verb. */
static struct phrase described_name(const struct context *context, uint32_t colon)
{
	const struct document *document = context->document;
	uint32_t run = token_at(document, context->first)->name, end;
	struct phrase source;

	if (run == NO_NAME || !is_outside(document, context->first))
		return (struct phrase){0};
	end = document->runs.items[run].end;
	source = (struct phrase){
		PHRASE_NAME, context->first, end, run, context->first, document->runs.items[run].first};
	if (end >= colon || !token_flagged(document, end, TOKEN_COMMA | TOKEN_OPEN_BRACKET) ||
		!is_person_like(document, &source))
		return (struct phrase){0};
	for (uint32_t i = end + 1; i < colon; i++)
		if (!is_outside(document, i) ||
			token_has(document, i, WORD_AUXILIARY | WORD_VERB | WORD_THAT) ||
			is_cue(document, i, FRAME_ANY))
			return (struct phrase){0};
	phrase_read_apposition(document, &source, colon);
	return source;
}

/* Pour X, « … »; para X, el plan es «…» */
static struct attribution from_opinion(const struct context *context)
{
	const struct document *document = context->document;
	struct phrase source;

	if (!token_has(document, context->first, WORD_OPINION) || !is_outside(document, context->first))
		return (struct attribution){0};
	source = phrase_after(document, context->first + 1, context->span->outer_first);
	phrase_read_apposition(document, &source, context->span->outer_first);
	return source.kind == PHRASE_NAME && is_person_like(document, &source)
		       ? attribution(PATTERN_ACCORDING, source, context->first, context->first + 1)
		       : (struct attribution){0};
}

/* X zürnte: „…“, with a verb of which no table knows. */
static struct attribution from_colon_after_verb(const struct context *context, uint32_t colon)
{
	const struct document *document = context->document;
	uint32_t at = colon - 1;
	struct phrase source;

	if (document->language->has_english_syntax)
		return (struct attribution){0};
	at -= at > context->first + 1 && token_has(document, at, WORD_OBJECT_PRONOUN | WORD_ADVERB);
	if (!may_be_verb(document, at))
		return (struct attribution){0};
	source = subject_before(document, governing_verb(document, at, context->first), context->first);
	return source.kind == PHRASE_NAME && is_person_like(document, &source)
		       ? attribution(PATTERN_COLON, source, at, at + 1)
		       : (struct attribution){0};
}

/* X: “…” */
static struct attribution from_colon(const struct context *context)
{
	const struct document *document = context->document;
	uint32_t open = context->span->outer_first;
	struct phrase source;

	if (open < context->first + 2 || !token_flagged(document, open - 1, TOKEN_COLON))
		return (struct attribution){0};
	source = described_name(context, open - 1);
	if (source.kind == PHRASE_NONE)
		source = phrase_before(document, open - 1, context->first);
	if (source.kind == PHRASE_NAME && is_person_like(document, &source))
		return attribution(PATTERN_COLON, source, open - 1, open);
	return from_colon_after_verb(context, open - 1);
}

/* “…” — X; the dash and the name may stand in a paragraph of their own. */
static struct attribution from_dash(const struct context *context)
{
	const struct document *document = context->document;
	const struct passage *passage = context->passage;
	uint32_t at = context->right;
	struct phrase source;

	if (at >= passage->end && context->span->passage + 1 < document->passages.count) {
		passage++;
		at = passage->first;
	}
	if (at + 1 >= passage->end || !token_flagged(document, at, TOKEN_DASH))
		return (struct attribution){0};
	source = phrase_after(document, at + 1, passage->end);
	if (source.kind != PHRASE_NAME)
		return (struct attribution){0};
	if (source.end < passage->end && !token_flagged(document, source.end, TOKEN_COMMA | TOKEN_STOP))
		return (struct attribution){0};
	phrase_read_apposition(document, &source, passage->end);
	return attribution(PATTERN_DASH, source, at, at);
}

/* X’s answer was short: “…”; in a statement, X: “…” */
static struct attribution from_noun(const struct context *context)
{
	const struct document *document = context->document;

	for (uint32_t i = context->span->outer_first; i > context->first; i--) {
		const struct token *noun = token_at(document, i - 1);

		if (noun->span != NO_SPAN || !(noun->classes & WORD_CUE_NOUN))
			continue;
		for (uint32_t j = i - 1; j > context->first && i - j < 5; j--) {
			const struct token *owner = token_at(document, j - 1);

			if ((owner->flags & TOKEN_POSSESSIVE) && owner->name != NO_NAME) {
				const struct name_run *run = &document->runs.items[owner->name];
				struct phrase source = {
					PHRASE_NAME, run->lead, run->end, owner->name, run->lead, run->first};

				return attribution(PATTERN_NOUN, source, i - 1, i);
			}
			if ((owner->classes & WORD_POSSESSIVE) &&
				(owner->classes & (WORD_MALE | WORD_FEMALE)))
				return attribution(PATTERN_NOUN,
					(struct phrase){PHRASE_PRONOUN, j - 1, j, NO_NAME, j, j}, i - 1, i);
		}
	}
	return (struct attribution){0};
}

/* “… “…,” said X: a mark that opens again before the first was closed; one person speaks on. */
static struct attribution from_reopened_mark(const struct context *context)
{
	const struct document *document = context->document;
	struct context next;

	if (context->span->has_close || context->index + 1 >= context->passage->end_span ||
		document->spans.items[context->index + 1].outer_first != context->span->outer_end)
		return (struct attribution){0};
	next = context_of(document, context->index + 1, context->done);
	return from_right(&next);
}

/* « … », met-il en perspective: a French verb of no table with its subject. */
static bool holds_pronoun(const struct document *document, uint32_t at)
{
	struct str word = token_text(token_at(document, at));

	return document->language->splits_elision && is_outside(document, at) &&
	       (str_ends_with(word, STR("-il")) || str_ends_with(word, STR("-elle")));
}

/* «…», ha aggiunto. Dodał: „…”. The verb stands beside the marks and has no subject. */
static struct attribution from_unsaid(const struct context *context)
{
	const struct document *document = context->document;
	uint32_t at = context->right, open = context->span->outer_first;

	if (document->language->has_english_syntax)
		return (struct attribution){0};
	while (at < context->right_end && at < context->right + 3 &&
		token_flagged(document, at, TOKEN_COMMA | TOKEN_DASH))
		at++;
	at = skip_auxiliaries(context, at);
	if (!(at < context->right_end && ends_clause(context) &&
		    (is_finite_cue(document, at, FRAME_SPEECH) || holds_pronoun(document, at)))) {
		at = open > context->first ? open - 1 : open;
		at -= at > context->first && token_has(document, at, WORD_THAT);
		at -= at > context->first && token_flagged(document, at, TOKEN_COLON | TOKEN_COMMA);
		if (at == open || !is_finite_cue(document, at, FRAME_SPEECH))
			return (struct attribution){0};
	}
	return attribution(PATTERN_CUE_SUBJECT, phrase_unsaid(at + 1), at, at + 1);
}

struct attribution attribute_span(
	const struct document *document, uint32_t span, const struct attribution *done)
{
	struct context context = context_of(document, span, done);
	struct attribution left, found;

	if (context.passage->label_end)
		return from_label(&context);
	if (context.passage->is_block)
		return from_lead(&context);
	left = from_left(&context);
	if (left.pattern == PATTERN_INTERRUPTED ||
		(left.pattern == PATTERN_BEFORE && !is_weak(&context, left.cue_first)))
		return left;
	found = from_right(&context);
	if (!found.pattern && left.pattern && is_weak(&context, left.cue_first))
		found = from_tail(&context);
	if (!found.pattern)
		found = left;
	if (!found.pattern)
		found = from_tail(&context);
	if (!found.pattern)
		found = from_colon(&context);
	if (!found.pattern)
		found = from_dash(&context);
	if (!found.pattern)
		found = from_noun(&context);
	if (!found.pattern)
		found = from_repeated_mark(&context);
	if (!found.pattern)
		found = from_reopened_mark(&context);
	if (!found.pattern)
		found = from_paragraph_before(&context);
	if (!found.pattern)
		found = from_opinion(&context);
	if (!found.pattern)
		found = from_unsaid(&context);
	return found.pattern ? found : from_passage(&context);
}
