/* The picture: first line, panes, what is said, and the hint bar. */
#include "view.h"

#include "dateline/base/utf8.h"
#include "screen.h"

#include <stdio.h>
#include <string.h>

#define LIST_FROM_COLUMNS 160 /* an article shows the list beside it from here on */
#define LIST_COLUMNS 56
#define SIDE_FROM_COLUMNS 100 /* the panel stands beside the text from here on, below it otherwise */

void bar_draw(struct cells *cells, struct area area, struct str left, struct str right)
{
	int room = area.columns - (int)utf8_columns(right) - 2;

	cells_fill(cells, area, ROLE_BAR);
	if (room > area.columns / 3)
		cells_put(cells, area, 0, area.columns - (int)utf8_columns(right) - 1, right, ROLE_BAR);
	else
		room = area.columns;
	cells_put_cut(cells, area, 0, 1, room - 2, left, ROLE_BAR);
}

/* ---- hints */

static bool is_runnable(const struct view *view, const struct keymap_binding *binding)
{
	bool is_its_own = str_equal(binding->view, str_from(view->type->name));

	if (binding->view.length && !is_its_own)
		return view->owner && view->owner->side == view && is_runnable(view->owner, binding);
	if (view_action(view, binding->action->name))
		return true;
	return view->owner && view->owner->side == view && view_action(view->owner, binding->action->name);
}

static int hint_width(struct str key, struct str label)
{
	return (int)(utf8_columns(key) + utf8_columns(label)) + 1;
}

/* One item of a hint bar; false when it does not fit any more. */
static bool put_hint(struct cells *cells, struct area area, int *column, struct str key, struct str label)
{
	if (*column + hint_width(key, label) > area.columns)
		return false;
	*column = cells_put(cells, area, 0, *column, key, ROLE_KEY);
	*column = cells_put(cells, area, 0, *column + 1, label, ROLE_HINT) + 2;
	return true;
}

static bool begins_with(const struct keys *keys, const struct keys *beginning)
{
	return keys->count > beginning->count &&
	       memcmp(keys->codes, beginning->codes, beginning->count * sizeof *keys->codes) == 0;
}

/* After the first key of a sequence: what can follow. */
static void draw_strip(struct ui *ui, struct cells *cells, struct area area)
{
	struct view *view = ui_focus(ui);
	int column = 1;

	for (size_t i = 0; i < ui->keymap.count; i++) {
		const struct keymap_binding *binding = &ui->keymap.items[i];
		struct keys rest = {.count = 0};
		struct buffer name = {0};
		bool fits = true;

		if (!begins_with(&binding->keys, &ui->pressed) || !is_runnable(view, binding))
			continue;
		for (size_t j = ui->pressed.count; j < binding->keys.count; j++)
			rest.codes[rest.count++] = binding->keys.codes[j];
		keys_print(&rest, &name);
		fits = put_hint(cells, area, &column, buffer_str(&name), str_from(binding->action->help));
		buffer_finish(&name);
		if (!fits)
			return;
	}
}

/* The keys of an action as the bar shows them; empty when it has none here. */
static struct str hint_keys(struct ui *ui, struct str action, struct arena *arena)
{
	struct view *view = ui_focus(ui);
	struct str keys = keymap_keys_of(&ui->keymap, str_from(view->type->name), action, true, arena);

	if (keys.length == 0 && view->owner && view->owner->side == view)
		keys = keymap_keys_of(&ui->keymap, str_from(view->owner->type->name), action, true, arena);
	if (keys.length && keys.data[0] == '<')
		keys = str_slice(keys, 1, keys.length - 1);
	return keys;
}

/* The last hint is the one that leads to all the others: its place is kept, unless there is room for little
 * else. */
static void draw_hint_list(struct ui *ui, struct cells *cells, struct area area, int column, struct str hints)
{
	struct arena arena = {0};
	size_t last_bar = str_find_last_char(hints, '|');
	struct str item, name, keys, last = str_from_offset(hints, last_bar == STR_NPOS ? 0 : last_bar + 1);
	struct str last_name = str_next(&last, '=', &name) ? name : STR("");
	struct str last_keys = hint_keys(ui, last_name, &arena);
	struct area front = area;

	if (hint_width(last_keys, last) < area.columns / 4)
		front.columns -= hint_width(last_keys, last) + 1;
	while (str_next(&hints, '|', &item) && hints.data && str_next(&item, '=', &name)) {
		keys = hint_keys(ui, name, &arena);
		if (keys.length && !put_hint(cells, front, &column, keys, item))
			break;
	}
	if (last_keys.length)
		put_hint(cells, area, &column, last_keys, last);
	arena_finish(&arena);
}

/* After a number: what it can be given to. */
static void draw_count(struct ui *ui, struct cells *cells, struct area area)
{
	const char *hints = ui_focus(ui)->type->count_hints;
	char count[32];
	int column = 1;

	snprintf(count, sizeof count, "%ld:", ui->count);
	column = cells_put(cells, area, 0, column, str_from(count), ROLE_KEY) + 1;
	draw_hint_list(ui, cells, area, column, str_from(hints ? hints : "down=down|up=up"));
}

