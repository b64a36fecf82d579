/* related.h - pointers to other articles inside the text: ALSO READ, LIRE AUSSI, 関連記事 */
#ifndef DATELINE_BODY_RELATED_H
#define DATELINE_BODY_RELATED_H

#include "dateline/article/article.h"

/* Turns those of the article's blocks that are such pointers into BLOCK_RELATED, and lists them in
 * `related`. */
void related_read(struct article *article, struct arena *arena);

/* Whether the text says nothing but "read also", in one of many languages; signs around it do not count. */
bool related_is_label(struct str text);

/* The share of a text's bytes that are links, in per cent. */
unsigned related_link_share(const struct block *block, size_t from);

#endif
