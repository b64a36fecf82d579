#include "body/toplines.h"
#include "body/outline.h"
#include "body/plain.h"

#define TEXT_LEAST 140 /* bytes of text beside the title */
#define LINE_MOST 120  /* bytes: a longer line is the beginning of the text */
#define LINES_MOST 4

/* What follows the line that is the title. */
static struct str behind_title(struct page *page, struct str lines, struct str title)
{
	struct str line;

	while (str_next(&lines, '\n', &line))
		if (str_equal(outline_key(line, page->scratch), title))
			return lines;
	return STR_NONE;
}

struct str toplines_read(struct page *page)
{
	const struct element_list *elements = &page->elements;
	const struct element *title, *outer;
	struct str rest, line, lines;
	size_t length = 0;

	if (page->title == NO_ELEMENT || elements->items[page->title].parent == NO_ELEMENT)
		return STR_NONE;
	title = &elements->items[page->title];
	outer = &elements->items[title->parent];
	if (outer->own_text < TEXT_LEAST)
		return STR_NONE;
	lines = rest = behind_title(page, plain_lines(outer->node, page->scratch),
		outline_key(plain_line(title->node, page->scratch), page->scratch));
	for (int i = 0; i < LINES_MOST && str_next(&rest, '\n', &line) && line.length <= LINE_MOST; i++)
		length = (size_t)(line.data - lines.data) + line.length;
	return length ? str_slice(lines, 0, length) : STR_NONE;
}
