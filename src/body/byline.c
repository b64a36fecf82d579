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
#define ADJACENT 10      /* elements: one byline's names are not further from each other */
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

/* A link to a tag or a section that stands in the byline. */
static bool is_rubric(const struct node *node)
{
	static const char *const parts[] = {"/tag/", "/tags/", "/category/", "/kategorie/", "/categoria/",
		"/topic/", "/thema/", "/rubrik/", "/section/"};
	struct str href = node_attribute(node, "href");

	if (str_find(node_attribute(node, "rel"), STR("tag"), 0) != STR_NPOS)
		return true;
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (str_find(href, str_from(parts[i]), 0) != STR_NPOS)
			return true;
	return false;
}

/* Of an element that says more than a name: the first of its texts that is one. */
static struct str first_name_in(struct page *page, uint32_t index)
{
	const struct node *top = page->elements.items[index].node;

	for (const struct node *node = node_after(top, top); node;
		node = is_rubric(node) ? node_skip(node, top) : node_after(node, top)) {
		struct str text = node->kind == NODE_TEXT ? str_trim(node->text) : STR_NONE;

		if (text.length && names_is_plausible(names_skip_opener(text)) && names_count_words(text) > 1)
			return text;
	}
	return STR_NONE;
}

/* What the links to several authors share: the address up to its last part. */
static struct str kind_of_link(const struct node *node)
{
	struct str href = node_attribute(node, "href");

	href = str_slice(href, 0, str_find_char(href, '?', 0));
	while (href.length && href.data[href.length - 1] == '/')
		href.length--;
	return str_slice(href, 0, str_find_last_char(href, '/'));
}

/* The text of an author's element: of what is marked as the name in it, else of the links in it that are
 * names, else all of it. */
static struct str author_text(struct page *page, uint32_t index)
{
	const struct element *element = &page->elements.items[index];
	struct str linked = STR_NONE, kind = STR_NONE, text;
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
		if (names_is_plausible(names_skip_opener(text)) && !is_rubric(node) &&
			!has_word_of(node, not_names, COUNT_OF(not_names)) &&
			(linked.length == 0 || str_equal(kind, kind_of_link(node)))) {
			linked = join(page, linked, text);
			kind = kind_of_link(node);
		}
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

/* A licence is "by" somebody; its address says so too. */
static bool is_licence(const struct node *node)
{
	return str_find_nocase(node_attribute(node, "rel"), STR("license"), 0) != STR_NPOS ||
	       str_find_nocase(node_attribute(node, "href"), STR("creativecommons.org"), 0) != STR_NPOS;
}

/* Links to profiles lead to settings, rules and downloads as well: their text has to look like a name. */
static bool is_of_doubt(const struct name_row *row, struct str text)
{
	return row->sign == BY_ADDRESS && row->weight < WEIGHT_FAIR &&
	       (names_count_words(text) > 3 || (names_count_words(text) > 1 && !names_are_capitalised(text)));
}

static void claim_element(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];

