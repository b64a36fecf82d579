/* feedrow.h - writing the row of a feed, for the files that change subscriptions; inside a transaction */
#ifndef DATELINE_STORE_FEEDROW_H
#define DATELINE_STORE_FEEDROW_H

#include "dateline/store/feeds.h"

bool feed_find_address(struct store *store, struct str address, int64_t *id, struct error *error);

/* What the user decides, but for is_subscribed; `feed->title` is the publisher's, for the key of the name. */
bool feed_put_row(struct store *store, const struct store_feed *feed, struct error *error);

/*   now   when it was removed, if it is */
bool feed_put_subscribed(
	struct store *store, int64_t feed, bool is_subscribed, int64_t now, struct error *error);

#endif
