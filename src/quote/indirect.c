#include "quote/indirect.h"

#include "quote/clause.h"
#include "quote/reported.h"
#include "quote/verb.h"

#define CLAUSE_WORDS_LEAST 3
#define LONG_CLAUSE_LEAST 8   /* tokens of a clause that needs no verb of a table */
#define LEAD_TOKENS_MOST 10   /* who was told and when, between a cue and `that` */

struct scan {
	const struct document *document;
	uint32_t first, end; /* tokens of the sentence */
	struct report_list *reports;
	uint32_t from; /* where a clause before its cue may begin */
};

static inline bool is(const struct document *document, uint32_t at, const char *word)
{
	return token_is(token_at(document, at), word);
}

static bool is_passive(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;

	for (uint32_t i = cue; i > scan->first && cue - i < 3; i--) {
		if (token_has(document, i - 1, WORD_BE))
			return token_has(document, cue, FORM_PAST);
		if (!token_has(document, i - 1, WORD_ADVERB | WORD_NEGATION))
			return false;
	}
	return false;
}

static struct phrase main_subject(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;

	for (uint32_t i = cue; i > scan->first; i--)
		if (is_cue(document, i - 1, FRAME_ANY) && !is_participle(document, i - 1)) {
			struct phrase source = subject_before(document, i - 1, scan->first);

			if (source.kind != PHRASE_NONE)
				return source;
		}
	return subject_of_sentence(document, scan->first, cue);
}

static bool has_own_subject(const struct scan *scan, uint32_t cue)
{
	return !is_participle(scan->document, cue) ||
	       (cue > scan->first && token_has(scan->document, cue - 1, WORD_BE));
}

static struct phrase subject_of(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source;

	if (!has_own_subject(scan, cue))
		return main_subject(scan, cue);
	source = subject_before(document, cue, scan->first);
	if (source.kind == PHRASE_NONE && cue > scan->first &&
		token_has(document, cue - 1, WORD_CONJUNCTION | WORD_ADVERB))
		source = main_subject(scan, cue);
	return source;
}

static struct phrase agent_of(const struct scan *scan, uint32_t cue)
{
	for (uint32_t i = cue + 1; i < scan->end && i < cue + 6; i++)
		if (is(scan->document, i, "by"))
			return phrase_after(scan->document, i + 1, scan->end);
	return (struct phrase){0};
}

static bool is_question_word(const struct document *document, uint32_t at)
{
	return token_has(document, at, WORD_SUBORDINATOR | WORD_RELATIVE) || is(document, at, "what") ||
	       is(document, at, "which");
}

/* The token after `that`, when nothing but who was told and when stands before it; else 0. */
static uint32_t after_that(const struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;

	if (at < scan->end && token_has(document, at, WORD_DETERMINER) &&
		!token_has(document, at, WORD_PRONOUN | WORD_THAT) &&
		!token_has(document, at - 1, FRAME_HEARER_TAKING))
		return 0; /* wrote the programs that … */
	for (uint32_t i = at; i < scan->end && i < at + LEAD_TOKENS_MOST && is_outside(document, i); i++) {
		if (token_has(document, i, WORD_THAT))
			return i + 1;
		if (is(document, i, "whether")) /* asked whether that was so */
			return 0;
		if (token_flagged(document, i, TOKEN_PUNCTUATION) &&
			!(i == at && token_flagged(document, i, TOKEN_COMMA)))
			return 0;
		if (i > at && token_has(document, i, WORD_AUXILIARY | WORD_VERB | FORM_PAST))
			return 0;
	}
	return 0;
}

static uint32_t skip_hearer(const struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	struct phrase hearer;

	if (at < scan->end && token_has(document, at, WORD_OBJECT_PRONOUN))
		return at + 1;
	hearer = phrase_after(document, at, scan->end);
	if (hearer.kind == PHRASE_NONE)
		return scan->end;
	return hearer.kind == PHRASE_PRONOUN ? hearer.first + 1 : hearer.end;
}

/* asked Hale whether S: whom, when a question follows. */
static uint32_t skip_asked(const struct scan *scan, uint32_t at)
{
	uint32_t next = at < scan->end ? skip_hearer(scan, at) : at;

	return next < scan->end && next > at &&
			       (is(scan->document, next, "whether") || is(scan->document, next, "if") ||
				       is(scan->document, next, "how") || is(scan->document, next, "why"))
		       ? next
		       : at;
}

