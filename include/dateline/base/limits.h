/* limits.h - how much of what comes from outside is read: every bound, and why it is what it is. The LIMITS
 * of dateline(1) are these; a test compares them. */
#ifndef DATELINE_BASE_LIMITS_H
#define DATELINE_BASE_LIMITS_H

/* Past a limit the rest is left out with a warning; only a document that is too large as a whole is refused.
 * No limit is one of time: what is read within these takes time in proportion to its bytes, which tests
 * measure. */

/* ---- documents */

/* The largest feeds that publishers serve (archives, podcasts) have some 50 MB. */
#define DOCUMENT_BYTES_MOST ((size_t)256 * 1024 * 1024)

/* What may stand before a document: the output of a broken script, a page of messages. */
#define JUNK_BYTES_MOST ((size_t)64 * 1024)

/* Warnings of one source, further ones are counted: a hundred are more than anybody reads. After so
 * many, repeated or not, none is looked at any more: a hostile source has millions. */
#define WARNINGS_MOST 100
#define WARNINGS_TRIED 1000

/* ---- XML, HTML and JSON */

/* Real pages nest up to some 60 levels; a deeper element's content counts as its ancestor's at this level.
 * JSON that is deeper is cut: its readers go by recursion. */
#define ELEMENT_DEPTH_MOST 128
#define JSON_DEPTH_MOST 128

/* The richest elements in use (svg, itunes) have some 30. */
#define ELEMENT_ATTRIBUTES_MOST 128

/* Names of elements and attributes; the longest in HTML and the feed formats has 25 bytes. */
#define NAME_BYTES_MOST 256

/* A node takes 64 bytes. Feeds have one per 100 to 300 bytes of source, pages one per 20 to 100, the longest
 * in use (a law, a standard on one page) some 500,000: so many nodes, and one more for every 24 bytes, keep
 * the tree within three times the source, however dense with tags that is. */
#define NODES_LEAST 500000
#define BYTES_PER_NODE_LEAST 24

/* Namespace declarations in force at one place; the busiest feeds have 15. */
#define NAMESPACES_MOST 64

/* Entities declared by the document itself: how many, how long each once expanded, and all expansions
 * together. */
#define ENTITIES_MOST 256
#define ENTITY_BYTES_MOST 4096
#define EXPANSION_BYTES_MOST ((size_t)256 * 1024)

/* ---- HTML */

/* Layouts of tables in tables nest to some 100 levels; deeper elements stand beside each other. */
#define HTML_DEPTH_MOST 400

/* Of one element; pages made by programs have some 50. */
#define HTML_ATTRIBUTES_MOST 200

/* ---- articles */

/* One-line texts such as titles, names and tags: nobody reads more, and every screen would pay for it. */
#define LINE_BYTES_MOST 4096

/* Addresses: browsers and servers agree on some 8,000 bytes. */
#define ADDRESS_BYTES_MOST 8192

/* The body of one article: longer than War and Peace. */
#define BODY_BYTES_MOST ((size_t)4 * 1024 * 1024)

/* What the body is cut into, paragraphs and their kin: forty times those of War and Peace. */
#define BLOCKS_MOST 200000

/* Links and emphases of one block: an index of a book on one line has some 1,000. */
#define SPANS_MOST 5000

/* Words and signs of one article in which quotations are looked for: those of the longest body, in the script
 * with the shortest words. */
#define WORDS_MOST 1500000

/* Quotations of one article, and as many that are reported without marks: five times those of War and Peace.
 */
#define QUOTES_MOST 50000

/* Articles of one feed, and the lists of one article. */
#define ARTICLES_MOST 100000
#define TAGS_MOST 200
#define AUTHORS_MOST 100
#define ENCLOSURES_MOST 200

/* Rows of a list of feeds (OPML). */
#define FEED_LINKS_MOST 20000

/* Feeds that one page advertises; a page of 50 categories may have one for each. */
#define PAGE_FEEDS_MOST 50

#endif
