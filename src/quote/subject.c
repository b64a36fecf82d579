#include "quote/subject.h"

/* The subject of a cue that has none of its own: “X left, calling it …”, “X did this and called it …”. */
static struct phrase shared_subject(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;
	const struct attribution *earlier = earlier_in_sentence(context);
	struct phrase subject = subject_of_sentence(document, context->first, cue);

	if (is_person_like(document, &subject) && !(earlier && is_person_like(document, &earlier->source)))
		return subject;
	for (uint32_t i = cue; i > context->first; i--) {
		if (!is_outside(document, i - 1))
			break;
		if (is_finite_cue(document, i - 1, FRAME_ANY)) {
			struct phrase source = subject_before(document, i - 1, context->first);

			if (source.kind != PHRASE_NONE)
				return source;
		}
	}
	if (earlier)
		return earlier->source;
	return subject.kind == PHRASE_NONE ? subject_of_sentence(document, context->first, context->end)
					   : subject;
}

/* “Lind was asked by a neighbour whether …”: who is told something is not who says it. */
static struct phrase agent_of_passive(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;
	uint32_t limit = cue + 8 < context->end ? cue + 8 : context->end;

	for (uint32_t i = cue + 1;
		i < limit && is_outside(document, i) && token_flagged(document, i, TOKEN_WORD); i++)
		if (token_is(token_at(document, i), "by"))
			return phrase_after(document, i + 1, context->end);
	return (struct phrase){0};
}

/* with X calling it “…” */
static struct phrase subject_of_absolute(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;
	struct phrase source = {0};

	while (cue > context->first && token_has(document, cue - 1, WORD_ADVERB))
		cue--;
	source = phrase_before(document, cue, context->first);
	if (source.kind == PHRASE_NONE || source.first <= context->first ||
		!token_is(token_at(document, source.first - 1), "with"))
		return (struct phrase){0};
	return source;
}

struct phrase subject_of_cue(const struct context *context, uint32_t cue)
{
	const struct document *document = context->document;
	struct phrase source = {0};

	if (is_participle(document, cue) && !follows_be(document, cue, context->first)) {
		source = subject_of_absolute(context, cue);
		return source.kind == PHRASE_NONE ? shared_subject(context, cue) : source;
	}
	if (follows_be(document, cue, context->first) && token_has(document, cue, FORM_PAST)) {
		source = agent_of_passive(context, cue);
		if (source.kind != PHRASE_NONE || !token_is(token_at(document, cue), "quoted"))
			return source;
	}
	source = subject_before(document, cue, context->first);
	if (source.kind != PHRASE_NAME && source.kind != PHRASE_PRONOUN &&
		!document->language
			 ->has_english_syntax) { /* как сообщил X, «…»; auf die Frage antwortete X: „…“ */
		struct phrase after = phrase_after(document, cue + 1, context->span->outer_first);

		if (source.kind == PHRASE_NONE || after.kind == PHRASE_NAME)
			source = after;
	}
	return source.kind == PHRASE_NONE ? shared_subject(context, cue) : source;
}
