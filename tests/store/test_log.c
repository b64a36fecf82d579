#include "../support/library.h"

#include "dateline/base/file.h"
#include "refresh/logmover.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <sys/stat.h>

static struct library library;

static void start(void)
{
	struct error error = {0};

	library_start(&library);
	cr_assert(store_move_log(library.store, &error), "%s", error.message);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(log, .init = start, .fini = end);

/* Changes that make the log some megabytes longer. */
static void write_much(size_t articles)
{
	static size_t written;
	struct feed document = library_document(&library, articles);

	written++;
	for (size_t i = 0; i < articles; i++) {
		struct article *article = &document.articles.items[i];

		article->id = arena_printf(&library.arena, "%zu-%zu", written, i);
		article->link = STR_NONE;
		library_set_text(&library, article, library_noise(&library, 9000));
	}
	library_put(&library, &document);
}

/* The articles in the file itself, without its log. */
static int64_t articles_in_file(void)
{
	char *copy = library_file(&library, "copy.db"),
	     *path = arena_cstring(&library.arena, str_from(library.path));
	struct buffer bytes = {0};
	struct error error = {0};
	int64_t count;
	FILE *file = fopen(copy, "wb");

	cr_assert(file_read(path, (size_t)1 << 30, &bytes, &error), "%s", error.message);
	fwrite(bytes.data, 1, bytes.length, file);
	fclose(file);
	buffer_finish(&bytes);
	snprintf(library.path, sizeof library.path, "%s", copy);
	count = library_number(&library, "SELECT count(*) FROM article");
	snprintf(library.path, sizeof library.path, "%s", path);
	return count;
}

static off_t log_bytes(void)
{
	struct stat info;

	cr_assert_eq(stat(library_file(&library, "library.db-wal"), &info), 0);
	return info.st_size;
}

Test(log, is_moved_into_the_file_when_it_is_long)
{
	write_much(100);
	cr_expect_lt(store_log_pages(library.store), STORE_LOG_PAGES);
	cr_expect_eq(articles_in_file(), 0);
	write_much(1500);
	cr_expect_geq(store_log_pages(library.store), STORE_LOG_PAGES);
	cr_expect_eq(articles_in_file(), 1600);
}

Test(log, that_was_left_to_others_waits_for_them)
{
	struct store *other;
	struct error error = {0};

	cr_assert(store_open(library.path, STORE_READ_WRITE, &other, &error));
	store_leave_log(library.store);
	write_much(1500);
	cr_expect_eq(articles_in_file(), 0);
	cr_expect(store_move_log(other, &error), "%s", error.message);
	cr_expect_eq(articles_in_file(), 1500);
	store_close(other);
}

Test(log, is_moved_behind_whoever_writes_and_does_not_grow_for_ever)
{
	struct log_mover mover = {0};
	off_t longest = 0;

	log_mover_open(&mover, library.path, library.store);
	cr_assert_not_null(mover.store);
	for (int i = 0; i < 60; i++) {
		write_much(100);
		log_mover_look(&mover, library.store);
		longest = log_bytes() > longest ? log_bytes() : longest;
	}
	log_mover_close(&mover);
	cr_expect_geq(articles_in_file(), 1500, "threads have moved some of it");
	cr_expect_lt(longest, 60 << 20, "what was moved makes room: %lld bytes", (long long)longest);
	cr_expect(library_is_whole(library.path));
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), 6000);
}

Test(log, of_a_library_in_memory_is_left_alone)
{
	struct log_mover mover = {0};
	struct store *store;
	struct error error = {0};

	cr_assert(store_open(":memory:log", STORE_READ_WRITE, &store, &error));
	log_mover_open(&mover, ":memory:log", store);
	cr_expect_null(mover.store);
	log_mover_look(&mover, store);
	log_mover_close(&mover);
	store_close(store);
}
