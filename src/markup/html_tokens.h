/* html_tokens.h - HTML as a row of tags and texts */
#ifndef DATELINE_MARKUP_HTML_TOKENS_H
#define DATELINE_MARKUP_HTML_TOKENS_H

#include "dateline/markup/html.h"

enum html_token_kind { HTML_TEXT, HTML_START, HTML_END };

struct html_token {
	enum html_token_kind kind;
	enum html_tag tag;
	bool is_closed;  /* <br/> */
	unsigned offset; /* offset in the source */
	struct str name, text;
	struct attribute *attributes;
};

struct html_tokens {
	struct str source;
	size_t offset;
	size_t reference; /* the first '&' at or after a place that was looked at; STR_NPOS for none */
	struct arena *arena;
	enum html_tag raw;               /* the element whose raw text comes next */
	bool has_no_end[HTML_TAG_COUNT]; /* raw elements whose end tag does not come any more */
	bool has_no_comment_end, has_no_cdata_end;
};

/* html_tag_find for those who have the first eight bytes of the name (fewer with zeroes behind them) in one
 * register: a name is compared at once. */
enum html_tag html_tag_find_by(uint64_t front, struct str name);

void html_tokens_init(struct html_tokens *tokens, struct str source, struct arena *arena);

/* The next tag or text; false at the end. Comments, doctypes and processing instructions are passed over. */
bool html_tokens_next(struct html_tokens *tokens, struct html_token *token);

#endif
