#include "body/trim.h"
#include "body/outline.h"
#include "dateline/base/utf8.h"

#define LINE_MOST 80   /* bytes of a label */
#define CALL_MOST 260  /* bytes of a call to the reader */
#define CREDIT_MOST 300
#define ABOVE_MOST 200  /* bytes of a line over the text */
#define DATE_MOST 60

/* Lines that are nothing but this, folded as utf8_fold does it. */
static const char *const labels[] = {
	"advertisement", "advertisment", "ad", "sponsored", "story continues below",
	"story continues below advertisement", "article continues below",
	"article continues below advertisement", "continue reading below", "loading", "loading...", "share",
	"share this", "share this article", "share this story", "share this post", "share this page",
	"caption", "close", "back to gallery", "view gallery", "read more", "show more", "more", "print",
	"email", "subscribe", "comments", "comment", "leave a comment", "facebook", "twitter", "whatsapp",
	"pinterest", "linkedin", "tweet", "like", "reddit", "anzeige", "werbung", "teilen", "drucken",
	"kommentare", "kommentieren", "weiterlesen", "mehr", "publicidad", "compartir", "comentarios",
	"publicite", "partager", "commentaires", "pubblicita", "condividi", "commenti", "publicidade",
	"compartilhe", "advertentie", "reklama", "реклама", "поделиться", "комментарии", "photos", "tags",
	"добавить отзыв", "top", "home", "next", "previous", "all rights reserved", "follow us", "sign up",
	"log in", "most read", "most popular", "trending", "trending now", "newsletter", "image", "video",
	"videos", "___", "* * *",
};

/* Lines that begin so call upon the reader, who came for the article. */
static const char *const calls[] = {
	"follow us on", "follow him on", "follow her on", "follow me on", "follow @", "sign up for",
	"sign up to", "subscribe to", "subscribe now", "click here to subscribe", "click here to",
	"join our", "join the conversation", "like us on", "download our app", "download the app",
	"get our free", "get the latest", "enter your email", "support us", "have a tip",
	"email the author", "reach the reporter", "contact the author", "copyright ©", "© 20", "© 19",
	"all rights reserved", "this article was originally published", "share this", "tweet this",
	"posted in", "filed under", "tagged:", "tagged with", "tags:", "tags ", "leave a reply",
	"you must be logged in", "please enable javascript", "we use cookies", "this website uses cookies",
	"folgen sie uns", "abonnieren sie", "jetzt abonnieren", "melden sie sich an", "schlagworte:",
	"suscribete", "siguenos en", "suivez-nous", "abonnez-vous", "inscrivez-vous", "iscriviti",
	"seguici su", "siga-nos", "assine", "subscribete", "подписывайтесь", "подпишитесь", "teile diesen",
	"diesen artikel teilen", "artikel teilen", "beitrag teilen", "dieser beitrag wurde",
};

/* What credits of pictures begin with. */
static const char *const credits[] = {
	"photo:", "photos:", "photo by", "photo credit", "image:", "image credit", "(image:",
	"(image credit", "(photo:", "(photo by", "(photo credit", "picture:", "(picture:", "foto:",
	"fotos:", "(foto:", "bild:", "bilder:", "(bild:", "credit:", "photograph:", "photograph by",
	"photography by", "© ", "illustration:", "credits:", "photo credits", "image by", "image source",
	"image courtesy", "photo courtesy", "getty images", "shutterstock", "bildquelle", "fotocredit",
	"copyright:", "fot.",
};

/* Credits at the end of a caption. */
static const char *const inner_credits[] = {
	"(image:", "(image credit:", "(photo:", "(photo by", "(photo credit", "(foto:", "(bild:",
	"(picture:", "getty images)", "(ap photo/", "/reuters)", "(afp photo",
};

static bool begins_with_any(struct str folded, const char *const rows[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts_with(folded, str_from(rows[i])))
			return true;
	return false;
}

