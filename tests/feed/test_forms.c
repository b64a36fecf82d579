/* One feed in every form: whatever carries it, the same articles come out. */
#include "dateline/base/json.h"
#include "dateline/feed/load.h"

#include <criterion/criterion.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

/* ---- the feed, and how it can be written down */

struct report {
	const char *id, *link, *title, *author, *tag, *published, *html;
};

static const struct report reports[] = {
	{"urn:x:1", "https://a.example/?a=1&b=2", "Ebb & flow", "Ann Bell", "Tides", "2025-09-01T08:00:00Z",
		"<p>The <b>ebb</b> is at <a href=\"https://a.example/noon\">noon</a>.</p><p>1 &lt; 2</p>"},
	{"urn:x:2", "https://a.example/2", "Un caf\u00e9 \u00e0 No\u00ebl", "Odile M\u00e9ry", "Caf\u00e9s",
		"2025-09-02T23:30:00Z",
		"<h2>\u00c9t\u00e9</h2><ul><li>Un</li><li>Deux &amp; trois</li></ul>"},
	{"urn:x:3", "https://a.example/3#top", "1 < 2 \u00ab\u00a0ici\u00a0\u00bb", "Zo\u00eb O'Neil",
		"A > B", "2025-09-03T00:00:00Z", "<blockquote>\u00a1Hola!</blockquote><pre>a\n  b</pre>"},
};

/* How a text stands in XML. */
typedef void write_text(struct buffer *out, const char *text);

static void write_escaped(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<')
			buffer_add(out, STR("&lt;"));
		else if (*text == '&')
			buffer_add(out, STR("&amp;"));
		else if (*text == '"')
			buffer_add(out, STR("&quot;"));
		else
			buffer_add_char(out, *text);
	}
}

static void write_section(struct buffer *out, const char *text)
{
	buffer_printf(out, "<![CDATA[%s]]>", text);
}

/* Half in a section, half escaped, with a comment in between. */
static void write_mixed(struct buffer *out, const char *text)
{
	size_t half = strlen(text) / 2;

	while (((unsigned char)text[half] & 0xC0) == 0x80)
		half++;
	buffer_printf(out, "<![CDATA[%.*s]]><!-- and -->", (int)half, text);
	write_escaped(out, text + half);
}

/* All that is no letter or digit of ASCII as a number. */
static void write_numbers(struct buffer *out, const char *text)
{
	while (*text) {
		unsigned char c = (unsigned char)*text++;
		unsigned code = c < 0x80 ? c : c & 0x1F; /* two bytes at most here */

		if (c >= 0x80)
			code = code << 6 | ((unsigned char)*text++ & 0x3F);
		if (c < 0x80 && (ascii_is_alnum((char)c) || c == ' ' || c == '\n'))
			buffer_add_char(out, (char)c);
		else
			buffer_printf(out, code % 2 ? "&#x%X;" : "&#%u;", code);
	}
}

static void write_field(struct buffer *out, const char *prefix, const char *name, const char *attributes,
	write_text *write, const char *text)
{
	buffer_printf(out, "<%s%s%s>", prefix, name, attributes);
	write(out, text);
	buffer_printf(out, "</%s%s>", prefix, name);
}

/* RSS never says whether its titles are markup: what looks like it has to be escaped once more. */
static const char *as_markup(struct arena *arena, const char *text)
{
	struct buffer out = {0};
	const char *copy;

	write_escaped(&out, text);
	copy = arena_cstring(arena, buffer_str(&out));
	buffer_finish(&out);
	return copy;
}

typedef void write_report(struct buffer *out, const struct report *report, const char *prefix,
	write_text *write, struct arena *arena);

static void write_rss_item(struct buffer *out, const struct report *report, const char *prefix,
	write_text *write, struct arena *arena)
{
	buffer_printf(out, "<%sitem>", prefix);
	write_field(out, prefix, "guid", " isPermaLink=\"false\"", write, report->id);
	write_field(out, prefix, "link", "", write, report->link);
	write_field(out, prefix, "title", "", write, as_markup(arena, report->title));
	write_field(out, "", "dc:creator", "", write, as_markup(arena, report->author));
	write_field(out, prefix, "category", "", write, as_markup(arena, report->tag));
	write_field(out, "", "dc:date", "", write, report->published);
	write_field(out, "", "content:encoded", "", write, report->html);
	buffer_printf(out, "</%sitem>\n", prefix);
}

static void write_entry(struct buffer *out, const struct report *report, const char *prefix,
	write_text *write, struct arena *arena)
{
	buffer_printf(out, "<%sentry>", prefix);
	write_field(out, prefix, "id", "", write, report->id);
	buffer_printf(out, "<%slink href=\"", prefix);
	write_escaped(out, report->link);
	buffer_printf(out, "\"/><%scategory term='t' label=\"", prefix);
	write_escaped(out, report->tag);
	buffer_printf(out, "\"/><%sauthor>", prefix);
	write_field(out, prefix, "name", "", write, report->author);
	buffer_printf(out, "</%sauthor>", prefix);
	write_field(out, prefix, "title", " type='html'", write, as_markup(arena, report->title));
	write_field(out, prefix, "published", "", write, report->published);
	write_field(out, prefix, "content", " type='html'", write, report->html);
	buffer_printf(out, "</%sentry>\n", prefix);
}

