#include "body/byline.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#define BYLINE_MOST 200  /* bytes */
#define AUTHOR_MOST 3000 /* bytes of an element that may hold a name among other things */
#define NAME_MOST 60
#define NAMES_MOST 12
#define WEIGHT_MARKED 66 /* per cent: markup that says "author", and no guess */
#define REACH 60         /* elements inside one that are looked at for the name */
#define ADJACENT 16      /* elements: one byline's names are not further from each other */
#define WEIGHT_FAIR 55   /* per cent: a weaker claim gives way to the name of the site */
#define WEIGHT_LEAST 40 /* per cent: a weaker claim is no better than none */

/* Words before the name. */
static const char *const openers[] = {
	"text & fotos", "text und fotos", "text & foto", "text und foto", "text und bilder", "written by",
	"posted by", "published by", "reported by", "story by", "article by", "words by", "text by", "by",
	"von", "par", "por", "di", "da", "door", "af", "av", "przez", "autor", "autorin", "autoren",
	"author", "authors", "auteur", "autore", "автор", "text", "ein beitrag von", "ein artikel von",
	"geschrieben von", "verfasst von", "veröffentlicht von", "eingestellt von", "gespeichert von",
	"erstellt von", "publié par", "escrito por", "publicado por", "zeige alle beiträge von",
	"alle beiträge von", "alle artikel von", "artikel von", "beitrag von", "beitragvon",
	"mehr artikel von", "show all articles of", "pressemitteilung von", "view all posts by", "posts by",
	"view more posts by", "more by", "more from", "recipe by", "rezept von", "über", "about", "author:",
	"autor:", "submitted by", "review by", "foto:", "auteur(s) :", "words:",
};

/* What parts one name from the next. */
static const struct str joints[] = {
	STR_INIT(" and "), STR_INIT(" und "), STR_INIT(" et "), STR_INIT(" y "), STR_INIT(" & "),
	STR_INIT(", "), STR_INIT(" e "), STR_INIT(" en "), STR_INIT(" och "), STR_INIT(" og "),
	STR_INIT(" i "), STR_INIT("; "), STR_INIT(" / "), STR_INIT(" | "), STR_INIT(" with "),
	STR_INIT(" mit "), STR_INIT(","), STR_INIT("、"),
};

/* What ends the names: what follows is a role, a date, a place. */
static const struct str enders[] = {
	STR_INIT(" | "), STR_INIT("•"), STR_INIT(" · "), STR_INIT(" – "), STR_INIT(" — "), STR_INIT(" - "),
	STR_INIT("("), STR_INIT(" on "), STR_INIT(" am "), STR_INIT(" at "), STR_INIT(" for "),
	STR_INIT(" in "), STR_INIT(" vom "), STR_INIT(" veröffentlicht"), STR_INIT(" published"),
	STR_INIT(" updated"), STR_INIT(" posted"), STR_INIT("\t"), STR_INIT(" // "), STR_INIT("→"),
	STR_INIT("»"), STR_INIT(" ©"), STR_INIT(" @"), STR_INIT(" um "), STR_INIT(" sagt"),
	STR_INIT(" says"), STR_INIT(" Stand"), STR_INIT(" Datum"), STR_INIT(" said"), STR_INIT(" schrieb"),
	STR_INIT(" /"), STR_INIT(" follow"), STR_INIT("["),
};

