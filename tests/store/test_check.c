#include "../support/library.h"

#include "dateline/store/check.h"
#include "dateline/store/index.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

TestSuite(check, .init = start, .fini = end);

static struct store_check check(void)
{
	struct store_check found;
	struct error error = {0};

	cr_assert(store_check(library.store, &library.arena, &found, &error), "%s", error.message);
	return found;
}

Test(check, finds_nothing_in_a_sound_library_and_tells_its_size)
{
	struct feed document = library_document(&library, 10);
	struct store_check found;
	struct error error = {0};
	size_t left;

	library_put(&library, &document);
	cr_assert(store_index(library.store, 100, &left, &error));
	found = check();
	cr_expect(found.is_sound);
	cr_expect_eq(found.findings.count, 0);
	cr_expect_eq(found.articles, 10);
	cr_expect_eq(found.feeds, 1);
	cr_expect_eq(found.broken_feeds, 0);
	cr_expect_gt(found.file_bytes, 10000);
}

Test(check, counts_again_what_was_counted_wrong)
{
	struct feed document = library_document(&library, 3);
	struct store_check found;

	library_put(&library, &document);
	library_run(&library, "UPDATE feed_count SET unread = 77");
	found = check();
	cr_expect(found.is_sound);
	cr_expect_eq(found.findings.count, 1);
	cr_expect_eq(found.repairs.count, 1);
	cr_expect_eq(library_number(&library, "SELECT unread FROM feed_count"), 3);
	cr_expect_eq(check().findings.count, 0);
}

Test(check, makes_a_feed_for_articles_that_lost_theirs)
{
	struct feed document = library_document(&library, 3);

	library_put(&library, &document);
	library_run(&library, "DELETE FROM feed");
	cr_expect(check().is_sound);
	cr_expect_eq(
		library_number(&library, "SELECT count(*) FROM article a JOIN feed f ON f.id = a.feed"), 3);
	cr_expect_eq(check().findings.count, 0);
}

Test(check, removes_what_belongs_to_nothing)
{
	library_run(&library, "INSERT INTO body (article, kind, text) VALUES (99, 1, 'lost');"
			      "INSERT INTO article_label (label, article) VALUES (1, 99)");
	cr_expect(check().is_sound);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM body"), 0);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article_label"), 0);
}

Test(check, removes_damaged_texts_and_has_them_fetched_again)
{
	struct feed document = library_document(&library, 2);
	struct article page = document.articles.items[0];
	struct store_answer answer = {.attempt = {.time = 5, .status = 200}, .etag = STR("\"v1\"")};
	struct store_check found;
	struct store_entry entry;
	struct error error = {0};

	for (size_t i = 0; i < 2; i++)
		library_set_text(&library, &document.articles.items[i],
			arena_printf(&library.arena, "Long %zu %0300d%c", i, 0, 0).data);
	page.content = document.articles.items[0].content;
	cr_assert(store_put_feed(library.store, library.feed, &document, &answer, LIBRARY_NOW, NULL, &error));
	cr_assert(store_put_page(library.store, 2, &page, LIBRARY_NOW, &error));
	cr_expect_eq(check().findings.count, 0);
	library_run(&library, "UPDATE body SET text = CAST(substr(text, 1, 30) AS BLOB) WHERE article = 1;"
			      "UPDATE page SET text = CAST(substr(text, 2) AS BLOB)");
	found = check();
	cr_expect(found.is_sound);
	cr_expect_eq(found.findings.count, 2);
	cr_expect_eq(found.repairs.count, 2);
	cr_expect_eq(check().findings.count, 0);
	cr_assert(store_article_get(library.store, 2, STORE_CONTENT_BEST, &library.arena, &entry, &error),
		"%s", error.message);
	cr_expect_not(entry.is_full, "it is read from its feed again");
	cr_expect(str_equal(entry.article.content.text, page.content.text));
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM feed WHERE etag IS NULL"), 1);
	cr_expect_eq(library_put(&library, &document).changed, 1, "the feed offers it still");
	cr_assert(store_article_get(library.store, 1, STORE_CONTENT_BEST, &library.arena, &entry, &error),
		"%s", error.message);
	cr_expect(str_equal(entry.article.content.text, document.articles.items[1].content.text));
	cr_expect_eq(entry.versions, 1);
}

/* ---- rescue */

static void fill(size_t count)
{
	struct feed document = library_document(&library, count);
	static const int64_t ids[] = {3, 5};
	struct error error = {0};

	for (size_t i = 0; i < count; i++) {
		struct article *article = &document.articles.items[i];

		*LIST_PUSH(&library.arena, &article->tags) = (struct tag){STR("tag"), TAG_TAG};
		library_set_text(&library, article, library_noise(&library, 900));
	}
	library_put(&library, &document);
	cr_assert(store_mark(library.store, STORE_READ, ids, 2, LIBRARY_NOW, NULL, &error));
	cr_assert(store_label(library.store, STR("mine"), false, ids, 2, LIBRARY_NOW, NULL, &error));
	store_close(library.store);
	library.store = NULL;
}

