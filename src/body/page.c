#include "dateline/body/page.h"
#include "body/blocks.h"
#include "body/byline.h"
#include "body/candidates.h"
#include "body/claims.h"
#include "body/closing.h"
#include "body/furniture.h"
#include "body/headline.h"
#include "body/lead.h"
#include "body/metadata.h"
#include "body/outline.h"
#include "body/plain.h"
#include "body/published.h"
#include "body/related.h"
#include "body/reveal.h"
#include "body/signature.h"
#include "body/tags.h"
#include "body/tail.h"
#include "body/trim.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "dateline/body/body.h"
#include "dateline/markup/document.h"

#define FRAMES_MOST 20 /* frames of a page that are pointed to */
#define BODY_LEAST 250 /* bytes of paragraphs: less is hardly an article */
#define BODY_SHORT 300 /* bytes: so little that the rules may have been too strict */

/* The text of a heading that opens what is under it. */
static bool is_button_of_heading(const struct element_list *elements, const struct element *element)
{
	return element->tag == HTML_BUTTON && element->parent != NO_ELEMENT &&
	       html_is_heading(elements->items[element->parent].tag);
}

/* Takes what was removed out of the tree, so that the blocks are made of what is left. Elements that the
 * blocks do not read anyway stay: pictures for those without scripts are in one. */
static void unlink_removed(struct element_list *elements, uint32_t body)
{
	for (uint32_t i = body + 1; i < elements->items[body].end; i++) {
		struct element *element = &elements->items[i];

		if (!element->is_removed)
			continue;
		if (element->tag != HTML_NOSCRIPT && !is_button_of_heading(elements, element))
			node_unlink(element->node);
		i = element->end - 1;
	}
}

/* The next element after all of this one, or the first inside it when the title is in it. */
static uint32_t step_over(const struct element_list *elements, uint32_t i, uint32_t title)
{
	return element_is_inside(elements, title, i) ? i + 1 : elements->items[i].end;
}

/* What stands before the title is no part of the body, unless it is most of it: then the title stands in an
 * odd place. */
static void remove_around_title(struct page *page)
{
	struct element_list *elements = &page->elements;
	int64_t before = 0;

	if (page->title == NO_ELEMENT || !element_is_inside(elements, page->title, page->body))
		return;
	for (uint32_t i = page->body + 1; i < page->title; i = step_over(elements, i, page->title))
		if (!elements->items[i].is_removed && !element_is_inside(elements, page->title, i))
			before += elements->items[i].prose;
	for (uint32_t i = page->body + 1; i < page->title && before * 3 < elements->items[page->body].prose;
		i = step_over(elements, i, page->title))
		if (!elements->items[i].is_removed && !element_is_inside(elements, page->title, i)) {
			elements->items[i].is_removed = true;
			elements->items[i].reason = "before the title";
		}
	elements->items[page->title].is_removed = true;
}

static void explain_removed(struct page *page)
{
	if (page->explanation == NULL)
		return;
	for (uint32_t i = 1; i < page->elements.count; i++) {
		const struct element *element = &page->elements.items[i];

		if (element->is_removed && element->reason)
			page_explain(page, "removed: line %u <%.*s class=\"%.*s\">, %u bytes: %s",
				element_line(&page->elements, element), STR_ARG(element->node->name),
				STR_ARG(node_attribute(element->node, "class")), element->text,
				element->reason);
		if (element->is_removed)
			i = element->end - 1;
	}
}

static bool has_rule(const struct page *page, enum site_key key)
{
	for (size_t i = 0; i < page->rules.count; i++)
		if (page->rules.items[i].key == key)
			return true;
	return false;
}

static bool is_selected(const struct page *page, uint32_t index, enum site_key key)
{
	for (size_t i = 0; i < page->rules.count; i++)
		if (page->rules.items[i].key == key &&
			siterules_select(page->rules.items[i].selector, page->elements.items[index].node))
			return true;
	return false;
}

/* The body that the reader's own rules select: of the first rule that selects anything; NO_ELEMENT without
 * one. */
