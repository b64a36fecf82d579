#include "quote/view.h"

#define WINDOW 24        /* tokens on each side that are looked at for cues and works */
#define WORK_DISTANCE 8  /* tokens between “film” and its title */
#define TITLE_WORDS 8    /* of a title at most */
#define SHORT_WORDS 4    /* of a fragment that is called short */
#define CHANT_DISTANCE 5 /* tokens from “chants” to what is chanted */
#define CLOSE_DISTANCE 3 /* tokens between two spans of one enumeration */

enum sight {
	ONE_WORD,
	TWO_OR_THREE_WORDS,
	TEN_WORDS,
	SHORT_TITLE,
	LONG_TITLE,
	ALL_CAPITALS,
	HOLDS_PRONOUN,
	HOLDS_FIRST_PERSON,
	HOLDS_VERB,
	ENDS_ASKING,
	NO_OPENING_MARK,
	NO_CLOSING_MARK,
	SINGLE_AMONG_DOUBLE,
	STARTS_SENTENCE,
	FOLLOWS_SPAN,
	ENDS_PARAGRAPH,
	BEFORE_DASH,
	BEFORE_OWNER,
	BEFORE_THAT,
	BEFORE_AUXILIARY,
	BEFORE_ATTITUDE,
	BEFORE_WORK,
	BEFORE_PRONOUN,
	BEFORE_PARTICIPLE,
	SECOND_COMMA,
	SECOND_PREPOSITION,
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
	TITLE_AFTER_CUE,
	TITLE_AFTER_PREPOSITION,
	NO_PATTERN,
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
	SIGHT_COUNT,
};

_Static_assert(SIGHT_COUNT <= 64, "a view is one word");

/* The base rate of spans of which nothing of the table holds. */
#define BIAS 190

/* Logistic regression on the spans of 840 annotated articles, by tests/bench/fit_spans.py, which prints these
 * weights and what they are worth on articles that they were not fitted to. */
static const struct {
	const char *name;
	int weight;
} rows[SIGHT_COUNT] = {
	[ONE_WORD] = {"one word", -71},
	[TWO_OR_THREE_WORDS] = {"two or three words", -28},
	[TEN_WORDS] = {"ten words or more", 48},
	[SHORT_TITLE] = {"two to four words, as titles are written", -51},
	[LONG_TITLE] = {"five to eight words, as titles are written", -84},
	[ALL_CAPITALS] = {"no word begins small", -50},
	[HOLDS_PRONOUN] = {"a pronoun among the words", 47},
	[HOLDS_FIRST_PERSON] = {"I, we, my, our among the words", 46},
	[HOLDS_VERB] = {"a verb among the words", 32},
	[ENDS_ASKING] = {"ends in ? or !", 61},
	[NO_OPENING_MARK] = {"no opening mark", -313},
	[NO_CLOSING_MARK] = {"no closing mark", 0},
	[SINGLE_AMONG_DOUBLE] = {"single marks in an article with double ones", -121},
	[STARTS_SENTENCE] = {"begins a sentence", 43},
	[FOLLOWS_SPAN] = {"begins a sentence after another span", 181},
	[ENDS_PARAGRAPH] = {"ends the paragraph", 91},
	[BEFORE_DASH] = {"after a dash", -133},
	[BEFORE_OWNER] = {"after X's", -142},
	[BEFORE_THAT] = {"after that", 71},
	[BEFORE_AUXILIARY] = {"after an auxiliary", 72},
	[BEFORE_ATTITUDE] = {"after wants, thinks", 96},
	[BEFORE_WORK] = {"after film, titled", -87},
	[BEFORE_PRONOUN] = {"after a pronoun", 60},
	[BEFORE_PARTICIPLE] = {"after saying, calling", 65},
	[SECOND_COMMA] = {"a comma, a word, the span", -73},
	[SECOND_PREPOSITION] = {"a preposition, a word, the span", -30},
	[SECOND_CONJUNCTION] = {"a conjunction, a word, the span", 75},
	[SECOND_OBJECT] = {"called it, the span", 112},
	[AFTER_PREPOSITION] = {"before a preposition", 39},
	[AFTER_CONJUNCTION] = {"before a conjunction", 30},
	[NO_CUE] = {"no cue", -210},
	[CUE_OVER_PREPOSITION] = {"a preposition between it and its cue", -57},
	[CUE_OVER_SPAN] = {"another span between it and its cue", 52},
	[NEAR_SPEECH] = {"a verb like say near it", 58},
	[NEAR_OBJECT] = {"a verb like call near it", 46},
	[NEAR_CUE_NOUN] = {"a noun like statement before it", 62},
	[NEAR_WORK] = {"a noun like film not far before it", -80},
	[SPAN_CLOSE_AFTER] = {"the next span is three words away", 50},
	[SOURCE_PERSON] = {"the source is a person", 111},
	[SOURCE_ORGANISATION] = {"the source is an organisation", 43},
	[SHORT_AFTER_CUE] = {"short, no stop, some words from its cue", 58},
	[TITLE_BESIDE_CUE] = {"as titles are written, beside its cue", -88},
	[TITLE_AFTER_CUE] = {"as titles are written, some words from its cue", -68},
	[TITLE_AFTER_PREPOSITION] = {"as titles are written, after a preposition", -120},
	[NO_PATTERN] = {"no source", -25},
	[SECOND_HALF] = {"the cue stands between it and the span before", -89},
	[SENTENCE_BEFORE] = {"only the sentence before names a source", -124},
	[ACCORDING] = {"according to", 36},
	[AFTER_CALLED] = {"after called, known as, the term", 93},
	[STARTS_WITHOUT_CUE] = {"begins a sentence that has no cue", -114},
	[STARTS_AS_SENTENCES] = {"begins a sentence, with a capital on its first word", 88},
	[SHORT_BY_PERSON] = {"short, and the source is a person", -44},
	[NEAR_CHANT] = {"after chants, shouts, cries", 149},
	[SPAN_BEFORE] = {"another span before it in its sentence", -45},
	[QUALIFIES_NOUN] = {"between an article and a noun", -56},
};

