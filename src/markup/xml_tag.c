#include "namespaces.h"
#include "xml_reader.h"

#include <string.h>

struct raw_attribute {
	struct str name, value; /* as in the source */
};

struct tag {
	struct str name;
	struct raw_attribute attributes[ELEMENT_ATTRIBUTES_MOST];
	size_t count;
	bool is_empty;
};

/* ---- reading the source */

static inline bool ends_name(char c)
{
	static const bool ends[256] = {[' '] = true,
		['\t'] = true,
		['\n'] = true,
		['\r'] = true,
		['\f'] = true,
		['/'] = true,
		['>'] = true,
		['='] = true,
		['<'] = true,
		['"'] = true,
		['\''] = true};

	return ends[(unsigned char)c];
}

static struct str read_name(const struct xml_reader *reader, size_t *at)
{
	size_t start = *at, end = start;

	while (end < reader->text.length && !ends_name(reader->text.data[end]))
		end++;
	*at = end;
	return (struct str){reader->text.data + start, end - start};
}

static size_t skip_blanks(const struct xml_reader *reader, size_t at)
{
	while (at < reader->text.length && ascii_is_space(reader->text.data[at]))
		at++;
	return at;
}

/* Where the value that begins behind a quote ends. A quote that is not followed by the end of the tag or a
 * blank is not the closing one when a '>' stood before it: the closing one was forgotten. */
static size_t quoted_end(struct xml_reader *reader, size_t start, char quote)
{
	size_t end = str_find_char(reader->text, quote, start), tag_end;
	char next;

	if (end != STR_NPOS) {
		next = end + 1 < reader->text.length ? reader->text.data[end + 1] : '>';
		if (ascii_is_space(next) || next == '>' || next == '/')
			return end;
	}
	tag_end = str_find_char(str_slice(reader->text, 0, end), '>', start);
	if (tag_end == STR_NPOS && end != STR_NPOS)
		return end;
	xml_repaired(reader, start, "the value of an attribute is not closed");
	return tag_end == STR_NPOS ? reader->text.length : tag_end;
}

static struct str read_value(struct xml_reader *reader, size_t *at)
{
	char quote = *at < reader->text.length ? reader->text.data[*at] : '\0';
	size_t start = *at, end;

	if (quote == '"' || quote == '\'') {
		end = quoted_end(reader, start + 1, quote);
		*at = end < reader->text.length && reader->text.data[end] == quote ? end + 1 : end;
		return str_slice(reader->text, start + 1, end);
	}
	while (*at < reader->text.length && !ascii_is_space(reader->text.data[*at]) &&
		reader->text.data[*at] != '>' && reader->text.data[*at] != '<')
		++*at;
	/* in <a href=http://x/> the last slash belongs to the tag */
	if (*at > start && *at < reader->text.length && reader->text.data[*at] == '>' &&
		reader->text.data[*at - 1] == '/')
		--*at;
	xml_repaired(reader, start, "the value of an attribute is not quoted");
	return str_slice(reader->text, start, *at);
}

static void keep_attribute(struct xml_reader *reader, struct tag *tag, struct raw_attribute attribute)
{
	if (tag->count == ELEMENT_ATTRIBUTES_MOST) {
		xml_repaired(reader, reader->at,
			"an element has more than %d attributes: the others were left out",
			ELEMENT_ATTRIBUTES_MOST);
		return;
	}
	for (size_t i = 0; i < tag->count; i++) {
		if (str_equal(tag->attributes[i].name, attribute.name)) {
			xml_repaired(reader, reader->at, "an attribute stands twice: the first one counts");
			return;
		}
	}
	tag->attributes[tag->count++] = attribute;
}

static void read_attribute(struct xml_reader *reader, struct tag *tag, size_t *at)
{
	struct raw_attribute attribute = {.name = read_name(reader, at), .value = STR("")};
	size_t equals = skip_blanks(reader, *at);

	if (equals < reader->text.length && reader->text.data[equals] == '=') {
		*at = skip_blanks(reader, equals + 1);
		attribute.value = read_value(reader, at);
	} else if (attribute.name.length == 0) {
		xml_repaired(reader, *at, "a stray character in a tag");
		++*at;
		return;
	}
	if (attribute.name.length && attribute.name.length <= NAME_BYTES_MOST)
		keep_attribute(reader, tag, attribute);
}

/* "<http://a.example/>" and "<me@a.example>" are addresses in angle brackets. */
static bool is_address(struct str name)
{
	return name.length > 1 &&
	       (name.data[name.length - 1] == ':' || str_find_char(name, '@', 0) != STR_NPOS);
}

/* From behind '<' to behind '>'; false when there is no '>' before the next tag or the end. */
static bool read_tag(struct xml_reader *reader, struct tag *tag, size_t *at)
{
	tag->count = 0;
	tag->is_empty = false;
	tag->name = read_name(reader, at);
	if (is_address(tag->name))
		return false;
	for (;;) {
		*at = skip_blanks(reader, *at);
		if (*at >= reader->text.length || reader->text.data[*at] == '<')
			return false;
		if (reader->text.data[*at] == '>')
			break;
		tag->is_empty = reader->text.data[*at] == '/';
		if (tag->is_empty)
			++*at;
		else
			read_attribute(reader, tag, at);
	}
	++*at;
	return tag->name.length <= NAME_BYTES_MOST;
}