/* Skips what belongs to the cue: its particle, who was told, when. `free` receives whether any words may
 * follow as the clause, or only what has a verb of its own. */
static uint32_t clause_start(const struct scan *scan, uint32_t cue, bool *free)
{
	const struct document *document = scan->document;
	uint64_t classes = token_at(document, cue)->classes;
	uint32_t at = cue + 1, that;

	*free = true;
	that = after_that(scan, at);
	if (that)
		return that;
	if (is(document, cue, "went")) /* went on: nothing but marks shows that it is speech */
		return scan->end;
	if ((classes & WORD_PHRASAL) && at < scan->end &&
		!(classes & FORM_BASE && token_has(document, at, WORD_DETERMINER))) {
		*free = is(document, at, "for") || is(document, at, "on");
		at++;
		if (at < scan->end && is(document, at, "clear"))
			at++;
		return at;
	}
	if (at < scan->end && (classes & FRAME_PROMISE) && is(document, at, "to"))
		return at;
	if (classes & FRAME_REQUEST)
		return at;
	if ((classes & FRAME_HEARER_TAKING) && !(at < scan->end && is_question_word(document, at)))
		if (!(classes & FRAME_CLAUSE) ||
			(at < scan->end && token_has(document, at, WORD_OBJECT_PRONOUN | WORD_HEARER)))
			at = skip_hearer(scan, at);
	if (classes & FRAME_HEARER_TAKING)
		at = skip_asked(scan, at);
	while (at < scan->end && token_has(document, at, WORD_TIME) && is_outside(document, at))
		at++;
	*free = at < scan->end && is_question_word(document, at) && (classes & FRAME_HEARER_TAKING);
	return at;
}

/* Does the clause end at this comma: before a new cue, or words that are the reporter's own? */
static bool ends_at_comma(const struct scan *scan, uint32_t comma, uint32_t end)
{
	const struct document *document = scan->document;
	uint32_t at = comma + 1;

	if (at >= end)
		return true;
	if (is_cue(document, at, FRAME_SPEECH) && token_has(document, at, FORM_PARTICIPLE | FORM_PAST))
		return true;
	if (token_has(document, at, WORD_ACCORDING | WORD_RELATIVE) || is(document, at, "which") ||
		is(document, at, "while"))
		return true;
	if (is(document, at, "but"))
		return !(at + 1 < end && token_has(document, at + 1,
						 WORD_ADVERB | WORD_NEGATION | WORD_AUXILIARY | WORD_VERB));
	for (uint32_t i = at + 1; i < end && i < at + 7 && is_outside(document, i); i++) {
		if (token_flagged(document, i, TOKEN_COMMA))
			return false;
		if (is_cue(document, i, FRAME_SPEECH) && token_has(document, i, FORM_PAST | FORM_PRESENT))
			return token_at(document, i - 1)->name != NO_NAME ||
			       token_has(document, i - 1, WORD_PRONOUN | WORD_ROLE) ||
			       token_has(document, at, WORD_CONJUNCTION);
	}
	return false;
}

static uint32_t clause_end(const struct scan *scan, uint32_t first)
{
	const struct document *document = scan->document;
	uint32_t end = scan->end;

	while (end > first && token_flagged(document, end - 1, TOKEN_STOP | TOKEN_CLOSE_BRACKET))
		end--;
	for (uint32_t i = first + 1; i < end; i++) {
		if (!is_outside(document, i) || token_flagged(document, i, TOKEN_SEMICOLON))
			return i;
		if (token_flagged(document, i, TOKEN_COMMA) && ends_at_comma(scan, i, end))
			return i;
		if (token_has(document, i, WORD_CONJUNCTION) && i + 1 < end &&
			is_cue(document, i + 1, FRAME_SPEECH) && token_has(document, i + 1, FORM_PAST))
			return i;
	}
	return end;
}

/* X’s claims, the plan: may these words be the clause that a cue reports? */
static bool is_clause(const struct scan *scan, uint32_t first, uint32_t end, bool free)
{
	const struct document *document = scan->document;
	uint32_t words = 0;

	for (uint32_t i = first; i < end; i++) {
		if (!is_outside(document, i))
			return false;
		words += token_flagged(document, i, TOKEN_WORD);
	}
	if (words < CLAUSE_WORDS_LEAST)
		return false;
	if (free)
		return true;
	if (!token_flagged(document, first, TOKEN_WORD) ||
		token_has(document, first, WORD_CONJUNCTION | WORD_AUXILIARY) || is(document, first, "as") ||
		(token_has(document, first, WORD_PREPOSITION) && !is(document, first, "in")))
		return false;
	if (token_has(document, first, WORD_PRONOUN) && !token_has(document, first, WORD_DETERMINER) &&
		!token_has(document, first + 1, WORD_PREPOSITION | WORD_TIME | WORD_SUBORDINATOR))
		return true; /* he and Lind differ, it’s late: a pronoun that is a subject */
	return verb_is_between(document, first, end);
}