struct viewer {
	const struct document *document;
	const struct quoted_span *span;
	const struct passage *passage;
	const struct sentence *sentence;
	const struct attribution *attribution;
	uint32_t index;
	bool is_short, is_title, is_capital_first;
	uint64_t view;
};

static void see(struct viewer *viewer, enum sight sight, bool holds)
{
	if (holds)
		viewer->view |= UINT64_C(1) << sight;
}

static bool sees(const struct viewer *viewer, enum sight sight)
{
	return viewer->view >> sight & 1;
}

/* I, we, my; also I’m, we’ve. */
static bool is_first_person(const struct token *token)
{
	static const char *const words[] = {"i", "we", "my", "our", "me", "us"};
	struct str text = token_text(token);

	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] == '\'' || (unsigned char)text.data[i] == 0xE2)
			text.length = i;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal_nocase(text, str_from(words[i])))
			return true;
	return false;
}

/* What the words of a span are: their classes together, and their capitals. */
struct words {
	uint32_t count;
	uint64_t classes;
	bool is_capital_first;
	bool is_title; /* all words of more than three letters begin with a capital, and the first one */
	bool is_capital;
	bool has_first_person;
};

static struct words words_of(const struct document *document, const struct quoted_span *span)
{
	struct words words = {.is_title = true, .is_capital = true};

