#include "dateline/base/json.h"
#include "dateline/base/limits.h"
#include "dateline/base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct reader {
	struct str text;
	size_t at;
	struct arena *arena;
	const char *repaired; /* what was forgiven, first thing first */
	const char *problem;  /* why reading stopped */
	size_t problem_at;
	bool goes_on;      /* after a fault in one of many objects */
	size_t read_twice; /* bytes, for that */
};

static bool stop(struct reader *reader, const char *problem)
{
	if (reader->problem == NULL) {
		reader->problem = problem;
		reader->problem_at = reader->at;
	}
	return false;
}

static void repair(struct reader *reader, const char *what)
{
	if (reader->repaired == NULL)
		reader->repaired = what;
}

static bool at_end(const struct reader *reader)
{
	return reader->at >= reader->text.length;
}

static char peek(const struct reader *reader)
{
	return at_end(reader) ? '\0' : reader->text.data[reader->at];
}

static bool skip_comment(struct reader *reader)
{
	struct str rest = str_from_offset(reader->text, reader->at);
	size_t end;

	if (str_starts_with(rest, STR("/*")))
		end = str_find(rest, STR("*/"), 2);
	else if (str_starts_with(rest, STR("//")))
		end = str_find_char(rest, '\n', 2);
	else
		return false;
	repair(reader, "comments in the JSON were skipped");
	reader->at = end == STR_NPOS ? reader->text.length : reader->at + end + (rest.data[1] == '*' ? 2 : 1);
	return true;
}

static void skip_space(struct reader *reader)
{
	do {
		while (!at_end(reader) && (ascii_is_space(peek(reader)) || peek(reader) == '\v'))
			reader->at++;
	} while (peek(reader) == '/' && skip_comment(reader));
}

static bool read_hex4(const struct reader *reader, size_t at, uint32_t *value)
{
	*value = 0;
	if (at + 4 > reader->text.length)
		return false;
	for (size_t i = at; i < at + 4; i++) {
		char c = ascii_lower(reader->text.data[i]);

		if (!ascii_is_digit(c) && !(c >= 'a' && c <= 'f'))
			return false;
		*value = *value * 16 + (uint32_t)(ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return true;
}

/* \uXXXX, a pair of surrogates taken together; the cursor stands after "\u". */
static char *read_unicode_escape(struct reader *reader, char *out)
{
	uint32_t c, low;

	if (!read_hex4(reader, reader->at, &c)) {
		repair(reader, "a broken \\u escape in the JSON was taken as text");
		*out++ = 'u';
		return out;
	}
	reader->at += 4;
	if (c >= 0xd800 && c <= 0xdbff &&
		str_starts_with(str_from_offset(reader->text, reader->at), STR("\\u")) &&
		read_hex4(reader, reader->at + 2, &low) && low >= 0xdc00 && low <= 0xdfff) {
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		reader->at += 6;
	}
	return out + utf8_encode(c, out);
}

static char *read_escape(struct reader *reader, char *out)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	char c = peek(reader);
	const char *known = c ? strchr(from, c) : NULL;

	reader->at++;
	if (c == 'u')
		return read_unicode_escape(reader, out);
	if (known)
		*out++ = to[known - from];
	else if (c != '\n')
		*out++ = c; /* \" \\ \/, and what is no escape stands for itself */
	return out;
}

/* The length of the string up to its closing mark, escapes counted whole; STR_NPOS when it is never closed.
 */
static size_t string_end(const struct reader *reader)
{
	size_t i = reader->at;

	while (i < reader->text.length && reader->text.data[i] != '"')
		i += reader->text.data[i] == '\\' ? 2 : 1;
	return i < reader->text.length ? i : STR_NPOS;
}

static bool read_string(struct reader *reader, struct str *value)
{
	size_t end = (reader->at++, string_end(reader));
	bool is_open = end == STR_NPOS;
	char *out, *start;

	if (is_open)
		end = reader->text.length;
	if (!is_open && memchr(reader->text.data + reader->at, '\\', end - reader->at) == NULL) {
		*value = str_slice(reader->text, reader->at, end);
		reader->at = end + 1;
		return true;
	}
	start = out = arena_alloc(reader->arena, end - reader->at);
	while (reader->at < end) {
		char c = reader->text.data[reader->at++];

		if (c == '\\' && reader->at < end)
			out = read_escape(reader, out);
		else
			*out++ = c;
	}
	*value = (struct str){start, (size_t)(out - start)};
	reader->at = end + 1;
	return is_open ? stop(reader, "the text ends inside a string") : true;
}

static bool read_number(struct reader *reader, struct json *value)
{
	char digits[64];
	size_t start = reader->at;
	struct str text;
	char *end;

	while (!at_end(reader) && (ascii_is_alnum(peek(reader)) || strchr("+-.", peek(reader))))
		reader->at++;
	text = str_slice(reader->text, start, reader->at);
	if (text.length == 0 || text.length >= sizeof digits)
		return stop(reader, "this is no value");
	memcpy(digits, text.data, text.length);
	digits[text.length] = '\0';
	value->number = strtod(digits, &end);
	if (*end != '\0' || !(ascii_is_digit(digits[0]) || digits[0] == '-' || digits[0] == '.')) {
		reader->at = start;
		return stop(reader, "this is no value");
	}
	value->kind = JSON_NUMBER;
	value->text = text;
	return true;
}

static bool read_word(struct reader *reader, struct json *value)
{
	static const struct {
		struct str word;
		enum json_kind kind;
		bool is_true;
	} words[] = {{STR_INIT("null"), JSON_NULL, false}, {STR_INIT("true"), JSON_BOOL, true},
		{STR_INIT("false"), JSON_BOOL, false}};
	struct str rest = str_from_offset(reader->text, reader->at);

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!str_starts_with(rest, words[i].word))
			continue;
		value->kind = words[i].kind;
		value->is_true = words[i].is_true;
		reader->at += words[i].word.length;
		return true;
	}
	return read_number(reader, value);
}

