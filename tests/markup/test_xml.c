#include "dateline/base/buffer.h"
#include "dateline/base/limits.h"
#include "dateline/markup/document.h"

#include <criterion/criterion.h>
#include <string.h>

/* The tree on one line: name[attribute=value](children)'text'. */
static void draw(const struct node *node, struct buffer *out)
{
	if (node->kind == NODE_TEXT) {
		buffer_printf(out, "'%.*s'", STR_ARG(node->text));
		return;
	}
	buffer_add(out, node->name);
	for (const struct attribute *a = node->attributes; a; a = a->next)
		buffer_printf(out, "[%.*s=%.*s]", STR_ARG(a->name), STR_ARG(a->value));
	if (node->first == NULL)
		return;
	buffer_add_char(out, '(');
	for (const struct node *child = node->first; child; child = child->next) {
		cr_expect_eq(child->parent, node);
		draw(child, out);
		if (child->next)
			buffer_add_char(out, ' ');
	}
	buffer_add_char(out, ')');
}

struct xml_row {
	const char *text, *want;
};

static void expect_trees(const struct xml_row *rows, size_t count, bool is_repaired)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = {0};
		struct warnings warnings;
		struct buffer got = {0};
		struct node *root = NULL;
		struct error error = {0};

		warnings_init(&warnings, &arena);
		cr_expect(markup_parse_xml(str_from(rows[i].text), &arena, &root, &warnings, &error),
			"%s: %s", rows[i].text, error.message);
		if (root)
			draw(root, &got);
		cr_expect(str_equal(buffer_str(&got), str_from(rows[i].want)), "%s: got %.*s, want %s",
			rows[i].text, STR_ARG(buffer_str(&got)), rows[i].want);
		cr_expect_eq(warnings.list.count > 0, is_repaired, "%s: %zu warnings", rows[i].text,
			warnings.list.count);
		buffer_finish(&got);
		arena_finish(&arena);
	}
}

Test(xml, reads_what_is_well_formed)
{
	static const struct xml_row rows[] = {
		{"<a/>", "a"},
		{"<?xml version='1.0'?><!-- c --><!DOCTYPE a SYSTEM 'x'><a b='1' c=\"2\">t</a>",
			"a[b=1][c=2]('t')"},
		{"<a>x &lt; y &amp; z &#233; &eacute;</a>", "a('x < y & z é é')"},
		{"<a><![CDATA[<b>&amp;]]></a>", "a('<b>&amp;')"},
		{"<a><?php x ?><!-- <b> --><b>t</b>u</a>", "a(b('t') 'u')"},
		{"<a>\n <b>1</b>\n <c>2</c>\n</a>", "a(b('1') c('2'))"},
		{"<a b='&quot;&lt;x>'/>", "a[b=\"<x>]"},
		{"<!DOCTYPE a [<!ENTITY p 'P&q;'><!ENTITY q 'Q'>]><a>&p;</a>", "a('PQ')"},
	};

	expect_trees(rows, COUNT_OF(rows), false);
}

Test(xml, repairs_at_the_cost_of_the_piece_alone)
{
	static const struct xml_row rows[] = {
		{"<a>R&D & more</a>", "a('R&D & more')"},
		{"<a>1 < 2 <3</a>", "a('1 ' '< 2 ' '<3')"},
		{"<a><b>x</a>", "a(b('x'))"},
		{"<a>x</b></a>", "a('x')"},
		{"<a><b><i>x</b></i>y</a>", "a(b(i('x')) 'y')"},
		{"<a><item><title>1<link>l</link></item><item/></a>", "a(item(title('1') link('l')) item)"},
		{"<a><item><title>1</title><item><title>2</title></item></a>",
			"a(item(title('1')) item(title('2')))"},
		{"<a><d>x<br>y<img src='i'>z</d></a>", "a(d('x' br 'y' img[src=i] 'z'))"},
		{"<a b=1 c d='2' d='3'>x</a>", "a[b=1][c=][d=2]('x')"},
		{"<a b='x>t</a>", "a[b=x]('t')"},
		{"<a><d><![CDATA[x</d><d><![CDATA[y]]></d></a>", "a(d('x') d('y'))"},
		{"<a><c><![CDATA[<d>x</d></c><c><d><![CDATA[y]]></d></c></a>", "a(c(d('x')) c(d('y')))"},
		{"<a><c>x</c><![CDATA[<c>y</c></a>", "a(c('x') c('y'))"},
		{"<a><b>x</b", "a(b('x'))"},
		{"<a><b>x</b><c att", "a(b('x'))"},
		{"<a/><b>after</b>", "a(b('after'))"},
		{"<A><b>x</B></A>", "A(b('x'))"},
		{"<a>&p;</a>", "a('&p;')"},
		{"<a><itm><t/></item><item>1</item><item>2</item></a>", "a(itm(t) item('1') item('2'))"},
		{"<a><image><u/><item>1</item></a>", "a(image(u) item('1'))"},
		{"<a><b><c><item>1</item></a>", "a(b(c) item('1'))"},
		{"<!DOCTYPE a [<!ENTITY b 'c'>\n<a>x</b></a>", "a('x')"},
		{"<a>see <http://b.example/?c=d></a>", "a('see ' '<http://b.example/?c=d>')"},
		{"<a><![cdata[x < y]]> & z</a>", "a('x < y' ' & z')"},
	};

	expect_trees(rows, COUNT_OF(rows), true);
}

