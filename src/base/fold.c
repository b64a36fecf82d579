#include "codepoints.h"
#include "dateline/base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

static uint32_t plain_punctuation(uint32_t c)
{
	switch (c) {
	case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2032: case 0x2bc: return '\'';
	case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033: return '"';
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
	default: return c;
	}
}

static bool is_combining_mark(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
	       (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

/* ---- what most text is made of. Folding knows no context, so that it may go piece by piece; a test holds each of
 * these code points against Unicode's own tables. */

static const char latin[][4] = { /* U+00C0 to U+017F */
	"a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"ð", "n", "o", "o", "o", "o", "o", "×", "ø", "u", "u", "u", "u", "y", "þ", "ss",
	"a", "a", "a", "a", "a", "a", "æ", "c", "e", "e", "e", "e", "i", "i", "i", "i",
	"ð", "n", "o", "o", "o", "o", "o", "÷", "ø", "u", "u", "u", "u", "y", "þ", "y",
	"a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
	"đ", "đ", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
	"g", "g", "g", "g", "h", "h", "ħ", "ħ", "i", "i", "i", "i", "i", "i", "i", "i",
	"i", "ı", "ij", "ij", "j", "j", "k", "k", "ĸ", "l", "l", "l", "l", "l", "l", "l·",
	"l·", "ł", "ł", "n", "n", "n", "n", "n", "n", "'n", "ŋ", "ŋ", "o", "o", "o", "o",
	"o", "o", "œ", "œ", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
	"s", "s", "t", "t", "t", "t", "ŧ", "ŧ", "u", "u", "u", "u", "u", "u", "u", "u",
	"u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

#define LATIN_FIRST 0xc0
#define LATIN_LAST 0x17f

static bool is_its_own_fold(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || /* Han */
	       (c >= 0x430 && c <= 0x44f && c != 0x439) ||                     /* Cyrillic */
	       (c >= 0x3b1 && c <= 0x3c9 && c != 0x3c2) ||                     /* Greek */
	       (c >= 0x627 && c <= 0x64a) ||                                   /* Arabic */
	       (c >= 0x904 && c <= 0x928) || (c >= 0x92a && c <= 0x930) ||     /* Devanagari */
	       (c >= 0x935 && c <= 0x939) || (c >= 0x93e && c <= 0x94c) || c == 0x3001 || c == 0x3002;
}

/* The fold of one code point into `out`, with room for 4 bytes; 0 when it is none of these. */
static size_t fold_quickly(uint32_t c, char *out)
{
	uint32_t plain = plain_punctuation(c);

	if (c >= LATIN_FIRST && c <= LATIN_LAST) {
		size_t length = strlen(latin[c - LATIN_FIRST]);

		memcpy(out, latin[c - LATIN_FIRST], length);
		return length;
	}
	if (plain != c)
		return utf8_encode(plain, out);
	if (is_its_own_fold(c))
		return utf8_encode(c, out);
	if (c >= 0x410 && c <= 0x42f && c != 0x419)
		return utf8_encode(c + 0x20, out);
	return 0;
}

/* ---- all the rest */

struct fold {
	struct arena *arena;
	char *out;
	size_t used, capacity;
};

static void make_room(struct fold *fold, size_t more)
{
	size_t wanted = fold->used + more;

	if (wanted <= fold->capacity)
		return;
	wanted += wanted / 2;
	fold->out = arena_extend(fold->arena, fold->out, fold->capacity, wanted);
	fold->capacity = wanted;
}

static void fold_wholly(struct fold *fold, struct str s)
{
	size_t folded_length = 0, length;
	uint8_t *decomposed = u8_casefold((const uint8_t *)s.data, s.length, NULL, UNINORM_NFKD, NULL, &folded_length);
	struct str folded = decomposed ? (struct str){(const char *)decomposed, folded_length} : s;

	make_room(fold, folded.length);
	for (size_t i = 0; i < folded.length; i += length) {
		uint32_t c = utf8_decode(folded, i, &length);

		if (!is_combining_mark(c) && !codepoint_is_hidden_format(c))
			fold->used += utf8_encode(plain_punctuation(c), fold->out + fold->used);
	}
	free(decomposed);
}

static size_t end_of_ascii(struct str s, size_t at)
{
	while (at < s.length && (unsigned char)s.data[at] < 0x80)
		at++;
	return at;
}

static size_t end_of_others(struct str s, size_t at)
{
	while (at < s.length && (unsigned char)s.data[at] >= 0x80)
		at++;
	return at;
}

static void fold_ascii(struct fold *fold, struct str s)
{
	make_room(fold, s.length);
	for (size_t i = 0; i < s.length; i++)
		fold->out[fold->used++] = ascii_lower(s.data[i]);
}

/* A run without ASCII: quickly as far as that goes, then all of the rest together, with its marks. */
static void fold_others(struct fold *fold, struct str run)
{
	size_t at = 0, length, added;

	make_room(fold, 2 * run.length);
	for (; at < run.length; at += length) {
		added = fold_quickly(utf8_decode(run, at, &length), fold->out + fold->used);
		if (added == 0) {
			fold_wholly(fold, str_from_offset(run, at));
			return;
		}
		fold->used += added;
	}
}

struct str utf8_fold(struct arena *arena, struct str s)
{
	struct fold fold = {.arena = arena};
	size_t end;

	if (s.data == NULL)
		return s;
	s = utf8_repair(arena, s);
	make_room(&fold, s.length + 8);
	for (size_t at = 0; at < s.length; at = end) {
		end = end_of_ascii(s, at);
		if (end > at)
			fold_ascii(&fold, str_slice(s, at, end));
		else
			fold_others(&fold, str_slice(s, at, end = end_of_others(s, at)));
	}
	return (struct str){fold.out, fold.used};
}

uint32_t utf8_without_marks(uint32_t codepoint)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (uc_canonical_decomposition((ucs4_t)codepoint, parts) > 1)
		codepoint = parts[0];
	return codepoint;
}
