/* entry.h - an article of the library as JSON, text, Markdown or HTML */
#ifndef DATELINE_SRC_CLI_ENTRY_H
#define DATELINE_SRC_CLI_ENTRY_H

#include "dateline/base/buffer.h"
#include "dateline/store/articles.h"

enum entry_form { ENTRY_TEXT, ENTRY_JSON, ENTRY_MARKDOWN, ENTRY_HTML };

/* Reads an article and makes its blocks. */
bool entry_load(
	struct store *store, int64_t id, struct arena *arena, struct store_entry *entry, struct error *error);

/* One line of JSON: the article as `dateline parse` prints it, with one more key, "library". */
void entry_write_json(const struct store_entry *entry, struct buffer *out);

/* For people: no control character of the article's gets through. */
void entry_write(
	const struct store_entry *entry, enum entry_form form, struct arena *arena, struct buffer *out);

#endif
