#include "lineedit.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"
#include "dateline/config/keymap.h"

#include <stdlib.h>
#include <string.h>

#define CONTROL(letter) ((letter)&0x1f)

/* ---- history */

void history_add(struct history *history, struct str line)
{
	if (line.length == 0)
		return;
	for (size_t i = 0; i < history->count; i++) {
		if (!str_equal(str_from(history->lines[i]), line))
			continue;
		free(history->lines[i]);
		memmove(history->lines + i, history->lines + i + 1,
			(--history->count - i) * sizeof *history->lines);
	}
	if (history->count == HISTORY_MOST) {
		free(history->lines[0]);
		memmove(history->lines, history->lines + 1, --history->count * sizeof *history->lines);
	}
	history->lines[history->count] = strndup(line.data, line.length);
	if (history->lines[history->count] == NULL)
		abort();
	history->count++;
}

void history_finish(struct history *history)
{
	for (size_t i = 0; i < history->count; i++)
		free(history->lines[i]);
	history->count = 0;
}

/* ---- the line */

void lineedit_init(struct lineedit *edit, struct str text, struct history *history)
{
	*edit = (struct lineedit){.history = history, .history_at = history ? history->count : 0};
	lineedit_set(edit, text);
}

void lineedit_finish(struct lineedit *edit)
{
	buffer_finish(&edit->text);
	buffer_finish(&edit->killed);
	buffer_finish(&edit->typed);
}

void lineedit_set(struct lineedit *edit, struct str text)
{
	buffer_clear(&edit->text);
	buffer_add(&edit->text, str_slice(text, 0, LINEEDIT_BYTES_MOST));
	edit->cursor = edit->text.length;
}

struct str lineedit_text(const struct lineedit *edit)
{
	return buffer_str(&edit->text);
}

static size_t previous_place(const struct lineedit *edit)
{
	struct str text = lineedit_text(edit);
	size_t at = 0, last = 0;
	int columns;

	while (at < edit->cursor) {
		last = at;
		at += cluster_length(text, at, &columns);
	}
	return last;
}

static size_t next_place(const struct lineedit *edit)
{
	int columns;

	if (edit->cursor >= edit->text.length)
		return edit->cursor;
	return edit->cursor + cluster_length(lineedit_text(edit), edit->cursor, &columns);
}

static size_t word_start(const struct lineedit *edit)
{
	size_t at = edit->cursor;

	while (at > 0 && edit->text.data[at - 1] == ' ')
		at--;
	while (at > 0 && edit->text.data[at - 1] != ' ')
		at--;
	return at;
}

static void insert(struct lineedit *edit, struct str text)
{
	if (edit->text.length + text.length > LINEEDIT_BYTES_MOST)
		return;
	buffer_room(&edit->text, text.length);
	memmove(edit->text.data + edit->cursor + text.length, edit->text.data + edit->cursor,
		edit->text.length - edit->cursor);
	memcpy(edit->text.data + edit->cursor, text.data, text.length);
	edit->text.length += text.length;
	edit->cursor += text.length;
}

static enum lineedit_answer cut(struct lineedit *edit, size_t start, size_t end, bool is_kept)
{
	if (start >= end)
		return LINEEDIT_MOVED;
	if (is_kept) {
		buffer_clear(&edit->killed);
		buffer_add(&edit->killed, str_slice(lineedit_text(edit), start, end));
	}
	memmove(edit->text.data + start, edit->text.data + end, edit->text.length - end);
	edit->text.length -= end - start;
	edit->cursor = start;
	return LINEEDIT_CHANGED;
}

static enum lineedit_answer insert_point(struct lineedit *edit, uint32_t key)
{
	char bytes[4];

	insert(edit, (struct str){bytes, utf8_encode(key, bytes)});
	return LINEEDIT_CHANGED;
}

/* ---- walking the history */

static enum lineedit_answer show_history(struct lineedit *edit, size_t at)
{
	if (edit->history == NULL || at > edit->history->count || at == edit->history_at)
		return LINEEDIT_MOVED;
	if (edit->history_at == edit->history->count) {
		buffer_clear(&edit->typed);
		buffer_add(&edit->typed, lineedit_text(edit));
	}
	edit->history_at = at;
	lineedit_set(edit,
		at == edit->history->count ? buffer_str(&edit->typed) : str_from(edit->history->lines[at]));
	return LINEEDIT_CHANGED;
}

/* ^R: the newest line before the one shown that holds what was typed; again: the one before that. */
static enum lineedit_answer search_history(struct lineedit *edit)
{
	struct str wanted;

