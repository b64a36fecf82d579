/* A feed that ends anywhere: what there is of it is right. */
#include "dateline/feed/load.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD                                                                                                 \
	"<?xml version='1.0'?>\n<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>\u00c9t\u00e9</title>"
#define ITEM(n)                                                                                              \
	"<item><title>Salt &amp; S\u00f6hne " n "</title><link>https://a.example/" n "/more</link>"          \
	"<guid isPermaLink='false'>urn:x:" n "</guid><pubDate>Mon, 01 Sep 2025 08:0" n ":00 GMT</pubDate>"   \
	"<dc:creator>Ann Bell</dc:creator><category>Mills &amp; more</category>"                             \
	"<enclosure url='https://a.example/" n ".mp3' type='audio/mpeg' length='5'/>"                        \
	"<description><![CDATA[<p>Fl\u00f6tze [noon]</p>]]></description></item>\n"
#define ENTRY(n)                                                                                             \
	"<entry><id>urn:x:" n "</id><title>Salt &amp; S\u00f6hne</title>"                                    \
	"<link href='https://a.example/" n "/more'/><published>2025-09-01T08:0" n ":00Z</published>"         \
	"<author><name>Ann Bell</name></author><category term='Mills'/><content type='xhtml'>"               \
	"<div xmlns='http://www.w3.org/1999/xhtml'><p>At <b>noon</b></p></div></content></entry>"
#define OBJECT(n)                                                                                            \
	"{\"id\": 1" n ", \"url\": \"https://a.example/" n "/more\", \"title\": \"S\u00f6hne\","             \
	"\"date_published\": \"2025-09-01T08:0" n ":00Z\", \"authors\": [{\"name\": \"Ann Bell\"}],"         \
	"\"tags\": [\"Mills\"], \"content_text\": \"At noon\"}"

static const char *const documents[] = {
	HEAD ITEM("1") ITEM("2") ITEM("3") "</channel></rss>",
	"<feed xmlns='http://www.w3.org/2005/Atom'><title>\u00c9t\u00e9</title>" ENTRY("1") ENTRY("2")
		ENTRY("3") "</feed>",
	"{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"\u00c9t\u00e9\", \"items\": [" OBJECT(
		"1") "," OBJECT("2") "," OBJECT("3") "]}",
};

static bool load(struct str text, struct arena *arena, struct feed *feed)
{
	const struct feed_source source = {.name = STR("sample")};
	struct error error = {0};

	return feed_load(text, &source, arena, feed, &error);
}

static struct str body_of(const struct article *article)
{
	return article->blocks.count ? article->blocks.items[0].text : STR("");
}

static bool is_none_or(struct str got, struct str whole)
{
	return got.length == 0 || str_equal(got, whole);
}

/* The article that the document ends in: each part is there or is not, and text stops somewhere. */
static bool is_begun(const struct article *got, const struct article *whole)
{
	return is_none_or(got->link, whole->link) &&
	       (str_equal(got->id, whole->id) || str_equal(got->id, got->link) ||
		       str_starts_with(got->id, STR("content:"))) &&
	       (got->published == TIME_NONE || got->published == whole->published) &&
	       str_starts_with(whole->title, got->title) && str_starts_with(body_of(whole), body_of(got)) &&
	       (got->authors.count == 0 || str_equal(got->authors.items[0], whole->authors.items[0])) &&
	       (got->tags.count == 0 || str_equal(got->tags.items[0].name, whole->tags.items[0].name)) &&
	       (got->enclosures.count == 0 ||
		       str_equal(got->enclosures.items[0].url, whole->enclosures.items[0].url));
}

static bool is_whole(const struct article *got, const struct article *whole)
{
	return str_equal(got->id, whole->id) && str_equal(got->link, whole->link) &&
	       str_equal(got->title, whole->title) && got->published == whole->published &&
	       str_equal(body_of(got), body_of(whole)) && got->authors.count == 1 && got->tags.count == 1;
}

static void expect_beginning(const struct feed *got, const struct feed *whole, struct str text)
{
	size_t count = got->articles.count;
	struct str last = str_from_offset(text, text.length < 60 ? 0 : text.length - 60);

	cr_assert_leq(count, whole->articles.count);
	cr_expect(got->warnings.list.count, "it is said of …%.*s", STR_ARG(last));
	for (size_t i = 0; i + 1 < count; i++)
		cr_expect(is_whole(&got->articles.items[i], &whole->articles.items[i]),
			"article %zu of …%.*s", i, STR_ARG(last));
	if (count)
		cr_expect(is_begun(&got->articles.items[count - 1], &whole->articles.items[count - 1]),
			"the last article of …%.*s", STR_ARG(last));
}

Test(cut, what_a_feed_ends_in_is_never_half_of_something)
{
	for (size_t i = 0; i < COUNT_OF(documents); i++) {
		struct arena arena = {0};
		struct str document = str_from(documents[i]);
		struct feed whole, got;

		cr_assert(load(document, &arena, &whole));
		cr_assert_eq(whole.articles.count, 3);
		for (size_t length = 1; length < document.length; length++) {
			struct arena room = {0};

			if (load(str_slice(document, 0, length), &room, &got))
				expect_beginning(&got, &whole, str_slice(document, 0, length));
			arena_finish(&room);
		}
		arena_finish(&arena);
	}
}

Test(cut, a_feed_without_its_last_bracket_is_whole)
{
	struct arena arena = {0};
	struct feed feed;

	cr_assert(load(STR("<rss version='2.0'><channel><title>T</title></channel></rss"), &arena, &feed));
	cr_expect_not(feed.warnings.is_cut);
	cr_expect_eq(feed.warnings.list.count, 1);
	arena_finish(&arena);
}
