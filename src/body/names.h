/* names.h - the names of people in a byline */
#ifndef DATELINE_BODY_NAMES_H
#define DATELINE_BODY_NAMES_H

#include "dateline/base/arena.h"

#define NAME_MOST 60 /* bytes */

/* The names in a byline: "Von Anna Muster und Bo Sample, dpa" gives two. Names that are there already are
 * left out. */
void names_split(struct str text, struct arena *arena, struct str_list *names);

/* Whether a text may be a name: no address, no number, and no word that programs sign with, such as
 * "admin". */
bool names_is_plausible(struct str name);
bool names_are_capitalised(struct str name); /* "Anna van der Muster" */

struct str names_cut_number(struct str text); /* up to the first number */

size_t names_count_words(struct str text);

#endif
