#include "dateline/article/print.h"
#include "dateline/article/listmark.h"
#include "dateline/article/name.h"
#include "dateline/base/datetime.h"
#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"

#define MEASURE_COLUMNS 76

/* ---- the same words for all forms */

struct page {
	const struct article *article;
	struct str source;
	struct arena *arena;
	struct buffer *out;
	struct list_marker marker;
};

static struct str clean(const struct page *page, struct str text)
{
	return utf8_printable(page->arena, text);
}

static struct str join(const struct page *page, const struct str_list *list, const char *between)
{
	struct str joined = STR("");

	for (size_t i = 0; i < list->count; i++)
		joined = arena_printf(page->arena, "%.*s%s%.*s", STR_ARG(joined), i ? between : "",
			STR_ARG(list->items[i]));
	return clean(page, joined);
}

static struct str join_tags(const struct page *page)
{
	const struct tag_list *tags = &page->article->tags;
	struct str joined = STR("");

	for (size_t i = 0; i < tags->count; i++)
		joined = arena_printf(page->arena, "%.*s%s#%.*s", STR_ARG(joined), i ? "  " : "",
			STR_ARG(tags->items[i].name));
	return clean(page, joined);
}

/* "Reuters · by D. Madhur · 2025-09-01 08:00" */
static struct str byline(const struct page *page)
{
	const struct article *article = page->article;
	struct str authors = join(page, &article->authors, ", ");
	struct str time =
		article->published == TIME_NONE ? STR("") : datetime_local(article->published, page->arena);

	return arena_printf(page->arena, "%.*s%s%.*s%s%.*s", STR_ARG(clean(page, page->source)),
		authors.length ? " · by " : "", STR_ARG(authors), time.length ? " · " : "", STR_ARG(time));
}

static struct str first_words(const struct page *page)
{
	const struct block_list *blocks = &page->article->blocks;
	struct buffer words = {0};
	struct str opening;

	for (size_t i = 0; i < blocks->count && words.length <= OPENING_BYTES; i++) {
		if (words.length)
			buffer_add_char(&words, ' ');
		buffer_add(&words, blocks->items[i].text);
	}
	opening = article_opening(buffer_str(&words), page->arena);
	buffer_finish(&words);
	return opening;
}

static struct str title_of(const struct page *page)
{
	const struct article *article = page->article;

	return clean(page,
		article_name(article->title, article->standfirst, first_words(page), article->link));
}

/* ---- text */

static void add_lines(const struct page *page, struct str text, const char *first, const char *rest)
{
	uint8_t *breaks = arena_alloc(page->arena, text.length + 1);
	const char *before = first;
	size_t start = 0;

	linebreak_find(text, breaks);
	do {
		struct text_line line = linebreak_fit(
			text, breaks, start, MEASURE_COLUMNS - (int)utf8_columns(str_from(before)));

		buffer_add(page->out, str_from(before));
		buffer_add(page->out, clean(page, str_slice(text, line.start, line.end)));
		buffer_add_char(page->out, '\n');
		before = rest;
		start = line.next > start ? line.next : text.length;
	} while (start < text.length);
}

static void add_unbroken(const struct page *page, struct str text, const char *before)
{
	struct str line;

	while (str_next(&text, '\n', &line)) {
		buffer_add(page->out, str_from(before));
		buffer_add(page->out, clean(page, line));
		buffer_add_char(page->out, '\n');
	}
}

/* Items of a list, or rows of a table, stand close; what comes after them does not. */
static void end_run(const struct page *page, size_t index, enum block_kind kind)
{
	const struct block *blocks = page->article->blocks.items;

	if (index && blocks[index - 1].kind == kind && blocks[index].kind != kind)
		buffer_add_char(page->out, '\n');
}

static void add_item(struct page *page, size_t index)
{
	const struct block_list *blocks = &page->article->blocks;
	int indent;
	struct str mark = list_mark(&page->marker, blocks, index, STR("• "), page->arena, &indent);
	int columns = (int)utf8_columns(mark);

	add_lines(page, blocks->items[index].text,
		arena_printf(page->arena, "%*s%.*s%c", indent, "", STR_ARG(mark), 0).data,
		arena_printf(page->arena, "%*s%c", indent + columns, "", 0).data);
}

