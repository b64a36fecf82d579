#include "quotes.h"

#include "dateline/base/utf8.h"
#include "picker.h"
#include "quoteinfo.h"
#include "quoterows.h"
#include "speaker.h"
#include "when.h"

#include <string.h>

/* ---- drawing */

static void scroll_to(struct panel *panel, size_t quote)
{
	size_t height = (size_t)panel->height, first = SIZE_MAX, last = 0;

	if (height == 0)
		return; /* it scrolls when it is drawn for the first time */
	for (size_t i = 0; i < panel->rows.count; i++) {
		if (panel->rows.items[i].quote != quote || panel->rows.items[i].kind == ROW_BLANK)
			continue;
		first = first == SIZE_MAX ? i : first;
		last = i;
	}
	if (first == SIZE_MAX)
		return;
	/* without room for who speaks and the words, the words */
	while (last - first >= height && panel->rows.items[first].kind != ROW_QUOTE)
		first++;
	if (last - first >= height)
		last = first + height - 1;
	if (last >= panel->top + height)
		panel->top = last - height + 1;
	if (first < panel->top)
		panel->top = first;
}

static void draw_row(
	struct view *view, struct cells *cells, struct area area, int row, const struct panel_row *item)
{
	bool is_focus = item->kind == ROW_QUOTE && item->quote == panel_reader(view)->quote;
	style_t style = item->kind == ROW_SPEAKER       ? ROLE_SPEAKER
			: item->kind == ROW_DESCRIPTION ? ROLE_META
			: is_focus                      ? ROLE_QUOTE_FOCUS
							: ROLE_QUOTE;
	int column = item->kind == ROW_QUOTE ? 3 : 1;

	if (is_focus)
		cells_focus(cells, area, row, 1, "|", ROLE_QUOTE_FOCUS);
	cells_put(cells, area, row, column, item->text, style);
	cells_put(
		cells, area, row, area.columns - 1 - (int)utf8_columns(item->right), item->right, ROLE_META);
}

static size_t count_shown(const struct view *view)
{
	size_t count = 0;

	for (size_t i = 0; i < panel_reader(view)->entry.article.quotes.count; i++)
		count += panel_shows(view, i);
	return count;
}

static size_t count_indirect(const struct view *view)
{
	const struct quote_list *quotes = &panel_reader(view)->entry.article.quotes;
	size_t count = 0;

	for (size_t i = 0; i < quotes->count; i++)
		count += quotes->items[i].kind == QUOTE_INDIRECT &&
			 panel_has_chosen(view->state, &quotes->items[i]);
	return count;
}

static void draw_head(struct view *view, struct cells *cells, struct area area)
{
	const struct panel *panel = view->state;
	struct arena arena = {0};
	size_t count = count_shown(view);
	size_t indirect = panel_reader(view)->shows_indirect ? 0 : count_indirect(view);
	struct str right = arena_printf(&arena, "%zu quote%s%s", count, count == 1 ? "" : "s",
		panel->is_in_order ? ", in order" : "");
	style_t style = view->owner->side_has_focus ? ROLE_TITLE : ROLE_META;

	if (indirect)
		right = arena_printf(&arena, "%.*s, %zu indirect", STR_ARG(right), indirect);
	cells_put_cut(cells, area, 0, 1, area.columns - 2, STR("Who said what"), style);
	if ((int)utf8_columns(right) + 18 < area.columns)
		cells_put(cells, area, 0, area.columns - 1 - (int)utf8_columns(right), right, ROLE_META);
	arena_finish(&arena);
}

static bool has_head(struct area area)
{
	return area.rows > 3;
}

static void draw_panel(struct view *view, struct cells *cells, struct area area)
{
	struct panel *panel = view->state;
	bool is_new;

	if (has_head(area)) {
		draw_head(view, cells, area_rows(area, 0, 1));
		area = area_rows(area, 1, area.rows - 1);
	}
	is_new = panel->height == 0;
	panel->height = area.rows;
	if (is_new || panel->is_stale || panel->columns != area.columns) {
		panel_make_rows(view, area.columns);
		scroll_to(panel, panel_reader(view)->quote);
	}
	if (panel->rows.count == 0)
		cells_put_cut(cells, area, 0, 1, area.columns - 2, STR("Nobody is quoted in this article."),
			ROLE_META);
	for (int row = 0; row < area.rows && panel->top + (size_t)row < panel->rows.count; row++)
		draw_row(view, cells, area, row, &panel->rows.items[panel->top + (size_t)row]);
}

