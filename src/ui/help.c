/* Made from the key map in force: what it says is what the keys do. */
#include "help.h"

#include "picker.h"

#include <string.h>

static const struct keymap_action *row_of(const struct view *view, size_t i)
{
	return view->ui->keymap.actions[i];
}

static bool is_side(const struct view *view)
{
	return view->owner && view->owner->side == view;
}

static bool belongs_to(const struct keymap_action *action, const struct view *view)
{
	return strcmp(action->view, view->type->name) == 0;
}

static struct str keys_of(const struct view *view, const struct keymap_action *action, struct arena *arena)
{
	return keymap_keys_of(&view->ui->keymap, str_from(*action->view ? action->view : view->type->name),
		str_from(action->name), false, arena);
}

static const char *title_of_view(const char *name)
{
	for (size_t i = 0; i < view_type_count; i++)
		if (strcmp(view_types[i]->name, name) == 0)
			return view_types[i]->title;
	return name;
}

static void add_action(struct view *view, struct picker *picker, size_t index, bool is_of_another)
{
	const struct keymap_action *action = row_of(view, index);
	struct picker_row *row = picker_add(picker);

	row->name = str_from(action->help);
	if (is_of_another)
		row->name =
			arena_printf(&picker->arena, "in %s: %s", title_of_view(action->view), action->help);
	row->key = keys_of(view, action, &picker->arena);
	row->detail = str_from(action->name);
	row->value = (int64_t)index;
}

enum rank { OF_THE_VIEW, OF_ITS_OWNER, OF_EVERY_VIEW, UNBOUND, OF_ANOTHER, RANK_COUNT };

/* Where an action stands in the help; RANK_COUNT: it is left out. */
static enum rank rank_of(struct view *view, const struct keymap_action *action, struct arena *arena)
{
	enum rank rank;

	if (belongs_to(action, view))
		rank = OF_THE_VIEW;
	else if (is_side(view) && belongs_to(action, view->owner))
		rank = OF_ITS_OWNER;
	else if (*action->view == '\0' && (view_action(view, action->name) ||
						  (is_side(view) && view_action(view->owner, action->name))))
		rank = OF_EVERY_VIEW;
	else
		return *action->view ? OF_ANOTHER : RANK_COUNT;
	return keys_of(view, action, arena).length ? rank : UNBOUND;
}

static void load_help(struct view *view, struct picker *picker)
{
	for (enum rank rank = OF_THE_VIEW; rank < RANK_COUNT; rank++)
		for (size_t i = 0; i < view->ui->keymap.action_count; i++)
			if (rank_of(view, row_of(view, i), &picker->arena) == rank)
				add_action(view, picker, i, rank == OF_ANOTHER);
}

static void run_chosen(struct view *view, const struct picker_row *row)
{
	const struct keymap_action *action = row_of(view, (size_t)row->value);

	if (!ui_run_action(view->ui, action->name, 0))
		ui_notice(view->ui, "this is for %s: %s", title_of_view(action->view), action->help);
}

static const struct picker_source keys = {
	.title = "Keys",
	.foot = "type to narrow  Enter run  Esc close",
	.words_first = true,
	.load = load_help,
	.choose = run_chosen,
};

void help_open(struct view *view)
{
	picker_open(view, &keys, 0);
}
