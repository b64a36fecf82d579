/* Terms: the lower half of the grammar in dateline-query(7). */
#include "query/access.h"
#include "query/nearest.h"
#include "query/parser.h"
#include "query/values.h"

#include <string.h>

static struct query_node *make_term(struct parser *p, enum query_field field, size_t start)
{
	struct query_node *term = node_make(p->arena, NODE_TERM, NULL);

	term->field = field;
	term->start = start;
	return term;
}

/* ---- values: a,b and ( ) */

static bool refuse_missing(struct parser *p, enum query_field field)
{
	const struct query_field_info *info = query_field_info(field);
	const char *without = field == QUERY_TAG      ? "; articles without tags are -has:tag"
			      : field == QUERY_LABEL  ? "; articles without labels are -has:label"
			      : field == QUERY_AUTHOR ? "; articles without authors are -has:author"
						      : "";

	return wrong(p, p->at, p->at, "%s: needs a value, e.g. %s%s", info->name, info->example, without);
}

static bool check_value_follows(struct parser *p, enum query_field field)
{
	const char *name = query_field_info(field)->name;
	size_t next = lex_skip(p->text, p->at), end;
	struct str phrase;

	if (next >= p->text.length || p->text.data[next] == ')' || p->text.data[next] == '|')
		return refuse_missing(p, field);
	if (next == p->at)
		return true;
	if (!lex_quote(p->text, next) || !lex_phrase(p->text, next, p->arena, &phrase, &end))
		end = lex_word(p->text, next, false);
	wrong(p, p->at, next, "no space after %s: ; did you mean %s:%.*s ?", name, name,
		STR_ARG(str_slice(p->text, next, end)));
	return offer(p, p->at, next, STR(""));
}

static bool parse_value_list(struct parser *p, struct query_node *term)
{
	for (;;) {
		struct query_value value = {.near = -1};

		if (!parse_value(p, term->field, &value))
			return false;
		*LIST_PUSH(p->arena, &term->values) = value;
		term->end = p->at;
		if (p->at >= p->text.length || p->text.data[p->at] != ',')
			return true;
		p->at++;
		if (p->at >= p->text.length || p->text.data[p->at] == ')' || lex_blank(p->text, p->at))
			return wrong(p, p->at - 1, p->at, "a value is missing after this comma");
	}
}

static bool parse_value_or(struct parser *p, enum query_field field, struct query_node **node);

static bool parse_value_not(struct parser *p, enum query_field field, struct query_node **node)
{
	size_t start = p->at, length = lex_operator(p->text, start, "NOT");
	bool is_negated = length || p->text.data[start] == '-';

	if (is_negated)
		p->at = lex_skip(p->text, start + (length ? length : 1));
	if (p->at >= p->text.length || p->text.data[p->at] == ')')
		return wrong(p, start, p->at, "this needs something to exclude");
	if (p->text.data[p->at] == '(') {
		size_t open = p->at;

		if (!open_bracket(p, open, open + 1) || !parse_value_or(p, field, node) ||
			!close_bracket(p, open))
			return false;
	} else {
		*node = make_term(p, field, p->at);
		if (!parse_value_list(p, *node))
			return false;
	}
	if (is_negated)
		*node = node_make(p->arena, NODE_NOT, *node);
	return true;
}

static struct query_node *join(
	struct parser *p, enum node_kind kind, struct query_node *left, struct query_node *right)
{
	if (left == NULL)
		return right;
	left->next = right;
	return node_make(p->arena, kind, left);
}

static bool parse_value_and(struct parser *p, enum query_field field, struct query_node **node)
{
	struct query_node *child;

	*node = NULL;
	while (p->at = lex_skip(p->text, p->at), p->at < p->text.length && p->text.data[p->at] != ')') {
		size_t length = lex_operator(p->text, p->at, "AND");

		if (lex_operator(p->text, p->at, "OR") || lex_operator(p->text, p->at, "|"))
			break;
		if (length) {
			p->at += length;
			continue;
		}
		if (!parse_value_not(p, field, &child))
			return false;
		*node = join(p, NODE_AND, *node, child);
	}
	return *node != NULL || wrong(p, p->at, p->at, "a value is missing here");
}

