#include "quote/resolve.h"

#define SENTENCES_BACK_MOST 12
#define TOKENS_BACK_MOST 600
#define INFLECTION_BYTES 6 /* of the end of a name */
#define ENTITIES_MOST 400  /* that are looked through for one phrase */

static const struct entity *entity_at(const struct document *document, uint32_t index)
{
	return &document->entities.items[index];
}

static bool may_be_person(const struct entity *entity)
{
	return entity->kind == ENTITY_PERSON || entity->kind == ENTITY_UNKNOWN;
}

/* Does the gender of a pronoun allow this person? 0: no; 1: nothing is known; 2: yes. */
static int gender_fit(const struct entity *entity, uint64_t classes)
{
	int lean = entity->male - entity->female;

	if ((classes & WORD_MALE) && (classes & WORD_FEMALE))
		return 1;
	if (classes & WORD_MALE)
		return lean > 0 ? 2 : lean == 0;
	if (classes & WORD_FEMALE)
		return lean < 0 ? 2 : lean == 0;
	return 0;
}

struct search {
	const struct document *document;
	struct memory *memory;
	uint64_t classes; /* of the pronoun */
	uint32_t pronoun; /* its token */
};

static int fit_of(const struct search *search, uint32_t entity)
{
	if (entity == NO_ENTITY || !may_be_person(entity_at(search->document, entity)))
		return 0;
	return gender_fit(entity_at(search->document, entity), search->classes);
}

