#include "store/library.h"
#include "store/turns.h"

#include <string.h>

/* ---- failures */

static const char *cause_of(int result)
{
	switch (result & 0xff) {
	case SQLITE_FULL:
		return "the disk is full; nothing of this was stored, make room and try again";
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return "the library is locked by another program; try again when it is done";
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return "the library may not be written; look at the permissions of the file and its folder";
	case SQLITE_CANTOPEN:
		return "the library cannot be opened; look at the permissions of the file and its folder";
	case SQLITE_CORRUPT:
		return "the library is damaged; `dateline check` saves what can be read to a new one";
	case SQLITE_NOTADB:
		return "this file is no library of dateline; it was left as it is";
	case SQLITE_NOMEM:
		return "there is not enough memory";
	default:
		return NULL;
	}
}

bool library_fail_at(sqlite3 *db, const char *path, int result, struct error *error)
{
	const char *cause = cause_of(result);

	if ((result & 0xff) == SQLITE_INTERRUPT)
		return fail(error, ERROR_STOPPED, 0, "given up");
	if (cause)
		return fail(error, ERROR_LIBRARY, 0, "%s: %s", path, cause);
	if ((result & 0xff) == SQLITE_IOERR)
		return fail(error, ERROR_LIBRARY, 0, "%s: the disk cannot be read or written (%s)", path,
			sqlite3_errstr(result));
	return fail(
		error, ERROR_LIBRARY, 0, "%s: %s", path, db ? sqlite3_errmsg(db) : sqlite3_errstr(result));
}

bool library_fail(struct store *store, int result, struct error *error)
{
	return library_fail_at(store->db, store->path, result, error);
}

/* ---- giving up */

#define STEPS_BETWEEN_QUESTIONS 2000 /* of SQLite's machine: less than a millisecond */

static int ask(void *context)
{
	const struct store *store = context;

	return store->is_stop_wanted(store->stop_context);
}

void store_give_up_when(struct store *store, bool (*is_wanted)(void *context), void *context)
{
	store->is_stop_wanted = is_wanted;
	store->stop_context = context;
	sqlite3_progress_handler(store->db, STEPS_BETWEEN_QUESTIONS, is_wanted ? ask : NULL, store);
}

/* ---- statements */

sqlite3_stmt *statement_make(struct store *store, struct str sql)
{
	sqlite3_stmt *handle = NULL;

	if (sqlite3_prepare_v2(store->db, sql.data, (int)sql.length, &handle, NULL) != SQLITE_OK)
		return NULL;
	return handle;
}

void statement_drop(sqlite3_stmt *handle)
{
	sqlite3_finalize(handle);
}

sqlite3_stmt *statement(struct store *store, const char *sql)
{
	size_t place = ((uintptr_t)sql >> 3) * 0x9e3779b1u & (STATEMENTS_MOST - 1);

	while (store->statements[place].sql && store->statements[place].sql != sql)
		place = (place + 1) & (STATEMENTS_MOST - 1);
	if (store->statements[place].sql == NULL) {
		sqlite3_stmt *handle = NULL;

		if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL) !=
			SQLITE_OK)
			return NULL;
		store->statements[place] = (struct kept_statement){sql, handle};
	}
	return store->statements[place].handle;
}

void bind_number(sqlite3_stmt *handle, int parameter, int64_t number)
{
	sqlite3_bind_int64(handle, parameter, number);
}

void bind_time(sqlite3_stmt *handle, int parameter, int64_t time)
{
	if (time == TIME_NONE)
		sqlite3_bind_null(handle, parameter);
	else
		sqlite3_bind_int64(handle, parameter, time);
}

void bind_text(sqlite3_stmt *handle, int parameter, struct str text)
{
	if (text.data == NULL)
		sqlite3_bind_null(handle, parameter);
	else
		sqlite3_bind_text64(handle, parameter, text.data, text.length, SQLITE_STATIC, SQLITE_UTF8);
}

/* A statement that could not be prepared is NULL, and what was wrong is still to be had from the connection.
 */
static int result_of(struct store *store, sqlite3_stmt *handle)
{
	int result = handle ? sqlite3_step(handle) : sqlite3_extended_errcode(store->db);

	return handle || (result != SQLITE_OK && result != SQLITE_ROW && result != SQLITE_DONE)
		       ? result
		       : SQLITE_ERROR;
}

