#include "dateline/article/listmark.h"

#include <stdio.h>

#define BULLET_COLUMNS 2
#define PADDED_DIGITS_MOST 3 /* a wider number pushes its own text aside alone */

static int digits_of(int number)
{
	return snprintf(NULL, 0, "%d", number);
}

/* Of the items from here to the next block of another kind. */
static int widest_number(const struct block_list *blocks, size_t index)
{
	int widest = 0;

	for (; index < blocks->count && blocks->items[index].kind == BLOCK_LIST_ITEM; index++) {
		const struct block *block = &blocks->items[index];
		int digits = block->is_numbered ? digits_of(block->number) : 0;

		if (digits > widest && digits <= PADDED_DIGITS_MOST)
			widest = digits;
	}
	return widest;
}

static void begin_run(struct list_marker *marker, const struct block_list *blocks, size_t index)
{
	for (size_t i = 0; i < LIST_DEPTH_MOST; i++)
		marker->widths[i] = BULLET_COLUMNS;
	marker->digits = widest_number(blocks, index);
}

struct str list_mark(struct list_marker *marker, const struct block_list *blocks, size_t index,
	struct str bullet, struct arena *arena, int *indent)
{
	const struct block *block = &blocks->items[index];
	int depth = block->level < 1                 ? 0
		    : block->level > LIST_DEPTH_MOST ? LIST_DEPTH_MOST - 1
						     : block->level - 1;

	if (index != marker->next || index == 0)
		begin_run(marker, blocks, index);
	marker->next = index + 1;
	*indent = 0;
	for (int i = 0; i < depth; i++)
		*indent += marker->widths[i];
	marker->widths[depth] = BULLET_COLUMNS;
	if (!block->is_numbered)
		return bullet;
	bullet = arena_printf(arena, "%d.%*s", block->number,
		marker->digits > digits_of(block->number) ? 1 + marker->digits - digits_of(block->number) : 1,
		"");
	marker->widths[depth] = (int)bullet.length;
	return bullet;
}
