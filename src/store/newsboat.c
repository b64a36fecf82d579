#include "dateline/store/newsboat.h"

#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/feed/load.h"
#include "dateline/quote/quote.h"
#include "dateline/store/articles.h"
#include "dateline/store/state.h"
#include "library.h"

#include <stdio.h>
#include <string.h>

#define ARTICLES_AT_ONCE 500 /* of one feed, in one transaction */
#define FIELD_BYTES_MOST (64 << 20)

struct id_list {
	int64_t *items;
	size_t count, capacity;
};

struct taking {
	struct store *store;
	sqlite3 *cache;
	const char *path;
	int64_t now;
	bool subscribes; /* to feeds that the library does not know */
	struct store_newsboat *result;
	struct arena arena;  /* of the articles at hand */
	struct quote_memory quotes;
	struct arena marked; /* of the next three */
	struct id_list to_read, to_star, to_hide;
};

bool store_is_database(const char *path)
{
	static const char magic[] = "SQLite format 3";
	char start[sizeof magic] = {0};
	FILE *file = fopen(path, "rb");
	bool is_one = file && fread(start, 1, sizeof magic, file) == sizeof magic &&
		      memcmp(start, magic, sizeof magic) == 0;

	if (file)
		fclose(file);
	return is_one;
}

static struct str text_of(struct taking *taking, sqlite3_stmt *row, int column)
{
	const char *text = (const char *)sqlite3_column_text(row, column);
	int length = sqlite3_column_bytes(row, column);

	if (text == NULL || length <= 0 || length > FIELD_BYTES_MOST)
		return STR_NONE;
	return utf8_repair(&taking->arena, arena_copy(&taking->arena, (struct str){text, (size_t)length}));
}

/* ---- articles */

enum {
	GUID,
	TITLE,
	AUTHOR,
	URL,
	PUBLISHED,
	CONTENT,
	UNREAD,
	ENCLOSURE,
	ENCLOSURE_TYPE,
	FLAGS,
	DELETED,
	BASE,
	MIME
};

static void read_article(struct taking *taking, sqlite3_stmt *row, struct feed *feed)
{
	struct article *article = LIST_PUSH(&taking->arena, &feed->articles);
	struct str author = text_of(taking, row, AUTHOR), enclosure = text_of(taking, row, ENCLOSURE);
	struct str mime = text_of(taking, row, MIME);

	article->id = text_of(taking, row, GUID);
	article->title = text_of(taking, row, TITLE);
	article->link = text_of(taking, row, URL);
	article->published = sqlite3_column_int64(row, PUBLISHED);
	if (article->published <= 0)
		article->published = TIME_NONE;
	article->updated = TIME_NONE;
	article->content.text = text_of(taking, row, CONTENT);
	article->content.base = text_of(taking, row, BASE);
	article->content.kind = article->content.text.data == NULL          ? CONTENT_NONE
				: str_equal_nocase(mime, STR("text/plain")) ? CONTENT_TEXT
									    : CONTENT_HTML;
	if (author.data)
		*LIST_PUSH(&taking->arena, &article->authors) = author;
	if (enclosure.data)
		*LIST_PUSH(&taking->arena, &article->enclosures) = (struct enclosure){
			.url = enclosure, .type = text_of(taking, row, ENCLOSURE_TYPE), .length_bytes = -1};
	feed_derive(article, NULL, &taking->quotes, &taking->arena, NULL);
}

static bool find_article(struct store *store, int64_t feed, struct str guid, int64_t *id, struct error *error)
{
	sqlite3_stmt *handle = statement(store, "SELECT id FROM article WHERE feed = ? AND guid = ?");

	bind_number(handle, 1, feed);
	bind_text(handle, 2, guid);
	return statement_number(store, handle, 0, id, error);
}

/* Marks name guids until the articles have their numbers. */
struct noted {
	struct str guid;
	bool is_read, is_starred, is_hidden;
};

struct noted_list {
	struct noted *items;
	size_t count, capacity;
};

static void note(struct taking *taking, sqlite3_stmt *row, struct noted_list *list, struct str guid)
{
	const struct noted noted = {
		.guid = guid,
		.is_read = sqlite3_column_int(row, UNREAD) == 0,
		.is_starred = sqlite3_column_bytes(row, FLAGS) > 0,
		.is_hidden = sqlite3_column_int(row, DELETED) != 0,
	};

	if (noted.is_read || noted.is_starred || noted.is_hidden)
		*LIST_PUSH(&taking->arena, list) = noted;
}