	for (uint32_t i = span->first; i < span->end; i++) {
		const struct token *token = token_at(document, i);
		bool is_capital = token->flags & (TOKEN_CAPITAL | TOKEN_DIGIT);

		if (!(token->flags & TOKEN_WORD))
			continue;
		words.is_title = words.is_title && (is_capital || (token->length <= 3 && words.count > 0));
		words.is_capital = words.is_capital && is_capital;
		words.is_capital_first = words.is_capital_first || (words.count == 0 && is_capital);
		words.classes |= token->classes;
		if ((token->classes & (WORD_PRONOUN | WORD_POSSESSIVE | WORD_OBJECT_PRONOUN)) &&
			!words.has_first_person)
			words.has_first_person = is_first_person(token);
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
	see(viewer, ONE_WORD, words.count == 1);
	see(viewer, TWO_OR_THREE_WORDS, words.count == 2 || words.count == 3);
	see(viewer, TEN_WORDS, words.count >= 10);
	see(viewer, SHORT_TITLE, words.is_title && words.count > 1 && words.count <= SHORT_WORDS);
	see(viewer, LONG_TITLE, words.is_title && words.count > SHORT_WORDS);
	see(viewer, ALL_CAPITALS, words.is_capital && words.count > 1);
	see(viewer, HOLDS_PRONOUN, words.classes & WORD_PRONOUN);
	see(viewer, HOLDS_FIRST_PERSON, words.has_first_person);
	see(viewer, HOLDS_VERB, words.classes & (WORD_AUXILIARY | WORD_VERB | FORM_PAST | FORM_PRESENT));
}

static void see_place(struct viewer *viewer)
{
	const struct quoted_span *span = viewer->span;
	bool starts = span->outer_first == viewer->sentence->first;

	see(viewer, ENDS_ASKING, token_flagged(viewer->document, span->end - 1, TOKEN_ASKS));
	see(viewer, NO_OPENING_MARK, !span->has_open);
	see(viewer, NO_CLOSING_MARK, !span->has_close && !span->goes_on);
	see(viewer, SINGLE_AMONG_DOUBLE, span->is_single && viewer->document->has_double_marks);
	see(viewer, STARTS_SENTENCE, starts);
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
	see(viewer, BEFORE_WORK, token->classes & WORD_WORK);
	see(viewer, BEFORE_PRONOUN, token->classes & WORD_PRONOUN);
	see(viewer, BEFORE_PARTICIPLE, token->classes & FORM_PARTICIPLE);
	see(viewer, TITLE_AFTER_PREPOSITION, viewer->is_title && (token->classes & WORD_PREPOSITION));
}

static void see_second_before(struct viewer *viewer, const struct token *token)
{
	if (token->name != NO_NAME)
		return;
	see(viewer, SECOND_COMMA, token->flags & TOKEN_COMMA);
	see(viewer, SECOND_PREPOSITION, token->classes & WORD_PREPOSITION);
	see(viewer, SECOND_CONJUNCTION, token->classes & WORD_CONJUNCTION);
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
	see(viewer, AFTER_CONJUNCTION, token_has(document, end, WORD_CONJUNCTION));
}

static void see_cue(struct viewer *viewer)
{
	const struct document *document = viewer->document;
	const struct attribution *attribution = viewer->attribution;
	const struct quoted_span *span = viewer->span;
	uint32_t cue = attribution->cue_first, first, end;
	bool is_beside, has_stop = token_flagged(document, span->end - 1, TOKEN_STOP | TOKEN_COMMA);

	see(viewer, NO_CUE, cue >= attribution->cue_end);
	see(viewer, STARTS_WITHOUT_CUE, cue >= attribution->cue_end && sees(viewer, STARTS_SENTENCE));
	if (cue >= attribution->cue_end)
		return;
	first = cue < span->outer_first ? attribution->cue_end : span->outer_end;
	end = cue < span->outer_first ? span->outer_first : cue;
	is_beside = end <= first + 1;
	see(viewer, SHORT_AFTER_CUE, viewer->is_short && !is_beside && !has_stop);
	see(viewer, TITLE_BESIDE_CUE, viewer->is_title && is_beside);
	see(viewer, TITLE_AFTER_CUE, viewer->is_title && !is_beside);
	for (uint32_t i = first; i < end && i < first + WINDOW && !sees(viewer, CUE_OVER_SPAN); i++) {
		see(viewer, CUE_OVER_SPAN, token_at(document, i)->span != NO_SPAN);
		see(viewer, CUE_OVER_PREPOSITION,
			!sees(viewer, CUE_OVER_SPAN) && token_has(document, i, WORD_PREPOSITION));
	}
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

/* chants of “X”, shouting “X” */
static bool follows_chant(const struct document *document, uint32_t at, uint32_t floor)
{
	static const char *const words[] = {"chant", "chants", "chanting", "chanted", "cries", "shouts",
		"shouting", "shouted", "yelled", "yelling"};

	for (uint32_t i = at; i > floor && at - i < CHANT_DISTANCE; i--)
		for (size_t w = 0; w < COUNT_OF(words); w++)
			if (token_is(token_at(document, i - 1), words[w]))
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

static void see_sentence(struct viewer *viewer)
{
	const struct document *document = viewer->document;
	const struct quoted_span *span = viewer->span;
	uint32_t first = viewer->sentence->first, end = viewer->sentence->end;

	if (first + WINDOW < span->outer_first)
		first = span->outer_first - WINDOW;
	if (end > span->outer_end + WINDOW)
		end = span->outer_end + WINDOW;
	see_tokens(viewer, first, span->outer_first);
	see_tokens(viewer, span->outer_end, end);
	for (uint32_t i = first; i < span->outer_first; i++) {
		if (!(token_has(document, i, WORD_CUE_NOUN | WORD_WORK)) ||
			token_at(document, i)->span != NO_SPAN)
			continue;
		see(viewer, NEAR_CUE_NOUN, token_has(document, i, WORD_CUE_NOUN));
		see(viewer, NEAR_WORK,
			token_has(document, i, WORD_WORK) && i + WORK_DISTANCE > span->outer_first);
	}
	see(viewer, SPAN_CLOSE_AFTER, is_close(viewer, viewer->index, viewer->index + 1));
	see(viewer, NEAR_CHANT, follows_chant(document, span->outer_first, viewer->sentence->first));
	see(viewer, SPAN_BEFORE,
		viewer->index > viewer->passage->first_span &&
			document->spans.items[viewer->index - 1].sentence == span->sentence);
	see(viewer, AFTER_CALLED, follows_naming(document, span->outer_first, viewer->sentence->first));
	see(viewer, QUALIFIES_NOUN,
		span->outer_first > viewer->sentence->first && span->outer_end < viewer->sentence->end &&
			token_has(document, span->outer_first - 1, WORD_DETERMINER | WORD_POSSESSIVE) &&
			may_be_noun(document, span->outer_end));
}

static void see_source(struct viewer *viewer)
{
	const struct attribution *attribution = viewer->attribution;

	see(viewer, NO_PATTERN, attribution->pattern == PATTERN_NONE);
	see(viewer, SECOND_HALF, attribution->pattern == PATTERN_INTERRUPTED);
	see(viewer, SENTENCE_BEFORE, attribution->pattern == PATTERN_PREVIOUS);
	see(viewer, ACCORDING, attribution->pattern == PATTERN_ACCORDING);
	if (attribution->entity == NO_ENTITY)
		return;
	see(viewer, SOURCE_PERSON,
		viewer->document->entities.items[attribution->entity].kind == ENTITY_PERSON);
	see(viewer, SHORT_BY_PERSON, viewer->is_short && sees(viewer, SOURCE_PERSON));
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

	see_words(&viewer);
	see_place(&viewer);
	see_neighbours(&viewer);
	see_cue(&viewer);
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
