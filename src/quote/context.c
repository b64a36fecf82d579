#include "quote/context.h"

struct context context_of(const struct document *document, uint32_t index, const struct attribution *done)
{
	const struct quoted_span *span = &document->spans.items[index];
	const struct sentence *sentence = &document->sentences.items[span->sentence];
	struct context context = {document, span, &document->passages.items[span->passage], done, index,
		sentence->first, sentence->end, span->outer_end, sentence->end};

	if (context.first + LOOK_BACK_MOST < span->outer_first)
		context.first = span->outer_first - LOOK_BACK_MOST;
	if (index + 1 < document->spans.count &&
		document->spans.items[index + 1].outer_first < context.right_end)
		context.right_end = document->spans.items[index + 1].outer_first;
	return context;
}

bool follows_be(const struct document *document, uint32_t at, uint32_t floor)
{
	for (uint32_t i = at; i > floor && at - i < 3; i--) {
		if (token_has(document, i - 1, WORD_BE))
			return true;
		if (!token_has(document, i - 1, WORD_ADVERB | WORD_NEGATION))
			return false;
	}
	return false;
}

struct attribution attribution(
	enum pattern pattern, struct phrase source, uint32_t cue_first, uint32_t cue_end)
{
	return (struct attribution){.pattern = source.kind == PHRASE_NONE ? PATTERN_NONE : pattern,
		.source = source,
		.cue_first = cue_first,
		.cue_end = cue_end,
		.entity = NO_ENTITY};
}

const struct attribution *earlier_in_sentence(const struct context *context)
{
	if (context->index == 0 ||
		context->document->spans.items[context->index - 1].sentence != context->span->sentence)
		return NULL;
	return context->done[context->index - 1].pattern ? &context->done[context->index - 1] : NULL;
}

bool is_person_like(const struct document *document, const struct phrase *phrase)
{
	if (phrase->kind == PHRASE_PRONOUN)
		return token_has(document, phrase->first, WORD_MALE | WORD_FEMALE);
	return phrase->kind == PHRASE_NAME &&
	       document->entities.items[document->runs.items[phrase->run].entity].kind != ENTITY_PLACE;
}
