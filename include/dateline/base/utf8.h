/* utf8.h - UTF-8: decoding, validity, cells on a terminal, folding for comparison */
#ifndef DATELINE_BASE_UTF8_H
#define DATELINE_BASE_UTF8_H

#include "dateline/base/arena.h"
#include "dateline/base/str.h"

#define CODEPOINT_REPLACEMENT 0xFFFDu

static inline bool utf8_is_continuation(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* How many bytes the code point at `offset` (which must be inside `s`) takes, or 0 when there is none (RFC
 * 3629 section 4): the second byte keeps out overlong forms, surrogates and what is above U+10FFFF. Here and
 * not in utf8.c, as every character outside ASCII passes it some six times. */
static inline size_t utf8_length_at(struct str s, size_t offset)
{
	const char *p = s.data + offset;
	size_t left = s.length - offset;
	unsigned char first = (unsigned char)p[0], second;

	if (first < 0x80)
		return 1;
	if (left < 2 || first < 0xc2 || first > 0xf4 || !utf8_is_continuation(p[1]))
		return 0;
	if (first < 0xe0)
		return 2;
	second = (unsigned char)p[1];
	if (left < 3 || !utf8_is_continuation(p[2]) || (first == 0xe0 && second < 0xa0) ||
		(first == 0xed && second >= 0xa0))
		return 0;
	if (first < 0xf0)
		return 3;
	return left >= 4 && utf8_is_continuation(p[3]) && !(first == 0xf0 && second < 0x90) &&
			       !(first == 0xf4 && second >= 0x90)
		       ? 4
		       : 0;
}

/* Decodes the code point at `offset` (which must be inside `s`).
 *   length   bytes taken, at least 1
 *   returns  the code point; U+FFFD for a byte sequence that is not UTF-8 */
static inline uint32_t utf8_decode(struct str s, size_t offset, size_t *length)
{
	const unsigned char *p = (const unsigned char *)s.data + offset;

	*length = utf8_length_at(s, offset);
	switch (*length) {
	case 1:
		return p[0];
	case 2:
		return (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	case 3:
		return (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	case 4:
		return (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
	default:
		*length = 1;
		return CODEPOINT_REPLACEMENT;
	}
}

/* The start of the code point before `offset` (0 when there is none). */
size_t utf8_previous(struct str s, size_t offset);

/* Writes a code point (U+FFFD for what is none) to `out`, which has room for 4 bytes; returns the length. */
size_t utf8_encode(uint32_t codepoint, char *out);

bool utf8_is_valid(struct str s);       /* RFC 3629: no surrogates, no overlong forms */
size_t utf8_valid_prefix(struct str s); /* bytes up to the first invalid sequence */
struct str utf8_repair(
	struct arena *arena, struct str s);         /* invalid sequences become U+FFFD; s itself if valid */
bool utf8_is_boundary(struct str s, size_t offset); /* may text be cut here? */
size_t utf8_count(struct str s);                    /* code points */

/* Where a text that is too long is cut: at `at` or before it, between words where that leaves more than `least`
 * bytes, else between characters. */
size_t utf8_cut_back(struct str s, size_t at, size_t least);

/* Cells a code point takes on a terminal: 0 (combining, format), 1, or 2 (East Asian wide, emoji);
 * control characters take 0. Source: UAX 11 as libunistring has it, ambiguous as narrow. */
int utf8_width(uint32_t codepoint);
size_t utf8_columns(struct str s); /* cells of a whole string, emoji sequences counted once */

/* Text as it may go to a terminal: without C0, C1, DEL, bidi overrides and other format controls that can
 * hide or reorder text; line ends and tabs become spaces. Gives `s` itself when it is clean. */
struct str utf8_printable(struct arena *arena, struct str s);

/* The form in which text is compared (filters.md section 5): case folded, accents removed, width forms
 * and typographic quotes and dashes made equal. */
struct str utf8_fold(struct arena *arena, struct str s);

/* The letter without its marks: "É" gives "E"; what has none gives itself. Source: Unicode's canonical
 * decompositions. */
uint32_t utf8_without_marks(uint32_t codepoint);

/* Where the words at `offset` end, with one blank between each: most text is nothing else. At a control, at a
 * blank that is not alone, or where a blank beyond ASCII, a format character or a C1 control may stand, which
 * is for the caller to see; never behind a blank. `offset` itself when one of these stands there. */
size_t utf8_skip_words(struct str s, size_t offset);

/* Runs of white space (U+00A0 and other blanks too) become one space, none at the ends. */
struct str utf8_collapse(struct arena *arena, struct str s);

#endif
