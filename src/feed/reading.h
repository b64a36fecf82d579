/* reading.h - what the readers of all formats share: addresses, texts, languages, times */
#ifndef DATELINE_FEED_READING_H
#define DATELINE_FEED_READING_H

#include "dateline/feed/load.h"
#include "dateline/markup/node.h"
#include "dateline/quote/quote.h"

struct reading {
	const struct feed_source *source;
	struct arena *arena;
	struct arena scratch;        /* for one article's tree; reset after each */
	struct quote_memory *quotes; /* of the articles before */
	struct feed *feed;
	struct warnings *warnings; /* the feed's */
	struct str base;           /* for links of the feed itself */
	struct str_list authors;   /* the feed's, for articles that have none */
	bool has_all_articles;     /* ARTICLES_MOST is reached */
};

/* The address that relative links inside a node are resolved against: its own xml:base on top of `outer`. */
struct str reading_base(struct reading *reading, const struct node *node, struct str outer);

/* An absolute address that may be a link; STR_NONE, with a warning, for anything else. Empty gives STR_NONE
 * silently. */
struct str reading_link(struct reading *reading, struct str base, struct str address, unsigned line);

/* One line of plain text, of at most LINE_BYTES_MOST; STR_NONE when nothing is left. The text lives as long
 * as the arena of the reading. */
struct str reading_line(struct reading *reading, struct str text);                 /* literal */
struct str reading_html_line(struct reading *reading, struct str html);            /* markup */
struct str reading_sniffed_line(struct reading *reading, const struct node *node); /* RSS: either */

/* TIME_NONE, with a warning, for what is no date; silently when empty. */
int64_t reading_time(struct reading *reading, struct str text, unsigned line);

/* "en_us" as "en-US"; STR_NONE for what is no BCP 47 tag. */
struct str reading_language(struct reading *reading, struct str text);

/* xml:lang of the node itself: STR("") where it says that there is none, STR_NONE where it says nothing. */
struct str reading_node_language(struct reading *reading, const struct node *node);

/* Adds the name in "Name <address>", "address (Name)", "By Name"; a bare address gives none. */
void reading_add_author(struct reading *reading, struct str_list *authors, struct str text);

/* Adds an enclosure unless its address is there already. */
void reading_add_enclosure(struct reading *reading, struct article *article, struct enclosure enclosure);

void reading_add_tag(struct reading *reading, struct article *article, struct str name, enum tag_kind kind);
void reading_add_keywords(
	struct reading *reading, struct article *article, struct str list); /* parted by commas */

/* So many articles may come: their list grows once, and leaves nothing behind. */
void reading_expect_articles(struct reading *reading, size_t count);

/* A place for the next article; NULL past ARTICLES_MOST. Kept by the caller only until the next call. */
struct article *reading_new_article(struct reading *reading);

/* Fills in what follows from the rest: the identity, authors and language of the feed, the body, quotes. */
void reading_finish_article(
	struct reading *reading, struct article *article, struct str guid, struct content summary);

/* After all articles: identities that stand twice are told apart. */
void reading_finish_feed(struct reading *reading);

#endif
