#include "motions.h"

#include "dateline/base/utf8.h"
#include "headlines.h"
#include "info.h"
#include "outline.h"
#include "quotes.h"
#include "reader.h"
#include "tagpicker.h"

#define SHIFT_COLUMNS 8

/* ---- scrolling */

static size_t last_top(const struct reader *reader)
{
	size_t lines = reader->layout.lines.count, height = (size_t)reader->height;

	return lines > height ? lines - height : 0;
}

/* Plain scrolling ends with the text at the foot of the screen; a jump may go beyond. */
static bool scroll(struct view *view, long lines)
{
	struct reader *reader = view->state;
	size_t before = reader->top, last = last_top(reader);

	if (last < reader->top)
		last = reader->top;
	if (lines < 0)
		reader->top = reader->top > (size_t)-lines ? reader->top - (size_t)-lines : 0;
	else
		reader->top = reader->top + (size_t)lines < last ? reader->top + (size_t)lines : last;
	reader->has_place = false;
	return reader->top != before;
}

static void jump_to_line(struct reader *reader, size_t line)
{
	reader->top = line < reader->layout.lines.count ? line : reader->layout.lines.count - 1;
	reader->has_place = false;
}

static void run_down(struct view *view, long count)
{
	if (!scroll(view, count ? count : 1))
		ui_notice(view->ui, "this is the end; n is the next unread article, J the next one");
}

static void run_up(struct view *view, long count)
{
	if (!scroll(view, -(count ? count : 1)))
		ui_notice(view->ui, "this is the top");
}

static long page_lines(const struct view *view)
{
	const struct reader *reader = view->state;

	return reader->height > 2 ? reader->height - 1 : 1;
}

static void run_half_down(struct view *view, long count)
{
	(void)count;
	run_down(view, (page_lines(view) + 1) / 2);
}

static void run_half_up(struct view *view, long count)
{
	(void)count;
	run_up(view, (page_lines(view) + 1) / 2);
}

void reader_show(struct ui *ui, int64_t id, struct view *list)
{
	struct view *side = ui_top(ui)->side;

	if (side)
		quotes_take_article(side);
	reader_open(ui, id, list);
}

static bool open_neighbour(struct view *view, int direction, bool only_unread)
{
	struct reader *reader = view->state;
	int64_t id = reader->list ? headlines_step(reader->list, direction, only_unread) : 0;

	if (id)
		reader_show(view->ui, id, reader->list);
	return id != 0;
}

static void run_page_down(struct view *view, long count)
{
	(void)count;
	if (!scroll(view, page_lines(view)) && !open_neighbour(view, 1, true))
		ui_notice(view->ui, "this is the end, and no unread article is left below");
}

static void run_page_up(struct view *view, long count)
{
	(void)count;
	run_up(view, page_lines(view));
}

static void run_first(struct view *view, long count)
{
	(void)count;
	jump_to_line(view->state, 0);
}

static void run_last(struct view *view, long count)
{
	struct reader *reader = view->state;

	jump_to_line(reader, count ? (size_t)count - 1 : last_top(reader));
}

static void shift(struct view *view, int cells)
{
	struct reader *reader = view->state;

	reader->shift = reader->shift + cells > 0 ? reader->shift + cells : 0;
}

static void run_shift_right(struct view *view, long count)
{
	shift(view, (int)(count ? count : SHIFT_COLUMNS));
}

static void run_shift_left(struct view *view, long count)
{
	const struct reader *reader = view->state;

	if (reader->shift == 0)
		ui_pop(view->ui);
	else
		shift(view, -(int)(count ? count : SHIFT_COLUMNS));
}

/* ---- sections */

static size_t line_of_section(const struct reader *reader, size_t section)
{
	return reader->layout.first_lines[reader->entry.article.sections.items[section].block];
}

size_t reader_section(const struct reader *reader)
{
	size_t found = SIZE_MAX;

	if (reader->area_columns == 0)
		return SIZE_MAX;
	for (size_t i = 0; i < reader->entry.article.sections.count; i++)
		if (line_of_section(reader, i) <= reader->top)
			found = i;
	return found;
}

static void show_section(struct view *view, size_t section)
{
	struct reader *reader = view->state;

	jump_to_line(reader, line_of_section(reader, section));
	reader_focus_quote(view, QUOTE_NONE);
}

