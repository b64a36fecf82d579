/* cells.h - one picture of the screen: a grid of cells, each with its text and its style */
#ifndef DATELINE_UI_CELLS_H
#define DATELINE_UI_CELLS_H

#include "dateline/base/str.h"

/* A style is a role of the theme with signs added to it. */
typedef uint32_t style_t;
#define STYLE_ROLE(style) ((style)&0xff)
#define STYLE_STRONG 0x100
#define STYLE_EMPHASIS 0x200
#define STYLE_UNDERLINE 0x400
#define STYLE_REVERSE 0x800

#define CELL_POINTS 5 /* code points that one cell can hold: as many as curses takes */

struct cell {                         /* without padding: cells are compared as bytes */
	uint32_t points[CELL_POINTS]; /* the first is 0 in the right half of a wide character */
	style_t style;
};

struct area {
	int row, column, rows, columns;
};

struct cells {
	int rows, columns;
	bool is_ascii;               /* the terminal shows nothing but ASCII */
	bool is_linear;              /* for speech and braille: no lines, bars and ornaments are drawn */
	int focus_row, focus_column; /* where the focus is, once cells_focus was called; row -1: nowhere */
	struct cell *items;
};

void cells_resize(struct cells *cells, int rows, int columns); /* the picture becomes empty */
void cells_finish(struct cells *cells);
void cells_clear(struct cells *cells);

struct area cells_area(const struct cells *cells); /* all of it */

/* The part of an area from `row` on, `rows` high; both are cut to what there is. */
struct area area_rows(struct area area, int row, int rows);
struct area area_columns(struct area area, int column, int columns);

/* Draws one line of text in an area, at a row and column counted from its corner, and clips it there. Control
 * characters are left out; a tab is a blank. returns  the column after the last cell */
int cells_put(struct cells *cells, struct area area, int row, int column, struct str text, style_t style);

/* The same in at most `columns` cells, with an ellipsis for what is cut off. */
int cells_put_cut(struct cells *cells, struct area area, int row, int column, int columns, struct str text,
	style_t style);

void cells_fill(struct cells *cells, struct area area, style_t style); /* blanks */

/* A sign in its own form, or the plain ASCII one where the terminal has no other. */
int cells_sign(struct cells *cells, struct area area, int row, int column, const char *sign,
	const char *plain, style_t style);

/* The sign in front of what has the focus; the place is kept in `cells`, for a cursor that speech follows. */
int cells_focus(struct cells *cells, struct area area, int row, int column, const char *plain, style_t style);

/* Gives cells that are drawn another style: `style` replaces the role unless it is 0, its signs are added. */
void cells_restyle(struct cells *cells, struct area area, int row, int column, int columns, style_t style);

/* Lines around and inside areas; the frame of a pop-up with a title at its top and a text at its foot. */
void cells_frame(struct cells *cells, struct area area, struct str title, struct str right, struct str foot,
	style_t style);
void cells_bar(
	struct cells *cells, struct area area, int column, style_t style); /* vertical, as high as the area */

#endif
