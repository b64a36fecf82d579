#include "dateline/store/check.h"

#include "dateline/base/buffer.h"
#include "store/library.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Tables in the order in which they can be written, with the first column of their key. What is kept by
 * triggers, and what can be made anew, is not among them. */
static const struct rescued_table {
	const char *name, *key;
} tables[] = {
	{"feed", "id"},
	{"feed_tag", "feed"},
	{"attempt", "feed"},
	{"article", "id"},
	{"article_key", "feed"},
	{"body", "article"},
	{"page", "article"},
	{"tag", "id"},
	{"article_tag", "article"},
	{"label", "id"},
	{"article_label", "label"},
	{"author", "id"},
	{"article_author", "article"},
	{"enclosure", "article"},
	{"section", "article"},
	{"speaker", "id"},
	{"quote", "article"},
	{"action", "id"},
	{"action_change", "action"},
	{"action_feed", "action"},
};

#define NOT_RESCUED "search_row" /* a column: the index is made anew */
#define STEP_MOST (INT64_C(1) << 40)

struct copy {
	struct store *from, *to;
	const struct rescued_table *table;
	struct str columns, marks; /* "a, b, c" and "?, ?, ?" */
	sqlite3_stmt *insert;
	int column_count;
	struct arena arena;
};

/* ---- one table */

static bool has_column(struct store *store, const char *table, struct str name)
{
	char sql[160];
	sqlite3_stmt *row;
	bool is_there;

	sqlite3_snprintf(sizeof sql, sql, "SELECT 1 FROM pragma_table_info('%q') WHERE name = ?", table);
	row = statement_make(store, str_from(sql));
	bind_text(row, 1, name);
	is_there = row && sqlite3_step(row) == SQLITE_ROW;
	statement_drop(row);
	return is_there;
}

/* The columns both have: a library of an older version has fewer. */
static bool list_columns(struct copy *copy)
{
	char sql[160];
	struct buffer columns = {0}, marks = {0};
	sqlite3_stmt *row;

	sqlite3_snprintf(sizeof sql, sql, "SELECT name FROM pragma_table_info('%q')", copy->table->name);
	row = statement_make(copy->to, str_from(sql));
	copy->column_count = 0;
	while (row && sqlite3_step(row) == SQLITE_ROW) {
		struct str name = column_borrow(row, 0);

		if (str_equal(name, STR(NOT_RESCUED)) || !has_column(copy->from, copy->table->name, name))
			continue;
		buffer_printf(&columns, "%s\"%.*s\"", copy->column_count ? ", " : "", STR_ARG(name));
		buffer_printf(&marks, "%s?", copy->column_count ? ", " : "");
		copy->column_count++;
	}
	statement_drop(row);
	copy->columns = arena_copy(&copy->arena, buffer_str(&columns));
	copy->marks = arena_copy(&copy->arena, buffer_str(&marks));
	buffer_finish(&columns);
	buffer_finish(&marks);
	return copy->column_count > 0;
}

static sqlite3_stmt *make_insert(struct copy *copy)
{
	return statement_make(
		copy->to, arena_printf(&copy->arena, "INSERT OR IGNORE INTO %s (%.*s) VALUES (%.*s)",
				  copy->table->name, STR_ARG(copy->columns), STR_ARG(copy->marks)));
}

static sqlite3_stmt *make_select(struct copy *copy, const char *condition)
{
	return statement_make(
		copy->from, arena_printf(&copy->arena, "SELECT %s, %.*s FROM %s NOT INDEXED WHERE %s",
				    copy->table->key, STR_ARG(copy->columns), copy->table->name, condition));
}

static bool copy_row(struct copy *copy, sqlite3_stmt *row, struct error *error)
{
	for (int i = 0; i < copy->column_count; i++)
		sqlite3_bind_value(copy->insert, i + 1, sqlite3_column_value(row, i + 1));
	return statement_run(copy->to, copy->insert, error);
}

enum outcome { READ_ALL, READ_PART, CANNOT_WRITE };

/* Copies rows until the end or until one cannot be read; *last is the key of the last one copied. */
static enum outcome copy_rows(
	struct copy *copy, const char *condition, int64_t bound, int64_t *last, struct error *error)
{
	sqlite3_stmt *row = make_select(copy, condition);
	int result;

	bind_number(row, 1, bound);
	while ((result = row ? sqlite3_step(row) : SQLITE_CORRUPT) == SQLITE_ROW) {
		*last = sqlite3_column_int64(row, 0);
		if (!copy_row(copy, row, error)) {
			statement_drop(row);
			return CANNOT_WRITE;
		}
	}
	statement_drop(row);
	return result == SQLITE_DONE ? READ_ALL : READ_PART;
}

/* The first key at or after `from` that can be found beyond a damaged place; false when there is none. */
static bool find_beyond(struct copy *copy, int64_t from, int64_t *key)
{
	char sql[160];
	bool is_found = false;

	sqlite3_snprintf(sizeof sql, sql, "SELECT %s FROM %s NOT INDEXED WHERE %s >= ? ORDER BY %s LIMIT 1",
		copy->table->key, copy->table->name, copy->table->key, copy->table->key);
	for (int64_t step = 1; step < STEP_MOST && !is_found; step *= 2) {
		sqlite3_stmt *row = statement_make(copy->from, str_from(sql));
		int result;

		bind_number(row, 1, from + step);
		result = row ? sqlite3_step(row) : SQLITE_CORRUPT;
		is_found = result == SQLITE_ROW;
		*key = is_found ? sqlite3_column_int64(row, 0) : 0;
		statement_drop(row);
		if (result == SQLITE_DONE)
			return false;
	}
	return is_found;
}