/* The sentence that holds a token. */
static uint32_t sentence_of(const struct document *document, uint32_t token)
{
	size_t low = 0, high = document->sentences.count;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (document->sentences.items[middle].first <= token)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* The first name of a sentence, outside marks and no possessive, that fits at least as well as asked. */
static uint32_t name_in_sentence(const struct search *search, uint32_t first, uint32_t end, int least)
{
	const struct document *document = search->document;

	for (uint32_t i = first; i < end; i++) {
		const struct token *token = token_at(document, i);

		if (token->span != NO_SPAN || token->name == NO_NAME)
			continue;
		if (fit_of(search, document->runs.items[token->name].entity) >= least)
			return document->runs.items[token->name].entity;
	}
	return NO_ENTITY;
}

/* He, she: a name before it in its own sentence; then sentence by sentence back, first whom the sentence is
 * about, then whom else it names. */
static uint32_t find_antecedent(const struct search *search, uint32_t *distance)
{
	const struct document *document = search->document;
	uint32_t index = sentence_of(document, search->pronoun);
	uint32_t found = name_in_sentence(search, document->sentences.items[index].first, search->pronoun, 2);

	*distance = 0;
	for (uint32_t n = 1; found == NO_ENTITY && n <= SENTENCES_BACK_MOST && n <= index; n++) {
		const struct sentence *sentence = &document->sentences.items[index - n];
		uint32_t topic = memory_topic(search->memory, document, index - n);

		if (search->pronoun - sentence->first > TOKENS_BACK_MOST)
			break;
		*distance = n;
		if (fit_of(search, topic) >= 1)
			return topic;
		found = name_in_sentence(search, sentence->first, sentence->end, 2);
	}
	return found;
}

/* The last person named before the pronoun of whom nothing speaks against it. */
static uint32_t find_nearest(const struct search *search)
{
	const struct document *document = search->document;
	uint32_t floor = search->pronoun > TOKENS_BACK_MOST ? search->pronoun - TOKENS_BACK_MOST : 0;

	for (uint32_t at = search->pronoun; at > floor; at--) {
		const struct token *token = token_at(document, at - 1);
		uint32_t entity;

		if (token->span != NO_SPAN || token->name == NO_NAME)
			continue;
		entity = document->runs.items[token->name].entity;
		if (entity_at(document, entity)->kind == ENTITY_PERSON && fit_of(search, entity) >= 1)
			return entity;
	}
	return NO_ENTITY;
}

/* The one person of the whole article whom the pronoun fits: “he” may stand before his name. */
static uint32_t find_only_fit(const struct search *search, int least)
{
	uint32_t only = NO_ENTITY;

	for (uint32_t i = 0; i < search->document->entities.count && i < ENTITIES_MOST; i++) {
		if (fit_of(search, i) < least ||
			(least < 2 && entity_at(search->document, i)->kind != ENTITY_PERSON))
			continue;
		if (only != NO_ENTITY)
			return NO_ENTITY;
		only = i;
	}
	return only;
}

/* «…», ha aggiunto: where the verb is enough, who spoke last speaks on. */
static void resolve_unsaid(
	const struct document *document, struct attribution *attribution, struct memory *memory)
{
	uint32_t index = sentence_of(document, attribution->cue_first);

	attribution->entity = memory->last_speaker;
	for (uint32_t n = 1; attribution->entity == NO_ENTITY && n <= SENTENCES_BACK_MOST && n <= index;
		n++) {
		uint32_t topic = memory_topic(memory, document, index - n);

		if (topic != NO_ENTITY && entity_at(document, topic)->kind == ENTITY_PERSON)
			attribution->entity = topic;
	}
	if (attribution->entity == NO_ENTITY)
		attribution->entity = find_only_fit(
			&(struct search){document, memory, WORD_MALE | WORD_FEMALE, attribution->cue_first},
			1);
	attribution->sieve = "who spoke last: the text leaves the subject unsaid";
}

static void resolve_pronoun(
	const struct document *document, struct attribution *attribution, struct memory *memory)
{
	uint32_t at = attribution->source.first, distance;
	struct search search = {document, memory, token_at(document, at)->classes, at};
	uint32_t found;

	if (!(search.classes & (WORD_MALE | WORD_FEMALE)))
		return;
	found = find_antecedent(&search, &distance);
	attribution->sieve = "the last person whose gender fits the pronoun";
	attribution->is_certain = found != NO_ENTITY && found == memory->last_speaker && distance <= 2;
	if (found == NO_ENTITY && fit_of(&search, memory->last_speaker) >= 1)
		found = memory->last_speaker;
	if (found == NO_ENTITY)
		found = find_only_fit(&search, 2);
	if (found == NO_ENTITY)
		found = document->language->has_english_syntax ? find_nearest(&search)
							       : find_only_fit(&search, 1);
	attribution->entity = found;
}

/* the mayor, der Bürgermeister, le maire; мэр, 市長, where the language has no article. */
static bool is_definite(const struct document *document, const struct phrase *phrase)
{
	static const char *const indefinite[] = {
		"ein", "eine", "un", "une", "uno", "una", "um", "uma", "een"};
	const struct token *first = token_at(document, phrase->first);

	if (document->language->has_english_syntax)
		return token_is(first, "the");
	for (size_t i = 0; i < COUNT_OF(indefinite); i++)
		if (token_is(first, indefinite[i]))
			return false;
	return first->classes & (WORD_DETERMINER | WORD_ROLE);
}

/* “the mayor”: the person whose role has that word. */
static void resolve_role(const struct document *document, struct attribution *attribution)
{
	const struct phrase *phrase = &attribution->source;
	struct str head = token_core(token_at(document, phrase->end - 1));
	uint32_t found = NO_ENTITY;

	if (!is_definite(document, phrase) || phrase->end - phrase->first > 3 ||
		!token_has(document, phrase->end - 1, WORD_ROLE))
		return;
	for (uint32_t i = 0; i < document->entities.count && i < ENTITIES_MOST; i++) {
		const struct entity *entity = entity_at(document, i);

		for (uint32_t at = entity->role_first;
			at < entity->role_end && !token_has(document, at, WORD_RELATIVE); at++)
			if (str_equal_nocase(token_core(token_at(document, at)), head)) {
				if (found == NO_ENTITY)
					found = i;
				break;
			}
	}
	attribution->entity = found;
	attribution->sieve = "the person introduced with that role";
}

static bool is_and(const struct document *document, uint32_t at)
{
	static const char *const words[] = {
		"and", "und", "et", "y", "e", "ed", "en", "i", "a", "и", "і", "та"};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (token_is(token_at(document, at), words[i]))
			return true;
	return false;
}

/* The run of a name outside marks that `at` belongs to, when somebody may be meant; else NO_NAME. */
static uint32_t person_run(const struct document *document, uint32_t at)
{
	uint32_t run = token_at(document, at)->span == NO_SPAN ? token_at(document, at)->name : NO_NAME;

	return run != NO_NAME && !document->runs.items[run].is_possessive &&
			       may_be_person(entity_at(document, document->runs.items[run].entity))
		       ? run
		       : NO_NAME;
}

/* X and Y said: the subject begins with X, so nothing governs it. */
static uint32_t partner_before(const struct document *document, const struct phrase *source)
{
	uint32_t floor = document->sentences.items[sentence_of(document, source->first)].first, first, run;

	if (source->first < floor + 2 || !is_and(document, source->first - 1))
		return NO_NAME;
	run = person_run(document, source->first - 2);
	if (run == NO_NAME)
		return NO_NAME;
	first = document->runs.items[run].lead;
	return first <= floor || token_at(document, first - 1)->span != NO_SPAN ||
			       token_flagged(document, first - 1, TOKEN_PUNCTUATION) ||
			       token_has(document, first - 1, WORD_THAT | WORD_SUBORDINATOR | WORD_ADVERB)
		       ? run
		       : NO_NAME;
}

/* said X and Y, where Y begins no clause of its own. */
static uint32_t partner_after(const struct document *document, const struct attribution *attribution)
{
	const struct phrase *source = &attribution->source;
	const struct sentence *sentence = &document->sentences.items[sentence_of(document, source->first)];
	uint32_t run, end;

	if (attribution->cue_first >= source->first || source->end + 1 >= sentence->end ||
		!is_and(document, source->end))
		return NO_NAME;
	run = person_run(document, source->end + 1);
	if (run == NO_NAME || document->runs.items[run].lead != source->end + 1)
		return NO_NAME;
	end = document->runs.items[run].end;
	return end >= sentence->end || token_at(document, end)->span != NO_SPAN ||
			       token_flagged(document, end, TOKEN_PUNCTUATION) ||
			       token_has(document, end, WORD_PREPOSITION | WORD_TIME | WORD_RELATIVE)
		       ? run
		       : NO_NAME;
}

static uint32_t find_partner(const struct document *document, const struct attribution *attribution)
{
	uint32_t entity = attribution->entity, run;

	if (!may_be_person(entity_at(document, entity)) || attribution->cue_first >= attribution->cue_end)
		return 0;
	run = partner_before(document, &attribution->source);
	if (run == NO_NAME)
		run = partner_after(document, attribution);
	return run == NO_NAME || document->runs.items[run].entity == entity ? 0 : run + 1;
}

/* Does the text itself say who speaks, or is the pattern a guess? */
static bool is_plain(const struct document *document, const struct attribution *attribution)
{
	switch (attribution->pattern) {
	case PATTERN_PARTICIPLE:
	case PATTERN_NOUN:
	case PATTERN_SENTENCE:
	case PATTERN_PREVIOUS:
	case PATTERN_FOLLOWING:
		return false;
	case PATTERN_REPORT:
		return !token_has(document, attribution->cue_first, FORM_PARTICIPLE);
	case PATTERN_CLAUSE:
		return token_has(document, attribution->cue_first, FRAME_SPEECH) &&
		       !token_has(document, attribution->cue_first, FORM_BASE);
	default:
		return true;
	}
}

/* Marka Lewickiego and Marek Lewicki: words of which no more than the ends differ. */
static bool is_inflection(struct str a, struct str b)
{
	size_t shared = 0, longer = a.length > b.length ? a.length : b.length;

	while (shared < a.length && shared < b.length && a.data[shared] == b.data[shared])
		shared++;
	return shared >= 3 && longer - shared <= INFLECTION_BYTES;
}

/* По словам Марка Левина, …: the person whose name stands elsewhere in the nominative; the same one when it
 * does not. */
static uint32_t in_nominative(const struct document *document, uint32_t entity)
{
	const struct name_run *run = &document->runs.items[entity_at(document, entity)->run];

	if (!document->language->inflects_names || run->end < run->first + 2)
		return entity;
	for (uint32_t i = 0; i < document->entities.count && i < ENTITIES_MOST; i++) {
		const struct name_run *other = &document->runs.items[entity_at(document, i)->run];
		bool same = i != entity && other->end - other->first == run->end - run->first;

		for (uint32_t n = 0; same && n < run->end - run->first; n++)
			same = is_inflection(token_text(token_at(document, run->first + n)),
				token_text(token_at(document, other->first + n)));
		if (same)
			return i;
	}
	return entity;
}

void resolve_source(const struct document *document, struct attribution *attribution, struct memory *memory)
{
	attribution->entity = NO_ENTITY;
	attribution->sieve = "";
	attribution->is_certain = false;
	switch (attribution->source.kind) {
	case PHRASE_NAME:
		attribution->entity = document->runs.items[attribution->source.run].entity;
		if (attribution->pattern == PATTERN_ACCORDING)
			attribution->entity = in_nominative(document, attribution->entity);
		attribution->sieve = "named in the text";
		attribution->partner = find_partner(document, attribution);
		attribution->is_certain = true;
		break;
	case PHRASE_PRONOUN:
		(attribution->source.first == attribution->source.end ? resolve_unsaid : resolve_pronoun)(
			document, attribution, memory);
		break;
	case PHRASE_COMMON:
		resolve_role(document, attribution);
		break;
	case PHRASE_NONE:
		break;
	}
	attribution->is_certain = attribution->is_certain && is_plain(document, attribution);
}
