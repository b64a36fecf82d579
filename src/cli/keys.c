#include "library.h"

#include "dateline/base/utf8.h"
#include "dateline/ui/ui.h"

#define KEYS_COLUMNS 24

static void add_padded(struct str text, size_t columns, struct buffer *out)
{
	buffer_add(out, text);
	for (size_t i = utf8_columns(text); i < columns; i++)
		buffer_add_char(out, ' ');
}

/* One line for each action, under the view it belongs to: its keys together, what it does, its name. */
static void print_action(const struct keymap *keymap, const struct keymap_action *action, struct arena *arena,
	struct buffer *out)
{
	struct str keys =
		keymap_keys_of(keymap, str_from(action->view), str_from(action->name), false, arena);

	buffer_add(out, STR("  "));
	add_padded(keys.length ? keys : STR("-"), KEYS_COLUMNS, out);
	buffer_printf(out, " %s (%s)\n", action->help, action->name);
}

static void print_by_view(const struct keymap *keymap, struct arena *arena, struct buffer *out)
{
	const char *view = NULL;

	for (size_t i = 0; i < keymap->action_count; i++) {
		const struct keymap_action *action = keymap->actions[i];

		if (view == NULL || !str_equal(str_from(view), str_from(action->view)))
			buffer_printf(
				out, "%s%s\n", i ? "\n" : "", *action->view ? action->view : "in every view");
		view = action->view;
		print_action(keymap, action, arena, out);
	}
}

static enum exit_status run_keys(struct invocation *invocation)
{
	bool is_list = false;
	const struct option_row rows[] = {{"--list", &is_list, NULL}};
	struct arena arena = {0};
	struct buffer out = {0};
	struct config config;
	struct keymap keymap;
	struct warnings warnings;

	if (!options_take(invocation, &command_keys, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc)
		return complain_usage(&command_keys);
	library_config(invocation, &arena, &config);
	keymap_init(&keymap, &arena);
	ui_add_actions(&keymap);
	warnings_init(&warnings, &arena);
	config_bind(&config, "config", &keymap, &warnings);
	for (size_t i = 0; i < warnings.list.count; i++)
		complain(STATUS_FAILED, "%.*s", STR_ARG(warnings.list.items[i]));
	if (is_list)
		keymap_print(&keymap, &out);
	else
		print_by_view(&keymap, &arena, &out);
	print_buffer(&out);
	buffer_finish(&out);
	arena_finish(&arena);
	return STATUS_DONE;
}

const struct command command_keys = {
	.name = "keys",
	.arguments = "[--list]",
	.summary = "the key bindings in force; --list has one on a line, parted by tabs",
	.run = run_keys,
};
