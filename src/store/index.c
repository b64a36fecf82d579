#include "dateline/store/index.h"

#include "dateline/query/match.h"
#include "store/library.h"
#include "store/plain.h"

/* With many articles waiting the index is built from large pieces, and less is done at once to put them
 * together. What SQLite is told about it stays in the file, so that each connection tells it anew. */
#define MANY_WAITING 3000
#define HASH_BYTES_MANY (24 * 1024 * 1024)
#define HASH_BYTES_FEW (1024 * 1024)
#define PIECES_ALIKE_MANY 16 /* so many of one size are put together, bit by bit */
#define PIECES_ALIKE_FEW 8
#define PIECES_MOST 1000 /* with more they would all be put together at once, which takes seconds */
#define COUNT_MOST 1000000
#define INDEX_VERSION 2 /* of what is put into the index; another one has it made anew */

static bool configure(struct store *store, const char *name, int64_t value, struct error *error)
{
	sqlite3_stmt *row = statement(store, "INSERT INTO search (search, rank) VALUES (?, ?)");

	bind_text(row, 1, str_from(name));
	bind_number(row, 2, value);
	return statement_run(store, row, error);
}

static bool tune(struct store *store, bool many, struct error *error)
{
	enum index_tuning wanted = many ? INDEX_FOR_MANY : INDEX_FOR_FEW;

	if (store->index_tuning == wanted)
		return true;
	if (!configure(store, "automerge", many ? PIECES_ALIKE_MANY : PIECES_ALIKE_FEW, error) ||
		!configure(store, "crisismerge", PIECES_MOST, error) ||
		!configure(store, "hashsize", many ? HASH_BYTES_MANY : HASH_BYTES_FEW, error))
		return false;
	store->index_tuning = wanted;
	return true;
}

/* ---- one article */

static bool add_column(
	struct store *store, const char *sql, int64_t id, struct buffer *out, struct error *error)
{
	sqlite3_stmt *row = statement(store, sql);
	bool failed;

	bind_number(row, 1, id);
	while (statement_next(store, row, &failed, error)) {
		if (out->length)
			buffer_add(out, STR(" " QUERY_INDEX_BREAK " "));
		query_index_text(column_borrow(row, 0), out);
	}
	return !failed;
}

static bool add_body(struct store *store, int64_t id, bool is_full, struct buffer *plain, struct buffer *out,
	struct error *error)
{
	sqlite3_stmt *row = statement(store, is_full ? "SELECT kind, text FROM page WHERE article = ?"
						     : "SELECT kind, text FROM body WHERE article = ?");
	bool failed;

	bind_number(row, 1, id);
	while (statement_next(store, row, &failed, error)) {
		plain_text(column_borrow(row, 1), (enum content_kind)sqlite3_column_int(row, 0), plain);
		query_index_text(buffer_str(plain), out);
	}
	return !failed;
}

enum { TITLE, STANDFIRST, HEADING, BODY, TAGS, AUTHORS, SPEAKERS, COLUMN_COUNT };

/* The texts of one article on their way into the index; the memory serves for all. */
struct columns {
	struct buffer texts[COLUMN_COUNT], plain;
};

static bool fill_columns(
	struct store *store, int64_t id, bool is_full, struct columns *columns, struct error *error)
{
	struct buffer *texts = columns->texts;

	for (size_t i = 0; i < COLUMN_COUNT; i++)
		buffer_clear(&texts[i]);
	buffer_clear(&columns->plain);
	return add_column(store, "SELECT title FROM article WHERE id = ?", id, &texts[TITLE], error) &&
	       add_column(
		       store, "SELECT standfirst FROM article WHERE id = ?", id, &texts[STANDFIRST], error) &&
	       add_column(
		       store, "SELECT heading FROM section WHERE article = ?", id, &texts[HEADING], error) &&
	       add_body(store, id, is_full, &columns->plain, &texts[BODY], error) &&
	       add_column(store,
		       "SELECT t.name FROM article_tag x JOIN tag t ON t.id = x.tag WHERE x.article = ?", id,
		       &texts[TAGS], error) &&
	       add_column(store,
		       "SELECT u.name FROM article_author x JOIN author u ON u.id = x.author"
		       " WHERE x.article = ?",
		       id, &texts[AUTHORS], error) &&
	       add_column(store,
		       "SELECT DISTINCT s.name FROM quote q JOIN speaker s ON s.id = q.speaker"
		       " WHERE q.article = ?",
		       id, &texts[SPEAKERS], error);
}

