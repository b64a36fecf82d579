/* speaker.h - everything that one person said, across the library */
#ifndef DATELINE_UI_SPEAKER_H
#define DATELINE_UI_SPEAKER_H

#include "view.h"

void speaker_open(struct ui *ui, struct str name);

/* A name as a term of the query language: field:"name", with what is special escaped. */
struct str query_term(struct arena *arena, const char *field, struct str name);

extern const struct view_type view_speaker;

#endif