static bool read_value(struct reader *reader, struct json *value, unsigned depth);

/* The key of a member and its colon, up to the value. */
static bool read_key(struct reader *reader, struct json *member)
{
	if (peek(reader) != '"')
		return stop(reader, "a key in quotation marks is missing");
	if (!read_string(reader, &member->name))
		return false;
	skip_space(reader);
	if (peek(reader) != ':')
		return stop(reader, "a colon is missing after a key");
	reader->at++;
	return true;
}

/* True when the list or object goes on with another member; the cursor then stands on it. */
static bool next_member(struct reader *reader, char closing, bool is_first)
{
	skip_space(reader);
	if (peek(reader) == ',') {
		reader->at++;
		skip_space(reader);
		if (peek(reader) == closing || is_first)
			repair(reader, "a needless comma in the JSON was skipped");
	} else if (!is_first && peek(reader) != closing && !at_end(reader)) {
		repair(reader, "a missing comma in the JSON was added");
	}
	if (at_end(reader))
		return stop(reader, "the text ends inside a list or an object");
	return peek(reader) != closing;
}

static size_t skip_back(struct str text, size_t at)
{
	while (at > 0 && ascii_is_space(text.data[at - 1]))
		at--;
	return at;
}

static bool begins_with_key(struct str text, size_t brace, struct str key)
{
	struct str rest = str_from_offset(text, brace + 1);

	while (rest.length && ascii_is_space(rest.data[0]))
		rest = str_from_offset(rest, 1);
	return str_starts_with(rest, STR("\"")) && str_starts_with(str_from_offset(rest, 1), key) &&
	       str_starts_with(str_from_offset(rest, key.length + 1), STR("\""));
}

/* The comma before an object that begins with that key; STR_NPOS without. */
static size_t find_next_object(struct str text, size_t from, struct str key)
{
	for (size_t at = from; (at = str_find_char(text, '{', at)) != STR_NPOS; at++) {
		size_t comma = skip_back(text, at);

		if (comma > from && text.data[comma - 1] == ',' && begins_with_key(text, at, key))
			return comma - 1;
	}
	return STR_NPOS;
}

