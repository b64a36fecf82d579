#include "edit.h"

#include "dateline/base/file.h"
#include "reader.h"
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *editor(void)
{
	const char *visual = getenv("VISUAL"), *plain = getenv("EDITOR");

	return visual && *visual ? visual : plain && *plain ? plain : "vi";
}

/* The editor may be a command with arguments, as everywhere. */
static void run_editor(struct ui *ui)
{
	struct arena arena = {0};
	const char *command = arena_printf(&arena, "%s \"$1\"%c", editor(), 0).data;

	screen_leave(ui->screen);
	ui_run_shell(command, ui->options.config_path, fileno(ui->options.input));
	screen_return(ui->screen);
	arena_finish(&arena);
}

static bool make_folder(const char *path, struct error *error)
{
	struct arena arena = {0};
	struct str file = str_from(path);
	size_t slash = str_find_last_char(file, '/');
	bool is_there = slash == STR_NPOS || slash == 0 ||
			file_make_directories(arena_cstring(&arena, str_slice(file, 0, slash)), error);

	arena_finish(&arena);
	return is_there;
}

static bool read_again(struct ui *ui, struct warnings *warnings, struct error *error)
{
	struct config config;

	config_init(&config, ui->config->arena);
	if (!config_load(&config, ui->options.config_path, false, warnings, error))
		return false;
	if (ui->options.is_linear)
		config.settings.linear = 1;
	*ui->config = config;
	keymap_init(&ui->keymap, &ui->arena);
	ui_add_actions(&ui->keymap);
	config_bind(ui->config, ui->options.config_path, &ui->keymap, warnings);
	return true;
}

static void take_over(struct ui *ui)
{
	struct view *reader = ui_find(ui, &view_reader);

	ui_take_settings(ui);
	if (reader)
		((struct reader *)reader->state)->area_columns = -1; /* its lines are set anew */
	engine_take_rules(ui->engine, &ui->config->rules);
	if (ui->options.applies_rules)
		engine_apply_rules(ui->engine);
}

void edit_config(struct ui *ui)
{
	struct warnings warnings;
	struct error error = {0};

	if (ui->options.config_path == NULL) {
		ui_notice(
			ui, "there is no place for a configuration: neither HOME nor XDG_CONFIG_HOME is set");
		return;
	}
	if (!make_folder(ui->options.config_path, &error)) {
		ui_error(ui, &error);
		return;
	}
	run_editor(ui);
	warnings_init(&warnings, &ui->arena);
	if (!read_again(ui, &warnings, &error)) {
		ui_error(ui, &error);
		return;
	}
	take_over(ui);
	if (warnings.list.count)
		ui_complain(ui, "%.*s", STR_ARG(warnings.list.items[0]));
	else
		ui_notice(ui, "the configuration is in force");
}
