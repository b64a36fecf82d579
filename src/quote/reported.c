#include "quote/reported.h"

#include "quote/clause.h"

#define CLAUSE_WORDS_LEAST 3
#define LEAD_TOKENS_MOST 16 /* subject, who was told and when, between a cue and what it reports */
#define LEAD_COMMAS_MOST 3  /* X, director of Y, said */
#define AS_TOKENS_MOST 6    /* from `as` to its cue */
#define VERB_TOKENS_MOST 16 /* from the start of a clause to its subjunctive */

/* Words that say when and where, and are no part of a subject. */
#define OUTSIDE_SUBJECT                                                                                      \
	(WORD_PREPOSITION | WORD_TIME | WORD_ADVERB | WORD_SUBORDINATOR | WORD_CONJUNCTION |                 \
		WORD_AUXILIARY | WORD_THAT | WORD_OBJECT_PRONOUN)

struct scan {
	const struct document *document;
	uint32_t first, end; /* tokens of the sentence, without the stop */
	uint32_t from;       /* what stands before was reported already */
	const struct attribution *done;
	struct report_list *reports;
	struct phrase last; /* whose the report before is, in this sentence */
};

static bool is_at(const struct scan *scan, uint32_t at, uint64_t classes)
{
	return at < scan->end && is_outside(scan->document, at) && token_has(scan->document, at, classes);
}

static bool is_comma(const struct scan *scan, uint32_t at)
{
	return at < scan->end && is_outside(scan->document, at) &&
	       token_flagged(scan->document, at, TOKEN_COMMA);
}

static uint32_t find_quotation(const struct scan *scan, uint32_t at, uint32_t end)
{
	return clause_find_quotation(scan->document, scan->done, at, end);
}

static bool is_taken(const struct scan *scan, uint32_t cue)
{
	return clause_cue_is_taken(scan->document, scan->done, scan->first, scan->end, cue);
}

static bool is_reporting(const struct scan *scan, uint32_t at)
{
	return at < scan->end && is_cue(scan->document, at, FRAME_CLAUSE | FRAME_HEARER_TAKING);
}

/* a, hat, se, также: what may stand between a sign and a cue. */
static uint32_t skip_auxiliaries(const struct scan *scan, uint32_t at)
{
	while (is_at(scan, at, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB) &&
		token_at(scan->document, at)->name == NO_NAME && !is_reporting(scan, at))
		at++;
	return at;
}

/* Where the verb group that the cue belongs to begins. */
static uint32_t verb_start(const struct scan *scan, uint32_t cue)
{
	while (cue > scan->from && is_at(scan, cue - 1, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_ADVERB) &&
		token_at(scan->document, cue - 1)->name == NO_NAME &&
		!token_has(scan->document, cue - 1, WORD_PRONOUN))
		cue--;
	return cue;
}

static void add_piece(struct scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end, uint32_t words_least)
{
	struct report *report;

	end = clause_trim(scan->document, first, end);
	if (!clause_has_words(scan->document, first, end, words_least) ||
		find_quotation(scan, first, end) < end)
		return;
	report = LIST_PUSH(scan->document->scratch, scan->reports);
	*report = (struct report){attribution(pattern, source, cue, cue + 1), first, end};
	scan->last = source;
}

static void add_report(struct scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end)
{
	add_piece(scan, pattern, source, cue, first, end, CLAUSE_WORDS_LEAST);
}

/* As X said: the cue that goes with the word at `as`; NO_TOKEN where another verb does (as it rains). */
static uint32_t cue_of_as(const struct scan *scan, uint32_t as)
{
	for (uint32_t i = as + 1; i < scan->end && i < as + AS_TOKENS_MOST && is_outside(scan->document, i) &&
				  !token_flagged(scan->document, i, TOKEN_PUNCTUATION);
		i++)
		if (is_reporting(scan, i))
			return i;
	return NO_TOKEN;
}

/* Does the clause end at this comma or dash: before `as`, before another cue? */
static bool ends_at_sign(const struct scan *scan, uint32_t sign)
{
	uint32_t at = sign + 1;

	if (is_at(scan, at, WORD_ACCORDING) || is_reporting(scan, at) ||
		(is_at(scan, at, WORD_AS) && cue_of_as(scan, at) != NO_TOKEN))
		return true;
	at = skip_auxiliaries(scan, at + (at < scan->end && is_at(scan, at, WORD_CONJUNCTION)));
	return is_reporting(scan, at) && !is_participle(scan->document, at);
}

