/* feeds.h - the subscriptions, what each was asked and what it answered */
#ifndef DATELINE_STORE_FEEDS_H
#define DATELINE_STORE_FEEDS_H

#include "dateline/article/article.h"
#include "dateline/store/store.h"

/* A feed's identity is its id, not its address. Times are seconds since 1970, TIME_NONE when it never
 * happened. */
struct store_feed {
	int64_t id;
	struct str address;    /* what is asked; of a local source its name */
	struct str title;      /* as the feed says */
	struct str user_title; /* as the user wants it; absent: the feed's */
	struct str folder;     /* path with slashes; empty: none */
	struct str_list tags;  /* the user's tags of the feed */
	struct str link, description, language, icon, generator;
	/* how it is asked */
	unsigned interval_minutes;                           /* 0: as the feed says */
	struct str user_agent, headers, credentials_command; /* headers: one per line */
	bool is_full_text, is_muted;
	bool keeps_cookies;
	bool is_local;                  /* read from a file: never asked again */
	bool is_subscribed;             /* false: removed, its articles stay */
	unsigned keep_days, keep_count; /* retention of its articles; 0: the library's rule */
	/* what it answered */
	struct str etag, last_modified; /* exactly as the server sent them */
	uint64_t document_hash;         /* of the bytes last stored; 0: none */
	struct str cookies;             /* that it set, if it may; one per line, in the form of net/fetch.h */
	unsigned ttl_minutes;           /* ttl and skip_hours: as the last document of the feed said */
	uint32_t skip_hours;
	int64_t added, next,
		not_before; /* next: when to ask again; not_before: Retry-After, also for the user's wish */
	unsigned failure_count; /* in a row; 0: its last answer was good */
	struct str cause;       /* of the last failure, one sentence; absent when the last answer was good */
	/* counts, kept */
	int64_t articles, unread, starred;
};

struct store_feed_list {
	struct store_feed *items;
	size_t count, capacity;
};

/* The title to show: the user's, else the feed's, else the address. */
struct str store_feed_name(const struct store_feed *feed);

enum store_feed_choice {
	STORE_FEEDS_SUBSCRIBED, /* those of the user's list, local sources too */
	STORE_FEEDS_ALL,        /* removed ones as well */
	STORE_FEEDS_DUE,        /* subscribed, not muted, not local, whose time has come */
};

/* How many subscribed feeds failed when they were last asked. */
bool store_broken_feeds(struct store *store, int64_t *count, struct error *error);

/* By folder, then name. `now` is used by STORE_FEEDS_DUE alone. */
bool store_feeds(struct store *store, enum store_feed_choice choice, int64_t now, struct arena *arena,
	struct store_feed_list *feeds, struct error *error);

bool store_feed_get(
	struct store *store, int64_t feed, struct arena *arena, struct store_feed *out, struct error *error);

/* The feed of an address, or 0; addresses that differ only in spelling are the same. Removed feeds count. */
int64_t store_feed_find(struct store *store, struct str address);

/* Subscribes. A feed that was removed is taken back with its articles; one that is subscribed already is
 * ERROR_USAGE with its id in *id. Of `feed` address, user_title, folder, tags, the settings of how it is
 * asked, is_local and added are read, and of a new one the link, until the publisher says it. */
bool store_feed_add(struct store *store, const struct store_feed *feed, int64_t *id, struct error *error);

/* The same of many, in one transaction and as one change that undo takes back; those that are subscribed
 * already are passed over. *added says how many were not. */
bool store_feed_add_all(struct store *store, const struct store_feed *feeds, size_t count, size_t *added,
	struct error *error);

/* A feed that is not subscribed to, to keep articles of. It must not be there yet. */
bool store_feed_add_removed(
	struct store *store, const struct store_feed *feed, int64_t *id, struct error *error);

/* Writes what the user decides: address, user_title, folder, tags, the settings of how it is asked,
 * retention. */
bool store_feed_change(struct store *store, const struct store_feed *feed, int64_t now, struct error *error);

/* Unsubscribes; its articles stay. Adding, changing and removing are taken back by undo (state.h). */
bool store_feed_remove(struct store *store, int64_t feed, int64_t now, struct error *error);

/* ---- asking */

#define STORE_ATTEMPTS_KEPT 10

struct store_attempt {
	int64_t time;
	int status;       /* of HTTP; 0 when there was no answer */
	struct str cause; /* one sentence: why it failed, else what was repaired; absent when nothing was */
	int64_t bytes, fresh, changed;
	unsigned duration_ms;
	bool failed;
};

struct store_attempt_list {
	struct store_attempt *items;
	size_t count, capacity;
};

/* The last STORE_ATTEMPTS_KEPT, newest first. */
bool store_feed_attempts(struct store *store, int64_t feed, struct arena *arena,
	struct store_attempt_list *attempts, struct error *error);

/* What one answer means for the feed's row. Validators that are absent are cleared by an answer with a
 * document, kept by status 304, and a failed attempt never touches them. */
struct store_answer {
	struct store_attempt attempt;
	struct str etag, last_modified;
	uint64_t document_hash; /* 0 keeps what is there */
	struct str cookies;     /* absent keeps what is there */
	int64_t next, not_before;
	struct str moved_to; /* a permanent redirect: the new address, taken if no other feed has it; else
				absent */
	bool is_gone;        /* 410: the feed is muted */
};

/* Notes an answer that brought nothing: 304, or a failure. One transaction. */
bool store_put_answer(
	struct store *store, int64_t feed, const struct store_answer *answer, struct error *error);

/* ---- the folder and activity of feeds */

#define STORE_ACTIVITY_DAYS 14

struct store_activity {
	int64_t feed;
	unsigned days[STORE_ACTIVITY_DAYS]; /* articles by day, the last one is today */
};

struct store_activity_list {
	struct store_activity *items;
	size_t count, capacity;
};

/*   day_end   the second at which the reader's today ends; days are 24 hours back from there */
bool store_feed_activity(struct store *store, int64_t day_end, struct arena *arena,
	struct store_activity_list *list, struct error *error);

#endif
