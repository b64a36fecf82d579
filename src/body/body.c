#include "dateline/body/body.h"
#include "body/blocks.h"
#include "body/outline.h"
#include "body/related.h"
#include "dateline/markup/document.h"
#include "dateline/markup/html.h"

static void forget_blocks(struct article *article)
{
	article->blocks = (struct block_list){0};
	article->related = (struct related_list){0};
	article->sections = (struct section_list){0};
}

void body_read_html(struct str html, struct str base, struct arena *arena, struct arena *scratch,
	struct article *article, struct warnings *warnings)
{
	forget_blocks(article);
	blocks_read(markup_parse_html(html, scratch), html, base, arena, scratch, article);
	if (article->blocks.count >= BLOCKS_MOST)
		warnings_add(warnings, 0, "only the first %d blocks of a body are read", BLOCKS_MOST);
	related_read(article, arena);
	outline_finish(article, arena);
}
