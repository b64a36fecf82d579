#include "../support/library.h"

#include "dateline/store/index.h"
#include "dateline/store/list.h"
#include "store/migrations.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(open, .init = start, .fini = end);

static void write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	cr_assert_not_null(file);
	fwrite(bytes, 1, length, file);
	fclose(file);
}

static void expect_refused(const char *path, enum store_mode mode, const char *because)
{
	struct store *store;
	struct error error = {0};
	bool is_open = store_open(path, mode, &store, &error);

	cr_expect_not(is_open, "%s was opened", path);
	cr_expect_not_null(strstr(error.message, because), "message: %s", error.message);
	cr_expect_not_null(strstr(error.message, path), "the message names the file: %s", error.message);
	if (is_open)
		store_close(store);
}

Test(open, makes_the_file_and_the_folders_above_it)
{
	char *path = library_file(&library, "a/b/library.db");
	struct store *store;
	struct error error = {0};

	cr_assert(store_open(path, STORE_READ_WRITE, &store, &error), "%s", error.message);
	store_close(store);
	cr_expect_eq(access(path, F_OK), 0);
	unlink(path);
	rmdir(library_file(&library, "a/b"));
	rmdir(library_file(&library, "a"));
}

Test(open, for_reading_says_that_there_is_no_library_yet)
{
	struct store *store;
	struct error error = {0};

	cr_expect_not(store_open(library_file(&library, "absent.db"), STORE_READ_ONLY, &store, &error));
	cr_expect_eq(error.code, ERROR_NOT_FOUND);
	cr_expect_neq(access(library_file(&library, "absent.db"), F_OK), 0, "reading makes no file");
}

Test(open, refuses_a_newer_library_and_leaves_it_as_it_is)
{
	store_close(library.store);
	library.store = NULL;
	library_run(&library, "PRAGMA user_version = 999; CREATE TABLE from_the_future (x)");
	expect_refused(library.path, STORE_READ_WRITE, "newer");
	expect_refused(library.path, STORE_READ_ONLY, "newer");
	cr_expect_eq(library_number(&library, "PRAGMA user_version"), 999);
	cr_expect_eq(
		library_number(&library, "SELECT count(*) FROM sqlite_schema WHERE name = 'from_the_future'"),
		1);
}

