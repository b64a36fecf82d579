#include "give.h"

#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "screen.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARTICLES_MOST 1000
#define NAME_BYTES_MOST 60

static const char *const form_names[] = {
	[ENTRY_TEXT] = "text", [ENTRY_JSON] = "JSON", [ENTRY_MARKDOWN] = "Markdown", [ENTRY_HTML] = "HTML"};

static bool are_few_enough(struct ui *ui)
{
	if (ui->target_count > ARTICLES_MOST)
		ui_complain(ui, "these are %zu articles; at most %d are given away at once", ui->target_count,
			ARTICLES_MOST);
	return ui->target_count <= ARTICLES_MOST;
}

/* ---- S */

/* A name that is one wherever it is used: letters, figures and dashes, which no title can get out of. */
static void add_name(struct str title, struct buffer *out)
{
	size_t begin = out->length, length;
	bool is_apart = false;

	for (size_t i = 0; i < title.length && out->length - begin < NAME_BYTES_MOST; i += length) {
		uint32_t c = utf8_decode(title, i, &length);
		bool is_kept = c < 0x80 ? ascii_is_alpha((char)c) || ascii_is_digit((char)c)
					: utf8_width(c) > 0 && !(c >= 0x2000 && c <= 0x206f) && c != 0xa0 &&
						  c != 0x3000;

		if (!is_kept) {
			is_apart = out->length > begin;
			continue;
		}
		if (is_apart)
			buffer_add_char(out, '-');
		is_apart = false;
		buffer_add(out, str_slice(title, i, i + length));
	}
	if (out->length == begin)
		buffer_add(out, STR("article"));
}

static struct str suggest_path(struct ui *ui, struct arena *arena)
{
	struct str folder = ui->config->settings.save_folder;
	struct buffer path = {0};
	struct store_entry entry = {0};
	struct str suggested;

	buffer_add(&path, folder);
	if (folder.length && folder.data[folder.length - 1] != '/')
		buffer_add_char(&path, '/');
	if (ui->target_count == 1 &&
		store_article_get(ui->store, ui->targets[0], STORE_CONTENT_NONE, arena, &entry, NULL))
		add_name(entry.article.title, &path);
	else
		buffer_add(&path, STR("articles"));
	buffer_add(&path, STR(".txt"));
	suggested = arena_copy(arena, buffer_str(&path));
	buffer_finish(&path);
	return suggested;
}

static enum entry_form form_of_name(struct str path)
{
	static const struct {
		const char *end;
		enum entry_form form;
	} ends[] = {{".md", ENTRY_MARKDOWN}, {".markdown", ENTRY_MARKDOWN}, {".html", ENTRY_HTML},
		{".htm", ENTRY_HTML}, {".json", ENTRY_JSON}, {".jsonl", ENTRY_JSON}};

	for (size_t i = 0; i < COUNT_OF(ends); i++)
		if (str_ends_with(path, str_from(ends[i].end)))
			return ends[i].form;
	return ENTRY_TEXT;
}

static struct str with_home(struct str path, struct arena *arena)
{
	const char *home = getenv("HOME");

	if (home && str_starts_with(path, STR("~/")))
		return arena_printf(arena, "%s%.*s", home, STR_ARG(str_from_offset(path, 1)));
	return path;
}

static bool accept_path(struct view *view, struct prompt *prompt)
{
	struct str path = with_home(str_trim(lineedit_text(&prompt->edit)), &prompt->arena);
	struct ui *ui = view->ui;

	if (path.length && are_few_enough(ui))
		engine_save(ui->engine, path, form_of_name(path), ui->targets, ui->target_count);
	return true;
}

static const struct prompt_type path_prompt = {
	.label = "save as:",
	.hint = "ends in .txt .md .html or .json  Enter save  Esc leave",
	.history = HISTORY_PATH,
	.accepted = accept_path,
};

void give_save(struct view *view)
{
	struct arena arena = {0};

	ui_ask(view, &path_prompt, suggest_path(view->ui, &arena));
	arena_finish(&arena);
}

/* ---- | */

