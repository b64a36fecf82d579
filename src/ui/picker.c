#include "picker.h"

#include "dateline/base/utf8.h"

#include <stdlib.h>

#define WIDTH_MOST 76
#define KEY_COLUMNS_MOST 18
#define CONTROL(letter) ((letter)&0x1f)

/* ---- narrowing */

static bool is_word_start(struct str name, size_t at)
{
	return at == 0 || name.data[at - 1] == ' ' || name.data[at - 1] == '-' || name.data[at - 1] == '(';
}

/* All its letters in order inside one word of the name, from that word's first letter on: "pngyng" is
 * Pyongyang. */
static bool is_scattered_in_word(struct str name, struct str word, size_t at)
{
	size_t i = 0;

	for (; at < name.length && i < word.length && (i == 0 || !is_word_start(name, at)); at++) {
		if (i == 0 && name.data[at] != word.data[0])
			return false;
		i += name.data[at] == word.data[i];
	}
	return i == word.length;
}

static int score_word(struct str name, struct str word)
{
	size_t at = str_find(name, word, 0);

	if (at == 0)
		return 8;
	for (; at != STR_NPOS; at = str_find(name, word, at + 1))
		if (is_word_start(name, at))
			return 6;
	if (str_find(name, word, 0) != STR_NPOS)
		return 4;
	for (size_t j = 0; j < name.length && word.length > 2; j++)
		if (is_word_start(name, j) && is_scattered_in_word(name, word, j))
			return 1;
	return 0;
}

int picker_score(struct str folded, struct str typed)
{
	int score = 1;
	struct str word;

	while (str_next(&typed, ' ', &word)) {
		int found = word.length ? score_word(folded, word) : 1;

		if (found == 0)
			return 0;
		score += found;
	}
	return score;
}

/* Whether every word stands in the name as it was typed. */
static bool has_words(struct str folded, struct str typed)
{
	struct str word;

	while (str_next(&typed, ' ', &word))
		if (word.length && str_find(folded, word, 0) == STR_NPOS)
			return false;
	return true;
}

/* Scattered letters are looked at only when nothing else has what was typed. */
static void drop_scattered(struct picker *picker, struct str typed)
{
	size_t kept = 0;

	for (size_t i = 0; i < picker->shown_count; i++)
		if (has_words(picker->rows.items[picker->shown[i]].folded, typed))
			picker->shown[kept++] = picker->shown[i];
	if (kept)
		picker->shown_count = kept;
}

/* Best first; equals stay in the order of the source. */
static void sort_shown(struct picker *picker)
{
	size_t *sorted = arena_array(&picker->arena, picker->rows.count + 1, sizeof *sorted), used = 0;
	int best = 0;

	for (size_t i = 0; i < picker->shown_count; i++)
		if (picker->rows.items[picker->shown[i]].score > best)
			best = picker->rows.items[picker->shown[i]].score;
	for (int score = best; score > 0; score--)
		for (size_t i = 0; i < picker->shown_count; i++)
			if (picker->rows.items[picker->shown[i]].score == score)
				sorted[used++] = picker->shown[i];
	picker->shown = sorted;
}

static void narrow(struct picker *picker)
{
	struct str typed = utf8_fold(&picker->arena, lineedit_text(&picker->edit));

	picker->shown_count = 0;
	for (size_t i = 0; i < picker->rows.count; i++) {
		struct picker_row *row = &picker->rows.items[i];

		row->score = picker_score(row->folded, typed);
		if (row->score)
			picker->shown[picker->shown_count++] = i;
	}
	if (typed.length) {
		drop_scattered(picker, typed);
		sort_shown(picker);
	}
	picker->cursor = picker->top = 0;
}

static struct picker_row *current(struct picker *picker)
{
	return picker->shown_count ? &picker->rows.items[picker->shown[picker->cursor]] : NULL;
}

/* ---- opening */

struct picker_row *picker_add(struct picker *picker)
{
	return LIST_PUSH(&picker->arena, &picker->rows);
}

