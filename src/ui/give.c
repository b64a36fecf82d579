#include "give.h"

#include "dateline/base/utf8.h"
#include "dateline/store/print.h"
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

static FILE *file_with(struct str text)
{
	FILE *file = tmpfile();

	if (file && (fwrite(text.data, 1, text.length, file) != text.length || fflush(file) != 0)) {
		fclose(file);
		return NULL;
	}
	if (file)
		rewind(file);
	return file;
}

/* The child has the terminal and the signals of its keys; what articles say reaches it on its input alone. */
static int run_shell(const char *command, int input)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
	int status = -1;
	pid_t child;

	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	child = fork();
	if (child == 0) {
		sigaction(SIGINT, &interrupt, NULL);
		sigaction(SIGQUIT, &quit, NULL);
		dup2(input, STDIN_FILENO);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	return status;
}

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

static void run_with_terminal(struct ui *ui, const char *command, struct str text)
{
	FILE *input = file_with(text);

	if (input == NULL) {
		ui_complain(ui, "no room for the text: %s", strerror(errno));
		return;
	}
	screen_leave(ui->screen);
	wait_for_enter(ui, run_shell(command, fileno(input)));
	screen_return(ui->screen);
	fclose(input);
}

static bool accept_command(struct view *view, struct prompt *prompt)
{
	struct ui *ui = view->ui;
	struct str command = str_trim(lineedit_text(&prompt->edit));
	struct arena arena = {0};
	struct buffer out = {0};
	struct error error = {0};

	if (command.length && are_few_enough(ui)) {
		if (store_print(ui->store, ui->targets, ui->target_count, (enum entry_form)ui->pipe_form,
			    ui->options.sites, &out, &error))
			run_with_terminal(ui, arena_cstring(&arena, command), buffer_str(&out));
		else
			ui_error(ui, &error);
	}
	buffer_finish(&out);
	arena_finish(&arena);
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
	ui_ask(view, &command_prompt, STR(""));
}
