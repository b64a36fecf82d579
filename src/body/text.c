#include "body/inline.h"
#include "body/outline.h"
#include "body/related.h"
#include "dateline/base/limits.h"
#include "dateline/base/url.h"
#include "dateline/body/body.h"

#define HEADING_MOST 90 /* bytes of a line that may be a heading */
#define LINE_LONG 160   /* bytes: text of such lines without a blank one has a paragraph a line */
#define ADDRESS_MOST 2000

static struct str trim_line(struct str line)
{
	struct str trimmed = str_trim(line);

	while (str_starts_with(trimmed, STR("\xc2\xa0")) || str_starts_with(trimmed, STR("\xe3\x80\x80")))
		trimmed = str_trim(str_from_offset(trimmed, trimmed.data[0] == '\xc2' ? 2 : 3));
	while (str_ends_with(trimmed, STR("\xc2\xa0")))
		trimmed = str_trim(str_slice(trimmed, 0, trimmed.length - 2));
	return trimmed;
}

static bool is_bullet(struct str line)
{
	return (line.length > 2 && (line.data[0] == '-' || line.data[0] == '*') && line.data[1] == ' ') ||
	       str_starts_with(line, STR("• ")) || str_starts_with(line, STR("– "));
}

static bool is_rule_line(struct str line)
{
	size_t signs = 0;

	for (size_t i = 0; i < line.length; i++) {
		if (line.data[i] != line.data[0] && line.data[i] != ' ')
			return false;
		signs += line.data[i] == line.data[0];
	}
	return signs >= 3 &&
	       (line.data[0] == '-' || line.data[0] == '*' || line.data[0] == '_' || line.data[0] == '=');
}

/* Text whose paragraphs are not parted by blank lines has one on each of its long lines. */
static bool has_blank_lines(struct str text)
{
	struct str rest = str_trim(text), line;
	size_t lines = 0, bytes = rest.length;

	while (str_next(&rest, '\n', &line)) {
		if (trim_line(line).length == 0)
			return true;
		lines++;
	}
	return lines < 2 || bytes / lines < LINE_LONG;
}

static bool is_address_end(char c)
{
	return ascii_is_space(c) || c == '<' || c == '>' || c == '"' || c == ')' || c == ']';
}

/* By what both begin with: who looked for each would go through the text for the one that it never has. */
static size_t next_address(struct str text, size_t from)
{
	for (size_t at = from; (at = str_find(text, STR("http"), at)) != STR_NPOS; at++) {
		struct str rest = str_from_offset(text, at + strlen("http"));

		if (str_starts_with(rest, STR("://")) || str_starts_with(rest, STR("s://")))
			return at;
	}
	return STR_NPOS;
}

static void link_addresses(struct block *block, struct arena *arena)
{
	struct str text = block->text;
	size_t at = 0;

	while ((at = next_address(text, at)) != STR_NPOS && block->spans.count < SPANS_MOST) {
		size_t end = at;
		struct str address;

		while (end < text.length && end - at < ADDRESS_MOST && !is_address_end(text.data[end]))
			end++;
		while (end > at &&
			(text.data[end - 1] == '.' || text.data[end - 1] == ',' || text.data[end - 1] == ';'))
			end--;
		address = str_slice(text, at, end);
		if (url_is_web(address))
			*LIST_PUSH(arena, &block->spans) = (struct span){SPAN_LINK, at, end, address};
		at = end;
	}
}

static void add_paragraph(struct article *article, struct arena *arena, struct inline_text *text)
{
	struct block block = {0};

	if (!inline_take(text, &block) || article->blocks.count >= BLOCKS_MOST)
		return;
	if (is_rule_line(block.text)) {
		block.kind = BLOCK_RULE;
		block.text = STR("");
	} else if (is_bullet(block.text)) {
		block.kind = BLOCK_LIST_ITEM;
		block.level = 1;
		block_cut(&block, str_find_char(block.text, ' ', 0) + 1, block.text.length);
	}
	link_addresses(&block, arena);
	*LIST_PUSH(arena, &article->blocks) = block;
}

static void read_paragraphs(struct str source, struct arena *arena, struct article *article)
{
	bool is_parted = has_blank_lines(source);
	struct inline_text text;
	struct str line;

	inline_init(&text, source, arena, arena);
	while (str_next(&source, '\n', &line)) {
		line = trim_line(line);
		if (line.length == 0 || !is_parted || is_bullet(line))
			add_paragraph(article, arena, &text);
		inline_add(&text, line);
		text.needs_space = true;
	}
	add_paragraph(article, arena, &text);
	inline_finish(&text);
}

static bool ends_sentence(struct str text)
{
	static const char *const stops[] = {".", "!", "?", ":", ";", ",", "…", "”", "\"", "»", "’", "'", ")",
		"。", "！", "？", "।", "۔", "؟"};

	for (size_t i = 0; i < COUNT_OF(stops); i++)
		if (str_ends_with(text, str_from(stops[i])))
			return true;
	return false;
}

static bool is_prose(const struct block_list *blocks, size_t i)
{
	return i < blocks->count && blocks->items[i].kind == BLOCK_PARAGRAPH &&
	       (ends_sentence(blocks->items[i].text) || blocks->items[i].text.length > 2 * HEADING_MOST);
}

/* A pointer may stand between a heading and its text. */
static size_t skip_related(const struct block_list *blocks, size_t i)
{
	while (i < blocks->count && blocks->items[i].kind == BLOCK_RELATED)
		i++;
	return i;
}

/* A line that ends a sentence, or leads to something, is none. */
static bool may_be_heading(const struct block *block)
{
	if (block->kind != BLOCK_PARAGRAPH || block->text.length > HEADING_MOST || block->spans.count)
		return false;
	return !ends_sentence(block->text);
}

static void find_headings(struct block_list *blocks)
{
	bool after_text = false;

	for (size_t i = 0; i < blocks->count; i++) {
		struct block *block = &blocks->items[i];

		if (after_text && may_be_heading(block) && is_prose(blocks, skip_related(blocks, i + 1))) {
			block->kind = BLOCK_HEADING;
			block->level = 2;
		}
		after_text |= block->kind == BLOCK_PARAGRAPH && is_prose(blocks, i);
	}
}

void body_read_text(struct str text, struct arena *arena, struct article *article)
{
	article->blocks = (struct block_list){0};
	article->related = (struct related_list){0};
	article->sections = (struct section_list){0};
	read_paragraphs(text, arena, article);
	related_read(article, arena);
	find_headings(&article->blocks);
	outline_finish(article, arena);
}
