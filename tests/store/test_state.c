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
	cr_expect_eq(turn(store_undo).feeds, 1, "then that the feed was added");
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

/* ---- feeds */

static struct store_feed feed(void)
{
	struct store_feed found = {0};
	struct error error = {0};

	cr_assert(store_feed_get(library.store, library.feed, &library.arena, &found, &error), "%s",
		error.message);
	return found;
}

static void change(const struct store_feed *changed)
{
	struct error error = {0};

	cr_assert(store_feed_change(library.store, changed, LIBRARY_NOW, &error), "%s", error.message);
}

Test(state, what_was_changed_of_a_feed_is_undone_after_a_restart_too)
{
	struct store_feed before = feed(), changed = before, after;
	struct store_undone undone;

	changed.user_title = STR("Mine");
	changed.folder = STR("News/Asia");
	*LIST_PUSH(&library.arena, &changed.tags) = STR("two words");
	*LIST_PUSH(&library.arena, &changed.tags) = STR("a, comma");
	changed.interval_minutes = 90;
	changed.is_full_text = true;
	change(&changed);
	library_reopen(&library);
	undone = turn(store_undo);
	cr_expect_eq(undone.count, 1);
	cr_expect_eq(undone.feeds, 1);
	after = feed();
	cr_expect(str_is_empty(after.user_title) && str_is_empty(after.folder));
	cr_expect_eq(after.tags.count, 0);
	cr_expect_eq(after.interval_minutes, 0);
	cr_expect_not(after.is_full_text);
	turn(store_redo);
	after = feed();
	cr_expect(str_equal(after.user_title, STR("Mine")) && str_equal(after.folder, STR("News/Asia")));
	cr_assert_eq(after.tags.count, 2);
	cr_expect(str_equal(after.tags.items[1], STR("a, comma")));
	cr_expect_eq(after.interval_minutes, 90);
	cr_expect(after.is_full_text);
}

Test(state, says_what_was_undone_of_a_feed)
{
	struct store_feed changed = feed();
	struct error error = {0};
	struct store_undone undone;

	changed.user_title = STR("Mine");
	change(&changed);
	changed.is_muted = true;
	change(&changed);
	cr_assert(store_feed_remove(library.store, library.feed, LIBRARY_NOW, &error));
	undone = turn(store_undo);
	cr_expect_str_eq(undone.message, "feed unsubscribed: Mine");
	cr_expect(feed().is_subscribed);
	undone = turn(store_undo);
	cr_expect_str_eq(undone.message, "feed muted: Mine");
	cr_expect_not(feed().is_muted);
	undone = turn(store_undo);
	cr_expect(strstr(undone.message, "feed renamed: "), "%s", undone.message);
}

Test(state, feeds_and_articles_are_undone_in_the_order_they_were_changed)
{
	struct store_feed changed = feed();

	mark(STORE_STAR, all, 1);
	changed.is_muted = true;
	change(&changed);
	mark(STORE_READ, all, 5);
	cr_expect_eq(turn(store_undo).count, 5);
	cr_expect(feed().is_muted);
	cr_expect_eq(turn(store_undo).feeds, 1);
	cr_expect(get(1).is_starred);
	cr_expect_eq(turn(store_undo).article, 1);
	cr_expect_not(get(1).is_starred);
}

Test(state, undo_of_a_change_leaves_what_was_changed_since_and_writes_nothing_when_nothing_was)
{
	struct store_feed changed = feed();

	mark(STORE_STAR, all, 1);
	change(&changed);
	cr_expect_eq(turn(store_undo).article, 1, "a change that changes nothing is no entry of the journal");
}

Test(state, undo_gives_a_feed_its_address_back_unless_another_feed_has_it)
{
	struct store_feed before = feed(), changed = before,
			  other = {.folder = STR(""), .added = LIBRARY_NOW};
	struct error error = {0};
	int64_t id = 0;

	changed.address = STR("http://example.org/elsewhere");
	change(&changed);
	turn(store_undo);
	cr_expect(str_equal(feed().address, before.address));
	turn(store_redo);
	cr_expect(str_equal(feed().address, STR("http://example.org/elsewhere")));
	other.address = before.address;
	cr_assert(store_feed_add_removed(library.store, &other, &id, &error), "%s", error.message);
	cr_expect_eq(turn(store_undo).feeds, 1);
	cr_expect(str_equal(feed().address, STR("http://example.org/elsewhere")));
}

Test(state, feeds_that_were_added_together_go_together)
{
	const struct store_feed feeds[] = {
		{.address = STR_INIT("http://example.org/one"),
			.folder = STR_INIT("A"),
			.added = LIBRARY_NOW},
		{.address = STR_INIT("http://example.org/two"), .folder = STR_INIT(""), .added = LIBRARY_NOW},
		{.address = STR_INIT("http://example.org/one"), .folder = STR_INIT(""), .added = LIBRARY_NOW},
	};
	struct store_feed_list list = {0};
	struct store_undone undone;
	struct error error = {0};
	size_t added = 0;

	cr_assert(store_feed_add_all(library.store, feeds, 3, &added, &error), "%s", error.message);
	cr_expect_eq(added, 2);
	undone = turn(store_undo);
	cr_expect_str_eq(undone.message, "2 feeds subscribed to");
	cr_assert(store_feeds(library.store, STORE_FEEDS_SUBSCRIBED, 0, &library.arena, &list, &error));
	cr_expect_eq(list.count, 1);
	turn(store_redo);
	cr_assert(store_feeds(library.store, STORE_FEEDS_SUBSCRIBED, 0, &library.arena, &list, &error));
	cr_expect_eq(list.count, 3);
	cr_expect(str_equal(list.items[2].folder, STR("A")), "its folder came back with it");
}
