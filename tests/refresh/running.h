/* running.h - an engine on a library in a folder of its own, and a server that it asks */
#ifndef TESTS_REFRESH_RUNNING_H
#define TESTS_REFRESH_RUNNING_H

#include "../support/server.h"
#include "dateline/net/fetch.h"
#include "dateline/query/rules.h"
#include "dateline/refresh/engine.h"
#include "dateline/store/articles.h"

#define NOON INT64_C(1764590400) /* 2025-12-01T12:00:00Z */

#define ITEM(n)                                                                                              \
	"<item><title>Report " #n "</title><link>http://example.org/" #n "</link><guid>g" #n "</guid>"       \
	"<pubDate>Mon, 01 Dec 2025 1" #n ":00:00 GMT</pubDate><description>&lt;p&gt;Text of report " #n      \
	".&lt;/p&gt;</description></item>"
#define RSS(extra, items)                                                                                    \
	"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Post</title>"                       \
	"<link>http://example.org/</link><description>d</description>" extra items "</channel></rss>"

struct running {
	struct server *server;
	struct engine *engine;
	struct arena arena;
	int64_t now; /* the time it is for the engine */
	char directory[64], library[128];
	struct fetch_limits limits;
};

extern struct running running;

int64_t running_time(void *context); /* running.now, for the options of an engine */

/* For a suite: .init = running_begin, .fini = running_end. The engine has no threads. */
void running_begin(void);
void running_end(void);

/* Another engine on the same library; the one before must have been closed. */
void running_open(unsigned workers);
void running_open_with(unsigned workers, const struct rules *rules);

/* Takes events until the job is done; the last one of `kind` is kept in *found. False when there was none. */
bool running_wait(engine_job job, enum engine_event_kind kind, struct engine_event *found);

struct store *running_store(void); /* another connection, which the caller closes */
int64_t running_subscribe(const char *address);
int64_t running_subscribe_path(const char *path); /* on the server */
struct store_feed running_feed(int64_t id);
struct engine_event running_refresh(bool force);

/* What the server answers with. */
void running_script(const char *path, const char *body);

/* Writes a file into the folder; its path is in the arena. */
const char *running_file(const char *name, const char *text);

/* A file with reports 1 and 2, loaded as a source; gives its feed. */
int64_t running_load_one(void);

bool running_has(const char *text, const char *part); /* false for no text */

#endif
