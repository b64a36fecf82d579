#include "dateline/base/map.h"

#include "dateline/base/eight.h"

struct map_entry {
	struct str key; /* .data NULL: the place is free */
	uint64_t hash;
	int64_t value;
};

void map_init(struct map *map, struct arena *arena)
{
	*map = (struct map){.arena = arena};
}

/* Eight bytes at a time: the keys are words, and most are hashed in one step. */
static uint64_t hash_key(struct str key)
{
	uint64_t hash = key.length;

	for (size_t i = 0; i < key.length; i += 8) {
		hash = (hash ^ eight_at(key, i)) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	return hash;
}

/* The entry of `key`, or the free place where it belongs. The capacity is a power of two and never full. */
static struct map_entry *find_place(struct map_entry *entries, size_t capacity, struct str key, uint64_t hash)
{
	size_t i = hash & (capacity - 1);

	while (entries[i].key.data && !(entries[i].hash == hash && str_equal(entries[i].key, key)))
		i = (i + 1) & (capacity - 1);
	return &entries[i];
}

static void grow(struct map *map)
{
	size_t capacity = map->capacity ? map->capacity * 2 : 16;
	struct map_entry *entries = arena_array(map->arena, capacity, sizeof *entries);

	for (size_t i = 0; i < map->capacity; i++)
		if (map->entries[i].key.data)
			*find_place(entries, capacity, map->entries[i].key, map->entries[i].hash) =
				map->entries[i];
	map->entries = entries;
	map->capacity = capacity;
}

int64_t *map_get(const struct map *map, struct str key)
{
	struct map_entry *entry;

	if (map->capacity == 0)
		return NULL;
	entry = find_place(map->entries, map->capacity, key, hash_key(key));
	return entry->key.data ? &entry->value : NULL;
}

int64_t *map_put(struct map *map, struct str key)
{
	uint64_t hash = hash_key(key);
	struct map_entry *entry;

	if (map->count * 4 >= map->capacity * 3)
		grow(map);
	entry = find_place(map->entries, map->capacity, key, hash);
	if (entry->key.data == NULL) {
		entry->key = key.data ? key : STR("");
		entry->hash = hash;
		map->count++;
	}
	return &entry->value;
}
