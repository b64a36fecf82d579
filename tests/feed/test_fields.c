/* What single elements of an item say, in every spelling that publishers have for it. Prefixes are those of
 * custom: the samples declare none. */
#include "dateline/base/buffer.h"
#include "dateline/feed/load.h"

#include <criterion/criterion.h>
#include <string.h>

enum field {
	TITLE,
	LINK,
	AUTHORS,
	TAGS,
	ENCLOSURES,
	IMAGE,
	TEXT,
	LANGUAGE,
	PUBLISHED,
	UPDATED,
	FEED_ICON,
	FEED_TEXT,
	FEED_UPDATED
};

static void add_part(struct buffer *out, struct str part)
{
	if (buffer_str(out).length)
		buffer_add_char(out, '|');
	buffer_add(out, part);
}

static void add_time(struct buffer *out, int64_t time)
{
	char text[TIME_TEXT_SIZE];

	if (time != TIME_NONE)
		buffer_add(out, datetime_format(time, text));
}

static void add_enclosure(struct buffer *out, const struct enclosure *enclosure)
{
	add_part(out, enclosure->url);
	if (enclosure->type.length)
		buffer_printf(out, " %.*s", STR_ARG(enclosure->type));
	if (enclosure->length_bytes > 0)
		buffer_printf(out, " %lld", (long long)enclosure->length_bytes);
}

static void describe_lists(const struct article *article, enum field field, struct buffer *out)
{
	for (size_t i = 0; field == AUTHORS && i < article->authors.count; i++)
		add_part(out, article->authors.items[i]);
	for (size_t i = 0; field == TAGS && i < article->tags.count; i++)
		add_part(out, article->tags.items[i].name);
	for (size_t i = 0; field == ENCLOSURES && i < article->enclosures.count; i++)
		add_enclosure(out, &article->enclosures.items[i]);
	for (size_t i = 0; field == TEXT && i < article->blocks.count; i++)
		add_part(out, article->blocks.items[i].text);
}

static void describe(const struct feed *feed, enum field field, struct buffer *out)
{
	const struct article *article = &feed->articles.items[0];

	switch (field) {
	case TITLE:
		buffer_add(out, article->title);
		break;
	case LINK:
		buffer_add(out, article->link);
		break;
	case IMAGE:
		buffer_add(out, article->image);
		break;
	case LANGUAGE:
		buffer_add(out, article->language);
		break;
	case PUBLISHED:
		add_time(out, article->published);
		break;
	case UPDATED:
		add_time(out, article->updated);
		break;
	case FEED_ICON:
		buffer_add(out, feed->icon);
		break;
	case FEED_TEXT:
		buffer_add(out, feed->description);
		break;
	case FEED_UPDATED:
		add_time(out, feed->updated);
		break;
	default:
		describe_lists(article, field, out);
	}
}

struct field_row {
	enum field field;
	const char *text, *want;
};

static void expect_field(const struct field_row *row, const char *head, const char *tail)
{
	struct feed_source source = {.name = STR("sample"), .base = STR("https://a.example/dir/feed")};
	struct arena arena = {0};
	struct buffer text = {0}, got = {0};
	struct error error = {0};
	struct feed feed = {0};

	buffer_printf(&text, "%s%s%s", head, row->text, tail);
	cr_expect(feed_load(buffer_str(&text), &source, &arena, &feed, &error), "%s", error.message);
	cr_assert_eq(feed.articles.count, 1, "%s", row->text);
	describe(&feed, row->field, &got);
	cr_expect(str_equal(buffer_str(&got), str_from(row->want)), "%s: got %.*s, want %s", row->text,
		STR_ARG(buffer_str(&got)), row->want);
	buffer_finish(&text);
	buffer_finish(&got);
	arena_finish(&arena);
}

static void expect_fields(const struct field_row *rows, size_t count, const char *head, const char *tail)
{
	for (size_t i = 0; i < count; i++)
		expect_field(&rows[i], head, tail);
}

#define IN_ITEMS(rows)                                                                                       \
	expect_fields(rows, COUNT_OF(rows), "<rss version='2.0'><channel><item>", "</item></channel></rss>")
#define IN_CHANNELS(rows)                                                                                    \
	expect_fields(rows, COUNT_OF(rows), "<rss version='2.0'><channel>", "<item/></channel></rss>")
#define IN_ENTRIES(rows)                                                                                     \
	expect_fields(rows, COUNT_OF(rows), "<feed xmlns='http://www.w3.org/2005/Atom'><entry>",             \
		"</entry></feed>")

