#include "quote/detect.h"

#include "dateline/base/utf8.h"
#include "quote/context.h"
#include "quote/view.h"

#define SOURCE_DISTANCE_MOST 16 /* tokens from “according to” to a fragment that is its source’s */
#define OBJECT_DISTANCE_MOST 8  /* tokens from “called” to what somebody is called */
#define BESIDE_MOST 3           /* tokens between the marks and a cue that is beside them */

/* Where every noun has a capital, the words of a title that have none. */
#define WORDS_IN_TITLES (WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION)

struct look {
	uint32_t words;
	bool is_title_case; /* every word of more than three letters has a capital */
	uint32_t capitals;  /* words that begin with one, as names and titles do */
	bool is_shouted;    /* all words are in capitals */
	bool is_code;       /* one word of capitals and digits */
	bool has_stop;      /* the quoted words end in a stop or a comma */
	bool asks;
	bool has_cue;
	uint64_t before; /* classes of the word before the mark */
	uint32_t before_flags;
	bool follows_title_word; /* on, including, and: titles stand after them */
	bool is_written;         /* the word “…”, a sign that reads “…” */
	bool before_function; /* a function word follows: not the noun that a quoted adjective stands before
			       */
	bool at_start;        /* of its sentence */
};

static bool is_cue_pattern(enum pattern pattern)
{
	return (pattern >= PATTERN_CUE_SUBJECT && pattern <= PATTERN_INTERRUPTED);
}

/* “…,” řekl: a cue right after the marks tells of speech, also where its subject is left unsaid. */
static bool has_cue_after(const struct document *document, const struct quoted_span *span)
{
	uint32_t end = document->sentences.items[span->sentence].end;
	bool parted = document->language->has_english_syntax ||
		      token_flagged(document, span->end - 1, TOKEN_COMMA | TOKEN_STOP) ||
		      span->outer_first == document->sentences.items[span->sentence].first;

	for (uint32_t i = span->outer_end; i < end && i < span->outer_end + 4; i++) {
		if (is_cue(document, i, FRAME_SPEECH))
			return parted || i > span->outer_end;
		if (!token_flagged(document, i, TOKEN_COMMA | TOKEN_DASH) &&
			!token_has(document, i, WORD_AUXILIARY | WORD_OBJECT_PRONOUN | WORD_QUOTATIVE))
			return false;
	}
	return false;
}

static bool precedes_title(const struct token *token)
{
	return token_is(token, "on") || token_is(token, "including") || token_is(token, "and") ||
	       token_is(token, "or");
}

static bool precedes_writing(const struct token *token)
{
	return token_is(token, "word") || token_is(token, "read") || token_is(token, "reads") ||
	       token_is(token, "reading") || token_is(token, "marked");
}

