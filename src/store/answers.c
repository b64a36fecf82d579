#include "dateline/base/url.h"
#include "store/put.h"

static bool put_attempt(struct store *store, int64_t feed, const struct store_attempt *attempt, size_t fresh,
	size_t changed, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT OR REPLACE INTO attempt (feed, slot, number, at, status, failed, cause, bytes, fresh, changed,"
		" duration_ms) SELECT id, attempt_count % ?11, attempt_count, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9"
		" FROM feed WHERE id = ?1");

	bind_number(row, 1, feed);
	bind_number(row, 2, attempt->time);
	bind_number(row, 3, attempt->status);
	bind_number(row, 4, attempt->failed);
	bind_text(row, 5, attempt->cause);
	bind_number(row, 6, attempt->bytes);
	bind_number(row, 7, (int64_t)fresh);
	bind_number(row, 8, (int64_t)changed);
	bind_number(row, 9, attempt->duration_ms);
	bind_number(row, 11, STORE_ATTEMPTS_KEPT);
	return statement_run(store, row, error);
}

static bool put_success(
	struct store *store, int64_t feed, const struct store_answer *answer, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE feed SET etag = CASE WHEN ?7 THEN coalesce(?2, etag) ELSE ?2 END,"
		" last_modified = CASE WHEN ?7 THEN coalesce(?3, last_modified) ELSE ?3 END,"
		" document_hash = CASE ?4 WHEN 0 THEN document_hash ELSE ?4 END, next_at = ?5, not_before = ?6,"
		" cookies = CASE WHEN keeps_cookies THEN coalesce(?8, cookies) END,"
		" failure_count = 0, cause = NULL, attempt_count = attempt_count + 1 WHERE id = ?1");

	bind_number(row, 1, feed);
	bind_text(row, 2, answer->etag);
	bind_text(row, 3, answer->last_modified);
	bind_number(row, 4, (int64_t)answer->document_hash);
	bind_number(row, 5, answer->next);
	bind_number(row, 6, answer->not_before);
	bind_number(row, 7, answer->attempt.status == 304);
	bind_text(row, 8, answer->cookies);
	return statement_run(store, row, error);
}

static bool put_failure(
	struct store *store, int64_t feed, const struct store_answer *answer, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE feed SET next_at = ?2, not_before = ?3, failure_count = failure_count + 1, cause = ?4,"
		" is_muted = is_muted OR ?5, attempt_count = attempt_count + 1 WHERE id = ?1");

	bind_number(row, 1, feed);
	bind_number(row, 2, answer->next);
	bind_number(row, 3, answer->not_before);
	bind_text(row, 4, answer->attempt.cause.data ? answer->attempt.cause : STR("it failed"));
	bind_number(row, 5, answer->is_gone);
	return statement_run(store, row, error);
}

/* An address that another feed has is not taken: two feeds would be one. */
static bool move_feed(struct store *store, int64_t feed, struct str address, struct error *error)
{
	struct str key = url_is_web(address) ? url_canonical(&store->scratch, address) : address;
	sqlite3_stmt *row =
		statement(store, "UPDATE OR IGNORE feed SET address = ?2, address_key = ?3 WHERE id = ?1");

	bind_number(row, 1, feed);
	bind_text(row, 2, address);
	bind_text(row, 3, key);
	return statement_run(store, row, error);
}

bool put_answer_row(struct store *store, int64_t feed, const struct store_answer *answer, size_t fresh,
	size_t changed, struct error *error)
{
	bool is_done = answer->attempt.failed ? put_failure(store, feed, answer, error)
					      : put_success(store, feed, answer, error);

	if (is_done && sqlite3_changes(store->db) == 0)
		return fail(error, ERROR_NOT_FOUND, 0, "there is no feed %lld", (long long)feed);
	if (is_done && answer->moved_to.length)
		is_done = move_feed(store, feed, answer->moved_to, error);
	return is_done && put_attempt(store, feed, &answer->attempt, fresh, changed, error);
}

bool store_put_answer(
	struct store *store, int64_t feed, const struct store_answer *answer, struct error *error)
{
	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store, put_answer_row(store, feed, answer, 0, 0, error), error);
}

bool store_feed_attempts(struct store *store, int64_t feed, struct arena *arena,
	struct store_attempt_list *attempts, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT at, status, failed, cause, bytes, fresh, changed, duration_ms"
				 " FROM attempt WHERE feed = ? ORDER BY number DESC");
	bool failed;

	*attempts = (struct store_attempt_list){0};
	bind_number(row, 1, feed);
	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, attempts) = (struct store_attempt){
			.time = sqlite3_column_int64(row, 0),
			.status = sqlite3_column_int(row, 1),
			.failed = sqlite3_column_int(row, 2),
			.cause = column_text(row, 3, arena),
			.bytes = sqlite3_column_int64(row, 4),
			.fresh = sqlite3_column_int64(row, 5),
			.changed = sqlite3_column_int64(row, 6),
			.duration_ms = (unsigned)sqlite3_column_int(row, 7),
		};
	return !failed;
}
