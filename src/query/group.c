/* From the tree as it was written to the tree as it is meant: terms about quotations that stand side by side
 * speak of one quotation, double negation goes, and needless levels go. */
#include "query/tree.h"

struct query_node *node_make(struct arena *arena, enum node_kind kind, struct query_node *first)
{
	struct query_node *node = ARENA_NEW(arena, struct query_node);

	node->kind = kind;
	node->first = first;
	if (first) {
		node->start = first->start;
		node->end = first->end;
	}
	return node;
}

size_t node_count_children(const struct query_node *node)
{
	size_t count = 0;

	for (const struct query_node *child = node->first; child; child = child->next)
		count++;
	return count;
}

/* ---- levels */

/* Puts the children of a child of the same kind in its place. */
static void flatten(struct query_node *list)
{
	struct query_node **place = &list->first;

	while (*place) {
		struct query_node *child = *place, *last = child->first;

		if (child->kind != list->kind) {
			place = &child->next;
			continue;
		}
		while (last->next)
			last = last->next;
		last->next = child->next;
		*place = child->first;
	}
}

/* a OR b of one field is a,b. Words without a field have no list. */
static bool can_join(const struct query_node *a, const struct query_node *b)
{
	if (a->kind == NODE_QUOTATION && b->kind == NODE_QUOTATION)
		return a->first->kind == NODE_TERM && b->first->kind == NODE_TERM &&
		       can_join(a->first, b->first);
	return a->kind == NODE_TERM && b->kind == NODE_TERM && a->field == b->field &&
	       a->field != QUERY_ANYWHERE;
}

static void join_values(struct query_node *a, const struct query_node *b, struct arena *arena)
{
	if (a->kind == NODE_QUOTATION) {
		join_values(a->first, b->first, arena);
		return;
	}
	for (size_t i = 0; i < b->values.count; i++)
		*LIST_PUSH(arena, &a->values) = b->values.items[i];
}

static void join_alternatives(struct query_node *list, struct arena *arena)
{
	for (struct query_node *node = list->first; node; node = node->next) {
		struct query_node **place = &node->next;

		while (*place) {
			if (can_join(node, *place)) {
				join_values(node, *place, arena);
				*place = (*place)->next;
			} else {
				place = &(*place)->next;
			}
		}
	}
}

static struct query_node *simplify(struct query_node *node, struct arena *arena)
{
	struct query_node *next = node->next;

	if (node->kind == NODE_AND || node->kind == NODE_OR) {
		flatten(node);
		if (node->kind == NODE_OR)
			join_alternatives(node, arena);
		if (node->first->next == NULL)
			node = node->first;
	} else if (node->kind == NODE_NOT && node->first->kind == NODE_NOT) {
		node = node->first->first;
	}
	node->next = next;
	return node;
}

/* ---- quotations */

static bool is_about_quotation(const struct query_node *node)
{
	if (node->kind == NODE_TERM)
		return field_is_of_quotation(node->field);
	if (node->kind == NODE_QUOTATION)
		return false;
	for (const struct query_node *child = node->first; child; child = child->next)
		if (!is_about_quotation(child))
			return false;
	return true;
}

/* What stood in brackets of its own as an AND is a quotation of its own. */
static bool joins_neighbours(const struct query_node *node)
{
	return is_about_quotation(node) && !(node->kind == NODE_AND && node->is_bracketed);
}

static struct query_node *group_node(struct query_node *node, bool is_inside, struct arena *arena);

static void group_children(struct query_node *list, bool is_inside, struct arena *arena)
{
	for (struct query_node **place = &list->first; *place; place = &(*place)->next) {
		struct query_node *next = (*place)->next;

		*place = group_node(*place, is_inside, arena);
		(*place)->next = next;
	}
}

static struct query_node *wrap(struct query_node *node, struct arena *arena)
{
	struct query_node *next = node->next, *quotation;

	node->next = NULL;
	quotation = node_make(arena, NODE_QUOTATION, node);
	quotation->next = next;
	return quotation;
}

/* Takes the children that speak of one quotation together, at the place of the first, if one of them says
 * what it is and not only what it is not. */
static void group_neighbours(struct query_node *list, struct arena *arena)
{
	struct query_node *inner = NULL, **end = NULL, **place = &list->first, **at = NULL;
	size_t stated = 0;

	for (struct query_node *child = list->first; child; child = child->next)
		stated += joins_neighbours(child) && child->kind != NODE_NOT;
	if (stated == 0)
		return;
	while (*place) {
		struct query_node *child = *place;

		if (!joins_neighbours(child)) {
			place = &child->next;
			continue;
		}
		*place = child->next;
		child->next = NULL;
		child = group_node(child, true, arena);
		if (inner == NULL) {
			inner = node_make(arena, NODE_AND, child);
			at = place;
		} else {
			*end = child;
		}
		end = &child->next;
	}
	inner = simplify(inner, arena);
	inner = wrap(inner, arena);
	inner->next = *at;
	*at = inner;
}

static struct query_node *group_node(struct query_node *node, bool is_inside, struct arena *arena)
{
	switch (node->kind) {
	case NODE_TERM:
		return is_inside || !field_is_of_quotation(node->field) ? node : wrap(node, arena);
	case NODE_QUOTATION:
		group_children(node, true, arena);
		return node;
	case NODE_AND:
		if (!is_inside)
			group_neighbours(node, arena);
		break;
	default:
		break;
	}
	group_children(node, is_inside, arena);
	return simplify(node, arena);
}

struct query_node *group_tree(struct query_node *root, struct arena *arena)
{
	if (root == NULL)
		return NULL;
	root->next = NULL;
	return group_node(root, false, arena);
}
