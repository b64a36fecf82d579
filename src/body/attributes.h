/* attributes.h - what the attributes of an element say of how readers see it */
#ifndef DATELINE_BODY_ATTRIBUTES_H
#define DATELINE_BODY_ATTRIBUTES_H

#include "dateline/markup/node.h"

/* Whether the class of an element has a word in it, also as a part of another. */
bool attributes_have_class(const struct node *node, struct str word);

/* Whether the element is not shown: hidden (unless it is until found), or by its own style. */
bool attributes_hide(const struct node *node);

/* Whether it is a sign that programs set beside headings, to link to them or to edit them. */
bool attributes_are_sign(const struct node *node);

/* The level of what is a heading by its role alone; 0 for all else. Source: WAI-ARIA 1.2, heading and
 * aria-level. */
int attributes_heading_level(const struct node *node);

#endif