/* Names that are none: who puts the page up, not who wrote it. */
static const char *const nobodies[] = {
	"admin", "administrator", "staff", "editor", "editors", "webmaster", "root", "user", "gast",
	"guest", "anonymous", "unknown", "none", "null", "author", "site", "news", "web", "team", "default",
	"redacción", "redacao", "contributor", "advertisement", "the editors", "online redaktion", "more",
	"share", "wordpress", "super user", "writer", "correspondent", "editorial", "reporter",
	"about the author", "publisher", "name", "name *", "follow", "mehr", "mehr erfahren", "facebook",
	"twitter", "youtube", "linkedin", "instagram", "xing", "rss", "email", "e-mail", "kommentare",
	"datum", "artikel", "alle artikel", "freier autor", "veröffentlicht", "veröffentlicht am", "quelle",
	"home", "author archives", "the author", "autoren", "autor", "autorin", "profil", "profile",
	"website", "kontakt", "contact", "by", "von", "por", "par", "redakteur", "redakteurin",
	"please enter your name here", "equipe de rédaction", "agencies", "agenturen", "no author",
	"uncategorized", "stand", "pexels", "office", "unbekannter nutzer", "über", "about", "auteur",
	"auteurs", "am", "um", "on", "at", "cc by", "beitrag", "artikel", "recherche", "unternehmen",
};

static struct str skip_opener(struct str text)
{
	for (size_t i = 0; i < COUNT_OF(openers); i++) {
		struct str opener = str_from(openers[i]), rest;

		if (!str_starts_with_nocase(text, opener))
			continue;
		rest = str_from_offset(text, opener.length);
		if (rest.length && (rest.data[0] == ' ' || rest.data[0] == ':'))
			return skip_opener(str_trim(rest.data[0] == ':' ? str_from_offset(rest, 1) : rest));
	}
	return text.length && text.data[0] == ':' ? str_trim(str_from_offset(text, 1)) : text;
}

static struct str cut_at_ender(struct str text)
{
	size_t end = text.length;

	for (size_t i = 0; i < COUNT_OF(enders); i++) {
		size_t at = str_find_nocase(text, enders[i], 0);

		if (at != STR_NPOS && at > 0 && at < end)
			end = at;
	}
	return str_trim(str_slice(text, 0, end));
}

/* "Anna Muster 26. Januar 2022": a number begins what is no name. */
static struct str cut_at_number(struct str text)
{
	for (size_t i = 1; i < text.length; i++)
		if (ascii_is_digit(text.data[i]) && text.data[i - 1] == ' ')
			return str_trim(str_slice(text, 0, i));
	return text;
}

static bool is_nobody(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(nobodies); i++)
		if (str_equal_nocase(name, str_from(nobodies[i])))
			return true;
	return false;
}

static size_t count_words(struct str text)
{
	size_t words = 0;

	for (size_t i = 0; i < text.length; i++)
		words += text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' ');
	return words;
}

static bool is_name(struct str name)
{
	size_t digits = 0;

	if (name.length < 2 || name.length > NAME_MOST || name.data[0] == '(' || name.data[0] == '&' ||
		(ascii_is_digit(name.data[0]) && str_find_char(name, ' ', 0) != STR_NPOS) ||
		is_nobody(name) || count_words(name) > 8)
		return false;
	if (str_find(name, STR("://"), 0) != STR_NPOS || str_starts_with(name, STR("@")) ||
	    str_find(name, STR("www."), 0) != STR_NPOS || str_find_char(name, '@', 0) != STR_NPOS)
		return false;
	for (size_t i = 0; i < name.length; i++)
		digits += ascii_is_digit(name.data[i]);
	return digits * 2 < name.length && name.data[name.length - 1] != '?';
}

/* Whether each word begins as names do: "Anna van der Muster". */
static bool is_capitalised(struct str name)
{
	static const char *const particles[] = {"von", "van", "de", "der", "den", "la", "le", "di", "da",
		"dos", "bin", "al", "del", "du", "ten", "zu", "und", "and", "y", "et", "e", "i"};
	struct str word;

	while (str_next(&name, ' ', &word)) {
		bool is_particle = word.length == 0 || word.data[0] == '&';

		for (size_t i = 0; i < COUNT_OF(particles); i++)
			is_particle |= str_equal(word, str_from(particles[i]));
		if (!is_particle && word.data[0] >= 'a' && word.data[0] <= 'z')
			return false;
	}
	return true;
}

static bool is_listed(const struct str_list *names, struct str name, struct arena *arena)
{
	for (size_t i = 0; i < names->count; i++)
		if (str_equal(outline_key(names->items[i], arena), outline_key(name, arena)))
			return true;
	return false;
}

