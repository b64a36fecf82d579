#include "dateline/query/rules.h"

#include "dateline/base/utf8.h"

static const char *const kind_words[] = {
	[RULE_HIDE] = "hide", [RULE_MUTE] = "mute", [RULE_STAR] = "star", [RULE_LABEL] = "label"};

/* ---- lines */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t skip_blanks(struct str line, size_t at)
{
	while (at < line.length && is_blank(line.data[at]))
		at++;
	return at;
}

/* The colon that ends the name of a label; one in quotation marks is part of it. */
static size_t end_of_label(struct str line, size_t at)
{
	size_t start = skip_blanks(line, at), close;

	if (start >= line.length || line.data[start] != '"')
		return str_find_char(line, ':', at);
	close = str_find_char(line, '"', start + 1);
	if (close == STR_NPOS)
		return STR_NPOS;
	close = skip_blanks(line, close + 1);
	return close < line.length && line.data[close] == ':' ? close : STR_NPOS;
}

/* The kind, and the colon after it; false when it is no rule. */
static bool find_kind(struct str line, enum rule_kind *kind, size_t *colon)
{
	for (size_t i = 0; i < COUNT_OF(kind_words); i++) {
		struct str word = str_from(kind_words[i]);

		if (!str_starts_with(line, word) || line.length == word.length)
			continue;
		*kind = (enum rule_kind)i;
		*colon = i == RULE_LABEL && is_blank(line.data[word.length]) ? end_of_label(line, word.length)
									     : word.length;
		return *colon != STR_NPOS && line.data[*colon] == ':';
	}
	return false;
}

bool rule_is_line(struct str line)
{
	enum rule_kind kind;
	size_t colon;

	return find_kind(line, &kind, &colon);
}

static struct str label_of(struct str line, size_t colon)
{
	struct str label = str_trim(str_slice(line, str_from(kind_words[RULE_LABEL]).length, colon));

	if (label.length >= 2 && label.data[0] == '"' && label.data[label.length - 1] == '"')
		label = str_trim(str_slice(label, 1, label.length - 1));
	return label;
}

bool rule_read(struct str line, struct rule *rule, struct error *error)
{
	size_t colon;

	*rule = (struct rule){.text = line};
	if (!find_kind(line, &rule->kind, &colon))
		return fail(error, ERROR_USAGE, 0,
			"write hide: QUERY, mute: QUERY, star: QUERY or label NAME: QUERY");
	rule->query = str_trim(str_from_offset(line, colon + 1));
	if (rule->kind == RULE_LABEL)
		rule->label = label_of(line, colon);
	if (rule->kind == RULE_LABEL && rule->label.length == 0)
		return fail(error, ERROR_USAGE, 0, "which label? write label NAME: QUERY");
	if (rule->query.length == 0)
		return fail(error, ERROR_USAGE, 0,
			"%s: needs a query; without one it would mean every article", kind_words[rule->kind]);
	return true;
}

/* ---- queries */

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	const struct rule_saved_list *saved = &((const struct rules *)data)->saved;
	struct str key = query_fold_name(name, arena);

	for (size_t i = 0; i < saved->count; i++)
		if (str_equal(query_fold_name(saved->items[i].name, arena), key))
			return saved->items[i].query;
	return STR_NONE;
}

static size_t column_of(const struct rule *rule, size_t offset)
{
	size_t before = (size_t)(rule->query.data - rule->text.data) + offset;

	return utf8_count(str_slice(rule->text, 0, before)) + 1;
}

bool rule_parse(const struct rules *rules, const struct rule *rule, int64_t now, struct arena *arena,
	struct query *query, size_t *column, struct error *error)
{
	struct query_names *names = ARENA_NEW(arena, struct query_names);
	const struct query_context context = {.now = now, .zone = &query_zone_local, .names = names};
	struct query_mistake mistake = {0};

	*names = (struct query_names){.data = (void *)rules, .saved = find_saved};
	if (!query_parse(rule->query, &context, arena, query, &mistake)) {
		if (column)
			*column = column_of(rule, mistake.start);
		return fail(error, ERROR_USAGE, 0, "%s", mistake.message);
	}
	if (column)
		*column = column_of(rule, 0);
	if (query->has_sort || query->limit >= 0 || query->group != QUERY_GROUP_UNSET)
		return fail(error, ERROR_USAGE, 0,
			"a rule has no order, number or groups: leave out sort:, limit: and group:");
	return query->root != NULL ||
	       fail(error, ERROR_USAGE, 0, "%s: would mean every article", kind_words[rule->kind]);
}

void rules_copy(const struct rules *rules, struct arena *arena, struct rules *copy)
{
	*copy = (struct rules){0};
	for (size_t i = 0; i < rules->list.count; i++) {
		struct str text = arena_copy(arena, rules->list.items[i].text);
		struct rule *rule = LIST_PUSH(arena, &copy->list);

		rule_read(text, rule, NULL);
		rule->line = rules->list.items[i].line;
	}
	for (size_t i = 0; i < rules->saved.count; i++)
		*LIST_PUSH(arena, &copy->saved) =
			(struct rule_saved){arena_copy(arena, rules->saved.items[i].name),
				arena_copy(arena, rules->saved.items[i].query)};
}

/* ---- judging */

struct ready_rule {
	const struct rule *rule;
	struct query query;
};

struct rule_judge {
	struct ready_rule *items;
	size_t count, capacity;
};

struct rule_judge *rules_judge(const struct rules *rules, int64_t now, struct arena *arena)
{
	struct rule_judge *judge = ARENA_NEW(arena, struct rule_judge);

	for (size_t i = 0; i < rules->list.count; i++) {
		struct query query;

		if (rule_parse(rules, &rules->list.items[i], now, arena, &query, NULL, NULL))
			*LIST_PUSH(arena, judge) = (struct ready_rule){&rules->list.items[i], query};
	}
	return judge;
}

static void take(const struct rule *rule, struct arena *arena, struct rule_verdict *verdict)
{
	bool is_decided = verdict->hides || verdict->mutes;

	switch (rule->kind) {
	case RULE_HIDE:
		verdict->hides |= !is_decided;
		break;
	case RULE_MUTE:
		verdict->mutes |= !is_decided;
		break;
	case RULE_STAR:
		verdict->stars = true;
		break;
	case RULE_LABEL:
		*LIST_PUSH(arena, &verdict->labels) = rule->label;
		break;
	}
}

bool rules_verdict(const struct rule_judge *judge, const struct query_subject *subject, struct arena *arena,
	struct rule_verdict *verdict)
{
	bool has_fit = false;

	*verdict = (struct rule_verdict){0};
	for (size_t i = 0; i < judge->count; i++) {
		if (!query_matches(&judge->items[i].query, subject))
			continue;
		take(judge->items[i].rule, arena, verdict);
		has_fit = true;
	}
	return has_fit;
}
