#include "quote/indirect.h"

#define CLAUSE_WORDS_LEAST 3

struct scan {
	const struct document *document;
	const struct sentence *sentence;
	const struct attribution *done;
	struct report_list *reports;
};

static bool is_outside(const struct document *document, uint32_t at)
{
	return token_at(document, at)->span == NO_SPAN;
}

static bool is_finite_verb(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	if (!(token->flags & TOKEN_WORD) || token->name != NO_NAME)
		return false;
	if (token->classes & (WORD_AUXILIARY | WORD_VERB | FORM_PAST))
		return true;
	if ((token->classes & FORM_PRESENT) && !token_has(document, at - 1, WORD_DETERMINER | WORD_POSSESSIVE))
		return true;
	if (token->flags & TOKEN_CAPITAL || token->length < 4)
		return false;
	return str_ends_with(token_text(token), STR("ed")) ||
	       (str_ends_with(token_text(token), STR("s")) && at > 0 && !str_ends_with(token_text(token), STR("ss")) &&
	        (token_at(document, at - 1)->name != NO_NAME || token_has(document, at - 1, WORD_PRONOUN | WORD_ROLE)));
}

/* Does a span's attribution use this cue right beside its marks? */
static bool is_taken(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t span = NO_SPAN;

	for (uint32_t i = scan->sentence->first; i < scan->sentence->end; i++) {
		const struct attribution *done;

		if (token_at(document, i)->span == NO_SPAN || token_at(document, i)->span == span)
			continue;
		span = token_at(document, i)->span;
		done = &scan->done[span];
		if (done->cue_first == cue && done->cue_end > cue && done->pattern != PATTERN_CLAUSE &&
		    done->pattern != PATTERN_PARTICIPLE)
			return true;
	}
	return false;
}

static bool is_passive(const struct document *document, uint32_t cue, uint32_t floor)
{
	for (uint32_t i = cue; i > floor && cue - i < 3; i--) {
		if (token_has(document, i - 1, WORD_BE))
			return !is_participle(document, cue);
		if (!token_has(document, i - 1, WORD_ADVERB | WORD_NEGATION))
			return false;
	}
	return false;
}

static struct phrase main_subject(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;

	for (uint32_t i = cue; i > scan->sentence->first; i--)
		if (is_cue(document, i - 1, FRAME_ANY) && !is_participle(document, i - 1)) {
			struct phrase source = subject_before(document, i - 1, scan->sentence->first);

			if (source.kind != PHRASE_NONE)
				return source;
		}
	return subject_of_sentence(document, scan->sentence->first, cue);
}

static struct phrase subject_of(const struct scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source = {0};

	if (is_participle(document, cue) && !(cue > scan->sentence->first && token_has(document, cue - 1, WORD_BE)))
		return main_subject(scan, cue);
	source = subject_before(document, cue, scan->sentence->first);
	if (source.kind == PHRASE_NONE && cue > scan->sentence->first &&
	    token_has(document, cue - 1, WORD_CONJUNCTION | WORD_ADVERB))
		source = main_subject(scan, cue);
	return source;
}

/* Skips who was told and when: reporters on Monday. Stops before the clause, or at `that`. */
static uint32_t clause_start(const struct scan *scan, uint32_t cue, bool *has_that)
{
	const struct document *document = scan->document;
	uint32_t end = scan->sentence->end, at = cue + 1;

	*has_that = false;
	for (uint32_t i = at; i < end && i < cue + 10 && is_outside(document, i); i++) {
		if (token_has(document, i, WORD_THAT)) {
			*has_that = true;
			return i + 1;
		}
		if (token_flagged(document, i, TOKEN_PUNCTUATION) || (i > cue + 1 && is_finite_verb(document, i)))
			break;
	}
	if (at < end && token_has(document, cue, FRAME_HEARER_TAKING) && !token_has(document, cue, FRAME_CLAUSE)) {
		struct phrase hearer = phrase_after(document, at, end);

		if (at < end && token_has(document, at, WORD_OBJECT_PRONOUN))
			at++;
		else if (hearer.kind == PHRASE_NONE)
			return end;
		else
			at = hearer.kind == PHRASE_PRONOUN ? hearer.first + 1 : hearer.end;
	}
	while (at < end && token_has(document, at, WORD_TIME) && is_outside(document, at))
		at++;
	return at;
}

/* Where the clause stops: before a comma with a new cue, before “and said”, before the stop. */
static uint32_t clause_end(const struct scan *scan, uint32_t first)
{
	const struct document *document = scan->document;
	uint32_t end = scan->sentence->end;

	while (end > first && token_flagged(document, end - 1, TOKEN_STOP | TOKEN_CLOSE_BRACKET))
		end--;
	for (uint32_t i = first + 1; i < end; i++) {
		if (!is_outside(document, i))
			return i;
		if (token_flagged(document, i, TOKEN_COMMA) && i + 1 < end) {
			if (is_cue(document, i + 1, FRAME_SPEECH) && token_has(document, i + 1, FORM_PARTICIPLE | FORM_PAST))
				return i;
			if (token_has(document, i + 1, WORD_ACCORDING))
				return i;
			if (i + 2 < end && token_has(document, i + 1, WORD_CONJUNCTION) && !token_is(token_at(document, i + 1), "or"))
				for (uint32_t j = i + 2; j < end && j < i + 7; j++)
					if (is_cue(document, j, FRAME_SPEECH) && token_has(document, j, FORM_PAST | FORM_PRESENT | FORM_PARTICIPLE))
						return i;
		}
		if (token_has(document, i, WORD_CONJUNCTION) && i + 1 < end && is_cue(document, i + 1, FRAME_SPEECH) &&
		    token_has(document, i + 1, FORM_PAST))
			return i;
	}
	return end;
}

