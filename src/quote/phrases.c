#include "quote/phrases.h"

#include <string.h>

#define PARENTHESES_MOST 6

/* Words that end a noun phrase on its left. */
#define OUTSIDE_PHRASE                                                                                       \
	(WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT | WORD_RELATIVE | WORD_PRONOUN |                   \
		WORD_OBJECT_PRONOUN | WORD_AUXILIARY | WORD_ADVERB | WORD_NEGATION | WORD_VERB)

static inline bool is_word(const struct document *document, uint32_t at, const char *word)
{
	return token_is(token_at(document, at), word);
}

static inline bool ends_with(const struct document *document, uint32_t at, const char *ending)
{
	return str_ends_with(token_text(token_at(document, at)), str_from(ending));
}

static bool is_adverb(const struct document *document, uint32_t at)
{
	if (token_has(document, at, WORD_ADVERB | WORD_NEGATION))
		return true;
	return !token_flagged(document, at, TOKEN_CAPITAL) && token_at(document, at)->length > 4 &&
	       ends_with(document, at, "ly");
}

/* Could this token stand in front of a name as part of its role, or inside a common noun phrase? */
static bool is_nominal(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	if (!(token->flags & TOKEN_WORD) || token->span != NO_SPAN)
		return false;
	if (token->name != NO_NAME || (token->classes & (WORD_ROLE | WORD_ORGANISATION | WORD_NATION)))
		return true;
	if (token->classes &
		(OUTSIDE_PHRASE | WORD_PREPOSITION | WORD_DETERMINER | WORD_TIME | WORD_ACCORDING))
		return false;
	if ((token->classes & (FORM_PAST | FORM_PARTICIPLE)) && !(token->classes & WORD_CUE_NOUN))
		return false;
	return !is_adverb(document, at);
}

/* How far left the words that describe a noun go. */
static uint32_t walk_nominals(const struct document *document, uint32_t end, uint32_t floor, bool *has_role)
{
	uint32_t at = end;

	while (at > floor && end - at < PHRASE_TOKENS_MOST) {
		const struct token *token = token_at(document, at - 1);

		if (token->flags & TOKEN_POSSESSIVE && token->span == NO_SPAN &&
			!(token->classes & (WORD_PRONOUN | WORD_AUXILIARY))) {
			at--;
			continue;
		}
		if (token->classes & (WORD_DETERMINER | WORD_POSSESSIVE) && token->span == NO_SPAN &&
			!(token->classes & WORD_PREPOSITION)) {
			at--;
			if (at > floor && token_has(document, at - 1, WORD_DETERMINER))
				at--;
			break;
		}
		if ((token->classes & WORD_CONJUNCTION) && has_role && *has_role && at - 1 > floor &&
			token_has(document, at - 2, WORD_ROLE) &&
			!token_flagged(document, at - 2, TOKEN_CAPITAL)) {
			at--;
			continue;
		}
		if (!is_nominal(document, at - 1))
			break;
		at--;
		if (has_role && (token->classes & (WORD_ROLE | WORD_TITLE)))
			*has_role = true;
	}
	return at;
}

/* die neue Mühle: where every noun has a capital, one word behind an article is no name that it
 * describes.
 */
static bool may_be_noun(const struct document *document, const struct name_run *run)
{
	return document->language->capitalises_nouns && run->end == run->first + 1 &&
	       run->lead == run->first && !token_has(document, run->first, WORD_GIVEN);
}

static struct phrase name_phrase(const struct document *document, uint32_t run_index, uint32_t floor)
{
	const struct name_run *run = &document->runs.items[run_index];
	bool has_role = false;
	uint32_t start = walk_nominals(document, run->lead > floor ? run->lead : floor, floor, &has_role);
	struct phrase phrase = {PHRASE_NAME, run->lead, run->end, run_index, run->lead, run->first};

	if (has_role || (start < run->lead && token_has(document, start, WORD_DETERMINER) &&
				!may_be_noun(document, run)))
		phrase.first = phrase.role_first = start;
	return phrase;
}

