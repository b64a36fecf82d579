#include "quote/surroundings.h"

/* X: …, in a transcript; A: …, in an interview. */
struct attribution from_label(const struct context *context)
{
	const struct document *document = context->document;
	uint32_t run = token_at(document, context->passage->first)->name;
	struct phrase source = {
		PHRASE_NAME, context->passage->first, context->passage->label_end - 1, run, 0, 0};

	if (context->passage->is_answer)
		return (struct attribution){.pattern = PATTERN_ANSWER, .entity = NO_ENTITY};
	return run == NO_NAME ? (struct attribution){0} : attribution(PATTERN_TRANSCRIPT, source, 0, 0);
}

/* The source of the last attribution in a sentence, quoted or reported. */
static struct phrase source_in_sentence(const struct context *context, uint32_t index)
{
	const struct document *document = context->document;
	const struct sentence *sentence = &document->sentences.items[index];
	struct phrase source = {0};

	for (uint32_t i = sentence->end; i > sentence->first; i--) {
		const struct token *token = token_at(document, i - 1);

		if (token->span != NO_SPAN && token->span < context->index &&
			context->done[token->span].pattern)
			return context->done[token->span].source;
		if (is_finite_cue(document, i - 1, FRAME_SPEECH)) {
			source = subject_before(document, i - 1, sentence->first);
			if (source.kind != PHRASE_NONE)
				return source;
		}
	}
	source = subject_of_sentence(document, sentence->first, sentence->end);
	return is_person_like(document, &source) ? source : (struct phrase){0};
}

/* A block quotation: who leads into it, or whose the block before it is. */
struct attribution from_lead(const struct context *context)
{
	const struct document *document = context->document;
	const struct passage *before = context->span->passage ? context->passage - 1 : NULL;
	struct attribution found = {.entity = NO_ENTITY};

	if (before == NULL || before->block + 1 != context->passage->block ||
		before->first_sentence == before->end_sentence)
		return found;
	if (before->is_block && before->first_span < before->end_span) {
		found = context->done[before->first_span];
		found.cue_first = found.cue_end = 0;
	} else if (token_flagged(document, before->end - 1, TOKEN_COLON)) {
		found = attribution(
			PATTERN_BLOCK, source_in_sentence(context, before->end_sentence - 1), 0, 0);
	}
	return found;
}

static const struct sentence *sentence_around(const struct context *context)
{
	return &context->document->sentences.items[context->span->sentence];
}

/* Are there no words outside the marks in the sentence of the span? */
static bool stands_alone(const struct context *context)
{
	return context->first == sentence_around(context)->first
		       ? sentence_around(context)->is_quoted
		       : tokens_are_quoted(context->document, context->first, context->end);
}

/* The attribution of the span before, which speaks on without a cue of its own. */
static struct attribution taken_over(const struct context *context, enum pattern pattern)
{
	struct attribution found = context->done[context->index - 1];

	if (found.pattern)
		found.pattern = pattern;
	found.cue_first = found.cue_end = 0;
	return found;
}

/* In the same passage. */
static struct attribution continued(const struct context *context)
{
	return context->index > context->passage->first_span ? taken_over(context, PATTERN_CONTINUED)
							     : (struct attribution){0};
}

struct attribution from_repeated_mark(const struct context *context)
{
	const struct quoted_span *before = context->index ? context->span - 1 : NULL;

	if (before == NULL || context->index != context->passage->first_span || !before->goes_on ||
		before->passage + 1 != context->span->passage)
		return (struct attribution){0};
	return taken_over(context, PATTERN_REPEATED_MARK);
}

/* X wrote: and the quotation in a paragraph of its own. */
struct attribution from_paragraph_before(const struct context *context)
{
	const struct document *document = context->document;
	const struct passage *before = context->span->passage ? context->passage - 1 : NULL;

	if (before == NULL || context->span->outer_first != context->passage->first ||
		before->first_sentence == before->end_sentence ||
		!token_flagged(document, before->end - 1, TOKEN_COLON))
		return (struct attribution){0};
	return attribution(PATTERN_PREVIOUS, source_in_sentence(context, before->end_sentence - 1), 0, 0);
}

/* A helicopter is a “straight-up-flyer”: is the subject a thing, with a form of `be` right after it? */
static bool is_thing_that_is(const struct context *context, const struct phrase *subject)
{
	const struct document *document = context->document;

	return subject->kind == PHRASE_COMMON && subject->end < context->span->outer_first &&
	       token_has(document, subject->end, WORD_BE) &&
	       !tokens_have(
		       document, subject->first, subject->end, WORD_ROLE | WORD_ORGANISATION | WORD_PLURAL);
}

static struct attribution from_sentence(const struct context *context)
{
	struct phrase subject =
		subject_of_sentence(context->document, context->first, context->span->outer_first);

	return is_thing_that_is(context, &subject) ? (struct attribution){0}
						   : attribution(PATTERN_SENTENCE, subject, 0, 0);
}

/* X is more cautious. “…” */
static struct attribution from_previous_sentence(const struct context *context)
{
	if (context->span->sentence == 0)
		return (struct attribution){0};
	return attribution(PATTERN_PREVIOUS, source_in_sentence(context, context->span->sentence - 1), 0, 0);
}

/* “…” X was under the roof. */
static struct attribution from_next_sentence(const struct context *context)
{
	const struct document *document = context->document;
	const struct sentence *sentence;
	struct phrase source;

	if (context->span->sentence + 1 >= context->passage->end_sentence)
		return (struct attribution){0};
	sentence = &document->sentences.items[context->span->sentence + 1];
	source = subject_of_sentence(document, sentence->first, sentence->end);
	return source.kind == PHRASE_NAME && is_person_like(document, &source)
		       ? attribution(PATTERN_FOLLOWING, source, 0, 0)
		       : (struct attribution){0};
}

/* Was nothing found for the span before in a sentence all of quotations? Then nothing is there for this one.
 */
static bool was_looked_for(const struct context *context)
{
	return context->index > context->passage->first_span &&
	       context->first == sentence_around(context)->first && sentence_around(context)->is_quoted &&
	       context->span[-1].sentence == context->span->sentence &&
	       !context->done[context->index - 1].pattern;
}

struct attribution from_passage(const struct context *context)
{
	struct attribution found;
	bool alone;

	if (was_looked_for(context))
		return (struct attribution){0};
	alone = stands_alone(context);
	found = alone ? continued(context) : from_sentence(context);
	if (!found.pattern)
		found = continued(context);
	if (!found.pattern && alone)
		found = from_next_sentence(context);
	if (!found.pattern && alone)
		found = from_previous_sentence(context);
	return found;
}
