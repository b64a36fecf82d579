/* index.h - the full-text index, built behind in slices */
#ifndef DATELINE_STORE_INDEX_H
#define DATELINE_STORE_INDEX_H

#include "dateline/store/store.h"

/* Indexes up to `most` articles that are not in the index yet, in one transaction.
 *   *left   how many remain, at most counted to 1,000,000; 0: the index is complete */
bool store_index(struct store *store, size_t most, size_t *left, struct error *error);

/* Somebody who takes over the part of indexing that needs no library: another thread. */
struct store_helper {
	void *context;
	/* Begins work(what) and returns at once; called again only after wait(), which returns when it is
	 * done. */
	void (*start)(void *context, void (*work)(void *what), void *what);
	void (*wait)(void *context);
	bool (*is_hurried)(void *context); /* asked now and then: something else waits for the library */
};

/* The same with help; ends early, with what is done by then, when the helper is hurried. */
bool store_index_with(struct store *store, const struct store_helper *helper, size_t most, size_t *left,
	struct error *error);

/* Whether every article is in the index, so that words may be answered by it alone. Cheap. */
bool store_index_is_complete(struct store *store);

#endif
