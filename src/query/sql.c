#include "dateline/query/sql.h"
#include "query/access.h"

#include <string.h>

/* Every condition written here is 0 or 1 and never NULL, for NOT of NULL is NULL: what is absent is false,
 * and its negation true. */

struct writer {
	struct buffer *out;
	struct arena *arena;
	struct query_binding_list *bindings;
	bool has_index;
};

/* ---- bindings */

static void bind_number(struct writer *w, int64_t number)
{
	*LIST_PUSH(w->arena, w->bindings) =
		(struct query_binding){.kind = QUERY_BIND_NUMBER, .number = number};
}

static void bind_text(struct writer *w, struct str text)
{
	*LIST_PUSH(w->arena, w->bindings) = (struct query_binding){.kind = QUERY_BIND_TEXT, .text = text};
}

static void bind_matcher(struct writer *w, const struct query_matcher *matcher)
{
	*LIST_PUSH(w->arena, w->bindings) =
		(struct query_binding){.kind = QUERY_BIND_MATCHER, .matcher = matcher};
}

/* ---- values */

static void write_condition(struct writer *w, const struct text_place *place, const struct query_value *value)
{
	struct str key;

	if (value->kind == VALUE_ABSENT) {
		buffer_printf(w->out, "ifnull(%s, '') <> ''", place->text);
	} else if (place->key && value->kind == VALUE_TEXT && matcher_is_key(value->matcher, &key)) {
		buffer_printf(w->out, "%s = ?", place->key);
		bind_text(w, key);
	} else {
		buffer_printf(w->out, QUERY_SQL_FUNCTION "(%s, ?)", place->text);
		bind_matcher(w, value->matcher);
	}
}

/* Places that give the same rows become one set, so that an index can find its members. */
static void write_places(struct writer *w, const struct field_access *access, const struct query_value *value)
{
	const char *row = NULL;

	buffer_printf(w->out, value->kind == VALUE_ABSENT ? "NOT (" : "(");
	for (size_t i = 0; i < COUNT_OF(access->places) && access->places[i].text; i++) {
		const struct text_place *place = &access->places[i];
		bool joins = row && place->row && strcmp(row, place->row) == 0;

		if (i)
			buffer_printf(w->out, joins ? " UNION ALL " : row ? ") OR " : " OR ");
		if (place->row && !joins)
			buffer_printf(w->out, "%s IN (", place->row);
		row = place->row;
		buffer_printf(w->out, "%s", place->select);
		write_condition(w, place, value);
		buffer_printf(w->out, "%s", place->end);
	}
	buffer_printf(w->out, row ? "))" : ")");
}

static bool write_search(struct writer *w, const struct field_access *access, const struct query_value *value)
{
	struct str search;

	if (!w->has_index || access->search_columns == NULL || value->kind != VALUE_TEXT)
		return false;
	search = matcher_search_text(value->matcher, w->arena);
	if (search.data == NULL)
		return false;
	buffer_add(w->out, STR("(a.search_row IS NOT NULL AND a.search_row IN "
			       "(SELECT rowid FROM search WHERE search MATCH ?))"));
	bind_text(w, arena_printf(w->arena, "{%s} : %.*s", access->search_columns, STR_ARG(search)));
	return true;
}

static void write_span(struct writer *w, const struct query_node *term, const struct query_value *value)
{
	const char *sql = field_access(term->field)->number_sql;

	if (value->kind == VALUE_ABSENT) {
		buffer_printf(w->out, "%s IS NULL", term->field == QUERY_DATE ? "a.published" : sql);
		return;
	}
	buffer_printf(w->out, "(%s IS NOT NULL", sql);
	if (value->least > INT64_MIN + 1) {
		buffer_printf(w->out, " AND %s >= ?", sql);
		bind_number(w, value->least);
	}
	if (value->most < INT64_MAX) {
		buffer_printf(w->out, " AND %s < ?", sql);
		bind_number(w, value->most);
	}
	buffer_add_char(w->out, ')');
}

static void write_node(struct writer *w, const struct query_node *node);

static void write_value(struct writer *w, const struct query_node *term, const struct query_value *value)
{
	const struct field_access *access = value_access(term->field, value);

	if (value->kind == VALUE_SAVED && value->saved->root)
		write_node(w, value->saved->root);
	else if (value->kind == VALUE_SAVED)
		buffer_add_char(w->out, '1');
	else if (value->kind == VALUE_CHOICE && term->field == QUERY_QUOTE)
		buffer_printf(w->out, "q.kind = %zu", value->choice);
	else if (value->kind == VALUE_CHOICE)
		buffer_printf(w->out, "%s", field_choices(term->field)[value->choice].sql);
	else if (access->number_sql)
		write_span(w, term, value);
	else if (!write_search(w, access, value))
		write_places(w, access, value);
}

/* ---- nodes, the cheap ones first */

enum cost { COST_COLUMN, COST_NAME, COST_INDEX, COST_TEXT, COST_BODY, COST_REGEX };

