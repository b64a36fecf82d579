#include "dateline/markup/node.h"

#include <string.h>

struct str node_attribute_named(const struct node *node, enum namespace ns, struct str name)
{
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (a->ns == ns && str_equal(a->name, name))
			return a->value;
	return STR_NONE;
}

struct str node_attribute_written(const struct node *node, struct str name)
{
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if ((a->ns == NS_NONE || a->ns == node->ns) && str_equal_nocase(a->name, name))
			return a->value;
	return STR_NONE;
}

void node_unlink(struct node *node)
{
	struct node *parent = node->parent, *before = node_previous(node), *next = node->next;

	*(before ? &before->next : &parent->first) = next;
	if (next)
		next->previous = node->previous;
	else if (before)
		parent->first->previous = before;
}

bool node_has_elements(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (child->kind == NODE_ELEMENT)
			return true;
	return false;
}

struct node *node_child(const struct node *node, enum namespace ns, const char *name)
{
	for (struct node *child = node->first; child; child = child->next)
		if (node_is(child, ns, name))
			return child;
	return NULL;
}

struct node *node_skip(const struct node *node, const struct node *top)
{
	while (node != top && node->next == NULL)
		node = node->parent;
	return node == top ? NULL : node->next;
}

struct node *node_after(const struct node *node, const struct node *top)
{
	return node->first ? node->first : node_skip(node, top);
}

static bool is_blank(struct str text)
{
	return str_trim(text).length == 0;
}

struct str node_text(const struct node *node, struct arena *arena)
{
	const struct node *only = NULL;
	size_t length = 0, texts = 0, used = 0;
	char *joined;

	if (node->kind == NODE_TEXT)
		return node->text;
	for (const struct node *n = node_after(node, node); n; n = node_after(n, node)) {
		if (n->kind != NODE_TEXT)
			continue;
		length += n->text.length;
		/* blank text around a CDATA section is layout, and not worth a copy of the section */
		if (!is_blank(n->text)) {
			only = n;
			texts++;
		}
	}
	if (texts <= 1)
		return only ? only->text : STR("");
	joined = arena_alloc(arena, length);
	for (const struct node *n = node_after(node, node); n; n = node_after(n, node)) {
		if (n->kind != NODE_TEXT)
			continue;
		memcpy(joined + used, n->text.data, n->text.length);
		used += n->text.length;
	}
	return (struct str){joined, used};
}
