/* complete.h - Tab in a query that is being typed: names of fields, of states, and of what the library has */
#ifndef DATELINE_UI_COMPLETE_H
#define DATELINE_UI_COMPLETE_H

#include "view.h"

/* Completes the last term as far as all that it may become agree, and says what they are when they are several.
 * False: there is nothing to complete; the prompt is as it was. */
bool complete_query(struct ui *ui, struct prompt *prompt);

#endif
