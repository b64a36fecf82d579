/* encodings.h - the encodings that the web knows, and the labels that they go by */
#ifndef DATELINE_MARKUP_ENCODINGS_H
#define DATELINE_MARKUP_ENCODINGS_H

#include "dateline/base/arena.h"

struct encoding {
	const char *name; /* as people read it */
	const char *iconv,
		*fallback;  /* what iconv calls it; the second for systems without the first, or NULL */
	const char *labels; /* in lower case, parted by blanks */
};

/* The encoding of a label, in any case and with white space or quotes around it; NULL when there is none
 * such. */
const struct encoding *encoding_find(struct str label);

/* True when text in it must be told from the outside because its bytes are not those of ASCII: UTF-16,
 * UTF-32. */
bool encoding_is_wide(const struct encoding *encoding);

/* Which encoding bytes that nobody has labelled, and that are no UTF-8, are likely to be in; never NULL. */
const struct encoding *encoding_guess(struct str bytes);

/* The same for text in Latin letters. *score receives the share of its accented letters that one language
 * has. */
const struct encoding *encoding_guess_latin(struct str bytes, double *score);

/* `bytes` in UTF-8. *faults receives how many places were none of this encoding; each becomes U+FFFD.
 * STR_NONE when this system cannot convert from it. */
struct str encoding_convert(
	const struct encoding *encoding, struct str bytes, struct arena *arena, size_t *faults);

#endif
