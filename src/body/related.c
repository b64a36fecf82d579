#include "body/related.h"
#include "body/related_labels.h"
#include "dateline/base/sixteen.h"
#include "dateline/base/utf8.h"

#define POINTER_MOST 600 /* bytes of a pointer's text */
#define LABEL_MOST 70    /* bytes of its label */
#define LINK_SHARE 80    /* per cent of what follows the label */

/* Arrows, bullets, emoji and punctuation: length of the sign at the start, 0 for a letter or digit. */
static size_t sign_length(struct str text)
{
	unsigned char c = text.length ? (unsigned char)text.data[0] : 'a';

	if (c < 0x80)
		return !ascii_is_alnum((char)c);
	if (c == 0xe2 || str_starts_with(text, STR("\xef\xb8")) || str_starts_with(text, STR("：")) ||
		str_starts_with(text, STR("【")) || str_starts_with(text, STR("】")))
		return text.length < 3 ? text.length : 3;
	if (c == 0xc2)
		return text.length < 2 ? text.length : 2;
	return str_starts_with(text, STR("\xf0\x9f")) ? (text.length < 4 ? text.length : 4) : 0;
}

static struct str without_signs(struct str text)
{
	size_t length;

	while (text.length && (length = sign_length(text)) != 0)
		text = str_from_offset(text, length);
	while (text.length) {
		size_t last = utf8_previous(text, text.length);

		if (sign_length(str_from_offset(text, last)) == 0)
			break;
		text.length = last;
	}
	return text;
}

/* "read more" is a label, and so is "read more on Example News"; "related" is one only when nothing
 * follows. */
static bool matches(struct str folded, struct str label)
{
	if (folded.data[0] != label.data[0] || !str_starts_with(folded, label))
		return false;
	if (folded.length == label.length)
		return true;
	return str_find_char(label, ' ', 0) != STR_NPOS && folded.data[label.length] == ' ' &&
	       folded.length <= 45;
}

/* "More great Gazette stories": more of what the site has. */
static bool is_more_of_site(struct str folded)
{
	static const struct str ends[] = {STR_INIT(" stories"), STR_INIT(" articles"), STR_INIT(" posts"),
		STR_INIT(" news"), STR_INIT(" reads"), STR_INIT(" coverage")};

	for (size_t i = 0; i < COUNT_OF(ends) && str_starts_with(folded, STR("more ")); i++)
		if (str_ends_with(folded, ends[i]) && folded.length <= 45)
			return true;
	return false;
}

bool related_is_label(struct str text)
{
	struct arena scratch = {0};
	struct str folded;
	bool found = false;

	text = without_signs(text);
	if (text.length == 0 || text.length > LABEL_MOST)
		return false;
	folded = utf8_fold(&scratch, text);
	for (size_t i = 0; related_labels[i].data && !found; i++)
		found = matches(folded, related_labels[i]);
	found = found || is_more_of_site(folded);
	arena_finish(&scratch);
	return found;
}

unsigned related_link_share(const struct block *block, size_t from)
{
	size_t linked = 0;

	if (block->text.length <= from)
		return 0;
	for (size_t i = 0; i < block->spans.count; i++) {
		const struct span *span = &block->spans.items[i];

		if (span->kind == SPAN_LINK && span->end > from)
			linked += span->end - (span->start > from ? span->start : from);
	}
	return (unsigned)(linked * 100 / (block->text.length - from));
}

static const struct span *first_link(const struct block *block)
{
	for (size_t i = 0; i < block->spans.count; i++)
		if (block->spans.items[i].kind == SPAN_LINK)
			return &block->spans.items[i];
	return NULL;
}

/* The blank before a bar that stands between blanks, or STR_NPOS. */
static size_t find_bar(struct str text)
{
	size_t at = str_find_char(text, '|', 0);

	for (; at != STR_NPOS; at = str_find_char(text, '|', at + 1))
		if (at > 0 && at + 1 < text.length && text.data[at - 1] == ' ' && text.data[at + 1] == ' ')
			return at - 1;
	return STR_NPOS;
}

/* Is there a byte of one of the signs that end a label? Most texts have none, and are looked at but once. */
static bool has_end_sign(struct str text)
{
	uint32_t signs = 0;

	for (size_t i = 0; i < text.length; i += 16) {
		struct sixteen block = sixteen_at(text, i);

		signs |= sixteen_equal(block, ':') | sixteen_equal(block, '|') | sixteen_equal(block, '\xef');
	}
	return signs != 0;
}

/* The end of the label that a text begins with, at its colon; 0 when there is none. */
static size_t label_end(struct str text)
{
	struct str front = str_slice(text, 0, LABEL_MOST);
	size_t ascii, wide, bar, end;

	if (!has_end_sign(front))
		return 0;
	ascii = str_find_char(front, ':', 0);
	wide = str_find(front, STR("："), 0);
	bar = find_bar(front);
	end = ascii < wide ? ascii : wide;
	end = end < bar ? end : bar;
	return end != STR_NPOS && related_is_label(str_slice(text, 0, end)) ? end : 0;
}

