#include "body/claims.h"
#include "dateline/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

#define CLAIMS_MOST 200
#define VALUE_MOST 4000 /* bytes of a claim */
#define SHOWN_MOST 160  /* bytes of a value in the reasoning */

static const char *const field_names[PAGE_FIELD_COUNT] = {
	[PAGE_TITLE] = "title",
	[PAGE_AUTHOR] = "author",
	[PAGE_PUBLISHED] = "published",
	[PAGE_UPDATED] = "updated",
	[PAGE_STANDFIRST] = "standfirst",
	[PAGE_IMAGE] = "image",
	[PAGE_LANGUAGE] = "language",
	[PAGE_TAG] = "tag",
	[PAGE_CATEGORY] = "category",
	[PAGE_SITE] = "site",
	[PAGE_LINK] = "link",
	[PAGE_COMMENTS] = "comments",
	[PAGE_NEXT] = "next page",
};

/* The last place up to `most` where a text may be cut. */
static size_t cut_at(struct str text, size_t most)
{
	size_t end = text.length < most ? text.length : most;

	while (!utf8_is_boundary(text, end))
		end--;
	return end;
}

void claims_add(struct page *page, enum page_field field, struct str value, const char *source, int weight)
{
	claims_add_at(page, field, value, source, weight, 0);
}

void claims_add_at(struct page *page, enum page_field field, struct str value, const char *source, int weight,
	uint32_t element)
{
	struct claim_list *list = &page->claims[field];
	struct claim *claim;

	value = str_trim(value);
	if (value.length == 0 || list->count >= CLAIMS_MOST)
		return;
	if (value.length > VALUE_MOST)
		value = str_slice(value, 0, cut_at(value, VALUE_MOST));
	claim = LIST_PUSH(page->scratch, list);
	*claim = (struct claim){value, source, weight, element};
}

const struct claim *claims_best(const struct page *page, enum page_field field)
{
	const struct claim_list *list = &page->claims[field];
	const struct claim *best = NULL;

	for (size_t i = 0; i < list->count; i++)
		if (best == NULL || list->items[i].weight > best->weight)
			best = &list->items[i];
	return best;
}

void page_explain(struct page *page, const char *format, ...)
{
	va_list args;
	struct str line;

	if (page->explanation == NULL)
		return;
	va_start(args, format);
	line = arena_vprintf(page->scratch, format, args);
	va_end(args);
	buffer_add(page->explanation, utf8_printable(page->scratch, line));
	buffer_add_char(page->explanation, '\n');
}

static struct str shortened(struct str text)
{
	return str_slice(text, 0, cut_at(text, SHOWN_MOST));
}

void claims_explain(struct page *page, enum page_field field, struct str taken)
{
	const struct claim_list *list = &page->claims[field];

	if (page->explanation == NULL)
		return;
	if (taken.data)
		page_explain(page, "%s: %.*s", field_names[field], STR_ARG(shortened(taken)));
	else
		page_explain(page, "%s: none", field_names[field]);
	for (size_t i = 0; i < list->count; i++)
		page_explain(page, "    %3d %s: %.*s", list->items[i].weight, list->items[i].source,
			STR_ARG(shortened(list->items[i].value)));
}