static void wait_for_enter(struct ui *ui, int status)
{
	char c = 0;

	fprintf(ui->options.output, "\r\n[%s %d] Enter goes back to dateline ",
		WIFEXITED(status) ? "exit status" : "ended by signal",
		WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
	fflush(ui->options.output);
	while (c != '\n' && c != '\r' && read(fileno(ui->options.input), &c, 1) == 1)
		;
}

bool give_drop(struct ui *ui)
{
	if (ui->pipe.job == 0)
		return false;
	fclose(ui->pipe.input);
	free(ui->pipe.command);
	free(ui->pipe.address);
	memset(&ui->pipe, 0, sizeof ui->pipe);
	return true;
}

void give_take_event(struct ui *ui, const struct engine_event *event)
{
	if (ui->pipe.job == 0 || event->job != ui->pipe.job)
		return;
	if (event->kind == EVENT_JOB_FAILED)
		give_drop(ui);
	else if (event->kind == EVENT_JOB_DONE)
		ui->pipe.is_ready = true;
}

void give_run(struct ui *ui)
{
	if (!ui->pipe.is_ready || ui->prompt.type)
		return;
	ui->notice[0] = '\0';
	rewind(ui->pipe.input);
	screen_leave(ui->screen);
	wait_for_enter(ui, ui_run_shell(ui->pipe.command, ui->pipe.address, fileno(ui->pipe.input)));
	screen_return(ui->screen);
	give_drop(ui);
}

/* The address of the first of the articles; empty when it has none. */
static char *address_of(struct ui *ui)
{
	struct arena arena = {0};
	struct store_entry entry;
	struct str link = STR("");
	char *address;

	if (store_article_get(ui->store, ui->targets[0], STORE_CONTENT_NONE, &arena, &entry, NULL) &&
		url_is_link(entry.article.link, true))
		link = entry.article.link;
	address = strndup(link.data, link.length);
	if (address == NULL)
		abort();
	arena_finish(&arena);
	return address;
}

static void begin_pipe(struct ui *ui, struct str command, int form)
{
	FILE *input = tmpfile();

	if (input == NULL) {
		ui_complain(ui, "no room for the text: %s", strerror(errno));
		return;
	}
	give_drop(ui);
	ui->pipe.input = input;
	ui->pipe.address = address_of(ui);
	ui->pipe.command = strndup(command.data, command.length);
	if (ui->pipe.command == NULL)
		abort();
	ui_notice(ui, "reading %zu article%s for %s; Esc gives it up", ui->target_count,
		ui->target_count == 1 ? "" : "s", ui->pipe.command);
	ui->pipe.job =
		engine_print(ui->engine, fileno(input), (enum entry_form)form, ui->targets, ui->target_count);
}

static bool accept_command(struct view *view, struct prompt *prompt)
{
	struct str command = str_trim(lineedit_text(&prompt->edit));

	if (command.length && are_few_enough(view->ui)) {
		ui_repeat_with(view->ui, command, view->ui->pipe_form);
		begin_pipe(view->ui, command, view->ui->pipe_form);
	}
	return true;
}

static void step_form(struct view *view, struct prompt *prompt)
{
	view->ui->pipe_form = (view->ui->pipe_form + 1) % (int)COUNT_OF(form_names);
	prompt_say(
		prompt, false, "it is given as %s; Tab takes another form", form_names[view->ui->pipe_form]);
}

static const struct prompt_type command_prompt = {
	.label = "pipe to:",
	.hint = "a command of the shell  Enter run it  Tab text, JSON, Markdown, HTML  Esc leave",
	.history = HISTORY_PIPE,
	.accepted = accept_command,
	.complete = step_form,
};

void give_pipe(struct view *view)
{
	struct ui *ui = view->ui;

	if (ui->macro.length && are_few_enough(ui))
		begin_pipe(ui, ui->macro, ENTRY_TEXT);
	else if (ui->macro.length)
		return;
	else if (!ui->repeat.is_running || ui->repeat.text == NULL)
		ui_ask(view, &command_prompt, STR(""));
	else if (are_few_enough(ui))
		begin_pipe(ui, str_from(ui->repeat.text), ui->repeat.form);
}
