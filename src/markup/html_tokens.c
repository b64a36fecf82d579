#include "markup/html_tokens.h"
#include "dateline/base/sixteen.h"
#include "dateline/markup/entities.h"

#include <string.h>

#define UNFINISHED_MOST 80 /* bytes of a tag without end that may be words */

void html_tokens_init(struct html_tokens *tokens, struct str source, struct arena *arena)
{
	*tokens = (struct html_tokens){
		.source = source, .reference = str_find_char(source, '&', 0), .arena = arena};
}

static inline char byte_at(const struct html_tokens *tokens, size_t offset)
{
	return offset < tokens->source.length ? tokens->source.data[offset] : '\0';
}

/* Browsers take "<!" for a comment whatever follows; in feeds it may be an exclamation. */
static bool begins_declaration(char c)
{
	return ascii_is_alpha(c) || ascii_is_space(c) || c == '-' || c == '[' || c == '>';
}

static inline bool begins_markup(const struct html_tokens *tokens, size_t offset)
{
	char c = byte_at(tokens, offset + 1);

	return ascii_is_alpha(c) || c == '/' || c == '?' ||
	       (c == '!' && begins_declaration(byte_at(tokens, offset + 2)));
}

/* A piece of the source, its references decoded. Where the next '&' stands is remembered: most pieces have
 * none, and need no look of their own. */
static inline struct str decoded(struct html_tokens *tokens, size_t start, size_t end, bool in_attribute)
{
	struct str piece = {tokens->source.data + start, end - start};

	if (tokens->reference < start)
		tokens->reference = str_find_char(tokens->source, '&', start);
	return tokens->reference < end ? entities_decode(piece, in_attribute, tokens->arena) : piece;
}

/* The next '<'. Half of all texts are a line end or a word, and take no call. */
static inline size_t find_tag(struct str source, size_t from)
{
	uint32_t tags = sixteen_equal(sixteen_at(source, from), '<');

	return tags ? from + sixteen_before(tags) : str_find_char(source, '<', from + 16);
}

static void read_text(struct html_tokens *tokens, struct html_token *token)
{
	struct str source = tokens->source;
	size_t start = tokens->offset, end = start;

	do
		end = find_tag(source, end + (end != start || byte_at(tokens, end) == '<'));
	while (end != STR_NPOS && !begins_markup(tokens, end));
	if (end == STR_NPOS)
		end = source.length;
	token->kind = HTML_TEXT;
	token->text = decoded(tokens, start, end, false);
	tokens->offset = end;
}

/* Past the '>' that ends a doctype, a processing instruction or a broken tag. */
static void skip_to_close(struct html_tokens *tokens)
{
	size_t end = str_find_char(tokens->source, '>', tokens->offset);

	tokens->offset = end == STR_NPOS ? tokens->source.length : end + 1;
}

static void skip_comment(struct html_tokens *tokens)
{
	size_t start = tokens->offset + 4, end;

	if (byte_at(tokens, start) == '>' ||
		(byte_at(tokens, start) == '-' && byte_at(tokens, start + 1) == '>')) {
		skip_to_close(tokens);
		return;
	}
	end = tokens->has_no_comment_end ? STR_NPOS : str_find(tokens->source, STR("--"), start);
	while (end != STR_NPOS) {
		char after = byte_at(tokens, end + 2);

		if (after == '>' || (after == '!' && byte_at(tokens, end + 3) == '>')) {
			tokens->offset = end + 2;
			skip_to_close(tokens);
			return;
		}
		end = str_find(tokens->source, STR("--"), end + 1);
	}
	tokens->has_no_comment_end = true;
	tokens->offset = tokens->source.length;
}

/* Browsers take a CDATA section for a comment; in feeds it holds text that its writer wanted read. */
static bool read_cdata(struct html_tokens *tokens, struct html_token *token)
{
	size_t start = tokens->offset + strlen("<![CDATA[");
	size_t end = tokens->has_no_cdata_end ? STR_NPOS : str_find(tokens->source, STR("]]>"), start);

	if (end == STR_NPOS) {
		tokens->has_no_cdata_end = true;
		skip_to_close(tokens);
		return false;
	}
	token->kind = HTML_TEXT;
	token->text = str_slice(tokens->source, start, end);
	tokens->offset = end + 3;
	return token->text.length > 0;
}