static struct phrase common_phrase(const struct document *document, uint32_t end, uint32_t floor)
{
	bool has_role = false;
	uint32_t start = walk_nominals(document, end, floor, &has_role);

	if (start == end)
		return (struct phrase){0};
	return (struct phrase){PHRASE_COMMON, start, end, NO_NAME, start, end};
}

static struct phrase simple_phrase_before(const struct document *document, uint32_t end, uint32_t floor)
{
	const struct token *last;

	if (end <= floor)
		return (struct phrase){0};
	last = token_at(document, end - 1);
	if (!(last->flags & TOKEN_WORD) || last->span != NO_SPAN)
		return (struct phrase){0};
	if (last->classes & WORD_PRONOUN && last->name == NO_NAME)
		return (struct phrase){PHRASE_PRONOUN, end - 1, end, NO_NAME, end, end};
	if (last->name != NO_NAME && !(last->flags & TOKEN_POSSESSIVE) &&
		document->runs.items[last->name].end == end)
		return name_phrase(document, last->name, floor);
	if (last->classes & (WORD_TIME | WORD_PREPOSITION))
		return (struct phrase){0};
	return common_phrase(document, end, floor);
}

/* Before a preposition stands the head: a spokesman *for the ferries*, the mayor *of Norrby*. */
struct phrase phrase_before(const struct document *document, uint32_t end, uint32_t floor)
{
	struct phrase phrase = simple_phrase_before(document, end, floor);

	for (int depth = 0; depth < 4 && phrase.kind >= PHRASE_NAME && phrase.first > floor; depth++) {
		struct phrase head;

		if (!token_has(document, phrase.first - 1, WORD_PREPOSITION))
			break;
		head = simple_phrase_before(document, phrase.first - 1, floor);
		if (head.kind < PHRASE_NAME ||
			(head.kind == PHRASE_COMMON && is_participle(document, head.end - 1)))
			break;
		if (head.kind == PHRASE_COMMON)
			head.role_end = head.end = end;
		phrase = head;
	}
	return phrase;
}

/* A preposition that is left in front of a phrase makes it no subject: in Iowa. */
static bool is_after_preposition(const struct document *document, const struct phrase *phrase, uint32_t floor)
{
	return phrase->first > floor && token_has(document, phrase->first - 1, WORD_PREPOSITION) &&
	       !token_has(document, phrase->first - 1, WORD_SUBORDINATOR);
}

static bool opens_parenthesis(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return (token->classes & (WORD_RELATIVE | WORD_PREPOSITION | WORD_ADVERB | WORD_SUBORDINATOR |
					 FORM_PARTICIPLE)) ||
	       ((token->classes & FORM_PAST) && document->language->has_english_syntax) ||
	       (token->flags & TOKEN_DIGIT) ||
	       (token->classes & WORD_POSSESSIVE && !(token->classes & WORD_DETERMINER)) ||
	       ((token->flags & TOKEN_WORD) && !(token->flags & TOKEN_CAPITAL) &&
		       ends_with(document, at, "ing"));
}

/* Where the part between two commas that ends before `end` begins. */
static uint32_t segment_start(const struct document *document, uint32_t end, uint32_t floor)
{
	uint32_t at = end;

	while (at > floor && !is_divider(document, at - 1) && token_at(document, at - 1)->span == NO_SPAN)
		at--;
	return at;
}

/* X (R-Ohio) said: where the bracket opens that ends before `end`; `end` itself when none does. */
static uint32_t skip_brackets(const struct document *document, uint32_t end, uint32_t floor)
{
	uint32_t least = end > floor + BRACKET_TOKENS_MOST ? end - BRACKET_TOKENS_MOST : floor;

	if (end <= floor || !token_flagged(document, end - 1, TOKEN_CLOSE_BRACKET))
		return end;
	for (uint32_t at = end - 1; at > least; at--)
		if (token_flagged(document, at - 1, TOKEN_OPEN_BRACKET))
			return at - 1;
	return end;
}

