#include "dateline/store/check.h"
#include "dateline/store/feeds.h"

#include "store/library.h"

#define FINDINGS_MOST 100

#define IS_DAMAGED "typeof(text) = 'blob' AND dateline_body(text) IS NULL"
#define DAMAGED(table) "SELECT article FROM " table " WHERE " IS_DAMAGED

/* What must hold besides SQLite's own rules: `count` says how many rows break it, `repair` mends them without
 * loss. */
static const struct rule {
	const char *finding, *count, *repair, *repaired;
} rules[] = {
	{"%lld feeds have wrong counts of articles",
		"SELECT count(*) FROM feed f LEFT JOIN feed_count c ON c.feed = f.id WHERE c.feed IS NULL OR (c.articles,"
		" c.unread, c.starred) IS NOT (SELECT count(*), coalesce(sum(is_read = 0), 0), coalesce(sum(is_starred), 0)"
		" FROM article a WHERE a.feed = f.id AND a.is_hidden = 0 AND a.is_duplicate = 0)",
		"INSERT OR REPLACE INTO feed_count (feed, articles, unread, starred) SELECT f.id, count(a.id),"
		" coalesce(sum(a.is_read = 0), 0), coalesce(sum(a.is_starred), 0) FROM feed f"
		" LEFT JOIN article a ON a.feed = f.id AND a.is_hidden = 0 AND a.is_duplicate = 0 GROUP BY f.id",
		"they were counted again"},
	{"%lld articles belong to a feed that is not there",
		"SELECT count(*) FROM article WHERE feed NOT IN (SELECT id FROM feed)",
		"INSERT OR IGNORE INTO feed (id, address, address_key, title_key, is_local, is_subscribed)"
		" SELECT DISTINCT feed, 'lost feed ' || feed, 'lost feed ' || feed, 'lost feed ' || feed, 1, 0 FROM article"
		" WHERE feed NOT IN (SELECT id FROM feed);"
		"INSERT OR REPLACE INTO feed_count (feed, articles, unread, starred) SELECT f.id, count(a.id),"
		" coalesce(sum(a.is_read = 0), 0), coalesce(sum(a.is_starred), 0) FROM feed f"
		" LEFT JOIN article a ON a.feed = f.id AND a.is_hidden = 0 AND a.is_duplicate = 0 GROUP BY f.id",
		"a feed was made for them, so that they can be read"},
	{"%lld bodies, tags, quotations and the like belong to no article",
		"SELECT (SELECT count(*) FROM body WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM page WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM article_tag WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM article_label WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM article_author WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM enclosure WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM section WHERE article NOT IN (SELECT id FROM article))"
		" + (SELECT count(*) FROM quote WHERE article NOT IN (SELECT id FROM article))",
		"DELETE FROM body WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM page WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM article_tag WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM article_label WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM article_author WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM enclosure WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM section WHERE article NOT IN (SELECT id FROM article);"
		"DELETE FROM quote WHERE article NOT IN (SELECT id FROM article)",
		"they were removed"},
	/* a fingerprint of 0 is no article's: the next document that has it still is taken for a changed one */
	{"the texts of %lld articles are damaged",
		"SELECT count(*) FROM body WHERE " IS_DAMAGED,
		"UPDATE article SET fingerprint = 0, search_row = NULL WHERE id IN (" DAMAGED("body") ");"
		"UPDATE feed SET etag = NULL, last_modified = NULL, document_hash = 0 WHERE id IN"
		" (SELECT feed FROM article WHERE id IN (" DAMAGED("body") "));"
		"DELETE FROM body WHERE " IS_DAMAGED,
		"they were removed; the next refresh brings those back that their feeds still have"},
	{"the fetched pages of %lld articles are damaged",
		"SELECT count(*) FROM page WHERE " IS_DAMAGED,
		"UPDATE article SET is_full = 0, search_row = NULL WHERE id IN (" DAMAGED("page") ");"
		"DELETE FROM page WHERE " IS_DAMAGED,
		"they were removed; these articles are read from their feeds again"},
};

/* ---- findings */

static void add_finding(struct store_check *check, struct arena *arena, struct str text)
{
	if (check->findings.count < FINDINGS_MOST)
		*LIST_PUSH(arena, &check->findings) = text;
}

