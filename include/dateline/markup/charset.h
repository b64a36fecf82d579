/* charset.h - which encoding untrusted bytes are in, and the bytes as UTF-8 */
#ifndef DATELINE_MARKUP_CHARSET_H
#define DATELINE_MARKUP_CHARSET_H

#include "dateline/base/warnings.h"

/* The text of a document in UTF-8: byte order mark, media type (its charset=), XML declaration, meta element,
 * and a guess, in that order where they are plausible; labels as the WHATWG Encoding Standard has them.
 * Invalid sequences are replaced, never fatal, NULs dropped. media_type  what a server said, "text/xml;
 * charset=big5"; absent when nothing did returns     `bytes` itself when it was valid UTF-8, else a copy in
 * `arena`; never with a byte order mark */
struct str charset_to_utf8(
	struct str bytes, struct str media_type, struct arena *arena, struct warnings *warnings);

/* Text that was decoded from escapes, which may hide what a document must not hold: \r\n and \r become \n, C1
 * controls the windows-1252 characters that were meant, other controls go. Gives `text` itself when there is
 * nothing to do. */
struct str charset_tidy(struct str text, struct arena *arena);

#endif