struct dialect {
	const char *name, *head, *tail, *prefixed_head, *prefixed_tail; /* with x: for a prefix */
	write_report *write;
};

#define MODULES                                                                                              \
	" xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"

static const struct dialect dialects[] = {
	{"RSS 2.0", "<rss version='2.0'" MODULES "<channel><title>T</title>\n", "</channel></rss>",
		"<rss version='2.0' xmlns:x='http://backend.userland.com/rss2'" MODULES
		"<x:channel><x:title>T</x:title>\n",
		"</x:channel></rss>", write_rss_item},
	{"RSS 1.0",
		"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
		"xmlns='http://purl.org/rss/1.0/'" MODULES "<channel><title>T</title></channel>\n",
		"</rdf:RDF>",
		"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
		"xmlns:x='http://purl.org/rss/1.0/'" MODULES "<x:channel><x:title>T</x:title></x:channel>\n",
		"</r:RDF>", write_rss_item},
	{"Atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>\n", "</feed>",
		"<x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:title>T</x:title>\n", "</x:feed>",
		write_entry},
};

static void write_feed(struct buffer *out, const struct dialect *dialect, bool is_prefixed,
	const char *encoding, write_text *write)
{
	struct arena arena = {0};

	buffer_printf(out, "<?xml version='1.0'%s?>\n", encoding);
	buffer_add(out, str_from(is_prefixed ? dialect->prefixed_head : dialect->head));
	for (size_t i = 0; i < COUNT_OF(reports); i++)
		dialect->write(out, &reports[i], is_prefixed ? "x:" : "", write, &arena);
	buffer_add(out, str_from(is_prefixed ? dialect->prefixed_tail : dialect->tail));
	arena_finish(&arena);
}

/* ---- what comes out */

static void describe(struct str bytes, const char *media_type, struct buffer *out)
{
	struct feed_source source = {.name = STR("sample"), .media_type = str_from(media_type)};
	struct arena arena = {0};
	struct error error = {0};
	struct feed feed = {0};
	char time[TIME_TEXT_SIZE];

	if (!feed_load(bytes, &source, &arena, &feed, &error))
		buffer_printf(out, "%s", error.message);
	for (size_t i = 0; i < feed.articles.count; i++) {
		const struct article *article = &feed.articles.items[i];

		buffer_printf(out, "\n%.*s|%.*s|%.*s", STR_ARG(article->id), STR_ARG(article->link),
			STR_ARG(article->title));
		for (size_t j = 0; j < article->authors.count; j++)
			buffer_printf(out, "|by %.*s", STR_ARG(article->authors.items[j]));
		for (size_t j = 0; j < article->tags.count; j++)
			buffer_printf(out, "|#%.*s", STR_ARG(article->tags.items[j].name));
		buffer_add_char(out, '|');
		if (article->published != TIME_NONE)
			buffer_add(out, datetime_format(article->published, time));
		for (size_t j = 0; j < article->blocks.count; j++)
			buffer_printf(out, "|%s:%.*s", block_kind_name(article->blocks.items[j].kind),
				STR_ARG(article->blocks.items[j].text));
	}
	arena_finish(&arena);
}

static void expect_same(struct str bytes, const char *media_type, const char *form)
{
	struct buffer want = {0}, got = {0}, plain = {0};

	write_feed(&plain, &dialects[0], false, "", write_section);
	describe(buffer_str(&plain), NULL, &want);
	cr_assert(str_find(buffer_str(&want), STR("1 < 2 « ici »|by Zoë O'Neil|#A > B|2025-09-03"), 0) !=
			  STR_NPOS,
		"%.*s", STR_ARG(buffer_str(&want)));
	describe(bytes, media_type, &got);
	cr_expect(str_equal(buffer_str(&got), buffer_str(&want)), "%s: got %.*s\nwant %.*s", form,
		STR_ARG(buffer_str(&got)), STR_ARG(buffer_str(&want)));
	buffer_finish(&want);
	buffer_finish(&got);
	buffer_finish(&plain);
}

/* ---- the forms */

Test(forms, every_dialect_prefix_and_escape_gives_the_same_articles)
{
	static write_text *const writers[] = {write_escaped, write_section, write_mixed, write_numbers};

	for (size_t d = 0; d < COUNT_OF(dialects); d++)
		for (size_t w = 0; w < COUNT_OF(writers); w++)
			for (int is_prefixed = 0; is_prefixed < 2; is_prefixed++) {
				struct buffer text = {0};
				char form[100];

				snprintf(form, sizeof form, "%s, writer %zu, %s", dialects[d].name, w,
					is_prefixed ? "prefixed" : "plain");
				write_feed(&text, &dialects[d], is_prefixed, "", writers[w]);
				expect_same(buffer_str(&text), NULL, form);
				buffer_finish(&text);
			}
}

