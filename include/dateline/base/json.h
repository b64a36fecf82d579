/* json.h - JSON (RFC 8259): a writer that keeps commas, and a bounded reader of untrusted text */
#ifndef DATELINE_BASE_JSON_H
#define DATELINE_BASE_JSON_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

/* ---- writing */

struct json_writer {
	struct buffer *out;
	bool needs_comma;
};

static inline void json_open(struct json_writer *json, char bracket)
{
	char *out = buffer_room(json->out, 2);

	*out = ',';
	out[json->needs_comma] = bracket;
	json->out->length += (size_t)json->needs_comma + 1;
	json->needs_comma = false;
}

static inline void json_close(struct json_writer *json, char bracket)
{
	buffer_add_char(json->out, bracket);
	json->needs_comma = true;
}

static inline void json_open_object(struct json_writer *json)
{
	json_open(json, '{');
}

static inline void json_close_object(struct json_writer *json)
{
	json_close(json, '}');
}

static inline void json_open_list(struct json_writer *json)
{
	json_open(json, '[');
}

static inline void json_close_list(struct json_writer *json)
{
	json_close(json, ']');
}

/* A key, of ASCII that needs no escapes. In line, as it is a constant nearly everywhere. */
static inline void json_name(struct json_writer *json, struct str key)
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

void json_string(struct json_writer *json, struct str s); /* absent gives null; invalid UTF-8 gives U+FFFD */
void json_plain(struct json_writer *json, struct str s);  /* the same of ASCII that needs no escapes */
void json_number(struct json_writer *json, int64_t number);
void json_bool(struct json_writer *json, bool value);
void json_null(struct json_writer *json);
void json_time(struct json_writer *json, int64_t time); /* RFC 3339, or null for TIME_NONE */

static inline void json_key(struct json_writer *json, const char *key)
{
	json_name(json, str_from(key));
}

/* ---- reading */

enum json_kind {
	JSON_NULL,
	JSON_BOOL,
	JSON_NUMBER,
	JSON_STRING,
	JSON_LIST,
	JSON_OBJECT,
	JSON_CUT_STRING, /* the document ends inside it */
};

struct json {
	enum json_kind kind;
	bool is_true;
	double number;
	struct str text;           /* of a string, decoded; of a number, as written */
	struct str name;           /* its key, when it is a member of an object */
	struct json *first, *next; /* children of lists and objects, in order */
};

/* Reads one value. Raw control characters inside strings, trailing commas, comments, an unescaped line end
 * and text after the value are repaired, with *repaired set to what was done (may be NULL); lone surrogates
 * become U+FFFD. Deeper than JSON_DEPTH_MOST, or not to be understood: NULL, and *error says where. When the
 * text is cut off and `partial` is not NULL, *partial receives what was read before the place; and a fault in
 * one object of the outermost list costs no other: that is repaired too. */
const struct json *json_parse(struct str text, struct arena *arena, const char **repaired,
	const struct json **partial, struct error *error);

/* The member of that name, the last where it stands twice, as everybody reads it (ECMA-262, JSON.parse); NULL
 * without, and when `object` is NULL or no object. */
const struct json *json_get(const struct json *object, const char *name);

/* The text of a string; STR_NONE for anything else, NULL too. */
struct str json_text(const struct json *value);

/* The same, of a string also that the document ends in: for what can be read as far as it goes, which half of
 * an identity, an address or a date cannot. */
struct str json_text_so_far(const struct json *value);

#endif
