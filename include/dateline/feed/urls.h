/* urls.h - subscriptions as lines of text: newsboat's urls file, or a plain list of addresses */
#ifndef DATELINE_FEED_URLS_H
#define DATELINE_FEED_URLS_H

#include "dateline/feed/opml.h"

struct urls_query { /* "query:NAME:EXPRESSION": a list that is made of others */
	struct str name, expression;
	unsigned line;
};

struct urls_query_list {
	struct urls_query *items;
	size_t count, capacity;
};

/* Reads one feed a line: the address, then tags, words or in double quotes with backslash escapes; a tag that
 * begins with ~ is the title; # begins a comment. A line that cannot be taken is a warning with its number
 * and the reason: filters, what is no address. bytes   untrusted; must live as long as `arena`
 * queries  receives the query feeds, as they are written
 * Source: newsboat's manual, "The urls file". */
void urls_read(struct str bytes, struct arena *arena, struct opml_list *list, struct urls_query_list *queries,
	struct warnings *warnings);

#endif
