/* utf8.h - UTF-8: decoding, validity, cells on a terminal, folding for comparison */
#ifndef DATELINE_BASE_UTF8_H
#define DATELINE_BASE_UTF8_H

#include "dateline/base/arena.h"
#include "dateline/base/str.h"

#define CODEPOINT_REPLACEMENT 0xFFFDu

/* Decodes the code point at `offset` (which must be inside `s`).
 *   length   bytes taken, at least 1
 *   returns  the code point; U+FFFD for a byte sequence that is not UTF-8 (RFC 3629) */
uint32_t utf8_decode(struct str s, size_t offset, size_t *length);

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

/* Where the ASCII words at `offset` end, with one blank between each: most text is nothing else. Never behind
 * a blank; `offset` itself when a blank or something else stands there. */
size_t utf8_skip_words(struct str s, size_t offset);

/* Runs of white space (U+00A0 and other blanks too) become one space, none at the ends. */
struct str utf8_collapse(struct arena *arena, struct str s);

#endif
