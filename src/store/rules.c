#include "dateline/store/rules.h"

#include "dateline/store/state.h"
#include "store/chosen.h"

#include <stdio.h>

#define MARK_BYTES 32

/* ---- which rules were applied: one setting each */

static const char *mark_of(const struct rule *rule, char mark[MARK_BYTES])
{
	snprintf(mark, MARK_BYTES, "rule %016llx", (unsigned long long)str_hash(rule->text));
	return mark;
}

static bool is_among(const struct rules *rules, struct str mark)
{
	char other[MARK_BYTES];

	for (size_t i = 0; i < rules->list.count; i++)
		if (str_equal(str_from(mark_of(&rules->list.items[i], other)), mark))
			return true;
	return false;
}

static bool forget(struct store *store, struct str mark, struct error *error)
{
	sqlite3_stmt *row = statement(store, "DELETE FROM setting WHERE name = ?");

	bind_text(row, 1, mark);
	return statement_run(store, row, error);
}

static bool forget_others(struct store *store, const struct rules *rules, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT name FROM setting WHERE name >= 'rule ' AND name < 'rule!'");
	struct arena arena = {0};
	struct str_list marks = {0};
	bool failed, is_done = true;

	while (statement_next(store, row, &failed, error))
		*LIST_PUSH(&arena, &marks) = column_text(row, 0, &arena);
	for (size_t i = 0; i < marks.count && is_done && !failed; i++)
		is_done = is_among(rules, marks.items[i]) || forget(store, marks.items[i], error);
	arena_finish(&arena);
	return is_done && !failed;
}

/* ---- articles */

struct id_list {
	int64_t *items;
	size_t count, capacity;
};

/* The articles that a rule means, without those of `claimed`; NULL: whichever. */
static bool find_articles(struct store *store, const struct query *query, const struct id_set *claimed,
	struct arena *arena, struct id_list *ids, struct error *error)
{
	struct query_sql sql;
	sqlite3_stmt *row;
	int next = 1;
	bool failed;

	chosen_compile(store, query, arena, &sql);
	row = chosen_statement(store, &sql, "SELECT a.id FROM article a", "", &next);
	while (statement_next(store, row, &failed, error))
		if (claimed == NULL || !id_set_has(claimed, sqlite3_column_int64(row, 0)))
			*LIST_PUSH(arena, ids) = sqlite3_column_int64(row, 0);
	statement_drop(row);
	return !failed;
}

static bool act(struct store *store, const struct rule *rule, const struct id_list *ids, int64_t now,
	size_t *changed, struct error *error)
{
	static const enum store_mark marks[] = {
		[RULE_HIDE] = STORE_HIDE, [RULE_MUTE] = STORE_READ, [RULE_STAR] = STORE_STAR};

	*changed = 0;
	if (ids->count == 0)
		return true;
	return rule->kind == RULE_LABEL
		       ? store_label(store, rule->label, false, ids->items, ids->count, now, changed, error)
		       : store_mark(store, marks[rule->kind], ids->items, ids->count, now, changed, error);
}

struct applying {
	struct store *store;
	const struct rules *rules;
	int64_t now;
	struct arena arena;
	struct id_set claimed; /* by the rules before that hide or mute */
};

static bool decides(const struct rule *rule)
{
	return rule->kind == RULE_HIDE || rule->kind == RULE_MUTE;
}

static bool apply(struct applying *run, const struct rule *rule, size_t *changed, struct error *error)
{
	struct id_list ids = {0};
	struct query query;
	char mark[MARK_BYTES];
	int64_t was_applied;

	*changed = 0;
	if (!setting_get(run->store, mark_of(rule, mark), 0, &was_applied, error))
		return false;
	if (was_applied && !decides(rule))
		return true;
	if (!rule_parse(run->rules, rule, run->now, &run->arena, &query, NULL, NULL))
		return true;
	if (!find_articles(
		    run->store, &query, decides(rule) ? &run->claimed : NULL, &run->arena, &ids, error))
		return false;
	for (size_t i = 0; i < ids.count && decides(rule); i++)
		id_set_add(&run->claimed, ids.items[i]);
	return was_applied || (act(run->store, rule, &ids, run->now, changed, error) &&
				      setting_put(run->store, mark_of(rule, mark), 1, error));
}

