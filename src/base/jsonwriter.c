#include "dateline/base/datetime.h"
#include "dateline/base/eight.h"
#include "dateline/base/json.h"
#include "dateline/base/utf8.h"

#include <string.h>

static void begin_value(struct json_writer *json)
{
	if (json->needs_comma)
		buffer_add_char(json->out, ',');
	json->needs_comma = true;
}

static void open_with(struct json_writer *json, char bracket)
{
	begin_value(json);
	buffer_add_char(json->out, bracket);
	json->needs_comma = false;
}

static void close_with(struct json_writer *json, char bracket)
{
	buffer_add_char(json->out, bracket);
	json->needs_comma = true;
}

void json_open_object(struct json_writer *json)
{
	open_with(json, '{');
}

void json_close_object(struct json_writer *json)
{
	close_with(json, '}');
}

void json_open_list(struct json_writer *json)
{
	open_with(json, '[');
}

void json_close_list(struct json_writer *json)
{
	close_with(json, ']');
}

void json_name(struct json_writer *json, struct str key)
{
	char *out = buffer_room(json->out, key.length + 4);

	*out = ',';
	out += json->needs_comma;
	*out++ = '"';
	memcpy(out, key.data, key.length);
	memcpy(out + key.length, "\":", 2);
	json->out->length += key.length + 3 + json->needs_comma;
	json->needs_comma = false;
}

/* The bytes that JSON escapes, or that are looked at closely: below 0x20, '"', '\\', 0x7f and above. */
static uint64_t marked(uint64_t eight)
{
	return eight_below(eight, 0x20) | eight_equal(eight, '"') | eight_equal(eight, '\\') |
	       eight_equal(eight, 0x7f) | (eight & EIGHT_HIGHS);
}

/* Is any byte marked? A third of the work, since a carry may mark what is not, but only behind what is. */
static bool has_marked(uint64_t eight)
{
	uint64_t quote = eight ^ EIGHT_OF('"'), backslash = eight ^ EIGHT_OF('\\');

	return (((eight - EIGHT_OF(0x20)) | (quote - EIGHT_OF(1)) | (backslash - EIGHT_OF(1)) |
			(eight + EIGHT_OF(1)) | eight) &
		       EIGHT_HIGHS) != 0;
}

/* A code point outside ASCII that is written as it is: bytes it takes, 0 for C1 controls and invalid bytes.
 */
static size_t wide_at(struct str s, size_t at)
{
	size_t length = utf8_length_at(s, at);

	return length == 2 && s.data[at] == '\xC2' && (unsigned char)s.data[at + 1] < 0xA0 ? 0 : length;
}

static size_t plain_prefix(struct str s)
{
	size_t i = 0, length;

	for (;;) {
		while (i + 8 <= s.length && !has_marked(eight_at(s, i)))
			i += 8;
		i += eight_before(marked(eight_at(s, i)));
		if (i == s.length || (unsigned char)s.data[i] < 0x80)
			return i;
		do {
			length = wide_at(s, i);
			i += length;
		} while (length && i < s.length && (unsigned char)s.data[i] >= 0x80);
		if (length == 0)
			return i;
	}
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

/* Writes one character that is not plain ASCII; *taken bytes of `s` are used. C1 controls and DEL are escaped
 * too: the output may be looked at on a terminal. */
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

void json_string(struct json_writer *json, struct str s)
{
	char *out;

	if (s.data == NULL) {
		json_null(json);
		return;
	}
	begin_value(json);
	buffer_add_char(json->out, '"');
	while (s.length) {
		size_t plain = plain_prefix(s), taken;

		buffer_add(json->out, str_slice(s, 0, plain));
		s = str_from_offset(s, plain);
		while (s.length && ((unsigned char)s.data[0] >= 0x7f || (unsigned char)s.data[0] < 0x20 ||
					   s.data[0] == '"' || s.data[0] == '\\')) {
			out = buffer_room(json->out, 8);
			json->out->length += (size_t)(add_character(out, s, &taken) - out);
			s = str_from_offset(s, taken);
		}
	}
	buffer_add_char(json->out, '"');
}

void json_number(struct json_writer *json, int64_t number)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	begin_value(json);
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (number < 0)
		digits[--at] = '-';
	buffer_add(json->out, (struct str){digits + at, sizeof digits - at});
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