static void run_next_section(struct view *view, long count)
{
	struct reader *reader = view->state;
	size_t sections = reader->entry.article.sections.count, next = reader_section(reader) + 1; /* SIZE_MAX wraps to 0 */

	next += count > 1 ? (size_t)count - 1 : 0;
	if (sections == 0)
		ui_notice(view->ui, "this article has no sections; } is the next paragraph");
	else if (next >= sections)
		ui_notice(view->ui, "this is the last section");
	else
		show_section(view, next);
}

static void run_previous_section(struct view *view, long count)
{
	struct reader *reader = view->state;
	size_t here = reader_section(reader), back = count > 1 ? (size_t)count : 1;

	if (here == SIZE_MAX) {
		if (!scroll(view, -(long)reader->top))
			ui_notice(view->ui, "this is the top");
		return;
	}
	if (line_of_section(reader, here) < reader->top)
		back--;
	if (here < back)
		jump_to_line(reader, 0);
	else
		show_section(view, here - back);
}

void reader_show_block(struct view *view, size_t block, size_t offset, bool on_first_line)
{
	struct reader *reader = view->state;
	size_t line, height = reader->height > 0 ? (size_t)reader->height : 1;

	if (reader->area_columns == 0) {
		reader->block = block;
		reader->offset = offset;
		reader->has_place = true;
		return;
	}
	line = layout_line_of(&reader->layout, block, offset);
	if (on_first_line)
		jump_to_line(reader, line);
	else if (line < reader->top || line + 2 >= reader->top + height)
		jump_to_line(reader, line > height / 3 ? line - height / 3 : 0);
}

/* ---- paragraphs */

static void run_next_paragraph(struct view *view, long count)
{
	struct reader *reader = view->state;
	long wanted = count ? count : 1;

	for (size_t i = 0; i < reader->entry.article.blocks.count; i++) {
		if (reader->layout.first_lines[i] <= reader->top)
			continue;
		if (--wanted == 0) {
			jump_to_line(reader, reader->layout.first_lines[i]);
			return;
		}
	}
	ui_notice(view->ui, "this is the last paragraph");
}

static void run_previous_paragraph(struct view *view, long count)
{
	struct reader *reader = view->state;
	long wanted = count ? count : 1;

	for (size_t i = reader->entry.article.blocks.count; i-- > 0;) {
		if (reader->layout.first_lines[i] >= reader->top)
			continue;
		if (--wanted == 0) {
			jump_to_line(reader, reader->layout.first_lines[i]);
			return;
		}
	}
	jump_to_line(reader, 0);
}

/* ---- quotations */

bool reader_quote_is_shown(const struct reader *reader, size_t index)
{
	const struct quote *quote = &reader->entry.article.quotes.items[index];

	return !quote->continues && (quote->kind != QUOTE_INDIRECT || reader->shows_indirect);
}

size_t reader_next_quote(const struct reader *reader, size_t quote, int direction)
{
	size_t count = reader->entry.article.quotes.count;

	for (;;) {
		if (direction > 0)
			quote = quote == QUOTE_NONE ? 0 : quote + 1;
		else
			quote = quote == QUOTE_NONE ? count - 1 : quote - 1;
		if (quote >= count)
			return QUOTE_NONE;
		if (reader_quote_is_shown(reader, quote))
			return quote;
	}
}

/* All of a quotation is brought into view, or as much from its beginning as there is room for. */
static void show_lines_of(struct reader *reader, size_t index)
{
	const struct quote_list *quotes = &reader->entry.article.quotes;
	size_t first = layout_line_of(&reader->layout, quotes->items[index].block, quotes->items[index].start), last;
	size_t height = reader->height > 1 ? (size_t)reader->height - 1 : 1; /* the last row is often spoken for */

	while (index + 1 < quotes->count && quotes->items[index + 1].continues)
		index++;
	last = layout_line_of(&reader->layout, quotes->items[index].block, quotes->items[index].end - 1);
	if (first >= reader->top && last < reader->top + height)
		return;
	if (last - first >= height * 2 / 3)
		jump_to_line(reader, first);
	else
		jump_to_line(reader, first > height / 3 ? first - height / 3 : 0);
}

void reader_focus_quote(struct view *view, size_t index)
{
	struct reader *reader = view->state;

	reader->quote = index;
	if (view->side)
		quotes_follow(view->side, index);
	if (index == QUOTE_NONE)
		return;
	show_lines_of(reader, index);
}

