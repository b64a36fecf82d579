/* inline.h - the running text of one block: white space collapsed, spans with their byte offsets */
#ifndef DATELINE_BODY_INLINE_H
#define DATELINE_BODY_INLINE_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"
#include "dateline/base/limits.h"

struct open_span {
	enum span_kind kind;
	struct str href;
	size_t slot;  /* its index in `spans`, SIZE_MAX before its first text */
	bool is_idle; /* one of its kind is open already, or its link leads nowhere */
};

struct open_span_list {
	struct open_span *items;
	size_t count, capacity;
};

struct inline_text {
	struct arena *arena, *scratch; /* of what goes into blocks, and of what is gone when they are made */
	struct str source;             /* what lives as long as the arena: words in it need no copy */
	struct str piece;              /* the text so far where it is one piece of that, else empty */
	struct buffer text;            /* the text so far where it is not */
	struct span_list spans; /* of the block that is being made; the memory is used again for the next */
	struct open_span_list open;     /* they go on over the end of a block */
	size_t started;                 /* of those open, how many have had text in this block */
	unsigned active[SPAN_CODE + 1]; /* how many of each kind are open and not idle: 0 or 1 */
	bool needs_space;               /* before the next text */
	bool keeps_space;               /* preformatted */
};

void inline_init(struct inline_text *text, struct str source, struct arena *arena, struct arena *scratch);
void inline_finish(struct inline_text *text);

void inline_add(struct inline_text *text, struct str words);
void inline_break(struct inline_text *text, char c); /* a tab or a line end, without blanks around it */
void inline_open(struct inline_text *text, enum span_kind kind, struct str href);
void inline_close(struct inline_text *text);

/* The text so far, until the next change. */
static inline struct str inline_str(const struct inline_text *text)
{
	return text->piece.length ? text->piece : (struct str){text->text.data, text->text.length};
}

static inline bool inline_is_empty(const struct inline_text *text)
{
	return inline_str(text).length == 0;
}

/* Moves text and spans into the block and begins the next one; false when there was no text. */
bool inline_take(struct inline_text *text, struct block *block);

/* Cuts a block's text at both ends; its spans with it. */
void block_cut(struct block *block, size_t start, size_t end);

#endif
