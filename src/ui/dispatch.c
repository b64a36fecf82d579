/* From keys to actions: counts, sequences, and an answer for a key that means nothing here. */
#include "view.h"

#include "give.h"
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_MOST 1000000
#define CONTROL(letter) ((letter)&0x1f)

/* ---- which action */

static const struct action *own_action(const struct view *view, const char *name)
{
	for (size_t i = 0; i < view->type->action_count; i++)
		if (strcmp(view->type->actions[i].key.name, name) == 0)
			return &view->type->actions[i];
	return NULL;
}

static bool is_side(const struct view *view)
{
	return view->owner && view->owner->side == view;
}

/* ---- macros: what | does, with a command that is known */

static void run_macro(struct view *view, long count)
{
	struct ui *ui = view->ui;

	ui->macro = config_macro_command(ui->config, str_from(ui->running));
	own_action(view, "pipe")->run(view, count);
	ui->macro = STR_NONE;
}

static const struct action macro_action = {{"", "macro", NULL, NULL}, run_macro, false};

static bool is_macro(const struct ui *ui, const char *name)
{
	return config_macro_command(ui->config, str_from(name)).data != NULL;
}

const struct action *view_action(const struct view *view, const char *name)
{
	const struct action *action = own_action(view, name);

	if (action == NULL && !view->type->is_popup) {
		action = general_action(str_from(name));
		if (action && action->run == NULL)
			action = NULL;
	}
	if (action == NULL && is_macro(view->ui, name) && own_action(view, "pipe"))
		action = &macro_action;
	return action;
}

/* The view that does an action when the focus is in `view`: it, or whose pane it is. */
static struct view *doer(struct view *view, const char *name)
{
	if (own_action(view, name) == NULL && is_side(view) && own_action(view->owner, name))
		return view->owner;
	if (view_action(view, name))
		return view;
	return is_side(view) && view_action(view->owner, name) ? view->owner : NULL;
}

static bool run(struct view *focus, const char *name, long count)
{
	struct view *view = doer(focus, name);

	if (view == NULL)
		return false;
	view->ui->running = name;
	view_action(view, name)->run(view, count);
	return true;
}

bool ui_run_action(struct ui *ui, const char *name, long count)
{
	return run(ui_focus(ui), name, count);
}

/* ---- the same again */

static bool is_repeatable(const struct ui *ui, const char *name)
{
	static const char *const names[] = {"toggle-read", "toggle-star", "label", "browse", "copy", "pipe"};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return is_macro(ui, name);
}

static void remember(struct ui *ui, const char *name, long count)
{
	if (!is_repeatable(ui, name))
		return;
	free(ui->repeat.text);
	ui->repeat.text = NULL;
	ui->repeat.action = name;
	ui->repeat.count = count;
}

void ui_repeat_with(struct ui *ui, struct str text, int form)
{
	char *copy = strndup(text.data, text.length);

	if (copy == NULL)
		abort();
	free(ui->repeat.text);
	ui->repeat.text = copy;
	ui->repeat.form = form;
}

void ui_repeat(struct ui *ui)
{
	if (ui->repeat.action == NULL) {
		ui_notice(ui, "nothing was done yet that could be repeated");
		return;
	}
	ui->repeat.is_running = true;
	if (!ui_run_action(ui, ui->repeat.action, ui->repeat.count))
		ui_notice(ui, "there is nothing here for %s", ui->repeat.action);
	ui->repeat.is_running = false;
}

/* ---- a key that does nothing */

static const struct {
	const char *keys, *answer;
} habits[] = {
	{"C", "C is not bound: nothing is marked read everywhere at once; A marks what is shown, U takes it back"},
	{"^T", "there is no ^T here; Backspace takes the last filter off, t chooses a tag"},
	{"^S", "nothing needs saving: every change is kept already"},
	{"Z", "ZZ leaves"},
	{"^N", "j is the next row; ^N moves inside lists that take text"},
	{"^P", "k is the row before; ^P moves inside lists that take text"},
	{"c", "c chooses the order, in the headlines"},
	{"e", "e is the next paragraph, in an article"},
};

static const char *habit(struct str keys)
{
	for (size_t i = 0; i < COUNT_OF(habits); i++)
		if (str_equal(str_from(habits[i].keys), keys))
			return habits[i].answer;
	return NULL;
}

/* The same letter in the other case, when that is bound. */
static const struct keymap_binding *neighbour(const struct view *view, uint32_t key)
{
	const struct keymap_binding *binding = NULL;
	struct keys other = {{key ^ 0x20}, 1};

	if (key >= 0x80 || !ascii_is_alpha((char)key))
		return NULL;
	if (keymap_find(&view->ui->keymap, str_from(view->type->name), &other, &binding) != KEYMAP_BOUND)
		return NULL;
	return view_action(view, binding->action->name) ? binding : NULL;
}

/* The same keys in another view. */
static const struct keymap_binding *elsewhere(const struct ui *ui, const struct keys *keys)
{
	for (size_t i = 0; i < ui->keymap.count; i++) {
		const struct keymap_binding *binding = &ui->keymap.items[i];

		if (binding->keys.count == keys->count &&
			memcmp(binding->keys.codes, keys->codes, keys->count * sizeof *keys->codes) == 0)
			return binding;
	}
	return NULL;
}

