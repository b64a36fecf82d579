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

extern const struct glyph ascii_glyphs[128];
struct glyph glyph_of_wide(struct str text, size_t at); /* a character outside ASCII */

/* The character at `at`, which must be inside the text. */
static inline struct glyph glyph_at(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.data[at];

	return c < 0x80 ? ascii_glyphs[c] : glyph_of_wide(text, at);
}

static inline bool glyph_is_wordy(enum character kind)
{
	return kind <= CHARACTER_DIGIT;
}

#endif
