#include "dateline/store/index.h"

#include "dateline/query/match.h"
#include "store/library.h"
#include "store/plain.h"
#include "store/turns.h"

/* With many articles waiting the index is built from large pieces, and less is done at once to put them
 * together. What SQLite is told about it stays in the file, so that each connection tells it anew. */
#define MANY_WAITING 3000
#define HASH_BYTES_MANY (24 * 1024 * 1024)
#define HASH_BYTES_FEW (1024 * 1024)
#define PIECES_ALIKE_MANY 64 /* so many of one size are put together, bit by bit */
#define PIECES_ALIKE_FEW 8
#define PIECES_MOST 1000 /* with more they would all be put together at once, which takes seconds */
#define COUNT_MOST 1000000
#define INDEX_VERSION 3 /* of what is put into the index; another one has it made anew */

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

/* ---- portions: some articles on their way into the index. They are read by the library's thread, their text
 * is made ready by any, and the library's thread puts it into the index. */

#define PORTION_ARTICLES 64
#define PORTION_BYTES (512 * 1024) /* as read; one article may be more */
#define SLICE_BYTES (16 * 1024 * 1024)

enum column { BODY, TITLE, STANDFIRST, HEADING, TAGS, AUTHORS, SPEAKERS, COLUMN_COUNT };

struct waiting {
	int64_t id;
	bool is_full, has_sections, has_quotes;
	struct str title, standfirst; /* in the store's scratch */
};

struct waiting_list {
	struct waiting *items;
	size_t count, capacity;
};

struct entry {
	int64_t id;
	enum content_kind kind;
	bool is_packed;
	struct str raw[COLUMN_COUNT];
	size_t ends[COLUMN_COUNT]; /* of its index texts, which begin where the one before ends */
};

struct portion {
	struct arena arena; /* of what was read */
	struct entry entries[PORTION_ARTICLES];
	size_t count, bytes;
	struct buffer text; /* ready for the index */
	struct buffer plain, space;
	struct packer packer;
};

static void finish_portion(struct portion *portion)
{
	arena_finish(&portion->arena);
	buffer_finish(&portion->text);
	buffer_finish(&portion->plain);
	buffer_finish(&portion->space);
	packer_finish(&portion->packer);
}

/* ---- reading */

/* Texts of a list are parted by line ends, over which no phrase reaches. */
static bool read_list(struct store *store, const char *sql, int64_t id, struct arena *arena,
	struct str *joined, struct error *error)
{
	sqlite3_stmt *row = statement(store, sql);
	bool failed;

	bind_number(row, 1, id);
	while (statement_next(store, row, &failed, error)) {
		struct str text = column_borrow(row, 0);

		*joined = joined->length ? arena_printf(arena, "%.*s\n%.*s", STR_ARG(*joined), STR_ARG(text))
					 : arena_copy(arena, text);
	}
	return !failed;
}

static bool read_body(
	struct store *store, bool is_full, struct entry *entry, struct arena *arena, struct error *error)
{
	sqlite3_stmt *row = statement(store, is_full ? "SELECT kind, text FROM page WHERE article = ?"
						     : "SELECT kind, text FROM body WHERE article = ?");
	bool failed;

	bind_number(row, 1, entry->id);
	while (statement_next(store, row, &failed, error)) {
		const char *bytes;

		entry->kind = (enum content_kind)sqlite3_column_int(row, 0);
		entry->is_packed = sqlite3_column_type(row, 1) == SQLITE_BLOB;
		bytes = sqlite3_column_blob(row, 1);
		entry->raw[BODY] =
			arena_copy(arena, (struct str){bytes, (size_t)sqlite3_column_bytes(row, 1)});
	}
	return !failed;
}

static bool read_entry(
	struct store *store, const struct waiting *waiting, struct portion *portion, struct error *error)
{
	struct entry *entry = &portion->entries[portion->count++];
	struct arena *arena = &portion->arena;
	int64_t id = waiting->id;

