/* newsboat.h - the filter expressions of newsboat, for those who come from there */
#ifndef DATELINE_QUERY_NEWSBOAT_H
#define DATELINE_QUERY_NEWSBOAT_H

#include "dateline/base/arena.h"
#include "dateline/base/error.h"

/* What `unread = "yes" and title =~ "korea"` is in the language of dateline-query(7).
 *   returns  the query; STR_NONE when the expression asks for what has no word here, or is none at all, and
 * *error says what Source: newsboat's manual, "Filter Language". */
struct str query_from_newsboat(struct str expression, struct arena *arena, struct error *error);

#endif