Test(forms, json_gives_the_articles_of_xml)
{
	struct buffer text = {0};
	struct json_writer json = {.out = &text};

	json_open_object(&json);
	json_key(&json, "version");
	json_string(&json, STR("https://jsonfeed.org/version/1.1"));
	json_key(&json, "items");
	json_open_list(&json);
	for (size_t i = 0; i < COUNT_OF(reports); i++) {
		const char *const pairs[][2] = {{"id", reports[i].id}, {"url", reports[i].link},
			{"title", reports[i].title}, {"author", reports[i].author}, {"tags", reports[i].tag},
			{"date_published", reports[i].published}, {"content_html", reports[i].html}};

		json_open_object(&json);
		for (size_t j = 0; j < COUNT_OF(pairs); j++) {
			json_key(&json, pairs[j][0]);
			json_string(&json, str_from(pairs[j][1]));
		}
		json_close_object(&json);
	}
	json_close_list(&json);
	json_close_object(&json);
	expect_same(buffer_str(&text), NULL, "JSON");
	buffer_finish(&text);
}

static struct str convert(struct str text, const char *encoding, struct buffer *out)
{
	iconv_t converter = iconv_open(encoding, "UTF-8");
	char bytes[16384], *from = (char *)text.data, *to = bytes;
	size_t left = text.length, room = sizeof bytes;

	cr_assert_neq(converter, (iconv_t)-1, "%s", encoding);
	cr_assert_eq(iconv(converter, &from, &left, &to, &room), 0, "%s", encoding);
	iconv_close(converter);
	buffer_add(out, (struct str){bytes, sizeof bytes - room});
	return buffer_str(out);
}

Test(forms, every_encoding_and_every_way_to_name_it_gives_the_same_articles)
{
	static const struct {
		const char *encoding, *mark, *declared, *media_type;
	} rows[] = {
		{"UTF-8", "", "", NULL},
		{"UTF-8", "\xEF\xBB\xBF", " encoding='iso-8859-1'", "text/xml; charset=koi8-r"},
		{"UTF-8", "", " encoding='utf-8'", "application/xml; charset=utf-16"},
		{"UTF-8", "", " encoding='x-unknown'", "text/xml; charset=us-ascii"},
		{"ISO-8859-1", "", " encoding='iso-8859-1'", NULL},
		{"ISO-8859-1", "", "", "text/xml;charset=\"latin1\""},
		{"ISO-8859-1", "", "", NULL},
		{"CP1252", "", " encoding='utf-8'", NULL},
		{"ISO-8859-15", "", " encoding='ISO-8859-15'", "application/rss+xml"},
		{"UTF-16LE", "\xFF\xFE", " encoding='utf-16'", NULL},
		{"UTF-16BE", "\xFE\xFF", "", "text/xml; charset=utf-8"},
		{"UTF-16LE", "", " encoding='utf-8'", NULL},
		{"UTF-16BE", "", "", NULL},
		{"UTF-32LE", "", "", "text/xml"},
		{"UTF-32BE", "", " encoding='utf-32'", NULL},
		{"GB18030", "", " encoding='gb18030'", NULL},
		{"MACINTOSH", "", " encoding='macintosh'", NULL},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (size_t d = 0; d < COUNT_OF(dialects); d++) {
			struct buffer text = {0}, bytes = {0};
			char form[100];

			snprintf(form, sizeof form, "%s in row %zu", dialects[d].name, i);
			write_feed(&text, &dialects[d], false, rows[i].declared, write_escaped);
			buffer_add(&bytes, str_from(rows[i].mark));
			expect_same(convert(buffer_str(&text), rows[i].encoding, &bytes), rows[i].media_type,
				form);
			buffer_finish(&text);
			buffer_finish(&bytes);
		}
}

Test(forms, every_kind_of_line_end_and_of_white_space_between_elements_gives_the_same_articles)
{
	static const char *const ends[] = {"\r\n", "\r", "\n\n\t ", "<!-- - -->", "<?php x ?>"};

	for (size_t e = 0; e < COUNT_OF(ends); e++) {
		struct buffer text = {0}, changed = {0};

		write_feed(&text, &dialects[0], false, "", write_escaped);
		for (size_t i = 0; i < text.length; i++) {
			/* the line end inside <pre> is the text's own */
			if (text.data[i] == '\n' && i > 0 && text.data[i - 1] == '>')
				buffer_add(&changed, str_from(ends[e]));
			else
				buffer_add_char(&changed, text.data[i]);
		}
		expect_same(buffer_str(&changed), NULL, ends[e]);
		buffer_finish(&text);
		buffer_finish(&changed);
	}
}