struct str reader_quote_title(const struct reader *reader, struct arena *arena)
{
	const struct quote *quote = &reader->entry.article.quotes.items[reader->quote];
	struct str who = quote->speaker.length ? quote->speaker : quote->role.length ? quote->role : STR("unattributed");
	size_t number = 0, total = 0;

	for (size_t i = 0; i < reader->entry.article.quotes.count; i++) {
		if (!reader_quote_is_shown(reader, i))
			continue;
		total++;
		number += i <= reader->quote;
	}
	if (quote->speaker.length && quote->role.length)
		who = arena_printf(arena, "%.*s, %.*s", STR_ARG(who), STR_ARG(quote->role));
	return arena_printf(arena, "❝ %zu/%zu %.*s%s", number, total, STR_ARG(who),
		quote->speaker.length && !quote->is_certain ? " ?" : "");
}

/* From where the reader is: the focused one while it is on the screen, else the first from the top line on. */
static size_t quote_from_here(const struct reader *reader, int direction)
{
	size_t best = QUOTE_NONE;

	for (size_t i = 0; i < reader->entry.article.quotes.count; i++) {
		const struct quote *quote = &reader->entry.article.quotes.items[i];
		size_t line = layout_line_of(&reader->layout, quote->block, quote->start);

		if (!reader_quote_is_shown(reader, i))
			continue;
		if (direction > 0 && line >= reader->top)
			return i;
		if (direction < 0 && line < reader->top)
			best = i;
	}
	return best;
}

void reader_focus_nearest(struct view *view)
{
	struct reader *reader = view->state;
	size_t quote = reader->quote != QUOTE_NONE ? reader->quote : quote_from_here(reader, 1);

	reader_focus_quote(view, quote != QUOTE_NONE ? quote : reader_next_quote(reader, QUOTE_NONE, 1));
}

static bool focus_is_visible(const struct reader *reader)
{
	const struct quote *quote;
	size_t line;

	if (reader->quote == QUOTE_NONE)
		return false;
	quote = &reader->entry.article.quotes.items[reader->quote];
	line = layout_line_of(&reader->layout, quote->block, quote->start);
	return line >= reader->top && line < reader->top + (size_t)reader->height;
}

static void step_quote(struct view *view, int direction)
{
	struct reader *reader = view->state;
	size_t next = focus_is_visible(reader) ? reader_next_quote(reader, reader->quote, direction) :
	                                       quote_from_here(reader, direction);

	if (next != QUOTE_NONE)
		reader_focus_quote(view, next);
	else if (reader_next_quote(reader, QUOTE_NONE, 1) == QUOTE_NONE)
		ui_notice(view->ui, "nobody is quoted in this article");
	else
		ui_notice(view->ui, direction > 0 ? "this is the last quotation" : "this is the first quotation");
}

static void run_next_quote(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		step_quote(view, 1);
}

static void run_previous_quote(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		step_quote(view, -1);
}

static void run_quotes(struct view *view, long count)
{
	(void)count;
	quotes_toggle(view);
}

/* ---- search, neighbours, marks */

static void run_search(struct view *view, long count)
{
	(void)count;
	reader_ask_words(view);
}

static void next_match_or_unread(struct view *view, int direction)
{
	if (!reader_next_match(view, direction) && !open_neighbour(view, direction, true))
		ui_notice(view->ui, direction > 0 ? "no unread article below" : "no unread article above");
}

static void run_next(struct view *view, long count)
{
	(void)count;
	next_match_or_unread(view, 1);
}

static void run_previous(struct view *view, long count)
{
	(void)count;
	next_match_or_unread(view, -1);
}

static void run_previous_unread(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, -1, true))
		ui_notice(view->ui, "no unread article above");
}

static void run_next_article(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, 1, false))
		ui_notice(view->ui, "this is the last article of the list");
}

static void run_previous_article(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, -1, false))
		ui_notice(view->ui, "this is the first article of the list");
}

static void run_cancel(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	if (reader->matches.count)
		reader_forget_matches(view);
	else if (reader->quote != QUOTE_NONE)
		reader_focus_quote(view, QUOTE_NONE);
	else
		ui_notice(view->ui, "nothing to cancel; q goes back to the list");
}

static void toggle(struct view *view, bool *state, enum store_mark on, enum store_mark off)
{
	struct reader *reader = view->state;

	*state = !*state;
	ui_mark(view->ui, *state ? on : off, &reader->id, 1);
	if (reader->list)
		headlines_take_states(reader->list);
}

