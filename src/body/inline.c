#include "body/inline.h"
#include "dateline/base/utf8.h"

#include <string.h>

enum { PLAIN, SPACE, CONTROL, LEAD };

/* What needs a look, by first byte: LEAD begins a code point that may be a blank or nothing at all. */
static const uint8_t classes[256] = {
	[0x00 ... 0x08] = CONTROL,
	['\t'] = SPACE,
	['\n'] = SPACE,
	[0x0b] = CONTROL,
	['\f'] = SPACE,
	['\r'] = SPACE,
	[0x0e ... 0x1f] = CONTROL,
	[' '] = SPACE,
	[0x7f] = CONTROL,
	[0xc2] = LEAD,
	[0xe2] = LEAD,
	[0xe3] = LEAD,
	[0xef] = LEAD,
};

void inline_init(struct inline_text *text, struct str source, struct arena *arena, struct arena *scratch)
{
	*text = (struct inline_text){.arena = arena, .scratch = scratch, .source = source};
}

void inline_finish(struct inline_text *text)
{
	buffer_finish(&text->text);
}

static void start_spans(struct inline_text *text)
{
	for (; text->started < text->open.count; text->started++) {
		struct open_span *open = &text->open.items[text->started];
		struct span *span;

		open->slot = SIZE_MAX;
		if (text->spans.count >= SPANS_MOST || open->is_idle)
			continue;
		open->slot = text->spans.count;
		span = LIST_PUSH(text->scratch, &text->spans);
		span->kind = open->kind;
		span->href = open->href;
		span->start = inline_str(text).length;
	}
}

/* More comes than one piece of the source. */
static void end_piece(struct inline_text *text)
{
	buffer_add(&text->text, text->piece);
	text->piece.length = 0;
}

/* Half of all paragraphs are one piece of the source, which is not copied. */
static bool is_in_source(const struct inline_text *text, const char *words)
{
	uintptr_t start = (uintptr_t)text->source.data, at = (uintptr_t)words;

	return at - start < text->source.length;
}

static void write_words(struct inline_text *text, const char *words, size_t length)
{
	bool is_first = inline_is_empty(text);

	if (text->piece.length)
		end_piece(text);
	if (text->needs_space && !is_first)
		buffer_add_char(&text->text, ' ');
	text->needs_space = false;
	if (text->started < text->open.count)
		start_spans(text);
	if (is_first && is_in_source(text, words))
		text->piece = (struct str){words, length};
	else
		buffer_add(&text->text, (struct str){words, length});
}

/* Whether the code point at `p` is a blank (of any width), nothing (soft hyphen, byte order mark, C1), or
 * text. */
static unsigned judge_lead(const unsigned char *p, const unsigned char *end, size_t *length)
{
	*length = *p == 0xc2 ? 2 : 3;
	if ((size_t)(end - p) < *length) {
		*length = (size_t)(end - p);
		return CONTROL;
	}
	if (*p == 0xc2)
		return p[1] == 0xa0 ? SPACE : p[1] == 0xad || p[1] < 0xa0 ? CONTROL : PLAIN;
	if (*p == 0xe2 && p[1] == 0x80)
		return p[2] <= 0x8a || p[2] == 0xaf || p[2] == 0xa8 || p[2] == 0xa9 ? SPACE : PLAIN;
	if (*p == 0xe2)
		return p[1] == 0x81 && p[2] == 0x9f ? SPACE : PLAIN;
	if (*p == 0xe3)
		return p[1] == 0x80 && p[2] == 0x80 ? SPACE : PLAIN;
	return p[1] == 0xbb && p[2] == 0xbf ? CONTROL : PLAIN;
}

static void add_special(struct inline_text *text, const unsigned char **at, const unsigned char *end)
{
	const unsigned char *p = *at;
	unsigned class = classes[*p];
	size_t length = 1;

	if (class == LEAD)
		class = judge_lead(p, end, &length);
	if (class == PLAIN)
		write_words(text, (const char *)p, length);
	else if (class == SPACE && !text->keeps_space)
		text->needs_space = true;
	else if (class == SPACE && *p != '\r' && (!inline_is_empty(text) || *p != '\n'))
		write_words(text, length > 1 ? " " : (const char *)p, 1);
	*at = p + length;
}

