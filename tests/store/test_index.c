#include "../support/library.h"

#include "dateline/store/index.h"
#include "dateline/store/list.h"

#include <criterion/criterion.h>
#include <pthread.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(index, .init = start, .fini = end);

static void build(size_t slice)
{
	struct error error = {0};
	size_t left, before = SIZE_MAX;

	do {
		cr_assert(store_index(library.store, slice, &left, &error), "%s", error.message);
		cr_assert(left < before, "each slice brings it on");
		before = left;
	} while (left);
}

/* The ids found, in order of number. */
static struct str found(const char *query_text)
{
	struct arena *arena = &library.arena;
	struct query query =
		library_query(&library, arena_printf(arena, "%s sort:oldest%c", query_text, 0).data);
	struct store_list *list;
	struct error error = {0};
	struct str text = STR("");
	int64_t *ids;
	size_t count;

	cr_assert(store_list_open(library.store, &query, &list, &error), "%s: %s", query_text, error.message);
	cr_assert(store_list_ids(list, arena, &ids, &count, &error));
	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%.*s%s%lld", STR_ARG(text), i ? " " : "", (long long)ids[i]);
	store_list_close(list);
	return text;
}

static const char *const texts[] = {
	"The parade in Beijing began at nine; Müller was there.",
	"A café near the harbour, with AC/DC playing &amp; don't ask.",
	"<p>North</p><p>Korea tests a <b>rocket</b>engine.</p><script>var hidden = 'beijing';</script>",
	"平壌で軍事パレードが行われた。北朝鮮の指導者が出席した。",
	"STRASSE und Straße; Ελλάδα; ﬁne print; Ｗｉｄｅ",
	"The engine of the rocket was built in Korea, up north.",
};

static void put_texts(void)
{
	struct feed document = library_document(&library, COUNT_OF(texts));

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct article *article = &document.articles.items[COUNT_OF(texts) - 1 - i];

		library_set_text(&library, article, texts[i]);
		article->title = arena_printf(&library.arena, "Headline %zu", i + 1);
	}
	*LIST_PUSH(&library.arena, &document.articles.items[0].tags) =
		(struct tag){STR("Space travel"), TAG_TAG};
	*LIST_PUSH(&library.arena, &document.articles.items[1].authors) = STR("Ada Marsh");
	library_put(&library, &document);
}

static const struct {
	const char *query, *found;
} searches[] = {
	{"beijing", "1"},
	{"muller", "1"},
	{"MÜLLER", "1"},
	{"cafe harbour", "2"},
	{"\"cafe near\"", "2"},
	{"\"near cafe\"", ""},
	{"parad*", "1"},
	{"hidden", ""},
	{"\"north korea\"", "3"},
	{"korea north", "3 6"},
	{"rocket", "6"},
	{"北朝鮮", "4"},
	{"\"北朝鮮の指導\"", "4"},
	{"朝北", ""},
	{"strasse", "5"},
	{"ελλαδα", "5"},
	{"wide", "5"},
	{"title:headline", "1 2 3 4 5 6"},
	{"title:parade", ""},
	{"\"space travel\"", "6"},
	{"marsh", "5"},
	{"-korea", "1 2 4 5"},
	{"beijing OR rocket", "1 6"},
};

static void expect_searches(const char *when)
{
	for (size_t i = 0; i < COUNT_OF(searches); i++) {
		struct str got = found(searches[i].query);

		cr_expect(str_equal(got, str_from(searches[i].found)), "%s, %s: got \"%.*s\", want \"%s\"",
			searches[i].query, when, STR_ARG(got), searches[i].found);
	}
}

Test(index, finds_words_in_any_case_accent_and_script)
{
	put_texts();
	build(100);
	cr_expect(store_index_is_complete(library.store));
	expect_searches("with the index");
}

Test(index, answers_the_same_before_it_is_built)
{
	put_texts();
	cr_expect_not(store_index_is_complete(library.store));
	expect_searches("without the index");
}

Test(index, answers_the_same_while_it_is_half_built)
{
	struct error error = {0};
	size_t left;

	put_texts();
	cr_assert(store_index(library.store, 3, &left, &error));
	cr_expect_eq(left, 3);
	expect_searches("half built");
}

Test(index, reads_packed_bodies_and_goes_on_past_damaged_ones)
{
	struct feed document = library_document(&library, 3);

	for (size_t i = 0; i < 3; i++)
		library_set_text(&library, &document.articles.items[i],
			arena_printf(&library.arena, "Lighthouse %0300d keeper%c", 0, 0).data);
	library_put(&library, &document);
	library_run(&library, "UPDATE body SET text = CAST(substr(text, 1, 30) AS BLOB) WHERE article = 2");
	cr_expect(str_equal(found("keeper"), STR("1 3")), "without the index");
	build(10);
	cr_expect(str_equal(found("keeper"), STR("1 3")), "with the index");
	cr_expect(str_equal(found("title:\"title 2\""), STR("2")));
}

/* ---- with help */

struct helper {
	pthread_t thread;
	void (*work)(void *what);
	void *what;
	size_t started, hurried_after;
};

static void *help(void *context)
{
	struct helper *helper = context;

	helper->work(helper->what);
	return NULL;
}

static void start_help(void *context, void (*work)(void *what), void *what)
{
	struct helper *helper = context;

	helper->work = work;
	helper->what = what;
	helper->started++;
	cr_assert_eq(pthread_create(&helper->thread, NULL, help, helper), 0);
}

