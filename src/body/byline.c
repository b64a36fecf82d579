#include "body/byline.h"
#include "body/names.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#define BYLINE_MOST 200  /* bytes */
#define AUTHOR_MOST 3000 /* bytes of an element that may hold a name among other things */
#define WEIGHT_MARKED 66 /* per cent: markup that says "author", and no guess */
#define REACH 60         /* elements inside one that are looked at for the name */
#define ADJACENT 16      /* elements: one byline's names are not further from each other */
#define WEIGHT_NEAR 60   /* per cent: who signs near the title may be called as the site is */
#define WEIGHT_FAIR 55   /* per cent: a weaker claim gives way to the name of the site */
#define WEIGHT_LEAST 40  /* per cent: a weaker claim is no better than none */

static bool is_site(struct page *page, struct str name)
{
	struct str key = outline_key(name, page->scratch);
	struct str host = outline_key(url_host(page->base), page->scratch);

	for (size_t i = 0; i < page->claims[PAGE_SITE].count; i++)
		if (str_equal(key, outline_key(page->claims[PAGE_SITE].items[i].value, page->scratch)))
			return true;
	return key.length > 3 && str_find(host, key, 0) != STR_NPOS && names_count_words(name) == 1;
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
	"bio",
	"avatar",
	"image",
	"img",
	"photo",
	"desc",
	"title",
	"role",
	"social",
	"share",
	"comment",
	"position",
	"count",
	"more",
	"follow",
	"articles",
	"posts",
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

		if (text.length && names_is_plausible(names_skip_opener(text)) && names_count_words(text) > 1)
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
		if (names_is_plausible(names_skip_opener(text)) &&
			!has_word_of(node, not_names, COUNT_OF(not_names)))
			linked = join(page, linked, text);
		i = page->elements.items[i].end - 1;
	}
	text = text_of(page, index);
	if (linked.length == 0 && names_count_words(text) > 5)
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
	case BY_REL:
		return str_find_nocase(node_attribute(node, "rel"), word, 0) != STR_NPOS;
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
	STR_INIT("by "),
	STR_INIT("von "),
	STR_INIT("par "),
	STR_INIT("por "),
	STR_INIT("autor: "),
	STR_INIT("autorin: "),
	STR_INIT("author: "),
	STR_INIT("di "),
	STR_INIT("door "),
	STR_INIT("auteur : "),
	STR_INIT("auteur: "),
	STR_INIT("auteur(s) : "),
	STR_INIT("herausgeber: "),
	STR_INIT("quelle: "),
	STR_INIT("source: "),
	STR_INIT("fuente: "),
	STR_INIT("words: "),
	STR_INIT("text: "),
	STR_INIT("autore: "),
	STR_INIT("auteur(s) : "),
	STR_INIT("beitrag von: "),
	STR_INIT("artikel von: "),
	STR_INIT("przez "),
	STR_INIT("av "),
	STR_INIT("af "),
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

		if (has_digits && names_count_words(rest) >= 2 && names_count_words(rest) <= 3)
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
	struct str text, line;
	bool is_labelled;
	bool is_box = element->own_text == 0 && element->text <= 80 && element->tag == HTML_DIV;

	if (element->text < 6 || (element->own_text < 6 && !is_box) || element->own_text > 140 ||
		element->text > 260 || near < -6 || i == page->title ||
		(element->tag >= HTML_H1 && element->tag <= HTML_H3))
		return;
	text = text_of(page, i);
	line = text;
	text = after_opener(line, near <= 0);
	is_labelled = text.length && text.data > line.data + 1 && text.data[-2] == ':';
	if (text.length == 0)
		text = after_date(line);
	text = names_cut_number(names_cut_role(text));
	if (text.length && ascii_is_digit(text.data[0]))
		return;
	if (text.length && text.length < NAME_MOST && names_are_capitalised(text) &&
		!is_in_figure(&page->elements, i))
		claims_add_at(page, PAGE_AUTHOR, text, "line with a name",
			(names_count_words(text) > 1 ? 50 : 43) + near + (is_labelled ? 6 : 0), i);
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
			names_split(claim->value, page->scratch, &found);
	}
	for (size_t i = 0; i < found.count; i++)
		if ((may_be_site && best->weight >= 75) || (best->element && best->weight >= WEIGHT_NEAR) ||
			(may_be_site && best->element) || !is_site(page, found.items[i]))
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
