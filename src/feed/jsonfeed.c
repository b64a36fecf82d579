#include "formats.h"

#include "dateline/base/url.h"
#include "dateline/markup/charset.h"

#include <math.h>

/* JSON Feed 1.0 and 1.1. Source: https://www.jsonfeed.org/version/1.1/ */

/* Text for people. Escapes may hide characters that no document has. */
static struct str string_of(struct reading *reading, const struct json *object, const char *name)
{
	return charset_tidy(json_text_so_far(json_get(object, name)), reading->arena);
}

static struct str text_of(const struct json *object, const char *name)
{
	return str_trim(json_text(json_get(object, name)));
}

static struct str line_of(struct reading *reading, const struct json *object, const char *name)
{
	struct str text = string_of(reading, object, name);

	return text.data ? reading_line(reading, text) : STR_NONE;
}

static struct str link_of(struct reading *reading, const struct json *object, const char *name)
{
	return reading_link(reading, reading->base, text_of(object, name), 0);
}

/* Identities and dates are strings by the specification; half of the generators write numbers. */
static struct str text_or_number(const struct json *item, const char *name)
{
	const struct json *value = json_get(item, name);

	return value && value->kind == JSON_NUMBER ? value->text : json_text(value);
}

static struct str id_of(const struct json *item)
{
	return text_or_number(item, "id");
}

static void add_author(struct reading *reading, struct str_list *authors, const struct json *author)
{
	struct str name = author && author->kind == JSON_STRING ? author->text : text_of(author, "name");

	if (name.length)
		reading_add_author(reading, authors, name);
}

static void add_authors(struct reading *reading, struct str_list *authors, const struct json *value)
{
	if (value == NULL || value->kind != JSON_LIST)
		add_author(reading, authors, value);
	for (const struct json *one = value && value->kind == JSON_LIST ? value->first : NULL; one;
		one = one->next)
		add_author(reading, authors, one);
}

/* 1.1 has a list, 1.0 one author; feeds have either, and bare names, under both keys. */
static struct str_list authors_of(struct reading *reading, const struct json *object)
{
	struct str_list authors = {0};

	add_authors(reading, &authors, json_get(object, "authors"));
	if (authors.count == 0)
		add_authors(reading, &authors, json_get(object, "author"));
	return authors;
}

static void read_tags(struct reading *reading, struct article *article, const struct json *tags)
{
	if (tags && tags->kind == JSON_STRING)
		reading_add_keywords(reading, article, tags->text);
	for (const struct json *tag = tags ? tags->first : NULL; tag; tag = tag->next)
		reading_add_tag(reading, article, charset_tidy(json_text(tag), reading->arena), TAG_TAG);
}

static int64_t length_of(const struct json *length)
{
	int64_t bytes;

	if (length && length->kind == JSON_NUMBER && isfinite(length->number) && length->number < 1e15)
		return (int64_t)length->number;
	return length && str_to_int64(str_trim(json_text(length)), &bytes) ? bytes : -1;
}

static void read_attachment(struct reading *reading, struct article *article, const struct json *one)
{
	reading_add_enclosure(reading, article,
		(struct enclosure){
			.url = link_of(reading, one, "url"),
			.type = reading_line(reading, text_of(one, "mime_type")),
			.title = line_of(reading, one, "title"),
			.length_bytes = length_of(json_get(one, "size_in_bytes")),
		});
}

static void read_attachments(struct reading *reading, struct article *article, const struct json *list)
{
	if (list && list->kind == JSON_OBJECT)
		read_attachment(reading, article, list);
	for (const struct json *one = list && list->kind == JSON_LIST ? list->first : NULL; one;
		one = one->next)
		read_attachment(reading, article, one);
}

static struct str first_link(
	struct reading *reading, const struct json *object, const char *first, const char *second)
{
	struct str link = link_of(reading, object, first);

	return link.length ? link : link_of(reading, object, second);
}

static struct content body_of(struct reading *reading, const struct json *item)
{
	struct str html = string_of(reading, item, "content_html");

	if (str_trim(html).length)
		return (struct content){CONTENT_HTML, html, reading->base};
	return (struct content){CONTENT_TEXT, string_of(reading, item, "content_text"), reading->base};
}

static void read_item(struct reading *reading, const struct json *item)
{
	struct article *article = item->kind == JSON_OBJECT ? reading_new_article(reading) : NULL;
	struct content summary = {CONTENT_TEXT, string_of(reading, item, "summary"), reading->base};

	if (article == NULL)
		return;
	article->title = line_of(reading, item, "title");
	article->link = first_link(reading, item, "url", "external_url");
	if (article->link.length == 0 && url_is_web(id_of(item)))
		article->link = reading_link(reading, STR_NONE, id_of(item), 0);
	article->image = first_link(reading, item, "image", "banner_image");
	article->published = reading_time(reading, text_or_number(item, "date_published"), 0);
	article->updated = reading_time(reading, text_or_number(item, "date_modified"), 0);
	article->language = reading_language(reading, text_of(item, "language"));
	article->authors = authors_of(reading, item);
	read_tags(reading, article, json_get(item, "tags"));
	read_attachments(reading, article, json_get(item, "attachments"));
	article->content = body_of(reading, item);
	reading_finish_article(reading, article, id_of(item), summary);
}

static void read_items(struct reading *reading, const struct json *list)
{
	size_t count = 0;

	for (const struct json *item = list->first; item; item = item->next)
		count++;
	reading_expect_articles(reading, count);
	for (const struct json *item = list->first; item; item = item->next)
		read_item(reading, item);
}

/* ---- the format */

static bool is_feed_version(struct str version)
{
	return str_find_nocase(version, STR("jsonfeed.org/version/"), 0) != STR_NPOS;
}

static bool is_first_version(struct str version)
{
	return str_ends_with(version, STR("/1")) || str_ends_with(version, STR("1.0")) ||
	       str_equal(version, STR("1"));
}

static bool recognise_json(const struct feed_document *document)
{
	const struct json *items = json_get(document->json, "items");

	return is_feed_version(text_of(document->json, "version")) || (items && items->kind == JSON_LIST);
}

static bool read_json(struct reading *reading, const struct feed_document *document, struct error *error)
{
	const struct json *root = document->json, *items = json_get(root, "items");
	struct feed *feed = reading->feed;

	(void)error;
	feed->format = is_first_version(text_or_number(root, "version")) ? FORMAT_JSON_10 : FORMAT_JSON_11;
	feed->link = link_of(reading, root, "home_page_url");
	if (feed->link.length == 0)
		feed->link = link_of(reading, root, "feed_url");
	if (feed->link.length)
		reading->base = feed->link;
	feed->title = line_of(reading, root, "title");
	feed->description = line_of(reading, root, "description");
	feed->icon = first_link(reading, root, "icon", "favicon");
	feed->language = reading_language(reading, text_of(root, "language"));
	reading->authors = authors_of(reading, root);
	if (items && items->kind == JSON_OBJECT)
		read_item(reading, items);
	else if (items && items->kind == JSON_LIST)
		read_items(reading, items);
	return true;
}

const struct format format_json = {.name = "JSON Feed", .recognise = recognise_json, .read = read_json};
