/* What the list of headlines looks like. */
#include "headlines.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "select.h"
#include "when.h"

#define SOURCE_FROM_COLUMNS 60 /* the source is shown from here on */
#define WIDE_FROM_COLUMNS 110  /* more of the source and of the date */
#define TIME_FROM_COLUMNS 40
#define PASSAGE_FROM_ROWS 10
#define PASSAGE_LINES 3

/* ---- the first line */

static struct str counts_text(struct view *view, struct arena *arena)
{
	const struct headlines *state = view->state;
	const struct ui *ui = view->ui;
	char total[WHEN_SIZE], all[WHEN_SIZE];
	struct str text;

	number_grouped(state->total, total);
	number_grouped(state->library_total, all);
	if (state->chips.count)
		text = arena_printf(arena, "%s of %s", total, all);
	else
		text = arena_printf(arena, "%s unread of %s", number_grouped(state->unread, total).data, all);
	if (state->hidden)
		text = arena_printf(
			arena, "%s hidden  %.*s", number_grouped(state->hidden, total).data, STR_ARG(text));
	if (state->broken)
		text = arena_printf(arena, "%lld broken  %.*s", (long long)state->broken, STR_ARG(text));
	if (state->selected.count)
		text = arena_printf(arena, "%zu selected  %.*s", state->selected.count, STR_ARG(text));
	if (ui->refresh_total)
		text = arena_printf(arena,
			ui->config->settings.linear ? "%.*s  asking %zu of %zu feeds" : "%.*s  ⟳ %zu/%zu",
			STR_ARG(text), ui->refresh_done, ui->refresh_total);
	return text;
}

void headlines_draw_bar(struct view *view, struct cells *cells, struct area area)
{
	const struct headlines *state = view->state;
	struct arena arena = {0};
	struct str right = counts_text(view, &arena);
	int room = area.columns - (int)utf8_columns(right) - 3, column;

	bar_draw(cells, area, STR("dateline"), right);
	column = 12;
	for (size_t i = 0; i < state->chips.count && column < room; i++) {
		int end = cells_put_cut(
			cells, area, 0, column, room - column, state->chips.items[i], ROLE_CHIP);

		column = end + 2;
	}
	arena_finish(&arena);
}

/* ---- rows */

/* A page or a text that was read alone is its own feed: then its host says more. */
static struct str source_of(const struct headline *row)
{
	return str_equal(row->feed_title, row->title) ? url_site(row->link) : row->feed_title;
}

/* The signs at the right end of a row. Returns the column where they start. */
static int draw_signs(struct cells *cells, struct area area, int row, const struct headline *headline)
{
	char quotes[WHEN_SIZE];
	int column = area.columns - 3;

	if (area.columns < TIME_FROM_COLUMNS)
		return area.columns;
	if (headline->is_starred)
		cells_sign(cells, area, row, column, "★", "*", ROLE_STAR);
	column -= 5;
	if (headline->quote_count) {
		int end = cells_sign(cells, area, row, column, "❝", "\"", ROLE_QUOTE);

		number_grouped(headline->quote_count < 999 ? headline->quote_count : 999, quotes);
		cells_put(cells, area, row, end, str_from(quotes), ROLE_QUOTE);
	}
	return column - 1;
}

/* The row as a sentence: what it is first, then the rest in the order of weight. */
static struct str row_in_words(struct view *view, const struct headline *row, struct arena *arena)
{
	char when[WHEN_SIZE];
	struct str quotes = row->quote_count ? arena_printf(arena, ", %u quotation%s", row->quote_count,
						       row->quote_count == 1 ? "" : "s")
					     : STR("");

