/* opml.h - lists of subscriptions, as programs hand them to each other */
#ifndef DATELINE_FEED_OPML_H
#define DATELINE_FEED_OPML_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"

struct opml_feed {
	struct str address;
	struct str title;     /* absent when the list gives none, or only the address again */
	struct str link;      /* the site; may be absent */
	struct str folder;    /* names of the outlines around it, parted by slashes; a slash in a name becomes
				 U+2215 */
	struct str_list tags; /* of its category attribute */
	unsigned line;
};

struct opml_list {
	struct opml_feed *items;
	size_t count, capacity;
};

/* Reads OPML 1.0, 1.1 or 2.0 (http://opml.org/spec2.opml). An outline with an address is a feed, one without
 * is a folder; one that names neither a feed nor anything inside it is a warning with its line. bytes
 * untrusted, in any encoding; must live as long as `arena` Errors: ERROR_NOT_A_FEED when it is no OPML,
 * ERROR_MALFORMED, ERROR_TOO_LARGE. */
bool opml_read(struct str bytes, struct arena *arena, struct opml_list *list, struct warnings *warnings,
	struct error *error);

/* Writes OPML 2.0 that opml_read reads as the same list: folders as nested outlines, in the order they first
 * come. */
void opml_write(const struct opml_list *list, struct buffer *out);

#endif