static void fold_rows(struct picker *picker)
{
	for (size_t i = 0; i < picker->rows.count; i++) {
		struct picker_row *row = &picker->rows.items[i];
		struct str text = row->name;

		if (row->key.length)
			text = arena_printf(&picker->arena, "%.*s %.*s %.*s", STR_ARG(row->name),
				STR_ARG(row->key), STR_ARG(row->detail));
		row->folded = utf8_fold(&picker->arena, text);
	}
	picker->shown = arena_array(&picker->arena, picker->rows.count + 1, sizeof *picker->shown);
}

static void open_picker(struct view *view, const void *what)
{
	struct picker *picker = view->state;
	const struct picker_question *question = what;

	picker->source = question->source;
	picker->subject = question->subject;
	lineedit_init(&picker->edit, STR(""), NULL);
	picker->source->load(view->owner, picker);
	fold_rows(picker);
	narrow(picker);
	for (size_t i = 0; i < picker->shown_count; i++)
		if (picker->rows.items[picker->shown[i]].is_present)
			picker->cursor = i;
	if (picker->source->marked)
		picker->source->marked(view->owner, picker);
}

static void close_picker(struct view *view)
{
	struct picker *picker = view->state;

	lineedit_finish(&picker->edit);
	arena_finish(&picker->arena);
}

void picker_open(struct view *owner, const struct picker_source *source, int64_t subject)
{
	ui_push_for(owner, &view_picker, &(struct picker_question){source, subject});
}

/* ---- drawing */

static const char *mark_word(enum query_mark mark)
{
	return mark == QUERY_MARK_MUST    ? "must have: "
	       : mark == QUERY_MARK_ANY   ? "any of: "
	       : mark == QUERY_MARK_NEVER ? "never: "
					  : "";
}

/* "must have: North Korea, 3 unread 10" */
static void draw_linear_row(
	struct cells *cells, struct area area, int row, const struct picker_row *item, bool has_focus)
{
	struct arena arena = {0};

	if (has_focus)
		cells_focus(cells, area, row, 0, " ", ROLE_FOCUS);
	cells_put_cut(cells, area, row, 0, area.columns,
		arena_printf(&arena, "%s%.*s%s%.*s%s%.*s", mark_word(item->mark),
			STR_ARG(str_trim(item->key)), item->key.length ? " " : "", STR_ARG(item->name),
			item->detail.length ? ", " : "", STR_ARG(utf8_collapse(&arena, item->detail))),
		has_focus ? ROLE_FOCUS : ROLE_TEXT);
	arena_finish(&arena);
}

static const char *mark_sign(enum query_mark mark)
{
	return mark == QUERY_MARK_MUST    ? "+"
	       : mark == QUERY_MARK_ANY   ? "~"
	       : mark == QUERY_MARK_NEVER ? "-"
					  : " ";
}

static void draw_row(struct cells *cells, struct area area, int row, const struct picker_source *source,
	const struct picker_row *item, bool has_focus, int key_columns)
{
	int detail = (int)utf8_columns(item->detail), room, column = 0;

	cells_put(cells, area, row, column, str_from(mark_sign(item->mark)), ROLE_KEY);
	column = 2;
	if (key_columns) {
		cells_put_cut(cells, area, row, column, key_columns, item->key, ROLE_KEY);
		column += key_columns + 1;
	}
	column += item->indent;
	room = area.columns - column - (detail ? detail + 1 : 0);
	if (room < 8 || (source->words_first && (int)utf8_columns(item->name) > room))
		room = area.columns - column;
	else
		cells_put(cells, area, row, area.columns - detail, item->detail, ROLE_META);
	cells_put_cut(cells, area, row, column, room, item->name, item->mark ? ROLE_TAG : ROLE_TEXT);
	if (has_focus)
		cells_restyle(cells, area, row, 0, area.columns, ROLE_FOCUS);
}