static enum cost cost_of_value(
	const struct writer *w, const struct query_node *term, const struct query_value *value)
{
	if (value->kind == VALUE_REGEX)
		return COST_REGEX;
	if (!field_is_text(term->field))
		return COST_COLUMN;
	if (w->has_index && value_access(term->field, value)->search_columns && value->kind == VALUE_TEXT)
		return COST_INDEX;
	if (term->field == QUERY_ANYWHERE || term->field == QUERY_BODY)
		return COST_BODY;
	return field_access(term->field)->search_columns ? COST_TEXT : COST_NAME;
}

static enum cost cost_of(const struct writer *w, const struct query_node *node)
{
	enum cost most = COST_COLUMN, cost;

	for (size_t i = 0; i < node->values.count; i++) {
		const struct query_value *value = &node->values.items[i];

		cost = value->kind == VALUE_SAVED
			       ? (value->saved->root ? cost_of(w, value->saved->root) : COST_COLUMN)
			       : cost_of_value(w, node, value);
		most = cost > most ? cost : most;
	}
	for (const struct query_node *child = node->first; child; child = child->next) {
		cost = cost_of(w, child);
		most = cost > most ? cost : most;
	}
	return most;
}

static void write_list(struct writer *w, const struct query_node *node)
{
	const char *between = "";

	buffer_add_char(w->out, '(');
	for (enum cost cost = COST_COLUMN; cost <= COST_REGEX; cost++) {
		for (const struct query_node *child = node->first; child; child = child->next) {
			if (cost_of(w, child) != cost)
				continue;
			buffer_printf(w->out, "%s", between);
			write_node(w, child);
			between = node->kind == NODE_AND ? " AND " : " OR ";
		}
	}
	buffer_add_char(w->out, ')');
}

static void write_term(struct writer *w, const struct query_node *term)
{
	buffer_add_char(w->out, '(');
	for (size_t i = 0; i < term->values.count; i++) {
		if (i)
			buffer_add(w->out, STR(" OR "));
		write_value(w, term, &term->values.items[i]);
	}
	buffer_add_char(w->out, ')');
}

static void write_node(struct writer *w, const struct query_node *node)
{
	switch (node->kind) {
	case NODE_AND:
	case NODE_OR:
		write_list(w, node);
		break;
	case NODE_NOT:
		buffer_add(w->out, STR("NOT "));
		write_node(w, node->first);
		break;
	case NODE_QUOTATION:
		buffer_add(w->out, STR("(a.id IN (SELECT q.article FROM quote q WHERE "));
		write_node(w, node->first);
		buffer_add(w->out, STR("))"));
		break;
	case NODE_TERM:
		write_term(w, node);
		break;
	}
}

/* ---- what an index finds */

/* A term whose articles an index finds. */
static bool is_found(const struct writer *w, const struct query_node *node)
{
	if (node->kind == NODE_QUOTATION)
		return true;
	if (node->kind != NODE_TERM || node->values.count == 0)
		return false;
	for (size_t i = 0; i < node->values.count; i++) {
		const struct query_value *value = &node->values.items[i];
		const struct field_access *access = value_access(node->field, value);
		bool is_searched = w->has_index && access->search_columns && value->kind == VALUE_TEXT;

		if (value->kind == VALUE_ABSENT || (!is_searched && access->places[0].row == NULL))
			return false;
	}
	return true;
}

/* Of unread and starred articles there are few, and an index has just them. */
static bool is_of_few(const struct query_node *node)
{
	const struct query_value *value =
		node->kind == NODE_TERM && node->values.count == 1 ? &node->values.items[0] : NULL;

	return value && node->field == QUERY_IS &&
	       (str_equal(value->text, STR("unread")) || str_equal(value->text, STR("starred")));
}

/* Whether the index of all articles by time is to be used: it gives their order, but to fetch each article
 * from where it lies takes twice as long as to read them all as they lie, and sort those that are left. */
static bool walks_in_order(const struct writer *w, const struct query *query)
{
	const struct query_node *node =
		query->root && query->root->kind == NODE_AND ? query->root->first : query->root;
	bool is_walked = query->root == NULL || query->limit >= 0;

	for (; node; node = node->next) {
		if (is_found(w, node))
			return false;
		is_walked |= is_of_few(node);
	}
	return is_walked;
}

/* ---- order */

