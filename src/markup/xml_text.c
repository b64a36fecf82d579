#include "dateline/base/sixteen.h"
#include "dateline/markup/entities.h"
#include "xml_reader.h"

#include <string.h>

/* Text between the elements of a feed is layout, and half of all nodes if it were kept. Further in it may
 * part words. */
#define LAYOUT_DEPTH_MOST 3

/* ---- references */

/* The five that XML has; most references of a feed are these. Returns the bytes taken. */
static size_t decode_predefined(const char *p, size_t left, char *out)
{
	if (left >= 4 && p[2] == 't' && p[3] == ';' && (p[1] == 'l' || p[1] == 'g')) {
		*out = p[1] == 'l' ? '<' : '>';
		return 4;
	}
	if (left >= 5 && memcmp(p, "&amp;", 5) == 0) {
		*out = '&';
		return 5;
	}
	if (left >= 6 && (memcmp(p, "&quot;", 6) == 0 || memcmp(p, "&apos;", 6) == 0)) {
		*out = p[1] == 'q' ? '"' : '\'';
		return 6;
	}
	return 0;
}

/* An entity that the document declares; returns the bytes taken. */
static size_t decode_declared(struct xml_reader *reader, struct str text, size_t at)
{
	size_t end = str_find_char(str_slice(text, 0, at + NAME_BYTES_MOST), ';', at);
	struct str value;

	if (end == STR_NPOS)
		return 0;
	value = doctype_expand(
		&reader->entities, str_slice(text, at + 1, end), reader->arena, reader->warnings);
	if (value.data == NULL)
		return 0;
	buffer_add(&reader->scratch, value);
	return end + 1 - at;
}

static size_t decode_other(struct xml_reader *reader, struct str text, size_t at)
{
	char out[8];
	size_t length, taken = decode_declared(reader, text, at);

	if (taken)
		return taken;
	/* the rule for attributes everywhere: "?a=1&copy=2" is an address wherever it stands */
	taken = entity_decode(text, at, true, out, &length);
	if (taken == 0) {
		xml_repaired(reader, reader->at, "an ampersand stands for itself");
		buffer_add_char(&reader->scratch, '&');
		return 1;
	}
	buffer_add(&reader->scratch, (struct str){out, length});
	return taken;
}

/* Without declared entities nothing gets much longer, and the text is put where it will stay. */
static struct str decode_in_place(struct xml_reader *reader, struct str text)
{
	size_t at = 0, from, taken, length, room = entities_room(text.length);
	char *decoded = arena_alloc(reader->arena, room), *out = decoded;

	for (;;) {
		from = at;
		at = sixteen_copy_until(text, from, '&', out);
		out += at - from;
		if (at == text.length)
			break;
		length = 1;
		taken = decode_predefined(text.data + at, text.length - at, out);
		if (taken == 0 && (taken = entity_decode(text, at, true, out, &length)) == 0) {
			xml_repaired(reader, reader->at, "an ampersand stands for itself");
			taken = length = 1;
		}
		out += length;
		at += taken;
	}
	arena_trim(reader->arena, decoded, room, (size_t)(out - decoded));
	return (struct str){decoded, (size_t)(out - decoded)};
}

struct str xml_decode(struct xml_reader *reader, struct str text)
{
	size_t amp = str_find_char(text, '&', 0), from = 0;

	if (amp == STR_NPOS)
		return text;
	if (reader->entities.count == 0)
		return decode_in_place(reader, text);
	buffer_clear(&reader->scratch);
	while (amp != STR_NPOS) {
		char *room = buffer_room(&reader->scratch, amp - from + 1);
		size_t taken;

		memcpy(room, text.data + from, amp - from);
		reader->scratch.length += amp - from;
		taken = decode_predefined(text.data + amp, text.length - amp, room + (amp - from));
		if (taken)
			reader->scratch.length++;
		else
			taken = decode_other(reader, text, amp);
		from = amp + taken;
		amp = str_find_char(text, '&', from);
	}
	buffer_add(&reader->scratch, str_from_offset(text, from));
	return arena_copy(reader->arena, buffer_str(&reader->scratch));
}

/* ---- text nodes */