/* Where the reported words that begin at `first` end. */
static uint32_t clause_end(const struct scan *scan, uint32_t first)
{
	const struct document *document = scan->document;

	for (uint32_t i = first + 1; i < scan->end; i++) {
		if (!is_outside(document, i)) {
			i = document->spans.items[token_at(document, i)->span].outer_end - 1;
			continue;
		}
		if (token_flagged(document, i, TOKEN_SEMICOLON))
			return i;
		if (token_flagged(document, i, TOKEN_COMMA | TOKEN_DASH) && ends_at_sign(scan, i))
			return i;
		if (token_has(document, i, WORD_CONJUNCTION) &&
			is_reporting(scan, skip_auxiliaries(scan, i + 1)))
			return i;
	}
	return scan->end;
}

/* v pondělí, am Montag, le lundi: when, between a subject and its verb. */
static uint32_t skip_time(const struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;

	while (at > scan->first + 1 && is_at(scan, at - 1, WORD_TIME)) {
		at--;
		while (at > scan->first + 1 && is_at(scan, at - 1, WORD_PREPOSITION | WORD_DETERMINER) &&
			token_at(document, at - 1)->name == NO_NAME)
			at--;
	}
	return at;
}

static bool is_described(const struct document *document, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_COMMON &&
	       tokens_have(document, phrase->first, phrase->end, WORD_ROLE | WORD_ORGANISATION) &&
	       !token_has(document, phrase->first, WORD_PREPOSITION);
}

/* der Minister am Montag: the words of a role, up to those that say when and where. */
static struct phrase trimmed(const struct document *document, struct phrase phrase)
{
	uint32_t at = phrase.first;

	if (phrase.kind != PHRASE_COMMON)
		return phrase;
	while (at < phrase.end && !(at > phrase.first && token_has(document, at, OUTSIDE_SUBJECT)))
		at++;
	phrase.end = phrase.role_end = at;
	return phrase;
}

/* Путин открыто (заявил): an adverb of no table between a name and its verb looks like a noun. */
static struct phrase name_within(const struct document *document, struct phrase phrase)
{
	for (uint32_t i = phrase.end; phrase.kind == PHRASE_COMMON && i > phrase.first; i--) {
		uint32_t run = token_at(document, i - 1)->name;

		if (run != NO_NAME && !document->runs.items[run].is_possessive)
			return phrase_before(document, document->runs.items[run].end, phrase.first);
	}
	return phrase;
}

static bool is_speaker(const struct document *document, const struct phrase *phrase)
{
	return phrase->kind == PHRASE_PRONOUN ||
	       (phrase->kind == PHRASE_NAME && is_person_like(document, phrase)) ||
	       is_described(document, phrase);
}

/* The subject behind the cue, before `limit`: sagte X, dijo el alcalde. */
static struct phrase subject_behind(const struct scan *scan, uint32_t cue, uint32_t limit)
{
	const struct document *document = scan->document;
	uint32_t at = cue + 1;
	struct phrase source;

	while (at < limit && is_at(scan, at, WORD_OBJECT_PRONOUN | WORD_AUXILIARY) &&
		!token_has(document, at, WORD_PRONOUN) && token_at(document, at)->name == NO_NAME)
		at++;
	if (at >= limit || is_at(scan, at, WORD_THAT))
		return (struct phrase){0};
	source = token_has(document, at, WORD_PRONOUN) ? phrase_after(document, at, limit)
						       : phrase_after(document, cue + 1, limit);
	if (is_described(document, &source))
		source = trimmed(document, source);
	if (!is_speaker(document, &source))
		return (struct phrase){0};
	phrase_read_apposition(document, &source, limit);
	return source;
}

/* The subject in front of the cue. */
static struct phrase subject_ahead(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source =
		name_within(document, subject_before(document, skip_time(scan, cue), scan->from));

	if (source.kind != PHRASE_NONE || cue == scan->from)
		return source;
	source = subject_of_sentence(document, scan->from, cue);
	return source.kind == PHRASE_NAME && is_person_like(document, &source) ? source : (struct phrase){0};
}