static const struct {
	const char *up, *down; /* as named, and turned round */
} orders[] = {
	[QUERY_SORT_NEWEST] = {"a.sort_time DESC, a.id DESC", "a.sort_time, a.id"},
	[QUERY_SORT_OLDEST] = {"a.sort_time, a.id", "a.sort_time DESC, a.id DESC"},
	[QUERY_SORT_FEED] =
		{"(SELECT f.title_key FROM feed f WHERE f.id = a.feed), a.sort_time DESC, a.id DESC",
			"(SELECT f.title_key FROM feed f WHERE f.id = a.feed) DESC, a.sort_time, a.id"},
	[QUERY_SORT_TITLE] = {"a.title COLLATE NOCASE, a.id", "a.title COLLATE NOCASE DESC, a.id DESC"},
	[QUERY_SORT_UNREAD] = {"a.is_read, a.sort_time DESC, a.id DESC", "a.is_read DESC, a.sort_time, a.id"},
	[QUERY_SORT_LENGTH] = {"a.word_count, a.id", "a.word_count DESC, a.id DESC"},
	[QUERY_SORT_SEEN] = {"a.seen_at DESC, a.id DESC", "a.seen_at, a.id"},
};

/* What is looked for in the index, as one search that any of the words satisfies. */
static struct str ranking_text(const struct query *query, struct arena *arena)
{
	struct query_matcher_list matchers;
	struct str all = STR_NONE;

	query_text_matchers(query, arena, &matchers);
	for (size_t i = 0; i < matchers.count; i++) {
		struct str one = matcher_search_text(matchers.items[i], arena);

		if (one.data)
			all = all.data ? arena_printf(arena, "%.*s OR %.*s", STR_ARG(all), STR_ARG(one))
				       : one;
	}
	return all;
}

static struct str write_order(const struct query *query, struct writer *w)
{
	enum query_sort sort = query->sort;
	struct str ranking = STR_NONE;

	if (sort == QUERY_SORT_RELEVANCE) {
		ranking = w->has_index ? ranking_text(query, w->arena) : STR_NONE;
		sort = QUERY_SORT_NEWEST;
	}
	if (ranking.data == NULL)
		return str_from(query->is_reversed ? orders[sort].down : orders[sort].up);
	bind_text(w, ranking);
	/* a word in the title or a tag weighs more than one in the text; LIMIT keeps the search from being
	 * made anew for each row, where it counts the words of the whole index each time */
	return arena_printf(w->arena,
		"(SELECT weight FROM (SELECT rowid AS row, bm25(search, 1, 8, 4, 3, 4, 2, 2) AS weight"
		" FROM search WHERE search MATCH ? LIMIT -1) WHERE row = a.search_row)%s, %s",
		query->is_reversed ? " DESC" : "", query->is_reversed ? orders[sort].down : orders[sort].up);
}

/* ---- the whole */

void query_compile(const struct query *query, bool has_index, struct arena *arena, struct query_sql *sql)
{
	struct buffer text = {0};
	struct writer w = {&text, arena, &sql->bindings, has_index};

	*sql = (struct query_sql){.limit = query->limit};
	if (!query_mentions_state(query, STR("hidden")))
		buffer_add(&text, walks_in_order(&w, query) ? STR("a.is_hidden = 0 AND ")
							    : STR("+a.is_hidden = 0 AND "));
	if (query->group != QUERY_GROUP_NONE && !query_mentions_state(query, STR("duplicate")))
		buffer_add(&text, STR("a.is_duplicate = 0 AND "));
	if (query->root)
		write_node(&w, query->root);
	else
		buffer_add_char(&text, '1');
	sql->where = arena_copy(arena, buffer_str(&text));
	buffer_finish(&text);
	sql->order = write_order(query, &w);
}

/* ---- the order, told */

/* The terms of the top level, cheap ones first. */
static size_t sort_terms(const struct writer *w, const struct query *query, const struct query_node **terms)
{
	const struct query_node *first =
		query->root && query->root->kind == NODE_AND ? query->root->first : query->root;
	size_t count = 0;

	for (enum cost cost = COST_COLUMN; cost <= COST_REGEX; cost++)
		for (const struct query_node *node = first; node; node = node->next)
			if (cost_of(w, node) == cost)
				terms[count++] = node;
	return count;
}

static struct query_node *join_terms(const struct query_node **terms, size_t count, struct arena *arena)
{
	struct query_node *all = node_make(arena, NODE_AND, NULL), **end = &all->first;

	for (size_t i = 0; i < count; i++, end = &(*end)->next) {
		*end = arena_alloc(arena, sizeof **end);
		**end = *terms[i];
		(*end)->next = NULL;
	}
	return all;
}

void query_steps(
	const struct query *query, bool has_index, struct arena *arena, struct query_step_list *steps)
{
	struct writer w = {.arena = arena, .has_index = has_index};
	const struct query_node **terms = arena_array(arena, QUERY_BYTES_MOST, sizeof *terms);
	size_t count = sort_terms(&w, query, terms);
	struct buffer text = {0};

	*steps = (struct query_step_list){0};
	for (size_t i = 0; i < count; i++) {
		struct query_step *step = LIST_PUSH(arena, steps);

		buffer_clear(&text);
		canonical_node(join_terms(&terms[i], 1, arena)->first, &text);
		step->term = arena_copy(arena, buffer_str(&text));
		step->query = *query;
		step->query.limit = -1;
		step->query.root = join_terms(terms, i + 1, arena);
	}
	buffer_finish(&text);
}
