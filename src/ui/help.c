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

static void add_action(struct view *view, struct picker *picker, size_t index)
{
	const struct keymap_action *action = row_of(view, index);
	struct picker_row *row = picker_add(picker);

	row->name = str_from(action->help);
	row->key = keys_of(view, action, &picker->arena);
	row->detail = str_from(action->name);
	row->value = (int64_t)index;
}

enum rank { OF_THE_VIEW, OF_ITS_OWNER, OF_EVERY_VIEW, UNBOUND, RANK_COUNT };

/* Where an action stands in the help; RANK_COUNT: this view cannot do it. */
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
		return RANK_COUNT;
	return keys_of(view, action, arena).length ? rank : UNBOUND;
}

static void load_help(struct view *view, struct picker *picker)
{
	for (enum rank rank = OF_THE_VIEW; rank < RANK_COUNT; rank++)
		for (size_t i = 0; i < view->ui->keymap.action_count; i++)
			if (rank_of(view, row_of(view, i), &picker->arena) == rank)
				add_action(view, picker, i);
}

static void run_chosen(struct view *view, const struct picker_row *row)
{
	ui_run_action(view->ui, row_of(view, (size_t)row->value)->name, 0);
}

static const struct picker_source keys = {
	.title = "Keys",
	.foot = "type to narrow  Enter run  Esc close",
	.load = load_help,
	.choose = run_chosen,
};

void help_open(struct view *view)
{
	picker_open(view, &keys, 0);
}
