/* Finding one's way: searches that narrow, where words stand, help, and what is said at the bottom. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <string.h>

Test(finding, takes_a_word_that_no_article_has_for_the_beginning_of_one)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "/lightho");
	cr_expect(term_row_shows(test->term, 0, "lightho*"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 1, "Lighthouse keeper"));
	reader_type(test, "use");
	cr_expect(!term_row_shows(test->term, 0, "*"), "a whole word is no beginning: %s",
		term_row(test->term, 0));
	reader_type(test, "xyz");
	cr_expect(term_row_shows(test->term, 0, "0 of 15") && !term_row_shows(test->term, 0, "*"));
	reader_type(test, "<^U>lightho<Enter>");
	cr_expect(term_row_shows(test->term, 1, "Lighthouse keeper"), "Enter keeps what was seen");
	reader_finish(test);
}

Test(finding, shows_where_the_words_stand_in_the_article_under_the_cursor)
{
	struct reader_test *test = reader_start(24, 80);
	int row;

	reader_type(test, "g/roof<Enter>");
	row = term_row_of(test->term, "───");
	cr_expect(row > 10, "a line parts it from the list");
	reader_type(test, "<Esc>");
	cr_expect(!term_shows(test->term, "───"), "without words there is no place to show");
	reader_finish(test);
}

Test(finding, goes_to_the_headlines_for_what_is_about_them)
{
	static const struct {
		const char *from, *keys, *seen;
	} ways[] = {
		{"<Enter>", "F", "filter:"},
		{"<Enter>", "gs", "0 of 15"},
		{"<Enter>w", "t", "Tags"},
		{"gf", "f", "Saved queries"},
		{"gf", "gu", "15 of 15"},
		{"<Enter>w*", "g/", "search:"},
	};

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct reader_test *test = reader_start(24, 80);

		reader_type(test, ways[i].from);
		reader_type(test, ways[i].keys);
		cr_expect(term_shows(test->term, ways[i].seen) || term_shows(test->term, "14 of 15"),
			"%s%s: %s", ways[i].from, ways[i].keys, term_row(test->term, 0));
		reader_finish(test);
	}
}

Test(finding, comes_back_from_the_list_of_a_feed_to_the_list_of_feeds)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "gs");
	reader_type(test, "gfG<Enter>");
	cr_expect(term_row_shows(test->term, 0, "feed:\"Harbour Gazette\""), "%s", term_row(test->term, 0));
	reader_type(test, "<Enter>ttown<Enter>");
	cr_expect(term_row_shows(test->term, 0, "tag:Town"), "the tags of that list: %s",
		term_row(test->term, 0));
	reader_type(test, "m");
	reader_type(test, "q");
	cr_expect(term_row_shows(test->term, 0, "sources"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 7, "▌") && term_row_shows(test->term, 7, "13       15"),
		"on the feed, with what was read: %s", term_row(test->term, 7));
	reader_type(test, "<Enter>gf/harbour<Enter>gf");
	cr_expect(term_shows(test->term, "Saved queries"), "gf shows all of them again");
	reader_type(test, "q");
	cr_expect(term_row_shows(test->term, 0, "starred"), "the headlines are as they were: %s",
		term_row(test->term, 0));
	reader_type(test, "gf<Enter>gh");
	cr_expect(term_row_shows(test->term, 0, "starred") && test->is_open);
	reader_finish(test);
}

Test(finding, says_all_of_a_long_sentence_over_several_lines)
{
	struct reader_test *test = reader_start(24, 40);

	reader_type(test, "C");
	cr_expect(term_shows(test->term, "C is not bound: nothing is marked"));
	cr_expect(term_shows(test->term, "U takes it"), "the end of it is there too");
	reader_type(test, "j");
	cr_expect(!term_shows(test->term, "C is not bound"));
	reader_finish(test);
}

Test(finding, shows_all_that_can_follow_a_first_key)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "g");
	cr_expect(term_shows(test->term, "g first row") &&
		  term_shows(test->term, "/ search the whole library"));
	reader_type(test, "<Esc>");
	cr_expect(!term_shows(test->term, "/ search the whole library"));
	reader_finish(test);
}

Test(finding, has_keys_of_other_views_in_the_help_and_says_whose_they_are)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "?section");
	cr_expect(term_shows(test->term, "in the article: next section"));
	reader_type(test, "<Enter>");
	cr_expect(term_row_shows(test->term, 22, "this is for the article: next section"), "%s",
		term_row(test->term, 22));
	reader_finish(test);
}

Test(finding, takes_letters_for_a_name_only_when_one_word_has_them)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "thrbr");
	cr_expect(term_shows(test->term, "Harbour") && term_shows(test->term, "1 of 6"), "%s",
		term_row(test->term, 5));
	reader_type(test, "<^U>nthtwn");
	cr_expect(term_shows(test->term, "0 of 6"), "not from two words at once");
	reader_finish(test);
}

Test(finding, puts_right_one_mistake_after_the_other)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "Ftga:town AND<Enter><Tab>");
	cr_expect(term_row_shows(test->term, 22, "filter: tag:town AND"));
	cr_expect(term_row_shows(test->term, 23, "AND needs something"), "%s", term_row(test->term, 23));
	reader_finish(test);
}

Test(finding, shows_keys_alone_when_hints_are_to_be_short)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, ":set hints=short<Enter>");
	cr_expect(term_row_shows(test->term, 23, "Enter  n  t  F"), "%s", term_row(test->term, 23));
	cr_expect(!term_row_shows(test->term, 23, "read"));
	reader_finish(test);
}

Test(finding, completes_fields_names_and_states_in_a_filter)
{
	static const struct {
		const char *typed, *completed, *said;
	} rows[] = {
		{"spea", "filter: speaker:", ""},
		{"tag:nor", "filter: tag:\"North Sound\"", ""},
		{"unread -tag:har", "filter: unread -tag:Harbour", ""},
		{"(tag:tow", "filter: (tag:Town", ""},
		{"is:unr", "filter: is:unread", ""},
		{"is:un", "filter: is:un", "begin so: unread"},
		{"t", "filter: t", "2 begin so: title:, tag:"},
		{"tag:town", "filter: tag:Town", ""},
		{"tag:\"Nor", "filter: tag:\"North Sound\"", ""},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reader_test *test = reader_start(24, 80);

		reader_type(test, "F");
		reader_type(test, rows[i].typed);
		reader_type(test, "<Tab>");
		cr_expect(term_row_shows(test->term, 22, rows[i].completed), "%s: %s", rows[i].typed,
			term_row(test->term, 22));
		cr_expect(term_row_shows(test->term, 23, rows[i].said), "%s: %s", rows[i].typed,
			term_row(test->term, 23));
		reader_finish(test);
	}
}

Test(finding, names_the_keys_that_this_article_has_something_for)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>");
	cr_expect(term_row_shows(test->term, 23, "] section") && term_row_shows(test->term, 23, ") quote"));
	reader_type(test, "J");
	cr_expect(
		!term_row_shows(test->term, 23, "section"), "without sections: %s", term_row(test->term, 23));
	reader_type(test, "qG<Enter>");
	cr_expect(term_row_shows(test->term, 23, "x fetch the text"), "without a text: %s",
		term_row(test->term, 23));
	reader_finish(test);
}

Test(finding, does_not_take_for_keys_what_is_pasted)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "\033[200~jAsM\nq\033[201~");
	cr_expect(test->is_open && term_row_shows(test->term, 0, "15 unread of 15"), "%s",
		term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 22, "not taken for keys"), "%s", term_row(test->term, 22));
	reader_type(test, "F\033[200~tag:\ntown\033[201~<Backspace>");
	cr_expect(term_row_shows(test->term, 22, "filter: tag: tow"), "it is on one line: %s",
		term_row(test->term, 22));
	reader_type(test, "<Esc>j");
	cr_expect(term_row_shows(test->term, 2, "▌"), "keys are keys again");
	reader_type(test, "t\033[200~north sound\033[201~<Enter>");
	cr_expect(term_row_shows(test->term, 0, "tag:\"North Sound\""), "%s", term_row(test->term, 0));
	reader_finish(test);
}

Test(finding, does_not_take_for_keys_what_an_unknown_key_sends)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "\033[27;6;77~\033[1;9M\033[M");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "%s", term_row(test->term, 0));
	reader_type(test, "<Enter>]]<Esc>[");
	cr_expect(term_row_shows(test->term, 1, "§ 1"), "Esc and [ are still themselves: %s",
		term_row(test->term, 1));
	reader_finish(test);
}

Test(finding, narrows_from_the_second_letter_of_a_word_on)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "/r");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "%s", term_row(test->term, 0));
	reader_type(test, "oof");
	cr_expect(!term_row_shows(test->term, 0, "15 unread"), "%s", term_row(test->term, 0));
	reader_type(test, " n");
	cr_expect(!term_row_shows(test->term, 0, "15 unread"), "the words before count: %s",
		term_row(test->term, 0));
	reader_type(test, "<^U>r<Enter>");
	cr_expect(term_row_shows(test->term, 0, " r"), "what is entered is what was typed: %s",
		term_row(test->term, 0));
	reader_finish(test);
}
