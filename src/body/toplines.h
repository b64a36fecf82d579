/* toplines.h - the lines right under the title, where the text stands in the same element and has no
 * paragraphs */
#ifndef DATELINE_BODY_TOPLINES_H
#define DATELINE_BODY_TOPLINES_H

#include "body/claims.h"

/* Up to four short lines parted by '\n'; STR_NONE when the title's element holds no text of its own. */
struct str toplines_read(struct page *page);

#endif
