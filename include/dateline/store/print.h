/* print.h - an article of the library as JSON, text, Markdown or HTML */
#ifndef DATELINE_STORE_PRINT_H
#define DATELINE_STORE_PRINT_H

#include "dateline/base/buffer.h"
#include "dateline/store/articles.h"

enum entry_form { ENTRY_TEXT, ENTRY_JSON, ENTRY_MARKDOWN, ENTRY_HTML };

/* One line of JSON: the article as `dateline parse` prints it, with one more key, "library". */
void entry_write_json(const struct store_entry *entry, struct buffer *out);

/* For people: no control character of the article's gets through. The article's blocks must have been made.
 */
void entry_write(
	const struct store_entry *entry, enum entry_form form, struct arena *arena, struct buffer *out);

/* Adds these articles of the library in their order, blocks made by the rules of `sites` (feed_derive). False
 * with the first that could not be read. */
bool store_print(struct store *store, const int64_t *articles, size_t count, enum entry_form form,
	const char *sites, struct buffer *out, struct error *error);

#endif