/* Is this part between commas one long noun phrase, without a verb of its own? */
static bool is_apposition(const struct document *document, uint32_t start, uint32_t end)
{
	if (!token_has(document, start, WORD_DETERMINER | WORD_ROLE | WORD_NATION))
		return false;
	for (uint32_t i = start; i < end; i++) {
		if (token_has(document, i, WORD_RELATIVE | WORD_THAT))
			return true;
		if (token_has(document, i, WORD_AUXILIARY) ||
			(token_has(document, i, WORD_SUBORDINATOR) &&
				!token_has(document, i, WORD_ADVERB | WORD_PREPOSITION)))
			return false;
	}
	return true;
}

/* X, 45, a lawyer, said: the subject stands before what the commas enclose. Walks left from `end`, which is
 * the comma before the cue, and takes the outermost phrase that the segments between belong to. */
static struct phrase subject_over_commas(const struct document *document, uint32_t end, uint32_t floor)
{
	struct phrase found = {0}, inner = {0};

	for (int i = 0; i < PARENTHESES_MOST && end > floor; i++) {
		uint32_t close = end, start;

		end = skip_brackets(document, end, floor);
		start = segment_start(document, end, floor);
		if (end < close && start == end)
			break;
		struct phrase phrase = start < end ? phrase_before(document, end, start) : (struct phrase){0};
		bool joined = phrase.kind != PHRASE_NONE && phrase.first == start + 1 &&
			      token_has(document, start, WORD_SUBORDINATOR | WORD_CONJUNCTION);
		bool whole = phrase.kind != PHRASE_NONE &&
			     (phrase.first == start || is_apposition(document, start, end));
		bool aside = start < end && !joined && opens_parenthesis(document, start);

		if (phrase.kind != PHRASE_NONE && is_after_preposition(document, &phrase, start))
			phrase.kind = PHRASE_NONE;
		if (aside && found.kind == PHRASE_PRONOUN)
			break;
		if (!aside && !whole && !joined && found.kind == PHRASE_NAME)
			break;
		if (!aside && phrase.kind != PHRASE_NONE) {
			inner = found;
			found = phrase;
			if (!whole)
				break;
			if (phrase.kind == PHRASE_PRONOUN)
				break;
		}
		if (start <= floor || start == 0 || !is_divider(document, start - 1) ||
			token_flagged(document, start - 1, TOKEN_SEMICOLON | TOKEN_COLON))
			break;
		end = start - 1;
	}
	if (found.kind == PHRASE_COMMON && inner.kind == PHRASE_NAME && inner.role_first == inner.role_end) {
		inner.role_first = found.first;
		inner.role_end = found.end;
		return inner;
	}
	if (found.kind == PHRASE_NAME && inner.kind == PHRASE_COMMON && found.role_first == found.role_end) {
		found.role_first = inner.first;
		found.role_end = inner.end;
	}
	return found;
}

/* Leaves out what stands between subject and verb: has, also, repeatedly, on Monday, went on to. */
static uint32_t skip_adverbials(const struct document *document, uint32_t at, uint32_t floor)
{
	uint32_t least = at > floor + 12 ? at - 12 : floor;

	while (at > least) {
		const struct token *token = token_at(document, at - 1);

		if (!(token->flags & TOKEN_WORD) || token->span != NO_SPAN || token->name != NO_NAME)
			break;
		if (token->classes & WORD_PRONOUN)
			break;
		if ((token->classes & WORD_OBJECT_PRONOUN) && !document->language->has_english_syntax) {
			at--;
			continue;
		}
		if ((token->classes & (WORD_AUXILIARY | WORD_TIME)) || is_adverb(document, at - 1)) {
			at--;
		} else if (is_word(document, at - 1, "on") || is_word(document, at - 1, "last") ||
			   is_word(document, at - 1, "this") || is_word(document, at - 1, "earlier")) {
			if (!(at < document->tokens.count && token_has(document, at, WORD_TIME)))
				break;
			at--;
		} else if (is_word(document, at - 1, "to") && at - 1 > least) {
			at--;
			while (at > least && token_at(document, at - 1)->name == NO_NAME &&
				!token_has(
					document, at - 1, WORD_PRONOUN | WORD_RELATIVE | WORD_CONJUNCTION) &&
				token_flagged(document, at - 1, TOKEN_WORD) &&
				!token_has(document, at - 1, WORD_ROLE | WORD_DETERMINER) &&
				token_at(document, at - 1)->span == NO_SPAN) {
				at--;
				if (ends_with(document, at, "ed") ||
					token_has(document, at, WORD_VERB | WORD_AUXILIARY))
					break;
			}
		} else {
			break;
		}
	}
	return at;
}