Test(fields, names_people_however_their_address_stands_beside_them)
{
	static const struct field_row rows[] = {
		{AUTHORS, "<author>ann@x.example (Ann (Annie) Bell)</author>", "Ann (Annie) Bell"},
		{AUTHORS, "<author>&lt;ann@x.example&gt; (Ann Bell)</author>", "Ann Bell"},
		{AUTHORS, "<author>Ann Bell &lt;https://x.example/ann&gt;</author>", "Ann Bell"},
		{AUTHORS, "<author>Ann Bell &lt;&gt;</author>", "Ann Bell"},
		{AUTHORS, "<author>1 &lt; 2</author>", "1 < 2"},
		{AUTHORS, "<author>&lt;mailto:ann@x.example&gt;</author>", ""},
		{AUTHORS, "<author>ann@x.example (Ann Bell</author>", "Ann Bell"},
		{AUTHORS, "<author>(ann@x.example)</author>", ""},
		{AUTHORS, "<author>ann@x.example(Ann Bell)</author>", "Ann Bell"},
		{AUTHORS, "<author>Ann Bell &lt;ann@x.example&gt;, Cy Dee &lt;cy@x.example&gt;</author>",
			"Ann Bell|Cy Dee"},
		{AUTHORS, "<author>ann@x.example (Ann Bell), cy@x.example</author>", "Ann Bell"},
		{AUTHORS, "<author>\"Bell, Ann\" &lt;ann@x.example&gt;</author>", "Bell, Ann"},
		{AUTHORS, "<author>Ann Bell, Cy Dee</author>", "Ann Bell, Cy Dee"},
	};

	IN_ITEMS(rows);
}

Test(fields, takes_what_rdf_parts_one_by_one)
{
	static const struct field_row rows[] = {
		{AUTHORS,
			"<dc:creator><rdf:Seq><rdf:li>Ann Bell</rdf:li><rdf:li>Cy Dee</rdf:li></rdf:Seq></dc:creator>",
			"Ann Bell|Cy Dee"},
		{AUTHORS,
			"<dc:creator><rdf:Description><rdf:value>Ann Bell</rdf:value></rdf:Description></dc:creator>",
			"Ann Bell"},
		{TAGS, "<dc:subject><rdf:Bag><rdf:li>Tides</rdf:li><rdf:li>Boats</rdf:li></rdf:Bag></dc:subject>",
			"Tides|Boats"},
		{TEXT,
			"<content:items><rdf:Bag><rdf:li><content:item><rdf:value>&lt;p>Whole.&lt;/p></rdf:value>"
			"</content:item></rdf:li></rdf:Bag></content:items>",
			"Whole."},
	};

	IN_ITEMS(rows);
}

Test(fields, finds_what_is_enclosed_in_every_form)
{
	static const struct field_row rows[] = {
		{ENCLOSURES, "<Enclosure URL='/1' Length='7' TYPE='a/b'/>", "https://a.example/1 a/b 7"},
		{ENCLOSURES, "<enclosure type='a/b'>https://a.example/1</enclosure>",
			"https://a.example/1 a/b"},
		{ENCLOSURES, "<enc:enclosure rdf:resource='/1' enc:type='a/b' enc:length='7'/>",
			"https://a.example/1 a/b 7"},
		{ENCLOSURES, "<media:content media:url='/1' media:fileSize='7'/>", "https://a.example/1 7"},
		{ENCLOSURES,
			"<feedburner:origEnclosureLink>/1</feedburner:origEnclosureLink>"
			"<enclosure url='/counted/1' length='7'/><media:content url='/1'/>",
			"https://a.example/1 7"},
		{ENCLOSURES, "<enclosure><title>x</title></enclosure>", ""},
	};

	IN_ITEMS(rows);
}

Test(fields, finds_the_picture_of_an_article)
{
	static const struct field_row rows[] = {
		{IMAGE, "<image><url>/1.png</url><title>no</title></image>", "https://a.example/1.png"},
		{IMAGE, "<image>/1.png</image>", "https://a.example/1.png"},
		{IMAGE, "<media:content url='/1.JPG?w=5'/>", "https://a.example/1.JPG?w=5"},
		{IMAGE, "<media:content url='/1.jpg' type='video/mp4'/>", ""},
		{IMAGE, "<podcast:images srcset='/1.png 1500w, /2.png 600w'/>", "https://a.example/1.png"},
	};

	IN_ITEMS(rows);
}

