/* transfer.h - one request on its way: what curl is told, and what comes back */
#ifndef DATELINE_NET_TRANSFER_H
#define DATELINE_NET_TRANSFER_H

#include "dateline/net/fetch.h"
#include "libcurl.h"

struct host;

struct transfer {
	struct transfer *next; /* in the list that it stands in */
	const struct fetch_limits *limits;
	struct arena arena; /* owns every text here */
	struct fetch_request request;
	fetch_done *done;
	void *context;
	CURL *easy; /* NULL while it waits */
	struct curl_slist *headers;
	struct fetch_response response;
	struct str address;       /* of this hop */
	struct host *host;        /* and its host's place in the fetcher */
	unsigned hops;            /* redirects followed */
	bool is_permanent_so_far; /* every hop was a 301 or 308 */
	bool is_away;             /* at another host or port than the user gave, or without the TLS of it */
	size_t header_bytes, announced_bytes;
	size_t *bytes_at_once, counted_bytes; /* of all bodies; and this one's part of it */
	enum {
		REFUSED_NOTHING,
		REFUSED_BODY,
		REFUSED_HEADERS,
		REFUSED_CROWD
	} refused; /* what was larger than allowed */
	char curl_message[CURL_ERROR_SIZE];
	int64_t started_ms, hop_started_ms; /* monotonic */
	bool has_first_byte;                /* of this hop's answer */
};

/*   bytes_at_once   what the bodies of all transfers of the fetcher have received and not handed over */
struct transfer *transfer_create(const struct fetch_limits *limits, size_t *bytes_at_once,
	const struct fetch_request *request, fetch_done *done, void *context);
void transfer_destroy(struct transfer *transfer); /* its handle must not be in a multi handle any more */

/* Its body counts no more: it is handed over, or dropped. */
void transfer_uncount(struct transfer *transfer);

/* Tells `easy` (fresh or reset) what to ask at transfer->address. */
void transfer_prepare(struct transfer *transfer, CURL *easy, int64_t now_ms);

/* When this hop must have had its first byte; INT64_MAX once it has. */
int64_t transfer_deadline_ms(const struct transfer *transfer);

/* Looks at how a hop ended: true when it was a redirect that is followed, address set to the next hop; false
 * when the response is complete, its error set if it failed. */
bool transfer_follow(struct transfer *transfer, CURLcode code);

/* Ends it with the error of having waited too long for the first byte. */
void transfer_time_out(struct transfer *transfer);

/* Says in one sentence why curl failed. */
void complain_of_curl(struct transfer *transfer, CURLcode code);

/* The same of a status that is no success. */
void complain_of_status(struct transfer *transfer);

#endif