/* Who reports, with a cue that `limit` ends the surroundings of; unsaid where nobody is. */
static struct phrase subject_of(const struct scan *scan, uint32_t cue, uint32_t limit)
{
	const struct document *document = scan->document;
	struct phrase source = subject_ahead(scan, cue), behind;
	uint32_t start = verb_start(scan, cue);

	if (source.kind == PHRASE_NAME || source.kind == PHRASE_PRONOUN)
		return source;
	behind = subject_behind(scan, cue, limit);
	if (behind.kind == PHRASE_NAME || (behind.kind != PHRASE_NONE && !is_described(document, &source)))
		return behind;
	if (source.kind != PHRASE_NONE)
		return source;
	if (scan->last.kind != PHRASE_NONE && start > scan->from && is_at(scan, start - 1, WORD_CONJUNCTION))
		return scan->last;
	return phrase_unsaid(cue + 1);
}

/* The token after the `that` which opens what the cue reports; 0 when none does. */
static uint32_t after_that(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t commas = 0;

	for (uint32_t i = cue + 1; i < scan->end && i < cue + LEAD_TOKENS_MOST; i++) {
		if (!is_outside(document, i) ||
			token_flagged(document, i, TOKEN_SEMICOLON | TOKEN_COLON | TOKEN_DASH))
			return 0;
		if (token_has(document, i, WORD_THAT))
			return i > cue + 1 &&
					       token_has(document, i - 1,
						       WORD_DETERMINER | WORD_OBJECT_PRONOUN |
							       WORD_SUBORDINATOR) &&
					       token_at(document, i - 1)->name == NO_NAME
				       ? 0 /* lo que, ce que, потому что */
				       : i + 1;
		if (token_has(document, i, WORD_RELATIVE | WORD_AS) || is_reporting(scan, i))
			return 0;
		commas += token_flagged(document, i, TOKEN_COMMA);
		if (commas > LEAD_COMMAS_MOST)
			return 0;
	}
	return 0;
}

/* Jonas Pfeil sagte, der Damm sei sicher: the token after the comma behind which a subjunctive follows; 0
 * when none does. */
static uint32_t after_comma(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t comma = 0, commas = 0;

	for (uint32_t i = cue + 1; i < scan->end && i < cue + LEAD_TOKENS_MOST + VERB_TOKENS_MOST; i++) {
		if (!is_outside(document, i) || token_flagged(document, i, TOKEN_SEMICOLON | TOKEN_COLON))
			return 0;
		if (comma && token_has(document, i, WORD_SUBJUNCTIVE))
			return comma + 1;
		if (!token_flagged(document, i, TOKEN_COMMA))
			continue;
		if (++commas > LEAD_COMMAS_MOST || is_at(scan, i + 1, WORD_THAT | WORD_AS | WORD_CONJUNCTION))
			return 0;
		comma = i;
	}
	return 0;
}

/* Is whoever speaks the writer: ich, yo, я? */
static bool is_narrator(const struct document *document, const struct phrase *source)
{
	static const char *const words[] = {"ich", "wir", "je", "j'", "j’", "nous", "yo", "nosotros", "io",
		"noi", "eu", "nós", "ik", "wij", "ja", "my", "já", "я", "мы", "ми", "Я", "Мы", "Ми"};

	if (source->kind != PHRASE_PRONOUN || source->first == source->end)
		return false;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (token_is(token_at(document, source->first), words[i]))
			return true;
	return false;
}

/* When he said that S, …: is the clause of the cue itself a part of another? What it reports ends at a comma.
 */
static bool is_subordinate(const struct scan *scan, uint32_t cue)
{
	uint32_t at = cue;

	while (at > scan->from && is_outside(scan->document, at - 1) && !is_divider(scan->document, at - 1))
		at--;
	at += is_at(scan, at, WORD_CONJUNCTION);
	return at < cue && is_at(scan, at, WORD_SUBORDINATOR | WORD_RELATIVE) && !is_at(scan, at, WORD_AS);
}

static uint32_t first_comma(const struct scan *scan, uint32_t at, uint32_t end)
{
	while (at < end && !is_comma(scan, at))
		at++;
	return at;
}

