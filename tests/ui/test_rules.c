/* What a reader sees of the rules of the configuration. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* An editor that writes these lines into the configuration, wherever its folder is. */
static void edit_to(const char *lines)
{
	char command[512];

	snprintf(command, sizeof command, "printf '%s' >", lines);
	setenv("VISUAL", command, 1);
}

Test(readrules, are_in_force_when_the_configuration_was_edited)
{
	char folder[] = "/tmp/dateline-test-XXXXXX", path[96], below[64];
	struct reader_test *test;

	cr_assert(mkdtemp(folder));
	snprintf(below, sizeof below, "%s/new", folder);
	snprintf(path, sizeof path, "%s/config", below);
	reader_config_path = path;
	test = reader_start(24, 100);
	edit_to("hide: title:ferry\\nbind m toggle-star\\nhints = off\\n");
	reader_type(test, "E");
	cr_expect(term_row_shows(test->term, 0, "1 hidden  14 unread of 14"), "%s", term_row(test->term, 0));
	cr_expect(!term_shows(test->term, "all keys"), "hints are off");
	reader_type(test, "m");
	cr_expect(term_row_shows(test->term, 1, "★"));
	edit_to("hide: tga:ferry\\n");
	reader_type(test, "E");
	cr_expect(term_shows(test->term, "config:1:7: no field"), "%s", term_row(test->term, 22));
	cr_expect(term_shows(test->term, "all keys"), "what is not said any more is as it was");
	reader_type(test, "m");
	cr_expect(term_row_shows(test->term, 0, "1 hidden  13 unread of 14"), "%s", term_row(test->term, 0));
	reader_finish(test);
	cr_expect(unlink(path) == 0 && rmdir(below) == 0 && rmdir(folder) == 0);
}

Test(readrules, are_nowhere_to_be_edited_without_a_place)
{
	struct reader_test *test = reader_start(24, 80);

	setenv("VISUAL", "false", 1);
	reader_type(test, "E");
	cr_expect(term_row_shows(test->term, 22, "no place for a configuration"), "%s",
		term_row(test->term, 22));
	reader_finish(test);
}
