#include "query/mistakes.h"

#include "dateline/base/json.h"
#include "dateline/base/utf8.h"

#include <stdio.h>
#include <string.h>

static unsigned column_of(struct str text, size_t offset)
{
	return (unsigned)utf8_count(str_slice(text, 0, offset)) + 1;
}

bool mistake_at(struct query_mistake *mistake, struct str text, size_t start, size_t end, const char *format,
	va_list args)
{
	struct arena scratch = {0};
	struct str message, clean;

	*mistake = (struct query_mistake){.start = start, .end = end, .line = 1};
	mistake->column = column_of(text, start);
	mistake->end_column = end > start ? column_of(text, end) - 1 : mistake->column;
	message = arena_vprintf(&scratch, format, args);
	clean = utf8_printable(&scratch, message);
	while (clean.length >= sizeof mistake->message)
		clean.length = utf8_previous(clean, sizeof mistake->message - 1);
	memcpy(mistake->message, clean.data, clean.length);
	mistake->message[clean.length] = '\0';
	arena_finish(&scratch);
	return false;
}

struct str mistake_correct(struct str text, size_t start, size_t end, struct str better, struct arena *arena)
{
	return arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(str_slice(text, 0, start)), STR_ARG(better),
		STR_ARG(str_from_offset(text, end)));
}

/* ---- the three lines */

/* Each byte's worth of text as a terminal shows it: control characters are one blank, so that cells can be
 * counted. */
struct line {
	struct str text;
	size_t start, end; /* of what is wrong, in it */
};

static void append_shown(struct str text, size_t from, size_t to, struct buffer *out)
{
	size_t length;

	for (size_t i = from; i < to && i < text.length; i += length) {
		uint32_t c = utf8_decode(text, i, &length);
		struct arena scratch = {0};

		if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029)
			buffer_add_char(out, ' ');
		else
			buffer_add(out, utf8_printable(&scratch,
						utf8_repair(&scratch, str_slice(text, i, i + length))));
		arena_finish(&scratch);
	}
}

static size_t columns_between(struct str text, size_t from, size_t to)
{
	struct buffer shown = {0};
	size_t columns;

	append_shown(text, from, to, &shown);
	columns = utf8_columns(buffer_str(&shown));
	buffer_finish(&shown);
	return columns;
}

static size_t step(struct str text, size_t at, int direction)
{
	size_t length;

	if (direction < 0)
		return utf8_previous(text, at);
	utf8_decode(text, at, &length);
	return at + length;
}

/* Widens the window around the mistake, left and right by turns, while it fits. */
static void choose_window(
	struct str text, const struct query_mistake *mistake, size_t columns, size_t *from, size_t *to)
{
	size_t left = mistake->start, right = left, room = columns > 4 ? columns - 2 : 2;
	bool grows_left = true, grows_right = true;

	if (columns == 0 || columns_between(text, 0, text.length) <= columns) {
		*from = 0;
		*to = text.length;
		return;
	}
	while (grows_left || grows_right) {
		size_t wider = right < text.length ? step(text, right, 1) : right;

		grows_right = wider > right && columns_between(text, left, wider) <= room;
		right = grows_right ? wider : right;
		wider = left > 0 && (right >= mistake->end || columns_between(text, left, right) * 2 > room)
				? step(text, left, -1)
				: left;
		grows_left = wider < left && columns_between(text, wider, right) <= room;
		left = grows_left ? wider : left;
	}
	*from = left;
	*to = right;
}

static void append_repeated(struct buffer *out, char c, size_t count)
{
	while (count--)
		buffer_add_char(out, c);
}

void query_print_mistake(
	struct str text, const struct query_mistake *mistake, size_t columns, struct buffer *out)
{
	size_t from, to, end, marks;

	choose_window(text, mistake, columns, &from, &to);
	if (from > 0)
		buffer_add(out, STR("…"));
	append_shown(text, from, to, out);
	buffer_add(out, to < text.length ? STR("…\n") : STR("\n"));
	append_repeated(out, ' ', (from > 0) + columns_between(text, from, mistake->start));
	end = mistake->end < to ? mistake->end : to;
	marks = end > mistake->start ? columns_between(text, mistake->start, end) : 1;
	buffer_add_char(out, '^');
	append_repeated(out, '~', marks > 1 ? marks - 1 : 0);
	buffer_printf(out, "\nquery:%u:%u: %s\n", mistake->line, mistake->column, mistake->message);
}

void query_print_mistake_json(const struct query_mistake *mistake, struct buffer *out)
{
	struct json_writer json = {.out = out};

	json_open_object(&json);
	json_key(&json, "code");
	json_string(&json, STR("query"));
	json_key(&json, "line");
	json_number(&json, mistake->line);
	json_key(&json, "column");
	json_number(&json, mistake->column);
	json_key(&json, "end");
	json_number(&json, mistake->end_column);
	json_key(&json, "message");
	json_string(&json, str_from(mistake->message));
	json_key(&json, "suggestion");
	json_string(&json, mistake->suggestion);
	json_close_object(&json);
}

void query_print_notice(struct str text, const struct query_notice *notice, struct buffer *out)
{
	buffer_printf(out, "query:1:%u: %.*s", column_of(text, notice->start), STR_ARG(notice->text));
}
