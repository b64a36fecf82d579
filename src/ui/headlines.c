/* The headlines: what their keys do. */
#include "headlines.h"

#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "filter.h"
#include "give.h"
#include "info.h"
#include "label.h"
#include "reader.h"
#include "select.h"
#include "tagpicker.h"
#include "when.h"

#include <string.h>

static void open_headlines(struct view *view, const void *what)
{
	const struct str *query = what;

	headlines_set_filter(view, query ? *query : STR(""), NULL);
}

static void close_headlines(struct view *view)
{
	struct headlines *state = view->state;

	store_list_close(state->list);
	arena_finish(&state->query_arena);
	arena_finish(&state->rows_arena);
	arena_finish(&state->base_arena);
	arena_finish(&state->passage_arena);
	arena_finish(&state->selected_arena);
}

static void headlines_event(struct view *view, const struct engine_event *event)
{
	struct headlines *state = view->state;

	switch (event->kind) {
	case EVENT_SOURCE_LOADED:
	case EVENT_FEED_ADDED:
	case EVENT_FEED_UPDATED:
	case EVENT_FEED_FAILED:
	case EVENT_REFRESH_DONE:
	case EVENT_PAGE_STORED:
		state->has_changes = true;
		break;
	case EVENT_STATES_CHANGED:
	case EVENT_UNDONE:
	case EVENT_REDONE:
	case EVENT_JOB_DONE:
		state->has_states = true;
		break;
	default:
		break;
	}
}

static const char *headlines_hints(const struct view *view)
{
	const struct headlines *state = view->state;

	if (state->selected.count)
		return "toggle-read=mark|toggle-star=star|label=label|save=save|pipe=pipe|select=select|select-range=up to here|"
		       "cancel=end|help=all keys";
	if (state->total == 0 && state->has_failed)
		return "command=command|help=all keys|quit=leave";
	if (state->total == 0 && state->chips.count)
		return "pop-filter=take the last filter off|filter=edit the filter|tags=tags|help=all keys";
	if (state->total == 0)
		return "add=subscribe|reload-all=ask all feeds|go-feeds=feeds|command=command|help=all keys|quit=leave";
	return "open=read|next=next unread|tags=tags|filter=filter|search=search|toggle-read=mark|toggle-star=star|"
	       "read-all=all read|help=all keys";
}

/* ---- moving */

static void move(struct view *view, int64_t rows)
{
	struct headlines *state = view->state;
	int64_t before = state->cursor;

	headlines_move_to_position(view, state->cursor + rows);
	if (state->cursor == before && state->total)
		ui_notice(view->ui, rows < 0 ? "this is the first one" : "this is the last one");
}

static void run_down(struct view *view, long count)
{
	move(view, count ? count : 1);
}

static void run_up(struct view *view, long count)
{
	move(view, -(count ? count : 1));
}

static int64_t half(const struct view *view)
{
	const struct headlines *state = view->state;

	return state->height > 1 ? state->height / 2 : 1;
}

static void run_half_down(struct view *view, long count)
{
	(void)count;
	move(view, half(view));
}

static void run_half_up(struct view *view, long count)
{
	(void)count;
	move(view, -half(view));
}

/* A page moves the view by all but one row and the cursor with it. */
static void page(struct view *view, int direction)
{
	struct headlines *state = view->state;
	int64_t rows = state->height > 1 ? state->height - 1 : 1;

	state->top += direction * rows;
	move(view, direction * rows);
}

static void run_page_down(struct view *view, long count)
{
	(void)count;
	page(view, 1);
}

static void run_page_up(struct view *view, long count)
{
	(void)count;
	page(view, -1);
}

static void run_first(struct view *view, long count)
{
	(void)count;
	headlines_move_to_position(view, 0);
}

static void run_last(struct view *view, long count)
{
	const struct headlines *state = view->state;

	headlines_move_to_position(view, count ? count - 1 : state->total - 1);
}

static void step_unread(struct view *view, int direction)
{
	if (headlines_step(view, direction, true) == 0)
		ui_notice(view->ui, direction > 0 ? "no unread article below" : "no unread article above");
}

static void run_next(struct view *view, long count)
{
	(void)count;
	step_unread(view, 1);
}

static void run_previous(struct view *view, long count)
{
	(void)count;
	step_unread(view, -1);
}

/* The rows move and the cursor stays where it is on the screen. */
static void turn_wheel(struct view *view, int direction)
{
	((struct headlines *)view->state)->top += direction * WHEEL_ROWS;
	move(view, direction * WHEEL_ROWS);
}

/* ---- what is done to articles */

static const struct headline *current_or_say(struct view *view)
{
	const struct headline *row = headlines_current(view);

	if (row == NULL)
		ui_notice(view->ui, "there is no article here");
	return row;
}

static void run_open(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row)
		reader_open(view->ui, row->id, view);
}

