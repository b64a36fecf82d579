#include "dateline/base/file.h"
#include "store/library.h"
#include "store/migrations.h"
#include "store/turns.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEMORY_PREFIX ":memory:"
#define OPEN_FLAGS (SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE)
#define WAL_TRIES 100
#define WAL_NAP_MS 20

/* ---- what is at the path */

/* "file:" and a leading ":" would have a meaning of their own for SQLite. */
static char *file_name_of(const char *path, struct arena *arena)
{
	if (path[0] == '/' || path[0] == '.')
		return arena_cstring(arena, str_from(path));
	return arena_cstring(arena, arena_printf(arena, "./%s", path));
}

static char *memory_name_of(const char *path, struct arena *arena)
{
	const char *name = path + strlen(MEMORY_PREFIX);

	if (*name == '\0')
		return arena_cstring(arena, STR("file::memory:"));
	return arena_cstring(arena, arena_printf(arena, "file:/dateline-%016llx?vfs=memdb",
					    (unsigned long long)str_hash(str_from(name))));
}

static bool make_folder(const char *path, struct arena *arena, struct error *error)
{
	struct str file = str_from(path);
	size_t slash = str_find_last_char(file, '/');

	if (slash == STR_NPOS || slash == 0)
		return true;
	return file_make_directories(arena_cstring(arena, str_slice(file, 0, slash)), error) ||
	       fail(error, ERROR_LIBRARY, 0, "%s: the folder of the library cannot be made: %s", path,
		       strerror(errno));
}

static bool exists(const char *path, const char *suffix, struct arena *arena)
{
	return access(arena_cstring(arena, arena_printf(arena, "%s%s", path, suffix)), F_OK) == 0;
}

/* ---- the connection */

/* SQLite counts what it allocates, under one lock that every connection of the program waits for. Refused,
 * which is well, once it is in use. */
