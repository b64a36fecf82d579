#include "dateline/base/buffer.h"
#include "dateline/base/url.h"
#include "dateline/markup/node.h"

struct writer {
	struct buffer out;
	struct arena *arena;
	bool keeps_markup; /* text is written as it is */
};

static void write_escaped(struct buffer *out, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.length; i++) {
		const char *escape;

		switch (text.data[i]) {
		case '<':
			escape = "&lt;";
			break;
		case '>':
			escape = "&gt;";
			break;
		case '&':
			escape = "&amp;";
			break;
		case '"':
			escape = "&quot;";
			break;
		default:
			continue;
		}
		buffer_add(out, str_slice(text, from, i));
		buffer_add(out, str_from(escape));
		from = i + 1;
	}
	buffer_add(out, str_from_offset(text, from));
}

static bool is_address(struct str attribute)
{
	return str_equal(attribute, STR("href")) || str_equal(attribute, STR("src"));
}

/* Only an address below a nested xml:base is written out: all others mean what they mean in the article. */
static void write_attributes(struct writer *writer, const struct node *node, struct str base)
{
	for (const struct attribute *a = node->attributes; a; a = a->next) {
		struct str value = a->value;

		if (a->ns != NS_NONE)
			continue;
		if (base.length && is_address(a->name))
			value = url_resolve(writer->arena, base, value);
		buffer_add_char(&writer->out, ' ');
		buffer_add(&writer->out, a->name);
		buffer_add(&writer->out, STR("=\""));
		write_escaped(&writer->out, value);
		buffer_add_char(&writer->out, '"');
	}
}

static void write_text(struct writer *writer, struct str text)
{
	if (writer->keeps_markup)
		buffer_add(&writer->out, text);
	else
		write_escaped(&writer->out, text);
}

/* A drawing is kept as what can be read of it: its title, its description, its labels. */
static void write_picture_text(struct writer *writer, const struct node *picture)
{
	static const struct str unread[] = {
		STR_INIT("script"), STR_INIT("style"), STR_INIT("metadata"), STR_INIT("defs")};
	const struct node *node = node_after(picture, picture);
	size_t begun = writer->out.length;

	while (node) {
		bool is_unread = false;

		for (size_t i = 0; node->kind == NODE_ELEMENT && i < COUNT_OF(unread); i++)
			is_unread |= str_equal_nocase(node->name, unread[i]);
		if (node->kind == NODE_TEXT)
			write_escaped(&writer->out, node->text);
		else if (!is_unread && writer->out.length > begun)
			buffer_add_char(&writer->out, ' ');
		node = is_unread ? node_skip(node, picture) : node_after(node, picture);
	}
}

static bool is_void(struct str name)
{
	static const struct str names[] = {STR_INIT("br"), STR_INIT("img"), STR_INIT("hr"), STR_INIT("input"),
		STR_INIT("wbr"), STR_INIT("source"), STR_INIT("track"), STR_INIT("col")};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (str_equal_nocase(names[i], name))
			return true;
	return false;
}

/* Depth is bounded by the reader, ELEMENT_DEPTH_MOST. */
static void write_children(
	struct writer *writer, const struct node *parent, struct str outer, struct str base)
{
	for (const struct node *node = parent->first; node; node = node->next) {
		struct str own;

		if (node->kind == NODE_TEXT) {
			write_text(writer, node->text);
			continue;
		}
		if (node->ns == NS_SVG) {
			write_picture_text(writer, node);
			continue;
		}
		own = node_attribute_ns(node, NS_XML, "base");
		own = own.length ? url_resolve(writer->arena, base.length ? base : outer, own) : base;
		buffer_add_char(&writer->out, '<');
		buffer_add(&writer->out, node->name);
		write_attributes(writer, node, own);
		buffer_add_char(&writer->out, '>');
		if (is_void(node->name) && node->first == NULL)
			continue;
		write_children(writer, node, outer, own);
		buffer_add(&writer->out, STR("</"));
		buffer_add(&writer->out, node->name);
		buffer_add_char(&writer->out, '>');
	}
}

static struct str take(struct writer *writer)
{
	struct str html = arena_copy(writer->arena, buffer_str(&writer->out));

	buffer_finish(&writer->out);
	return html;
}

struct str node_inner_html(const struct node *node, struct str base, struct arena *arena)
{
	struct writer writer = {.arena = arena};

	write_children(&writer, node, base, STR_NONE);
	return take(&writer);
}

struct str node_inner_markup(const struct node *node, struct arena *arena)
{
	struct writer writer = {.arena = arena, .keeps_markup = true};

	write_children(&writer, node, STR_NONE, STR_NONE);
	return take(&writer);
}