static bool is_any(struct str folded, const char *const rows[], size_t count)
{
	while (folded.length &&
		(folded.data[folded.length - 1] == ':' || folded.data[folded.length - 1] == '.' ||
			folded.data[folded.length - 1] == ' '))
		folded.length--;
	for (size_t i = 0; i < count; i++)
		if (str_equal(folded, str_from(rows[i])))
			return true;
	return false;
}

static bool holds_any(struct str folded, const char *const rows[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_find(folded, str_from(rows[i]), 0) != STR_NPOS)
			return true;
	return false;
}

static bool is_text(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST_ITEM ||
	       block->kind == BLOCK_HEADING;
}

static bool is_credit(const struct block *block, struct str folded)
{
	return block->kind == BLOCK_PARAGRAPH && block->text.length <= CREDIT_MOST &&
	       (begins_with_any(folded, credits, COUNT_OF(credits)) ||
	        holds_any(folded, inner_credits, COUNT_OF(inner_credits)));
}

static bool is_call(const struct block *block, struct str folded)
{
	if (block->text.length <= LINE_MOST && is_any(folded, labels, COUNT_OF(labels)))
		return true;
	return block->text.length <= CALL_MOST && begins_with_any(folded, calls, COUNT_OF(calls));
}

/* What stands over the text and is told elsewhere: the title again, the names, the date. */
static bool is_told_above(const struct article *article, const struct block *block, struct arena *scratch)
{
	size_t length = block->text.length;

	if (block->kind != BLOCK_PARAGRAPH || length > ABOVE_MOST || str_ends_with(block->text, STR(".")))
		return false;
	if (article->title.length && length < 2 * article->title.length &&
	    str_equal(outline_key(block->text, scratch), outline_key(article->title, scratch)))
		return true;
	for (size_t i = 0; i < article->authors.count; i++)
		if (length < 3 * article->authors.items[i].length &&
			str_find(block->text, article->authors.items[i], 0) != STR_NPOS)
			return true;
	return article->published != TIME_NONE && length <= DATE_MOST &&
	       datetime_parse(block->text) != TIME_NONE;
}

/* The caption of a picture that has none yet. */
static void give_caption(struct block *image, struct str text)
{
	if (image->text.length)
		return;
	image->text = text;
	image->spans.items[0].end = text.length;
}

/* A heading with nothing under it but a heading of its own or a higher level, or the end. */
static bool is_idle_heading(const struct block_list *blocks, size_t i)
{
	if (blocks->items[i].kind != BLOCK_HEADING)
		return false;
	for (size_t next = i + 1; next < blocks->count; next++)
		if (blocks->items[next].kind != BLOCK_RULE && blocks->items[next].kind != BLOCK_IMAGE)
			return false;
	return true;
}

static void drop_idle_headings(struct block_list *blocks)
{
	size_t kept = 0;

	for (size_t i = 0; i < blocks->count; i++)
		if (!is_idle_heading(blocks, i))
			blocks->items[kept++] = blocks->items[i];
	blocks->count = kept;
}

void trim_blocks(struct article *article)
{
	struct block_list *blocks = &article->blocks;
	struct arena scratch = {0};
	bool is_above = true;
	size_t kept = 0;

	for (size_t i = 0; i < blocks->count; i++) {
		struct block *block = &blocks->items[i], *last = kept ? &blocks->items[kept - 1] : NULL;

		if (is_above && is_told_above(article, block, &scratch))
			continue;
		is_above &= !is_text(block) || block->text.length <= ABOVE_MOST;
		if (is_text(block) && block->text.length <= CREDIT_MOST) {
			struct str folded = utf8_fold(&scratch, block->text);

			if (is_credit(block, folded)) {
				if (last && last->kind == BLOCK_IMAGE)
					give_caption(last, block->text);
				continue;
			}
			if (is_call(block, folded))
				continue;
		}
		blocks->items[kept++] = *block;
	}
	blocks->count = kept;
	drop_idle_headings(blocks);
	arena_finish(&scratch);
}
