#include "dateline/base/linebreak.h"

#include "dateline/base/utf8.h"

#include <string.h>
#include <unilbrk.h>

#define ZERO_WIDTH_JOINER 0x200du
#define EMOJI_PRESENTATION 0xfe0fu
#define LETTERS_END 0x1100u /* beyond them are scripts whose lines break between any two letters */

/* A text of letters, digits, spaces and the marks that never part words needs no table: most of the news. Any
 * other character sends the whole text through the full algorithm. */
static bool is_plain(struct str text)
{
	static const char plain[256] = {
		[' '] = 1,
		['.'] = 1,
		[','] = 1,
		['\''] = 1,
		['"'] = 1,
		[':'] = 1,
		[';'] = 1,
	};

	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];

		if (!ascii_is_alnum((char)c) && !plain[c])
			return false;
	}
	return true;
}

/* Rules LB7, LB13, LB18 and LB19 of UAX 14 for what is_plain lets through: after spaces, but not before a
 * closing mark and not beside a straight quotation mark. */
static void find_plain(struct str text, uint8_t *breaks)
{
	bool has_begun = false;

	memset(breaks, LINEBREAK_NEVER, text.length);
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		bool was_begun = has_begun;

		has_begun |= c != ' ';
		if (!was_begun || text.data[i - 1] != ' ' || c == ' ')
			continue;
		if (ascii_is_alnum(c) || c == '\'' || c == '"')
			breaks[i] = LINEBREAK_MAY;
	}
}

/* Rule LB29 of UAX 14, which the library does not know: U.S. and e.g. stay whole. */
static bool is_inside_abbreviation(struct str text, size_t at)
{
	size_t length;

	return at > 0 && str_find_char(STR(".,:;"), text.data[at - 1], 0) != STR_NPOS &&
	       (ascii_is_alpha(text.data[at]) || ((unsigned char)text.data[at] >= 0xc3 &&
							 utf8_decode(text, at, &length) < LETTERS_END));
}

void linebreak_find(struct str text, uint8_t *breaks)
{
	size_t after_line_end = SIZE_MAX;

	if (text.length == 0)
		return;
	if (is_plain(text)) {
		find_plain(text, breaks);
		return;
	}
	u8_possible_linebreaks((const uint8_t *)text.data, text.length, "UTF-8", (char *)breaks);
	for (size_t i = 0; i < text.length; i++) {
		uint8_t found = breaks[i];
		size_t length;

		breaks[i] = after_line_end == i ? LINEBREAK_MUST
			    : found == UC_BREAK_POSSIBLE && !is_inside_abbreviation(text, i)
				    ? LINEBREAK_MAY
				    : LINEBREAK_NEVER;
		if (found != UC_BREAK_MANDATORY)
			continue;
		/* the library marks the character that ends a line, we what comes after it */
		utf8_decode(text, i, &length);
		after_line_end = i + length;
	}
}

static bool is_regional_indicator(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static bool joins_the_one_before(uint32_t c, uint32_t previous, uint32_t first)
{
	if (previous == ZERO_WIDTH_JOINER && first >= 0x2600)
		return true;
	if (c >= 0x1f3fb && c <= 0x1f3ff)
		return first >= 0x2600;
	return utf8_width(c) == 0 && c >= 0x80;
}

/* The rest of utf8_cluster, for what does not begin with two ASCII characters. */
static size_t long_cluster(struct str text, size_t offset, int *columns)
{
	size_t length, more;
	uint32_t first = utf8_decode(text, offset, &length), previous = first;

	*columns = utf8_width(first);
	if (is_regional_indicator(first) && offset + length < text.length &&
		is_regional_indicator(utf8_decode(text, offset + length, &more))) {
		*columns = 2;
		return length + more;
	}
	while (offset + length < text.length) {
		uint32_t c = utf8_decode(text, offset + length, &more);

		if (!joins_the_one_before(c, previous, first))
			break;
		if (c == EMOJI_PRESENTATION && first >= 0x2600 && *columns == 1)
			*columns = (int)utf8_columns(str_slice(text, offset, offset + length + more));
		length += more;
		previous = c;
	}
	return length;
}

size_t cluster_length(struct str text, size_t offset, int *columns)
{
	unsigned char c = (unsigned char)text.data[offset];
	bool next_is_ascii = offset + 1 >= text.length || (unsigned char)text.data[offset + 1] < 0x80;

	if (c < 0x80 && next_is_ascii) {
		*columns = c == '\t' || (c >= 0x20 && c < 0x7f);
		return 1;
	}
	return long_cluster(text, offset, columns);
}

size_t cluster_fit(struct str text, int columns_most, int *columns)
{
	size_t i = 0;
	int used = 0, width;

	while (i < text.length) {
		size_t length = cluster_length(text, i, &width);

		if (used + width > columns_most)
			break;
		used += width;
		i += length;
	}
	if (columns)
		*columns = used;
	return i;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Cuts the blanks off the end of a line; each of them is one cell or none. */
static void trim(struct str text, struct text_line *line)
{
	while (line->end > line->start && is_blank(text.data[line->end - 1])) {
		line->end--;
		if (text.data[line->end] == ' ' || text.data[line->end] == '\t')
			line->columns--;
	}
}

struct text_line linebreak_fit(struct str text, const uint8_t *breaks, size_t start, int columns_most)
{
	struct text_line best = {start, start, start, 0};
	int used = 0, width;
	size_t i = start;

	while (i < text.length) {
		size_t length = cluster_length(text, i, &width);
		bool is_over;

		if (i > start && breaks[i] != LINEBREAK_NEVER)
			best = (struct text_line){start, i, i, used};
		if (i > start && breaks[i] == LINEBREAK_MUST)
			goto done;
		is_over = used + width > columns_most && !is_blank(text.data[i]);
		if (is_over && best.next == start && i > start)
			best = (struct text_line){start, i, i, used};
		if (is_over && i > start)
			goto done;
		used += width;
		i += length;
	}
	best = (struct text_line){start, i, i, used};
done:
	trim(text, &best);
	return best;
}