Test(open, refuses_the_database_of_another_program)
{
	char *path = library_file(&library, "other.db");
	sqlite3 *db;

	cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_exec(db, "CREATE TABLE theirs (x)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	expect_refused(path, STORE_READ_WRITE, "another program");
}

Test(open, refuses_a_file_that_is_no_library_and_does_not_write_to_it)
{
	static const char letter[] =
		"Dear reader, this is a letter and no library. It is long enough to have a header's "
		"worth of bytes, and then some more, so that nobody takes it for an empty file.";
	char *path = library_file(&library, "letter.txt");
	char read_back[sizeof letter] = "";
	FILE *file;

	write_file(path, letter, sizeof letter - 1);
	expect_refused(path, STORE_READ_WRITE, "no library");
	file = fopen(path, "rb");
	cr_assert_eq(fread(read_back, 1, sizeof letter, file), sizeof letter - 1);
	fclose(file);
	cr_expect_str_eq(read_back, letter);
}

Test(open, takes_an_empty_file_for_a_new_library)
{
	char *path = library_file(&library, "empty.db");
	struct store *store;
	struct error error = {0};

	write_file(path, "", 0);
	cr_expect(store_open(path, STORE_READ_WRITE, &store, &error), "%s", error.message);
	store_close(store);
}

Test(open, refuses_a_folder)
{
	struct store *store;
	struct error error = {0};

	cr_expect_not(store_open(library.folder, STORE_READ_WRITE, &store, &error));
	cr_expect_eq(error.code, ERROR_LIBRARY);
}

/* ---- older versions */

static void make_version(const char *path, int version)
{
	sqlite3 *db;
	char sql[128];

	cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
	for (int i = 0; i < version; i++)
		cr_assert_eq(sqlite3_exec(db, migrations[i], NULL, NULL, NULL), SQLITE_OK, "%s",
			sqlite3_errmsg(db));
	snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		LIBRARY_APPLICATION_ID, version);
	cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	cr_assert_eq(
		sqlite3_exec(db,
			"INSERT INTO feed (id, address, address_key, title_key) VALUES (5, 'a', 'a', 'a');"
			"INSERT INTO article (id, feed, sort_time, seen_at, quote_count, section_count,"
			" related_count, enclosure_count, word_count, title, guid, fingerprint, text_hash,"
			" quote_version) VALUES (7, 5, 10, 10, 0, 0, 0, 0, 1, 'Kept', 'g', 1, 1, 0);"
			"INSERT INTO body (article, kind, text) VALUES (7, 1, '<p>A lighthouse</p>')",
			NULL, NULL, NULL),
		SQLITE_OK, "%s", sqlite3_errmsg(db));
	if (version >= 2)
		cr_assert_eq(
			sqlite3_exec(db,
				"INSERT INTO search (rowid, body) VALUES (1, 'a lighthouse');"
				"UPDATE article SET search_row = 1; INSERT INTO setting VALUES ('index_rows', 1);"
				"INSERT INTO setting VALUES ('index_version', 2)",
				NULL, NULL, NULL),
			SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

/* What it holds is read, and found by its words, before and after the index is made anew. */
static void expect_article(struct store *store, int version)
{
	struct query query = library_query(&library, "lighthouse");
	struct store_entry entry;
	struct error error = {0};

	cr_assert(store_article_get(store, 7, STORE_CONTENT_BEST, &library.arena, &entry, &error), "%s",
		error.message);
	cr_expect(str_equal(entry.article.content.text, STR("<p>A lighthouse</p>")), "version %d", version);
	for (int round = 0; round < 2; round++) {
		struct store_list *list;
		int64_t total = 0, unread;
		size_t left;

		cr_assert(store_list_open(store, &query, &list, &error), "%s", error.message);
		cr_assert(store_list_counts(list, &total, &unread, &error));
		cr_expect_eq(total, 1, "version %d, round %d", version, round);
		store_list_close(list);
		cr_assert(store_index(store, 10, &left, &error), "%s", error.message);
	}
}

Test(open, brings_every_older_version_up_to_date_after_a_backup)
{
	for (int version = 1; version < migration_count; version++) {
		char *path =
			library_file(&library, arena_printf(&library.arena, "v%d.db%c", version, 0).data);
		char *backup = library_file(&library,
			arena_printf(&library.arena, "v%d.db.version-%d%c", version, version, 0).data);
		struct store *store;
		struct store_totals totals;
		struct error error = {0};

		make_version(path, version);
		cr_assert(store_open(path, STORE_READ_WRITE, &store, &error), "version %d: %s", version,
			error.message);
		cr_assert(store_totals(store, &totals, &error));
		cr_expect_eq(totals.articles, 1, "version %d keeps its article", version);
		expect_article(store, version);
		store_close(store);
		strcpy(library.path, path);
		cr_expect_eq(library_number(&library, "PRAGMA user_version"), migration_count);
		cr_assert_eq(access(backup, F_OK), 0, "version %d was backed up", version);
		cr_expect(library_is_whole(backup));
		strcpy(library.path, backup);
		cr_expect_eq(library_number(&library, "PRAGMA user_version"), version);
		cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), 1);
	}
}

Test(open, for_reading_asks_for_one_opening_for_writing_when_the_library_is_older)
{
	char *path = library_file(&library, "old.db");
	struct store *store;
	struct error error = {0};

	make_version(path, 1);
	cr_expect_not(store_open(path, STORE_READ_ONLY, &store, &error));
	cr_expect_eq(error.code, ERROR_UNSUPPORTED);
}

/* ---- permissions: root may write everywhere, so somebody else tries */

static void become_nobody(void)
{
	if (geteuid() == 0) {
		cr_assert_eq(chown(library.folder, 65534, 65534), 0);
		cr_assert_eq(chown(library.path, 65534, 65534), 0);
		cr_assert_eq(seteuid(65534), 0);
	}
}

Test(open, reads_a_library_in_a_folder_that_may_not_be_written)
{
	struct store_list *list;
	struct store *store;
	struct error error = {0};
	int64_t total = 0, unread;
	struct feed document = library_document(&library, 3);
	uid_t user = geteuid();

	library_put(&library, &document);
	store_close(library.store);
	library.store = NULL;
	become_nobody();
	chmod(library.folder, 0500);
	cr_expect(store_open(library.path, STORE_READ_ONLY, &store, &error), "%s", error.message);
	if (store) {
		cr_assert(store_list_open(store, NULL, &list, &error));
		cr_expect(store_list_counts(list, &total, &unread, &error));
		cr_expect_eq(total, 3);
		store_list_close(list);
	}
	store_close(store);
	expect_refused(library.path, STORE_READ_WRITE, "permissions");
	chmod(library.folder, 0700);
	chmod(library.path, 0400);
	expect_refused(library.path, STORE_READ_WRITE, "may not be written");
	cr_expect_eq(seteuid(user), 0);
}

