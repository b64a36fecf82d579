/* names.h - tags, labels, speakers, authors, feeds and folders with their counts; who said what across the
 * library */
#ifndef DATELINE_STORE_NAMES_H
#define DATELINE_STORE_NAMES_H

#include "dateline/article/article.h"
#include "dateline/query/query.h"
#include "dateline/store/store.h"

struct store_name {
	struct str name; /* the spelling used most */
	int64_t articles, unread;
	struct str role; /* of a speaker: as last described; else absent */
};

struct store_name_list {
	struct store_name *items;
	size_t count, capacity;
};

enum store_name_kind { STORE_TAGS, STORE_LABELS, STORE_SPEAKERS, STORE_AUTHORS, STORE_FEEDS, STORE_FOLDERS };

/* The names that the articles of a query have, most unread first, then most articles, then by name. Spellings
 * that fold to the same name are one. STORE_TAGS counts labels too. query   NULL or empty: the whole library
 */
bool store_names(struct store *store, enum store_name_kind kind, const struct query *query,
	struct arena *arena, struct store_name_list *names, struct error *error);

/* For query_parse(): what the library knows, for suggestions and notices. Borrows the store. */
struct query_names store_query_names(struct store *store);

/* ---- quotations */

struct store_quote {
	int64_t article, feed;
	size_t position; /* in the article, from 0 */
	struct quote quote;
	struct str title, feed_title; /* of the article */
	struct str name;              /* what the article is called (article/name.h) */
	int64_t time;
};

struct store_quote_list {
	struct store_quote *items;
	size_t count, capacity;
};

/* The quotations that a query speaks of: of the articles chosen, newest first, in the order said; when the
 * query has terms about quotations (speaker:, said:, …) at its top level only those that fit them. most   at
 * most so many */
bool store_quotes(struct store *store, const struct query *query, size_t most, struct arena *arena,
	struct store_quote_list *quotes, struct error *error);

#endif
