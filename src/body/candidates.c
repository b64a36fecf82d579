#include "body/candidates.h"

#define SHARE_DOWN 75 /* per cent of the paragraphs that a child must hold to be the body itself */

#define PROSE_BESIDE 200 /* bytes of paragraphs beside the child that may be a part of the body */

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

/* Whether the body of `outer` is in `inner` alone: it has nearly all paragraphs, and what is beside it are
 * menus. */
static bool holds_body(const struct element *outer, const struct element *inner)
{
	int64_t other_prose = (int64_t)outer->prose - inner->prose,
		other_chaff = (int64_t)outer->chaff - inner->chaff;

	if ((int64_t)inner->prose * 100 < (int64_t)outer->prose * SHARE_DOWN)
		return false;
	return other_prose < PROSE_BESIDE || other_chaff * 2 > other_prose;
}

uint32_t candidates_choose(struct element_list *elements, struct buffer *explanation)
{
	uint32_t at = 0;

	for (;;) {
		uint32_t child = best_child(elements, at);
		const struct element *inner;

		if (child == NO_ELEMENT)
			break;
		inner = &elements->items[child];
		if (!is_container(inner->tag))
			break;
		if (!holds_body(&elements->items[at], inner))
			break;
		at = child;
		if (explanation)
			buffer_printf(explanation,
				"body: looked into line %u <%s>: paragraphs %d, menus and labels %d\n",
				inner->node->line, inner->tag ? html_elements[inner->tag].name : "?",
				inner->prose, inner->chaff);
	}
	return at;
}
