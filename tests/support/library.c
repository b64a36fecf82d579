#include "library.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void add_feed(struct library *library)
{
	struct store_feed feed = {.address = STR("https://news.example/feed"), .added = LIBRARY_NOW};
	struct error error = {0};

	cr_assert(store_feed_add(library->store, &feed, &library->feed, &error), "%s", error.message);
}

void library_start(struct library *library)
{
	struct error error = {0};

	*library = (struct library){0};
	strcpy(library->folder, "/tmp/dateline-test-XXXXXX");
	cr_assert_not_null(mkdtemp(library->folder));
	snprintf(library->path, sizeof library->path, "%s/library.db", library->folder);
	cr_assert(store_open(library->path, STORE_READ_WRITE, &library->store, &error), "%s", error.message);
	add_feed(library);
}

void library_reopen(struct library *library)
{
	struct error error = {0};

	store_close(library->store);
	cr_assert(store_open(library->path, STORE_READ_WRITE, &library->store, &error), "%s", error.message);
}

void library_end(struct library *library)
{
	DIR *folder;
	struct dirent *entry;

	store_close(library->store);
	chmod(library->folder, 0700);
	folder = opendir(library->folder);
	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			unlink(library_file(library, entry->d_name));
	if (folder)
		closedir(folder);
	rmdir(library->folder);
	arena_finish(&library->arena);
}

char *library_file(struct library *library, const char *name)
{
	return arena_cstring(&library->arena, arena_printf(&library->arena, "%s/%s", library->folder, name));
}

void library_set_text(struct library *library, struct article *article, const char *text)
{
	struct arena *arena = &library->arena;

	article->blocks = (struct block_list){0};
	*LIST_PUSH(arena, &article->blocks) = (struct block){.text = arena_copy(arena, str_from(text))};
	article->content = (struct content){CONTENT_HTML, arena_printf(arena, "<p>%s</p>", text), STR_NONE};
}

char *library_noise(struct library *library, size_t length)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .";
	char *noise = arena_alloc(&library->arena, length + 1);

	for (size_t i = 0; i < length; i++) {
		library->noise = library->noise * 6364136223846793005u + 1442695040888963407u;
		noise[i] = letters[library->noise >> 58];
	}
	noise[length] = '\0';
	return noise;
}

struct feed library_document(struct library *library, size_t count)
{
	struct arena *arena = &library->arena;
	struct feed document = {
		.title = STR("News"), .link = STR("https://news.example/"), .updated = TIME_NONE};

	for (size_t i = count; i >= 1; i--) {
		struct article *article = LIST_PUSH(arena, &document.articles);

		article->id = arena_printf(arena, "guid-%zu", i);
		article->title = arena_printf(arena, "Title %zu", i);
		article->link = arena_printf(arena, "https://news.example/%zu", i);
		article->published = LIBRARY_NOW - 1000000 + 3600 * (int64_t)i;
		article->updated = TIME_NONE;
		library_set_text(
			library, article, arena_printf(arena, "The text of number %zu.%c", i, 0).data);
	}
	return document;
}

struct store_put_result library_put(struct library *library, const struct feed *document)
{
	struct store_put_result result;
	struct error error = {0};

	cr_assert(store_put_feed(library->store, library->feed, document, NULL, LIBRARY_NOW, &result, &error),
		"%s", error.message);
	return result;
}

struct query library_query(struct library *library, const char *text)
{
	struct query_context context = {.now = LIBRARY_NOW};
	struct query_mistake mistake;
	struct query query;

	cr_assert(query_parse(str_from(text), &context, &library->arena, &query, &mistake), "%s: %s", text,
		mistake.message);
	return query;
}

struct str library_string(struct library *library, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *row = NULL;
	struct str text = STR_NONE;

	cr_assert_eq(sqlite3_open(library->path, &db), SQLITE_OK);
	sqlite3_busy_timeout(db, 5000);
	cr_assert_eq(
		sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
	if (sqlite3_step(row) == SQLITE_ROW)
		text = arena_copy(&library->arena, str_from((const char *)sqlite3_column_text(row, 0)));
	sqlite3_finalize(row);
	sqlite3_close(db);
	return text;
}

int64_t library_number(struct library *library, const char *sql)
{
	struct str text = library_string(library, sql);

	return text.data ? strtoll(arena_cstring(&library->arena, text), NULL, 10) : -1;
}

void library_run(struct library *library, const char *sql)
{
	sqlite3 *db = NULL;

	cr_assert_eq(sqlite3_open(library->path, &db), SQLITE_OK);
	sqlite3_busy_timeout(db, 5000);
	cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

bool library_is_whole(const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *row = NULL;
	bool is_whole = false;

	if (sqlite3_open(path, &db) == SQLITE_OK &&
		sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &row, NULL) == SQLITE_OK &&
		sqlite3_step(row) == SQLITE_ROW)
		is_whole = strcmp((const char *)sqlite3_column_text(row, 0), "ok") == 0;
	sqlite3_finalize(row);
	sqlite3_close(db);
	return is_whole;
}