enum { ENDS_TAG_NAME = 1, ENDS_ATTRIBUTE_NAME = 2, IS_CAPITAL = 4 };

static const uint8_t name_bytes[256] = {
	[' '] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['\t'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['\n'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['\r'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['\f'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['/'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['>'] = ENDS_TAG_NAME | ENDS_ATTRIBUTE_NAME,
	['='] = ENDS_ATTRIBUTE_NAME,
	['A' ... 'Z'] = IS_CAPITAL,
};

/* Takes a name, whose first byte is one whatever it is. */
static inline struct str take_name(struct html_tokens *tokens, uint8_t ends, bool *has_capital)
{
	const char *data = tokens->source.data;
	size_t start = tokens->offset, end = start;
	uint8_t seen = 0;

	do
		seen |= name_bytes[(unsigned char)data[end++]];
	while (end < tokens->source.length && !(name_bytes[(unsigned char)data[end]] & ends));
	tokens->offset = end;
	*has_capital = seen & IS_CAPITAL;
	return (struct str){data + start, end - start};
}

static struct str lower_name(struct str name, struct arena *arena)
{
	char *copy = arena_alloc(arena, name.length);

	for (size_t i = 0; i < name.length; i++)
		copy[i] = ascii_lower(name.data[i]);
	return (struct str){copy, name.length};
}

static void read_name(struct html_tokens *tokens, struct html_token *token)
{
	size_t start = tokens->offset;
	bool has_capital;
	struct str name = take_name(tokens, ENDS_TAG_NAME, &has_capital);

	if (has_capital) {
		name = lower_name(name, tokens->arena);
		token->tag = html_tag_find(name);
	} else {
		/* there is more behind the name, which is loaded with it and cut off */
		token->tag =
			html_tag_find_by(eight_first(eight_at(tokens->source, start), name.length), name);
	}
	token->name = token->tag ? (struct str){html_elements[token->tag].name, name.length} : name;
}

static struct str read_value(struct html_tokens *tokens)
{
	struct str source = tokens->source;
	size_t start = tokens->offset, end;
	char quote = byte_at(tokens, start);

	if (quote == '"' || quote == '\'') {
		end = str_find_char(source, quote, ++start);
		if (end == STR_NPOS)
			end = source.length;
		tokens->offset = end + (end < source.length);
	} else {
		end = start;
		while (end < source.length && !ascii_is_space(source.data[end]) && source.data[end] != '>')
			end++;
		tokens->offset = end;
	}
	return decoded(tokens, start, end, true);
}

static inline void skip_space(struct html_tokens *tokens)
{
	while (tokens->offset < tokens->source.length && ascii_is_space(tokens->source.data[tokens->offset]))
		tokens->offset++;
}

/* Scripts of attributes are never of use here, so they do not even reach the tree. */
static bool is_event_handler(struct str name)
{
	return name.length > 2 && (name.data[0] | 0x20) == 'o' && (name.data[1] | 0x20) == 'n' &&
	       name.length > 4;
}

static void read_attributes(struct html_tokens *tokens, struct html_token *token)
{
	struct attribute **next = &token->attributes;
	unsigned count = 0;

	for (;;) {
		struct str name, value = STR("");
		bool has_capital;

		skip_space(tokens);
		if (tokens->offset >= tokens->source.length)
			return;
		if (byte_at(tokens, tokens->offset) == '>') {
			tokens->offset++;
			return;
		}
		if (byte_at(tokens, tokens->offset) == '/') {
			tokens->offset++;
			token->is_closed = byte_at(tokens, tokens->offset) == '>';
			continue;
		}
		name = take_name(tokens, ENDS_ATTRIBUTE_NAME, &has_capital);
		skip_space(tokens);
		if (byte_at(tokens, tokens->offset) == '=') {
			tokens->offset++;
			skip_space(tokens);
			value = read_value(tokens);
		}
		if (is_event_handler(name) || token->kind != HTML_START || ++count > HTML_ATTRIBUTES_MOST)
			continue;
		*next = ARENA_NEW(tokens->arena, struct attribute);
		(*next)->name = has_capital ? lower_name(name, tokens->arena) : name;
		(*next)->value = value;
		next = &(*next)->next;
	}
}

/* "a link begins with <a href=": a tag that the text ends in, without a value that was cut, is words. */
static bool is_unfinished(const struct html_tokens *tokens, size_t start)
{
	struct str tag = str_from_offset(tokens->source, start);

	if (tokens->offset < tokens->source.length || tag.data[1] == '/' || tag.length > UNFINISHED_MOST)
		return false;
	for (size_t i = 1; i < tag.length; i++)
		if (!ascii_is_alnum(tag.data[i]) && !ascii_is_space(tag.data[i]) &&
			(tag.data[i] != '=' || str_trim(str_from_offset(tag, i + 1)).length))
			return false;
	return true;
}

static bool read_markup(struct html_tokens *tokens, struct html_token *token)
{
	size_t start = tokens->offset;
	struct str rest = str_from_offset(tokens->source, tokens->offset);

	if (str_starts_with(rest, STR("<!--"))) {
		skip_comment(tokens);
		return false;
	}
	if (str_starts_with(rest, STR("<![CDATA[")))
		return read_cdata(tokens, token);
	token->kind = byte_at(tokens, tokens->offset + 1) == '/' ? HTML_END : HTML_START;
	tokens->offset += token->kind == HTML_END ? 2 : 1;
	if (!ascii_is_alpha(byte_at(tokens, tokens->offset))) {
		skip_to_close(tokens);
		return false;
	}
	read_name(tokens, token);
	read_attributes(tokens, token);
	if (is_unfinished(tokens, start)) {
		*token = (struct html_token){
			.offset = token->offset, .text = str_from_offset(tokens->source, start)};
		return true;
	}
	if (token->kind == HTML_START && (html_elements[token->tag].flags & HTML_IS_RAW))
		tokens->raw = token->tag;
	return true;
}

/* Where the end tag of a raw element begins; the end of the source when there is none. A text that an
 * author forgot to close (all but a script's and a style's) ends at the next tag instead of swallowing the
 * page. */
static size_t find_raw_end(struct html_tokens *tokens, enum html_tag tag)
{
	struct str name = str_from(html_elements[tag].name);
	size_t at = tokens->offset;

	while (!tokens->has_no_end[tag] && (at = str_find(tokens->source, STR("</"), at)) != STR_NPOS) {
		char after = byte_at(tokens, at + 2 + name.length);

		if (str_starts_with_nocase(str_from_offset(tokens->source, at + 2), name) &&
			(ascii_is_space(after) || after == '>' || after == '/'))
			return at;
		at += 2;
	}
	tokens->has_no_end[tag] = true;
	if (tag == HTML_SCRIPT || tag == HTML_STYLE)
		return tokens->source.length;
	at = str_find_char(tokens->source, '<', tokens->offset);
	return at == STR_NPOS ? tokens->source.length : at;
}

static bool read_raw(struct html_tokens *tokens, struct html_token *token)
{
	enum html_tag tag = tokens->raw;
	size_t end = find_raw_end(tokens, tag);

	tokens->raw = HTML_UNKNOWN;
	token->kind = HTML_TEXT;
	token->text = str_slice(tokens->source, tokens->offset, end);
	if (tag == HTML_TITLE || tag == HTML_TEXTAREA)
		token->text = entities_decode(token->text, false, tokens->arena);
	tokens->offset = end;
	return token->text.length > 0;
}

bool html_tokens_next(struct html_tokens *tokens, struct html_token *token)
{
	while (tokens->offset < tokens->source.length) {
		*token = (struct html_token){.offset = (unsigned)tokens->offset};
		if (tokens->raw) {
			if (read_raw(tokens, token))
				return true;
		} else if (tokens->source.data[tokens->offset] == '<' &&
			   begins_markup(tokens, tokens->offset)) {
			if (read_markup(tokens, token))
				return true;
		} else {
			read_text(tokens, token);
			return true;
		}
	}
	return false;
}