/* ---- moving */

/* The quotations in the order of the panel, one after the other. */
static size_t neighbour(struct view *view, size_t quote, int direction)
{
	struct panel *panel = view->state;
	size_t before = QUOTE_NONE;
	bool is_past = quote == QUOTE_NONE;

	panel_make_rows(view, panel->columns);
	for (size_t i = 0; i < panel->rows.count; i++) {
		const struct panel_row *row = &panel->rows.items[i];

		if (row->kind != ROW_QUOTE || row->quote == before)
			continue;
		if (direction > 0 && is_past)
			return row->quote;
		if (row->quote == quote) {
			if (direction < 0)
				return before;
			is_past = true;
		}
		before = row->quote;
	}
	return direction < 0 && quote == QUOTE_NONE ? before : QUOTE_NONE;
}

static void focus(struct view *view, size_t quote)
{
	reader_focus_quote(view->owner, quote);
}

static void step(struct view *view, long count, int direction)
{
	for (long i = 0; i < (count ? count : 1); i++) {
		size_t next = neighbour(view, panel_reader(view)->quote, direction);

		if (next == QUOTE_NONE) {
			ui_notice(view->ui,
				direction > 0 ? "this is the last quotation" : "this is the first quotation");
			return;
		}
		focus(view, next);
	}
}

static void run_down(struct view *view, long count)
{
	step(view, count, 1);
}

static void run_up(struct view *view, long count)
{
	step(view, count, -1);
}

static void turn_wheel(struct view *view, int direction)
{
	step(view, 1, direction);
}

/* The text follows, as with the keys. */
static void click(struct view *view, int row, int column)
{
	const struct panel *panel = view->state;
	int clicked = row - view->area.row - has_head(view->area);
	size_t index = panel->top + (size_t)clicked;

	(void)column;
	if (clicked >= 0 && index < panel->rows.count)
		focus(view, panel->rows.items[index].quote);
}

static void run_first(struct view *view, long count)
{
	size_t first = neighbour(view, QUOTE_NONE, 1);

	(void)count;
	if (first != QUOTE_NONE)
		focus(view, first);
}

static void run_last(struct view *view, long count)
{
	size_t last = neighbour(view, QUOTE_NONE, -1);

	(void)count;
	if (last != QUOTE_NONE)
		focus(view, last);
}

static void run_half_down(struct view *view, long count)
{
	(void)count;
	step(view, 3, 1);
}

static void run_half_up(struct view *view, long count)
{
	(void)count;
	step(view, 3, -1);
}

static void step_same_speaker(struct view *view, int direction)
{
	size_t here = panel_reader(view)->quote, next = here;

	if (here == QUOTE_NONE)
		return;
	while ((next = reader_next_quote(panel_reader(view), next, direction)) != QUOTE_NONE)
		if (panel_shows(view, next) && panel_same_speaker(view, next, here)) {
			focus(view, next);
			return;
		}
	ui_notice(view->ui, "no further quotation of %.*s", STR_ARG(quote_speaker(panel_quote(view, here))));
}

static void run_same_next(struct view *view, long count)
{
	(void)count;
	step_same_speaker(view, 1);
}

static void run_same_previous(struct view *view, long count)
{
	(void)count;
	step_same_speaker(view, -1);
}

static void run_land(struct view *view, long count)
{
	(void)count;
	view->owner->side_has_focus = false;
	view->owner->is_zoomed = false;
}

static void close_self(struct view *view)
{
	struct view *owner = view->owner;

	owner->side = NULL;
	owner->side_has_focus = owner->is_zoomed = false;
	((struct reader *)owner->state)->shows_indirect = false;
	view_destroy(view);
}

static void run_close(struct view *view, long count)
{
	(void)count;
	close_self(view);
}

/* ---- what is shown */

static void run_order(struct view *view, long count)
{
	struct panel *panel = view->state;

	(void)count;
	panel->is_in_order = !panel->is_in_order;
	panel_show_anew(view);
	ui_notice(view->ui, panel->is_in_order ? "in the order said" : "by speaker");
}

static void run_indirect(struct view *view, long count)
{
	struct reader *reader = panel_reader(view);

	(void)count;
	reader->shows_indirect = !reader->shows_indirect;
	if (reader->quote != QUOTE_NONE && !reader_quote_is_shown(reader, reader->quote))
		focus(view, neighbour(view, QUOTE_NONE, 1));
	panel_show_anew(view);
	ui_notice(view->ui, reader->shows_indirect ? "with what was said without quotation marks"
						   : "only what stands in quotation marks");
}

