/* quotes.h - the panel beside an article: who said what */
#ifndef DATELINE_UI_QUOTES_H
#define DATELINE_UI_QUOTES_H

#include "view.h"

void quotes_toggle(struct view *reader);              /* opens the panel with the focus in it, or closes it */
void quotes_follow(struct view *panel, size_t quote); /* the text's focus has moved */
void quotes_take_article(struct view *panel);         /* the text is another article */

#endif
