#include "dateline/body/body.h"
#include "body/blocks.h"
#include "body/outline.h"
#include "body/related.h"
#include "dateline/base/url.h"
#include "dateline/markup/document.h"
#include "dateline/markup/html.h"

static void forget_blocks(struct article *article)
{
	article->blocks = (struct block_list){0};
	article->related = (struct related_list){0};
	article->sections = (struct section_list){0};
}

static void add_paragraph(struct article *article, struct arena *arena, struct str text, struct str href)
{
	struct block block = {.kind = BLOCK_PARAGRAPH, .text = text};

	if (href.length)
		*LIST_PUSH(arena, &block.spans) = (struct span){SPAN_LINK, 0, text.length, href};
	*LIST_PUSH(arena, &article->blocks) = block;
}

static bool show_link(const struct node *node, struct str base, struct arena *arena, struct article *article)
{
	struct str href = arena_copy(arena, url_resolve(arena, base, node_attribute(node, "href")));

	if (url_is_web(href))
		add_paragraph(article, arena, href, href);
	return url_is_web(href);
}

/* The title, the description and the labels of a drawing. */
static bool show_drawing(const struct node *drawing, struct arena *arena, struct article *article)
{
	static const struct str names[] = {STR_INIT("title"), STR_INIT("desc"), STR_INIT("text")};
	size_t before = article->blocks.count;

	for (const struct node *node = node_after(drawing, drawing); node; node = node_after(node, drawing)) {
		bool is_text = false;

		for (size_t i = 0; node->kind == NODE_ELEMENT && i < COUNT_OF(names); i++)
			is_text |= str_equal(node->name, names[i]);
		if (is_text && article->blocks.count - before < COUNT_OF(names)) {
			struct str text = body_plain(body_plain_nodes(node, arena), arena);

			if (text.length)
				add_paragraph(article, arena, text, STR_NONE);
		}
	}
	return article->blocks.count > before;
}

/* A body without a word is read as what it shows: the address of a link, or what is said of a drawing. */
static void show_wordless(
	const struct node *top, struct str base, struct arena *arena, struct article *article)
{
	for (const struct node *node = node_after(top, top); node; node = node_after(node, top)) {
		enum html_tag tag = html_tag_of(node);

		if (tag == HTML_A && show_link(node, base, arena, article))
			return;
		if (tag == HTML_SVG && show_drawing(node, arena, article))
			return;
	}
}

void body_read_html(struct str html, struct str base, struct arena *arena, struct arena *scratch,
	struct article *article, struct warnings *warnings)
{
	const struct node *top = markup_parse_html(html, scratch, warnings);

	forget_blocks(article);
	blocks_read(top, html, base, arena, scratch, article);
	if (article->blocks.count == 0)
		show_wordless(top, base, arena, article);
	related_read(article, arena);
	outline_finish(article, arena);
}
