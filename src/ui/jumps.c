/* Jumps in an article: to sections, paragraphs and quotations. */
#include "motions.h"
#include "quotes.h"
#include "reader.h"

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

	reader_jump(reader, line_of_section(reader, section));
	reader_focus_quote(view, QUOTE_NONE);
}

void jump_to_next_section(struct view *view, long count)
{
	struct reader *reader = view->state;
	size_t sections = reader->entry.article.sections.count,
	       next = reader_section(reader) + 1; /* SIZE_MAX wraps to 0 */

	next += count > 1 ? (size_t)count - 1 : 0;
	if (sections == 0)
		ui_notice(view->ui, "this article has no sections; } is the next paragraph");
	else if (next >= sections)
		ui_notice(view->ui, "this is the last section");
	else
		show_section(view, next);
}

void jump_to_previous_section(struct view *view, long count)
{
	struct reader *reader = view->state;
	size_t here = reader_section(reader), back = count > 1 ? (size_t)count : 1;

	if (here == SIZE_MAX) {
		if (reader->top == 0)
			ui_notice(view->ui, "this is the top");
		reader_jump(reader, 0);
		return;
	}
	if (line_of_section(reader, here) < reader->top)
		back--;
	if (here < back)
		reader_jump(reader, 0);
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
		reader_jump(reader, line);
	else if (line < reader->top || line + 2 >= reader->top + height)
		reader_jump(reader, line > height / 3 ? line - height / 3 : 0);
}

/* ---- paragraphs */

void jump_to_next_paragraph(struct view *view, long count)
{
	struct reader *reader = view->state;
	long wanted = count ? count : 1;

	for (size_t i = 0; i < reader->entry.article.blocks.count; i++) {
		if (reader->layout.first_lines[i] <= reader->top)
			continue;
		if (--wanted == 0) {
			reader_jump(reader, reader->layout.first_lines[i]);
			return;
		}
	}
	ui_notice(view->ui, "this is the last paragraph");
}

void jump_to_previous_paragraph(struct view *view, long count)
{
	struct reader *reader = view->state;
	long wanted = count ? count : 1;

	for (size_t i = reader->entry.article.blocks.count; i-- > 0;) {
		if (reader->layout.first_lines[i] >= reader->top)
			continue;
		if (--wanted == 0) {
			reader_jump(reader, reader->layout.first_lines[i]);
			return;
		}
	}
	reader_jump(reader, 0);
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

size_t reader_quote_top(const struct reader *reader, size_t index)
{
	const struct quote_list *quotes = &reader->entry.article.quotes;
	size_t first = layout_line_of(
		       &reader->layout, quotes->items[index].block, quotes->items[index].start),
	       last;
	size_t height =
		reader->height > 1 ? (size_t)reader->height - 1 : 1; /* the last row is often spoken for */

	while (index + 1 < quotes->count && quotes->items[index + 1].continues)
		index++;
	last = layout_line_of(&reader->layout, quotes->items[index].block, quotes->items[index].end - 1);
	if (first >= reader->top && last < reader->top + height)
		return reader->top;
	if (last - first >= height * 2 / 3)
		return first;
	return first > height / 3 ? first - height / 3 : 0;
}

void reader_focus_quote(struct view *view, size_t index)
{
	struct reader *reader = view->state;

	reader->quote = index;
	if (view->side)
		quotes_follow(view->side, index);
	if (index == QUOTE_NONE)
		return;
	if (reader_quote_top(reader, index) != reader->top)
		reader_jump(reader, reader_quote_top(reader, index));
	reader->follows_quote = true;
}

struct str reader_quote_title(const struct reader *reader, struct arena *arena)
{
	const struct quote *quote = &reader->entry.article.quotes.items[reader->quote];
	struct str who = quote->speaker.length ? quote->speaker
			 : quote->role.length  ? quote->role
					       : STR("unattributed");
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

/* From where the reader is: the focused one while it is on the screen, else the first from the top line on.
 */
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
	size_t next = focus_is_visible(reader) ? reader_next_quote(reader, reader->quote, direction)
					       : quote_from_here(reader, direction);

	if (next != QUOTE_NONE)
		reader_focus_quote(view, next);
	else if (reader_next_quote(reader, QUOTE_NONE, 1) == QUOTE_NONE)
		ui_notice(view->ui, "nobody is quoted in this article");
	else
		ui_notice(view->ui,
			direction > 0 ? "this is the last quotation" : "this is the first quotation");
}

void jump_to_next_quote(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		step_quote(view, 1);
}

void jump_to_previous_quote(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		step_quote(view, -1);
}
