/* article.h - the heart: a feed, its articles, and what an article is made of */
#ifndef DATELINE_ARTICLE_ARTICLE_H
#define DATELINE_ARTICLE_ARTICLE_H

#include "dateline/base/datetime.h"
#include "dateline/base/error.h"
#include "dateline/base/str.h"
#include "dateline/base/warnings.h"

/* All text is UTF-8 without markup, entities decoded; an absent string has .data NULL; every pointer lives
 * in the arena the value was read into. Offsets are bytes into the text of the block named, end exclusive.
 * The contract for all of this is the output of `dateline parse`, dateline(1). */

enum feed_format {
	FORMAT_UNKNOWN,
	FORMAT_RSS_090,
	FORMAT_RSS_091,
	FORMAT_RSS_092,
	FORMAT_RSS_10,
	FORMAT_RSS_20,
	FORMAT_ATOM_03,
	FORMAT_ATOM_10,
	FORMAT_JSON_10,
	FORMAT_JSON_11,
	FORMAT_HTML,
	FORMAT_TEXT,
};

const char *feed_format_name(enum feed_format format); /* "rss2.0", …; NULL for FORMAT_UNKNOWN */

enum span_kind { SPAN_LINK, SPAN_STRONG, SPAN_EMPHASIS, SPAN_CODE };

struct span {
	enum span_kind kind;
	size_t start, end;
	struct str href; /* absolute; of links alone */
};

struct span_list {
	struct span *items;
	size_t count, capacity;
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_HEADING,
	BLOCK_BLOCKQUOTE,
	BLOCK_LIST_ITEM,
	BLOCK_PREFORMATTED,
	BLOCK_TABLE_ROW, /* cells are parted by a tab */
	BLOCK_IMAGE,     /* text: caption, else alternative text; one link span over it has the address */
	BLOCK_RULE,
	BLOCK_RELATED, /* an in-text pointer to another article */
};

const char *block_kind_name(enum block_kind kind);

struct block {
	enum block_kind kind;
	int level; /* heading 1-6; depth of a list item or block quote from 1; else 0 */
	bool is_numbered;
	int number; /* of an item of an ordered list, when is_numbered */
	struct str text;
	struct span_list spans; /* by start */
};

struct block_list {
	struct block *items;
	size_t count, capacity;
};

struct section {
	struct str heading;
	int level;
	size_t block; /* index of the heading's block */
};

struct section_list {
	struct section *items;
	size_t count, capacity;
};

enum quote_kind { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT, QUOTE_BLOCK };

const char *quote_kind_name(enum quote_kind kind);

struct mention {
	bool is_known;
	size_t block, start, end;
};

struct quote {
	enum quote_kind kind;
	struct str text;    /* without the quotation marks */
	struct str speaker; /* full name */
	struct str role;
	struct str cue;
	size_t block, start, end;
	bool continues;  /* goes on from the quote before, in an earlier block */
	bool is_certain; /* the text itself says who speaks */
	struct mention mention;
	struct str reason; /* how the speaker was found: cue, pattern, sieve; one sentence for people */
};

struct quote_list {
	struct quote *items;
	size_t count, capacity;
};

enum tag_kind { TAG_CATEGORY, TAG_TAG };

struct tag {
	struct str name;
	enum tag_kind kind;
};

struct tag_list {
	struct tag *items;
	size_t count, capacity;
};

struct enclosure {
	struct str url, type, title;
	int64_t length_bytes; /* -1 when unknown */
};

struct enclosure_list {
	struct enclosure *items;
	size_t count, capacity;
};

struct related {
	struct str label, title, link;
};

struct related_list {
	struct related *items;
	size_t count, capacity;
};

enum content_kind { CONTENT_NONE, CONTENT_HTML, CONTENT_TEXT, CONTENT_PAGE };

/* The body as received, in UTF-8: what the library keeps, and what blocks and quotes are made from. */
struct content {
	enum content_kind kind;
	struct str text;
	struct str base; /* absolute address that its relative links are resolved against */
};

struct article {
	struct str id;   /* stable identity: guid, atom:id, …; else the link; else a hash of the content */
	struct str link; /* absolute */
	struct str title, standfirst, language;
	struct str image;           /* address of the lead image */
	struct str comments;        /* address of the discussion */
	int64_t published, updated; /* seconds since 1970-01-01T00:00:00Z, or TIME_NONE */
	struct str_list authors;
	struct tag_list tags; /* unique by folded name */
	struct enclosure_list enclosures;
	struct content content;
	/* made from the content */
	struct related_list related;
	struct block_list blocks;
	struct section_list sections;
	struct quote_list quotes;
};

struct article_list {
	struct article *items;
	size_t count, capacity;
};

struct feed_link { /* a feed that an HTML page advertises, or one row of a list of feeds */
	struct str url, title, type;
};

struct feed_link_list {
	struct feed_link *items;
	size_t count, capacity;
};

#define SKIP_DAYS 24

struct feed {
	struct str source; /* as the user gave it */
	enum feed_format format;
	struct str title, link, description, language, icon, generator;
	int64_t updated;
	struct feed_link_list links;
	struct article_list articles; /* in document order */
	struct warnings warnings;
	/* how often to ask, for the refresh: minutes, 0 when the feed does not say */
	unsigned ttl_minutes;
	uint32_t skip_hours; /* bit h: not between h and h+1 o'clock UTC; bit SKIP_DAYS + d: not on day d, 0
				Sunday */
};

/* Adds a tag unless one of the same folded name is there (the first one stays); empty names are dropped. */
void article_add_tag(struct article *article, struct arena *arena, struct str name, enum tag_kind kind);

/* Fills `sections` from the heading blocks. */
void article_number_sections(struct article *article, struct arena *arena);

/* The index of the section that a block stands in, or SIZE_MAX for the lead before the first heading. */
size_t article_section_of(const struct article *article, size_t block);

size_t article_word_count(const struct article *article);

#endif