/* From the front to the first damage; then from behind each damage on, and backwards from there to it. */
static bool copy_table(struct copy *copy, struct error *error)
{
	char forwards[64], backwards[96];
	int64_t bound = INT64_MIN / 2, last, beyond, back;
	enum outcome outcome;

	snprintf(forwards, sizeof forwards, "%s >= ? ORDER BY %s", copy->table->key, copy->table->key);
	snprintf(backwards, sizeof backwards, "%s < ? ORDER BY %s DESC", copy->table->key, copy->table->key);
	last = 0;
	while ((outcome = copy_rows(copy, forwards, bound, &last, error)) == READ_PART) {
		if (last < bound)
			last = bound;
		if (!find_beyond(copy, last < 0 ? 0 : last, &beyond))
			return copy_rows(copy, backwards, INT64_MAX, &back, error) != CANNOT_WRITE;
		if (copy_rows(copy, backwards, beyond, &back, error) == CANNOT_WRITE)
			return false;
		bound = beyond;
		last = beyond;
	}
	return outcome == READ_ALL;
}

static bool copy_all(struct store *from, struct store *to, struct error *error)
{
	struct copy copy = {.from = from, .to = to};
	bool is_done = true;

	for (size_t i = 0; i < COUNT_OF(tables) && is_done; i++) {
		copy.table = &tables[i];
		if (!list_columns(&copy))
			continue;
		copy.insert = make_insert(&copy);
		is_done = copy_table(&copy, error);
		statement_drop(copy.insert);
		arena_reset(&copy.arena);
	}
	arena_finish(&copy.arena);
	return is_done;
}

/* ---- the file */

static bool count_saved(struct store *to, struct store_rescue *rescue, struct error *error)
{
	return statement_number(to, statement(to, "SELECT count(*) FROM feed"), 0, &rescue->feeds, error) &&
	       statement_number(
		       to, statement(to, "SELECT count(*) FROM article"), 0, &rescue->articles, error) &&
	       statement_number(to,
		       statement(to, "SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM"
				     " body)"),
		       0, &rescue->bodiless, error);
}

/* What belongs to nothing any more goes by the same rules as in a check. */
static bool fill_fresh(const char *path, const char *fresh, struct arena *arena, struct store_rescue *rescue,
	struct error *error)
{
	struct store from = {.path = (char *)path, .is_read_only = true};
	struct store *to = NULL;
	struct store_check check;
	bool is_done;

	if (sqlite3_open_v2(path, &from.db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
		library_fail(&from, sqlite3_errcode(from.db), error);
		sqlite3_close(from.db);
		return false;
	}
	sqlite3_db_config(from.db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	is_done = store_open(fresh, STORE_READ_WRITE, &to, error) && transaction_begin(to, error) &&
		  transaction_end(to, copy_all(&from, to, error), error) &&
		  store_check(to, arena, &check, error) && count_saved(to, rescue, error);
	if (is_done && rescue->feeds == 0 && rescue->articles == 0)
		is_done = fail(error, ERROR_LIBRARY, 0,
			"%s: nothing could be read of this file; it was left as it is", path);
	store_close(to);
	sqlite3_close(from.db);
	return is_done;
}

static char *with_suffix(const char *path, const char *suffix, struct arena *arena)
{
	return arena_cstring(arena, arena_printf(arena, "%s%s", path, suffix));
}

static void remove_library(const char *path, struct arena *arena)
{
	unlink(path);
	unlink(with_suffix(path, "-wal", arena));
	unlink(with_suffix(path, "-shm", arena));
}

/* The log belongs to its file: both move, the file first, so that a new one is never found with the old log.
 */
static bool exchange(
	const char *path, const char *fresh, const char *kept, struct arena *arena, struct error *error)
{
	if (rename(path, kept) != 0)
		return fail(error, ERROR_LIBRARY, 0, "%s: the damaged library cannot be renamed", path);
	rename(with_suffix(path, "-wal", arena), with_suffix(kept, "-wal", arena));
	unlink(with_suffix(path, "-shm", arena));
	if (rename(fresh, path) != 0)
		return fail(error, ERROR_LIBRARY, 0, "%s: what was saved stays in %s", path, fresh);
	return true;
}

static char *free_name(const char *path, struct arena *arena)
{
	for (int number = 1;; number++) {
		char *name = arena_cstring(arena, arena_printf(arena, "%s.damaged-%d", path, number));

		if (access(name, F_OK) != 0)
			return name;
	}
}

/* Whoever writes to the library now would go on writing to the damaged file. */
static bool is_in_use(const char *path)
{
	sqlite3 *db = NULL;
	int result = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (result == SQLITE_OK)
		result = sqlite3_exec(
			db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(db);
	return result == SQLITE_BUSY;
}

bool store_rescue(const char *path, struct arena *arena, struct store_rescue *rescue, struct error *error)
{
	char *fresh = with_suffix(path, ".rescued", arena), *kept = free_name(path, arena);

	*rescue = (struct store_rescue){0};
	if (is_in_use(path))
		return fail(error, ERROR_LIBRARY, 0,
			"%s: another program has the library open; close it and try again", path);
	remove_library(fresh, arena);
	if (!fill_fresh(path, fresh, arena, rescue, error)) {
		remove_library(fresh, arena);
		return false;
	}
	if (!exchange(path, fresh, kept, arena, error))
		return false;
	rescue->kept = str_from(kept);
	return true;
}
