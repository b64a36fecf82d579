#include "body/elements.h"

#define HEADING_MOST 200 /* bytes: a longer heading is text in the wrong element */
#define PROSE_LEAST 40  /* bytes of a line that may be a sentence */
#define PROSE_MOST 2000 /* bytes of one line that count */
#define LINK_COST 120   /* the most that one line of links takes away */

/* Elements whose content is never for readers. */
static bool is_unread(enum html_tag tag)
{
	switch (tag) {
	case HTML_AUDIO:
	case HTML_BUTTON:
	case HTML_CANVAS:
	case HTML_DATALIST:
	case HTML_DIALOG:
	case HTML_EMBED:
	case HTML_HEAD:
	case HTML_IFRAME:
	case HTML_INPUT:
	case HTML_MAP:
	case HTML_METER:
	case HTML_NAV:
	case HTML_NOEMBED:
	case HTML_NOFRAMES:
	case HTML_NOSCRIPT:
	case HTML_OBJECT:
	case HTML_OPTION:
	case HTML_PROGRESS:
	case HTML_SCRIPT:
	case HTML_SELECT:
	case HTML_STYLE:
	case HTML_SVG:
	case HTML_TEMPLATE:
	case HTML_TEXTAREA:
	case HTML_TITLE:
	case HTML_VIDEO:
		return true;
	default:
		return false;
	}
}

static bool style_hides(struct str style)
{
	return str_find_nocase(style, STR("display:none"), 0) != STR_NPOS ||
	       str_find_nocase(style, STR("display: none"), 0) != STR_NPOS ||
	       str_find_nocase(style, STR("visibility:hidden"), 0) != STR_NPOS;
}

static bool is_hidden(const struct node *node)
{
	for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next)
		if ((str_equal(attribute->name, STR("hidden")) &&
			    !str_equal_nocase(attribute->value, STR("until-found"))) ||
			(str_equal(attribute->name, STR("aria-hidden")) &&
				str_equal(attribute->value, STR("true"))) ||
			(str_equal(attribute->name, STR("style")) && style_hides(attribute->value)))
			return true;
	return false;
}

static uint32_t add_element(
	struct arena *arena, struct element_list *list, struct node *node, uint32_t parent)
{
	uint32_t index = (uint32_t)list->count;
	struct element *element = LIST_PUSH(arena, list);
	const struct element *outer = parent == NO_ELEMENT ? NULL : &list->items[parent];

	element->node = node;
	element->parent = parent;
	element->tag = html_tag_of(node);
	element->is_link = (outer && outer->is_link) || element->tag == HTML_A;
	element->block = !outer || (html_elements[element->tag].flags & HTML_IS_BLOCK) ? index : outer->block;
	element->is_unread = element->is_removed = outer && (is_unread(element->tag) || is_hidden(node));
	return index;
}

/* Commas and full stops of several scripts: what sentences have and menus have not. */
static uint32_t count_stops(struct str text)
{
	uint32_t count = 0;

	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (c == '.' || c == ',' || c == '!' || c == '?' || c == ';')
			count++;
		else if (c == 0xe3 && i + 2 < text.length && text.data[i + 1] == '\x80')
			count += text.data[i + 2] == '\x81' || text.data[i + 2] == '\x82';
		else if (c == 0xd8 && i + 1 < text.length &&
			 (text.data[i + 1] == '\x8c' || text.data[i + 1] == '\x9f'))
			count++;
		else if (c == 0xe0 && i + 2 < text.length && text.data[i + 1] == '\xa5')
			count += text.data[i + 2] == '\xa4';
		else if (c == 0xef && i + 2 < text.length && text.data[i + 1] == '\xbc')
			count++;
	}
	return count;
}

static uint32_t count_visible(struct str text)
{
	uint32_t count = 0;

	for (size_t i = 0; i < text.length; i++)
		count += !ascii_is_space(text.data[i]) || (i && !ascii_is_space(text.data[i - 1]));
	return count;
}

static void add_text(struct element_list *list, uint32_t parent, struct str text)
{
	struct element *element = &list->items[parent], *block = &list->items[element->block];
	uint32_t visible = count_visible(text);

	block->own_text += visible;
	if (element->is_link)
		block->own_link += visible;
	else
		block->own_stops += count_stops(text);
}

