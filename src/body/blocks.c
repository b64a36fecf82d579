#include "body/blocks.h"
#include "body/attributes.h"
#include "body/images.h"
#include "body/inline.h"
#include "body/outline.h"
#include "body/tables.h"
#include "dateline/base/url.h"
#include "dateline/base/utf8.h"

#define HEADING_MOST 300 /* bytes; a longer one is text in the wrong element */
#define NUMBER_DIGITS_MOST 8

enum container_kind { IN_LIST, IN_QUOTE };

struct container {
	enum container_kind kind;
	int level;
	bool has_block; /* the present item has its first block: what follows in it is a paragraph */
	bool is_numbered;
	int number, step; /* of the present item, and to the next */
};

struct container_list {
	struct container *items;
	size_t count, capacity;
};

struct picture {
	struct str address, text;
};

struct picture_list {
	struct picture *items;
	size_t count, capacity;
};

struct reader {
	struct article *article;
	struct arena *arena, *scratch;
	struct str base;
	bool is_local; /* the source is a file, and may link to files */
	struct inline_text text;
	struct container_list containers;
	struct picture_list pictures; /* they stood inside the text that is being read, and come after it */
	int heading, preformatted, breaks;
	const struct node *heading_node;
	const struct node *table, *caption; /* the data table and the caption that we are in */
	bool has_cell, row_has_text;
	const struct node *figure;
	size_t figure_start; /* the first block of the figure */
	struct str held_caption;
	const struct node *noscript;
};

static struct block *add_block(struct reader *reader, enum block_kind kind)
{
	struct block *block = LIST_PUSH(reader->scratch, &reader->article->blocks);

	block->kind = kind;
	return block;
}

static struct container *innermost(struct reader *reader)
{
	return reader->containers.count ? &reader->containers.items[reader->containers.count - 1] : NULL;
}

static void add_picture(struct reader *reader, struct picture picture)
{
	struct block_list *blocks = &reader->article->blocks;
	struct block *block = blocks->count ? &blocks->items[blocks->count - 1] : NULL;

	if (block && block->kind == BLOCK_IMAGE && str_equal(block->spans.items[0].href, picture.address))
		return;
	if (reader->article->blocks.count >= BLOCKS_MOST)
		return;
	block = add_block(reader, BLOCK_IMAGE);
	block->text = picture.text;
	if (reader->held_caption.length) {
		block->text = reader->held_caption;
		reader->held_caption = STR_NONE;
	}
	block->spans = (struct span_list){ARENA_NEW(reader->arena, struct span), 1, 1};
	*block->spans.items =
		(struct span){.kind = SPAN_LINK, .end = block->text.length, .href = picture.address};
}

static void add_pictures(struct reader *reader)
{
	for (size_t i = 0; i < reader->pictures.count; i++)
		add_picture(reader, reader->pictures.items[i]);
	reader->pictures.count = 0;
}

static void judge_kind(struct reader *reader, struct block *block)
{
	struct container *container = innermost(reader);

	block->kind = BLOCK_PARAGRAPH;
	if (reader->preformatted) {
		block->kind = BLOCK_PREFORMATTED;
	} else if (reader->heading && block->text.length <= HEADING_MOST) {
		block->kind = BLOCK_HEADING;
		block->level = reader->heading;
	} else if (container && container->kind == IN_QUOTE) {
		block->kind = BLOCK_BLOCKQUOTE;
		block->level = container->level;
	} else if (container && !container->has_block) {
		block->kind = BLOCK_LIST_ITEM;
		block->level = container->level;
		block->is_numbered = container->is_numbered;
		block->number = container->number;
	}
	if (container)
		container->has_block = true;
}

/* Captions that come before their picture wait for it. */
static void take_caption(struct reader *reader, struct str text)
{
	struct block_list *blocks = &reader->article->blocks;
	struct block *last = blocks->count ? &blocks->items[blocks->count - 1] : NULL;

	if (last && last->kind == BLOCK_IMAGE && (!reader->figure || blocks->count > reader->figure_start)) {
		last->text = text;
		last->spans.items[0].end = text.length;
	} else if (reader->figure && blocks->count == reader->figure_start) {
		reader->held_caption = text;
	} else {
		add_block(reader, BLOCK_PARAGRAPH)->text = text;
	}
}

