#include "../support/library.h"

#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <string.h>

static struct library library;

static void start(void)
{
	struct feed document;

	library_start(&library);
	document = library_document(&library, 5);
	library_put(&library, &document);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(state, .init = start, .fini = end);

static const int64_t all[] = {1, 2, 3, 4, 5};

static size_t mark(enum store_mark what, const int64_t *ids, size_t count)
{
	struct error error = {0};
	size_t changed;

	cr_assert(store_mark(library.store, what, ids, count, LIBRARY_NOW, &changed, &error), "%s",
		error.message);
	return changed;
}

static struct store_undone turn(bool (*way)(struct store *, struct store_undone *, struct error *))
{
	struct store_undone undone;
	struct error error = {0};

	cr_assert(way(library.store, &undone, &error), "%s", error.message);
	return undone;
}

static struct store_entry get(int64_t id)
{
	struct store_entry entry;
	struct error error = {0};

	cr_assert(store_article_get(library.store, id, STORE_CONTENT_NONE, &library.arena, &entry, &error));
	return entry;
}

static int64_t unread(void)
{
	struct store_totals totals;
	struct error error = {0};

	cr_assert(store_totals(library.store, &totals, &error));
	return totals.unread;
}

Test(state, touches_only_articles_that_are_not_in_it_already)
{
	cr_expect_eq(mark(STORE_READ, all, 2), 2);
	cr_expect_eq(mark(STORE_READ, all, 5), 3);
	cr_expect_eq(mark(STORE_READ, all, 5), 0);
	cr_expect_eq(unread(), 0);
	turn(store_undo);
	cr_expect_eq(unread(), 3, "the call that changed nothing is no entry of the journal");
}

Test(state, passes_over_articles_that_are_not_there)
{
	static const int64_t ids[] = {2, 999, -1, 0, 3};

	cr_expect_eq(mark(STORE_STAR, ids, COUNT_OF(ids)), 2);
}

Test(state, remembers_when_an_article_was_read)
{
	mark(STORE_READ, all, 1);
	cr_expect_eq(get(1).read, LIBRARY_NOW);
	mark(STORE_UNREAD, all, 1);
	cr_expect_eq(get(1).read, TIME_NONE);
	turn(store_undo);
	cr_expect_eq(get(1).read, LIBRARY_NOW, "undo brings the time back");
}

Test(state, undoes_a_bulk_change_at_once_and_each_change_in_turn)
{
	struct store_undone undone;

	mark(STORE_STAR, all, 1);
	mark(STORE_READ, all, 5);
	undone = turn(store_undo);
	cr_expect_eq(undone.count, 5);
	cr_expect_eq(undone.article, 0);
	cr_expect_eq(undone.time, LIBRARY_NOW);
	cr_expect_str_eq(undone.message, "5 articles marked read");
	cr_expect_eq(unread(), 5);
	cr_expect(get(1).is_starred);
	undone = turn(store_undo);
	cr_expect_eq(undone.article, 1);
	cr_expect_str_eq(undone.message, "1 article starred");
	cr_expect_not(get(1).is_starred);
	cr_expect_eq(turn(store_undo).count, 0, "nothing is left to undo");
}

Test(state, does_again_what_was_undone_until_something_new_is_done)
{
	mark(STORE_READ, all, 5);
	mark(STORE_STAR, all, 5);
	turn(store_undo);
	turn(store_undo);
	cr_expect_str_eq(turn(store_redo).message, "5 articles marked read");
	cr_expect_eq(unread(), 0);
	cr_expect_str_eq(turn(store_redo).message, "5 articles starred");
	cr_expect_eq(turn(store_redo).count, 0);
	turn(store_undo);
	mark(STORE_LATER, all, 1);
	cr_expect_eq(turn(store_redo).count, 0);
	cr_expect_str_eq(turn(store_undo).message, "1 article kept for later");
	cr_expect_str_eq(turn(store_undo).message, "5 articles marked read");
}

Test(state, undoes_only_what_the_action_changed)
{
	mark(STORE_READ, all, 3);
	mark(STORE_STAR, all, 3);
	turn(store_undo);
	cr_expect(get(1).is_read && !get(1).is_starred);
	mark(STORE_STAR, all + 1, 1);
	cr_expect_str_eq(turn(store_undo).message, "1 article starred");
	cr_expect_str_eq(turn(store_undo).message, "3 articles marked read");
	cr_expect_not(get(1).is_read);
}

Test(state, can_be_undone_after_a_restart)
{
	mark(STORE_READ, all, 4);
	library_reopen(&library);
	cr_expect_eq(turn(store_undo).count, 4);
	library_reopen(&library);
	cr_expect_eq(turn(store_redo).count, 4);
}

Test(state, labels_are_put_on_taken_off_and_undone)
{
	struct error error = {0};
	size_t changed;

	cr_assert(
		store_label(library.store, STR(" To  Read "), false, all, 3, LIBRARY_NOW, &changed, &error));
	cr_expect_eq(changed, 3);
	cr_assert(store_label(library.store, STR("to read"), false, all, 5, LIBRARY_NOW, &changed, &error));
	cr_expect_eq(changed, 2, "names that fold to the same are one label");
	cr_assert_eq(get(1).labels.count, 1);
	cr_expect(str_equal(get(1).labels.items[0], STR("To Read")));
	cr_assert(store_label(library.store, STR("TO-READ"), true, all, 1, LIBRARY_NOW, &changed, &error));
	cr_expect_eq(changed, 1);
	cr_expect_eq(get(1).labels.count, 0);
	cr_expect_str_eq(turn(store_undo).message, "1 article no longer labelled To Read");
	cr_expect_eq(get(1).labels.count, 1);
	turn(store_undo);
	cr_expect_eq(get(4).labels.count, 0);
	cr_expect_eq(get(1).labels.count, 1);
	cr_assert(store_label(library.store, STR("never put"), true, all, 5, LIBRARY_NOW, &changed, &error));
	cr_expect_eq(changed, 0);
	cr_expect_not(store_label(library.store, STR(" \t"), false, all, 1, LIBRARY_NOW, &changed, &error));
	cr_expect_eq(error.code, ERROR_USAGE);
}

Test(state, journal_forgets_the_oldest_actions)
{
	for (int i = 0; i < 1010; i++)
		mark(i % 2 ? STORE_UNSTAR : STORE_STAR, all, 1);
	cr_expect_leq(library_number(&library, "SELECT count(*) FROM action"), 1001);
	cr_expect_leq(library_number(&library, "SELECT count(*) FROM action_change"), 1001);
	cr_expect_eq(turn(store_undo).count, 1);
}

Test(state, journal_forgets_what_is_behind_very_large_actions_but_not_the_newest)
{
	mark(STORE_READ, all, 1);
	mark(STORE_STAR, all, 1);
	library_run(&library, "UPDATE action SET count = 1500000 WHERE what = 'starred'");
	mark(STORE_LATER, all, 1);
	mark(STORE_HIDE, all, 1);
	cr_expect_str_eq(turn(store_undo).message, "1 article hidden");
	cr_expect_str_eq(turn(store_undo).message, "1 article kept for later");
	cr_expect_str_eq(turn(store_undo).message, "1 article starred");
	cr_expect_eq(turn(store_undo).count, 0);
}

Test(state, undo_passes_over_articles_that_were_deleted_since)
{
	mark(STORE_READ, all, 1);
	mark(STORE_STAR, all + 1, 1);
	library_run(&library, "DELETE FROM article WHERE id = 2");
	cr_expect_str_eq(turn(store_undo).message, "1 article marked read");
}

Test(state, counts_follow_every_change)
{
	struct store_totals totals;
	struct error error = {0};

	mark(STORE_READ, all, 2);
	mark(STORE_STAR, all, 3);
	mark(STORE_HIDE, all, 1);
	cr_assert(store_totals(library.store, &totals, &error));
	cr_expect_eq(totals.articles, 4);
	cr_expect_eq(totals.unread, 3);
	cr_expect_eq(totals.starred, 2);
	cr_expect_eq(library_number(&library,
			     "SELECT count(*) FROM feed_count c WHERE (c.articles, c.unread, c.starred)"
			     " IS NOT (SELECT count(*), sum(is_read = 0), sum(is_starred) FROM article"
			     " WHERE feed = c.feed AND is_hidden = 0)"),
		0);
}
