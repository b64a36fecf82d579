#include "feeds.h"

#include "dateline/base/utf8.h"
#include "dateline/store/feeds.h"
#include "facts.h"
#include "feedrows.h"
#include "feedsettings.h"
#include "filter.h"
#include "headlines.h"
#include "when.h"

#include <string.h>

/* ---- drawing */

static void draw_bar(struct view *view, struct cells *cells, struct area area)
{
	const struct feeds *state = view->state;
	struct arena arena = {0};

	bar_draw(cells, area,
		state->words.length ? arena_printf(&arena, "dateline › sources › %.*s", STR_ARG(state->words))
		: state->only_broken ? STR("dateline › broken feeds")
				     : STR("dateline › sources"),
		arena_printf(&arena, "%zu feed%s", state->feed_count, state->feed_count == 1 ? "" : "s"));
	arena_finish(&arena);
}

static void draw_counts(
	struct cells *cells, struct area area, int row, const struct feed_row *item, style_t style)
{
	char unread[WHEN_SIZE], all[WHEN_SIZE], text[2 * WHEN_SIZE + 4];

	number_grouped(item->unread, unread);
	number_grouped(item->articles, all);
	snprintf(text, sizeof text, "%8s %8s", unread, all);
	cells_put(cells, area, row, area.columns - 18, str_from(text), style);
}

static void draw_linear_row(
	struct cells *cells, struct area area, int row, const struct feed_row *item, bool is_focus)
{
	struct arena arena = {0};
	struct str text = item->name;

	if (item->kind != FEED_ROW_HEADING)
		text = arena_printf(&arena, "%.*s: %lld unread of %lld%s%.*s", STR_ARG(item->name),
			(long long)item->unread, (long long)item->articles, item->cause.length ? ", " : "",
			STR_ARG(item->cause));
	if (is_focus)
		cells_focus(cells, area, row, 0, " ", ROLE_FOCUS);
	cells_put_cut(cells, area, row, 0, area.columns, text, is_focus ? ROLE_FOCUS : ROLE_TEXT);
	arena_finish(&arena);
}

static void draw_row(
	struct cells *cells, struct area area, int row, const struct feed_row *item, bool is_focus)
{
	style_t style = item->kind == FEED_ROW_HEADING ? ROLE_HEADING
			: item->unread                 ? ROLE_UNREAD
						       : ROLE_TEXT;
	int indent = item->kind == FEED_ROW_FEED ? 4 : 2, end = area.columns - 1, column;

	if (is_focus)
		cells_focus(cells, area, row, 0, ">", ROLE_FOCUS);
	/* of a feed that fails the cause is what matters */
	if (area.columns >= 40 && item->kind != FEED_ROW_HEADING && !item->is_broken) {
		draw_counts(cells, area, row, item, ROLE_META);
		end = area.columns - 19;
	}
	if (area.columns >= 70 && item->picture.length && !item->is_broken) {
		end -= STORE_ACTIVITY_DAYS + 1;
		cells_put(cells, area, row, end, item->picture, ROLE_META);
	}
	column = cells_put_cut(cells, area, row, indent,
		item->is_broken ? (end - indent) * 2 / 5 : end - indent - 1, item->name, style);
	if (is_focus)
		cells_restyle(cells, area, row, indent, column - indent, ROLE_FOCUS);
	if (item->cause.length)
		cells_put_cut(cells, area, row, column + 2, end - column - 3, item->cause, ROLE_ERROR);
}

static void draw_feeds(struct view *view, struct cells *cells, struct area area)
{
	struct feeds *state = view->state;

	state->height = area.rows;
	if (state->is_stale && view->ui->takes_news)
		feeds_load(view);
	feeds_scroll(state);
	if (state->rows.count == 0)
		cells_put_cut(cells, area, area.rows > 1, 2, area.columns - 2,
			state->only_broken ? STR("No feed is broken.") : STR("There is no such feed."),
			ROLE_META);
	for (int row = 0; row < area.rows && state->top + (size_t)row < state->rows.count; row++)
		(cells->is_linear ? draw_linear_row : draw_row)(cells, area, row,
			&state->rows.items[state->top + (size_t)row],
			state->top + (size_t)row == state->cursor);
}

/* ---- moving */

