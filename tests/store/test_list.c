#include "../support/library.h"

#include "dateline/store/index.h"
#include "dateline/store/list.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(list, .init = start, .fini = end);

static struct store_list *open_list(const struct query *query)
{
	struct store_list *list;
	struct error error = {0};

	cr_assert(store_list_open(library.store, query, &list, &error), "%s", error.message);
	return list;
}

/* The titles' numbers around an article, as "5 4 [3] 2 1". */
static struct str window(struct store_list *list, int64_t anchor, size_t before, size_t after)
{
	struct headline_list rows;
	struct error error = {0};
	struct str text = STR("");
	size_t at;

	cr_assert(store_list_window(list, anchor, before, after, &library.arena, &rows, &at, &error), "%s",
		error.message);
	for (size_t i = 0; i < rows.count; i++) {
		struct str number = str_from_offset(rows.items[i].title, 6);

		text = arena_printf(&library.arena, i == at ? "%.*s%s[%.*s]" : "%.*s%s%.*s", STR_ARG(text),
			i ? " " : "", STR_ARG(number));
	}
	return text;
}

#define expect_window(list, anchor, before, after, wanted)                                                   \
	do {                                                                                                 \
		struct str got_ = window(list, anchor, before, after);                                       \
		cr_expect(str_equal(got_, STR(wanted)), "got \"%.*s\", want \"%s\"", STR_ARG(got_), wanted); \
	} while (0)

static void mark(enum store_mark what, int64_t id)
{
	struct error error = {0};

	cr_assert(store_mark(library.store, what, &id, 1, LIBRARY_NOW, NULL, &error), "%s", error.message);
}

static void expect_counts(struct store_list *list, int64_t total, int64_t unread)
{
	int64_t got_total, got_unread;
	struct error error = {0};

	cr_assert(store_list_counts(list, &got_total, &got_unread, &error), "%s", error.message);
	cr_expect_eq(got_total, total, "got %lld rows, want %lld", (long long)got_total, (long long)total);
	cr_expect_eq(
		got_unread, unread, "got %lld unread, want %lld", (long long)got_unread, (long long)unread);
}

/* The ids of library_document's articles are their numbers: the last one of the document goes in first. */
static void put(size_t count)
{
	struct feed document = library_document(&library, count);

	cr_assert_eq(library_put(&library, &document).first, 1);
}

Test(list, shows_windows_around_an_article)
{
	struct store_list *list;

	put(9);
	list = open_list(NULL);
	expect_window(list, 0, 3, 4, "[9] 8 7 6");
	expect_window(list, 5, 2, 3, "7 6 [5] 4 3");
	expect_window(list, 8, 4, 2, "9 [8] 7");
	expect_window(list, 2, 1, 9, "3 [2] 1");
	expect_window(list, 4711, 3, 2, "[9] 8");
	store_list_close(list);
}

Test(list, shows_the_same_windows_in_every_order_and_kind)
{
	static const struct {
		const char *query, *around_five, *top;
	} rows[] = {
		{"", "7 6 [5] 4", "[9] 8"},
		{"sort:oldest", "3 4 [5] 6", "[1] 2"},
		{"sort:-newest", "3 4 [5] 6", "[1] 2"},
		{"unread", "7 6 [5] 4", "[9] 8"},
		{"unread sort:oldest", "3 4 [5] 6", "[1] 2"},
		{"sort:title", "3 4 [5] 6", "[1] 2"},
		{"sort:-title", "7 6 [5] 4", "[9] 8"},
		{"limit:3", "[9] 8", "[9] 8"},
		{"unread limit:6", "7 6 [5] 4", "[9] 8"},
	};

	put(9);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct query query = library_query(&library, rows[i].query);
		struct store_list *list = open_list(&query);
		struct str around = window(list, 5, 2, 2), top = window(list, 0, 2, 2);

		cr_expect(str_equal(around, str_from(rows[i].around_five)), "%s: got \"%.*s\", want \"%s\"",
			rows[i].query, STR_ARG(around), rows[i].around_five);
		cr_expect(str_equal(top, str_from(rows[i].top)), "%s: got \"%.*s\", want \"%s\"",
			rows[i].query, STR_ARG(top), rows[i].top);
		store_list_close(list);
	}
}

Test(list, parts_articles_of_one_second_by_their_number)
{
	struct feed document = library_document(&library, 6);
	struct store_list *list;

	for (size_t i = 0; i < 6; i++)
		document.articles.items[i].published = 1000;
	library_put(&library, &document);
	list = open_list(NULL);
	expect_window(list, 4, 9, 9, "6 5 [4] 3 2 1");
	expect_window(list, 4, 1, 2, "5 [4] 3");
	store_list_close(list);
}

