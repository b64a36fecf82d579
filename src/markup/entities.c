#include "dateline/markup/entities.h"
#include "dateline/base/sixteen.h"
#include "dateline/base/utf8.h"
#include "entity_table.h"
#include "windows1252.h"

#include <string.h>

#define NAME_MOST 32      /* longer than "CounterClockwiseContourIntegral" */
#define SHORT_NAME_MOST 6 /* the longest name that needs no semicolon, such as "Aacute" */
#define SHORT_NAME_LEAST 2

/* strncmp in line: names differ in their first letters, and the call takes longer than they do. */
static int compare_front(const char *known, const char *name, size_t length)
{
	size_t i = 0;

	while (i < length && known[i] == name[i])
		i++;
	return i == length ? 0 : (unsigned char)known[i] - (unsigned char)name[i];
}

static const struct entity_name *find_name(const char *name, size_t length)
{
	size_t low = 0, high = entity_name_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *candidate = entity_names[middle].name;
		int order = compare_front(candidate, name, length);

		if (order == 0 && candidate[length] == '\0')
			return &entity_names[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int digit_value(char c, bool is_hexadecimal)
{
	if (ascii_is_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return is_hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* HTML standard 13.2.5.80, but control characters vanish instead of staying: no reader can show them. */
static size_t encode_number(uint32_t number, char *out)
{
	if (number >= 0x80 && number < 0xA0)
		number = windows1252_codepoint((unsigned char)number);
	if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000) ||
		(number & 0xFFFE) == 0xFFFE)
		number = CODEPOINT_REPLACEMENT;
	if ((number < 0x20 && number != '\t' && number != '\n' && number != '\r') || number == 0x7F)
		return 0;
	return utf8_encode(number, out);
}

static size_t decode_number(struct str text, size_t offset, char *out, size_t *out_length)
{
	size_t at = offset + 2;
	bool is_hexadecimal = at < text.length && ascii_lower(text.data[at]) == 'x';
	uint32_t number = 0;
	size_t first;
	int digit;

	at += is_hexadecimal;
	first = at;
	while (at < text.length && (digit = digit_value(text.data[at], is_hexadecimal)) >= 0) {
		if (number <= 0x10FFFF)
			number = number * (is_hexadecimal ? 16 : 10) + (uint32_t)digit;
		at++;
	}
	if (at == first)
		return 0;
	*out_length = encode_number(number, out);
	return at - offset + (at < text.length && text.data[at] == ';');
}

static void encode_name(const struct entity_name *name, char *out, size_t *out_length)
{
	*out_length = utf8_encode(name->first, out);
	if (name->second)
		*out_length += utf8_encode(name->second, out + *out_length);
}

/* A name of the old kind at the front of `run`, the longest one: "notit" begins with "not". */
static const struct entity_name *find_short_name(const char *run, size_t run_length, size_t *length)
{
	*length = run_length < SHORT_NAME_MOST ? run_length : SHORT_NAME_MOST;
	for (; *length >= SHORT_NAME_LEAST; --*length) {
		const struct entity_name *name = find_name(run, *length);

		if (name && name->needs_no_semicolon)
			return name;
	}
	return NULL;
}

static size_t decode_name(struct str text, size_t offset, bool in_attribute, char *out, size_t *out_length)
{
	const char *run = text.data + offset + 1;
	size_t rest = text.length - offset - 1, run_length = 0, length;
	const struct entity_name *name;

	while (run_length < rest && run_length <= NAME_MOST && ascii_is_alnum(run[run_length]))
		run_length++;
	if (run_length < rest && run[run_length] == ';' && (name = find_name(run, run_length)) != NULL) {
		encode_name(name, out, out_length);
		return run_length + 2;
	}
	name = find_short_name(run, run_length, &length);
	if (name == NULL ||
		(in_attribute && length < rest && (run[length] == '=' || ascii_is_alnum(run[length]))))
		return 0;
	encode_name(name, out, out_length);
	return length + 1;
}

size_t entity_decode(struct str text, size_t offset, bool in_attribute, char out[8], size_t *out_length)
{
	char next = offset + 1 < text.length ? text.data[offset + 1] : '\0';

	*out_length = 0;
	if (next == '#')
		return decode_number(text, offset, out, out_length);
	return ascii_is_alpha(next) ? decode_name(text, offset, in_attribute, out, out_length) : 0;
}

struct str entities_decode(struct str text, bool in_attribute, struct arena *arena)
{
	size_t at = 0, from, taken, out_length, room = entities_room(text.length);
	char *decoded, *out;

	if (str_find_char(text, '&', 0) == STR_NPOS)
		return text;
	out = decoded = arena_alloc(arena, room);
	for (;;) {
		from = at;
		at = sixteen_copy_until(text, from, '&', out);
		out += at - from;
		if (at == text.length)
			break;
		taken = entity_decode(text, at, in_attribute, out, &out_length);
		out += taken ? out_length : 1; /* an ampersand that stands for itself was copied */
		at += taken ? taken : 1;
	}
	arena_trim(arena, decoded, room, (size_t)(out - decoded));
	return (struct str){decoded, (size_t)(out - decoded)};
}
