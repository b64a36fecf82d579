/* layout.h - an article as lines of text at a measure */
#ifndef DATELINE_UI_LAYOUT_H
#define DATELINE_UI_LAYOUT_H

#include "dateline/article/article.h"
#include "dateline/base/arena.h"

enum line_kind {
	LINE_BLANK,
	LINE_TITLE,
	LINE_BYLINE,
	LINE_TAGS,
	LINE_STANDFIRST,
	LINE_HEADING,
	LINE_TEXT,
	LINE_BLOCKQUOTE,
	LINE_LIST_ITEM,
	LINE_PREFORMATTED,
	LINE_TABLE,       /* cells parted by tabs, at the stops */
	LINE_TABLE_VALUE, /* one cell; its heading is the lead */
	LINE_IMAGE,
	LINE_RULE,
	LINE_RELATED,
	LINE_NOTE, /* the program speaks: there is no text, … */
};

/* A stretch of text that is broken into lines: a block, or a part of the head. Numbers of links are put into
 * the text behind their words, so an offset into the block and one into what is shown may differ. */
struct insertion {
	size_t at, length; /* bytes, in the shown text */
};

struct insertion_list {
	struct insertion *items;
	size_t count, capacity;
};

struct piece {
	struct str text; /* as shown */
	size_t block;    /* index of the block, or SIZE_MAX */
	struct insertion_list insertions;
};

struct piece_list {
	struct piece *items;
	size_t count, capacity;
};

struct line {
	enum line_kind kind;
	size_t piece;      /* SIZE_MAX: nothing but the lead */
	size_t start, end; /* bytes of the piece's text */
	int indent;        /* cells before the text */
	struct str lead;   /* stands before the text: a list mark, a section's number, a heading of a table */
	int lead_indent;
	const int *stops; /* of a table: the column of each cell; a number of stops is not needed, tabs are */
};

struct line_list {
	struct line *items;
	size_t count, capacity;
};

/* What stands above the text; absent parts are left out. Made for the terminal already. */
struct layout_head {
	struct str title, byline, tags, standfirst;
	struct str note; /* below everything, instead of a text: why there is none and what can be done */
};

struct layout {
	struct arena arena;
	const struct article *article;
	int measure;
	struct piece_list pieces;
	struct line_list lines;
	struct str_list links; /* addresses: link n is items[n - 1] */
	size_t *first_lines;   /* of each block, article->blocks.count of them */
};

/* Sets an article at a measure of `columns` cells (at least 1). The article must outlive the layout. A layout
 * of zeroes is ready; made again, it forgets the one before. */
void layout_make(
	struct layout *layout, const struct article *article, const struct layout_head *head, int columns);
void layout_finish(struct layout *layout);

/* The line in which a byte of a block's text stands. */
size_t layout_line_of(const struct layout *layout, size_t block, size_t offset);

/* The place in the article where a line starts: the nearest text at or below it. False when there is none. */
bool layout_place_of(const struct layout *layout, size_t line, size_t *block, size_t *offset);

size_t piece_shown_offset(const struct piece *piece, size_t offset);  /* block to screen */
size_t piece_source_offset(const struct piece *piece, size_t offset); /* screen to block */

#endif
