#include "dateline/store/print.h"
#include "dateline/article/print.h"
#include "dateline/article/write.h"
#include "dateline/feed/load.h"
#include "dateline/quote/quote.h"

static void write_library(const struct store_entry *entry, struct json_writer *json)
{
	json_key(json, "library");
	json_open_object(json);
	json_key(json, "number");
	json_number(json, entry->id);
	json_key(json, "feed");
	json_string(json, entry->feed_title);
	json_key(json, "folder");
	json_string(json, entry->folder);
	json_key(json, "seen");
	json_time(json, entry->seen);
	json_key(json, "read");
	json_bool(json, entry->is_read);
	json_key(json, "starred");
	json_bool(json, entry->is_starred);
	json_key(json, "updated");
	json_bool(json, entry->is_updated);
	json_key(json, "labels");
	json_open_list(json);
	for (size_t i = 0; i < entry->labels.count; i++)
		json_string(json, entry->labels.items[i]);
	json_close_list(json);
	json_close_object(json);
}

/* One schema serves every command: the key of the library is put before the last bracket. */
void entry_write_json(const struct store_entry *entry, struct buffer *out)
{
	struct json_writer json = {.out = out};

	article_write(&entry->article, &json);
	out->length--;
	json.needs_comma = true;
	write_library(entry, &json);
	buffer_add(out, STR("}\n"));
}

void entry_write(
	const struct store_entry *entry, enum entry_form form, struct arena *arena, struct buffer *out)
{
	static const enum article_form forms[] = {[ENTRY_TEXT] = ARTICLE_TEXT,
		[ENTRY_MARKDOWN] = ARTICLE_MARKDOWN,
		[ENTRY_HTML] = ARTICLE_HTML};

	if (form == ENTRY_JSON)
		entry_write_json(entry, out);
	else
		article_print(&entry->article, entry->feed_title, forms[form], arena, out);
}

static bool print_one(struct store *store, int64_t article, enum entry_form form, const char *sites,
	struct quote_memory *quotes, struct buffer *out, struct error *error)
{
	struct arena arena = {0};
	struct store_entry entry = {0};
	bool is_there = store_article_get(store, article, STORE_CONTENT_BEST, &arena, &entry, error);

	if (is_there) {
		feed_derive(&entry.article, sites, quotes, &arena, NULL);
		entry_write(&entry, form, &arena, out);
	}
	arena_finish(&arena);
	return is_there;
}

bool store_print(struct store *store, const int64_t *articles, size_t count, enum entry_form form,
	const char *sites, struct buffer *out, struct error *error)
{
	struct quote_memory quotes = {0};
	bool is_printed = true;

	for (size_t i = 0; is_printed && i < count; i++) {
		if (i && form != ENTRY_JSON)
			buffer_add_char(out, '\n');
		is_printed = print_one(store, articles[i], form, sites, &quotes, out, error);
	}
	quote_memory_finish(&quotes);
	return is_printed;
}
