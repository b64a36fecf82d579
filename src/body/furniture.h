/* furniture.h - what stands around an article: by the words in class, id and role, and by what is in it */
#ifndef DATELINE_BODY_FURNITURE_H
#define DATELINE_BODY_FURNITURE_H

#include "body/elements.h"

/* Removes what its class, id, role or tag says is no article: menus, share bars, related links, comments,
 * consent. title  index of the title's heading, or NO_ELEMENT: what holds it is never removed strict  false:
 * only what is certain; for pages of which too little was left */
void furniture_remove(struct element_list *elements, uint32_t title, bool is_strict);

/* Removes inside the body what is made of links: lists of teasers, boxes, tables of menus. */
void furniture_remove_links(struct element_list *elements, uint32_t body);

#endif