static bool may_end_apposition(const struct document *document, uint32_t at, uint32_t limit)
{
	return at >= limit || token_flagged(document, at, TOKEN_COMMA | TOKEN_STOP | TOKEN_OPEN_BRACKET) ||
	       token_at(document, at)->span != NO_SPAN || token_has(document, at, WORD_RELATIVE);
}

static bool is_person(const struct document *document, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_NAME &&
	       document->entities.items[document->runs.items[phrase->run].entity].kind == ENTITY_PERSON;
}

static bool is_past(const struct document *document, uint32_t at)
{
	return token_has(document, at, FORM_PAST | WORD_VERB | WORD_AUXILIARY) ||
	       (!token_flagged(document, at, TOKEN_CAPITAL) && ends_with(document, at, "ed"));
}

struct phrase subject_before(const struct document *document, uint32_t cue, uint32_t floor)
{
	uint32_t at = skip_adverbials(document, cue, floor);
	struct phrase phrase;

	if (at <= floor)
		return (struct phrase){0};
	if (is_divider(document, at - 1))
		return token_flagged(document, at - 1, TOKEN_SEMICOLON | TOKEN_COLON)
			       ? (struct phrase){0}
			       : subject_over_commas(document,
					 at - !token_flagged(document, at - 1, TOKEN_CLOSE_BRACKET), floor);
	if (token_has(document, at - 1, WORD_RELATIVE)) {
		at--;
		if (at > floor && token_flagged(document, at - 1, TOKEN_COMMA))
			at--;
		phrase = simple_phrase_before(document, at, floor);
		return is_person(document, &phrase) ? phrase : phrase_before(document, at, floor);
	}
	if (token_has(document, at - 1, WORD_CONJUNCTION))
		return (struct phrase){0};
	phrase = phrase_before(document, at, floor);
	if (phrase.kind != PHRASE_NONE && is_after_preposition(document, &phrase, floor))
		return (struct phrase){0};
	at = phrase.first;
	if (phrase.kind != PHRASE_NONE && document->language->has_english_syntax && at > floor + 3 &&
		token_has(document, at - 2, WORD_RELATIVE | WORD_THAT) && is_past(document, at - 1)) {
		struct phrase head = phrase_before(document, at - 2, floor);

		if (head.kind != PHRASE_NONE && !is_after_preposition(document, &head, floor) &&
			!(head.first > floor && is_divider(document, head.first - 1)))
			return head; /* the charity that chartered the ship says */
	}
	return phrase;
}

/* A word in small letters of which no table says that it is anything but a noun. */
static bool is_plain_noun(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	return (token->flags & TOKEN_WORD) && !(token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) &&
	       token->classes == 0 && token->span == NO_SPAN && !is_adverb(document, at) &&
	       !ends_with(document, at, "ing") && !ends_with(document, at, "ed");
}

/* After a name: do words for what somebody is follow, and then a name (State University political scientist
 * X)? */
static bool leads_to_name(const struct document *document, uint32_t at, uint32_t limit)
{
	uint32_t start = at;

	at += at + 1 < limit && token_flagged(document, at, TOKEN_DIGIT); /* Coast Guard 2nd Lt. X */
	if (at < limit &&
		token_has(document, at, WORD_ROLE | WORD_ORGANISATION | (at > start ? WORD_TITLE : 0)))
		return true;
	while (at < limit && at < start + 5 && token_at(document, at)->name == NO_NAME &&
		is_nominal(document, at) && !token_has(document, at, FRAME_ANY))
		at++;
	return at > start && at < limit && token_at(document, at)->name != NO_NAME &&
	       token_has(document, at - 1, WORD_ROLE);
}