static bool parse_value_or(struct parser *p, enum query_field field, struct query_node **node)
{
	struct query_node *right;
	size_t length;

	if (!parse_value_and(p, field, node))
		return false;
	while ((length = lex_operator(p->text, p->at, "OR") + lex_operator(p->text, p->at, "|"))) {
		p->at += length;
		if (!parse_value_and(p, field, &right))
			return false;
		*node = join(p, NODE_OR, *node, right);
	}
	return true;
}

static bool parse_values(struct parser *p, enum query_field field, size_t start, struct query_node **node)
{
	size_t open = p->at;

	if (!check_value_follows(p, field))
		return false;
	if (p->text.data[open] == '(') {
		if (!open_bracket(p, open, open + 1) || !parse_value_or(p, field, node) ||
			!close_bracket(p, open))
			return false;
		(*node)->start = start;
		(*node)->end = p->at;
		return true;
	}
	*node = make_term(p, field, start);
	(*node)->is_plain = lex_quote(p->text, open) == 0;
	if (!parse_value_list(p, *node))
		return false;
	(*node)->is_plain &= (*node)->values.count == 1;
	return true;
}

/* ---- sort: limit: group: */

static bool parse_sort(struct parser *p, struct str word)
{
	struct query *query = p->query;
	struct str name = word.length && word.data[0] == '-' ? str_from_offset(word, 1) : word, near;
	size_t choice = field_choice_find(QUERY_SORT, name), start = p->at - name.length;

	if (query->has_sort)
		return wrong(p, p->at - word.length, p->at, "sort: stands twice");
	if (choice == SIZE_MAX) {
		near = nearest_word(name, str_from(query_field_info(QUERY_SORT)->words));
		if (near.data == NULL)
			return wrong(p, start, p->at, "cannot sort by \"%.*s\"; it can be %s", STR_ARG(name),
				query_field_info(QUERY_SORT)->words);
		wrong(p, start, p->at, "cannot sort by \"%.*s\"; did you mean %.*s ?", STR_ARG(name),
			STR_ARG(near));
		return offer(p, start, p->at, near);
	}
	query->has_sort = true;
	query->is_reversed = name.length < word.length;
	query->sort = (enum query_sort)choice;
	return true;
}

static bool parse_limit(struct parser *p, struct str word)
{
	int64_t limit;

	if (p->query->limit >= 0)
		return wrong(p, p->at - word.length, p->at, "limit: stands twice");
	if (!str_to_int64(word, &limit) || limit < 1 || !ascii_is_digit(word.data[0]))
		return wrong(p, p->at - word.length, p->at, "limit: takes a number from 1, e.g. limit:50");
	p->query->limit = limit;
	return true;
}

static bool parse_group(struct parser *p, struct str word)
{
	size_t choice = field_choice_find(QUERY_GROUP, word);

	if (p->query->group != QUERY_GROUP_UNSET)
		return wrong(p, p->at - word.length, p->at, "group: stands twice");
	if (choice == SIZE_MAX)
		return wrong(p, p->at - word.length, p->at, "cannot group by \"%.*s\"; it can be %s",
			STR_ARG(word), query_field_info(QUERY_GROUP)->words);
	p->query->group = choice == 0 ? QUERY_GROUP_CLUSTER : QUERY_GROUP_NONE;
	return true;
}

static bool parse_directive(struct parser *p, enum query_field field, size_t start)
{
	const char *name = query_field_info(field)->name;
	struct str word;

	if (p->depth || p->is_in_quotation)
		return wrong(p, start, start + strlen(name), "%s: belongs at the top level, outside brackets",
			name);
	if (!check_value_follows(p, field))
		return false;
	word = str_slice(p->text, p->at, lex_word(p->text, p->at, false));
	p->at += word.length;
	switch (field) {
	case QUERY_SORT:
		return parse_sort(p, word);
	case QUERY_LIMIT:
		return parse_limit(p, word);
	default:
		return parse_group(p, word);
	}
}

/* ---- fields */

static bool refuse_field(struct parser *p, size_t start, size_t length)
{
	struct str names = STR(""), name = str_slice(p->text, start, start + length), near;
	struct str whole = str_slice(p->text, start, lex_word(p->text, start, false));

	for (enum query_field field = QUERY_ANYWHERE + 1; field < QUERY_FIELD_COUNT; field++)
		names = arena_printf(p->arena, "%.*s%s ", STR_ARG(names), query_field_info(field)->name);
	near = nearest_word(name, names);
	if (near.data == NULL)
		return wrong(p, start, start + length, "no field \"%.*s\"; for the text write \"%.*s\"",
			STR_ARG(name), STR_ARG(whole));
	wrong(p, start, start + length, "no field \"%.*s\"; did you mean %.*s: ? For the text write \"%.*s\"",
		STR_ARG(name), STR_ARG(near), STR_ARG(whole));
	return offer(p, start, start + length, near);
}