/* The end of the text at `from` that is taken as it stands. */
static const unsigned char *skip_plain(struct str words, const unsigned char *from)
{
	const unsigned char *start = (const unsigned char *)words.data, *end = start + words.length,
			    *p = from;
	size_t length;

	for (;;) {
		p = start + utf8_skip_words(words, (size_t)(p - start));
		if (p >= end || classes[*p] == SPACE || classes[*p] == CONTROL)
			return p;
		length = 1;
		if (classes[*p] == LEAD && judge_lead(p, end, &length) != PLAIN)
			return p;
		p += length;
	}
}

void inline_add(struct inline_text *text, struct str words)
{
	const unsigned char *p = (const unsigned char *)words.data, *end = p + words.length;

	while (p < end) {
		const unsigned char *run = p;

		p = skip_plain(words, run);
		if (p > run)
			write_words(text, (const char *)run, (size_t)(p - run));
		if (p < end)
			add_special(text, &p, end);
	}
}

void inline_break(struct inline_text *text, char c)
{
	text->needs_space = false;
	end_piece(text);
	buffer_add_char(&text->text, c);
}

void inline_open(struct inline_text *text, enum span_kind kind, struct str href)
{
	struct open_span *open = LIST_PUSH(text->scratch, &text->open);

	open->kind = kind;
	open->href = href;
	open->slot = SIZE_MAX;
	open->is_idle = text->active[kind] || (kind == SPAN_LINK && href.length == 0);
	text->active[kind] += !open->is_idle;
}

void inline_close(struct inline_text *text)
{
	struct open_span *open;

	if (text->open.count == 0)
		return;
	open = &text->open.items[--text->open.count];
	text->active[open->kind] -= !open->is_idle;
	if (text->started > text->open.count) {
		text->started = text->open.count;
		if (open->slot != SIZE_MAX)
			text->spans.items[open->slot].end = inline_str(text).length;
	}
}

static struct str without_blanks_behind(struct str text)
{
	while (text.length && ascii_is_space(text.data[text.length - 1]))
		text.length--;
	return text;
}

static void copy_spans(struct inline_text *text, struct block *block)
{
	size_t count = 0;

	if (text->spans.count == 0)
		return;
	block->spans.items = arena_array(text->arena, text->spans.count, sizeof(struct span));
	for (size_t i = 0; i < text->spans.count; i++) {
		struct span span = text->spans.items[i];

		if (span.end > block->text.length)
			span.end = block->text.length;
		if (span.start < span.end)
			block->spans.items[count++] = span;
	}
	block->spans.count = block->spans.capacity = count;
}

bool inline_take(struct inline_text *text, struct block *block)
{
	struct str taken = without_blanks_behind(inline_str(text));

	for (size_t i = 0; i < text->started; i++)
		if (text->open.items[i].slot != SIZE_MAX)
			text->spans.items[text->open.items[i].slot].end = taken.length;
	if (taken.length) {
		block->text = text->piece.length ? taken : arena_copy(text->arena, taken);
		copy_spans(text, block);
	}
	text->piece.length = 0;
	buffer_clear(&text->text);
	text->spans.count = 0;
	text->started = 0;
	text->needs_space = false;
	return taken.length > 0;
}

void block_cut(struct block *block, size_t start, size_t end)
{
	size_t count = 0;

	for (size_t i = 0; i < block->spans.count; i++) {
		struct span span = block->spans.items[i];

		span.start = span.start < start ? 0 : span.start - start;
		span.end = span.end < start ? 0 : (span.end < end ? span.end : end) - start;
		if (span.start < span.end)
			block->spans.items[count++] = span;
	}
	block->spans.count = count;
	block->text = str_slice(block->text, start, end);
}
