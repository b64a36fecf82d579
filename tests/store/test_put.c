#include "../support/library.h"

#include "dateline/store/index.h"
#include "dateline/store/list.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <string.h>

static struct library library;

static void start(void)
{
	library_start(&library);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(put, .init = start, .fini = end);

static struct store_entry get(int64_t id)
{
	struct store_entry entry;
	struct error error = {0};

	cr_assert(store_article_get(library.store, id, STORE_CONTENT_BEST, &library.arena, &entry, &error),
		"%s", error.message);
	return entry;
}

static void mark(enum store_mark what, int64_t id)
{
	struct error error = {0};

	cr_assert(store_mark(library.store, what, &id, 1, LIBRARY_NOW, NULL, &error), "%s", error.message);
}

#define expect_text(given, wanted)                                                                           \
	cr_expect(str_equal(given, STR(wanted)), "got \"%.*s\", want \"%s\"", STR_ARG(given), wanted)

static struct feed one_article_with_everything(void)
{
	struct feed document = library_document(&library, 1);
	struct article *article = &document.articles.items[0];
	struct arena *arena = &library.arena;

	article->standfirst = STR("A standfirst");
	article->language = STR("en-GB");
	article->image = STR("https://news.example/i.png");
	article->comments = STR("https://news.example/1#c");
	article->updated = LIBRARY_NOW - 5;
	*LIST_PUSH(arena, &article->authors) = STR("Ada Marsh");
	*LIST_PUSH(arena, &article->authors) = STR("Omar Haddad");
	*LIST_PUSH(arena, &article->tags) = (struct tag){STR("North Korea"), TAG_CATEGORY};
	*LIST_PUSH(arena, &article->tags) = (struct tag){STR("parade"), TAG_TAG};
	*LIST_PUSH(arena, &article->enclosures) =
		(struct enclosure){STR("https://news.example/a.mp3"), STR("audio/mpeg"), STR("Sound"), 1234};
	*LIST_PUSH(arena, &article->enclosures) =
		(struct enclosure){STR("https://news.example/b"), STR_NONE, STR_NONE, -1};
	*LIST_PUSH(arena, &article->sections) = (struct section){STR("Background"), 2, 0};
	*LIST_PUSH(arena, &article->quotes) = (struct quote){.kind = QUOTE_MIXED,
		.text = STR("text of"),
		.speaker = STR("Hong Lei"),
		.role = STR("minister"),
		.cue = STR("said"),
		.block = 0,
		.start = 4,
		.end = 11,
		.is_certain = true,
		.continues = true,
		.mention = {true, 0, 1, 3},
		.reason = STR("a cue")};
	article->content.base = STR("https://news.example/base/");
	return document;
}

Test(put, gives_back_an_article_as_it_was_received)
{
	struct feed document = one_article_with_everything();
	struct store_put_result result = library_put(&library, &document);
	struct store_entry entry = get(result.first);
	const struct article *article = &entry.article;

	cr_expect_eq(result.fresh, 1);
	cr_expect_eq(entry.feed, library.feed);
	expect_text(article->id, "guid-1");
	expect_text(article->title, "Title 1");
	expect_text(article->link, "https://news.example/1");
	expect_text(article->standfirst, "A standfirst");
	expect_text(article->language, "en-GB");
	expect_text(article->image, "https://news.example/i.png");
	expect_text(article->comments, "https://news.example/1#c");
	cr_expect_eq(article->published, document.articles.items[0].published);
	cr_expect_eq(article->updated, LIBRARY_NOW - 5);
	cr_assert_eq(article->authors.count, 2);
	expect_text(article->authors.items[1], "Omar Haddad");
	cr_assert_eq(article->tags.count, 2);
	expect_text(article->tags.items[0].name, "North Korea");
	cr_expect_eq(article->tags.items[0].kind, TAG_CATEGORY);
	cr_expect_eq(article->tags.items[1].kind, TAG_TAG);
	cr_assert_eq(article->enclosures.count, 2);
	cr_expect_eq(article->enclosures.items[0].length_bytes, 1234);
	cr_expect_eq(article->enclosures.items[1].length_bytes, -1);
	cr_expect_null(article->enclosures.items[1].type.data);
	cr_assert_eq(article->sections.count, 1);
	expect_text(article->sections.items[0].heading, "Background");
	cr_expect_eq(article->content.kind, CONTENT_HTML);
	expect_text(article->content.text, "<p>The text of number 1.</p>");
	expect_text(article->content.base, "https://news.example/base/");
	cr_expect_eq(entry.seen, LIBRARY_NOW);
	cr_expect_eq(entry.read, TIME_NONE);
	cr_expect_not(entry.is_read);
	expect_text(entry.feed_title, "News");
}

Test(put, gives_back_a_quotation_whole)
{
	struct feed document = one_article_with_everything();
	struct store_entry entry = get(library_put(&library, &document).first);
	const struct quote *quote = entry.article.quotes.items;

	cr_assert_eq(entry.article.quotes.count, 1);
	cr_expect(entry.quotes_are_current);
	cr_expect_eq(quote->kind, QUOTE_MIXED);
	expect_text(quote->text, "text of");
	expect_text(quote->speaker, "Hong Lei");
	expect_text(quote->role, "minister");
	expect_text(quote->cue, "said");
	expect_text(quote->reason, "a cue");
	cr_expect_eq(quote->start, 4);
	cr_expect_eq(quote->end, 11);
	cr_expect(quote->is_certain);
	cr_expect(quote->continues);
	cr_expect(quote->mention.is_known);
	cr_expect_eq(quote->mention.start, 1);
	cr_expect_eq(quote->mention.end, 3);
}

Test(put, keeps_absent_apart_from_empty)
{
	struct feed document = library_document(&library, 1);
	struct store_entry entry;

	document.articles.items[0].title = STR_NONE;
	document.articles.items[0].standfirst = STR("");
	entry = get(library_put(&library, &document).first);
	cr_expect_null(entry.article.title.data);
	cr_expect_not_null(entry.article.standfirst.data);
}

Test(put, takes_any_text_as_text)
{
	static const char text[] = "Robert'); DROP TABLE article;-- \"quoted\" \\ % _ ?1 :a @b $c";
	struct feed document = library_document(&library, 1);
	struct article *article = &document.articles.items[0];
	struct store_entry entry;

	article->title = article->id = str_from(text);
	*LIST_PUSH(&library.arena, &article->tags) = (struct tag){str_from(text), TAG_TAG};
	*LIST_PUSH(&library.arena, &article->authors) = str_from(text);
	entry = get(library_put(&library, &document).first);
	expect_text(entry.article.title, "Robert'); DROP TABLE article;-- \"quoted\" \\ % _ ?1 :a @b $c");
	cr_expect(str_equal(entry.article.tags.items[0].name, str_from(text)));
	cr_expect(library_is_whole(library.path));
}

Test(put, writes_nothing_for_the_same_articles_again)
{
	struct feed document = library_document(&library, 50);
	struct store_put_result result;
	struct store *other;
	struct error error = {0};
	int64_t before;

	library_put(&library, &document);
	cr_assert(store_open(library.path, STORE_READ_ONLY, &other, &error));
	before = store_data_version(other);
	result = library_put(&library, &document);
	cr_expect_eq(result.fresh, 0);
	cr_expect_eq(result.changed, 0);
	cr_expect_eq(result.unchanged, 50);
	cr_expect_eq(store_data_version(other), before, "the file was not written");
	store_close(other);
}

Test(put, numbers_new_articles_so_that_the_first_of_the_document_is_the_newest)
{
	struct feed document = library_document(&library, 3);
	struct store_put_result result;

	for (size_t i = 0; i < 3; i++)
		document.articles.items[i].published = TIME_NONE;
	result = library_put(&library, &document);
	expect_text(get(result.first + 2).article.id, "guid-3");
	expect_text(get(result.first).article.id, "guid-1");
}

/* ---- one article or two: rows of what changed */

static const struct same_row {
	const char *name;
	bool guid, link, text, date; /* which of them change */
	size_t fresh;
} same_rows[] = {
	{"nothing but the guid", true, false, false, false, 0},
	{"nothing but the link", false, true, false, false, 0},
	{"nothing but the text", false, false, true, false, 0},
	{"nothing but the date", false, false, false, true, 0},
	{"guid and text, one date", true, false, true, false, 0},
	{"guid and link of a long text", true, true, false, false, 0},
	{"link and text", false, true, true, true, 0},
	{"guid, text and date: another article at one address", true, false, true, true, 1},
	{"everything", true, true, true, true, 1},
};

static const char long_text[] =
	"A text that is long enough that nobody else has it: it goes on for a while, says this and that, names a few "
	"people who were there and what they did, gives the weather of the day, and then comes to its end at last.";

Test(put, knows_an_article_again_when_one_of_guid_link_and_text_changes)
{
	for (size_t i = 0; i < COUNT_OF(same_rows); i++) {
		const struct same_row *row = &same_rows[i];
		struct feed document = library_document(&library, 1);
		struct article *article = &document.articles.items[0];
		struct arena *arena = &library.arena;
		struct store_put_result result;

		article->id = arena_printf(arena, "guid of row %zu", i);
		article->title = arena_printf(arena, "Title of row %zu", i);
		article->link = arena_printf(arena, "https://news.example/row/%zu", i);
		article->published = LIBRARY_NOW - 86400 - (int64_t)i;
		library_set_text(
			&library, article, arena_printf(arena, "Row %zu. %s%c", i, long_text, 0).data);
		library_put(&library, &document);
		if (row->guid)
			article->id = arena_printf(arena, "other guid of row %zu", i);
		if (row->link)
			article->link = arena_printf(arena, "https://news.example/other/%zu", i);
		if (row->text)
			library_set_text(&library, article,
				arena_printf(arena, "Other %zu. %s%c", i, long_text, 0).data);
		if (row->date)
			article->published += 500;
		result = library_put(&library, &document);
		cr_expect_eq(result.fresh, row->fresh, "%s: got %zu new, want %zu", row->name, result.fresh,
			row->fresh);
		cr_expect_eq(
			result.changed, 1 - row->fresh, "%s: got %zu changed", row->name, result.changed);
	}
}

Test(put, takes_an_address_for_the_same_with_another_scheme_and_campaign)
{
	struct feed document = library_document(&library, 1);
	struct article *article = &document.articles.items[0];

	article->link = STR("http://news.example/1?utm_source=feed&utm_medium=rss");
	library_put(&library, &document);
	article->id = STR("another guid");
	article->link = STR("https://news.example/1");
	cr_expect_eq(library_put(&library, &document).fresh, 0);
}

Test(put, keeps_articles_apart_that_have_one_guid_for_all)
{
	struct feed document = library_document(&library, 5);

	for (size_t i = 0; i < 5; i++)
		document.articles.items[i].id = STR("always the same");
	cr_expect_eq(library_put(&library, &document).fresh, 5);
	cr_expect_eq(library_put(&library, &document).unchanged, 5);
}

Test(put, takes_an_article_that_stands_twice_in_a_document_once)
{
	struct feed document = library_document(&library, 3);
	struct article again = document.articles.items[1];

	*LIST_PUSH(&library.arena, &document.articles) = again;
	cr_expect_eq(library_put(&library, &document).fresh, 3);
	cr_expect_eq(library_put(&library, &document).changed, 0);
}

Test(put, keeps_articles_apart_whose_links_are_all_the_home_page)
{
	struct feed document = library_document(&library, 4);

	for (size_t i = 0; i < 4; i++)
		document.articles.items[i].link = STR("https://news.example/");
	cr_expect_eq(library_put(&library, &document).fresh, 4);
	for (size_t i = 0; i < 4; i++) {
		document.articles.items[i].id = arena_printf(&library.arena, "tomorrow-%zu", i);
		document.articles.items[i].published += 86400;
		library_set_text(&library, &document.articles.items[i],
			arena_printf(&library.arena, "Tomorrow's text %zu%c", i, 0).data);
	}
	cr_expect_eq(library_put(&library, &document).fresh, 4);
}

Test(put, keeps_the_same_guid_apart_in_two_feeds)
{
	struct feed document = library_document(&library, 1);
	struct store_feed other = {.address = STR("https://other.example/feed"), .added = 1};
	struct store_put_result result;
	struct error error = {0};
	int64_t id;

	library_put(&library, &document);
	cr_assert(store_feed_add(library.store, &other, &id, &error));
	cr_assert(store_put_feed(library.store, id, &document, NULL, LIBRARY_NOW, &result, &error));
	cr_expect_eq(result.fresh, 1);
}

/* ---- changes */

Test(put, marks_an_article_that_changed_after_it_was_read)
{
	struct feed document = library_document(&library, 2);
	int64_t first = library_put(&library, &document).first;
	struct store_entry entry;

	mark(STORE_READ, first);
	library_set_text(&library, &document.articles.items[1], "Corrected.");
	library_set_text(&library, &document.articles.items[0], "Corrected too.");
	cr_expect_eq(library_put(&library, &document).changed, 2);
	entry = get(first);
	cr_expect(entry.is_updated);
	cr_expect(entry.is_read, "it stays read");
	cr_expect_eq(entry.versions, 2);
	expect_text(entry.article.content.text, "<p>Corrected.</p>");
	cr_expect_not(get(first + 1).is_updated, "one that was not read yet is just new");
	mark(STORE_READ, first);
	cr_expect_not(get(first).is_updated, "reading it again takes the mark away");
}

Test(put, does_not_call_another_markup_of_the_same_words_an_update)
{
	struct feed document = library_document(&library, 1);
	int64_t id = library_put(&library, &document).first;

	mark(STORE_READ, id);
	document.articles.items[0].content.text = STR("<p class=\"ad-7812\">The text of number 1.</p>");
	cr_expect_eq(library_put(&library, &document).changed, 1);
	cr_expect_not(get(id).is_updated);
	cr_expect_eq(get(id).versions, 1);
}

Test(put, keeps_what_the_reader_did_when_the_publisher_changes_an_article)
{
	struct feed document = library_document(&library, 1);
	int64_t id = library_put(&library, &document).first;
	struct store_place place = {2, 17};
	struct error error = {0};
	struct store_entry entry;

	mark(STORE_STAR, id);
	mark(STORE_LATER, id);
	cr_assert(store_label(library.store, STR("mine"), false, &id, 1, LIBRARY_NOW, NULL, &error));
	cr_assert(store_set_place(library.store, id, place, &error));
	library_set_text(&library, &document.articles.items[0], "Corrected.");
	library_put(&library, &document);
	entry = get(id);
	cr_expect(entry.is_starred && entry.is_later);
	cr_assert_eq(entry.labels.count, 1);
	cr_expect_eq(entry.place.block, 2);
	cr_expect_eq(entry.place.offset, 17);
	cr_expect_eq(entry.seen, LIBRARY_NOW);
}

Test(put, keeps_the_feeds_own_text_beside_the_page)
{
	struct feed document = library_document(&library, 1);
	int64_t id = library_put(&library, &document).first;
	struct article page = document.articles.items[0];
	struct store_entry entry;
	struct error error = {0};

	library_set_text(&library, &page, "The whole page.");
	page.content.kind = CONTENT_PAGE;
	cr_assert(store_put_page(library.store, id, &page, LIBRARY_NOW, &error), "%s", error.message);
	entry = get(id);
	cr_expect(entry.is_full);
	cr_expect_eq(entry.article.content.kind, CONTENT_PAGE);
	cr_assert(store_article_get(library.store, id, STORE_CONTENT_FEED, &library.arena, &entry, &error));
	cr_expect_not(entry.is_full);
	expect_text(entry.article.content.text, "<p>The text of number 1.</p>");
}

/* ---- how bodies lie on the disk */

static const char *many_words(const char *what)
{
	return arena_printf(&library.arena, "%s %0300d %s%c", what, 0, what, 0).data;
}

Test(put, packs_long_bodies_and_pages_and_gives_them_back_as_received)
{
	struct feed document = library_document(&library, 2);
	struct article page = document.articles.items[1];
	struct store_entry entry;
	struct error error = {0};
	int64_t id;

	library_set_text(&library, &document.articles.items[1], many_words("Feed"));
	library_set_text(&library, &page, many_words("Page"));
	id = library_put(&library, &document).first;
	cr_assert(store_put_page(library.store, id, &page, LIBRARY_NOW, &error), "%s", error.message);
	cr_expect(str_equal(
		library_string(&library, "SELECT typeof(text) FROM body WHERE article = 1"), STR("blob")));
	cr_expect(str_equal(library_string(&library, "SELECT hex(substr(text, 1, 4)) FROM page"),
			  STR("28B52FFD")),
		"what other tools know it by");
	cr_expect(str_equal(library_string(&library, "SELECT text FROM body WHERE article = 2"),
			  STR("<p>The text of number 2.</p>")),
		"a short one is text");
	cr_assert(store_article_get(library.store, id, STORE_CONTENT_FEED, &library.arena, &entry, &error));
	cr_expect(str_equal(entry.article.content.text, document.articles.items[1].content.text));
	cr_expect(str_equal(get(id).article.content.text, page.content.text));
}

Test(put, stores_a_prepared_document_as_any_other)
{
	struct feed document = library_document(&library, 3);
	struct store_prepared *prepared;
	struct store_put_result result;
	struct error error = {0};

	library_set_text(&library, &document.articles.items[0], many_words("Long"));
	prepared = store_prepare(&document, &library.arena);
	store_prepare_bodies(prepared, &library.arena);
	cr_assert(store_put_prepared(
		library.store, library.feed, prepared, NULL, LIBRARY_NOW, &result, &error));
	cr_expect_eq(result.fresh, 3);
	cr_expect(str_equal(get(3).article.content.text, document.articles.items[0].content.text));
	cr_expect_eq(library_number(&library, "SELECT word_count FROM article WHERE id = 3"), 3);
	cr_expect_eq(library_put(&library, &document).unchanged, 3, "the same document, not prepared");
	cr_assert(store_put_prepared(
		library.store, library.feed, prepared, NULL, LIBRARY_NOW, &result, &error));
	cr_expect_eq(result.unchanged, 3);
}

Test(put, reads_bodies_that_an_older_version_stored_as_text)
{
	struct feed document = library_document(&library, 1);
	int64_t id = library_put(&library, &document).first;

	library_run(&library, "UPDATE body SET text = replace(hex(zeroblob(1000)), '00', 'word ')");
	cr_expect_eq(get(id).article.content.text.length, 5000);
}

Test(put, says_so_when_a_body_is_damaged_and_gives_the_rest_of_the_article)
{
	struct feed document = library_document(&library, 1);
	struct store_entry entry;
	struct error error = {0};
	int64_t id;

	library_set_text(&library, &document.articles.items[0], many_words("Long"));
	id = library_put(&library, &document).first;
	library_run(&library, "UPDATE body SET text = CAST(substr(text, 1, 30) AS BLOB)");
	cr_expect_not(
		store_article_get(library.store, id, STORE_CONTENT_BEST, &library.arena, &entry, &error));
	cr_expect_eq(error.code, ERROR_LIBRARY);
	cr_expect_not_null(strstr(error.message, "damaged"), "%s", error.message);
	cr_expect(store_article_get(library.store, id, STORE_CONTENT_NONE, &library.arena, &entry, &error));
	expect_text(entry.article.title, "Title 1");
}

Test(put, takes_quotations_that_were_found_anew)
{
	struct feed document = one_article_with_everything();
	int64_t id = library_put(&library, &document).first;
	struct article better = document.articles.items[0];
	struct error error = {0};
	struct store_entry entry;

	library_run(&library, "UPDATE article SET quote_version = 0");
	cr_expect_not(get(id).quotes_are_current);
	better.quotes = (struct quote_list){0};
	*LIST_PUSH(&library.arena, &better.quotes) =
		(struct quote){.text = STR("first"), .speaker = STR("Victor Cha")};
	*LIST_PUSH(&library.arena, &better.quotes) = (struct quote){.text = STR("second")};
	cr_assert(store_put_derived(library.store, id, &better, &error), "%s", error.message);
	entry = get(id);
	cr_expect(entry.quotes_are_current);
	cr_assert_eq(entry.article.quotes.count, 2);
	expect_text(entry.article.quotes.items[0].speaker, "Victor Cha");
	cr_expect_null(entry.article.quotes.items[1].speaker.data);
	cr_expect_eq(entry.article.tags.count, 2, "what was received stays");
	cr_expect_not(store_put_derived(library.store, 4711, &better, &error));
}

Test(put, stores_the_articles_and_what_the_server_said_together_or_not_at_all)
{
	struct feed document = library_document(&library, 3);
	struct store_answer answer = {.attempt = {.time = 5, .status = 200}, .etag = STR("\"v1\"")};
	struct store_feed feed;
	struct error error = {0};

	cr_expect_not(store_put_feed(
		library.store, library.feed + 1, &document, &answer, LIBRARY_NOW, NULL, &error));
	cr_expect_eq(error.code, ERROR_NOT_FOUND);
	cr_expect_eq(library_number(&library, "SELECT count(*) FROM article"), 0, "no feed, no articles");
	cr_assert(store_put_feed(library.store, library.feed, &document, &answer, LIBRARY_NOW, NULL, &error));
	cr_assert(store_feed_get(library.store, library.feed, &library.arena, &feed, &error));
	expect_text(feed.etag, "\"v1\"");
	cr_expect_eq(feed.unread, 3);
}

Test(put, places_an_article_from_the_future_where_it_was_first_seen)
{
	struct feed document = library_document(&library, 2);
	struct store_list *list;
	struct headline_list rows;
	struct error error = {0};

	document.articles.items[1].published = LIBRARY_NOW + 86400 * 365;
	document.articles.items[0].published = LIBRARY_NOW - 10;
	library_put(&library, &document);
	cr_assert(store_list_open(library.store, NULL, &list, &error));
	cr_assert(store_list_window(list, 0, 0, 5, &library.arena, &rows, NULL, &error));
	expect_text(rows.items[0].title, "Title 1");
	cr_expect_eq(library_number(&library, "SELECT max(sort_time) FROM article"), LIBRARY_NOW);
	store_list_close(list);
}

Test(put, says_which_article_is_not_there)
{
	struct store_entry entry;
	struct error error = {0};

	cr_expect_not(
		store_article_get(library.store, 4711, STORE_CONTENT_BEST, &library.arena, &entry, &error));
	cr_expect_eq(error.code, ERROR_NOT_FOUND);
	cr_expect_not_null(strstr(error.message, "4711"));
}
