#include "dateline/base/utf8.h"
#include "dateline/body/body.h"
#include "fields.h"

/* Atom says what its texts are: RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 section 3.1.2, with `mode`. */

enum construct {
	CONSTRUCT_TEXT,
	CONSTRUCT_HTML,
	CONSTRUCT_ESCAPED,
	CONSTRUCT_NODES,
	CONSTRUCT_BASE64,
	CONSTRUCT_OTHER
};

static bool is_markup_type(struct str type)
{
	return str_equal_nocase(type, STR("html")) || str_equal_nocase(type, STR("text/html")) ||
	       str_equal_nocase(type, STR("xhtml")) || str_equal_nocase(type, STR("application/xhtml+xml"));
}

static bool is_text_type(struct str type)
{
	return type.length == 0 || str_equal_nocase(type, STR("text")) ||
	       str_starts_with_nocase(type, STR("text/"));
}

static enum construct construct_of(const struct node *node)
{
	struct str type = str_trim(node_attribute_spelt(node, "type")),
		   mode = str_trim(node_attribute_spelt(node, "mode"));

	if (str_equal_nocase(mode, STR("base64")))
		return CONSTRUCT_BASE64;
	if (node_has_elements(node))
		return CONSTRUCT_NODES;
	/* what was escaped is markup, and text has to be called so */
	if (type.length == 0 && str_equal_nocase(mode, STR("escaped")))
		return CONSTRUCT_ESCAPED;
	if (is_markup_type(type))
		return CONSTRUCT_HTML;
	if (is_text_type(type))
		return CONSTRUCT_TEXT;
	/* anything else of a foreign type is base64, unless it is XML */
	if (str_ends_with(type, STR("+xml")) || str_ends_with(type, STR("/xml")))
		return CONSTRUCT_TEXT;
	return str_find_char(type, '/', 0) == STR_NPOS ? CONSTRUCT_TEXT : CONSTRUCT_OTHER;
}

static int base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (ascii_is_digit(c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static struct str decode_base64(struct str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.length);
	size_t written = 0;
	uint32_t bits = 0;
	int count = 0;

	for (size_t i = 0; i < text.length; i++) {
		int value = base64_value(text.data[i]);

		if (value < 0)
			continue;
		bits = bits << 6 | (uint32_t)value;
		count += 6;
		if (count >= 8) {
			count -= 8;
			out[written++] = (char)(bits >> count & 0xFF);
		}
	}
	return (struct str){out, written};
}

/* What was packed may be a picture as well as text. */
static struct str readable(struct str bytes)
{
	if (!utf8_is_valid(bytes))
		return STR("");
	for (size_t i = 0; i < bytes.length; i++)
		if ((unsigned char)bytes.data[i] < 0x20 && !ascii_is_space(bytes.data[i]))
			return STR("");
	return bytes;
}

static struct content read_construct(struct reading *reading, struct draft *draft, const struct node *node)
{
	struct str type = str_trim(node_attribute_spelt(node, "type")),
		   mode = str_trim(node_attribute_spelt(node, "mode"));
	struct content content = {.base = reading_base(reading, node, draft->base)};

	switch (construct_of(node)) {
	case CONSTRUCT_NODES:
		content.kind = CONTENT_HTML;
		content.text = str_equal_nocase(type, STR("html")) || str_equal_nocase(mode, STR("escaped"))
				       ? node_inner_markup(node, reading->arena)
				       : node_inner_html(node, content.base, reading->arena);
		break;
	case CONSTRUCT_HTML:
		content.kind = CONTENT_HTML;
		content.text = node_text(node, reading->arena);
		break;
	case CONSTRUCT_TEXT:
		content.kind = CONTENT_TEXT;
		content.text = node_text(node, reading->arena);
		break;
	case CONSTRUCT_ESCAPED:
		content.text = node_text(node, reading->arena);
		content.kind = body_looks_like_html(content.text) ? CONTENT_HTML : CONTENT_TEXT;
		break;
	case CONSTRUCT_BASE64:
	case CONSTRUCT_OTHER:
		content.text = readable(decode_base64(node_text(node, reading->arena), reading->arena));
		content.kind = is_markup_type(type) || body_looks_like_html(content.text) ? CONTENT_HTML
											  : CONTENT_TEXT;
		break;
	}
	return content;
}

void atom_title(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct content content = read_construct(reading, draft, node);

	draft_offer_text(&draft->title,
		content.kind == CONTENT_HTML ? reading_html_line(reading, content.text)
					     : reading_line(reading, content.text),
		rank);
}

void atom_summary(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	field_body_language(reading, draft, node, 0);
	draft_offer_content(&draft->summary, read_construct(reading, draft, node), rank);
}

/* Atom 0.3 may give the same content in several types, each in a <content> of its own: markup is preferred.
 */
static bool read_alternatives(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	bool has_any = false;

	if (!str_starts_with_nocase(str_trim(node_attribute_spelt(node, "type")), STR("multipart/")))
		return false;
	for (const struct node *child = node->first; child; child = child->next) {
		struct content content;

		if (child->kind != NODE_ELEMENT || !str_equal_nocase(child->name, STR("content")))
			continue;
		has_any = true;
		content = read_construct(reading, draft, child);
		draft_offer_content(&draft->content, content, content.kind == CONTENT_HTML ? rank : rank - 1);
	}
	return has_any;
}

void atom_content(struct reading *reading, struct draft *draft, const struct node *node, int rank)
{
	struct str address = node_attribute_spelt(node, "src");

	field_body_language(reading, draft, node, 1);
	if (read_alternatives(reading, draft, node, rank))
		return;

	/* content that stands elsewhere is read there */
	if (address.length)
		draft_offer_text(&draft->link,
			reading_link(reading, reading_base(reading, node, draft->base), address, node->line),
			1);
	draft_offer_content(&draft->content, read_construct(reading, draft, node), rank);
}
