/* Keys in no order at sizes of no sense: nothing is promised but that the reader lives. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *const keys[] = {
	"j", "k", "d", "u", "<Space>", "b", "gg", "G", "<Enter>", "l", "q", "h", "<Esc>", "<Backspace>", "H", "L", "<Tab>",
	"<Shift-Tab>", "z", "/", "n", "N", "p", "t", "F", "f", "*", "w", "m", "M", "A", "s", "T", "U", "<^R>", "o", "O", "y", "Y",
	"i", ":", "?", "<^L>", "gh", "gt", "gs", "gu", "gf", "]", "[", ")", "(", "}", "{", "J", "K", "W", "c", "I", "3", "12",
	"e", "ge", "<Down>", "<Up>", "<Right>", "<Left>", "<PageDown>", "<PageUp>", "<^U>", "<^N>", "<lt>", ">", "tag:",
	"unread", "ferry", "<Home>", "<End>", "g!", "g/", "D", "v", "灯",
};

static uint64_t next(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *state >> 33;
}

Test(anykeys, never_bring_the_reader_down)
{
	for (uint64_t seed = 1; seed <= 4; seed++) {
		struct reader_test *test = reader_start(24, 80);
		uint64_t state = seed;

		for (int i = 0; i < 150; i++) {
			char typed[128] = "";

			for (uint64_t j = next(&state) % 4 + 1; j > 0; j--)
				strcat(typed, keys[next(&state) % COUNT_OF(keys)]);
			reader_type(test, typed);
			if (i % 20 == 0)
				reader_resize(test, (int)(next(&state) % 40) + 1, (int)(next(&state) % 140) + 1);
			if (test->is_open)
				continue;
			reader_finish(test);
			test = reader_start(24, 80);
		}
		reader_finish(test);
	}
}