static void await_help(void *context)
{
	struct helper *helper = context;

	cr_assert_eq(pthread_join(helper->thread, NULL), 0);
}

static bool is_hurried(void *context)
{
	struct helper *helper = context;

	return helper->started >= helper->hurried_after;
}

static void put_many(size_t count)
{
	struct feed document = library_document(&library, count);

	for (size_t i = 0; i < count; i++)
		library_set_text(&library, &document.articles.items[i],
			arena_printf(&library.arena, "word%zu here%c", count - i, 0).data);
	library_put(&library, &document);
}

Test(index, is_the_same_when_somebody_helps)
{
	struct helper helper = {.hurried_after = SIZE_MAX};
	const struct store_helper help_given = {&helper, start_help, await_help, is_hurried};
	struct error error = {0};
	size_t left;

	put_many(300);
	cr_assert(store_index_with(library.store, &help_given, 1000, &left, &error), "%s", error.message);
	cr_expect_eq(left, 0);
	cr_expect_gt(helper.started, 2);
	for (size_t i = 1; i <= 300; i += 13) {
		const char *word = arena_printf(&library.arena, "word%zu%c", i, 0).data;

		cr_expect(str_equal(found(word), str_from(word + 4)), "%s", word);
	}
}

Test(index, ends_a_slice_early_for_whoever_is_in_a_hurry_and_keeps_what_is_done)
{
	struct helper helper = {.hurried_after = 1};
	const struct store_helper help_given = {&helper, start_help, await_help, is_hurried};
	struct error error = {0};
	size_t left;

	put_many(300);
	cr_assert(store_index_with(library.store, &help_given, 1000, &left, &error), "%s", error.message);
	cr_expect(left > 0 && left < 300, "%zu are left", left);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article WHERE search_row IS NULL"),
		(int64_t)left);
	build(1000);
	cr_expect(str_equal(found("word300"), STR("300")));
}

Test(index, follows_articles_that_change)
{
	struct feed document = library_document(&library, 2);

	library_put(&library, &document);
	build(1);
	cr_expect(str_equal(found("number"), STR("1 2")));
	library_set_text(&library, &document.articles.items[0], "Something else.");
	library_put(&library, &document);
	cr_expect_not(store_index_is_complete(library.store));
	build(1);
	cr_expect(str_equal(found("number"), STR("1")));
	cr_expect(str_equal(found("something"), STR("2")));
}

Test(index, is_made_anew_when_most_of_it_is_dead)
{
	struct feed document = library_document(&library, 100);

	library_put(&library, &document);
	build(1000);
	library_run(&library, "UPDATE setting SET value = 20000 WHERE name = 'index_rows';"
			      "UPDATE article SET search_row = NULL WHERE id = 1");
	build(1000);
	cr_expect_eq(library_number(&library, "SELECT value FROM setting WHERE name = 'index_rows'"), 100);
	cr_expect(str_equal(found("\"number 77\""), STR("77")));
}

Test(index, of_a_page_has_the_words_of_the_page)
{
	struct feed document = library_document(&library, 1);
	struct article page = document.articles.items[0];
	struct error error = {0};
	int64_t id = library_put(&library, &document).first;

	build(10);
	page.content = (struct content){CONTENT_HTML, STR("<p>Lighthouse keepers</p>"), STR_NONE};
	cr_assert(store_put_page(library.store, id, &page, LIBRARY_NOW, &error));
	build(10);
	cr_expect(str_equal(found("lighthouse"), STR("1")));
	cr_expect(str_equal(found("number"), STR("")));
}

/* ---- passages */

static struct str passage(const char *query_text, int64_t id)
{
	struct query query = library_query(&library, query_text);
	size_t start, end;
	struct str text = store_passage(library.store, id, &query, &library.arena, &start, &end);

	if (text.data == NULL)
		return text;
	return arena_printf(&library.arena, "%.*s[%.*s]%.*s", STR_ARG(str_slice(text, 0, start)),
		STR_ARG(str_slice(text, start, end)), STR_ARG(str_from_offset(text, end)));
}

#define expect_passage(query, id, wanted)                                                                    \
	do {                                                                                                 \
		struct str got_ = passage(query, id);                                                        \
		cr_expect(str_equal(got_, STR(wanted)), "got \"%.*s\", want \"%s\"", STR_ARG(got_), wanted); \
	} while (0)

Test(index, shows_the_passage_where_the_words_stand)
{
	put_texts();
	expect_passage("muller", 1, "The parade in Beijing began at nine; [Müller] was there.");
	expect_passage("ask", 2, "A café near the harbour, with AC/DC playing & don't [ask].");
	expect_passage("korea", 3, "North [Korea] tests a rocketengine.");
	cr_expect_null(passage("absent", 1).data);
	cr_expect_null(passage("unread", 1).data, "a query without words has no passage");
}

Test(index, cuts_a_passage_between_words_and_keeps_control_characters_out)
{
	struct feed document = library_document(&library, 1);

	library_set_text(&library, &document.articles.items[0],
		"One two three four five six seven eight nine ten eleven twelve thirteen fourteen \x1b[31m needle\x07 and then "
		"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
		"seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five.");
	library_put(&library, &document);
	cr_expect_eq(str_find_char(passage("needle", 1), 0x1b, 0), STR_NPOS);
	cr_expect_eq(str_find_char(passage("needle", 1), 0x07, 0), STR_NPOS);
	cr_expect(str_starts_with(passage("needle", 1), STR("…")));
	cr_expect(str_ends_with(passage("needle", 1), STR("…")));
	cr_expect_lt(passage("needle", 1).length, 260);
}
