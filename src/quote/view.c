#include "quote/view.h"

#include "quote/context.h"

#define WINDOW 24         /* tokens on each side that are looked at for cues and works */
#define WORK_DISTANCE 8   /* tokens between “film” and its title */
#define TITLE_WORDS 8     /* of a title at most */
#define SHORT_WORDS 4     /* of a fragment that is called short */
#define CHANT_DISTANCE 10 /* tokens between “chants” and what is chanted */
#define CLOSE_DISTANCE 3  /* tokens between two spans of one enumeration */

enum sight {
	ONE_WORD,
	TWO_OR_THREE_WORDS,
	LONG_TITLE,
	HOLDS_PRONOUN,
	HOLDS_VERB,
	ENDS_ASKING,
	NO_OPENING_MARK,
	SINGLE_AMONG_DOUBLE,
	STARTS_SENTENCE,
	FOLLOWS_SPAN,
	ENDS_PARAGRAPH,
	BEFORE_DASH,
	BEFORE_OWNER,
	BEFORE_THAT,
	BEFORE_AUXILIARY,
	BEFORE_ATTITUDE,
	BEFORE_PRONOUN,
	BEFORE_PARTICIPLE,
	SECOND_COMMA,
	SECOND_CONJUNCTION,
	SECOND_OBJECT,
	AFTER_PREPOSITION,
	AFTER_CONJUNCTION,
	NO_CUE,
	CUE_OVER_PREPOSITION,
	CUE_OVER_SPAN,
	NEAR_SPEECH,
	NEAR_OBJECT,
	NEAR_CUE_NOUN,
	NEAR_WORK,
	SPAN_CLOSE_AFTER,
	SOURCE_PERSON,
	SOURCE_ORGANISATION,
	SHORT_AFTER_CUE,
	TITLE_BESIDE_CUE,
	TITLE_AFTER_PREPOSITION,
	SECOND_HALF,
	SENTENCE_BEFORE,
	ACCORDING,
	AFTER_CALLED,
	STARTS_WITHOUT_CUE,
	STARTS_AS_SENTENCES,
	SHORT_BY_PERSON,
	QUALIFIES_NOUN,
	NEAR_CHANT,
	SPAN_BEFORE,
	TITLE_NEAR_WORK,
	TITLE_NEAR_SPEECH,
	TITLE_IN_SECOND_HALF,
	AFTER_SAY,
	OWNED_BY_PERSON,
	THREE_WORDS_BY_PERSON,
	CAPITAL_NEAR_SPEECH,
	NO_SOURCE_AND_FEW_LONG,
	HAS_ELLIPSIS,
	SECOND_AS,
	SECOND_IN,
	SECOND_ON,
	STARTS_WITHOUT_STOP,
	SENTENCES_WITHOUT_CUE,
	MANY_SHORT_SPANS,
	TITLE_BEFORE_DETERMINER,
	SIGHT_COUNT,
};

_Static_assert(SIGHT_COUNT <= 64, "a view is one word");

/* The base rate of spans of which nothing of the table holds. */
#define BIAS 162

/* Logistic regression on the spans of 840 annotated articles, by tests/bench/fit_spans.py, which prints these
 * weights and what they are worth on articles that they were not fitted to. */
