/* articles.h - articles in and out of the library */
#ifndef DATELINE_STORE_ARTICLES_H
#define DATELINE_STORE_ARTICLES_H

#include "dateline/article/article.h"
#include "dateline/query/rules.h"
#include "dateline/store/feeds.h"

/* ---- in */

struct store_put_result {
	size_t fresh;     /* articles that were not there */
	size_t changed;   /* whose text, title, tags, … changed */
	size_t unchanged; /* the same again: nothing written for them */
	size_t hidden;    /* of the fresh ones, by a rule */
	int64_t first;    /* id of the first fresh one; fresh ones are numbered from here on; 0: none */
};

/* Stores a feed's answer: its head, its articles, and `answer`, in one short transaction.
 *   feed     with blocks, sections and quotes made (feed_load does)
 *   answer   may be NULL (a local source)
 *   now      becomes the time first seen
 *   result   may be NULL
 * An article is one that is there already when its guid is; or when two of link, content and title or date
 * are, though its guid changed. What changed after it was read is marked as updated; nothing of the reader's
 * is lost. */
bool store_put_feed(struct store *store, int64_t feed, const struct feed *document,
	const struct store_answer *answer, int64_t now, struct store_put_result *result, struct error *error);

/* A document made ready to be stored, in two steps that need no library, so that a worker can take them: what
 * its articles are known by; and their bodies as they will lie on the disk, for a feed whose articles are all
 * new. What is not done then is done when it is stored. Borrows the document. */
struct store_prepared;
struct store_prepared *store_prepare(const struct feed *document, struct arena *arena);
void store_prepare_bodies(struct store_prepared *prepared, struct arena *arena);

/* The user's rules, for those of its articles that are new.
 *   feed  whose document it is; the rules and it must live until the document is stored */
void store_prepare_rules(struct store_prepared *prepared, const struct rules *rules,
	const struct store_feed *feed, int64_t now, struct arena *arena);

/* As store_put_feed(), which prepares the document itself. */
bool store_put_prepared(struct store *store, int64_t feed, const struct store_prepared *prepared,
	const struct store_answer *answer, int64_t now, struct store_put_result *result, struct error *error);

/* Stores the page of an article as its full text: read from now on in place of the feed's own, which is kept.
 *   article  blocks, sections and quotes made of the page; its content is the page */
bool store_put_page(
	struct store *store, int64_t id, const struct article *article, int64_t now, struct error *error);

/* ---- out */

struct store_place {
	size_t block, offset; /* bytes into the text of the block */
};

struct store_entry { /* an article with what the library knows about it */
	int64_t id, feed;
	struct article article; /* blocks and what is made of them only after feed_derive; the quotes are
				   those stored */
	struct str feed_title;  /* as shown */
	struct str feed_address, feed_link, folder;
	struct str_list labels;
	int64_t seen, read; /* read: when; TIME_NONE: never */
	bool is_read, is_starred, is_later, is_hidden, is_updated, is_duplicate;
	bool is_full; /* its content is the page, not the feed's */
	struct store_place place;
	int64_t versions;        /* how often the publisher's text changed, plus one */
	bool quotes_are_current; /* the stored quotes were made by this program's QUOTE_VERSION */
};

enum store_content { STORE_CONTENT_BEST, STORE_CONTENT_FEED, STORE_CONTENT_NONE };

/*   content  BEST: the page when there is one; FEED: the feed's own; NONE: without the body */
bool store_article_get(struct store *store, int64_t id, enum store_content content, struct arena *arena,
	struct store_entry *entry, struct error *error);

/* The article of that address, with or without a slash at its end; 0 when none is stored. */
int64_t store_article_by_link(struct store *store, struct str link);

/* Writes the derived rows (sections, quotes) of an article again, when `quotes_are_current` was false. */
bool store_put_derived(struct store *store, int64_t id, const struct article *article, struct error *error);

/* Where the reader was; no entry of the undo journal. */
bool store_set_place(struct store *store, int64_t id, struct store_place place, struct error *error);

/* ---- what may go */

struct store_retention {
	unsigned keep_days, keep_count; /* per feed; 0: no limit; a feed's own rule wins */
	size_t most;                    /* articles removed at once: call again while `removed` equals it */
};

/* Deletes read articles that are not starred, labelled or kept for later, beyond the age or count. */
bool store_expire(struct store *store, const struct store_retention *retention, int64_t now, size_t *removed,
	struct error *error);

/* Gives pages that are free back to the disk, a slice of them; *left says how many remain. */
bool store_shrink(struct store *store, size_t pages, size_t *left, struct error *error);

#endif
