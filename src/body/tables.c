#include "body/tables.h"

#define CELL_MOST 600 /* bytes of text: a longer one is a column of a page */

struct table_facts {
	unsigned rows, cells, cells_in_row, widest;
	size_t cell_bytes;
};

/* False when this element is a sign of a page laid out with a table. */
static bool count_element(struct table_facts *facts, enum html_tag tag)
{
	switch (tag) {
	case HTML_TABLE:
	case HTML_H1:
	case HTML_H2:
	case HTML_H3:
	case HTML_BLOCKQUOTE:
	case HTML_ARTICLE:
	case HTML_FORM:
	case HTML_PRE:
		return false;
	case HTML_TR:
		facts->rows++;
		facts->cells_in_row = 0;
		return true;
	case HTML_TD:
	case HTML_TH:
		facts->cell_bytes = 0;
		facts->cells++;
		if (++facts->cells_in_row > facts->widest)
			facts->widest = facts->cells_in_row;
		return true;
	default:
		return true;
	}
}

bool table_has_data(const struct node *table)
{
	struct table_facts facts = {0};

	if (str_equal_nocase(node_attribute(table, "role"), STR("presentation")))
		return false;
	for (const struct node *node = table; (node = node_after(node, table));) {
		if (node->kind == NODE_TEXT) {
			facts.cell_bytes += node->text.length;
			if (facts.cell_bytes > CELL_MOST)
				return false;
		} else if (!count_element(&facts, html_tag_of(node))) {
			return false;
		}
	}
	return facts.widest >= 2;
}
