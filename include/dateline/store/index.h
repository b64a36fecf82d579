/* index.h - the full-text index, built behind in slices */
#ifndef DATELINE_STORE_INDEX_H
#define DATELINE_STORE_INDEX_H

#include "dateline/store/store.h"

/* Indexes up to `most` articles that are not in the index yet, in one transaction.
 *   *left   how many remain, at most counted to 1,000,000; 0: the index is complete */
bool store_index(struct store *store, size_t most, size_t *left, struct error *error);

/* Whether every article is in the index, so that words may be answered by it alone. Cheap. */
bool store_index_is_complete(struct store *store);

#endif