static const struct {
	const char *name;
	int weight;
} rows[SIGHT_COUNT] = {
	[ONE_WORD] = {"one word", -68},
	[TWO_OR_THREE_WORDS] = {"two or three words", -47},
	[LONG_TITLE] = {"five to eight words, as titles are written", -70},
	[HOLDS_PRONOUN] = {"a pronoun among the words", 63},
	[HOLDS_VERB] = {"a verb among the words", 50},
	[ENDS_ASKING] = {"ends in ? or !", 56},
	[NO_OPENING_MARK] = {"no opening mark", -320},
	[SINGLE_AMONG_DOUBLE] = {"single marks in an article with double ones", -133},
	[STARTS_SENTENCE] = {"begins a sentence", 62},
	[FOLLOWS_SPAN] = {"begins a sentence after another span", 187},
	[ENDS_PARAGRAPH] = {"ends the paragraph", 86},
	[BEFORE_DASH] = {"after a dash", -125},
	[BEFORE_OWNER] = {"after X's", -64},
	[BEFORE_THAT] = {"after that", 66},
	[BEFORE_AUXILIARY] = {"after an auxiliary", 60},
	[BEFORE_ATTITUDE] = {"after wants, thinks", 70},
	[BEFORE_PRONOUN] = {"after a pronoun", 51},
	[BEFORE_PARTICIPLE] = {"after saying, calling", 58},
	[SECOND_COMMA] = {"a comma, a word, the span", -79},
	[SECOND_CONJUNCTION] = {"a cue, a conjunction, a word, the span", 62},
	[SECOND_OBJECT] = {"called it, the span", 115},
	[AFTER_PREPOSITION] = {"before a preposition", 42},
	[AFTER_CONJUNCTION] = {"before a conjunction", 27},
	[NO_CUE] = {"no cue", -192},
	[CUE_OVER_PREPOSITION] = {"a preposition between it and its cue", -59},
	[CUE_OVER_SPAN] = {"another span between it and its cue", 47},
	[NEAR_SPEECH] = {"a verb like say near it", 85},
	[NEAR_OBJECT] = {"a verb like call near it", 42},
	[NEAR_CUE_NOUN] = {"a noun like statement before it", 65},
	[NEAR_WORK] = {"a noun like film not far before it", -60},
	[SPAN_CLOSE_AFTER] = {"the next span is three words away", 55},
	[SOURCE_PERSON] = {"the source is a person", 118},
	[SOURCE_ORGANISATION] = {"the source is an organisation", 51},
	[SHORT_AFTER_CUE] = {"short, no stop, some words from its cue", 48},
	[TITLE_BESIDE_CUE] = {"as titles are written, beside its cue", -37},
	[TITLE_AFTER_PREPOSITION] = {"as titles are written, after a preposition", -122},
	[SECOND_HALF] = {"the cue stands between it and the span before", -79},
	[SENTENCE_BEFORE] = {"only the sentence before names a source", -110},
	[ACCORDING] = {"according to", 33},
	[AFTER_CALLED] = {"after called, known as, the term", 102},
	[STARTS_WITHOUT_CUE] = {"begins a sentence that has no cue", -119},
	[STARTS_AS_SENTENCES] = {"begins a sentence, with a capital on its first word", 89},
	[SHORT_BY_PERSON] = {"short, and the source is a person", -56},
	[NEAR_CHANT] = {"after chants, shouts, cries", 163},
	[SPAN_BEFORE] = {"another span before it in its sentence", -41},
	[QUALIFIES_NOUN] = {"between an article and a noun", -67},
	[TITLE_NEAR_WORK] = {"as titles are written, a noun like film in its sentence", -105},
	[TITLE_NEAR_SPEECH] = {"as titles are written, a verb like say near it", -136},
	[TITLE_IN_SECOND_HALF] = {"as titles are written, the cue between it and the span before", -94},
	[AFTER_SAY] = {"say before it", 78},
	[OWNED_BY_PERSON] = {"after X's, and the source is a person", -125},
	[THREE_WORDS_BY_PERSON] = {"three small words, and the source is a person", 112},
	[CAPITAL_NEAR_SPEECH] = {"one word with a capital, a verb like say near it", 94},
	[NO_SOURCE_AND_FEW_LONG] = {"no source, and two spans of ten words at most in the article", -123},
	[HAS_ELLIPSIS] = {"an ellipsis among the words", -125},
	[SECOND_AS] = {"as, a word, the span", 77},
	[SECOND_IN] = {"in, a word, the span", -111},
	[SECOND_ON] = {"on, a word, the span", -82},
	[SENTENCES_WITHOUT_CUE] = {"a stop among the words, no cue", 58},
	[MANY_SHORT_SPANS] = {"eight spans of three words at most in the article", 14},
	[TITLE_BEFORE_DETERMINER] = {"as titles are written, before a, the", 46},
	[STARTS_WITHOUT_STOP] = {"begins a sentence, short, without a stop", -89},
};

struct viewer {
	const struct document *document;
	const struct quoted_span *span;
	const struct passage *passage;
	const struct sentence *sentence;
	const struct attribution *attribution;
	uint32_t index;
	uint32_t first, end; /* what of its sentence is looked at */
	bool is_short, is_title, is_capital_first, has_stop, is_one_capital, is_three_small, has_inner_stop;
	uint64_t view;
};

