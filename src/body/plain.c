#include "body/plain.h"
#include "body/inline.h"
#include "dateline/base/utf8.h"
#include "dateline/markup/document.h"
#include "dateline/markup/entities.h"
#include "dateline/markup/html.h"

static bool is_unread(enum html_tag tag)
{
	return tag == HTML_SCRIPT || tag == HTML_STYLE || tag == HTML_TEMPLATE || tag == HTML_TITLE ||
	       tag == HTML_SVG || tag == HTML_TEXTAREA || tag == HTML_SELECT || tag == HTML_IFRAME ||
	       tag == HTML_NOSCRIPT;
}

static bool ends_word(enum html_tag tag)
{
	return tag == HTML_BR || (html_elements[tag].flags & (HTML_IS_BLOCK | HTML_IS_TABLE_PART)) != 0;
}

/* What a block, a break or a cell parts: words, or lines. */
static void part(struct inline_text *text, bool has_lines)
{
	if (has_lines && !inline_is_empty(text) && !str_ends_with(inline_str(text), STR("\n")))
		inline_break(text, '\n');
	text->needs_space = !has_lines;
}

/* The node after the content of `node`; the blocks that end on the way part words. */
static const struct node *go_on(
	struct inline_text *text, const struct node *node, const struct node *top, bool has_lines)
{
	while (node->next == NULL) {
		node = node->parent;
		if (node == NULL || node == top)
			return NULL;
		if (ends_word(html_tag_of(node)))
			part(text, has_lines);
	}
	return node->next;
}

static struct str read_plain(const struct node *top, size_t most_bytes, bool has_lines, struct arena *arena)
{
	const struct node *node = top->first;
	struct inline_text text;
	struct block block = {.text = STR("")};

	inline_init(&text, STR_NONE, arena, arena);
	while (node && inline_str(&text).length < most_bytes) {
		enum html_tag tag = html_tag_of(node);

		if (node->kind == NODE_TEXT)
			inline_add(&text, node->text);
		else if (ends_word(tag))
			part(&text, has_lines);
		if (node->first && !is_unread(tag)) {
			node = node->first;
			continue;
		}
		node = go_on(&text, node, top, has_lines);
	}
	inline_take(&text, &block);
	inline_finish(&text);
	return block.text;
}

struct str plain_up_to(const struct node *top, size_t most_bytes, struct arena *arena)
{
	return read_plain(top, most_bytes, false, arena);
}

struct str plain_lines(const struct node *top, struct arena *arena)
{
	return read_plain(top, PLAIN_MOST, true, arena);
}

struct str plain_line(const struct node *top, struct arena *arena)
{
	return plain_up_to(top, PLAIN_MOST, arena);
}

struct str body_plain_nodes(const struct node *top, struct arena *arena)
{
	return plain_up_to(top, SIZE_MAX, arena);
}

struct str body_plain(struct str html, struct arena *arena)
{
	struct arena scratch = {0};
	struct str plain;

	if (html.data == NULL)
		return STR_NONE;
	if (str_find_char(html, '<', 0) == STR_NPOS)
		return utf8_collapse(arena, entities_decode(html, false, arena));
	plain = body_plain_nodes(markup_parse_html(html, &scratch, NULL), arena);
	arena_finish(&scratch);
	return plain;
}

/* Elements that mean nothing to a reader, and yet show that a text is HTML. */
static bool is_old_element(struct str name)
{
	static const struct str names[] = {STR_INIT("acronym"), STR_INIT("applet"), STR_INIT("basefont"),
		STR_INIT("bdi"), STR_INIT("bdo"), STR_INIT("bgsound"), STR_INIT("blink"), STR_INIT("data"),
		STR_INIT("ilayer"), STR_INIT("isindex"), STR_INIT("keygen"), STR_INIT("layer"),
		STR_INIT("listing"), STR_INIT("menuitem"), STR_INIT("multicol"), STR_INIT("nextid"),
		STR_INIT("nobr"), STR_INIT("rb"), STR_INIT("rtc"), STR_INIT("slot"), STR_INIT("spacer")};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (str_equal(names[i], name))
			return true;
	return false;
}

/* The name of a known element, after '<' or '</'. */
static bool is_tag_at(struct str text, size_t offset)
{
	char name[12];
	size_t length = 0;

	if (offset < text.length && text.data[offset] == '/')
		offset++;
	for (; offset < text.length && length < sizeof name && (ascii_is_alnum(text.data[offset])); offset++)
		name[length++] = ascii_lower(text.data[offset]);
	return length && offset < text.length &&
	       (ascii_is_space(text.data[offset]) || text.data[offset] == '>' || text.data[offset] == '/') &&
	       (html_tag_find((struct str){name, length}) != HTML_UNKNOWN ||
		       is_old_element((struct str){name, length}));
}

bool body_looks_like_html(struct str text)
{
	char decoded[8];
	size_t length;

	for (size_t at = str_find_char(text, '<', 0); at != STR_NPOS; at = str_find_char(text, '<', at + 1))
		if (is_tag_at(text, at + 1) || str_starts_with(str_from_offset(text, at), STR("<!--")) ||
			str_starts_with(str_from_offset(text, at), STR("<![CDATA[")))
			return true;
	for (size_t at = str_find_char(text, '&', 0); at != STR_NPOS; at = str_find_char(text, '&', at + 1)) {
		size_t taken = entity_decode(text, at, false, decoded, &length);

		if (taken > 2 && text.data[at + taken - 1] == ';')
			return true;
	}
	return false;
}
