#include "quote/glyph.h"

#include "dateline/base/utf8.h"
#include "quote/document.h"

#define SIGN(flags) {CHARACTER_PUNCTUATION, flags, 1}

/* By ranges that do not overlap; the letters are zeroes but for their length. */
const struct glyph ascii_glyphs[128] = {
	[0 ... ' '] = {CHARACTER_SPACE, 0, 1},
	['!'] = SIGN(TOKEN_STOP | TOKEN_ASKS),
	['"'] = SIGN(TOKEN_MARK),
	['#' ... '$'] = {CHARACTER_LETTER, 0, 1},
	['%'] = SIGN(0),
	['&'] = {CHARACTER_JOINER, 0, 1},
	['\''] = {CHARACTER_JOINER, TOKEN_MARK, 1},
	['('] = SIGN(TOKEN_OPEN_BRACKET),
	[')'] = SIGN(TOKEN_CLOSE_BRACKET),
	['*' ... '+'] = SIGN(0),
	[','] = SIGN(TOKEN_COMMA),
	['-'] = {CHARACTER_JOINER, TOKEN_DASH, 1},
	['.'] = SIGN(TOKEN_STOP),
	['/'] = SIGN(0),
	['0' ... '9'] = {CHARACTER_DIGIT, 0, 1},
	[':'] = SIGN(TOKEN_COLON),
	[';'] = SIGN(TOKEN_SEMICOLON),
	['<' ... '>'] = SIGN(0),
	['?'] = SIGN(TOKEN_STOP | TOKEN_ASKS),
	['@'] = {CHARACTER_LETTER, 0, 1},
	['A' ... 'Z'] = {CHARACTER_CAPITAL, 0, 1},
	['['] = SIGN(TOKEN_OPEN_BRACKET),
	['\\'] = SIGN(0),
	[']'] = SIGN(TOKEN_CLOSE_BRACKET),
	['^'] = SIGN(0),
	['_'] = {CHARACTER_LETTER, 0, 1},
	['`'] = SIGN(TOKEN_MARK),
	['a' ... 'z'] = {CHARACTER_LETTER, 0, 1},
	['{' ... 0x7f] = SIGN(0),
};

static struct glyph general_punctuation(uint32_t c, size_t length)
{
	switch (c) {
	case 0x2019:
		return (struct glyph){CHARACTER_JOINER, TOKEN_MARK, length};
	case 0x2018: case 0x201A: case 0x201B: case 0x201C: case 0x201D: case 0x201E: case 0x201F:
	case 0x2039: case 0x203A: case 0xAB: case 0xBB: case 0x300C: case 0x300D: case 0x300E: case 0x300F:
	case 0x301D: case 0x301E: case 0x301F: case 0xFF02:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_MARK, length};
	case 0x2010: case 0x2011:
		return (struct glyph){CHARACTER_JOINER, TOKEN_DASH, length};
	case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_DASH, length};
	case 0x2026: case 0x3002: case 0xFF0E: case 0x06D4:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_STOP, length};
	case 0xFF01: case 0xFF1F: case 0x061F: case 0x203D:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_STOP | TOKEN_ASKS, length};
	case 0x3001: case 0xFF0C: case 0x060C:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_COMMA, length};
	case 0xFF1A:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_COLON, length};
	case 0xFF1B: case 0x061B:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_SEMICOLON, length};
	case 0xFF08:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_OPEN_BRACKET, length};
	case 0xFF09:
		return (struct glyph){CHARACTER_PUNCTUATION, TOKEN_CLOSE_BRACKET, length};
	default:
		return (struct glyph){CHARACTER_PUNCTUATION, 0, length};
	}
}

static bool is_space(uint32_t c)
{
	return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
	       c == 0x3000 || c == 0xFEFF;
}

static inline bool is_ideograph(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF) || c == 0x3005 || (c >= 0x20000 && c <= 0x3FFFF);
}

struct glyph glyph_of_wide(struct str text, size_t at)
{
	size_t length;
	uint32_t c = utf8_decode(text, at, &length);

	/* most of what is not ASCII */
	if (glyph_is_letter(c))
		return (struct glyph){glyph_is_capital(c) ? CHARACTER_CAPITAL : CHARACTER_LETTER, 0, length};
	if (is_ideograph(c))
		return (struct glyph){CHARACTER_IDEOGRAPH, 0, length};
	if (is_space(c))
		return (struct glyph){CHARACTER_SPACE, 0, length};
	if (c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3000 && c <= 0x303F && c != 0x3005) ||
	    (c >= 0xFF00 && c <= 0xFF1F) || (c >= 0x60C && c <= 0x6D4))
		return general_punctuation(c, length);
	if (c == 0xA1 || c == 0xBF || c == 0xB7 || c == 0x2022)
		return (struct glyph){CHARACTER_PUNCTUATION, 0, length};
	return (struct glyph){glyph_is_capital(c) ? CHARACTER_CAPITAL : CHARACTER_LETTER, 0, length};
}