/* What a common noun phrase that begins at `at` takes, up to a verb, a stop or a function word. After its cue
 * no verb follows a subject: “said a Twitter user”. */
static struct phrase common_phrase_after(const struct document *document, uint32_t at, uint32_t limit)
{
	uint32_t start = at, head_end = at;
	struct phrase phrase = {0};
	bool is_inverted = at > 0 && token_has(document, at - 1, FRAME_SPEECH);

	if (at < limit && token_has(document, at, WORD_DETERMINER | WORD_POSSESSIVE))
		at++;
	while (at < limit && at < start + PHRASE_TOKENS_MOST) {
		const struct token *token = token_at(document, at);

		if (token->name != NO_NAME && !document->runs.items[token->name].is_possessive) {
			uint32_t end = document->runs.items[token->name].end;

			if (!leads_to_name(document, end, limit) &&
				!(is_inverted && end < limit && is_plain_noun(document, end))) {
				phrase = name_phrase(document, token->name, start);
				phrase.first = start;
				phrase.role_first = start;
				phrase.role_end = document->runs.items[token->name].first;
				return phrase;
			}
			at = end;
			continue;
		}
		if (!is_nominal(document, at) && !((token->classes & WORD_TIME) && at == start + 1) &&
			!(token->flags & TOKEN_POSSESSIVE && token->flags & TOKEN_WORD) &&
			!(token->classes & WORD_CONJUNCTION && at > start &&
				token_has(document, at - 1, WORD_ROLE) && at + 1 < limit &&
				is_nominal(document, at + 1)))
			break;
		at++;
		head_end = at;
	}
	if (head_end == start) /* “…,” tweeted another. */
		return at > start && (at == limit || token_flagged(document, at, TOKEN_STOP | TOKEN_COMMA))
			       ? (struct phrase){PHRASE_COMMON, start, at, NO_NAME, start, at}
			       : phrase;
	return (struct phrase){PHRASE_COMMON, start, head_end, NO_NAME, start, head_end};
}

/* de Norrby, de la Santé; but zeptal se X, where the preposition is the pronoun of the verb. */
static bool is_governed(const struct document *document, uint32_t at, uint32_t floor)
{
	uint32_t before = at;

	before -= before > floor + 1 && token_has(document, before - 1, WORD_DETERMINER) &&
		  token_has(document, before - 2, WORD_PREPOSITION);
	return before > floor && token_has(document, before - 1, WORD_PREPOSITION) &&
	       !(before == floor + 1 && token_has(document, floor, WORD_OBJECT_PRONOUN));
}

/* In a free word order the subject stands anywhere in the clause after its cue: the first name that no
 * preposition governs, in full form if there is one; else the words themselves. */
static struct phrase free_subject_after(const struct document *document, uint32_t at, uint32_t limit)
{
	struct phrase found = {0};
	uint32_t end = at;

	for (; end < limit && end < at + PHRASE_TOKENS_MOST; end++) {
		const struct token *token = token_at(document, end);

		if (token->span != NO_SPAN || (token->flags & (TOKEN_PUNCTUATION & ~TOKEN_OPEN_BRACKET)) ||
			(token->classes & (WORD_THAT | WORD_RELATIVE | WORD_SUBORDINATOR)))
			break;
		if (token->name == NO_NAME || end != document->runs.items[token->name].lead)
			continue;
		if (is_governed(document, end, at))
			continue;
		if (found.kind == PHRASE_NAME && found.first == at && document->language->capitalises_nouns)
			break; /* sagte Weidner der Zeitung */
		if (found.kind == PHRASE_NONE ||
			(document->runs.items[token->name].end - document->runs.items[token->name].first >
					1 &&
				document->runs.items[found.run].end - document->runs.items[found.run].first ==
					1))
			found = name_phrase(document, token->name, at);
	}
	if (found.kind == PHRASE_NONE && end > at)
		found = (struct phrase){PHRASE_COMMON, at, end, NO_NAME, at, end};
	return found;
}