/* Emphasis and breaks say nothing of where an article is: their text is their block's. */
static bool is_listed(const struct node *node)
{
	if (node->attributes)
		return true;
	switch (html_tag_of(node)) {
	case HTML_B: case HTML_BIG: case HTML_BR: case HTML_CODE: case HTML_EM: case HTML_FONT: case HTML_I:
	case HTML_S: case HTML_SMALL: case HTML_SPAN: case HTML_STRONG: case HTML_SUB: case HTML_SUP: case HTML_TT:
	case HTML_U: case HTML_WBR:
		return false;
	default:
		return true;
	}
}

/* How many elements there are, so that their list is made once and in one piece. */
static size_t count_elements(const struct node *top)
{
	size_t count = 1;

	for (const struct node *node = top; (node = node_after(node, top));)
		count += node->kind == NODE_ELEMENT && is_listed(node);
	return count;
}

unsigned element_line(struct element_list *elements, const struct element *element)
{
	return html_line(elements->source, element->node, &elements->counted);
}

void elements_read(struct node *top, struct str source, struct arena *arena, struct element_list *elements)
{
	struct node *node = top;
	uint32_t parent;

	elements->source = source;
	elements->capacity = count_elements(top);
	elements->items = arena_array(arena, elements->capacity, sizeof *elements->items);
	parent = add_element(arena, elements, top, NO_ELEMENT);

	while (node) {
		if (node->kind == NODE_TEXT)
			add_text(elements, parent, node->text);
		else if (node != top && is_listed(node))
			parent = add_element(arena, elements, node, parent);
		if (node->kind == NODE_ELEMENT && node->first &&
			(node == top || !elements->items[parent].is_removed)) {
			node = node->first;
			continue;
		}
		for (;;) {
			if (elements->items[parent].node == node) {
				elements->items[parent].end = (uint32_t)elements->count;
				parent = elements->items[parent].parent;
			}
			if (node == top) {
				elements_weigh(elements);
				return;
			}
			if (node->next)
				break;
			node = node->parent;
		}
		node = node->next;
	}
}

void elements_restore(struct element_list *elements)
{
	for (size_t i = 0; i < elements->count; i++) {
		elements->items[i].is_removed = elements->items[i].is_unread;
		elements->items[i].is_certain = false;
		elements->items[i].reason = NULL;
	}
}

/* What one line of text says for or against its being part of an article. */
static void judge_line(struct element *element)
{
	uint32_t text = element->own_text, link = element->own_link, counted;

	if (text < 3 || (html_is_heading(element->tag) && text < HEADING_MOST))
		return;
	if (link * 2 > text) {
		element->chaff += (int32_t)(text < LINK_COST ? text : LINK_COST);
		return;
	}
	if (text < PROSE_LEAST || (element->own_stops == 0 && text < 3 * PROSE_LEAST)) {
		element->chaff += (int32_t)text / 4;
		return;
	}
	counted = text - link;
	element->prose += (int32_t)(counted < PROSE_MOST ? counted : PROSE_MOST);
	element->paragraphs++;
}

void elements_weigh(struct element_list *elements)
{
	for (size_t i = 0; i < elements->count; i++) {
		struct element *element = &elements->items[i];

		element->text = element->own_text;
		element->link = element->own_link;
		element->prose = element->chaff = 0;
		element->paragraphs = 0;
		judge_line(element);
	}
	for (size_t i = elements->count; i-- > 1;) {
		const struct element *element = &elements->items[i];
		struct element *parent = &elements->items[element->parent];

		if (element->is_removed)
			continue;
		parent->text += element->text;
		parent->link += element->link;
		parent->prose += element->prose;
		parent->chaff += element->chaff;
		parent->paragraphs += element->paragraphs;
	}
}

bool element_is_inside(const struct element_list *elements, uint32_t index, uint32_t outer)
{
	return index >= outer && index < elements->items[outer].end;
}

bool element_is_ingredient(const struct element *element)
{
	struct str class = node_attribute(element->node, "class");

	return element->node->attributes &&
	       (str_find_nocase(class, STR("ingredient"), 0) != STR_NPOS ||
		       str_find_nocase(class, STR("zutat"), 0) != STR_NPOS ||
		       str_find_nocase(node_attribute(element->node, "itemprop"), STR("ingredient"), 0) !=
			       STR_NPOS);
}