static uint32_t find_ruled_body(struct page *page)
{
	for (size_t r = 0; r < page->rules.count; r++) {
		const struct site_rule *rule = &page->rules.items[r];

		for (uint32_t i = 1; i < page->elements.count && rule->key == SITE_BODY; i++)
			if (siterules_select(rule->selector, page->elements.items[i].node)) {
				elements_restore(&page->elements);
				elements_weigh(&page->elements);
				page_explain(page, "body: line %u, as your rule says: %.*s",
					element_line(&page->elements, &page->elements.items[i]),
					STR_ARG(rule->selector));
				return i;
			}
	}
	return NO_ELEMENT;
}

static void strip_ruled(struct page *page)
{
	for (uint32_t i = page->body + 1; page->rules.count && i < page->elements.items[page->body].end; i++)
		if (!page->elements.items[i].is_removed && is_selected(page, i, SITE_STRIP)) {
			page->elements.items[i].is_removed = true;
			page->elements.items[i].reason = "your rule";
		}
}

/* What the reader's own rules say of names and dates: claims that nothing outweighs. */
static void claim_ruled(struct page *page)
{
	for (uint32_t i = 1; page->rules.count && i < page->elements.count; i++) {
		const struct node *node = page->elements.items[i].node;
		struct str date = node_attribute(node, "datetime");

		if (is_selected(page, i, SITE_AUTHOR))
			claims_add_at(
				page, PAGE_AUTHOR, plain_line(node, page->scratch), "your rule", 100, i);
		if (date.length == 0)
			date = node_attribute(node, "content");
		if (is_selected(page, i, SITE_DATE))
			claims_add_at(page, PAGE_PUBLISHED,
				date.length ? date : plain_line(node, page->scratch), "your rule", 100, i);
	}
}

/* Whether the page is one of a forum: its address or its data say so. */
static bool is_forum(const struct page *page)
{
	static const char *const parts[] = {"forum", "thread", "viewtopic", "/discussion", "/topic/"};
	const struct claim *link = claims_best(page, PAGE_LINK);

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (str_find_nocase(page->base, str_from(parts[i]), 0) != STR_NPOS ||
			(link && str_find_nocase(link->value, str_from(parts[i]), 0) != STR_NPOS))
			return true;
	return str_find(page->html, STR("DiscussionForumPosting"), 0) != STR_NPOS;
}

static void choose_by(struct page *page, enum furniture_rules rules)
{
	elements_restore(&page->elements);
	furniture_remove(&page->elements, page->title, rules);
	page->body = candidates_choose(&page->elements, page->explanation);
}

/* The body by all rules; when they leave little, by the certain ones alone, if that gives much more. */
static void choose_body(struct page *page)
{
	const struct element *body;
	int32_t prose;

	page->body = find_ruled_body(page);
	if (page->body != NO_ELEMENT)
		return;
	choose_by(page, FURNITURE_ALL);
	prose = page->elements.items[page->body].prose;
	if (prose < BODY_SHORT) {
		page_explain(page, "body: only %d bytes of paragraphs; again, less strict", prose);
		choose_by(page, is_forum(page) ? FURNITURE_FORUM : FURNITURE_CERTAIN);
		if (page->elements.items[page->body].prose < 2 * prose)
			choose_by(page, FURNITURE_ALL);
	}
	body = &page->elements.items[page->body];
	page_explain(page, "body: line %u <%.*s class=\"%.*s\">, %u bytes in %u paragraphs",
		element_line(&page->elements, body), STR_ARG(body->node->name),
		STR_ARG(node_attribute(body->node, "class")), body->text, body->paragraphs);
}

/* Whether the next page goes on with this article, and is not the next one of a blog's list. */
static bool is_same_article(struct str next, struct str link)
{
	size_t end = link.length;

	while (end && link.data[end - 1] == '/')
		end--;
	if (str_find_last_char(str_slice(link, 0, end), '.') != STR_NPOS &&
		str_find_last_char(str_slice(link, 0, end), '.') + 6 > end)
		end = str_find_last_char(str_slice(link, 0, end), '.');
	return end > 20 && next.length > end && str_equal(str_slice(next, 0, end), str_slice(link, 0, end));
}