Test(fields, finds_tags_texts_and_times_under_all_their_names)
{
	static const struct field_row rows[] = {
		{TAGS, "<itunes:category text='Arts'><itunes:category text='Food'/></itunes:category>",
			"Arts|Food"},
		{TAGS, "<keywords>tides, boats</keywords>", "tides|boats"},
		{TAGS, "<category label='Tides' term='t'/>", "Tides"},
		{TAGS, "<prism:keyword>tides</prism:keyword>", "tides"},
		{TEXT, "<dcterms:abstract>Short.</dcterms:abstract>", "Short."},
		{TEXT, "<googleplay:description>Short.</googleplay:description>", "Short."},
		{PUBLISHED, "<issued>2025-09-01</issued>", "2025-09-01T00:00:00Z"},
		{PUBLISHED, "<created>2025-09-01</created>", "2025-09-01T00:00:00Z"},
		{PUBLISHED, "<dcterms:date>2025-09-01</dcterms:date>", "2025-09-01T00:00:00Z"},
		{PUBLISHED, "<prism:publicationDate>2025-09-01</prism:publicationDate>",
			"2025-09-01T00:00:00Z"},
		{PUBLISHED,
			"<prism:publicationDate>2025-09-01</prism:publicationDate><pubDate>2025-09-02</pubDate>",
			"2025-09-02T00:00:00Z"},
		{UPDATED, "<lastBuildDate>2025-09-01</lastBuildDate>", "2025-09-01T00:00:00Z"},
		{LINK, "<link>https://a.example/?a=1&amp;amp;b=2&amp;#038;c=3&amp;#x26;d</link>",
			"https://a.example/?a=1&b=2&c=3&d"},
		{LINK, "<guid IsPermalink='false'>https://a.example/1</guid>", ""},
	};

	IN_ITEMS(rows);
}

Test(fields, reads_channels_that_borrow_from_other_formats)
{
	static const struct field_row rows[] = {
		{FEED_UPDATED, "<updated>2025-09-01</updated>", "2025-09-01T00:00:00Z"},
		{FEED_UPDATED, "<date>2025-09-01</date>", "2025-09-01T00:00:00Z"},
		{FEED_UPDATED, "<modified>2025-09-01</modified><lastBuildDate>2025-09-02</lastBuildDate>",
			"2025-09-02T00:00:00Z"},
		{FEED_TEXT, "<subtitle>Tides</subtitle>", "Tides"},
		{FEED_TEXT, "<atom:subtitle>Tides</atom:subtitle>", "Tides"},
		{FEED_TEXT, "<tagline>no</tagline><description>Tides</description>", "Tides"},
		{FEED_ICON, "<icon>/1.png</icon>", "https://a.example/1.png"},
		{FEED_ICON, "<image href='/1.png'/>", "https://a.example/1.png"},
		{FEED_ICON, "<webfeeds:icon>/1.png</webfeeds:icon>", "https://a.example/1.png"},
		{FEED_ICON, "<webfeeds:icon>/2.svg</webfeeds:icon><image><url>/1.png</url></image>",
			"https://a.example/1.png"},
	};

	IN_CHANNELS(rows);
}

Test(fields, reads_entries_that_borrow_from_other_formats)
{
	static const struct field_row rows[] = {
		{AUTHORS, "<source><title>no</title><dc:creator>Ann Bell</dc:creator></source>", "Ann Bell"},
		{TITLE, "<title mode='escaped'>&lt;b>Low&lt;/b> tide</title>", "Low tide"},
		{TITLE, "<title mode='escaped'>1 &lt; 2</title>", "1 < 2"},
		{TITLE, "<title mode='escaped' type='text/plain'>&lt;b>Low&lt;/b></title>", "<b>Low</b>"},
		{TITLE, "<title mode='escaped' type='text/html'><i>&lt;b>Low&lt;/b></i></title>", "Low"},
		{PUBLISHED, "<dcterms:date>2025-09-01</dcterms:date>", "2025-09-01T00:00:00Z"},
	};

	IN_ENTRIES(rows);
}

#define IN_JSON(rows) expect_fields(rows, COUNT_OF(rows), "{\"version\":1,\"items\":[{\"id\":\"1\",", "}]}")

