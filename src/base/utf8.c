#include "dateline/base/utf8.h"
#include "codepoints.h"
#include "dateline/base/buffer.h"
#include "dateline/base/utf8_blocks.h"

#include <stdlib.h>
#include <string.h>

size_t utf8_previous(struct str s, size_t offset)
{
	size_t start = offset;

	while (start > 0 && offset - start < 4) {
		start--;
		if (!utf8_is_continuation(s.data[start]))
			break;
	}
	return start;
}

size_t utf8_encode(uint32_t c, char *out)
{
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		c = CODEPOINT_REPLACEMENT;
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

/* All that is UTF-8 up to the block with the first fault, but for the last character before it. */
static size_t valid_blocks(struct str s)
{
	uint32_t awaited = 0;
	size_t at = 0;

	for (; at < s.length; at += 16) {
		struct sixteen block = sixteen_at(s, at);

		if ((sixteen_high(block) | awaited) &&
			utf8_misplaced(block, at ? (unsigned char)s.data[at - 1] : 0, &awaited))
			return utf8_previous(s, at);
	}
	return awaited ? utf8_previous(s, s.length) : s.length;
}

size_t utf8_valid_prefix(struct str s)
{
	size_t at = valid_blocks(s), length;

	while (at < s.length && (length = utf8_length_at(s, at)) != 0)
		at += length;
	return at;
}

bool utf8_is_valid(struct str s)
{
	return utf8_valid_prefix(s) == s.length;
}

/* Each maximal part of an ill-formed sequence is one U+FFFD, as browsers do it. */
static size_t broken_length(struct str s, size_t offset)
{
	unsigned char c = (unsigned char)s.data[offset];
	size_t wanted = c >= 0xf0 && c <= 0xf4 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 1;
	size_t length = 1;

	if (c > 0xf4)
		return 1;
	while (length < wanted && offset + length < s.length) {
		unsigned char next = (unsigned char)s.data[offset + length];

		if (!utf8_is_continuation(s.data[offset + length]))
			break;
		if (length == 1 && ((c == 0xe0 && next < 0xa0) || (c == 0xed && next > 0x9f) ||
					   (c == 0xf0 && next < 0x90) || (c == 0xf4 && next > 0x8f)))
			break;
		length++;
	}
	return length;
}

struct str utf8_repair(struct arena *arena, struct str s)
{
	size_t good = utf8_valid_prefix(s), used = 0;
	char *out;

	if (good == s.length)
		return s;
	out = arena_alloc(arena, s.length * 3);
	while (s.length) {
		memcpy(out + used, s.data, good);
		used += good;
		s = str_from_offset(s, good);
		if (s.length == 0)
			break;
		used += utf8_encode(CODEPOINT_REPLACEMENT, out + used);
		s = str_from_offset(s, broken_length(s, 0));
		good = utf8_valid_prefix(s);
	}
	return (struct str){out, used};
}

bool utf8_is_boundary(struct str s, size_t offset)
{
	return offset >= s.length ? offset == s.length : !utf8_is_continuation(s.data[offset]);
}

size_t utf8_cut_back(struct str s, size_t at, size_t least)
{
	size_t cut = at;

	while (cut > least && s.data[cut] != ' ')
		cut--;
	if (cut > least)
		return cut;
	while (at > least && !utf8_is_boundary(s, at))
		at--;
	return at;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.length; i++)
		count += !utf8_is_continuation(s.data[i]);
	return count;
}

/* ---- what a terminal may see */

/* Format characters that hide or reorder what is around them: zero-width, bidi embeddings, overrides and
 * isolates, invisible operators, tags. ZWNJ and ZWJ stay: scripts and emoji need them. */
bool codepoint_is_hidden_format(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

static bool is_line_end(uint32_t c)
{
	return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_clean_ascii(struct str s)
{
	for (size_t i = 0; i < s.length; i += 16) {
		struct sixteen block = sixteen_at(s, i);
		uint32_t others =
			sixteen_at_most(block, 0x1f) | sixteen_equal(block, 0x7f) | sixteen_high(block);

		if (others && i + sixteen_before(others) < s.length)
			return false;
	}
	return true;
}

static bool is_clean(struct str s)
{
	size_t length;

	if (is_clean_ascii(s))
		return true;
	if (!utf8_is_valid(s))
		return false;
	for (size_t i = 0; i < s.length; i += length) {
		uint32_t c = utf8_decode(s, i, &length);

		if (is_control(c) || is_line_end(c) || codepoint_is_hidden_format(c))
			return false;
	}
	return true;
}

struct str utf8_printable(struct arena *arena, struct str s)
{
	size_t used = 0, length;
	char *out;

	if (s.data == NULL || is_clean(s))
		return s;
	s = utf8_repair(arena, s);
	out = arena_alloc(arena, s.length);
	for (size_t i = 0; i < s.length; i += length) {
		uint32_t c = utf8_decode(s, i, &length);

		if (is_line_end(c))
			out[used++] = ' ';
		else if (!is_control(c) && !codepoint_is_hidden_format(c))
			used += utf8_encode(c, out + used);
	}
	return (struct str){out, used};
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || is_line_end(c) || c == '\f' || c == '\v' || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* What may begin a blank beyond ASCII or a code point that is not seen: C2 before anything, of the longer
 * ones those whose second byte is that of U+1680, U+2000 to U+207F, U+3000 or U+FEFF, or stands in the next
 * block. Apart from the loop, which for most text has no use for it. */
static __attribute__((noinline)) uint32_t unusual_leads(struct sixteen s)
{
	uint32_t before_80 = sixteen_equal(s, '\x80') >> 1, unknown = ~(sixteen_high(s) >> 1);

	return sixteen_equal(s, '\xc2') | (sixteen_equal(s, '\xe3') & (before_80 | unknown)) |
	       (sixteen_equal(s, '\xe2') & (before_80 | sixteen_equal(s, '\x81') >> 1 | unknown)) |
	       (sixteen_equal(s, '\xe1') & (sixteen_equal(s, '\x9a') >> 1 | unknown)) |
	       (sixteen_equal(s, '\xef') & (sixteen_equal(s, '\xbb') >> 1 | unknown));
}

size_t utf8_skip_words(struct str s, size_t offset)
{
	size_t at = offset;

	if (at < s.length && s.data[at] == ' ')
		return at;
	/* fifteen at a time: what the last of sixteen is depends on what follows, and the next block shows
	 * that */
	for (; at < s.length; at += 15) {
		struct sixteen block = sixteen_at(s, at);
		uint32_t blanks = sixteen_equal(block, ' '), stops = sixteen_plain(block) ^ SIXTEEN_ALL;

		if (stops & sixteen_high(block))
			stops = (stops & ~sixteen_high(block)) | unusual_leads(block);
		/* a blank ends the words unless it stands between two of them */
		stops = (stops | (blanks & (blanks | stops) >> 1)) & (SIXTEEN_ALL >> 1);
		if (stops)
			return at + sixteen_before(stops);
	}
	return s.length;
}

struct str utf8_collapse(struct arena *arena, struct str s)
{
	char *out = arena_alloc(arena, s.length);
	size_t used = 0, length;
	bool is_pending = false;

	if (s.data == NULL)
		return s;
	for (size_t i = 0; i < s.length; i += length) {
		size_t end = utf8_skip_words(s, i);

		length = end - i;
		if (length == 0 && is_blank(utf8_decode(s, i, &length))) {
			is_pending = true;
			continue;
		}
		if (is_pending && used)
			out[used++] = ' ';
		is_pending = false;
		memcpy(out + used, s.data + i, length);
		used += length;
	}
	return (struct str){out, used};
}