static bool is_clause(const struct scan *scan, uint32_t first, uint32_t end, bool has_that)
{
	const struct document *document = scan->document;
	uint32_t words = 0;
	bool has_verb = false;

	if (first >= end)
		return false;
	for (uint32_t i = first; i < end; i++) {
		if (!is_outside(document, i))
			return false;
		words += token_flagged(document, i, TOKEN_WORD);
		has_verb = has_verb || (i > first && is_finite_verb(document, i));
	}
	if (words < CLAUSE_WORDS_LEAST)
		return false;
	if (has_that)
		return true;
	if (token_has(document, first, WORD_PREPOSITION | WORD_CONJUNCTION | WORD_AUXILIARY) ||
	    !token_flagged(document, first, TOKEN_WORD))
		return false;
	return has_verb;
}

static void add_report(const struct scan *scan, struct attribution attribution, uint32_t first, uint32_t end)
{
	struct report *report = LIST_PUSH(scan->document->scratch, scan->reports);

	*report = (struct report){attribution, first, end};
}

static struct attribution report_of(enum pattern pattern, struct phrase source, uint32_t cue)
{
	return (struct attribution){.pattern = pattern, .source = source, .cue_first = cue, .cue_end = cue + 1,
	                            .entity = NO_ENTITY};
}

/* S, X said. */
static bool report_before(const struct scan *scan, uint32_t cue, struct phrase source, uint32_t from)
{
	const struct document *document = scan->document;
	uint32_t end = source.first;

	if (source.kind == PHRASE_NONE || end <= from + 1 || !token_flagged(document, end - 1, TOKEN_COMMA))
		return false;
	if (!is_clause(scan, from, end - 1, false) && !is_clause(scan, from, end - 1, true))
		return false;
	for (uint32_t i = from; i < end - 1; i++)
		if (!is_outside(document, i))
			return false;
	add_report(scan, report_of(PATTERN_REPORT, source, cue), from, end - 1);
	return true;
}

static uint32_t report_after(const struct scan *scan, uint32_t cue, struct phrase source)
{
	bool has_that;
	uint32_t first = clause_start(scan, cue, &has_that), end;

	if (first >= scan->sentence->end || !is_outside(scan->document, first))
		return cue + 1;
	end = clause_end(scan, first);
	if (end < scan->sentence->end && !is_outside(scan->document, end))
		return cue + 1;
	if (!is_clause(scan, first, end, has_that))
		return cue + 1;
	add_report(scan, report_of(PATTERN_REPORT, source, cue), first, end);
	return end;
}

static void report_according(const struct scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	struct phrase source = at + 2 < scan->sentence->end ? phrase_after(document, at + 2, scan->sentence->end) : (struct phrase){0};
	struct attribution attribution = report_of(PATTERN_ACCORDING, source, at);
	uint32_t first = scan->sentence->first, end = at;

	attribution.cue_end = at + 2;
	if (source.kind == PHRASE_NONE)
		return;
	phrase_read_apposition(document, &attribution.source, scan->sentence->end);
	if (at > first + 3) {
		if (token_flagged(document, end - 1, TOKEN_COMMA))
			end--;
	} else {
		first = source.end;
		while (first < scan->sentence->end && !token_flagged(document, first, TOKEN_COMMA))
			first++;
		first++;
		end = clause_end(scan, first);
	}
	if (is_clause(scan, first, end, true))
		add_report(scan, attribution, first, end);
}

void reports_find(const struct document *document, uint32_t sentence, const struct attribution *done,
                  struct report_list *reports)
{
	struct scan scan = {document, &document->sentences.items[sentence], done, reports};
	uint32_t from = scan.sentence->first;

	for (uint32_t i = scan.sentence->first; i < scan.sentence->end;) {
		struct phrase source;
		uint32_t next;

		if (is_outside(document, i) && token_has(document, i, WORD_ACCORDING)) {
			report_according(&scan, i);
			return;
		}
		if (!is_outside(document, i) || !is_cue(document, i, FRAME_CLAUSE | FRAME_HEARER_TAKING) || is_taken(&scan, i) ||
		    is_passive(document, i, scan.sentence->first)) {
			i++;
			continue;
		}
		source = subject_of(&scan, i);
		if (source.kind == PHRASE_NONE) {
			i++;
			continue;
		}
		next = report_after(&scan, i, source);
		if (next == i + 1 && report_before(&scan, i, source, from))
			next = scan.sentence->end;
		i = next;
	}
}
