/* write.h - feeds, articles and quotes as JSON: the machine-readable output of every command */
#ifndef DATELINE_ARTICLE_WRITE_H
#define DATELINE_ARTICLE_WRITE_H

#include "dateline/article/article.h"
#include "dateline/base/json.h"

/* Takes what is in the buffer and clears it, so that output needs no memory of the size of its input. */
typedef void (*write_flush)(struct buffer *out, void *context);

/* One object, no line end.
 *   error  NULL or of code ERROR_NONE: the source loaded
 *   flush  called after every article; may be NULL */
void feed_write(const struct feed *feed, const struct error *error, struct buffer *out, write_flush flush,
	void *context);
void article_write(const struct article *article, struct json_writer *json);
void quote_write(const struct quote *quote, struct json_writer *json);

#endif
