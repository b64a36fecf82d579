/* entity_table.h - the names of HTML's character references */
#ifndef DATELINE_MARKUP_ENTITY_TABLE_H
#define DATELINE_MARKUP_ENTITY_TABLE_H

#include "dateline/base/str.h"

struct entity_name {
	const char *name;       /* without the semicolon */
	uint32_t first, second; /* code points; second is 0 when there is one only */
	bool needs_no_semicolon;
};

extern const struct entity_name entity_names[];
extern const size_t entity_name_count;

#endif