static void add_speaker_row(struct view *view, struct picker *picker, size_t index)
{
	const struct panel *panel = view->state;
	struct picker_row *row = picker_add(picker);
	size_t count = 0;

	for (size_t i = 0; i < panel_reader(view)->entry.article.quotes.count; i++)
		count += reader_quote_is_shown(panel_reader(view), i) && panel_same_speaker(view, i, index);
	row->name = arena_copy(&picker->arena, quote_speaker(panel_quote(view, index)));
	row->detail = arena_printf(&picker->arena, "%zu", count);
	row->mark = panel->chosen.count && panel_has_chosen(panel, panel_quote(view, index))
			    ? QUERY_MARK_MUST
			    : QUERY_MARK_NONE;
}

static bool is_first_of_speaker(const struct view *view, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (reader_quote_is_shown(panel_reader(view), i) && panel_same_speaker(view, i, index))
			return false;
	return reader_quote_is_shown(panel_reader(view), index);
}

static void load_speakers(struct view *view, struct picker *picker)
{
	for (size_t i = 0; i < panel_reader(view)->entry.article.quotes.count; i++)
		if (is_first_of_speaker(view, i))
			add_speaker_row(view, picker, i);
	picker->built = STR("(all speakers)");
}

static void forget_chosen(struct panel *panel)
{
	arena_reset(&panel->chosen_arena);
	panel->chosen = (struct str_list){0};
}

static void show_chosen(struct view *view)
{
	size_t first;

	panel_show_anew(view);
	first = neighbour(view, QUOTE_NONE, 1);
	if (first != QUOTE_NONE &&
		(panel_reader(view)->quote == QUOTE_NONE || !panel_shows(view, panel_reader(view)->quote)))
		focus(view, first);
}

static void choose_speaker(struct view *view, const struct picker_row *row)
{
	struct panel *panel = view->state;

	forget_chosen(panel);
	*LIST_PUSH(&panel->chosen_arena, &panel->chosen) = arena_copy(&panel->chosen_arena, row->name);
	show_chosen(view);
	ui_notice(view->ui, "only %.*s; W chooses others", STR_ARG(row->name));
}

static void apply_speakers(struct view *view, struct picker *picker)
{
	struct panel *panel = view->state;

	forget_chosen(panel);
	for (size_t i = 0; i < picker->rows.count; i++)
		if (picker->rows.items[i].mark == QUERY_MARK_MUST)
			*LIST_PUSH(&panel->chosen_arena, &panel->chosen) =
				arena_copy(&panel->chosen_arena, picker->rows.items[i].name);
	show_chosen(view);
}

static void speakers_marked(struct view *view, struct picker *picker)
{
	struct str built = STR("");

	(void)view;
	for (size_t i = 0; i < picker->rows.count; i++)
		if (picker->rows.items[i].mark == QUERY_MARK_MUST)
			built = arena_printf(&picker->arena, "%.*s%s%.*s", STR_ARG(built),
				built.length ? ", " : "", STR_ARG(picker->rows.items[i].name));
	picker->built = built.length ? built : STR("(all speakers)");
}

static const struct picker_source speakers = {
	.title = "Speakers",
	.foot = "Enter show  Tab mark  Esc close",
	.marks = 1u << QUERY_MARK_MUST,
	.load = load_speakers,
	.choose = choose_speaker,
	.apply = apply_speakers,
	.marked = speakers_marked,
};

static void run_speakers(struct view *view, long count)
{
	(void)count;
	picker_open(view, &speakers, 0);
}

/* ---- what is known of a quotation */

static bool has_focus(struct view *view)
{
	if (panel_reader(view)->quote != QUOTE_NONE)
		return true;
	ui_notice(view->ui, "no quotation is selected; j selects the first");
	return false;
}

static void run_info(struct view *view, long count)
{
	(void)count;
	if (has_focus(view))
		quoteinfo_open(view, panel_reader(view)->quote);
}

static void run_like_this(struct view *view, long count)
{
	const struct quote *quote;

	(void)count;
	if (!has_focus(view))
		return;
	quote = panel_quote(view, panel_reader(view)->quote);
	if (quote->speaker.length)
		speaker_open(view->ui, quote->speaker);
	else
		ui_notice(view->ui, "nobody is named for this quotation");
}

