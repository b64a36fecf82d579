#include "body/headline.h"
#include "body/outline.h"
#include "body/plain.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"

#define ADDRESS_LEAST 8 /* letters of a heading that the address may confirm */
#define HEADLINE_MOST 400 /* bytes */

/* What headings are worth as the title, by what speaks for them. */
enum {
	WEIGHT_CONFIRMED = 90, /* other places of the page say the same */
	WEIGHT_REWORDED = 85,
	WEIGHT_ADDRESS = 78, /* the address of the page says the same */
	WEIGHT_ONLY_H1 = 62,
	WEIGHT_CLASS = 64,    /* a heading whose class says title or headline */
	WEIGHT_ONE_WORD = 50, /* an h1 of one word is a rubric as often as a title */
	WEIGHT_FIRST_H1 = 40,
	WEIGHT_TITLE_CUT = 57,
	WEIGHT_TITLE = 14,
};

struct heading {
	uint32_t index;
	struct str text, key;
	enum html_tag tag;
	bool is_h1;
};

struct heading_list {
	struct heading *items;
	size_t count, capacity;
};

static const struct str separators[] = {
	STR_INIT(" | "),
	STR_INIT(" - "),
	STR_INIT(" – "),
	STR_INIT(" — "),
	STR_INIT(" :: "),
	STR_INIT(" » "),
	STR_INIT(" « "),
	STR_INIT(" · "),
	STR_INIT(" • "),
	STR_INIT(" ‹ "),
	STR_INIT(" › "),
	STR_INIT(" / "),
	STR_INIT(" > "),
	STR_INIT("｜"),
	STR_INIT(" ~ "),
	STR_INIT("|"),
};

static size_t count_words(struct str text)
{
	size_t words = 0;

	for (size_t i = 0; i < text.length; i++)
		words += text.data[i] != ' ' && (i == 0 || text.data[i - 1] == ' ');
	return words;
}

/* Whether a piece of the document's title is the name of the site. */
static bool is_site_name(struct page *page, struct str text)
{
	struct str key = outline_key(text, page->scratch);
	struct str host = outline_key(url_host(page->base), page->scratch);

	if (key.length == 0)
		return true;
	for (size_t i = 0; i < page->claims[PAGE_SITE].count; i++)
		if (str_equal(key, outline_key(page->claims[PAGE_SITE].items[i].value, page->scratch)))
			return true;
	return key.length >= 3 && str_find(host, key, 0) != STR_NPOS;
}

static size_t last_separator(struct str text, size_t *length)
{
	size_t found = STR_NPOS;

	for (size_t i = 0; i < COUNT_OF(separators); i++)
		for (size_t at = str_find(text, separators[i], 0); at != STR_NPOS;
			at = str_find(text, separators[i], at + 1))
			if (found == STR_NPOS || at + separators[i].length > found + *length) {
				found = at;
				*length = separators[i].length;
			}
	return found;
}

static size_t first_separator(struct str text, size_t *length)
{
	size_t found = STR_NPOS;

	for (size_t i = 0; i < COUNT_OF(separators); i++) {
		size_t at = str_find(text, separators[i], 0);

		if (at < found) {
			found = at;
			*length = separators[i].length;
		}
	}
	return found;
}

/* A title without the name of the site at its end or its beginning. */
static struct str cut_site_name(struct page *page, struct str title, bool may_guess)
{
	size_t length = 0, at;

	while ((at = last_separator(title, &length)) != STR_NPOS) {
		struct str rest = str_trim(str_slice(title, 0, at)),
			   piece = str_from_offset(title, at + length);

		if (!is_site_name(page, piece) &&
			!(may_guess && count_words(rest) >= 4 && count_words(piece) <= 4))
			break;
		title = rest;
		may_guess = false;
	}
	at = first_separator(title, &length);
	if (at != STR_NPOS && is_site_name(page, str_slice(title, 0, at)))
		title = str_trim(str_from_offset(title, at + length));
	return title;
}