Test(open, reading_connection_never_writes)
{
	struct store *store;
	struct error error = {0};
	struct store_place place = {1, 2};

	cr_assert(store_open(library.path, STORE_READ_ONLY, &store, &error), "%s", error.message);
	cr_expect_not(store_set_place(store, 1, place, &error));
	cr_expect_eq(error.code, ERROR_LIBRARY);
	store_close(store);
}

/* ---- in memory */

Test(open, shares_a_named_library_in_memory_between_connections)
{
	struct store *writer, *reader, *other;
	struct store_feed feed = {.address = STR("https://a.example/"), .added = 1};
	struct store_feed_list feeds;
	struct error error = {0};
	int64_t id;

	cr_assert(store_open(":memory:one", STORE_READ_WRITE, &writer, &error), "%s", error.message);
	cr_assert(store_open(":memory:one", STORE_READ_ONLY, &reader, &error), "%s", error.message);
	cr_assert(store_open(":memory:two", STORE_READ_WRITE, &other, &error), "%s", error.message);
	cr_assert(store_feed_add(writer, &feed, &id, &error), "%s", error.message);
	cr_assert(
		store_feeds(reader, STORE_FEEDS_ALL, 0, &library.arena, &feeds, &error), "%s", error.message);
	cr_expect_eq(feeds.count, 1);
	cr_assert(
		store_feeds(other, STORE_FEEDS_ALL, 0, &library.arena, &feeds, &error), "%s", error.message);
	cr_expect_eq(feeds.count, 0);
	store_close(other);
	store_close(reader);
	store_close(writer);
}

Test(open, keeps_a_nameless_library_in_memory_to_itself)
{
	struct store *one, *two;
	struct store_feed feed = {.address = STR("https://a.example/"), .added = 1};
	struct store_feed_list feeds;
	struct error error = {0};
	int64_t id;

	cr_assert(store_open(":memory:", STORE_READ_WRITE, &one, &error), "%s", error.message);
	cr_assert(store_open(":memory:", STORE_READ_WRITE, &two, &error), "%s", error.message);
	cr_assert(store_feed_add(one, &feed, &id, &error), "%s", error.message);
	cr_assert(store_feeds(two, STORE_FEEDS_ALL, 0, &library.arena, &feeds, &error));
	cr_expect_eq(feeds.count, 0);
	store_close(one);
	store_close(two);
}

/* ---- two processes */

Test(open, lets_many_processes_make_one_library_at_once)
{
	char *path = library_file(&library, "together.db");
	pid_t children[6];

	for (size_t i = 0; i < COUNT_OF(children); i++) {
		children[i] = fork();
		if (children[i] == 0) {
			struct store *store;
			struct store_feed feed = {.added = 1};
			struct error error = {0};
			int64_t id;
			bool is_done;

			feed.address = arena_printf(&library.arena, "https://%zu.example/", i);
			is_done = store_open(path, STORE_READ_WRITE, &store, &error) &&
				  store_feed_add(store, &feed, &id, &error);
			if (!is_done)
				fprintf(stderr, "%s\n", error.message);
			store_close(store);
			_exit(!is_done);
		}
	}
	for (size_t i = 0; i < COUNT_OF(children); i++) {
		int status;

		waitpid(children[i], &status, 0);
		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	strcpy(library.path, path);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM feed"), 6);
	cr_expect(library_is_whole(path));
}

Test(open, tells_connections_that_another_one_has_written)
{
	struct store *reader;
	struct error error = {0};
	int64_t before;
	struct feed document = library_document(&library, 1);

	cr_assert(store_open(library.path, STORE_READ_ONLY, &reader, &error));
	before = store_data_version(reader);
	cr_expect_eq(store_data_version(reader), before);
	library_put(&library, &document);
	cr_expect_neq(store_data_version(reader), before);
	store_close(reader);
}
