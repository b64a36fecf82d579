/* What is done to several articles at once, and what is given away: saved or piped. */
#include "../support/reader.h"

#include "dateline/base/file.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
	char path[64];
	struct arena arena;
};

static struct folder folder_make(void)
{
	struct folder folder = {"/tmp/dateline-test-XXXXXX", {0}};

	cr_assert(mkdtemp(folder.path));
	return folder;
}

static void type(struct reader_test *test, const char *format, const char *word)
{
	char keys[256];

	snprintf(keys, sizeof keys, format, word);
	reader_type(test, keys);
}

/* What a file of the folder says, and the file is gone; "" when there is none. */
static const char *take(struct folder *folder, const char *name)
{
	char path[160];
	struct buffer bytes = {0};
	struct error error;
	const char *text = "";

	snprintf(path, sizeof path, "%s/%s", folder->path, name);
	if (access(path, R_OK) == 0 && file_read(path, 1 << 20, &bytes, &error))
		text = arena_cstring(&folder->arena, buffer_str(&bytes));
	buffer_finish(&bytes);
	unlink(path);
	return text;
}

static void folder_end(struct folder *folder)
{
	cr_expect(rmdir(folder->path) == 0, "nothing else was left there");
	arena_finish(&folder->arena);
}

Test(together, stars_and_reads_what_is_selected_and_takes_it_back_in_one)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "vjv");
	cr_expect(term_row_shows(test->term, 0, "2 selected"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 1, "+") && !term_row_shows(test->term, 2, "+") &&
		  term_row_shows(test->term, 3, "+"));
	reader_type(test, "m");
	cr_expect(term_row_shows(test->term, 0, "13 unread of 15"), "%s", term_row(test->term, 0));
	cr_expect(!term_row_shows(test->term, 1, "+"), "the selection is over");
	reader_type(test, "U");
	cr_expect(term_row_shows(test->term, 0, "15 unread of 15"));
	reader_finish(test);
}

Test(together, selects_a_range_and_forgets_it_on_escape_and_with_the_filter)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "vjjjV");
	cr_expect(term_row_shows(test->term, 0, "5 selected"), "%s", term_row(test->term, 0));
	reader_type(test, "<Esc>");
	cr_expect(!term_row_shows(test->term, 0, "selected"));
	reader_type(test, "ggvGkV");
	cr_expect(term_row_shows(test->term, 0, "14 selected"), "%s", term_row(test->term, 0));
	reader_type(test, "gu");
	cr_expect(!term_row_shows(test->term, 0, "selected"), "what may be out of sight is not acted on");
	reader_finish(test);
}

Test(together, takes_a_row_out_of_the_selection_again)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "vkv");
	cr_expect(!term_row_shows(test->term, 0, "selected"));
	cr_expect(term_row_shows(test->term, 22, "nothing is selected"));
	reader_finish(test);
}

Test(together, puts_a_label_on_all_that_is_selected)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "vvTnew<Enter>kiosk<Enter>");
	reader_type(test, "Flabel:kiosk<Enter>");
	cr_expect(term_row_shows(test->term, 0, "2 of 15"), "%s", term_row(test->term, 0));
	reader_finish(test);
}

Test(together, saves_in_the_form_that_the_name_ends_with)
{
	static const struct {
		const char *end, *beginning;
	} forms[] = {{"txt", "Ferry to sail again"}, {"md", "# Ferry to sail"}, {"html", "<!DOCTYPE html>"},
		{"json", "{\"id\""}};
	struct folder folder = folder_make();
	struct reader_test *test = reader_start(24, 80);

	type(test, ":set save-folder=%s<Enter>", folder.path);
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		char name[64];

		snprintf(name, sizeof name, "Ferry-to-sail-again-across-the-North-Sound.%s", forms[i].end);
		reader_type(test, i % 2 ? "S" : "<Enter>S");
		type(test, "<Backspace><Backspace><Backspace>%s<Enter>", forms[i].end);
		cr_expect(term_shows(test->term, "saved "), "%s", term_row(test->term, 22));
		cr_expect(strncmp(take(&folder, name), forms[i].beginning, strlen(forms[i].beginning)) == 0,
			"%s", name);
		reader_type(test, i % 2 ? "<Esc>" : "q");
	}
	reader_finish(test);
	folder_end(&folder);
}

Test(together, writes_over_no_file)
{
	struct folder folder = folder_make();
	struct reader_test *test = reader_start(24, 80);

	type(test, ":set save-folder=%s<Enter>", folder.path);
	reader_type(test, "S<Enter>jS<^U>");
	type(test, "%s/Ferry-to-sail-again-across-the-North-Sound.txt<Enter>", folder.path);
	cr_expect(term_shows(test->term, "give another name"), "%s", term_row(test->term, 22));
	cr_expect(strstr(take(&folder, "Ferry-to-sail-again-across-the-North-Sound.txt"), "Ferry to sail"));
	type(test, "S<^U>%s/no/such/folder<Enter>", folder.path);
	cr_expect(term_shows(test->term, "cannot be written"), "%s", term_row(test->term, 22));
	reader_finish(test);
	folder_end(&folder);
}

