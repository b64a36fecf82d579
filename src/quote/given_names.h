/* given_names.h - common given names and their gender, from the public name statistics of many countries */
#ifndef DATELINE_QUOTE_GIVEN_NAMES_H
#define DATELINE_QUOTE_GIVEN_NAMES_H

#include "quote/lexicon.h"

extern const struct word_row given_names[]; /* by word */
extern const size_t given_name_count;

#endif