/* X said that S. Gives where to read on; the cue itself when it reports nothing so. */
static uint32_t report_behind(struct scan *scan, uint32_t cue)
{
	uint32_t first = after_that(scan, cue), end;
	struct phrase source;

	if (token_has(scan->document, cue, WORD_ADVERB)) /* so kalt, dass */
		return cue;
	if (first == 0)
		first = after_comma(scan, cue);
	if (first == 0 || first >= scan->end)
		return cue;
	source = subject_of(scan, cue, first - 1);
	if (is_narrator(scan->document, &source))
		return cue;
	end = clause_end(scan, first);
	if (is_subordinate(scan, cue))
		end = first_comma(scan, first, end);
	add_report(scan, PATTERN_REPORT, source, cue, first, end);
	return end;
}

/* The end of the words that belong to a source: its apposition, what stands in brackets. */
static uint32_t source_end(const struct phrase *source, uint32_t cue)
{
	uint32_t end = source->role_end > source->end ? source->role_end : source->end;

	return end > cue ? end : cue + 1;
}

/* X said: S, without marks. The same as report_behind. */
static uint32_t report_colon(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t colon = cue + 1;
	struct phrase source;

	while (colon < scan->end && colon < cue + LEAD_TOKENS_MOST / 2 && is_outside(document, colon) &&
		!token_flagged(document, colon, TOKEN_PUNCTUATION))
		colon++;
	if (colon + 1 >= scan->end || !token_flagged(document, colon, TOKEN_COLON) ||
		token_has(document, cue, WORD_ADVERB))
		return cue;
	source = subject_of(scan, cue, colon);
	if (is_narrator(document, &source))
		return cue;
	add_report(scan, PATTERN_REPORT, source, cue, colon + 1, scan->end);
	return scan->end;
}

/* May what stands after the source and a comma be more of what it says: S, sagte X, S? */
static bool goes_on(const struct scan *scan, uint32_t comma)
{
	return is_comma(scan, comma) && comma + 1 < scan->end && is_outside(scan->document, comma + 1) &&
	       !is_at(scan, comma + 1,
		       WORD_RELATIVE | WORD_CONJUNCTION | WORD_DETERMINER | WORD_PREPOSITION | WORD_AS |
			       WORD_ACCORDING | WORD_THAT | WORD_ROLE | FORM_PARTICIPLE | FRAME_SPEECH) &&
	       find_quotation(scan, comma, scan->end) == scan->end;
}

/* S, said X. The same as report_behind. */
static uint32_t report_ahead(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t sign = verb_start(scan, cue), end;
	struct phrase source;

	if (sign < scan->from + 2 || !is_outside(document, sign - 1) ||
		!token_flagged(document, sign - 1, TOKEN_COMMA | TOKEN_DASH) ||
		find_quotation(scan, scan->from, scan->end) < scan->end)
		return cue;
	source = subject_behind(scan, cue, scan->end);
	if (source.kind == PHRASE_NONE && cue + 1 < scan->end && is_outside(document, cue + 1) &&
		!is_at(scan, cue + 1, OUTSIDE_SUBJECT)) /* говорят старожилы */
		source = trimmed(document, phrase_after(document, cue + 1, scan->end));
	if (source.kind == PHRASE_NONE && !is_at(scan, cue + 1, WORD_THAT))
		source = phrase_unsaid(cue + 1);
	if (source.kind == PHRASE_NONE || is_narrator(document, &source))
		return cue;
	end = source_end(&source, cue);
	add_piece(scan, PATTERN_REPORT, source, cue, scan->from + is_at(scan, scan->from, WORD_CONJUNCTION),
		sign - 1, goes_on(scan, end) ? 1 : CLAUSE_WORDS_LEAST);
	if (goes_on(scan, end)) {
		add_report(scan, PATTERN_REPORT, source, cue, end + 1, scan->end);
		return scan->end;
	}
	return end;
}

/* Does nothing but words like `but` and `today` stand before this token? */
static bool opens(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = scan->from; i < at; i++)
		if (!token_flagged(scan->document, i, TOKEN_PUNCTUATION) &&
			!is_at(scan, i,
				WORD_CONJUNCTION | WORD_ADVERB | WORD_PREPOSITION | WORD_DETERMINER |
					WORD_TIME))
			return false;
	return true;
}

/* What stands before and after words that only name a source, between the commas that part them from it.
 *   first, end  these words */
