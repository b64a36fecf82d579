#include "namespaces.h"
#include "xml_reader.h"

#include <string.h>

#define FIELD_DEPTH_LEAST 3 /* of the fields of a feed; its root and its items are above */

struct node *xml_new_node(struct xml_reader *reader, enum node_kind kind)
{
	struct node *node;

	if (reader->nodes_left == 0) {
		if (!reader->is_cut)
			xml_repaired(reader, reader->at,
				"the document has too many elements: the rest was left out");
		reader->is_cut = true;
		warnings_cut(reader->warnings);
		return NULL;
	}
	reader->nodes_left--;
	node = ARENA_NEW(reader->arena, struct node);
	node->kind = kind;
	return node;
}

void xml_append(struct xml_reader *reader, struct node *node)
{
	node_append(reader->current, node);
}

/* ---- what publishers forget to close */

enum role {
	ROLE_OTHER,
	ROLE_ITEM,   /* never stands in its own kind */
	ROLE_FIELD,  /* of a feed or an item: holds no other field */
	ROLE_PERSON, /* holds fields of a person, no others */
	ROLE_PART,   /* a field of a person */
	ROLE_VOID,   /* HTML's elements without content */
};

struct role_row {
	struct str name;
	enum role role;
};

static const struct role_row roles[] = {
	{STR_INIT("item"), ROLE_ITEM},
	{STR_INIT("entry"), ROLE_ITEM},
	{STR_INIT("title"), ROLE_FIELD},
	{STR_INIT("link"), ROLE_FIELD},
	{STR_INIT("guid"), ROLE_FIELD},
	{STR_INIT("id"), ROLE_FIELD},
	{STR_INIT("description"), ROLE_FIELD},
	{STR_INIT("encoded"), ROLE_FIELD},
	{STR_INIT("summary"), ROLE_FIELD},
	{STR_INIT("content"), ROLE_FIELD},
	{STR_INIT("pubDate"), ROLE_FIELD},
	{STR_INIT("date"), ROLE_FIELD},
	{STR_INIT("published"), ROLE_FIELD},
	{STR_INIT("updated"), ROLE_FIELD},
	{STR_INIT("issued"), ROLE_FIELD},
	{STR_INIT("modified"), ROLE_FIELD},
	{STR_INIT("created"), ROLE_FIELD},
	{STR_INIT("category"), ROLE_FIELD},
	{STR_INIT("subject"), ROLE_FIELD},
	{STR_INIT("creator"), ROLE_FIELD},
	{STR_INIT("comments"), ROLE_FIELD},
	{STR_INIT("enclosure"), ROLE_FIELD},
	{STR_INIT("language"), ROLE_FIELD},
	{STR_INIT("copyright"), ROLE_FIELD},
	{STR_INIT("generator"), ROLE_FIELD},
	{STR_INIT("subtitle"), ROLE_FIELD},
	{STR_INIT("lastBuildDate"), ROLE_FIELD},
	{STR_INIT("author"), ROLE_PERSON},
	{STR_INIT("contributor"), ROLE_PERSON},
	{STR_INIT("name"), ROLE_PART},
	{STR_INIT("email"), ROLE_PART},
	{STR_INIT("uri"), ROLE_PART},
	{STR_INIT("br"), ROLE_VOID},
	{STR_INIT("img"), ROLE_VOID},
	{STR_INIT("hr"), ROLE_VOID},
	{STR_INIT("input"), ROLE_VOID},
};

static enum role role_of(const struct node *node)
{
	for (size_t i = 0; node->kind == NODE_ELEMENT && i < COUNT_OF(roles); i++)
		if (str_equal_nocase(roles[i].name, node->name))
			return roles[i].role;
	return ROLE_OTHER;
}

/* Can a child of this role not have been meant to stand in an element of that role? */
static bool is_misplaced(enum role child, enum role holder)
{
	switch (holder) {
	case ROLE_VOID:
		return true;
	case ROLE_ITEM:
		return child == ROLE_ITEM;
	case ROLE_FIELD:
	case ROLE_PART:
		return child != ROLE_OTHER && child != ROLE_VOID;
	case ROLE_PERSON:
		return child == ROLE_ITEM || child == ROLE_FIELD || child == ROLE_PERSON;
	case ROLE_OTHER:
		return child == ROLE_ITEM;
	}
	return false;
}

/* Moves `first` and what follows it from their parent to behind that parent. */
static void move_behind_parent(struct node *first)
{
	struct node *parent = first->parent, *top = parent->parent;
	struct node *before = node_previous(first), *last = node_last(parent);

	*(before ? &before->next : &parent->first) = NULL;
	if (before)
		parent->first->previous = before;
	for (struct node *n = first; n; n = n->next)
		n->parent = top;
	last->next = parent->next;
	(parent->next ? parent->next : top->first)->previous = last;
	parent->next = first;
	first->previous = parent;
}

/* An element whose end tag is missing has swallowed what follows: that is given back. What an unknown element
 * holds is its own, but for items: <image>, <items> or a misspelt <itme> never closed cost those behind them
 * nothing. */
static void give_back(const struct xml_reader *reader, struct node *node)
{
	enum role holder = role_of(node);

	if (holder == ROLE_OTHER && node->parent == reader->document)
		return;
	for (struct node *child = node->first; child; child = child->next) {
		if (is_misplaced(role_of(child), holder)) {
			move_behind_parent(child);
			return;
		}
	}
}

