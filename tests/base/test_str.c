#include "dateline/base/str.h"

#include <criterion/criterion.h>

Test(str, finds_a_needle_only_where_it_is_whole)
{
	struct str s = STR("ababac");

	cr_expect_eq(str_find(s, STR("abac"), 0), 2);
	cr_expect_eq(str_find(s, STR("abac"), 3), STR_NPOS);
	cr_expect_eq(str_find(s, STR("ababacx"), 0), STR_NPOS);
	cr_expect_eq(str_find_nocase(s, STR("BAC"), 0), 3);
}

Test(str, takes_pieces_apart_and_keeps_empty_ones)
{
	struct str rest = STR("a,,b"), piece;
	size_t lengths[4], count = 0;

	while (count < 4 && str_next(&rest, ',', &piece))
		lengths[count++] = piece.length;
	cr_assert_eq(count, 3);
	cr_expect_eq(lengths[0], 1);
	cr_expect_eq(lengths[1], 0);
	cr_expect_eq(lengths[2], 1);
}

Test(str, slices_past_the_end_are_cut_at_the_end)
{
	cr_expect(str_equal(str_slice(STR("abc"), 1, 99), STR("bc")));
	cr_expect_eq(str_slice(STR("abc"), 9, 12).length, 0);
}

Test(str, reads_whole_numbers_and_refuses_the_rest)
{
	static const struct {
		const char *text;
		bool is_number;
		int64_t value;
	} rows[] = {
		{"0", true, 0},
		{"-7", true, -7},
		{"9223372036854775807", true, INT64_MAX},
		{"-9223372036854775808", true, INT64_MIN},
		{"9223372036854775808", false, 0},
		{"", false, 0},
		{"-", false, 0},
		{"12a", false, 0},
		{" 1", false, 0},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int64_t value = 0;
		bool is_number = str_to_int64(str_from(rows[i].text), &value);

		cr_expect_eq(is_number, rows[i].is_number, "%s", rows[i].text);
		if (is_number)
			cr_expect_eq(value, rows[i].value, "%s", rows[i].text);
	}
}

Test(str, an_absent_string_differs_from_an_empty_one)
{
	cr_expect_null(str_from(NULL).data);
	cr_expect_not_null(str_from("").data);
	cr_expect(str_equal(STR_NONE, STR("")));
}
