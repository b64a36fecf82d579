#include "dateline/feed/opml.h"

#include "dateline/base/url.h"
#include "dateline/markup/charset.h"
#include "dateline/markup/document.h"

#include <string.h>

#define FEEDS_MOST 100000
#define DIVISION_SLASH "\xe2\x88\x95" /* U+2215 stands for a slash inside a folder's name */

struct reading {
	struct arena *arena;
	struct opml_list *list;
	struct warnings *warnings;
};

/* Attribute names are case-sensitive in OPML and are written in every case. */
static struct str attribute(const struct node *node, struct str name)
{
	for (const struct attribute *a = node->attributes; a; a = a->next)
		if (str_equal_nocase(a->name, name))
			return str_trim(a->value);
	return STR_NONE;
}

static bool is_outline(const struct node *node)
{
	return node->kind == NODE_ELEMENT && str_equal_nocase(node->name, STR("outline"));
}

static struct str name_of(const struct node *outline)
{
	struct str title = attribute(outline, STR("title"));

	return str_is_empty(title) ? attribute(outline, STR("text")) : title;
}

/* A comma inside a tag is written as %2C, which nobody else reads so, and nothing else is escaped. */
#define ESCAPED_COMMA "%2C"

static struct str with_commas(struct arena *arena, struct str tag)
{
	struct str result = STR("");

	for (size_t mark; (mark = str_find_nocase(tag, STR(ESCAPED_COMMA), 0)) != STR_NPOS;
		tag = str_from_offset(tag, mark + strlen(ESCAPED_COMMA)))
		result = arena_join(arena, result, arena_join(arena, str_slice(tag, 0, mark), STR(",")));
	return result.length ? arena_join(arena, result, tag) : tag;
}

/* "tag, /folder/tag": categories are parted by commas, and one that begins with a slash is a path (OPML 2.0).
 */
static void read_tags(struct reading *reading, struct str category, struct opml_feed *feed)
{
	struct str tag;

	while (str_next(&category, ',', &tag)) {
		tag = str_trim(tag);
		while (tag.length && tag.data[0] == '/')
			tag = str_from_offset(tag, 1);
		if (!str_is_empty(tag))
			*LIST_PUSH(reading->arena, &feed->tags) = with_commas(reading->arena, tag);
	}
}

static void read_feed(
	struct reading *reading, const struct node *outline, struct str address, struct str folder)
{
	struct opml_feed *feed = LIST_PUSH(reading->arena, reading->list);
	struct str title = name_of(outline);

	feed->address = address;
	feed->folder = folder;
	feed->line = outline->line;
	feed->link = attribute(outline, STR("htmlUrl"));
	if (!str_is_empty(title) && !str_equal(title, address))
		feed->title = title;
	read_tags(reading, attribute(outline, STR("category")), feed);
}

static struct str escape_folder(struct arena *arena, struct str name)
{
	struct str result = STR("");

	for (size_t slash; (slash = str_find_char(name, '/', 0)) != STR_NPOS;
		name = str_from_offset(name, slash + 1))
		result = arena_join(
			arena, result, arena_join(arena, str_slice(name, 0, slash), STR(DIVISION_SLASH)));
	return arena_join(arena, result, name);
}

static struct str folder_inside(struct reading *reading, struct str folder, const struct node *outline)
{
	struct str name = escape_folder(reading->arena, name_of(outline));

	if (str_is_empty(name))
		return folder;
	if (str_is_empty(folder))
		return name;
	return arena_printf(reading->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

static struct str address_of(const struct node *outline)
{
	struct str address = attribute(outline, STR("xmlUrl"));

	if (str_is_empty(address) && str_equal_nocase(attribute(outline, STR("type")), STR("rss")))
		address = attribute(outline, STR("url"));
	return address;
}

static void read_outlines(struct reading *reading, const struct node *parent, struct str folder);

static void read_outline(struct reading *reading, const struct node *outline, struct str folder)
{
	struct str address = address_of(outline);

	if (!str_is_empty(address))
		read_feed(reading, outline, address, folder);
	else if (outline->first == NULL)
		warnings_add(reading->warnings, outline->line,
			"an outline without xmlUrl was left out: \"%.*s\"", STR_ARG(name_of(outline)));
	if (outline->first) /* some programs put feeds inside feeds: the outer one is a folder as well */
		read_outlines(reading, outline, folder_inside(reading, folder, outline));
}

static void read_outlines(struct reading *reading, const struct node *parent, struct str folder)
{
	for (const struct node *node = parent->first; node && reading->list->count < FEEDS_MOST;
		node = node->next)
		if (is_outline(node))
			read_outline(reading, node, folder);
}

static const struct node *find_child(const struct node *parent, struct str name)
{
	for (const struct node *node = parent->first; node; node = node->next)
		if (node->kind == NODE_ELEMENT && str_equal_nocase(node->name, name))
			return node;
	return NULL;
}

bool opml_read(struct str bytes, struct arena *arena, struct opml_list *list, struct warnings *warnings,
	struct error *error)
{
	struct reading reading = {arena, list, warnings};
	struct str text = charset_to_utf8(bytes, STR_NONE, arena, warnings);
	const struct node *body;
	struct node *root;

	if (!markup_parse_xml(text, arena, &root, warnings, error))
		return false;
	if (!str_equal_nocase(root->name, STR("opml")))
		return fail(error, ERROR_NOT_A_FEED, root->line, "this is <%.*s> and no OPML",
			STR_ARG(root->name));
	body = find_child(root, STR("body"));
	read_outlines(&reading, body ? body : root, STR(""));
	return true;
}

/* ---- writing */

static void add_escaped(struct buffer *out, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];

		if (c == '&')
			buffer_add(out, STR("&amp;"));
		else if (c == '<')
			buffer_add(out, STR("&lt;"));
		else if (c == '"')
			buffer_add(out, STR("&quot;"));
		else if (c == '\n' || c == '\t' || c == '\r')
			buffer_printf(out, "&#%d;", c);
		else if ((unsigned char)c >= ' ')
			buffer_add_char(out, c);
	}
}

