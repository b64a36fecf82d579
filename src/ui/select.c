#include "select.h"

#define RANGE_MOST 10000 /* rows: more is a filter's work */

static size_t index_of(const struct headlines *state, int64_t article)
{
	for (size_t i = 0; i < state->selected.count; i++)
		if (state->selected.items[i].id == article)
			return i;
	return SIZE_MAX;
}

bool select_has(const struct headlines *state, int64_t article)
{
	return state->selected.count && index_of(state, article) != SIZE_MAX;
}

static void add(struct headlines *state, const struct headline *row)
{
	if (!select_has(state, row->id))
		*LIST_PUSH(&state->selected_arena, &state->selected) =
			(struct selected){row->id, row->is_read, row->is_starred};
}

static void drop(struct headlines *state, size_t index)
{
	for (state->selected.count--; index < state->selected.count; index++)
		state->selected.items[index] = state->selected.items[index + 1];
}

void select_clear(struct view *view)
{
	struct headlines *state = view->state;

	arena_reset(&state->selected_arena);
	state->selected = (struct selected_list){0};
	state->selected_last = 0;
}

static void say(struct view *view)
{
	const struct headlines *state = view->state;

	if (state->selected.count)
		ui_notice(view->ui, "%zu selected; m s T S | act on them, V selects up to here, Esc ends",
			state->selected.count);
	else
		ui_notice(view->ui, "nothing is selected");
}

void select_toggle(struct view *view)
{
	struct headlines *state = view->state;
	const struct headline *row = headlines_current(view);

	if (row == NULL) {
		ui_notice(view->ui, "there is no article here");
		return;
	}
	if (select_has(state, row->id))
		drop(state, index_of(state, row->id));
	else
		add(state, row);
	state->selected_last = row->id;
	headlines_move_to_position(view, state->cursor + 1);
	say(view);
}

void select_range(struct view *view)
{
	struct headlines *state = view->state;
	int64_t from = state->list ? store_list_position(state->list, state->selected_last) : -1;
	int64_t first = from < 0 || from > state->cursor ? state->cursor : from;
	int64_t last = from < state->cursor ? state->cursor : from;
	struct headline_list rows = {0};
	struct arena arena = {0};
	struct error error;

	if (state->list == NULL || state->total == 0 || last - first >= RANGE_MOST) {
		ui_notice(view->ui,
			state->total ? "too many rows to select; a filter chooses them and A marks them"
				     : "there is no article here");
		return;
	}
	if (!store_list_rows(state->list, first, (size_t)(last - first) + 1, &arena, &rows, &error))
		ui_error(view->ui, &error);
	ui_apply_promises(view->ui, rows.items, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		add(state, &rows.items[i]);
	state->selected_last = state->cursor_id;
	arena_finish(&arena);
	say(view);
}

static void take_row(struct view *view, const struct headline *row, bool *are_read, bool *are_starred)
{
	ui_keep_targets(view->ui, &row->id, 1);
	if (are_read)
		*are_read = row->is_read;
	if (are_starred)
		*are_starred = row->is_starred;
}

static void take_selected(struct view *view, bool *are_read, bool *are_starred)
{
	const struct headlines *state = view->state;
	struct arena arena = {0};
	int64_t *ids = arena_array(&arena, state->selected.count, sizeof *ids);
	bool all_read = true, all_starred = true;

	for (size_t i = 0; i < state->selected.count; i++) {
		ids[i] = state->selected.items[i].id;
		all_read = all_read && state->selected.items[i].is_read;
		all_starred = all_starred && state->selected.items[i].is_starred;
	}
	ui_keep_targets(view->ui, ids, state->selected.count);
	if (are_read)
		*are_read = all_read;
	if (are_starred)
		*are_starred = all_starred;
	arena_finish(&arena);
	select_clear(view);
}

bool select_take(struct view *view, bool *are_read, bool *are_starred)
{
	const struct headlines *state = view->state;
	const struct headline *row = headlines_current(view);

	if (state->selected.count)
		take_selected(view, are_read, are_starred);
	else if (row)
		take_row(view, row, are_read, are_starred);
	else
		ui_notice(view->ui, "there is no article here");
	return state->total > 0;
}