Test(list, finds_rows_by_position_and_positions_by_row)
{
	static const char *const queries[] = {"", "sort:oldest", "unread", "sort:title"};

	put(30);
	for (size_t q = 0; q < COUNT_OF(queries); q++) {
		struct query query = library_query(&library, queries[q]);
		struct store_list *list = open_list(&query);
		struct headline_list rows;
		struct error error = {0};

		for (int64_t i = 0; i < 30; i += 7) {
			cr_assert(store_list_rows(list, i, 2, &library.arena, &rows, &error));
			cr_assert_eq(rows.count, 2);
			cr_expect_eq(store_list_position(list, rows.items[0].id), i, "%s, row %lld",
				queries[q], (long long)i);
		}
		cr_assert(store_list_rows(list, 29, 5, &library.arena, &rows, &error));
		cr_expect_eq(rows.count, 1);
		cr_assert(store_list_rows(list, 30, 5, &library.arena, &rows, &error));
		cr_expect_eq(rows.count, 0);
		cr_expect_eq(store_list_position(list, 4711), -1);
		store_list_close(list);
	}
}

Test(list, keeps_its_rows_while_new_ones_arrive)
{
	struct query query = library_query(&library, "unread");
	struct store_list *list, *everything;
	struct feed document;
	struct error error = {0};

	put(5);
	list = open_list(&query);
	everything = open_list(NULL);
	document = library_document(&library, 9);
	library_put(&library, &document);
	expect_window(list, 3, 1, 2, "4 [3] 2");
	expect_window(list, 5, 9, 2, "[5] 4");
	expect_window(everything, 3, 1, 2, "4 [3] 2");
	cr_assert(store_list_update(list, true, &error), "%s", error.message);
	expect_window(list, 5, 9, 2, "9 8 7 6 [5] 4");
	expect_window(everything, 5, 9, 2, "9 8 7 6 [5] 4");
	store_list_close(everything);
	store_list_close(list);
}

Test(list, keeps_rows_that_stop_matching_until_it_is_told_otherwise)
{
	struct query query = library_query(&library, "unread");
	struct store_list *list;
	struct error error = {0};

	put(5);
	list = open_list(&query);
	mark(STORE_READ, 3);
	mark(STORE_READ, 5);
	expect_window(list, 3, 9, 9, "5 4 [3] 2 1");
	expect_counts(list, 5, 3);
	cr_assert(store_list_update(list, true, &error), "%s", error.message);
	expect_window(list, 3, 9, 9, "5 4 [3] 2 1");
	cr_assert(store_list_update(list, false, &error), "%s", error.message);
	expect_window(list, 4, 9, 9, "[4] 2 1");
	expect_counts(list, 3, 3);
	store_list_close(list);
}

Test(list, counts_without_counting_what_is_kept_in_the_library)
{
	struct store_list *list;

	put(7);
	list = open_list(NULL);
	expect_counts(list, 7, 7);
	mark(STORE_READ, 1);
	mark(STORE_READ, 2);
	expect_counts(list, 7, 5);
	mark(STORE_HIDE, 3);
	expect_counts(list, 6, 4);
	mark(STORE_UNREAD, 1);
	expect_counts(list, 6, 5);
	store_list_close(list);
}

Test(list, leaves_hidden_articles_out_unless_they_are_asked_for)
{
	struct query query = library_query(&library, "is:hidden");
	struct store_list *list;

	put(4);
	mark(STORE_HIDE, 3);
	list = open_list(NULL);
	expect_window(list, 0, 0, 9, "[4] 2 1");
	store_list_close(list);
	list = open_list(&query);
	expect_window(list, 0, 0, 9, "[3]");
	store_list_close(list);
}

Test(list, finds_the_next_unread_article_in_both_directions)
{
	static const struct {
		const char *query;
		int64_t from;
		int direction;
		int64_t found;
	} rows[] = {
		{"", 0, 1, 5},
		{"", 5, 1, 2},
		{"", 2, 1, 0},
		{"", 3, -1, 5},
		{"", 5, -1, 0},
		{"", 1, -1, 2},
		{"sort:oldest", 0, 1, 2},
		{"sort:oldest", 2, 1, 5},
		{"sort:oldest", 4, -1, 2},
		{"-tag:none", 0, 1, 5},
		{"-tag:none", 5, 1, 2},
		{"-tag:none", 3, -1, 5},
		{"-tag:none", 2, 1, 0},
	};

	put(6);
	mark(STORE_READ, 1);
	mark(STORE_READ, 3);
	mark(STORE_READ, 4);
	mark(STORE_READ, 6);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct query query = library_query(&library, rows[i].query);
		struct store_list *list = open_list(&query);
		int64_t found = store_list_next_unread(list, rows[i].from, rows[i].direction);

		cr_expect_eq(found, rows[i].found, "row %zu: got %lld, want %lld", i, (long long)found,
			(long long)rows[i].found);
		store_list_close(list);
	}
}

Test(list, gives_all_its_ids_in_order)
{
	struct query query = library_query(&library, "sort:oldest unread");
	struct store_list *list;
	struct error error = {0};
	int64_t *ids;
	size_t count;

	put(4);
	mark(STORE_READ, 2);
	list = open_list(&query);
	cr_assert(store_list_ids(list, &library.arena, &ids, &count, &error));
	cr_assert_eq(count, 3);
	cr_expect(ids[0] == 1 && ids[1] == 3 && ids[2] == 4);
	store_list_close(list);
	list = open_list(NULL);
	cr_assert(store_list_ids(list, &library.arena, &ids, &count, &error));
	cr_assert_eq(count, 4);
	cr_expect_eq(ids[0], 4);
	store_list_close(list);
}