/* The tokens of its sentence that stand at most `most` before the span, or behind it. */
static uint32_t window_first(const struct viewer *viewer, uint32_t most)
{
	uint32_t at = viewer->span->outer_first;

	return at - viewer->sentence->first > most ? at - most : viewer->sentence->first;
}

static uint32_t window_end(const struct viewer *viewer, uint32_t most)
{
	uint32_t end = viewer->span->outer_end;

	return viewer->sentence->end > end + most ? end + most : viewer->sentence->end;
}

static void see(struct viewer *viewer, enum sight sight, bool holds)
{
	if (holds)
		viewer->view |= UINT64_C(1) << sight;
}

static bool sees(const struct viewer *viewer, enum sight sight)
{
	return viewer->view >> sight & 1;
}

static bool is_ellipsis(const struct token *token)
{
	return (token->flags & TOKEN_STOP) && (str_starts_with(token_text(token), STR("..")) ||
						      str_starts_with(token_text(token), STR("…")));
}

/* What the words of a span are: their classes together, and their capitals. */
struct words {
	uint32_t count;
	uint64_t classes;
	bool is_capital_first;
	bool is_title; /* all words of more than three letters begin with a capital, and the first one */
	bool is_capital, is_small; /* all begin with one, none does */
	bool has_ellipsis;
	bool has_inner_stop; /* between two sentences */
};

static struct words words_of(const struct document *document, const struct quoted_span *span)
{
	struct words words = {.is_title = true, .is_capital = true, .is_small = true};

	for (uint32_t i = span->first; i < span->end; i++) {
		const struct token *token = token_at(document, i);
		bool is_capital = token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT);

		if (!(token->flags & TOKEN_WORD)) {
			words.has_ellipsis = words.has_ellipsis || is_ellipsis(token);
			words.has_inner_stop =
				words.has_inner_stop || ((token->flags & TOKEN_STOP) && i + 1 < span->end);
			continue;
		}
		words.is_title = words.is_title && (is_capital || (token->length <= 3 && words.count > 0));
		words.is_capital = words.is_capital && is_capital;
		words.is_small = words.is_small && !is_capital;
		words.is_capital_first = words.is_capital_first || (words.count == 0 && is_capital);
		words.classes |= token->classes;
		words.count++;
	}
	return words;
}

static void see_words(struct viewer *viewer)
{
	struct words words = words_of(viewer->document, viewer->span);

	words.is_title = words.is_title && words.count <= TITLE_WORDS;
	viewer->is_capital_first = words.is_capital_first;
	viewer->is_short = words.count <= SHORT_WORDS;
	viewer->is_title = words.is_title;
	viewer->is_one_capital = words.count == 1 && words.is_capital;
	viewer->is_three_small = words.count == 3 && words.is_small;
	viewer->has_inner_stop = words.has_inner_stop;
	see(viewer, ONE_WORD, words.count == 1);
	see(viewer, TWO_OR_THREE_WORDS, words.count == 2 || words.count == 3);
	see(viewer, LONG_TITLE, words.is_title && words.count > SHORT_WORDS);
	see(viewer, HAS_ELLIPSIS, words.has_ellipsis);
	see(viewer, HOLDS_PRONOUN, words.classes & WORD_PRONOUN);
	see(viewer, HOLDS_VERB, words.classes & (WORD_AUXILIARY | WORD_VERB | FORM_PAST | FORM_PRESENT));
}

static void see_place(struct viewer *viewer)
{
	const struct quoted_span *span = viewer->span;
	bool starts = span->outer_first == viewer->sentence->first;

	see(viewer, ENDS_ASKING, token_flagged(viewer->document, span->end - 1, TOKEN_ASKS));
	see(viewer, NO_OPENING_MARK, !span->has_open);
	see(viewer, SINGLE_AMONG_DOUBLE, span->is_single && viewer->document->has_double_marks);
	see(viewer, STARTS_SENTENCE, starts);
	see(viewer, STARTS_WITHOUT_STOP, starts && viewer->is_short && !viewer->has_stop);
	see(viewer, STARTS_AS_SENTENCES, starts && viewer->is_capital_first && !viewer->is_title);
	see(viewer, FOLLOWS_SPAN, starts && viewer->index > viewer->passage->first_span);
	see(viewer, ENDS_PARAGRAPH, span->outer_end == viewer->passage->end);
}

