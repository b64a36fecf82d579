#include "derive.h"
#include "dateline/base/limits.h"
#include "dateline/body/body.h"
#include "dateline/body/page.h"
#include "dateline/feed/load.h"
#include "dateline/quote/quote.h"

void derive_with_scratch(struct article *article, const char *sites, struct arena *arena,
	struct arena *scratch, struct quote_memory *memory, struct warnings *warnings)
{
	const struct content *content = &article->content;

	switch (content->kind) {
	case CONTENT_HTML:
		body_read_html(content->text, content->base, arena, scratch, article, warnings);
		break;
	case CONTENT_TEXT:
		body_read_text(content->text, arena, article);
		break;
	case CONTENT_PAGE:
		page_read_body(content->text, content->base, sites, arena, article);
		break;
	case CONTENT_NONE:
		break;
	}
	if (article->blocks.count >= BLOCKS_MOST)
		warnings_add(warnings, 0, "only the first %d blocks of a body are read", BLOCKS_MOST);
	quotes_find(article, arena, scratch, memory, warnings);
}

void feed_derive(struct article *article, const char *sites, struct quote_memory *quotes, struct arena *arena,
	struct warnings *warnings)
{
	struct arena scratch = {0};
	struct quote_memory own = {0};

	derive_with_scratch(article, sites, arena, &scratch, quotes ? quotes : &own, warnings);
	quote_memory_finish(&own);
	arena_finish(&scratch);
}