static void add_report(struct scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t cue_end, uint32_t first, uint32_t end)
{
	clause_add_report(
		scan->document, scan->reports, attribution(pattern, source, cue, cue_end), first, end);
}

/* What may follow a cue that stands after its clause: “…, X said on Monday.” */
static bool is_trailing(const struct scan *scan, uint32_t after)
{
	const struct document *document = scan->document;

	return after >= scan->end ||
	       token_flagged(document, after, TOKEN_STOP | TOKEN_COMMA | TOKEN_SEMICOLON) ||
	       token_has(document, after, WORD_TIME | WORD_PREPOSITION | WORD_ADVERB | WORD_HEARER) ||
	       !is_outside(document, after);
}

/* When it rained, the wheel turned: does a clause follow the first one? */
static bool has_main_clause(const struct scan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i + CLAUSE_WORDS_LEAST < end; i++)
		if (token_flagged(scan->document, i, TOKEN_COMMA) && is_clause(scan, i + 1, end, false))
			return true;
	return false;
}

/* Are the words before “, X said” a sentence? Of a long one no table need know the verb. */
static bool may_be_said(const struct scan *scan, const struct phrase *source, uint32_t first, uint32_t end)
{
	const struct document *document = scan->document;

	if (token_has(document, end - 1, WORD_RELATIVE | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_THAT) ||
		is(document, end - 1, "which"))
		return false; /* …, after a week in which, X said, … */
	if (token_has(document, first, WORD_SUBORDINATOR | FORM_PARTICIPLE) &&
		!token_has(document, first, WORD_PREPOSITION))
		return has_main_clause(scan, first, end);
	if (is_clause(scan, first, end, false))
		return true;
	if (token_has(document, first, WORD_PREPOSITION))
		return end > first + 6 && is_clause(scan, first, end, true) && verb_is_between(document, first + 3, end);
	if (source->kind == PHRASE_COMMON &&
		!tokens_have(document, source->first, source->end,
			WORD_ROLE | WORD_ORGANISATION | WORD_DETERMINER | WORD_PLURAL))
		return false;
	return end > first + LONG_CLAUSE_LEAST && !token_has(document, first, WORD_TIME | WORD_AUXILIARY) &&
	       is_clause(scan, first, end, true);
}

/* S, X said. */
static bool report_before(
	struct scan *scan, uint32_t cue, struct phrase source, uint32_t source_first, uint32_t after)
{
	const struct document *document = scan->document;
	uint32_t first = scan->from, end;

	if (source.kind == PHRASE_NONE || source_first <= first + 1 ||
		!token_flagged(document, source_first - 1, TOKEN_COMMA) || !is_trailing(scan, after))
		return false;
	end = source_first - 1;
	if (token_has(document, first, WORD_CONJUNCTION))
		first++;
	for (uint32_t i = end; i > first; i--)
		if (token_flagged(document, i - 1, TOKEN_SEMICOLON)) {
			first = i;
			break;
		}
	if (first >= end || !may_be_said(scan, &source, first, end))
		return false;
	add_report(scan, PATTERN_REPORT, source, cue, cue + 1, first, end);
	return true;
}

/* X, Y said, is S; As X noted, S: the cue stands inside or before what it reports, between commas. */
static bool report_around(struct scan *scan, uint32_t cue, struct phrase source)
{
	const struct document *document = scan->document;
	uint32_t first = cue + 2, before = source.first > scan->first ? source.first - 1 : scan->first, end;
	bool opens =
		token_is(token_at(document, before), "as") || token_flagged(document, before, TOKEN_COMMA);

	if (!opens || first >= scan->end || !token_flagged(document, cue + 1, TOKEN_COMMA) ||
		!is_outside(document, first))
		return false;
	end = clause_end(scan, first);
	if (!is_clause(scan, first, end, true))
		return false;
	if (verb_is_finite(document, first) && before > scan->from + 1 &&
		token_flagged(document, before, TOKEN_COMMA) &&
		!token_has(document, scan->from,
			WORD_SUBORDINATOR | WORD_PREPOSITION)) /* Many, Y said, have … */
		add_report(scan, PATTERN_REPORT, source, cue, cue + 1,
			scan->from + token_has(document, scan->from, WORD_CONJUNCTION), before);
	add_report(scan, PATTERN_REPORT, source, cue, cue + 1, first, end);
	return true;
}