#define OUTER_DEPTH_MOST 1 /* of the list whose objects are worth it: the items of a feed */

/* After a fault in an object of a list: one of them that begins as the first one does is the next. What was
 * read too far is read again, but not more often than the text is long. */
static bool go_on(struct reader *reader, const struct json *list, size_t start, unsigned depth)
{
	size_t comma;

	if (!reader->goes_on || list->kind != JSON_LIST || depth > OUTER_DEPTH_MOST ||
		list->first->first == NULL)
		return false;
	comma = find_next_object(reader->text, start + 1, list->first->first->name);
	if (comma == STR_NPOS || reader->read_twice > reader->text.length)
		return false;
	reader->read_twice += reader->at > comma ? reader->at - comma : 0;
	reader->at = comma;
	reader->problem = NULL;
	repair(reader, "of an object that cannot be understood the rest was left out");
	return true;
}

static bool read_members(struct reader *reader, struct json *parent, char closing, unsigned depth)
{
	struct json **link = &parent->first;

	reader->at++;
	while (next_member(reader, closing, parent->first == NULL)) {
		struct json *member = ARENA_NEW(reader->arena, struct json);
		size_t start = reader->at;
		bool has_key;

		has_key = parent->kind == JSON_LIST || read_key(reader, member);
		if (has_key || member->name.length) {
			*link = member;
			link = &member->next;
		}
		if (!has_key)
			return false;
		if (!read_value(reader, member, depth + 1) && !go_on(reader, parent, start, depth))
			return false;
		if (member->kind == JSON_NUMBER && at_end(reader))
			member->kind = JSON_NULL; /* digits may be missing */
	}
	reader->at++;
	return reader->problem == NULL;
}

static bool read_value(struct reader *reader, struct json *value, unsigned depth)
{
	skip_space(reader);
	if (depth > JSON_DEPTH_MOST)
		return stop(reader, "it is nested too deeply");
	if (at_end(reader))
		return stop(reader, "the text ends where a value is expected");
	switch (peek(reader)) {
	case '{':
		value->kind = JSON_OBJECT;
		return read_members(reader, value, '}', depth);
	case '[':
		value->kind = JSON_LIST;
		return read_members(reader, value, ']', depth);
	case '"':
		value->kind = JSON_CUT_STRING;
		if (!read_string(reader, &value->text))
			return false;
		value->kind = JSON_STRING;
		return true;
	default:
		return read_word(reader, value);
	}
}

static unsigned line_of(struct str text, size_t offset)
{
	unsigned line = 1;

	for (size_t at = 0; (at = str_find_char(str_slice(text, 0, offset), '\n', at)) != STR_NPOS; at++)
		line++;
	return line;
}

const struct json *json_parse(struct str text, struct arena *arena, const char **repaired,
	const struct json **partial, struct error *error)
{
	struct reader reader = {.text = text, .arena = arena, .goes_on = partial != NULL};
	struct json *value = ARENA_NEW(arena, struct json);
	bool is_read = read_value(&reader, value, 0);

	if (is_read) {
		skip_space(&reader);
		if (!at_end(&reader))
			repair(&reader, "text after the JSON was left out");
	}
	if (repaired)
		*repaired = reader.repaired;
	if (partial)
		*partial = is_read || value->first ? value : NULL;
	if (is_read)
		return value;
	fail(error, ERROR_MALFORMED, line_of(text, reader.problem_at), "the JSON cannot be read: %s",
		reader.problem);
	return NULL;
}

const struct json *json_get(const struct json *object, const char *name)
{
	struct str wanted = str_from(name);
	const struct json *last = NULL;

	if (object == NULL || object->kind != JSON_OBJECT)
		return NULL;
	for (const struct json *member = object->first; member; member = member->next)
		if (str_equal(member->name, wanted))
			last = member;
	return last;
}

struct str json_text(const struct json *value)
{
	return value && value->kind == JSON_STRING ? value->text : STR_NONE;
}

struct str json_text_so_far(const struct json *value)
{
	return value && value->kind == JSON_CUT_STRING ? value->text : json_text(value);
}
