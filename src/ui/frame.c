/* The picture: first line, panes, and what is said. */
#include "view.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"
#include "screen.h"

#define LIST_FROM_COLUMNS 160 /* an article shows the list beside it from here on */
#define LIST_COLUMNS 56
#define NOTICE_LINES_MOST 4
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

/* ---- the lines above the hints */

static void draw_prompt(struct ui *ui, struct cells *cells, struct area area, struct view *cursor)
{
	struct prompt *prompt = &ui->prompt;
	int column;

	cells_fill(cells, area, ROLE_TEXT);
	column = cells_put(cells, area, 0, 1, str_from(prompt->type->label), ROLE_KEY);
	cursor->cursor_row = area.row;
	cursor->cursor_column =
		area.column + lineedit_draw(&prompt->edit, cells, area, 0, column + 1, ROLE_TEXT, ROLE_ERROR,
				      prompt->wrong_start, prompt->wrong_end);
}

/* Where the lines of a text end, at most `most` of them; the last one holds all that is left. */
static int break_text(struct str text, int columns, int most, struct str *lines)
{
	struct arena arena = {0};
	uint8_t *breaks = arena_alloc(&arena, text.length + 1);
	size_t start = 0;
	int count = 0;

	linebreak_find(text, breaks);
	while (start < text.length && count < most) {
		struct text_line line = linebreak_fit(text, breaks, start, columns);

		lines[count] = str_slice(text, line.start, count + 1 < most ? line.end : text.length);
		start = line.next;
		count++;
	}
	arena_finish(&arena);
	return count;
}

/* All of what is said, for half a sentence about a failure helps nobody; never more than half of the screen.
 */
static void draw_notice(struct ui *ui, struct cells *cells, struct area area)
{
	struct str lines[NOTICE_LINES_MOST];
	int most = area.rows / 2 < 1                   ? 1
		   : area.rows / 2 < NOTICE_LINES_MOST ? area.rows / 2
						       : NOTICE_LINES_MOST;
	int count = break_text(
		str_from(ui->notice), area.columns > 4 ? area.columns - 2 : area.columns, most, lines);

	area = area_rows(area, area.rows - count, count);
	cells_fill(cells, area, ROLE_TEXT);
	for (int i = 0; i < count; i++)
		cells_put_cut(cells, area, i, 1, area.columns - 1, lines[i],
			ui->notice_is_error ? ROLE_ERROR : ROLE_NOTICE);
}

static void draw_said(struct ui *ui, struct cells *cells, struct area area, struct view *cursor)
{
	if (ui->prompt.type)
		draw_prompt(ui, cells, area_rows(area, area.rows - 1, 1), cursor);
	else if (ui->notice[0])
		draw_notice(ui, cells, area);
}

/* ---- panes */

static void draw_in(struct view *view, struct cells *cells, struct area area)
{
	view->area = area;
	view->type->draw(view, cells, area);
}

static void draw_beside(struct view *view, struct cells *cells, struct area area)
{
	int text = area.columns - area.columns * 2 / 5;

	draw_in(view, cells, area_columns(area, 0, text - 1));
	cells_bar(cells, area, text - 1, ROLE_BORDER);
	draw_in(view->side, cells, area_columns(area, text, area.columns - text));
}

static void draw_below(struct view *view, struct cells *cells, struct area area)
{
	int panel = area.rows / 3 > 3 ? area.rows / 3 : area.rows / 2;
	struct area rule = area_rows(area, area.rows - panel - 1, 1);

	draw_in(view, cells, area_rows(area, 0, area.rows - panel - 1));
	for (int column = 0; column < rule.columns && rule.rows; column++)
		cells_sign(cells, rule, 0, column, "─", "-", ROLE_BORDER);
	draw_in(view->side, cells, area_rows(area, area.rows - panel, panel));
}

static void draw_view(struct view *view, struct cells *cells, struct area area)
{
	view->cursor_row = cells->focus_row = -1;
	if (view->side == NULL)
		draw_in(view, cells, area);
	else if (view->is_zoomed || area.rows < 4 || cells->is_linear)
		draw_in(view->side_has_focus ? view->side : view, cells, area);
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

	if (columns < LIST_FROM_COLUMNS || view->ui->config->settings.linear || view->type != &view_reader ||
		list == NULL || list->type != &view_headlines)
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
	draw_in(list, cells, area_columns(area, 0, LIST_COLUMNS));
	cells_bar(cells, area, LIST_COLUMNS, ROLE_BORDER);
	return area_columns(area, LIST_COLUMNS + 1, area.columns - LIST_COLUMNS - 1);
}

/* Speech reads where the cursor is: on the row with the focus, else on the first row of the text. */
static void point_at_focus(struct view *top, const struct cells *cells, struct area area)
{
	bool has_focus = cells->focus_row >= 0;

	top->cursor_row = has_focus ? cells->focus_row : area.row;
	top->cursor_column = has_focus ? cells->focus_column : area.column;
}

void ui_draw(struct ui *ui)
{
	struct cells *cells = screen_begin(ui->screen);
	struct area all = cells_area(cells), middle = all;
	size_t lowest = lowest_shown(ui);
	struct view *top = ui_top(ui);

	cells->is_linear = ui->config->settings.linear;
	for (size_t i = 0; i < ui->depth; i++) {
		ui->stack[i]->area.rows = 0;
		if (ui->stack[i]->side)
			ui->stack[i]->side->area.rows = 0;
	}
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
		ui_draw_hints(ui, cells, area_rows(all, 1, all.rows - 1));
	draw_said(ui, cells, middle, top);
	if (cells->is_linear && ui->prompt.type == NULL)
		point_at_focus(top, cells, middle);
	screen_show(ui->screen, top->cursor_row, top->cursor_column);
}
