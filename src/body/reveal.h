/* reveal.h - what a script would show: parts of a page that are hidden until it runs */
#ifndef DATELINE_BODY_REVEAL_H
#define DATELINE_BODY_REVEAL_H

#include "dateline/markup/node.h"

/* Takes from all elements under `top` what hides them; false when nothing was hidden. */
bool reveal_hidden(struct node *top);

#endif