/* The first click goes to a row, another one opens it. */
static void click(struct view *view, int row, int column)
{
	struct headlines *state = view->state;
	int64_t position = state->top + row - view->area.row;

	(void)column;
	if (row - view->area.row >= state->height || position >= state->total)
		return;
	if (position == state->cursor)
		run_open(view, 0);
	else
		headlines_move_to_position(view, position);
}

static void run_toggle_read(struct view *view, long count)
{
	bool are_read;

	(void)count;
	if (!select_take(view, &are_read, NULL))
		return;
	ui_mark(view->ui, are_read ? STORE_UNREAD : STORE_READ, view->ui->targets, view->ui->target_count);
	headlines_take_states(view);
}

static void run_toggle_star(struct view *view, long count)
{
	bool are_starred;

	(void)count;
	if (!select_take(view, NULL, &are_starred))
		return;
	ui_mark(view->ui, are_starred ? STORE_UNSTAR : STORE_STAR, view->ui->targets, view->ui->target_count);
	headlines_take_states(view);
}

static void run_select(struct view *view, long count)
{
	(void)count;
	select_toggle(view);
}

static void run_select_range(struct view *view, long count)
{
	(void)count;
	select_range(view);
}

static void run_save(struct view *view, long count)
{
	(void)count;
	if (select_take(view, NULL, NULL))
		give_save(view);
}

static void run_pipe(struct view *view, long count)
{
	(void)count;
	if (select_take(view, NULL, NULL))
		give_pipe(view);
}

static void mark_rows(struct view *view, int64_t most)
{
	struct headlines *state = view->state;
	struct arena arena = {0};
	int64_t *ids;
	size_t count;
	struct error error;

	if (state->list == NULL || state->total == 0)
		return;
	if (!store_list_ids(state->list, &arena, &ids, &count, &error))
		ui_error(view->ui, &error);
	else
		ui_mark(view->ui, STORE_READ, ids, most < (int64_t)count ? (size_t)most : count);
	headlines_take_states(view);
	arena_finish(&arena);
}

static void run_read_above(struct view *view, long count)
{
	const struct headlines *state = view->state;

	(void)count;
	mark_rows(view, state->cursor + 1);
}

static void run_read_all(struct view *view, long count)
{
	(void)count;
	mark_rows(view, INT64_MAX);
}

static void run_browse(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row)
		ui_browse(view->ui, row->link);
}

static void run_copy(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row)
		ui_copy(view->ui, row->link, "the address");
}

/* ---- the filter */

static void run_pop_filter(struct view *view, long count)
{
	const struct headlines *state = view->state;

	(void)count;
	if (state->chips.count)
		filter_drop_last(view);
	else if (view->ui->depth > 1)
		ui_pop(view->ui);
	else
		ui_notice(view->ui, "no filter is in force; q leaves");
}

static void run_cancel(struct view *view, long count)
{
	const struct headlines *state = view->state;

	(void)count;
	if (state->selected.count)
		select_clear(view);
	else if (state->chips.count)
		filter_drop_last(view);
	else
		ui_notice(view->ui, "nothing to cancel; q leaves");
}

static void run_tags(struct view *view, long count)
{
	(void)count;
	tagpicker_open(view);
}

static void run_filter(struct view *view, long count)
{
	(void)count;
	filter_ask(view);
}

/* In the whole library: without the filter in force. */
static void run_search_library(struct view *view, long count)
{
	(void)count;
	headlines_set_filter(view, STR(""), NULL);
	filter_ask_words(view);
}

static void run_search(struct view *view, long count)
{
	(void)count;
	filter_ask_words(view);
}

static void run_saved(struct view *view, long count)
{
	(void)count;
	savedpicker_open(view);
}

static void run_label(struct view *view, long count)
{
	(void)count;
	if (select_take(view, NULL, NULL))
		label_ask(view);
}

static void run_info(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row)
		info_open(view, row->id);
}

static void run_like_this(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row)
		likethis_open(view, row->id);
}

/* ---- the order */

static void sort_by(struct view *view, enum query_sort sort, bool is_reversed)
{
	struct arena arena = {0};
	struct query query;

	headlines_copy_query(view, &arena, &query);
	query.has_sort = sort != QUERY_SORT_NEWEST || is_reversed;
	query.sort = sort;
	query.is_reversed = is_reversed;
	headlines_set_query(view, &query);
	arena_finish(&arena);
}

#define SORT(function, sort, is_reversed)                                                                    \
	static void function(struct view *view, long count)                                                  \
	{                                                                                                    \
		(void)count;                                                                                 \
		sort_by(view, sort, is_reversed);                                                            \
	}

