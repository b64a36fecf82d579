/* Every view at every size: what stands on the screen, as a text file to be read. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static const struct {
	const char *name, *keys;
} views[] = {
	{"headlines", "jjjmjs"},
	{"nothing", "Ftag:town tag:trade<Enter>"},
	{"filter-mistake", "Ftga:town<Enter>"},
	{"article", "<Enter>]"},
	{"without-text", "G<Enter>"},
	{"quotes", "<Enter>w"},
	{"speakers", "<Enter>wW"},
	{"speaker", "<Enter>w*"},
	{"outline", "<Enter>OC"},
	{"tags", "t<Tab><Down><Down><Tab><Tab>"},
	{"feeds", "gfjj"},
	{"help", "?sear"},
	{"info", "i"},
	{"like-this", "*"},
	{"count", "3"},
	{"strip", "g"},
};

static const struct {
	int rows, columns;
} sizes[] = {{24, 80}, {40, 120}, {5, 20}, {1, 1}};

Test(screens, show_every_view_at_every_size)
{
	for (size_t i = 0; i < COUNT_OF(views); i++)
		for (size_t j = 0; j < COUNT_OF(sizes); j++) {
			struct reader_test *test = reader_start(sizes[j].rows, sizes[j].columns);
			char name[64];

			snprintf(name, sizeof name, "%s-%dx%d", views[i].name, sizes[j].columns,
				sizes[j].rows);
			reader_type(test, views[i].keys);
			cr_expect(term_expect(test->term, name), "%s", name);
			reader_finish(test);
		}
}

Test(screens, have_the_list_the_text_and_the_quotations_side_by_side_when_there_is_room)
{
	struct reader_test *test = reader_start(30, 170);

	reader_type(test, "<Enter>w");
	cr_expect(term_expect(test->term, "panes-170x30"));
	reader_type(test, "qJ");
	cr_expect(term_row_shows(test->term, 2, "▌"), "the list follows");
	reader_type(test, "z");
	cr_expect(!term_shows(test->term, "Market hall"), "zoomed");
	reader_type(test, "z");
	cr_expect(term_shows(test->term, "Market hall"));
	reader_finish(test);
}

Test(screens, come_back_when_the_terminal_shrinks_and_grows_again)
{
	static const char *const keys[] = {"jj", "<Enter>]]", "<Enter>w", "t", "gf"};

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		struct reader_test *resized = reader_start(24, 80);
		char name[64];

		reader_type(resized, keys[i]);
		snprintf(name, sizeof name, "resized-%zu", i);
		cr_expect(term_expect(resized->term, name));
		for (size_t j = 0; j < COUNT_OF(sizes); j++)
			reader_resize(resized, sizes[j].rows, sizes[j].columns);
		reader_resize(resized, 24, 80);
		cr_expect(term_expect(resized->term, name), "%s is not the same after resizes", name);
		reader_finish(resized);
	}
}

Test(screens, need_no_colour_and_no_attribute_for_what_they_say)
{
	struct reader_test *test = reader_start_with(24, 80, READER_SAMPLE, "xterm-256color", true);

	reader_type(test, "jm");
	cr_expect(term_row_shows(test->term, 1, "●"), "unread");
	cr_expect(!term_row_shows(test->term, 2, "●"), "read");
	for (const char *look = term_look_of(test->term, "Harbour"); *look; look++)
		cr_expect(*look != 'c', "a colour in spite of NO_COLOR");
	reader_finish(test);
}

Test(screens, work_in_sixteen_and_in_eight_colours)
{
	static const char *const terms[] = {"xterm", "linux", "vt100"};

	for (size_t i = 0; i < COUNT_OF(terms); i++) {
		struct reader_test *test = reader_start_with(24, 80, READER_SAMPLE, terms[i], false);

		cr_expect(term_shows(test->term, "Ferry to sail again"), "%s", terms[i]);
		reader_finish(test);
	}
}

Test(screens, refuse_a_terminal_that_cannot_move_its_cursor_with_a_sentence)
{
	struct term *term = term_open(24, 80);
	struct ui_options options = {
		.input = term->input, .output = term->output, .term = "dumb", .library = ":memory:none"};
	struct engine_options engine_options = {.library = ":memory:none"};
	struct engine *engine = NULL;
	struct arena arena = {0};
	struct config config;
	struct ui *ui = NULL;
	struct error error = {0};

	config_init(&config, &arena);
	cr_assert(engine_open(&engine_options, &engine, &error));
	options.engine = engine;
	options.config = &config;
	cr_expect(!ui_open(&options, &ui, &error));
	cr_expect(error.code == ERROR_UNSUPPORTED);
	cr_expect(error.message[0] != '\0');
	engine_close(engine);
	arena_finish(&arena);
	term_close(term);
}
