#include "quote/reported.h"

#include "quote/reporter.h"

#define CLAUSE_WORDS_LEAST 3
#define LEAD_TOKENS_MOST 16  /* subject, who was told and when, between a cue and what it reports */
#define LEAD_COMMAS_MOST 3   /* X, director of Y, said */
#define AS_TOKENS_MOST 6     /* from `as` to its cue */
#define HEARER_TOKENS_MOST 4 /* a los vecinos que */
#define COLON_TOKENS_MOST 6  /* from a cue to a colon */
#define REST_TOKENS_MOST 3   /* of a source that no table knows */
#define VERB_TOKENS_MOST 16  /* from the start of a clause to its subjunctive */

static uint32_t find_quotation(const struct report_scan *scan, uint32_t at, uint32_t end)
{
	return clause_find_quotation(scan->document, scan->done, at, end);
}

static bool is_taken(const struct report_scan *scan, uint32_t cue)
{
	return clause_cue_is_taken(scan->document, scan->done, scan->first, scan->end, cue);
}

static void add_piece(struct report_scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end, uint32_t words_least)
{
	end = clause_trim(scan->document, first, end);
	if (!clause_has_words(scan->document, first, end, words_least) ||
		find_quotation(scan, first, end) < end)
		return;
	clause_add_report(
		scan->document, scan->reports, attribution(pattern, source, cue, cue + 1), first, end);
	scan->last = source;
}

static void add_report(struct report_scan *scan, enum pattern pattern, struct phrase source, uint32_t cue,
	uint32_t first, uint32_t end)
{
	add_piece(scan, pattern, source, cue, first, end, CLAUSE_WORDS_LEAST);
}

/* As X said: the cue that goes with the word at `as`; NO_TOKEN where another verb does (as it rains). */
static uint32_t cue_of_as(const struct report_scan *scan, uint32_t as)
{
	for (uint32_t i = as + 1; i < scan->end && i < as + AS_TOKENS_MOST && is_outside(scan->document, i) &&
				  !token_flagged(scan->document, i, TOKEN_PUNCTUATION);
		i++)
		if (reporter_is_cue(scan, i))
			return i;
	return NO_TOKEN;
}

/* Does the clause end at this comma or dash: before `as`, before another cue? */
static bool ends_at_sign(const struct report_scan *scan, uint32_t sign)
{
	uint32_t at = sign + 1;

	if (scan_is(scan, at, WORD_ACCORDING) || reporter_is_cue(scan, at) ||
		(scan_is(scan, at, WORD_AS) && cue_of_as(scan, at) != NO_TOKEN))
		return true;
	at = reporter_skip_auxiliaries(scan, at + (at < scan->end && scan_is(scan, at, WORD_CONJUNCTION)));
	return reporter_is_cue(scan, at) && !is_participle(scan->document, at);
}

/* Where the reported words that begin at `first` end. */
static uint32_t clause_end(const struct report_scan *scan, uint32_t first)
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
			reporter_is_cue(scan, reporter_skip_auxiliaries(scan, i + 1)))
			return i;
	}
	return scan->end;
}

/* a los vecinos, aux riverains, ai cronisti: does somebody who was told stand between the cue and `that`? */
static bool is_hearer(const struct report_scan *scan, uint32_t cue, uint32_t that)
{
	static const char *const to[] = {
		"a", "al", "à", "au", "aux", "ai", "agli", "alla", "alle", "all'", "all’", "ao", "aos", "às"};
	const struct document *document = scan->document;
	uint32_t start = reporter_verb_start(scan, cue);
	bool is_dative = false;

	for (size_t i = 0; i < COUNT_OF(to); i++)
		is_dative = is_dative || token_is(token_at(document, cue + 1), to[i]);
	return is_dative && that <= cue + HEARER_TOKENS_MOST && !token_is(token_at(document, start), "se") &&
	       !token_is(token_at(document, start), "s’") && !token_is(token_at(document, start), "s'") &&
	       !token_is(token_at(document, start), "si");
}

