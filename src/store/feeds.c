#include "dateline/store/feeds.h"

#include "dateline/base/url.h"
#include "dateline/query/match.h"
#include "store/library.h"

/* ---- reading */

#define FEED_COLUMNS                                                                                           \
	"f.id, f.address, f.title, f.user_title, f.folder, f.link, f.description, f.language, f.icon,"         \
	" f.generator, f.interval_minutes, f.user_agent, f.headers, f.credentials_command, f.is_full_text,"    \
	" f.is_muted, f.is_local, f.is_subscribed, f.keep_days, f.keep_count, f.etag, f.last_modified,"        \
	" f.document_hash, f.ttl_minutes, f.skip_hours, f.added_at, f.next_at, f.not_before, f.failure_count," \
	" f.cause, c.articles, c.unread, c.starred"
#define FEED_TABLES " FROM feed f JOIN feed_count c ON c.feed = f.id"

static void read_feed(sqlite3_stmt *row, struct arena *arena, struct store_feed *feed)
{
	int column = 0;

	*feed = (struct store_feed){.id = sqlite3_column_int64(row, column++)};
	feed->address = column_text(row, column++, arena);
	feed->title = column_text(row, column++, arena);
	feed->user_title = column_text(row, column++, arena);
	feed->folder = column_text(row, column++, arena);
	feed->link = column_text(row, column++, arena);
	feed->description = column_text(row, column++, arena);
	feed->language = column_text(row, column++, arena);
	feed->icon = column_text(row, column++, arena);
	feed->generator = column_text(row, column++, arena);
	feed->interval_minutes = (unsigned)sqlite3_column_int(row, column++);
	feed->user_agent = column_text(row, column++, arena);
	feed->headers = column_text(row, column++, arena);
	feed->credentials_command = column_text(row, column++, arena);
	feed->is_full_text = sqlite3_column_int(row, column++);
	feed->is_muted = sqlite3_column_int(row, column++);
	feed->is_local = sqlite3_column_int(row, column++);
	feed->is_subscribed = sqlite3_column_int(row, column++);
	feed->keep_days = (unsigned)sqlite3_column_int(row, column++);
	feed->keep_count = (unsigned)sqlite3_column_int(row, column++);
	feed->etag = column_text(row, column++, arena);
	feed->last_modified = column_text(row, column++, arena);
	feed->document_hash = (uint64_t)sqlite3_column_int64(row, column++);
	feed->ttl_minutes = (unsigned)sqlite3_column_int(row, column++);
	feed->skip_hours = (uint32_t)sqlite3_column_int(row, column++);
	feed->added = column_time(row, column++);
	feed->next = sqlite3_column_int64(row, column++);
	feed->not_before = sqlite3_column_int64(row, column++);
	feed->failure_count = (unsigned)sqlite3_column_int(row, column++);
	feed->cause = column_text(row, column++, arena);
	feed->articles = sqlite3_column_int64(row, column++);
	feed->unread = sqlite3_column_int64(row, column++);
	feed->starred = sqlite3_column_int64(row, column);
}

struct str store_feed_name(const struct store_feed *feed)
{
	if (feed->user_title.length)
		return feed->user_title;
	return feed->title.length ? feed->title : feed->address;
}

static struct store_feed *feed_of_id(struct store_feed_list *feeds, int64_t id)
{
	for (size_t i = 0; i < feeds->count; i++)
		if (feeds->items[i].id == id)
			return &feeds->items[i];
	return NULL;
}

/* Few feeds have tags, and most libraries none. */
static bool read_all_tags(
	struct store *store, struct arena *arena, struct store_feed_list *feeds, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT feed, name FROM feed_tag ORDER BY feed, position");
	struct store_feed *feed = NULL;
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		int64_t id = sqlite3_column_int64(row, 0);

		if (feed == NULL || feed->id != id)
			feed = feed_of_id(feeds, id);
		if (feed)
			*LIST_PUSH(arena, &feed->tags) = column_text(row, 1, arena);
	}
	return !failed;
}

static bool read_tags(struct store *store, struct arena *arena, struct store_feed *feed, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT name FROM feed_tag WHERE feed = ? ORDER BY position");
	bool failed;

	bind_number(row, 1, feed->id);
	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(arena, &feed->tags) = column_text(row, 0, arena);
	return !failed;
}