static const char *title_of_view(struct str name)
{
	for (size_t i = 0; i < view_type_count; i++)
		if (str_equal(str_from(view_types[i]->name), name))
			return view_types[i]->title;
	return "another view";
}

static void answer_unbound(struct view *view, const struct keys *keys)
{
	const struct keymap_binding *near = keys->count == 1 ? neighbour(view, keys->codes[0]) : NULL;
	const struct keymap_binding *other = elsewhere(view->ui, keys);
	struct buffer name = {0};

	keys_print(keys, &name);
	if (habit(buffer_str(&name)))
		ui_notice(view->ui, "%s", habit(buffer_str(&name)));
	else if (near)
		ui_notice(view->ui, "%.*s is not bound here; %c: %s", STR_ARG(buffer_str(&name)),
			(int)(keys->codes[0] ^ 0x20), near->action->help);
	else if (other)
		ui_notice(view->ui, "%.*s is for %s: %s", STR_ARG(buffer_str(&name)),
			title_of_view(other->view), other->action->help);
	else
		ui_notice(view->ui, "%.*s is not bound here; ? shows all keys", STR_ARG(buffer_str(&name)));
	buffer_finish(&name);
}

static void answer_impossible(struct view *view, const struct keymap_binding *binding)
{
	struct buffer name = {0};

	keys_print(&binding->keys, &name);
	ui_notice(view->ui, "%.*s does nothing in %s: %s", STR_ARG(buffer_str(&name)), view->type->title,
		binding->action->help);
	buffer_finish(&name);
}

/* ---- keys */

static enum keymap_answer find(
	const struct view *view, const struct keys *keys, const struct keymap_binding **binding)
{
	const struct keymap *keymap = &view->ui->keymap;
	enum keymap_answer answer = keymap_find(keymap, str_from(view->type->name), keys, binding);

	if (answer == KEYMAP_UNBOUND && is_side(view))
		answer = keymap_find(keymap, str_from(view->owner->type->name), keys, binding);
	return answer;
}

static bool prints(uint32_t key)
{
	return key >= 0x20 && key != 0x7f && key < KEYCODE_UP;
}

/* In a list that takes text, a key that prints is text, and the others are its own or general ones. */
static bool take_text(struct view *view, uint32_t key)
{
	const struct keymap_binding *binding = NULL;
	struct keys keys = {{key}, 1};

	if (!prints(key) && find(view, &keys, &binding) == KEYMAP_BOUND &&
		run(view, binding->action->name, 0))
		return true;
	if (view->type->type(view, key))
		return true;
	if (!prints(key) && binding && binding->view.length == 0 &&
		general_action(str_from(binding->action->name))->run)
		general_action(str_from(binding->action->name))->run(view, 0);
	return true;
}

static bool takes_digit(struct ui *ui, uint32_t key)
{
	if (ui->pressed.count || key < '0' || key > '9' || (key == '0' && ui->count == 0))
		return false;
	if (ui->count < COUNT_MOST)
		ui->count = ui->count * 10 + (long)(key - '0');
	return true;
}

static void forget_pressed(struct ui *ui)
{
	ui->pressed.count = 0;
	ui->count = 0;
}

static void press(struct ui *ui, uint32_t key)
{
	struct view *view = ui_focus(ui);
	const struct keymap_binding *binding = NULL;
	struct keys keys;
	long count = ui->count;

	ui->pressed.codes[ui->pressed.count++] = key;
	keys = ui->pressed;
	switch (find(view, &keys, &binding)) {
	case KEYMAP_PREFIX:
		if (ui->pressed.count < KEYS_MOST)
			return;
		break;
	case KEYMAP_BOUND:
		forget_pressed(ui);
		remember(ui, binding->action->name, count);
		if (!run(view, binding->action->name, count))
			answer_impossible(view, binding);
		return;
	case KEYMAP_UNBOUND:
		break;
	}
	forget_pressed(ui);
	answer_unbound(view, &keys);
}

void ui_take_key(struct ui *ui, uint32_t key)
{
	bool is_pending = ui->pressed.count || ui->count;

	if (key == CONTROL('Z')) {
		screen_suspend(ui->screen);
		return;
	}
	ui->notice[0] = '\0';
	ui->has_typed = true;
	if (ui->prompt.type) {
		ui_prompt_key(ui, key);
	} else if ((key == KEYCODE_ESC || key == CONTROL('C')) && give_drop(ui)) {
		ui_notice(ui, "the command is not run");
	} else if (ui_focus(ui)->type->takes_text) {
		take_text(ui_focus(ui), key);
	} else if (is_pending && (key == KEYCODE_ESC || key == CONTROL('C'))) {
		forget_pressed(ui);
	} else if (is_pending && key == KEYCODE_BACKSPACE) {
		forget_pressed(ui);
	} else if (!takes_digit(ui, key)) {
		press(ui, key);
	}
}
