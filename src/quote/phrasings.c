#include "quote/phrasings.h"

#define REPLY_TOKENS_MOST 5      /* up to the noun: ha sido, por ahora, la respuesta */
#define INFINITIVE_TOKENS_MOST 5 /* up to the infinitive */

static bool is_any_of(const struct token *token, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (token_is(token, words[i]))
			return true;
	return false;
}

bool may_be_verb(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return (token->flags & TOKEN_WORD) && !(token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) &&
	       token->span == NO_SPAN && token->name == NO_NAME && token->length > 2 &&
	       (token->classes & ~(WORD_VERB | FRAME_ANY | FORM_BASE | FORM_PRESENT | FORM_PAST)) == 0;
}

static bool opens_reply(const struct document *document, uint32_t at)
{
	if (document->language->has_english_syntax)
		return token_is(token_at(document, at), "came") || token_has(document, at, WORD_BE);
	return token_has(document, at, WORD_AUXILIARY) || may_be_verb(document, at);
}

/* The noun for what was said; NO_TOKEN when something else stands there. */
static uint32_t reply_noun(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;

	for (uint32_t i = at + 1; i < context->right_end && i < at + REPLY_TOKENS_MOST; i++) {
		if (token_at(document, i)->name != NO_NAME || !is_outside(document, i))
			return NO_TOKEN;
		if (token_has(document, i, WORD_CUE_NOUN))
			return i;
		if (!token_has(
			    document, i, WORD_DETERMINER | WORD_POSSESSIVE | WORD_AUXILIARY | WORD_ADVERB) &&
			token_at(document, i)->classes != 0)
			return NO_TOKEN;
	}
	return NO_TOKEN;
}

struct attribution from_reply(const struct context *context, uint32_t at)
{
	static const char *const of[] = {"from", "of", "by", "von", "van", "de", "d'", "d’", "du", "del",
		"di", "della", "dal", "dalla", "do", "da"};
	const struct document *document = context->document;
	struct phrase source;
	uint32_t noun, next;

	if (!opens_reply(document, at))
		return (struct attribution){0};
	noun = reply_noun(context, at);
	if (noun == NO_TOKEN || noun + 1 >= context->right_end)
		return (struct attribution){0};
	next = noun + 1;
	if (is_any_of(token_at(document, next), of, COUNT_OF(of)))
		next++;
	else if (token_has(document, next, WORD_PREPOSITION) || document->language->has_english_syntax)
		return (struct attribution){0};
	source = phrase_after(document, next, context->right_end);
	phrase_read_apposition(document, &source, context->right_end);
	return attribution(PATTERN_CUE_SUBJECT, source, noun, noun + 1);
}

/* responder, précis-er, dire: as the Romance languages end them. */
static bool is_infinitive(const struct document *document, uint32_t at)
{
	static const char *const endings[] = {"ar", "er", "ir", "ír", "re"};
	struct str word = token_text(token_at(document, at));

	for (size_t i = 0; i < COUNT_OF(endings); i++)
		if (str_ends_with(word, str_from(endings[i])))
			return word.length > 3 && may_be_verb(document, at);
	return false;
}

struct attribution from_infinitive(const struct context *context, uint32_t at)
{
	const struct document *document = context->document;
	uint32_t limit = at + INFINITIVE_TOKENS_MOST < context->right_end ? at + INFINITIVE_TOKENS_MOST
									  : context->right_end;
	struct phrase source;
	uint32_t i = at;

	if (document->language->has_english_syntax)
		return (struct attribution){0};
	while (i < limit && !(i > at && is_infinitive(document, i))) {
		if (!may_be_verb(document, i) &&
			!token_has(document, i, WORD_OBJECT_PRONOUN | WORD_AUXILIARY | WORD_PREPOSITION))
			return (struct attribution){0};
		i++;
	}
	if (i + 1 >= limit + 1 || i + 1 >= context->right_end)
		return (struct attribution){0};
	source = phrase_after(document, i + 1, context->right_end);
	if (source.kind != PHRASE_NAME || !is_person_like(document, &source))
		return (struct attribution){0};
	phrase_read_apposition(document, &source, context->right_end);
	return attribution(PATTERN_CUE_SUBJECT, source, i, i + 1);
}

struct attribution from_impersonal(const struct context *context, uint32_t at)
{
	static const char *const it[] = {"es", "het"};
	const struct document *document = context->document;
	struct phrase source;

	if (at + 3 >= context->right_end || document->language->has_english_syntax ||
		!(token_has(document, at, FRAME_SPEECH) || may_be_verb(document, at)) ||
		!is_any_of(token_at(document, at + 1), it, COUNT_OF(it)) ||
		!token_has(document, at + 2, WORD_PREPOSITION))
		return (struct attribution){0};
	source = phrase_after(document, at + 3, context->right_end);
	phrase_read_apposition(document, &source, context->right_end);
	return attribution(PATTERN_CUE_SUBJECT, source, at, at + 1);
}

uint32_t governing_verb(const struct document *document, uint32_t at, uint32_t floor)
{
	uint32_t before = at;

	if (document->language->has_english_syntax || !is_infinitive(document, at))
		return at;
	before -= before > floor + 1 && token_has(document, before - 1, WORD_PREPOSITION);
	return before > floor + 1 && may_be_verb(document, before - 1) ? before - 1 : at;
}