bool store_feeds(struct store *store, enum store_feed_choice choice, int64_t now, struct arena *arena,
	struct store_feed_list *feeds, struct error *error)
{
	static const char *const choices[] = {
		[STORE_FEEDS_SUBSCRIBED] = "SELECT " FEED_COLUMNS FEED_TABLES " WHERE f.is_subscribed = 1"
					   " ORDER BY f.folder_key, f.title_key, f.id",
		[STORE_FEEDS_ALL] =
			"SELECT " FEED_COLUMNS FEED_TABLES " ORDER BY f.folder_key, f.title_key, f.id",
		[STORE_FEEDS_DUE] = "SELECT " FEED_COLUMNS FEED_TABLES
				    " WHERE f.is_subscribed = 1 AND f.is_muted = 0 AND f.is_local = 0"
				    " AND f.next_at <= ?1 AND f.not_before <= ?1 ORDER BY f.next_at, f.id",
	};
	sqlite3_stmt *row = statement(store, choices[choice]);
	bool failed;

	*feeds = (struct store_feed_list){0};
	if (choice == STORE_FEEDS_DUE)
		bind_number(row, 1, now);
	while (statement_next(store, row, &failed, error))
		read_feed(row, arena, LIST_PUSH(arena, feeds));
	return !failed && read_all_tags(store, arena, feeds, error);
}

bool store_feed_get(
	struct store *store, int64_t feed, struct arena *arena, struct store_feed *out, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT " FEED_COLUMNS FEED_TABLES " WHERE f.id = ?");
	bool failed;

	bind_number(row, 1, feed);
	if (!statement_next(store, row, &failed, error))
		return !failed && fail(error, ERROR_NOT_FOUND, 0, "there is no feed %lld", (long long)feed);
	read_feed(row, arena, out);
	sqlite3_reset(row);
	return read_tags(store, arena, out, error);
}

static struct str address_key(struct str address, struct arena *arena)
{
	return url_is_web(address) ? url_canonical(arena, address) : address;
}

static bool find_address(struct store *store, struct str address, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT id FROM feed WHERE address_key = ?");

	bind_text(row, 1, address_key(address, &store->scratch));
	return statement_number(store, row, 0, id, error);
}

int64_t store_feed_find(struct store *store, struct str address)
{
	int64_t id;

	arena_reset(&store->scratch);
	return find_address(store, address, &id, NULL) ? id : 0;
}

/* ---- what the user decides */

static bool put_tags(struct store *store, int64_t id, const struct str_list *tags, struct error *error)
{
	sqlite3_stmt *row = statement(store, "DELETE FROM feed_tag WHERE feed = ?");
	bool is_done;

	bind_number(row, 1, id);
	is_done = statement_run(store, row, error);
	row = statement(store, "INSERT INTO feed_tag (feed, position, name, key) VALUES (?, ?, ?, ?)");
	for (size_t i = 0; i < tags->count && is_done; i++) {
		bind_number(row, 1, id);
		bind_number(row, 2, (int64_t)i);
		bind_text(row, 3, tags->items[i]);
		bind_text(row, 4, query_fold_name(tags->items[i], &store->scratch));
		is_done = statement_run(store, row, error);
	}
	return is_done;
}

static bool put_settings(struct store *store, const struct store_feed *feed, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE feed SET address = ?2, address_key = ?3, user_title = ?4, title_key = ?5, folder = ?6,"
		" folder_key = ?7, interval_minutes = ?8, user_agent = ?9, headers = ?10, credentials_command = ?11,"
		" is_full_text = ?12, is_muted = ?13, keep_days = ?14, keep_count = ?15,"
		" next_at = CASE WHEN address IS ?2 THEN next_at ELSE 0 END,"
		" etag = CASE WHEN address IS ?2 THEN etag END,"
		" last_modified = CASE WHEN address IS ?2 THEN last_modified END,"
		" document_hash = CASE WHEN address IS ?2 THEN document_hash ELSE 0 END WHERE id = ?1");
	struct arena *scratch = &store->scratch;

	bind_number(row, 1, feed->id);
	bind_text(row, 2, feed->address);
	bind_text(row, 3, address_key(feed->address, scratch));
	bind_text(row, 4, feed->user_title.length ? feed->user_title : STR_NONE);
	bind_text(row, 5, query_fold_name(store_feed_name(feed), scratch));
	bind_text(row, 6, feed->folder.data ? feed->folder : STR(""));
	bind_text(row, 7, query_fold_name(feed->folder.data ? feed->folder : STR(""), scratch));
	bind_number(row, 8, feed->interval_minutes);
	bind_text(row, 9, feed->user_agent);
	bind_text(row, 10, feed->headers);
	bind_text(row, 11, feed->credentials_command);
	bind_number(row, 12, feed->is_full_text);
	bind_number(row, 13, feed->is_muted);
	bind_number(row, 14, feed->keep_days);
	bind_number(row, 15, feed->keep_count);
	return statement_run(store, row, error) && put_tags(store, feed->id, &feed->tags, error);
}

