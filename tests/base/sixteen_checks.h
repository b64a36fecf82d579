/* sixteen_checks.h - what holds for each form of sixteen.h; a file of tests includes it once with the form it
 * wants */
#include "dateline/base/sixteen.h"

#include <criterion/criterion.h>

static uint32_t bit_of(bool is_marked, size_t place)
{
	return (uint32_t)is_marked << place;
}

/* Each byte in each place, beside different others. */
static void sixteen_marks_each_byte_in_its_place(void)
{
	for (unsigned round = 0; round < 16 * 256; round++) {
		char bytes[16], back[16];
		uint32_t q = 0, low = 0, wide = 0, high = 0, letters = 0, small = 0, plain = 0;
		struct sixteen sixteen;

		for (size_t i = 0; i < sizeof bytes; i++) {
			unsigned char c = (unsigned char)(round + i * (2 * (round >> 8) + 1));

			bytes[i] = (char)c;
			q |= bit_of(c == 'q', i);
			low |= bit_of(c <= 0x1f, i);
			wide |= bit_of(c <= 0xc1, i);
			high |= bit_of(c >= 0x80, i);
			letters |= bit_of(ascii_is_alpha(bytes[i]), i);
			small |= bit_of(c & 0x20, i);
			plain |= bit_of(c >= ' ' && c <= '~', i);
		}
		sixteen = sixteen_load(bytes);
		sixteen_store(back, sixteen);
		cr_assert_arr_eq(back, bytes, sizeof bytes);
		cr_assert_eq(sixteen_equal(sixteen, 'q'), q);
		cr_assert_eq(sixteen_at_most(sixteen, 0x1f), low);
		cr_assert_eq(sixteen_at_most(sixteen, 0xc1), wide);
		cr_assert_eq(sixteen_at_most(sixteen, 0x7f), high ^ SIXTEEN_ALL);
		cr_assert_eq(sixteen_high(sixteen), high);
		cr_assert_eq(sixteen_letters(sixteen), letters);
		cr_assert_eq(sixteen_small(sixteen), small);
		cr_assert_eq(sixteen_plain(sixteen), plain);
		cr_assert_eq(sixteen_low(sixteen), eight_at((struct str){bytes, 16}, 0));
		cr_assert_eq(sixteen_top(sixteen), eight_at((struct str){bytes, 16}, 8));
	}
}

static void sixteen_keeps_the_first(void)
{
	struct str text = STR("sixteen letters!");

	for (size_t count = 0; count <= 16; count++) {
		char back[16], wanted[16] = {0};

		memcpy(wanted, text.data, count);
		sixteen_store(back, sixteen_first(sixteen_load(text.data), count));
		cr_assert_arr_eq(back, wanted, sizeof back);
	}
}

static void sixteen_has_zeroes_behind_the_text(void)
{
	struct str text = STR("seventeen letters");
	char back[16];

	for (size_t at = 0; at <= text.length; at++) {
		size_t left = text.length - at < 16 ? text.length - at : 16;

		cr_assert_eq(sixteen_before(sixteen_equal(sixteen_at(text, at), '\0')), left);
		sixteen_store(back, sixteen_at(text, at));
		cr_assert_arr_eq(back, text.data + at, left);
	}
}