bool statement_next(struct store *store, sqlite3_stmt *handle, bool *failed, struct error *error)
{
	int result = result_of(store, handle);

	*failed = false;
	if (result == SQLITE_ROW)
		return true;
	if (result != SQLITE_DONE) {
		*failed = true;
		library_fail(store, result, error);
	}
	if (handle)
		sqlite3_reset(handle);
	return false;
}

bool statement_run(struct store *store, sqlite3_stmt *handle, struct error *error)
{
	bool failed;

	while (statement_next(store, handle, &failed, error))
		continue;
	return !failed;
}

bool statement_number(
	struct store *store, sqlite3_stmt *handle, int64_t otherwise, int64_t *number, struct error *error)
{
	bool failed = false;

	*number = otherwise;
	if (!statement_next(store, handle, &failed, error))
		return !failed;
	*number = sqlite3_column_int64(handle, 0);
	sqlite3_reset(handle);
	return true;
}

int64_t column_time(sqlite3_stmt *handle, int column)
{
	if (sqlite3_column_type(handle, column) == SQLITE_NULL)
		return TIME_NONE;
	return sqlite3_column_int64(handle, column);
}

struct str column_borrow(sqlite3_stmt *handle, int column)
{
	const char *text = (const char *)sqlite3_column_text(handle, column);

	return (struct str){text, text ? (size_t)sqlite3_column_bytes(handle, column) : 0};
}

struct str column_text(sqlite3_stmt *handle, int column, struct arena *arena)
{
	return arena_copy(arena, column_borrow(handle, column));
}

/* ---- bodies */

bool column_body(
	struct store *store, sqlite3_stmt *handle, int column, struct buffer *space, struct str *text)
{
	struct str frame;

	if (sqlite3_column_type(handle, column) != SQLITE_BLOB) {
		*text = column_borrow(handle, column);
		return true;
	}
	frame.data = sqlite3_column_blob(handle, column);
	frame.length = (size_t)sqlite3_column_bytes(handle, column);
	buffer_clear(space);
	*text = STR_NONE;
	if (!unpack_text(&store->packer, frame, space))
		return false;
	*text = buffer_str(space);
	return true;
}

void bind_body(struct store *store, sqlite3_stmt *handle, int parameter, struct str text, struct str frame)
{
	if (frame.data == NULL && text.data)
		frame = pack_text(&store->packer, text);
	if (frame.data)
		sqlite3_bind_blob64(handle, parameter, frame.data, frame.length, SQLITE_STATIC);
	else
		bind_text(handle, parameter, text);
}

/* ---- the whole */

bool run_sql(struct store *store, const char *sql, struct error *error)
{
	int result = sqlite3_exec(store->db, sql, NULL, NULL, NULL);

	return result == SQLITE_OK || library_fail(store, sqlite3_extended_errcode(store->db), error);
}

bool transaction_begin(struct store *store, struct error *error)
{
	if (store->is_read_only)
		return library_fail(store, SQLITE_READONLY, error);
	if (store->is_memory)
		turns_let_readers_in();
	return statement_run(store, statement(store, "BEGIN IMMEDIATE"), error);
}

bool transaction_end(struct store *store, bool is_done, struct error *error)
{
	if (is_done && statement_run(store, statement(store, "COMMIT"), error))
		return true;
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

bool setting_get(
	struct store *store, const char *name, int64_t otherwise, int64_t *value, struct error *error)
{
	sqlite3_stmt *handle = statement(store, "SELECT value FROM setting WHERE name = ?");

	bind_text(handle, 1, str_from(name));
	return statement_number(store, handle, otherwise, value, error);
}

bool setting_put(struct store *store, const char *name, int64_t value, struct error *error)
{
	sqlite3_stmt *handle = statement(store, "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)");

	bind_text(handle, 1, str_from(name));
	bind_number(handle, 2, value);
	return statement_run(store, handle, error);
}

bool store_totals(struct store *store, struct store_totals *totals, struct error *error)
{
	sqlite3_stmt *handle =
		statement(store, "SELECT sum(articles), sum(unread), sum(starred) FROM feed_count");
	bool failed = false;

	*totals = (struct store_totals){0};
	if (!statement_next(store, handle, &failed, error))
		return !failed;
	totals->articles = sqlite3_column_int64(handle, 0);
	totals->unread = sqlite3_column_int64(handle, 1);
	totals->starred = sqlite3_column_int64(handle, 2);
	sqlite3_reset(handle);
	return true;
}

int64_t store_data_version(struct store *store)
{
	int64_t version;

	statement_number(store, statement(store, "PRAGMA data_version"), 0, &version, NULL);
	return version;
}
