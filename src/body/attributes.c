#include "body/attributes.h"

bool attributes_have_class(const struct node *node, struct str word)
{
	return str_find_nocase(node_attribute(node, "class"), word, 0) != STR_NPOS;
}

bool attributes_hide(const struct node *node)
{
	for (const struct attribute *attribute = node->attributes; attribute; attribute = attribute->next) {
		if (str_equal(attribute->name, STR("hidden")))
			return !str_equal_nocase(attribute->value, STR("until-found"));
		if (str_equal(attribute->name, STR("style")) &&
			(str_find_nocase(attribute->value, STR("display:none"), 0) != STR_NPOS ||
				str_find_nocase(attribute->value, STR("display: none"), 0) != STR_NPOS))
			return true;
	}
	return false;
}

bool attributes_are_sign(const struct node *node)
{
	return node->attributes && (attributes_have_class(node, STR("mw-editsection")) ||
					   attributes_have_class(node, STR("headerlink")));
}

int attributes_heading_level(const struct node *node)
{
	struct str level;

	if (!node->attributes || !str_equal(node_attribute(node, "role"), STR("heading")))
		return 0;
	level = node_attribute(node, "aria-level");
	return level.length == 1 && level.data[0] >= '1' && level.data[0] <= '6' ? level.data[0] - '0' : 2;
}
