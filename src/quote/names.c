#include "quote/cues.h"

#include "dateline/base/map.h"

#define FUNCTION_WORDS                                                                                       \
	(WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT |             \
		WORD_RELATIVE | WORD_PRONOUN | WORD_OBJECT_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |          \
		WORD_NEGATION | WORD_ACCORDING)

struct naming {
	struct document *document;
	struct map inner;    /* words that are capitalised inside a sentence */
	struct map surnames; /* last words of full names that were read so far */
};

static const struct token *next_token(const struct document *document, uint32_t at, uint32_t end)
{
	return at + 1 < end ? token_at(document, at + 1) : NULL;
}

/* Is this the first word of a sentence or of quoted words, where a capital says nothing? */
static bool is_initial_position(const struct document *document, const struct passage *passage, uint32_t at)
{
	const struct token *before;

	if (at == passage->first)
		return true;
	before = token_at(document, at - 1);
	return (before->flags & (TOKEN_STOP | TOKEN_MARK | TOKEN_COLON | TOKEN_OPEN_BRACKET)) != 0 ||
	       (before->flags & TOKEN_PUNCTUATION) == TOKEN_DASH;
}

/* Julián del Valle, Joost van den Berg: does a word with a capital follow, at once or, where they are no part
 * of English syntax, after particles? */
static const struct token *next_capital(
	const struct document *document, const struct passage *passage, uint32_t at)
{
	const struct token *next = next_token(document, at, passage->end);

	for (uint32_t i = at + 1;
		i < at + 3 && next && !document->language->has_english_syntax &&
		!(next->flags & TOKEN_CAPITAL) &&
		(next->classes & (i == at + 1 ? WORD_PARTICLE : WORD_PARTICLE | WORD_DETERMINER));
		i++)
		next = next_token(document, i, passage->end);
	return next && (next->flags & TOKEN_CAPITAL) ? next : NULL;
}

/* At the start of a sentence: an unknown word with another capitalised one after it (Oda Hale kept the list).
 */
static bool begins_name(const struct document *document, const struct passage *passage, uint32_t at)
{
	const struct token *token = token_at(document, at), *next = next_capital(document, passage, at);
	struct str text = token_text(token);

	if (next == NULL || (token->classes & ~WORD_GIVEN & ~WORD_MALE & ~WORD_FEMALE) ||
		(token->flags & TOKEN_POSSESSIVE) || (next->classes & (FUNCTION_WORDS | WORD_TIME)))
		return false;
	return !str_ends_with(text, STR("ing")) && !str_ends_with(text, STR("ed")) &&
	       !str_ends_with(text, STR("ly"));
}

/* The first token with a capital, from `at` on: most have none. */
static uint32_t find_capital(const struct document *document, uint32_t at, uint32_t end)
{
	const struct token *token = token_at(document, at), *stop = token_at(document, end);

	while (token < stop && !(token->flags & TOKEN_CAPITAL))
		token++;
	return (uint32_t)(token - document->tokens.items);
}

static void count_inner_capitals(struct naming *naming)
{
	struct document *document = naming->document;

	for (size_t p = 0; p < document->passages.count; p++) {
		const struct passage *passage = &document->passages.items[p];

		for (uint32_t i = find_capital(document, passage->first, passage->end); i < passage->end;
			i = find_capital(document, i + 1, passage->end))
			if (!is_initial_position(document, passage, i) || begins_name(document, passage, i))
				++*map_put(&naming->inner, token_core(token_at(document, i)));
	}
}

/* Dirk De Smedt, Anne de La Tour: an article or a preposition with a capital, before another one. */
static bool is_capital_particle(const struct document *document, const struct passage *passage, uint32_t at)
{
	const struct token *next = next_token(document, at, passage->end);

	return !document->language->has_english_syntax &&
	       (token_at(document, at)->classes & (WORD_DETERMINER | WORD_PREPOSITION)) &&
	       !(token_at(document, at)->classes & WORD_PRONOUN) && next && next->length > 1 &&
	       ((next->flags & TOKEN_CAPITAL) || (next->classes & WORD_PARTICLE));
}

