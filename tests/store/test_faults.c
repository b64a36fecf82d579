#include "../support/library.h"

#include "dateline/store/index.h"
#include "dateline/store/list.h"
#include "dateline/store/state.h"
#include "store/library.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What happens to a library when a process ends in the middle, when the disk is full, when two write at once.
 */

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(faults, .init = start, .fini = end);

#define KILLS 25
#define KILLS_MANY 100 /* make check-faults */
#define ROUND_ARTICLES 20
#define ROUNDS_MOST                                                                                          \
	10000 /* of one child: each begins with a number that no other one has stored unreported */

/* A document of articles that no other round has. */
static struct feed round_document(int number)
{
	struct feed document = library_document(&library, ROUND_ARTICLES);

	for (size_t i = 0; i < document.articles.count; i++) {
		struct article *article = &document.articles.items[i];

		article->id = arena_printf(&library.arena, "round-%d-%zu", number, i);
		article->link = arena_printf(&library.arena, "https://news.example/%d/%zu", number, i);
		article->published += number;
		library_set_text(&library, article,
			arena_printf(&library.arena, "Round %d, %zu.%c", number, i, 0).data);
	}
	return document;
}

/* Stores, marks and indexes for ever; says through the pipe what has been stored: the number of a round, then
 * of the articles that are read. */
static void write_for_ever(int first_round, int report)
{
	struct store *store;
	struct error error = {0};

	if (!store_open(library.path, STORE_READ_WRITE, &store, &error))
		_exit(1);
	for (int number = first_round;; number++) {
		struct feed document = round_document(number);
		struct store_put_result result;
		int64_t ids[ROUND_ARTICLES];
		size_t left;

		if (!store_put_feed(store, library.feed, &document, NULL, LIBRARY_NOW, &result, &error))
			_exit(2);
		if (write(report, &number, sizeof number) != sizeof number)
			_exit(3);
		for (int i = 0; i < ROUND_ARTICLES; i++)
			ids[i] = result.first + i;
		if (!store_mark(store, STORE_READ, ids, ROUND_ARTICLES, LIBRARY_NOW, NULL, &error))
			_exit(4);
		number = -number;
		if (write(report, &number, sizeof number) != sizeof number)
			_exit(5);
		number = -number;
		if (!store_index(store, 50, &left, &error))
			_exit(6);
	}
}

static void nap_microseconds(long microseconds)
{
	nanosleep(&(struct timespec){0, microseconds * 1000}, NULL);
}

/* The last rounds that were reported stored, and read, before the child was killed at a random moment; gives
 * how many rounds it has stored. */
static int kill_one(int first_round, unsigned *seed, int *stored, int *marked)
{
	int ends[2], number, rounds = 0;
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		close(ends[0]);
		write_for_ever(first_round, ends[1]);
	}
	close(ends[1]);
	nap_microseconds(2000 + rand_r(seed) % 30000);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	while (read(ends[0], &number, sizeof number) == sizeof number) {
		*(number > 0 ? stored : marked) = abs(number);
		rounds += number > 0;
	}
	close(ends[0]);
	return rounds;
}

Test(faults, loses_nothing_reported_when_it_is_killed_at_any_moment)
{
	int kills = getenv("DATELINE_FAULTS") ? KILLS_MANY : KILLS;
	unsigned seed = 20250901;
	int stored = 0, marked = 0, rounds = 0;

	store_close(library.store);
	library.store = NULL;
	for (int i = 0; i < kills; i++) {
		char sql[200];

		rounds += kill_one(i * ROUNDS_MOST + 1, &seed, &stored, &marked);
		cr_assert(library_is_whole(library.path), "after kill %d", i);
		snprintf(
			sql, sizeof sql, "SELECT count(*) FROM article WHERE guid GLOB 'round-%d-*'", stored);
		cr_assert_eq(library_number(&library, sql), stored ? ROUND_ARTICLES : 0, "round %d is there",
			stored);
		snprintf(sql, sizeof sql,
			"SELECT count(*) FROM article WHERE guid GLOB 'round-%d-*' AND is_read", marked);
		cr_assert_eq(library_number(&library, sql), marked ? ROUND_ARTICLES : 0, "round %d is read",
			marked);
		cr_assert_eq(
			library_number(&library,
				"SELECT count(*) FROM article WHERE id NOT IN (SELECT article FROM body)"),
			0, "no article is half stored");
	}
	cr_expect_gt(rounds, kills / 4, "the children got somewhere: %d rounds", rounds);
}

/* ---- no room */

