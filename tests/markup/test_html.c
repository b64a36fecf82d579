#include "dateline/base/buffer.h"
#include "dateline/markup/document.h"
#include "dateline/markup/html.h"

#include <criterion/criterion.h>
#include <string.h>

/* The tree as text: <p>a<b>c</b></p> is "p(a b(c))". */
static void write_node(const struct node *node, struct buffer *out, int depth)
{
	for (const struct node *child = node->first; child && depth < 500; child = child->next) {
		if (node_previous(child))
			buffer_add_char(out, ' ');
		if (child->kind == NODE_TEXT) {
			buffer_add(out, child->text);
			continue;
		}
		buffer_add(out, child->name);
		buffer_add_char(out, '(');
		write_node(child, out, depth + 1);
		buffer_add_char(out, ')');
	}
}

static void expect_tree(struct arena *arena, const char *html, const char *want)
{
	struct buffer out = {0};

	write_node(markup_parse_html(str_from(html), arena, NULL), &out, 0);
	cr_expect(str_equal(buffer_str(&out), str_from(want)), "%s: got %.*s, want %s", html,
		STR_ARG(buffer_str(&out)), want);
	buffer_finish(&out);
}

Test(html, builds_the_tree_that_a_browser_would)
{
	static const struct {
		const char *html, *tree;
	} rows[] = {
		{"<p>one<p>two", "p(one) p(two)"},
		{"<p>one<div>two</div>three", "p(one) div(two) three"},
		{"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li(a) li(b ul(li(c))) li(d))"},
		{"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"},
		{"<table><tr><td>a<td>b<tr><th>c</table>", "table(tr(td(a) td(b)) tr(th(c)))"},
		{"<table><tbody><tr><td>a<tfoot><tr><td>b</table>",
			"table(tbody(tr(td(a))) tfoot(tr(td(b))))"},
		{"<div><b>x</i>y</b></span></div>", "div(b(x y))"},
		{"<td>a</div>b</td>", "td(a b)"},
		{"<div><table><td>a</div>b</table>c</div>", "div(table(td(a b)) c)"},
		{"<a href=x>one<a href=y>two</a>", "a(one) a(two)"},
		{"<a><div>in</a>after</div>", "a() div(a(in) after)"},
		{"<h2>one<h3>two</h3>", "h2(one) h3(two)"},
		{"<h2>one</h3>two", "h2(one) two"},
		{"a<br>b<br/>c</br>d", "a br() b br() c d"},
		{"<p>a</p></p>b", "p(a) b"},
		{"<BODY><P CLASS=x>A</P></BODY>B", "body(p(A) B)"},
		{"<html><head><title>a<b>c</title><p>x", "html(head(title(a<b>c)) p(x))"},
		{"<svg><path d='x'/><g/></svg>y", "svg(path() g()) y"},
		{"<svg><use><p>y</p>z", "svg(use()) p(y) z"},
		{"<svg><foreignObject><p>y</p></foreignObject></svg>z", "svg(foreignobject(p(y))) z"},
		{"<custom-box><p>a</custom-box>b", "custom-box(p(a)) b"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_tree(&arena, rows[i].html, rows[i].tree);
	arena_finish(&arena);
}

Test(html, reads_text_scripts_and_comments_as_the_standard_does)
{
	static const struct {
		const char *html, *tree;
	} rows[] = {
		{"a < b & c &lt; d &eacute;", "a < b & c < d é"},
		{"<script>if (a < b) '</p>'</script>x", "script(if (a < b) '</p>') x"},
		{"<style><!-- </b> --></style>x", "style(<!-- </b> -->) x"},
		{"<textarea>&lt;p></textarea>", "textarea(<p>)"},
		{"a<!-- <p> -->b<!>c<!-->d<!--->e", "a b c d e"},
		{"a<!-- never closed", "a"},
		{"<![CDATA[text & all]]>", "text & all"},
		{"<?php echo ?>a<!doctype html>b", "a b"},
		{"a</>b</ x>c", "a b c"},
		{"<title>never closed<p>x", "title(never closed) p(x)"},
		{"a link begins with <a href=",
			"a link begins with  <a href="}, /* cut where a person would not */
		{"to bold, write <b", "to bold, write  <b"},
		{"x<a href=\"http://b.exam", "x a()"},
		{"x<br/", "x br()"},
		{"a <!' b", "a <!' b"},
		{"<", "<"},
		{"", ""},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		expect_tree(&arena, rows[i].html, rows[i].tree);
	arena_finish(&arena);
}

Test(html, reads_attributes_in_every_spelling)
{
	struct arena arena = {0};
	const struct node *top = markup_parse_html(STR("<a HREF='a&amp;b' title=\"x > y\" data-x=1&copy=2 "
						       "hidden onclick=\"evil()\" href=second>t</a>"),
		&arena, NULL);
	const struct node *link = top->first;

	cr_assert_not_null(link);
	cr_expect_eq(link->tag, HTML_A);
	cr_expect(str_equal(node_attribute(link, "href"), STR("a&b")));
	cr_expect(str_equal(node_attribute(link, "title"), STR("x > y")));
	cr_expect(str_equal(node_attribute(link, "data-x"), STR("1&copy=2")));
	cr_expect_not_null(node_attribute(link, "hidden").data);
	cr_expect_null(node_attribute(link, "onclick").data, "scripts do not reach the tree");
	arena_finish(&arena);
}

Test(html, knows_the_line_of_each_element)
{
	struct arena arena = {0};
	struct str html = STR("<p>\n\n<b\n>x</b><i>\n12345678901234567890\n</i><u>");
	const struct node *p = markup_parse_html(html, &arena, NULL)->first;
	struct html_place counted = {0};

	cr_expect_eq(html_line(html, p, &counted), 1);
	cr_expect_eq(html_line(html, p->first, &counted), 3);
	cr_expect_eq(html_line(html, node_last(p), &counted), 6);
	cr_expect_eq(html_line(html, p, &counted), 1, "and backwards");
	arena_finish(&arena);
}

Test(html, finds_every_element_of_its_table)
{
	for (int tag = 1; tag < HTML_TAG_COUNT; tag++)
		cr_expect_eq(
			html_tag_find(str_from(html_elements[tag].name)), tag, "%s", html_elements[tag].name);
	cr_expect_eq(html_tag_find(STR("blockquot")), HTML_UNKNOWN);
	cr_expect_eq(html_tag_find(STR("A")), HTML_UNKNOWN);
	cr_expect_eq(html_tag_find(STR("")), HTML_UNKNOWN);
}

static struct str repeat(struct arena *arena, const char *text, size_t times)
{
	size_t length = strlen(text);
	char *all = arena_alloc(arena, length * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(all + i * length, text, length);
	return (struct str){all, length * times};
}

static size_t depth_of(const struct node *top)
{
	size_t deepest = 0, depth = 0;

	for (const struct node *node = top->first; node;) {
		if (depth > deepest)
			deepest = depth;
		if (node->first) {
			node = node->first;
			depth++;
			continue;
		}
		while (node && !node->next && node != top) {
			node = node->parent;
			depth--;
		}
		node = node && node != top ? node->next : NULL;
	}
	return deepest;
}

Test(html, lays_deep_elements_beside_each_other)
{
	struct arena arena = {0};
	const struct node *top = markup_parse_html(
		arena_join(&arena, repeat(&arena, "<div>", 50000), STR("<p>text</p>")), &arena, NULL);
	size_t depth = depth_of(top);

	cr_expect(depth <= HTML_DEPTH_MOST, "%zu deep", depth);
	cr_expect(str_equal(node_text(top, &arena), STR("text")));
	arena_finish(&arena);
}

/* Each of these would take hours with a search of the stack, or of the rest of the source, at every tag. */
Test(html, takes_time_in_proportion_to_any_page)
{
	static const char *const pieces[] = {
		"<div><b>x</i></b></u></p></span>",
		"<a href=x><div>",
		"<p><b>",
		"<title>",
		"<table><tr><td>",
		"<!--",
		"<![CDATA[",
		"<h2>",
		"&",
		"<",
		"</div>",
		"<zz></y>",
		"<li><ul>",
		"<p a=b c='",
		"<script>",
		"<textarea>",
		"<a>",
		"<svg><title>",
	};

	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct arena arena = {0};

		cr_expect_not_null(markup_parse_html(repeat(&arena, pieces[i], 100000), &arena, NULL));
		arena_finish(&arena);
	}
}

Test(html, holds_at_most_so_many_nodes)
{
	struct arena arena = {0};
	struct str text = repeat(&arena, "<b>", 2 * NODES_LEAST);
	struct warnings warnings;
	const struct node *top;
	size_t count = 0;

	warnings_init(&warnings, &arena);
	top = markup_parse_html(text, &arena, &warnings);

	for (const struct node *node = top; (node = node_after(node, top));)
		count++;
	cr_expect_leq(count, NODES_LEAST + text.length / BYTES_PER_NODE_LEAST);
	cr_expect_eq(warnings.list.count, 1);
	arena_finish(&arena);
}
