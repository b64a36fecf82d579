#include "layout.h"

#include "dateline/article/listmark.h"
#include "dateline/base/buffer.h"
#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"

#define INDENT_MOST 12
#define TABLE_CELLS_MOST 32
#define TABLE_GAP 3

#define NO_BREAK_SPACE "\xc2\xa0" /* a number never stands on a line without the word it belongs to */

/* ---- pieces */

size_t piece_shown_offset(const struct piece *piece, size_t offset)
{
	for (size_t i = 0; i < piece->insertions.count; i++)
		if (piece->insertions.items[i].at <= offset)
			offset += piece->insertions.items[i].length;
	return offset;
}

size_t piece_source_offset(const struct piece *piece, size_t offset)
{
	size_t before = 0;

	for (size_t i = 0; i < piece->insertions.count; i++) {
		const struct insertion *in = &piece->insertions.items[i];

		if (in->at >= offset)
			break;
		before += offset < in->at + in->length ? offset - in->at : in->length;
	}
	return offset - before;
}

static size_t add_piece(struct layout *layout, struct str text, size_t block)
{
	*LIST_PUSH(&layout->arena, &layout->pieces) = (struct piece){.text = text, .block = block};
	return layout->pieces.count - 1;
}

static size_t number_link(struct layout *layout, struct str address)
{
	for (size_t i = 0; i < layout->links.count; i++)
		if (str_equal(layout->links.items[i], address))
			return i + 1;
	*LIST_PUSH(&layout->arena, &layout->links) = address;
	return layout->links.count;
}

static bool is_link(const struct span *span)
{
	return span->kind == SPAN_LINK && span->href.length > 0;
}

/* A block's text with the numbers of its links behind their words. */
static size_t add_block_piece(struct layout *layout, size_t index)
{
	const struct block *block = &layout->article->blocks.items[index];
	size_t piece = add_piece(layout, block->text.data ? block->text : STR(""), index), copied = 0;
	struct insertion_list *insertions = &layout->pieces.items[piece].insertions;
	struct buffer text = {0};

	for (size_t i = 0; i < block->spans.count; i++) {
		const struct span *span = &block->spans.items[i];
		size_t end = span->end < block->text.length ? span->end : block->text.length;
		size_t start;

		if (!is_link(span) || end < copied)
			continue;
		buffer_add(&text, str_slice(block->text, copied, end));
		copied = end;
		start = text.length;
		buffer_printf(&text, "%s[%zu]", end ? NO_BREAK_SPACE : "", number_link(layout, span->href));
		*LIST_PUSH(&layout->arena, insertions) = (struct insertion){start, text.length - start};
	}
	if (insertions->count) {
		buffer_add(&text, str_from_offset(block->text, copied));
		layout->pieces.items[piece].text = arena_copy(&layout->arena, buffer_str(&text));
	}
	buffer_finish(&text);
	return piece;
}

/* ---- lines */

static struct line *add_line(struct layout *layout, enum line_kind kind)
{
	struct line *line = LIST_PUSH(&layout->arena, &layout->lines);

	line->kind = kind;
	line->piece = SIZE_MAX;
	return line;
}

static void add_blank(struct layout *layout)
{
	if (layout->lines.count && layout->lines.items[layout->lines.count - 1].kind != LINE_BLANK)
		add_line(layout, LINE_BLANK);
}

/* A lead that leaves too little room beside it has a line of its own. */
static void set_lead(struct layout *layout, enum line_kind kind, size_t piece, size_t start, struct str lead)
{
	struct line *line = add_line(layout, kind);

	line->piece = piece;
	line->start = line->end = start;
	line->lead = lead;
}

/* Breaks part of a piece into lines; the lead stands before the first of them, the others hang. The bar of what is
 * quoted stands before them all. */
static void set_text(struct layout *layout, enum line_kind kind, size_t piece, size_t start, size_t end,
	struct str lead, int lead_indent)
{
	struct str text = str_slice(layout->pieces.items[piece].text, 0, end);
	uint8_t *breaks = arena_alloc(&layout->arena, text.length + 1);
	int indent = lead_indent + (int)utf8_columns(lead);

