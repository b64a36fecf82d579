/* furniture.h - what stands around an article: by the words in class, id and role, and by what is in it */
#ifndef DATELINE_BODY_FURNITURE_H
#define DATELINE_BODY_FURNITURE_H

#include "body/elements.h"

enum furniture_rules {
	FURNITURE_ALL,     /* whatever its words speak against */
	FURNITURE_CERTAIN, /* only what is certain: for pages of which too little was left */
	FURNITURE_FORUM,   /* only what is certain, and no comments: in a forum they are the text */
};

/* Removes what its class, id, role or tag says is no article: menus, share bars, related links, comments,
 * consent.
 *   title  index of the title's heading, or NO_ELEMENT: what holds it is never removed */
void furniture_remove(struct element_list *elements, uint32_t title, enum furniture_rules rules);

/* Removes inside the body what is made of links: lists of teasers, boxes, tables of menus. */
void furniture_remove_links(struct element_list *elements, uint32_t body);

#endif