static void add_text_block(struct page *page, size_t index)
{
	const struct block *block = &page->article->blocks.items[index];

	end_run(page, index, BLOCK_LIST_ITEM);
	end_run(page, index, BLOCK_TABLE_ROW);
	switch (block->kind) {
	case BLOCK_HEADING:
		buffer_add_char(page->out, '\n');
		add_lines(page, block->text, "§ ", "  ");
		break;
	case BLOCK_BLOCKQUOTE:
		add_lines(page, block->text, "  | ", "  | ");
		break;
	case BLOCK_LIST_ITEM:
		add_item(page, index);
		return;
	case BLOCK_PREFORMATTED:
		add_unbroken(page, block->text, "    ");
		break;
	case BLOCK_TABLE_ROW:
		add_lines(page, block->text, "", "  ");
		return;
	case BLOCK_IMAGE:
		add_lines(page, block->text.length ? block->text : STR("image"), "[image] ", "        ");
		break;
	case BLOCK_RULE:
		buffer_add(page->out, STR("* * *\n"));
		break;
	case BLOCK_RELATED:
		add_lines(page, block->text, "› ", "  ");
		break;
	case BLOCK_PARAGRAPH:
		add_lines(page, block->text, "", "");
		break;
	}
	buffer_add_char(page->out, '\n');
}

static void write_text(struct page *page)
{
	const struct article *article = page->article;

	add_lines(page, title_of(page), "", "");
	add_lines(page, byline(page), "", "");
	if (article->tags.count)
		add_lines(page, join_tags(page), "", "");
	if (article->link.length)
		add_unbroken(page, article->link, "");
	buffer_add_char(page->out, '\n');
	if (article->standfirst.length) {
		add_lines(page, article->standfirst, "", "");
		buffer_add_char(page->out, '\n');
	}
	for (size_t i = 0; i < article->blocks.count; i++)
		add_text_block(page, i);
}

/* ---- marked-up forms: how a span begins and ends, and how text is escaped */

struct markup {
	void (*add_text)(const struct page *page, struct str text);
	void (*open)(const struct page *page, const struct span *span);
	void (*close)(const struct page *page, const struct span *span);
};

/* Spans are by start and may overlap; one that begins inside another and ends after it is cut at its end. */
static void add_spans(const struct page *page, const struct markup *markup, const struct block *block,
	size_t from, size_t to, size_t span)
{
	for (; span < block->spans.count && block->spans.items[span].start < to; span++) {
		const struct span *item = &block->spans.items[span];
		size_t end = item->end < to ? item->end : to;

		if (item->start < from || end <= item->start)
			continue;
		markup->add_text(page, str_slice(block->text, from, item->start));
		markup->open(page, item);
		add_spans(page, markup, block, item->start, end, span + 1);
		markup->close(page, item);
		from = end;
	}
	markup->add_text(page, str_slice(block->text, from, to));
}

static void add_markup(const struct page *page, const struct markup *markup, const struct block *block)
{
	add_spans(page, markup, block, 0, block->text.length, 0);
}

/* ---- Markdown */

static void add_markdown_text(const struct page *page, struct str text)
{
	text = clean(page, text);
	for (size_t i = 0; i < text.length; i++) {
		if (str_find_char(STR("\\`*_[]<>#"), text.data[i], 0) != STR_NPOS)
			buffer_add_char(page->out, '\\');
		buffer_add_char(page->out, text.data[i]);
	}
}

static const char *const markdown_marks[] = {
	[SPAN_LINK] = "[",
	[SPAN_STRONG] = "**",
	[SPAN_EMPHASIS] = "*",
	[SPAN_CODE] = "",
};

static void open_markdown(const struct page *page, const struct span *span)
{
	buffer_add(page->out, str_from(markdown_marks[span->kind]));
}

/* What would end the address is written as a percent escape. */
static void add_markdown_address(const struct page *page, struct str address)
{
	address = clean(page, address);
	for (size_t i = 0; i < address.length; i++) {
		if (str_find_char(STR(" <>()\\"), address.data[i], 0) != STR_NPOS)
			buffer_printf(page->out, "%%%02X", (unsigned)address.data[i]);
		else
			buffer_add_char(page->out, address.data[i]);
	}
}

