#include "dateline/store/rules.h"

#include "../support/library.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>

static struct library library;
static struct rules rules;
static struct str done; /* what store_apply_rules() told: "hide: title:2 1, " */

static void start(void)
{
	library_start(&library);
	rules = (struct rules){0};
}

static void end(void)
{
	library_end(&library);
}

TestSuite(storedrules, .init = start, .fini = end);

static void add(const char *line)
{
	struct error error = {0};

	cr_assert(rule_read(str_from(line), LIST_PUSH(&library.arena, &rules.list), &error), "%s",
		error.message);
}

/* Stores articles "Title 1" to "Title count" under the rules. */
static struct store_put_result put(size_t count)
{
	struct feed document = library_document(&library, count);
	struct store_prepared *prepared = store_prepare(&document, &library.arena);
	const struct store_feed feed = {.address = STR("https://news.example/feed"), .folder = STR("Papers")};
	struct store_put_result result = {0};
	struct error error = {0};

	store_prepare_rules(prepared, &rules, &feed, LIBRARY_NOW, &library.arena);
	cr_assert(
		store_put_prepared(library.store, library.feed, prepared, NULL, LIBRARY_NOW, &result, &error),
		"%s", error.message);
	return result;
}

static void tell(void *context, const struct rule *rule, size_t changed)
{
	(void)context;
	done = arena_printf(&library.arena, "%.*s%.*s: %zu, ", STR_ARG(done), STR_ARG(rule->text), changed);
}

static void expect_applied(const char *wanted)
{
	struct error error = {0};

	done = STR("");
	cr_assert(store_apply_rules(library.store, &rules, LIBRARY_NOW, tell, NULL, &error), "%s",
		error.message);
	cr_expect(str_equal(done, str_from(wanted)), "got %.*s, want %s", STR_ARG(done), wanted);
}

static int64_t count(const char *condition)
{
	return library_number(&library,
		arena_printf(&library.arena, "SELECT count(*) FROM article WHERE %s%c", condition, 0).data);
}

Test(storedrules, hide_mute_star_and_label_what_is_new)
{
	struct store_totals totals;
	struct error error = {0};
	int64_t hidden;

	add("hide: title:2");
	add("mute: title:3 folder:papers");
	add("star: title:4");
	add("label \"On  paper\": text feed:news.example");
	cr_expect_eq(put(4).hidden, 1);
	cr_expect_eq(count("title = 'Title 2' AND is_hidden"), 1);
	cr_expect_eq(count("title = 'Title 3' AND is_read AND read_at IS NOT NULL"), 1);
	cr_expect_eq(count("title = 'Title 4' AND is_starred"), 1);
	cr_expect_eq(count("is_hidden + is_read + is_starred"), 3);
	cr_expect_eq(
		library_number(&library,
			"SELECT count(*) FROM article_label JOIN label ON label.id = label WHERE name = 'On paper'"),
		4);
	cr_assert(store_totals(library.store, &totals, &error));
	cr_expect(totals.articles == 3 && totals.unread == 2 && totals.starred == 1);
	cr_assert(store_hidden(library.store, &hidden, &error));
	cr_expect_eq(hidden, 1);
}

Test(storedrules, leave_an_article_that_comes_again_as_the_reader_has_it)
{
	put(2);
	add("hide: title:title");
	cr_expect_eq(put(3).hidden, 1, "the third alone is new");
	cr_expect_eq(count("is_hidden"), 1);
}

Test(storedrules, are_applied_once_to_what_is_stored_and_taken_back_one_by_one)
{
	struct store_undone undone;
	struct error error = {0};

	put(3);
	add("hide: title:2");
	add("label x: title:3");
	expect_applied("hide: title:2: 1, label x: title:3: 1, ");
	expect_applied("");
	cr_assert(store_undo(library.store, &undone, &error) && store_undo(library.store, &undone, &error));
	cr_expect_eq(count("is_hidden"), 0);
	expect_applied("");
	add("star: title:1");
	expect_applied("star: title:1: 1, ");
	cr_expect_eq(count("is_hidden"), 0, "what was taken back stays so");
}

Test(storedrules, are_new_when_they_come_back)
{
	put(2);
	add("star: title:2");
	expect_applied("star: title:2: 1, ");
	cr_assert(store_mark(library.store, STORE_UNSTAR, (int64_t[]){1, 2}, 2, LIBRARY_NOW, NULL, NULL));
	rules.list.count = 0;
	expect_applied("");
	add("star: title:2");
	expect_applied("star: title:2: 1, ");
}

Test(storedrules, hide_nothing_that_an_earlier_rule_mutes)
{
	put(3);
	add("mute: title:2");
	expect_applied("mute: title:2: 1, ");
	add("hide: title:2 OR title:3");
	expect_applied("hide: title:2 OR title:3: 1, ");
	cr_expect_eq(count("is_hidden AND title = 'Title 3'"), 1);
}

Test(storedrules, are_named_for_an_article_also_when_they_hid_it)
{
	struct str_list lines = {0};
	struct error error = {0};

	add("hide: title:2");
	add("star: title:2 title:3");
	add("label x: \"number 2\"");
	put(3);
	cr_assert(store_rules_of(library.store, &rules,
		library_number(&library, "SELECT id FROM article WHERE title = 'Title 2'"), LIBRARY_NOW,
		&library.arena, &lines, &error));
	cr_assert_eq(lines.count, 2);
	cr_expect(str_equal(lines.items[0], STR("hide: title:2")));
	cr_expect(str_equal(lines.items[1], STR("label x: \"number 2\"")));
}
