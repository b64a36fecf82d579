#include "dateline/article/article.h"
#include "dateline/base/utf8.h"

#include <string.h>

static const char *const format_names[] = {
	[FORMAT_RSS_090] = "rss0.90",
	[FORMAT_RSS_091] = "rss0.91",
	[FORMAT_RSS_092] = "rss0.92",
	[FORMAT_RSS_10] = "rss1.0",
	[FORMAT_RSS_20] = "rss2.0",
	[FORMAT_ATOM_03] = "atom0.3",
	[FORMAT_ATOM_10] = "atom1.0",
	[FORMAT_JSON_10] = "jsonfeed1.0",
	[FORMAT_JSON_11] = "jsonfeed1.1",
	[FORMAT_HTML] = "html",
	[FORMAT_TEXT] = "text",
};

static const char *const block_names[] = {
	[BLOCK_PARAGRAPH] = "paragraph",
	[BLOCK_HEADING] = "heading",
	[BLOCK_BLOCKQUOTE] = "blockquote",
	[BLOCK_LIST_ITEM] = "list-item",
	[BLOCK_PREFORMATTED] = "preformatted",
	[BLOCK_TABLE_ROW] = "table-row",
	[BLOCK_IMAGE] = "image",
	[BLOCK_RULE] = "rule",
	[BLOCK_RELATED] = "related",
};

static const char *const quote_names[] = {
	[QUOTE_DIRECT] = "direct",
	[QUOTE_MIXED] = "mixed",
	[QUOTE_INDIRECT] = "indirect",
	[QUOTE_BLOCK] = "block",
};

const char *feed_format_name(enum feed_format format)
{
	return format_names[format];
}

const char *block_kind_name(enum block_kind kind)
{
	return block_names[kind];
}

const char *quote_kind_name(enum quote_kind kind)
{
	return quote_names[kind];
}

void article_add_tag(struct article *article, struct arena *arena, struct str name, enum tag_kind kind)
{
	struct str folded;

	name = utf8_collapse(arena, name);
	if (name.length == 0)
		return;
	folded = utf8_fold(arena, name);
	for (size_t i = 0; i < article->tags.count; i++)
		if (str_equal(utf8_fold(arena, article->tags.items[i].name), folded))
			return;
	*LIST_PUSH(arena, &article->tags) = (struct tag){name, kind};
}

void article_number_sections(struct article *article, struct arena *arena)
{
	article->sections = (struct section_list){0};
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];

		if (block->kind == BLOCK_HEADING)
			*LIST_PUSH(arena, &article->sections) =
				(struct section){block->text, block->level, i};
	}
}

size_t article_section_of(const struct article *article, size_t block)
{
	size_t low = 0, high = article->sections.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (article->sections.items[middle].block <= block)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : SIZE_MAX;
}

/* Eight bytes of ASCII at once: how many of them begin a word, being no blank after a blank. What stands
 * before the first one must be readable and ASCII too; otherwise SIZE_MAX. */
static size_t count_beginnings(const char *at)
{
	const uint64_t high = 0x8080808080808080u, above_blank = 0x5f5f5f5f5f5f5f5fu;
	uint64_t bytes, before;

	memcpy(&bytes, at, sizeof bytes);
	memcpy(&before, at - 1, sizeof before);
	if ((bytes | before) & high)
		return SIZE_MAX;
	return (size_t)__builtin_popcountll((bytes + above_blank) & high & ~(before + above_blank));
}

enum word_part { PART_BLANK, PART_LETTER, PART_WIDE };

/* What a character beyond ASCII is, from its first two bytes: U+3040 to U+9FFF are wide, U+00A0 and U+3000
 * blank. */
static enum word_part part_of(struct str text, size_t at, size_t *length)
{
	unsigned char first = (unsigned char)text.data[at];
	unsigned char second = at + 1 < text.length ? (unsigned char)text.data[at + 1] : 0;

	*length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
	if ((first >= 0xe4 && first <= 0xe9) || (first == 0xe3 && second > 0x80))
		return PART_WIDE;
	if ((first == 0xc2 && second == 0xa0) ||
		(first == 0xe3 && str_starts_with(str_from_offset(text, at), STR("\u3000"))))
		return PART_BLANK;
	return PART_LETTER;
}

/* Words as white space parts them; each character of a script without spaces counts as half a word, which is
 * what reading speed makes of it. */
static size_t count_words(struct str text)
{
	size_t words = 0, wide = 0, length, beginnings;
	bool is_inside = false;

	for (size_t i = 0; i < text.length; i += length) {
		bool is_ascii = (unsigned char)text.data[i] < 0x80;
		enum word_part part = text.data[i] > ' ' ? PART_LETTER : PART_BLANK;

		length = 1;
		if (is_ascii && i && i + 8 <= text.length &&
			(beginnings = count_beginnings(text.data + i)) != SIZE_MAX) {
			words += beginnings;
			length = 8;
			is_inside = text.data[i + 7] > ' ';
			continue;
		}
		if (!is_ascii)
			part = part_of(text, i, &length);
		words += part == PART_LETTER && !is_inside;
		wide += part == PART_WIDE;
		is_inside = part == PART_LETTER;
	}
	return words + wide / 2;
}

size_t article_word_count(const struct article *article)
{
	size_t words = 0;

	for (size_t i = 0; i < article->blocks.count; i++)
		words += count_words(article->blocks.items[i].text);
	return words;
}
