#include "speaker.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"
#include "dateline/store/names.h"
#include "reader.h"
#include "when.h"

#define QUOTES_MOST 1000
#define WEEKS 26
#define WEEK_SECONDS (7 * 86400)
#define MEASURE_MOST 90

enum row_kind { ROW_BLANK, ROW_DAY, ROW_WORDS, ROW_SOURCE };

struct row {
	enum row_kind kind;
	size_t quote;
	struct str text;
};

struct row_list {
	struct row *items;
	size_t count, capacity;
};

struct speaker { /* state of view_speaker */
	struct arena arena, rows_arena;
	struct str name, role, weeks;
	struct store_quote_list quotes; /* newest first */
	struct row_list rows;
	int columns, height; /* of the rows; columns 0: none are made */
	size_t cursor, top;  /* a quotation; a row */
};

struct str query_term(struct arena *arena, const char *field, struct str name)
{
	struct buffer out = {0};
	struct str text;

	buffer_printf(&out, "%s:\"", field);
	for (size_t i = 0; i < name.length; i++) {
		if (name.data[i] == '"' || name.data[i] == '\\')
			buffer_add_char(&out, '\\');
		buffer_add_char(&out, name.data[i]);
	}
	buffer_add_char(&out, '"');
	text = arena_copy(arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}

/* ---- rows */

static void add_row(struct speaker *state, enum row_kind kind, size_t quote, struct str text)
{
	*LIST_PUSH(&state->rows_arena, &state->rows) = (struct row){kind, quote, text};
}

static void add_words(struct speaker *state, size_t index, int columns)
{
	const struct quote *quote = &state->quotes.items[index].quote;
	struct arena *arena = &state->rows_arena;
	struct str text =
		arena_printf(arena, quote->kind == QUOTE_INDIRECT ? "%.*s" : "❝%.*s❞", STR_ARG(quote->text));
	uint8_t *breaks = arena_alloc(arena, text.length + 1);

	linebreak_find(text, breaks);
	for (size_t start = 0; start < text.length;) {
		struct text_line line = linebreak_fit(text, breaks, start, columns);

		add_row(state, ROW_WORDS, index, str_slice(text, line.start, line.end));
		start = line.next;
	}
}

static void make_rows(struct speaker *state, int columns)
{
	struct str day = STR("");

	arena_reset(&state->rows_arena);
	state->rows = (struct row_list){0};
	state->columns = columns;
	for (size_t i = 0; i < state->quotes.count; i++) {
		const struct store_quote *quote = &state->quotes.items[i];
		char when[WHEN_SIZE];
		struct str here = when_date(quote->time, when);

		if (i)
			add_row(state, ROW_BLANK, i, STR(""));
		if (!str_equal(here, day)) {
			day = arena_copy(&state->rows_arena, here);
			add_row(state, ROW_DAY, i, day);
		}
		add_words(state, i, columns);
		add_row(state, ROW_SOURCE, i,
			arena_printf(&state->rows_arena, "%.*s · %.*s", STR_ARG(quote->feed_title),
				STR_ARG(quote->name)));
	}
}

/* ---- opening */

/* How often in each of the last weeks, as a row of bars. */
static struct str picture(struct speaker *state, int64_t now)
{
	static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	unsigned counts[WEEKS] = {0}, most = 1;
	struct buffer out = {0};
	struct str text;