static bool is_layout(const struct xml_reader *reader, struct str text)
{
	if (reader->depth > LAYOUT_DEPTH_MOST ||
		(reader->current->first && node_last(reader->current)->kind == NODE_TEXT))
		return false;
	return str_trim(text).length == 0 &&
	       (reader->depth == 0 || memchr(text.data, '\n', text.length) != NULL);
}

static void add_text(struct xml_reader *reader, struct str text)
{
	struct node *node = text.length ? xml_new_node(reader, NODE_TEXT) : NULL;

	if (node == NULL)
		return;
	node->text = text;
	xml_append(reader, node);
}

/* Without the reference that the document ends in. */
static struct str without_last_reference(struct str text)
{
	struct str last = str_from_offset(text, text.length < 12 ? 0 : text.length - 12);
	size_t amp = str_find_last_char(last, '&');

	if (amp == STR_NPOS)
		return text;
	for (size_t i = amp + 1; i < last.length; i++)
		if (!ascii_is_alnum(last.data[i]) && last.data[i] != '#')
			return text;
	return str_slice(text, 0, text.length - last.length + amp);
}

void xml_read_text(struct xml_reader *reader, size_t end)
{
	struct str text = str_slice(reader->text, reader->at, end);

	if (end == reader->text.length)
		text = without_last_reference(text);
	if (text.length && !is_layout(reader, text))
		add_text(reader, xml_decode(reader, text));
	reader->at = end;
}

/* ---- CDATA */

/* A section that is never closed runs into the next one; then it ends with the element it stands in. */
static size_t lost_end(struct xml_reader *reader, size_t start, size_t end)
{
	struct str inside = str_slice(reader->text, start, end);
	size_t bracket = 0;
	struct str closing;

	while ((bracket = str_find_char(inside, '[', bracket)) != STR_NPOS) {
		if (bracket >= 8 && memcmp(inside.data + bracket - 8, "<![CDATA", 8) == 0)
			break;
		bracket++;
	}
	if (bracket == STR_NPOS && end < reader->text.length)
		return STR_NPOS;
	if (reader->depth < LAYOUT_DEPTH_MOST)
		return start; /* between the items of a feed is no text that one could begin */
	if (reader->current == reader->document)
		return STR_NPOS;
	closing = arena_printf(reader->arena, "</%.*s", STR_ARG(reader->current->name));
	if (reader->current->name.data[-1] == ':') /* the prefix was not kept: the local name has to do */
		closing = arena_printf(reader->arena, ":%.*s>", STR_ARG(reader->current->name));
	bracket = str_find(str_slice(inside, 0, bracket), closing, 0);
	if (bracket == STR_NPOS)
		return STR_NPOS;
	while (bracket > 0 && inside.data[bracket] != '<')
		bracket--;
	return start + bracket;
}

/* "]]>" at or after `from`; by its bracket, which is rare in text, and so three times as fast as by the
 * whole. */
static size_t find_cdata_end(struct str text, size_t from)
{
	size_t at = from;

	while ((at = str_find_char(text, ']', at)) != STR_NPOS) {
		if (at + 2 < text.length && text.data[at + 1] == ']' && text.data[at + 2] == '>')
			return at;
		at++;
	}
	return STR_NPOS;
}

void xml_read_cdata(struct xml_reader *reader)
{
	size_t start = reader->at + 9, end, lost;

	if (reader->cdata_end != STR_NPOS && reader->cdata_end < start)
		reader->cdata_end = find_cdata_end(reader->text, start);
	end = reader->cdata_end == STR_NPOS ? reader->text.length : reader->cdata_end;
	lost = lost_end(reader, start, end);
	if (lost != STR_NPOS || end == reader->text.length)
		xml_repaired(reader, reader->at, "a CDATA section is not closed");
	if (lost != STR_NPOS) {
		add_text(reader, str_slice(reader->text, start, lost));
		reader->at = lost;
		return;
	}
	reader->at = end == reader->text.length ? end : end + 3;
	while (end > start && reader->text.length - end < 2 && reader->text.data[end - 1] == ']')
		end--; /* half of what would have closed it */
	add_text(reader, str_slice(reader->text, start, end));
}