static void take_block(struct reader *reader)
{
	struct block block = {0};

	if (!inline_take(&reader->text, &block) || reader->article->blocks.count >= BLOCKS_MOST)
		return;
	if (reader->caption) {
		take_caption(reader, block.text);
		return;
	}
	judge_kind(reader, &block);
	if (block.kind != BLOCK_HEADING || outline_clean_heading(&block))
		*LIST_PUSH(reader->scratch, &reader->article->blocks) = block;
}

/* Ends the block that is being read. Where one element ends and the next begins there is none, which is half
 * of the times. */
static void flush(struct reader *reader)
{
	reader->breaks = 0;
	if (inline_is_empty(&reader->text))
		reader->text.needs_space = false;
	else
		take_block(reader);
	if (reader->pictures.count)
		add_pictures(reader);
}

/* A block begins or ends: inside a heading, a caption or the cell of a table only the line ends. */
static void break_block(struct reader *reader)
{
	if (reader->heading || reader->table || reader->caption)
		reader->text.needs_space = true;
	else
		flush(reader);
}

static void add_text(struct reader *reader, struct str text)
{
	if (reader->breaks > 1 && !reader->table && !reader->heading && !reader->caption) {
		size_t i = 0;

		while (i < text.length && ascii_is_space(text.data[i]))
			i++;
		if (i == text.length)
			return;
		flush(reader);
	}
	if (reader->breaks && str_trim(text).length)
		reader->breaks = 0;
	if (!reader->noscript)
		inline_add(&reader->text, text);
}

static void read_break(struct reader *reader)
{
	if (reader->preformatted) {
		inline_break(&reader->text, '\n');
		return;
	}
	reader->breaks++;
	reader->text.needs_space = true;
}

static void read_rule(struct reader *reader)
{
	struct block_list *blocks = &reader->article->blocks;

	flush(reader);
	if (blocks->count && blocks->items[blocks->count - 1].kind != BLOCK_RULE && !reader->table)
		add_block(reader, BLOCK_RULE);
}

static bool is_emoji(const struct node *image)
{
	return attributes_have_class(image, STR("emoji")) || attributes_have_class(image, STR("smiley"));
}

static void read_image(struct reader *reader, const struct node *node)
{
	struct block_list *blocks = &reader->article->blocks;
	struct str alternative = node_attribute(node, "alt");
	struct picture *picture;
	struct str address;

	if (is_emoji(node)) {
		add_text(reader, alternative);
		return;
	}
	address = image_address(node, reader->base, reader->arena);
	/* the picture for those without scripts, of which there is one already */
	if (reader->noscript &&
		(reader->pictures.count || (blocks->count && inline_is_empty(&reader->text) &&
						   blocks->items[blocks->count - 1].kind == BLOCK_IMAGE)))
		return;
	if (address.length == 0)
		return;
	picture = LIST_PUSH(reader->scratch, &reader->pictures);
	picture->address = arena_copy(reader->arena, address);
	if (str_find(alternative, STR("</"), 0) != STR_NPOS)
		alternative = body_plain(alternative, reader->scratch);
	picture->text = alternative.data ? utf8_collapse(reader->arena, alternative) : STR("");
	if (inline_is_empty(&reader->text))
		add_pictures(reader);
}

static struct container *open_container(struct reader *reader, enum container_kind kind)
{
	int level = 1;
	struct container *container;

	break_block(reader);
	for (size_t i = 0; i < reader->containers.count; i++)
		level += reader->containers.items[i].kind == kind;
	container = LIST_PUSH(reader->scratch, &reader->containers);
	container->kind = kind;
	container->level = level;
	container->has_block = kind == IN_LIST; /* until an item begins */
	return container;
}

