/* What a reader sees of the rules of the configuration. */
#include "../support/reader.h"

#include <criterion/criterion.h>

Test(readrules, count_what_they_hide_and_a_query_finds_it)
{
	struct reader_test *test =
		reader_start_configured(24, 100, "hide: title:ferry\nstar: title:herring\n");

	cr_expect(term_row_shows(test->term, 0, "1 hidden  14 unread of 14"), "%s", term_row(test->term, 0));
	cr_expect(!term_shows(test->term, "Ferry to sail") && term_shows(test->term, "★"));
	reader_type(test, "Fis:hidden<Enter>");
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail again"), "%s", term_row(test->term, 1));
	reader_type(test, "i");
	cr_expect(term_shows(test->term, "hide: title:ferry") && term_shows(test->term, "unread, hidden"));
	reader_finish(test);
}

Test(readrules, are_taken_back_like_any_change)
{
	struct reader_test *test = reader_start_configured(24, 100, "hide: title:ferry\n");

	cr_expect(term_row_shows(
			  test->term, 22, "1 article by the rule \"hide: title:ferry\"; U takes it back"),
		"%s", term_row(test->term, 22));
	reader_type(test, "jU");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 3, "▌"), "the cursor stays on its article");
	reader_type(test, ":mark hide title:ferry<Enter>");
	cr_expect(term_row_shows(test->term, 0, "1 hidden  14 unread of 14"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 2, "▌"));
	reader_type(test, ":mark show is:hidden<Enter>");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}