static const struct feed_row *current(const struct view *view)
{
	const struct feeds *state = view->state;

	return state->cursor < state->rows.count ? &state->rows.items[state->cursor] : NULL;
}

static void run_down(struct view *view, long count)
{
	feeds_move(view->state, count ? count : 1);
}

static void run_up(struct view *view, long count)
{
	feeds_move(view->state, -(count ? count : 1));
}

static void turn_wheel(struct view *view, int direction)
{
	struct feeds *state = view->state;

	if (direction > 0 || state->top > WHEEL_ROWS)
		state->top += (size_t)(direction * WHEEL_ROWS);
	else
		state->top = 0;
	feeds_move(state, direction * WHEEL_ROWS);
}

static long page_rows(const struct view *view)
{
	const struct feeds *state = view->state;

	return state->height > 1 ? state->height - 1 : 1;
}

static void run_half_down(struct view *view, long count)
{
	(void)count;
	feeds_move(view->state, (page_rows(view) + 1) / 2);
}

static void run_half_up(struct view *view, long count)
{
	(void)count;
	feeds_move(view->state, -(page_rows(view) + 1) / 2);
}

static void run_page_down(struct view *view, long count)
{
	(void)count;
	feeds_move(view->state, page_rows(view));
}

static void run_page_up(struct view *view, long count)
{
	(void)count;
	feeds_move(view->state, -page_rows(view));
}

static void run_first(struct view *view, long count)
{
	struct feeds *state = view->state;

	(void)count;
	feeds_move(state, -(long)state->rows.count);
}

static void run_last(struct view *view, long count)
{
	struct feeds *state = view->state;

	if (count)
		feeds_move(state, count - 1 - (long)state->cursor);
	else
		feeds_move(state, (long)state->rows.count);
}

static void step_unread(struct view *view, int direction)
{
	struct feeds *state = view->state;
	size_t at = state->cursor;

	while ((direction > 0 && at + 1 < state->rows.count) || (direction < 0 && at > 0)) {
		at += (size_t)direction;
		if (state->rows.items[at].kind == FEED_ROW_FEED && state->rows.items[at].unread) {
			feeds_move(state, (long)at - (long)state->cursor);
			return;
		}
	}
	ui_notice(view->ui,
		direction > 0 ? "no feed with unread articles below" : "no feed with unread articles above");
}

static void run_next_unread(struct view *view, long count)
{
	(void)count;
	step_unread(view, 1);
}

static void run_previous_unread(struct view *view, long count)
{
	(void)count;
	step_unread(view, -1);
}

/* ---- what is done */

static void run_open(struct view *view, long count)
{
	const struct feed_row *row = current(view);

	(void)count;
	if (row && row->kind != FEED_ROW_HEADING)
		ui_push(view->ui, &view_headlines, &row->query);
}

/* The first click goes to a row, another one opens it. */
static void click(struct view *view, int row, int column)
{
	struct feeds *state = view->state;
	size_t clicked = state->top + (size_t)(row - view->area.row);

	(void)column;
	if (clicked >= state->rows.count || state->rows.items[clicked].kind == FEED_ROW_HEADING)
		return;
	if (clicked == state->cursor)
		run_open(view, 0);
	else
		state->cursor = clicked;
}

static int64_t feed_or_say(struct view *view)
{
	const struct feed_row *row = current(view);

	if (row && row->kind == FEED_ROW_FEED)
		return row->feed;
	ui_notice(view->ui, "the cursor is not on a feed");
	return 0;
}

static void run_reload(struct view *view, long count)
{
	int64_t feed = feed_or_say(view);

	(void)count;
	if (feed) {
		engine_refresh(view->ui->engine, &feed, 1, true);
		ui_notice(view->ui, "asking what is new");
	}
}

static void run_broken(struct view *view, long count)
{
	struct feeds *state = view->state;

	(void)count;
	state->only_broken = !state->only_broken;
	feeds_load(view);
}

static void toggle_property(struct view *view, const char *property, bool is_set, const char *said)
{
	int64_t feed = feed_or_say(view);

	if (feed == 0)
		return;
	engine_change_feed(view->ui->engine, feed, str_from(property), is_set ? STR("yes") : STR("no"));
	ui_notice(view->ui, "%s; U takes it back", said);
}

