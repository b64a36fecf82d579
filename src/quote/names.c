#include "quote/cues.h"

#include "dateline/base/map.h"

#define FUNCTION_WORDS                                                                                       \
	(WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT |             \
		WORD_RELATIVE | WORD_PRONOUN | WORD_OBJECT_PRONOUN | WORD_AUXILIARY | WORD_ADVERB |          \
		WORD_NEGATION | WORD_ACCORDING)

#define CANDIDATES_MOST 12 /* of one last word: more are not compared */

struct naming {
	struct document *document;
	struct map inner;    /* words that are capitalised inside a sentence */
	struct map surnames; /* last words of full names that were read so far */
	struct map by_last;  /* last word of a name -> 1 + index of the newest entity */
	struct map by_first; /* first word of a full name -> 1 + index of an entity, or -1 for several */
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

/* At the start of a sentence: an unknown word with another capitalised one after it (Oda Hale kept the list).
 */
static bool begins_name(const struct document *document, const struct passage *passage, uint32_t at)
{
	const struct token *token = token_at(document, at), *next = next_token(document, at, passage->end);
	struct str text = token_text(token);

	if (next == NULL || (token->classes & ~WORD_GIVEN & ~WORD_MALE & ~WORD_FEMALE) ||
		(token->flags & TOKEN_POSSESSIVE) || !(next->flags & TOKEN_CAPITAL) ||
		(next->classes & (FUNCTION_WORDS | WORD_TIME)))
		return false;
	return !str_ends_with(text, STR("ing")) && !str_ends_with(text, STR("ed")) &&
	       !str_ends_with(text, STR("ly"));
}

static void count_inner_capitals(struct naming *naming)
{
	struct document *document = naming->document;

	for (size_t p = 0; p < document->passages.count; p++) {
		const struct passage *passage = &document->passages.items[p];

		for (uint32_t i = passage->first; i < passage->end; i++) {
			const struct token *token = token_at(document, i);

			if ((token->flags & TOKEN_CAPITAL) && (!is_initial_position(document, passage, i) ||
								      begins_name(document, passage, i)))
				++*map_put(&naming->inner, token_core(token));
		}
	}
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
	if (token->classes & (WORD_PRONOUN | WORD_DETERMINER | WORD_POSSESSIVE))
		return false;
	if (is_inside && !(token->classes & (WORD_TIME | WORD_PREPOSITION)))
		return true;
	if (token->classes & WORD_TIME)
		return is_inside && (token->classes & WORD_GIVEN);
	if (!is_initial_position(naming->document, passage, at))
		return !(token->classes & (FUNCTION_WORDS & ~WORD_AUXILIARY & ~WORD_ADVERB)) || is_inside;
	if (token->classes & FUNCTION_WORDS)
		return (token->classes & WORD_GIVEN) && map_get(&naming->inner, token_core(token));
	if ((token->classes & (WORD_GIVEN | WORD_TITLE)) || map_get(&naming->inner, token_core(token)))
		return true;
	next = next_token(naming->document, at, passage->end);
	if (next && token->classes == 0 && !str_ends_with(token_text(token), STR("s")) &&
		(next->classes & FRAME_SPEECH) && (next->classes & FORM_PAST) && at > passage->first &&
		(token_at(naming->document, at - 1)->flags & TOKEN_MARK))
		return true; /* “…” Vik said. */
	if (str_ends_with(token_text(token), STR("ing")) || str_ends_with(token_text(token), STR("ly")) ||
		str_ends_with(token_text(token), STR("ed")))
		return false;
	return next && (next->flags & TOKEN_CAPITAL) && !(next->classes & (FUNCTION_WORDS | WORD_TIME)) &&
	       !(token->flags & TOKEN_POSSESSIVE) && !(token->classes & FRAME_ANY);
}

/* van der, de, bin inside a name; `of` and `&` inside that of an organisation. Gives the token after it. */
static uint32_t skip_connector(const struct naming *naming, const struct passage *passage, uint32_t at)
{
	const struct document *document = naming->document;
	const struct token *before = token_at(document, at - 1);
	uint32_t end = at;

	while (end < passage->end && end < at + 3 && (token_at(document, end)->classes & WORD_PARTICLE) &&
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
			next = skip_connector(naming, passage, at);
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

/* Where the name itself begins: after titles, after a capitalised role (“House Speaker”), after a nation. */
static uint32_t skip_lead(const struct document *document, uint32_t first, uint32_t end)
{
	uint32_t start = first, last = end;

	while (last > first + 1 && (token_at(document, last - 1)->classes & WORD_SUFFIX))
		last--;
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

static bool has_class(const struct document *document, uint32_t first, uint32_t end, uint64_t classes)
{
	for (uint32_t i = first; i < end; i++)
		if (token_at(document, i)->classes & classes)
			return true;
	return false;
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
		!has_class(document, start, end, WORD_GIVEN) && start == first &&
		!is_known_surname(naming, passage, start, end))
		return;
	if (document->language->capitalises_nouns && start == first && is_noun(naming, passage, start, end))
		return;
	if (end > start + 1 && !has_class(document, start, end, WORD_ORGANISATION))
		++*map_put(&naming->surnames, token_core(token_at(document, end - 1)));
	run = LIST_PUSH(document->scratch, &document->runs);
	*run = (struct name_run){
		.passage = passage, .first = start, .end = end, .lead = first, .entity = NO_ENTITY};
	run->is_possessive = token_at(document, end - 1)->flags & TOKEN_POSSESSIVE;
	for (uint32_t i = first; i < end; i++)
		document->tokens.items[i].name = (uint32_t)(document->runs.count - 1);
}

/* “in Norrby Anna Hale said”: after a preposition, a given name inside a run begins another name. */
static uint32_t split_after_place(
	const struct document *document, const struct passage *passage, uint32_t first, uint32_t end)
{
	if (first == passage->first || !(token_at(document, first - 1)->classes & WORD_PREPOSITION) ||
		(token_at(document, first)->classes &
			(WORD_GIVEN | WORD_TITLE | WORD_ROLE | WORD_ORGANISATION)))
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

		uint32_t from = passage->first;

		if (passage->label_end && !passage->is_answer) {
			add_label(document, p, from, passage->label_end - 1);
			from = passage->label_end;
		}
		for (uint32_t i = from; i < passage->end;) {
			uint32_t end;

			if (!token_flagged(document, i, TOKEN_CAPITAL) ||
				!is_name_word(naming, passage, i, false)) {
				i++;
				continue;
			}
			end = run_end(naming, passage, i);
			end = split_after_place(document, passage, i, end);
			add_run(naming, p, i, end);
			i = end;
		}
	}
}

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
static struct str key_of(struct naming *naming, const struct name_run *run, uint32_t at)
{
	struct str word = word_at(naming->document, at);
	char *text;

	if (!run->is_label || word.length < 2)
		return word;
	text = arena_alloc(naming->document->scratch, word.length);
	text[0] = word.data[0];
	for (size_t i = 1; i < word.length; i++)
		text[i] = ascii_lower(word.data[i]);
	return (struct str){text, word.length};
}

static enum entity_kind kind_of(const struct document *document, const struct name_run *run)
{
	const struct token *first = token_at(document, run->first);
	bool titled = run->lead < run->first;

	if (has_class(document, run->first, run->end, WORD_ORGANISATION) && !titled)
		return ENTITY_ORGANISATION;
	if (run->is_label)
		return ENTITY_PERSON;
	if (titled && has_class(document, run->lead, run->first, WORD_TITLE | WORD_ROLE))
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

static uint32_t new_entity(struct naming *naming, uint32_t index, int64_t *chain)
{
	struct document *document = naming->document;
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

/* Full names first: each finds the entity of the same last word that it may be a form of, or makes one. */
static void place_full_name(struct naming *naming, uint32_t index)
{
	struct document *document = naming->document;
	struct name_run *run = &document->runs.items[index];
	struct str last = key_of(naming, run, last_word(document, run));
	int64_t *chain = map_put(&naming->by_last, last), *first;
	uint32_t candidate = *chain ? (uint32_t)(*chain - 1) : NO_ENTITY;

	for (int i = 0; candidate != NO_ENTITY && i < CANDIDATES_MOST; i++) {
		struct entity *entity = &document->entities.items[candidate];
		const struct name_run *known = &document->runs.items[entity->run];

		if (may_be_same(document, run, known)) {
			if (run->end - run->first > known->end - known->first ||
				(known->is_label && !run->is_label))
				entity->run = index;
			break;
		}
		candidate = entity->next;
	}
	if (candidate == NO_ENTITY)
		candidate = new_entity(naming, index, chain);
	run->entity = candidate;
	first = map_put(&naming->by_first, key_of(naming, run, run->first));
	*first = *first == 0 || *first == (int64_t)candidate + 1 ? (int64_t)candidate + 1 : -1;
}

static bool fits_title(
	const struct document *document, const struct entity *entity, const struct name_run *run)
{
	bool male = has_class(document, run->lead, run->first, WORD_MALE);
	bool female = has_class(document, run->lead, run->first, WORD_FEMALE);

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
	bool titled = has_class(document, run->lead, run->first, WORD_MALE | WORD_FEMALE);
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

/* Oda; also Mr. Lou for Lou Jiwei, whose surname stands first. */
static bool may_be_first(const struct document *document, const struct name_run *run)
{
	return run->lead == run->first || !(token_at(document, run->first)->classes & WORD_GIVEN);
}

/* A single word: the last word of a full name, else the first word of exactly one, else a name of its own. */
static void place_single_name(struct naming *naming, uint32_t index)
{
	struct document *document = naming->document;
	struct name_run *run = &document->runs.items[index];
	struct str word = key_of(naming, run, run->first);
	int64_t *chain = map_put(&naming->by_last, word), *first = map_get(&naming->by_first, word);
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
	run->entity = found == NO_ENTITY ? new_entity(naming, index, chain) : found;
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
static void place_names(struct naming *naming)
{
	struct document *document = naming->document;

	for (uint32_t i = 0; i < document->runs.count; i++)
		if (is_full(document, &document->runs.items[i])) {
			place_full_name(naming, i);
			count_mention(document, &document->runs.items[i]);
		}
	for (uint32_t i = 0; i < document->runs.count; i++) {
		struct name_run *run = &document->runs.items[i];

		if (is_full(document, run)) {
			document->entities.items[run->entity].last_full = i;
			continue;
		}
		place_single_name(naming, i);
		count_mention(document, run);
	}
	for (uint32_t i = 0; i < document->entities.count; i++) {
		struct entity *entity = &document->entities.items[i];

		if (entity->places * 2 > entity->mentions && entity->kind != ENTITY_ORGANISATION)
			entity->kind = ENTITY_PLACE;
	}
}

void document_find_names(struct document *document)
{
	struct naming naming = {.document = document};

	map_init(&naming.inner, document->scratch);
	map_init(&naming.surnames, document->scratch);
	map_init(&naming.by_last, document->scratch);
	map_init(&naming.by_first, document->scratch);
	if (document->language->is_caseless)
		return;
	count_inner_capitals(&naming);
	find_runs(&naming);
	place_names(&naming);
}

uint32_t document_add_name(struct document *document, uint32_t passage, uint32_t first, uint32_t end)
{
	struct name_run *run = LIST_PUSH(document->scratch, &document->runs);
	uint32_t index = (uint32_t)(document->runs.count - 1);
	struct entity *entity;

	*run = (struct name_run){.passage = passage,
		.first = first,
		.end = end,
		.lead = first,
		.entity = (uint32_t)document->entities.count};
	for (uint32_t i = first; i < end; i++)
		document->tokens.items[i].name = index;
	entity = LIST_PUSH(document->scratch, &document->entities);
	*entity = (struct entity){.kind = ENTITY_PERSON, .run = index, .mentions = 1, .next = NO_ENTITY};
	return index;
}
