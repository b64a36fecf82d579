/* What the mouse points at in an article. */
#include "point.h"

#include "dateline/base/linebreak.h"
#include "reader.h"

/* A place in the text of a block, and whether it is one of the numbers that stand behind links. */
struct place {
	const struct block *block;
	size_t index, offset;
	bool is_number;
};

static bool is_in_insertion(const struct piece *piece, size_t byte)
{
	for (size_t i = 0; i < piece->insertions.count; i++)
		if (byte >= piece->insertions.items[i].at &&
			byte < piece->insertions.items[i].at + piece->insertions.items[i].length)
			return true;
	return false;
}

static bool find_place(struct view *view, int row, int column, struct place *place)
{
	const struct reader *reader = view->state;
	size_t number = reader->top + (size_t)(row - view->area.row), byte;
	const struct line *line;
	const struct piece *piece;

	if (number >= reader->layout.lines.count)
		return false;
	line = &reader->layout.lines.items[number];
	column -= view->area.column + (view->area.columns - reader->layout.measure) / 2 + line->indent;
	if (line->piece == SIZE_MAX || line->kind == LINE_TABLE || column < 0)
		return false;
	piece = &reader->layout.pieces.items[line->piece];
	if (line->kind == LINE_PREFORMATTED)
		column += reader->shift;
	byte = line->start + cluster_fit(str_slice(piece->text, line->start, line->end), column, NULL);
	if (piece->block == SIZE_MAX || byte >= line->end)
		return false;
	*place = (struct place){&reader->entry.article.blocks.items[piece->block], piece->block,
		piece_source_offset(piece, byte), is_in_insertion(piece, byte)};
	return true;
}

static struct str link_at(const struct place *place)
{
	for (size_t i = 0; i < place->block->spans.count; i++) {
		const struct span *span = &place->block->spans.items[i];

		if (span->kind == SPAN_LINK && span->start <= place->offset &&
			(place->is_number ? place->offset == span->end : place->offset < span->end))
			return span->href;
	}
	return STR_NONE;
}

/* The first part of it, when it goes on from one paragraph to the next. */
static size_t quote_at(const struct reader *reader, const struct place *place)
{
	const struct quote_list *quotes = &reader->entry.article.quotes;

	for (size_t i = 0; i < quotes->count; i++) {
		const struct quote *quote = &quotes->items[i];

		if (quote->block != place->index || place->offset < quote->start ||
			place->offset >= quote->end ||
			(quote->kind == QUOTE_INDIRECT && !reader->shows_indirect))
			continue;
		while (i > 0 && quotes->items[i].continues)
			i--;
		return i;
	}
	return QUOTE_NONE;
}

void point_click(struct view *view, int row, int column)
{
	struct reader *reader = view->state;
	struct place place;
	size_t quote;

	if (!find_place(view, row, column, &place))
		return;
	if (link_at(&place).length) {
		ui_browse(view->ui, link_at(&place));
		return;
	}
	quote = quote_at(reader, &place);
	if (quote != QUOTE_NONE)
		reader_focus_quote(view, quote);
}

void point_wheel(struct view *view, int direction)
{
	view_action(view, direction > 0 ? "down" : "up")->run(view, WHEEL_ROWS);
}
