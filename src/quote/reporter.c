#include "quote/reporter.h"

#define GROUP_TOKENS_MOST 24 /* from a verb to its particle */

/* Words that say when and where, and are no part of a subject. */
#define OUTSIDE_SUBJECT                                                                                      \
	(WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_SUBORDINATOR | WORD_CONJUNCTION |                 \
		WORD_AUXILIARY | WORD_THAT | WORD_OBJECT_PRONOUN)

static bool is_any_of(const struct token *token, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (token_is(token, words[i]))
			return true;
	return false;
}

static bool has_ending(const struct token *token, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_ends_with(token_text(token), str_from(endings[i])))
			return true;
	return false;
}

/* teilte … mit, gab … zu, voegde … toe: does the particle stand at the end of the clause? Without it the verb
 * means something else. */
static bool has_particle(const struct report_scan *scan, uint32_t cue)
{
	static const char *const particles[] = {"mit", "zu", "fest", "klar", "hinzu", "ein", "hervor", "hin",
		"aus", "an", "fort", "vor", "dar", "nach", "zurück", "toe", "mee", "uit", "aan", "vast", "op",
		"erop"};
	const struct document *document = scan->document;
	uint32_t at = cue + 1;

	while (at < scan->end && at < cue + GROUP_TOKENS_MOST && is_outside(document, at) &&
		!token_flagged(document, at, TOKEN_PUNCTUATION) && !token_has(document, at, WORD_THAT))
		at++;
	for (uint32_t i = cue + 1; i < at && i < cue + 3; i++) /* merkte op dat X …; fügte hinzu */
		if (is_any_of(token_at(document, i), particles, COUNT_OF(particles)) &&
			(i + 1 == at || token_has(document, i + 1, WORD_ROLE) ||
				token_at(document, i + 1)->name != NO_NAME))
			return true;
	return at > cue + 1 && is_any_of(token_at(document, at - 1), particles, COUNT_OF(particles));
}

uint32_t reporter_verb_start(const struct report_scan *scan, uint32_t cue)
{
	while (cue > scan->from &&
		scan_is(scan, cue - 1, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB) &&
		token_at(scan->document, cue - 1)->name == NO_NAME &&
		!token_has(scan->document, cue - 1, WORD_PRONOUN))
		cue--;
	return cue;
}

/* el valor declarado, il a été observé: is the participle without the auxiliary that makes a verb of it? */
static bool is_bare_participle(const struct report_scan *scan, uint32_t cue)
{
	static const char *const endings[] = {"ado", "ido", "dicho", "ato", "uto", "etto", "é", "és", "ée"};
	static const char *const passive[] = {"été", "sido", "stato", "stata", "está", "estaba", "fue", "foi",
		"être", "ser", "essere", "é", "è", "es", "est"};
	const struct document *document = scan->document;
	bool has_auxiliary = false;

	if (!document->language->splits_elision && !document->language->has_double_surnames)
		return false;
	if (!has_ending(token_at(document, cue), endings, COUNT_OF(endings)))
		return false;
	for (uint32_t i = reporter_verb_start(scan, cue); i < cue; i++) {
		if (is_any_of(token_at(document, i), passive, COUNT_OF(passive)))
			return true;
		has_auxiliary = has_auxiliary || token_has(document, i, WORD_AUXILIARY);
	}
	return !has_auxiliary;
}

/* sagen after kann, gesagt without hat: a form of a German verb that an auxiliary before it goes with. */
static bool is_misled_form(const struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct str word = token_text(token_at(document, cue));
	bool has_auxiliary = false, is_participle_form = str_starts_with(word, STR("ge"));

	if (!document->language->capitalises_nouns || !(is_participle_form || str_ends_with(word, STR("en"))))
		return false;
	for (uint32_t i = cue; i > scan->from && is_outside(document, i - 1) && !is_divider(document, i - 1);
		i--)
		has_auxiliary = has_auxiliary || token_has(document, i - 1, WORD_AUXILIARY);
	return has_auxiliary != is_participle_form;
}