static int widest_key(const struct picker *picker, int columns)
{
	int widest = 0, most = columns / 4 < KEY_COLUMNS_MOST ? columns / 4 : KEY_COLUMNS_MOST;

	for (size_t i = 0; i < picker->rows.count; i++) {
		int width = (int)utf8_columns(picker->rows.items[i].key);

		if (width > widest)
			widest = width;
	}
	return widest < most ? widest : most;
}

static void draw_rows(struct picker *picker, struct cells *cells, struct area area)
{
	size_t height = area.rows > 0 ? (size_t)area.rows : 1;
	int key_columns = widest_key(picker, area.columns);

	picker->rows_area = area;
	picker->height = area.rows;
	if (picker->cursor < picker->top)
		picker->top = picker->cursor;
	if (picker->cursor >= picker->top + height)
		picker->top = picker->cursor - height + 1;
	if (picker->shown_count == 0)
		cells_put_cut(
			cells, area, 0, 2, area.columns - 2, STR("nothing has these letters"), ROLE_META);
	for (int row = 0; row < area.rows && picker->top + (size_t)row < picker->shown_count; row++) {
		size_t index = picker->top + (size_t)row;

		if (cells->is_linear) {
			draw_linear_row(cells, area, row, &picker->rows.items[picker->shown[index]],
				index == picker->cursor);
			continue;
		}
		draw_row(cells, area, row, picker->source, &picker->rows.items[picker->shown[index]],
			index == picker->cursor, key_columns);
	}
}

static struct str counts_text(struct picker *picker)
{
	return arena_printf(&picker->arena, "%zu of %zu", picker->shown_count, picker->rows.count);
}

static struct area place_of(const struct picker *picker, struct area area)
{
	int most = picker->source->words_first ? WIDTH_MOST * 4 / 3 : WIDTH_MOST;
	int width = area.columns - 4 < most ? area.columns - 4 : most;
	int wanted =
		(int)(picker->rows.count < 200 ? picker->rows.count : 200) + 3 + (picker->source->marks != 0);
	int height = wanted < area.rows - 1 ? wanted : area.rows - 1;

	if (height < 6)
		height = area.rows < 6 ? area.rows : 6;
	area = area_rows(area, (area.rows - height) / 3, height);
	return area_columns(area, (area.columns - width) / 2, width);
}

static void draw_input(struct view *view, struct cells *cells, struct area area)
{
	struct picker *picker = view->state;
	int column = cells_put(cells, area, 0, 0, STR("> "), ROLE_KEY);

	view->cursor_column = area.column + lineedit_draw(&picker->edit, cells, area, 0, column, ROLE_TEXT,
						    ROLE_TEXT, 0, 0);
	view->cursor_row = area.row;
}

/* Without room for a frame there is still the row of the cursor, then the input, then more rows. */
static void draw_small(struct view *view, struct cells *cells, struct area area)
{
	cells_fill(cells, area, ROLE_TEXT);
	if (area.rows > 1)
		draw_input(view, cells, area_rows(area, 0, 1));
	draw_rows(view->state, cells, area.rows > 1 ? area_rows(area, 1, area.rows - 1) : area);
}

/* All of the screen, from top to bottom: what it is, what is typed, what is built, the rows. */
static void draw_linear(struct view *view, struct cells *cells, struct area area)
{
	struct picker *picker = view->state;
	int row = 0;

	cells_fill(cells, area, ROLE_TEXT);
	cells_put_cut(cells, area, row++, 0, area.columns,
		arena_printf(&picker->arena, "%s, %.*s", picker->source->title, STR_ARG(counts_text(picker))),
		ROLE_TITLE);
	draw_input(view, cells, area_rows(area, row++, 1));
	if (picker->source->marks)
		cells_put_cut(cells, area, row++, 0, area.columns,
			picker->built.length ? picker->built : STR("(everything)"), ROLE_CHIP);
	draw_rows(picker, cells, area_rows(area, row, area.rows - row));
}

