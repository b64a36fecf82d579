#include "ui/cells.h"

#include <criterion/criterion.h>

static struct cells grid(int rows, int columns)
{
	struct cells cells = {0};

	cells_resize(&cells, rows, columns);
	return cells;
}

static uint32_t point(const struct cells *cells, int row, int column)
{
	return cells->items[row * cells->columns + column].points[0];
}

Test(cells, clips_text_at_the_edges_of_its_area)
{
	struct cells cells = grid(3, 10);
	struct area area = {1, 2, 1, 4};

	cells_put(&cells, area, 0, 0, STR("abcdef"), 0);
	cells_put(&cells, area, 1, 0, STR("below"), 0);
	cr_expect(point(&cells, 1, 2) == 'a' && point(&cells, 1, 5) == 'd' && point(&cells, 1, 6) == ' ');
	cr_expect(point(&cells, 2, 2) == ' ');
	cells_finish(&cells);
}

Test(cells, never_shows_half_of_a_wide_character)
{
	struct cells cells = grid(1, 5);

	cells_put(&cells, cells_area(&cells), 0, 0, STR("灯台は"), 0);
	cr_expect(point(&cells, 0, 0) == 0x706f && point(&cells, 0, 1) == 0);
	cr_expect(point(&cells, 0, 4) == ' ', "the third one does not fit");
	cells_put(&cells, cells_area(&cells), 0, 1, STR("x"), 0);
	cr_expect(point(&cells, 0, 0) == ' ', "its right half was written over");
	cells_finish(&cells);
}

Test(cells, lets_no_control_character_and_no_bidirectional_override_through)
{
	struct cells cells = grid(1, 20);

	cells_put(&cells, cells_area(&cells), 0, 0, STR("a\033[31mb\xe2\x80\xaeQ\x07\xc2\x9bz"), 0);
	for (int i = 0; i < 20; i++)
		for (int j = 0; j < CELL_POINTS; j++) {
			uint32_t c = cells.items[i].points[j];

			cr_expect(c == 0 || c == ' ' || (c > 0x20 && c < 0x7f), "U+%04X in cell %d", c, i);
		}
	cells_finish(&cells);
}

Test(cells, shows_an_ellipsis_for_what_is_cut_off)
{
	struct cells cells = grid(1, 20);

	cr_expect(cells_put_cut(&cells, cells_area(&cells), 0, 0, 5, STR("abcdefgh"), 0) == 5);
	cr_expect(point(&cells, 0, 3) == 'd' && point(&cells, 0, 4) == 0x2026);
	cells_finish(&cells);
}

Test(cells, has_plain_signs_for_a_terminal_of_ascii)
{
	struct cells cells = grid(1, 20);

	cells.is_ascii = true;
	cells_put(&cells, cells_area(&cells), 0, 0, STR("“é”—灯x"), 0);
	cr_expect(point(&cells, 0, 0) == '"' && point(&cells, 0, 3) == '-');
	cr_expect(point(&cells, 0, 4) == '?' && point(&cells, 0, 5) == ' ' && point(&cells, 0, 6) == 'x');
	cells_put(&cells, cells_area(&cells), 0, 0, STR("éẾñ▁▄█"), 0);
	cr_expect(point(&cells, 0, 0) == 'e' && point(&cells, 0, 1) == 'E' && point(&cells, 0, 2) == 'n');
	cr_expect(point(&cells, 0, 3) == '_' && point(&cells, 0, 4) == '-' && point(&cells, 0, 5) == '#');
	cells_finish(&cells);
}

Test(cells, keep_a_joined_emoji_to_its_first_picture_and_let_no_joiner_take_hold_of_the_next)
{
	struct cells cells = grid(1, 20);

	cells_put(&cells, cells_area(&cells), 0, 0, STR("👩‍💻x❤️y👋🏽z🇫🇷!"), 0);
	cr_expect(point(&cells, 0, 0) == 0x1f469 && cells.items[0].points[1] == 0);
	cr_expect(point(&cells, 0, 1) == 0 && point(&cells, 0, 2) == 'x');
	cr_expect(point(&cells, 0, 3) == 0x2764 && cells.items[3].points[1] == 0);
	cr_expect(point(&cells, 0, 4) == 'y' && point(&cells, 0, 5) == 0x1f44b && point(&cells, 0, 7) == 'z');
	cr_expect(point(&cells, 0, 8) == 0x1f1eb && point(&cells, 0, 9) == 0x1f1f7 &&
			  point(&cells, 0, 10) == '!',
		"the two letters of a flag");
	cells_finish(&cells);
}

Test(cells, keep_the_marks_of_a_letter)
{
	struct cells cells = grid(1, 20);

	cells_put(&cells, cells_area(&cells), 0, 0, STR("e\xcc\x81\xcc\xa3z"), 0);
	cr_expect(cells.items[0].points[1] == 0x301 && cells.items[0].points[2] == 0x323);
	cr_expect(point(&cells, 0, 1) == 'z');
	cells_finish(&cells);
}
