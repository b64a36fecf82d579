#include "dateline/base/arena.h"

#include <criterion/criterion.h>
#include <string.h>

Test(arena, extends_the_last_allocation_in_place_and_copies_an_older_one)
{
	struct arena arena = {0};
	char *first = arena_alloc(&arena, 16), *second = arena_alloc(&arena, 16), *grown, *moved;

	memcpy(first, "first", 6);
	memcpy(second, "second", 7);
	grown = arena_extend(&arena, second, 16, 64);
	moved = arena_extend(&arena, first, 16, 64);
	cr_expect_eq(grown, second);
	cr_expect_neq(moved, first);
	cr_expect_str_eq(moved, "first");
	arena_finish(&arena);
}

Test(arena, holds_allocations_larger_than_a_chunk)
{
	struct arena arena = {0};
	char *big = arena_alloc(&arena, 5000000);

	memset(big, 'x', 5000000);
	cr_expect_geq(arena.held_bytes, 5000000);
	arena_reset(&arena);
	cr_expect_lt(arena.held_bytes, 5000000, "a reset arena does not hold on to a giant chunk");
	arena_finish(&arena);
}

Test(arena, lists_grow_and_begin_with_zeroes)
{
	struct arena arena = {0};
	struct str_list list = {0};

	for (int i = 0; i < 1000; i++) {
		struct str *item = LIST_PUSH(&arena, &list);

		cr_assert_null(item->data);
		*item = arena_printf(&arena, "%d", i);
	}
	cr_expect_eq(list.count, 1000);
	cr_expect(str_equal(list.items[999], STR("999")));
	arena_finish(&arena);
}
