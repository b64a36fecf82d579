/* Changes of a query's top level: the terms that stand under its AND. */
#include "query/access.h"
#include "query/tree.h"
#include "query/values.h"

/* ---- the top level as a list */

static struct query_node **top_place(struct query *query)
{
	return query->root && query->root->kind == NODE_AND ? &query->root->first : &query->root;
}

static const struct query_node *top_first(const struct query *query)
{
	return query->root && query->root->kind == NODE_AND ? query->root->first : query->root;
}

/* After taking something out: an AND of one is that one, an AND of none is nothing. */
static void tidy(struct query *query)
{
	if (query->root == NULL || query->root->kind != NODE_AND)
		return;
	if (query->root->first == NULL || query->root->first->next == NULL)
		query->root = query->root->first;
}

static void add_top(struct query *query, struct query_node *node, struct arena *arena)
{
	struct query_node **place;

	if (query->root && query->root->kind != NODE_AND) {
		query->root->next = NULL;
		query->root = node_make(arena, NODE_AND, query->root);
	}
	for (place = top_place(query); *place; place = &(*place)->next)
		;
	*place = node;
}

bool query_drop_chip(struct query *query, size_t index)
{
	for (struct query_node **place = top_place(query); *place; place = &(*place)->next, index--) {
		if (index == 0) {
			*place = (*place)->next;
			tidy(query);
			return true;
		}
	}
	if (query->has_sort && index-- == 0) {
		query->has_sort = query->is_reversed = false;
		query->sort = QUERY_SORT_NEWEST;
		return true;
	}
	if (query->limit >= 0 && index-- == 0) {
		query->limit = -1;
		return true;
	}
	if (query->group == QUERY_GROUP_UNSET || index > 0)
		return false;
	query->group = QUERY_GROUP_UNSET;
	return true;
}

/* ---- both at once: written and read again, so that nothing of `more` is needed afterwards */

static void add_side(const struct query *query, struct buffer *text)
{
	if (query->root == NULL)
		return;
	if (text->length)
		buffer_add_char(text, ' ');
	canonical_apart(query->root, text);
}

bool query_narrow(struct query *query, const struct query *more, struct arena *arena)
{
	struct buffer text = {0};
	struct query_mistake mistake;
	struct query both;
	bool is_right;

	add_side(query, &text);
	add_side(more, &text);
	is_right = query_parse(buffer_str(&text), &query->context, arena, &both, &mistake);
	buffer_finish(&text);
	if (!is_right)
		return false;
	query->root = both.root;
	if (more->has_sort) {
		query->has_sort = true;
		query->sort = more->sort;
		query->is_reversed = more->is_reversed;
	}
	if (more->limit >= 0)
		query->limit = more->limit;
	if (more->group != QUERY_GROUP_UNSET)
		query->group = more->group;
	return true;
}

/* ---- names */

/* The term of a field that a node at the top level is: tag:a,b, -tag:a, quote(speaker:a); else NULL. */
static struct query_node *term_of(struct query_node *node, enum query_field field, bool *is_negated)
{
	*is_negated = node->kind == NODE_NOT;
	if (*is_negated)
		node = node->first;
	if (node->kind == NODE_QUOTATION)
		node = node->first;
	return node->kind == NODE_TERM && node->field == field ? node : NULL;
}

static bool is_name(const struct query_value *value, struct str key, struct arena *scratch)
{
	return (value->kind == VALUE_TEXT || value->kind == VALUE_SAVED) && !value->starts_open &&
	       !value->ends_open && str_equal(query_fold_name(value->text, scratch), key);
}

static bool is_any(const struct query_node *term)
{
	return term->is_any || term->values.count > 1;
}

static enum query_mark mark_of_term(const struct query_node *term, bool is_negated)
{
	return is_negated ? QUERY_MARK_NEVER : is_any(term) ? QUERY_MARK_ANY : QUERY_MARK_MUST;
}

enum query_mark query_mark_of(const struct query *query, enum query_field field, struct str name)
{
	struct arena scratch = {0};
	struct str key = query_fold_name(name, &scratch);
	enum query_mark mark = QUERY_MARK_NONE;
	bool is_negated;

	for (const struct query_node *node = top_first(query); node && mark == QUERY_MARK_NONE;
		node = node->next) {
		const struct query_node *term = term_of((struct query_node *)node, field, &is_negated);

		for (size_t i = 0; term && i < term->values.count; i++)
			if (is_name(&term->values.items[i], key, &scratch))
				mark = mark_of_term(term, is_negated);
	}
	arena_finish(&scratch);
	return mark;
}

void query_marked(const struct query *query, enum query_field field, enum query_mark mark,
	struct arena *arena, struct str_list *names)
{
	bool is_negated;

	*names = (struct str_list){0};
	for (const struct query_node *node = top_first(query); node; node = node->next) {
		const struct query_node *term = term_of((struct query_node *)node, field, &is_negated);

		if (term && mark_of_term(term, is_negated) == mark)
			for (size_t i = 0; i < term->values.count; i++)
				*LIST_PUSH(arena, names) = term->values.items[i].text;
	}
}