	return arena_printf(arena, "%s%s%s%s: %.*s. %.*s, %.*s%.*s", row->is_read ? "read" : "unread",
		row->is_starred ? ", starred" : "", row->is_read && row->is_updated ? ", changed" : "",
		select_has(view->state, row->id) ? ", selected" : "", STR_ARG(headline_title(row)),
		STR_ARG(source_of(row)), STR_ARG(when_short(row->time, ui_now(view->ui), WHEN_COLUMNS_WIDE, when)),
		STR_ARG(quotes));
}

static void draw_linear_row(struct view *view, struct cells *cells, struct area area, int row,
	const struct headline *headline, bool is_focus)
{
	struct arena arena = {0};

	if (is_focus)
		cells_focus(cells, area, row, 0, " ", ROLE_FOCUS);
	cells_put_cut(cells, area, row, 0, area.columns, row_in_words(view, headline, &arena),
		is_focus            ? ROLE_FOCUS
		: headline->is_read ? ROLE_READ
				    : ROLE_UNREAD);
	arena_finish(&arena);
}

static void draw_row(struct view *view, struct cells *cells, struct area area, int row,
	const struct headline *headline, bool is_focus)
{
	style_t style = headline->is_read ? ROLE_READ : ROLE_UNREAD;
	bool is_wide = area.columns >= WIDE_FROM_COLUMNS;
	int column = 3, end = draw_signs(cells, area, row, headline), from;
	int time_columns = is_wide ? WHEN_COLUMNS_WIDE : WHEN_COLUMNS;
	char when[WHEN_SIZE];

	if (is_focus)
		cells_focus(cells, area, row, 0, ">", ROLE_FOCUS);
	/* one style for the beginning of a row: each change of style is a dozen bytes to the terminal */
	cells_fill(cells, area_columns(area_rows(area, row, 1), 1, 2), ROLE_META);
	if (!headline->is_read)
		cells_sign(cells, area, row, 1, "●", "*", ROLE_META);
	else if (headline->is_updated)
		cells_sign(cells, area, row, 1, "±", "+", ROLE_META);
	if (select_has(view->state, headline->id))
		cells_put(cells, area, row, 2, STR("+"), ROLE_KEY);
	if (area.columns >= TIME_FROM_COLUMNS) {
		cells_fill(cells, area_columns(area_rows(area, row, 1), column, time_columns + 1), ROLE_META);
		cells_put(cells, area, row, column,
			when_short(headline->time, ui_now(view->ui), time_columns, when), ROLE_META);
		column += time_columns + 1;
	}
	if (area.columns >= SOURCE_FROM_COLUMNS) {
		int width = is_wide ? 20 : 12;

		cells_fill(cells, area_columns(area_rows(area, row, 1), column, width + 1), ROLE_META);
		cells_put_cut(cells, area, row, column, width, source_of(headline), ROLE_META);
		column += width + 1;
	}
	from = column;
	column = cells_put_cut(cells, area, row, column, end - column, headline_title(headline), style);
	/* The sign and the time, not the whole row: on a slow line a key down must cost little. */
	if (is_focus)
		cells_restyle(cells, area, row, 1, from > 3 ? time_columns + 2 : column - 1, ROLE_FOCUS);
}

/* How many articles each term of the filter alone would leave: which one is to blame. */
static void draw_nothing(struct view *view, struct cells *cells, struct area area)
{
	struct headlines *state = view->state;
	struct arena arena = {0};
	int row = 1;

	if (state->chips.count == 0) {
		cells_put_cut(cells, area, area.rows > 1, 2, area.columns - 2,
			state->has_failed ? STR("The library cannot be read.")
					  : STR("The library has no articles yet."),
			state->has_failed ? ROLE_ERROR : ROLE_TEXT);
		return;
	}
	if (area.rows < 3)
		row = 0;
	cells_put_cut(cells, area, row++, 2, area.columns - 2,
		arena_printf(&arena, "Nothing matches %.*s", STR_ARG(state->query_text)), ROLE_TEXT);
	row++;
	for (size_t i = 0; state->alone && i < state->chips.count; i++) {
		int64_t count = state->alone[i];
		char number[WHEN_SIZE];

		cells_put_cut(cells, area, row++, 4, area.columns - 4,
			arena_printf(&arena, "%10s  %.*s alone", number_grouped(count, number).data,
				STR_ARG(state->chips.items[i])),
			ROLE_META);
	}
	cells_put_cut(cells, area, row + 1, 2, area.columns - 2, STR("Backspace takes the last one off."),
		ROLE_HINT);
	arena_finish(&arena);
}

