#include "dateline/markup/html.h"
#include "dateline/markup/document.h"
#include "markup/html_tokens.h"

/* An open element. Which elements are open is asked at every tag, so each question has its answer ready:
 * the stack is searched by nobody, and a page of any shape takes time in proportion to its length. */
struct open {
	struct node *node;
	uint16_t same;  /* the depth of the open element of the same tag above it */
	uint16_t scope; /* the depth of the innermost element that end tags do not reach out of */
	uint16_t block; /* the depth of the innermost block */
};

struct builder {
	struct arena *arena;
	struct open stack[HTML_DEPTH_MOST];
	unsigned depth;
	unsigned flattened;                 /* open elements that are too deep to be on the stack */
	uint16_t last_open[HTML_TAG_COUNT]; /* the depth of the innermost open element of each tag, 0 for none
					     */
	size_t node_count, node_most;
	bool has_html, has_body;
};

#define ROWS HTML_TBODY, HTML_THEAD, HTML_TFOOT, HTML_TR, HTML_TD, HTML_TH, HTML_CAPTION, HTML_COLGROUP

/* What a start tag ends first, and the elements that bound it. */
static const struct implied {
	uint8_t ends[8], within[3];
} implied_ends[HTML_TAG_COUNT] = {
	[HTML_LI] = {{HTML_LI}, {HTML_UL, HTML_OL, HTML_MENU}},
	[HTML_DT] = {{HTML_DT, HTML_DD}, {HTML_DL}},
	[HTML_DD] = {{HTML_DT, HTML_DD}, {HTML_DL}},
	[HTML_OPTION] = {{HTML_OPTION}, {HTML_SELECT, HTML_DATALIST}},
	[HTML_OPTGROUP] = {{HTML_OPTGROUP, HTML_OPTION}, {HTML_SELECT}},
	[HTML_RT] = {{HTML_RT, HTML_RP}, {HTML_RUBY}},
	[HTML_RP] = {{HTML_RT, HTML_RP}, {HTML_RUBY}},
	[HTML_TD] = {{HTML_TD, HTML_TH, HTML_CAPTION}, {HTML_TABLE}},
	[HTML_TH] = {{HTML_TD, HTML_TH, HTML_CAPTION}, {HTML_TABLE}},
	[HTML_TR] = {{HTML_TR, HTML_TD, HTML_TH, HTML_CAPTION, HTML_COLGROUP}, {HTML_TABLE}},
	[HTML_TBODY] = {{ROWS}, {HTML_TABLE}},
	[HTML_THEAD] = {{ROWS}, {HTML_TABLE}},
	[HTML_TFOOT] = {{ROWS}, {HTML_TABLE}},
};

static unsigned flags_of(enum html_tag tag)
{
	return html_elements[tag].flags;
}

static struct node *current(struct builder *builder)
{
	return builder->stack[builder->depth].node;
}

static void push(struct builder *builder, struct node *node)
{
	enum html_tag tag = (enum html_tag)node->tag;
	unsigned depth = builder->depth + 1;
	struct open *open = &builder->stack[depth];

	if (depth == HTML_DEPTH_MOST) {
		builder->flattened++;
		return;
	}
	open->node = node;
	open->same = builder->last_open[tag];
	open->scope = flags_of(tag) & HTML_IS_SCOPE ? (uint16_t)depth : open[-1].scope;
	open->block = flags_of(tag) & HTML_IS_BLOCK ? (uint16_t)depth : open[-1].block;
	builder->last_open[tag] = (uint16_t)depth;
	builder->depth = depth;
}

/* Closes the element at `depth` and all that is open inside it. */
static void close_from(struct builder *builder, unsigned depth)
{
	while (builder->depth >= depth) {
		struct open *open = &builder->stack[builder->depth--];

		builder->last_open[open->node->tag] = open->same;
	}
}

static unsigned scope_of(struct builder *builder)
{
	return builder->stack[builder->depth].scope;
}

static void end_implied(struct builder *builder, enum html_tag start)
{
	const struct implied *implied = &implied_ends[start];
	unsigned bound = flags_of(start) & HTML_IS_TABLE_PART ? 0 : scope_of(builder), found = 0;

	for (size_t i = 0; i < COUNT_OF(implied->within); i++)
		if (builder->last_open[implied->within[i]] > bound && implied->within[i])
			bound = builder->last_open[implied->within[i]];
	for (size_t i = 0; i < COUNT_OF(implied->ends) && implied->ends[i]; i++) {
		unsigned depth = builder->last_open[implied->ends[i]];

		if (depth > bound && (found == 0 || depth < found))
			found = depth;
	}
	if (found)
		close_from(builder, found);
}