static void run_copy(struct view *view, long count)
{
	const struct reader *reader = panel_reader(view);
	const struct quote *quote;
	struct arena arena = {0};
	char when[WHEN_SIZE];

	(void)count;
	if (!has_focus(view))
		return;
	quote = panel_quote(view, reader->quote);
	ui_copy(view->ui,
		arena_printf(&arena, "%.*s\n— %.*s%s%.*s, %.*s, %.*s\n%.*s",
			STR_ARG(panel_whole_text(view, reader->quote, &arena)), STR_ARG(quote_speaker(quote)),
			quote->speaker.length && quote->role.length ? ", " : "",
			STR_ARG(quote->speaker.length ? quote->role : STR("")),
			STR_ARG(reader->entry.feed_title),
			STR_ARG(when_date(reader->entry.article.published, when)),
			STR_ARG(reader->entry.article.link)),
		"the quotation with its source");
	arena_finish(&arena);
}

static void run_copy_words(struct view *view, long count)
{
	(void)count;
	if (has_focus(view))
		ui_copy(view->ui, panel_quote(view, panel_reader(view)->quote)->text, "the words");
}

/* ---- the view */

static void open_panel(struct view *view, const void *what)
{
	struct panel *panel = view->state;

	(void)what;
	panel->columns = view->ui->middle.columns;
	panel->is_stale = true;
}

static void close_panel(struct view *view)
{
	struct panel *panel = view->state;

	arena_finish(&panel->arena);
	arena_finish(&panel->chosen_arena);
}

void quotes_follow(struct view *view, size_t quote)
{
	struct panel *panel = view->state;

	if (quote != QUOTE_NONE)
		scroll_to(panel, quote);
}

void quotes_take_article(struct view *view)
{
	forget_chosen(view->state);
	panel_show_anew(view);
}

void quotes_toggle(struct view *view)
{
	struct reader *reader = view->state;

	if (view->side) {
		close_self(view->side);
		return;
	}
	if (reader_next_quote(reader, QUOTE_NONE, 1) == QUOTE_NONE) {
		ui_notice(view->ui, "nobody is quoted in this article");
		return;
	}
	view->side = view_create(view->ui, &view_quotes, view, NULL);
	view->side_has_focus = true;
	reader_focus_nearest(view);
}

static const char *quotes_hints(const struct view *view)
{
	(void)view;
	return "down=next|open=go there|speakers=speakers|next-by-speaker=same speaker|like-this=more by them|info=how sure|copy=copy|order=order|"
	       "indirect=indirect|pane-next=text|close-panel=close|help=all keys";
}

#define SHARED(name)                                                                                         \
	{                                                                                                    \
		"quotes", name, NULL, NULL                                                                   \
	}
#define OWN(name, keys, help)                                                                                \
	{                                                                                                    \
		"quotes", name, keys, help                                                                   \
	}

static const struct action actions[] = {
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{OWN("next-quotation", ")", "next quotation; the text follows"), run_down, true},
	{OWN("previous-quotation", "(", "quotation before; the text follows"), run_up, true},
	{OWN("next-by-speaker", "J", "next quotation by the same speaker"), run_same_next, false},
	{OWN("previous-by-speaker", "K", "quotation before by the same speaker"), run_same_previous, false},
	{OWN("speakers", "W", "choose speakers"), run_speakers, false},
	{OWN("order", "c", "in the order said, or by speaker"), run_order, false},
	{OWN("indirect", "I", "with what was said without quotation marks, or not"), run_indirect, false},
	{OWN("copy-words", "Y", "copy only the words"), run_copy_words, false},
	{OWN("close-panel", "w q", "close the panel"), run_close, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, false},
	{SHARED("half-down"), run_half_down, false},
	{SHARED("half-up"), run_half_up, false},
	{SHARED("open"), run_land, false},
	{SHARED("cancel"), run_land, false},
	{SHARED("back"), run_close, false},
	{SHARED("info"), run_info, false},
	{SHARED("like-this"), run_like_this, false},
	{SHARED("copy"), run_copy, false},
};

const struct view_type view_quotes = {
	.name = "quotes",
	.title = "the quotations",
	.help = "who said what in this article",
	.state_size = sizeof(struct panel),
	.open = open_panel,
	.close = close_panel,
	.draw = draw_panel,
	.click = click,
	.wheel = turn_wheel,
	.hints = quotes_hints,
	.count_hints = "down=quotations on|up=quotations back|browse=open link|copy=copy link",
	.actions = actions,
	.action_count = COUNT_OF(actions),
};