/* HTML standard, "rules for parsing integers"; false when the attribute gives none that is sensible. */
static bool read_number(const struct node *node, const char *name, int *number)
{
	struct str text = str_trim(node_attribute(node, name));
	bool is_negative = text.length && text.data[0] == '-';
	size_t at = text.length && (is_negative || text.data[0] == '+'), end = at;
	int value = 0;

	while (end < text.length && ascii_is_digit(text.data[end]) && end - at < NUMBER_DIGITS_MOST)
		value = value * 10 + (text.data[end++] - '0');
	if (end == at || (end < text.length && ascii_is_digit(text.data[end])))
		return false;
	*number = is_negative ? -value : value;
	return true;
}

static int count_items(const struct node *list)
{
	int count = 0;

	for (const struct node *child = list->first; child; child = child->next)
		count += html_tag_of(child) == HTML_LI;
	return count;
}

/* HTML standard, 4.4.5 and 4.4.8: an item is one more than the one before, of a reversed list one less. */
static void open_numbered(struct reader *reader, const struct node *node)
{
	struct container *list = open_container(reader, IN_LIST);
	bool is_reversed = node_attribute(node, "reversed").data != NULL;

	list->is_numbered = true;
	list->step = is_reversed ? -1 : 1;
	list->number = is_reversed ? count_items(node) : 1;
	read_number(node, "start", &list->number);
	list->number -= list->step;
}

static void close_container(struct reader *reader)
{
	break_block(reader);
	if (reader->containers.count)
		reader->containers.count--;
}

static void open_item(struct reader *reader, const struct node *node, bool is_term)
{
	struct container *container;

	break_block(reader);
	container = innermost(reader);
	if (container == NULL || container->kind != IN_LIST)
		return;
	container->has_block = is_term;
	container->number += container->step;
	if (container->is_numbered)
		read_number(node, "value", &container->number);
}

static void open_cell(struct reader *reader)
{
	if (reader->table == NULL) {
		flush(reader);
		return;
	}
	if (reader->has_cell)
		inline_break(&reader->text, '\t');
	reader->has_cell = true;
	reader->text.needs_space = false;
}

static void close_row(struct reader *reader)
{
	struct block block = {.kind = BLOCK_TABLE_ROW};

	if (reader->table == NULL) {
		flush(reader);
		return;
	}
	reader->has_cell = false;
	if (inline_take(&reader->text, &block) && reader->article->blocks.count < BLOCKS_MOST)
		*LIST_PUSH(reader->scratch, &reader->article->blocks) = block;
}

static void open_link(struct reader *reader, const struct node *node)
{
	struct str href = node_attribute(node, "href");

	if (href.data)
		href = url_resolve(reader->arena, reader->base, href);
	if (!href.data || !url_is_link(href, reader->is_local))
		href = STR_NONE;
	/* an absolute address may come back as the slice of the tree that it was */
	inline_open(&reader->text, SPAN_LINK, arena_copy(reader->arena, href));
}

/* Captions that are no figcaption: the element after a picture whose class says so. */
static bool is_caption(struct reader *reader, const struct node *node)
{
	struct block_list *blocks = &reader->article->blocks;

	return node->attributes && !reader->caption && blocks->count && inline_is_empty(&reader->text) &&
	       blocks->items[blocks->count - 1].kind == BLOCK_IMAGE &&
	       attributes_have_class(node, STR("caption"));
}

static void open_figure(struct reader *reader, const struct node *node)
{
	break_block(reader);
	if (reader->figure)
		return;
	reader->figure = node;
	reader->figure_start = reader->article->blocks.count;
}

static void close_figure(struct reader *reader, const struct node *node)
{
	break_block(reader);
	if (reader->figure != node)
		return;
	if (reader->held_caption.length && reader->article->blocks.count > reader->figure_start)
		add_block(reader, BLOCK_PARAGRAPH)->text = reader->held_caption;
	reader->held_caption = STR_NONE;
	reader->figure = NULL;
}

