/* quoterow.h - one row of the quotations */
#ifndef DATELINE_STORE_QUOTEROW_H
#define DATELINE_STORE_QUOTEROW_H

#include "dateline/article/article.h"
#include "store/library.h"

#define QUOTE_COLUMNS                                                                                          \
	"q.kind, q.text, s.name, q.role, q.cue, q.reason, q.block, q.start, q.end, q.continues, q.is_certain," \
	" q.mention_block, q.mention_start, q.mention_end"
#define QUOTE_COLUMN_COUNT 14
#define QUOTE_SELECT "SELECT " QUOTE_COLUMNS " FROM quote q LEFT JOIN speaker s ON s.id = q.speaker"

/* Reads QUOTE_COLUMNS, beginning at `column`. */
void read_quote_row(sqlite3_stmt *row, int column, struct arena *arena, struct quote *quote);

#endif