static void add(
	struct article *article, struct arena *arena, struct str label, struct str title, struct str link)
{
	struct related *related = LIST_PUSH(arena, &article->related);

	related->label = without_signs(label);
	related->title = title;
	related->link = link;
}

static void add_links(struct article *article, struct arena *arena, const struct block *block,
	struct str label, size_t label_length)
{
	for (size_t i = 0; i < block->spans.count; i++) {
		const struct span *span = &block->spans.items[i];
		size_t start = span->start;

		if (span->kind != SPAN_LINK || span->end <= label_length)
			continue;
		if (start < label_length) /* the label is part of the link */
			while (start < span->end &&
				(start < label_length || sign_length(str_from_offset(block->text, start))))
				start += start < label_length
						 ? label_length - start
						 : sign_length(str_from_offset(block->text, start));
		add(article, arena, label, str_trim(str_slice(block->text, start, span->end)), span->href);
	}
}

/* "ALSO READ: <a>Title</a>", the label before or inside the link. */
static bool read_linked(struct article *article, struct arena *arena, struct block *block)
{
	const struct span *link = first_link(block);
	struct str head = str_slice(block->text, 0, link->start);
	size_t length = link->start;

	if (without_signs(head).length == 0) {
		length = label_end(block->text);
		head = str_slice(block->text, 0, length);
		if (length == 0)
			return false;
	}
	if (related_link_share(block, length) < LINK_SHARE || head.length > LABEL_MOST + 8 ||
		!related_is_label(head))
		return false;
	add_links(article, arena, block, head, length);
	return true;
}

/* "ALSO READ: Title", as plain text has it. A whole sentence is a sentence. */
static bool read_unlinked(struct article *article, struct arena *arena, struct block *block)
{
	size_t end = label_end(block->text), start;
	struct str title;

	if (end == 0 || block->text.length > POINTER_MOST / 2)
		return false;
	for (start = end; sign_length(str_from_offset(block->text, start));)
		start += sign_length(str_from_offset(block->text, start));
	/* an opening quotation mark belongs to the title */
	while (start > end && (unsigned char)block->text.data[start - 1] >= 0x80)
		start = utf8_previous(block->text, start);
	title = str_trim(str_from_offset(block->text, start));
	if (title.length == 0 || str_ends_with(title, STR(".")) || str_ends_with(title, STR(":")))
		return false;
	add(article, arena, str_slice(block->text, 0, end), title, STR_NONE);
	return true;
}

static bool may_be_pointer(const struct block *block)
{
	return block->text.length <= POINTER_MOST &&
	       (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST_ITEM ||
		       block->kind == BLOCK_HEADING || block->kind == BLOCK_BLOCKQUOTE);
}

static bool is_link_only(const struct block *block)
{
	return may_be_pointer(block) && related_link_share(block, 0) >= LINK_SHARE;
}

static bool is_item_with_link(const struct block *block)
{
	return block->kind == BLOCK_LIST_ITEM && block->spans.count && first_link(block);
}

/* Where the list begins that the article ends with, in which each item has a link. */
static size_t start_of_last_list(const struct block_list *blocks)
{
	size_t start = blocks->count;

	while (start > 0 && (is_item_with_link(&blocks->items[start - 1]) ||
				    blocks->items[start - 1].kind == BLOCK_RULE))
		start--;
	return start;
}

/* A label on a line of its own, with links under it: "Auch interessant:" and a list. At the end of the
 * article the items may say more than their links do. */
static bool is_label_of_list(const struct article *article, size_t i, size_t last_list)
{
	const struct block *block = &article->blocks.items[i], *next = block + 1;

	if (block->text.length > LABEL_MOST || i + 1 >= article->blocks.count)
		return false;
	return (is_link_only(next) || i + 1 >= last_list) && related_is_label(block->text);
}

static void make_related(struct block *block)
{
	block->kind = BLOCK_RELATED;
	block->level = 0;
}

void related_read(struct article *article, struct arena *arena)
{
	struct block_list *blocks = &article->blocks;
	struct str label = STR_NONE;
	size_t kept = 0, last_list = start_of_last_list(blocks);

	for (size_t i = 0; i < blocks->count; i++) {
		struct block *block = &blocks->items[i];
		bool has_link = may_be_pointer(block) && block->spans.count && first_link(block);

		if (has_link && read_linked(article, arena, block)) {
			make_related(block);
			label = STR_NONE;
		} else if (label.data && ((has_link && is_link_only(block)) ||
					   (is_item_with_link(block) && i >= last_list))) {
			if (is_link_only(block))
				add_links(article, arena, block, label, 0);
			else
				add(article, arena, label, block->text, first_link(block)->href);
			make_related(block);
		} else if (may_be_pointer(block)) {
			label = STR_NONE;
			if (is_label_of_list(article, i, last_list)) {
				label = without_signs(block->text);
				continue;
			}
			if (!has_link && read_unlinked(article, arena, block))
				make_related(block);
		}
		blocks->items[kept++] = *block;
	}
	blocks->count = kept;
}