/* May this token be part of a name? */
static bool is_name_word(
	const struct naming *naming, const struct passage *passage, uint32_t at, bool is_inside)
{
	const struct token *token = token_at(naming->document, at);
	const struct token *next;

	if (!(token->flags & TOKEN_CAPITAL) || (token->flags & TOKEN_DIGIT))
		return false;
	if (token->length == 1)
		return is_inside;
	if (is_inside && is_capital_particle(naming->document, passage, at))
		return true;
	if (token->classes & (WORD_PRONOUN | WORD_DETERMINER | WORD_POSSESSIVE))
		return false;
	if (is_inside && !(token->classes & (WORD_TIME | WORD_PREPOSITION)))
		return true;
	if (is_inside && naming->document->language->capitalises_nouns && (token->classes & WORD_TIME) &&
		token_has(naming->document, at - 1, WORD_GIVEN))
		return true; /* Elke Sonntag: without `am` it says no day */
	if (token->classes & WORD_TIME)
		return is_inside && (token->classes & WORD_GIVEN);
	if (!is_initial_position(naming->document, passage, at))
		return !(token->classes & (FUNCTION_WORDS & ~WORD_AUXILIARY & ~WORD_ADVERB)) || is_inside;
	if (token->classes & FUNCTION_WORDS)
		return (token->classes & WORD_GIVEN) && map_get(&naming->inner, token_core(token));
	if ((token->classes & (WORD_GIVEN | WORD_TITLE)) || map_get(&naming->inner, token_core(token)))
		return true;
	next = next_token(naming->document, at, passage->end);
	if (next && token->classes == 0 && (next->classes & FRAME_SPEECH) && (next->classes & FORM_PAST) &&
		at > passage->first + 1 && (token_at(naming->document, at - 1)->flags & TOKEN_MARK) &&
		((token_at(naming->document, at - 2)->flags & TOKEN_COMMA) ||
			!str_ends_with(token_text(token), STR("s"))))
		return true; /* “…,” Moss said. “…” Vik said; but “…” Clerks said. */
	if (str_ends_with(token_text(token), STR("ing")) || str_ends_with(token_text(token), STR("ly")) ||
		str_ends_with(token_text(token), STR("ed")))
		return false;
	next = next_capital(naming->document, passage, at);
	return next && !(next->classes & (FUNCTION_WORDS | WORD_TIME)) &&
	       !(token->flags & TOKEN_POSSESSIVE) && !(token->classes & FRAME_ANY);
}

/* Schließung, Mitgliedschaft: the ending shows a German noun. */
static bool is_plain_noun(const struct token *token)
{
	static const char *const endings[] = {
		"ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät"};

	for (size_t i = 0; i < COUNT_OF(endings); i++)
		if (str_ends_with(token_text(token), str_from(endings[i])))
			return true;
	return false;
}

/* vom, zum, zur: a particle with an article in it. */
static bool ends_in_article(const struct token *token)
{
	return token_is(token, "vom") || token_is(token, "zum") || token_is(token, "zur");
}

/* Ursula von der Heide, but not Clara Weidner von der Stadt: where the particles of surnames are prepositions
 * too, they join a surname to a given name, and in Spain and Portugal to another surname. */
static bool may_join(const struct document *document, uint32_t first, uint32_t at)
{
	const struct token *before = token_at(document, at - 1);

	if (document->language->has_english_syntax)
		return true;
	if (document->language->capitalises_nouns && !(before->classes & WORD_GIVEN) &&
		(!token_flagged(document, at + 1, TOKEN_CAPITAL) || token_has(document, at + 1, WORD_GIVEN) ||
			is_plain_noun(before) || ends_in_article(token_at(document, at))))
		return false; /* Lampen von Oda Hale, Bild von einem Leser, Räumung von Kellern */
	return !(before->classes & (WORD_ROLE | WORD_TITLE)) &&
	       (document->language->has_double_surnames || at == first + 1 || (before->classes & WORD_GIVEN));
}

/* van der, de, bin inside a name that began at `first`; `of` and `&` inside that of an organisation. Gives
 * the token after it. */
static uint32_t skip_connector(
	const struct naming *naming, const struct passage *passage, uint32_t first, uint32_t at)
{
	const struct document *document = naming->document;
	const struct token *before = token_at(document, at - 1);
	uint64_t inner =
		document->language->has_english_syntax ? WORD_PARTICLE : WORD_PARTICLE | WORD_DETERMINER;
	uint32_t end = at;

	if (!may_join(document, first, at))
		return at;

	while (end < passage->end && end < at + 3 &&
		(token_at(document, end)->classes & (end == at ? WORD_PARTICLE : inner)) &&
		!(token_at(document, end)->classes & WORD_ACCORDING) &&
		!(token_at(document, end)->flags & TOKEN_CAPITAL))
		end++;
	if (end == at && end < passage->end &&
		((token_is(token_at(document, at), "of") &&
			 (before->classes & (WORD_ORGANISATION | WORD_GIVEN))) ||
			token_is(token_at(document, at), "&")))
		end++;
	if (end == at || end >= passage->end || !(token_at(document, end)->flags & TOKEN_CAPITAL))
		return at;
	return end;
}

