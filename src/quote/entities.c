#include "quote/cues.h"

#include "dateline/base/map.h"

#define CANDIDATES_MOST 12 /* of one last word: more are not compared */

struct placing {
	struct document *document;
	struct map by_last;  /* last word of a name -> 1 + index of the newest entity */
	struct map by_first; /* first word of a full name -> 1 + index of an entity, or -1 for several */
};

/* The last word of a name that is no suffix. */
static uint32_t last_word(const struct document *document, const struct name_run *run)
{
	uint32_t at = run->end - 1;

	while (at > run->first && (token_at(document, at)->classes & WORD_SUFFIX))
		at--;
	return at;
}

static struct str word_at(const struct document *document, uint32_t at)
{
	return token_core(token_at(document, at));
}

/* The key under which a word of a name is kept: words in capitals as they are usually written. */
static struct str key_of(struct placing *placing, const struct name_run *run, uint32_t at)
{
	struct str word = word_at(placing->document, at);
	char *text;

	if (!run->is_label || word.length < 2)
		return word;
	text = arena_alloc(placing->document->scratch, word.length);
	text[0] = word.data[0];
	for (size_t i = 1; i < word.length; i++)
		text[i] = ascii_lower(word.data[i]);
	return (struct str){text, word.length};
}

static enum entity_kind kind_of(const struct document *document, const struct name_run *run)
{
	const struct token *first = token_at(document, run->first);
	bool titled = run->lead < run->first;

	if (tokens_have(document, run->first, run->end, WORD_ORGANISATION) && !titled)
		return ENTITY_ORGANISATION;
	if (run->is_label)
		return ENTITY_PERSON;
	if (titled && tokens_have(document, run->lead, run->first, WORD_TITLE | WORD_ROLE))
		return ENTITY_PERSON;
	if (run->end - run->first > 1 && (first->classes & WORD_GIVEN))
		return ENTITY_PERSON;
	if (first->classes & (WORD_NATION | WORD_PREPOSITION))
		return ENTITY_PLACE;
	if (run->end - run->first == 1 && (first->flags & TOKEN_ALL_CAPITALS) && first->length > 1 &&
		first->length < 6)
		return ENTITY_ORGANISATION;
	return ENTITY_UNKNOWN;
}

static void vote_gender(struct entity *entity, const struct document *document, const struct name_run *run)
{
	uint64_t given =
		run->end - run->first > 1 || entity->is_single ? token_at(document, run->first)->classes : 0;

	if (given & WORD_GIVEN) {
		entity->male += given & WORD_MALE ? 2 : 0;
		entity->female += given & WORD_FEMALE ? 2 : 0;
	}
	for (uint32_t i = run->lead; i < run->first; i++) {
		uint64_t title = token_at(document, i)->classes & (WORD_TITLE | WORD_ROLE)
					 ? token_at(document, i)->classes
					 : 0;

		entity->male += title & WORD_MALE && !(title & WORD_GIVEN) ? 20 : 0;
		entity->female += title & WORD_FEMALE && !(title & WORD_GIVEN) ? 20 : 0;
	}
}

/* The fuller of two forms of one name: does `longer` hold every word of `shorter`, in order, initials and
 * given names standing for each other? */
static bool is_form_of(
	const struct document *document, const struct name_run *shorter, const struct name_run *longer)
{
	uint32_t j = longer->first;

	for (uint32_t i = shorter->first; i < shorter->end; i++) {
		struct str word = word_at(document, i);

		if (token_at(document, i)->classes & WORD_SUFFIX)
			continue;
		while (j < longer->end && !str_equal_nocase(word, word_at(document, j)))
			j++;
		if (j == longer->end)
			return false;
		j++;
	}
	return true;
}

/* Two given names of one person: the same, or one short for the other (Mike, Michael; J., John). */
static bool same_given(struct str a, struct str b)
{
	size_t shared = 0;

	while (shared < a.length && shared < b.length &&
		ascii_lower(a.data[shared]) == ascii_lower(b.data[shared]))
		shared++;
	return shared >= 3 || (shared >= 1 && (a.length == 2 || b.length == 2));
}

static bool may_be_same(const struct document *document, const struct name_run *a, const struct name_run *b)
{
	if (is_form_of(document, a, b) || is_form_of(document, b, a))
		return true;
	return a->end - a->first > 1 && b->end - b->first > 1 &&
	       same_given(word_at(document, a->first), word_at(document, b->first));
}

static uint32_t new_entity(struct placing *placing, uint32_t index, int64_t *chain)
{
	struct document *document = placing->document;
	const struct name_run *run = &document->runs.items[index];
	struct entity *entity = LIST_PUSH(document->scratch, &document->entities);

	entity->kind = kind_of(document, run);
	entity->run = index;
	entity->is_single = run->end - run->first == 1;
	entity->next = *chain ? (uint32_t)(*chain - 1) : NO_ENTITY;
	entity->last_full = index;
	*chain = (int64_t)document->entities.count;
	return (uint32_t)(document->entities.count - 1);
}