/* A pointer at the end of the article; `link` is absolute. */
static void add_pointer(
	struct page *page, struct article *article, struct str label, struct str title, struct str link)
{
	struct block *block = LIST_PUSH(page->arena, &article->blocks);

	link = arena_copy(page->arena, link);
	block->kind = BLOCK_RELATED;
	block->text = arena_copy(page->arena, title);
	*LIST_PUSH(page->arena, &block->spans) = (struct span){SPAN_LINK, 0, block->text.length, link};
	*LIST_PUSH(page->arena, &article->related) = (struct related){label, block->text, link};
}

static void add_next_page(struct page *page, struct article *article)
{
	const struct claim *next = claims_best(page, PAGE_NEXT);

	if (next && url_is_web(next->value) && is_same_article(next->value, article->link))
		add_pointer(page, article, STR("next page"), STR("Next page"), next->value);
}

/* Old sites have their texts in frames: the page itself has nothing but their addresses. */
static void add_frames(struct page *page, struct article *article)
{
	int left = FRAMES_MOST;

	for (uint32_t i = 1; i < page->elements.count && left > 0; i++) {
		const struct element *element = &page->elements.items[i];
		struct str source = node_attribute(element->node, "src"),
			   title = node_attribute(element->node, "title");
		struct str link;

		if (element->tag != HTML_FRAME || source.length == 0)
			continue;
		link = url_resolve(page->scratch, page->base, source);
		if (!url_is_web(link))
			continue;
		if (title.length == 0)
			title = node_attribute(element->node, "name");
		add_pointer(page, article, STR("frame"), title.length ? title : source, link);
		left--;
	}
}

static void read_blocks(struct page *page, struct article *article)
{
	uint32_t lead;

	if (!has_rule(page, SITE_BODY))
		furniture_remove_links(&page->elements, page->body);
	strip_ruled(page);
	remove_around_title(page);
	lead = lead_find(page);
	if (lead != NO_ELEMENT)
		page->elements.items[lead].is_removed = true;
	explain_removed(page);
	unlink_removed(&page->elements, page->body);
	blocks_read(page->elements.items[page->body].node, page->html, page->base, page->arena, page->scratch,
		article);
	closing_cut(article);
	related_read(article, page->arena);
	trim_blocks(article);
	tail_cut(article);
	add_next_page(page, article);
	outline_finish(article, page->arena);
	article->standfirst = lead_read(page, lead, article);
}

/* Who signs at the end has written it, where nobody else is said to. */
static void read_signature(struct page *page, struct article *article)
{
	struct str name = article->authors.count ? STR_NONE : signature_find(article);

	if (name.length == 0)
		return;
	page_explain(page, "author: by the end of the text: %.*s", STR_ARG(name));
	*LIST_PUSH(page->arena, &article->authors) = name;
}

/* JSON-LD may hold the text that the markup has not: without paragraphs or headings, but better than
 * nothing. */
static void read_told_text(struct page *page, struct article *article)
{
	if (page->elements.items[page->body].prose >= BODY_LEAST ||
		page->article_text.length < 2 * BODY_LEAST)
		return;
	page_explain(page, "body: too little of it is in the markup; taken from JSON-LD articleBody");
	body_read_text(arena_copy(page->arena, page->article_text), page->arena, article);
	page->is_told = true;
}

static struct str read_language(struct page *page)
{
	const struct claim *best = claims_best(page, PAGE_LANGUAGE);
	char *language;

	if (best == NULL || best->value.length < 2 || best->value.length > 35)
		return STR_NONE;
	language = arena_cstring(page->arena, best->value);
	for (char *c = language; *c; c++)
		if (*c == '_')
			*c = '-';
	return str_from(language);
}

static struct str read_address(struct page *page, enum page_field field)
{
	const struct claim *best = claims_best(page, field);
	struct str address = STR_NONE;

	if (best)
		address = url_resolve(page->arena, page->base, best->value);
	address = url_is_web(address) ? arena_copy(page->arena, address) : STR_NONE;
	claims_explain(page, field, address);
	return address;
}

