/* journal.h - the undo journal: its actions, and what they did to feeds */
#ifndef DATELINE_STORE_JOURNAL_H
#define DATELINE_STORE_JOURNAL_H

#include "dateline/store/feeds.h"
#include "dateline/store/state.h"

/* Begins an action, inside the transaction of what it does. Doing something new ends what can be done again,
 * and what is too old to be taken back.
 *   what    in words, for people; stays in the file
 *   label   that it puts on or takes off; 0: none */
bool journal_open(struct store *store, const char *what, int64_t label, int64_t now, int64_t *action,
	struct error *error);
bool journal_close(struct store *store, int64_t action, size_t count, struct error *error);

/* Notes what of a feed the user changed.
 *   action   the action that it belongs to; 0: one is opened if anything differs
 *   count    of the feeds in it; one more if anything differs */
bool journal_feed(struct store *store, const struct store_feed *before, const struct store_feed *after,
	int64_t now, int64_t *action, size_t *count, struct error *error);

/* Puts the feeds of an action back to what they were before it, or after it; only what it changed.
 *   undone   its feeds, and a message with the name of the feed when it was one */
bool journal_restore_feeds(struct store *store, int64_t action, bool is_redo, struct str what, int64_t time,
	struct store_undone *undone, struct error *error);

#endif
