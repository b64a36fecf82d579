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

static inline bool glyph_is_capital(uint32_t c)
{
	if (c > 0x4BF)
		return false;
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F))
		return true;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x460 && c <= 0x4BF))
		return (c & 1) == 0;
	return ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) && (c & 1);
}

/* The letters outside ASCII that most text has: U+00C0 to U+1FFF, all but the signs of Arabic. */
static inline bool glyph_is_letter(uint32_t c)
{
	return c >= 0xC0 && c < 0x2000 && c != 0x60C && c != 0x61B && c != 0x61F && c != 0x6D4;
}

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
