#include "dateline/base/eight.h"

#include <criterion/criterion.h>

Test(eight, reads_nothing_behind_the_end_of_the_text)
{
	struct str text = STR("abcdefghij");

	cr_expect_eq(eight_at(text, 0), 0x6867666564636261u);
	cr_expect_eq(eight_at(text, 2), 0x6a69686766656463u);
	cr_expect_eq(eight_at(text, 3), 0x006a696867666564u);
	cr_expect_eq(eight_at(text, 9), 0x6au);
	cr_expect_eq(eight_at(text, 10), 0u);
}

Test(eight, marks_letters_and_equal_bytes_whatever_stands_beside_them)
{
	for (unsigned before = 0; before < 256; before += 5)
		for (unsigned c = 0; c < 256; c++) {
			uint64_t eight = before | c << 8 | (uint64_t)before << 16;
			uint64_t mark = UINT64_C(0x8000);

			cr_expect_eq((eight_letters(eight) & mark) != 0, ascii_is_alpha((char)c),
				"%u after %u", c, before);
			cr_expect_eq(
				(eight_equal(eight, 'q') & mark) != 0, c == 'q', "%u after %u", c, before);
			cr_expect_eq(eight_letters(eight) & ~EIGHT_HIGHS, 0u);
		}
}

Test(eight, counts_what_stands_before_a_mark)
{
	uint64_t eight = eight_at(STR("two words"), 0);

	cr_expect_eq(eight_before(eight_equal(eight, ' ')), 3u);
	cr_expect_eq(eight_before(eight_equal(eight, 'x')), 8u);
	cr_expect_eq(eight_first(eight, 3), eight_at(STR("two"), 0));
	cr_expect_eq(eight_first(eight, 8), eight);
}