/* X, who said S, left: does a relative clause between commas hold the cue? */
static bool is_relative(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t at = cue;

	while (at > scan->first && token_has(document, at - 1, WORD_AUXILIARY | WORD_ADVERB))
		at--;
	return at >= scan->first + 2 && token_has(document, at - 1, WORD_RELATIVE) &&
	       token_flagged(document, at - 2, TOKEN_COMMA);
}

static uint32_t first_comma(const struct scan *scan, uint32_t at, uint32_t end)
{
	while (at < end && !token_flagged(scan->document, at, TOKEN_COMMA))
		at++;
	return at;
}

/* X said the … : of what somebody says at length no table need know the verb; other cues take objects. */
static bool is_said_at_length(const struct scan *scan, uint32_t cue, uint32_t first, uint32_t end)
{
	const struct document *document = scan->document;

	return (is(document, cue, "said") || is(document, cue, "says") || is(document, cue, "say") ||
		       is(document, cue, "saying")) &&
	       first == cue + 1 && end > first + LONG_CLAUSE_LEAST - 2 &&
	       (token_at(document, first)->name != NO_NAME || token_has(document, first, WORD_DETERMINER)) &&
	       is_clause(scan, first, end, true);
}

/* Gives where to read on. */
static uint32_t report_after(struct scan *scan, uint32_t cue, struct phrase source)
{
	bool free;
	uint32_t first = clause_start(scan, cue, &free), end;

	if (first >= scan->end || !is_outside(scan->document, first))
		return cue + 1;
	end = clause_end(scan, first);
	if (is_relative(scan, cue))
		end = first_comma(scan, first, end);
	if (end < scan->end &&
		!is_outside(scan->document, end)) /* the words around a fragment are no quotation */
		return cue + 1;
	if (!is_clause(scan, first, end, free) && !is_said_at_length(scan, cue, first, end))
		return cue + 1;
	add_report(scan, PATTERN_REPORT, source, cue, cue + 1, first, end);
	return end;
}

/* in the words of X, “…”: what X says follows in marks. */
static bool leads_to_marks(const struct scan *scan, const struct phrase *source)
{
	uint32_t at = source->role_end > source->end ? source->role_end : source->end;

	at += at < scan->end && token_flagged(scan->document, at, TOKEN_COMMA | TOKEN_COLON);
	return at < scan->end && !is_outside(scan->document, at);
}

static void report_according(struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	struct attribution found = attribute_according(document, at, scan->first, scan->end);
	uint32_t first = scan->first, end = at;

	if (found.source.kind == PHRASE_NONE || leads_to_marks(scan, &found.source))
		return;
	if (at > first + 3) {
		end -= token_flagged(document, end - 1, TOKEN_COMMA | TOKEN_DASH);
	} else {
		first = first_comma(scan,
				found.source.role_end > found.source.end ? found.source.role_end
									 : found.source.end,
				scan->end) +
			1;
		end = clause_end(scan, first);
		if (end < scan->end && !is_outside(document, end)) /* around a fragment */
			return;
	}
	if (first < end && is_clause(scan, first, end, true))
		add_report(scan, PATTERN_ACCORDING, found.source, at, found.cue_end, first, end);
}

/* the clerk, Oda Hale, proposed: does a name between commas end at this one, as the subject of the verb? */
static bool follows_named(const struct scan *scan, uint32_t comma)
{
	uint32_t run = comma > scan->first ? token_at(scan->document, comma - 1)->name : NO_NAME;
	const struct name_run *name = run == NO_NAME ? NULL : &scan->document->runs.items[run];

	return name && name->lead > scan->first && token_flagged(scan->document, name->lead - 1, TOKEN_COMMA);
}

/* “S, said X”: the subject follows its cue. */
static bool report_inverted(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source;

	if (cue == scan->first || !token_flagged(document, cue - 1, TOKEN_COMMA) ||
		is_participle(document, cue) || follows_named(scan, cue - 1))
		return false;
	source = phrase_after(document, cue + 1, scan->end);
	if (source.kind == PHRASE_NONE ||
		(source.kind == PHRASE_COMMON && !is(document, cue, "said") &&
			!tokens_have(document, source.first, source.end,
				WORD_ROLE | WORD_ORGANISATION | WORD_DETERMINER | WORD_PLURAL | WORD_NATION)))
		return false;
	phrase_read_apposition(document, &source, scan->end);
	return report_before(scan, cue, source, cue, source.end);
}

