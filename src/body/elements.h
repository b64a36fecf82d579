/* elements.h - a page as the extractor sees it: its elements in order, and what is in each */
#ifndef DATELINE_BODY_ELEMENTS_H
#define DATELINE_BODY_ELEMENTS_H

#include "dateline/markup/document.h"
#include "dateline/markup/html.h"

#define NO_ELEMENT UINT32_MAX

struct element {
	struct node *node;
	uint32_t parent; /* index; NO_ELEMENT for the first, which is the page */
	uint32_t end;    /* index after the last element inside this one */
	uint32_t block;  /* the block that its text stands in */
	enum html_tag tag;
	bool is_link;       /* it is a link or stands in one */
	bool is_removed;    /* it is no part of the article, and nothing inside it */
	bool is_unread;     /* no reader would see it: a script, a menu, hidden */
	bool is_certain;    /* removed by a word that leaves no doubt, such as comments */
	const char *reason; /* why it was removed, or how it was found */
	/* the text of this block alone, without the blocks in it; 0 for other elements */
	uint32_t own_text, own_link, own_stops;
	/* bytes in this element and all inside it, less what is removed */
	uint32_t text, link;
	int32_t prose; /* the worth of its paragraphs */
	int32_t chaff; /* the weight of its menus and teasers, from 0 */
	uint32_t paragraphs;
};

struct element_list {
	struct element *items;
	size_t count, capacity;
	struct str source; /* of the page */
	struct html_place counted;
};

/* Lists all elements below `top`, which becomes the first. What no reader sees (scripts, styles, hidden
 * elements) is removed already, and the rest is weighed. */
void elements_read(struct node *top, struct str source, struct arena *arena, struct element_list *elements);

/* The line in the source, for explanations. */
unsigned element_line(struct element_list *elements, const struct element *element);

/* Takes back all removals but those of what no reader sees. */
void elements_restore(struct element_list *elements);

/* Adds up text, link, prose and chaff, after elements were removed. */
void elements_weigh(struct element_list *elements);

bool element_is_inside(const struct element_list *elements, uint32_t index, uint32_t outer);

/* Whether an element is one of what a recipe takes, or the list of it. */
bool element_is_ingredient(const struct element *element);

#endif
