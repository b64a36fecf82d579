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

/* A body that is a link without a word is read as its address: it would be empty else. */
static void show_bare_link(
	const struct node *top, struct str base, struct arena *arena, struct article *article)
{
	struct block block = {.kind = BLOCK_PARAGRAPH};
	struct span link = {.kind = SPAN_LINK};

	for (const struct node *node = node_after(top, top); node; node = node_after(node, top)) {
		if (html_tag_of(node) != HTML_A)
			continue;
		link.href = arena_copy(arena, url_resolve(arena, base, node_attribute(node, "href")));
		if (!url_is_web(link.href))
			continue;
		block.text = link.href;
		link.end = block.text.length;
		*LIST_PUSH(arena, &block.spans) = link;
		*LIST_PUSH(arena, &article->blocks) = block;
		return;
	}
}

void body_read_html(struct str html, struct str base, struct arena *arena, struct arena *scratch,
	struct article *article, struct warnings *warnings)
{
	const struct node *top = markup_parse_html(html, scratch);

	forget_blocks(article);
	blocks_read(top, html, base, arena, scratch, article);
	if (article->blocks.count == 0)
		show_bare_link(top, base, arena, article);
	if (article->blocks.count >= BLOCKS_MOST)
		warnings_add(warnings, 0, "only the first %d blocks of a body are read", BLOCKS_MOST);
	related_read(article, arena);
	outline_finish(article, arena);
}