	if (indent > layout->measure * 2 / 3 && lead.length) {
		set_lead(layout, kind, piece, start, lead);
		lead = STR_NONE;
	}
	if (indent > layout->measure * 2 / 3)
		indent = layout->measure > 20 ? 2 : 0;
	linebreak_find(text, breaks);
	do {
		struct text_line broken = linebreak_fit(text, breaks, start, layout->measure - indent);
		struct line *line = add_line(layout, kind);

		line->piece = piece;
		line->start = broken.start;
		line->end = broken.end;
		line->indent = indent;
		line->lead = lead;
		line->lead_indent = lead_indent;
		if (kind != LINE_BLOCKQUOTE)
			lead = STR_NONE;
		start = broken.next;
	} while (start < text.length);
}

static void set_whole(
	struct layout *layout, enum line_kind kind, size_t piece, struct str lead, int lead_indent)
{
	set_text(layout, kind, piece, 0, layout->pieces.items[piece].text.length, lead, lead_indent);
}

static void set_preformatted(struct layout *layout, size_t piece)
{
	struct str text = layout->pieces.items[piece].text;
	size_t start = 0;

	while (start <= text.length) {
		size_t end = str_find_char(text, '\n', start);
		struct line *line = add_line(layout, LINE_PREFORMATTED);

		line->piece = piece;
		line->start = start;
		line->end = end == STR_NPOS ? text.length : end;
		line->indent = 2;
		start = line->end + 1;
	}
}

/* ---- tables */

struct table {
	size_t first, end; /* blocks */
	int widths[TABLE_CELLS_MOST];
	size_t cell_count;
};

static struct table find_table(const struct block_list *blocks, size_t first)
{
	struct table table = {.first = first, .end = first};

	for (; table.end < blocks->count && blocks->items[table.end].kind == BLOCK_TABLE_ROW; table.end++) {
		struct str rest = blocks->items[table.end].text, cell;

		for (size_t i = 0; i < TABLE_CELLS_MOST && str_next(&rest, '\t', &cell); i++) {
			int width = (int)utf8_columns(cell);

			if (width > table.widths[i])
				table.widths[i] = width;
			if (i >= table.cell_count)
				table.cell_count = i + 1;
		}
	}
	return table;
}

static int table_width(const struct table *table)
{
	int width = 0;

	for (size_t i = 0; i < table->cell_count; i++)
		width += table->widths[i] + (i ? TABLE_GAP : 0);
	return width;
}

/* Link numbers make a cell wider than its text: such a table is set as values. */
static bool has_links(const struct layout *layout, const struct table *table)
{
	const struct block_list *blocks = &layout->article->blocks;

	for (size_t i = table->first; i < table->end; i++)
		for (size_t j = 0; j < blocks->items[i].spans.count; j++)
			if (is_link(&blocks->items[i].spans.items[j]))
				return true;
	return false;
}

static void set_table_grid(struct layout *layout, const struct table *table)
{
	int *stops = arena_array(&layout->arena, TABLE_CELLS_MOST + 1, sizeof *stops);

	for (size_t i = 1; i <= table->cell_count; i++)
		stops[i] = stops[i - 1] + table->widths[i - 1] + TABLE_GAP;
	for (size_t i = table->first; i < table->end; i++) {
		size_t piece = add_piece(layout, layout->article->blocks.items[i].text, i);
		struct line *line;

		layout->first_lines[i] = layout->lines.count;
		line = add_line(layout, LINE_TABLE);
		line->piece = piece;
		line->end = layout->pieces.items[piece].text.length;
		line->stops = stops;
		if (i == table->first && table->end - table->first > 1)
			line->lead = STR("heading");
	}
}

static struct str heading_of(struct layout *layout, const struct table *table, size_t cell)
{
	struct str rest = layout->article->blocks.items[table->first].text, heading;

