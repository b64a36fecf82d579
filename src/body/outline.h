/* outline.h - which headings an article has */
#ifndef DATELINE_BODY_OUTLINE_H
#define DATELINE_BODY_OUTLINE_H

#include "dateline/article/article.h"

/* A heading or title without "[edit]", "¶", "#" and the like around it: a slice of the text. */
struct str outline_without_signs(struct str text);

/* The same for a block; false when nothing that one could read is left. */
bool outline_clean_heading(struct block *block);

/* Leaves out the heading that repeats the title, and rules at both ends and after another; then numbers the
 * sections. */
void outline_finish(struct article *article, struct arena *arena);

/* The letters and digits of a text, folded: for comparing titles that differ in punctuation. */
struct str outline_key(struct str text, struct arena *arena);

#endif
