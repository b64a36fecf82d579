/* load.h - bytes in, a complete feed out */
#ifndef DATELINE_FEED_LOAD_H
#define DATELINE_FEED_LOAD_H

#include "dateline/article/article.h"

struct quote_memory;

struct feed_source {
	struct str name;       /* as the user gave it: becomes feed->source */
	struct str base;       /* address for relative links when the source names none; may be absent */
	struct str media_type; /* what a server said, with its charset=; may be absent */
	bool is_local;         /* file: addresses may be links */
	const char
		*sites; /* the directory of the reader's own rules for pages (siterules.h); NULL for none */
	struct quote_memory
		*quotes; /* of the sources before, in the same thread (quote.h); NULL: nothing is kept */
};

/* Reads a feed, a page or a plain text, recognised by its content.
 *   bytes   untrusted; slices may stay in the feed, so they must live as long as `arena`
 *   feed    filled as far as it went, also on failure (source and warnings always)
 * Errors: ERROR_NOT_A_FEED, ERROR_MALFORMED, ERROR_TOO_LARGE, ERROR_UNSUPPORTED. */
bool feed_load(struct str bytes, const struct feed_source *source, struct arena *arena, struct feed *feed,
	struct error *error);

/* Makes blocks, sections, related pointers and quotes of article->content again, which must live as long as
 * `arena`: for an article out of the library. sites, quotes  as in struct feed_source */
void feed_derive(struct article *article, const char *sites, struct quote_memory *quotes, struct arena *arena,
	struct warnings *warnings);

#endif
