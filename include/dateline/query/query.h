/* query.h - the query language: text to tree, tree to text, mistakes, and edits that keep it right */
#ifndef DATELINE_QUERY_QUERY_H
#define DATELINE_QUERY_QUERY_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"
#include "dateline/query/fields.h"

/* One language chooses articles everywhere; dateline-query(7) is its manual. A query is parsed and checked
 * whole before anything changes. The tree is opaque: who wants to change a query uses the edits below. */

#define QUERY_BYTES_MOST 4096
#define QUERY_DEPTH_MOST 32
#define QUERY_PATTERN_BYTES_MOST 512

/* ---- what a query's meaning depends on besides its text */

struct query_civil {
	int year, month, day, hour, minute, second; /* month and day from 1; overflowing parts carry on */
};

struct query_zone {
	int64_t (*time)(struct query_civil civil); /* the second at which it begins there */
	struct query_civil (*civil)(int64_t time);
};

extern const struct query_zone query_zone_utc;
extern const struct query_zone query_zone_local; /* of the process: TZ */

struct query_name {
	struct str name; /* as shown */
	int64_t count;   /* articles */
};

struct query_name_list {
	struct query_name *items;
	size_t count, capacity;
};

/* What the library and the configuration know, for saved queries and for suggestions. Each function may be
 * NULL. */
struct query_names {
	void *data;
	/* The text of a saved query, STR_NONE when there is none of that name. */
	struct str (*saved)(void *data, struct str name, struct arena *arena);
	/* Whether the library knows this name at all. */
	bool (*is_known)(void *data, enum query_field field, struct str name);
	/* All known names: QUERY_TAG, QUERY_LABEL, QUERY_FEED, QUERY_AUTHOR, QUERY_SPEAKER, QUERY_FOLDER,
	 * QUERY_SAVED. Asked for only when a suggestion is due. */
	void (*list)(void *data, enum query_field field, struct arena *arena, struct query_name_list *names);
};

struct query_context {
	int64_t now;
	const struct query_zone *zone;   /* NULL: UTC */
	const struct query_names *names; /* NULL: nothing is known, and nothing is said about unknown names */
};

/* ---- reading */

/* Where and why a query was not understood. Offsets are bytes into the text, end exclusive. */
struct query_mistake {
	size_t start, end;     /* what is wrong: underlined */
	unsigned line, column; /* of `start`, from 1, in characters */
	unsigned end_column;   /* of the last character of what is wrong */
	char message[512];     /* what is wrong and what would be right; no control characters */
	struct str suggestion; /* the whole query put right, or absent */
};

struct query_notice {
	size_t start, end;
	struct str text; /* one sentence */
};

struct query_notice_list {
	struct query_notice *items;
	size_t count, capacity;
};

struct query_node;

enum query_sort {
	QUERY_SORT_NEWEST,
	QUERY_SORT_OLDEST,
	QUERY_SORT_RELEVANCE,
	QUERY_SORT_FEED,
	QUERY_SORT_TITLE,
	QUERY_SORT_UNREAD,
	QUERY_SORT_LENGTH,
	QUERY_SORT_SEEN,
};

enum query_group {
	QUERY_GROUP_UNSET,
	QUERY_GROUP_NONE,
	QUERY_GROUP_FEED,
	QUERY_GROUP_DAY,
	QUERY_GROUP_TAG,
	QUERY_GROUP_CLUSTER
};

struct query {
	struct str text;         /* as given, in the arena */
	struct query_node *root; /* NULL: every article */
	bool has_sort; /* it says so itself; else `sort` is that of a saved query in it, or QUERY_SORT_NEWEST
			*/
	bool is_reversed;
	enum query_sort sort;
	int64_t limit; /* -1: none */
	enum query_group group;
	struct query_notice_list notices; /* the query is right, but may not be what was meant */
	struct query_context context;
};

/* Reads a query into the arena. False when it is not right: then *mistake says where and why, and *query
 * holds nothing. Takes any bytes; text that is not UTF-8 is a mistake. */
bool query_parse(struct str text, const struct query_context *context, struct arena *arena,
	struct query *query, struct query_mistake *mistake);

/* Adds the three lines of a mistake (the query, the place, the sentence), each with its line end. The place
 * is found by cells; the query is cut with "…" to a window of `columns` cells around it (0: not cut). */
void query_print_mistake(
	struct str text, const struct query_mistake *mistake, size_t columns, struct buffer *out);

/* The same as {"code":"query","line":1,"column":…,"end":…,"message":…,"suggestion":…}. */
void query_print_mistake_json(const struct query_mistake *mistake, struct buffer *out);

/* A notice as one sentence with its place: "query:1:11: …". */
void query_print_notice(struct str text, const struct query_notice *notice, struct buffer *out);

/* ---- writing */

/* The canonical form: full names of fields, brackets and quotation marks only where needed, quote( )
 * explicit. Reading it gives the same query again; "" for every article. */
struct str query_print(const struct query *query, struct arena *arena);

/* The terms at the top level, directives last, each as text that is a query itself; states as bare words
 * ("unread"). None for a query of every article. */
void query_chips(const struct query *query, struct arena *arena, struct str_list *chips);

/* ---- edits: each changes the tree, query_print() gives the new text. They never make a query wrong. */

bool query_drop_chip(
	struct query *query, size_t index); /* as query_chips() counts; false when there is none */

/* Both at once: the terms of `more` under one AND with those of `query`; directives of `more` win. False, and
 * nothing has changed, when that would be longer or deeper than a query may be. */
bool query_narrow(struct query *query, const struct query *more, struct arena *arena);

enum query_mark { QUERY_MARK_NONE, QUERY_MARK_MUST, QUERY_MARK_ANY, QUERY_MARK_NEVER };

/* How the top level of the query stands to one name. `field` is QUERY_TAG, QUERY_LABEL, QUERY_CATEGORY,
 * QUERY_FEED, QUERY_FOLDER, QUERY_AUTHOR, QUERY_SPEAKER or QUERY_SAVED. */
enum query_mark query_mark_of(const struct query *query, enum query_field field, struct str name);

/* Marks one name, whatever it was before: must have (tag:a), any of these (tag:a,b), never (-tag:a), or not a
 * word about it. */
void query_set_mark(struct query *query, enum query_field field, struct str name, enum query_mark mark,
	struct arena *arena);

/* Shows only this name: replaces every term of the field at the top level; an absent name just removes them.
 */
void query_show_only(struct query *query, enum query_field field, struct str name, struct arena *arena);

/* The marked names of a field, in the order they stand. */
void query_marked(const struct query *query, enum query_field field, enum query_mark mark,
	struct arena *arena, struct str_list *names);

/* Whether the top level asks for a state: "unread", "read", "starred", … (words of is:). */
bool query_has_state(const struct query *query, struct str state);

/* Adds or removes a state at the top level; setting one removes its contrary. */
void query_set_state(struct query *query, struct str state, bool is_set, struct arena *arena);

/* Whether the query speaks of this word of is: anywhere: is:hidden and is:duplicate change what a list leaves
 * out. */
bool query_mentions_state(const struct query *query, struct str state);

/* The words that a query looks for in text (not negated), to be marked in an article: folded, a phrase in one
 * piece. */
void query_search_words(const struct query *query, struct arena *arena, struct str_list *words);

#endif
