#include "store/quoterow.h"

static size_t column_size(sqlite3_stmt *row, int column)
{
	return (size_t)sqlite3_column_int64(row, column);
}

void read_quote_row(sqlite3_stmt *row, int column, struct arena *arena, struct quote *quote)
{
	*quote = (struct quote){.kind = (enum quote_kind)(sqlite3_column_int(row, column) & 3)};
	quote->text = column_text(row, column + 1, arena);
	quote->speaker = column_text(row, column + 2, arena);
	quote->role = column_text(row, column + 3, arena);
	quote->cue = column_text(row, column + 4, arena);
	quote->reason = column_text(row, column + 5, arena);
	quote->block = column_size(row, column + 6);
	quote->start = column_size(row, column + 7);
	quote->end = column_size(row, column + 8);
	quote->continues = sqlite3_column_int(row, column + 9);
	quote->is_certain = sqlite3_column_int(row, column + 10);
	quote->mention.is_known = sqlite3_column_type(row, column + 11) != SQLITE_NULL;
	quote->mention.block = column_size(row, column + 11);
	quote->mention.start = column_size(row, column + 12);
	quote->mention.end = column_size(row, column + 13);
}
