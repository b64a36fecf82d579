#include "quote/phrases.h"

#define CLAUSE_TOKENS_LEAST 3 /* who runs it */

/* a burly, the latest: the adjective before a name says what somebody is only where it is a noun. */
static bool is_adjective(const struct document *document, uint32_t at)
{
	static const char *const endings[] = {
		"y", "ed", "est", "ing", "ous", "ful", "less", "like", "able", "ible", "-era"};
	static const char *const words[] = {
		"new", "old", "late", "young", "big", "same", "first", "last", "former"};
	struct str word = token_core(token_at(document, at));

	if (!document->language->has_english_syntax || token_at(document, at)->name != NO_NAME)
		return false;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal_nocase(word, str_from(words[i])))
			return true;
	for (size_t i = 0; !token_has(document, at, WORD_ROLE | WORD_TITLE) && i < COUNT_OF(endings); i++)
		if (str_ends_with(word, str_from(endings[i])))
			return true;
	return false;
}

static bool is_article(const struct document *document, uint32_t at)
{
	return token_is(token_at(document, at), "the") || token_is(token_at(document, at), "a") ||
	       token_is(token_at(document, at), "an");
}

/* Sen., Queen; but no Ms., no article, no さん. */
static bool is_role(const struct document *document, uint32_t at)
{
	uint64_t courtesy = WORD_MALE | WORD_FEMALE, classes = token_at(document, at)->classes;

	if (classes & (WORD_DETERMINER | WORD_COURTESY))
		return false;
	if ((classes & WORD_TITLE) && (classes & courtesy) && !(classes & WORD_ROLE))
		return false;
	return !is_adjective(document, at);
}

/* acting director */
static bool is_participle_of_rank(const struct document *document, uint32_t at)
{
	static const char *const words[] = {
		"acting", "managing", "leading", "founding", "presiding", "sitting"};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (token_is(token_at(document, at), words[i]))
			return true;
	return false;
}

/* beating her rival, praised the mayor: what a clause left over */
static bool begins_with_verb(const struct document *document, uint32_t first)
{
	const struct token *token = token_at(document, first);

	if (token->name != NO_NAME || (token->classes & (WORD_ROLE | WORD_CUE_NOUN | WORD_RELATIVE)) ||
		is_participle_of_rank(document, first))
		return false;
	return (token->classes & (FORM_PAST | FORM_PARTICIPLE | WORD_VERB)) ||
	       (document->language->has_english_syntax && !(token->flags & TOKEN_CAPITAL) &&
		       str_ends_with(token_text(token), STR("ing")) &&
		       !memchr(token->data, '-', token->length));
}

bool tokens_are_role(const struct document *document, uint32_t first, uint32_t end)
{
	if (first >= end || is_article(document, end - 1) || begins_with_verb(document, first))
		return false;
	if (first + 1 == end)
		return is_role(document, first);
	return first + 2 < end || !token_has(document, first, WORD_DETERMINER) ||
	       !(token_has(document, end - 1, WORD_COURTESY) || is_adjective(document, end - 1));
}

bool phrase_has_role(const struct document *document, const struct phrase *phrase)
{
	return tokens_are_role(document, phrase->role_first, phrase->role_end);
}

/* What the text says of a person: `role` tokens, none when they are equal. */
static void describe(struct phrase *phrase, uint32_t first, uint32_t end)
{
	phrase->role_first = first;
	phrase->role_end = end;
}

static bool ends_description(const struct document *document, uint32_t at, uint32_t limit)
{
	return at >= limit || is_divider(document, at) ||
	       token_flagged(document, at, TOKEN_STOP | TOKEN_MARK) ||
	       token_at(document, at)->span != NO_SPAN;
}

static bool opens_sentence(const struct document *document, uint32_t at, uint32_t floor)
{
	return at == floor || token_flagged(document, at - 1, TOKEN_STOP) ||
	       token_at(document, at - 1)->span != NO_SPAN;
}

/* its director, Oda Hale: words of a role, or such as stand where a sentence or what a cue says begins. */
static void read_before_comma(
	const struct document *document, struct phrase *phrase, const struct passage *passage)
{
	uint32_t comma = document->runs.items[phrase->run].lead;
	struct phrase role;

	if (comma < passage->first + 2 || !token_flagged(document, --comma, TOKEN_COMMA) ||
		!ends_description(document, phrase->end, passage->end))
		return;
	role = phrase_before(document, comma, passage->first);
	if (role.kind != PHRASE_COMMON || role.end != comma ||
		!token_has(document, role.first, WORD_DETERMINER | WORD_POSSESSIVE) ||
		tokens_have(document, role.first, role.end, WORD_PLURAL | WORD_TIME))
		return;
	if (tokens_have(document, role.first, role.end, WORD_ROLE) ||
		(role.first > passage->first && is_cue(document, role.first - 1, FRAME_SPEECH)) ||
		opens_sentence(document, role.first, passage->first))
		describe(phrase, role.first, role.end);
}