/* "23.01.2024 - Title": the day is told elsewhere. */
static struct str cut_day(struct str title)
{
	size_t length = 0, at = first_separator(title, &length), digits = 0;

	for (size_t i = 0; at != STR_NPOS && i < at; i++) {
		if (!ascii_is_digit(title.data[i]) && str_find_char(STR("./-"), title.data[i], 0) == STR_NPOS)
			return title;
		digits += ascii_is_digit(title.data[i]);
	}
	return digits >= 6 ? str_trim(str_from_offset(title, at + length)) : title;
}

static bool has_title_class(const struct node *node)
{
	static const char *const words[] = {"title", "headline", "heading"};
	struct str class = node_attribute(node, "class"), property = node_attribute(node, "itemprop");

	if (str_find_nocase(property, STR("headline"), 0) != STR_NPOS)
		return true;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_find_nocase(class, str_from(words[i]), 0) != STR_NPOS)
			return true;
	return false;
}

/* A heading without the line above it that names the section or the occasion. */
static struct str cut_kicker(struct page *page, const struct node *heading, struct str text)
{
	static const char *const words[] = {"kicker", "subtitle", "overline", "dachzeile", "topline",
		"eyebrow", "pretitle", "pre-title", "supertitle", "roofline", "spitzmarke", "overhead"};
	const struct node *first = heading->first;
	struct str kicker;

	while (first && first->kind == NODE_TEXT && str_trim(first->text).length == 0)
		first = first->next;
	for (size_t i = 0; first && i < COUNT_OF(words); i++) {
		if (str_find_nocase(node_attribute(first, "class"), str_from(words[i]), 0) == STR_NPOS)
			continue;
		kicker = plain_line(first, page->scratch);
		if (str_starts_with(text, kicker) && count_words(str_from_offset(text, kicker.length)) > 1)
			return str_trim(str_from_offset(text, kicker.length));
	}
	return text;
}

/* A heading that only screen readers speak: it repeats the head of the page. */
static bool is_for_hearing(const struct node *node)
{
	struct str class = node_attribute(node, "class");

	return class.length && (str_find(class, STR("screen-reader"), 0) != STR_NPOS ||
				       str_find(class, STR("sr-only"), 0) != STR_NPOS ||
				       str_find(class, STR("visually-hidden"), 0) != STR_NPOS);
}

static void list_headings(struct page *page, struct heading_list *headings)
{
	for (uint32_t i = 1; i < page->elements.count && headings->count < 400; i++) {
		const struct element *element = &page->elements.items[i];
		struct heading *heading;
		struct str text;

		if (element->is_removed || element->text > HEADLINE_MOST ||
			(element->tag > HTML_H1 && is_for_hearing(element->node)))
			continue;
		if (!(element->tag >= HTML_H1 && element->tag <= HTML_H4) &&
			!(element->own_text > 10 && (html_elements[element->tag].flags & HTML_IS_BLOCK) &&
				has_title_class(element->node)))
			continue;
		text = outline_without_signs(plain_line(element->node, page->scratch));
		text = cut_kicker(page, element->node, text);
		if (text.length == 0 || text.length > HEADLINE_MOST)
			continue;
		heading = LIST_PUSH(page->scratch, headings);
		*heading = (struct heading){
			i, text, outline_key(text, page->scratch), element->tag, element->tag == HTML_H1};
	}
}

/* How well the head of the page says that a heading is the title. */
enum support {
	UNKNOWN,
	PART,  /* the head has it among other words: the name of a blog is confirmed so too */
	WHOLE, /* the head has it, and it alone but for the name of the site */
};

static enum support support_of(const struct heading *heading, const struct str_list *keys)
{
	enum support support = UNKNOWN;

