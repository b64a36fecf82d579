#include "dateline/base/buffer.h"
#include "dateline/feed/load.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct loading {
	struct arena arena;
	struct feed feed;
	struct error error;
	bool is_loaded;
};

static void load(struct loading *loading, const char *text, const char *media_type, bool is_local)
{
	struct feed_source source = {
		.name = STR("sample"), .media_type = str_from(media_type), .is_local = is_local};

	*loading = (struct loading){0};
	loading->is_loaded =
		feed_load(str_from(text), &source, &loading->arena, &loading->feed, &loading->error);
}

#define RSS(channel) "<rss version='2.0'><channel><title>T</title>" channel "</channel></rss>"

struct schedule_row {
	const char *text;
	unsigned ttl_minutes;
	uint32_t skip_hours;
};

Test(load, keeps_how_often_a_feed_wants_to_be_asked)
{
	static const struct schedule_row rows[] = {
		{RSS(""), 0, 0},
		{RSS("<ttl> 90 </ttl>"), 90, 0},
		{RSS("<ttl>often</ttl>"), 0, 0},
		{RSS("<ttl>-5</ttl>"), 0, 0},
		{RSS("<ttl>99999999999</ttl>"), 525600, 0},
		{RSS("<skipHours><hour>0</hour><hour>23</hour><hour>99</hour></skipHours>"), 0,
			1u | 1u << 23},
		{RSS("<skipHours><hour>24</hour></skipHours>"), 0, 1},
		{RSS("<skipDays><day>Sunday</day><day> saturday</day><day>Someday</day></skipDays>"), 0,
			1u << 24 | 1u << 30},
		{RSS("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"),
			30, 0},
		{RSS("<sy:updatePeriod>daily</sy:updatePeriod><ttl>60</ttl>"), 60, 0},
		{RSS("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>"),
			1440, 0},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct loading loading;

		load(&loading, rows[i].text, NULL, false);
		cr_expect(loading.is_loaded, "%s: %s", rows[i].text, loading.error.message);
		cr_expect_eq(loading.feed.ttl_minutes, rows[i].ttl_minutes, "%s: got %u minutes",
			rows[i].text, loading.feed.ttl_minutes);
		cr_expect_eq(loading.feed.skip_hours, rows[i].skip_hours, "%s: got %x", rows[i].text,
			loading.feed.skip_hours);
		arena_finish(&loading.arena);
	}
}

struct link_row {
	const char *link;
	const char *from_afar, *from_here; /* NULL: none */
};

Test(load, follows_only_addresses_that_may_be_links)
{
	static const struct link_row rows[] = {
		{"https://a.example/x", "https://a.example/x", "https://a.example/x"},
		{"file:///etc/passwd", NULL, "file:///etc/passwd"},
		{"javascript:alert(1)", NULL, NULL},
		{" JaVaScRiPt:alert(1)", NULL, NULL},
		{"java&#10;script:alert(1)", NULL, NULL},
		{"data:text/html,x", NULL, NULL},
		{"/no/base", NULL, NULL},
		{"", NULL, NULL},
	};

	for (size_t i = 0; i < 2 * COUNT_OF(rows); i++) {
		const struct link_row *row = &rows[i / 2];
		const char *want = i % 2 ? row->from_here : row->from_afar;
		struct loading loading;
		char text[512];

		snprintf(text, sizeof text, RSS("<item><title>t</title><link>%s</link></item>"), row->link);
		load(&loading, text, NULL, i % 2);
		cr_assert_eq(loading.feed.articles.count, 1);
		cr_expect(str_equal(loading.feed.articles.items[0].link, str_from(want)), "%s: got %.*s",
			row->link, STR_ARG(loading.feed.articles.items[0].link));
		arena_finish(&loading.arena);
	}
}

static struct str identity_of(const struct loading *loading, const char *title)
{
	for (size_t i = 0; i < loading->feed.articles.count; i++)
		if (str_equal(loading->feed.articles.items[i].title, str_from(title)))
			return loading->feed.articles.items[i].id;
	return STR_NONE;
}

#define SAME_GUID(title) "<item><guid>g</guid><title>" title "</title></item>"
#define SAME_LINK(title) "<item><link>http://a.example/</link><title>" title "</title></item>"