static void close_markdown(const struct page *page, const struct span *span)
{
	if (span->kind != SPAN_LINK) {
		buffer_add(page->out, str_from(markdown_marks[span->kind]));
		return;
	}
	buffer_add(page->out, STR("]("));
	add_markdown_address(page, span->href);
	buffer_add_char(page->out, ')');
}

static void add_markdown_mark(struct page *page, size_t index)
{
	int indent;
	struct str mark =
		list_mark(&page->marker, &page->article->blocks, index, STR("- "), page->arena, &indent);

	buffer_printf(page->out, "%*s%.*s", indent, "", STR_ARG(mark));
}

static void add_markdown_block(struct page *page, size_t index)
{
	static const struct markup markup = {add_markdown_text, open_markdown, close_markdown};
	const struct block *block = &page->article->blocks.items[index];

	end_run(page, index, BLOCK_LIST_ITEM);
	switch (block->kind) {
	case BLOCK_HEADING:
		buffer_printf(page->out, "%.*s ", block->level < 6 ? block->level + 1 : 6, "######");
		break;
	case BLOCK_BLOCKQUOTE:
		buffer_add(page->out, STR("> "));
		break;
	case BLOCK_LIST_ITEM:
		add_markdown_mark(page, index);
		break;
	case BLOCK_PREFORMATTED:
		add_unbroken(page, block->text, "    ");
		buffer_add_char(page->out, '\n');
		return;
	case BLOCK_RULE:
		buffer_add(page->out, STR("---\n\n"));
		return;
	case BLOCK_IMAGE:
		buffer_add_char(page->out, '!');
		break;
	case BLOCK_TABLE_ROW:
	case BLOCK_RELATED:
	case BLOCK_PARAGRAPH:
		break;
	}
	add_markup(page, &markup, block);
	buffer_add(page->out, block->kind == BLOCK_LIST_ITEM ? STR("\n") : STR("\n\n"));
}

static void write_markdown(struct page *page)
{
	const struct article *article = page->article;

	buffer_add(page->out, STR("# "));
	add_markdown_text(page, title_of(page));
	buffer_add(page->out, STR("\n\n"));
	add_markdown_text(page, byline(page));
	buffer_add(page->out, STR("\n\n"));
	if (article->link.length) {
		buffer_add_char(page->out, '<');
		add_markdown_address(page, article->link);
		buffer_add(page->out, STR(">\n\n"));
	}
	if (article->standfirst.length) {
		buffer_add(page->out, STR("**"));
		add_markdown_text(page, article->standfirst);
		buffer_add(page->out, STR("**\n\n"));
	}
	for (size_t i = 0; i < article->blocks.count; i++)
		add_markdown_block(page, i);
}

/* ---- HTML */

static void add_html_text(const struct page *page, struct str text)
{
	text = clean(page, text);
	for (size_t i = 0; i < text.length; i++) {
		switch (text.data[i]) {
		case '<':
			buffer_add(page->out, STR("&lt;"));
			break;
		case '>':
			buffer_add(page->out, STR("&gt;"));
			break;
		case '&':
			buffer_add(page->out, STR("&amp;"));
			break;
		case '"':
			buffer_add(page->out, STR("&quot;"));
			break;
		default:
			buffer_add_char(page->out, text.data[i]);
		}
	}
}

static const char *const html_names[] = {
	[SPAN_LINK] = "a",
	[SPAN_STRONG] = "strong",
	[SPAN_EMPHASIS] = "em",
	[SPAN_CODE] = "code",
};

static void open_html(const struct page *page, const struct span *span)
{
	buffer_printf(page->out, "<%s", html_names[span->kind]);
	if (span->kind == SPAN_LINK) {
		buffer_add(page->out, STR(" href=\""));
		add_html_text(page, span->href);
		buffer_add_char(page->out, '"');
	}
	buffer_add_char(page->out, '>');
}

static void close_html(const struct page *page, const struct span *span)
{
	buffer_printf(page->out, "</%s>", html_names[span->kind]);
}

/* The lists that are open, outermost first. */
struct html_lists {
	size_t depth;
	bool are_numbered[LIST_DEPTH_MOST];
};

static void close_lists(const struct page *page, struct html_lists *lists, size_t depth)
{
	while (lists->depth > depth)
		buffer_add(page->out,
			lists->are_numbered[--lists->depth] ? STR("</li></ol>\n") : STR("</li></ul>\n"));
}

