/* What the keys of headlines and article do, beyond the path. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <string.h>

Test(reader, keeps_the_cursor_on_its_article_when_the_filter_changes)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "jj");
	reader_type(test, "Ftag:town<Enter>");
	cr_expect(term_row_shows(test->term, 1, "▌"), "%s", term_row(test->term, 1));
	cr_expect(term_row_shows(test->term, 1, "Market hall"));
	reader_type(test, "<Backspace>");
	cr_expect(term_row_shows(test->term, 3, "▌") && term_row_shows(test->term, 3, "Market hall"));
	reader_finish(test);
}

Test(reader, takes_back_what_was_done_and_does_it_again)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "A");
	cr_expect(term_row_shows(test->term, 0, "0 unread of 15"));
	cr_expect(term_row_shows(test->term, 22, "U takes it back"), "%s", term_row(test->term, 22));
	reader_type(test, "s");
	cr_expect(term_row_shows(test->term, 1, "★"));
	reader_type(test, "UU");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"));
	cr_expect(!term_shows(test->term, "★"));
	reader_type(test, "<^R>");
	cr_expect(term_row_shows(test->term, 0, "0 unread of 15"));
	reader_type(test, "UUU");
	cr_expect(term_row_shows(test->term, 22, "nothing more"), "%s", term_row(test->term, 22));
	reader_finish(test);
}

Test(reader, marks_everything_above_and_this_row_read)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "jjM");
	cr_expect(term_row_shows(test->term, 0, "12 unread of 15"));
	reader_type(test, "n");
	cr_expect(term_row_shows(test->term, 4, "▌"));
	reader_finish(test);
}

Test(reader, narrows_while_a_search_is_typed_and_returns_on_escape)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "jjjj/lighth");
	cr_expect(term_row_shows(test->term, 0, "0 of 15") || term_row_shows(test->term, 0, "1 of 15"));
	reader_type(test, "ouse");
	cr_expect(term_row_shows(test->term, 1, "Lighthouse keeper"));
	reader_type(test, "<Esc>");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"));
	cr_expect(term_row_shows(test->term, 5, "▌"), "the cursor is where it was");
	reader_type(test, "/lighthouse<Enter>");
	cr_expect(term_row_shows(test->term, 0, "lighthouse"));
	reader_type(test, "<Enter>");
	cr_expect(strchr(term_look_of(test->term, "Lighthouse keeper wins the long swim, and"), 'r'),
		"what was searched for is marked");
	reader_finish(test);
}

Test(reader, shows_the_place_of_a_mistake_and_takes_the_suggestion)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "Ftga:town<Enter>");
	cr_expect(term_row_shows(test->term, 22, "filter: tga:town"));
	cr_expect(term_row_shows(test->term, 23, "tag:"), "%s", term_row(test->term, 23));
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"), "the list is as it was");
	reader_type(test, "<Tab>");
	cr_expect(term_row_shows(test->term, 22, "filter: tag:town"), "%s", term_row(test->term, 22));
	reader_type(test, "<Enter>");
	cr_expect(term_row_shows(test->term, 0, "5 of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}

Test(reader, steps_through_must_any_and_never_of_tags)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "tnorth<Tab>");
	cr_expect(term_shows(test->term, "+ North Sound") && term_shows(test->term, "tag:\"North Sound\""));
	reader_type(test, "<Tab>");
	cr_expect(term_shows(test->term, "~ North Sound"));
	reader_type(test, "<Tab>");
	cr_expect(term_shows(test->term, "- North Sound") && term_shows(test->term, "-tag:\"North Sound\""));
	reader_type(test, "<Enter>");
	cr_expect(term_row_shows(test->term, 0, "-tag:\"North Sound\""));
	cr_expect(term_row_shows(test->term, 0, "11 of 15"), "%s", term_row(test->term, 0));
	reader_type(test, "t<Esc>");
	cr_expect(term_row_shows(test->term, 0, "11 of 15"), "Esc changes nothing");
	reader_finish(test);
}

Test(reader, opens_and_copies_links_by_their_number)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "o");
	cr_expect_str_eq(test->browsed, "https://gazette.example/1");
	reader_type(test, "<Enter>2o");
	cr_expect_str_eq(test->browsed, "https://yards.example/nine");
	reader_type(test, "9o");
	cr_expect(term_row_shows(test->term, 22, "there is no link 9"), "%s", term_row(test->term, 22));
	reader_type(test, "1y");
	cr_expect(memmem(test->term->last, test->term->last_length,
		"\033]52;c;aHR0cHM6Ly9nYXpldHRlLmV4YW1wbGUvOQ==", 41));
	reader_finish(test);
}

Test(reader, opens_an_article_where_it_was_left)
{
	struct reader_test *test = reader_start(24, 80);
	char first[256];

	reader_type(test, "<Enter>jjjjjjj");
	snprintf(first, sizeof first, "%s", term_row(test->term, 1));
	reader_type(test, "q");
	reader_type(test, "<Enter>");
	cr_expect_str_eq(term_row(test->term, 1), first);
	reader_type(test, "qj<Enter>K");
	cr_expect_str_eq(term_row(test->term, 1), first);
	reader_finish(test);
}

Test(reader, goes_on_to_the_next_unread_at_the_end_of_an_article)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "j<Enter>");
	cr_expect(term_row_shows(test->term, 1, "Lighthouse keeper"));
	reader_type(test, "<Space>");
	cr_expect(term_row_shows(test->term, 1, "Market hall"), "%s", term_row(test->term, 1));
	reader_type(test, "q");
	cr_expect(term_row_shows(test->term, 3, "▌"), "the list has followed");
	reader_finish(test);
}

Test(reader, jumps_to_sections_paragraphs_and_quotations_with_counts)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>3]");
	cr_expect(term_row_shows(test->term, 1, "§ 3  Why one voice"), "%s", term_row(test->term, 1));
	reader_type(test, "[");
	cr_expect(term_row_shows(test->term, 1, "§ 2  What it costs"));
	reader_type(test, "[[");
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail again"));
	reader_type(test, "2)");
	cr_expect(term_row_shows(test->term, 0, "Marta Lind"), "%s", term_row(test->term, 0));
	reader_type(test, "<Esc>gg}");
	cr_expect(term_row_shows(test->term, 1, "The ferry that ties"), "%s", term_row(test->term, 1));
	reader_finish(test);
}

Test(reader, previews_a_section_in_the_outline_and_returns_on_escape)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>O<Down><Down>");
	cr_expect(term_row_shows(test->term, 1, "§ 3"), "%s", term_row(test->term, 1));
	reader_type(test, "<Esc>");
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail again"));
	reader_type(test, "O4");
	cr_expect(term_row_shows(test->term, 1, "§ 4"));
	reader_finish(test);
}

Test(reader, searches_the_text_and_gives_n_back_afterwards)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>/STAGE<Enter>");
	cr_expect(term_row_shows(test->term, 22, "match 1 of"), "%s", term_row(test->term, 22));
	reader_type(test, "n");
	cr_expect(term_row_shows(test->term, 22, "match 2 of"));
	reader_type(test, "N");
	cr_expect(term_row_shows(test->term, 22, "match 1 of"));
	reader_type(test, "<Esc>n");
	cr_expect(term_row_shows(test->term, 1, "Lighthouse keeper"), "n is the next unread again");
	reader_finish(test);
}

Test(reader, shows_one_speaker_alone_and_what_was_said_without_marks)
{
	struct reader_test *test = reader_start(40, 120);

	reader_type(test, "<Enter>wWjonas<Enter>");
	cr_expect(term_shows(test->term, "Jonas Berg"));
	cr_expect(term_shows(test->term, "1 quote"));
	reader_type(test, "W<^U><^U><Enter>I");
	cr_expect(!term_row_shows(test->term, 1, "indirect"), "%s", term_row(test->term, 1));
	cr_expect(term_shows(test->term, "the stone stage should have come first"));
	reader_type(test, "i");
	cr_expect(term_shows(test->term, "About this quotation"));
	cr_expect(term_shows(test->term, "how sure") && term_shows(test->term, "because"));
	cr_expect(
		term_shows(test->term, "the text says who speaks") || term_shows(test->term, "a best guess"));
	reader_finish(test);
}

Test(reader, goes_back_and_forward_in_what_was_viewed)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>qjj<Enter>");
	reader_type(test, "H");
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail again"));
	reader_type(test, "L");
	cr_expect(term_row_shows(test->term, 1, "Market hall"));
	reader_type(test, "L");
	cr_expect(term_row_shows(test->term, 22, "nothing was viewed after this"));
	reader_finish(test);
}

Test(reader, says_what_is_wrong_with_a_source_and_stays)
{
	struct reader_test *test =
		reader_start_with(24, 80, "tests/data/reader/no-such-file.xml", "xterm-256color", false);

	cr_expect(test->is_open);
	cr_expect(term_shows(test->term, "no articles yet"));
	cr_expect(term_row_shows(test->term, 22, "no-such-file.xml"), "%s", term_row(test->term, 22));
	reader_finish(test);
}

Test(reader, settles_many_keys_with_one_picture)
{
	struct reader_test *test = reader_start(24, 80);
	size_t before = test->term->bytes;
	char keys[301];

	memset(keys, 'j', 300);
	keys[300] = '\0';
	reader_type(test, keys);
	cr_expect(term_row_shows(test->term, 15, "▌"));
	cr_expect(test->term->bytes - before < 1000, "%zu bytes for 300 keys", test->term->bytes - before);
	reader_finish(test);
}

Test(reader, sends_little_for_a_key_down)
{
	struct reader_test *test = reader_start(40, 120);
	size_t before = test->term->bytes;

	reader_type(test, "j");
	cr_expect(test->term->bytes - before <= 300, "%zu bytes", test->term->bytes - before);
	reader_finish(test);
}

Test(reader, puts_labels_on_and_takes_them_off_with_undo)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "Tnew<Enter>later on<Enter>");
	reader_type(test, "Flabel:\"later on\"<Enter>");
	cr_expect(term_row_shows(test->term, 0, "1 of 15"), "%s", term_row(test->term, 0));
	reader_type(test, "T");
	cr_expect(term_shows(test->term, "+ later on"));
	reader_type(test, "<Esc>U<^L>F<^U>label:\"later on\"<Enter>");
	cr_expect(term_row_shows(test->term, 0, "0 of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}

Test(reader, marks_what_a_query_chooses)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, ":mark read tag:town<Enter>");
	cr_expect(term_row_shows(test->term, 0, "10 unread of 15"), "%s", term_row(test->term, 0));
	reader_type(test, ":mark read tga:town<Enter>");
	cr_expect(term_row_shows(test->term, 23, "no field"), "%s", term_row(test->term, 23));
	reader_type(test, "<Esc>U");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"));
	reader_finish(test);
}

Test(reader, takes_the_names_of_actions_and_of_rows_in_the_command_line)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, ":toggle-st<Tab><Enter>");
	cr_expect(term_row_shows(test->term, 1, "★"));
	reader_type(test, ":5<Enter>");
	cr_expect(term_row_shows(test->term, 5, "▌"));
	reader_type(test, ":nonsense<Enter>");
	cr_expect(term_row_shows(test->term, 23, "no action of that name"), "%s", term_row(test->term, 23));
	reader_type(test, "<Esc>:set hints = off<Enter>");
	cr_expect_str_eq(term_row(test->term, 23), "");
	reader_finish(test);
}

Test(reader, goes_from_feed_to_feed_and_names_them_in_the_list_of_sources)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "J");
	cr_expect(term_row_shows(test->term, 0, "feed:\"Harbour Gazette\""), "%s", term_row(test->term, 0));
	reader_type(test, "J");
	cr_expect(term_row_shows(test->term, 22, "this is the last feed"));
	reader_type(test, "gf");
	cr_expect(term_shows(test->term, "Harbour Gazette"));
	reader_type(test, "Gcn<^U>The Gazette<Enter>");
	cr_expect(term_shows(test->term, "The Gazette"));
	reader_type(test, "G<Enter>");
	cr_expect(term_row_shows(test->term, 0, "15 of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}

Test(reader, shows_everything_that_a_speaker_said_and_opens_it_there)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>w*");
	cr_expect(term_row_shows(test->term, 0, "Marta Lind"), "%s", term_row(test->term, 0));
	cr_expect(term_shows(test->term, "Nobody should have to drive"));
	reader_type(test, "j<Enter>");
	cr_expect(term_row_shows(test->term, 0, "Marta Lind"));
	cr_expect(term_shows(test->term, "§ 1  What the council decided"));
	reader_type(test, "qq");
	cr_expect(term_shows(test->term, "Who said what"), "back through the page to the panel");
	reader_finish(test);
}

Test(reader, everything_of_a_feed_can_be_changed_and_taken_back)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "gf");
	reader_type(test, "Gccfolder<Enter>");
	cr_expect(term_shows(test->term, "value:"), "the folder is asked for");
	reader_type(test, "Papers<Enter>");
	cr_expect(term_shows(test->term, "folder changed; U takes it back"));
	cr_expect(term_shows(test->term, "Papers"), "the feed is in it");
	reader_type(test, "U");
	cr_expect(term_shows(test->term, "taken back: feed moved to another folder"));
	reader_type(test, "Gccinterval<Enter><^U>soon<Enter>");
	cr_expect(term_shows(test->term, "\"soon\" is no number"),
		"a value that is none is refused where it is typed");
	reader_type(test, "<Esc>Gcd");
	cr_expect(term_shows(test->term, "U takes it back"));
	reader_type(test, "U");
	cr_expect(term_shows(test->term, "taken back: feed unsubscribed"));
	reader_finish(test);
}

Test(reader, reads_a_link_here_when_the_library_has_it)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "<Enter>1<Enter>");
	cr_expect(term_row_shows(test->term, 1, "Council looks for a second doctor"), "%s", term_row(test->term, 1));
	reader_type(test, "H");
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail again"), "%s", term_row(test->term, 1));
	reader_type(test, "2<Enter>");
	cr_expect(term_row_shows(test->term, 22, "link 2 is not in the library"), "%s",
		term_row(test->term, 22));
	reader_type(test, "<Enter>");
	cr_expect(term_row_shows(test->term, 22, "a number first"), "%s", term_row(test->term, 22));
	cr_expect_str_eq(test->browsed, "", "nothing went out");
	reader_finish(test);
}
