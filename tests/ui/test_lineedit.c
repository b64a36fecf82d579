#include "dateline/config/keymap.h"
#include "ui/lineedit.h"

#include <criterion/criterion.h>
#include <stdio.h>

/* Types keys as the key map names them and gives the text. */
static struct str typed(struct lineedit *edit, const char *keys)
{
	struct str rest = str_from(keys), word;

	while (str_next(&rest, ' ', &word)) {
		struct keys parsed = {.count = 0};

		cr_assert(keys_parse(word, &parsed, NULL), "%.*s", STR_ARG(word));
		for (size_t i = 0; i < parsed.count; i++)
			lineedit_key(edit, parsed.codes[i]);
	}
	return lineedit_text(edit);
}

static const struct {
	const char *name, *keys, *text;
} rows[] = {
	{"letters", "k o r", "kor"},
	{"backspace takes a whole letter with its marks", "é <Backspace> a", "a"},
	{"to the start and on", "b c ^A a", "abc"},
	{"to the end again", "b c <Home> a <End> d", "abcd"},
	{"a word back", "o n e <Space> t w o ^W", "one "},
	{"to the start is cut and put back", "a b c ^U x ^Y", "xabc"},
	{"to the end is cut", "a b c <Left> <Left> ^K", "a"},
	{"delete under the cursor", "a b c <Home> <Delete>", "bc"},
	{"wide letters are one step", "灯 台 <Left> x", "灯x台"},
	{"the next key as it is", "a ^V ^A", "a\001"},
};

Test(lineedit, edits_as_every_shell_does)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lineedit edit;
		struct str text;

		lineedit_init(&edit, STR(""), NULL);
		text = typed(&edit, rows[i].keys);
		cr_expect(str_equal(text, str_from(rows[i].text)), "%s: got %.*s, want %s", rows[i].name,
			STR_ARG(text), rows[i].text);
		lineedit_finish(&edit);
	}
}

Test(lineedit, walks_and_searches_the_history_and_comes_back_to_what_was_typed)
{
	struct history history = {.count = 0};
	struct lineedit edit;

	history_add(&history, STR("tag:china"));
	history_add(&history, STR("unread"));
	history_add(&history, STR("tag:japan"));
	lineedit_init(&edit, STR("new"), &history);
	cr_expect(str_equal(typed(&edit, "<Up>"), STR("tag:japan")));
	cr_expect(str_equal(typed(&edit, "<Up>"), STR("unread")));
	cr_expect(str_equal(typed(&edit, "<Down> <Down>"), STR("new")));
	typed(&edit, "^U c h i");
	cr_expect(str_equal(typed(&edit, "^R"), STR("tag:china")));
	lineedit_finish(&edit);
	history_finish(&history);
}

Test(lineedit, keeps_a_line_once_in_its_history_and_no_more_than_it_may)
{
	struct history history = {.count = 0};

	history_add(&history, STR("a"));
	history_add(&history, STR("b"));
	history_add(&history, STR("a"));
	cr_expect(history.count == 2);
	cr_expect_str_eq(history.lines[1], "a");
	for (int i = 0; i < 300; i++) {
		char line[16];

		snprintf(line, sizeof line, "%d", i);
		history_add(&history, str_from(line));
	}
	cr_expect(history.count == HISTORY_MOST);
	cr_expect_str_eq(history.lines[HISTORY_MOST - 1], "299");
	history_finish(&history);
}
