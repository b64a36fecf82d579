#include "body/closing.h"
#include "body/related.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"

#define TEXT_LEAST 300  /* bytes of paragraphs before anything can stand behind them */
#define LABEL_MOST 60   /* bytes of a heading over comments */
#define TEASER_MOST 500 /* bytes of what a teaser says under its link */
#define LINE_LEAST 60   /* bytes of a paragraph that is no label or date */
#define LABELS_MOST 16  /* labels that are tried */
#define LINKED 80       /* per cent of a text that is a link to another article */

/* Headings over comments, folded as utf8_fold does it, after a number if there is one. */
static const char *const comment_headings[] = {
	"comments",
	"comment",
	"responses",
	"replies",
	"leave a comment",
	"leave a reply",
	"post a comment",
	"add a comment",
	"write a comment",
	"join the conversation",
	"join the discussion",
	"recent comments",
	"kommentare",
	"kommentar",
	"kommentar schreiben",
	"kommentar hinterlassen",
	"kommentar verfassen",
	"schreibe einen kommentar",
	"schreib einen kommentar",
	"hinterlasse einen kommentar",
	"ihr kommentar",
	"neueste kommentare",
	"comentarios",
	"comentario",
	"deja un comentario",
	"deja una respuesta",
	"deixe um comentario",
	"commentaires",
	"commentaire",
	"laisser un commentaire",
	"commenti",
	"lascia un commento",
	"reacties",
	"geef een reactie",
	"komentarze",
	"dodaj komentarz",
	"комментарии",
	"оставить комментарии",
	"коментарі",
	"kommentarer",
	"kommentit",
	"yorumlar",
	"hozzaszolasok",
	"komentare",
	"komentari",
};

static bool is_comment_heading(const struct block *block, struct arena *scratch)
{
	struct str text = block->text;
	size_t number = 0;

	if (block->kind != BLOCK_HEADING || text.length > LABEL_MOST)
		return false;
	while (number < text.length && (ascii_is_digit(text.data[number]) || text.data[number] == ' '))
		number++;
	text = utf8_fold(scratch, str_from_offset(text, number));
	text = str_trim(str_slice(text, 0, str_find_char(text, '(', 0)));
	while (text.length && !ascii_is_alpha(text.data[text.length - 1]) &&
		(unsigned char)text.data[text.length - 1] < 0x80)
		text.length--;
	for (size_t i = 0; i < COUNT_OF(comment_headings); i++)
		if (str_equal(text, str_from(comment_headings[i])))
			return true;
	return false;
}

/* Whether a link leads to another page of the same site; a heading links to itself, a list of goods to shops.
 */
static bool leads_to_other(const struct article *article, struct str href)
{
	return str_find_char(href, '#', 0) == STR_NPOS &&
	       (article->link.length == 0 || str_equal_nocase(url_host(href), url_host(article->link)));
}

/* A heading that a teaser may have: its links lead to other articles of the site. */
static bool is_teaser(const struct article *article, const struct block *block)
{
	for (size_t i = 0; i < block->spans.count; i++)
		if (block->spans.items[i].kind == SPAN_LINK &&
			!leads_to_other(article, block->spans.items[i].href))
			return false;
	return block->kind == BLOCK_HEADING && related_link_share(block, 0) >= LINKED;
}

static bool is_linked(const struct block *block)
{
	return (block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
		       block->kind == BLOCK_LIST_ITEM) &&
	       related_link_share(block, 0) >= LINKED;
}

static bool is_paragraph(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH && block->text.length >= LINE_LEAST && !is_linked(block);
}

/* Whether all that follows are teasers: links, and each longer text right under one. */
static bool are_teasers(const struct block_list *blocks, size_t from)
{
	size_t links = 0, since_link = 9;

	for (size_t i = from; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];

		if (is_linked(block)) {
			links++;
			since_link = 0;
		} else if (is_paragraph(block) && (since_link > 2 || block->text.length > TEASER_MOST)) {
			return false;
		} else {
			since_link++;
		}
	}
	return links > 0;
}

/* Keeps the label and the links of the teasers from `label` on: they are related articles. */
static void keep_links(struct block_list *blocks, size_t label)
{
	size_t kept = label + 1;

	for (size_t i = label + 1; i < blocks->count; i++)
		if (is_linked(&blocks->items[i]))
			blocks->items[kept++] = blocks->items[i];
	blocks->count = kept;
}

/* Teasers without a label: headings that are links, each with what it says under it. Where they are most of
 * the article, they are the article. */
static void drop_last_teasers(struct article *article, size_t least)
{
	struct block_list *blocks = &article->blocks;
	size_t count = blocks->count, dropped = 0, kept = 0;

	while (count > least + 1) {
		const struct block *last = &blocks->items[count - 1], *above = last - 1;
		size_t taken = is_teaser(article, last) ? 1
			       : last->kind == BLOCK_PARAGRAPH && last->text.length <= TEASER_MOST &&
					       is_teaser(article, above)
				       ? 2
				       : 0;

		if (taken == 0)
			break;
		dropped += taken == 2 ? last->text.length : 0;
		count -= taken;
	}
	for (size_t i = 0; i < count; i++)
		kept += blocks->items[i].kind == BLOCK_PARAGRAPH ? blocks->items[i].text.length : 0;
	if (dropped < kept)
		blocks->count = count;
}

void closing_cut(struct article *article)
{
	struct block_list *blocks = &article->blocks;
	struct arena scratch = {0};
	size_t text = 0, least = 0, labels = 0;
	bool is_labelled = false;

	for (size_t i = 0; i < blocks->count && !is_labelled; i++) {
		const struct block *block = &blocks->items[i];

		if (text < TEXT_LEAST) {
			least = i + 1;
		} else if (is_comment_heading(block, &scratch)) {
			blocks->count = i;
		} else if (labels < LABELS_MOST && related_is_label(block->text)) {
			labels++;
			is_labelled = are_teasers(blocks, i + 1);
			if (is_labelled)
				keep_links(blocks, i);
		}
		text += is_paragraph(block) ? block->text.length : 0;
	}
	if (!is_labelled)
		drop_last_teasers(article, least);
	arena_finish(&scratch);
}