/* ---- opening and closing */

static void step_up(struct xml_reader *reader)
{
	while (reader->binding_count && reader->bindings[reader->binding_count - 1].depth == reader->depth)
		reader->binding_count--;
	reader->current = reader->current->parent;
	reader->depth--;
}

/* An item that begins inside an item, with nothing in between, begins after it. */
static void close_item_before(struct xml_reader *reader, const struct node *node)
{
	if (reader->current->kind == NODE_ELEMENT && str_equal(reader->current->name, node->name) &&
		role_of(node) == ROLE_ITEM) {
		xml_repaired(
			reader, reader->at, "<%.*s> is not closed before the next one", STR_ARG(node->name));
		step_up(reader);
	}
}

void xml_open(struct xml_reader *reader, struct node *node, bool is_empty)
{
	close_item_before(reader, node);
	if (reader->depth >= ELEMENT_DEPTH_MOST) {
		if (reader->ignored_depth == 0)
			xml_repaired(reader, reader->at, "elements deeper than %d levels are read as text",
				ELEMENT_DEPTH_MOST);
		reader->ignored_depth += !is_empty;
		return;
	}
	xml_append(reader, node);
	if (is_empty) {
		while (reader->binding_count &&
			reader->bindings[reader->binding_count - 1].depth == reader->depth + 1)
			reader->binding_count--;
		return;
	}
	reader->current = node;
	reader->depth++;
}

/* Is this the element that `name`, with its prefix, stands for? Its own prefix stands before its name in the
 * source. */
static bool has_qualified_name(const struct xml_reader *reader, const struct node *node, struct str name)
{
	size_t before = name.length - node->name.length, offset;

	if (name.length < node->name.length || node->name.length == 0 ||
		name.data[name.length - 1] != node->name.data[node->name.length - 1])
		return false;
	offset = (size_t)(node->name.data - reader->text.data);
	return offset > before && reader->text.data[offset - before - 1] == '<' &&
	       memcmp(node->name.data - before, name.data, name.length) == 0;
}

static struct str local_name(struct str name)
{
	size_t colon = str_find_char(name, ':', 0);

	return colon == STR_NPOS ? name : str_from_offset(name, colon + 1);
}

static struct node *find_open(struct xml_reader *reader, struct str name)
{
	struct str local = local_name(name);

	for (struct node *n = reader->current; n != reader->document; n = n->parent)
		if (has_qualified_name(reader, n, name))
			return n;
	/* <Item> … </item>, <media:title> … </title> */
	if (reader->current == reader->document || !str_equal_nocase(reader->current->name, local))
		return NULL;
	xml_repaired(reader, reader->at, "</%.*s> closes <%.*s>", STR_ARG(str_slice(name, 0, 40)),
		STR_ARG(str_slice(reader->current->name, 0, 40)));
	return reader->current;
}

static void close_unclosed(struct xml_reader *reader)
{
	struct node *node = reader->current;

	xml_repaired(reader, reader->at, "<%.*s> of line %u is not closed",
		STR_ARG(str_slice(node->name, 0, 40)), node->line);
	step_up(reader);
	give_back(reader, node);
}

void xml_close(struct xml_reader *reader, struct str name)
{
	struct node *open;

	if (reader->ignored_depth) {
		reader->ignored_depth--;
		return;
	}
	if (reader->current != reader->document && has_qualified_name(reader, reader->current, name)) {
		step_up(reader);
		return;
	}
	open = find_open(reader, name);
	if (open == NULL) {
		xml_repaired(reader, reader->at, "</%.*s> closes nothing", STR_ARG(str_slice(name, 0, 40)));
		return;
	}
	while (reader->current != open)
		close_unclosed(reader);
	step_up(reader);
}

/* Text can be read as far as it goes. */
static bool is_text(const struct xml_reader *reader, const struct node *node)
{
	static const struct str names[] = {STR_INIT("title"), STR_INIT("description"), STR_INIT("summary"),
		STR_INIT("content"), STR_INIT("encoded"), STR_INIT("body"), STR_INIT("subtitle")};

	for (; node != reader->document; node = node->parent)
		for (size_t i = 0; i < COUNT_OF(names); i++)
			if (str_equal_nocase(node->name, names[i]))
				return true;
	return false;
}

/* A field that the document ends in: half of an identity, an address or a date is another one. */
static bool is_spoilt(const struct xml_reader *reader)
{
	const struct node *node = reader->current;

	return reader->depth >= FIELD_DEPTH_LEAST && !reader->ends_in_end_tag && role_of(node) != ROLE_ITEM &&
	       !node_has_elements(node) && !is_text(reader, node);
}

void xml_close_all(struct xml_reader *reader)
{
	if (reader->current != reader->document) {
		warnings_cut(reader->warnings);
		xml_repaired(reader, reader->at, "the document ends before <%.*s> is closed",
			STR_ARG(str_slice(reader->current->name, 0, 40)));
	}
	if (is_spoilt(reader)) {
		struct node *node = reader->current;

		step_up(reader);
		node_unlink(node);
	}
	while (reader->current != reader->document) {
		struct node *node = reader->current;

		step_up(reader);
		give_back(reader, node);
	}
}
