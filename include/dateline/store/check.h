/* check.h - looking the library over, and saving what can be read of a damaged one */
#ifndef DATELINE_STORE_CHECK_H
#define DATELINE_STORE_CHECK_H

#include "dateline/store/store.h"

struct store_check {
	struct str_list findings; /* what is wrong, one sentence each; none: all is well */
	struct str_list repairs;  /* what was done about it */
	int64_t articles, feeds, broken_feeds;
	int64_t file_bytes, free_bytes; /* free: inside the file */
	bool is_sound;                  /* after the repairs */
};

/* Verifies the whole library (SQLite's integrity check, references, counts, the index) and repairs what can
 * be repaired without loss: counts are counted again, rows of nothing removed, the index made anew. A file
 * that is damaged is left as it is, and nothing is counted; store_rescue() is for that. */
bool store_check(struct store *store, struct arena *arena, struct store_check *check, struct error *error);

/* Whether the file is a library, or was one, that SQLite finds damaged. Reads all of it. */
bool store_is_damaged(const char *path);

struct store_rescue {
	int64_t feeds, articles; /* saved */
	int64_t bodiless;        /* of the articles: their text is lost */
	struct str kept;         /* the damaged file, under its new name */
};

/* Copies everything that can be read of a damaged library to a new one, which takes its place; the damaged
 * file is not written to, only given another name (with ".damaged-1" or a higher number at its end). Errors:
 * nothing could be read, another program has the library open, the disk is full; then all stays as it was. */
bool store_rescue(const char *path, struct arena *arena, struct store_rescue *rescue, struct error *error);

#endif