Test(load, tells_articles_of_one_guid_apart_whichever_comes_first)
{
	static const char *const feeds[][2] = {
		{RSS(SAME_GUID("one") SAME_GUID("two")),
			RSS(SAME_GUID("three") SAME_GUID("two") SAME_GUID("one"))},
		{RSS(SAME_LINK("one") SAME_LINK("two")),
			RSS(SAME_LINK("three") SAME_LINK("two") SAME_LINK("one"))},
	};

	for (size_t i = 0; i < COUNT_OF(feeds); i++) {
		struct loading before, after;

		load(&before, feeds[i][0], NULL, false);
		load(&after, feeds[i][1], NULL, false);
		cr_expect_not(str_equal(identity_of(&before, "one"), identity_of(&before, "two")));
		cr_expect_not(str_equal(identity_of(&after, "three"), identity_of(&before, "one")));
		cr_expect(str_equal(identity_of(&after, "one"), identity_of(&before, "one")));
		cr_expect(str_equal(identity_of(&after, "two"), identity_of(&before, "two")));
		arena_finish(&before.arena);
		arena_finish(&after.arena);
	}
}

Test(load, gives_the_same_blocks_and_quotes_of_a_body_that_was_stored)
{
	struct loading loading;
	struct article *article, again;

	load(&loading,
		RSS("<item><title>t</title><description><![CDATA[<p>“We wait for the tide,” said Ole Berg, "
		    "the captain.</p><h2>After</h2><p>It came.</p>]]></description></item>"),
		NULL, false);
	article = &loading.feed.articles.items[0];
	again = *article;
	again.blocks.count = again.quotes.count = again.sections.count = 0;
	feed_derive(&again, NULL, NULL, &loading.arena, NULL);
	cr_assert_eq(again.blocks.count, 3);
	cr_expect_eq(again.sections.count, article->sections.count);
	cr_assert_eq(article->quotes.count, 1);
	cr_assert_eq(again.quotes.count, 1);
	for (size_t i = 0; i < again.blocks.count; i++)
		cr_expect(str_equal(again.blocks.items[i].text, article->blocks.items[i].text));
	cr_expect(str_equal(again.quotes.items[0].speaker, article->quotes.items[0].speaker));
	arena_finish(&loading.arena);
}

struct refusal_row {
	const char *text, *media_type;
	enum error_code code;
};

Test(load, refuses_what_is_no_feed_and_says_what_it_is)
{
	static const struct refusal_row rows[] = {
		{"", NULL, ERROR_NOT_A_FEED},
		{" \n\t", NULL, ERROR_NOT_A_FEED},
		{"<catalogue><book/></catalogue>", NULL, ERROR_NOT_A_FEED},
		{"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", NULL, ERROR_NOT_A_FEED},
		{"{\"name\":\"value\"}", "application/json", ERROR_NOT_A_FEED},
		{"{broken", "application/feed+json", ERROR_MALFORMED},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct loading loading;

		load(&loading, rows[i].text, rows[i].media_type, false);
		cr_expect_not(loading.is_loaded, "%s", rows[i].text);
		cr_expect_eq(loading.error.code, rows[i].code, "%s: got %s", rows[i].text,
			error_code_name(loading.error.code));
		cr_expect_eq(strncmp(loading.error.message, "sample: ", 8), 0, "%s", loading.error.message);
		arena_finish(&loading.arena);
	}
}

Test(load, recognises_a_feed_by_what_it_holds_and_not_by_what_it_is_called)
{
	static const struct {
		const char *text, *media_type;
		enum feed_format format;
	} rows[] = {
		{RSS(""), "text/html", FORMAT_RSS_20},
		{"\n<!-- c -->\n<feed xmlns='http://www.w3.org/2005/Atom'/>", "text/plain", FORMAT_ATOM_10},
		{"PHP Notice: x in y\n<?xml version='1.0'?><rss version='0.92'/>", NULL, FORMAT_RSS_092},
		{"<RSS VERSION='2.0'><CHANNEL><TITLE>x</TITLE></CHANNEL></RSS>", NULL, FORMAT_RSS_20},
		{"<!doctype html><p>about &lt;rss&gt; <rss>", "application/rss+xml", FORMAT_HTML},
		{"<p>A piece of a page</p>", NULL, FORMAT_HTML},
		{"<!DOCTYPE html>\n<?xml version='1.0'?>\n<rss version='2.0'/>", "text/html", FORMAT_RSS_20},
		{"<!DOCTYPE html>\n<?xml version='1.0'?>\n<html/>", "text/html", FORMAT_HTML},
		{"<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", NULL, FORMAT_ATOM_10},
		{"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
		 "<channel r:about='x'/></r:RDF>",
			NULL, FORMAT_RSS_10},
		{"<rss version='2.0' xmlns='http://www.w3.org/1999/xhtml'><channel/></rss>", NULL,
			FORMAT_RSS_20},
		{"Words about <rss> feeds", "text/plain", FORMAT_TEXT},
		{"{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}", NULL, FORMAT_JSON_10},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct loading loading;

		load(&loading, rows[i].text, rows[i].media_type, false);
		cr_expect_eq(loading.feed.format, rows[i].format, "%s: got %s", rows[i].text,
			feed_format_name(loading.feed.format));
		arena_finish(&loading.arena);
	}
}