/* ---- namespaces */

static struct str split_prefix(struct str name, struct str *local)
{
	size_t colon = 0;

	/* names are shorter than a call of memchr */
	while (colon < name.length && name.data[colon] != ':')
		colon++;
	if (colon == name.length)
		colon = STR_NPOS;
	*local = colon == STR_NPOS ? name : str_from_offset(name, colon + 1);
	return colon == STR_NPOS ? STR("") : str_slice(name, 0, colon);
}

static enum namespace lookup(struct xml_reader *reader, struct str prefix)
{
	for (size_t i = reader->binding_count; i-- > 0;)
		if (str_equal(reader->bindings[i].prefix, prefix))
			return reader->bindings[i].ns;
	if (prefix.length == 0)
		return NS_NONE;
	if (!str_equal(prefix, STR("xml")))
		xml_repaired(reader, reader->at, "the prefix \"%.*s\" is not declared",
			STR_ARG(str_slice(prefix, 0, 40)));
	return namespace_of_prefix(prefix);
}

static void declare(struct xml_reader *reader, struct str prefix, struct str address)
{
	enum namespace ns;

	if (reader->binding_count == NAMESPACES_MOST) {
		xml_repaired(reader, reader->at, "more than %d namespaces: the others were ignored",
			NAMESPACES_MOST);
		return;
	}
	ns = namespace_of_address(xml_decode(reader, address));
	if ((ns == NS_OTHER || ns == NS_NONE) && prefix.length)
		ns = namespace_of_prefix(prefix);
	reader->bindings[reader->binding_count++] =
		(struct binding){.prefix = prefix, .ns = ns, .depth = reader->depth + 1};
}

static bool is_declaration(struct str name, struct str *prefix)
{
	if (!str_starts_with(name, STR("xmlns")))
		return false;
	*prefix = str_from_offset(name, 6);
	return name.length == 5 || (name.data[5] == ':' && name.length > 6);
}

static void declare_all(struct xml_reader *reader, const struct tag *tag)
{
	struct str prefix;

	if (reader->depth >= ELEMENT_DEPTH_MOST)
		return;
	for (size_t i = 0; i < tag->count; i++)
		if (is_declaration(tag->attributes[i].name, &prefix))
			declare(reader, prefix, tag->attributes[i].value);
}

/* ---- making nodes */

static void add_attributes(struct xml_reader *reader, const struct tag *tag, struct node *node)
{
	struct attribute **end = &node->attributes;
	struct str prefix;

	for (size_t i = 0; i < tag->count; i++) {
		struct attribute *attribute;

		if (is_declaration(tag->attributes[i].name, &prefix) && prefix.length)
			continue;
		attribute = ARENA_NEW(reader->arena, struct attribute);
		prefix = split_prefix(tag->attributes[i].name, &attribute->name);
		attribute->ns = prefix.length                              ? lookup(reader, prefix)
				: str_equal(attribute->name, STR("xmlns")) ? NS_XMLNS
									   : NS_NONE;
		attribute->value = xml_decode(reader, tag->attributes[i].value);
		*end = attribute;
		end = &attribute->next;
	}
}

bool xml_read_start_tag(struct xml_reader *reader)
{
	size_t at = reader->at + 1;
	struct tag tag;
	struct node *node;
	struct str prefix;

	if (!read_tag(reader, &tag, &at))
		return false;
	node = xml_new_node(reader, NODE_ELEMENT);
	if (node == NULL)
		return true;
	node->line = xml_line(reader, reader->at);
	declare_all(reader, &tag);
	prefix = split_prefix(tag.name, &node->name);
	node->ns = lookup(reader, prefix);
	if (reader->current == reader->document && node->ns == NS_OTHER)
		reader->root_prefix = prefix;
	/* a prefix that nobody knows, given to the root, is the document's own */
	node->has_prefix =
		prefix.length > 0 && !(node->ns == NS_OTHER && str_equal(prefix, reader->root_prefix));
	add_attributes(reader, &tag, node);
	xml_open(reader, node, tag.is_empty);
	reader->at = at;
	return true;
}

bool xml_read_end_tag(struct xml_reader *reader)
{
	size_t at = reader->at + 2;
	struct str name = read_name(reader, &at);

	at = skip_blanks(reader, at);
	if (at < reader->text.length && reader->text.data[at] == '>') {
		at++;
	} else {
		xml_repaired(reader, reader->at, "an end tag is not closed");
		while (at < reader->text.length && reader->text.data[at] != '<' &&
			reader->text.data[at] != '>')
			at++;
		at += at < reader->text.length && reader->text.data[at] == '>';
	}
	xml_close(reader, name);
	reader->at = at;
	return true;
}
