/* schedule.h - when a feed is asked again: arithmetic alone, the clock is a parameter */
#ifndef DATELINE_REFRESH_SCHEDULE_H
#define DATELINE_REFRESH_SCHEDULE_H

#include "dateline/net/fetch.h"

struct answer_headers { /* as the server sent them; absent when it did not */
	struct str cache_control, expires, date, age, retry_after;
};

/* Copies of them in the arena. */
struct answer_headers schedule_headers(const struct fetch_response *response, struct arena *arena);

struct schedule_facts {
	int64_t now; /* of the answer */
	struct answer_headers headers;
	unsigned interval_minutes; /* the user's wish; stands in for what the feed and its server say; 0: none
				    */
	unsigned ttl_minutes;      /* the feed's (RSS ttl, sy:updatePeriod); 0: none */
	uint32_t skip_hours;       /* the feed's, hours and days, as in article.h */
	unsigned failure_count;    /* in a row, with this one; 0: the answer was good */
	bool was_reached; /* a server answered: else the network may be at fault, and waiting long is no use
			   */
	uint32_t random;  /* any number: the jitter */
};

struct schedule {
	int64_t next;       /* when to ask again; not after now + 1 s: whenever it is wished */
	int64_t not_before; /* the server's Retry-After: holds against the user's wish as well; 0: none */
};

#define SCHEDULE_DAY 86400
#define SCHEDULE_WISH_MOST SCHEDULE_DAY        /* what a feed may ask for */
#define SCHEDULE_RETRY_MOST (7 * SCHEDULE_DAY) /* and what Retry-After may */
#define SCHEDULE_FAILED_FIRST 120              /* after the first failure; doubled by each further one … */
#define SCHEDULE_FAILED_MOST SCHEDULE_DAY      /* … up to this, */
#define SCHEDULE_UNREACHED_MOST 900            /* or this when no server answered */

struct schedule schedule_next(const struct schedule_facts *facts);

/* The first moment from `time` on in an hour and on a day that the feed does not exclude; one that excludes
 * all is not believed. */
int64_t schedule_skip(uint32_t skip_hours, int64_t time);

/* Seconds for which an answer is fresh: max-age, else Expires less Date, less the Age that it has already in
 * caches on the way (RFC 9111 sections 4.2.1 and 5.1); no-cache and no-store are 0; -1 when nothing is said.
 */
int64_t schedule_freshness(const struct answer_headers *headers, int64_t now);

/* Seconds that a Retry-After asks for: a number, or a date (RFC 9110 section 10.2.3); -1 when it is neither.
 */
int64_t schedule_retry_seconds(struct str retry_after, int64_t now);

#endif