/* "Anna Muster/dpa": the agency is no part of the name. */
static struct str cut_agency(struct str name)
{
	size_t at = str_find_last_char(name, '/');

	if (at == STR_NPOS || count_words(str_slice(name, 0, at)) < 2 || name.length - at > 8 ||
		at + 1 >= name.length || !(name.data[at + 1] >= 'A' && name.data[at + 1] <= 'Z'))
		return name;
	return str_trim(str_slice(name, 0, at));
}

static void add_name(struct str name, struct arena *arena, struct str_list *names)
{
	name = cut_agency(skip_opener(str_trim(name)));
	while (name.length && (name.data[name.length - 1] == ',' || name.data[name.length - 1] == ':' ||
	                       name.data[name.length - 1] == ';'))
		name = str_trim(str_slice(name, 0, name.length - 1));
	if (str_starts_with_nocase(name, STR("show all")) || str_starts_with_nocase(name, STR("view all")) ||
		(count_words(name) > 1 && name.data[0] >= 'a' && name.data[0] <= 'z' &&
			str_find_char(name, '-', 0) == STR_NPOS))
		return;
	if (is_name(name) && names->count < NAMES_MOST && !is_listed(names, name, arena))
		*LIST_PUSH(arena, names) = name;
}

void byline_split(struct str text, struct arena *arena, struct str_list *names)
{
	text = cut_at_number(cut_at_ender(skip_opener(utf8_collapse(arena, text))));
	while (text.length) {
		size_t end = text.length, length = 0;

		for (size_t i = 0; i < COUNT_OF(joints); i++) {
			size_t at = str_find(text, joints[i], 0);

			if (at < end || (at == end && joints[i].length > length && at < text.length)) {
				end = at;
				length = joints[i].length;
			}
		}
		add_name(str_slice(text, 0, end), arena, names);
		text = str_from_offset(text, end + length);
	}
}

static bool is_site(struct page *page, struct str name)
{
	struct str key = outline_key(name, page->scratch);
	struct str host = outline_key(url_host(page->base), page->scratch);

	for (size_t i = 0; i < page->claims[PAGE_SITE].count; i++)
		if (str_equal(key, outline_key(page->claims[PAGE_SITE].items[i].value, page->scratch)))
			return true;
	return key.length > 3 && str_find(host, key, 0) != STR_NPOS && count_words(name) == 1;
}

/* Elements that hold a name. */
enum sign { BY_PROPERTY, BY_REL, BY_ADDRESS, BY_CLASS };

static const struct name_row {
	enum sign sign;
	const char *word;
	int weight;
	const char *source;
} name_rows[] = {
	{BY_PROPERTY, "author", 75, "itemprop=author"},
	{BY_PROPERTY, "creator", 60, "itemprop=creator"},
	{BY_REL, "author", 68, "rel=author"},
	{BY_ADDRESS, "/author/", 66, "link to an author"},
	{BY_ADDRESS, "/authors/", 66, "link to an author"},
	{BY_ADDRESS, "/autor/", 66, "link to an author"},
	{BY_ADDRESS, "/autoren/", 66, "link to an author"},
	{BY_ADDRESS, "/auteur/", 66, "link to an author"},
	{BY_ADDRESS, "/autore/", 66, "link to an author"},
	{BY_ADDRESS, "/staff/", 64, "link to an author"},
	{BY_ADDRESS, "/by/", 62, "link to an author"},
	{BY_ADDRESS, "/contributors/", 62, "link to an author"},
	{BY_ADDRESS, "/journalist", 62, "link to an author"},
	{BY_ADDRESS, "/newsteam/", 62, "link to an author"},
	{BY_ADDRESS, "/profile/", 52, "link to a profile"},
	{BY_ADDRESS, "/people/", 52, "link to a profile"},
	{BY_ADDRESS, "/user", 48, "link to a profile"},
	{BY_ADDRESS, "/member", 46, "link to a profile"},
	{BY_CLASS, "byline", 58, "element classed byline"},
	{BY_CLASS, "author", 56, "element classed author"},
	{BY_CLASS, "autor", 54, "element classed author"},
	{BY_CLASS, "auteur", 54, "element classed author"},
	{BY_CLASS, "writer", 54, "element classed writer"},
	{BY_CLASS, "username", 46, "element classed username"},
};

