/* print.h - an article as people read it outside the reader: text, Markdown or HTML */
#ifndef DATELINE_ARTICLE_PRINT_H
#define DATELINE_ARTICLE_PRINT_H

#include "dateline/article/article.h"
#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"

enum article_form { ARTICLE_TEXT, ARTICLE_MARKDOWN, ARTICLE_HTML };

/* Adds the article to `out`; no control character of its gets through. `source` is the name of its feed, the
 * arena is for what is needed on the way. The article's blocks must have been made. */
void article_print(const struct article *article, struct str source, enum article_form form,
	struct arena *arena, struct buffer *out);

#endif