	for (size_t r = 0; r < COUNT_OF(name_rows); r++) {
		struct str text;

		if (!has_sign(&name_rows[r], element))
			continue;
		if (element->text > AUTHOR_MOST || is_licence(element->node))
			return;
		text = author_text(page, i);
		if (text.length && text.length <= BYLINE_MOST && !is_of_doubt(&name_rows[r], text))
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

/* What may stand right before a "by" inside a line: "Story by", "13:30 Uhr von". "Songs by the sea" and "Karl
 * von Harbach" say nothing of who wrote them. */
static bool may_precede(struct str before)
{
	static const char *const words[] = {"article", "story", "posted", "written", "published", "text",
		"review", "words", "report", "reported", "column", "edited", "created", "uhr", "am", "pm",
		"artikel", "beitrag", "gastbeitrag", "bericht", "kommentar", "interview", "analyse",
		"kolumne", "reportage", "essay", "protokoll", "fotos", "bilder", "publicado", "publié",
		"escrito", "erstellt", "veröffentlicht", "geschrieben", "autor", "redaktion"};
	size_t start;

	before = str_trim(before);
	if (before.length == 0 || !(ascii_is_alpha(before.data[before.length - 1]) ||
					  (unsigned char)before.data[before.length - 1] >= 0xc3))
		return true;
	start = str_find_last_char(before, ' ');
	before = start == STR_NPOS ? before : str_from_offset(before, start + 1);
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal_nocase(before, str_from(words[i])))
			return true;
	return false;
}

static struct str after_opener(struct str text, bool is_at_start)
{
	for (size_t i = 0; i < COUNT_OF(inner_openers); i++)
		for (size_t at = 0; (at = str_find_nocase(text, inner_openers[i], at)) != STR_NPOS; at++) {
			struct str rest = str_trim(str_from_offset(text, at + inner_openers[i].length));

			if (at > 0 && text.data[at - 1] != ' ' && text.data[at - 1] != '|' &&
				text.data[at - 1] != '(')
				continue;
			if (at > (is_at_start ? 0 : 60) || rest.length == 0 ||
				(rest.data[0] >= 'a' && rest.data[0] <= 'z' && at != 0) ||
				!may_precede(str_slice(text, 0, at)))
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

static void claim_line(struct page *page, uint32_t i, struct str line)
{
	int near = nearness(page, i);
	struct str text = after_opener(line, near <= 0);
	bool is_labelled = text.length && text.data > line.data + 1 && text.data[-2] == ':';

	if (text.length == 0)
		text = after_date(line);
	text = names_cut_number(names_cut_role(text));
	if (text.length == 0 || text.length >= NAME_MOST || ascii_is_digit(text.data[0]) ||
		!names_are_capitalised(str_slice(text, 0, str_find_char(text, ',', 0))) ||
		is_in_figure(&page->elements, i))
		return;
	claims_add_at(page, PAGE_AUTHOR, text, "line with a name",
		(names_count_words(text) > 1 ? 50 : 43) + near + (is_labelled ? 6 : 0), i);
}

static bool may_hold_byline(const struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	bool is_box = element->own_text == 0 && element->text <= 80 && element->tag == HTML_DIV;

	return element->text >= 6 && (element->own_text >= 6 || is_box) && element->own_text <= 140 &&
	       element->text <= 260 && i != page->title &&
	       !(element->tag >= HTML_H1 && element->tag <= HTML_H3) && nearness(page, i) >= -6;
}

/* The lines of a short text near the title that say who wrote it. A label alone in its line belongs to the
 * next one. */
static void claim_lines(struct page *page, uint32_t i)
{
	struct str rest, line, label = STR_NONE;

	if (!may_hold_byline(page, i))
		return;
	rest = plain_lines(page->elements.items[i].node, page->scratch);
	while (str_next(&rest, '\n', &line)) {
		line = str_trim(line);
		if (label.length)
			line = arena_printf(page->scratch, "%.*s %.*s", STR_ARG(label), STR_ARG(line));
		label = names_are_awaited(line) ? line : STR_NONE;
		if (label.length == 0)
			claim_line(page, i, line);
	}
}

/* Whether a text that readers see has the name. */
static bool is_shown(const struct page *page, struct str name)
{
	const struct node *node = page->top;

	while (node) {
		enum html_tag tag = html_tag_of(node);

		if (node->kind == NODE_TEXT && node->text.length >= name.length &&
			str_find_nocase(node->text, name, 0) != STR_NPOS)
			return true;
		node = tag == HTML_HEAD || tag == HTML_SCRIPT || tag == HTML_STYLE
			       ? node_skip(node, page->top)
			       : node_after(node, page->top);
	}
	return false;
}

/* Of what only the head or a script says, no login, no office and no site is taken for an author. The name of
 * the site is one only near the title, or where nothing better is. */
static bool may_take(struct page *page, const struct claim *claim, bool may_be_site, struct str name)
{
	bool is_of_site = is_site(page, name);

	if (claim->element == 0 && !is_shown(page, name))
		return !is_of_site && names_are_capitalised(name) &&
		       (names_count_words(name) > 1 || (unsigned char)name.data[0] >= 0xe0);
	return !is_of_site || (claim->element && claim->weight >= WEIGHT_NEAR) ||
	       (may_be_site && (claim->element || claim->weight >= 75));
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
		if (may_take(page, best, may_be_site, found.items[i]))
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
		claim_lines(page, i);
	}
	choose_names(page, false, &article->authors);
	if (article->authors.count == 0)
		choose_names(page, true, &article->authors);
	claims_explain(page, PAGE_AUTHOR, article->authors.count ? article->authors.items[0] : STR_NONE);
}