static uint32_t run_end(const struct naming *naming, const struct passage *passage, uint32_t first)
{
	const struct document *document = naming->document;
	uint32_t at = first;

	while (at < passage->end && at < first + 12) {
		const struct token *token = token_at(document, at);
		uint32_t next;

		if (at > first && !is_name_word(naming, passage, at, true)) {
			bool suffix = token->classes & WORD_SUFFIX;

			if (suffix)
				return at + 1;
			next = skip_connector(naming, passage, first, at);
			if (next == at || !is_name_word(naming, passage, next, true))
				return at;
			at = next;
		}
		if (token_at(document, at)->flags & TOKEN_POSSESSIVE)
			return at + 1;
		at++;
		if (at < passage->end && token_at(document, at)->span != token_at(document, first)->span)
			return at;
	}
	return at;
}

#define COMPOUND_PART_LEAST 4 /* bytes of each part */

/* Fraktionsgeschäftsführer, FNV-voorzitter: a word of no table that ends in a role of the table. */
static bool is_compound_role(const struct document *document, uint32_t at)
{
	struct str word = token_text(token_at(document, at));

	if (!document->language->joins_nouns || token_at(document, at)->classes != 0 ||
		word.length > WORD_BYTES_MOST)
		return false;
	for (size_t start = COMPOUND_PART_LEAST - 1; start + COMPOUND_PART_LEAST <= word.length; start++)
		if (lexicon_classes(document->lexicon, str_from_offset(word, start), false) & WORD_ROLE)
			return true;
	return false;
}

/* Wasserwirtschafter Jonas Pfeil: a word before a given name, where every noun has a capital, or any word has
 * one, at the start of a sentence. */
static bool is_noun_before_name(const struct document *document, uint32_t first, uint32_t end)
{
	bool is_initial = !document->language->has_english_syntax &&
			  (first == 0 || token_flagged(document, first - 1, TOKEN_STOP) ||
				  token_at(document, first - 1)->data > token_at(document, first)->data);

	if (document->language->capitalises_nouns && end > first + 2 &&
		token_at(document, first)->classes == 0 &&
		(str_ends_with(token_text(token_at(document, first)), STR("erin")) ||
			str_ends_with(token_text(token_at(document, first)), STR("tin"))))
		return true; /* Brückenbauerin Clara Weidner */
	return (document->language->capitalises_nouns || is_initial) && end > first + 2 &&
	       token_at(document, first)->classes == 0 &&
	       !token_flagged(document, first, TOKEN_ALL_CAPITALS) &&
	       token_has(document, first + 1, WORD_GIVEN);
}

/* Where the name itself begins: after titles, after a capitalised role (“House Speaker”), after a nation. */
static uint32_t skip_lead(const struct document *document, uint32_t first, uint32_t end)
{
	uint32_t start = first, last = end;

	while (last > first + 1 && (token_at(document, last - 1)->classes & WORD_SUFFIX))
		last--;
	if (last > first + 2 &&
		(is_compound_role(document, first) || is_noun_before_name(document, first, last)))
		start = first + 1;
	for (uint32_t i = first; i + 1 < last; i++)
		if (token_at(document, i)->classes & (WORD_TITLE | WORD_ROLE)) {
			bool after_given = i > start && (token_at(document, i - 1)->classes & WORD_GIVEN) &&
					   !(token_at(document, i)->flags & TOKEN_INITIAL) &&
					   i + 1 == last - 1;

			if (!after_given)
				start = i + 1;
		}
	while (start + 1 < last && (token_at(document, start)->classes & WORD_NATION) &&
		(token_at(document, start + 1)->classes & WORD_GIVEN))
		start++;
	return start;
}

static bool all_class(const struct document *document, uint32_t first, uint32_t end, uint64_t classes)
{
	for (uint32_t i = first; i < end; i++)
		if (!(token_at(document, i)->classes & classes))
			return false;
	return true;
}

/* Baker, Black, once their full names have been read, beside a verb that reports. */
static bool is_known_surname(const struct naming *naming, uint32_t passage, uint32_t first, uint32_t end)
{
	const struct document *document = naming->document;
	const struct passage *around = &document->passages.items[passage];

	if (end != first + 1 || !map_get(&naming->surnames, token_core(token_at(document, first))))
		return false;
	return (end < around->end && (token_at(document, end)->classes & FRAME_SPEECH)) ||
	       (first > around->first && (token_at(document, first - 1)->classes & FRAME_SPEECH));
}

/* die Stadt: where every noun has a capital, an article before a word alone tells a noun from a name. */
static bool is_noun(const struct naming *naming, uint32_t passage, uint32_t first, uint32_t end)
{
	const struct document *document = naming->document;

	return end == first + 1 && first > document->passages.items[passage].first &&
	       !(token_at(document, first)->classes & WORD_GIVEN) &&
	       (token_at(document, first - 1)->classes & WORD_DETERMINER) &&
	       !map_get(&naming->surnames, token_core(token_at(document, first)));
}

