/* For speech and braille: nothing is told by place, by lines or by signs alone, and the cursor is where the
 * focus is. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <string.h>

static struct reader_test *start(int rows, int columns)
{
	struct reader_test *test = reader_start(rows, columns);

	reader_type(test, ":set linear=on<Enter>");
	reader_type(test, "<^L>");
	return test;
}

/* Whether U+2500 to U+259F, lines and bars, stand anywhere. */
static bool shows_lines(struct reader_test *test)
{
	for (int row = 0; row < test->term->rows; row++)
		for (const char *c = term_row(test->term, row); *c; c++)
			if (memcmp(c, "\xe2\x94", 2) == 0 || memcmp(c, "\xe2\x95", 2) == 0 ||
				memcmp(c, "\xe2\x96", 2) == 0)
				return true;
	return false;
}

Test(linear, draws_no_lines_and_no_bars_in_any_view)
{
	static const char *const keys[] = {"j", "<Enter>]", "<Enter>w", "<Enter>w*", "<Enter>wW", "<Enter>O",
		"t<Tab>", "gf", "?", "i", "g/roof"};
	static const int sizes[][2] = {{24, 80}, {40, 170}, {6, 20}};

	for (size_t i = 0; i < COUNT_OF(keys); i++)
		for (size_t j = 0; j < COUNT_OF(sizes); j++) {
			struct reader_test *test = start(sizes[j][0], sizes[j][1]);

			reader_type(test, keys[i]);
			cr_expect(!shows_lines(test), "%s at %d columns", keys[i], sizes[j][1]);
			reader_finish(test);
		}
}

Test(linear, says_states_in_words)
{
	struct reader_test *test = start(24, 80);

	cr_expect(strncmp(term_row(test->term, 1), "unread: Ferry to sail again", 26) == 0, "%s",
		term_row(test->term, 1));
	reader_type(test, "sm");
	cr_expect(strncmp(term_row(test->term, 1), "read, starred: Ferry", 20) == 0, "%s",
		term_row(test->term, 1));
	reader_type(test, "v");
	cr_expect(strncmp(term_row(test->term, 1), "read, starred, selected: Ferry", 30) == 0);
	reader_type(test, "<Esc>tnorth<Tab>");
	cr_expect(term_shows(test->term, "must have: North Sound, 3 unread 4"));
	reader_type(test, "<Esc>gf");
	cr_expect(term_shows(test->term, "All: 14 unread of 15"));
	reader_finish(test);
}

Test(linear, keeps_the_cursor_on_the_row_with_the_focus)
{
	struct reader_test *test = start(24, 80);
	int row;

	reader_type(test, "jj");
	cr_expect(term_cursor_row(test->term) == 3);
	reader_type(test, "gf");
	row = term_cursor_row(test->term);
	reader_type(test, "j");
	cr_expect(term_cursor_row(test->term) == row + 1);
	reader_type(test, "qt<Down><Down>");
	row = term_cursor_row(test->term);
	cr_expect(row > 4 && term_row(test->term, row)[0], "in a list, on its row");
	reader_type(test, "<Esc>gg<Enter>");
	cr_expect(term_cursor_row(test->term) == 1, "the first row of the text");
	reader_type(test, ")");
	row = term_cursor_row(test->term);
	cr_expect(row > 1 && strstr(term_row(test->term, row), "“"), "the quotation: %s",
		term_row(test->term, row));
	reader_type(test, "w");
	row = term_cursor_row(test->term);
	cr_expect(strstr(term_row(test->term, row), "\""), "the quotation in its panel: %s",
		term_row(test->term, row));
	reader_type(test, "F");
	cr_expect(term_cursor_row(test->term) == 22, "what is typed");
	reader_finish(test);
}

Test(linear, shows_one_thing_at_a_time)
{
	struct reader_test *test = start(40, 170);

	reader_type(test, "<Enter>w");
	cr_expect(term_shows(test->term, "Who said what") && !term_shows(test->term, "Market hall"));
	reader_type(test, "<Tab>");
	cr_expect(!term_shows(test->term, "Who said what"));
	reader_finish(test);
}