static void add_attribute(struct buffer *out, const char *name, struct str value)
{
	if (str_is_empty(value))
		return;
	buffer_printf(out, " %s=\"", name);
	add_escaped(out, value);
	buffer_add_char(out, '"');
}

static void add_indent(struct buffer *out, size_t depth)
{
	for (size_t i = 0; i < depth; i++)
		buffer_add_char(out, '\t');
}

static void add_tags(struct buffer *out, const struct str_list *tags)
{
	if (tags->count == 0)
		return;
	buffer_add(out, STR(" category=\""));
	for (size_t i = 0; i < tags->count; i++) {
		struct str rest = tags->items[i], part;

		for (bool is_first = true; str_next(&rest, ',', &part); is_first = false) {
			buffer_add(out, is_first ? i ? STR(",") : STR("") : STR(ESCAPED_COMMA));
			add_escaped(out, part);
		}
	}
	buffer_add_char(out, '"');
}

static void write_feed(struct buffer *out, const struct opml_feed *feed, size_t depth)
{
	struct str title = str_is_empty(feed->title) ? feed->address : feed->title;

	add_indent(out, depth);
	buffer_add(out, STR("<outline type=\"rss\""));
	add_attribute(out, "text", title);
	add_attribute(out, "title", title);
	add_attribute(out, "xmlUrl", feed->address);
	add_attribute(out, "htmlUrl", feed->link);
	add_tags(out, &feed->tags);
	buffer_add(out, STR("/>\n"));
}

/* What `folder` has after `prefix`: true when it is the same or lies below. */
static bool is_inside(struct str folder, struct str prefix, struct str *rest)
{
	if (str_is_empty(prefix)) {
		*rest = folder;
		return true;
	}
	if (!str_starts_with(folder, prefix) ||
		(folder.length > prefix.length && folder.data[prefix.length] != '/'))
		return false;
	*rest = folder.length == prefix.length ? STR("") : str_from_offset(folder, prefix.length + 1);
	return true;
}

static void write_folder(struct buffer *out, const struct opml_list *list, struct str path, size_t depth);

/* True when an earlier feed of the list lies in the folder `path` or below it. */
static bool was_written(const struct opml_list *list, size_t before, struct str path)
{
	struct str rest;

	for (size_t i = 0; i < before; i++)
		if (is_inside(list->items[i].folder, path, &rest))
			return true;
	return false;
}

static void write_subfolder(
	struct buffer *out, const struct opml_list *list, struct str path, struct str name, size_t depth)
{
	struct buffer readable = {0};
	struct str rest = name;

	for (size_t mark; (mark = str_find(rest, STR(DIVISION_SLASH), 0)) != STR_NPOS;
		rest = str_from_offset(rest, mark + 3)) {
		buffer_add(&readable, str_slice(rest, 0, mark));
		buffer_add_char(&readable, '/');
	}
	buffer_add(&readable, rest);
	add_indent(out, depth);
	buffer_add(out, STR("<outline"));
	add_attribute(out, "text", buffer_str(&readable));
	buffer_add(out, STR(">\n"));
	write_folder(out, list, path, depth + 1);
	add_indent(out, depth);
	buffer_add(out, STR("</outline>\n"));
	buffer_finish(&readable);
}

static void write_folder(struct buffer *out, const struct opml_list *list, struct str path, size_t depth)
{
	struct str rest, name;

	for (size_t i = 0; i < list->count; i++) {
		struct str folder = list->items[i].folder;
		struct str below;

		if (!is_inside(folder, path, &rest))
			continue;
		if (str_is_empty(rest)) {
			write_feed(out, &list->items[i], depth);
			continue;
		}
		str_next(&rest, '/', &name);
		below = str_slice(folder, 0, (size_t)(name.data + name.length - folder.data));
		if (!was_written(list, i, below))
			write_subfolder(out, list, below, name, depth);
	}
}

void opml_write(const struct opml_list *list, struct buffer *out)
{
	buffer_add(out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
			    "<head>\n\t<title>dateline subscriptions</title>\n</head>\n<body>\n"));
	write_folder(out, list, STR(""), 1);
	buffer_add(out, STR("</body>\n</opml>\n"));
}