static void add_run(struct naming *naming, uint32_t passage, uint32_t first, uint32_t end)
{
	struct document *document = naming->document;
	uint32_t start = skip_lead(document, first, end);
	struct name_run *run;

	if (all_class(document, start, end, WORD_NATION | WORD_ROLE | WORD_TITLE | WORD_SUFFIX | WORD_TIME) &&
		!tokens_have(document, start, end, WORD_GIVEN) && start == first &&
		!is_known_surname(naming, passage, start, end))
		return;
	if (document->language->capitalises_nouns && start == first && is_noun(naming, passage, start, end))
		return;
	if (end > start + 1 && !tokens_have(document, start, end, WORD_ORGANISATION))
		++*map_put(&naming->surnames, token_core(token_at(document, end - 1)));
	run = LIST_PUSH(document->scratch, &document->runs);
	*run = (struct name_run){
		.passage = passage, .first = start, .end = end, .lead = first, .entity = NO_ENTITY};
	run->is_possessive = token_at(document, end - 1)->flags & TOKEN_POSSESSIVE;
	for (uint32_t i = first; i < end; i++)
		document->tokens.items[i].name = (uint32_t)(document->runs.count - 1);
}

/* Where a place or a party may stand before the name of a person: after a preposition; after a role, where
 * its genitive does (депутат Госдумы X, poseł PiS X). */
static bool may_lead_to_person(const struct document *document, uint32_t before)
{
	const struct token *token = token_at(document, before);

	if (!document->language->has_english_syntax && before > 0 && (token->classes & WORD_DETERMINER) &&
		(token_at(document, before - 1)->classes & WORD_PREPOSITION))
		return true; /* la ministre de la Santé X */
	return (token->classes & WORD_PREPOSITION) ||
	       (!document->language->has_english_syntax && (token->classes & WORD_ROLE) &&
		       !(token->flags & TOKEN_CAPITAL));
}

/* МИД, ČTK, AFP: capitals before a word that is written as names are. */
static bool is_acronym(const struct document *document, uint32_t at)
{
	return token_flagged(document, at, TOKEN_ALL_CAPITALS) && token_at(document, at)->length > 1 &&
	       !token_flagged(document, at, TOKEN_INITIAL) &&
	       !token_flagged(document, at + 1, TOKEN_ALL_CAPITALS);
}

/* “in Norrby Anna Hale said”: a given name inside a run begins another name; so does a word after an acronym.
 */
static uint32_t split_after_place(
	const struct document *document, const struct passage *passage, uint32_t first, uint32_t end)
{
	const struct token *token = token_at(document, first);

	if (!document->language->has_english_syntax && end > first + 2 && is_acronym(document, first))
		return first + 1;
	if (first == passage->first || !may_lead_to_person(document, first - 1) ||
		(token->classes & (WORD_GIVEN | WORD_TITLE | WORD_ROLE | WORD_ORGANISATION)))
		return end;
	for (uint32_t i = first + 1; i + 1 < end; i++)
		if (token_at(document, i)->classes & WORD_GIVEN)
			return i;
	return end;
}

static void add_label(struct document *document, uint32_t passage, uint32_t first, uint32_t end)
{
	struct name_run *run = LIST_PUSH(document->scratch, &document->runs);

	*run = (struct name_run){.passage = passage,
		.first = first,
		.end = end,
		.lead = first,
		.entity = NO_ENTITY,
		.is_label = true};
	for (uint32_t i = first; i < end; i++)
		document->tokens.items[i].name = (uint32_t)(document->runs.count - 1);
}

static void find_runs(struct naming *naming)
{
	struct document *document = naming->document;

	for (uint32_t p = 0; p < document->passages.count; p++) {
		const struct passage *passage = &document->passages.items[p];
		uint32_t from = passage->first, i;

		if (passage->label_end && !passage->is_answer) {
			add_label(document, p, from, passage->label_end - 1);
			from = passage->label_end;
		}
		while ((i = find_capital(document, from, passage->end)) < passage->end) {
			from = i + 1;
			if (!is_name_word(naming, passage, i, false))
				continue;
			from = run_end(naming, passage, i);
			from = split_after_place(document, passage, i, from);
			add_run(naming, p, i, from);
		}
	}
}

void document_find_names(struct document *document)
{
	struct naming naming = {.document = document};

	map_init(&naming.inner, document->scratch);
	map_init(&naming.surnames, document->scratch);
	if (document->language->is_caseless) {
		document_find_caseless_names(document);
		return;
	}
	count_inner_capitals(&naming);
	find_runs(&naming);
	document_place_names(document);
}