/* What was read of a feed before its last article, as text: that must not depend on what comes after. */
static void describe_settled(const struct loading *loading, struct buffer *out)
{
	const struct article_list *articles = &loading->feed.articles;

	for (size_t i = 0; i + 1 < articles->count; i++) {
		const struct article *article = &articles->items[i];

		buffer_printf(out, "%.*s|%.*s|%lld", STR_ARG(article->title), STR_ARG(article->link),
			(long long)article->published);
		for (size_t b = 0; b < article->blocks.count; b++)
			buffer_printf(out, "|%.*s", STR_ARG(article->blocks.items[b].text));
		buffer_add_char(out, '\n');
	}
}

Test(load, keeps_what_came_before_a_cut_wherever_that_is)
{
	static const char *const feeds[] = {
		"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY e 'x'>]>" RSS(
			"<item><title>one &amp; &e;</title><link>http://a.example/?a=1&amp;b=2</link>"
			"<pubDate>2025-09-01</pubDate><description><![CDATA[<p>a</p><p>b]]></description></item>"
			"<!-- a comment --><item><title>two</title><enclosure url='http://a.example/2' length='5'/>"
			"<description>&lt;p&gt;c&lt;/p&gt; d</description></item><?x y?>"
			"<item><title><![CDATA[three]]></title><description><b>e</b> f<br/></description></item>"),
		"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>&lt;b&gt;one</title>"
		"<link rel='alternate' href='http://a.example/1'/><content type='xhtml'><div "
		"xmlns='http://www.w3.org/1999/xhtml'><p>a</p><p>b</p></div></content></entry>"
		"<entry><title>two</title></entry><entry><title>three</title></entry></feed>",
		"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"one\","
		"\"content_html\":\"<p>a\\u0041</p>\"},{\"id\":\"2\",\"title\":\"two\"},{\"id\":\"3\"}]}",
	};

	for (size_t f = 0; f < COUNT_OF(feeds); f++) {
		struct str whole = str_from(feeds[f]);
		struct buffer before = {0};
		size_t most = 0;

		for (size_t cut = 1; cut <= whole.length; cut++) {
			struct feed_source source = {.name = STR("sample")};
			struct loading loading = {0};
			struct buffer settled = {0};

			feed_load(str_slice(whole, 0, cut), &source, &loading.arena, &loading.feed,
				&loading.error);
			describe_settled(&loading, &settled);
			cr_expect(str_starts_with(buffer_str(&settled), buffer_str(&before)),
				"feed %zu, cut at %zu: %.*s became %.*s", f, cut,
				STR_ARG(buffer_str(&before)), STR_ARG(buffer_str(&settled)));
			most = loading.feed.articles.count > most ? loading.feed.articles.count : most;
			buffer_finish(&before);
			before = settled;
			arena_finish(&loading.arena);
		}
		cr_expect_eq(most, 3);
		buffer_finish(&before);
	}
}

Test(load, cuts_lists_that_have_no_end)
{
	struct buffer text = {0};
	struct feed_source source = {.name = STR("sample")};
	struct loading loading = {0};
	const struct article *article;

	buffer_add(&text, STR("<rss version='2.0'><channel><item><title>"));
	for (int i = 0; i < 10000; i++)
		buffer_add(&text, STR("word "));
	buffer_add(&text, STR("</title>"));
	for (int i = 0; i < 1000; i++)
		buffer_printf(&text,
			"<category>c%d</category><author>Name %d</author><enclosure url='http://a.example/%d'/>",
			i, i, i);
	buffer_add(&text, STR("</item></channel></rss>"));
	cr_assert(feed_load(buffer_str(&text), &source, &loading.arena, &loading.feed, &loading.error));
	article = &loading.feed.articles.items[0];
	cr_expect_leq(article->title.length, 4096);
	cr_expect_eq(article->tags.count, 200);
	cr_expect_eq(article->authors.count, 100);
	cr_expect_eq(article->enclosures.count, 200);
	buffer_finish(&text);
	arena_finish(&loading.arena);
}