SORT(run_newest, QUERY_SORT_NEWEST, false)
SORT(run_oldest, QUERY_SORT_OLDEST, false)
SORT(run_unread_first, QUERY_SORT_UNREAD, false)
SORT(run_by_feed, QUERY_SORT_FEED, false)
SORT(run_by_title, QUERY_SORT_TITLE, false)
SORT(run_longest, QUERY_SORT_LENGTH, true)
SORT(run_best, QUERY_SORT_RELEVANCE, false)

static void run_turn_round(struct view *view, long count)
{
	const struct headlines *state = view->state;

	(void)count;
	sort_by(view, state->query.sort, !state->query.is_reversed);
}

static void toggle_state(struct view *view, struct str name)
{
	struct arena arena = {0};
	struct query query;

	headlines_copy_query(view, &arena, &query);
	query_set_state(&query, name, !query_has_state(&query, name), &arena);
	headlines_set_query(view, &query);
	arena_finish(&arena);
}

static void run_starred(struct view *view, long count)
{
	(void)count;
	toggle_state(view, STR("starred"));
}

static void run_unread(struct view *view, long count)
{
	(void)count;
	toggle_state(view, STR("unread"));
}

static void run_next_feed(struct view *view, long count)
{
	(void)count;
	filter_step_feed(view, 1);
}

static void run_previous_feed(struct view *view, long count)
{
	(void)count;
	filter_step_feed(view, -1);
}

static void run_reload(struct view *view, long count)
{
	const struct headline *row = current_or_say(view);

	(void)count;
	if (row == NULL)
		return;
	engine_refresh(view->ui->engine, &row->feed, 1, true);
	ui_notice(view->ui, "asking %.*s what is new", STR_ARG(row->feed_title));
}

#define OWN(name, keys, help)                                                                                \
	{                                                                                                    \
		"headlines", name, keys, help                                                                \
	}
#define SHARED(name)                                                                                         \
	{                                                                                                    \
		"headlines", name, NULL, NULL                                                                \
	}

static const struct action actions[] = {
	{OWN("next-feed", "J", "next feed, keeping the rest of the filter"), run_next_feed, false},
	{OWN("previous-feed", "K", "feed before, keeping the rest of the filter"), run_previous_feed, false},
	{OWN("sort-newest", "cn", "newest first"), run_newest, false},
	{OWN("sort-oldest", "co", "oldest first"), run_oldest, false},
	{OWN("sort-unread", "cu", "unread first"), run_unread_first, false},
	{OWN("sort-feed", "cf", "by feed"), run_by_feed, false},
	{OWN("sort-title", "ct", "by title"), run_by_title, false},
	{OWN("sort-length", "cl", "longest first"), run_longest, false},
	{OWN("sort-relevance", "cr", "best match of the words first"), run_best, false},
	{OWN("sort-turn", "c-", "turn the order round"), run_turn_round, false},
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{SHARED("half-down"), run_half_down, false},
	{SHARED("half-up"), run_half_up, false},
	{SHARED("page-down"), run_page_down, false},
	{SHARED("page-up"), run_page_up, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, true},
	{SHARED("open"), run_open, false},
	{SHARED("next"), run_next, false},
	{SHARED("previous"), run_previous, false},
	{SHARED("previous-unread"), run_previous, false},
	{SHARED("toggle-read"), run_toggle_read, false},
	{SHARED("toggle-star"), run_toggle_star, false},
	{SHARED("read-above"), run_read_above, false},
	{SHARED("read-all"), run_read_all, false},
	{SHARED("browse"), run_browse, false},
	{SHARED("copy"), run_copy, false},
	{SHARED("pop-filter"), run_pop_filter, false},
	{SHARED("cancel"), run_cancel, false},
	{SHARED("reload"), run_reload, false},
	{SHARED("tags"), run_tags, false},
	{SHARED("go-tags"), run_tags, false},
	{SHARED("filter"), run_filter, false},
	{SHARED("search"), run_search, false},
	{SHARED("search-library"), run_search_library, false},
	{SHARED("saved"), run_saved, false},
	{SHARED("label"), run_label, false},
	{SHARED("save"), run_save, false},
	{SHARED("pipe"), run_pipe, false},
	{SHARED("select"), run_select, false},
	{SHARED("select-range"), run_select_range, false},
	{SHARED("info"), run_info, false},
	{SHARED("like-this"), run_like_this, false},
	{SHARED("go-starred"), run_starred, false},
	{SHARED("go-unread"), run_unread, false},
};

const struct view_type view_headlines = {
	.name = "headlines",
	.title = "the headlines",
	.help = "the articles that the filter leaves",
	.state_size = sizeof(struct headlines),
	.open = open_headlines,
	.close = close_headlines,
	.draw = headlines_draw,
	.bar = headlines_draw_bar,
	.click = click,
	.wheel = turn_wheel,
	.event = headlines_event,
	.hints = headlines_hints,
	.count_hints = "last=row|down=rows down|up=rows up|undo=changes back",
	.actions = actions,
	.action_count = COUNT_OF(actions),
};
