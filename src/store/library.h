/* library.h - one connection and its kept statements: what all files of store/ work with */
#ifndef DATELINE_STORE_LIBRARY_H
#define DATELINE_STORE_LIBRARY_H

#include "dateline/base/datetime.h"
#include "dateline/base/map.h"
#include "dateline/store/store.h"
#include "store/pack.h"

#include <sqlite3.h>

#define STATEMENTS_MOST 256 /* a power of two, more than twice the statements in the source */

struct kept_statement {
	const char *sql; /* the literal itself is the key */
	sqlite3_stmt *handle;
};

enum index_tuning { INDEX_NOT_TUNED, INDEX_FOR_FEW, INDEX_FOR_MANY };

struct store {
	sqlite3 *db;
	char *path;
	bool is_memory, is_read_only, is_immutable;
	struct kept_statement statements[STATEMENTS_MOST];
	struct arena scratch; /* of the function that runs; reset when it begins */
	struct packer packer;
	size_t log_pages, log_pages_most;
	enum index_tuning index_tuning;
	bool (*is_stop_wanted)(void *context);
	void *stop_context;
};

/* ---- statements. A failure of any step is found by the last one: statement_run() or statement_next(). */

/* A kept statement, ready to be bound; `sql` must be a literal (or live as long as the store). */
sqlite3_stmt *statement(struct store *store, const char *sql);

/* A statement for once; statement_drop() ends it. */
sqlite3_stmt *statement_make(struct store *store, struct str sql);
void statement_drop(sqlite3_stmt *handle);

/* Parameters, numbered from 1. Text is not copied: it must live until the statement is reset. */
void bind_number(sqlite3_stmt *handle, int parameter, int64_t number);
void bind_time(sqlite3_stmt *handle, int parameter, int64_t time);    /* TIME_NONE is NULL */
void bind_text(sqlite3_stmt *handle, int parameter, struct str text); /* absent is NULL */

/* Runs a statement that gives no rows, and makes it ready again. */
bool statement_run(struct store *store, sqlite3_stmt *handle, struct error *error);

/* True while there is a row. At the end, and after a failure, the statement is ready again and `*failed` is
 * set to whether it failed. */
bool statement_next(struct store *store, sqlite3_stmt *handle, bool *failed, struct error *error);

/* The first column of the first row; `otherwise` when there is none. */
bool statement_number(
	struct store *store, sqlite3_stmt *handle, int64_t otherwise, int64_t *number, struct error *error);

int64_t column_time(sqlite3_stmt *handle, int column);
struct str column_text(sqlite3_stmt *handle, int column, struct arena *arena); /* a copy */
struct str column_borrow(sqlite3_stmt *handle, int column);                    /* until the next step */

/* A body as it was received, from a column that holds it packed or as it is.
 *   space    cleared, for one that has to be unpacked
 *   text     borrowed until the next step, or from `space`
 *   returns  false when it is damaged: the text is absent then */
bool column_body(
	struct store *store, sqlite3_stmt *handle, int column, struct buffer *space, struct str *text);

/* Binds a body as it is stored; `frame` is it packed, absent when it has to be packed here. */
void bind_body(struct store *store, sqlite3_stmt *handle, int parameter, struct str text, struct str frame);

/* ---- the whole */

bool run_sql(struct store *store, const char *sql, struct error *error);

bool transaction_begin(struct store *store, struct error *error);

/* Commits when `is_done`, else rolls back; gives whether what was done is stored. */
bool transaction_end(struct store *store, bool is_done, struct error *error);

/* Says what SQLite's result means for a person. Returns false. */
bool library_fail(struct store *store, int result, struct error *error);

/* Of another connection, or of one that could not be opened. */
bool library_fail_at(sqlite3 *db, const char *path, int result, struct error *error);

/* A number of the library's own. */
bool setting_get(
	struct store *store, const char *name, int64_t otherwise, int64_t *value, struct error *error);
bool setting_put(struct store *store, const char *name, int64_t value, struct error *error);

/* Moves the log into the file after changes, when it is long. */
void log_watch(struct store *store);

/* Registers the SQL functions. */
int functions_register(struct store *store);

#endif