static const struct node *parse_xml(const char *text, struct arena *arena, struct warnings *warnings)
{
	struct node *root = NULL;

	warnings_init(warnings, arena);
	cr_assert(markup_parse_xml(str_from(text), arena, &root, warnings, NULL));
	return root;
}

Test(xml, knows_namespaces_by_address_whatever_the_prefix)
{
	struct arena arena = {0};
	struct warnings warnings;
	const struct node *root = parse_xml(
		"<x:feed xmlns:x='http://www.w3.org/2005/Atom' xmlns='HTTP://WWW.W3.ORG/1999/xhtml/'>"
		"<p xml:lang='en'/><q xmlns=''/><x:r/><z xmlns='urn:of:mine'/><p/></x:feed>",
		&arena, &warnings);
	const struct node *p = root->first;

	cr_expect_eq(root->ns, NS_ATOM);
	cr_expect(root->has_prefix);
	cr_expect_eq(p->ns, NS_XHTML, "case and a last slash do not matter");
	cr_expect(str_equal(node_attribute_ns(p, NS_XML, "lang"), STR("en")));
	cr_expect_eq(p->next->ns, NS_NONE);
	cr_expect_eq(p->next->next->ns, NS_ATOM);
	cr_expect_eq(p->next->next->next->ns, NS_OTHER);
	cr_expect_eq(p->next->next->next->next->ns, NS_XHTML, "a declaration ends with its element");
	cr_expect_eq(warnings.list.count, 0);
	arena_finish(&arena);
}

Test(xml, takes_an_undeclared_prefix_for_what_it_means_by_custom)
{
	struct arena arena = {0};
	struct warnings warnings;
	const struct node *root =
		parse_xml("<rss><dc:date/><media:thumbnail/><q:x/></rss>", &arena, &warnings);

	cr_expect_eq(root->first->ns, NS_DC);
	cr_expect_eq(root->first->next->ns, NS_MEDIA);
	cr_expect_eq(node_last(root)->ns, NS_OTHER);
	cr_expect_geq(warnings.list.count, 3);
	arena_finish(&arena);
}

Test(xml, names_the_line_of_an_element_and_of_a_fault)
{
	struct arena arena = {0};
	struct warnings warnings;
	const struct node *root = parse_xml("<a>\n\n<b/>\n<c>&</c>\n</a>", &arena, &warnings);

	cr_expect_eq(root->first->line, 3);
	cr_expect_eq(node_last(root)->line, 4);
	cr_assert_geq(warnings.list.count, 1);
	cr_expect(str_ends_with(warnings.list.items[0], STR("(line 4)")), "%.*s",
		STR_ARG(warnings.list.items[0]));
	arena_finish(&arena);
}

Test(xml, tells_what_libxml2_says_of_a_fault)
{
	struct arena arena = {0};
	struct warnings warnings;
	bool is_told = false;

	parse_xml("<a>\n<b></a>", &arena, &warnings);
	for (size_t i = 0; i < warnings.list.count; i++)
		is_told |= str_find(warnings.list.items[i], STR("Opening and ending tag mismatch"), 0) !=
			   STR_NPOS;
	cr_expect(is_told);
	arena_finish(&arena);
}

Test(xml, reads_no_external_entity_and_no_parameter_entity)
{
	static const char *const documents[] = {
		"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>[&x;]</a>",
		"<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'http://127.0.0.1:9/'>]><a>[&x;]</a>",
		"<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a>[]</a>",
		"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>[]</a>",
	};

	for (size_t i = 0; i < COUNT_OF(documents); i++) {
		struct arena arena = {0};
		struct warnings warnings;
		const struct node *root = parse_xml(documents[i], &arena, &warnings);
		struct str text = node_text(root, &arena);

		cr_expect(str_equal(text, STR("[]")), "%s: got %.*s", documents[i], STR_ARG(text));
		arena_finish(&arena);
	}
}

Test(xml, includes_nothing_that_xinclude_names)
{
	struct arena arena = {0};
	struct warnings warnings;
	const struct node *root = parse_xml("<a xmlns:xi='http://www.w3.org/2001/XInclude'>"
					    "<xi:include href='file:///etc/passwd' parse='text'/></a>",
		&arena, &warnings);

	cr_expect_eq(node_text(root, &arena).length, 0);
	arena_finish(&arena);
}

static void repeat(struct buffer *out, const char *piece, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buffer_add(out, str_from(piece));
}

/* The memory that a hostile document takes, as a multiple of its bytes. */
static double cost_of(struct buffer *document, struct warnings *warnings)
{
	struct arena *arena = warnings->arena;
	struct node *root;

	markup_parse_xml(buffer_str(document), arena, &root, warnings, NULL);
	return (double)arena->held_bytes / (double)document->length;
}

