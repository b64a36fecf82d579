#include "dateline/base/map.h"

#include <criterion/criterion.h>

Test(map, keeps_every_key_while_it_grows)
{
	struct arena arena = {0};
	struct map map;

	map_init(&map, &arena);
	cr_expect_null(map_get(&map, STR("0")));
	for (int i = 0; i < 5000; i++)
		*map_put(&map, arena_printf(&arena, "%d", i)) = i;
	for (int i = 0; i < 5000; i++) {
		int64_t *value = map_get(&map, arena_printf(&arena, "%d", i));

		cr_assert_not_null(value);
		cr_assert_eq(*value, i);
	}
	cr_expect_eq(map.count, 5000);
	cr_expect_null(map_get(&map, STR("x")));
	arena_finish(&arena);
}
