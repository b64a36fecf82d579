/* write.h - feeds, articles and quotes as JSON: the machine-readable output of every command */
#ifndef DATELINE_ARTICLE_WRITE_H
#define DATELINE_ARTICLE_WRITE_H

#include "dateline/article/article.h"
#include "dateline/base/json.h"

/* One object, no line end. `error` NULL or of code ERROR_NONE means the source loaded. */
void feed_write(const struct feed *feed, const struct error *error, struct buffer *out);
void article_write(const struct article *article, struct json_writer *json);
void quote_write(const struct quote *quote, struct json_writer *json);

#endif