/* The link ends while blocks inside it stay open: `<a><div>text</a>more`. As the HTML standard's adoption
 * agency does it, the outermost of these blocks moves out of the link, and its content so far into a link
 * of its own. */
static void split_link(struct builder *builder, unsigned depth)
{
	struct node *link = builder->stack[depth].node, *block = builder->stack[depth + 1].node, *inner;

	if (block == NULL || builder->node_count >= builder->node_most)
		return;
	inner = arena_alloc(builder->arena, sizeof *inner);
	*inner = *link;
	builder->node_count++;
	inner->first = block->first;
	for (struct node *child = inner->first; child; child = child->next)
		child->parent = inner;
	node_unlink(block);
	block->first = NULL;
	node_append(link->parent, block);
	node_append(block, inner);
	close_from(builder, depth);
	push(builder, block);
}

static void end_link(struct builder *builder, unsigned depth)
{
	if (builder->stack[builder->depth].block < depth)
		close_from(builder, depth);
	else if (builder->depth == depth + 1)
		split_link(builder, depth);
}

static void end_heading(struct builder *builder)
{
	unsigned found = 0;

	for (int tag = HTML_H1; tag <= HTML_H6; tag++)
		if (builder->last_open[tag] > found)
			found = builder->last_open[tag];
	if (found > scope_of(builder))
		close_from(builder, found);
}

static void end_unknown(struct builder *builder, struct str name)
{
	unsigned depth = builder->last_open[HTML_UNKNOWN];

	for (int tries = 0; depth && tries < 16; tries++, depth = builder->stack[depth].same)
		if (depth && str_equal(builder->stack[depth].node->name, name)) {
			close_from(builder, depth);
			return;
		}
}

static void end_element(struct builder *builder, const struct html_token *token)
{
	enum html_tag tag = token->tag;
	unsigned depth = builder->last_open[tag], bound = scope_of(builder);

	if (flags_of(tag) & HTML_IS_VOID || tag == HTML_BODY || tag == HTML_HTML)
		return;
	if (builder->flattened) {
		builder->flattened--;
		return;
	}
	if (tag == HTML_UNKNOWN) {
		end_unknown(builder, token->name);
		return;
	}
	if (flags_of(tag) & HTML_IS_TABLE_PART)
		bound = builder->last_open[HTML_TABLE];
	else if (tag == HTML_TABLE)
		bound = 0;
	if (html_is_heading(tag))
		end_heading(builder);
	else if (depth == 0 || depth < bound)
		return;
	else if (tag == HTML_A)
		end_link(builder, depth);
	else if (flags_of(tag) & (HTML_IS_BLOCK | HTML_IS_SCOPE | HTML_IS_RAW) ||
		 builder->stack[builder->depth].block < depth)
		close_from(builder, depth);
}

static struct node *add_node(struct builder *builder, enum node_kind kind, unsigned offset)
{
	struct node *node = ARENA_NEW(builder->arena, struct node);

	node->kind = kind;
	node->offset = offset;
	builder->node_count++;
	node_append(current(builder), node);
	return node;
}

/* Elements that end a drawing which nobody closed.
 * Source: HTML standard, 13.2.6.5 "The rules for parsing tokens in foreign content". */
static bool ends_drawing(enum html_tag tag)
{
	switch (tag) {
	case HTML_B: case HTML_BIG: case HTML_BLOCKQUOTE: case HTML_BODY: case HTML_BR: case HTML_CENTER:
	case HTML_CODE: case HTML_DD: case HTML_DIV: case HTML_DL: case HTML_DT: case HTML_EM: case HTML_EMBED:
	case HTML_H1: case HTML_H2: case HTML_H3: case HTML_H4: case HTML_H5: case HTML_H6: case HTML_HEAD:
	case HTML_HR: case HTML_I: case HTML_IMG: case HTML_LI: case HTML_MENU: case HTML_META: case HTML_OL:
	case HTML_P: case HTML_PRE: case HTML_RUBY: case HTML_S: case HTML_SMALL: case HTML_SPAN: case HTML_STRONG:
	case HTML_SUB: case HTML_SUP: case HTML_TABLE: case HTML_TT: case HTML_U: case HTML_UL: case HTML_VAR:
		return true;
	default:
		return false;
	}
}

/* Whether HTML is at home here: in <foreignObject>. */
static bool is_in_foreign_object(struct builder *builder, unsigned drawing)
{
	unsigned depth = builder->last_open[HTML_UNKNOWN];

	for (int tries = 0; depth > drawing && tries < 16; tries++, depth = builder->stack[depth].same)
		if (str_equal(builder->stack[depth].node->name, STR("foreignobject")))
			return true;
	return false;
}

