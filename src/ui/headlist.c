/* The list behind the headlines: a window of rows around the place shown, and a cursor that is an article. */
#include "headlines.h"

#include "dateline/store/feeds.h"
#include "dateline/store/rules.h"
#include "filter.h"
#include "screen.h"
#include "select.h"

#include <stdlib.h>

#define WINDOW_ROWS 256

/* ---- rows */

static void fail_list(struct view *view, const struct error *error)
{
	struct headlines *state = view->state;

	ui_error(view->ui, error);
	state->has_failed = true;
	state->rows.count = 0;
}

static bool is_loaded(const struct headlines *state, int64_t position)
{
	return position >= state->first && position < state->first + (int64_t)state->rows.count;
}

static void load_rows(struct view *view, int64_t first)
{
	struct headlines *state = view->state;
	struct error error;

	if (first < 0)
		first = 0;
	arena_reset(&state->rows_arena);
	state->rows = (struct headline_list){0};
	state->first = first;
	if (state->list == NULL)
		return;
	if (!store_list_rows(state->list, first, WINDOW_ROWS, &state->rows_arena, &state->rows, &error))
		fail_list(view, &error);
	ui_apply_promises(view->ui, state->rows.items, state->rows.count);
}

/* A window around an article that is known: cheaper than one by position, wherever in the list it is. */
static void load_around(struct view *view, int64_t id, int64_t position)
{
	struct headlines *state = view->state;
	struct headline_list rows = {0};
	struct error error;
	size_t anchor = 0;

	arena_reset(&state->rows_arena);
	state->rows = rows;
	if (!store_list_window(state->list, id, WINDOW_ROWS / 2, WINDOW_ROWS / 2, &state->rows_arena,
		    &state->rows, &anchor, &error))
		fail_list(view, &error);
	state->first = position - (int64_t)anchor;
	ui_apply_promises(view->ui, state->rows.items, state->rows.count);
}

const struct headline *headlines_row(struct view *view, int64_t position)
{
	struct headlines *state = view->state;

	if (position < 0 || position >= state->total)
		return NULL;
	if (!is_loaded(state, position)) {
		if (state->cursor_id && is_loaded(state, state->cursor) &&
			llabs(position - state->cursor) < WINDOW_ROWS / 2)
			load_around(view, state->rows.items[state->cursor - state->first].id, state->cursor);
		if (!is_loaded(state, position))
			load_rows(view, position - WINDOW_ROWS / 2);
	}
	return is_loaded(state, position) ? &state->rows.items[position - state->first] : NULL;
}

const struct headline *headlines_current(struct view *view)
{
	struct headlines *state = view->state;

	return headlines_row(view, state->cursor);
}

/* Reads the same rows again: their states may be others. */
static void reload_rows(struct view *view)
{
	struct headlines *state = view->state;

	load_rows(view, state->first);
}

/* ---- the cursor */

void headlines_scroll(struct headlines *state)
{
	int64_t height = state->height > 0 ? state->height : 1;

	if (state->top > state->cursor)
		state->top = state->cursor;
	if (state->cursor >= state->top + height)
		state->top = state->cursor - height + 1;
	if (state->top > state->total - height)
		state->top = state->total - height;
	if (state->top < 0)
		state->top = 0;
}

void headlines_move_to_position(struct view *view, int64_t position)
{
	struct headlines *state = view->state;
	const struct headline *row;

	if (position >= state->total)
		position = state->total - 1;
	if (position < 0)
		position = 0;
	row = headlines_row(view, position);
	state->cursor = position;
	state->cursor_id = row ? row->id : 0;
	headlines_scroll(state);
}

void headlines_move_to(struct view *view, int64_t id)
{
	struct headlines *state = view->state;
	int64_t position = state->list && id ? store_list_position(state->list, id) : -1;

	if (position >= 0)
		headlines_move_to_position(view, position);
}

static int64_t next_unread(struct view *view, int direction)
{
	struct headlines *state = view->state;
	int64_t id = state->cursor_id;

	/* The list knows what is stored; what is only promised to be read is passed over here. */
	for (int tries = 0; tries < WINDOW_ROWS; tries++) {
		struct headline probe = {0};

		id = store_list_next_unread(state->list, id, direction);
		probe.id = id;
		if (id == 0)
			return 0;
		ui_apply_promises(view->ui, &probe, 1);
		if (!probe.is_read)
			return id;
	}
	return 0;
}

int64_t headlines_step(struct view *view, int direction, bool only_unread)
{
	struct headlines *state = view->state;
	int64_t id;

	if (state->list == NULL)
		return 0;
	if (only_unread) {
		id = next_unread(view, direction);
		headlines_move_to(view, id);
		return id;
	}
	if (state->cursor + direction < 0 || state->cursor + direction >= state->total)
		return 0;
	headlines_move_to_position(view, state->cursor + direction);
	return state->cursor_id;
}

/* ---- the filter */

