/* What is right, and will be done, but may not be what was meant. */
#include "query/nearest.h"
#include "query/parser.h"

#include <stdio.h>

#define NAMES_OFFERED 3
#define WORDS_JOINED_MOST 4

struct query_name_list known_names(struct parser *p, enum query_field field)
{
	const struct query_names *names = p->context->names;
	struct query_name_list all = {0};

	if (names && names->list)
		names->list(names->data, field, p->arena, &all);
	return all;
}

static bool has_names(enum query_field field)
{
	return field == QUERY_TAG || field == QUERY_LABEL || field == QUERY_FEED || field == QUERY_FOLDER ||
	       field == QUERY_AUTHOR || field == QUERY_SPEAKER;
}

static bool fits_any(const struct query_name_list *all, const struct query_matcher *matcher)
{
	for (size_t i = 0; i < all->count; i++)
		if (query_matcher_accepts(matcher, all->items[i].name))
			return true;
	return false;
}

void notice_unknown_name(
	struct parser *p, enum query_field field, const struct query_value *value, size_t start, size_t end)
{
	const struct query_names *names = p->context->names;
	struct query_name_list all, near = {0};
	struct str text = STR("");

	if (!has_names(field) || names == NULL || names->list == NULL || p->chain)
		return;
	if (names->is_known && names->is_known(names->data, field, value->text))
		return;
	all = known_names(p, field);
	if (fits_any(&all, value->matcher))
		return;
	nearest_names(value->text, &all, NAMES_OFFERED, p->arena, &near);
	if (field == QUERY_FEED && near.count == 0)
		return; /* it may be a part of the address */
	for (size_t i = 0; i < near.count; i++)
		text = arena_printf(p->arena, "%.*s%s%.*s (%lld)", STR_ARG(text), i ? ", " : "",
			STR_ARG(near.items[i].name), (long long)near.items[i].count);
	notice(p, start, end, "no %s \"%.*s\" in the library%s%.*s", query_field_info(field)->name,
		STR_ARG(value->text), near.count ? "; there is " : "", STR_ARG(text));
}

/* ---- neighbours */

static bool is_bare_word(const struct query_node *node)
{
	return node && node->kind == NODE_TERM && node->field == QUERY_ANYWHERE && node->is_plain &&
	       !node->is_bracketed;
}

static struct str source_of(const struct parser *p, const struct query_node *node)
{
	return str_slice(p->text, node->start, node->end);
}

static bool has_capitals(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((i == 0 || text.data[i - 1] == ' ') && (text.data[i] < 'A' || text.data[i] > 'Z'))
			return false;
	return true;
}

/* Whether these words are one tag of the library; or, when no library is there to ask, look like one name. */
static bool is_tag(const struct parser *p, struct str text)
{
	const struct query_names *names = p->context->names;

	return names && names->is_known ? names->is_known(names->data, QUERY_TAG, text) : has_capitals(text);
}

/* The library's spelling and count of a tag; count -1 when it cannot say. */
static struct query_name spell_tag(struct parser *p, struct str text)
{
	struct query_name_list all = known_names(p, QUERY_TAG);
	struct str key = query_fold_name(text, p->arena);

	for (size_t i = 0; i < all.count; i++)
		if (str_equal(query_fold_name(all.items[i].name, p->arena), key))
			return all.items[i];
	return (struct query_name){text, -1};
}

/* Of two notices about one place the better one stays. */
static void drop_notices(struct query_notice_list *list, size_t start, size_t end)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].start < start || list->items[i].end > end)
			list->items[kept++] = list->items[i];
	list->count = kept;
}

/* tag:North Korea */
static void notice_torn_tag(struct parser *p, const struct query_node *tag)
{
	const struct query_node *word = tag->next, *last = NULL;
	struct str text = tag->values.items[0].text, whole = STR_NONE;
	struct query_name best;
	char count[32] = "";

	for (size_t i = 0; i < WORDS_JOINED_MOST && is_bare_word(word); i++, word = word->next) {
		text = arena_printf(p->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(source_of(p, word)));
		if (is_tag(p, text)) {
			whole = text;
			last = word;
		}
	}
	if (last == NULL)
		return;
	best = spell_tag(p, whole);
	drop_notices(&p->query->notices, tag->start, tag->end);
	if (best.count >= 0)
		snprintf(count, sizeof count, " (%lld)", (long long)best.count);
	notice(p, tag->next->start, last->end, "\"%.*s\" is searched as %s; for the tag write tag:\"%.*s\"%s",
		STR_ARG(str_slice(p->text, tag->next->start, last->end)),
		last == tag->next ? "a word" : "words", STR_ARG(best.name), count);
}

static void notice_small_operator(
	struct parser *p, const struct query_node *left, const struct query_node *word)
{
	struct str text = source_of(p, word);

	if (str_equal(text, STR("or")))
		notice(p, word->start, word->end, "\"or\" is searched as a word; did you mean %.*s OR %.*s ?",
			STR_ARG(source_of(p, left)), STR_ARG(source_of(p, word->next)));
	else if (str_equal(text, STR("and")) || str_equal(text, STR("not")))
		notice(p, word->start, word->end, "\"%.*s\" is searched as a word; the operator is %s",
			STR_ARG(text), text.data[0] == 'a' ? "AND" : "NOT");
}

void notice_neighbours(struct parser *p, const struct query_node *first)
{
	for (const struct query_node *node = first; node && node->next; node = node->next) {
		if (node->kind == NODE_TERM && node->field == QUERY_TAG && node->is_plain &&
			is_bare_word(node->next) && node->values.items[0].kind == VALUE_TEXT)
			notice_torn_tag(p, node);
		if (is_bare_word(node->next) && node->next->next)
			notice_small_operator(p, node, node->next);
	}
}