static void end_drawing(struct builder *builder, enum html_tag tag)
{
	unsigned drawing = builder->last_open[HTML_SVG];

	if (drawing && ends_drawing(tag) && !is_in_foreign_object(builder, drawing))
		close_from(builder, drawing);
}

/* Ends what the start of this element ends; false when the element itself is left out. */
static bool prepare_start(struct builder *builder, enum html_tag tag)
{
	bool is_repeated = (tag == HTML_HTML && builder->has_html) ||
			   (tag == HTML_BODY && builder->has_body) || (tag == HTML_HEAD && builder->has_body);

	if (flags_of((enum html_tag)current(builder)->tag) & HTML_IS_RAW) /* it was never closed */
		close_from(builder, builder->depth);
	builder->has_html |= tag == HTML_HTML;
	builder->has_body |= tag == HTML_BODY;
	if (builder->last_open[HTML_HEAD] && !(flags_of(tag) & HTML_IS_HEAD) &&
		builder->last_open[HTML_NOSCRIPT] < builder->last_open[HTML_HEAD])
		close_from(builder, builder->last_open[HTML_HEAD]);
	if (is_repeated)
		return false;
	end_drawing(builder, tag);
	if (flags_of(tag) & HTML_ENDS_P && builder->last_open[HTML_P] > scope_of(builder))
		close_from(builder, builder->last_open[HTML_P]);
	if (html_is_heading(tag) && html_is_heading((enum html_tag)current(builder)->tag))
		close_from(builder, builder->depth);
	if (tag == HTML_A && builder->last_open[HTML_A] > scope_of(builder))
		end_link(builder, builder->last_open[HTML_A]);
	if (implied_ends[tag].ends[0])
		end_implied(builder, tag);
	return true;
}

static void start_element(struct builder *builder, const struct html_token *token)
{
	bool is_foreign = builder->last_open[HTML_SVG] || builder->last_open[HTML_MATH];
	struct node *node;

	if (!prepare_start(builder, token->tag))
		return;
	node = add_node(builder, NODE_ELEMENT, token->offset);
	node->tag = (uint8_t)token->tag;
	node->name = token->name;
	node->attributes = token->attributes;
	if (!(flags_of(token->tag) & HTML_IS_VOID) && !(token->is_closed && is_foreign))
		push(builder, node);
}

static bool is_blank(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!ascii_is_space(text.data[i]))
			return false;
	return true;
}

static bool is_block(const struct node *node)
{
	return flags_of((enum html_tag)node->tag) & HTML_IS_BLOCK;
}

/* White space at the edge of a block is nothing that a reader would see, and half of all texts are that. */
static bool is_at_edge(struct builder *builder)
{
	const struct node *parent = current(builder), *last = node_last(parent);

	return builder->last_open[HTML_PRE] == 0 && is_block(last ? last : parent);
}

static void add_text(struct builder *builder, const struct html_token *token)
{
	struct node *node;

	if (ascii_is_space(token->text.data[0]) && is_blank(token->text)) {
		if (is_at_edge(builder))
			return;
	} else if (current(builder)->tag == HTML_HEAD) {
		close_from(builder, builder->depth);
	}
	node = add_node(builder, NODE_TEXT, token->offset);
	node->text = token->text;
}

unsigned html_line(struct str text, const struct node *node, struct html_place *counted)
{
	size_t at = counted->offset;

	if (counted->line == 0 || node->offset < at)
		*counted = (struct html_place){.line = 1};
	for (at = counted->offset; (at = str_find_char(text, '\n', at)) < node->offset; at++)
		counted->line++;
	counted->offset = node->offset;
	return counted->line;
}

struct node *markup_parse_html(struct str text, struct arena *arena, struct warnings *warnings)
{
	struct node *top = ARENA_NEW(arena, struct node);
	struct html_tokens tokens;
	struct html_token token;
	struct builder builder = {.arena = arena,
		.node_most = NODES_LEAST + text.length / BYTES_PER_NODE_LEAST,
		.stack = {{.node = top}}};

	html_tokens_init(&tokens, text, arena);
	while (builder.node_count < builder.node_most && html_tokens_next(&tokens, &token)) {
		if (token.kind == HTML_TEXT)
			add_text(&builder, &token);
		else if (token.kind == HTML_START)
			start_element(&builder, &token);
		else
			end_element(&builder, &token);
	}
	if (builder.node_count >= builder.node_most)
		warnings_add(warnings, 0, "the HTML has too many elements: the rest was left out");
	return top;
}