static bool refuse_in_quotation(struct parser *p, size_t start, size_t end)
{
	return wrong(p, start, end, "only speaker, role, said, cue and quote can stand inside quote( )");
}

static bool parse_field(struct parser *p, size_t length, struct query_node **node)
{
	size_t start = p->at;
	enum query_field field = query_field_find(str_slice(p->text, start, start + length));

	if (field == QUERY_FIELD_COUNT)
		return refuse_field(p, start, length);
	p->at = start + length + 1;
	if (query_field_info(field)->kind == QUERY_KIND_DIRECTIVE)
		return parse_directive(p, field, start);
	if (p->is_in_quotation && !field_is_of_quotation(field))
		return refuse_in_quotation(p, start, start + length);
	return parse_values(p, field, start, node);
}

/* #korea, @lei */
static bool parse_short_form(struct parser *p, struct query_node **node)
{
	size_t start = p->at++;
	enum query_field field = p->text.data[start] == '#' ? QUERY_TAG : QUERY_SPEAKER;

	if (p->is_in_quotation && field == QUERY_TAG)
		return refuse_in_quotation(p, start, start + 1);
	if (p->at >= p->text.length || lex_blank(p->text, p->at) || strchr("()|,", p->text.data[p->at]))
		return wrong(p, start, start + 1, "%s",
			field == QUERY_TAG ? "# needs the name of a tag, without a space: #korea"
					   : "@ needs the name of a speaker, without a space: @lei");
	return parse_values(p, field, start, node);
}

static bool parse_address(struct parser *p, struct query_node **node)
{
	struct query_value value = {.near = -1};
	size_t start = p->at;

	*node = make_term(p, QUERY_LINK, start);
	p->at = lex_word(p->text, start, false);
	if (!text_value(p, QUERY_LINK, start, p->at, &value))
		return false;
	*LIST_PUSH(p->arena, &(*node)->values) = value;
	(*node)->end = p->at;
	return true;
}

/* ---- words */

static bool is_state(struct str word)
{
	return str_equal(word, STR("unread")) || str_equal(word, STR("read")) ||
	       str_equal(word, STR("starred")) || str_equal(word, STR("today"));
}

/* unread = "yes", title =~ "x": the filters of another reader. */
static bool refuse_foreign_operator(struct parser *p, struct str sign)
{
	struct str last = str_slice(p->text, p->last_start, p->last_end);
	size_t start = p->at, end = lex_skip(p->text, start + sign.length), close;
	struct str phrase = STR_NONE;

	if (!lex_quote(p->text, end) || !lex_phrase(p->text, end, p->arena, &phrase, &close)) {
		close = lex_word(p->text, end, false);
		phrase = str_slice(p->text, end, close);
	}
	end = close;
	if (is_state(last)) {
		struct str right = str_equal(phrase, STR("no")) != (sign.data[0] == '!')
					   ? arena_join(p->arena, STR("-"), last)
					   : last;

		wrong(p, start, start + sign.length, "looks like newsboat; here it is just: %.*s",
			STR_ARG(right));
		return offer(p, p->last_start, end, right);
	}
	return wrong(p, start, start + sign.length, "looks like newsboat; here it is %.*s:%.*s",
		STR_ARG(last), STR_ARG(str_slice(p->text, lex_skip(p->text, start + sign.length), end)));
}

static bool is_foreign_operator(const struct parser *p, struct str word)
{
	struct str last = str_slice(p->text, p->last_start, p->last_end);

	for (size_t i = 0; i < word.length; i++)
		if (strchr("=!<>#~", word.data[i]) == NULL)
			return false;
	return word.length && (is_state(last) || query_field_find(last) != QUERY_FIELD_COUNT);
}

static bool refuse_equals(struct parser *p, struct str word, size_t length)
{
	size_t sign = p->at + length, end = sign + 1;

	while (end < p->at + word.length && (p->text.data[end] == '=' || p->text.data[end] == '~'))
		end++;
	wrong(p, sign, end, "use : between field and value, %.*s:%.*s", STR_ARG(str_slice(word, 0, length)),
		STR_ARG(str_from_offset(word, end - p->at)));
	return offer(p, sign, end, STR(":"));
}

