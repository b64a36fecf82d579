/* Brackets and operators: the upper half of the grammar in dateline-query(7). */
#include "query/parser.h"

#include "dateline/base/utf8.h"
#include "query/mistakes.h"

#include <string.h>

bool wrong(struct parser *p, size_t start, size_t end, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	mistake_at(p->mistake, p->text, start, end, format, args);
	va_end(args);
	return false;
}

bool offer(struct parser *p, size_t start, size_t end, struct str better)
{
	p->mistake->suggestion = mistake_correct(p->text, start, end, better, p->arena);
	return false;
}

void notice(struct parser *p, size_t start, size_t end, const char *format, ...)
{
	struct query_notice *item = LIST_PUSH(p->arena, &p->query->notices);
	va_list args;

	va_start(args, format);
	*item = (struct query_notice){start, end, arena_vprintf(p->arena, format, args)};
	va_end(args);
	item->text = utf8_printable(p->arena, item->text);
}

static void append(struct query_node *parent, struct query_node **last, struct query_node *child)
{
	if (child == NULL)
		return;
	if (*last)
		(*last)->next = child;
	else
		parent->first = child;
	*last = child;
}

/* One child stands for itself, none for nothing. */
static struct query_node *close_list(struct query_node *list, const struct query_node *last)
{
	if (list->first == NULL || list->first->next == NULL)
		return list->first;
	list->start = list->first->start;
	list->end = last->end;
	return list;
}

/* ---- brackets */

bool open_bracket(struct parser *p, size_t start, size_t after)
{
	if (p->depth == QUERY_DEPTH_MOST)
		return wrong(p, start, after, "at most %d brackets deep", QUERY_DEPTH_MOST);
	p->depth++;
	p->at = lex_skip(p->text, after);
	if (p->at < p->text.length && p->text.data[p->at] == ')')
		return wrong(p, p->at, p->at + 1, "nothing stands between these brackets");
	return true;
}

bool close_bracket(struct parser *p, size_t start)
{
	p->at = lex_skip(p->text, p->at);
	if (p->at >= p->text.length)
		return wrong(p, start, start + 1, "this bracket is never closed");
	p->at++;
	p->depth--;
	return true;
}

static bool parse_bracket(struct parser *p, struct query_node **node)
{
	size_t start = p->at;

	if (!open_bracket(p, start, start + 1) || !parse_or(p, node) || !close_bracket(p, start))
		return false;
	(*node)->is_bracketed = true;
	(*node)->start = start;
	(*node)->end = p->at;
	return true;
}

static bool parse_quotation(struct parser *p, struct query_node **node)
{
	size_t start = p->at, open = start + strlen("quote");

	if (p->is_in_quotation)
		return wrong(
			p, start, open, "only speaker, role, said, cue and quote can stand inside quote( )");
	p->is_in_quotation = true;
	if (!open_bracket(p, open, open + 1) || !parse_or(p, node) || !close_bracket(p, open))
		return false;
	p->is_in_quotation = false;
	*node = node_make(p->arena, NODE_QUOTATION, *node);
	(*node)->start = start;
	(*node)->end = p->at;
	return true;
}

static bool parse_primary(struct parser *p, struct query_node **node)
{
	struct str rest = str_from_offset(p->text, p->at);

	if (rest.data[0] == '(')
		return parse_bracket(p, node);
	if (str_starts_with(rest, STR("quote(")))
		return parse_quotation(p, node);
	return parse_term(p, node);
}

/* ---- NOT */

static size_t operator_at(const struct parser *p)
{
	static const char *const names[] = {"OR", "AND", "|"};
	size_t length = 0;

	for (size_t i = 0; i < COUNT_OF(names) && length == 0; i++)
		length = lex_operator(p->text, p->at, names[i]);
	return length;
}

static bool is_at_end(const struct parser *p)
{
	return p->at >= p->text.length || p->text.data[p->at] == ')';
}

static bool take_sign(struct parser *p, bool *is_negated)
{
	size_t start = p->at++, next = lex_skip(p->text, p->at), end;
	char sign = p->text.data[start];

	if (next == p->text.length || p->text.data[next] == ')')
		return wrong(p, start, start + 1, "%c needs something to exclude, without a space", sign);
	if (next > p->at) {
		end = lex_word(p->text, next, false);
		wrong(p, p->at, next, "no space after %c ; did you mean %c%.*s ?", sign, sign,
			STR_ARG(str_slice(p->text, next, end)));
		return offer(p, p->at, next, STR(""));
	}
	*is_negated = !*is_negated;
	return true;
}

static bool take_not(struct parser *p, bool *is_negated)
{
	size_t start = p->at;

	p->at = lex_skip(p->text, start + strlen("NOT"));
	if (is_at_end(p) || operator_at(p))
		return wrong(p, start, start + strlen("NOT"),
			"NOT needs something on its right; for the word write \"NOT\"");
	*is_negated = !*is_negated;
	return true;
}