/* ha fatto sapere che, fez saber que */
static bool is_made_known(const struct report_scan *scan, uint32_t cue, uint32_t that)
{
	struct str word = token_text(token_at(scan->document, that - 1));

	return that == cue + 2 && (str_ends_with(word, STR("re")) || str_ends_with(word, STR("er")) ||
					  str_ends_with(word, STR("oir")));
}

/* a los periodistas, aux riverains, Elvira Soto: may these words stand between a cue and a `that` that no
 * comma announces? Behind another noun it opens a relative clause: la denuncia que. */
static bool may_precede_that(const struct report_scan *scan, uint32_t cue, uint32_t that, uint32_t commas)
{
	const struct document *document = scan->document;
	const struct token *before = token_at(document, that - 1);

	if (that == cue + 1)
		return true;
	if (document->language->inflects_names || document->language->capitalises_nouns)
		return before->flags & TOKEN_COMMA;
	if (before->flags & (TOKEN_COMMA | TOKEN_CLOSE_BRACKET))
		return commas != 1; /* X, alcalde de Y, que; but X, que */
	return before->name != NO_NAME || before->classes == WORD_ADVERB ||
	       (before->classes & (WORD_TIME | WORD_ROLE | WORD_HEARER | WORD_ORGANISATION | WORD_PRONOUN)) ||
	       (that == cue + 2 && (before->classes & (WORD_ADVERB | WORD_OBJECT_PRONOUN))) ||
	       reporter_is_cue(scan, cue + 1) || is_hearer(scan, cue, that) || is_made_known(scan, cue, that);
}

/* The token after the `that` which opens what the cue reports; 0 when none does. */
static uint32_t after_that(const struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t commas = 0;

	for (uint32_t i = cue + 1; i < scan->end && i < cue + LEAD_TOKENS_MOST; i++) {
		if (!is_outside(document, i) ||
			token_flagged(document, i, TOKEN_SEMICOLON | TOKEN_COLON | TOKEN_DASH))
			return 0;
		if (token_has(document, i, WORD_THAT)) {
			bool is_other = i > cue + 1 && token_at(document, i - 1)->name == NO_NAME &&
					token_has(document, i - 1,
						WORD_DETERMINER | WORD_OBJECT_PRONOUN | WORD_SUBORDINATOR);

			/* lo que, ce que, потому что */
			return is_other || !may_precede_that(scan, cue, i, commas) ? 0 : i + 1;
		}
		if (token_has(document, i, WORD_RELATIVE | WORD_AS) || reporter_is_cue(scan, i))
			return 0;
		commas += token_flagged(document, i, TOKEN_COMMA);
		if (commas > LEAD_COMMAS_MOST)
			return 0;
	}
	return 0;
}

/* Does the subjunctive stand where the verb of a main clause does, and not at the end of another? */
static bool is_second(const struct report_scan *scan, uint32_t verb)
{
	return verb + 1 < scan->end && is_outside(scan->document, verb + 1) &&
	       !token_flagged(scan->document, verb + 1, TOKEN_PUNCTUATION);
}

/* Jonas Pfeil sagte, der Damm sei sicher: the token after the comma behind which a subjunctive follows; 0
 * when none does. */
static uint32_t after_comma(const struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t comma = 0, commas = 0;

	for (uint32_t i = cue + 1; i < scan->end && i < cue + LEAD_TOKENS_MOST + VERB_TOKENS_MOST; i++) {
		if (!is_outside(document, i) || token_flagged(document, i, TOKEN_SEMICOLON | TOKEN_COLON))
			return 0;
		if (comma && token_has(document, i, WORD_SUBJUNCTIVE) && is_second(scan, i))
			return comma + 1;
		if (!token_flagged(document, i, TOKEN_COMMA))
			continue;
		if (++commas > LEAD_COMMAS_MOST ||
			scan_is(scan, i + 1,
				WORD_THAT | WORD_AS | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_RELATIVE))
			return 0;
		comma = i;
	}
	return 0;
}

