/* arena.h - memory that is given back all at once: one arena per document, worker or view */
#ifndef DATELINE_BASE_ARENA_H
#define DATELINE_BASE_ARENA_H

#include "dateline/base/str.h"

#include <stdarg.h>

struct arena_chunk;

struct arena {
	struct arena_chunk *chunks; /* newest first */
	char *next, *end;           /* the free part of the newest chunk */
	size_t held_bytes;          /* what all chunks take */
};

/* An arena of zeroes is ready for use; `arena_init` makes one. Allocation never returns NULL: without
 * memory the program ends. What comes from outside must be bounded before it gets here. */
void arena_init(struct arena *arena);
void arena_finish(struct arena *arena); /* frees all; may be repeated; the arena is ready again */
void arena_reset(struct arena *arena);  /* frees all but one chunk, for the next document */

#define ARENA_ALIGNMENT 16

void *arena_grow(struct arena *arena, size_t size); /* of arena_alloc, which is what is meant to be called */

/* Not cleared, aligned for any type. */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
	size_t rounded = (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	char *result = arena->next;

	if (result == NULL || rounded < size || rounded > (size_t)(arena->end - result))
		return arena_grow(arena, size);
	arena->next = result + rounded;
	return result;
}

/* Zeroes. */
static inline void *arena_zalloc(struct arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

void *arena_array(
	struct arena *arena, size_t count, size_t item_size); /* zeroes; overflow ends the program */
#define ARENA_NEW(arena, type) ((type *)arena_zalloc((arena), sizeof(type)))

/* Makes the allocation `data` of `old_size` bytes `new_size` long: in place when it was the last one,
 * else a copy. The added bytes are not cleared. */
void *arena_extend(struct arena *arena, void *data, size_t old_size, size_t new_size);

/* Gives back what an allocation that was made last does not need. */
static inline void arena_trim(struct arena *arena, const void *data, size_t old_size, size_t new_size)
{
	size_t mask = ~(size_t)(ARENA_ALIGNMENT - 1);
	char *start = arena->next - ((old_size + ARENA_ALIGNMENT - 1) & mask);

	if (start == data && new_size < old_size)
		arena->next = start + ((new_size + ARENA_ALIGNMENT - 1) & mask);
}

struct str arena_copy(struct arena *arena, struct str s); /* absent stays absent */
char *arena_cstring(struct arena *arena, struct str s);   /* ends in NUL; for foreign libraries */
struct str arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct str arena_vprintf(struct arena *arena, const char *format, va_list args);
struct str arena_join(struct arena *arena, struct str a, struct str b); /* a and b, one after the other */

/* Lists: any struct with `items`, `count` and `capacity`. LIST_PUSH gives a pointer to a new item of zeroes;
 * items move when the list grows, so keep indexes and not pointers while it does. */
void *list_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size);

void *list_reserve(struct arena *arena, void *items, size_t count, size_t *capacity, size_t more,
	size_t item_size); /* of LIST_RESERVE */

static inline void *list_room(
	struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	if (count == *capacity)
		items = list_grow(arena, items, count, capacity, item_size);
	memset((char *)items + count * item_size, 0, item_size);
	return items;
}

/* Makes a list ready for so many more items. */
#define LIST_RESERVE(arena, list, more)                                                                      \
	((list)->items = list_reserve(                                                                       \
		 (arena), (list)->items, (list)->count, &(list)->capacity, (more), sizeof *(list)->items))

#define LIST_PUSH(arena, list)                                                                               \
	((list)->items = list_room(                                                                          \
		 (arena), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),           \
		&(list)->items[(list)->count++])

#endif