	*entry = (struct entry){.id = id};
	entry->raw[TITLE] = waiting->title;
	entry->raw[STANDFIRST] = waiting->standfirst;
	if (!read_body(store, waiting->is_full, entry, arena, error))
		return false;
	portion->bytes += entry->raw[BODY].length;
	return (!waiting->has_sections || read_list(store, "SELECT heading FROM section WHERE article = ?",
						  id, arena, &entry->raw[HEADING], error)) &&
	       read_list(store,
		       "SELECT t.name FROM article_tag x JOIN tag t ON t.id = x.tag WHERE x.article = ?", id,
		       arena, &entry->raw[TAGS], error) &&
	       read_list(store,
		       "SELECT u.name FROM article_author x JOIN author u ON u.id = x.author"
		       " WHERE x.article = ?",
		       id, arena, &entry->raw[AUTHORS], error) &&
	       (!waiting->has_quotes || read_list(store,
						"SELECT DISTINCT s.name FROM quote q JOIN speaker s ON"
						" s.id = q.speaker WHERE q.article = ?",
						id, arena, &entry->raw[SPEAKERS], error));
}

static bool read_portion(struct store *store, const struct waiting_list *list, size_t *at,
	struct portion *portion, struct error *error)
{
	arena_reset(&portion->arena);
	portion->count = portion->bytes = 0;
	while (*at < list->count && portion->count < PORTION_ARTICLES && portion->bytes < PORTION_BYTES)
		if (!read_entry(store, &list->items[(*at)++], portion, error))
			return false;
	return true;
}

/* ---- making ready */

/* A body that is damaged has no words. */
static void add_body(struct portion *portion, const struct entry *entry)
{
	struct str text = entry->raw[BODY];

	if (entry->is_packed) {
		buffer_clear(&portion->space);
		if (!unpack_text(&portion->packer, text, &portion->space))
			return;
		text = buffer_str(&portion->space);
	}
	buffer_clear(&portion->plain);
	plain_text(text, entry->kind, &portion->plain);
	query_index_text(buffer_str(&portion->plain), &portion->text);
}

static void make_ready(void *what)
{
	struct portion *portion = what;

	buffer_clear(&portion->text);
	for (size_t i = 0; i < portion->count; i++) {
		struct entry *entry = &portion->entries[i];

		for (enum column column = 0; column < COLUMN_COUNT; column++) {
			if (column == BODY)
				add_body(portion, entry);
			else
				query_index_text(entry->raw[column], &portion->text);
			entry->ends[column] = portion->text.length;
		}
	}
}

/* ---- into the index */

static bool index_entry(struct store *store, const struct portion *portion, const struct entry *entry,
	size_t start, int64_t search_row, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT INTO search (rowid, body, title, standfirst, heading, tags, authors, speakers)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?)");

	bind_number(row, 1, search_row);
	for (int i = 0; i < COLUMN_COUNT; i++) {
		bind_text(row, i + 2, str_slice(buffer_str(&portion->text), start, entry->ends[i]));
		start = entry->ends[i];
	}
	if (!statement_run(store, row, error))
		return false;
	row = statement(store, "UPDATE article SET search_row = ? WHERE id = ?");
	bind_number(row, 1, search_row);
	bind_number(row, 2, entry->id);
	return statement_run(store, row, error);
}

static bool index_portion(
	struct store *store, const struct portion *portion, int64_t *used, struct error *error)
{
	size_t start = 0;

	for (size_t i = 0; i < portion->count; i++) {
		const struct entry *entry = &portion->entries[i];

		if (!index_entry(store, portion, entry, start, ++*used, error))
			return false;
		start = entry->ends[COLUMN_COUNT - 1];
	}
	return true;
}

/* ---- slices */