static int put_until_full(struct store *store, struct error *error)
{
	static char text[20000];
	int rounds = 0;
	struct store_answer answer = {.attempt = {.time = 1, .status = 200}};
	char etag[32];

	memset(text, 'y', sizeof text - 1);
	for (;; rounds++) {
		struct feed document = round_document(rounds + 1);

		for (size_t i = 0; i < document.articles.count; i++)
			document.articles.items[i].content.text = str_from(text);
		snprintf(etag, sizeof etag, "\"%d\"", rounds + 1);
		answer.etag = str_from(etag);
		if (rounds == 2000 ||
			!store_put_feed(store, library.feed, &document, &answer, LIBRARY_NOW, NULL, error))
			return rounds;
	}
}

static void expect_full(struct store *store)
{
	struct error error = {0};
	int rounds = put_until_full(store, &error);
	char etag[32];

	cr_assert_lt(rounds, 2000, "the disk never filled");
	cr_expect_not_null(strstr(error.message, "full"), "%s", error.message);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), rounds * ROUND_ARTICLES);
	snprintf(etag, sizeof etag, "\"%d\"", rounds);
	if (rounds)
		cr_expect(str_equal(library_string(&library, "SELECT etag FROM feed"), str_from(etag)),
			"the validators are those of the last articles stored");
	cr_expect(library_is_whole(library.path));
}

