#include "quote/explain.h"

#include <string.h>

#define REASON_BYTES_MOST 600

static const char *const sentences[] = {
	[PATTERN_NONE] = "nothing in the text says who speaks",
	[PATTERN_CUE_SUBJECT] = "the cue follows the quotation and its subject follows the cue",
	[PATTERN_SUBJECT_CUE] = "a subject with its cue follows the quotation",
	[PATTERN_BEFORE] = "a subject with its cue leads into the quotation",
	[PATTERN_CLAUSE] = "the quotation stands in the clause that the cue reports",
	[PATTERN_REPORT] = "the subject of the cue that reports these words",
	[PATTERN_PARTICIPLE] = "the cue is a participle and shares the subject of its sentence",
	[PATTERN_ACCORDING] = "the sentence names its source",
	[PATTERN_COLON] = "a name and a colon stand before the quotation",
	[PATTERN_DASH] = "a dash and a name follow the quotation",
	[PATTERN_NOUN] = "the words belong to the person before the noun",
	[PATTERN_INTERRUPTED] = "the quotation goes on after the words that interrupt it",
	[PATTERN_CONTINUED] = "the paragraph goes on quoting the same person",
	[PATTERN_REPEATED_MARK] =
		"the opening mark is repeated: the quotation goes on from the paragraph before",
	[PATTERN_SENTENCE] = "no cue; the subject of the sentence",
	[PATTERN_PREVIOUS] = "no cue; the subject of the sentence before",
	[PATTERN_FOLLOWING] = "no cue; the subject of the sentence after",
	[PATTERN_TRANSCRIPT] = "a transcript: the name before the colon",
	[PATTERN_ANSWER] = "an interview: the person introduced before the first question",
	[PATTERN_BLOCK] = "a block quotation",
};

struct sentence_text {
	char data[REASON_BYTES_MOST];
	size_t length;
};

static void add(struct sentence_text *text, struct str piece)
{
	if (piece.length > sizeof text->data - text->length)
		return; /* a name of that length is none */
	memcpy(text->data + text->length, piece.data, piece.length);
	text->length += piece.length;
}

struct str attribution_explain(const struct attribution *attribution, struct str cue, struct str mention,
	struct str speaker, struct arena *arena)
{
	struct sentence_text text = {.length = 0};

	if (cue.length) {
		add(&text, STR("“"));
		add(&text, cue);
		add(&text, STR("”: "));
	}
	add(&text, str_from(sentences[attribution->pattern]));
	if (mention.length && speaker.length && !str_equal(mention, speaker)) {
		add(&text, STR("; “"));
		add(&text, mention);
		add(&text, STR("” is "));
		add(&text, speaker);
	}
	if (attribution->sieve && *attribution->sieve && speaker.length) {
		add(&text, STR(" ("));
		add(&text, str_from(attribution->sieve));
		add(&text, STR(")"));
	}
	return arena_copy(arena, (struct str){text.data, text.length});
}