static void open_list(const struct page *page, struct html_lists *lists, const struct block *block)
{
	lists->are_numbered[lists->depth++] = block->is_numbered;
	buffer_add(page->out, block->is_numbered ? STR("<ol>\n") : STR("<ul>\n"));
}

static size_t depth_of(const struct block *block)
{
	return block->level < 1 ? 1 : block->level > LIST_DEPTH_MOST ? LIST_DEPTH_MOST : (size_t)block->level;
}

/* Up to where the text of an item begins. An item is left open: those below it are inside. */
static void begin_html_item(const struct page *page, struct html_lists *lists, const struct block *block)
{
	size_t depth = depth_of(block);

	close_lists(page, lists, depth);
	if (lists->depth == depth && lists->are_numbered[depth - 1] != block->is_numbered)
		close_lists(page, lists, depth - 1);
	if (lists->depth == depth)
		buffer_add(page->out, STR("</li>\n"));
	for (; lists->depth + 1 < depth; buffer_add(page->out, STR("<li>")))
		open_list(page, lists, &(struct block){0});
	if (lists->depth < depth)
		open_list(page, lists, block);
	if (block->is_numbered)
		buffer_printf(page->out, "<li value=\"%d\">", block->number);
	else
		buffer_add(page->out, STR("<li>"));
}

static void add_html_block(const struct page *page, const struct block *block)
{
	static const struct markup markup = {add_html_text, open_html, close_html};
	static const struct {
		const char *open, *close;
	} elements[] = {
		[BLOCK_PARAGRAPH] = {"<p>", "</p>"},
		[BLOCK_HEADING] = {"<h2>", "</h2>"},
		[BLOCK_BLOCKQUOTE] = {"<blockquote>", "</blockquote>"},
		[BLOCK_LIST_ITEM] = {"", ""},
		[BLOCK_PREFORMATTED] = {"<pre>", "</pre>"},
		[BLOCK_TABLE_ROW] = {"<p>", "</p>"},
		[BLOCK_IMAGE] = {"<figure>", "</figure>"},
		[BLOCK_RULE] = {"<hr>", ""},
		[BLOCK_RELATED] = {"<aside>", "</aside>"},
	};
	struct str line, rest = block->text;

	buffer_add(page->out, str_from(elements[block->kind].open));
	if (block->kind != BLOCK_PREFORMATTED)
		add_markup(page, &markup, block);
	while (block->kind == BLOCK_PREFORMATTED && str_next(&rest, '\n', &line)) {
		add_html_text(page, line);
		buffer_add_char(page->out, '\n');
	}
	buffer_add(page->out, str_from(elements[block->kind].close));
	buffer_add_char(page->out, '\n');
}

static void add_html_element(const struct page *page, const char *open, struct str text, const char *close)
{
	buffer_add(page->out, str_from(open));
	add_html_text(page, text);
	buffer_add(page->out, str_from(close));
}

static void write_html(const struct page *page)
{
	const struct article *article = page->article;
	struct html_lists lists = {0};

	add_html_element(
		page, "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>", title_of(page), "</title>\n");
	add_html_element(page, "<article>\n<h1>", title_of(page), "</h1>\n");
	add_html_element(page, "<p>", byline(page), "</p>\n");
	if (article->standfirst.length)
		add_html_element(page, "<p><strong>", article->standfirst, "</strong></p>\n");
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];

		if (block->kind == BLOCK_LIST_ITEM)
			begin_html_item(page, &lists, block);
		else
			close_lists(page, &lists, 0);
		add_html_block(page, block);
	}
	close_lists(page, &lists, 0);
	if (article->link.length) {
		add_html_element(page, "<p><a href=\"", article->link, "\">");
		add_html_element(page, "", article->link, "</a></p>\n");
	}
	buffer_add(page->out, STR("</article>\n"));
}

void article_print(const struct article *article, struct str source, enum article_form form,
	struct arena *arena, struct buffer *out)
{
	struct page page = {.article = article, .source = source, .arena = arena, .out = out};

	switch (form) {
	case ARTICLE_TEXT:
		write_text(&page);
		break;
	case ARTICLE_MARKDOWN:
		write_markdown(&page);
		break;
	case ARTICLE_HTML:
		write_html(&page);
		break;
	}
}