/* Writes rubbish over pages of the file, given as parts of it. */
static void damage(const double *places, size_t count)
{
	FILE *file = fopen(library.path, "r+b");
	struct stat info;
	char rubbish[2048];

	memset(rubbish, 0xa5, sizeof rubbish);
	cr_assert_not_null(file);
	fstat(fileno(file), &info);
	for (size_t i = 0; i < count; i++) {
		long page = (long)(places[i] * (double)(info.st_size / 2048));

		fseek(file, page * 2048, SEEK_SET);
		fwrite(rubbish, 1, sizeof rubbish, file);
	}
	fclose(file);
}

static struct store_rescue rescue(void)
{
	struct store_rescue saved;
	struct error error = {0};

	cr_assert(store_is_damaged(library.path));
	cr_assert(store_rescue(library.path, &library.arena, &saved, &error), "%s", error.message);
	return saved;
}

Test(check, saves_what_can_be_read_of_a_damaged_library_and_keeps_the_file)
{
	static const double places[] = {0.4, 0.55, 0.7};
	struct store_rescue saved;
	struct stat before, after;
	struct error error = {0};

	fill(400);
	damage(places, COUNT_OF(places));
	stat(library.path, &before);
	saved = rescue();
	stat(saved.kept.data, &after);
	cr_expect_eq(before.st_ino, after.st_ino, "the damaged file is the same file under another name");
	cr_expect_eq(before.st_size, after.st_size);
	cr_expect_eq(saved.feeds, 1);
	cr_expect_gt(saved.articles, 300, "%lld articles were saved", (long long)saved.articles);
	cr_expect(library_is_whole(library.path));
	cr_assert(store_open(library.path, STORE_READ_WRITE, &library.store, &error), "%s", error.message);
	cr_expect(check().is_sound);
	cr_expect_eq(check().findings.count, 0);
}

Test(check, saves_everything_when_only_an_index_is_damaged)
{
	struct store_rescue saved;
	FILE *file;
	int64_t root, page_bytes = 2048;

	fill(400);
	root = library_number(&library, "SELECT rootpage FROM sqlite_schema WHERE name = 'article_newest'");
	file = fopen(library.path, "r+b");
	fseek(file, (long)((root - 1) * page_bytes), SEEK_SET);
	fwrite("\xff\xff\xff\xff\xff\xff\xff\xff", 1, 8, file);
	fclose(file);
	saved = rescue();
	cr_expect_eq(saved.articles, 400);
	cr_expect_eq(saved.bodiless, 0);
	cr_expect_eq(library_number(&library, "SELECT sum(is_read) FROM article"), 2);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article_label"), 2);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article_tag"), 400);
	cr_expect_eq(library_number(&library, "SELECT unread FROM feed_count"), 398);
}

Test(check, loses_no_article_when_a_body_is_damaged)
{
	struct store_rescue saved;
	int64_t page;

	fill(400);
	page = library_number(&library,
		"SELECT pageno FROM dbstat WHERE name = 'body' AND pagetype = 'leaf' LIMIT 1 OFFSET 50");
	damage((double[]){(double)(page - 1) / (double)library_number(&library, "PRAGMA page_count")}, 1);
	saved = rescue();
	cr_expect_eq(saved.articles, 400);
	cr_expect(saved.bodiless >= 1 && saved.bodiless <= 4, "%lld bodies were lost",
		(long long)saved.bodiless);
}

Test(check, says_so_when_nothing_can_be_read)
{
	struct store_rescue saved;
	struct error error = {0};
	struct stat before, after;

	fill(20);
	damage((double[]){0.0}, 1);
	stat(library.path, &before);
	cr_expect_not(store_rescue(library.path, &library.arena, &saved, &error));
	stat(library.path, &after);
	cr_expect_eq(before.st_ino, after.st_ino, "nothing was moved");
	cr_expect_neq(
		access(library_file(&library, "library.db.rescued"), F_OK), 0, "nothing is left behind");
}

Test(check, does_not_move_a_library_that_is_open_elsewhere)
{
	struct store_rescue saved;
	struct store *other;
	struct error error = {0};

	fill(20);
	cr_assert(store_open(library.path, STORE_READ_WRITE, &other, &error));
	cr_expect_not(store_rescue(library.path, &library.arena, &saved, &error));
	cr_expect_not_null(strstr(error.message, "open"), "%s", error.message);
	store_close(other);
}

Test(check, does_not_call_a_letter_a_damaged_library)
{
	char *path = library_file(&library, "letter.txt");
	FILE *file = fopen(path, "w");

	fprintf(file, "%0600d", 1);
	fclose(file);
	cr_expect_not(store_is_damaged(path));
	cr_expect_not(store_is_damaged(library_file(&library, "absent")));
	cr_expect_not(store_is_damaged(library.path));
}
