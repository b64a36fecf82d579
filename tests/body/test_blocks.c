#include "dateline/body/body.h"

#include <criterion/criterion.h>

#define BASE STR("https://news.example/world/story")

struct reading {
	struct arena arena, scratch;
	struct article article;
};

static void read_html(struct reading *reading, const char *html)
{
	body_read_html(str_from(html), BASE, &reading->arena, &reading->scratch, &reading->article, NULL);
	arena_reset(&reading->scratch);
}

static void finish(struct reading *reading)
{
	arena_finish(&reading->arena);
	arena_finish(&reading->scratch);
}

/* Every block as "kind[level] text" on a line of its own. */
static struct str outline_of(struct reading *reading)
{
	struct str all = STR("");

	for (size_t i = 0; i < reading->article.blocks.count; i++) {
		const struct block *block = &reading->article.blocks.items[i];

		all = arena_printf(&reading->arena, "%.*s%s%s%d %.*s", STR_ARG(all), i ? "\n" : "",
			block_kind_name(block->kind), block->level, STR_ARG(block->text));
	}
	return all;
}

static void expect_blocks(const char *html, const char *want)
{
	struct reading reading = {0};
	struct str got;

	read_html(&reading, html);
	got = outline_of(&reading);
	cr_expect(str_equal(got, str_from(want)), "%s:\ngot\n%.*s\nwant\n%s", html, STR_ARG(got), want);
	finish(&reading);
}