/* a Twitter user, Oda Vinter, …: a name after a comma names the person whom the words before describe. */
static struct phrase name_in_apposition(const struct document *document, struct phrase phrase, uint32_t limit)
{
	uint32_t at = phrase.end + 1;
	struct phrase name;

	while (at < limit && token_has(document, at, WORD_ROLE) && !token_flagged(document, at, TOKEN_CAPITAL))
		at++; /* X’s hostess, actress Oda Vinter */
	if (phrase.kind != PHRASE_COMMON || at >= limit ||
		!token_flagged(document, phrase.end, TOKEN_COMMA) ||
		token_at(document, at)->name == NO_NAME ||
		document->runs.items[token_at(document, at)->name].lead != at)
		return phrase;
	name = name_phrase(document, token_at(document, at)->name, at);
	if (document->runs.items[name.run].is_possessive || !may_end_apposition(document, name.end, limit))
		return phrase;
	name.role_first = phrase.first;
	name.role_end = phrase.end;
	return name;
}

struct phrase phrase_after(const struct document *document, uint32_t at, uint32_t limit)
{
	const struct token *token;
	struct phrase phrase;

	if (at >= limit)
		return (struct phrase){0};
	token = token_at(document, at);
	if (!(token->flags & TOKEN_WORD) || token->span != NO_SPAN)
		return (struct phrase){0};
	if ((token->classes & WORD_PRONOUN) && token->name == NO_NAME &&
		!((token->classes & WORD_DETERMINER) && at + 1 < limit && is_nominal(document, at + 1)))
		return (struct phrase){PHRASE_PRONOUN, at, at + 1, NO_NAME, at, at};
	if (!document->language->has_english_syntax && at > 0 && token_has(document, at - 1, FRAME_SPEECH))
		return name_in_apposition(document, free_subject_after(document, at, limit), limit);
	phrase = common_phrase_after(document, at, limit);
	if (phrase.kind != PHRASE_COMMON)
		return phrase;
	/* a spokesman for the ferries; one of the doctors */
	while (phrase.end + 1 < limit && token_has(document, phrase.end, WORD_PREPOSITION) &&
		token_at(document, phrase.end)->span == NO_SPAN) {
		struct phrase rest = common_phrase_after(document, phrase.end + 1, limit);

		if (rest.kind == PHRASE_NONE)
			break;
		if (rest.kind == PHRASE_NAME && rest.role_end > rest.role_first + 3)
			break;
		phrase.end = phrase.role_end = rest.end;
	}
	return name_in_apposition(document, phrase, limit);
}

/* A month later, X …: words that say when. */
static bool is_time(const struct document *document, const struct phrase *phrase, uint32_t limit)
{
	uint32_t end = phrase->end;

	if (phrase->kind != PHRASE_COMMON || !token_has(document, end - 1, WORD_TIME))
		return false;
	while (end < limit && token_has(document, end, WORD_ADVERB | WORD_SUBORDINATOR | WORD_PREPOSITION))
		end++;
	return end < limit && token_flagged(document, end, TOKEN_COMMA);
}

struct phrase subject_of_sentence(const struct document *document, uint32_t first, uint32_t limit)
{
	uint32_t at = first;

	for (int i = 0; i < 4 && at < limit; i++) {
		struct phrase phrase;

		while (at < limit && token_at(document, at)->span == NO_SPAN &&
			(!token_flagged(document, at, TOKEN_WORD) ||
				token_has(document, at, WORD_CONJUNCTION | WORD_ADVERB)))
			at++;
		if (at >= limit || token_at(document, at)->span != NO_SPAN)
			return (struct phrase){0};
		if (!opens_parenthesis(document, at) &&
			!token_has(document, at, WORD_TIME | WORD_THAT | WORD_ACCORDING)) {
			phrase = phrase_after(document, at, limit);
			if (phrase.kind != PHRASE_NONE && !is_time(document, &phrase, limit))
				return phrase;
		}
		while (at < limit && !(token_flagged(document, at, TOKEN_COMMA) &&
					     token_at(document, at)->span == NO_SPAN))
			at++;
	}
	return (struct phrase){0};
}
