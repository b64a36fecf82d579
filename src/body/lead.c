#include "body/lead.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/body/body.h"

#define LEAD_LEAST 20  /* bytes */
#define LEAD_MOST 1000
#define DAY_MOST 40
#define REACH 60       /* elements after the title that are looked at */

static const char shown_source[] = "element under the title";

static const char *const lead_classes[] = {
	"standfirst", "dek", "lead", "lede", "summary", "subtitle", "sub-title", "subhead", "subheadline",
	"sub-headline", "strapline", "teaser-text", "intro", "abstract", "deck", "chapo", "entradilla",
	"bajada", "ingress", "vorspann", "kicker-text", "excerpt", "description",
};

static bool has_lead_class(const struct node *node)
{
	struct str rest = node_attribute(node, "class"), word;

	if (str_equal(node_attribute(node, "itemprop"), STR("description")) ||
	    str_equal(node_attribute(node, "itemprop"), STR("alternativeHeadline")))
		return true;
	while (str_next(&rest, ' ', &word))
		for (size_t i = 0; i < COUNT_OF(lead_classes); i++)
			if (str_find_nocase(word, str_from(lead_classes[i]), 0) != STR_NPOS &&
				str_find_nocase(word, STR("headline-"), 0) == STR_NPOS &&
				str_find_nocase(word, STR("leader"), 0) == STR_NPOS)
				return true;
	return false;
}

/* Captions and biographies have such classes inside. */
static bool is_of_something_else(const struct element *element)
{
	static const char *const words[] = {"caption", "author", "copyright", "credit"};

	for (size_t i = 0; element->node->attributes && i < COUNT_OF(words); i++)
		if (str_find_nocase(node_attribute(element->node, "class"), str_from(words[i]), 0) != STR_NPOS)
			return true;
	return element->tag == HTML_FIGURE || element->tag == HTML_FIGCAPTION;
}

/* Whether an element is the standfirst. A class such as "teaser", for which it was removed, is one for it
 * here. */
static bool is_lead(const struct page *page, uint32_t i)
{
	const struct element *title = &page->elements.items[page->title], *element = &page->elements.items[i];

	if (element->paragraphs > 3 || element->text < LEAD_LEAST || element->text > LEAD_MOST ||
		element->is_unread || element->is_certain || element->link * 2 > element->text)
		return false;
	if (element->tag == HTML_H2 && i == title->end && element->parent == title->parent &&
		(element->text >= 3 * LEAD_LEAST ||
			page->elements.items[title->parent].tag == HTML_HGROUP))
		return true;
	return element->node->attributes &&
	       (has_lead_class(element->node) ||
		       (element->is_removed && element->paragraphs &&
			       str_find_nocase(node_attribute(element->node, "class"), STR("teaser"), 0) !=
				       STR_NPOS));
}

/* "Ostmark, 4 March 2024" in the place of a standfirst. */
static bool is_day(struct page *page, uint32_t i)
{
	const struct element *element = &page->elements.items[i];
	struct str text = element->text < DAY_MOST ? plain_line(element->node, page->scratch) : STR_NONE;
	int digits = 0;

	for (size_t c = 0; c < text.length; c++)
		digits += ascii_is_digit(text.data[c]);
	return digits >= 5;
}

uint32_t lead_find(struct page *page)
{
	const struct element_list *elements = &page->elements;

	if (page->title == NO_ELEMENT)
		return NO_ELEMENT;
	for (uint32_t i = elements->items[page->title].end; i < elements->count && i < page->title + REACH;
		i++) {
		const struct element *element = &elements->items[i];

		if (is_of_something_else(element)) {
			i = element->end - 1;
			continue;
		}
		if (is_lead(page, i) && !is_day(page, i))
			return i;
		if (element->is_removed)
			i = element->end - 1;
		else if (element->paragraphs && element->own_text > LEAD_LEAST && i > page->body)
			break; /* the body has begun */
	}
	return NO_ELEMENT;
}

static struct str first_paragraph(const struct article *article)
{
	for (size_t i = 0; i < article->blocks.count && i < 6; i++)
		if (article->blocks.items[i].kind == BLOCK_PARAGRAPH)
			return article->blocks.items[i].text;
	return STR("");
}

/* Whether the body begins with what the head describes it with, if only with its first words. */
static bool repeats_body(struct page *page, struct str text, const struct article *article)
{
	struct str key = outline_key(text, page->scratch),
		   first = outline_key(first_paragraph(article), page->scratch);
	size_t compared = key.length < first.length ? key.length : first.length;

	if (compared > 60)
		compared = 60;
	return compared == 0 ? key.length == 0
			     : str_equal(str_slice(key, 0, compared), str_slice(first, 0, compared));
}

static bool is_cut_off(struct str text)
{
	return str_ends_with(text, STR("…")) || str_ends_with(text, STR("..."));
}

/* The strongest claim that is not cut off; the first of equals. */
static struct str best_lead(struct page *page)
{
	const struct claim_list *claims = &page->claims[PAGE_STANDFIRST];
	struct str best = STR_NONE;
	int weight = 0;

	for (size_t i = 0; i < claims->count; i++) {
		if (claims->items[i].weight <= weight ||
			(claims->items[i].source != shown_source && is_cut_off(claims->items[i].value)))
			continue;
		best = claims->items[i].value;
		weight = claims->items[i].weight;
	}
	return best.data ? body_plain(best, page->arena) : STR_NONE;
}

struct str lead_read(struct page *page, uint32_t element, const struct article *article)
{
	struct str taken;

	if (element != NO_ELEMENT)
		claims_add(page, PAGE_STANDFIRST,
			plain_line(page->elements.items[element].node, page->scratch),
			shown_source, 80);
	taken = best_lead(page);
	if (taken.data && repeats_body(page, taken, article))
		taken = STR_NONE;
	claims_explain(page, PAGE_STANDFIRST, taken);
	return taken;
}