/* Says how many pages there may be, through the connection's own limit. */
static void limit_pages(struct library *of, int64_t more)
{
	char sql[64];

	snprintf(sql, sizeof sql, "PRAGMA max_page_count = %lld",
		(long long)(library_number(of, "PRAGMA page_count") + more));
	cr_assert_eq(sqlite3_exec(of->store->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

Test(faults, stores_a_feed_whole_or_not_at_all_when_there_is_no_room)
{
	struct feed document;
	struct store_put_result result;
	struct error error = {0};

	limit_pages(&library, 2000);
	expect_full(library.store);
	limit_pages(&library, 2000);
	document = round_document(5000);
	cr_expect(store_put_feed(library.store, library.feed, &document, NULL, LIBRARY_NOW, &result, &error),
		"it goes on when there is room: %s", error.message);
	cr_expect_eq(result.fresh, ROUND_ARTICLES);
}

Test(faults, keeps_marks_and_the_index_whole_when_there_is_no_room)
{
	struct error error = {0};
	int64_t id = 1;
	size_t left;

	for (int number = 1; number <= 40; number++) {
		struct feed document = round_document(number);

		library_put(&library, &document);
	}

	limit_pages(&library, 0);
	cr_expect_not(store_index(library.store, 1000, &left, &error));
	cr_expect_not_null(strstr(error.message, "full"), "%s", error.message);
	cr_expect(library_is_whole(library.path));
	limit_pages(&library, 500);
	cr_expect(store_index(library.store, 1000, &left, &error), "%s", error.message);
	cr_expect(store_mark(library.store, STORE_READ, &id, 1, LIBRARY_NOW, NULL, &error), "%s",
		error.message);
}

/* A disk of its own, where the machine lets the test have one. */
Test(faults, survives_a_disk_that_is_really_full)
{
	char *disk = library_file(&library, "disk");
	struct library on_disk = library;
	struct store *store;
	struct error error = {0};
	int64_t feed = library.feed;
	struct store_feed source = {.address = STR("https://news.example/feed"), .added = 1};

	mkdir(disk, 0700);
	if (mount("none", disk, "tmpfs", 0, "size=3m") != 0) {
		rmdir(disk);
		cr_skip_test("no small disk may be mounted here");
	}
	snprintf(library.path, sizeof library.path, "%s/library.db", disk);
	cr_expect(store_open(library.path, STORE_READ_WRITE, &store, &error), "%s", error.message);
	cr_expect(store_feed_add(store, &source, &library.feed, &error), "%s", error.message);
	expect_full(store);
	cr_expect_eq(mount("none", disk, "tmpfs", MS_REMOUNT, "size=30m"), 0);
	cr_expect(store_put_answer(store, library.feed,
			  &(struct store_answer){.attempt = {.time = 2, .status = 304}}, &error),
		"it goes on when there is room: %s", error.message);
	store_close(store);
	umount(disk);
	rmdir(disk);
	strcpy(library.path, on_disk.path);
	library.feed = feed;
}

/* ---- two at once */

static void write_rounds(int first, int last)
{
	struct store *store;
	struct error error = {0};

	if (!store_open(library.path, STORE_READ_WRITE, &store, &error))
		_exit(1);
	for (int number = first; number <= last; number++) {
		struct feed document = round_document(number);
		size_t left;

		if (!store_put_feed(store, library.feed, &document, NULL, LIBRARY_NOW, NULL, &error) ||
			!store_index(store, 10, &left, &error)) {
			fprintf(stderr, "%s\n", error.message);
			_exit(2);
		}
	}
	store_close(store);
	_exit(0);
}

Test(faults, lets_two_processes_write_while_a_third_reads)
{
	pid_t children[2];
	struct store_totals totals = {0}, before = {0};
	struct store *reader;
	struct error error = {0};
	int status;

	cr_assert(store_open(library.path, STORE_READ_ONLY, &reader, &error));
	for (int i = 0; i < 2; i++)
		if ((children[i] = fork()) == 0)
			write_rounds(1 + 30 * i, 30 + 30 * i);
	for (int i = 0; i < 200; i++) {
		cr_assert(store_totals(reader, &totals, &error), "%s", error.message);
		cr_assert_geq(totals.articles, before.articles);
		cr_assert_eq(totals.articles % ROUND_ARTICLES, 0, "a feed is seen whole or not at all");
		before = totals;
	}
	for (int i = 0; i < 2; i++) {
		waitpid(children[i], &status, 0);
		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	cr_assert(store_totals(reader, &totals, &error));
	cr_expect_eq(totals.articles, 60 * ROUND_ARTICLES);
	store_close(reader);
}

Test(faults, takes_the_same_feed_from_two_processes_once)
{
	pid_t children[2];
	int status;

	for (int i = 0; i < 2; i++)
		if ((children[i] = fork()) == 0)
			write_rounds(1, 20);
	for (int i = 0; i < 2; i++) {
		waitpid(children[i], &status, 0);
		cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	}
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), 20 * ROUND_ARTICLES);
}

#define MEMORY ":memory:threads"
#define MEMORY_ROUNDS 60

static void *write_in_memory(void *context)
{
	struct library *documents = context; /* its arena is the thread's own */
	struct store *store = NULL;
	struct error error = {0};
	struct store_feed feed = {.address = STR("https://news.example/feed"), .added = 1};
	int64_t id;
	bool is_done = store_open(MEMORY, STORE_READ_WRITE, &store, &error) &&
		       store_feed_add(store, &feed, &id, &error);

	for (int number = 1; is_done && number <= MEMORY_ROUNDS; number++) {
		struct feed document = library_document(documents, ROUND_ARTICLES);
		size_t left;

		for (size_t i = 0; i < document.articles.count; i++) {
			struct article *article = &document.articles.items[i];

			article->id = article->link =
				arena_printf(&documents->arena, "https://news.example/%d/%zu", number, i);
			article->published += number;
		}
		is_done = store_put_feed(store, id, &document, NULL, LIBRARY_NOW, NULL, &error) &&
			  store_index(store, 100, &left, &error);
	}
	store_close(store);
	return is_done ? NULL : strdup(error.message);
}

Test(faults, lets_one_thread_read_what_another_writes_in_memory)
{
	struct library documents = {0};
	struct store *keeper, *reader;
	struct store_list *list;
	struct headline_list rows;
	struct error error = {0};
	int64_t total = 0, unread;
	pthread_t writer;
	void *complaint;

	cr_assert(store_open(MEMORY, STORE_READ_WRITE, &keeper, &error), "%s", error.message);
	cr_assert(store_open(MEMORY, STORE_READ_ONLY, &reader, &error), "%s", error.message);
	cr_assert(store_list_open(reader, NULL, &list, &error));
	pthread_create(&writer, NULL, write_in_memory, &documents);
	while (total < MEMORY_ROUNDS * ROUND_ARTICLES && pthread_tryjoin_np(writer, &complaint) != 0) {
		cr_assert(store_list_counts(list, &total, &unread, &error), "%s", error.message);
		cr_assert(store_list_window(list, 0, 0, 40, &library.arena, &rows, NULL, &error), "%s",
			error.message);
		arena_reset(&library.arena);
	}
	if (total == MEMORY_ROUNDS * ROUND_ARTICLES)
		pthread_join(writer, &complaint);
	cr_expect_null(complaint, "%s", (char *)complaint);
	cr_assert(store_list_counts(list, &total, &unread, &error), "%s", error.message);
	cr_expect_eq(total, MEMORY_ROUNDS * ROUND_ARTICLES);
	store_list_close(list);
	store_close(reader);
	store_close(keeper);
	arena_finish(&documents.arena);
}
