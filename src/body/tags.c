#include "body/tags.h"
#include "body/names.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/body/body.h"

#include <string.h>

#define TAG_LENGTH 60       /* bytes: a longer one is a headline */
#define TAG_LIST_LENGTH 600 /* bytes of a list of tags */
#define SUBJECTS_MOST 40    /* of a page */
#define CLOUD 25            /* links to tags far from the article: so many are the site's own index */
#define WEIGHT_LEAST 50     /* per cent */
#define KEYWORDS_MOST 8     /* keywords that may be the article's own */
#define KEYWORD_WORDS 3        /* words of one of them */
#define WEIGHT_SURE 60      /* per cent: weaker claims give way to the tags that readers see */
#define ABOVE 40            /* elements before the title or the body that may be about the article */
#define BELOW 120           /* elements behind the body that may */
#define LABEL_MOST 16       /* bytes before a list: "Categories: " */
#define GAP 16              /* elements between two tags of one list behind the body, at most */

static bool has_kind(const struct article *article, enum tag_kind kind)
{
	for (size_t i = 0; i < article->tags.count; i++)
		if (article->tags.items[i].kind == kind)
			return true;
	return false;
}

/* "Harbours (21)", "Harbours (21 posts)": how many articles have the tag is no part of it. */
static struct str cut_count(struct str name)
{
	size_t open = str_find_last_char(name, '(');

	return open != STR_NPOS && open > 0 && open + 1 < name.length &&
			       ascii_is_digit(name.data[open + 1]) && name.data[name.length - 1] == ')'
		       ? str_trim(str_slice(name, 0, open))
		       : name;
}

/* Without the signs around it: "#harbours", "harbours,", "“harbours”" in ASCII. */
static struct str strip(struct str name)
{
	static const char signs[] = "#-,;\"";

	name = str_trim(name);
	while (name.length && strchr(signs, name.data[0]))
		name = str_trim(str_from_offset(name, 1));
	while (name.length && strchr(signs + 2, name.data[name.length - 1]))
		name = str_trim(str_slice(name, 0, name.length - 1));
	return name;
}

/* Links of a list or trail to no subject: to its beginning, or to what does not fit. */
static bool is_step(struct str name)
{
	static const char *const words[] = {"home", "more", "mehr", "all", "alle", "startseite", "accueil",
		"inicio", "início", "plus", "zurück", "back", "overview", "übersicht"};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal_nocase(name, str_from(words[i])))
			return true;
	return false;
}

static bool is_title(struct page *page, const struct article *article, struct str name)
{
	return str_equal(outline_key(name, page->scratch), outline_key(article->title, page->scratch));
}

static void add(struct page *page, struct article *article, struct str name, enum tag_kind kind)
{
	name = cut_count(strip(name));
	if (name.length && name.data[0] != '/' && article->tags.count < SUBJECTS_MOST && !is_step(name) &&
		!is_title(page, article, name))
		article_add_tag(article, page->arena, name, kind);
}

static void add_claimed(struct page *page, struct article *article, enum page_field field, enum tag_kind kind)
{
	const struct claim *best = claims_best(page, field);

	if (best == NULL || best->weight < WEIGHT_LEAST)
		return;
	for (size_t i = 0; i < page->claims[field].count; i++) {
		const struct claim *claim = &page->claims[field].items[i];
		struct str rest = claim->value, piece;
		char joint = str_find_char(rest, ',', 0) == STR_NPOS ? ';' : ',';

		if (claim->source != best->source)
			continue;
		while (str_next(&rest, joint, &piece))
			add(page, article, body_plain(str_trim(piece), page->arena), kind);
	}
}

static void add_link(struct page *page, struct article *article, uint32_t link, enum tag_kind kind)
{
	struct str text = plain_line(page->elements.items[link].node, page->arena);

	if (text.length <= TAG_LENGTH)
		add(page, article, text, kind);
}

/* What may say something of the article: from a little above its title to a little below its body. Behind the
 * body the first list counts: `last` is the place of the latest tag. */
static bool is_near(const struct page *page, uint32_t i, uint32_t last)
{
	uint32_t from = page->title == NO_ELEMENT || page->title > page->body ? page->body : page->title;
	uint32_t end = page->elements.items[page->body].end;

	return i + ABOVE >= from && i < end + BELOW && (i < end || last <= from || i <= last + GAP);
}

static bool has_word(const struct node *node, struct str word)
{
	return str_find_nocase(node_attribute(node, "class"), word, 0) != STR_NPOS ||
	       str_find_nocase(node_attribute(node, "id"), word, 0) != STR_NPOS;
}