	for (size_t i = 0; i < keys->count; i++) {
		struct str key = keys->items[i];

		if (str_equal(key, heading->key))
			return WHOLE;
		if (str_find(key, heading->key, 0) != STR_NPOS ||
			(key.length > 12 && html_is_heading(heading->tag) &&
				heading->key.length < 2 * key.length && str_starts_with(heading->key, key)))
			support = PART;
	}
	return support;
}

/* What the head calls the article, without the name of the site. */
static struct str_list read_keys(struct page *page)
{
	const struct claim_list *claims = &page->claims[PAGE_TITLE];
	struct str_list keys = {0};

	for (size_t i = 0; i < claims->count; i++) {
		/* the second headline of a page is a teaser's */
		bool is_second = false;

		for (size_t before = 0; before < i; before++)
			is_second |= claims->items[before].source == claims->items[i].source;
		if (!is_second)
			*LIST_PUSH(page->scratch, &keys) = outline_key(
				cut_site_name(page, claims->items[i].value, false), page->scratch);
	}
	*LIST_PUSH(page->scratch, &keys) = outline_key(page->document_title, page->scratch);
	return keys;
}

static bool is_better(const struct heading *heading, enum support support, const struct heading *best,
	enum support best_support)
{
	if (best == NULL || support != best_support)
		return best == NULL || support > best_support;
	return heading->key.length > best->key.length ||
	       (heading->is_h1 && !best->is_h1 && heading->key.length == best->key.length);
}

/* The best confirmed heading, and the longest of equals. */
static const struct heading *find_confirmed(struct page *page, const struct heading_list *headings)
{
	struct str_list keys = read_keys(page);
	const struct heading *best = NULL;
	enum support best_support = UNKNOWN;

	for (size_t i = 0; i < headings->count; i++) {
		const struct heading *heading = &headings->items[i];
		enum support support = support_of(heading, &keys);

		if (support == UNKNOWN || heading->key.length < 6 || is_site_name(page, heading->text) ||
			!is_better(heading, support, best, best_support))
			continue;
		best = heading;
		best_support = support;
	}
	return best;
}

static const struct heading *find_only_h1(const struct heading_list *headings, const struct heading **first)
{
	const struct heading *only = NULL;
	size_t count = 0;

	*first = NULL;
	for (size_t i = 0; i < headings->count; i++)
		if (headings->items[i].is_h1 && count++ == 0)
			only = *first = &headings->items[i];
	return count == 1 ? only : NULL;
}

/* How many words of a heading a title of the head has. */
static size_t count_shared(struct page *page, struct str heading, struct str title)
{
	struct str key = arena_printf(page->scratch, " %.*s ", STR_ARG(utf8_fold(page->scratch, title)));
	struct str rest = utf8_fold(page->scratch, heading), word;
	size_t shared = 0;

	while (str_next(&rest, ' ', &word))
		shared += word.length &&
			  str_find(key, arena_printf(page->scratch, " %.*s", STR_ARG(word)), 0) != STR_NPOS;
	return shared;
}

/* Editors change a heading after the head was written: most words are still the same. */
static bool is_reworded(struct page *page, const struct heading *only)
{
	const struct claim_list *claims = &page->claims[PAGE_TITLE];
	size_t words = count_words(only->text);

	for (size_t i = 0; words > 3 && i < claims->count; i++)
		if (count_shared(page, only->text, claims->items[i].value) * 5 >= words * 3)
			return true;
	return words > 3 && count_shared(page, only->text, page->document_title) * 5 >= words * 3;
}

static bool path_holds(struct page *page, struct str address, struct str key)
{
	size_t path = str_find_char(address, '/', 8);

	return path != STR_NPOS &&
	       str_find(outline_key(str_from_offset(address, path), page->scratch), key, 0) != STR_NPOS;
}

/* "/towns/ostmark-harbour.htm" says the same as the heading, where the head calls all pages alike. */
static bool is_in_address(struct page *page, const struct heading *only)
{
	const struct claim *link = claims_best(page, PAGE_LINK);

	return only->key.length >= ADDRESS_LEAST &&
	       (path_holds(page, page->base, only->key) || (link && path_holds(page, link->value, only->key)));
}

