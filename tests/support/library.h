/* library.h - libraries to test with: a folder of its own that goes at the end, feeds and articles made by
 * hand */
#ifndef DATELINE_TESTS_SUPPORT_LIBRARY_H
#define DATELINE_TESTS_SUPPORT_LIBRARY_H

#include "dateline/query/query.h"
#include "dateline/store/articles.h"

#define LIBRARY_NOW INT64_C(1800000000)

struct library {
	char folder[64], path[96];
	struct arena arena;
	struct store *store;
	int64_t feed; /* one that is subscribed */
	uint64_t noise;
};

/* A folder under /tmp with an open library in it, and one feed. A test that cannot have it fails. */
void library_start(struct library *library);
void library_end(struct library *library);

void library_reopen(struct library *library);

/* A path in the folder, in the arena. */
char *library_file(struct library *library, const char *name);

/* A document of `count` articles: "guid-1", "Title 1", "https://news.example/1", one an hour, the newest
 * first. */
struct feed library_document(struct library *library, size_t count);

/* One paragraph with its words as blocks and as HTML. */
void library_set_text(struct library *library, struct article *article, const char *text);

/* Words that never were, for bodies that stay as long when they are packed; in the arena, other ones each time. */
char *library_noise(struct library *library, size_t length);

/* Stores a document; ends the test when it cannot be stored. */
struct store_put_result library_put(struct library *library, const struct feed *document);

/* Parses, or ends the test. */
struct query library_query(struct library *library, const char *text);

/* The first number that a statement of one column gives, read by another connection. */
int64_t library_number(struct library *library, const char *sql);
struct str library_string(struct library *library, const char *sql);
void library_run(struct library *library, const char *sql);
bool library_is_whole(const char *path); /* PRAGMA integrity_check */

#endif
