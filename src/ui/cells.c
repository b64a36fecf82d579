#include "cells.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"

#include <stdlib.h>
#include <string.h>

void cells_resize(struct cells *cells, int rows, int columns)
{
	free(cells->items);
	cells->rows = rows;
	cells->columns = columns;
	cells->items = calloc((size_t)rows * (size_t)columns + 1, sizeof *cells->items);
	if (cells->items == NULL)
		abort();
	cells_clear(cells);
}

void cells_finish(struct cells *cells)
{
	free(cells->items);
	cells->items = NULL;
	cells->rows = cells->columns = 0;
}

void cells_clear(struct cells *cells)
{
	cells_fill(cells, cells_area(cells), 0);
}

struct area cells_area(const struct cells *cells)
{
	return (struct area){0, 0, cells->rows, cells->columns};
}

static int between(int low, int value, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct area area_rows(struct area area, int row, int rows)
{
	row = between(0, row, area.rows);
	return (struct area){area.row + row, area.column, between(0, rows, area.rows - row), area.columns};
}

struct area area_columns(struct area area, int column, int columns)
{
	column = between(0, column, area.columns);
	return (struct area){
		area.row, area.column + column, area.rows, between(0, columns, area.columns - column)};
}

static struct cell *cell_at(struct cells *cells, int row, int column)
{
	return &cells->items[(size_t)row * (size_t)cells->columns + (size_t)column];
}

/* A wide character that loses one half to something else becomes a blank in its other half. */
static void free_halves(struct cells *cells, int row, int column)
{
	struct cell *here = cell_at(cells, row, column);

	if (here->points[0] == 0 && column > 0)
		cell_at(cells, row, column - 1)->points[0] = ' ';
	if (column + 1 < cells->columns && cell_at(cells, row, column + 1)->points[0] == 0)
		cell_at(cells, row, column + 1)->points[0] = ' ';
}

static void set_cell(struct cells *cells, int row, int column, uint32_t point, style_t style)
{
	free_halves(cells, row, column);
	*cell_at(cells, row, column) = (struct cell){{point}, style};
}

#define NO_BREAK_SPACE 0xa0u

static const struct {
	uint32_t point;
	char plain;
} plain_signs[] = {
	{0x2018, '\''},
	{0x2019, '\''},
	{0x201c, '"'},
	{0x201d, '"'},
	{0x275d, '"'},
	{0x275e, '"'},
	{0x2013, '-'},
	{0x2014, '-'},
	{0x2026, '~'},
	{0x2022, '*'},
	{0x203a, '>'},
	{0x2039, '<'},
	{0x00b7, '.'},
	{0x2212, '-'},
	{0x2190, '<'},
	{0x2192, '>'},
	{0x25cf, '*'},
	{0x2605, '*'},
	{0x2500, '-'},
	{0x2502, '|'},
	{0x00ab, '<'},
	{0x00bb, '>'},
	{0x258c, '|'},
	{0x00a7, 'S'},
	{0x00b1, '+'},
	{0x27f3, '@'},
	{0x25a3, '#'},
	{0x2581, '_'}, /* bars, from low to high */
	{0x2582, '.'},
	{0x2583, ':'},
	{0x2584, '-'},
	{0x2585, '='},
	{0x2586, '+'},
	{0x2587, '*'},
	{0x2588, '#'},
	{0x00df, 's'},
	{0x00e6, 'a'},
	{0x00c6, 'A'},
	{0x00f8, 'o'},
	{0x00d8, 'O'},
	{0x0142, 'l'},
	{0x0141, 'L'},
	{0x0131, 'i'},
};

static char plain_sign(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(plain_signs); i++)
		if (plain_signs[i].point == c)
			return plain_signs[i].plain;
	return '\0';
}

static uint32_t plain_point(uint32_t c)
{
	c = utf8_without_marks(c);
	if (c < 0x80)
		return c;
	return plain_sign(c) ? (uint32_t)plain_sign(c) : '?';
}

/* What speech would read as "box drawings light horizontal" is a blank, and ornaments are plain signs. */
static uint32_t spoken_point(uint32_t c)
{
	if (c >= 0x2500 && c <= 0x259f)
		return ' ';
	return c >= 0x2030 && plain_sign(c) ? (uint32_t)plain_sign(c) : c;
}