Test(together, proposes_names_that_lead_nowhere_else)
{
	static const char document[] = "<rss version='2.0'><channel><title>T</title><item><guid>1</guid>"
				       "<title>../../etc/passwd; rm -rf $(HOME) `x`\n\t.hidden</title>"
				       "<description>x</description></item></channel></rss>";
	struct folder folder = folder_make();
	char path[96];
	FILE *file;
	struct reader_test *test;

	snprintf(path, sizeof path, "%s/feed.xml", folder.path);
	file = fopen(path, "w");
	fputs(document, file);
	fclose(file);
	test = reader_start_with(24, 80, path, "xterm-256color", false);
	reader_type(test, "S");
	cr_expect(term_row_shows(test->term, 22, "save as: etc-passwd-rm-rf-HOME-x-hidden.txt"), "%s",
		term_row(test->term, 22));
	reader_finish(test);
	unlink(path);
	folder_end(&folder);
}

Test(together, gives_the_text_to_a_command_on_its_input_and_the_terminal_back)
{
	struct folder folder = folder_make();
	struct reader_test *test = reader_start(24, 80);

	type(test, "|cat >%s/out<Enter><Enter>", folder.path);
	cr_expect(strstr(take(&folder, "out"), "Ferry to sail again across the North Sound"));
	cr_expect(term_row_shows(test->term, 1, "Ferry to sail"), "the list is back");
	type(test, "jv|<Tab>cat >%s/out<Enter><Enter>", folder.path);
	cr_expect(take(&folder, "out")[0] == '{', "Tab took JSON");
	reader_finish(test);
	folder_end(&folder);
}

Test(together, repeats_the_last_action_on_another_row)
{
	struct folder folder = folder_make();
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, ".");
	cr_expect(term_row_shows(test->term, 22, "nothing was done yet"), "%s", term_row(test->term, 22));
	reader_type(test, "sj.j.");
	cr_expect(term_row_shows(test->term, 1, "★") && term_row_shows(test->term, 2, "★") &&
		  term_row_shows(test->term, 3, "★"));
	reader_type(test, "Tnew<Enter>By hand<Enter>j.");
	reader_type(test, "Flabel:\"by hand\"<Enter>");
	cr_expect(term_row_shows(test->term, 0, "2 of 15"), "%s", term_row(test->term, 0));
	type(test, "|cat >>%s/out<Enter><Enter>", folder.path);
	reader_type(test, "k.<Enter>");
	cr_expect(strstr(take(&folder, "out"), "Harbour Gazette"));
	reader_type(test, "<Enter>.<Enter>");
	cr_expect(strstr(take(&folder, "out"), "Harbour Gazette"), "in an article as in the list");
	reader_finish(test);
	folder_end(&folder);
}

Test(together, orders_the_list_by_a_key_and_keeps_the_cursor_on_its_article)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, "co");
	cr_expect(term_row_shows(test->term, 0, "sort:oldest"), "%s", term_row(test->term, 0));
	cr_expect(term_row_shows(test->term, 15, "▌") && term_row_shows(test->term, 15, "Ferry to sail"));
	reader_type(test, "c-");
	cr_expect(term_row_shows(test->term, 0, "sort:-oldest") && term_row_shows(test->term, 1, "▌"));
	reader_type(test, "ct");
	cr_expect(term_row_shows(test->term, 0, "sort:title"));
	reader_type(test, "cn");
	cr_expect(!term_row_shows(test->term, 0, "sort:") && term_row_shows(test->term, 1, "Ferry to sail"));
	reader_finish(test);
}

Test(together, runs_a_macro_by_its_key_its_name_and_again)
{
	struct folder folder = folder_make();
	char config[256];
	struct reader_test *test;

	snprintf(config, sizeof config, "macro note = (echo \"$1\"; head -1) >>%s/out\nbind ,n note\n",
		folder.path);
	test = reader_start_configured(24, 80, config);
	reader_type(test, ",");
	cr_expect(term_shows(test->term, "n (echo"), "what can follow: %s", term_row(test->term, 23));
	reader_type(test, "n<Enter>j.<Enter>");
	cr_expect(strstr(take(&folder, "out"),
		"https://gazette.example/1\nFerry to sail again across the North Sound\n"
		"https://gazette.example/2\nLighthouse keeper"));
	reader_type(test, "<Enter>w:note<Enter><Enter>");
	cr_expect(strstr(take(&folder, "out"), "gazette.example/2"), "in the panel it is of the article");
	reader_type(test, "qqgf,n");
	cr_expect(term_shows(test->term, "does nothing in the list of feeds"), "%s",
		term_row(test->term, 22));
	reader_finish(test);
	folder_end(&folder);
}