static void run_mute(struct view *view, long count)
{
	const struct feed_row *row = current(view);
	bool is_muted = row && row->is_muted;

	(void)count;
	toggle_property(
		view, "mute", !is_muted, is_muted ? "asked again from now on" : "muted: not asked any more");
}

static void run_full_text(struct view *view, long count)
{
	const struct feed_row *row = current(view);
	bool is_full = row && row->is_full_text;

	(void)count;
	toggle_property(view, "full-text", !is_full,
		is_full ? "the feed's own text from now on"
			: "the page of each new article is fetched from now on");
}

static bool accept_property(struct view *view, struct prompt *prompt, const char *property)
{
	int64_t feed = feed_or_say(view);

	if (feed)
		engine_change_feed(
			view->ui->engine, feed, str_from(property), str_trim(lineedit_text(&prompt->edit)));
	return true;
}

static bool accept_name(struct view *view, struct prompt *prompt)
{
	return accept_property(view, prompt, "title");
}

static bool accept_folder(struct view *view, struct prompt *prompt)
{
	return accept_property(view, prompt, "folder");
}

static const struct prompt_type name_prompt = {
	.label = "name of the feed:",
	.hint = "Enter take it; empty: the feed's own name  Esc leave it as it was",
	.history = HISTORY_SEARCH,
	.accepted = accept_name,
};

static const struct prompt_type folder_prompt = {
	.label = "folder of the feed:",
	.hint = "Enter take it; a/b is b in a; empty: none  Esc leave it as it was",
	.history = HISTORY_SEARCH,
	.accepted = accept_folder,
};

static void run_rename(struct view *view, long count)
{
	(void)count;
	if (feed_or_say(view))
		ui_ask(view, &name_prompt, current(view)->name);
}

static void run_folder(struct view *view, long count)
{
	(void)count;
	if (feed_or_say(view))
		ui_ask(view, &folder_prompt, current(view)->folder);
}

static void run_settings(struct view *view, long count)
{
	int64_t feed = feed_or_say(view);

	(void)count;
	if (feed)
		feed_settings_open(view, feed);
}

static void run_unsubscribe(struct view *view, long count)
{
	int64_t feed = feed_or_say(view);

	(void)count;
	if (feed == 0)
		return;
	ui_notice(
		view->ui, "removed, its articles stay; U takes it back: %.*s", STR_ARG(current(view)->name));
	engine_remove_feed(view->ui->engine, feed);
}

/* ---- / */

static void narrow(struct view *view, struct prompt *prompt)
{
	struct feeds *state = view->state;

	arena_reset(&state->words_arena);
	state->words = arena_copy(&state->words_arena, str_trim(lineedit_text(&prompt->edit)));
	feeds_load(view);
}

static bool accept_words(struct view *view, struct prompt *prompt)
{
	narrow(view, prompt);
	return true;
}

static void forget_words(struct view *view)
{
	struct feeds *state = view->state;

	state->words = STR_NONE;
	feeds_load(view);
}

static const struct prompt_type words_prompt = {
	.label = "feeds with:",
	.hint = "part of a name or an address  Enter keep  Esc show all",
	.history = HISTORY_SEARCH,
	.changed = narrow,
	.accepted = accept_words,
	.left = forget_words,
};

static void run_search(struct view *view, long count)
{
	(void)count;
	ui_ask(view, &words_prompt, STR(""));
}

static void run_cancel(struct view *view, long count)
{
	struct feeds *state = view->state;

	(void)count;
	if (state->words.length == 0 && !state->only_broken) {
		ui_notice(view->ui, "nothing to cancel; q goes back to the headlines");
		return;
	}
	state->only_broken = false;
	forget_words(view);
}

/* ---- i: the last attempts */

static void load_attempts(struct view *view, struct picker *picker)
{
	struct store_attempt_list attempts = {0};
	struct error error;

	if (!store_feed_attempts(view->ui->store, picker->subject, &picker->arena, &attempts, &error))
		ui_error(view->ui, &error);
	for (size_t i = 0; i < attempts.count; i++) {
		const struct store_attempt *attempt = &attempts.items[i];
		struct picker_row *row = picker_add(picker);
		char when[WHEN_SIZE];

		row->key = arena_copy(
			&picker->arena, when_short(attempt->time, ui_now(view->ui), WHEN_COLUMNS, when));
		row->name = attempt->failed ? attempt->cause
					    : arena_printf(&picker->arena, "%lld new, %lld changed%s%.*s",
						      (long long)attempt->fresh, (long long)attempt->changed,
						      attempt->cause.length ? "; repaired: " : "",
						      STR_ARG(attempt->cause));
		if (attempt->status)
			row->detail = arena_printf(&picker->arena, "%d", attempt->status);
	}
	if (attempts.count == 0)
		picker_add(picker)->name = STR("it was never asked");
}

