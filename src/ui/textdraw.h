/* textdraw.h - one line of a layout as cells */
#ifndef DATELINE_UI_TEXTDRAW_H
#define DATELINE_UI_TEXTDRAW_H

#include "cells.h"
#include "layout.h"

/* A stretch of a piece that looks different: bytes of its shown text. A later mark lies over an earlier one.
 */
struct text_mark {
	size_t start, end;
	style_t style; /* role 0: only its signs are added */
};

struct text_mark_list {
	struct text_mark *items;
	size_t count, capacity;
};

/* Draws a line in a row of an area, from the area's first column on.
 *   marks  of the piece that the line shows
 *   shift  cells that preformatted text is moved to the left */
void textdraw_line(struct cells *cells, struct area area, int row, const struct layout *layout,
	const struct line *line, const struct text_mark_list *marks, int shift);

#endif