static void draw_hints(struct ui *ui, struct cells *cells, struct area area)
{
	const char *hints = ui_focus(ui)->type->hints(ui_focus(ui));

	cells_fill(cells, area, ROLE_HINT);
	if (ui->prompt.type && ui->prompt.message[0])
		cells_put_cut(cells, area, 0, 1, area.columns - 1, str_from(ui->prompt.message),
			ui->prompt.message_is_error ? ROLE_ERROR : ROLE_NOTICE);
	else if (ui->pressed.count)
		draw_strip(ui, cells, area);
	else if (ui->count)
		draw_count(ui, cells, area);
	else if (ui->prompt.type)
		cells_put_cut(
			cells, area, 0, 1, area.columns - 1, str_from(ui->prompt.type->hint), ROLE_HINT);
	else if (ui->config->settings.hints != HINTS_OFF)
		draw_hint_list(ui, cells, area, 1, str_from(hints));
}

/* ---- the line above the hints */

static void draw_said(struct ui *ui, struct cells *cells, struct area area, struct view *cursor)
{
	struct prompt *prompt = &ui->prompt;
	int column;

	if (prompt->type) {
		cells_fill(cells, area, ROLE_TEXT);
		column = cells_put(cells, area, 0, 1, str_from(prompt->type->label), ROLE_KEY);
		cursor->cursor_row = area.row;
		cursor->cursor_column =
			area.column + lineedit_draw(&prompt->edit, cells, area, 0, column + 1, ROLE_TEXT,
					      ROLE_ERROR, prompt->wrong_start, prompt->wrong_end);
	} else if (ui->notice[0]) {
		cells_fill(cells, area, ROLE_TEXT);
		cells_put_cut(cells, area, 0, 1, area.columns - 1, str_from(ui->notice),
			ui->notice_is_error ? ROLE_ERROR : ROLE_NOTICE);
	}
}

/* ---- panes */

static void draw_beside(struct view *view, struct cells *cells, struct area area)
{
	int text = area.columns - area.columns * 2 / 5;

	view->type->draw(view, cells, area_columns(area, 0, text - 1));
	cells_bar(cells, area, text - 1, ROLE_BORDER);
	view->side->type->draw(view->side, cells, area_columns(area, text, area.columns - text));
}

static void draw_below(struct view *view, struct cells *cells, struct area area)
{
	int panel = area.rows / 3 > 3 ? area.rows / 3 : area.rows / 2;
	struct area rule = area_rows(area, area.rows - panel - 1, 1);

	view->type->draw(view, cells, area_rows(area, 0, area.rows - panel - 1));
	for (int column = 0; column < rule.columns && rule.rows; column++)
		cells_sign(cells, rule, 0, column, "─", "-", ROLE_BORDER);
	view->side->type->draw(view->side, cells, area_rows(area, area.rows - panel, panel));
}

static void draw_view(struct view *view, struct cells *cells, struct area area)
{
	view->cursor_row = -1;
	if (view->side == NULL)
		view->type->draw(view, cells, area);
	else if (view->is_zoomed || area.rows < 4)
		(view->side_has_focus ? view->side : view)
			->type->draw(view->side_has_focus ? view->side : view, cells, area);
	else if (area.columns >= SIDE_FROM_COLUMNS)
		draw_beside(view, cells, area);
	else
		draw_below(view, cells, area);
}

static size_t lowest_shown(const struct ui *ui)
{
	size_t lowest = ui->depth - 1;

	while (lowest > 0 && ui->stack[lowest]->type->is_popup)
		lowest--;
	return lowest;
}

/* On a wide screen an article has the list it was opened from at its left; NULL: not this view, or not this
 * screen. */
static struct view *list_beside(const struct view *view, int columns)
{
	struct view *list = ui_below(view->ui, view);

	if (columns < LIST_FROM_COLUMNS || view->type != &view_reader || list == NULL ||
		list->type != &view_headlines)
		return NULL;
	return list;
}

bool view_has_panes(const struct view *view)
{
	return view->side || list_beside(view, view->ui->middle.columns);
}

/* Gives the area that is left over for the view. */
static struct area draw_list_beside(struct cells *cells, struct area area, const struct view *view)
{
	struct view *list = view->is_zoomed ? NULL : list_beside(view, area.columns);

	if (list == NULL)
		return area;
	list->type->draw(list, cells, area_columns(area, 0, LIST_COLUMNS));
	cells_bar(cells, area, LIST_COLUMNS, ROLE_BORDER);
	return area_columns(area, LIST_COLUMNS + 1, area.columns - LIST_COLUMNS - 1);
}

void ui_draw(struct ui *ui)
{
	struct cells *cells = screen_begin(ui->screen);
	struct area all = cells_area(cells), middle = all;
	size_t lowest = lowest_shown(ui);
	struct view *top = ui_top(ui);

	if (all.rows >= 3)
		middle = area_rows(all, 1, all.rows - 2);
	else if (all.rows == 2)
		middle = area_rows(all, 1, 1);
	draw_view(ui->stack[lowest], cells, draw_list_beside(cells, middle, ui->stack[lowest]));
	for (size_t i = lowest + 1; i < ui->depth; i++)
		draw_view(ui->stack[i], cells, middle);
	ui->middle = middle;
	/* after the views, which know only then how much of them is seen */
	if (all.rows >= 2)
		ui->stack[lowest]->type->bar(ui->stack[lowest], cells, area_rows(all, 0, 1));
	if (all.rows >= 3)
		draw_hints(ui, cells, area_rows(all, all.rows - 1, 1));
	draw_said(ui, cells, area_rows(middle, middle.rows - 1, 1), top);
	screen_show(ui->screen, top->cursor_row, top->cursor_column);
}