static void see_word_before(struct viewer *viewer, const struct token *token)
{
	bool is_owner = (token->flags & TOKEN_POSSESSIVE) && !(token->classes & WORD_PRONOUN);

	see(viewer, BEFORE_OWNER, is_owner);
	see(viewer, BEFORE_DASH, token->flags & TOKEN_DASH);
	if (token->name != NO_NAME)
		return;
	see(viewer, BEFORE_THAT, token->classes & WORD_THAT);
	see(viewer, BEFORE_AUXILIARY, token->classes & WORD_AUXILIARY);
	see(viewer, BEFORE_ATTITUDE, token->classes & FRAME_ATTITUDE);
	see(viewer, BEFORE_PRONOUN, token->classes & WORD_PRONOUN);
	see(viewer, BEFORE_PARTICIPLE, token->classes & FORM_PARTICIPLE);
	see(viewer, TITLE_AFTER_PREPOSITION, viewer->is_title && (token->classes & WORD_PREPOSITION));
}

static void see_second_before(struct viewer *viewer, const struct token *token)
{
	if (token->name != NO_NAME)
		return;
	see(viewer, SECOND_COMMA, token->flags & TOKEN_COMMA);
	see(viewer, SECOND_CONJUNCTION,
		(token->classes & WORD_CONJUNCTION) &&
			viewer->attribution->cue_first < viewer->attribution->cue_end);
	see(viewer, SECOND_AS, token_is(token, "as"));
	see(viewer, SECOND_IN, token_is(token, "in"));
	see(viewer, SECOND_ON, token_is(token, "on"));
	see(viewer, SECOND_OBJECT, token->classes & FRAME_OBJECT);
}

static void see_neighbours(struct viewer *viewer)
{
	const struct document *document = viewer->document;
	uint32_t first = viewer->sentence->first, at = viewer->span->outer_first,
		 end = viewer->span->outer_end;

	if (at > first && token_at(document, at - 1)->span == NO_SPAN)
		see_word_before(viewer, token_at(document, at - 1));
	if (at > first + 1 && token_at(document, at - 2)->span == NO_SPAN)
		see_second_before(viewer, token_at(document, at - 2));
	if (end >= viewer->sentence->end || token_at(document, end)->span != NO_SPAN ||
		token_at(document, end)->name != NO_NAME)
		return;
	see(viewer, AFTER_PREPOSITION, token_has(document, end, WORD_PREPOSITION));
	see(viewer, TITLE_BEFORE_DETERMINER, viewer->is_title && token_has(document, end, WORD_DETERMINER));
	see(viewer, AFTER_CONJUNCTION, token_has(document, end, WORD_CONJUNCTION));
}

static void see_cue(struct viewer *viewer)
{
	const struct document *document = viewer->document;
	const struct attribution *attribution = viewer->attribution;
	const struct quoted_span *span = viewer->span;
	uint32_t cue = attribution->cue_first, first, end;
	bool is_beside;

	see(viewer, NO_CUE, cue >= attribution->cue_end);
	see(viewer, SENTENCES_WITHOUT_CUE, cue >= attribution->cue_end && viewer->has_inner_stop);
	see(viewer, STARTS_WITHOUT_CUE, cue >= attribution->cue_end && sees(viewer, STARTS_SENTENCE));
	if (cue >= attribution->cue_end)
		return;
	first = cue < span->outer_first ? attribution->cue_end : span->outer_end;
	end = cue < span->outer_first ? span->outer_first : cue;
	is_beside = end <= first + 1;
	see(viewer, SHORT_AFTER_CUE, viewer->is_short && !is_beside && !viewer->has_stop);
	see(viewer, TITLE_BESIDE_CUE, viewer->is_title && is_beside);
	for (uint32_t i = first; i < end && i < first + WINDOW && !sees(viewer, CUE_OVER_SPAN); i++) {
		see(viewer, CUE_OVER_SPAN, token_at(document, i)->span != NO_SPAN);
		see(viewer, CUE_OVER_PREPOSITION,
			!sees(viewer, CUE_OVER_SPAN) && token_has(document, i, WORD_PREPOSITION));
	}
}