static void count_no_memory(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static int open_handle(struct store *store, int flags)
{
	char *name;

	count_no_memory();
	if (store->is_memory) {
		name = memory_name_of(store->path, &store->scratch);
		flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
	} else if (store->is_immutable) {
		/* one that lies in a folder where nothing can be written, so that nobody shares its log */
		sqlite3_str *text = sqlite3_str_new(NULL);

		sqlite3_str_appendall(text, "file:");
		for (const char *c = store->path; *c; c++)
			sqlite3_str_appendf(text, strchr("%?#", *c) ? "%%%02x" : "%c", *c);
		sqlite3_str_appendall(text, "?immutable=1");
		name = arena_cstring(&store->scratch, str_from(sqlite3_str_value(text)));
		sqlite3_free(sqlite3_str_finish(text));
		flags |= SQLITE_OPEN_URI;
	} else {
		name = file_name_of(store->path, &store->scratch);
	}
	return sqlite3_open_v2(name, &store->db, flags | OPEN_FLAGS, NULL);
}

static bool configure(struct store *store, struct error *error)
{
	if (store->is_memory)
		turns_wait_in(store);
	else
		sqlite3_busy_timeout(store->db, STORE_BUSY_MS);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	if (functions_register(store) != SQLITE_OK)
		return library_fail(store, SQLITE_NOMEM, error);
	return true;
}

/* ---- versions */

struct identity {
	int64_t application, version, schema;
};

static bool pragma_number(struct store *store, const char *sql, int64_t *number, struct error *error)
{
	return statement_number(store, statement(store, sql), 0, number, error);
}

static bool read_identity(struct store *store, struct identity *identity, struct error *error)
{
	return pragma_number(store, "PRAGMA application_id", &identity->application, error) &&
	       pragma_number(store, "PRAGMA user_version", &identity->version, error) &&
	       pragma_number(store, "PRAGMA schema_version", &identity->schema, error);
}

/* The same as of one moment: another process may be making the library between two of the numbers. After a
 * failure the connection is closed, and with it the transaction. */
static bool read_identity_at_once(struct store *store, struct identity *identity, struct error *error)
{
	return run_sql(store, "BEGIN", error) && read_identity(store, identity, error) &&
	       run_sql(store, "COMMIT", error);
}

static bool is_fresh(const struct identity *identity)
{
	return identity->schema == 0 && identity->version == 0 && identity->application == 0;
}

static bool may_be_used(struct store *store, const struct identity *identity, struct error *error)
{
	if (is_fresh(identity))
		return !store->is_read_only || store->is_memory ||
		       fail(error, ERROR_LIBRARY, 0, "%s: there is no library in this file yet", store->path);
	if (identity->application != LIBRARY_APPLICATION_ID)
		return fail(error, ERROR_LIBRARY, 0,
			"%s: this file belongs to another program; it was left as it is", store->path);
	if (identity->version > migration_count)
		return fail(error, ERROR_LIBRARY, 0,
			"%s: the library is of a newer dateline (version %lld, this program knows %d); "
			"it was left as it is",
			store->path, (long long)identity->version, migration_count);
	if (store->is_read_only && identity->version < migration_count)
		return fail(error, ERROR_UNSUPPORTED, 0,
			"%s: the library is of an older dateline and must be opened for writing once",
			store->path);
	return true;
}

/* By SQLite's own means, so that it is whole while others write. An older backup of the same version is
 * replaced only when the new one is complete. */
static bool back_up(struct store *store, int64_t version, struct error *error)
{
	char *final = arena_cstring(&store->scratch,
		arena_printf(&store->scratch, "%s.version-%lld", store->path, (long long)version));
	char *partial = arena_cstring(&store->scratch, arena_printf(&store->scratch, "%s.partial", final));
	sqlite3 *copy = NULL;
	sqlite3_backup *backup = NULL;
	int result;

	unlink(partial);
	result = sqlite3_open_v2(file_name_of(partial, &store->scratch), &copy,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | OPEN_FLAGS, NULL);
	if (result == SQLITE_OK)
		backup = sqlite3_backup_init(copy, "main", store->db, "main");
	if (backup) {
		sqlite3_backup_step(backup, -1);
		result = sqlite3_backup_finish(backup);
	} else if (result == SQLITE_OK) {
		result = sqlite3_errcode(copy);
	}
	if (sqlite3_close(copy) != SQLITE_OK || result != SQLITE_OK || rename(partial, final) != 0) {
		unlink(partial);
		library_fail_at(NULL, final, result == SQLITE_OK ? SQLITE_CANTOPEN : result, error);
		return fail_in(error, "the backup before the library is brought to this version");
	}
	return true;
}

static bool migrate_from(struct store *store, int64_t version, struct error *error)
{
	char sql[96];

	for (; version < migration_count; version++)
		if (!run_sql(store, migrations[version], error))
			return false;
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		LIBRARY_APPLICATION_ID, migration_count);
	return run_sql(store, sql, error);
}

/* Another process may have done it while this one waited for the lock. */
static bool migrate(struct store *store, struct error *error)
{
	struct identity identity;
	bool is_done;

	if (!transaction_begin(store, error))
		return false;
	is_done = read_identity(store, &identity, error) && may_be_used(store, &identity, error) &&
		  migrate_from(store, identity.version, error);
	return transaction_end(store, is_done, error);
}

/* Changing the journal does not wait for others as everything else does. */
static bool use_log(struct store *store, struct error *error)
{
	int result = SQLITE_BUSY;

	for (int tries = 0; tries < WAL_TRIES && (result & 0xff) == SQLITE_BUSY; tries++) {
		if (tries)
			sqlite3_sleep(WAL_NAP_MS);
		result = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	}
	return result == SQLITE_OK || library_fail(store, sqlite3_extended_errcode(store->db), error);
}

