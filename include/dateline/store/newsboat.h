/* newsboat.h - articles and marks out of newsboat's cache.db */
#ifndef DATELINE_STORE_NEWSBOAT_H
#define DATELINE_STORE_NEWSBOAT_H

#include "dateline/store/store.h"

struct store_newsboat {
	size_t feeds, articles; /* taken over; articles that were there already are not counted */
	size_t read, starred;   /* marks made */
};

/* True when the file is an SQLite database, which newsboat's cache is. */
bool store_is_database(const char *path);

/* Takes over articles, what was read, what was flagged (starred here) and what was deleted (hidden here).
 * Feeds are found by their address; those that the library does not know are kept with their articles, and
 * are subscribed to only if the library has no subscription at all: what was unsubscribed in newsboat stays
 * so. path  is only read, and may be in use Errors: ERROR_NOT_A_FEED when it is no cache of newsboat,
 * ERROR_LIBRARY. What was taken before an error stays. */
bool store_take_newsboat(struct store *store, const char *path, int64_t now, struct store_newsboat *result,
	struct error *error);

#endif