static bool index_article(struct store *store, int64_t id, bool is_full, int64_t search_row,
	struct columns *columns, struct error *error)
{
	sqlite3_stmt *row;

	if (!fill_columns(store, id, is_full, columns, error))
		return false;
	row = statement(store,
		"INSERT INTO search (rowid, title, standfirst, heading, body, tags, authors, speakers)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	bind_number(row, 1, search_row);
	for (int i = 0; i < COLUMN_COUNT; i++)
		bind_text(row, i + 2, buffer_str(&columns->texts[i]));
	if (!statement_run(store, row, error))
		return false;
	row = statement(store, "UPDATE article SET search_row = ? WHERE id = ?");
	bind_number(row, 1, search_row);
	bind_number(row, 2, id);
	return statement_run(store, row, error);
}

/* ---- slices */

struct waiting {
	int64_t id;
	bool is_full;
};

struct waiting_list {
	struct waiting *items;
	size_t count, capacity;
};

static bool find_waiting(struct store *store, size_t most, struct waiting_list *list, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT id, is_full FROM article WHERE search_row IS NULL LIMIT ?");
	bool failed;

	bind_number(row, 1, (int64_t)most);
	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(&store->scratch, list) =
			(struct waiting){sqlite3_column_int64(row, 0), sqlite3_column_int(row, 1)};
	return !failed;
}

static bool count_waiting(struct store *store, size_t *left, struct error *error)
{
	sqlite3_stmt *row = statement(
		store, "SELECT count(*) FROM (SELECT 1 FROM article WHERE search_row IS NULL LIMIT ?)");
	int64_t count;

	bind_number(row, 1, COUNT_MOST);
	if (!statement_number(store, row, 0, &count, error))
		return false;
	*left = (size_t)count;
	return true;
}

/* Rows of the index that no article points to any more are found by counting, and go when they are a quarter.
 */
static bool make_anew(struct store *store, struct error *error)
{
	int64_t version, used, articles;

	if (!setting_get(store, "index_version", 0, &version, error) ||
		!setting_get(store, "index_rows", 0, &used, error) ||
		!statement_number(
			store, statement(store, "SELECT count(*) FROM article"), 0, &articles, error))
		return false;
	if (version == INDEX_VERSION && used <= articles + articles / 4 + 10000)
		return true;
	return run_sql(store,
		       "INSERT INTO search (search) VALUES ('delete-all');"
		       "UPDATE article SET search_row = NULL WHERE search_row IS NOT NULL",
		       error) &&
	       setting_put(store, "index_rows", 0, error) &&
	       setting_put(store, "index_version", INDEX_VERSION, error);
}

static bool index_waiting(struct store *store, const struct waiting_list *list, struct error *error)
{
	struct columns columns = {0};
	int64_t used;
	bool is_done = setting_get(store, "index_rows", 0, &used, error);

	for (size_t i = 0; i < list->count && is_done; i++)
		is_done = index_article(
			store, list->items[i].id, list->items[i].is_full, ++used, &columns, error);
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		buffer_finish(&columns.texts[i]);
	buffer_finish(&columns.plain);
	return is_done && setting_put(store, "index_rows", used, error);
}

static bool index_slice(struct store *store, size_t most, size_t *left, struct error *error)
{
	struct waiting_list list = {0};

	arena_reset(&store->scratch);
	return make_anew(store, error) && count_waiting(store, left, error) &&
	       tune(store, *left > MANY_WAITING || store->index_tuning == INDEX_FOR_MANY, error) &&
	       find_waiting(store, most, &list, error) && index_waiting(store, &list, error) &&
	       count_waiting(store, left, error) && (*left || tune(store, false, error));
}

bool store_index(struct store *store, size_t most, size_t *left, struct error *error)
{
	if (!count_waiting(store, left, error))
		return false;
	if (*left == 0)
		return true;
	return transaction_begin(store, error) &&
	       transaction_end(store, index_slice(store, most, left, error), error);
}

bool store_index_is_complete(struct store *store)
{
	size_t left;

	return count_waiting(store, &left, NULL) && left == 0;
}