/* Classes of what stands beside a name. */
static const char *const not_names[] = {
	"bio", "avatar", "image", "img", "photo", "desc", "title", "role", "social", "share", "comment",
	"position", "count", "more", "follow", "articles", "posts",
};

static bool has_word_of(const struct node *node, const char *const words[], size_t count)
{
	struct str class = node_attribute(node, "class");

	for (size_t i = 0; i < count; i++)
		if (str_find_nocase(class, str_from(words[i]), 0) != STR_NPOS)
			return true;
	return false;
}

static struct str text_of(struct page *page, uint32_t index)
{
	return plain_line(page->elements.items[index].node, page->scratch);
}

static struct str join(struct page *page, struct str names, struct str name)
{
	return names.length ? arena_printf(page->scratch, "%.*s, %.*s", STR_ARG(names), STR_ARG(name)) : name;
}

/* Of an element that says more than a name: the first of its texts that is one. */
static struct str first_name_in(struct page *page, uint32_t index)
{
	const struct node *top = page->elements.items[index].node;

	for (const struct node *node = top; (node = node_after(node, top));) {
		struct str text = node->kind == NODE_TEXT ? str_trim(node->text) : STR_NONE;

		if (text.length && is_name(skip_opener(text)) && count_words(text) > 1)
			return text;
	}
	return STR_NONE;
}

/* The text of an author's element: of what is marked as the name in it, else of the links in it that are
 * names, else all of it. */
static struct str author_text(struct page *page, uint32_t index)
{
	const struct element *element = &page->elements.items[index];
	struct str linked = STR_NONE, text;
	uint32_t end = element->end < index + REACH ? element->end : index + REACH;

	for (uint32_t i = index + 1; i < end; i++)
		if (str_equal(node_attribute(page->elements.items[i].node, "itemprop"), STR("name")))
			return text_of(page, i).length
				       ? text_of(page, i)
				       : node_attribute(page->elements.items[i].node, "content");
	if (element->node->first == NULL)
		return node_attribute(element->node, "content");
	for (uint32_t i = index + 1; i < end; i++) {
		const struct node *node = page->elements.items[i].node;

		if (page->elements.items[i].tag != HTML_A &&
			str_find_nocase(node_attribute(node, "class"), STR("name"), 0) == STR_NPOS)
			continue;
		text = text_of(page, i);
		if (is_name(skip_opener(text)) && !has_word_of(node, not_names, COUNT_OF(not_names)))
			linked = join(page, linked, text);
		i = page->elements.items[i].end - 1;
	}
	text = text_of(page, index);
	if (linked.length == 0 && count_words(text) > 5)
		linked = first_name_in(page, index);
	return linked.length ? linked : text;
}

/* The first paragraph of the body: names and dates above it are the article's own. */
static uint32_t first_paragraph(const struct page *page)
{
	uint32_t from = page->title == NO_ELEMENT ? page->body : page->title;

	for (uint32_t i = from + 1; i < page->elements.count; i++)
		if (page->elements.items[i].own_text > 160 && page->elements.items[i].own_stops > 1 &&
		    element_is_inside(&page->elements, i, page->body))
			return i;
	return from + 60;
}

/* How near an element stands to the title: bylines below the article and of other articles count less. */
static int nearness(const struct page *page, uint32_t index)
{
	uint32_t end = page->elements.items[page->body].end;

	if (page->title != NO_ELEMENT && index > page->title && index <= page->first_paragraph)
		return 8;
	if (page->title != NO_ELEMENT && index < page->title && index + 40 > page->title)
		return 4;
	if (element_is_inside(&page->elements, index, page->body))
		return 0;
	return index > page->body && index < end + 40 ? -6 : -30;
}

