/* subscription.h - what the user may change of a feed, by name */
#ifndef DATELINE_REFRESH_SUBSCRIPTION_H
#define DATELINE_REFRESH_SUBSCRIPTION_H

#include "dateline/store/feeds.h"

/* One row for each property: of `dateline change`, of the reader, of engine_change_feed. */
struct subscription_property {
	struct str name;
	const char *help; /* what a value is, without a full stop */
};

extern const struct subscription_property subscription_properties[];
extern const size_t subscription_property_count;

/* Sets one property in `feed`, which is not stored by this.
 *   value  must live as long as the feed
 * Errors: ERROR_USAGE when there is no such property, or the value is none. */
bool subscription_set(struct store_feed *feed, struct arena *arena, struct str property, struct str value,
	struct error *error);

/* The value of one property, as subscription_set takes it; empty when it has none. */
struct str subscription_get(const struct store_feed *feed, struct arena *arena, struct str property);

/* The address that is meant by what a user typed: "example.org/feed" is https, feed: is http, and never a
 * command or a file. Absent when it is none. */
struct str subscription_address(struct arena *arena, struct str typed);

/* Whether the user left the scheme out: when nobody answers with TLS, http is meant. */
bool subscription_has_no_scheme(struct str typed);

#endif