static void notice_about_word(struct parser *p, struct str word)
{
	size_t colon = str_find_char(word, ':', 0);
	char lower[16];

	if (word.length > 2 && word.data[0] == '/' &&
		(str_ends_with(word, STR("/")) || str_ends_with(word, STR("/i"))))
		notice(p, p->at, p->at + word.length,
			"searched as words; a regular expression needs a field, title:%.*s", STR_ARG(word));
	if (colon == STR_NPOS || colon == 0 || colon >= sizeof lower)
		return;
	for (size_t i = 0; i < colon; i++)
		lower[i] = ascii_lower(word.data[i]);
	if (query_field_find((struct str){lower, colon}) != QUERY_FIELD_COUNT)
		notice(p, p->at, p->at + word.length,
			"searched as words; fields are written in small letters, %.*s%.*s", (int)colon, lower,
			STR_ARG(str_from_offset(word, colon)));
}

static struct query_node *make_state(struct parser *p, struct str word)
{
	struct query_value value = {.near = -1, .text = word};
	struct value_fault fault = {0};
	struct query_node *term;

	if (str_equal(word, STR("today"))) {
		term = make_term(p, QUERY_DATE, p->at);
		time_read(QUERY_DATE, word, p->context, p->arena, &value, &fault);
		value.kind = VALUE_SPAN;
	} else {
		term = make_term(p, QUERY_IS, p->at);
		value.kind = VALUE_CHOICE;
		value.choice = field_choice_find(QUERY_IS, word);
	}
	*LIST_PUSH(p->arena, &term->values) = value;
	return term;
}

static bool parse_word(struct parser *p, struct query_node **node)
{
	struct str word = str_slice(p->text, p->at, lex_word(p->text, p->at, false));
	size_t start = p->at, end = start + word.length, equals = str_find_char(word, '=', 0);
	struct query_value value = {.near = -1};

	if (p->is_in_quotation)
		return refuse_in_quotation(p, start, end);
	if (is_foreign_operator(p, word))
		return refuse_foreign_operator(p, word);
	if (equals != STR_NPOS && query_field_find(str_slice(word, 0, equals)) != QUERY_FIELD_COUNT)
		return refuse_equals(p, word, equals);
	p->last_start = start;
	p->last_end = end;
	if (is_state(word)) {
		*node = make_state(p, word);
		(*node)->end = p->at = end;
		return true;
	}
	*node = make_term(p, QUERY_ANYWHERE, start);
	(*node)->is_plain = true;
	(*node)->end = end;
	if (!text_value(p, QUERY_ANYWHERE, start, end, &value))
		return false;
	notice_about_word(p, word);
	*LIST_PUSH(p->arena, &(*node)->values) = value;
	p->at = end;
	return true;
}

static bool parse_text_phrase(struct parser *p, struct query_node **node)
{
	struct query_value value = {.near = -1};

	if (p->is_in_quotation)
		return refuse_in_quotation(p, p->at, p->at + 1);
	*node = make_term(p, QUERY_ANYWHERE, p->at);
	if (!parse_value(p, QUERY_ANYWHERE, &value))
		return false;
	*LIST_PUSH(p->arena, &(*node)->values) = value;
	(*node)->end = p->at;
	return true;
}

bool parse_term(struct parser *p, struct query_node **node)
{
	struct str rest = str_from_offset(p->text, p->at);
	struct str word = str_slice(p->text, p->at, lex_word(p->text, p->at, false));
	size_t length = lex_field(p->text, p->at);

	if (lex_quote(p->text, p->at))
		return parse_text_phrase(p, node);
	if ((rest.data[0] == '#' || rest.data[0] == '@') && !is_foreign_operator(p, word))
		return parse_short_form(p, node);
	if (str_starts_with(rest, STR("http:")) || str_starts_with(rest, STR("https:")))
		return p->is_in_quotation ? refuse_in_quotation(p, p->at, p->at + word.length)
					  : parse_address(p, node);
	if (length)
		return parse_field(p, length, node);
	if (word.length == 0) /* a closing “ that never opened, or a lone comma's kin */
		return wrong(p, p->at, p->at + (rest.data[0] < 0 ? strlen("”") : 1),
			"nothing is opened that this could close");
	return parse_word(p, node);
}