static const struct picker_source attempts_source = {
	.title = "Last answers of the feed",
	.foot = "Enter copy the row  Esc close",
	.load = load_attempts,
	.choose = facts_copy,
};

static void run_info(struct view *view, long count)
{
	int64_t feed = feed_or_say(view);

	(void)count;
	if (feed)
		picker_open(view, &attempts_source, feed);
}

/* ---- the view */

static void open_view(struct view *view, const void *what)
{
	struct feeds *state = view->state;

	state->only_broken = *(const bool *)what;
	feeds_load(view);
}

static void close_view(struct view *view)
{
	struct feeds *state = view->state;

	arena_finish(&state->arena);
	arena_finish(&state->words_arena);
}

static void feeds_event(struct view *view, const struct engine_event *event)
{
	switch (event->kind) {
	case EVENT_FEED_ADDED:
	case EVENT_FEED_CHANGED:
	case EVENT_FEED_UPDATED:
	case EVENT_FEED_FAILED:
	case EVENT_SOURCE_LOADED:
	case EVENT_STATES_CHANGED:
	case EVENT_UNDONE:
	case EVENT_REDONE:
		((struct feeds *)view->state)->is_stale = true;
		break;
	default:
		break;
	}
}

void feeds_open(struct ui *ui, bool only_broken)
{
	struct view *feeds = ui_find(ui, &view_feeds);

	ui_pop_to(ui, feeds ? feeds : ui->stack[0]);
	if (feeds) {
		((struct feeds *)feeds->state)->only_broken = only_broken;
		forget_words(feeds);
	} else {
		ui_push(ui, &view_feeds, &only_broken);
	}
}

static const char *feeds_hints(const struct view *view)
{
	(void)view;
	return "open=headlines|next-with-unread=next unread|search=find|reload=reload|go-broken=broken|info=answers|"
	       "add=subscribe|back=back|help=all keys";
}

#define SHARED(name)                                                                                         \
	{                                                                                                    \
		"feeds", name, NULL, NULL                                                                    \
	}
#define OWN(name, keys, help)                                                                                \
	{                                                                                                    \
		"feeds", name, keys, help                                                                    \
	}

static const struct action actions[] = {
	{OWN("next-with-unread", "J n", "next feed with unread articles"), run_next_unread, false},
	{OWN("previous-with-unread", "K N p", "feed with unread articles before"), run_previous_unread,
		false},
	{OWN("rename", "cn", "name"), run_rename, false},
	{OWN("folder", "cf", "folder"), run_folder, false},
	{OWN("full-text-always", "cx", "full text of each new article, or not"), run_full_text, false},
	{OWN("mute", "cm", "mute, or ask again"), run_mute, false},
	{OWN("settings", "cc", "anything else of the feed: address, tags, interval, cookies and more"),
		run_settings, false},
	{OWN("unsubscribe", "cd", "unsubscribe; the articles stay"), run_unsubscribe, false},
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{SHARED("half-down"), run_half_down, false},
	{SHARED("half-up"), run_half_up, false},
	{SHARED("page-down"), run_page_down, false},
	{SHARED("page-up"), run_page_up, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, true},
	{SHARED("open"), run_open, false},
	{SHARED("reload"), run_reload, false},
	{SHARED("go-broken"), run_broken, false},
	{SHARED("search"), run_search, false},
	{SHARED("cancel"), run_cancel, false},
	{SHARED("info"), run_info, false},
};

const struct view_type view_feeds = {
	.name = "feeds",
	.title = "the list of feeds",
	.help = "saved queries, folders and feeds",
	.state_size = sizeof(struct feeds),
	.open = open_view,
	.close = close_view,
	.draw = draw_feeds,
	.bar = draw_bar,
	.click = click,
	.wheel = turn_wheel,
	.event = feeds_event,
	.hints = feeds_hints,
	.actions = actions,
	.action_count = COUNT_OF(actions),
};