static void read_counts(struct view *view)
{
	struct headlines *state = view->state;
	struct store_totals totals = {0};
	struct error error;

	state->total = state->unread = 0;
	state->has_failed = state->list == NULL;
	if (state->list && !store_list_counts(state->list, &state->total, &state->unread, &error))
		fail_list(view, &error);
	if (store_totals(view->ui->store, &totals, &error))
		state->library_total = totals.articles;
	store_broken_feeds(view->ui->store, &state->broken, NULL);
	store_hidden(view->ui->store, &state->hidden, NULL);
}

static bool is_key_waiting(void *context)
{
	return screen_has_key(((const struct ui *)context)->screen);
}

/* NULL: it was given up for a key, or it cannot be read. */
static struct store_list *open_list(struct view *view, const struct query *query)
{
	struct headlines *state = view->state;
	struct store *store = view->ui->store;
	struct store_list *list = NULL;
	struct error error = {0};
	bool is_open;

	if (state->gives_way)
		store_give_up_when(store, is_key_waiting, view->ui);
	is_open = store_list_open(store, query, &list, &error);
	store_give_up_when(store, NULL, NULL);
	state->has_given_way = error.code == ERROR_STOPPED;
	if (!is_open && !state->has_given_way)
		fail_list(view, &error);
	return list;
}

static void take_list(struct view *view, struct store_list *list)
{
	struct headlines *state = view->state;

	if (list == NULL)
		return;
	store_list_close(state->list);
	state->list = list;
	read_counts(view);
	state->rows.count = 0;
	state->first = 0;
}

/* The cursor stays on its article when that is still in the list. */
static void find_cursor_again(struct view *view)
{
	struct headlines *state = view->state;
	int64_t row = state->cursor - state->top;
	int64_t position =
		state->list && state->cursor_id ? store_list_position(state->list, state->cursor_id) : -1;

	if (position < 0 || !view->ui->has_typed) {
		state->top = 0;
		headlines_move_to_position(view, 0);
		return;
	}
	state->top = position - row;
	headlines_move_to_position(view, position);
}

void headlines_set_query(struct view *view, const struct query *query)
{
	struct arena arena = {0};
	struct str text = query_print(query, &arena);

	headlines_set_filter(view, text, NULL);
	arena_finish(&arena);
}

/* Which term is to blame when nothing matches. */
static void count_alone(struct view *view)
{
	struct headlines *state = view->state;

	state->alone = NULL;
	if (state->total || state->chips.count < 2)
		return;
	state->alone = arena_array(&state->query_arena, state->chips.count, sizeof *state->alone);
	for (size_t i = 0; i < state->chips.count; i++)
		state->alone[i] = filter_count(view->ui, state->chips.items[i]).articles;
}

static bool searches_text(const struct query *query)
{
	struct arena arena = {0};
	struct str_list words = {0};

	query_search_words(query, &arena, &words);
	arena_finish(&arena);
	return words.count > 0;
}

static void say_notices(struct ui *ui, const struct query *query)
{
	if (query->notices.count)
		ui_notice(ui, "%.*s", STR_ARG(query->notices.items[0].text));
}

bool headlines_set_filter(struct view *view, struct str text, struct query_mistake *mistake)
{
	struct headlines *state = view->state;
	struct query_context context = ui_query_context(view->ui);
	struct query_mistake own;
	struct arena arena = {0};
	struct query query;
	struct store_list *list;

	if (!query_parse(text, &context, &arena, &query, mistake ? mistake : &own)) {
		if (mistake == NULL)
			ui_complain(view->ui, "%s", own.message);
		arena_finish(&arena);
		return false;
	}
	list = open_list(view, &query);
	if (state->has_given_way) {
		arena_finish(&arena);
		return true;
	}
	say_notices(view->ui, &query);
	arena_finish(&state->query_arena);
	state->query_arena = arena;
	state->query = query;
	state->query_text = query_print(&query, &state->query_arena);
	state->chips = (struct str_list){0};
	query_chips(&query, &state->query_arena, &state->chips);
	select_clear(view); /* what is out of sight is not acted on */
	state->has_words = searches_text(&query);
	state->passage_of = 0;
	take_list(view, list);
	count_alone(view);
	find_cursor_again(view);
	return true;
}

void headlines_copy_query(struct view *view, struct arena *arena, struct query *query)
{
	struct headlines *state = view->state;
	struct query_context context = ui_query_context(view->ui);
	struct query_mistake mistake;

	if (!query_parse(state->query_text, &context, arena, query, &mistake))
		query_parse(STR(""), &context, arena, query, &mistake);
}

/* Articles that were hidden are gone from a list of everything, and those shown again are back. */
void headlines_take_states(struct view *view)
{
	struct headlines *state = view->state;
	int64_t before = state->total;

	read_counts(view);
	reload_rows(view);
	if (state->total == before)
		return;
	if (state->list && store_list_position(state->list, state->cursor_id) >= 0)
		find_cursor_again(view);
	else
		headlines_move_to_position(view, state->cursor);
}

void headlines_take_changes(struct view *view)
{
	struct headlines *state = view->state;
	struct error error;

	if (state->list && !store_list_update(state->list, true, &error))
		fail_list(view, &error);
	read_counts(view);
	state->rows.count = 0;
	find_cursor_again(view);
}