/* Links of the site's own index: its menu, or a cloud of all its tags. */
static bool is_of_site(const struct page *page, uint32_t i)
{
	const struct element_list *elements = &page->elements;

	for (int up = 0; up < 8 && i != NO_ELEMENT; up++, i = elements->items[i].parent) {
		const struct element *element = &elements->items[i];

		if (element_is_inside(elements, page->body, i))
			return false;
		if (element->tag == HTML_NAV || has_word(element->node, STR("menu")) ||
			has_word(element->node, STR("cloud")))
			return true;
	}
	return false;
}

static bool is_marked(const struct page *page, uint32_t i, enum tag_kind kind)
{
	struct str rel = page->elements.items[i].tag == HTML_A
				 ? node_attribute(page->elements.items[i].node, "rel")
				 : STR_NONE;

	return str_find(rel, STR("tag"), 0) != STR_NPOS &&
	       (str_find(rel, STR("category"), 0) != STR_NPOS) == (kind == TAG_CATEGORY);
}

/* Links of rel=tag. Where some stand near the article, others are the site's index. */
static void add_marked(struct page *page, struct article *article, enum tag_kind kind)
{
	uint32_t last = 0, far = 0;

	for (uint32_t i = 1; i < page->elements.count; i++)
		if (!is_marked(page, i, kind)) {
			continue;
		} else if (is_near(page, i, last) && !is_of_site(page, i)) {
			add_link(page, article, i, kind);
			last = i;
		} else {
			far++;
		}
	for (uint32_t i = 1; i < page->elements.count && last == 0 && far <= CLOUD; i++)
		if (is_marked(page, i, kind))
			add_link(page, article, i, kind);
}

/* Whether a list is one of subjects, by its class: "tags", "post-tags", "article__tags". */
static bool is_tag_list(const struct node *node)
{
	struct str class = node_attribute(node, "class");

	return class.length && (str_find_nocase(class, STR("tags"), 0) != STR_NPOS ||
				       str_find_nocase(class, STR("taglist"), 0) != STR_NPOS ||
				       str_find_nocase(class, STR("tag-list"), 0) != STR_NPOS ||
				       str_find_nocase(class, STR("keywords"), 0) != STR_NPOS);
}

/* The links of the first list of subjects behind the title. */
static void add_listed(struct page *page, struct article *article)
{
	const struct element_list *elements = &page->elements;
	uint32_t from = page->title == NO_ELEMENT ? page->body : page->title;
	uint32_t most = elements->items[page->body].end + 60, found = NO_ELEMENT;

	for (uint32_t i = from; i < elements->count && i < most && found == NO_ELEMENT; i++)
		if (is_tag_list(elements->items[i].node) && elements->items[i].text < TAG_LIST_LENGTH &&
			elements->items[i].link * 2 > elements->items[i].text)
			found = i;
	for (uint32_t i = found; found != NO_ELEMENT && i < elements->items[found].end; i++)
		if (elements->items[i].tag == HTML_A)
			add_link(page, article, i, TAG_TAG);
}

/* Whether a link leads to all that a site has in one category. */
static bool leads_to_category(const struct node *node)
{
	static const char *const parts[] = {"/category/", "/categories/", "/kategorie/", "/kategorien/",
		"/categorie/", "/categoria/", "/rubrik/", "/rubrique/"};
	struct str href = node_attribute(node, "href");

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (str_find_nocase(href, str_from(parts[i]), 0) != STR_NPOS)
			return true;
	return false;
}

/* Whether a link leads to all that a site has under one tag. */
static bool leads_to_tag(const struct node *node)
{
	static const char *const parts[] = {"/tag/", "/tags/", "/topic/", "/topics/", "/motcle/", "/mot-cle/",
		"/keyword/", "/schlagwort/", "/schlagworte/", "/stichwort/", "/etiqueta/", "/etiquetas/",
		"/tema/", "/temas/", "/thema/"};
	struct str href = node_attribute(node, "href");

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (str_find_nocase(href, str_from(parts[i]), 0) != STR_NPOS)
			return true;
	return false;
}

/* Links to tags that stand together below the text, or between it and the title: in a block of nothing else.
 */