bool reporter_is_cue(const struct report_scan *scan, uint32_t at)
{
	const struct document *document = scan->document;

	if (at >= scan->end || !is_cue(document, at, FRAME_CLAUSE | FRAME_HEARER_TAKING))
		return false;
	if (document->language->capitalises_nouns && at > scan->first &&
		token_flagged(document, at, TOKEN_CAPITAL))
		return false; /* die Beklagte */
	if (token_has(document, at, WORD_SEPARABLE) && !has_particle(scan, at))
		return false;
	return !is_bare_participle(scan, at) && !is_misled_form(scan, at);
}

uint32_t reporter_skip_auxiliaries(const struct report_scan *scan, uint32_t at)
{
	while (scan_is(scan, at, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB) &&
		token_at(scan->document, at)->name == NO_NAME && !reporter_is_cue(scan, at))
		at++;
	return at;
}

static bool is_described(const struct document *document, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_COMMON &&
	       tokens_have(document, phrase->first, phrase->end, WORD_ROLE | WORD_ORGANISATION) &&
	       !token_has(document, phrase->first, WORD_PREPOSITION);
}

/* die neue Mühle: where every noun has a capital, a single word of which nothing else is known. */
static bool is_noun(const struct document *document, const struct phrase *phrase)
{
	const struct name_run *run = &document->runs.items[phrase->run];
	const struct entity *entity = &document->entities.items[run->entity];

	return document->language->capitalises_nouns && entity->is_single && entity->kind == ENTITY_UNKNOWN &&
	       !token_has(document, run->first, WORD_GIVEN | WORD_ORGANISATION) &&
	       !token_flagged(document, run->first, TOKEN_ALL_CAPITALS);
}

/* Whoever speaks is the writer, the reader or everybody: ich, vous, man. */
static bool is_anybody(const struct document *document, const struct phrase *phrase)
{
	static const char *const words[] = {"ich", "wir", "du", "ihr", "man", "es", "je", "j'", "j’", "tu",
		"on", "nous", "vous", "yo", "tú", "nosotros", "io", "noi", "voi", "si", "eu", "nós", "você",
		"ik", "wij", "we", "je", "jij", "u", "men", "het", "ja", "my", "ty", "wy", "já", "vy", "я",
		"мы", "ми", "ты", "ти", "вы", "ви", "Я", "Мы", "Ми", "Вы", "Ви"};
	const struct token *token = token_at(document, phrase->first);

	return is_any_of(token, words, COUNT_OF(words)) ||
	       ((token->flags & TOKEN_CAPITAL) && token_is(token, "sie") && phrase->first > 0 &&
		       !token_flagged(document, phrase->first - 1, TOKEN_PUNCTUATION));
}

bool reporter_is_somebody(const struct document *document, const struct phrase *phrase)
{
	switch (phrase->kind) {
	case PHRASE_PRONOUN:
		return phrase->first == phrase->end || !is_anybody(document, phrase);
	case PHRASE_NAME:
		return is_person_like(document, phrase) && !is_noun(document, phrase);
	default:
		return is_described(document, phrase);
	}
}

struct phrase reporter_trimmed(const struct document *document, struct phrase phrase)
{
	uint32_t at = phrase.first;

	if (phrase.kind != PHRASE_COMMON)
		return phrase;
	while (phrase.first + 1 < phrase.end && token_has(document, phrase.first, WORD_OBJECT_PRONOUN) &&
		!token_has(document, phrase.first, WORD_DETERMINER)) /* sagen uns mehrere Anwälte */
		phrase.first = phrase.role_first = ++at;
	while (at < phrase.end && !(at > phrase.first && token_has(document, at, OUTSIDE_SUBJECT)))
		at++;
	phrase.end = phrase.role_end = at;
	return phrase;
}

