/* label.h - the reader's own labels on an article */
#ifndef DATELINE_UI_LABEL_H
#define DATELINE_UI_LABEL_H

#include "view.h"

void label_ask(struct view *view, int64_t article);

#endif