static struct look look_at(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	struct look look = {.is_title_case = true,
		.has_cue = is_cue_pattern(attribution->pattern) || has_cue_after(document, span)};
	const struct passage *passage = &document->passages.items[span->passage];

	for (uint32_t i = span->first; i < span->end; i++) {
		const struct token *token = token_at(document, i);

		if (!(token->flags & TOKEN_WORD))
			continue;
		look.is_shouted = (look.words == 0 || look.is_shouted) && (token->flags & TOKEN_ALL_CAPITALS);
		look.words++;
		look.is_code = token->flags & (TOKEN_ALL_CAPITALS | TOKEN_DIGIT);
		if (!(token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) &&
			(token->length > 3 || look.words == 1 ||
				(document->language->capitalises_nouns &&
					!(token->classes & WORDS_IN_TITLES))))
			look.is_title_case = false;
		if (look.words == 1 || !document->language->capitalises_nouns)
			look.capitals += (token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0;
	}
	look.has_stop = token_flagged(document, span->end - 1, TOKEN_STOP | TOKEN_COMMA);
	look.asks = token_flagged(document, span->end - 1, TOKEN_ASKS);
	look.at_start = span->outer_first == document->sentences.items[span->sentence].first;
	if (span->outer_first > passage->first &&
		token_at(document, span->outer_first - 1)->span == NO_SPAN) {
		if (token_at(document, span->outer_first - 1)->name == NO_NAME)
			look.before = token_at(document, span->outer_first - 1)->classes;
		look.before_flags = token_at(document, span->outer_first - 1)->flags;
		look.follows_title_word = precedes_title(token_at(document, span->outer_first - 1));
		look.is_written = precedes_writing(token_at(document, span->outer_first - 1));
	}
	if (span->outer_end < passage->end)
		look.before_function = token_has(document, span->outer_end,
			WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT | WORD_RELATIVE |
				WORD_AUXILIARY | WORD_PRONOUN | WORD_DETERMINER | FRAME_SPEECH);
	return look;
}

#define WORDS_OF_TITLE_MOST 8

/* “Salt”, “The Quiet Ferry”: does what stands before it, or the lack of a cue, make capitalised words a
 * title? */
static bool is_title(const struct look *look, bool adjacent, enum pattern pattern)
{
	if (!look->is_title_case || look->words > WORDS_OF_TITLE_MOST)
		return false;
	if (pattern == PATTERN_INTERRUPTED && !adjacent)
		return true;
	if ((look->before_flags & TOKEN_POSSESSIVE) && !(look->before & WORD_PRONOUN))
		return true;
	if (!adjacent && (look->before & (WORD_CONJUNCTION | WORD_PREPOSITION)) &&
		!(look->before & WORD_SUBORDINATOR) && look->follows_title_word)
		return true;
	if (look->has_cue && look->words <= 4 && pattern != PATTERN_CUE_SUBJECT)
		return false;
	return !(look->has_cue && adjacent && look->has_stop);
}

/* “…,” protesters chanted: does the cue stand next to the marks, but for a word or two? */
static bool is_beside_speech(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	uint32_t first = attribution->cue_first, end = attribution->cue_end;

	if (first >= end || !is_cue(document, first, FRAME_SPEECH) ||
		attribution->pattern == PATTERN_INTERRUPTED)
		return false;
	return first >= span->outer_end ? first - span->outer_end <= BESIDE_MOST
					: span->outer_first - end <= BESIDE_MOST;
}

/* English: the weights of view.c, but for what calls itself a title or a label, and for codes. */
static bool is_quotation_by_weight(
	const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct look look = look_at(document, span, attribution);

	if ((look.before & WORD_LABELLED) || ((look.before & WORD_WORK) && look.is_title_case))
		return look.words > WORDS_OF_TITLE_MOST;
	if (look.words > WORDS_OF_TITLE_MOST && look.is_title_case && 2 * look.capitals > look.words &&
		!look.is_shouted && !is_beside_speech(document, span, attribution))
		return false; /* nobody speaks in capitals for so long */
	if (look.words == 1 && look.is_code && look.is_written)
		return false;
	if (span->is_single && document->has_double_marks && look.is_title_case && !look.has_stop &&
		!look.before_function)
		return false; /* the ‘Measure Twice’ club */
	if (look.at_start && look.has_stop && !look.is_title_case && has_cue_after(document, span))
		return true; /* “It holds,” said … */
	return span_view_score(span_view(document, index, attribution)) > 0;
}

/* „…“, sagte X, „…“: a comma or a dash leads back into what X says. */
static bool goes_on_speaking(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	return attribution->pattern == PATTERN_INTERRUPTED && span->outer_first > 0 &&
	       (document->language->is_caseless ||
		       token_flagged(document, span->outer_first - 1,
			       TOKEN_COMMA | TOKEN_DASH | TOKEN_STOP | TOKEN_COLON));
}

/* nannte den Plan „…“, laut X „…“ */
static bool is_near(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	uint32_t cue = attribution->cue_first;

	if (cue >= attribution->cue_end || cue >= span->outer_first)
		return false;
	return attribution->pattern == PATTERN_ACCORDING
		       ? span->outer_first - cue <= SOURCE_DISTANCE_MOST
		       : token_has(document, cue, FRAME_OBJECT) &&
				 span->outer_first - cue <= OBJECT_DISTANCE_MOST;
}

/* Does the cue stand before the fragment, in its sentence, with a person for its subject? */
static bool follows_cue(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	return attribution->cue_first < attribution->cue_end && attribution->cue_first < span->outer_first &&
	       attribution->cue_first >= document->sentences.items[span->sentence].first &&
	       is_person_like(document, &attribution->source);
}

/* Prohlásil, že „…“: the verb is there, its subject is left unsaid. */
static bool has_cue_before(const struct document *document, const struct quoted_span *span)
{
	uint32_t first = document->sentences.items[span->sentence].first;

	for (uint32_t i = span->outer_first; i > first && span->outer_first - i < OBJECT_DISTANCE_MOST; i--) {
		if (token_at(document, i - 1)->span != NO_SPAN)
			return false;
		if (is_cue(document, i - 1, FRAME_SPEECH))
			return true;
	}
	return false;
}

/* X n’en démord pas : « Le bac reste. » A person, a colon, and a whole sentence. */
static bool is_led_into(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution)
{
	return attribution->pattern != PATTERN_NONE && span->outer_first > 0 &&
	       token_flagged(document, span->outer_first - 1, TOKEN_COLON) &&
	       token_flagged(document, span->first, TOKEN_CAPITAL) &&
	       (token_flagged(document, span->end - 1, TOKEN_STOP) ||
		       (span->outer_end < document->passages.items[span->passage].end &&
			       token_flagged(document, span->outer_end, TOKEN_STOP))) &&
	       is_person_like(document, &attribution->source);
}

#define THINGS (WORD_WORK | WORD_ORGANISATION)

static bool is_ideograph_or_katakana(struct str text)
{
	size_t length;
	uint32_t c = text.length ? utf8_decode(text, 0, &length) : 0;

	return (c >= 0x3400 && c < 0xA000) || (c >= 0x30A1 && c < 0x30FF);
}

/* May the word before the marks be the noun of a thing whose name the marks enclose: компания «Заря»,
 * 劇場「潮」, مسرح «المنارة»? */
static bool is_noun_of_name(const struct document *document, uint32_t at)
{
	const struct token *token = token_at(document, at);

	if (!(token->flags & TOKEN_WORD) || token->span != NO_SPAN || (token->flags & TOKEN_DIGIT))
		return false;
	if (token->classes & THINGS)
		return true;
	switch (document->language->script) {
	case SCRIPT_HAN:
	case SCRIPT_HANGUL:
		return false;
	case SCRIPT_KANA:
		return token->classes == 0 && token->name == NO_NAME &&
		       is_ideograph_or_katakana(token_text(token));
	case SCRIPT_ARABIC:
		return token->classes == 0 && token->name == NO_NAME &&
		       !str_starts_with(token_text(token), STR("ال"));
	default:
		return (token->classes & ~WORD_CUE_NOUN) == 0 && token->name == NO_NAME;
	}
}

/* The name of a paper, a company, a play: it stands right after its noun (小说“长港”; also before it,
 * “浪潮”剧院), is written as names are, and no verb like “call” governs it. */
static bool names_a_thing(const struct document *document, const struct quoted_span *span,
	const struct attribution *attribution, const struct look *look)
{
	const struct passage *passage = &document->passages.items[span->passage];
	uint32_t at = span->outer_first;

	if (look->has_stop || look->words > WORDS_OF_TITLE_MOST || is_near(document, span, attribution) ||
		(!document->language->is_caseless && !token_flagged(document, span->first, TOKEN_CAPITAL)))
		return false;
	if (document->language->script == SCRIPT_HAN && span->outer_end < passage->end &&
		token_has(document, span->outer_end, THINGS))
		return true;
	return at > passage->first && is_noun_of_name(document, at - 1);
}

/* Other languages, of which no annotated articles were at hand. */
static bool is_quotation_by_rule(
	const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct look look = look_at(document, span, attribution);
	bool adjacent = has_cue_after(document, span) || attribution->pattern == PATTERN_CUE_SUBJECT ||
			attribution->pattern == PATTERN_SUBJECT_CUE ||
			attribution->pattern == PATTERN_BEFORE || attribution->pattern == PATTERN_COLON ||
			goes_on_speaking(document, span, attribution) ||
			is_near(document, span, attribution) || is_led_into(document, span, attribution);

	if (names_a_thing(document, span, attribution, &look))
		return false;
	look.has_cue = look.has_cue || is_led_into(document, span, attribution);
	if (span->outer_end < document->passages.items[span->passage].end &&
		token_flagged(
			document, span->outer_end, TOKEN_COMMA | TOKEN_STOP | TOKEN_DASH)) /* „…“, sagte X */
		look.has_stop = true;
	if (((look.before & WORD_LABELLED) || ((look.before & WORD_WORK) && look.is_title_case)) &&
		!look.has_stop)
		return look.words > WORDS_OF_TITLE_MOST;
	if (document->language->is_caseless)
		return look.has_cue || look.words > WORDS_OF_TITLE_MOST ||
		       ((look.before_flags & TOKEN_COLON) && has_cue_before(document, span)) ||
		       (attribution->pattern == PATTERN_CONTINUED && look.at_start && look.words > 1);
	if (span->is_dialogue)
		return true;
	if (is_title(&look, adjacent, attribution->pattern) ||
		(look.words == 1 && look.is_code && !look.has_stop))
		return false;
	if (attribution->pattern == PATTERN_CONTINUED && look.at_start && look.has_stop && look.words > 1 &&
		!look.is_title_case)
		return true; /* „…“, sagte X. „…“ */
	if (attribution->pattern == PATTERN_ACCORDING && !adjacent)
		look.has_cue = false;
	if (look.capitals == 0 && look.has_cue && follows_cue(document, span, attribution))
		return true; /* X hält es für „mutig und richtig“ */
	if (!adjacent && (look.words <= 2 || (!look.has_cue && look.words <= 12)))
		return false;
	return look.has_cue || has_cue_before(document, span) || (look.before_flags & TOKEN_COLON) ||
	       (look.at_start && (span->has_open || attribution->pattern != PATTERN_NONE));
}

static bool has_words(const struct document *document, const struct quoted_span *span)
{
	for (uint32_t i = span->first; i < span->end; i++)
		if (token_flagged(document, i, TOKEN_WORD))
			return true;
	return false;
}

bool span_is_quotation(const struct document *document, uint32_t index, const struct attribution *attribution)
{
	if (!has_words(document, &document->spans.items[index]))
		return false;
	if (attribution->pattern == PATTERN_TRANSCRIPT || attribution->pattern == PATTERN_ANSWER)
		return true;
	return document->language->has_english_syntax ? is_quotation_by_weight(document, index, attribution)
						      : is_quotation_by_rule(document, index, attribution);
}

bool span_is_direct(const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct look look = look_at(document, span, attribution);

	if (attribution->pattern == PATTERN_INTERRUPTED)
		return true;
	if (look.before & WORD_THAT)
		return false;
	if (look.at_start || (look.before_flags & (TOKEN_COMMA | TOKEN_COLON)))
		return token_flagged(document, span->first, TOKEN_CAPITAL | TOKEN_DIGIT) || !span->has_open ||
		       (look.before_flags & TOKEN_COLON) || document->language->is_unspaced;
	return look.has_stop && look.words > 3 && token_flagged(document, span->first, TOKEN_CAPITAL) &&
	       (look.before & (FRAME_SPEECH));
}