	for (size_t i = 0; str_next(&rest, '\t', &heading); i++)
		if (i == cell && heading.length > 0)
			return arena_printf(&layout->arena, "%.*s: ", STR_ARG(heading));
	return STR_NONE;
}

static void set_row_values(struct layout *layout, const struct table *table, size_t block)
{
	size_t piece = add_block_piece(layout, block), start = 0;
	struct str text = layout->pieces.items[piece].text;
	bool is_heading = block == table->first && table->end - table->first > 1;

	layout->first_lines[block] = layout->lines.count;
	for (size_t cell = 0; start <= text.length && cell < TABLE_CELLS_MOST; cell++) {
		size_t end = str_find_char(text, '\t', start);

		if (end == STR_NPOS)
			end = text.length;
		if (end > start && !is_heading)
			set_text(layout, LINE_TABLE_VALUE, piece, start, end, heading_of(layout, table, cell),
				0);
		start = end + 1;
	}
	if (!is_heading)
		add_blank(layout);
}

static size_t set_table(struct layout *layout, size_t first)
{
	struct table table = find_table(&layout->article->blocks, first);

	if (table_width(&table) <= layout->measure && !has_links(layout, &table)) {
		set_table_grid(layout, &table);
		return table.end;
	}
	for (size_t i = table.first; i < table.end; i++)
		set_row_values(layout, &table, i);
	return table.end;
}

/* ---- blocks */

static int indent_of(int level)
{
	int indent = level > 1 ? (level - 1) * 2 : 0;

	return indent < INDENT_MOST ? indent : INDENT_MOST;
}

static struct str section_number(struct layout *layout, size_t block)
{
	const struct section_list *sections = &layout->article->sections;

	for (size_t i = 0; i < sections->count; i++)
		if (sections->items[i].block == block)
			return arena_printf(&layout->arena, "§ %zu  ", i + 1);
	return STR_NONE;
}

static bool is_tight(const struct block *block, const struct block *before)
{
	return before != NULL && block->kind == before->kind &&
	       (block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_RELATED);
}

static void set_image(struct layout *layout, size_t index)
{
	bool is_described = layout->article->blocks.items[index].text.length > 0;
	size_t piece = add_block_piece(layout, index);

	set_whole(layout, LINE_IMAGE, piece, is_described ? STR("▣ ") : STR("▣ image "), 0);
}

static void set_item(struct layout *layout, struct list_marker *marker, size_t index)
{
	int indent;
	struct str mark =
		list_mark(marker, &layout->article->blocks, index, STR("• "), &layout->arena, &indent);

	set_whole(layout, LINE_LIST_ITEM, add_block_piece(layout, index), mark,
		indent < INDENT_MOST ? indent : INDENT_MOST);
}

static void set_block(struct layout *layout, struct list_marker *marker, size_t index)
{
	const struct block *block = &layout->article->blocks.items[index];

	switch (block->kind) {
	case BLOCK_HEADING:
		set_whole(layout, LINE_HEADING, add_block_piece(layout, index), section_number(layout, index),
			0);
		break;
	case BLOCK_BLOCKQUOTE:
		set_whole(layout, LINE_BLOCKQUOTE, add_block_piece(layout, index), STR("│ "),
			indent_of(block->level));
		break;
	case BLOCK_LIST_ITEM:
		set_item(layout, marker, index);
		break;
	case BLOCK_PREFORMATTED:
		set_preformatted(layout, add_piece(layout, block->text, index));
		break;
	case BLOCK_IMAGE:
		set_image(layout, index);
		break;
	case BLOCK_RULE:
		add_line(layout, LINE_RULE);
		break;
	case BLOCK_RELATED:
		set_whole(layout, LINE_RELATED, add_block_piece(layout, index), STR("› "), 2);
		break;
	case BLOCK_PARAGRAPH:
	case BLOCK_TABLE_ROW:
		set_whole(layout, LINE_TEXT, add_block_piece(layout, index), STR_NONE, 0);
		break;
	}
}

