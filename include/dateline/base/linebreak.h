/* linebreak.h - where a line of text may end, and which code points stay together in one place on the screen
 */
#ifndef DATELINE_BASE_LINEBREAK_H
#define DATELINE_BASE_LINEBREAK_H

#include "dateline/base/str.h"

enum linebreak { LINEBREAK_NEVER, LINEBREAK_MAY, LINEBREAK_MUST };

/* Says for each byte whether a line may, or must, end before it. Source: UAX 14 as libunistring has it.
 *   text    UTF-8
 *   breaks  room for text.length entries, each an enum linebreak */
void linebreak_find(struct str text, uint8_t *breaks);

struct text_line {
	size_t start, end; /* bytes shown; blanks at the end of the line are left out */
	size_t next;       /* where the next line starts */
	int columns;       /* cells of what is shown */
};

/* The line that starts at `start`, at most `columns_most` cells wide. A word that is wider than a whole line
 * is cut between clusters; a cluster that is wider than a line still gets one. Tabs count as one blank.
 *   breaks  as linebreak_find made it for all of `text` */
struct text_line linebreak_fit(struct str text, const uint8_t *breaks, size_t start, int columns_most);

/* The length in bytes of what takes one place on the screen at `offset`: a character with its combining
 * marks, a flag, a joined emoji; *columns is the cells it takes, 0 for a mark alone. */
size_t cluster_length(struct str text, size_t offset, int *columns);

/* The longest beginning of `text` that fits: its length in bytes, and the cells it takes (may be NULL). */
size_t cluster_fit(struct str text, int columns_most, int *columns);

#endif