/* A page that was saved to a file still knows its address. */
static void use_canonical_base(struct page *page)
{
	const struct claim *link = claims_best(page, PAGE_LINK);

	if (link && !url_is_web(page->base) && url_is_web(link->value))
		page->base = arena_copy(page->arena, link->value);
}

static void load_rules(struct page *page, const char *sites, struct warnings *warnings)
{
	struct error error = {0};

	if (sites == NULL)
		return;
	if (!siterules_load(sites, page->base, page->scratch, &page->rules, &error)) {
		warnings_add(warnings, 0, "%s", error.message);
		page->rules.count = 0;
	}
}

static void find_body(struct page *page, struct article *article)
{
	page->elements = (struct element_list){0};
	elements_read(page->top, page->html, page->scratch, &page->elements);
	article->title = headline_read(page);
	choose_body(page);
}

/* Where a page shows no article, its text may be hidden until a script runs: answers that open under their
 * questions. What is hidden in pages that have an article are dialogs and menus. */
static void find_hidden_body(struct page *page, struct article *article)
{
	size_t titles = page->claims[PAGE_TITLE].count;

	find_body(page, article);
	if (page->elements.items[page->body].prose >= BODY_LEAST ||
		page->article_text.length >= 2 * BODY_LEAST || !reveal_hidden(page->top))
		return;
	page_explain(page, "body: there is hardly any; again, with what is hidden");
	page->claims[PAGE_TITLE].count = titles;
	find_body(page, article);
	if (page->elements.items[page->body].prose >= BODY_LEAST)
		return;
	page->top = markup_parse_html(page->html, page->scratch, NULL);
	page->claims[PAGE_TITLE].count = titles;
	find_body(page, article);
}

static void read_page(
	struct page *page, const char *sites, struct warnings *warnings, struct article *article)
{
	metadata_read(page);
	use_canonical_base(page);
	load_rules(page, sites, warnings);
	find_hidden_body(page, article);
	claim_ruled(page);
	byline_read(page, article);
	published_read(page, article);
	tags_read(page, article);
	article->language = read_language(page);
	article->image = read_address(page, PAGE_IMAGE);
	article->comments = read_address(page, PAGE_COMMENTS);
	article->link = read_address(page, PAGE_LINK);
	if (article->link.length == 0 && url_is_absolute(page->base))
		article->link = arena_copy(page->arena, page->base);
	article->id = article->link;
	read_blocks(page, article);
	read_signature(page, article);
	read_told_text(page, article);
}

bool page_read(struct str html, struct str base, const char *sites, struct arena *arena, struct feed *feed,
	struct buffer *explanation)
{
	struct arena scratch = {0};
	struct page page = {
		.html = html, .base = base, .arena = arena, .scratch = &scratch, .explanation = explanation};
	struct article *article = LIST_PUSH(arena, &feed->articles);
	bool has_article;

	article->published = article->updated = TIME_NONE;
	page.top = markup_parse_html(html, &scratch, &feed->warnings);
	read_page(&page, sites, &feed->warnings, article);
	article->content = (struct content){CONTENT_PAGE, html, page.base};
	feed->format = FORMAT_HTML;
	feed->title = article->title;
	feed->link = article->link;
	feed->language = article->language;
	feed->links = page.feeds;
	has_article = page.elements.items[page.body].prose >= BODY_LEAST || page.is_told;
	if (!has_article) {
		add_frames(&page, article);
		article->sections.count = 0;
		warnings_add(
			&feed->warnings, 0, "no article was found in this page: here is what text it has");
	}
	arena_finish(&scratch);
	return has_article;
}

void page_read_body(
	struct str html, struct str base, const char *sites, struct arena *arena, struct article *article)
{
	struct arena scratch = {0};
	struct page page = {.html = html, .base = base, .arena = arena, .scratch = &scratch};
	struct article read = {0};

	page.top = markup_parse_html(html, &scratch, NULL);
	read_page(&page, sites, NULL, &read);
	article->blocks = read.blocks;
	article->sections = read.sections;
	article->related = read.related;
	arena_finish(&scratch);
}
