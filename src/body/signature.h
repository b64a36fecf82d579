/* signature.h - the name that an article ends with, where nothing else tells who wrote it */
#ifndef DATELINE_BODY_SIGNATURE_H
#define DATELINE_BODY_SIGNATURE_H

#include "dateline/article/article.h"

/* The author by the end of the blocks: "… by noon. (Anna Muster)", a last line in italics, after a dash or
 * over a date that is a name. STR_NONE when there is none; a slice of a block otherwise. */
struct str signature_find(const struct article *article);

#endif