	if (edit->history == NULL)
		return LINEEDIT_MOVED;
	wanted = edit->history_at == edit->history->count ? lineedit_text(edit) : buffer_str(&edit->typed);
	for (size_t i = edit->history_at; i-- > 0;)
		if (str_find_nocase(str_from(edit->history->lines[i]), wanted, 0) != STR_NPOS)
			return show_history(edit, i);
	return LINEEDIT_MOVED;
}

static enum lineedit_answer move_to(struct lineedit *edit, size_t place)
{
	edit->cursor = place;
	return LINEEDIT_MOVED;
}

static enum lineedit_answer backspace(struct lineedit *edit)
{
	if (edit->text.length == 0)
		return LINEEDIT_LEFT;
	return cut(edit, previous_place(edit), edit->cursor, false);
}

static enum lineedit_answer yank(struct lineedit *edit)
{
	insert(edit, buffer_str(&edit->killed));
	return LINEEDIT_CHANGED;
}

static enum lineedit_answer control_key(struct lineedit *edit, uint32_t key)
{
	switch (key) {
	case KEYCODE_ENTER:
		return LINEEDIT_ACCEPTED;
	case KEYCODE_ESC:
	case CONTROL('C'):
		return LINEEDIT_LEFT;
	case KEYCODE_TAB:
		return LINEEDIT_COMPLETE;
	case KEYCODE_BACKSPACE:
	case CONTROL('H'):
		return backspace(edit);
	case KEYCODE_DELETE:
	case CONTROL('D'):
		return cut(edit, edit->cursor, next_place(edit), false);
	case CONTROL('W'):
		return cut(edit, word_start(edit), edit->cursor, true);
	case CONTROL('U'):
		return cut(edit, 0, edit->cursor, true);
	case CONTROL('K'):
		return cut(edit, edit->cursor, edit->text.length, true);
	case CONTROL('Y'):
		return yank(edit);
	case CONTROL('A'):
	case KEYCODE_HOME:
		return move_to(edit, 0);
	case CONTROL('E'):
	case KEYCODE_END:
		return move_to(edit, edit->text.length);
	case CONTROL('B'):
	case KEYCODE_LEFT:
		return move_to(edit, previous_place(edit));
	case CONTROL('F'):
	case KEYCODE_RIGHT:
		return move_to(edit, next_place(edit));
	case CONTROL('P'):
	case KEYCODE_UP:
		return edit->history_at ? show_history(edit, edit->history_at - 1) : LINEEDIT_MOVED;
	case CONTROL('N'):
	case KEYCODE_DOWN:
		return show_history(edit, edit->history_at + 1);
	case CONTROL('R'):
		return search_history(edit);
	case CONTROL('V'):
		edit->takes_next_as_is = true;
		return LINEEDIT_MOVED;
	default:
		return LINEEDIT_NOT_MINE;
	}
}

enum lineedit_answer lineedit_key(struct lineedit *edit, uint32_t key)
{
	if (edit->takes_next_as_is) {
		edit->takes_next_as_is = false;
		return key < KEYCODE_UP ? insert_point(edit, key) : LINEEDIT_MOVED;
	}
	if (key < 0x20 || key == 0x7f || key >= KEYCODE_UP)
		return control_key(edit, key);
	return insert_point(edit, key);
}

/* ---- drawing */

/* The first byte to show so that the cursor and one cell after it fit. */
static size_t first_shown(const struct lineedit *edit, int room)
{
	struct str text = lineedit_text(edit);
	size_t start = 0;
	int columns;

	while (start < edit->cursor && (int)utf8_columns(str_slice(text, start, edit->cursor)) + 1 > room)
		start += cluster_length(text, start, &columns);
	return start;
}

int lineedit_draw(const struct lineedit *edit, struct cells *cells, struct area area, int row, int column,
	style_t style, style_t wrong, size_t mark_start, size_t mark_end)
{
	struct str text = lineedit_text(edit);
	size_t start = first_shown(edit, area.columns - column), cursor_columns;

	cursor_columns = utf8_columns(str_slice(text, start, edit->cursor));
	cells_put(cells, area, row, column, str_from_offset(text, start), style);
	if (mark_end > mark_start && mark_end > start) {
		size_t from = mark_start > start ? mark_start : start;
		int before = (int)utf8_columns(str_slice(text, start, from));
		int marked = (int)utf8_columns(str_slice(text, from, mark_end));

		cells_restyle(cells, area, row, column + before, marked ? marked : 1, wrong);
	}
	return column + (int)cursor_columns;
}
