#include "store/put.h"

/* What may go of one feed: read, and wanted for nothing else. */
#define EXPENDABLE                                                                                           \
	" FROM article a WHERE a.feed = ?1 AND a.is_read = 1 AND a.is_starred = 0 AND a.is_later = 0"        \
	" AND a.is_updated = 0 AND NOT EXISTS (SELECT 1 FROM article_label l WHERE l.article = a.id)"

struct id_list {
	int64_t *items;
	size_t count, capacity;
};

static bool collect(struct store *store, sqlite3_stmt *row, struct id_list *ids, struct error *error)
{
	bool failed;

	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(&store->scratch, ids) = sqlite3_column_int64(row, 0);
	return !failed;
}

/* The keys of an article stay when it goes: its feed may offer it for a long time yet, and it must not come
 * back. */
static bool find_aged(struct store *store, int64_t feed, unsigned days, int64_t now, size_t most,
	struct id_list *ids, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT a.id" EXPENDABLE " AND a.sort_time < ?2 AND a.read_at < ?2"
				 " ORDER BY a.sort_time LIMIT ?3");

	bind_number(row, 1, feed);
	bind_number(row, 2, now - (int64_t)days * 86400);
	bind_number(row, 3, (int64_t)most);
	return days == 0 || most == 0 || collect(store, row, ids, error);
}

static bool find_surplus(struct store *store, int64_t feed, unsigned count, size_t most, struct id_list *ids,
	struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"SELECT a.id" EXPENDABLE " AND (a.sort_time, a.id) < (SELECT b.sort_time, b.id FROM article b"
		" WHERE b.feed = ?1 ORDER BY b.sort_time DESC, b.id DESC LIMIT 1 OFFSET ?2 - 1)"
		" ORDER BY a.sort_time, a.id LIMIT ?3");

	bind_number(row, 1, feed);
	bind_number(row, 2, count);
	bind_number(row, 3, (int64_t)most);
	return count == 0 || most == 0 || collect(store, row, ids, error);
}

static bool delete_all(struct store *store, const struct id_list *ids, size_t *removed, struct error *error)
{
	for (size_t i = 0; i < ids->count; i++)
		if (!delete_article(store, ids->items[i], error))
			return false;
	*removed += ids->count;
	return true;
}

static bool expire_feed(struct store *store, int64_t feed, unsigned days, unsigned count, int64_t now,
	size_t most, size_t *removed, struct error *error)
{
	struct id_list aged = {0}, surplus = {0};

	return find_aged(store, feed, days, now, most - *removed, &aged, error) &&
	       delete_all(store, &aged, removed, error) &&
	       find_surplus(store, feed, count, most - *removed, &surplus, error) &&
	       delete_all(store, &surplus, removed, error);
}

struct keep {
	int64_t feed;
	unsigned days, count;
};

struct keep_list {
	struct keep *items;
	size_t count, capacity;
};

static bool read_rules(struct store *store, const struct store_retention *retention, struct keep_list *rules,
	struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT id, keep_days, keep_count FROM feed");
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		struct keep rule = {sqlite3_column_int64(row, 0), (unsigned)sqlite3_column_int(row, 1),
			(unsigned)sqlite3_column_int(row, 2)};

		if (rule.days == 0 && rule.count == 0) {
			rule.days = retention->keep_days;
			rule.count = retention->keep_count;
		}
		if (rule.days || rule.count)
			*LIST_PUSH(&store->scratch, rules) = rule;
	}
	return !failed;
}

static bool expire(struct store *store, const struct store_retention *retention, int64_t now, size_t *removed,
	struct error *error)
{
	struct keep_list rules = {0};

	if (!read_rules(store, retention, &rules, error))
		return false;
	for (size_t i = 0; i < rules.count && *removed < retention->most; i++)
		if (!expire_feed(store, rules.items[i].feed, rules.items[i].days, rules.items[i].count, now,
			    retention->most, removed, error))
			return false;
	return true;
}

bool store_expire(struct store *store, const struct store_retention *retention, int64_t now, size_t *removed,
	struct error *error)
{
	bool is_done;

	*removed = 0;
	arena_reset(&store->scratch);
	if (!transaction_begin(store, error))
		return false;
	is_done = transaction_end(store, expire(store, retention, now, removed, error), error);
	if (!is_done)
		*removed = 0;
	return is_done;
}

bool store_shrink(struct store *store, size_t pages, size_t *left, struct error *error)
{
	char sql[64];
	int64_t count;

	sqlite3_snprintf(sizeof sql, sql, "PRAGMA incremental_vacuum(%lld)", (long long)pages);
	*left = 0;
	if (store->is_read_only)
		return library_fail(store, SQLITE_READONLY, error);
	if (!run_sql(store, sql, error) ||
		!statement_number(store, statement(store, "PRAGMA freelist_count"), 0, &count, error))
		return false;
	*left = (size_t)count;
	return true;
}
