/* plaintext.h - a plain text as an article: its headline, its header and footer lines, its body */
#ifndef DATELINE_FEED_PLAINTEXT_H
#define DATELINE_FEED_PLAINTEXT_H

#include "reading.h"

/* Reads the wire shape: the fields into the article, the rest into its content. *summary receives the
 * standfirst. */
void plaintext_split(
	struct reading *reading, struct str text, struct article *article, struct content *summary);

#endif
