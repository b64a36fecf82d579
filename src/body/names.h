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

/* A byline without the words before the name, without the role, place or date behind it, and up to the
 * first number. */
struct str names_skip_opener(struct str text);
bool names_are_awaited(struct str line); /* "By", "Autorin:" and nothing else */
struct str names_cut_role(struct str text);
struct str names_cut_number(struct str text);

size_t names_count_words(struct str text);

#endif
