/* words.h - where words begin and end, for search */
#ifndef DATELINE_BASE_WORDS_H
#define DATELINE_BASE_WORDS_H

#include "dateline/base/str.h"

/* A word is a run of letters, digits and the marks on them; every character of a script that is written
 * without spaces (Han, kana, Thai, Lao, Khmer, Burmese) is a word of its own, with its marks. offset   where
 * to look from; set to the end of the word returns  false when there is no further word Source:
 * General_Category L, M, N of Unicode. */
bool word_next(struct str text, size_t *offset, struct str *word);

/* Whether the text has a word at all: what is only signs has none. */
bool word_is_any(struct str text);

#endif