/* Zdaniem Hanny Borek, …: does a word stand before the name that puts it in another case? */
static bool is_inflected(const struct document *document, const struct name_run *run)
{
	return document->language->inflects_names &&
	       run->lead > document->passages.items[run->passage].first &&
	       (token_at(document, run->lead - 1)->classes &
		       (WORD_ACCORDING | WORD_PREPOSITION | WORD_CUE_NOUN));
}

/* Does the run show more of the name than the one that is known, or show it as it is? */
static bool is_better_form(
	const struct document *document, const struct name_run *run, const struct name_run *known)
{
	uint32_t length = run->end - run->first, known_length = known->end - known->first;

	return length > known_length || (known->is_label && !run->is_label) ||
	       (length == known_length && is_inflected(document, known) && !is_inflected(document, run));
}

/* Full names first: each finds the entity of the same last word that it may be a form of, or makes one. */
static void place_full_name(struct placing *placing, uint32_t index)
{
	struct document *document = placing->document;
	struct name_run *run = &document->runs.items[index];
	struct str last = key_of(placing, run, last_word(document, run));
	int64_t *chain = map_put(&placing->by_last, last), *first;
	uint32_t candidate = *chain ? (uint32_t)(*chain - 1) : NO_ENTITY;

	for (int i = 0; candidate != NO_ENTITY && i < CANDIDATES_MOST; i++) {
		struct entity *entity = &document->entities.items[candidate];
		const struct name_run *known = &document->runs.items[entity->run];

		if (may_be_same(document, run, known)) {
			if (is_better_form(document, run, known))
				entity->run = index;
			break;
		}
		candidate = entity->next;
	}
	if (candidate == NO_ENTITY)
		candidate = new_entity(placing, index, chain);
	run->entity = candidate;
	first = map_put(&placing->by_first, key_of(placing, run, run->first));
	*first = *first == 0 || *first == (int64_t)candidate + 1 ? (int64_t)candidate + 1 : -1;
}

static bool fits_title(
	const struct document *document, const struct entity *entity, const struct name_run *run)
{
	bool male = tokens_have(document, run->lead, run->first, WORD_MALE);
	bool female = tokens_have(document, run->lead, run->first, WORD_FEMALE);

	return !(male && entity->female > entity->male) && !(female && entity->male > entity->female);
}

/* Of two members of a family: with a title that fits both the one introduced first, else the one last named
 * in full. */
static bool is_better_member(
	const struct entity *entity, const struct entity *known, bool titled, uint32_t index)
{
	if (titled)
		return entity->run < known->run;
	return entity->last_full < index &&
	       (known->last_full > index || entity->last_full > known->last_full);
}

/* A family: the member whom a title fits, then the one last named in full. */
static uint32_t choose_member(
	const struct document *document, uint32_t candidate, const struct name_run *run, uint32_t index)
{
	bool titled = tokens_have(document, run->lead, run->first, WORD_MALE | WORD_FEMALE);
	uint32_t best = NO_ENTITY;

	for (int i = 0; candidate != NO_ENTITY && i < CANDIDATES_MOST; i++) {
		const struct entity *entity = &document->entities.items[candidate];
		const struct entity *known = best == NO_ENTITY ? NULL : &document->entities.items[best];
		bool alone = entity->next == NO_ENTITY && best == NO_ENTITY;

		if (!entity->is_single && entity->kind != ENTITY_ORGANISATION &&
			(alone || fits_title(document, entity, run)) &&
			(known == NULL || is_better_member(entity, known, titled, index)))
			best = candidate;
		candidate = entity->next;
	}
	return best;
}

/* Pope, Queen: titles that stay with a name of one word. */
bool run_has_lasting_title(const struct document *document, const struct name_run *run)
{
	static const char *const titles[] = {"pope", "king", "queen", "prince", "princess", "emperor"};

	if (run->lead + 1 != run->first || run->end - run->first != 1)
		return false;
	for (size_t i = 0; i < COUNT_OF(titles); i++)
		if (token_is(token_at(document, run->lead), titles[i]))
			return true;
	return false;
}

/* Oda; also Mr. Deng for Deng Yifan, whose surname stands first. */
static bool may_be_first(const struct document *document, const struct name_run *run)
{
	return run->lead == run->first || !(token_at(document, run->first)->classes & WORD_GIVEN);
}

/* A single word: the last word of a full name, else the first word of exactly one, else a name of its own. */
static void place_single_name(struct placing *placing, uint32_t index)
{
	struct document *document = placing->document;
	struct name_run *run = &document->runs.items[index];
	struct str word = key_of(placing, run, run->first);
	int64_t *chain = map_put(&placing->by_last, word), *first = map_get(&placing->by_first, word);
	uint32_t head = *chain ? (uint32_t)(*chain - 1) : NO_ENTITY, found;

	found = choose_member(document, head, run, index);
	if (found == NO_ENTITY && first && *first > 0 && may_be_first(document, run) &&
		document->entities.items[*first - 1].kind != ENTITY_ORGANISATION)
		found = (uint32_t)(*first - 1);
	for (uint32_t i = head, n = 0; found == NO_ENTITY && i != NO_ENTITY && n < CANDIDATES_MOST; n++) {
		if (document->entities.items[i].is_single)
			found = i;
		i = document->entities.items[i].next;
	}
	run->entity = found == NO_ENTITY ? new_entity(placing, index, chain) : found;
	if (document->entities.items[run->entity].is_single && run_has_lasting_title(document, run))
		document->entities.items[run->entity].run = index;
}

