#include "quote/explain.h"

static const char *const sentences[] = {
	[PATTERN_NONE] = "nothing in the text says who speaks",
	[PATTERN_CUE_SUBJECT] = "the cue follows the quotation and its subject follows the cue",
	[PATTERN_SUBJECT_CUE] = "a subject with its cue follows the quotation",
	[PATTERN_BEFORE] = "a subject with its cue leads into the quotation",
	[PATTERN_CLAUSE] = "the quotation stands in the clause that the cue reports",
	[PATTERN_PARTICIPLE] = "the cue is a participle and shares the subject of its sentence",
	[PATTERN_ACCORDING] = "the sentence names its source",
	[PATTERN_COLON] = "a name and a colon stand before the quotation",
	[PATTERN_DASH] = "a dash and a name follow the quotation",
	[PATTERN_NOUN] = "the words belong to the person before the noun",
	[PATTERN_INTERRUPTED] = "the quotation goes on after the words that interrupt it",
	[PATTERN_CONTINUED] = "the paragraph goes on quoting the same person",
	[PATTERN_REPEATED_MARK] = "the opening mark is repeated: the quotation goes on from the paragraph before",
	[PATTERN_SENTENCE] = "no cue; the subject of the sentence",
	[PATTERN_PREVIOUS] = "no cue; the subject of the sentence before",
	[PATTERN_FOLLOWING] = "no cue; the subject of the sentence after",
	[PATTERN_TRANSCRIPT] = "a transcript: the name before the colon",
	[PATTERN_ANSWER] = "an interview: the person introduced before the first question",
	[PATTERN_BLOCK] = "a block quotation",
};

struct str attribution_explain(const struct attribution *attribution, struct str cue, struct str mention, struct str speaker,
                               struct arena *arena)
{
	struct str text = str_from(sentences[attribution->pattern]);

	if (cue.length)
		text = arena_printf(arena, "“%.*s”: %.*s", STR_ARG(cue), STR_ARG(text));
	if (mention.length && speaker.length && !str_equal(mention, speaker))
		text = arena_printf(arena, "%.*s; “%.*s” is %.*s", STR_ARG(text), STR_ARG(mention), STR_ARG(speaker));
	if (attribution->sieve && *attribution->sieve && speaker.length)
		text = arena_printf(arena, "%.*s (%s)", STR_ARG(text), attribution->sieve);
	return text;
}