static bool insert_feed(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT INTO feed (address, address_key, title_key, is_local, added_at)"
				 " VALUES (?, ?, '', ?, ?)");

	bind_text(row, 1, feed->address);
	bind_text(row, 2, address_key(feed->address, &store->scratch));
	bind_number(row, 3, feed->is_local);
	bind_time(row, 4, feed->added);
	if (!statement_run(store, row, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

static bool take_back(struct store *store, const struct store_feed *feed, int64_t id, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "UPDATE feed SET is_subscribed = 1, removed_at = NULL, next_at = 0,"
				 " is_local = ?2 WHERE id = ?1");

	bind_number(row, 1, id);
	bind_number(row, 2, feed->is_local);
	return statement_run(store, row, error);
}

static bool add_feed(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	struct store_feed added = *feed;
	struct store_feed there = {0};

	if (!find_address(store, feed->address, id, error))
		return false;
	if (*id && !store_feed_get(store, *id, &store->scratch, &there, error))
		return false;
	if (*id && there.is_subscribed)
		return fail(error, ERROR_USAGE, 0, "%.*s is subscribed already", STR_ARG(feed->address));
	if (*id ? !take_back(store, feed, *id, error) : !insert_feed(store, feed, id, error))
		return false;
	added.id = *id;
	added.title = *id == there.id ? there.title : STR_NONE;
	return put_settings(store, &added, error);
}

bool store_feed_add(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	arena_reset(&store->scratch);
	*id = 0;
	return transaction_begin(store, error) &&
	       transaction_end(store, add_feed(store, feed, id, error), error);
}

static bool change_feed(struct store *store, const struct store_feed *feed, struct error *error)
{
	struct store_feed changed = *feed;
	struct store_feed there = {0};
	int64_t id;

	if (!store_feed_get(store, feed->id, &store->scratch, &there, error) ||
		!find_address(store, feed->address, &id, error))
		return false;
	if (id && id != feed->id)
		return fail(
			error, ERROR_USAGE, 0, "%.*s is the address of another feed", STR_ARG(feed->address));
	changed.title = there.title;
	return put_settings(store, &changed, error);
}

bool store_feed_change(struct store *store, const struct store_feed *feed, struct error *error)
{
	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store, change_feed(store, feed, error), error);
}

bool store_feed_remove(struct store *store, int64_t feed, int64_t now, struct error *error)
{
	sqlite3_stmt *row;
	bool is_done;

	if (!transaction_begin(store, error))
		return false;
	row = statement(store,
		"UPDATE feed SET is_subscribed = 0, removed_at = ? WHERE id = ? AND is_subscribed = 1");
	bind_time(row, 1, now);
	bind_number(row, 2, feed);
	is_done = statement_run(store, row, error) &&
		  (sqlite3_changes(store->db) == 1 ||
			  fail(error, ERROR_NOT_FOUND, 0, "there is no feed %lld", (long long)feed));
	return transaction_end(store, is_done, error);
}

/* ---- the last days */

bool store_feed_activity(struct store *store, int64_t day_end, struct arena *arena,
	struct store_activity_list *list, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"SELECT f.id, (?1 - 1 - a.sort_time) / 86400, count(*) FROM feed f CROSS JOIN article a"
		" ON a.feed = f.id AND a.sort_time >= ?1 - 86400 * ?2 AND a.sort_time < ?1"
		" WHERE f.is_subscribed = 1 GROUP BY 1, 2");
	struct store_activity *last = NULL;
	bool failed;

	*list = (struct store_activity_list){0};
	bind_number(row, 1, day_end);
	bind_number(row, 2, STORE_ACTIVITY_DAYS);
	while (statement_next(store, row, &failed, error)) {
		int64_t feed = sqlite3_column_int64(row, 0), back = sqlite3_column_int64(row, 1);

		if (last == NULL || last->feed != feed) {
			last = LIST_PUSH(arena, list);
			last->feed = feed;
		}
		if (back >= 0 && back < STORE_ACTIVITY_DAYS)
			last->days[STORE_ACTIVITY_DAYS - 1 - back] = (unsigned)sqlite3_column_int(row, 2);
	}
	return !failed;
}