static void run_toggle_read(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	toggle(view, &reader->entry.is_read, STORE_READ, STORE_UNREAD);
}

static void run_toggle_star(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	toggle(view, &reader->entry.is_starred, STORE_STAR, STORE_UNSTAR);
}

/* ---- links */

/* The address of link `count`, of the article when there is none; absent after a notice. */
static struct str address(struct view *view, long count)
{
	const struct reader *reader = view->state;

	if (count == 0)
		return reader->entry.article.link;
	if ((size_t)count <= reader->layout.links.count)
		return reader->layout.links.items[count - 1];
	ui_notice(view->ui, "there is no link %ld; this article has %zu", count, reader->layout.links.count);
	return STR_NONE;
}

static void run_browse(struct view *view, long count)
{
	struct str link = address(view, count);

	if (link.data || count == 0)
		ui_browse(view->ui, link);
}

static void run_copy(struct view *view, long count)
{
	struct str link = address(view, count);

	if (link.data || count == 0)
		ui_copy(view->ui, link, "the address");
}

static void run_full_text(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	if (reader->entry.is_full || reader->shows_feed_text) {
		reader_switch_text(view);
		ui_notice(view->ui, reader->shows_feed_text ? "the feed's own text" : "the full text");
	} else if (reader->entry.article.link.length) {
		engine_fetch_page(view->ui->engine, reader->id);
		ui_notice(view->ui, "fetching the page");
	} else {
		ui_notice(view->ui, "this article has no address to fetch its text from");
	}
}

static void run_reload(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	engine_refresh(view->ui->engine, &reader->entry.feed, 1, true);
	ui_notice(view->ui, "asking %.*s what is new", STR_ARG(reader->entry.feed_title));
}

static void run_info(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	info_open(view, reader->id);
}

static void run_like_this(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	likethis_open(view, reader->id);
}

static void run_outline(struct view *view, long count)
{
	(void)count;
	outline_open(view);
}

static void run_tags(struct view *view, long count)
{
	const struct reader *reader = view->state;
	struct view *list = reader->list;

	(void)count;
	if (list == NULL)
		return;
	ui_pop_to(view->ui, list); /* and with it this view */
	tagpicker_open(list);
}

#define SHARED(name) {"article", name, NULL, NULL}
#define OWN(name, keys, help) {"article", name, keys, help}

const struct action reader_actions[READER_ACTION_COUNT] = {
	{OWN("next-section", "] >", "next section"), run_next_section, true},
	{OWN("previous-section", "[ <lt>", "section before"), run_previous_section, true},
	{OWN("next-quote", ")", "next quotation"), run_next_quote, true},
	{OWN("previous-quote", "(", "quotation before"), run_previous_quote, true},
	{OWN("next-paragraph", "} e", "next paragraph"), run_next_paragraph, true},
	{OWN("previous-paragraph", "{ ge", "paragraph before"), run_previous_paragraph, true},
	{OWN("next-article", "J", "next article of the list"), run_next_article, false},
	{OWN("previous-article", "K", "article before in the list"), run_previous_article, false},
	{OWN("shift-right", "<Right> l", "preformatted text to the left, to see its right"), run_shift_right, true},
	{OWN("shift-left", "<Left> h", "preformatted text back; else back to the list"), run_shift_left, true},
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{SHARED("half-down"), run_half_down, false},
	{SHARED("half-up"), run_half_up, false},
	{SHARED("page-down"), run_page_down, false},
	{SHARED("page-up"), run_page_up, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, true},
	{SHARED("quotes"), run_quotes, false},
	{SHARED("search"), run_search, false},
	{SHARED("next"), run_next, false},
	{SHARED("previous"), run_previous, false},
	{SHARED("previous-unread"), run_previous_unread, false},
	{SHARED("cancel"), run_cancel, false},
	{SHARED("toggle-read"), run_toggle_read, false},
	{SHARED("toggle-star"), run_toggle_star, false},
	{SHARED("browse"), run_browse, true},
	{SHARED("copy"), run_copy, true},
	{SHARED("full-text"), run_full_text, false},
	{SHARED("outline"), run_outline, false},
	{SHARED("tags"), run_tags, false},
	{SHARED("reload"), run_reload, false},
	{SHARED("info"), run_info, false},
	{SHARED("like-this"), run_like_this, false},
};
