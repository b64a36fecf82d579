#include "dateline/base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST ((size_t)16 * 1024)
#define CHUNK_MOST ((size_t)1024 * 1024)

struct arena_chunk {
	struct arena_chunk *older;
	size_t size;
	_Alignas(ARENA_ALIGNMENT) char bytes[];
};

static void *out_of_memory(void)
{
	fputs("dateline: out of memory\n", stderr);
	abort();
}

static size_t add_sizes(size_t a, size_t b)
{
	size_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		out_of_memory();
	return sum;
}

static size_t multiply_sizes(size_t a, size_t b)
{
	size_t product;

	if (__builtin_mul_overflow(a, b, &product))
		out_of_memory();
	return product;
}

static void add_chunk(struct arena *arena, size_t least)
{
	size_t size = arena->held_bytes < CHUNK_FIRST ? CHUNK_FIRST : arena->held_bytes;
	struct arena_chunk *chunk;

	if (size > CHUNK_MOST)
		size = CHUNK_MOST;
	if (size < least)
		size = least;
	chunk = malloc(add_sizes(sizeof *chunk, size));
	if (chunk == NULL)
		out_of_memory();
	chunk->older = arena->chunks;
	chunk->size = size;
	arena->chunks = chunk;
	arena->next = chunk->bytes;
	arena->end = chunk->bytes + size;
	arena->held_bytes += size;
}

void arena_init(struct arena *arena)
{
	*arena = (struct arena){0};
}

static void free_chunks(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *older = chunk->older;

		free(chunk);
		chunk = older;
	}
}

void arena_finish(struct arena *arena)
{
	free_chunks(arena->chunks);
	arena_init(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk *kept = arena->chunks;

	if (kept == NULL)
		return;
	free_chunks(kept->older);
	if (kept->size > CHUNK_MOST) {
		free(kept);
		arena_init(arena);
		return;
	}
	kept->older = NULL;
	arena->next = kept->bytes;
	arena->end = kept->bytes + kept->size;
	arena->held_bytes = kept->size;
}

void *arena_grow(struct arena *arena, size_t size)
{
	size_t rounded = add_sizes(size, ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	void *result;

	if (arena->next == NULL || rounded > (size_t)(arena->end - arena->next))
		add_chunk(arena, rounded);
	result = arena->next;
	arena->next += rounded;
	return result;
}

void *arena_array(struct arena *arena, size_t count, size_t item_size)
{
	return arena_zalloc(arena, multiply_sizes(count, item_size));
}

void *arena_extend(struct arena *arena, void *data, size_t old_size, size_t new_size)
{
	size_t old_rounded = (old_size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	size_t new_rounded = add_sizes(new_size, ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
	void *result;

	if (data && new_rounded <= old_rounded)
		return data;
	if (data && (char *)data + old_rounded == arena->next &&
		new_rounded - old_rounded <= (size_t)(arena->end - arena->next)) {
		arena->next += new_rounded - old_rounded;
		return data;
	}
	result = arena_alloc(arena, new_size);
	if (old_size)
		memcpy(result, data, old_size);
	return result;
}

struct str arena_copy(struct arena *arena, struct str s)
{
	char *copy;

	if (s.data == NULL)
		return STR_NONE;
	copy = arena_alloc(arena, s.length);
	memcpy(copy, s.data, s.length);
	return (struct str){copy, s.length};
}

char *arena_cstring(struct arena *arena, struct str s)
{
	char *copy = arena_alloc(arena, add_sizes(s.length, 1));

	if (s.length)
		memcpy(copy, s.data, s.length);
	copy[s.length] = '\0';
	return copy;
}

struct str arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	int length;
	char *text;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		return STR("");
	text = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, args);
	return (struct str){text, (size_t)length};
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	struct str result;

	va_start(args, format);
	result = arena_vprintf(arena, format, args);
	va_end(args);
	return result;
}

struct str arena_join(struct arena *arena, struct str a, struct str b)
{
	char *joined = arena_alloc(arena, add_sizes(a.length, b.length));

	if (a.length)
		memcpy(joined, a.data, a.length);
	if (b.length)
		memcpy(joined + a.length, b.data, b.length);
	return (struct str){joined, a.length + b.length};
}

#define FIRST_BYTES 128 /* of a list, unless one item is larger: most lists of large items have one */

void *list_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
	size_t first = item_size < FIRST_BYTES / 4 ? 4
		       : item_size < FIRST_BYTES   ? FIRST_BYTES / item_size
						   : 1;
	size_t more = count ? multiply_sizes(count, 2) : first;

	items = arena_extend(arena, items, count * item_size, multiply_sizes(more, item_size));
	*capacity = more;
	return items;
}

void *list_reserve(
	struct arena *arena, void *items, size_t count, size_t *capacity, size_t more, size_t item_size)
{
	size_t wanted = add_sizes(count, more);

	/* what is little beside the list as it is, its own growth takes care of, however often it is asked */
	if (wanted <= *capacity || more < count)
		return items;
	*capacity = wanted;
	return arena_extend(
		arena, items, multiply_sizes(count, item_size), multiply_sizes(wanted, item_size));
}
