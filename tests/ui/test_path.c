/* The path that the reader is for, key by key: headlines, the filter by a tag, an article, its sections, who
 * said what, a quotation in the text, and back. */
#include "../support/reader.h"

#include <criterion/criterion.h>

static void expect(struct reader_test *test, const char *screen)
{
	cr_expect(term_expect(test->term, screen), "%s", screen);
}

Test(path, leads_from_headlines_through_a_tag_and_sections_to_a_quotation_and_back)
{
	struct reader_test *test = reader_start(24, 80);

	expect(test, "path-1-headlines");
	reader_type(test, "t");
	expect(test, "path-2-tags");
	reader_type(test, "nor so");
	expect(test, "path-3-tags-narrowed");
	reader_type(test, "<Enter>");
	expect(test, "path-4-filtered");
	reader_type(test, "<Enter>");
	expect(test, "path-5-article");
	reader_type(test, "]");
	expect(test, "path-6-first-section");
	reader_type(test, "]");
	expect(test, "path-7-second-section");
	reader_type(test, "w");
	expect(test, "path-8-who-said-what");
	reader_type(test, "j");
	expect(test, "path-9-next-quotation");
	reader_type(test, "<Enter>");
	expect(test, "path-10-landed");
	reader_type(test, "w");
	expect(test, "path-11-panel-closed");
	reader_type(test, "q");
	expect(test, "path-12-back");
	reader_type(test, "<Backspace>");
	expect(test, "path-13-all-again");
	reader_type(test, "q");
	cr_expect(!test->is_open);
	reader_finish(test);
}