static bool are_known(struct store *store, const struct rules *rules, bool *all, struct error *error)
{
	char mark[MARK_BYTES];
	int64_t was_applied = 1;

	for (size_t i = 0; i < rules->list.count && was_applied; i++)
		if (!setting_get(store, mark_of(&rules->list.items[i], mark), 0, &was_applied, error))
			return false;
	*all = was_applied;
	return true;
}

bool store_apply_rules(struct store *store, const struct rules *rules, int64_t now, store_rule_done *done,
	void *context, struct error *error)
{
	struct applying run = {.store = store, .rules = rules, .now = now};
	bool all_known = false, is_done;
	size_t changed;

	run.claimed.arena = &run.arena;
	is_done = forget_others(store, rules, error) && are_known(store, rules, &all_known, error);
	for (size_t i = 0; i < rules->list.count && is_done && !all_known; i++) {
		is_done = apply(&run, &rules->list.items[i], &changed, error);
		if (is_done && changed)
			done(context, &rules->list.items[i], changed);
	}
	arena_finish(&run.arena);
	return is_done;
}

/* ---- what is asked about them */

static bool fits(struct store *store, const struct query *query, int64_t article, struct arena *arena,
	bool *result, struct error *error)
{
	struct query_sql sql;
	sqlite3_stmt *row;
	int next = 1;
	bool failed;

	chosen_compile(store, query, arena, &sql);
	row = chosen_statement(store, &sql, "SELECT 1 FROM article a", " AND a.id = ?", &next);
	bind_number(row, next, article);
	*result = statement_next(store, row, &failed, error);
	statement_drop(row);
	return *result || !failed;
}

/* The same query, of hidden articles as well. */
static bool with_hidden(struct query *query, struct arena *arena)
{
	struct query either;
	struct query_mistake mistake;

	return query_parse(STR("is:hidden OR -is:hidden"), NULL, arena, &either, &mistake) &&
	       query_narrow(query, &either, arena);
}

bool store_rules_of(struct store *store, const struct rules *rules, int64_t article, int64_t now,
	struct arena *arena, struct str_list *lines, struct error *error)
{
	for (size_t i = 0; i < rules->list.count; i++) {
		const struct rule *rule = &rules->list.items[i];
		struct query query;
		bool does_fit;

		if (!rule_parse(rules, rule, now, arena, &query, NULL, NULL) || !with_hidden(&query, arena))
			continue;
		if (!fits(store, &query, article, arena, &does_fit, error))
			return false;
		if (does_fit)
			*LIST_PUSH(arena, lines) = arena_copy(arena, rule->text);
	}
	return true;
}

bool store_rule_count(struct store *store, const struct rules *rules, const struct rule *rule, int64_t now,
	int64_t *count, struct error *error)
{
	struct arena arena = {0};
	struct query query;
	struct query_sql sql;
	bool is_done = true;
	int next = 1;

	*count = -1;
	if (rule_parse(rules, rule, now, &arena, &query, NULL, NULL) && with_hidden(&query, &arena)) {
		sqlite3_stmt *row;

		chosen_compile(store, &query, &arena, &sql);
		row = chosen_statement(store, &sql, "SELECT count(*) FROM article a", "", &next);
		is_done = statement_number(store, row, 0, count, error);
		statement_drop(row);
	}
	arena_finish(&arena);
	return is_done;
}

bool store_hidden(struct store *store, int64_t *count, struct error *error)
{
	return statement_number(store,
		statement(store, "SELECT count(*) FROM article WHERE is_hidden = 1 AND is_duplicate = 0"), 0,
		count, error);
}
