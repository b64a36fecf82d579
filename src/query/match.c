#include "query/access.h"

/* ---- values */

struct asked {
	const struct query_value *value;
};

static bool accepts_text(void *context, struct str text)
{
	return query_matcher_accepts(((const struct asked *)context)->value->matcher, text);
}

static bool is_there(void *context, struct str text)
{
	(void)context;
	return text.length > 0;
}

static bool matches_text(const struct query_node *term, const struct query_value *value,
	const struct query_subject *subject, const struct quote *quote)
{
	const struct field_access *access = value_access(term->field, value);
	struct asked asked = {value};
	text_visitor *visit = value->kind == VALUE_ABSENT ? is_there : accepts_text;
	bool is_found =
		quote ? access->quote_texts(quote, visit, &asked) : access->texts(subject, visit, &asked);

	return is_found != (value->kind == VALUE_ABSENT);
}

static bool matches_number(
	const struct query_node *term, const struct query_value *value, const struct query_subject *subject)
{
	int64_t number = field_access(term->field)->number(subject);

	/* an article without a date has the time first seen, but is undated all the same */
	if (value->kind == VALUE_ABSENT)
		return term->field == QUERY_DATE ? subject->article->published == TIME_NONE
						 : number == TIME_NONE;
	return number != TIME_NONE && number >= value->least && number < value->most;
}

static bool matches_node(
	const struct query_node *node, const struct query_subject *subject, const struct quote *quote);

static bool matches_choice(const struct query_node *term, const struct query_value *value,
	const struct query_subject *subject, const struct quote *quote)
{
	if (term->field == QUERY_QUOTE)
		return (size_t)quote->kind == value->choice;
	return field_choices(term->field)[value->choice].holds(subject);
}

static bool matches_value(const struct query_node *term, const struct query_value *value,
	const struct query_subject *subject, const struct quote *quote)
{
	switch (value->kind) {
	case VALUE_CHOICE:
		return matches_choice(term, value, subject, quote);
	case VALUE_SPAN:
		return matches_number(term, value, subject);
	case VALUE_SAVED:
		return value->saved->root == NULL || matches_node(value->saved->root, subject, NULL);
	default:
		return field_is_text(term->field) ? matches_text(term, value, subject, quote)
						  : matches_number(term, value, subject);
	}
}

static bool matches_term(
	const struct query_node *term, const struct query_subject *subject, const struct quote *quote)
{
	for (size_t i = 0; i < term->values.count; i++)
		if (matches_value(term, &term->values.items[i], subject, quote))
			return true;
	return false;
}

/* ---- nodes */

static bool matches_quotation(const struct query_node *node, const struct query_subject *subject)
{
	const struct quote_list *quotes = &subject->article->quotes;

	for (size_t i = 0; i < quotes->count; i++)
		if (matches_node(node->first, subject, &quotes->items[i]))
			return true;
	return false;
}

static bool matches_node(
	const struct query_node *node, const struct query_subject *subject, const struct quote *quote)
{
	bool is_and = node->kind == NODE_AND;

	switch (node->kind) {
	case NODE_TERM:
		return matches_term(node, subject, quote);
	case NODE_NOT:
		return !matches_node(node->first, subject, quote);
	case NODE_QUOTATION:
		return matches_quotation(node, subject);
	default:
		break;
	}
	for (const struct query_node *child = node->first; child; child = child->next)
		if (matches_node(child, subject, quote) != is_and)
			return !is_and;
	return is_and;
}

/* What a list leaves out unless the query speaks of it. */
static bool is_left_out(const struct query *query, const struct query_subject *subject)
{
	return (subject->is_hidden && !query_mentions_state(query, STR("hidden"))) ||
	       (subject->is_duplicate && query->group != QUERY_GROUP_NONE &&
		       !query_mentions_state(query, STR("duplicate")));
}

bool query_matches(const struct query *query, const struct query_subject *subject)
{
	if (is_left_out(query, subject))
		return false;
	return query->root == NULL || matches_node(query->root, subject, NULL);
}

bool query_matches_quote(const struct query *query, const struct quote *quote)
{
	const struct query_node *node =
		query->root && query->root->kind == NODE_AND ? query->root->first : query->root;
	bool is_asked = false;

	for (; node; node = node->next) {
		if (node->kind != NODE_QUOTATION)
			continue;
		if (matches_node(node->first, NULL, quote))
			return true;
		is_asked = true;
	}
	return !is_asked;
}

/* ---- questions about a query */

static bool mentions(const struct query_node *node, struct str state)
{
	for (size_t i = 0; i < node->values.count; i++) {
		const struct query_value *value = &node->values.items[i];

		if (node->field == QUERY_IS && str_equal(value->text, state))
			return true;
		if (value->kind == VALUE_SAVED && value->saved->root && mentions(value->saved->root, state))
			return true;
	}
	for (const struct query_node *child = node->first; child; child = child->next)
		if (mentions(child, state))
			return true;
	return false;
}

bool query_mentions_state(const struct query *query, struct str state)
{
	return query->root && mentions(query->root, state);
}

static void collect_matchers(
	const struct query_node *node, struct arena *arena, struct query_matcher_list *matchers)
{
	bool is_of_text = node->kind == NODE_TERM &&
			  (node->field == QUERY_ANYWHERE || node->field == QUERY_TITLE ||
				  node->field == QUERY_STANDFIRST || node->field == QUERY_BODY ||
				  node->field == QUERY_HEADING || node->field == QUERY_SAID);

	if (node->kind == NODE_NOT)
		return;
	for (size_t i = 0; i < node->values.count; i++) {
		const struct query_value *value = &node->values.items[i];

		if (value->kind == VALUE_SAVED && value->saved->root)
			collect_matchers(value->saved->root, arena, matchers);
		else if (is_of_text && value->matcher)
			*LIST_PUSH(arena, matchers) = value->matcher;
	}
	for (const struct query_node *child = node->first; child; child = child->next)
		collect_matchers(child, arena, matchers);
}

void query_text_matchers(const struct query *query, struct arena *arena, struct query_matcher_list *matchers)
{
	*matchers = (struct query_matcher_list){0};
	if (query->root)
		collect_matchers(query->root, arena, matchers);
}

void query_search_words(const struct query *query, struct arena *arena, struct str_list *words)
{
	struct query_matcher_list matchers;

	*words = (struct str_list){0};
	query_text_matchers(query, arena, &matchers);
	for (size_t i = 0; i < matchers.count; i++)
		matcher_add_words(matchers.items[i], arena, words);
}
