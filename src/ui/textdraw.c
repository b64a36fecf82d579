#include "textdraw.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"
#include "dateline/config/theme.h"

#define STYLED_BYTES_MOST 4096 /* of one line: more never fits on a screen */

static style_t style_of_kind(enum line_kind kind)
{
	switch (kind) {
	case LINE_TITLE:
		return ROLE_TITLE;
	case LINE_BYLINE:
		return ROLE_META;
	case LINE_TAGS:
		return ROLE_TAG;
	case LINE_STANDFIRST:
		return ROLE_TEXT | STYLE_STRONG;
	case LINE_HEADING:
		return ROLE_HEADING;
	case LINE_PREFORMATTED:
		return ROLE_CODE;
	case LINE_IMAGE:
	case LINE_NOTE:
		return ROLE_META;
	case LINE_RELATED:
		return ROLE_RELATED;
	default:
		return ROLE_TEXT;
	}
}

static style_t lead_style(enum line_kind kind)
{
	switch (kind) {
	case LINE_HEADING:
		return ROLE_HEADING;
	case LINE_BLOCKQUOTE:
		return ROLE_BORDER;
	case LINE_TABLE_VALUE:
		return ROLE_META;
	case LINE_RELATED:
		return ROLE_RELATED;
	default:
		return ROLE_META;
	}
}

static style_t style_of_span(enum span_kind kind)
{
	switch (kind) {
	case SPAN_LINK:
		return ROLE_LINK;
	case SPAN_STRONG:
		return STYLE_STRONG;
	case SPAN_EMPHASIS:
		return STYLE_EMPHASIS;
	case SPAN_CODE:
		return ROLE_CODE;
	}
	return 0;
}

struct styled { /* the bytes of one line and how each looks */
	size_t start, end;
	style_t styles[STYLED_BYTES_MOST];
};

static void lay(struct styled *styled, size_t start, size_t end, style_t style)
{
	if (start < styled->start)
		start = styled->start;
	if (end > styled->end)
		end = styled->end;
	for (size_t i = start; i < end; i++) {
		style_t *now = &styled->styles[i - styled->start];

		*now = (style_t)((STYLE_ROLE(style) ? STYLE_ROLE(style) : STYLE_ROLE(*now)) | (*now & ~0xff) |
				 (style & ~0xff));
	}
}

static void lay_spans(struct styled *styled, const struct layout *layout, const struct piece *piece)
{
	const struct block *block;

	if (piece->block == SIZE_MAX)
		return;
	block = &layout->article->blocks.items[piece->block];
	for (size_t i = 0; i < block->spans.count; i++) {
		const struct span *span = &block->spans.items[i];

		if (span->kind != SPAN_LINK || block->kind == BLOCK_PARAGRAPH ||
			block->kind == BLOCK_LIST_ITEM)
			lay(styled, piece_shown_offset(piece, span->start),
				piece_shown_offset(piece, span->end), style_of_span(span->kind));
	}
	for (size_t i = 0; i < piece->insertions.count; i++)
		lay(styled, piece->insertions.items[i].at,
			piece->insertions.items[i].at + piece->insertions.items[i].length, ROLE_META);
}

/* Runs of one style, from `column` on. */
static int put_runs(struct cells *cells, struct area area, int row, int column, struct str text,
	const struct styled *styled)
{
	size_t from = styled->start;

	while (from < styled->end) {
		style_t style = styled->styles[from - styled->start];
		size_t to = from + 1;

		while (to < styled->end && styled->styles[to - styled->start] == style)
			to++;
		column = cells_put(cells, area, row, column, str_slice(text, from, to), style);
		from = to;
	}
	return column;
}

/* The cells of a table stand at its stops. */
static void put_table(struct cells *cells, struct area area, int row, const struct line *line,
	struct str text, const struct styled *styled)
{
	size_t start = line->start;

	for (size_t cell = 0; start <= line->end; cell++) {
		size_t end = str_find_char(text, '\t', start);
		struct styled part = *styled;

		if (end == STR_NPOS || end > line->end)
			end = line->end;
		part.end = end < styled->end ? end : styled->end;
		for (size_t i = start; i < part.end; i++)
			part.styles[i - start] = styled->styles[i - styled->start];
		part.start = start;
		put_runs(cells, area, row, line->stops[cell], text, &part);
		start = end + 1;
	}
}

static void put_rule(struct cells *cells, struct area area, int row, int from, int to)
{
	for (int column = from; column < to; column++)
		cells_sign(cells, area, row, column, "─", "-", ROLE_BORDER);
}

/* Preformatted text is not wrapped: a sign at the edge says that it goes on. */
static void mark_more(struct cells *cells, struct area area, int row, const struct line *line,
	const struct piece *piece, size_t start)
{
	struct str shown = str_slice(piece->text, start < line->end ? start : line->end, line->end);

	if (line->indent + (int)utf8_columns(shown) > area.columns)
		cells_sign(cells, area, row, area.columns - 1, "›", ">", ROLE_KEY);
}

void textdraw_line(struct cells *cells, struct area area, int row, const struct layout *layout,
	const struct line *line, const struct text_mark_list *marks, int shift)
{
	const struct piece *piece;
	struct styled styled = {0};
	style_t style = style_of_kind(line->kind);
	int column;

	if (line->kind == LINE_RULE)
		put_rule(cells, area, row, 0, layout->measure);
	if (line->piece == SIZE_MAX)
		return;
	piece = &layout->pieces.items[line->piece];
	styled.start = line->start;
	styled.end = line->end;
	if (line->kind == LINE_PREFORMATTED && shift)
		styled.start += cluster_fit(str_slice(piece->text, line->start, line->end), shift, NULL);
	if (styled.end - styled.start > STYLED_BYTES_MOST)
		styled.end = styled.start + STYLED_BYTES_MOST;
	for (size_t i = styled.start; i < styled.end; i++)
		styled.styles[i - styled.start] = style;
	lay_spans(&styled, layout, piece);
	for (size_t i = 0; i < marks->count; i++)
		lay(&styled, marks->items[i].start, marks->items[i].end, marks->items[i].style);
	if (line->kind == LINE_TABLE) {
		if (line->lead.length)
			lay(&styled, line->start, line->end, STYLE_STRONG | STYLE_UNDERLINE);
		put_table(cells, area, row, line, piece->text, &styled);
		return;
	}
	cells_put_cut(cells, area, row, line->lead_indent, area.columns, line->lead, lead_style(line->kind));
	column = put_runs(cells, area, row, line->indent, piece->text, &styled);
	if (line->kind == LINE_PREFORMATTED)
		mark_more(cells, area, row, line, piece, styled.start);
	if (line->kind == LINE_HEADING && line->end >= piece->text.length && column + 3 < layout->measure)
		put_rule(cells, area, row, column + 1, layout->measure);
}