static void draw_picker(struct view *view, struct cells *cells, struct area area)
{
	struct picker *picker = view->state;
	struct area frame = place_of(picker, area), inside;

	view->cursor_row = -1;
	if (cells->is_linear && area.rows > 4) {
		draw_linear(view, cells, area);
		return;
	}
	if (area.rows < 6 || area.columns < 24) {
		draw_small(view, cells, area);
		return;
	}
	cells_frame(cells, frame, str_from(picker->source->title), counts_text(picker),
		str_from(picker->source->foot), ROLE_BORDER);
	inside = area_columns(area_rows(frame, 1, frame.rows - 2), 2, frame.columns - 4);
	cells_fill(cells, inside, ROLE_TEXT);
	draw_input(view, cells, area_rows(inside, 0, 1));
	if (picker->source->marks) {
		cells_put_cut(cells, inside, inside.rows - 1, 0, inside.columns,
			picker->built.length ? picker->built : STR("(everything)"), ROLE_CHIP);
		inside = area_rows(inside, 0, inside.rows - 1);
	}
	draw_rows(picker, cells, area_rows(inside, 1, inside.rows - 1));
}

/* ---- keys */

static void say_moved(struct view *view)
{
	struct picker *picker = view->state;

	if (picker->source->moved && current(picker))
		picker->source->moved(view->owner, current(picker));
}

static void move(struct view *view, long rows)
{
	struct picker *picker = view->state;
	long wanted = (long)picker->cursor + rows, last = (long)picker->shown_count - 1;

	picker->cursor = (size_t)(wanted < 0 || last < 0 ? 0 : wanted > last ? last : wanted);
	say_moved(view);
}

static void run_down(struct view *view, long count)
{
	(void)count;
	move(view, 1);
}

static void run_up(struct view *view, long count)
{
	(void)count;
	move(view, -1);
}

static void run_page_down(struct view *view, long count)
{
	struct picker *picker = view->state;

	(void)count;
	move(view, picker->height);
}

static void run_page_up(struct view *view, long count)
{
	struct picker *picker = view->state;

	(void)count;
	move(view, -picker->height);
}

static void run_choose(struct view *view, long count)
{
	struct picker *picker = view->state;
	const struct picker_source *source = picker->source;
	struct ui *ui = view->ui;
	struct view *owner = view->owner;
	struct picker kept = *picker;

	(void)count;
	if (picker->has_changed_marks) {
		source->apply(owner, picker);
		ui_pop(ui);
		return;
	}
	if (current(picker) == NULL) {
		ui_notice(ui, "nothing is chosen; ^U clears what was typed, Esc closes");
		return;
	}
	/* the rows outlive the view, so that what is chosen may open another one in its place */
	lineedit_finish(&picker->edit);
	*picker = (struct picker){.source = source};
	ui_pop(ui);
	source->choose(owner, current(&kept));
	arena_finish(&kept.arena);
}

static void turn_wheel(struct view *view, int direction)
{
	struct picker *picker = view->state;

	if (direction > 0 || picker->top > WHEEL_ROWS)
		picker->top += (size_t)(direction * WHEEL_ROWS);
	else
		picker->top = 0;
	move(view, direction * WHEEL_ROWS);
}

/* The first click goes to a row, another one chooses it. */
static void click(struct view *view, int row, int column)
{
	struct picker *picker = view->state;
	int clicked = row - picker->rows_area.row;
	size_t index = picker->top + (size_t)clicked;

	if (clicked < 0 || clicked >= picker->rows_area.rows || column < picker->rows_area.column ||
		column >= picker->rows_area.column + picker->rows_area.columns ||
		index >= picker->shown_count)
		return;
	if (index == picker->cursor) {
		run_choose(view, 0);
		return;
	}
	picker->cursor = index;
	say_moved(view);
}

static void run_cancel(struct view *view, long count)
{
	struct picker *picker = view->state;

	(void)count;
	if (picker->source->left)
		picker->source->left(view->owner);
	ui_pop(view->ui);
}

