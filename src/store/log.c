#include "store/library.h"

/* Called by SQLite after each change. What cannot be moved now is moved after another one. */
static int after_change(void *context, sqlite3 *db, const char *name, int pages)
{
	struct store *store = context;

	store->log_pages = (size_t)pages;
	if (store->log_pages >= store->log_pages_most)
		sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	return SQLITE_OK;
}

void log_watch(struct store *store)
{
	store->log_pages_most = STORE_LOG_PAGES;
	sqlite3_wal_hook(store->db, after_change, store);
}

size_t store_log_pages(const struct store *store)
{
	return store->log_pages;
}

void store_leave_log(struct store *store)
{
	store->log_pages_most = SIZE_MAX;
}

bool store_move_log(struct store *store, struct error *error)
{
	int result = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

	return result == SQLITE_OK || library_fail(store, sqlite3_extended_errcode(store->db), error);
}
