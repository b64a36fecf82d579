#include "dateline/base/datetime.h"
#include "dateline/base/json.h"
#include "dateline/base/utf8.h"
#include "dateline/base/utf8_blocks.h"

#include <string.h>

/* Two quotes and a comma, an escape of six bytes, and a block of sixteen behind the end. */
#define COPY_SLACK ((size_t)32)

static void begin_value(struct json_writer *json)
{
	if (json->needs_comma)
		buffer_add_char(json->out, ',');
	json->needs_comma = true;
}

/* Marks what is not taken as it is beyond ASCII: C1, and misplaced bytes as utf8_misplaced has them. Apart
 * from the loop, which for most text has no use for it. */
static __attribute__((noinline)) uint32_t stops_beyond_ascii(
	struct sixteen block, struct str s, size_t at, uint32_t *awaited)
{
	unsigned char before = at ? (unsigned char)s.data[at - 1] : 0;

	return utf8_misplaced(block, before, awaited) |
	       (utf8_behind(block, 0xc2, before) & sixteen_at_most(block, 0x9f) & SIXTEEN_ALL);
}

/* Copies up to the first character that cannot stand as it is (C0, '"', '\\', DEL and the above), or to the
 * end; returns how many bytes. One pass over the text decides and copies: `out` has room for COPY_SLACK more.
 */
static size_t copy_plain(struct str s, char *out)
{
	uint32_t awaited = 0, stops = 0;
	size_t at = 0, last;

	for (; stops == 0; at += sixteen_before(stops)) {
		struct sixteen block = sixteen_at(s, at);

		sixteen_store(out + at, block);
		stops = (sixteen_plain(block) ^ SIXTEEN_ALL) | sixteen_equal(block, '"') |
			sixteen_equal(block, '\\');
		if (((stops & sixteen_high(block)) | awaited) != 0)
			stops = (stops & ~sixteen_high(block)) | stops_beyond_ascii(block, s, at, &awaited);
	}
	if (at == 0 || (unsigned char)s.data[at - 1] < 0x80)
		return at;
	last = utf8_previous(s, at);
	return last + utf8_length_at(s, last) == at ? at : last;
}

static char *add_control(char *out, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	static const char names[][2] = {"\bb", "\ff", "\nn", "\rr", "\tt", "\"\"", "\\\\"};

	*out++ = '\\';
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if ((unsigned char)names[i][0] == c) {
			*out++ = names[i][1];
			return out;
		}
	}
	memcpy(out, "u00", 3);
	out[3] = hex[c >> 4];
	out[4] = hex[c & 15];
	return out + 5;
}

/* Writes one character that copy_plain stops at; *taken bytes of `s` are used. C1 controls and DEL are
 * escaped too: the output may be looked at on a terminal. */
static char *add_character(char *out, struct str s, size_t *taken)
{
	uint32_t c = utf8_decode(s, 0, taken);

	if (c < 0x20 || c == '"' || c == '\\' || (c >= 0x7f && c < 0xa0))
		return add_control(out, (unsigned char)c);
	if (c == CODEPOINT_REPLACEMENT)
		return out + utf8_encode(c, out);
	for (size_t i = 0; i < *taken; i++)
		*out++ = s.data[i];
	return out;
}

static bool is_escaped(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f || c == '"' || c == '\\';
}

void json_string(struct json_writer *json, struct str s)
{
	char *out;

	if (s.data == NULL) {
		json_null(json);
		return;
	}
	out = buffer_room(json->out, s.length + COPY_SLACK);
	*out = ',';
	out += json->needs_comma;
	*out++ = '"';
	for (;;) {
		size_t taken = copy_plain(s, out);

		out += taken;
		s = str_from_offset(s, taken);
		if (s.length == 0)
			break;
		do {
			out = add_character(out, s, &taken);
			s = str_from_offset(s, taken);
			json->out->length = (size_t)(out - json->out->data);
			out = buffer_room(json->out, s.length + COPY_SLACK);
		} while (s.length && is_escaped(s.data[0]));
	}
	*out++ = '"';
	json->out->length = (size_t)(out - json->out->data);
	json->needs_comma = true;
}

void json_plain(struct json_writer *json, struct str s)
{
	char *out = buffer_room(json->out, s.length + 3);

	*out = ',';
	out += json->needs_comma;
	*out++ = '"';
	memcpy(out, s.data, s.length);
	out[s.length] = '"';
	json->out->length += s.length + 2 + json->needs_comma;
	json->needs_comma = true;
}

#define DIGITS_MOST 24

void json_number(struct json_writer *json, int64_t number)
{
	char digits[2 * DIGITS_MOST];
	size_t at = DIGITS_MOST;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	begin_value(json);
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (number < 0)
		digits[--at] = '-';
	/* as much as it may be, since a copy of known length needs no call */
	memcpy(buffer_room(json->out, DIGITS_MOST), digits + at, DIGITS_MOST);
	json->out->length += DIGITS_MOST - at;
}

void json_bool(struct json_writer *json, bool value)
{
	begin_value(json);
	buffer_add(json->out, value ? STR("true") : STR("false"));
}

void json_null(struct json_writer *json)
{
	begin_value(json);
	buffer_add(json->out, STR("null"));
}

void json_time(struct json_writer *json, int64_t time)
{
	char text[TIME_TEXT_SIZE];

	if (time == TIME_NONE)
		json_null(json);
	else
		json_string(json, datetime_format(time, text));
}
