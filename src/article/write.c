#include "dateline/article/write.h"

static const char *const span_names[] = {
	[SPAN_LINK] = "link",
	[SPAN_STRONG] = "strong",
	[SPAN_EMPHASIS] = "emphasis",
	[SPAN_CODE] = "code",
};

static inline void write_text(struct json_writer *json, const char *key, struct str text)
{
	json_key(json, key);
	json_string(json, text);
}

/* One of the words that tables here hold, in plain ASCII. */
static inline void write_word(struct json_writer *json, const char *key, const char *word)
{
	json_key(json, key);
	if (word)
		json_plain(json, str_from(word));
	else
		json_null(json);
}

static inline void write_number(struct json_writer *json, const char *key, size_t number)
{
	json_key(json, key);
	json_number(json, (int64_t)number);
}

static void write_time(struct json_writer *json, const char *key, int64_t time)
{
	json_key(json, key);
	json_time(json, time);
}

static inline void open_list(struct json_writer *json, const char *key)
{
	json_key(json, key);
	json_open_list(json);
}

static void write_strings(struct json_writer *json, const char *key, const struct str_list *list)
{
	open_list(json, key);
	for (size_t i = 0; i < list->count; i++)
		json_string(json, list->items[i]);
	json_close_list(json);
}

static void write_tags(struct json_writer *json, const struct tag_list *tags)
{
	open_list(json, "tags");
	for (size_t i = 0; i < tags->count; i++) {
		json_open_object(json);
		write_text(json, "name", tags->items[i].name);
		write_word(json, "kind", tags->items[i].kind == TAG_CATEGORY ? "category" : "tag");
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_enclosures(struct json_writer *json, const struct enclosure_list *enclosures)
{
	open_list(json, "enclosures");
	for (size_t i = 0; i < enclosures->count; i++) {
		const struct enclosure *enclosure = &enclosures->items[i];

		json_open_object(json);
		write_text(json, "url", enclosure->url);
		write_text(json, "type", enclosure->type);
		json_key(json, "length");
		if (enclosure->length_bytes > 0)
			json_number(json, enclosure->length_bytes);
		else
			json_null(json);
		write_text(json, "title", enclosure->title);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_related(struct json_writer *json, const struct related_list *list)
{
	open_list(json, "related");
	for (size_t i = 0; i < list->count; i++) {
		json_open_object(json);
		write_text(json, "label", list->items[i].label);
		write_text(json, "title", list->items[i].title);
		write_text(json, "link", list->items[i].link);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_spans(struct json_writer *json, const struct span_list *spans)
{
	open_list(json, "spans");
	for (size_t i = 0; i < spans->count; i++) {
		const struct span *span = &spans->items[i];

		json_open_object(json);
		write_word(json, "kind", span_names[span->kind]);
		write_number(json, "start", span->start);
		write_number(json, "end", span->end);
		write_text(json, "href", span->href);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_blocks(struct json_writer *json, const struct block_list *blocks)
{
	open_list(json, "blocks");
	for (size_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];

		json_open_object(json);
		write_word(json, "kind", block_kind_name(block->kind));
		json_key(json, "level");
		json_number(json, block->level);
		write_text(json, "text", block->text.data ? block->text : STR(""));
		write_spans(json, &block->spans);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_sections(struct json_writer *json, const struct section_list *sections)
{
	open_list(json, "sections");
	for (size_t i = 0; i < sections->count; i++) {
		json_open_object(json);
		write_text(json, "heading", sections->items[i].heading);
		json_key(json, "level");
		json_number(json, sections->items[i].level);
		write_number(json, "block", sections->items[i].block);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_mention(struct json_writer *json, const struct mention *mention)
{
	json_key(json, "mention");
	if (!mention->is_known) {
		json_null(json);
		return;
	}
	json_open_object(json);
	write_number(json, "block", mention->block);
	write_number(json, "start", mention->start);
	write_number(json, "end", mention->end);
	json_close_object(json);
}

void quote_write(const struct quote *quote, struct json_writer *json)
{
	json_open_object(json);
	write_word(json, "kind", quote_kind_name(quote->kind));
	write_text(json, "text", quote->text);
	write_text(json, "speaker", quote->speaker);
	write_text(json, "role", quote->role);
	write_text(json, "cue", quote->cue);
	write_number(json, "block", quote->block);
	write_number(json, "start", quote->start);
	write_number(json, "end", quote->end);
	json_key(json, "continues");
	json_bool(json, quote->continues);
	json_key(json, "certain");
	json_bool(json, quote->is_certain && quote->speaker.data);
	write_mention(json, &quote->mention);
	json_close_object(json);
}

static void write_quotes(struct json_writer *json, const struct quote_list *quotes)
{
	open_list(json, "quotes");
	for (size_t i = 0; i < quotes->count; i++)
		quote_write(&quotes->items[i], json);
	json_close_list(json);
}

void article_write(const struct article *article, struct json_writer *json)
{
	json_open_object(json);
	write_text(json, "id", article->id);
	write_text(json, "link", article->link);
	write_text(json, "title", article->title);
	write_strings(json, "authors", &article->authors);
	write_time(json, "published", article->published);
	write_time(json, "updated", article->updated);
	write_text(json, "standfirst", article->standfirst);
	write_text(json, "language", article->language);
	write_tags(json, &article->tags);
	write_enclosures(json, &article->enclosures);
	write_related(json, &article->related);
	write_text(json, "image", article->image);
	write_text(json, "comments", article->comments);
	write_blocks(json, &article->blocks);
	write_sections(json, &article->sections);
	write_quotes(json, &article->quotes);
	json_close_object(json);
}

static void write_links(struct json_writer *json, const struct feed_link_list *links)
{
	open_list(json, "feeds");
	for (size_t i = 0; i < links->count; i++) {
		json_open_object(json);
		write_text(json, "url", links->items[i].url);
		write_text(json, "title", links->items[i].title);
		write_text(json, "type", links->items[i].type);
		json_close_object(json);
	}
	json_close_list(json);
}

static void write_error(struct json_writer *json, const struct error *error)
{
	json_key(json, "error");
	if (error == NULL || error->code == ERROR_NONE) {
		json_null(json);
		return;
	}
	json_open_object(json);
	write_word(json, "code", error_code_name(error->code));
	write_text(json, "message", str_from(error->message));
	json_close_object(json);
}

static void write_head(struct json_writer *json, const struct feed *feed)
{
	write_text(json, "source", feed->source);
	write_word(json, "format", feed_format_name(feed->format));
	write_text(json, "title", feed->title);
	write_text(json, "link", feed->link);
	write_text(json, "description", feed->description);
	write_text(json, "language", feed->language);
	write_text(json, "icon", feed->icon);
	write_text(json, "generator", feed->generator);
	write_time(json, "updated", feed->updated);
	write_links(json, &feed->links);
}

void feed_write(const struct feed *feed, const struct error *error, struct buffer *out, write_flush flush,
	void *context)
{
	struct json_writer json = {.out = out};

	json_open_object(&json);
	write_head(&json, feed);
	open_list(&json, "articles");
	for (size_t i = 0; i < feed->articles.count; i++) {
		article_write(&feed->articles.items[i], &json);
		if (flush)
			flush(out, context);
	}
	json_close_list(&json);
	write_strings(&json, "warnings", &feed->warnings.list);
	write_error(&json, error);
	json_close_object(&json);
}