/* Marks are made at the end, so that all of them are three steps of undo. */
static bool collect_marks(
	struct taking *taking, int64_t feed, const struct noted_list *list, struct error *error)
{
	for (size_t i = 0; i < list->count; i++) {
		int64_t id;

		if (!find_article(taking->store, feed, list->items[i].guid, &id, error))
			return false;
		if (id && list->items[i].is_read)
			*LIST_PUSH(&taking->marked, &taking->to_read) = id;
		if (id && list->items[i].is_starred)
			*LIST_PUSH(&taking->marked, &taking->to_star) = id;
		if (id && list->items[i].is_hidden)
			*LIST_PUSH(&taking->marked, &taking->to_hide) = id;
	}
	return true;
}

static bool make_marks(struct taking *taking, struct error *error)
{
	struct store *store = taking->store;
	const struct id_list *read = &taking->to_read, *star = &taking->to_star, *hide = &taking->to_hide;

	return store_mark(store, STORE_HIDE, hide->items, hide->count, taking->now, NULL, error) &&
	       store_mark(store, STORE_STAR, star->items, star->count, taking->now, &taking->result->starred,
		       error) &&
	       store_mark(store, STORE_READ, read->items, read->count, taking->now, &taking->result->read,
		       error);
}

/* Newsboat keeps less of an article than the feed has: what comes with the next refresh is no change of it.
 */
static bool forget_text(struct taking *taking, const struct store_put_result *put, struct error *error)
{
	sqlite3_stmt *row =
		statement(taking->store, "UPDATE article SET text_hash = 0 WHERE id >= ?1 AND id < ?1 + ?2");

	bind_number(row, 1, put->first);
	bind_number(row, 2, (int64_t)put->fresh);
	return put->fresh == 0 || statement_run(taking->store, row, error);
}

static bool put_articles(
	struct taking *taking, int64_t feed, const struct feed *document, struct error *error)
{
	struct store_put_result put = {0};

	if (document->articles.count == 0)
		return true;
	if (!store_put_feed(taking->store, feed, document, NULL, taking->now, &put, error))
		return false;
	taking->result->articles += put.fresh;
	return forget_text(taking, &put, error);
}

/* What the library has of an article is the publisher's own: it is not taken from the cache again. */
static bool take_row(struct taking *taking, int64_t feed, sqlite3_stmt *row, struct feed *document,
	struct noted_list *noted, struct error *error)
{
	struct str guid = text_of(taking, row, GUID);
	int64_t known;

	if (!find_article(taking->store, feed, guid, &known, error))
		return false;
	if (known == 0)
		read_article(taking, row, document);
	note(taking, row, noted, guid);
	return true;
}

/* Takes up to ARTICLES_AT_ONCE; *more is false when there are no further ones. */
static bool take_some(struct taking *taking, int64_t feed, const struct feed *head, sqlite3_stmt *rows,
	bool *more, struct error *error)
{
	struct feed document = *head;
	struct noted_list noted = {0};
	int step = SQLITE_DONE;

	for (size_t i = 0; i < ARTICLES_AT_ONCE && (step = sqlite3_step(rows)) == SQLITE_ROW; i++)
		if (sqlite3_column_bytes(rows, GUID) &&
			!take_row(taking, feed, rows, &document, &noted, error))
			return false;
	*more = step == SQLITE_ROW;
	if (step != SQLITE_ROW && step != SQLITE_DONE)
		return library_fail_at(taking->cache, taking->path, step, error);
	return put_articles(taking, feed, &document, error) && collect_marks(taking, feed, &noted, error);
}

/* ---- feeds */

/* Commands and files are taken from the user's list of addresses alone, not from a cache. */
static bool find_feed(struct taking *taking, struct str address, int64_t *id, struct error *error)
{
	const struct store_feed feed = {.address = address, .folder = STR(""), .added = taking->now};

	*id = store_feed_find(taking->store, address);
	if (*id)
		return true;
	if (taking->subscribes && url_is_web(address))
		return store_feed_add(taking->store, &feed, id, error);
	return store_feed_add_removed(taking->store, &feed, id, error);
}

