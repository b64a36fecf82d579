#include "query/lexer.h"

#include "dateline/base/utf8.h"

#include <string.h>

static bool is_blank_codepoint(uint32_t c)
{
	return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
	       c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

size_t lex_blank(struct str text, size_t at)
{
	unsigned char c;
	size_t length;

	if (at >= text.length)
		return 0;
	c = (unsigned char)text.data[at];
	if (c <= ' ' || c == 0x7f)
		return 1;
	if (c < 0x80)
		return 0;
	return is_blank_codepoint(utf8_decode(text, at, &length)) ? length : 0;
}

size_t lex_skip(struct str text, size_t at)
{
	size_t length;

	while ((length = lex_blank(text, at)))
		at += length;
	return at;
}

static bool ends_word(struct str text, size_t at, bool in_value)
{
	static const struct str marks[] = {STR_INIT("“"), STR_INIT("”")};

	if (strchr("()\"|", text.data[at]) && text.data[at])
		return true;
	if (in_value && text.data[at] == ',')
		return true;
	for (size_t i = 0; i < COUNT_OF(marks); i++)
		if (str_starts_with(str_from_offset(text, at), marks[i]))
			return true;
	return lex_blank(text, at) > 0;
}

size_t lex_word(struct str text, size_t at, bool in_value)
{
	size_t length;

	for (; at < text.length && !ends_word(text, at, in_value); at += length)
		utf8_decode(text, at, &length);
	return at;
}

size_t lex_operator(struct str text, size_t at, const char *operator)
{
	struct str name = str_from(operator);

	if (!str_starts_with(str_from_offset(text, at), name))
		return 0;
	if (name.data[0] != '|' && lex_word(text, at, false) != at + name.length)
		return 0;
	return name.length;
}

size_t lex_field(struct str text, size_t at)
{
	size_t end = at;

	if (at >= text.length || text.data[at] < 'a' || text.data[at] > 'z')
		return 0;
	while (end < text.length && ((text.data[end] >= 'a' && text.data[end] <= 'z') ||
					    text.data[end] == '-' || ascii_is_digit(text.data[end])))
		end++;
	return end < text.length && text.data[end] == ':' ? end - at : 0;
}

static const struct {
	struct str open, close;
	bool has_escapes;
} quotes[] = {
	{STR_INIT("\""), STR_INIT("\""), true},
	{STR_INIT("“"), STR_INIT("”"), false},
	{STR_INIT("'"), STR_INIT("'"), false},
};

static size_t find_quote(struct str text, size_t at)
{
	size_t i = 0;

	while (i < COUNT_OF(quotes) && !str_starts_with(str_from_offset(text, at), quotes[i].open))
		i++;
	return i;
}

size_t lex_quote(struct str text, size_t at)
{
	size_t i = find_quote(text, at);

	return i < COUNT_OF(quotes) ? quotes[i].open.length : 0;
}

bool lex_phrase(struct str text, size_t at, struct arena *arena, struct str *phrase, size_t *end)
{
	size_t kind = find_quote(text, at), used = 0;
	char *out = arena_alloc(arena, text.length - at);

	for (at += quotes[kind].open.length; at < text.length; at++) {
		if (str_starts_with(str_from_offset(text, at), quotes[kind].close)) {
			*end = at + quotes[kind].close.length;
			*phrase = (struct str){out, used};
			return true;
		}
		if (quotes[kind].has_escapes && text.data[at] == '\\' && ++at == text.length)
			return false;
		out[used++] = text.data[at];
	}
	return false;
}

bool lex_regex(struct str text, size_t at, struct str *pattern, bool *ignores_case, size_t *end)
{
	size_t start = at + 1;

	for (at = start; at < text.length && text.data[at] != '/'; at++)
		if (text.data[at] == '\\')
			at++;
	if (at >= text.length)
		return false;
	*pattern = str_slice(text, start, at);
	*ignores_case = at + 1 < text.length && text.data[at + 1] == 'i';
	*end = at + 1 + *ignores_case;
	return true;
}
