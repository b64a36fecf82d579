/* rules.h - the user's rules on what is stored already */
#ifndef DATELINE_STORE_RULES_H
#define DATELINE_STORE_RULES_H

#include "dateline/query/rules.h"
#include "dateline/store/store.h"

/* What a rule did. */
typedef void store_rule_done(void *context, const struct rule *rule, size_t changed);

/* Applies those rules that the library has not seen before to the articles in it: each is one entry of the
 * undo journal. A rule that was applied once is not applied to them again, so that what was taken back stays
 * so; one that was left out meanwhile is new when it comes back. done  called for each rule that changed
 * something */
bool store_apply_rules(struct store *store, const struct rules *rules, int64_t now, store_rule_done *done,
	void *context, struct error *error);

/* The rules that fit an article as it is now, as text lines in the arena's list. */
bool store_rules_of(struct store *store, const struct rules *rules, int64_t article, int64_t now,
	struct arena *arena, struct str_list *lines, struct error *error);

/* How many articles a rule fits, hidden ones included; -1 when its query is wrong. */
bool store_rule_count(struct store *store, const struct rules *rules, const struct rule *rule, int64_t now,
	int64_t *count, struct error *error);

/* How many articles hidden by rules or by hand are left out of lists. */
bool store_hidden(struct store *store, int64_t *count, struct error *error);

#endif