Test(xml, bounds_what_hostile_documents_cost)
{
	static const struct {
		const char *name, *head, *piece;
		size_t times;
	} rows[] = {
		{"deep nesting", "<r>", "<a>", 100000},
		{"a million attributes", "<r ", "a='1' ", 1000000},
		{"elements alone", "<r>", "<a/>", 3000000},
		{"unclosed comments", "<r>", "<!--", 500000},
		{"ampersands", "<r>", "&", 3000000},
		{"angles", "<r>", "<", 3000000},
		{"ends of nothing", "<r>", "</x>", 500000},
		{"declarations", "<r ", "xmlns:a='urn:x' ", 300000},
		{"open items", "<r>", "<item>", 300000},
		{"unclosed sections", "<r>", "<![CDATA[", 300000},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct buffer document = {0};
		struct warnings warnings;
		double cost;

		warnings_init(&warnings, &arena);
		buffer_add(&document, str_from(rows[i].head));
		repeat(&document, rows[i].piece, rows[i].times);
		cost = cost_of(&document, &warnings);
		cr_expect_leq(cost, 5 + 64e6 / (double)document.length, "%s: %.1f times the source",
			rows[i].name, cost);
		cr_expect_geq(warnings.list.count, 1, "%s: nothing was said", rows[i].name);
		buffer_finish(&document);
		arena_finish(&arena);
	}
}

Test(xml, expands_no_billion_laughs)
{
	struct arena arena = {0};
	struct buffer document = {0};
	struct warnings warnings;
	struct node *root;

	warnings_init(&warnings, &arena);
	buffer_add(&document, STR("<!DOCTYPE r [<!ENTITY l0 'lol'>"));
	for (int i = 1; i < 20; i++) {
		buffer_printf(&document, "<!ENTITY l%d '", i);
		for (int j = 0; j < 10; j++)
			buffer_printf(&document, "&l%d;", i - 1);
		buffer_add(&document, STR("'>"));
	}
	buffer_add(&document, STR("]><r>"));
	repeat(&document, "<t>&l19;&l1;</t>", 20000);
	buffer_add(&document, STR("<end/></r>"));
	cr_assert(markup_parse_xml(buffer_str(&document), &arena, &root, &warnings, NULL));
	cr_expect(node_is(node_last(root), NS_NONE, "end"), "what follows is still read");
	cr_expect_lt(arena.held_bytes, (size_t)16 << 20);
	buffer_finish(&document);
	arena_finish(&arena);
}

Test(xml, gives_up_on_entities_that_lead_far_and_to_nothing)
{
	struct arena arena = {0};
	struct buffer document = {0};
	struct warnings warnings;
	struct node *root;

	warnings_init(&warnings, &arena);
	buffer_add(&document, STR("<!DOCTYPE r [<!ENTITY short 'a'><!ENTITY d200 'x'>"));
	for (int i = 0; i < 200; i++) {
		buffer_printf(&document, "<!ENTITY d%d '", i);
		for (int j = 0; j < 500; j++)
			buffer_printf(&document, "&d%d;", i + 1);
		buffer_add(&document, STR("'>"));
	}
	buffer_add(&document, STR("]><r><first>&short;</first>"));
	repeat(&document, "<t>&d0;</t>", 50000);
	buffer_add(&document, STR("<last>&short;</last></r>"));
	cr_assert(markup_parse_xml(buffer_str(&document), &arena, &root, &warnings, NULL));
	cr_expect(str_equal(node_text(root->first, &arena), STR("a")));
	cr_expect(node_is(node_last(root), NS_NONE, "last"), "what follows is still read");
	cr_expect_eq(node_text(node_last(root), &arena).length, 0, "all that may be expanded was");
	buffer_finish(&document);
	arena_finish(&arena);
}

Test(xml, says_when_there_is_no_element_at_all)
{
	struct arena arena = {0};
	struct error error = {0};
	struct node *root;

	cr_expect_not(markup_parse_xml(STR("no markup"), &arena, &root, NULL, &error));
	cr_expect_eq(error.code, ERROR_MALFORMED);
	arena_finish(&arena);
}

Test(serialise, writes_a_tree_as_html_and_resolves_nested_bases)
{
	struct arena arena = {0};
	struct warnings warnings;
	const struct node *root = parse_xml(
		"<a><p class='x'>1 &lt; 2<br/></p><div xml:base='http://b.example/d/'><a href='e'>f</a></div>"
		"<svg xmlns='http://www.w3.org/2000/svg'><title>drawn</title><script>x</script></svg></a>",
		&arena, &warnings);
	struct str html = node_inner_html(root, STR("http://a.example/"), &arena);

	cr_expect(str_equal(html, STR("<p class=\"x\">1 &lt; 2<br></p><div><a "
				      "href=\"http://b.example/d/e\">f</a></div>drawn")),
		"got %.*s", STR_ARG(html));
	arena_finish(&arena);
}
