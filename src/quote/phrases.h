/* phrases.h - noun phrases around a cue: who is its subject */
#ifndef DATELINE_QUOTE_PHRASES_H
#define DATELINE_QUOTE_PHRASES_H

#include "quote/cues.h"

enum phrase_kind { PHRASE_NONE, PHRASE_PRONOUN, PHRASE_NAME, PHRASE_COMMON };

/* A noun phrase: “Oda Hale of Norrby”, “the mayor”, “he”. */
#define PHRASE_TOKENS_MOST 24  /* of a noun phrase */
#define BRACKET_TOKENS_MOST 12 /* between brackets */

struct phrase {
	enum phrase_kind kind;
	uint32_t first, end;           /* tokens of its head with what stands before it */
	uint32_t run;                  /* the name, for PHRASE_NAME; else NO_NAME */
	uint32_t role_first, role_end; /* tokens that say what the person is; equal when none do */
};

/* The phrase whose last token is `end` - 1, not reaching before `floor`. */
struct phrase phrase_before(const struct document *document, uint32_t end, uint32_t floor);

/* The phrase that begins at `at`, not reaching `limit`. */
struct phrase phrase_after(const struct document *document, uint32_t at, uint32_t limit);

/* The subject of the finite cue at token `cue`, looked for to its left. */
struct phrase subject_before(const struct document *document, uint32_t cue, uint32_t floor);

/* The subject of the sentence that begins at `first`, before `limit`. */
struct phrase subject_of_sentence(const struct document *document, uint32_t first, uint32_t limit);

/* Fills in the role that an apposition after the name gives (“, the mayor of Norrby,”). */
void phrase_read_apposition(const struct document *document, struct phrase *phrase, uint32_t limit);

/* The subject that a verb before token `at` leaves unsaid: who spoke last is meant. */
static inline struct phrase phrase_unsaid(uint32_t at)
{
	return (struct phrase){PHRASE_PRONOUN, at, at, NO_NAME, 0, 0};
}

/* Whether the words of the phrase say what the person is; an article alone does not, nor “Ms.”; “Queen” does.
 */
bool phrase_has_role(const struct document *document, const struct phrase *phrase);

/* The same of the tokens [first, end). */
bool tokens_are_role(const struct document *document, uint32_t first, uint32_t end);

/* A sign that parts a sentence, outside marks. */
static inline bool is_divider(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return token->span == NO_SPAN &&
	       (token->flags & (TOKEN_COMMA | TOKEN_DASH | TOKEN_OPEN_BRACKET | TOKEN_CLOSE_BRACKET |
				       TOKEN_SEMICOLON | TOKEN_COLON));
}

#endif
