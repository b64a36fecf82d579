#include "dateline/store/names.h"

#include "dateline/article/name.h"
#include "store/chosen.h"
#include "store/passage.h"
#include "store/quoterow.h"

static void read_store_quote(sqlite3_stmt *row, struct arena *arena, struct store_quote *quote)
{
	quote->article = sqlite3_column_int64(row, 0);
	quote->feed = sqlite3_column_int64(row, 1);
	quote->position = (size_t)sqlite3_column_int64(row, 2);
	quote->title = column_text(row, 3, arena);
	quote->feed_title = column_text(row, 4, arena);
	quote->time = sqlite3_column_int64(row, 5);
	read_quote_row(row, 8, arena, &quote->quote);
}

/* The text is read only of an article that has no other name. */
static struct str read_name(
	struct store *store, sqlite3_stmt *row, const struct store_quote *quote, struct arena *arena)
{
	struct str standfirst = column_text(row, 6, arena), opening = STR_NONE;

	if (quote->title.length == 0 && standfirst.length == 0)
		opening = passage_opening(store, quote->article, arena);
	return article_name(quote->title, standfirst, opening, column_text(row, 7, arena));
}

static bool read_quotes_of(struct store *store, const struct query *query, int64_t article, size_t most,
	struct arena *arena, struct store_quote_list *quotes, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"SELECT a.id, a.feed, q.position, a.title, coalesce(f.user_title, f.title, f.address),"
		" coalesce(a.published, a.seen_at), a.standfirst, a.link, " QUOTE_COLUMNS
		" FROM quote q JOIN article a ON a.id = q.article"
		" JOIN feed f ON f.id = a.feed LEFT JOIN speaker s ON s.id = q.speaker"
		" WHERE q.article = ?1 ORDER BY q.position");
	struct str name = STR_NONE;
	bool failed = false;

	bind_number(row, 1, article);
	while (statement_next(store, row, &failed, error)) {
		struct store_quote quote;

		read_store_quote(row, arena, &quote);
		quote.name = name = name.length ? name : read_name(store, row, &quote, arena);
		if (quotes->count < most && (query == NULL || query_matches_quote(query, &quote.quote)))
			*LIST_PUSH(arena, quotes) = quote;
	}
	return !failed;
}

bool store_quotes(struct store *store, const struct query *query, size_t most, struct arena *arena,
	struct store_quote_list *quotes, struct error *error)
{
	struct query_sql sql;
	sqlite3_stmt *row;
	bool failed = false, is_done = true;
	int next = 1;

	*quotes = (struct store_quote_list){0};
	arena_reset(&store->scratch);
	chosen_compile(store, query, &store->scratch, &sql);
	row = chosen_statement(store, &sql, "SELECT a.id FROM article a",
		" AND a.quote_count > 0 ORDER BY a.sort_time DESC, a.id DESC", &next);
	while (is_done && quotes->count < most && statement_next(store, row, &failed, error))
		is_done = read_quotes_of(
			store, query, sqlite3_column_int64(row, 0), most, arena, quotes, error);
	statement_drop(row);
	return is_done && !failed;
}