Test(list, of_an_empty_library_is_empty)
{
	static const char *const queries[] = {"", "unread", "tag:none", "word", "sort:title"};

	for (size_t i = 0; i < COUNT_OF(queries); i++) {
		struct query query = library_query(&library, queries[i]);
		struct store_list *list = open_list(&query);

		expect_window(list, 0, 3, 3, "");
		expect_counts(list, 0, 0);
		cr_expect_eq(store_list_next_unread(list, 0, 1), 0);
		store_list_close(list);
	}
}

Test(list, tells_the_states_of_a_row)
{
	struct feed document = library_document(&library, 1);
	struct store_list *list;
	struct headline_list rows;
	struct error error = {0};

	document.articles.items[0].published = TIME_NONE;
	document.articles.items[0].title = STR_NONE;
	document.articles.items[0].standfirst = STR("Stands first");
	*LIST_PUSH(&library.arena, &document.articles.items[0].quotes) = (struct quote){.text = STR("The")};
	library_put(&library, &document);
	mark(STORE_STAR, 1);
	mark(STORE_READ, 1);
	list = open_list(NULL);
	cr_assert(store_list_window(list, 0, 0, 1, &library.arena, &rows, NULL, &error));
	cr_assert_eq(rows.count, 1);
	cr_expect_null(rows.items[0].title.data);
	cr_expect(str_equal(rows.items[0].standfirst, STR("Stands first")));
	cr_expect(str_equal(rows.items[0].feed_title, STR("News")));
	cr_expect(rows.items[0].is_starred && rows.items[0].is_read && !rows.items[0].is_dated);
	cr_expect_eq(rows.items[0].time, LIBRARY_NOW);
	cr_expect_eq(rows.items[0].quote_count, 1);
	cr_expect_eq(rows.items[0].word_count, 5);
	store_list_close(list);
}

/* What the only row is called when its text is this. */
static struct str called(const char *html)
{
	struct feed document = library_document(&library, 1);
	struct article *article = &document.articles.items[0];
	struct store_list *list = NULL;
	struct headline_list rows;
	struct error error = {0};

	article->title = STR_NONE;
	article->content = (struct content){.kind = CONTENT_HTML, .text = str_from(html)};
	library_put(&library, &document);
	list = open_list(NULL);
	cr_assert(store_list_window(list, 0, 0, 1, &library.arena, &rows, NULL, &error));
	store_list_close(list);
	cr_assert_eq(rows.count, 1);
	cr_expect(rows.items[0].title.length == 0, "identity and queries know no title");
	return headline_title(&rows.items[0]);
}

Test(list, calls_an_article_without_a_title_by_its_first_words)
{
	struct str got = called("<p>Ferry <b>late</b> again&nbsp;today.</p><script>x()</script><p>More</p>");

	cr_expect(str_equal(got, STR("Ferry late again today. More")), "got %.*s", STR_ARG(got));
}

Test(list, cuts_the_first_words_of_a_long_text_between_two_words)
{
	struct buffer long_text = {0};
	struct str got;

	for (int i = 0; i < 3000; i++)
		buffer_add(&long_text, STR("seventeen words\n\tare "));
	buffer_add_char(&long_text, '\0');
	got = called(long_text.data);
	cr_expect(str_starts_with(got, STR("seventeen words are seventeen")) && got.length < 200, "got %.*s",
		STR_ARG(got));
	cr_expect(str_ends_with(got, STR(" words…")) || str_ends_with(got, STR(" are…")) ||
			  str_ends_with(got, STR(" seventeen…")),
		"got %.*s", STR_ARG(got));
	buffer_finish(&long_text);
}

Test(list, calls_an_article_without_title_and_text_by_its_address)
{
	struct str got = called("<img src='a.png'>");

	cr_expect(str_equal(got, STR("https://news.example/1")), "got %.*s", STR_ARG(got));
}

static bool after_three(void *context)
{
	return ++*(int *)context > 3;
}

Test(list, is_given_up_when_something_else_is_wanted)
{
	struct feed document = library_document(&library, 2000);
	struct query query = library_query(&library, "title:/x/ OR words:>100000");
	struct store_list *list = NULL;
	struct error error = {0};
	int asked = 0;

	library_put(&library, &document);
	store_give_up_when(library.store, after_three, &asked);
	cr_expect_not(store_list_open(library.store, &query, &list, &error));
	cr_expect_eq(error.code, ERROR_STOPPED, "%s", error.message);
	cr_expect_null(list);
	cr_expect_eq(asked, 4, "got %d", asked);
	store_give_up_when(library.store, NULL, NULL);
	cr_expect(store_list_open(library.store, &query, &list, &error), "%s", error.message);
	store_list_close(list);
}