static void claim_headings(struct page *page, const struct heading_list *headings)
{
	const struct heading *confirmed = find_confirmed(page, headings), *first,
			     *only = find_only_h1(headings, &first);

	if (confirmed)
		claims_add(page, PAGE_TITLE, confirmed->text, "heading that the head confirms",
			WEIGHT_CONFIRMED);
	if (only && !is_site_name(page, only->text) && is_reworded(page, only))
		claims_add(page, PAGE_TITLE, only->text, "the only h1, much as the head",
			confirmed && count_words(confirmed->text) > 3 ? WEIGHT_REWORDED
								      : WEIGHT_CONFIRMED + 1);
	else if (only && !is_site_name(page, only->text) && is_in_address(page, only))
		claims_add(page, PAGE_TITLE, only->text, "the only h1, as in the address", WEIGHT_ADDRESS);
	else if (only && !is_site_name(page, only->text))
		claims_add(page, PAGE_TITLE, only->text, "the only h1",
			count_words(only->text) > 1 ? WEIGHT_ONLY_H1 : WEIGHT_ONE_WORD);
	else if (first && !is_site_name(page, first->text))
		claims_add(page, PAGE_TITLE, first->text, "first h1", WEIGHT_FIRST_H1);
}

static uint32_t find_heading_of(struct page *page, const struct heading_list *headings, struct str title)
{
	struct str key = outline_key(title, page->scratch);
	uint32_t found = NO_ELEMENT;

	for (size_t i = 0; i < headings->count; i++) {
		if (!str_equal(headings->items[i].key, key))
			continue;
		if (headings->items[i].is_h1)
			return headings->items[i].index;
		if (found == NO_ELEMENT)
			found = headings->items[i].index;
	}
	return found;
}

static void claim_ruled_title(struct page *page)
{
	for (size_t r = 0; r < page->rules.count; r++)
		for (uint32_t i = 1; i < page->elements.count && page->rules.items[r].key == SITE_TITLE; i++)
			if (siterules_select(page->rules.items[r].selector, page->elements.items[i].node))
				claims_add_at(page, PAGE_TITLE,
					plain_line(page->elements.items[i].node, page->scratch), "your rule",
					100, i);
}

/* A heading that is the headline of JSON-LD with the name of a series before it. */
static struct str cut_series(struct page *page, struct str title)
{
	const struct claim_list *claims = &page->claims[PAGE_TITLE];

	for (size_t i = 0; i < claims->count; i++) {
		struct str headline = claims->items[i].value;

		if (str_equal(str_from(claims->items[i].source), STR("JSON-LD headline")) &&
			count_words(headline) > 2 && headline.length < title.length &&
			(str_ends_with(title, headline) || str_starts_with(title, headline)))
			return headline;
	}
	return title;
}

struct str headline_read(struct page *page)
{
	struct heading_list headings = {0};
	const struct claim *best;
	struct str title = STR_NONE;

	list_headings(page, &headings);
	claim_ruled_title(page);
	claim_headings(page, &headings);
	if (page->document_title.length) {
		claims_add(page, PAGE_TITLE, cut_site_name(page, page->document_title, true),
			"title less the site's name", WEIGHT_TITLE_CUT);
		claims_add(page, PAGE_TITLE, page->document_title, "title", WEIGHT_TITLE);
	}
	best = claims_best(page, PAGE_TITLE);
	if (best) {
		title = cut_day(body_plain(
			best->weight < 100 ? cut_series(page, best->value) : best->value, page->arena));
		if (best->weight < WEIGHT_ONLY_H1)
			title = arena_copy(page->arena, cut_site_name(page, title, false));
	}
	page->title = best ? find_heading_of(page, &headings, best->value) : NO_ELEMENT;
	claims_explain(page, PAGE_TITLE, title);
	return title;
}
