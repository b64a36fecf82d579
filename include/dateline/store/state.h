/* state.h - what the user does to articles, each taken back by undo, as is what is done to feeds */
#ifndef DATELINE_STORE_STATE_H
#define DATELINE_STORE_STATE_H

#include "dateline/store/store.h"

enum store_mark {
	STORE_READ,
	STORE_UNREAD,
	STORE_STAR,
	STORE_UNSTAR,
	STORE_LATER,
	STORE_NOT_LATER,
	STORE_HIDE,
	STORE_SHOW,
};

/* One transaction and one entry of the undo journal, however many articles; those in that state already are
 * not touched. *changed (may be NULL) says how many were. Ids that are not there are passed over. */
bool store_mark(struct store *store, enum store_mark mark, const int64_t *articles, size_t count, int64_t now,
	size_t *changed, struct error *error);

/* The same with the reader's own label put on or taken off. Names that fold to the same are one label. */
bool store_label(struct store *store, struct str label, bool remove, const int64_t *articles, size_t count,
	int64_t now, size_t *changed, struct error *error);

struct store_undone {
	size_t count;      /* articles or feeds; 0: there was nothing to undo */
	size_t feeds;      /* of them */
	int64_t article;   /* when it was one, else 0 */
	int64_t time;      /* when it had been done */
	char message[160]; /* what was taken back, or done again: "12 articles marked read" */
};

/* Takes the last change of state back, and the one before by the next call; after a restart as well. Doing
 * anything new ends what can be done again. */
bool store_undo(struct store *store, struct store_undone *undone, struct error *error);
bool store_redo(struct store *store, struct store_undone *undone, struct error *error);

#endif
