#include "body/reveal.h"

static bool hides(const struct attribute *attribute)
{
	if (str_equal(attribute->name, STR("hidden")))
		return true;
	if (str_equal(attribute->name, STR("aria-hidden")))
		return str_equal(attribute->value, STR("true"));
	return str_equal(attribute->name, STR("style")) &&
	       (str_find_nocase(attribute->value, STR("display"), 0) != STR_NPOS ||
		       str_find_nocase(attribute->value, STR("visibility"), 0) != STR_NPOS);
}

bool reveal_hidden(struct node *top)
{
	bool found = false;

	for (struct node *node = top; node; node = node_after(node, top))
		for (struct attribute **at = &node->attributes; *at;)
			if (hides(*at)) {
				*at = (*at)->next;
				found = true;
			} else {
				at = &(*at)->next;
			}
	return found;
}