static void open_caption(struct reader *reader, const struct node *node)
{
	if (reader->table || reader->caption || reader->heading)
		return;
	flush(reader);
	reader->caption = node;
}

static void close_caption(struct reader *reader, const struct node *node)
{
	if (reader->caption != node)
		return;
	flush(reader);
	reader->caption = NULL;
}

static void open_heading(struct reader *reader, const struct node *node, int level)
{
	break_block(reader);
	if (reader->table || reader->caption)
		return;
	reader->heading = level;
	reader->heading_node = node;
}

static void close_heading(struct reader *reader)
{
	if (!reader->table && !reader->caption)
		flush(reader);
	reader->heading = 0;
	reader->heading_node = NULL;
}

static void open_block(struct reader *reader, const struct node *node, enum html_tag tag)
{
	if (!reader->heading && attributes_heading_level(node))
		open_heading(reader, node, attributes_heading_level(node));
	else if (is_caption(reader, node))
		open_caption(reader, node);
	else if (reader->heading && (tag == HTML_P || tag == HTML_SECTION || tag == HTML_ARTICLE) &&
	         !inline_is_empty(&reader->text)) {
		close_heading(reader); /* one that nobody closed */
	} else {
		break_block(reader);
	}
}

/* Not what plays, is filled in or is for machines. */
static bool is_for_readers(enum html_tag tag)
{
	switch (tag) {
	case HTML_AUDIO: case HTML_CANVAS: case HTML_DATALIST: case HTML_DIALOG: case HTML_EMBED:
	case HTML_HEAD: case HTML_IFRAME: case HTML_INPUT: case HTML_MAP: case HTML_METER: case HTML_NOEMBED:
	case HTML_NOFRAMES: case HTML_OPTGROUP: case HTML_OPTION: case HTML_PROGRESS: case HTML_SCRIPT:
	case HTML_SELECT: case HTML_STYLE: case HTML_SVG: case HTML_TEMPLATE: case HTML_TEXTAREA:
	case HTML_TITLE: case HTML_VIDEO:
		return false;
	default:
		return true;
	}
}

/* Begins an element; false when nothing in it is for readers. */
static bool open_element(struct reader *reader, const struct node *node)
{
	enum html_tag tag = html_tag_of(node);

	if (node->attributes &&
		(attributes_hide(node) || ((tag == HTML_A || tag == HTML_SPAN) && attributes_are_sign(node))))
		return false;
	if (!is_for_readers(tag))
		return false;
	switch (tag) {
	case HTML_A: open_link(reader, node); return true;
	case HTML_B: case HTML_STRONG: inline_open(&reader->text, SPAN_STRONG, STR_NONE); return true;
	case HTML_I:
	case HTML_EM:
	case HTML_CITE:
		inline_open(&reader->text, SPAN_EMPHASIS, STR_NONE);
		return true;
	case HTML_CODE: case HTML_KBD: case HTML_SAMP: case HTML_TT:
		inline_open(&reader->text, SPAN_CODE, STR_NONE);
		return true;
	case HTML_Q: inline_add(&reader->text, STR("“")); return true;
	case HTML_BR: read_break(reader); return false;
	case HTML_HR: read_rule(reader); return false;
	case HTML_IMG: case HTML_AMP_IMG: read_image(reader, node); return tag == HTML_AMP_IMG;
	case HTML_NOSCRIPT:
		if (!reader->noscript)
			reader->noscript = node;
		return true;
	case HTML_H1: case HTML_H2: case HTML_H3: case HTML_H4: case HTML_H5: case HTML_H6:
		open_heading(reader, node, (int)(tag - HTML_H1) + 1);
		return true;
	case HTML_BUTTON: return reader->heading > 0; /* what opens a part of the page */
	case HTML_PRE: case HTML_XMP:
		break_block(reader);
		reader->preformatted++;
		reader->text.keeps_space = true;
		return true;
	case HTML_UL: case HTML_MENU: case HTML_DIR: case HTML_DL:
		open_container(reader, IN_LIST);
		return true;
	case HTML_OL: open_numbered(reader, node); return true;
	case HTML_BLOCKQUOTE: open_container(reader, IN_QUOTE); return true;
	case HTML_LI: case HTML_DD: open_item(reader, node, false); return true;
	case HTML_DT: open_item(reader, node, true); return true;
	case HTML_TABLE:
		flush(reader);
		if (!reader->table && table_has_data(node))
			reader->table = node;
		return true;
	case HTML_TR: close_row(reader); return true;
	case HTML_TD: case HTML_TH: open_cell(reader); return true;
	case HTML_FIGURE: open_figure(reader, node); return true;
	case HTML_FIGCAPTION: open_caption(reader, node); return true;
	default:
		if (html_elements[tag].flags & HTML_IS_BLOCK)
			open_block(reader, node, tag);
		return true;
	}
}

