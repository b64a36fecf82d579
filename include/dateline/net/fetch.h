/* fetch.h - requests in, responses out, many at once; knows nothing of feeds */
#ifndef DATELINE_NET_FETCH_H
#define DATELINE_NET_FETCH_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

struct fetch_limits {
	size_t most_bytes;         /* of a body, after decompression */
	size_t most_bytes_at_once; /* of all bodies that are on their way; past it the large ones are given up
				    */
	unsigned connect_ms;       /* until the connection stands, TLS included */
	unsigned first_byte_ms;    /* until the first byte of each answer, connecting included */
	unsigned total_ms;         /* for everything, redirects included */
	unsigned slow_bytes_per_s; /* slower than this … */
	unsigned slow_s;           /* … for so long is given up */
	unsigned redirects;        /* followed at most */
	unsigned at_once_per_host; /* requests in flight on one host */
	unsigned at_once;          /* and in all */
	const char *ca_file;       /* certificates to trust instead of the system's; NULL: the system's */
};

extern const struct fetch_limits fetch_limits_default;

/* The defaults, with the authorities that CURL_CA_BUNDLE or SSL_CERT_FILE name, as other programs take them.
 */
struct fetch_limits fetch_limits_of_user(void);

struct fetch_request {
	struct str address;       /* http or https */
	struct str etag;          /* as the server sent it, sent back as If-None-Match; absent: not sent */
	struct str last_modified; /* the same for If-Modified-Since */
	struct str accept;        /* media types; absent: anything */
	struct str user_agent;
	struct str user, password; /* absent: none; never sent to another host */
	struct str headers;        /* further "Name: value" lines, never sent to another host */
	bool keeps_cookies;        /* else none is taken, and none sent */
	struct str cookies;        /* those of the last answer, each sent to the host that set it */
	const void *group;         /* whom it is for: fetcher_abandon; may be NULL */
};

struct fetch_response {
	unsigned status;    /* of the last answer; 0 when there was none */
	struct error error; /* .code ERROR_NONE when the body is whole, or the status is 304 */
	bool is_held;       /* it was not sent: fetcher_leave_alone */
	bool was_reached;   /* some server answered: what failed is its doing, not the network's */
	struct buffer body; /* taken over by setting it to zeroes */
	struct str address; /* where the body came from, after redirects */
	struct str
		moved_to; /* the end of the leading 301 and 308, to ask from now on; absent when not moved */
	struct str media_type; /* Content-Type with its parameters */
	/* as sent; absent when not sent */
	struct str etag, last_modified, cache_control, expires, date, age, retry_after;
	/* when they are kept: all that the servers have set, also before, and that have not expired; a line
	 * each, in the form of curl's cookie files, with at most 50 lines */
	struct str cookies;
	unsigned took_ms;
};

/* Called once for each request that was added, from fetcher_run; what the response points to lives until it
 * returns. It may add requests. */
typedef void fetch_done(struct fetch_response *response, void *context);

struct fetcher;

/* A fetcher belongs to one thread; only fetcher_wakeup may be called from others. The first request of all
 * loads libcurl, and fails with the reason when it cannot be: not while another thread makes its first one.
 */
struct fetcher *fetcher_create(const struct fetch_limits *limits);
void fetcher_destroy(
	struct fetcher *fetcher); /* gives up what is in flight without calling back; accepts NULL */

/* Queues one request; everything given is copied. */
void fetcher_add(
	struct fetcher *fetcher, const struct fetch_request *request, fetch_done *done, void *context);

/* Moves what can be moved, then waits until there is more to move, a wake-up, or `timeout_ms`; 0 does not
 * wait. */
void fetcher_run(struct fetcher *fetcher, unsigned timeout_ms);

void fetcher_wakeup(struct fetcher *fetcher);       /* ends the wait of fetcher_run, from any thread */
size_t fetcher_open(const struct fetcher *fetcher); /* how many requests have not been answered */

/* While held, requests that wait stay waiting, and those in flight go on: for when the answers pile up. */
void fetcher_hold(struct fetcher *fetcher, bool is_held);

/* For so long nothing is sent to the host of `address`: what waits or comes for it is answered by
 * fetcher_run, is_held and with an error; what is in flight goes on. fetcher_visit_all takes all such back.
 */
void fetcher_leave_alone(struct fetcher *fetcher, struct str address, int64_t seconds);
void fetcher_visit_all(struct fetcher *fetcher);

/* Gives up the requests of a group, or all of them (NULL), without calling back; returns how many there were.
 */
size_t fetcher_abandon(struct fetcher *fetcher, const void *group);

#endif
