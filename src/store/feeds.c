#include "dateline/store/feeds.h"

#include "dateline/base/url.h"
#include "dateline/query/match.h"
#include "store/feedrow.h"
#include "store/journal.h"
#include "store/library.h"

/* ---- reading */

#define FEED_COLUMNS                                                                                           \
	"f.id, f.address, f.title, f.user_title, f.folder, f.link, f.description, f.language, f.icon,"         \
	" f.generator, f.interval_minutes, f.user_agent, f.headers, f.credentials_command, f.is_full_text,"    \
	" f.is_muted, f.is_local, f.is_subscribed, f.keep_days, f.keep_count, f.etag, f.last_modified,"        \
	" f.document_hash, f.ttl_minutes, f.skip_hours, f.added_at, f.next_at, f.not_before, f.failure_count," \
	" f.cause, f.keeps_cookies, f.cookies, c.articles, c.unread, c.starred"
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
	feed->keeps_cookies = sqlite3_column_int(row, column++);
	feed->cookies = column_text(row, column++, arena);
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

bool feed_find_address(struct store *store, struct str address, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT id FROM feed WHERE address_key = ?");

	bind_text(row, 1, address_key(address, &store->scratch));
	return statement_number(store, row, 0, id, error);
}

int64_t store_feed_find(struct store *store, struct str address)
{
	int64_t id;

	arena_reset(&store->scratch);
	return feed_find_address(store, address, &id, NULL) ? id : 0;
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

bool feed_put_row(struct store *store, const struct store_feed *feed, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"UPDATE feed SET address = ?2, address_key = ?3, user_title = ?4, title_key = ?5, folder = ?6,"
		" folder_key = ?7, interval_minutes = ?8, user_agent = ?9, headers = ?10, credentials_command = ?11,"
		" is_full_text = ?12, is_muted = ?13, keep_days = ?14, keep_count = ?15, keeps_cookies = ?16,"
		" cookies = CASE WHEN ?16 THEN cookies END,"
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
	bind_number(row, 16, feed->keeps_cookies);
	return statement_run(store, row, error) && put_tags(store, feed->id, &feed->tags, error);
}

static bool insert_feed(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"INSERT INTO feed (address, address_key, title_key, is_local, added_at, link)"
		" VALUES (?, ?, '', ?, ?, ?)");

	bind_text(row, 1, feed->address);
	bind_text(row, 2, address_key(feed->address, &store->scratch));
	bind_number(row, 3, feed->is_local);
	bind_time(row, 4, feed->added);
	bind_text(row, 5, feed->link);
	if (!statement_run(store, row, error))
		return false;
	*id = sqlite3_last_insert_rowid(store->db);
	return true;
}

bool feed_put_subscribed(
	struct store *store, int64_t feed, bool is_subscribed, int64_t now, struct error *error)
{
	sqlite3_stmt *row = statement(
		store, "UPDATE feed SET is_subscribed = ?2, removed_at = ?3, next_at = 0 WHERE id = ?1");

	bind_number(row, 1, feed);
	bind_number(row, 2, is_subscribed);
	bind_time(row, 3, is_subscribed ? TIME_NONE : now);
	return statement_run(store, row, error);
}

static bool take_back(struct store *store, const struct store_feed *feed, int64_t id, struct error *error)
{
	sqlite3_stmt *row = statement(store, "UPDATE feed SET is_local = ?2 WHERE id = ?1");

	bind_number(row, 1, id);
	bind_number(row, 2, feed->is_local);
	return feed_put_subscribed(store, id, true, 0, error) && statement_run(store, row, error);
}

/* Several feeds that are added together are one action. */
struct adding {
	int64_t now, action;
	size_t count;
};

/* What a file is read into is nothing that the user subscribed to. */
static bool note_added(struct store *store, struct adding *adding, const struct store_feed *before,
	const struct store_feed *added, struct error *error)
{
	struct store_feed from = before->id ? *before : *added, to = *added;

	from.is_subscribed = false;
	to.is_subscribed = true;
	return added->is_local ||
	       journal_feed(store, &from, &to, adding->now, &adding->action, &adding->count, error);
}

static bool add_feed(struct store *store, struct adding *adding, const struct store_feed *feed, int64_t *id,
	struct error *error)
{
	struct store_feed added = *feed;
	struct store_feed there = {0};