/* When he said that S, …: is the clause of the cue itself a part of another? What it reports ends at a comma.
 */
static bool is_subordinate(const struct report_scan *scan, uint32_t cue)
{
	uint32_t at = cue;

	while (at > scan->from && is_outside(scan->document, at - 1) && !is_divider(scan->document, at - 1))
		at--;
	at += scan_is(scan, at, WORD_CONJUNCTION);
	return at < cue && scan_is(scan, at, WORD_SUBORDINATOR | WORD_RELATIVE) &&
	       !scan_is(scan, at, WORD_AS);
}

static uint32_t first_comma(const struct report_scan *scan, uint32_t at, uint32_t end)
{
	while (at < end && !scan_is_comma(scan, at))
		at++;
	return at;
}

/* X said that S. Gives where to read on; the cue itself when it reports nothing so. */
static uint32_t report_behind(struct report_scan *scan, uint32_t cue)
{
	uint32_t first = after_that(scan, cue), end;
	struct phrase source;

	if (token_has(scan->document, cue, WORD_ADVERB)) /* so kalt, dass */
		return cue;
	if (first == 0)
		first = after_comma(scan, cue);
	if (first == 0 || first >= scan->end)
		return cue;
	source = reporter_of(scan, cue, first - 1);
	if (source.kind == PHRASE_NONE)
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
static uint32_t report_colon(struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t colon = cue + 1;
	struct phrase source;

	while (colon < scan->end && colon < cue + COLON_TOKENS_MOST && is_outside(document, colon) &&
		!token_flagged(document, colon, TOKEN_PUNCTUATION) &&
		!token_has(document, colon, WORD_PREPOSITION))
		colon++;
	if (colon + 1 >= scan->end || !token_flagged(document, colon, TOKEN_COLON) ||
		token_has(document, cue, WORD_ADVERB))
		return cue;
	source = reporter_of(scan, cue, colon);
	if (source.kind == PHRASE_NONE ||
		!(document->language->inflects_names || reporter_is_somebody(document, &source)))
		return cue;
	add_report(scan, PATTERN_REPORT, source, cue, colon + 1, scan->end);
	return scan->end;
}

/* May what stands after the source and a comma be more of what it says: S, sagte X, S? */
static bool goes_on(const struct report_scan *scan, uint32_t comma)
{
	return scan_is_comma(scan, comma) && comma + 1 < scan->end && is_outside(scan->document, comma + 1) &&
	       !scan_is(scan, comma + 1,
		       WORD_RELATIVE | WORD_CONJUNCTION | WORD_DETERMINER | WORD_PREPOSITION | WORD_AS |
			       WORD_ACCORDING | WORD_THAT | WORD_ROLE | FORM_PARTICIPLE | FRAME_SPEECH) &&
	       find_quotation(scan, comma, scan->end) == scan->end;
}

/* hieß es am Abend; ha aggiunto: nobody is named. */
static struct phrase hearsay(const struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;

	if (cue + 1 < scan->end && token_is(token_at(document, cue + 1), "es") &&
		token_is(token_at(document, cue), "hieß"))
		return (struct phrase){PHRASE_PRONOUN, cue + 1, cue + 2, NO_NAME, cue + 1, cue + 1};
	return scan_is(scan, cue + 1, WORD_PRONOUN) ? (struct phrase){0} : reporter_unsaid(scan, cue);
}

/* Who says what stands before the cue: somebody behind it; all that is left of the sentence (говорят
 * старожилы); the one left unsaid. */
static struct phrase source_of_ahead(const struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	struct phrase source = reporter_behind(scan, cue, scan->end);

	if (source.kind != PHRASE_NONE)
		return source;
	if (cue + 1 >= scan->end || scan_is_comma(scan, cue + 1))
		return hearsay(scan, cue);
	source = reporter_trimmed(document, phrase_after(document, cue + 1, scan->end));
	if (source.kind == PHRASE_COMMON && source.first == cue + 1 &&
		source.end <= cue + 1 + REST_TOKENS_MOST && !token_has(document, cue, WORD_ADVERB) &&
		!token_has(document, cue + 1, WORD_PREPOSITION | WORD_ADVERB | WORD_TIME) &&
		(source.end == scan->end || scan_is_comma(scan, source.end)))
		return source;
	return scan_is(scan, cue + 1, WORD_ADVERB | WORD_TIME | WORD_PRONOUN) ? hearsay(scan, cue)
									      : (struct phrase){0};
}

/* Clara Weidner, Müllerin, warnte: are the words before the cue its subject with what describes it? */
static bool is_own_subject(const struct report_scan *scan, uint32_t sign)
{
	const struct document *document = scan->document;
	uint32_t at = scan->from, run;

	while (at < sign && token_at(document, at)->name == NO_NAME &&
		token_flagged(document, at, TOKEN_WORD) && !is_cue(document, at, FRAME_ANY) &&
		!token_has(document, at, WORD_VERB | WORD_AUXILIARY))
		at++;
	run = at < sign ? token_at(document, at)->name : NO_NAME;
	return run != NO_NAME && document->runs.items[run].end < sign &&
	       scan_is_comma(scan, document->runs.items[run].end);
}

/* What stands before the cue as a whole sentence, without another verb that reports. */
static bool may_be_said(const struct report_scan *scan, uint32_t end)
{
	for (uint32_t i = scan->from; i < end; i++)
		if (reporter_is_cue(scan, i))
			return false;
	return !is_own_subject(scan, end) && find_quotation(scan, scan->from, scan->end) == scan->end;
}

/* S, said X. The same as report_behind. */
static uint32_t report_ahead(struct report_scan *scan, uint32_t cue)
{
	const struct document *document = scan->document;
	uint32_t sign = reporter_verb_start(scan, cue), end;
	struct phrase source;

	if (sign < scan->from + 2 || !is_outside(document, sign - 1) ||
		!token_flagged(document, sign - 1, TOKEN_COMMA | TOKEN_DASH) || !may_be_said(scan, sign - 1))
		return cue;
	source = source_of_ahead(scan, cue);
	end = source_end(&source, cue);
	if (source.kind == PHRASE_NONE ||
		(scan_is(scan, scan->from, WORD_SUBORDINATOR) &&
			(document->language->capitalises_nouns ||
				!reporter_is_somebody(document, &source))) ||
		(token_has(document, cue, WORD_ADVERB) && end < scan->end &&
			!token_flagged(document, end, TOKEN_COMMA | TOKEN_DASH)))
		return cue;
	add_piece(scan, PATTERN_REPORT, source, cue, scan->from + scan_is(scan, scan->from, WORD_CONJUNCTION),
		sign - 1, goes_on(scan, end) ? 1 : CLAUSE_WORDS_LEAST);
	if (goes_on(scan, end)) {
		add_report(scan, PATTERN_REPORT, source, cue, end + 1, scan->end);
		return scan->end;
	}
	return end;
}

/* Does nothing but words like `but` and `today` stand before this token? */
static bool opens(const struct report_scan *scan, uint32_t at)
{
	for (uint32_t i = scan->from; i < at; i++)
		if (!token_flagged(scan->document, i, TOKEN_PUNCTUATION) &&
			!scan_is(scan, i,
				WORD_CONJUNCTION | WORD_ADVERB | WORD_PREPOSITION | WORD_DETERMINER |
					WORD_TIME))
			return false;
	return true;
}

/* What stands before and after words that only name a source, between the commas that part them from it.
 *   first, end  these words */
static uint32_t report_around(struct report_scan *scan, enum pattern pattern, struct phrase source,
	uint32_t cue, uint32_t first, uint32_t end)
{
	uint32_t next = end + scan_is_comma(scan, end), stop;

	if (!opens(scan, first)) {
		bool is_last = next >= scan->end || !is_outside(scan->document, next);

		if (!scan_is_comma(scan, first - 1) && !is_last)
			return end; /* in the middle of the clause */
		add_piece(scan, pattern, source, cue,
			scan->from + scan_is(scan, scan->from, WORD_CONJUNCTION), first,
			!is_last && goes_on(scan, end) ? 1 : CLAUSE_WORDS_LEAST);
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
static uint32_t report_as(struct report_scan *scan, uint32_t as)
{
	const struct document *document = scan->document;
	uint32_t cue = cue_of_as(scan, as), limit, end;
	struct phrase source;

	if (cue == NO_TOKEN || is_taken(scan, cue) ||
		(as > scan->first + 1 && !token_flagged(document, as - 1, TOKEN_PUNCTUATION)))
		return as;
	for (limit = cue + 1; limit < scan->end && !scan_is_comma(scan, limit);)
		limit++;
	source = reporter_ahead(scan, cue, as + 1);
	if (!reporter_is_somebody(document, &source))
		source = reporter_behind(scan, cue, scan->end);
	if (source.kind == PHRASE_NONE && as <= scan->from + 1) /* at the start; …, as they say, … is idle */
		source = reporter_unsaid(scan, cue);
	if (source.kind == PHRASE_NONE)
		return as;
	end = source_end(&source, cue);
	return report_around(scan, PATTERN_REPORT, source, cue, as, end > limit ? end : limit);
}

/* Laut Mühlen- und Müllerbund, laut einer Studie des Instituts: do these words go on with the source? */
static bool goes_on_as_noun(const struct report_scan *scan, uint32_t at)
{
	const struct document *document = scan->document;

	return at < scan->end && is_outside(document, at) &&
	       ((token_flagged(document, at, TOKEN_DASH) &&
			!token_flagged(document, at, TOKEN_SPACE_BEFORE)) ||
		       token_at(document, at)->data[0] == '-' ||
		       (document->language->capitalises_nouns &&
			       token_has(document, at, WORD_DETERMINER | WORD_CONJUNCTION)));
}

/* According to X, S; laut X wird S; S, selon X. Gives where to read on. */
static uint32_t report_according(struct report_scan *scan, uint32_t at)
{
	const struct document *document = scan->document;
	struct attribution found = attribute_according(document, at, scan->first, scan->end);
	uint32_t first = at, end;

	end = source_end(&found.source, at);
	if (!reporter_is_somebody(document, &found.source) || found.source.kind == PHRASE_PRONOUN ||
		goes_on_as_noun(scan, end))
		return at + 1;
	if (token_has(document, at, WORD_POSTPOSED))
		first = found.source.role_first < found.source.first && found.source.role_first >= scan->from
				? found.source.role_first
				: found.source.first;
	else
		while (first > scan->from &&
			scan_is(scan, first - 1,
				WORD_PREPOSITION | WORD_DETERMINER | WORD_PHRASAL | WORD_CUE_NOUN))
			first--;
	if (end < scan->end && find_quotation(scan, end, scan->end) < scan->end)
		return at + 1;
	end = report_around(scan, PATTERN_ACCORDING, found.source, at, first, end);
	return end > at ? end : at + 1;
}

/* What the token at `at` reports; gives where to read on. */
static uint32_t report_at(struct report_scan *scan, uint32_t at)
{
	uint32_t next;

	if (scan_is(scan, at, WORD_AS)) {
		next = report_as(scan, at);
		if (next > at)
			return next;
	}
	if (scan_is(scan, at, WORD_ACCORDING))
		return report_according(scan, at);
	if (!reporter_is_cue(scan, at) || is_taken(scan, at))
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
	struct report_scan scan = {.document = document, .done = done, .reports = reports};

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
