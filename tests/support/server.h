/* server.h - an HTTP server on the loopback with scripted answers, good ones and bad ones */
#ifndef TESTS_SUPPORT_SERVER_H
#define TESTS_SUPPORT_SERVER_H

#include <stdbool.h>
#include <stddef.h>

struct server;

enum server_fault {
	FAULT_NONE,
	FAULT_SILENCE,         /* reads the request and never answers */
	FAULT_CLOSE,           /* closes without an answer */
	FAULT_RESET,           /* resets without an answer */
	FAULT_CUT,             /* sends half of the body, then closes */
	FAULT_RESET_MID,       /* sends half of the body, then resets */
	FAULT_DRIP,            /* sends the body byte by byte, one in 20 ms, for ever */
	FAULT_ENDLESS,         /* sends the body over and over */
	FAULT_ENDLESS_HEADERS, /* sends header lines for ever */
	FAULT_BOMB,            /* gzip that unpacks to body_length bytes */
	FAULT_NOT_HTTP,        /* sends the body alone, without a status line */
};

struct server_answer {
	unsigned status;     /* 0: 200 */
	const char *headers; /* whole lines, each with its "\r\n"; NULL: none. "%s" stands for the server's
				address */
	const char *body;    /* NULL: empty */
	size_t body_length;  /* 0: strlen(body) */
	enum server_fault fault;
	bool is_held; /* answered only after server_release */
};

/* Listens on a free port of 127.0.0.1, and on the same of ::1 where there is IPv6, in threads of its own. */
struct server *server_start(void);
bool server_has_ipv6(const struct server *server);
void server_stop(struct server *server);

/* "http://127.0.0.1:PORT<path>"; lives as long as the server. `host` is another address of 127.0.0.0/8, or a
 * name for it, "[::1]", or NULL. */
const char *server_address(struct server *server, const char *host, const char *path);

/* The next answer of a path; when all were given the last one is repeated. A path without answers is 404;
 * what a proxy is asked for has the whole address as its path. The strings must outlive the server. */
void server_script(struct server *server, const char *path, struct server_answer answer);

/* The n-th request (from 0) that came for a path, whole head in one string; NULL when there was none. Lives
 * as long as the server. */
const char *server_request(struct server *server, const char *path, size_t n);
size_t server_request_count(struct server *server, const char *path);
size_t server_most_at_once(struct server *server);           /* requests in hand at the same time */
void server_wait_for(struct server *server, size_t in_hand); /* until so many requests are in hand */
void server_release(struct server *server);                  /* held answers are given from now on */

#endif
