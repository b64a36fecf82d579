/* engine.h - the one writer of the library: jobs go down, events come up, nobody waits */
#ifndef DATELINE_REFRESH_ENGINE_H
#define DATELINE_REFRESH_ENGINE_H

#include "dateline/base/error.h"
#include "dateline/base/str.h"
#include "dateline/store/print.h"
#include "dateline/store/state.h"

/* The engine owns the only writing connection to the library. A job is posted, which takes no time, and done
 * in the engine's own thread; what it changed comes back as events. Ids are those of the library: articles
 * and feeds. */

struct engine;
struct fetch_limits; /* net/fetch.h */
struct rules;        /* query/rules.h */

struct engine_options {
	const char *library; /* as for store_open; a reader beside it wants ":memory:NAME", not ":memory:" */
	unsigned workers;    /* threads that parse; 0: no thread at all, every job is done before its call
				returns */
	bool steps_back;   /* somebody reads meanwhile: its threads leave the processor to others that want it
			    */
	const char *sites; /* directory of the reader's own rules for pages; NULL: none */
	const struct rules *rules; /* of the user, for what feeds bring; NULL: none. Copied */
	const char *user_agent;    /* NULL: "dateline" */
	unsigned refresh_minutes;  /* refresh what is due by itself, at once and then every so often; 0: only
				      when asked */
	unsigned keep_days, keep_count; /* retention of read articles, for feeds without a rule of their own;
					   0: for ever, all */
	const struct fetch_limits *limits; /* NULL: fetch_limits_default */
	int64_t (*now)(void *context);     /* seconds since 1970; NULL: the system's clock */
	void *now_context;
};

/* A number that the events of a job carry; they grow, and 0 is none. */
typedef uint64_t engine_job;

/* Opens the library for writing, making it when it is missing, and starts the threads.
 * Errors: those of store_open. */
bool engine_open(const struct engine_options *options, struct engine **engine, struct error *error);

/* Stops at once: what is being fetched is given up, what is half stored is rolled back, local jobs that were
 * posted are done first (no mark is lost). Events can be taken still; nothing can be posted.
 *   wait_ms  -1: until it has stopped
 *   returns  false: another program keeps the library for so long; it goes on, call again */
bool engine_stop(struct engine *engine, int wait_ms);

/* Stops it, and joins the threads. Accepts NULL. */
void engine_close(struct engine *engine);

/* Becomes readable in poll() when events wait; -1 never happens. Take all events when it does. */
int engine_wakeup_fd(const struct engine *engine);

/* How many jobs have been posted and not been answered by EVENT_JOB_DONE. */
unsigned engine_jobs_open(struct engine *engine);

/* Jobs. Everything given is copied before the call returns. */

/* One entry of the undo journal, however many articles; those that are in that state already are not in it.
 */
engine_job engine_mark(struct engine *engine, enum store_mark mark, const int64_t *articles, size_t count);

/* Puts the reader's own label on the articles, or takes it off. */
engine_job engine_label(
	struct engine *engine, struct str label, bool remove, const int64_t *articles, size_t count);

engine_job engine_undo(struct engine *engine); /* the last change of articles or feeds, again and again */
engine_job engine_redo(struct engine *engine);

/* Where the reader was in an article: a byte offset into the text of a block. Not in the undo journal. */
engine_job engine_set_place(struct engine *engine, int64_t article, size_t block, size_t offset);

/* Loads files, directories (each file in it), "-" (standard input), or web addresses into the library, as
 * feeds that are not refreshed; one EVENT_SOURCE_LOADED or EVENT_SOURCE_FAILED for each file, in the order
 * given. */
engine_job engine_load_sources(struct engine *engine, const struct str *sources, size_t count);

struct engine_subscription {
	struct str address;       /* as the user typed it, of a feed or of a page that names one */
	struct str title, folder; /* absent: the feed's own, and none */
	bool full_text, cookies;  /* as the properties of the same names below */
};

/* Subscribes: fetches the address, finds the feed of a page, stores it. EVENT_FEED_ADDED, or
 * EVENT_JOB_FAILED; EVENT_FEED_OFFERED for each further feed that the page names. */
engine_job engine_add_feed(struct engine *engine, const struct engine_subscription *subscription);

/* Changes one thing that the user decides about a feed; the properties are those of refresh/subscription.h.
 * EVENT_FEED_CHANGED, or EVENT_JOB_FAILED with ERROR_USAGE when there is no such property or the value is
 * none. */
engine_job engine_change_feed(struct engine *engine, int64_t feed, struct str property, struct str value);
engine_job engine_remove_feed(struct engine *engine, int64_t feed); /* stored articles stay */

