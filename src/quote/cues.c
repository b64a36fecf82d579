#include "quote/cues.h"

bool tokens_have(const struct document *document, uint32_t first, uint32_t end, uint64_t classes)
{
	for (uint32_t i = first; i < end; i++)
		if (token_at(document, i)->classes & classes)
			return true;
	return false;
}

bool is_participle(const struct document *document, uint32_t at)
{
	return (token_at(document, at)->classes & (FORM_PARTICIPLE | FRAME_ANY)) &&
	       token_has(document, at, FORM_PARTICIPLE);
}

/* Dice Elvira Soto que …: outside English a present form may begin the sentence. */
static bool is_inverted_start(const struct document *document, uint32_t at)
{
	return !document->language->has_english_syntax &&
	       !token_has(document, at, WORD_CUE_NOUN | WORD_ADVERB);
}

/* Forms that are nouns as often (claims, report, calls) are verbs only after what can be their subject. */
static bool follows_subject(const struct document *document, uint32_t at)
{
	const struct token *before;

	while (at > 0 && token_has(document, at - 1, WORD_ADVERB | WORD_NEGATION) &&
		!token_has(document, at - 1, WORD_PRONOUN | WORD_DETERMINER))
		at--;
	if (at == 0)
		return is_inverted_start(document, at);
	before = token_at(document, at - 1);
	if ((before->flags & TOKEN_STOP) && is_inverted_start(document, at))
		return true;
	if (before->span != NO_SPAN || (before->flags & (TOKEN_COMMA | TOKEN_DASH | TOKEN_CLOSE_BRACKET)))
		return true;
	if (!(before->flags & TOKEN_WORD) || (before->flags & TOKEN_POSSESSIVE))
		return false;
	if (document->language->splits_elision && (before->classes & WORD_DETERMINER) &&
		!ascii_is_alpha(before->data[before->length - 1]))
		return true; /* comme l’explique X */
	if (!document->language->has_english_syntax && at > 1 && (before->classes & WORD_OBJECT_PRONOUN) &&
		(token_at(document, at - 2)->name != NO_NAME ||
			(token_at(document, at - 2)->classes & (WORD_AS | WORD_PRONOUN))))
		return true; /* comme le rappelle X */
	return !(before->classes & (WORD_DETERMINER | WORD_POSSESSIVE | WORD_PREPOSITION | WORD_CUE_NOUN |
					   WORD_NATION)) ||
	       (before->classes & WORD_PRONOUN);
}

static bool is_plural(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	if (token->flags & TOKEN_POSSESSIVE)
		return false;
	return token->name != NO_NAME ||
	       (token->classes & (WORD_PRONOUN | WORD_AUXILIARY | WORD_RELATIVE | WORD_PLURAL)) ||
	       str_ends_with(token_text(token), STR("s")) || token_is(token, "to") ||
	       token_is(token, "people");
}

/* A base form wants a plural, an auxiliary or `to` before it. */
static bool is_base_verb(const struct document *document, uint32_t at)
{
	while (at > 0 && token_has(document, at - 1, WORD_ADVERB | WORD_NEGATION) &&
		!token_has(document, at - 1, WORD_PRONOUN))
		at--;
	return at > 0 && (is_plural(document, at - 1) ||
				 token_flagged(document, at - 1, TOKEN_COMMA | TOKEN_CLOSE_BRACKET) ||
				 token_has(document, at - 1, WORD_CONJUNCTION) ||
				 token_at(document, at - 1)->span != NO_SPAN);
}

/* Says and say forms that are nouns more often want a plain subject right before them. */
static bool follows_plain_subject(const struct document *document, uint32_t at)
{
	const struct token *before = at > 0 ? token_at(document, at - 1) : NULL;

	if (before == NULL || (before->flags & TOKEN_POSSESSIVE))
		return false;
	if (before->name != NO_NAME ||
		(before->classes & (WORD_PRONOUN | WORD_RELATIVE | WORD_AUXILIARY | WORD_ROLE)))
		return true;
	return (token_at(document, at)->classes & FORM_BASE) && is_base_verb(document, at);
}

/* his alleged friends, the president’s fired aide */
static bool is_attributive(const struct document *document, uint32_t at)
{
	const struct token *before = token_at(document, at - 1);

	if (before->span != NO_SPAN || (before->classes & (WORD_PRONOUN | WORD_ADVERB)) ||
		!document->language->has_english_syntax)
		return false;
	return (before->classes & (WORD_POSSESSIVE | WORD_DETERMINER)) ||
	       ((before->flags & TOKEN_POSSESSIVE) && !(before->flags & TOKEN_ALL_CAPITALS));
}

bool is_cue(const struct document *document, uint32_t at, uint64_t frames)
{
	const struct token *token = token_at(document, at);

	if (!(token->classes & frames) || (token->flags & (TOKEN_POSSESSIVE | TOKEN_DIGIT)) ||
		token->span != NO_SPAN)
		return false;
	if (token->name != NO_NAME || (token->classes & (WORD_DETERMINER | WORD_PREPOSITION)))
		return false;
	if ((token->classes & FRAME_NOUNISH) && !(token->classes & (FORM_PAST | FORM_PARTICIPLE)))
		return follows_plain_subject(document, at);
	if (token->classes & FORM_BASE)
		return (token->classes & FORM_PAST) ? follows_subject(document, at)
						    : is_base_verb(document, at);
	if (token->classes & FORM_PRESENT)
		return follows_subject(document, at);
	return !(token->classes & FORM_PAST) || at == 0 || !is_attributive(document, at);
}