static bool find_waiting(struct store *store, size_t most, struct waiting_list *list, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT id, is_full, section_count > 0, quote_count > 0, title, standfirst"
				 " FROM article WHERE search_row IS NULL LIMIT ?");
	struct arena *arena = &store->scratch;
	bool failed;

	bind_number(row, 1, (int64_t)most);
	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, list) = (struct waiting){
			.id = sqlite3_column_int64(row, 0),
			.is_full = sqlite3_column_int(row, 1),
			.has_sections = sqlite3_column_int(row, 2),
			.has_quotes = sqlite3_column_int(row, 3),
			.title = column_text(row, 4, arena),
			.standfirst = column_text(row, 5, arena),
		};
	return !failed;
}

bool store_index_is_complete(struct store *store)
{
	int64_t waits;
	sqlite3_stmt *row =
		statement(store, "SELECT EXISTS (SELECT 1 FROM article WHERE search_row IS NULL)");

	return statement_number(store, row, 1, &waits, NULL) && !waits;
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

/* One slice at work. The helper makes a portion ready while the one before goes into the index and the one
 * after is read. */
struct indexing {
	struct store *store;
	const struct store_helper *helper; /* NULL: nobody */
	const struct waiting_list *list;
	size_t at, bytes; /* read so far */
	int64_t used;     /* the last row of the index */
	struct portion portions[2];
};

static void start_portion(const struct indexing *run, struct portion *portion)
{
	if (run->helper)
		run->helper->start(run->helper->context, make_ready, portion);
	else
		make_ready(portion);
}

static void await_portion(const struct indexing *run)
{
	if (run->helper)
		run->helper->wait(run->helper->context);
}

static bool may_go_on(const struct indexing *run)
{
	return run->bytes < SLICE_BYTES && !(run->helper && run->helper->is_hurried(run->helper->context)) &&
	       !(run->store->is_memory && turns_reader_waits());
}

static bool read_next(struct indexing *run, struct portion *portion, struct error *error)
{
	bool is_first = run->at == 0;

	portion->count = 0;
	if (!is_first && !may_go_on(run))
		return true;
	if (!read_portion(run->store, run->list, &run->at, portion, error))
		return false;
	run->bytes += portion->bytes;
	return true;
}

static bool index_portions(struct indexing *run, struct error *error)
{
	struct portion *portion = &run->portions[0], *next = &run->portions[1], *before;
	bool is_done = read_next(run, portion, error);

	start_portion(run, portion);
	while (is_done && portion->count) {
		is_done = read_next(run, next, error);
		await_portion(run);
		start_portion(run, next);
		is_done = is_done && index_portion(run->store, portion, &run->used, error);
		before = portion;
		portion = next;
		next = before;
	}
	await_portion(run);
	return is_done;
}

static bool index_waiting(struct store *store, const struct store_helper *helper,
	const struct waiting_list *list, struct error *error)
{
	struct indexing run = {.store = store, .helper = helper, .list = list};
	bool is_done = setting_get(store, "index_rows", 0, &run.used, error) && index_portions(&run, error);

	finish_portion(&run.portions[0]);
	finish_portion(&run.portions[1]);
	return is_done && setting_put(store, "index_rows", run.used, error);
}

static bool index_slice(struct store *store, const struct store_helper *helper, size_t most, size_t *left,
	struct error *error)
{
	struct waiting_list list = {0};

	arena_reset(&store->scratch);
	return make_anew(store, error) && count_waiting(store, left, error) &&
	       tune(store,
		       !store->is_memory && (*left > MANY_WAITING || store->index_tuning == INDEX_FOR_MANY),
		       error) &&
	       find_waiting(store, most, &list, error) && index_waiting(store, helper, &list, error) &&
	       count_waiting(store, left, error) && (*left || tune(store, false, error));
}

bool store_index_with(struct store *store, const struct store_helper *helper, size_t most, size_t *left,
	struct error *error)
{
	*left = 0;
	if (store_index_is_complete(store))
		return true;
	return transaction_begin(store, error) &&
	       transaction_end(store, index_slice(store, helper, most, left, error), error);
}

bool store_index(struct store *store, size_t most, size_t *left, struct error *error)
{
	return store_index_with(store, NULL, most, left, error);
}