/* Oda Hale, who runs the mill, said: not what she says in it, nor what she is or does not. */
static void read_clause(const struct document *document, struct phrase *phrase, uint32_t limit)
{
	uint32_t at = phrase->end, end;

	if (at + 2 < limit && token_flagged(document, at, TOKEN_COMMA) &&
		token_flagged(document, at + 1, TOKEN_DIGIT) && token_flagged(document, at + 2, TOKEN_COMMA))
		at += 2;
	if (at + CLAUSE_TOKENS_LEAST >= limit || !token_flagged(document, at, TOKEN_COMMA) ||
		!token_is(token_at(document, at + 1), "who") || token_at(document, at + 2)->name != NO_NAME)
		return; /* , who said so; , whom X has named */
	for (end = ++at; end < at + PHRASE_TOKENS_MOST && !ends_description(document, end, limit); end++)
		if (is_cue(document, end, FRAME_SPEECH | FRAME_OBJECT) ||
			token_has(document, end, WORD_NEGATION | WORD_PRONOUN | WORD_SUBORDINATOR))
			return;
	if (end >= at + CLAUSE_TOKENS_LEAST && ends_description(document, end, limit) &&
		(end >= limit || token_at(document, end)->span == NO_SPAN))
		describe(phrase, at, end);
}

/* Oda Hale of the millers’ union */
static void read_membership(const struct document *document, struct phrase *phrase, uint32_t limit)
{
	uint32_t at = phrase->end;
	struct phrase whose;

	if (at + 1 >= limit || !token_is(token_at(document, at), "of"))
		return;
	whose = phrase_after(document, at + 1, limit);
	if ((whose.kind == PHRASE_COMMON && token_has(document, at + 1, WORD_DETERMINER)) ||
		(whose.kind == PHRASE_NAME &&
			document->entities.items[document->runs.items[whose.run].entity].kind ==
				ENTITY_ORGANISATION))
		describe(phrase, at, whose.end);
}

/* working for, known for */
static bool is_form_of_verb(const struct document *document, uint32_t at)
{
	struct str word = token_text(token_at(document, at));

	return str_ends_with(word, STR("ing")) || str_ends_with(word, STR("ed")) ||
	       str_ends_with(word, STR("wn"));
}

/* Oda Hale, keeper of the light, gave: a noun that needs no article, as what it is of stands behind it. */
static void read_bare_noun(const struct document *document, struct phrase *phrase, uint32_t limit)
{
	uint32_t at = phrase->end + 1, end = at;

	if (at + 2 >= limit || !token_flagged(document, at - 1, TOKEN_COMMA) ||
		(token_at(document, at)->classes & ~(WORD_ROLE | WORD_CUE_NOUN)) ||
		token_at(document, at)->name != NO_NAME || !token_flagged(document, at, TOKEN_WORD) ||
		token_flagged(document, at, TOKEN_CAPITAL) || is_form_of_verb(document, at) ||
		!(token_is(token_at(document, at + 1), "of") || token_is(token_at(document, at + 1), "at") ||
			token_is(token_at(document, at + 1), "for")))
		return;
	while (end < at + PHRASE_TOKENS_MOST && !ends_description(document, end, limit))
		end++;
	if (end < limit && token_flagged(document, end, TOKEN_COMMA | TOKEN_STOP))
		describe(phrase, at, end);
}

/* In the order in which they say most. */
static struct phrase read_role(const struct document *document, uint32_t run_index)
{
	const struct name_run *run = &document->runs.items[run_index];
	const struct passage *passage = &document->passages.items[run->passage];
	struct phrase phrase = phrase_before(document, run->end, passage->first);

	if (phrase.kind != PHRASE_NAME || phrase.run != run_index)
		phrase = (struct phrase){PHRASE_NAME, run->lead, run->end, run_index, run->lead, run->first};
	phrase_read_apposition(document, &phrase, passage->end);
	if (!document->language->has_english_syntax || phrase_has_role(document, &phrase))
		return phrase;
	read_before_comma(document, &phrase, passage);
	if (!phrase_has_role(document, &phrase))
		read_bare_noun(document, &phrase, passage->end);
	if (!phrase_has_role(document, &phrase))
		read_clause(document, &phrase, passage->end);
	if (!phrase_has_role(document, &phrase))
		read_membership(document, &phrase, passage->end);
	return phrase;
}

/* Keeps the first description of each person: before the name or after it. */
void document_read_roles(struct document *document)
{
	for (uint32_t i = 0; i < document->runs.count; i++) {
		const struct name_run *run = &document->runs.items[i];
		struct entity *entity = &document->entities.items[run->entity];
		struct phrase phrase;

		if (entity->role_first != entity->role_end || run->is_possessive ||
			token_at(document, run->first)->span != NO_SPAN)
			continue;
		phrase = read_role(document, i);
		if (phrase.role_first == phrase.role_end)
			continue;
		if (entity->kind == ENTITY_UNKNOWN)
			entity->kind = ENTITY_PERSON;
		if (!phrase_has_role(document, &phrase))
			continue;
		entity->role_passage = run->passage;
		entity->role_first = phrase.role_first;
		entity->role_end = phrase.role_end;
	}
}
