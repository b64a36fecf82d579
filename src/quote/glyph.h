/* glyph.h - what a character is to the tokenizer */
#ifndef DATELINE_QUOTE_GLYPH_H
#define DATELINE_QUOTE_GLYPH_H

#include "dateline/base/str.h"

/* Letters run together; everything else is a token of its own. */
enum character {
	CHARACTER_LETTER,
	CHARACTER_CAPITAL,
	CHARACTER_DIGIT,
	CHARACTER_SPACE,
	CHARACTER_JOINER, /* ' ’ - & inside a word */
	CHARACTER_IDEOGRAPH,
	CHARACTER_PUNCTUATION,
};

struct glyph {
	enum character kind;
	uint32_t flags; /* of the token, for punctuation */
	size_t length;
};

/* The character at `at`, which must be inside the text. */
struct glyph glyph_at(struct str text, size_t at);

static inline bool glyph_is_wordy(enum character kind)
{
	return kind <= CHARACTER_DIGIT;
}

#endif