/* SQLite says what it found in rows of text, "ok" when there is nothing. */
static bool check_file(
	struct store *store, struct arena *arena, struct store_check *check, struct error *error)
{
	sqlite3_stmt *row = statement(store, "PRAGMA integrity_check");
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		struct str text = column_borrow(row, 0);

		if (!str_equal(text, STR("ok")))
			add_finding(check, arena,
				arena_printf(arena, "the file is damaged: %.*s", STR_ARG(text)));
	}
	return !failed;
}

static bool check_rule(struct store *store, const struct rule *rule, struct arena *arena,
	struct store_check *check, struct error *error)
{
	int64_t count;
	char text[160];

	if (!statement_number(store, statement(store, rule->count), 0, &count, error))
		return false;
	if (count == 0)
		return true;
	sqlite3_snprintf(sizeof text, text, rule->finding, count);
	add_finding(check, arena, arena_copy(arena, str_from(text)));
	if (store->is_read_only) {
		check->is_sound = false;
		return true;
	}
	if (!transaction_begin(store, error) ||
		!transaction_end(store, run_sql(store, rule->repair, error), error))
		return false;
	*LIST_PUSH(arena, &check->repairs) = str_from(rule->repaired);
	return true;
}

/* The index can always be made anew from the articles. */
static bool check_index(
	struct store *store, struct arena *arena, struct store_check *check, struct error *error)
{
	if (store->is_read_only)
		return true;
	if (sqlite3_exec(store->db, "INSERT INTO search (search) VALUES ('integrity-check')", NULL, NULL,
		    NULL) == SQLITE_OK)
		return true;
	add_finding(check, arena, STR("the full-text index is damaged"));
	if (!transaction_begin(store, error) ||
		!transaction_end(store,
			run_sql(store,
				"INSERT INTO search (search) VALUES ('delete-all');"
				"UPDATE article SET search_row = NULL",
				error) &&
				setting_put(store, "index_rows", 0, error),
			error))
		return false;
	*LIST_PUSH(arena, &check->repairs) = STR("it will be made anew behind the next refresh");
	return true;
}

static bool count_all(struct store *store, struct store_check *check, struct error *error)
{
	int64_t pages, page_bytes, free_pages;

	if (!statement_number(
		    store, statement(store, "SELECT count(*) FROM article"), 0, &check->articles, error) ||
		!statement_number(store,
			statement(store, "SELECT count(*) FROM feed WHERE is_subscribed = 1"), 0,
			&check->feeds, error) ||
		!store_broken_feeds(store, &check->broken_feeds, error) ||
		!statement_number(store, statement(store, "PRAGMA page_count"), 0, &pages, error) ||
		!statement_number(store, statement(store, "PRAGMA page_size"), 0, &page_bytes, error) ||
		!statement_number(store, statement(store, "PRAGMA freelist_count"), 0, &free_pages, error))
		return false;
	check->file_bytes = pages * page_bytes;
	check->free_bytes = free_pages * page_bytes;
	return true;
}

bool store_check(struct store *store, struct arena *arena, struct store_check *check, struct error *error)
{
	bool is_read_through;

	*check = (struct store_check){.is_sound = false};
	is_read_through = check_file(store, arena, check, error);
	if (check->findings.count)
		return true; /* nothing is written to a damaged file */
	if (!is_read_through)
		return false;
	check->is_sound = true;
	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (!check_rule(store, &rules[i], arena, check, error))
			return false;
	return check_index(store, arena, check, error) && count_all(store, check, error);
}

/* A file that is no database at all may be a library whose first page is lost, or somebody's letter: it must
 * begin like an SQLite file, and not say that it belongs to another program. */
bool store_is_damaged(const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *row = NULL;
	int result = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
	bool is_ok = false;

	if (result == SQLITE_OK)
		result = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &row, NULL);
	if (result == SQLITE_OK && (result = sqlite3_step(row)) == SQLITE_ROW)
		is_ok = str_equal(column_borrow(row, 0), STR("ok"));
	sqlite3_finalize(row);
	sqlite3_close(db);
	return result == SQLITE_ROW ? !is_ok : result == SQLITE_CORRUPT;
}
