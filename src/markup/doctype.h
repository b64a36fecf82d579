/* doctype.h - entities that a document declares for itself */
#ifndef DATELINE_MARKUP_DOCTYPE_H
#define DATELINE_MARKUP_DOCTYPE_H

#include "dateline/base/map.h"
#include "dateline/base/warnings.h"

struct entity {
	struct str name;
	struct str value;  /* as declared */
	bool is_external;  /* never read */
	bool is_expanding; /* on the way down: a reference to it is a loop */
};

struct entity_list {
	struct entity *items;
	size_t count, capacity;
	struct map by_name;    /* to the index */
	size_t expanded_bytes; /* so far, in the whole document, those included that led to nothing */
};

/* Reads the declaration that begins at `start` ("<!DOCTYPE"). Internal general entities are kept, external
 * and parameter entities never read. Returns the offset behind it. */
size_t doctype_read(struct str text, size_t start, struct arena *arena, struct entity_list *entities,
	struct warnings *warnings);

/* The text of a declared entity, expanded within the bounds of limits.h; STR_NONE when it is not declared. */
struct str doctype_expand(
	struct entity_list *entities, struct str name, struct arena *arena, struct warnings *warnings);

#endif