static void take_in(struct view *view)
{
	struct headlines *state = view->state;

	if (!view->ui->takes_news)
		return;
	if (state->has_changes)
		headlines_take_changes(view);
	else if (state->has_states)
		headlines_take_states(view);
	state->has_changes = state->has_states = false;
}

/* ---- where the words searched for stand */

/* Read once for each article that the cursor comes to. */
static void find_passage(struct view *view)
{
	struct headlines *state = view->state;

	if (state->passage_of == state->cursor_id)
		return;
	arena_reset(&state->passage_arena);
	state->passage_of = state->cursor_id;
	state->passage = store_passage(view->ui->store, state->cursor_id, &state->query,
		&state->passage_arena, &state->match_start, &state->match_end);
}

static void draw_passage_line(const struct headlines *state, struct cells *cells, struct area area, int row,
	const struct text_line *line)
{
	size_t from = state->match_start > line->start ? state->match_start : line->start;
	size_t to = state->match_end < line->end ? state->match_end : line->end;
	int column = 3;

	from = from < line->end ? from : line->end;
	to = to > from ? to : from;
	column = cells_put(cells, area, row, column, str_slice(state->passage, line->start, from), ROLE_META);
	column = cells_put(cells, area, row, column, str_slice(state->passage, from, to), ROLE_MATCH);
	cells_put(cells, area, row, column, str_slice(state->passage, to, line->end), ROLE_META);
}

static void draw_passage(struct view *view, struct cells *cells, struct area area)
{
	struct headlines *state = view->state;
	struct arena arena = {0};
	uint8_t *breaks;
	size_t start = 0;

	for (int column = 0; column < area.columns; column++)
		cells_sign(cells, area, 0, column, "─", "-", ROLE_BORDER);
	find_passage(view);
	if (state->passage.length == 0)
		cells_put_cut(cells, area, 1, 3, area.columns - 4,
			STR("not in its text, but in its head or tags"), ROLE_META);
	breaks = arena_alloc(&arena, state->passage.length + 1);
	linebreak_find(state->passage, breaks);
	for (int row = 1; row < area.rows && start < state->passage.length; row++) {
		struct text_line line = linebreak_fit(state->passage, breaks, start, area.columns - 4);

		draw_passage_line(state, cells, area, row, &line);
		start = line.next;
	}
	arena_finish(&arena);
}

/* The rows that are left for the list, when the passage has taken its own. */
static struct area without_passage(struct view *view, struct cells *cells, struct area area)
{
	struct headlines *state = view->state;
	int rows = area.rows - PASSAGE_LINES - 1;

	if (!state->has_words || state->total == 0 || area.rows < PASSAGE_FROM_ROWS)
		return area;
	draw_passage(view, cells, area_rows(area, rows, PASSAGE_LINES + 1));
	return area_rows(area, 0, rows);
}

void headlines_draw(struct view *view, struct cells *cells, struct area area)
{
	struct headlines *state = view->state;

	take_in(view);
	area = without_passage(view, cells, area);
	state->height = area.rows;
	headlines_scroll(state);
	if (state->total == 0)
		draw_nothing(view, cells, area);
	for (int row = 0; row < area.rows; row++) {
		const struct headline *headline = headlines_row(view, state->top + row);

		if (headline == NULL)
			break;
		(cells->is_linear ? draw_linear_row : draw_row)(
			view, cells, area, row, headline, state->top + row == state->cursor);
	}
}