Test(fields, reads_authors_of_json_in_every_shape)
{
	static const struct field_row rows[] = {
		{AUTHORS, "\"authors\":[{\"name\":\"Ann\"},{\"name\":\"Cy\"}]", "Ann|Cy"},
		{AUTHORS, "\"authors\":{\"name\":\"Ann\"}", "Ann"},
		{AUTHORS, "\"authors\":\"Ann\"", "Ann"},
		{AUTHORS, "\"author\":[{\"name\":\"Ann\"},\"Cy\"]", "Ann|Cy"},
		{AUTHORS, "\"author\":\"Ann\"", "Ann"},
		{AUTHORS, "\"authors\":[],\"author\":{\"name\":\"Ann\"}", "Ann"},
		{AUTHORS, "\"authors\":[null,5,[{\"name\":\"Ann\"}],{\"name\":null}]", ""},
	};

	IN_JSON(rows);
}

#define ATOM_WITH(attributes) "<feed xmlns='http://www.w3.org/2005/Atom' " attributes ">"

Test(fields, takes_the_language_that_stands_nearest)
{
	static const struct field_row rows[] = {
		{LANGUAGE, ATOM_WITH("xml:lang='de'") "<entry>", "de"},
		{LANGUAGE, ATOM_WITH("xml:lang='de'") "<entry xml:lang='fr_ca'>", "fr-CA"},
		{LANGUAGE, ATOM_WITH("xml:lang='de'") "<entry xml:lang=''>", ""},
		{LANGUAGE, ATOM_WITH("xml:lang='de'") "<entry xml:lang='German'>", "de"},
		{LANGUAGE, ATOM_WITH("xml:lang='de'") "<entry><title xml:lang='fr'>x</title>", "de"},
		{LANGUAGE,
			ATOM_WITH(
				"") "<entry><content xml:lang='fr'>x</content><summary xml:lang='it'>y</summary>",
			"fr"},
		{LANGUAGE, ATOM_WITH("") "<entry xml:lang='de'><content xml:lang='fr'>x</content>", "de"},
		{LANGUAGE, ATOM_WITH("") "<subtitle xml:lang='fr'>x</subtitle><entry>", ""},
		{LANGUAGE,
			ATOM_WITH(
				"") "<entry><dc:language>it</dc:language><content xml:lang='fr'>x</content>",
			"it"},
		{LANGUAGE, "<rss xml:lang='en'><channel><language>de</language><item>", "de"},
		{LANGUAGE, "<rss xml:lang='en'><channel><item>", "en"},
		{LANGUAGE, "<rss xml:lang='en'><channel xml:lang=''><item>", ""},
		{LANGUAGE, "<rss><channel><item><description xml:lang='fr'>x</description>", "fr"},
	};

	expect_fields(rows, COUNT_OF(rows), "", "");
}

Test(fields, resolves_nothing_against_a_base_that_is_no_place)
{
	static const struct field_row rows[] = {
		{LINK,
			ATOM_WITH(
				"xml:base='https://b.example/d/'") "<entry xml:base='javascript:x'><link href='e'/>",
			"https://b.example/d/e"},
		{LINK, ATOM_WITH("xml:base='data:,x'") "<entry><link href='e'/>", "https://a.example/dir/e"},
	};

	expect_fields(rows, COUNT_OF(rows), "", "");
}

#define OWN(p) "<" p "item><" p "title>T</" p "title></" p "item></" p "channel></" p "rss>"

Test(fields, knows_the_elements_of_a_document_by_the_namespace_that_its_root_invents)
{
	static const struct field_row rows[] = {
		{TITLE, "<x:rss xmlns:x='urn:x'><x:channel>" OWN("x:"), "T"},
		{TITLE, "<x:rss><x:channel>" OWN("x:"), "T"},
		{TITLE, "<rss xmlns='urn:x'><channel>" OWN(""), "T"},
		{TITLE, "<rss xmlns='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>" OWN(""), "T"},
		{TITLE,
			"<x:rss xmlns:x='urn:x' xmlns:y='urn:y'><x:channel><x:item><y:title>no</y:title>"
			"<x:title>T</x:title></x:item></x:channel></x:rss>",
			"T"},
		{TITLE, "<rss><channel><item><title xmlns='http://www.w3.org/2000/svg'>no</title></item></channel></rss>",
			""},
		{AUTHORS,
			"<rss xmlns:dc=''><channel><item><dc:creator>Ann</dc:creator></item></channel></rss>",
			"Ann"},
	};

	expect_fields(rows, COUNT_OF(rows), "", "");
}