static bool has_sign(const struct name_row *row, const struct element *element)
{
	const struct node *node = element->node;
	struct str word = str_from(row->word);

	switch (row->sign) {
	case BY_PROPERTY:
		return str_find_nocase(node_attribute(node, "itemprop"), word, 0) != STR_NPOS ||
		       str_find_nocase(node_attribute(node, "property"), word, 0) != STR_NPOS;
	case BY_REL: return str_find_nocase(node_attribute(node, "rel"), word, 0) != STR_NPOS;
	case BY_ADDRESS:
		return element->tag == HTML_A &&
		       str_find_nocase(node_attribute(node, "href"), word, 0) != STR_NPOS;
	default:
		return (str_find_nocase(node_attribute(node, "class"), word, 0) != STR_NPOS ||
		        str_find_nocase(node_attribute(node, "id"), word, 0) != STR_NPOS) &&
		       !has_word_of(node, not_names, COUNT_OF(not_names));
	}
}

static void claim_element(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];

	for (size_t r = 0; r < COUNT_OF(name_rows); r++) {
		struct str text;

		if (!has_sign(&name_rows[r], element))
			continue;
		if (element->text > AUTHOR_MOST)
			return;
		text = author_text(page, i);
		if (text.length && text.length <= BYLINE_MOST)
			claims_add_at(page, PAGE_AUTHOR, text, name_rows[r].source,
				name_rows[r].weight + nearness(page, i), i);
		return;
	}
}

/* "06.11.2023 13:30 von Olga", "Posted by Anna @ 12:00": a name after a word that says so. */
static const struct str inner_openers[] = {
	STR_INIT("by "), STR_INIT("von "), STR_INIT("par "), STR_INIT("por "), STR_INIT("autor: "),
	STR_INIT("autorin: "), STR_INIT("author: "), STR_INIT("di "), STR_INIT("door "),
	STR_INIT("auteur : "), STR_INIT("auteur: "), STR_INIT("auteur(s) : "), STR_INIT("herausgeber: "),
	STR_INIT("quelle: "), STR_INIT("source: "), STR_INIT("fuente: "), STR_INIT("words: "),
	STR_INIT("text: "), STR_INIT("autore: "), STR_INIT("auteur(s) : "), STR_INIT("beitrag von: "),
	STR_INIT("artikel von: "), STR_INIT("przez "), STR_INIT("av "), STR_INIT("af "),
	STR_INIT("автор: "),
};

static struct str after_opener(struct str text, bool is_at_start)
{
	for (size_t i = 0; i < COUNT_OF(inner_openers); i++)
		for (size_t at = 0; (at = str_find_nocase(text, inner_openers[i], at)) != STR_NPOS; at++) {
			struct str rest = str_trim(str_from_offset(text, at + inner_openers[i].length));

			if (at > 0 && text.data[at - 1] != ' ' && text.data[at - 1] != '|' &&
				text.data[at - 1] != '(')
				continue;
			if (at > (is_at_start ? 0 : 60) || rest.length == 0 ||
				(rest.data[0] >= 'a' && rest.data[0] <= 'z' && at != 0))
				continue;
			return rest;
		}
	return STR_NONE;
}

/* "11.12.2019 - Anna Muster": two or three words and nothing else behind a date. */
static struct str after_date(struct str text)
{
	static const struct str dashes[] = {
		STR_INIT(" - "), STR_INIT(" – "), STR_INIT(" | "), STR_INIT(" / "), STR_INIT(" • ")};

	for (size_t i = 0; i < COUNT_OF(dashes); i++) {
		size_t at = str_find(text, dashes[i], 0);
		struct str rest =
			at == STR_NPOS ? STR_NONE : str_trim(str_from_offset(text, at + dashes[i].length));
		bool has_digits = at != STR_NPOS && at >= 6 && ascii_is_digit(text.data[at - 1]);

		if (has_digits && count_words(rest) >= 2 && count_words(rest) <= 3)
			return rest;
	}
	return STR_NONE;
}