	for (size_t i = 0; i < state->quotes.count; i++) {
		int64_t ago = (now - state->quotes.items[i].time) / WEEK_SECONDS;

		if (ago >= 0 && ago < WEEKS && ++counts[WEEKS - 1 - ago] > most)
			most = counts[WEEKS - 1 - ago];
	}
	for (size_t i = 0; i < WEEKS; i++)
		buffer_add(&out, str_from(bars[counts[i] ? 1 + counts[i] * 6 / most : 0]));
	text = arena_copy(&state->arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}

static void open_speaker(struct view *view, const void *what)
{
	struct speaker *state = view->state;
	struct query_context context = ui_query_context(view->ui);
	struct query query;
	struct query_mistake mistake;
	struct error error;

	state->name = arena_copy(&state->arena, *(const struct str *)what);
	if (!query_parse(query_term(&state->arena, "speaker", state->name), &context, &state->arena, &query,
		    &mistake))
		ui_complain(view->ui, "%s", mistake.message);
	else if (!store_quotes(view->ui->store, &query, QUOTES_MOST, &state->arena, &state->quotes, &error))
		ui_error(view->ui, &error);
	for (size_t i = 0; i < state->quotes.count && state->role.length == 0; i++)
		state->role = state->quotes.items[i].quote.role;
	state->weeks = picture(state, ui_now(view->ui));
}

static void close_speaker(struct view *view)
{
	struct speaker *state = view->state;

	arena_finish(&state->rows_arena);
	arena_finish(&state->arena);
}

void speaker_open(struct ui *ui, struct str name)
{
	ui_push(ui, &view_speaker, &name);
}

/* ---- drawing */

static void draw_bar(struct view *view, struct cells *cells, struct area area)
{
	const struct speaker *state = view->state;
	struct arena arena = {0};
	struct str left = arena_printf(&arena, "dateline › %.*s%s%.*s", STR_ARG(state->name),
		state->role.length ? ", " : "", STR_ARG(state->role));
	struct str right = arena_printf(&arena, "%.*s  %zu quote%s", STR_ARG(state->weeks),
		state->quotes.count, state->quotes.count == 1 ? "" : "s");

	bar_draw(cells, area, left, right);
	arena_finish(&arena);
}

static void scroll_to_cursor(struct speaker *state)
{
	size_t height = state->height > 0 ? (size_t)state->height : 1, first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < state->rows.count; i++) {
		if (state->rows.items[i].quote != state->cursor || state->rows.items[i].kind == ROW_BLANK)
			continue;
		first = first == SIZE_MAX ? i : first;
		last = i;
	}
	if (first == SIZE_MAX)
		return;
	if (last >= state->top + height)
		state->top = last - height + 1;
	if (first < state->top)
		state->top = first;
}

static void draw_row(
	const struct speaker *state, struct cells *cells, struct area area, int row, const struct row *item)
{
	bool is_focus = item->quote == state->cursor && (item->kind == ROW_WORDS || item->kind == ROW_SOURCE);
	style_t style = item->kind == ROW_DAY      ? ROLE_HEADING
			: item->kind == ROW_SOURCE ? ROLE_META
			: is_focus                 ? ROLE_QUOTE_FOCUS
						   : ROLE_QUOTE;

	if (is_focus)
		cells_focus(cells, area, row, 1, "|", ROLE_QUOTE_FOCUS);
	cells_put_cut(cells, area, row, item->kind == ROW_DAY ? 1 : 3, area.columns - 3, item->text, style);
}

static void draw_speaker(struct view *view, struct cells *cells, struct area area)
{
	struct speaker *state = view->state;
	int columns = area.columns > 10 ? area.columns - 4 : area.columns;

	state->height = area.rows;
	if (columns > MEASURE_MOST)
		columns = MEASURE_MOST;
	if (state->columns != columns) {
		make_rows(state, columns);
		scroll_to_cursor(state);
	}
	for (int row = 0; row < area.rows && state->top + (size_t)row < state->rows.count; row++)
		draw_row(state, cells, area, row, &state->rows.items[state->top + (size_t)row]);
}

/* ---- keys */

static void move(struct view *view, long quotes)
{
	struct speaker *state = view->state;
	long last = (long)state->quotes.count - 1, wanted = (long)state->cursor + quotes;

	state->cursor = (size_t)(wanted < 0 || last < 0 ? 0 : wanted > last ? last : wanted);
	scroll_to_cursor(state);
}

static void run_down(struct view *view, long count)
{
	move(view, count ? count : 1);
}

static void run_up(struct view *view, long count)
{
	move(view, -(count ? count : 1));
}

static long page(const struct view *view)
{
	const struct speaker *state = view->state;

	return state->height > 8 ? state->height / 4 : 2;
}

static void run_page_down(struct view *view, long count)
{
	(void)count;
	move(view, page(view));
}

static void run_page_up(struct view *view, long count)
{
	(void)count;
	move(view, -page(view));
}

static void run_first(struct view *view, long count)
{
	(void)count;
	move(view, -QUOTES_MOST);
}

static void run_last(struct view *view, long count)
{
	const struct speaker *state = view->state;

	move(view, count ? count - 1 - (long)state->cursor : QUOTES_MOST);
}

static const struct store_quote *current(const struct view *view)
{
	const struct speaker *state = view->state;

	return state->cursor < state->quotes.count ? &state->quotes.items[state->cursor] : NULL;
}

static void run_open(struct view *view, long count)
{
	const struct store_quote *quote = current(view);
	struct ui *ui = view->ui;

	(void)count;
	if (quote)
		reader_open_at_quote(ui, quote->article, quote->position);
}

static void turn_wheel(struct view *view, int direction)
{
	move(view, direction);
}

/* The first click goes to a quotation, another one reads it there. */
static void click(struct view *view, int row, int column)
{
	struct speaker *state = view->state;
	size_t clicked = state->top + (size_t)(row - view->area.row);

	(void)column;
	if (clicked >= state->rows.count)
		return;
	if (state->rows.items[clicked].quote == state->cursor)
		run_open(view, 0);
	else
		state->cursor = state->rows.items[clicked].quote;
}

static void run_copy(struct view *view, long count)
{
	const struct store_quote *quote = current(view);

	(void)count;
	if (quote)
		ui_copy(view->ui, quote->quote.text, "the words");
}

static const char *speaker_hints(const struct view *view)
{
	(void)view;
	return "down=next|open=read it there|copy=copy|back=back|help=all keys";
}

#define SHARED(name)                                                                                         \
	{                                                                                                    \
		"speaker", name, NULL, NULL                                                                  \
	}

static const struct action actions[] = {
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{SHARED("half-down"), run_page_down, false},
	{SHARED("half-up"), run_page_up, false},
	{SHARED("page-down"), run_page_down, false},
	{SHARED("page-up"), run_page_up, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, true},
	{SHARED("open"), run_open, false},
	{SHARED("copy"), run_copy, false},
};

const struct view_type view_speaker = {
	.name = "speaker",
	.title = "the page of a speaker",
	.help = "everything that one person said, newest first",
	.state_size = sizeof(struct speaker),
	.open = open_speaker,
	.close = close_speaker,
	.draw = draw_speaker,
	.bar = draw_bar,
	.click = click,
	.wheel = turn_wheel,
	.hints = speaker_hints,
	.actions = actions,
	.action_count = COUNT_OF(actions),
};