static bool prepare_for_writing(struct store *store, struct error *error)
{
	static const char settings[] = "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF;"
				       "PRAGMA journal_size_limit = 33554432;"
				       "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000";
	/* bodies of a few KB leave less room unused in small pages: 9 % of them less than in pages of 4 KB */
	static const char file_layout[] = "PRAGMA page_size = 2048; PRAGMA auto_vacuum = INCREMENTAL";
	struct identity identity;

	if (sqlite3_db_readonly(store->db, "main") == 1)
		return library_fail(store, SQLITE_READONLY, error);
	if (!read_identity_at_once(store, &identity, error) || !may_be_used(store, &identity, error))
		return false;
	if (is_fresh(&identity) && !run_sql(store, file_layout, error))
		return false;
	if (!store->is_memory && !use_log(store, error))
		return false;
	if (!run_sql(store, settings, error))
		return false;
	log_watch(store);
	if (identity.version == migration_count)
		return true;
	if (!is_fresh(&identity) && !store->is_memory && !back_up(store, identity.version, error))
		return false;
	return migrate(store, error);
}

static bool prepare_for_reading(struct store *store, struct error *error)
{
	struct identity identity;

	return read_identity_at_once(store, &identity, error) && may_be_used(store, &identity, error) &&
	       run_sql(store, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY", error);
}

/* ---- opening */

static bool open_for_writing(struct store *store, struct error *error)
{
	int result;

	if (!store->is_memory && !make_folder(store->path, &store->scratch, error))
		return false;
	result = open_handle(store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	if (result != SQLITE_OK)
		return library_fail(store, result, error);
	return configure(store, error) && prepare_for_writing(store, error);
}

static void close_handle(struct store *store)
{
	for (size_t i = 0; i < STATEMENTS_MOST; i++)
		sqlite3_finalize(store->statements[i].handle);
	memset(store->statements, 0, sizeof store->statements);
	sqlite3_close(store->db);
	store->db = NULL;
}

static bool open_reading_handle(struct store *store, struct error *error)
{
	int result = open_handle(store, SQLITE_OPEN_READONLY);

	if (result != SQLITE_OK)
		return library_fail(store, result, error);
	return configure(store, error) && prepare_for_reading(store, error);
}

static bool open_for_reading(struct store *store, struct error *error)
{
	int result;

	if (!store->is_memory && access(store->path, F_OK) != 0)
		return fail(error, ERROR_NOT_FOUND, 0, "%s: there is no library here yet", store->path);
	if (open_reading_handle(store, error))
		return true;
	result = sqlite3_errcode(store->db) & 0xff;
	if (store->is_memory || (result != SQLITE_CANTOPEN && result != SQLITE_READONLY) ||
		access(store->path, R_OK) != 0 || exists(store->path, "-wal", &store->scratch))
		return false;
	close_handle(store);
	store->is_immutable = true;
	return open_reading_handle(store, error);
}

bool store_open(const char *path, enum store_mode mode, struct store **store, struct error *error)
{
	struct store *opened = calloc(1, sizeof *opened);
	bool is_open;

	*store = NULL;
	if (opened == NULL)
		return fail(error, ERROR_LIBRARY, 0, "%s: there is not enough memory", path);
	opened->path = strdup(path);
	opened->is_memory = strncmp(path, MEMORY_PREFIX, strlen(MEMORY_PREFIX)) == 0;
	opened->is_read_only = mode == STORE_READ_ONLY;
	is_open = opened->path && (mode == STORE_READ_ONLY ? open_for_reading(opened, error)
							   : open_for_writing(opened, error));
	arena_reset(&opened->scratch);
	if (!is_open) {
		store_close(opened);
		return false;
	}
	*store = opened;
	return true;
}

void store_close(struct store *store)
{
	if (store == NULL)
		return;
	close_handle(store);
	packer_finish(&store->packer);
	arena_finish(&store->scratch);
	free(store->path);
	free(store);
}