Test(blocks, keeps_what_each_element_is)
{
	static const struct {
		const char *html, *blocks;
	} rows[] = {
		{"<p>one</p><p>two</p>", "paragraph0 one\nparagraph0 two"},
		{"<h2>Head</h2>text", "heading2 Head\nparagraph0 text"},
		{"<ul><li>a<li>b<ol><li>c</ol></ul>", "list-item1 a\nlist-item1 b\nlist-item2 c"},
		{"<ul><li><p>a</p><p>more of a</p><li>b</ul>",
			"list-item1 a\nparagraph0 more of a\nlist-item1 b"},
		{"<dl><dt>term<dd>meaning</dl>", "paragraph0 term\nlist-item1 meaning"},
		{"<blockquote><p>a</p><blockquote>b</blockquote></blockquote>",
			"blockquote1 a\nblockquote2 b"},
		{"<pre>\n a\n\tb  c\n</pre>", "preformatted0  a\n\tb  c"},
		{"<p>a</p><hr><hr><p>b</p><hr>", "paragraph0 a\nrule0 \nparagraph0 b"},
		{"<table><tr><th>Year<th>Won<tr><td>1999<td><b>12</b></table>",
			"table-row0 Year\tWon\ntable-row0 1999\t12"},
		{"<table><tr><td></td><td>b</td></tr></table>", "table-row0 \tb"},
		{"<table><tr><td><p>a page laid out</p><h2>so</h2></table>",
			"paragraph0 a page laid out\nheading2 so"},
		{"a<br><br>b<br>c", "paragraph0 a\nparagraph0 b c"},
		{"<div>a<div>b</div>c</div>", "paragraph0 a\nparagraph0 b\nparagraph0 c"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_blocks(rows[i].html, rows[i].blocks);
}

Test(blocks, joins_and_parts_words_as_a_browser_does)
{
	static const struct {
		const char *html, *blocks;
	} rows[] = {
		{"<b>A</b>B", "paragraph0 AB"},
		{"<b>A </b> B", "paragraph0 A B"},
		{"a\n\n b&nbsp;&nbsp;c\xe2\x80\x89"
		 "d",
			"paragraph0 a b c d"},
		{"soft\xc2\xad"
		 "hyphen",
			"paragraph0 softhyphen"},
		{"a<img src=x.png width=1 height=1>b", "paragraph0 ab"},
		{"<p> <span> x </span> </p>", "paragraph0 x"},
		{"H<sub>2</sub>O", "paragraph0 H2O"},
		{"He said <q>no</q>.", "paragraph0 He said “no”."},
		{"<p>a\x01\x1b[31mb</p>", "paragraph0 a[31mb"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_blocks(rows[i].html, rows[i].blocks);
}

Test(blocks, leaves_out_what_is_not_for_reading)
{
	static const char *const nothings[] = {
		"<script>x</script>",
		"<style>x</style>",
		"<template>x</template>",
		"<p hidden>x</p>",
		"<p style='display: none'>x</p>",
		"<noscript>x</noscript>",
		"<button>x</button>",
		"<select><option>x</select>",
		"<textarea>x</textarea>",
		"<!-- x -->",
		"<iframe>x</iframe>",
		"<b hidden>words</b><svg><script>x</script></svg>",
		"<img src='https://t.example/pixel.gif' width=1 height=1>",
		"<h2>¶</h2>",
		"<p></p>",
		"<img src='data:image/gif;base64,R0lG'>",
		"",
	};

	for (size_t i = 0; i < COUNT_OF(nothings); i++)
		expect_blocks(nothings[i], "");
}

Test(blocks, takes_signs_off_headings)
{
	static const struct {
		const char *html, *blocks;
	} rows[] = {
		{"<h2>History [edit]</h2>", "heading2 History"},
		{"<h2>History <a href='#h'>¶</a></h2>", "heading2 History"},
		{"<h2><a href='#h'>#</a> History</h2>", "heading2 History"},
		{"<h2>History<span class=mw-editsection>[<a href=x>change</a>]</span></h2>",
			"heading2 History"},
		{"<h2>Learning C#</h2>", "heading2 Learning C#"},
		{"<h2>A <div>B</div></h2>", "heading2 A B"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_blocks(rows[i].html, rows[i].blocks);
}

Test(blocks, does_not_repeat_the_title)
{
	struct reading reading = {.article = {.title = STR_INIT("Kim to visit China, “soon”")}};

	read_html(&reading, "<h1>Kim to Visit China — \"soon\"</h1><p>Text.</p><h2>More</h2>");
	cr_expect(str_equal(outline_of(&reading), STR("paragraph0 Text.\nheading2 More")), "%.*s",
		STR_ARG(outline_of(&reading)));
	finish(&reading);
}

Test(blocks, gives_spans_their_byte_offsets)
{
	struct reading reading = {0};
	const struct block *block;

	read_html(&reading,
		"<p>é <a href='/a'>link <b>bold</b></a>, <i> x</i> <a href='javascript:alert(1)'>no</a> "
		"<code>c</code><b></b></p>");
	cr_assert_eq(reading.article.blocks.count, 1);
	block = &reading.article.blocks.items[0];
	cr_expect(str_equal(block->text, STR("é link bold, x no c")), "%.*s", STR_ARG(block->text));
	cr_assert_eq(block->spans.count, 4);
	cr_expect_eq(block->spans.items[0].kind, SPAN_LINK);
	cr_expect_eq(block->spans.items[0].start, 3);
	cr_expect_eq(block->spans.items[0].end, 12);
	cr_expect(str_equal(block->spans.items[0].href, STR("https://news.example/a")));
	cr_expect_eq(block->spans.items[1].kind, SPAN_STRONG);
	cr_expect_eq(block->spans.items[1].start, 8);
	cr_expect_eq(block->spans.items[2].kind, SPAN_EMPHASIS);
	cr_expect_eq(block->spans.items[2].start, 14);
	cr_expect_eq(block->spans.items[3].kind, SPAN_CODE);
	finish(&reading);
}

Test(blocks, goes_on_with_a_span_in_the_next_block)
{
	struct reading reading = {0};

	read_html(&reading, "<b><p>one</p><p>two</p></b>");
	cr_assert_eq(reading.article.blocks.count, 2);
	for (size_t i = 0; i < 2; i++) {
		cr_assert_eq(reading.article.blocks.items[i].spans.count, 1);
		cr_expect_eq(reading.article.blocks.items[i].spans.items[0].start, 0);
		cr_expect_eq(reading.article.blocks.items[i].spans.items[0].end, 3);
	}
	finish(&reading);
}

Test(blocks, makes_images_of_pictures_lazy_or_not)
{
	static const struct {
		const char *html, *text, *address;
	} rows[] = {
		{"<img src=a.jpg alt='Alt'>", "Alt", "https://news.example/world/a.jpg"},
		{"<img src='data:image/gif;base64,x' data-src='/b.jpg'>", "", "https://news.example/b.jpg"},
		{"<img srcset='s.jpg 300w, l.jpg 900w'>", "", "https://news.example/world/l.jpg"},
		{"<picture><source srcset='p.webp'><img alt=x></picture>", "x",
			"https://news.example/world/p.webp"},
		{"<figure><img src=c.jpg alt=no><figcaption>The <b>caption</b></figcaption></figure>",
			"The caption", "https://news.example/world/c.jpg"},
		{"<figure><figcaption>First</figcaption><img src=c.jpg></figure>", "First",
			"https://news.example/world/c.jpg"},
		{"<div><img src=c.jpg><p class='wp-caption-text'>Under it</p></div>", "Under it",
			"https://news.example/world/c.jpg"},
		{"<img data-src=/d.jpg src='data:x'><noscript><img src=/d2.jpg></noscript>", "",
			"https://news.example/d.jpg"},
		{"<noscript><img src=/only.jpg></noscript>", "", "https://news.example/only.jpg"},
		{"<amp-img src=/amp.jpg></amp-img>", "", "https://news.example/amp.jpg"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading = {0};
		const struct block *block;

		read_html(&reading, rows[i].html);
		cr_assert_eq(reading.article.blocks.count, 1, "%s: %zu blocks", rows[i].html,
			reading.article.blocks.count);
		block = &reading.article.blocks.items[0];
		cr_expect_eq(block->kind, BLOCK_IMAGE, "%s", rows[i].html);
		cr_expect(str_equal(block->text, str_from(rows[i].text)), "%s: %.*s", rows[i].html,
			STR_ARG(block->text));
		cr_assert_eq(block->spans.count, 1);
		cr_expect_eq(block->spans.items[0].end, block->text.length);
		cr_expect(str_equal(block->spans.items[0].href, str_from(rows[i].address)), "%s: %.*s",
			rows[i].html, STR_ARG(block->spans.items[0].href));
		finish(&reading);
	}
}

Test(blocks, reads_a_link_without_a_word_as_its_address_where_there_is_nothing_else)
{
	struct reading reading = {0}, other = {0};

	read_html(&reading, "<p><a href='javascript:x'></a><a href='b' style='display:block'></a></p>");
	cr_assert_eq(reading.article.blocks.count, 1);
	cr_expect(str_equal(reading.article.blocks.items[0].text, STR("https://news.example/world/b")));
	cr_assert_eq(reading.article.blocks.items[0].spans.count, 1);
	cr_expect(str_equal(
		reading.article.blocks.items[0].spans.items[0].href, STR("https://news.example/world/b")));
	read_html(&other, "<p>Words<a href='b'></a></p>");
	cr_assert_eq(other.article.blocks.count, 1);
	cr_expect_eq(other.article.blocks.items[0].spans.count, 0);
	finish(&reading);
	finish(&other);
}

Test(blocks, reads_a_drawing_alone_as_what_is_said_of_it)
{
	struct reading reading = {0}, other = {0};

	read_html(&reading,
		"<svg><style>no</style><title>A map</title><script>no</script><desc>of the bay</desc></svg>");
	cr_assert_eq(reading.article.blocks.count, 2);
	cr_expect(str_equal(reading.article.blocks.items[0].text, STR("A map")));
	cr_expect(str_equal(reading.article.blocks.items[1].text, STR("of the bay")));
	read_html(&other, "<p>Words <svg><title>an icon</title></svg></p>");
	cr_assert_eq(other.article.blocks.count, 1);
	cr_expect(str_equal(other.article.blocks.items[0].text, STR("Words")));
	finish(&reading);
	finish(&other);
}

Test(blocks, shows_no_file_to_a_page_of_the_web)
{
	static const char *const rows[] = {
		"<img src='file:///etc/passwd'>", "<img srcset='file:///x 2x'>", "<img src='javascript:x'>"};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reading reading = {0};

		read_html(&reading, rows[i]);
		for (size_t j = 0; j < reading.article.blocks.count; j++)
			cr_expect_eq(reading.article.blocks.items[j].spans.count, 0, "%s", rows[i]);
		finish(&reading);
	}
}

Test(blocks, puts_a_picture_inside_a_sentence_after_it)
{
	expect_blocks("<p>before <img src=x.png alt=pic> after</p>", "paragraph0 before after\nimage0 pic");
	expect_blocks("smile <img class=emoji alt='😀' src=e.png>", "paragraph0 smile 😀");
}

Test(blocks, numbers_sections_from_headings)
{
	struct reading reading = {0};

	read_html(&reading, "<p>lead</p><h2>One</h2><p>a</p><h3>Two</h3><p>b</p>");
	cr_assert_eq(reading.article.sections.count, 2);
	cr_expect(str_equal(reading.article.sections.items[1].heading, STR("Two")));
	cr_expect_eq(reading.article.sections.items[1].block, 3);
	finish(&reading);
}

Test(blocks, outlives_the_tree_it_was_read_from)
{
	struct reading reading = {0};

	read_html(&reading, "<p><a href='https://a.example/x?a&amp;b'>t&amp;u</a></p><p>plain</p>"
			    "<img src='https://a.example/i.png?a&amp;b' alt='al&amp;t'>");
	arena_reset(&reading.scratch);
	memset(arena_alloc(&reading.scratch, 8192), 'x', 8192);
	cr_expect(str_equal(outline_of(&reading), STR("paragraph0 t&u\nparagraph0 plain\nimage0 al&t")));
	cr_expect(str_equal(
		reading.article.blocks.items[0].spans.items[0].href, STR("https://a.example/x?a&b")));
	cr_expect(str_equal(
		reading.article.blocks.items[2].spans.items[0].href, STR("https://a.example/i.png?a&b")));
	finish(&reading);
}

/* The numbers of all items, "-" for one with a bullet. */
static void expect_numbers(const char *html, const char *want)
{
	struct reading reading = {0};
	struct str got = STR("");

	read_html(&reading, html);
	for (size_t i = 0; i < reading.article.blocks.count; i++) {
		const struct block *block = &reading.article.blocks.items[i];
		const char *between = got.length ? " " : "";

		if (block->kind != BLOCK_LIST_ITEM)
			continue;
		got = block->is_numbered
			      ? arena_printf(&reading.arena, "%.*s%s%d", STR_ARG(got), between, block->number)
			      : arena_printf(&reading.arena, "%.*s%s-", STR_ARG(got), between);
	}
	cr_expect(str_equal(got, str_from(want)), "%s: got %.*s, want %s", html, STR_ARG(got), want);
	finish(&reading);
}

Test(blocks, numbers_the_items_of_ordered_lists)
{
	static const struct {
		const char *html, *numbers;
	} rows[] = {
		{"<ol><li>a<li>b</ol><ol><li>c</ol>", "1 2 1"},
		{"<ul><li>a</ul><dl><dt>t<dd>b</dl>", "- -"},
		{"<ol start=9><li>a<li>b<ul><li>in b</ul><li>c</ol>", "9 10 - 11"},
		{"<ol><li>a<ol><li>x<li>y</ol><li>b</ol>", "1 1 2 2"},
		{"<ol><li><p>a</p><p>more</p><li><p>b</p></ol>", "1 2"},
		{"<ol><li>a<li value=7>b<li>c</ol>", "1 7 8"},
		{"<ol reversed><li>a<li>b<li>c</ol>", "3 2 1"},
		{"<ol reversed start=' 10 '><li>a<li>b</ol>", "10 9"},
		{"<ol start=0><li>a</ol><ol start=-2><li>b</ol><ol start=+3><li>c</ol>", "0 -2 3"},
		{"<ol start=x><li value=''>a<li value=99999999999999999999>b</ol>", "1 2"},
		{"<ol start=5 ><li>a<li value='6th'>b</ol>", "5 6"},
		{"<ol start=99999999><li>a<li>b</ol>", "99999999 100000000"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect_numbers(rows[i].html, rows[i].numbers);
}