/* Does the phrase stand right behind the cue, but for a pronoun and words that say when? In Slavic languages
 * more may stand between. */
static bool is_adjacent(const struct report_scan *scan, uint32_t cue, const struct phrase *phrase)
{
	const struct document *document = scan->document;
	uint32_t first = phrase->role_first < phrase->role_end && phrase->role_first < phrase->first &&
					 phrase->role_first > cue
				 ? phrase->role_first
				 : phrase->first;
	bool has_noun = false;

	if (document->language->inflects_names)
		return true;
	for (uint32_t i = cue + 1; i < first; i++) {
		bool is_time = scan_is(scan, i, WORD_TIME) || scan_is(scan, i + 1, WORD_TIME) ||
			       scan_is(scan, i + 2, WORD_TIME);

		if (!token_flagged(document, i, TOKEN_WORD) ||
			scan_is(scan, i, WORD_CONJUNCTION | WORD_SUBORDINATOR))
			return false;
		if (!is_time && (scan_is(scan, i, WORD_PREPOSITION) ||
					(has_noun && scan_is(scan, i, WORD_DETERMINER))))
			return false;
		has_noun = has_noun || !scan_is(scan, i,
					       WORD_OBJECT_PRONOUN | WORD_TIME | WORD_ADVERB |
						       WORD_AUXILIARY | WORD_PREPOSITION);
	}
	return true;
}

struct phrase reporter_behind(const struct report_scan *scan, uint32_t cue, uint32_t limit)
{
	const struct document *document = scan->document;
	uint32_t at = cue + 1;
	struct phrase source;

	while (at < limit && scan_is(scan, at, WORD_OBJECT_PRONOUN | WORD_AUXILIARY) &&
		!token_has(document, at, WORD_PRONOUN) && token_at(document, at)->name == NO_NAME)
		at++;
	if (at >= limit || scan_is(scan, at, WORD_THAT))
		return (struct phrase){0};
	source = token_has(document, at, WORD_PRONOUN) ? phrase_after(document, at, limit)
						       : phrase_after(document, cue + 1, limit);
	if (is_described(document, &source))
		source = reporter_trimmed(document, source);
	if (!reporter_is_somebody(document, &source) || !is_adjacent(scan, cue, &source))
		return (struct phrase){0};
	phrase_read_apposition(document, &source, limit);
	return source;
}

/* v pondělí, am Montag, le lundi: when, between a subject and its verb. */
static uint32_t skip_time(const struct report_scan *scan, uint32_t at)
{
	while (at > scan->first + 1 && scan_is(scan, at - 1, WORD_TIME)) {
		at--;
		while (at > scan->first + 1 && scan_is(scan, at - 1, WORD_PREPOSITION | WORD_DETERMINER) &&
			token_at(scan->document, at - 1)->name == NO_NAME)
			at--;
	}
	return at;
}

/* Воронин открыто (заявил): an adverb of no table between a name and its verb looks like a noun. */
static struct phrase name_within(const struct document *document, struct phrase phrase)
{
	for (uint32_t i = phrase.end; phrase.kind == PHRASE_COMMON && i > phrase.first; i--) {
		uint32_t run = token_at(document, i - 1)->name;

		if (run != NO_NAME && !document->runs.items[run].is_possessive)
			return phrase_before(document, document->runs.items[run].end, phrase.first);
	}
	return phrase;
}

/* indirekt (erklärt): a German noun has a capital. */
static bool is_no_noun(const struct document *document, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_COMMON && document->language->capitalises_nouns &&
	       !token_flagged(document, phrase->end - 1, TOKEN_CAPITAL) &&
	       !token_has(document, phrase->end - 1, WORD_ROLE | WORD_PLURAL | WORD_DETERMINER);
}