static void remove_value(struct query_node *term, size_t index)
{
	term->values.count--;
	for (size_t i = index; i < term->values.count; i++)
		term->values.items[i] = term->values.items[i + 1];
}

/* Takes one name, or with an absent key every term of the field, off the top level. */
static void remove_name(struct query *query, enum query_field field, struct str key)
{
	struct query_node **place = top_place(query);
	struct arena scratch = {0};

	while (*place) {
		bool is_negated;
		struct query_node *term = term_of(*place, field, &is_negated);

		for (size_t i = 0; term && i < term->values.count;)
			if (key.data == NULL || is_name(&term->values.items[i], key, &scratch))
				remove_value(term, i);
			else
				i++;
		if (term && term->values.count == 0)
			*place = (*place)->next;
		else
			place = &(*place)->next;
	}
	arena_finish(&scratch);
	tidy(query);
}

static bool make_value(const struct query *query, enum query_field field, struct str name,
	struct arena *arena, struct query_value *value)
{
	const struct query_names *names = query->context.names;

	*value = (struct query_value){.kind = VALUE_TEXT, .near = -1, .text = arena_copy(arena, name)};
	if (query_fold_name(name, arena).length == 0)
		return false;
	if (field == QUERY_SAVED) {
		struct str text = names && names->saved ? names->saved(names->data, name, arena) : STR_NONE;
		struct query *saved = ARENA_NEW(arena, struct query);
		struct query_mistake mistake;

		value->kind = VALUE_SAVED;
		value->saved = saved;
		return text.data && query_parse(text, &query->context, arena, saved, &mistake);
	}
	value->matcher = value_matcher(field, value, &query->context, arena);
	return true;
}

static struct query_node *make_name_term(
	enum query_field field, const struct query_value *value, bool may_grow, struct arena *arena)
{
	struct query_node *term = node_make(arena, NODE_TERM, NULL);

	term->field = field;
	term->is_any = may_grow;
	*LIST_PUSH(arena, &term->values) = *value;
	return field_is_of_quotation(field) ? node_make(arena, NODE_QUOTATION, term) : term;
}

static struct query_node *find_any_term(struct query *query, enum query_field field)
{
	for (struct query_node *node = (struct query_node *)top_first(query); node; node = node->next) {
		bool is_negated;
		struct query_node *term = term_of(node, field, &is_negated);

		if (term && !is_negated && is_any(term))
			return term;
	}
	return NULL;
}

void query_set_mark(struct query *query, enum query_field field, struct str name, enum query_mark mark,
	struct arena *arena)
{
	struct query_value value;
	struct query_node *term;

	remove_name(query, field, query_fold_name(name, arena));
	if (mark == QUERY_MARK_NONE || !make_value(query, field, name, arena, &value))
		return;
	term = mark == QUERY_MARK_ANY ? find_any_term(query, field) : NULL;
	if (term) {
		*LIST_PUSH(arena, &term->values) = value;
		return;
	}
	term = make_name_term(field, &value, mark == QUERY_MARK_ANY, arena);
	if (mark == QUERY_MARK_NEVER)
		term = node_make(arena, NODE_NOT, term);
	add_top(query, term, arena);
}

void query_show_only(struct query *query, enum query_field field, struct str name, struct arena *arena)
{
	struct query_value value;

	remove_name(query, field, STR_NONE);
	if (name.data && make_value(query, field, name, arena, &value))
		add_top(query, make_name_term(field, &value, false, arena), arena);
}

/* ---- states */

static bool is_state(const struct query_node *node, struct str state)
{
	return node->kind == NODE_TERM && node->field == QUERY_IS && node->values.count == 1 &&
	       str_equal(node->values.items[0].text, state);
}

static struct str contrary(struct str state)
{
	return str_equal(state, STR("unread")) ? STR("read")
	       : str_equal(state, STR("read")) ? STR("unread")
					       : STR_NONE;
}

bool query_has_state(const struct query *query, struct str state)
{
	for (const struct query_node *node = top_first(query); node; node = node->next)
		if (is_state(node, state))
			return true;
	return false;
}

static void remove_state(struct query *query, struct str state)
{
	struct query_node **place = top_place(query);

	while (*place) {
		const struct query_node *node = (*place)->kind == NODE_NOT ? (*place)->first : *place;

		if (is_state(node, state))
			*place = (*place)->next;
		else
			place = &(*place)->next;
	}
	tidy(query);
}

void query_set_state(struct query *query, struct str state, bool is_set, struct arena *arena)
{
	struct query_value value = {
		.kind = VALUE_CHOICE, .near = -1, .choice = field_choice_find(QUERY_IS, state)};

	if (value.choice == SIZE_MAX)
		return;
	remove_state(query, state);
	if (!is_set)
		return;
	remove_state(query, contrary(state));
	value.text = field_choice_name(QUERY_IS, value.choice);
	add_top(query, make_name_term(QUERY_IS, &value, false, arena), arena);
}