	if (!feed_find_address(store, feed->address, id, error))
		return false;
	if (*id && !store_feed_get(store, *id, &store->scratch, &there, error))
		return false;
	if (*id && there.is_subscribed)
		return fail(error, ERROR_USAGE, 0, "%.*s is subscribed already", STR_ARG(feed->address));
	if (*id ? !take_back(store, feed, *id, error) : !insert_feed(store, feed, id, error))
		return false;
	added.id = *id;
	added.title = *id == there.id ? there.title : STR_NONE;
	return feed_put_row(store, &added, error) && note_added(store, adding, &there, &added, error);
}

static bool end_adding(struct store *store, const struct adding *adding, struct error *error)
{
	return adding->action == 0 || journal_close(store, adding->action, adding->count, error);
}

bool store_feed_add(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	struct adding adding = {.now = feed->added};
	bool is_done;

	arena_reset(&store->scratch);
	*id = 0;
	if (!transaction_begin(store, error))
		return false;
	is_done = add_feed(store, &adding, feed, id, error) && end_adding(store, &adding, error);
	return transaction_end(store, is_done, error);
}

static bool add_all(
	struct store *store, const struct store_feed *feeds, size_t count, size_t *added, struct error *error)
{
	struct adding adding = {0};

	for (size_t i = 0; i < count; i++) {
		struct error problem = {0};
		int64_t id = 0;

		adding.now = feeds[i].added;
		if (!add_feed(store, &adding, &feeds[i], &id, &problem) && problem.code != ERROR_USAGE) {
			*error = problem;
			return false;
		}
	}
	*added = adding.count;
	return end_adding(store, &adding, error);
}

bool store_feed_add_all(
	struct store *store, const struct store_feed *feeds, size_t count, size_t *added, struct error *error)
{
	arena_reset(&store->scratch);
	*added = 0;
	return transaction_begin(store, error) &&
	       transaction_end(store, add_all(store, feeds, count, added, error), error);
}

bool store_feed_add_removed(
	struct store *store, const struct store_feed *feed, int64_t *id, struct error *error)
{
	bool is_done;

	arena_reset(&store->scratch);
	if (!transaction_begin(store, error))
		return false;
	is_done = insert_feed(store, feed, id, error) &&
		  feed_put_subscribed(store, *id, false, feed->added, error);
	return transaction_end(store, is_done, error);
}

static bool note_change(struct store *store, const struct store_feed *before, const struct store_feed *after,
	int64_t now, struct error *error)
{
	int64_t action = 0;
	size_t count = 0;

	return journal_feed(store, before, after, now, &action, &count, error) &&
	       (action == 0 || journal_close(store, action, count, error));
}

static bool change_feed(struct store *store, const struct store_feed *feed, int64_t now, struct error *error)
{
	struct store_feed changed = *feed;
	struct store_feed there = {0};
	int64_t id;

	if (!store_feed_get(store, feed->id, &store->scratch, &there, error) ||
		!feed_find_address(store, feed->address, &id, error))
		return false;
	if (id && id != feed->id)
		return fail(
			error, ERROR_USAGE, 0, "%.*s is the address of another feed", STR_ARG(feed->address));
	changed.title = there.title;
	changed.is_subscribed = there.is_subscribed;
	return note_change(store, &there, &changed, now, error) && feed_put_row(store, &changed, error);
}

bool store_feed_change(struct store *store, const struct store_feed *feed, int64_t now, struct error *error)
{
	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store, change_feed(store, feed, now, error), error);
}

static bool remove_feed(struct store *store, int64_t id, int64_t now, struct error *error)
{
	struct store_feed there = {0}, removed;

	if (!store_feed_get(store, id, &store->scratch, &there, error))
		return false;
	if (!there.is_subscribed)
		return fail(error, ERROR_NOT_FOUND, 0, "there is no feed %lld", (long long)id);
	removed = there;
	removed.is_subscribed = false;
	return note_change(store, &there, &removed, now, error) &&
	       feed_put_subscribed(store, id, false, now, error);
}

bool store_feed_remove(struct store *store, int64_t feed, int64_t now, struct error *error)
{
	arena_reset(&store->scratch);
	return transaction_begin(store, error) &&
	       transaction_end(store, remove_feed(store, feed, now, error), error);
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

bool store_broken_feeds(struct store *store, int64_t *count, struct error *error)
{
	return statement_number(store,
		statement(store, "SELECT count(*) FROM feed WHERE is_subscribed = 1 AND failure_count > 0"),
		0, count, error);
}