static bool is_full(const struct document *document, const struct name_run *run)
{
	return last_word(document, run) > run->first;
}

static void count_mention(struct document *document, const struct name_run *run)
{
	struct entity *entity = &document->entities.items[run->entity];

	entity->mentions++;
	vote_gender(entity, document, run);
	if (entity->kind == ENTITY_UNKNOWN && kind_of(document, run) == ENTITY_PERSON)
		entity->kind = ENTITY_PERSON;
	if (run->lead == run->first && run->first > document->passages.items[run->passage].first &&
		token_is(token_at(document, run->first - 1), "in"))
		entity->places++;
}

/* All runs in full form first, so that a surname may stand before the full name. */
void document_place_names(struct document *document)
{
	struct placing placing = {.document = document};

	map_init(&placing.by_last, document->scratch);
	map_init(&placing.by_first, document->scratch);
	for (uint32_t i = 0; i < document->runs.count; i++)
		if (is_full(document, &document->runs.items[i])) {
			place_full_name(&placing, i);
			count_mention(document, &document->runs.items[i]);
		}
	for (uint32_t i = 0; i < document->runs.count; i++) {
		struct name_run *run = &document->runs.items[i];

		if (is_full(document, run)) {
			document->entities.items[run->entity].last_full = i;
			continue;
		}
		place_single_name(&placing, i);
		count_mention(document, run);
	}
	for (uint32_t i = 0; i < document->entities.count; i++) {
		struct entity *entity = &document->entities.items[i];

		if (entity->places * 2 > entity->mentions && entity->kind != ENTITY_ORGANISATION)
			entity->kind = ENTITY_PLACE;
	}
}

#define NEIGHBOURS_MOST 64 /* of the newest entities, that a name without capitals is compared with */
#define SURNAME_BYTES 6    /* of a Chinese, Japanese or Korean surname at most */

static struct str run_text(const struct document *document, uint32_t first, uint32_t end)
{
	const struct token *last = token_at(document, end - 1);
	const char *start = token_at(document, first)->data;

	return (struct str){start, (size_t)(last->data + last->length - start)};
}

/* Is one the surname of the other? It stands first in China, Japan and Korea, and last in Arabic. */
static bool is_surname_of(enum script script, struct str surname, struct str name)
{
	if (surname.length >= name.length)
		return false;
	if (script == SCRIPT_ARABIC)
		return str_ends_with(name, surname) && name.data[name.length - surname.length - 1] == ' ';
	return surname.length <= SURNAME_BYTES && str_starts_with(name, surname);
}

/* Who was named before by the same words, or more of them, or fewer; the fuller form is kept. */
static uint32_t entity_named(struct document *document, uint32_t first, uint32_t end, uint32_t run)
{
	struct str name = run_text(document, first, end);
	enum script script = document->language->script;

	for (size_t i = document->entities.count; i > 0 && document->entities.count - i < NEIGHBOURS_MOST;
		i--) {
		struct entity *entity = &document->entities.items[i - 1];
		const struct name_run *fullest = &document->runs.items[entity->run];
		struct str known = run_text(document, fullest->first, fullest->end);

		if (is_surname_of(script, known, name) && run != NO_NAME)
			entity->run = run;
		if (str_equal(name, known) || is_surname_of(script, name, known) ||
			is_surname_of(script, known, name))
			return (uint32_t)(i - 1);
	}
	return NO_ENTITY;
}

bool document_has_name(struct document *document, uint32_t first, uint32_t end)
{
	return entity_named(document, first, end, NO_NAME) != NO_ENTITY;
}

uint32_t document_add_name(struct document *document, uint32_t passage, uint32_t first, uint32_t end)
{
	struct name_run *run = LIST_PUSH(document->scratch, &document->runs);
	uint32_t index = (uint32_t)(document->runs.count - 1), known;

	*run = (struct name_run){.passage = passage, .first = first, .end = end, .lead = first};
	known = entity_named(document, first, end, index);
	for (uint32_t i = first; i < end; i++)
		document->tokens.items[i].name = index;
	if (known == NO_ENTITY) {
		known = (uint32_t)document->entities.count;
		*LIST_PUSH(document->scratch, &document->entities) =
			(struct entity){.kind = ENTITY_PERSON, .run = index, .next = NO_ENTITY};
	}
	document->entities.items[known].mentions++;
	document->runs.items[index].entity = known;
	return index;
}
