/* What clicks and the wheel do, and that the keys know nothing of it. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <string.h>

Test(mouse, goes_to_a_headline_and_opens_it_with_another_click)
{
	struct reader_test *test = reader_start(24, 80);

	reader_click(test, "Market hall");
	cr_expect(term_row_shows(test->term, 3, "▌"), "%s", term_row(test->term, 3));
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "nothing has become read");
	reader_click(test, "Market hall");
	cr_expect(term_row_shows(test->term, 1, "Market hall gets"), "%s", term_row(test->term, 1));
	reader_finish(test);
}

Test(mouse, scrolls_what_is_under_it_and_changes_nothing)
{
	struct reader_test *test = reader_start(10, 80);

	reader_type(test, "j");
	reader_wheel(test, "Lighthouse", 1);
	cr_expect(term_row_shows(test->term, 1, "School opens"), "%s", term_row(test->term, 1));
	cr_expect(term_row_shows(test->term, 2, "▌"), "the cursor stays where it is on the screen");
	reader_wheel(test, "School", -1);
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail"), "%s", term_row(test->term, 1));
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"));
	reader_type(test, "k<Enter>");
	reader_wheel(test, "Harbour Gazette", 1);
	cr_expect(!term_row_shows(test->term, 1, "Ferry"), "%s", term_row(test->term, 1));
	reader_finish(test);
}

Test(mouse, opens_links_and_focuses_quotations_in_a_text)
{
	struct reader_test *test = reader_start(40, 120);

	reader_type(test, "<Enter>");
	reader_click(test, "[1]");
	cr_expect_str_eq(test->browsed, "https://gazette.example/9");
	reader_type(test, "w");
	reader_click(test, "bread.”");
	cr_expect(strchr(term_look_of(test->term, "bread.”"), 'b'), "the quotation has the focus");
	cr_expect(term_row_shows(test->term, 39, "section"), "and the text has the keys: %s",
		term_row(test->term, 39));
	reader_click(test, "❝Nobody should");
	cr_expect(term_row_shows(test->term, 39, "go there"), "the panel has them: %s",
		term_row(test->term, 39));
	reader_finish(test);
}

Test(mouse, chooses_in_lists_that_take_text)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "t");
	reader_click(test, "Trade");
	cr_expect(strchr(term_look_of(test->term, "Trade"), 'r'), "the row has the cursor");
	reader_click(test, "> ");
	reader_click(test, "Ferry");
	reader_click(test, "Trade");
	cr_expect(term_row_shows(test->term, 0, "tag:Trade"), "%s", term_row(test->term, 0));
	reader_type(test, "gf");
	reader_click(test, "Harbour Gazette");
	reader_click(test, "Saved queries");
	reader_click(test, "Harbour Gazette");
	cr_expect(term_row_shows(test->term, 0, "15 of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}

/* The emulator goes on telling when it is asked not to: what it is asked is looked at. */
Test(mouse, is_left_to_the_terminal_when_it_is_off)
{
	struct reader_test *test = reader_start(24, 80);

	cr_expect(memmem(test->term->last, test->term->last_length, "1000h", 5));
	cr_expect_null(memmem(test->term->last, test->term->last_length, "1000l", 5));
	reader_type(test, ":set mouse=off<Enter>");
	cr_expect(memmem(test->term->last, test->term->last_length, "1000l", 5));
	reader_finish(test);
}

Test(mouse, waits_until_a_line_is_typed)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "Ftag:to");
	reader_click(test, "Market hall");
	cr_expect(term_row_shows(test->term, 22, "filter: tag:to"));
	cr_expect(term_row_shows(test->term, 1, "▌"), "the cursor has not moved");
	reader_finish(test);
}
