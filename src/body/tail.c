#include "body/tail.h"
#include "body/related.h"
#include "dateline/base/utf8.h"

#define TEXT_LEAST 800   /* bytes of paragraphs that stay */
#define HEADING_MOST 70  /* bytes of a heading that the site puts behind each article */
#define SECTION_MOST 500 /* bytes under it */
#define LIFE_MOST 700    /* bytes of what is said of the author */
#define ADDRESS_MOST 130 /* bytes of a line with the author's name and address */
#define LABEL_MOST 60

/* Headings of what is the site's, folded as utf8_fold does it: whole. */
static const char *const headings[] = {
	"contact", "contact us", "contact a human", "kontakt", "kontakt zu uns", "contacto", "contatti",
	"connect", "connect with us", "get in touch", "share", "share this", "teilen", "tags", "topics",
	"categories", "kategorien", "schlagworter", "themen", "advertisement", "anzeige", "werbung",
	"newsletter", "our newsletter", "unser newsletter", "author", "authors", "autor", "autorin",
	"autoren", "auteur", "written by", "donate", "spenden", "most popular", "most read", "trending",
	"meistgelesen", "login", "search", "suche", "archive", "archiv", "sponsors", "our partners",
	"partners", "partner", "rate this article", "feedback", "was this helpful", "meta",
	"was this page helpful", "was this article helpful", "leserkommentare", "voting", "follow", "menu",
	"download our app", "get the app", "unsere app", "community", "weitere artikel", "more articles",
};

/* The same, by what they begin with. */
static const char *const beginnings[] = {
	"sign up", "subscribe", "follow us", "follow me", "stay up", "stay in the loop", "stay in touch",
	"stay informed", "stay connected", "get our", "get email", "get the latest", "get updates",
	"join our", "join us", "support us", "support our", "unterstutze ", "unterstutzen sie",
	"about the author", "about author", "uber den autor", "uber die autor", "zum autor", "zur autorin",
	"zur person", "sobre el autor", "sobre la autora", "sobre o autor", "a propos de l'auteur",
	"a propos de l’auteur", "sull'autore", "over de auteur", "om forfatteren", "об авторе", "о авторе",
	"newsletter ", "abonnier", "abonnez", "inscrivez", "suscribete", "iscriviti", "folge uns",
	"folgen sie", "siguenos", "suivez", "seguici", "share this", "share on", "teile diese",
	"diesen artikel teilen", "artikel teilen", "beitrag teilen", "war dieser artikel",
	"war der artikel", "was this ", "how useful", "wie hilfreich", "leave a ", "schreibe einen",
	"become a ", "werde mitglied", "newsletter-", "подпис", "подпиш",
};

/* What is said of authors behind their names. */
static const char *const verbs[] = {" is ", " ist ", " est ", " es ", " e ", " writes ", " covers ",
	" schreibt ", " arbeitet ", " works ", " has ", " hat ", " joined ", " was ", ", ", " war ",
	" kocht ", " reports "};

static bool is_any(struct str text, const char *const rows[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(text, str_from(rows[i])))
			return true;
	return false;
}

static bool begins_with_any(struct str text, const char *const rows[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text.length && text.data[0] == rows[i][0] && str_starts_with(text, str_from(rows[i])))
			return true;
	return false;
}

static bool is_of_site(const struct block *block, struct arena *scratch)
{
	struct str text;

	if (block->kind != BLOCK_HEADING || block->text.length > HEADING_MOST)
		return false;
	text = utf8_fold(scratch, block->text);
	while (text.length && strchr(".:!?… ", text.data[text.length - 1]))
		text.length--;
	return is_any(text, headings, COUNT_OF(headings)) ||
	       begins_with_any(text, beginnings, COUNT_OF(beginnings));
}

static bool is_text(const struct block *block)
{
	return block->kind != BLOCK_IMAGE && block->kind != BLOCK_RULE && block->kind != BLOCK_RELATED;
}

/* Whether a paragraph says who the author is. */
static bool is_life(const struct article *article, const struct block *block)
{
	if (block->kind != BLOCK_PARAGRAPH || block->text.length > LIFE_MOST)
		return false;
	for (size_t i = 0; i < article->authors.count; i++) {
		struct str name = article->authors.items[i], rest = str_from_offset(block->text, name.length);

		if (str_find_char(name, ' ', 0) != STR_NPOS && str_starts_with(block->text, name) &&
			begins_with_any(rest, verbs, COUNT_OF(verbs)))
			return true;
	}
	return false;
}

/* "Anna Muster muster@gazette.example": who wrote it, once more. */
static bool is_address_of_author(const struct article *article, const struct block *block)
{
	if (block->kind != BLOCK_PARAGRAPH || block->text.length > ADDRESS_MOST ||
		str_find_char(block->text, '@', 0) == STR_NPOS)
		return false;
	for (size_t i = 0; i < article->authors.count; i++)
		if (str_starts_with(block->text, article->authors.items[i]))
			return true;
	return false;
}

/* "Also of interest:" with nothing behind it. */
static bool is_idle_label(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH && block->text.length <= LABEL_MOST &&
	       related_is_label(block->text);
}

/* Where the last section of the site begins; the end when the article ends with its own. */
static size_t last_of_site(const struct article *article, struct arena *scratch)
{
	size_t i = article->blocks.count, bytes = 0;

	while (i-- > 0 && bytes <= SECTION_MOST) {
		const struct block *block = &article->blocks.items[i];

		if (is_of_site(block, scratch))
			return i;
		if (block->kind == BLOCK_HEADING)
			break;
		bytes += is_text(block) ? block->text.length : 0;
	}
	return article->blocks.count;
}

/* The last block that has text, or the count when none has. */
static size_t last_text(const struct block_list *blocks)
{
	for (size_t i = blocks->count; i-- > 0;)
		if (is_text(&blocks->items[i]))
			return i;
	return blocks->count;
}

/* How many blocks hold the first text: they always stay. */
static size_t count_first(const struct block_list *blocks)
{
	size_t bytes = 0, i = 0;

	while (i < blocks->count && bytes < TEXT_LEAST) {
		bytes += blocks->items[i].kind == BLOCK_HEADING ? 0 : blocks->items[i].text.length;
		i++;
	}
	return i;
}

/* Where what the site has put at the very end begins; the count when there is nothing of it. */
static size_t next_cut(const struct article *article, struct arena *scratch)
{
	const struct block_list *blocks = &article->blocks;
	size_t cut = last_of_site(article, scratch), last = last_text(blocks);

	if (cut == blocks->count && last < blocks->count &&
		((is_idle_label(&blocks->items[last]) && last + 1 == blocks->count) ||
			is_life(article, &blocks->items[last]) ||
			is_address_of_author(article, &blocks->items[last]) ||
			blocks->items[last].kind == BLOCK_HEADING))
		cut = last;
	return cut;
}

/* Pointers to other articles stay, wherever they stand. */
static void cut_from(struct block_list *blocks, size_t from)
{
	size_t kept = from;

	for (size_t i = from; i < blocks->count; i++)
		if (blocks->items[i].kind == BLOCK_RELATED)
			blocks->items[kept++] = blocks->items[i];
	blocks->count = kept;
}

void tail_cut(struct article *article)
{
	struct block_list *blocks = &article->blocks;
	struct arena scratch = {0};
	size_t least = count_first(blocks), cut;

	while ((cut = next_cut(article, &scratch)) < blocks->count &&
		(cut >= least || (cut && is_idle_label(&blocks->items[cut]))))
		cut_from(blocks, cut);
	arena_finish(&scratch);
}