static void step_mark(struct view *view, int direction)
{
	struct picker *picker = view->state;
	struct picker_row *row = current(picker);
	int mark;

	if (row == NULL || picker->source->marks == 0)
		return;
	mark = row->mark;
	do {
		mark = (mark + direction + QUERY_MARK_NEVER + 1) % (QUERY_MARK_NEVER + 1);
	} while (mark != QUERY_MARK_NONE && !(picker->source->marks & 1u << mark));
	row->mark = (enum query_mark)mark;
	picker->has_changed_marks = true;
	if (picker->source->marked)
		picker->source->marked(view->owner, picker);
}

static void run_mark(struct view *view, long count)
{
	(void)count;
	step_mark(view, 1);
}

static void run_mark_back(struct view *view, long count)
{
	(void)count;
	step_mark(view, -1);
}

/* ^U clears what is typed; with nothing typed, the marks. */
static void run_clear(struct view *view, long count)
{
	struct picker *picker = view->state;

	(void)count;
	if (picker->edit.text.length) {
		lineedit_set(&picker->edit, STR(""));
		narrow(picker);
		return;
	}
	for (size_t i = 0; i < picker->rows.count; i++)
		picker->rows.items[i].mark = QUERY_MARK_NONE;
	picker->has_changed_marks = picker->source->marks != 0;
	if (picker->source->marked)
		picker->source->marked(view->owner, picker);
}

static bool choose_by_digit(struct view *view, uint32_t key)
{
	struct picker *picker = view->state;

	if (!picker->source->digits_choose || picker->edit.text.length || key < '1' || key > '9' ||
		key - '1' >= picker->shown_count)
		return false;
	picker->cursor = key - '1';
	run_choose(view, 0);
	return true;
}

static bool type_picker(struct view *view, uint32_t key)
{
	struct picker *picker = view->state;

	if (choose_by_digit(view, key))
		return true;
	switch (lineedit_key(&picker->edit, key)) {
	case LINEEDIT_CHANGED:
		narrow(picker);
		say_moved(view);
		return true;
	case LINEEDIT_NOT_MINE:
		return false;
	case LINEEDIT_LEFT:
	case LINEEDIT_MOVED:
	case LINEEDIT_ACCEPTED:
	case LINEEDIT_COMPLETE:
		return true;
	}
	return false;
}

static const char *picker_hints(const struct view *view)
{
	const struct picker *picker = view->state;

	if (picker->source->marks == 0)
		return "choose=choose|move-down=next|move-up=before|clear=clear|close=close";
	if (picker->source->marks & 1u << QUERY_MARK_NEVER)
		return "choose=choose|step-mark=must, any, never|move-down=next|move-up=before|clear=clear|close=close";
	return "choose=choose|step-mark=mark|move-down=next|move-up=before|clear=clear|close=close";
}

static const struct action actions[] = {
	{{"list", "move-down", "<Down> ^N", "next row"}, run_down, false},
	{{"list", "move-up", "<Up> ^P", "row before"}, run_up, false},
	{{"list", "move-page-down", "<PageDown>", "page down"}, run_page_down, false},
	{{"list", "move-page-up", "<PageUp>", "page up"}, run_page_up, false},
	{{"list", "choose", "<Enter>", "choose this row; after marks, apply them"}, run_choose, false},
	{{"list", "step-mark", "<Tab>", "must have, any of these, never, nothing"}, run_mark, false},
	{{"list", "step-mark-back", "<Shift-Tab>", "the same backwards"}, run_mark_back, false},
	{{"list", "clear", "^U", "clear what was typed; then the marks"}, run_clear, false},
	{{"list", "close", "<Esc> ^C", "close, nothing changed"}, run_cancel, false},
};

const struct view_type view_picker = {
	.name = "list",
	.title = "a list",
	.help = "type to narrow, then choose",
	.state_size = sizeof(struct picker),
	.is_popup = true,
	.takes_text = true,
	.open = open_picker,
	.close = close_picker,
	.draw = draw_picker,
	.click = click,
	.wheel = turn_wheel,
	.type = type_picker,
	.hints = picker_hints,
	.actions = actions,
	.action_count = COUNT_OF(actions),
};