static void add_leading(struct page *page, struct article *article, enum tag_kind kind)
{
	const struct element_list *elements = &page->elements;
	uint32_t from = page->title == NO_ELEMENT ? page->body : page->title, last = 0;

	for (uint32_t i = from; i < elements->count && is_near(page, i, last); i++) {
		const struct element *element = &elements->items[i],
				     *block = &elements->items[element->block];

		if (element->tag == HTML_A &&
			(kind == TAG_TAG ? leads_to_tag(element->node) : leads_to_category(element->node)) &&
			(block->own_link * 3 > block->own_text * 2 ||
				block->own_text - block->own_link <= LABEL_MOST) &&
			!is_of_site(page, i)) {
			add_link(page, article, i, kind);
			last = i;
		}
	}
}

static bool is_trail(const struct node *node)
{
	return has_word(node, STR("breadcrumb")) ||
	       str_find_nocase(node_attribute(node, "itemtype"), STR("BreadcrumbList"), 0) != STR_NPOS;
}

/* The section next above the article in the trail of links to it. The first link leads home. */
static void add_trail(struct page *page, struct article *article)
{
	const struct element_list *elements = &page->elements;
	uint32_t trail = 1, last = NO_ELEMENT, links = 0;

	while (trail < elements->count && !is_trail(elements->items[trail].node))
		trail++;
	for (uint32_t i = trail; trail < elements->count && i < elements->items[trail].end; i++) {
		struct str name = elements->items[i].tag == HTML_A
					  ? plain_line(elements->items[i].node, page->scratch)
					  : STR_NONE;

		if (name.length == 0 || is_title(page, article, name))
			continue;
		if (links++ && !is_step(name))
			last = i;
	}
	if (last != NO_ELEMENT)
		add_link(page, article, last, TAG_CATEGORY);
}

/* How many keywords a list has; more than may be when one of them is a clause of a sentence. */
static size_t count_keywords(struct str list)
{
	size_t count = 0;
	struct str piece;

	while (str_next(&list, ',', &piece))
		count += names_count_words(str_trim(piece)) > KEYWORD_WORDS ? KEYWORDS_MOST + 1
									  : str_trim(piece).length > 0;
	return count;
}

/* Many sites give all pages the same keywords. A few are the article's own when most are in what its head
 * says. */
static void add_keywords(struct page *page, struct article *article)
{
	const struct claim *told = claims_best(page, PAGE_TAG), *lead = claims_best(page, PAGE_STANDFIRST);
	struct str head = arena_printf(page->scratch, "%.*s %.*s", STR_ARG(article->title),
		STR_ARG(lead ? lead->value : STR("")));
	struct str rest = told ? told->value : STR_NONE, piece;
	size_t known = 0, count = count_keywords(rest);

	while (str_next(&rest, ',', &piece))
		known += str_trim(piece).length && str_find_nocase(head, str_trim(piece), 0) != STR_NPOS;
	if (count == 0 || count > KEYWORDS_MOST || known * 2 < count)
		return;
	for (rest = told->value; str_next(&rest, ',', &piece);)
		add(page, article, body_plain(str_trim(piece), page->arena), TAG_TAG);
}

/* The categories that a wiki lists under its pages. The link to the list of all of them is none. */
static void add_wiki(struct page *page, struct article *article)
{
	const struct element_list *elements = &page->elements;
	uint32_t list = 1;

	while (list < elements->count && str_find(node_attribute(elements->items[list].node, "id"),
						 STR("normal-catlinks"), 0) == STR_NPOS)
		list++;
	for (uint32_t i = list + 1; list < elements->count && i < elements->items[list].end; i++)
		if (elements->items[i].tag == HTML_A &&
			elements->items[elements->items[i].parent].tag == HTML_LI)
			add_link(page, article, i, TAG_CATEGORY);
}

void tags_read(struct page *page, struct article *article)
{
	const struct claim *told = claims_best(page, PAGE_TAG);

	add_claimed(page, article, PAGE_CATEGORY, TAG_CATEGORY);
	add_marked(page, article, TAG_CATEGORY);
	if (!has_kind(article, TAG_CATEGORY))
		add_trail(page, article);
	if (!has_kind(article, TAG_CATEGORY))
		add_leading(page, article, TAG_CATEGORY);
	if (!has_kind(article, TAG_CATEGORY))
		add_wiki(page, article);
	if (told && told->weight >= WEIGHT_SURE)
		add_claimed(page, article, PAGE_TAG, TAG_TAG);
	add_marked(page, article, TAG_TAG);
	if (!has_kind(article, TAG_TAG))
		add_listed(page, article);
	if (!has_kind(article, TAG_TAG))
		add_leading(page, article, TAG_TAG);
	if (!has_kind(article, TAG_TAG))
		add_claimed(page, article, PAGE_TAG, TAG_TAG);
	if (!has_kind(article, TAG_TAG))
		add_keywords(page, article);
}