static bool is_in_figure(const struct element_list *elements, uint32_t index)
{
	for (int i = 0; i < 6 && index != NO_ELEMENT; i++, index = elements->items[index].parent)
		if (elements->items[index].tag == HTML_FIGURE ||
			elements->items[index].tag == HTML_FIGCAPTION ||
			str_find_nocase(node_attribute(elements->items[index].node, "class"), STR("caption"),
				0) != STR_NPOS)
			return true;
	return false;
}

/* A short line near the title that says who wrote it. */
static void claim_line(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	int near = nearness(page, i);
	struct str text;

	bool is_box = element->own_text == 0 && element->text <= 80 && element->tag == HTML_DIV;

	if (element->text < 6 || (element->own_text < 6 && !is_box) || element->own_text > 140 ||
		element->text > 260 || near < -6 || i == page->title ||
		(element->tag >= HTML_H1 && element->tag <= HTML_H3))
		return;
	text = text_of(page, i);
	text = after_opener(text, near <= 0).length ? after_opener(text, near <= 0) : after_date(text);
	text = cut_at_number(cut_at_ender(text));
	if (text.length && ascii_is_digit(text.data[0]))
		return;
	if (text.length && text.length < NAME_MOST && is_capitalised(text) &&
		!is_in_figure(&page->elements, i))
		claims_add_at(page, PAGE_AUTHOR, text, "line with a name",
		              (count_words(text) > 1 ? 50 : 43) + near, i);
}

/* The names of the claims that come from the place of the best one. Elements far from the first are other
 * articles' bylines. */
static void take_names(struct page *page, const struct claim *best, bool may_be_site, struct str_list *names)
{
	struct str_list found = {0};

	for (size_t i = 0; i < page->claims[PAGE_AUTHOR].count; i++) {
		const struct claim *claim = &page->claims[PAGE_AUTHOR].items[i];
		bool is_marked = best->weight >= WEIGHT_MARKED && claim->source == best->source &&
				 claim->weight == best->weight && claim->element <= best->element + ADJACENT;

		if (claim == best || is_marked)
			byline_split(claim->value, page->scratch, &found);
	}
	for (size_t i = 0; i < found.count; i++)
		if ((may_be_site && (best->element || best->weight >= 75)) || !is_site(page, found.items[i]))
			*LIST_PUSH(page->arena, names) = arena_copy(page->arena, found.items[i]);
}

/* The names of the strongest claim that has any. The name of the site is one only where nothing better is. */
static void choose_names(struct page *page, bool may_be_site, struct str_list *names)
{
	const struct claim_list *claims = &page->claims[PAGE_AUTHOR];
	int below = 101;

	while (names->count == 0) {
		const struct claim *best = NULL;

		for (size_t i = 0; i < claims->count; i++)
			if (claims->items[i].weight < below &&
				(!best || claims->items[i].weight > best->weight))
				best = &claims->items[i];
		if (best == NULL || best->weight < (may_be_site ? WEIGHT_LEAST : WEIGHT_FAIR))
			break;
		below = best->weight;
		take_names(page, best, may_be_site, names);
	}
}

static bool is_comment_area(const struct element *element)
{
	return element->is_removed && element->is_certain;
}

void byline_read(struct page *page, struct article *article)
{
	page->first_paragraph = first_paragraph(page);
	for (uint32_t i = 1; i < page->elements.count; i++) {
		if (is_comment_area(&page->elements.items[i])) {
			i = page->elements.items[i].end - 1;
			continue;
		}
		if (page->elements.items[i].node->attributes)
			claim_element(page, i);
		claim_line(page, i);
	}
	choose_names(page, false, &article->authors);
	if (article->authors.count == 0)
		choose_names(page, true, &article->authors);
	claims_explain(page, PAGE_AUTHOR, article->authors.count ? article->authors.items[0] : STR_NONE);
}