static void set_blocks(struct layout *layout)
{
	const struct block_list *blocks = &layout->article->blocks;
	struct list_marker marker = {0};

	for (size_t i = 0; i < blocks->count;) {
		const struct block *before = i ? &blocks->items[i - 1] : NULL;

		if (!is_tight(&blocks->items[i], before))
			add_blank(layout);
		layout->first_lines[i] = layout->lines.count;
		if (blocks->items[i].kind == BLOCK_TABLE_ROW) {
			i = set_table(layout, i);
			continue;
		}
		set_block(layout, &marker, i++);
	}
}

/* ---- head and foot */

static void set_part(struct layout *layout, enum line_kind kind, struct str text)
{
	if (text.length)
		set_whole(layout, kind, add_piece(layout, text, SIZE_MAX), STR_NONE, 0);
}

static void set_head(struct layout *layout, const struct layout_head *head)
{
	set_part(layout, LINE_TITLE, head->title);
	set_part(layout, LINE_BYLINE, head->byline);
	set_part(layout, LINE_TAGS, head->tags);
	if (head->standfirst.length) {
		add_blank(layout);
		set_part(layout, LINE_STANDFIRST, head->standfirst);
	}
}

static struct str related_text(struct layout *layout, const struct related *related)
{
	struct arena *arena = &layout->arena;
	struct str text = related->title.length ? related->title : related->link;

	if (related->label.length)
		text = arena_printf(arena, "%.*s: %.*s", STR_ARG(related->label), STR_ARG(text));
	if (related->link.length)
		text = arena_printf(arena, "%.*s" NO_BREAK_SPACE "[%zu]", STR_ARG(text),
			number_link(layout, related->link));
	return text;
}

static void set_related(struct layout *layout)
{
	const struct related_list *related = &layout->article->related;

	if (related->count == 0)
		return;
	add_blank(layout);
	add_line(layout, LINE_RULE);
	for (size_t i = 0; i < related->count; i++)
		set_whole(layout, LINE_RELATED,
			add_piece(layout, related_text(layout, &related->items[i]), SIZE_MAX), STR("› "), 2);
}

void layout_make(
	struct layout *layout, const struct article *article, const struct layout_head *head, int columns)
{
	arena_reset(&layout->arena);
	*layout = (struct layout){
		.arena = layout->arena,
		.article = article,
		.measure = columns > 1 ? columns : 1,
	};
	layout->first_lines =
		arena_array(&layout->arena, article->blocks.count + 1, sizeof *layout->first_lines);
	set_head(layout, head);
	set_blocks(layout);
	set_related(layout);
	if (head->note.length) {
		add_blank(layout);
		set_part(layout, LINE_NOTE, head->note);
	}
}

void layout_finish(struct layout *layout)
{
	arena_finish(&layout->arena);
	*layout = (struct layout){0};
}

/* ---- places */

size_t layout_line_of(const struct layout *layout, size_t block, size_t offset)
{
	size_t line, found;

	if (block >= layout->article->blocks.count || layout->lines.count == 0)
		return layout->lines.count ? layout->lines.count - 1 : 0;
	found = line = layout->first_lines[block];
	for (; line < layout->lines.count; line++) {
		const struct line *here = &layout->lines.items[line];
		const struct piece *piece;

		if (here->piece == SIZE_MAX)
			continue;
		piece = &layout->pieces.items[here->piece];
		if (piece->block != block || here->start > piece_shown_offset(piece, offset))
			break;
		found = line;
	}
	return found < layout->lines.count ? found : layout->lines.count - 1;
}

bool layout_place_of(const struct layout *layout, size_t line, size_t *block, size_t *offset)
{
	for (; line < layout->lines.count; line++) {
		const struct line *here = &layout->lines.items[line];
		const struct piece *piece;

		if (here->piece == SIZE_MAX)
			continue;
		piece = &layout->pieces.items[here->piece];
		if (piece->block == SIZE_MAX)
			continue;
		*block = piece->block;
		*offset = piece_source_offset(piece, here->start);
		return true;
	}
	return false;
}
