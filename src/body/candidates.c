#include "body/candidates.h"

#define SHARE_DOWN 75 /* per cent of the paragraphs that a child must hold to be the body instead of its parent */

static int64_t worth(const struct element *element)
{
	return (int64_t)element->prose * 2 - element->chaff;
}

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
	return tag == HTML_UNKNOWN || ((html_elements[tag].flags & HTML_IS_BLOCK) && tag != HTML_P && tag != HTML_LI &&
	                               tag != HTML_BLOCKQUOTE && !html_is_heading(tag) && tag != HTML_PRE &&
	                               tag != HTML_UL && tag != HTML_OL && tag != HTML_DL && tag != HTML_DD &&
	                               tag != HTML_FIGURE);
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
		if ((int64_t)inner->prose * 100 < (int64_t)elements->items[at].prose * SHARE_DOWN)
			break;
		at = child;
		if (explanation)
			buffer_printf(explanation, "body: %s line %u prose %d chaff %d worth %lld\n",
			              html_elements[inner->tag].name, inner->node->line, inner->prose, inner->chaff,
			              (long long)worth(inner));
	}
	return at;
}
