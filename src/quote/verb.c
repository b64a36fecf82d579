#include "quote/verb.h"

#include "quote/cues.h"

#define VERB_DISTANCE_MOST 14 /* tokens from the start of a clause to its verb */

bool verb_is_finite(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	if (!(token->flags & TOKEN_WORD) || token->name != NO_NAME)
		return false;
	if ((token->classes & WORD_CONTRACTED) ||
		((token->flags & TOKEN_POSSESSIVE) &&
			(token->classes & (WORD_PRONOUN | WORD_ADVERB | WORD_RELATIVE | WORD_THAT))))
		return true;
	if (token->classes & (WORD_AUXILIARY | WORD_VERB | FORM_PAST))
		return true;
	if (token->classes & (FORM_PRESENT | FORM_BASE))
		return is_cue(document, at, FRAME_ANY);
	return !(token->flags & TOKEN_CAPITAL) && token->length > 3 &&
	       !memchr(token->data, '-', token->length) && str_ends_with(token_text(token), STR("ed"));
}

/* A verb in -s after a name or a pronoun: Hale wins, it works. */
static bool is_present(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at), *before = token_at(document, at - 1);
	struct str text = token_text(token);

	if (!(token->flags & TOKEN_WORD) || (token->flags & TOKEN_CAPITAL) || token->length < 4 ||
		(token->classes & (WORD_SUBORDINATOR | WORD_PREPOSITION | WORD_TIME)))
		return false;
	if ((before->flags & TOKEN_POSSESSIVE) ||
		!(before->name != NO_NAME || (before->classes & (WORD_PRONOUN | WORD_ROLE))))
		return false;
	return (before->classes & WORD_PRONOUN) ||
	       (str_ends_with(text, STR("s")) && !str_ends_with(text, STR("ss")));
}

bool verb_is_between(const struct document *document, uint32_t first, uint32_t end)
{
	for (uint32_t i = first + 1; i < end && i < first + VERB_DISTANCE_MOST; i++) {
		if (token_has(document, i, WORD_RELATIVE | WORD_THAT) ||
			(i > first + 6 && token_flagged(document, i, TOKEN_COMMA)))
			return false;
		if (verb_is_finite(document, i) || is_present(document, i))
			return !(i > first && token_is(token_at(document, i - 1), "to"));
	}
	return false;
}