/* Noting that S, X left; after saying S, X left: the subject stands behind the comma that ends the clause.
 * Gives where to read on; the cue itself when it reports nothing so. */
static uint32_t report_leading(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t first, comma;
	bool free;

	if (has_own_subject(scan, cue) || cue > scan->first + 2 ||
		(cue > scan->first &&
			!token_has(document, cue - 1, WORD_PREPOSITION | WORD_SUBORDINATOR | WORD_ADVERB)))
		return cue;
	first = clause_start(scan, cue, &free);
	for (comma = first + CLAUSE_WORDS_LEAST; comma + 2 < scan->end; comma++) {
		struct phrase source = {0};

		if (!is_outside(document, comma))
			return cue;
		if (!token_flagged(document, comma, TOKEN_COMMA))
			continue;
		source = phrase_after(document, comma + 1, scan->end);
		if (source.kind == PHRASE_NONE || source.end >= scan->end ||
			!(verb_is_finite(document, source.end) ||
				(source.kind != PHRASE_COMMON &&
					token_flagged(document, source.end, TOKEN_WORD))) ||
			!is_clause(scan, first, comma, free))
			continue;
		add_report(scan, PATTERN_PARTICIPLE, source, cue, cue + 1, first, comma);
		return comma;
	}
	return cue;
}

static bool is_narrator(const struct document *document, const struct phrase *source)
{
	return source->kind == PHRASE_PRONOUN &&
	       (is(document, source->first, "i") || is(document, source->first, "you"));
}

/* Ten drops are enough to say that … */
static bool says_nothing(const struct scan *scan, uint32_t cue)
{
	return cue >= scan->first + 2 && is(scan->document, cue - 1, "to") &&
	       is(scan->document, cue - 2, "enough");
}

/* What one cue reports; gives where to read on. */
static uint32_t report_cue(struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source;
	uint32_t next;

	if (report_inverted(scan, cue) || says_nothing(scan, cue))
		return cue + 1;
	next = report_leading(scan, cue);
	if (next > cue)
		return next;
	if (cue == scan->first && is_participle(document, cue)) /* Answering at once is … */
		return cue + 1;
	if (is_passive(scan, cue)) {
		source = agent_of(scan, cue);
		if (!token_has(document, cue, FRAME_HEARER_TAKING))
			return cue + 1;
		if (source.kind != PHRASE_NONE && scan->from + 3 < cue) {
			struct phrase told = subject_before(document, cue, scan->first);

			if (told.kind != PHRASE_NONE && report_before(scan, cue, source, told.first, cue + 1))
				return scan->end;
		}
		return report_after(scan, cue, source);
	}
	source = subject_of(scan, cue);
	if (source.kind == PHRASE_NONE || is_narrator(document, &source))
		return cue + 1;
	if (report_around(scan, cue, source)) {
		report_before(scan, cue, source, source.first, cue + 1);
		return scan->end;
	}
	next = report_after(scan, cue, source);
	if (next == cue + 1 && has_own_subject(scan, cue) && !token_has(document, cue - 1, WORD_CONJUNCTION))
		report_before(scan, cue, source, source.first, cue + 1);
	return next;
}

void reports_find(const struct document *document, uint32_t sentence, const struct attribution *done,
	struct report_list *reports)
{
	struct scan scan = {.document = document, .reports = reports};

	if (!document->language->has_english_syntax) {
		reports_find_free(document, sentence, done, reports);
		return;
	}
	scan.first = scan.from = document->sentences.items[sentence].first;
	scan.end = document->sentences.items[sentence].end;
	for (uint32_t i = scan.first; i < scan.end;) {
		if (!token_has(document, i, REPORTING_CLASSES)) {
			i++; /* most tokens */
			continue;
		}
		if (is_outside(document, i) && token_has(document, i, WORD_ACCORDING)) {
			report_according(&scan, i);
			return;
		}
		if (is_outside(document, i) && is_cue(document, i, FRAME_CLAUSE | FRAME_HEARER_TAKING) &&
			!clause_cue_is_taken(document, done, scan.first, scan.end, i)) {
			size_t before = reports->count;

			i = report_cue(&scan, i);
			if (reports->count > before)
				scan.from = i;
		} else {
			i++;
		}
	}
}
