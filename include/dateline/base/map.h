/* map.h - strings to numbers, in an arena */
#ifndef DATELINE_BASE_MAP_H
#define DATELINE_BASE_MAP_H

#include "dateline/base/arena.h"

struct map_entry;

struct map {
	struct arena *arena;
	struct map_entry *entries;
	size_t count, capacity;
};

void map_init(struct map *map, struct arena *arena);

/* The value kept under `key`, or NULL. The pointer holds until the next map_put. */
int64_t *map_get(const struct map *map, struct str key);

/* The place for the value of `key`, made with 0 when new; the bytes of the key are not copied. */
int64_t *map_put(struct map *map, struct str key);

#endif
