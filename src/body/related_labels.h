/* related_labels.h - the words that stand before a pointer to another article */
#ifndef DATELINE_BODY_RELATED_LABELS_H
#define DATELINE_BODY_RELATED_LABELS_H

#include "dateline/base/str.h"

/* Folded as utf8_fold does it; ends with an absent one. */
extern const struct str related_labels[];

#endif