static uint32_t point_for(const struct cells *cells, uint32_t c)
{
	if (c == NO_BREAK_SPACE)
		return ' '; /* which is also what is copied from the screen */
	if (cells->is_linear)
		c = spoken_point(c);
	return cells->is_ascii ? plain_point(c) : c;
}

/* Control characters, and format characters that can hide or reorder what stands around them. */
static bool must_not_be_shown(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c ||
	       (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	       c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

#define ZERO_WIDTH_NON_JOINER 0x200cu
#define ZERO_WIDTH_JOINER 0x200du

static bool is_flag_letter(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Which terminals make a wide picture of a narrow sign, they do not agree: none is asked to. */
static bool chooses_picture(uint32_t c)
{
	return c >= 0xfe00 && c <= 0xfe0f;
}

static bool joins(uint32_t c)
{
	return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
}

/* The points of a cluster that stand in its first cell: the first one and marks on it. Of a joined emoji that
 * is the first picture, for a cell holds one, and a joiner at its end would take hold of what stands beside
 * it. */
static void fill_cell(struct cells *cells, struct cell *cell, struct str cluster)
{
	size_t length, count = 0;

	for (size_t i = 0; i < cluster.length && count < CELL_POINTS; i += length) {
		uint32_t c = utf8_decode(cluster, i, &length);

		if (must_not_be_shown(c) || chooses_picture(c))
			continue;
		if (count && utf8_width(c) != 0)
			break;
		cell->points[count++] = point_for(cells, c);
		if (cells->is_ascii)
			break;
	}
	while (count > 1 && joins(cell->points[count - 1]))
		cell->points[--count] = 0;
}

/* Writes one cluster; the cells of it must be inside the picture. */
static void put_cluster(
	struct cells *cells, int row, int column, struct str cluster, int width, style_t style)
{
	size_t length;
	uint32_t first = utf8_decode(cluster, 0, &length);

	if (is_flag_letter(first) &&
		width == 2) { /* each in a cell of its own; the terminal makes the flag */
		put_cluster(cells, row, column, str_slice(cluster, 0, length), 1, style);
		put_cluster(cells, row, column + 1, str_from_offset(cluster, length), 1, style);
		return;
	}
	for (int i = 0; i < width; i++)
		set_cell(cells, row, column + i, i && !cells->is_ascii ? 0 : ' ', style);
	fill_cell(cells, cell_at(cells, row, column), cluster);
}

/* How many characters from `start` on are ASCII that is shown, each a cluster of its own: nearly all of what is
 * drawn. */
static size_t plain_length(struct str text, size_t start)
{
	size_t end = start;

	while (end < text.length && text.data[end] >= 0x20 && text.data[end] < 0x7f)
		end++;
	if (end > start && end < text.length && (unsigned char)text.data[end] >= 0x80)
		end--; /* a mark may follow it */
	return end - start;
}

/* Writes ASCII, a character to a cell; the cells must be inside the picture. */
static void put_plain(struct cells *cells, int row, int column, struct str text, style_t style)
{
	struct cell *cell = cell_at(cells, row, column);

	free_halves(cells, row, column);
	free_halves(cells, row, column + (int)text.length - 1);
	for (size_t i = 0; i < text.length; i++)
		cell[i] = (struct cell){{(unsigned char)text.data[i]}, style};
}

static int put_within(
	struct cells *cells, struct area area, int row, int column, int end, struct str text, style_t style)
{
	int width;

	for (size_t i = 0, length; i < text.length; i += length) {
		length = column >= 0 && column < end ? plain_length(text, i) : 0;
		if (length > 0) {
			length = length < (size_t)(end - column) ? length : (size_t)(end - column);
			put_plain(cells, area.row + row, area.column + column, str_slice(text, i, i + length), style);
			column += (int)length;
			continue;
		}
		length = cluster_length(text, i, &width);
		if (width == 0)
			continue;
		if (column + width > end)
			break;
		if (column >= 0)
			put_cluster(cells, area.row + row, area.column + column,
				str_slice(text, i, i + length), width, style);
		column += width;
	}
	return column;
}

int cells_put(struct cells *cells, struct area area, int row, int column, struct str text, style_t style)
{
	if (row < 0 || row >= area.rows)
		return column;
	return put_within(cells, area, row, column, area.columns, text, style);
}

int cells_put_cut(struct cells *cells, struct area area, int row, int column, int columns, struct str text,
	style_t style)
{
	int end = column + columns < area.columns ? column + columns : area.columns;

	if (row < 0 || row >= area.rows || end <= column)
		return column;
	if ((int)utf8_columns(text) <= end - column)
		return put_within(cells, area, row, column, end, text, style);
	column = put_within(cells, area, row, column, end - 1, text, style);
	return put_within(cells, area, row, column, end, STR("…"), style);
}

void cells_fill(struct cells *cells, struct area area, style_t style)
{
	for (int row = area.row; row < area.row + area.rows; row++) {
		if (area.columns > 0) {
			free_halves(cells, row, area.column);
			free_halves(cells, row, area.column + area.columns - 1);
		}
		for (int column = area.column; column < area.column + area.columns; column++)
			*cell_at(cells, row, column) = (struct cell){{' '}, style};
	}
}

int cells_focus(struct cells *cells, struct area area, int row, int column, const char *plain, style_t style)
{
	if (cells->focus_row < 0) {
		cells->focus_row = area.row + row;
		cells->focus_column = area.column + column;
	}
	return cells_sign(cells, area, row, column, "▌", cells->is_linear ? " " : plain, style);
}

int cells_sign(struct cells *cells, struct area area, int row, int column, const char *sign,
	const char *plain, style_t style)
{
	return cells_put(cells, area, row, column, str_from(cells->is_ascii ? plain : sign), style);
}

void cells_restyle(struct cells *cells, struct area area, int row, int column, int columns, style_t style)
{
	int end = between(0, column + columns, area.columns);

	if (row < 0 || row >= area.rows)
		return;
	for (column = between(0, column, area.columns); column < end; column++) {
		style_t *now = &cell_at(cells, area.row + row, area.column + column)->style;
		style_t role = STYLE_ROLE(style) ? STYLE_ROLE(style) : STYLE_ROLE(*now);

		*now = (style_t)(role | (*now & ~0xff) | (style & ~0xff));
	}
}

static void rule(
	struct cells *cells, struct area area, int row, const char *left, const char *right, style_t style)
{
	if (row < 0 || row >= area.rows)
		return;
	for (int column = 1; column < area.columns - 1; column++)
		cells_sign(cells, area, row, column, "─", "-", style);
	cells_sign(cells, area, row, 0, left, "+", style);
	cells_sign(cells, area, row, area.columns - 1, right, "+", style);
}

static void put_in_rule(
	struct cells *cells, struct area area, int row, int column, struct str text, style_t style)
{
	int room = area.columns - column - 4;

	if (text.length == 0 || room < 4)
		return;
	column = cells_put(cells, area, row, column, STR(" "), style);
	column = cells_put_cut(cells, area, row, column, room, text, style);
	cells_put(cells, area, row, column, STR(" "), style);
}

void cells_frame(struct cells *cells, struct area area, struct str title, struct str right, struct str foot,
	style_t style)
{
	cells_fill(cells, area, style);
	if (area.rows < 3 || area.columns < 4)
		return;
	rule(cells, area, 0, "┌", "┐", style);
	rule(cells, area, area.rows - 1, "└", "┘", style);
	cells_bar(cells, area_rows(area, 1, area.rows - 2), 0, style);
	cells_bar(cells, area_rows(area, 1, area.rows - 2), area.columns - 1, style);
	put_in_rule(cells, area, 0, 1, title, style);
	if ((int)(utf8_columns(right) + utf8_columns(title)) + 8 < area.columns)
		put_in_rule(cells, area, 0, area.columns - (int)utf8_columns(right) - 4, right, style);
	put_in_rule(cells, area, area.rows - 1, 1, foot, style);
}

void cells_bar(struct cells *cells, struct area area, int column, style_t style)
{
	for (int row = 0; row < area.rows; row++)
		cells_sign(cells, area, row, column, "│", "|", style);
}
