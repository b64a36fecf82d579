#include "body/candidates.h"

#define SHARE_DOWN 75 /* per cent of the paragraphs that a child must hold to be the body itself */

#define PROSE_BEFORE 200 /* bytes of paragraphs before that child that may be a part of the body */
#define PROSE_BEHIND 400 /* and of those behind it */

static uint32_t next_child(const struct element_list *elements, uint32_t child)
{
	return elements->items[child].end;
}

/* The child that holds the most. */
static uint32_t best_child(const struct element_list *elements, uint32_t parent)
{
	uint32_t best = NO_ELEMENT;

	for (uint32_t i = parent + 1; i < elements->items[parent].end; i = next_child(elements, i)) {
		if (elements->items[i].is_removed)
			continue;
		if (best == NO_ELEMENT || elements->items[i].prose > elements->items[best].prose)
			best = i;
	}
	return best;
}

static bool is_container(enum html_tag tag)
{
	return tag == HTML_UNKNOWN ||
	       ((html_elements[tag].flags & HTML_IS_BLOCK) && tag != HTML_P && tag != HTML_LI &&
		       tag != HTML_BLOCKQUOTE && !html_is_heading(tag) && tag != HTML_PRE && tag != HTML_UL &&
		       tag != HTML_OL && tag != HTML_DL && tag != HTML_DD && tag != HTML_FIGURE);
}

/* The paragraphs beside a child, before and behind it. */
static int64_t prose_beside(
	const struct element_list *elements, uint32_t outer, uint32_t inner, bool is_before)
{
	uint32_t first = is_before ? outer + 1 : elements->items[inner].end;
	uint32_t end = is_before ? inner : elements->items[outer].end;
	int64_t prose = 0;

	for (uint32_t i = first; i < end; i = next_child(elements, i))
		if (!elements->items[i].is_removed)
			prose += elements->items[i].prose;
	return prose;
}

/* Whether paragraphs stand beside a child in others of its class: the parts of one text. */
static bool has_like(const struct element_list *elements, uint32_t outer, uint32_t inner)
{
	const struct element *part = &elements->items[inner];
	struct str class = node_attribute(part->node, "class");

	for (uint32_t i = outer + 1; class.length && i < elements->items[outer].end;
		i = next_child(elements, i)) {
		const struct element *other = &elements->items[i];

		if (i != inner && !other->is_removed && other->prose && other->tag == part->tag &&
			other->chaff * 2 < other->prose &&
			str_equal(node_attribute(other->node, "class"), class))
			return true;
	}
	return false;
}

/* Whether the body of `outer` is in `inner` alone: it has nearly all paragraphs, and beside it are menus.
 * What stands behind it is rather a biography or the next article; what stands before it is rather its
 * first paragraph. */
static bool holds_body(const struct element_list *elements, uint32_t outer, uint32_t inner)
{
	const struct element *all = &elements->items[outer], *part = &elements->items[inner];
	int64_t other_prose = (int64_t)all->prose - part->prose,
		other_chaff = (int64_t)all->chaff - part->chaff, before, behind;

	if ((int64_t)part->prose * 100 < (int64_t)all->prose * SHARE_DOWN)
		return false;
	before = prose_beside(elements, outer, inner, true);
	behind = prose_beside(elements, outer, inner, false);
	if (other_prose - before - behind >= PROSE_BEHIND) /* text that is in no child at all */
		return false;
	if (other_chaff * 2 > other_prose)
		return true;
	return !has_like(elements, outer, inner) && before < PROSE_BEFORE && behind < PROSE_BEHIND;
}

/* Whether the list of what a recipe takes stands beside the child with the sentences. */
static bool has_ingredients_beside(const struct element_list *elements, uint32_t outer, uint32_t inner)
{
	for (uint32_t i = outer + 1; i < elements->items[outer].end; i++) {
		const struct element *element = &elements->items[i];

		if (i == inner || element->is_removed)
			i = element->end - 1;
		else if (element->text && element_is_ingredient(element))
			return true;
	}
	return false;
}

static bool may_be_recipe(const struct element_list *elements)
{
	return str_find(elements->source, STR("ngredient"), 0) != STR_NPOS ||
	       str_find(elements->source, STR("utaten"), 0) != STR_NPOS;
}

uint32_t candidates_choose(struct element_list *elements, struct buffer *explanation)
{
	bool is_recipe = may_be_recipe(elements);
	uint32_t at = 0;

	for (;;) {
		uint32_t child = best_child(elements, at);
		const struct element *inner;

		if (child == NO_ELEMENT)
			break;
		inner = &elements->items[child];
		if (!is_container(inner->tag))
			break;
		if (!holds_body(elements, at, child) ||
			(is_recipe && has_ingredients_beside(elements, at, child)))
			break;
		at = child;
		if (explanation)
			buffer_printf(explanation,
				"body: looked into line %u <%s>: paragraphs %d, menus and labels %d\n",
				element_line(elements, inner),
				inner->tag ? html_elements[inner->tag].name : "?", inner->prose,
				inner->chaff);
	}
	return at;
}