static bool has_column(sqlite3 *cache, const char *column)
{
	return sqlite3_table_column_metadata(
		       cache, "main", "rss_item", column, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

/* Versions of newsboat differ in the last two columns. */
static int prepare_items(sqlite3 *cache, sqlite3_stmt **rows)
{
	char sql[512];

	snprintf(sql, sizeof sql,
		"SELECT guid, title, author, url, pubDate, content, unread, enclosure_url, enclosure_type, flags, deleted, %s, %s"
		" FROM rss_item WHERE feedurl = ? ORDER BY pubDate DESC, id DESC",
		has_column(cache, "base") ? "base" : "NULL",
		has_column(cache, "content_mime_type") ? "content_mime_type" : "NULL");
	return sqlite3_prepare_v2(cache, sql, -1, rows, NULL);
}

static bool take_feed(struct taking *taking, const struct feed *head, struct error *error)
{
	sqlite3_stmt *rows = NULL;
	bool more = true, is_taken;
	int64_t id = 0;

	is_taken = find_feed(taking, head->source, &id, error);
	if (is_taken && prepare_items(taking->cache, &rows) != SQLITE_OK)
		is_taken = fail(error, ERROR_NOT_A_FEED, 0, "%s is no cache of newsboat: %s", taking->path,
			sqlite3_errmsg(taking->cache));
	if (is_taken)
		sqlite3_bind_text(rows, 1, head->source.data, (int)head->source.length, SQLITE_STATIC);
	while (is_taken && more) {
		arena_reset(&taking->arena);
		is_taken = take_some(taking, id, head, rows, &more, error);
	}
	sqlite3_finalize(rows);
	taking->result->feeds += is_taken;
	return is_taken;
}

static bool list_feeds(
	struct taking *taking, struct arena *arena, struct feed **feeds, size_t *count, struct error *error)
{
	struct {
		struct feed *items;
		size_t count, capacity;
	} list = {0};
	sqlite3_stmt *rows = NULL;
	int step =
		sqlite3_prepare_v2(taking->cache, "SELECT rssurl, url, title FROM rss_feed", -1, &rows, NULL);

	if (step != SQLITE_OK)
		return fail(error, ERROR_NOT_A_FEED, 0, "%s is no cache of newsboat: %s", taking->path,
			sqlite3_errmsg(taking->cache));
	while ((step = sqlite3_step(rows)) == SQLITE_ROW) {
		struct feed *feed = LIST_PUSH(arena, &list);

		feed->source = arena_copy(arena, text_of(taking, rows, 0));
		feed->link = arena_copy(arena, text_of(taking, rows, 1));
		feed->title = arena_copy(arena, text_of(taking, rows, 2));
		feed->updated = TIME_NONE;
	}
	sqlite3_finalize(rows);
	*feeds = list.items;
	*count = list.count;
	return step == SQLITE_DONE || library_fail_at(taking->cache, taking->path, step, error);
}

static bool take_all(struct taking *taking, struct arena *arena, struct error *error)
{
	struct store_feed_list known = {0};
	struct feed *feeds = NULL;
	size_t count = 0;

	if (!store_feeds(taking->store, STORE_FEEDS_SUBSCRIBED, taking->now, arena, &known, error) ||
		!list_feeds(taking, arena, &feeds, &count, error))
		return false;
	taking->subscribes = known.count == 0;
	for (size_t i = 0; i < count; i++) {
		bool is_query =
			str_starts_with(feeds[i].source, STR("query:")) || str_is_empty(feeds[i].source);

		if (!is_query && !take_feed(taking, &feeds[i], error))
			return false;
	}
	return make_marks(taking, error);
}

bool store_take_newsboat(struct store *store, const char *path, int64_t now, struct store_newsboat *result,
	struct error *error)
{
	struct taking taking = {.store = store, .path = path, .now = now, .result = result};
	struct arena arena = {0};
	bool is_taken;
	int opened = sqlite3_open_v2(path, &taking.cache, SQLITE_OPEN_READONLY, NULL);

	*result = (struct store_newsboat){0};
	sqlite3_busy_timeout(taking.cache, STORE_BUSY_MS);
	is_taken = opened == SQLITE_OK ? take_all(&taking, &arena, error)
				       : library_fail_at(taking.cache, path, opened, error);
	sqlite3_close(taking.cache);
	quote_memory_finish(&taking.quotes);
	arena_finish(&taking.arena);
	arena_finish(&taking.marked);
	arena_finish(&arena);
	return is_taken;
}
