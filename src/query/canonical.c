/* The one way of writing a query. */
#include "query/access.h"
#include "query/lexer.h"
#include "query/tree.h"

#include <string.h>

struct writer {
	struct buffer *out;
	size_t quotations; /* that stand under the same AND: with one alone, quote( ) is understood */
};

/* ---- values */

static bool is_reserved(struct str text)
{
	static const char *const words[] = {"AND", "OR", "NOT", "unread", "read", "starred", "today"};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_equal(text, str_from(words[i])))
			return true;
	return false;
}

/* Whether the text would be read as something else without quotation marks. */
static bool needs_quotes(struct str text, bool is_in_value)
{
	size_t equals = str_find_char(text, '=', 0);

	if (text.length == 0 || lex_word(text, 0, is_in_value) < text.length ||
		strchr("-!'\"/?#@=<>~", text.data[0]) || str_find_char(text, '*', 0) != STR_NPOS)
		return true;
	if (is_in_value)
		return str_equal(text, STR("NOT")) || str_equal(text, STR("OR")) ||
		       str_equal(text, STR("AND"));
	return is_reserved(text) || lex_field(text, 0) || (equals != STR_NPOS && equals > 0);
}

static void write_phrase(struct str text, struct buffer *out)
{
	buffer_add_char(out, '"');
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '"' || text.data[i] == '\\')
			buffer_add_char(out, '\\');
		buffer_add_char(out, text.data[i]);
	}
	buffer_add_char(out, '"');
}

static void write_text(const struct query_value *value, bool is_in_value, struct buffer *out)
{
	if (value->near >= 0) {
		write_phrase(value->text, out);
		buffer_printf(out, "~%lld", (long long)value->near);
	} else if (value->starts_open || value->ends_open) {
		buffer_printf(out, "%s%.*s%s", value->starts_open ? "*" : "", STR_ARG(value->text),
			value->ends_open ? "*" : "");
	} else if (needs_quotes(value->text, is_in_value)) {
		write_phrase(value->text, out);
	} else {
		buffer_add(out, value->text);
	}
}

void canonical_value(enum query_field field, const struct query_value *value, struct buffer *out)
{
	switch (value->kind) {
	case VALUE_TEXT:
		write_text(value, field != QUERY_ANYWHERE, out);
		break;
	case VALUE_REGEX:
		buffer_printf(out, "/%.*s/%s", STR_ARG(value->text), value->ignores_case ? "i" : "");
		break;
	case VALUE_SAVED:
		write_text(value, true, out);
		break;
	default:
		buffer_add(out, value->text);
		break;
	}
}

static void write_term(const struct query_node *term, struct buffer *out)
{
	const char *name = query_field_info(term->field)->name;

	if (name[0])
		buffer_printf(out, "%s:", name);
	for (size_t i = 0; i < term->values.count; i++) {
		if (i)
			buffer_add_char(out, ',');
		canonical_value(term->field, &term->values.items[i], out);
	}
}

/* ---- nodes */

static size_t count_quotations(const struct query_node *node)
{
	size_t count = node->kind == NODE_QUOTATION;

	for (const struct query_node *child = node->first; child; child = child->next)
		count += count_quotations(child);
	return count;
}

static void write_node(struct writer writer, const struct query_node *node, enum node_kind parent);

static void write_list(struct writer writer, const struct query_node *node, enum node_kind parent)
{
	bool is_and = node->kind == NODE_AND;
	bool has_brackets = parent == NODE_NOT || (parent == NODE_AND && !is_and);

	if (has_brackets)
		buffer_add_char(writer.out, '(');
	for (const struct query_node *child = node->first; child; child = child->next) {
		if (child != node->first)
			buffer_add(writer.out, is_and ? STR(" ") : STR(" OR "));
		write_node(writer, child, node->kind);
	}
	if (has_brackets)
		buffer_add_char(writer.out, ')');
}

static void write_quotation(struct writer writer, const struct query_node *node)
{
	bool is_understood = node->first->kind == NODE_TERM && writer.quotations <= 1;

	if (!is_understood)
		buffer_add(writer.out, STR("quote("));
	write_node(writer, node->first, NODE_QUOTATION);
	if (!is_understood)
		buffer_add_char(writer.out, ')');
}

static void write_node(struct writer writer, const struct query_node *node, enum node_kind parent)
{
	switch (node->kind) {
	case NODE_AND:
		if (writer.quotations == 0)
			writer.quotations = count_quotations(node);
		write_list(writer, node, parent);
		break;
	case NODE_OR:
		write_list(writer, node, parent);
		break;
	case NODE_NOT:
		buffer_add_char(writer.out, '-');
		write_node(writer, node->first, NODE_NOT);
		break;
	case NODE_QUOTATION:
		write_quotation(writer, node);
		break;
	case NODE_TERM:
		write_term(node, writer.out);
		break;
	}
}

void canonical_node(const struct query_node *root, struct buffer *out)
{
	write_node((struct writer){.out = out}, root, NODE_OR);
}

void canonical_apart(const struct query_node *root, struct buffer *out)
{
	bool has_brackets = root->kind == NODE_OR;

	if (has_brackets)
		buffer_add_char(out, '(');
	write_node((struct writer){.out = out, .quotations = SIZE_MAX}, root, NODE_OR);
	if (has_brackets)
		buffer_add_char(out, ')');
}

/* ---- the whole */

static void write_directives(const struct query *query, struct str_list *list, struct arena *arena)
{
	if (query->has_sort)
		*LIST_PUSH(arena, list) = arena_printf(arena, "sort:%s%.*s", query->is_reversed ? "-" : "",
			STR_ARG(field_choice_name(QUERY_SORT, query->sort)));
	if (query->limit >= 0)
		*LIST_PUSH(arena, list) = arena_printf(arena, "limit:%lld", (long long)query->limit);
	if (query->group != QUERY_GROUP_UNSET)
		*LIST_PUSH(arena, list) =
			query->group == QUERY_GROUP_NONE ? STR("group:none") : STR("group:cluster");
}

struct str query_print(const struct query *query, struct arena *arena)
{
	struct str_list directives = {0};
	struct buffer text = {0};
	struct str result;

	if (query->root)
		canonical_node(query->root, &text);
	write_directives(query, &directives, arena);
	for (size_t i = 0; i < directives.count; i++) {
		if (text.length)
			buffer_add_char(&text, ' ');
		buffer_add(&text, directives.items[i]);
	}
	result = arena_copy(arena, buffer_str(&text));
	buffer_finish(&text);
	return result.data ? result : STR("");
}

/* ---- chips */

static struct str print_chip(const struct query_node *node, struct arena *arena)
{
	struct buffer text = {0};
	struct str result, state;

	canonical_node(node, &text);
	state = buffer_str(&text);
	if (str_equal(state, STR("is:unread")) || str_equal(state, STR("is:read")) ||
		str_equal(state, STR("is:starred")))
		state = str_from_offset(state, strlen("is:"));
	else if (str_equal(state, STR("date:today")))
		state = STR("today");
	result = arena_copy(arena, state);
	buffer_finish(&text);
	return result;
}

void query_chips(const struct query *query, struct arena *arena, struct str_list *chips)
{
	*chips = (struct str_list){0};
	if (query->root && query->root->kind == NODE_AND)
		for (const struct query_node *child = query->root->first; child; child = child->next)
			*LIST_PUSH(arena, chips) = print_chip(child, arena);
	else if (query->root)
		*LIST_PUSH(arena, chips) = print_chip(query->root, arena);
	write_directives(query, chips, arena);
}
