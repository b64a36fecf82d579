/* ":" takes the name of any action, a row number, marks for all that a query chooses, and lines of the
 * configuration. */
#include "commandline.h"

#include "dateline/base/utf8.h"
#include "headlines.h"
#include "reader.h"
#include "screen.h"

#include <string.h>

static const struct {
	const char *typed, *answer;
} habits[] = {
	{"w", "nothing needs saving: every change is kept already"},
	{"wq", "nothing needs saving: every change is kept already; Q leaves"},
};

/* What the configuration takes: the words before and after "=" mean the same here and there. */
static bool is_configuration(struct str line, struct str *rest)
{
	static const char *const words[] = {"bind ", "unbind ", "color ", "saved ", "macro "};

	*rest = line;
	if (str_starts_with(line, STR("set "))) {
		*rest = str_trim(str_from_offset(line, 4));
		return true;
	}
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_starts_with(line, str_from(words[i])))
			return true;
	return false;
}

static void forget_lines(struct ui *ui)
{
	struct view *reader = ui_find(ui, &view_reader);

	if (reader)
		((struct reader *)reader->state)->area_columns = -1;
}

static bool configure(struct ui *ui, struct prompt *prompt, struct str line)
{
	struct error error;

	if (!config_read_line(ui->config, line, &error)) {
		prompt_say(prompt, true, "%s", error.message);
		return false;
	}
	if (str_starts_with(line, STR("bind ")) || str_starts_with(line, STR("unbind ")) ||
		str_starts_with(line, STR("macro "))) {
		struct warnings warnings;

		warnings_init(&warnings, &ui->arena);
		config_bind(ui->config, "command line", &ui->keymap, &warnings);
		if (warnings.list.count) {
			prompt_say(prompt, true, "%.*s", STR_ARG(warnings.list.items[0]));
			return false;
		}
	}
	ui_take_settings(ui);
	forget_lines(ui);
	return true;
}

/* mark STATE QUERY: everything that a query chooses, at once; U takes it back. */
static bool mark_query(struct ui *ui, struct prompt *prompt, enum store_mark mark, struct str text)
{
	struct query_context context = ui_query_context(ui);
	struct query query;
	struct query_mistake mistake;
	struct store_list *list = NULL;
	int64_t *ids;
	size_t count = 0;
	struct error error;

	if (!query_parse(text, &context, &prompt->arena, &query, &mistake)) {
		prompt_say(prompt, true, "%s", mistake.message);
		return false;
	}
	if (!store_list_open(ui->store, &query, &list, &error) ||
		!store_list_ids(list, &prompt->arena, &ids, &count, &error))
		ui_error(ui, &error);
	else
		ui_mark(ui, mark, ids, count);
	store_list_close(list);
	headlines_take_states(ui_find(ui, &view_headlines));
	return true;
}

/* False: it is no such line. *is_done says whether the prompt may close. */
static bool take_mark(struct ui *ui, struct prompt *prompt, struct str line, bool *is_done)
{
	static const struct {
		const char *word;
		enum store_mark mark;
	} marks[] = {
		{"mark read ", STORE_READ},
		{"mark unread ", STORE_UNREAD},
		{"mark star ", STORE_STAR},
		{"mark unstar ", STORE_UNSTAR},
		{"mark later ", STORE_LATER},
		{"mark not-later ", STORE_NOT_LATER},
		{"mark hide ", STORE_HIDE},
		{"mark show ", STORE_SHOW},
	};

	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		struct str word = str_from(marks[i].word);

		if (!str_starts_with(line, word))
			continue;
		*is_done = mark_query(ui, prompt, marks[i].mark, str_from_offset(line, word.length));
		return true;
	}
	return false;
}

static bool go_to_row(struct ui *ui, struct str line)
{
	int64_t number;

	if (!str_to_int64(line, &number) || number < 1)
		return false;
	return ui_run_action(ui, "last", (long)number);
}

static bool run_line(struct view *view, struct prompt *prompt)
{
	struct ui *ui = view->ui;
	struct str line = str_trim(lineedit_text(&prompt->edit)), rest;
	char name[64];
	bool is_done;

	if (line.length == 0)
		return true;
	for (size_t i = 0; i < COUNT_OF(habits); i++)
		if (str_equal(line, str_from(habits[i].typed))) {
			ui_notice(ui, "%s", habits[i].answer);
			return true;
		}
	if (take_mark(ui, prompt, line, &is_done))
		return is_done;
	if (is_configuration(line, &rest))
		return configure(ui, prompt, rest);
	if (str_equal(line, STR("q")) || str_equal(line, STR("qa")))
		line = STR("quit");
	if (go_to_row(ui, line))
		return true;
	if (line.length < sizeof name) {
		memcpy(name, line.data, line.length);
		name[line.length] = '\0';
		if (ui_run_action(ui, name, 0))
			return true;
	}
	prompt_say(prompt, true, "no action of that name is possible here; Tab completes, ? lists them all");
	return false;
}

/* The longest beginning that all fitting names share. */
static void complete(struct view *view, struct prompt *prompt)
{
	struct str typed = lineedit_text(&prompt->edit), shared = STR_NONE;
	size_t count = 0;

	for (size_t i = 0; i < view->ui->keymap.action_count; i++) {
		struct str name = str_from(view->ui->keymap.actions[i]->name);
		size_t same = 0;

		if (!str_starts_with(name, typed) || view_action(ui_focus(view->ui), name.data) == NULL)
			continue;
		if (count++ == 0)
			shared = name;
		while (same < shared.length && same < name.length && shared.data[same] == name.data[same])
			same++;
		shared.length = same;
	}
	if (count == 0)
		prompt_say(prompt, false,
			"no action begins so; set, bind, unbind, macro, color, saved and mark take more words");
	else
		lineedit_set(&prompt->edit, shared);
	if (count > 1)
		prompt_say(prompt, false, "%zu actions begin so", count);
}

static const struct prompt_type command_prompt = {
	.label = ":",
	.hint = "an action, mark read QUERY, set, bind, color, saved  Tab complete  Esc leave",
	.history = HISTORY_COMMAND,
	.accepted = run_line,
	.complete = complete,
};

void commandline_open(struct view *view)
{
	ui_ask(view, &command_prompt, STR(""));
}
