/* nearest.h - the name that was probably meant */
#ifndef DATELINE_QUERY_NEAREST_H
#define DATELINE_QUERY_NEAREST_H

#include "dateline/query/match.h"

/* The word of a list parted by spaces that is nearest to `word`, at an edit distance of at most two or a
 * third of its length; STR_NONE when none is. */
struct str nearest_word(struct str word, struct str words);

/* The names of `all` that are as near, or have the word in them, nearest first and then by count; at most
 * `most`. */
void nearest_names(struct str name, const struct query_name_list *all, size_t most, struct arena *arena,
	struct query_name_list *near);

#endif
