/* rules.h - what is done with articles as they come: those that a query means are hidden, muted, starred,
 * labelled */
#ifndef DATELINE_QUERY_RULES_H
#define DATELINE_QUERY_RULES_H

#include "dateline/query/match.h"

/* Rules are read whole and checked before any of them is applied. They speak of articles that feeds bring:
 * `hide` keeps one out of the lists, `mute` marks it read, `star` and `label NAME` add to it. Of hide and
 * mute the first that fits is taken, the others add up. */

enum rule_kind { RULE_HIDE, RULE_MUTE, RULE_STAR, RULE_LABEL };

struct rule {
	enum rule_kind kind;
	struct str label; /* of RULE_LABEL */
	struct str query; /* as written */
	struct str text;  /* the whole line */
	unsigned line;    /* of the configuration; 0: not known */
};

struct rule_list {
	struct rule *items;
	size_t count, capacity;
};

struct rule_saved { /* a saved query that rules may name */
	struct str name, query;
};

struct rule_saved_list {
	struct rule_saved *items;
	size_t count, capacity;
};

struct rules {
	struct rule_list list;
	struct rule_saved_list saved;
};

/* Whether a line begins as a rule does: "hide:", "mute:", "star:", "label NAME:". */
bool rule_is_line(struct str line);

/* Reads such a line; what it names is borrowed. The query is not looked at yet: it may name what stands
 * below. Errors: a label without a name, no query. */
bool rule_read(struct str line, struct rule *rule, struct error *error);

/* Parses the query of a rule as it is to be applied at this time.
 *   column  (may be NULL) where in the rule's line the mistake stands, in characters from 1 */
bool rule_parse(const struct rules *rules, const struct rule *rule, int64_t now, struct arena *arena,
	struct query *query, size_t *column, struct error *error);

void rules_copy(const struct rules *rules, struct arena *arena, struct rules *copy);

/* ---- judging articles in memory */

struct rule_verdict {
	bool hides, mutes, stars;
	struct str_list labels; /* borrowed from the rules */
};

struct rule_judge; /* the rules with their queries parsed, for one thread */
struct rule_judge *rules_judge(const struct rules *rules, int64_t now, struct arena *arena);

/* False when no rule fits. */
bool rules_verdict(const struct rule_judge *judge, const struct query_subject *subject, struct arena *arena,
	struct rule_verdict *verdict);

#endif
