#include "quote/phrases.h"

/* Where an apposition that begins at `at` ends: at a comma, stop, dash or at the verb of the clause. */
static uint32_t apposition_end(const struct document *document, uint32_t at, uint32_t limit)
{
	uint32_t start = at;
	bool is_in_clause = token_has(document, at, WORD_RELATIVE); /* a lawyer who has worked here */

	while (at < limit && at < start + PHRASE_TOKENS_MOST && token_at(document, at)->span == NO_SPAN) {
		if (is_divider(document, at) || token_flagged(document, at, TOKEN_STOP | TOKEN_MARK))
			break;
		if ((token_has(document, at, WORD_SUBORDINATOR | WORD_THAT) &&
			    !token_has(document, at, WORD_ADVERB)) ||
			(token_has(document, at, WORD_AUXILIARY) && !is_in_clause))
			break;
		is_in_clause = is_in_clause || token_is(token_at(document, at), "who");
		at++;
	}
	return at;
}

static uint32_t after_bracket(const struct document *document, uint32_t open, uint32_t limit)
{
	for (uint32_t at = open + 1; at < limit && at < open + BRACKET_TOKENS_MOST; at++)
		if (token_flagged(document, at, TOKEN_CLOSE_BRACKET))
			return at + 1;
	return open;
}

#define LEAD_TOKENS_MOST 8 /* from the start of a sentence to the name in “according to the mayor, X” */

static bool begins_sentence(const struct document *document, uint32_t at)
{
	return token_flagged(document, at, TOKEN_CAPITAL) &&
	       (at == 0 || token_flagged(document, at - 1, TOKEN_PUNCTUATION) ||
		       token_has(document, at - 1, WORD_CONJUNCTION) ||
		       token_at(document, at - 1)->data > token_at(document, at)->data);
}

/* According to X, the mill …; comme le dit X, le moulin …: does the sentence begin with words that name a
 * source? Then the main clause follows a comma behind the name. */
static bool leads_to_clause(const struct document *document, uint32_t name)
{
	bool names_source = false;

	for (uint32_t at = name, steps = 0; at > 0 && steps < LEAD_TOKENS_MOST; at--, steps++) {
		if (token_flagged(document, at - 1, TOKEN_PUNCTUATION))
			return false;
		names_source =
			names_source || token_has(document, at - 1, WORD_ACCORDING | WORD_AS | WORD_OPINION);
		if (begins_sentence(document, at - 1))
			return names_source;
	}
	return false;
}

void phrase_read_apposition(const struct document *document, struct phrase *phrase, uint32_t limit)
{
	uint32_t at = phrase->end, end;
	bool has_role = false;

	if (phrase->kind != PHRASE_NAME || at >= limit)
		return;
	if (token_flagged(document, at, TOKEN_OPEN_BRACKET))
		at = after_bracket(document, at, limit);
	if (at + 1 >= limit || !token_flagged(document, at, TOKEN_COMMA))
		return;
	at++;
	if (token_flagged(document, at, TOKEN_DIGIT) && at + 2 < limit &&
		token_flagged(document, at + 1, TOKEN_COMMA))
		at += 2;
	if (token_has(document, at,
		    WORD_RELATIVE | WORD_PREPOSITION | WORD_SUBORDINATOR | WORD_PRONOUN | WORD_CONJUNCTION |
			    WORD_ADVERB))
		return;
	end = apposition_end(document, at, limit);
	if (end < limit && token_has(document, end, WORD_AUXILIARY) &&
		token_at(document, end)->span == NO_SPAN)
		return; /* According to X, the mill has … : the main clause */
	if (!(end < limit && token_flagged(document, end, TOKEN_COMMA)) &&
		leads_to_clause(document, phrase->first))
		return;
	for (uint32_t i = at; i < end && !has_role; i++)
		has_role = token_has(document, i, WORD_ROLE) && token_at(document, i)->name == NO_NAME;
	if (!has_role && !(end > at && token_has(document, at, WORD_DETERMINER) &&
				 !token_has(document, at, WORD_POSSESSIVE)))
		return;
	phrase->role_first = at;
	phrase->role_end = end;
}