static void close_element(struct reader *reader, const struct node *node)
{
	enum html_tag tag = html_tag_of(node);

	switch (tag) {
	case HTML_A: case HTML_B: case HTML_STRONG: case HTML_I: case HTML_EM: case HTML_CITE: case HTML_CODE:
	case HTML_KBD: case HTML_SAMP: case HTML_TT:
		inline_close(&reader->text);
		return;
	case HTML_Q: reader->text.needs_space = false; inline_add(&reader->text, STR("”")); return;
	case HTML_NOSCRIPT:
		if (reader->noscript == node)
			reader->noscript = NULL;
		return;
	case HTML_H1: case HTML_H2: case HTML_H3: case HTML_H4: case HTML_H5: case HTML_H6:
		close_heading(reader);
		return;
	case HTML_PRE: case HTML_XMP:
		break_block(reader);
		reader->preformatted--;
		reader->text.keeps_space = reader->preformatted > 0;
		return;
	case HTML_UL: case HTML_OL: case HTML_MENU: case HTML_DIR: case HTML_DL: case HTML_BLOCKQUOTE:
		close_container(reader);
		return;
	case HTML_TR: close_row(reader); return;
	case HTML_TABLE:
		close_row(reader);
		if (reader->table == node)
			reader->table = NULL;
		flush(reader);
		return;
	case HTML_TD: case HTML_TH: break_block(reader); return;
	case HTML_FIGURE: close_figure(reader, node); return;
	default:
		if (reader->heading_node == node)
			close_heading(reader);
		else if (reader->caption == node)
			close_caption(reader, node);
		else if (html_elements[tag].flags & HTML_IS_BLOCK)
			break_block(reader);
	}
}

/* The node after `node` whose content is done; closes the elements that end on the way. */
static const struct node *go_on(struct reader *reader, const struct node *node, const struct node *top)
{
	while (node->next == NULL) {
		node = node->parent;
		if (node == top)
			return NULL;
		close_element(reader, node);
	}
	return node->next;
}

/* The list was made in scratch memory, where growing it costs nothing that stays. */
static void settle_blocks(struct block_list *blocks, struct arena *arena)
{
	struct block *settled = arena_alloc(arena, blocks->count * sizeof *settled);

	if (blocks->count)
		memcpy(settled, blocks->items, blocks->count * sizeof *settled);
	*blocks = (struct block_list){settled, blocks->count, blocks->count};
}

void blocks_read(const struct node *top, struct str source, struct str base, struct arena *arena,
	struct arena *scratch, struct article *article)
{
	struct reader reader = {.article = article, .arena = arena, .scratch = scratch, .base = base};
	const struct node *node = top->first;

	reader.is_local = str_starts_with_nocase(base, STR("file:"));
	inline_init(&reader.text, source, arena, scratch);
	while (node) {
		if (node->kind == NODE_TEXT) {
			add_text(&reader, node->text);
		} else if (open_element(&reader, node)) {
			if (node->first) {
				node = node->first;
				continue;
			}
			close_element(&reader, node);
		}
		node = go_on(&reader, node, top);
	}
	flush(&reader);
	inline_finish(&reader.text);
	settle_blocks(&article->blocks, arena);
}
