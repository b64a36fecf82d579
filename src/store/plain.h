/* plain.h - the words of a body as received, without making blocks of it: for the index and for passages */
#ifndef DATELINE_STORE_PLAIN_H
#define DATELINE_STORE_PLAIN_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"

/* Adds the text of an HTML body or page, or of plain text, to `out`: one line, elements parted by a space
 * where a reader would see a gap, character references decoded, script, style and comments left out. Linear,
 * never fails. */
void plain_text(struct str text, enum content_kind kind, struct buffer *out);

/* The same, until `out` is longer than `most`; nothing of a page, whose text would first have to be found. */
void plain_opening(struct str text, enum content_kind kind, size_t most, struct buffer *out);

#endif
