/* The bottom line: the keys that matter now. */
#include "view.h"

#include "dateline/base/utf8.h"

#include <stdio.h>
#include <string.h>

#define STRIP_ITEMS_MOST 64

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
	return (int)(utf8_columns(key) + utf8_columns(label)) + (label.length > 0);
}

/* One item of a hint bar; false when it does not fit any more. */
static bool put_hint(struct cells *cells, struct area area, int *column, struct str key, struct str label)
{
	if (*column + hint_width(key, label) > area.columns)
		return false;
	*column = cells_put(cells, area, 0, *column, key, ROLE_KEY);
	*column = cells_put(cells, area, 0, *column + (label.length > 0), label, ROLE_HINT) + 2;
	return true;
}

/* ---- strips: after the first key of a sequence, all that can follow */

static bool begins_with(const struct keys *keys, const struct keys *beginning)
{
	return keys->count > beginning->count &&
	       memcmp(keys->codes, beginning->codes, beginning->count * sizeof *keys->codes) == 0;
}

struct strip_item {
	struct str key, label;
};

struct strip {
	struct strip_item items[STRIP_ITEMS_MOST];
	int count, columns; /* of the widest */
};

static void add_to_strip(
	struct ui *ui, const struct keymap_binding *binding, struct arena *arena, struct strip *strip)
{
	struct strip_item *item = &strip->items[strip->count++];
	struct keys rest = {.count = 0};
	struct buffer name = {0};
	int width;

	for (size_t i = ui->pressed.count; i < binding->keys.count; i++)
		rest.codes[rest.count++] = binding->keys.codes[i];
	keys_print(&rest, &name);
	*item = (struct strip_item){arena_copy(arena, buffer_str(&name)), str_from(binding->action->help)};
	buffer_finish(&name);
	width = hint_width(item->key, item->label);
	if (width > strip->columns)
		strip->columns = width;
}

static void collect_strip(struct ui *ui, struct arena *arena, struct strip *strip)
{
	for (size_t i = 0; i < ui->keymap.count && strip->count < STRIP_ITEMS_MOST; i++)
		if (begins_with(&ui->keymap.items[i].keys, &ui->pressed) &&
			is_runnable(ui_focus(ui), &ui->keymap.items[i]))
			add_to_strip(ui, &ui->keymap.items[i], arena, strip);
}

/* In columns, over as many lines as that takes. */
static void draw_strip(struct ui *ui, struct cells *cells, struct area area)
{
	struct arena arena = {0};
	struct strip strip = {.count = 0};
	int across, rows;

	collect_strip(ui, &arena, &strip);
	across = strip.columns + 2 < area.columns ? (area.columns - 1) / (strip.columns + 2) : 1;
	rows = (strip.count + across - 1) / across;
	rows = rows < 1 ? 1 : rows < area.rows ? rows : area.rows;
	area = area_rows(area, area.rows - rows, rows);
	cells_fill(cells, area, ROLE_HINT);
	for (int i = 0; i < strip.count; i++) {
		const struct strip_item *item = &strip.items[i];
		int column = 1 + i / rows * (strip.columns + 2);

		column = cells_put(cells, area, i % rows, column, item->key, ROLE_KEY) + 1;
		cells_put_cut(cells, area, i % rows, column, area.columns - column, item->label, ROLE_HINT);
	}
	arena_finish(&arena);
}

/* ---- the bar */

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
static void draw_hint_list(
	struct ui *ui, struct cells *cells, struct area area, int column, struct str hints, bool only_keys)
{
	struct arena arena = {0};
	size_t last_bar = str_find_last_char(hints, '|');
	struct str item, name, keys, last = str_from_offset(hints, last_bar == STR_NPOS ? 0 : last_bar + 1);
	struct str last_name = str_next(&last, '=', &name) ? name : STR("");
	struct str last_keys = hint_keys(ui, last_name, &arena);
	struct area front = area;

	if (only_keys)
		last = STR("");
	if (hint_width(last_keys, last) < area.columns / 4)
		front.columns -= hint_width(last_keys, last) + 1;
	while (str_next(&hints, '|', &item) && hints.data && str_next(&item, '=', &name)) {
		keys = hint_keys(ui, name, &arena);
		if (keys.length && !put_hint(cells, front, &column, keys, only_keys ? STR("") : item))
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
	draw_hint_list(ui, cells, area, column, str_from(hints ? hints : "down=down|up=up"), false);
}

static void draw_bar(struct ui *ui, struct cells *cells, struct area area)
{
	int64_t hints = ui->config->settings.hints;

	cells_fill(cells, area, ROLE_HINT);
	if (ui->prompt.type && ui->prompt.message[0])
		cells_put_cut(cells, area, 0, 1, area.columns - 1, str_from(ui->prompt.message),
			ui->prompt.message_is_error ? ROLE_ERROR : ROLE_NOTICE);
	else if (ui->count)
		draw_count(ui, cells, area);
	else if (ui->prompt.type)
		cells_put_cut(
			cells, area, 0, 1, area.columns - 1, str_from(ui->prompt.type->hint), ROLE_HINT);
	else if (hints != HINTS_OFF)
		draw_hint_list(ui, cells, area, 1, str_from(ui_focus(ui)->type->hints(ui_focus(ui))),
			hints == HINTS_SHORT);
}

void ui_draw_hints(struct ui *ui, struct cells *cells, struct area area)
{
	if (ui->pressed.count && ui->prompt.type == NULL)
		draw_strip(ui, cells, area);
	else
		draw_bar(ui, cells, area_rows(area, area.rows - 1, 1));
}
