#include "tidy.h"
#include "dateline/base/eight.h"
#include "dateline/base/utf8.h"
#include "dateline/base/utf8_blocks.h"
#include "windows1252.h"

#include <string.h>

/* Sixteen bytes that are not all plain. */
static void survey(struct str bytes, size_t at, uint32_t *awaited, struct byte_kinds *kinds)
{
	struct sixteen block = sixteen_at(bytes, at);
	unsigned char before = at ? (unsigned char)bytes.data[at - 1] : 0;
	uint32_t controls = (sixteen_at_most(block, 0x1f) | sixteen_equal(block, 0x7f)) &
			    ~(sixteen_equal(block, '\t') | sixteen_equal(block, '\n'));

	if (bytes.length - at < 16) /* the zeroes behind the end are none */
		controls &= (1u << (bytes.length - at)) - 1;
	kinds->has_control |= controls != 0;
	kinds->has_escape |= (controls & sixteen_equal(block, '\x1b')) != 0;
	if ((sixteen_high(block) | *awaited) == 0)
		return;
	kinds->has_high = true;
	kinds->has_c1 |= (utf8_behind(block, 0xc2, before) & sixteen_at_most(block, 0x9f) & SIXTEEN_ALL) != 0;
	kinds->is_utf8 &= utf8_misplaced(block, before, awaited) == 0;
}

struct byte_kinds tidy_survey(struct str bytes)
{
	struct byte_kinds kinds = {.is_utf8 = true};
	uint32_t awaited = 0;

	for (size_t at = 0; at < bytes.length; at += 16)
		if ((sixteen_plain(sixteen_at(bytes, at)) ^ SIXTEEN_ALL) | awaited)
			survey(bytes, at, &awaited, &kinds);
	kinds.is_utf8 &= awaited == 0;
	return kinds;
}

static bool is_alone(struct str s, size_t at)
{
	return at + 1 == s.length || (unsigned char)s.data[at + 1] < 0x80 ||
	       (unsigned char)s.data[at + 1] >= 0xC0;
}

/* A sequence that the text ends in. */
static bool is_begun(struct str s, size_t at)
{
	unsigned char lead = (unsigned char)s.data[at];
	size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

	if (lead < 0xC2 || lead > 0xF4 || s.length - at >= wanted)
		return false;
	for (size_t i = at + 1; i < s.length; i++)
		if (((unsigned char)s.data[i] & 0xC0) != 0x80)
			return false;
	return true;
}

struct str tidy_repair_utf8(struct str bytes, struct arena *arena, struct warnings *warnings)
{
	char *text = arena_alloc(arena, bytes.length * 3);
	size_t written = 0, faults = 0, line = 1, first_line = 0;

	for (size_t i = 0, length; i < bytes.length; i += length) {
		uint32_t codepoint = utf8_decode(bytes, i, &length);

		line += codepoint == '\n';
		if (codepoint == CODEPOINT_REPLACEMENT && length == 1) {
			if (faults++ == 0)
				first_line = line;
			if (is_begun(bytes, i))
				break;
			if (is_alone(bytes, i))
				codepoint = windows1252_codepoint((unsigned char)bytes.data[i]);
			else
				while (i + length < bytes.length &&
					((unsigned char)bytes.data[i + length] & 0xC0) == 0x80)
					length++;
		}
		written += utf8_encode(codepoint, text + written);
	}
	warnings_add(warnings, (unsigned)first_line,
		"%zu byte sequences are not valid UTF-8 and were replaced, first", faults);
	return (struct str){text, written};
}

/* Writes what the character at text[at], which is no plain one, becomes; returns how many bytes of `text` it
 * took. */
static size_t tidy_one(struct str text, size_t at, char *out, size_t *written)
{
	unsigned char c = (unsigned char)text.data[at];

	if (c == '\r') {
		out[(*written)++] = '\n';
		return at + 1 < text.length && text.data[at + 1] == '\n' ? 2 : 1;
	}
	if (c == 0xC2 && at + 1 < text.length && (unsigned char)text.data[at + 1] < 0xA0) {
		*written +=
			utf8_encode(windows1252_codepoint((unsigned char)text.data[at + 1]), out + *written);
		return 2;
	}
	if (c != 0x7F && (c >= 0x20 || c == '\t' || c == '\n'))
		out[(*written)++] = (char)c;
	return 1;
}

/* Bytes that are copied as they are, eight at a time: most lines end in \r\n where there are controls at all.
 */
static size_t plain_run(struct str text, size_t at)
{
	size_t start = at, plain;

	do {
		uint64_t eight = eight_at(text, at);

		plain = eight_before(
			eight_below(eight, 0x20) | eight_equal(eight, 0x7F) | eight_equal(eight, '\xC2'));
		at += plain;
	} while (plain == 8);
	return at - start;
}

struct str tidy_controls(struct str text, struct byte_kinds kinds, struct arena *arena)
{
	size_t written = 0, run;
	char *out;

	if (!kinds.has_control && !kinds.has_c1)
		return text;
	/* a C1 control of two bytes may become three */
	out = arena_alloc(arena, text.length + text.length / 2);
	for (size_t i = 0; i < text.length;) {
		run = plain_run(text, i);
		memcpy(out + written, text.data + i, run);
		written += run;
		i += run;
		if (i < text.length)
			i += tidy_one(text, i, out, &written);
	}
	return (struct str){out, written};
}