static bool parse_not(struct parser *p, struct query_node **node)
{
	size_t start = p->at, primary;
	bool is_negated = false;

	while (p->at < p->text.length) {
		bool is_sign = p->text.data[p->at] == '-' || p->text.data[p->at] == '!';

		if (!is_sign && !lex_operator(p->text, p->at, "NOT"))
			break;
		if (!(is_sign ? take_sign : take_not)(p, &is_negated))
			return false;
	}
	primary = p->at;
	if (!parse_primary(p, node))
		return false;
	if (*node == NULL && primary > start)
		return wrong(p, start, p->at, "sort:, limit: and group: cannot be excluded");
	if (is_negated && *node) {
		*node = node_make(p->arena, NODE_NOT, *node);
		(*node)->start = start;
		(*node)->end = p->at;
	}
	return true;
}

/* ---- AND, OR */

static bool refuse_left(struct parser *p, size_t length)
{
	return wrong(p, p->at, p->at + length, "%.*s needs something on its left",
		STR_ARG(str_slice(p->text, p->at, p->at + length)));
}

static bool refuse_right(struct parser *p, size_t start, size_t end)
{
	struct str name = str_slice(p->text, start, end);

	return wrong(p, end, end, "%.*s needs something on its right; for the word write \"%.*s\"",
		STR_ARG(name), STR_ARG(name));
}

static bool take_and(struct parser *p)
{
	size_t start = p->at, length = lex_operator(p->text, start, "AND");

	if (length == 0)
		return true;
	p->at = lex_skip(p->text, start + length);
	return (!is_at_end(p) && !operator_at(p)) || refuse_right(p, start, start + length);
}

static bool parse_and(struct parser *p, struct query_node **node)
{
	struct query_node *list = node_make(p->arena, NODE_AND, NULL), *last = NULL, *child;

	while (p->at = lex_skip(p->text, p->at), !is_at_end(p)) {
		if (lex_operator(p->text, p->at, "OR") || lex_operator(p->text, p->at, "|"))
			break;
		child = NULL;
		if (!parse_not(p, &child))
			return false;
		append(list, &last, child);
		p->at = lex_skip(p->text, p->at);
		if (!take_and(p))
			return false;
	}
	notice_neighbours(p, list->first);
	*node = close_list(list, last);
	return true;
}

bool parse_or(struct parser *p, struct query_node **node)
{
	struct query_node *list = node_make(p->arena, NODE_OR, NULL), *last = NULL, *child = NULL;
	size_t start, length;

	p->at = lex_skip(p->text, p->at);
	length = operator_at(p);
	if (length)
		return refuse_left(p, length);
	if (!parse_and(p, &child))
		return false;
	append(list, &last, child);
	while (start = p->at, (length = operator_at(p))) {
		if (child == NULL)
			return refuse_left(p, length);
		p->at = lex_skip(p->text, start + length);
		if (is_at_end(p) || operator_at(p))
			return refuse_right(p, start, start + length);
		if (!parse_and(p, &child))
			return false;
		if (child == NULL)
			return refuse_right(p, start, start + length);
		append(list, &last, child);
	}
	*node = close_list(list, last);
	return true;
}

/* ---- the whole */

/* A saved query at the top level gives its order, when no other is asked for. */
static void take_saved_order(struct query *query)
{
	const struct query_node *node =
		query->root && query->root->kind == NODE_AND ? query->root->first : query->root;

	for (; node && !query->has_sort; node = node->next) {
		const struct query *saved;

		if (node->kind != NODE_TERM || node->field != QUERY_SAVED || node->values.count != 1)
			continue;
		saved = node->values.items[0].saved;
		query->sort = saved->sort;
		query->is_reversed = saved->is_reversed;
		return;
	}
}

bool parse_query(struct parser *p)
{
	struct query_node *root = NULL;
	size_t valid = utf8_valid_prefix(p->text), nul = str_find_char(p->text, '\0', 0);

	if (p->text.length > QUERY_BYTES_MOST)
		return wrong(p, QUERY_BYTES_MOST, p->text.length, "at most %d bytes; this query has %zu",
			QUERY_BYTES_MOST, p->text.length);
	if (valid < p->text.length)
		return wrong(p, valid, valid, "what follows is not UTF-8");
	if (nul != STR_NPOS)
		return wrong(p, nul, nul + 1, "a NUL byte is no text");
	if (!parse_or(p, &root))
		return false;
	if (p->at < p->text.length)
		return wrong(p, p->at, p->at + 1, "no bracket is open here");
	p->query->root = group_tree(root, p->arena);
	take_saved_order(p->query);
	return true;
}

bool query_parse(struct str text, const struct query_context *context, struct arena *arena,
	struct query *query, struct query_mistake *mistake)
{
	static const struct query_context nothing;
	unsigned saved_left = SAVED_MOST;
	struct parser p = {.arena = arena, .query = query, .mistake = mistake, .saved_left = &saved_left};

	*query = (struct query){.limit = -1, .context = context ? *context : nothing};
	*mistake = (struct query_mistake){0};
	p.context = &query->context;
	p.text = text.length > QUERY_BYTES_MOST ? text : arena_copy(arena, text);
	if (p.text.data == NULL)
		p.text = STR("");
	query->text = p.text;
	if (parse_query(&p))
		return true;
	*query = (struct query){.limit = -1};
	return false;
}