/* A noun that looks like a name says what speaks, and is no speaker. */
static struct phrase as_it_is(const struct document *document, struct phrase phrase)
{
	if (phrase.kind == PHRASE_NAME && is_noun(document, &phrase))
		return (struct phrase){
			PHRASE_COMMON, phrase.first, phrase.end, NO_NAME, phrase.first, phrase.end};
	return phrase;
}

/* hätten ihren Mitarbeitern gesagt: the auxiliary that a German participle goes with stands behind the
 * subject; `cue` itself when it is no participle. */
static uint32_t finite_verb(const struct report_scan *scan, uint32_t cue, uint32_t floor)
{
	const struct document *document = scan->document;

	if (document->language->capitalises_nouns &&
		str_starts_with(token_text(token_at(document, cue)), STR("ge")))
		for (uint32_t i = cue;
			i > floor && is_outside(document, i - 1) && !is_divider(document, i - 1); i--)
			if (token_has(document, i - 1, WORD_AUXILIARY))
				return i - 1;
	return cue;
}

struct phrase reporter_ahead(const struct report_scan *scan, uint32_t cue, uint32_t floor)
{
	const struct document *document = scan->document;
	uint32_t verb = finite_verb(scan, cue, floor);
	struct phrase source = name_within(document, subject_before(document, skip_time(scan, verb), floor));

	if (source.kind == PHRASE_NONE && verb < cue)
		source = phrase_after(document, verb + 1, cue);

	if (is_no_noun(document, &source))
		source.kind = PHRASE_NONE;
	if (source.kind != PHRASE_NONE || cue == floor)
		return as_it_is(document, source);
	source = subject_of_sentence(document, floor, cue);
	return source.kind == PHRASE_NAME && reporter_is_somebody(document, &source) ? source
										     : (struct phrase){0};
}

struct phrase reporter_unsaid(const struct report_scan *scan, uint32_t cue)
{
	static const char *const reflexive[] = {"se", "si"};
	const struct document *document = scan->document;
	uint32_t start = reporter_verb_start(scan, cue);

	if (!document->language->omits_subjects ||
		(start > scan->first && scan_is(scan, start - 1, WORD_THAT | WORD_RELATIVE)))
		return (struct phrase){0};
	if (!document->language->inflects_names) /* se dice que: everybody does */
		for (uint32_t i = start; i < cue; i++)
			if (is_any_of(token_at(document, i), reflexive, COUNT_OF(reflexive)))
				return (struct phrase){0};
	return phrase_unsaid(cue + 1);
}

/* so hieß es, erklären Sie sich: is the subject behind the verb a pronoun that means nobody of the text? */
static bool speaks_for_anybody(const struct report_scan *scan, uint32_t at)
{
	return scan_is(scan, at, WORD_PRONOUN) &&
	       is_anybody(scan->document, &(struct phrase){PHRASE_PRONOUN, at, at + 1, NO_NAME, at, at});
}

struct phrase reporter_of(const struct report_scan *scan, uint32_t cue, uint32_t limit)
{
	const struct document *document = scan->document;
	struct phrase source = reporter_ahead(scan, cue, scan->from), behind;
	uint32_t start = reporter_verb_start(scan, cue);

	if (source.kind != PHRASE_NAME && source.kind != PHRASE_PRONOUN && speaks_for_anybody(scan, cue + 1))
		return (struct phrase){0};
	if (source.kind == PHRASE_NAME || source.kind == PHRASE_PRONOUN)
		return reporter_is_somebody(document, &source) ? source : (struct phrase){0};
	behind = reporter_behind(scan, cue, limit);
	if (behind.kind == PHRASE_NAME || (behind.kind != PHRASE_NONE && !is_described(document, &source)))
		return behind;
	if (source.kind != PHRASE_NONE)
		return source;
	if (scan->last.kind != PHRASE_NONE && start > scan->from &&
		scan_is(scan, start - 1, WORD_CONJUNCTION))
		return scan->last;
	return reporter_unsaid(scan, cue);
}
