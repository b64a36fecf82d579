#include "dateline/base/utf8.h"
#include "codepoints.h"
#include "dateline/base/buffer.h"
#include "dateline/base/eight.h"

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

size_t utf8_valid_prefix(struct str s)
{
	size_t i = 0, length = 1;

	while (i < s.length && length) {
		while (i + 8 <= s.length && (eight_at(s, i) & EIGHT_HIGHS) == 0)
			i += 8;
		while (i < s.length && (unsigned char)s.data[i] < 0x80)
			i++;
		while (i < s.length && (unsigned char)s.data[i] >= 0x80 &&
			(length = utf8_length_at(s, i)) != 0)
			i += length;
	}
	return i;
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
	for (size_t i = 0; i < s.length; i++)
		if ((unsigned char)s.data[i] < 0x20 || (unsigned char)s.data[i] >= 0x7f)
			return false;
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

/* Has one of eight bytes a look coming: a control, what is not ASCII, a blank beside another? A carry may
 * show one where there is none, but only behind one that is there. */
static bool is_plain(uint64_t eight)
{
	uint64_t blanks = eight ^ EIGHT_OF(' ');
	uint64_t others = (eight - EIGHT_OF(' ')) | (eight + EIGHT_OF(1)) | eight;

	blanks = (blanks - EIGHT_OF(1)) & ~blanks;
	return ((others | (blanks & blanks << 8)) & EIGHT_HIGHS) == 0;
}

static inline bool is_in_word(char byte)
{
	static const bool others[256] = {
		[0x00 ... 0x20] = true, [0x7f] = true, [0xc2] = true, [0xe1 ... 0xe3] = true, [0xef] = true};

	return !others[(unsigned char)byte];
}

size_t utf8_skip_words(struct str s, size_t offset)
{
	size_t at = offset;

	if (at >= s.length || !is_in_word(s.data[at]))
		return at;
	for (;;) {
		while (at + 8 <= s.length && is_plain(eight_at(s, at)))
			at += s.data[at + 7] == ' ' ? 7 : 8;
		while (at < s.length && is_in_word(s.data[at]))
			at++;
		if (at + 1 >= s.length || s.data[at] != ' ' || !is_in_word(s.data[at + 1]))
			return at;
		at += 2;
	}
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