/* Asks feeds what is new.
 *   feeds, count  which; NULL, 0: all that are subscribed and not muted
 *   force         also those whose time has not come (the user asked for just these); never those whose
 * server said Retry-After */
engine_job engine_refresh(struct engine *engine, const int64_t *feeds, size_t count, bool force);
engine_job engine_stop_refresh(struct engine *engine); /* gives up what has not been fetched yet */

/* Fetches the page an article links to and keeps its text as the article's full text. EVENT_PAGE_STORED or
 * EVENT_JOB_FAILED. */
engine_job engine_fetch_page(struct engine *engine, int64_t article);

/* Completes the full-text index, in short slices while there is nothing else to do; the job is done when the
 * index is complete. After each refresh the same is done without being asked, and retention. */
engine_job engine_build_index(struct engine *engine);

/* Applies those of the user's rules that are new to the articles that are there: EVENT_STATES_CHANGED for
 * each that changed something. A refresh does the same before it asks. */
engine_job engine_apply_rules(struct engine *engine);

engine_job engine_take_rules(struct engine *engine, const struct rules *rules); /* in place of those before */

/* The options of these names, in place of those before. A refresh by itself comes so many minutes after the last
 * one; articles go with the next refresh. */
engine_job engine_take_habits(
	struct engine *engine, unsigned refresh_minutes, unsigned keep_days, unsigned keep_count);

/* Writes these articles into a new file that the user asked for. EVENT_SAVED, or EVENT_JOB_FAILED; a file
 * that is there already is not written over, and one that cannot be written whole is not left behind. */
engine_job engine_save(
	struct engine *engine, struct str path, enum entry_form form, const int64_t *articles, size_t count);

/* Writes these articles into an open file, which stays open, from where it stands. EVENT_JOB_FAILED when they
 * cannot be read or written; else EVENT_JOB_DONE alone. */
engine_job engine_print(
	struct engine *engine, int fd, enum entry_form form, const int64_t *articles, size_t count);

/* Events: what changed, never how to draw it. */

enum engine_event_kind {
	EVENT_JOB_DONE,        /* the last event of each job, successful or not */
	EVENT_JOB_FAILED,      /* error */
	EVENT_STATES_CHANGED,  /* count articles; article when it was one; message: what was done, for the
				  notice line */
	EVENT_UNDONE,          /* count articles or feeds are as they were; message: what was taken back */
	EVENT_REDONE,          /* the same forwards */
	EVENT_NOTHING_TO_UNDO, /* answers undo and redo */
	EVENT_SOURCE_LOADED,   /* message: the source; feed, count articles, fresh of them new */
	EVENT_SOURCE_FAILED,   /* message: the source; error */
	EVENT_FEED_ADDED,   /* feed; message: its title; count articles; fresh of them new, hidden of those */
	EVENT_FEED_OFFERED, /* message: the address of another feed that the page names, and its title */
	EVENT_FEED_CHANGED, /* feed: a property of it, or it was removed; read the list of feeds again */
	EVENT_FEED_UPDATED, /* feed, fresh new articles, count changed ones; both 0: nothing new; message:
			       title */
	EVENT_FEED_FAILED,  /* feed, error; message: title */
	EVENT_FEED_WAITS, /* feed, not asked now because it failed before; error: that failure; message: title
			   */
	EVENT_FEED_MOVED, /* feed: its server named a new address for good; message: the new address */
	EVENT_FEED_GONE,  /* feed: 410, muted from now on; message: title */
	EVENT_REFRESH_PROGRESS, /* done of total feeds, failed of them; one after each feed */
	EVENT_REFRESH_DONE,     /* done, total, failed, fresh, hidden of them; count feeds were not due;
				   was_stopped when it was given up */
	EVENT_PAGE_STORED,      /* article */
	EVENT_INDEX_BUILT,      /* the full-text index is complete */
	EVENT_SAVED,            /* message: the path of the file; count bytes */
};

struct engine_event {
	enum engine_event_kind kind;
	engine_job job;
	int64_t feed, article; /* 0 when it is not about one */
	size_t count, fresh;
	size_t hidden; /* of the fresh ones, by rules */
	size_t done, total, failed;
	bool was_stopped;
	char message[256];  /* UTF-8 without control characters, ends in NUL; may be empty */
	struct error error; /* .code ERROR_NONE when nothing failed */
};

/* Takes the oldest event; false when there is none. Progress that nobody took is replaced by the newer one,
 * so that the queue stays short. */
bool engine_next_event(struct engine *engine, struct engine_event *event);

#endif