static uint32_t report_around(struct scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end)
{
	uint32_t next = end + is_comma(scan, end), stop;

	if (!opens(scan, first)) {
		bool is_last = next >= scan->end || !is_outside(scan->document, next);

		if (!is_comma(scan, first - 1) && !is_last)
			return end; /* in the middle of the clause */
		add_piece(scan, pattern, source, cue, scan->from + is_at(scan, scan->from, WORD_CONJUNCTION),
			first, !is_last && goes_on(scan, end) ? 1 : CLAUSE_WORDS_LEAST);
		if (is_last || next == end || !goes_on(scan, end))
			return end;
	}
	if (next >= scan->end)
		return end;
	stop = clause_end(scan, next);
	add_report(scan, pattern, source, cue, next, stop);
	return stop;
}

/* As X said, S; S, as X said. */
static uint32_t report_as(struct scan *scan, uint32_t as)
{
	const struct document *document = scan->document;
	uint32_t cue = cue_of_as(scan, as), limit, end;
	struct phrase source;

	if (cue == NO_TOKEN || is_taken(scan, cue) ||
		(as > scan->first + 1 && !token_flagged(document, as - 1, TOKEN_PUNCTUATION)))
		return as;
	for (limit = cue + 1; limit < scan->end && !is_comma(scan, limit);)
		limit++;
	source = subject_before(document, cue, as + 1);
	if (source.kind != PHRASE_NAME && source.kind != PHRASE_PRONOUN && !is_described(document, &source))
		source = subject_behind(scan, cue, scan->end);
	if (source.kind == PHRASE_NONE && as > scan->from + 1)
		return as; /* …, as they say, … */
	if (source.kind == PHRASE_NONE)
		source = phrase_unsaid(cue + 1);
	if (is_narrator(document, &source))
		return as;
	end = source_end(&source, cue);
	return report_around(scan, PATTERN_REPORT, source, cue, as, end > limit ? end : limit);
}

/* According to X, S; laut X wird S; S, selon X. Gives where to read on. */
static uint32_t report_according(struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	struct attribution found = attribute_according(document, at, scan->first, scan->end);
	uint32_t first = at, end;

	if (!is_speaker(document, &found.source) || found.source.kind == PHRASE_PRONOUN)
		return at + 1;
	end = source_end(&found.source, at);
	if (token_has(document, at, WORD_POSTPOSED))
		first = found.source.role_first < found.source.first && found.source.role_first >= scan->from
				? found.source.role_first
				: found.source.first;
	else
		while (first > scan->from &&
			is_at(scan, first - 1,
				WORD_PREPOSITION | WORD_DETERMINER | WORD_PHRASAL | WORD_CUE_NOUN))
			first--;
	if (end < scan->end && find_quotation(scan, end, scan->end) < scan->end)
		return at + 1;
	end = report_around(scan, PATTERN_ACCORDING, found.source, at, first, end);
	return end > at ? end : at + 1;
}

/* What the token at `at` reports; gives where to read on. */
static uint32_t report_at(struct scan *scan, uint32_t at)
{
	uint32_t next;

	if (is_at(scan, at, WORD_AS)) {
		next = report_as(scan, at);
		if (next > at)
			return next;
	}
	if (is_at(scan, at, WORD_ACCORDING))
		return report_according(scan, at);
	if (!is_reporting(scan, at) || is_taken(scan, at))
		return at + 1;
	next = report_behind(scan, at);
	if (next == at)
		next = report_colon(scan, at);
	if (next == at)
		next = report_ahead(scan, at);
	return next > at ? next : at + 1;
}

void reports_find_free(const struct document *document, uint32_t sentence, const struct attribution *done,
	struct report_list *reports)
{
	struct scan scan = {.document = document, .done = done, .reports = reports};

	scan.first = scan.from = document->sentences.items[sentence].first;
	scan.end = document->sentences.items[sentence].end;
	scan.end = clause_trim(document, scan.first, scan.end);
	for (uint32_t i = scan.first; i < scan.end;) {
		size_t before = reports->count;

		if (!token_has(document, i, REPORTING_CLASSES | WORD_AS)) {
			i++;
			continue;
		}
		i = report_at(&scan, i);
		if (reports->count > before)
			scan.from = i;
	}
}
