#include "dateline/body/page.h"
#include "dateline/quote/quote.h"
#include "formats.h"

/* A web page: one article, and the feeds that it advertises. */

static bool recognise_page(const struct feed_document *document)
{
	return document->is_html;
}

static struct str identity_of(struct reading *reading, const struct article *article)
{
	if (article->link.length)
		return article->link;
	return arena_printf(reading->arena, "content:%016llx",
		(unsigned long long)(str_hash(article->title) * 31 + str_hash(article->content.text)));
}

static bool read_page(struct reading *reading, const struct feed_document *document, struct error *error)
{
	struct article_list *articles = &reading->feed->articles;
	bool has_article = page_read(
		document->text, reading->base, reading->source->sites, reading->arena, reading->feed, NULL);

	(void)error;
	for (size_t i = 0; i < articles->count; i++) {
		articles->items[i].content = (struct content){CONTENT_PAGE, document->text, reading->base};
		if (articles->items[i].id.length == 0)
			articles->items[i].id = identity_of(reading, &articles->items[i]);
		if (!has_article)
			continue;
		quotes_find(&articles->items[i], reading->arena, &reading->scratch, reading->quotes,
			reading->warnings);
		arena_reset(&reading->scratch);
	}
	return true;
}

const struct format format_webpage = {.name = "web page", .recognise = recognise_page, .read = read_page};
