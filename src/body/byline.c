#include "body/byline.h"
#include "body/byline_lines.h"
#include "body/bywords.h"
#include "body/metadata.h"
#include "body/names.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#define BYLINE_MOST 200  /* bytes */
#define AUTHOR_MOST 3000 /* bytes of an element that may hold a name among other things */
#define WEIGHT_MARKED 66 /* per cent: markup that says "author", and no guess */
#define BEHIND 40        /* elements behind the body that may tell its author */
#define REACH 60         /* elements inside one that are looked at for the name */
#define ADJACENT 10      /* elements: one byline's names are not further from each other */
#define WEIGHT_NEAR 60   /* per cent: who signs near the title may be called as the site is */
#define WEIGHT_FAIR 55   /* per cent: a weaker claim gives way to the name of the site */
#define WEIGHT_LEAST 40  /* per cent: a weaker claim is no better than none */
#define VAGUE_WORDS 4    /* words in them at most */
#define WEIGHT_VAGUE                                                                                         \
	41 /* per cent: classes of other things too count between the title and the text only                \
	    */

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
	{BY_CLASS, "publisher", 40, "element classed publisher"},
	{BY_CLASS, "credit", 39, "element classed credit"},
	{BY_CLASS, "source", 38, "element classed source"},
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

		if (text.length && names_is_plausible(bywords_skip_opener(text)) &&
			names_count_words(text) > 1)
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
		if (names_is_plausible(bywords_skip_opener(text)) && !is_rubric(node) &&
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

/* An attribute, and which letters are in it: most words are told from it by one letter that it has not. */
struct mark {
	struct str value;
	uint32_t letters;
};

/* What the attributes of an element may say of an author. */
struct marks {
	struct mark item, property, rel, href, class, id;
};

static struct mark mark_of(const struct node *node, const char *name)
{
	struct mark mark = {node_attribute(node, name), 0};

	for (size_t i = 0; i < mark.value.length; i++)
		mark.letters |= 1u << (mark.value.data[i] & 31);
	return mark;
}

static struct marks marks_of(const struct element *element)
{
	const struct node *node = element->node;

	return (struct marks){mark_of(node, "itemprop"), mark_of(node, "property"), mark_of(node, "rel"),
		element->tag == HTML_A ? mark_of(node, "href") : (struct mark){STR_NONE, 0},
		mark_of(node, "class"), mark_of(node, "id")};
}

static bool holds(struct mark mark, struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (!(mark.letters >> (word.data[i] & 31) & 1))
			return false;
	return str_find_nocase(mark.value, word, 0) != STR_NPOS;
}

/* "/user" is in "/users/7" and in "/userinfo.php", and "/member" is none in "/membership". */
static bool has_part(struct mark href, struct str part)
{
	size_t host = str_find(href.value, STR("://"), 0), path = host == STR_NPOS ? 0 : host + 3;
	size_t at = holds(href, part) ? str_find_nocase(href.value, part, path) : STR_NPOS;
	struct str rest = at == STR_NPOS ? STR_NONE : str_from_offset(href.value, at + part.length);

	if (at == STR_NPOS || str_ends_with(part, STR("/")))
		return at != STR_NPOS;
	if (str_starts_with(rest, STR("s")))
		rest = str_from_offset(rest, 1);
	return rest.length == 0 || !ascii_is_alpha(rest.data[0]) || str_starts_with(rest, STR("info"));
}

static bool has_sign(const struct name_row *row, const struct node *node, const struct marks *marks)
{
	struct str word = str_from(row->word);

	switch (row->sign) {
	case BY_PROPERTY:
		return holds(marks->item, word) || holds(marks->property, word);
	case BY_REL:
		return holds(marks->rel, word);
	case BY_ADDRESS:
		return has_part(marks->href, word);
	default:
		return (holds(marks->class, word) || holds(marks->id, word)) &&
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

/* What a place adds to a weight. Marks that say nothing else than "author" are looked for further behind. */
static int nearness_of(const struct page *page, const struct name_row *row, uint32_t i)
{
	int near = byline_nearness(page, i);

	return row->weight > WEIGHT_FAIR && near < NEAR_BEHIND && i > page->body && i < page->behind
		       ? NEAR_BEHIND
		       : near;
}

static void claim_element(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	struct marks marks = marks_of(element);

	for (size_t r = 0; r < COUNT_OF(name_rows); r++) {
		struct str text;
		int near;

		if (!has_sign(&name_rows[r], element->node, &marks))
			continue;
		near = nearness_of(page, &name_rows[r], i);
		if (element->text > AUTHOR_MOST || is_licence(element->node) ||
			(name_rows[r].weight < WEIGHT_VAGUE && (near <= 0 || byline_is_in_figure(page, i))))
			return;
		text = author_text(page, i);
		if (name_rows[r].weight < WEIGHT_VAGUE && names_count_words(text) > VAGUE_WORDS)
			return;
		if (text.length && text.length <= BYLINE_MOST && !is_of_doubt(&name_rows[r], text))
			claims_add_at(
				page, PAGE_AUTHOR, text, name_rows[r].source, name_rows[r].weight + near, i);
		return;
	}
}

/* Whether a class keeps an element from readers: what is only there for machines. */
static bool is_class_hidden(const struct node *node)
{
	struct str class = node_attribute(node, "class");

	return class.length && (str_find_nocase(class, STR("-hidden"), 0) != STR_NPOS ||
				       str_find_nocase(class, STR("screen-reader"), 0) != STR_NPOS);
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
		node = tag == HTML_HEAD || tag == HTML_SCRIPT || tag == HTML_STYLE ||
				       (node->attributes && is_class_hidden(node))
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
		return !is_of_site && claim->source != jsonld_page_author && names_are_capitalised(name) &&
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

/* Many names of one class and none of them near the title: those who praise a product, or answer. */
static bool is_one_of_many(const struct page *page, const struct claim *best)
{
	int others = 0;

	if (best->element == 0 || best->weight >= WEIGHT_NEAR || byline_nearness(page, best->element) > 0)
		return false;
	for (size_t i = 0; i < page->claims[PAGE_AUTHOR].count; i++) {
		const struct claim *claim = &page->claims[PAGE_AUTHOR].items[i];

		others += claim->source == best->source && claim->weight == best->weight &&
			  !str_equal(claim->value, best->value);
	}
	return others > 2;
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
		if (!is_one_of_many(page, best))
			take_names(page, best, may_be_site, names);
	}
}

/* Whether a fuller name says the same: "Anna Muster" of "Anna", and of itself. */
static bool is_said_by(struct page *page, struct str name, struct str fuller)
{
	struct str first = str_slice(fuller, 0, str_find_char(fuller, ' ', 0));

	return str_equal(outline_key(name, page->scratch), outline_key(fuller, page->scratch)) ||
	       (names_count_words(name) == 1 && names_count_words(fuller) == 2 &&
		       str_equal_nocase(name, first));
}

static bool are_all_said(struct page *page, const struct str_list *names, const struct str_list *fuller)
{
	for (size_t i = 0; i < names->count; i++) {
		bool is_said = false;

		for (size_t f = 0; f < fuller->count; f++)
			is_said |= is_said_by(page, names->items[i], fuller->items[f]);
		if (!is_said)
			return false;
	}
	return true;
}

static bool are_people(const struct str_list *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (names_count_words(names->items[i]) < 2 || names_count_words(names->items[i]) > 4 ||
			!names_are_capitalised(names->items[i]))
			return false;
	return true;
}

static size_t count_words_of(const struct str_list *names)
{
	size_t words = 0;

	for (size_t i = 0; i < names->count; i++)
		words += names_count_words(names->items[i]);
	return words;
}

/* Heads often name the first of several authors, or call one by the first name: a line near the title that
 * says the same and more is taken instead. */
static void take_fuller(struct page *page, struct str_list *names)
{
	for (size_t i = 0; names->count && i < page->claims[PAGE_AUTHOR].count; i++) {
		const struct claim *claim = &page->claims[PAGE_AUTHOR].items[i];
		struct str_list fuller = {0};

		if (claim->source != byline_line_source || byline_nearness(page, claim->element) <= 0)
			continue;
		names_split(claim->value, page->scratch, &fuller);
		if (count_words_of(&fuller) <= count_words_of(names) || !are_people(&fuller) ||
			!are_all_said(page, names, &fuller))
			continue;
		names->count = 0;
		for (size_t f = 0; f < fuller.count; f++)
			*LIST_PUSH(page->arena, names) = arena_copy(page->arena, fuller.items[f]);
	}
}

/* Systems for sites name who put the page up, and the line under the title who wrote it: where readers do not
 * see the first, it is the second. */
static void take_printed(struct page *page, struct str_list *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (is_shown(page, names->items[i]))
			return;
	for (size_t i = 0; names->count && i < page->claims[PAGE_AUTHOR].count; i++) {
		const struct claim *claim = &page->claims[PAGE_AUTHOR].items[i];
		struct str_list printed = {0};

		if (claim->source != byline_line_source || byline_nearness(page, claim->element) < NEAR_ABOVE)
			continue;
		names_split(claim->value, page->scratch, &printed);
		if (printed.count == 0 || !are_people(&printed))
			continue;
		names->count = 0;
		for (size_t f = 0; f < printed.count; f++)
			*LIST_PUSH(page->arena, names) = arena_copy(page->arena, printed.items[f]);
		return;
	}
}

/* Where what stands right behind the body ends: boxes that were removed do not count. */
static uint32_t end_behind(const struct page *page)
{
	uint32_t i = page->elements.items[page->body].end;

	for (int left = BEHIND; left > 0 && i < page->elements.count; left--)
		i = page->elements.items[i].is_removed ? page->elements.items[i].end : i + 1;
	return i;
}

static bool is_comment_area(const struct element *element)
{
	return element->is_removed && element->is_certain;
}

void byline_read(struct page *page, struct article *article)
{
	page->first_paragraph = first_paragraph(page);
	page->behind = end_behind(page);
	for (uint32_t i = 1; i < page->elements.count; i++) {
		if (is_comment_area(&page->elements.items[i])) {
			i = page->elements.items[i].end - 1;
			continue;
		}
		if (page->elements.items[i].node->attributes)
			claim_element(page, i);
		byline_claim_lines(page, i);
	}
	byline_claim_toplines(page);
	choose_names(page, false, &article->authors);
	if (article->authors.count == 0)
		choose_names(page, true, &article->authors);
	take_fuller(page, &article->authors);
	take_printed(page, &article->authors);
	claims_explain(page, PAGE_AUTHOR, article->authors.count ? article->authors.items[0] : STR_NONE);
}
