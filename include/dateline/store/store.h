/* store.h - the library: opening, closing, and what holds for all of it */
#ifndef DATELINE_STORE_STORE_H
#define DATELINE_STORE_STORE_H

#include "dateline/base/arena.h"
#include "dateline/base/error.h"

/* One SQLite file in WAL mode; dateline-library(5) documents its tables. Any number of processes read it, one
 * writes at a time and the others wait up to STORE_BUSY_MS. A `struct store` is one connection and belongs to
 * one thread at a time. All functions that can fail return false with ERROR_LIBRARY (ERROR_NOT_FOUND for an
 * id that is not there); what they wrote is then rolled back. Strings they give are UTF-8 and live in the
 * arena given. */

#define STORE_BUSY_MS 10000
#define STORE_ID_MOST INT64_C(0x7fffffffffff)

struct store;

enum store_mode {
	STORE_READ_WRITE, /* makes the file and the folders above it when missing, migrates an older one after
			     a backup */
	STORE_READ_ONLY,  /* never changes the library; refuses one that must be migrated first */
};

/* Opens a library.
 *   path   a file, or ":memory:" for one that ends with this connection, or ":memory:NAME" for one in memory
 * that all connections of this process to the same NAME share, until the last is closed Errors, one sentence
 * each: the file is no library, is of a newer version, is damaged, cannot be read or written, is locked by
 * another program, the disk is full. Nothing is overwritten in any of these cases. */
bool store_open(const char *path, enum store_mode mode, struct store **store, struct error *error);

void store_close(struct store *store); /* accepts NULL */

/* Whoever waits can want something else: while a function is set, it is asked every now and then, and when it
 * says so what is being read is given up with ERROR_STOPPED. NULL: never. */
void store_give_up_when(struct store *store, bool (*is_wanted)(void *context), void *context);

/* Grows with each change that another connection, of this process or another, has made to the library. */
int64_t store_data_version(struct store *store);

/* ---- the log
 *
 * What is stored goes to a log beside the file, and from there into the file, now and then; moving it takes
 * about as long as writing it did, most of it waiting for the disk. A connection does that itself after a
 * change that makes its log STORE_LOG_PAGES long, unless it leaves that to others. */

#define STORE_LOG_PAGES 4000

size_t store_log_pages(const struct store *store); /* as the last change of this connection left it */
void store_leave_log(struct store *store);         /* this connection moves it only when it is told to */

/* Moves what is in the log now, without waiting for anybody and without anybody waiting. */
bool store_move_log(struct store *store, struct error *error);

/* Whole-library numbers that are kept, not counted: hidden articles and duplicates are left out. */
struct store_totals {
	int64_t articles, unread, starred;
};
bool store_totals(struct store *store, struct store_totals *totals, struct error *error);

/* ---- what the SQL of a query may rely on (query/sql.h), besides the tables of src/store/migrations.c
 *
 *   article a         is_read, is_starred, is_later, is_hidden, is_updated, is_duplicate, is_full are 0 or
 *                     1: written "a.is_hidden = 0" with the number in the SQL, an index answers. sort_time is
 *                     the time published, else first seen, never later than first seen. published, updated,
 *                     read_at are NULL when unknown
 *   ..._key, key      query_fold_name() of the name beside it: feed.title_key (of the title shown),
 *                     feed.folder_key, tag.key, label.key, author.key, speaker.key, feed_tag.key
 *   article_tag.kind  0 category, 1 tag; quote.kind: enum quote_kind
 *   search            the full-text index (FTS5): columns body, title, standfirst, heading, tags, authors,
 *                     speakers, each as query_index_text() gives it, split at spaces. Its rows are named by
 *                     a.search_row, which is NULL while an article waits to be indexed:
 *                     (a.search_row IN (SELECT rowid FROM search WHERE search MATCH ?)
 *                     OR (a.search_row IS NULL AND <the text is read>))
 *   body, page        the text as received, perhaps packed (src/store/pack.h): to be read through the
 *                     functions; page stands in for body when a.is_full = 1
 *
 * Functions: dateline_accepts(text, matcher) of query/sql.h, and
 *   dateline_body(text)          the body itself, unpacked; NULL when it is damaged
 *   dateline_plain(text, kind)   the words of a body (enum content_kind), without markup, in one line
 *   dateline_host(link)          the host of an address */

#endif
