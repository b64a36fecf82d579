/* attribute.h - who said it: the patterns that join a quoted span to its source */
#ifndef DATELINE_QUOTE_ATTRIBUTE_H
#define DATELINE_QUOTE_ATTRIBUTE_H

#include "quote/phrases.h"

/* Most precise first. */
enum pattern {
	PATTERN_NONE,
	PATTERN_CUE_SUBJECT,   /* “…,” said X */
	PATTERN_SUBJECT_CUE,   /* “…,” X said */
	PATTERN_BEFORE,        /* X said: “…” */
	PATTERN_CLAUSE,        /* X said that it was “…” */
	PATTERN_REPORT,        /* X said it was so */
	PATTERN_PARTICIPLE,    /* X left, calling it “…” */
	PATTERN_ACCORDING,     /* according to X */
	PATTERN_COLON,         /* X: “…” */
	PATTERN_DASH,          /* “…” — X */
	PATTERN_NOUN,          /* X’s answer: “…” */
	PATTERN_INTERRUPTED,   /* “…,” said X, “…” */
	PATTERN_CONTINUED,     /* “…,” said X. “…” */
	PATTERN_REPEATED_MARK, /* the mark opens again in the next paragraph */
	PATTERN_SENTENCE,      /* X wants “…” */
	PATTERN_PREVIOUS,      /* X was angry. “…” */
	PATTERN_FOLLOWING,     /* “…” X was under the roof. */
	PATTERN_TRANSCRIPT,    /* X: … */
	PATTERN_ANSWER,        /* A: … */
	PATTERN_BLOCK,
};

struct attribution {
	enum pattern pattern;
	struct phrase source;
	uint32_t cue_first, cue_end; /* tokens; equal when there is no cue */
	uint32_t entity;             /* resolved; or NO_ENTITY */
	uint32_t partner; /* “X and Y said”: 1 + the run of the other name; 0 when there is none */
	bool is_certain;
	const char *sieve; /* how the person was found, for people */
};

/* “according to X”, “selon X”: the word of the table is at `at`, its words end before `limit`. */
struct attribution attribute_according(
	const struct document *document, uint32_t at, uint32_t sentence_first, uint32_t limit);

struct attribution attribute_span(
	const struct document *document, uint32_t span, const struct attribution *done);

#endif