static bool is_say(const struct token *token)
{
	return token_is(token, "said") || token_is(token, "says") || token_is(token, "saying") ||
	       token_is(token, "say");
}

static void see_tokens(struct viewer *viewer, uint32_t first, uint32_t end)
{
	const struct document *document = viewer->document;

	for (uint32_t i = first; i < end; i++) {
		const struct token *token = token_at(document, i);

		if (token->span != NO_SPAN || !(token->classes & (FRAME_SPEECH | FRAME_OBJECT)))
			continue;
		see(viewer, NEAR_SPEECH, is_cue(document, i, FRAME_SPEECH));
		see(viewer, NEAR_OBJECT, is_cue(document, i, FRAME_OBJECT));
		see(viewer, AFTER_SAY, end <= viewer->span->outer_first && is_say(token));
	}
}

/* A word in small letters of which no table says that it is anything but a noun. */
static bool may_be_noun(const struct document *document, uint32_t at)
{
	return token_flagged(document, at, TOKEN_WORD) && token_at(document, at)->span == NO_SPAN &&
	       token_at(document, at)->name == NO_NAME &&
	       !token_has(document, at,
		       WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT | WORD_RELATIVE |
			       WORD_PRONOUN | WORD_AUXILIARY | WORD_BE | WORD_ADVERB | WORD_DETERMINER |
			       WORD_OBJECT_PRONOUN | WORD_NEGATION | WORD_TIME | FRAME_SPEECH);
}

/* called “X”, known as “X”, the term “X” */
static bool follows_naming(const struct document *document, uint32_t at, uint32_t floor)
{
	static const char *const words[] = {"known", "named", "called", "dubbed", "nicknamed", "labeled",
		"termed", "titled", "entitled", "term", "word", "words", "phrase"};

	at -= at > floor + 1 && token_is(token_at(document, at - 1), "as");
	for (size_t i = 0; at > floor && i < COUNT_OF(words); i++)
		if (token_is(token_at(document, at - 1), words[i]))
			return true;
	return false;
}

/* chants of “X”, shouting “X”, “X,” the crowd shouted */
static bool is_near_chant(const struct document *document, uint32_t first, uint32_t end)
{
	static const char *const words[] = {"chant", "chants", "chanting", "chanted", "cheer", "cheered",
		"cries", "shout", "shouts", "shouting", "shouted", "scream", "screamed", "screaming",
		"yelled", "yelling"};

	for (uint32_t i = first; i < end; i++)
		for (size_t w = 0; is_outside(document, i) && w < COUNT_OF(words); w++)
			if (token_is(token_at(document, i), words[w]))
				return true;
	return false;
}

/* Are two spans neighbours in one sentence, but for a word or two: “…” and “…”? */
static bool is_close(const struct viewer *viewer, uint32_t first, uint32_t second)
{
	const struct quoted_span *spans = viewer->document->spans.items;

	return first >= viewer->passage->first_span && second < viewer->passage->end_span &&
	       spans[first].sentence == spans[second].sentence &&
	       spans[second].outer_first - spans[first].outer_end <= CLOSE_DISTANCE;
}

static bool holds_work(const struct document *document, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (token_has(document, i, WORD_WORK) && token_at(document, i)->span == NO_SPAN)
			return true;
	return false;
}

static void see_nouns_before(struct viewer *viewer)
{
	const struct document *document = viewer->document;

	for (uint32_t i = viewer->first; i < viewer->span->outer_first; i++) {
		if (!token_has(document, i, WORD_CUE_NOUN | WORD_WORK) || !is_outside(document, i))
			continue;
		see(viewer, NEAR_CUE_NOUN, token_has(document, i, WORD_CUE_NOUN));
		see(viewer, NEAR_WORK,
			token_has(document, i, WORD_WORK) && i + WORK_DISTANCE > viewer->span->outer_first);
	}
}

