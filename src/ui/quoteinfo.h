/* quoteinfo.h - what is known of a quotation: who speaks, how sure that is and why, the words around it */
#ifndef DATELINE_UI_QUOTEINFO_H
#define DATELINE_UI_QUOTEINFO_H

#include "view.h"

void quoteinfo_open(struct view *panel, size_t quote);

#endif
