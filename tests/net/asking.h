/* asking.h - one request to a server of its own, and what came of it */
#ifndef TESTS_NET_ASKING_H
#define TESTS_NET_ASKING_H

#include "../support/server.h"
#include "dateline/net/fetch.h"

/* What came of one request, kept after the response is gone. */
struct asked {
	bool is_done;
	unsigned status;
	struct error error;
	bool was_reached;
	char cookies[8192];
	char body[4096], etag[256], last_modified[256], moved_to[256], address[256], media_type[256],
		retry_after[64];
	size_t body_length;
};

struct asking {
	struct server *server;
	struct fetch_limits limits; /* 1 MB an answer; a test may change them before it asks */
};

extern struct asking asking;

/* For a suite: .init = asking_begin, .fini = asking_end. */
void asking_begin(void);
void asking_end(void);

/* Asks, and waits for the answer. */
struct asked asking_ask(const struct fetch_request *request);
struct asked asking_get(const char *path);

/* Keeps an answer in the struct asked that is its context. */
void asking_keep(struct fetch_response *response, void *context);

bool asking_has(const char *text, const char *part); /* false for no text */

#endif