static void see_words_near(struct viewer *viewer)
{
	uint32_t at = viewer->span->outer_first, end = viewer->span->outer_end;

	see_tokens(viewer, viewer->first, at);
	see_tokens(viewer, end, viewer->end);
	see_nouns_before(viewer);
	see(viewer, NEAR_CHANT,
		is_near_chant(viewer->document, window_first(viewer, CHANT_DISTANCE), at) ||
			is_near_chant(viewer->document, end, window_end(viewer, CHANT_DISTANCE)));
	see(viewer, CAPITAL_NEAR_SPEECH, viewer->is_one_capital && sees(viewer, NEAR_SPEECH));
	see(viewer, TITLE_NEAR_SPEECH, viewer->is_title && sees(viewer, NEAR_SPEECH));
	see(viewer, TITLE_NEAR_WORK,
		viewer->is_title && (holds_work(viewer->document, viewer->first, at) ||
					    holds_work(viewer->document, end, viewer->end)));
}

static void see_sentence(struct viewer *viewer)
{
	const struct document *document = viewer->document;
	const struct quoted_span *span = viewer->span;
	const struct sentence *sentence = viewer->sentence;

	see(viewer, SPAN_CLOSE_AFTER, is_close(viewer, viewer->index, viewer->index + 1));
	see(viewer, SPAN_BEFORE,
		viewer->index > viewer->passage->first_span &&
			document->spans.items[viewer->index - 1].sentence == span->sentence);
	see(viewer, AFTER_CALLED, follows_naming(document, span->outer_first, sentence->first));
	see(viewer, QUALIFIES_NOUN,
		span->outer_first > sentence->first && span->outer_end < sentence->end &&
			token_has(document, span->outer_first - 1, WORD_DETERMINER | WORD_POSSESSIVE) &&
			may_be_noun(document, span->outer_end));
}

static void see_source(struct viewer *viewer)
{
	const struct attribution *attribution = viewer->attribution;

	see(viewer, SECOND_HALF, attribution->pattern == PATTERN_INTERRUPTED);
	see(viewer, SENTENCE_BEFORE, attribution->pattern == PATTERN_PREVIOUS);
	see(viewer, ACCORDING, attribution->pattern == PATTERN_ACCORDING);
	see(viewer, TITLE_IN_SECOND_HALF, viewer->is_title && sees(viewer, SECOND_HALF));
	see(viewer, NO_SOURCE_AND_FEW_LONG,
		attribution->pattern == PATTERN_NONE && viewer->document->has_few_long_spans);
	see(viewer, MANY_SHORT_SPANS, viewer->document->has_many_short_spans);
	if (attribution->entity == NO_ENTITY)
		return;
	see(viewer, SOURCE_PERSON,
		viewer->document->entities.items[attribution->entity].kind == ENTITY_PERSON);
	see(viewer, SHORT_BY_PERSON, viewer->is_short && sees(viewer, SOURCE_PERSON));
	see(viewer, THREE_WORDS_BY_PERSON, viewer->is_three_small && sees(viewer, SOURCE_PERSON));
	see(viewer, OWNED_BY_PERSON, sees(viewer, BEFORE_OWNER) && sees(viewer, SOURCE_PERSON));
	see(viewer, SOURCE_ORGANISATION,
		viewer->document->entities.items[attribution->entity].kind == ENTITY_ORGANISATION);
}

uint64_t span_view(const struct document *document, uint32_t index, const struct attribution *attribution)
{
	const struct quoted_span *span = &document->spans.items[index];
	struct viewer viewer = {.document = document,
		.span = span,
		.passage = &document->passages.items[span->passage],
		.sentence = &document->sentences.items[span->sentence],
		.attribution = attribution,
		.index = index};

	viewer.first = window_first(&viewer, WINDOW);
	viewer.end = window_end(&viewer, WINDOW);
	viewer.has_stop = token_flagged(document, span->end - 1, TOKEN_STOP | TOKEN_COMMA);
	see_words(&viewer);
	see_place(&viewer);
	see_neighbours(&viewer);
	see_cue(&viewer);
	see_words_near(&viewer);
	see_sentence(&viewer);
	see_source(&viewer);
	return viewer.view;
}

int span_view_score(uint64_t view)
{
	int score = BIAS;

	for (unsigned i = 0; view >> i; i++)
		score += view >> i & 1 ? rows[i].weight : 0;
	return score;
}

const char *span_view_name(unsigned bit)
{
	return bit < SIGHT_COUNT ? rows[bit].name : NULL;
}
