#include "view.h"

#include <stdlib.h>

struct view *view_create(struct ui *ui, const struct view_type *type, struct view *owner, const void *what)
{
	struct view *view = calloc(1, sizeof *view);

	if (view == NULL || (view->state = calloc(1, type->state_size)) == NULL)
		abort();
	view->type = type;
	view->ui = ui;
	view->owner = owner;
	view->cursor_row = -1;
	type->open(view, what);
	return view;
}

void view_destroy(struct view *view)
{
	if (view == NULL)
		return;
	view_destroy(view->side);
	view->type->close(view);
	free(view->state);
	free(view);
}

static struct view *push(struct ui *ui, const struct view_type *type, struct view *owner, const void *what)
{
	struct view *view;

	if (ui->depth == STACK_MOST) {
		ui_complain(ui, "%d views are open already; q closes one", STACK_MOST);
		return NULL;
	}
	view = view_create(ui, type, owner, what);
	ui->stack[ui->depth++] = view;
	return view;
}

struct view *ui_push(struct ui *ui, const struct view_type *type, const void *what)
{
	return push(ui, type, ui->depth ? ui_top(ui) : NULL, what);
}

struct view *ui_push_for(struct view *owner, const struct view_type *type, const void *what)
{
	return push(owner->ui, type, owner, what);
}

void ui_pop(struct ui *ui)
{
	view_destroy(ui->stack[--ui->depth]);
	ui->has_news = true; /* for what comes into view: it may have missed some */
}

void ui_pop_to(struct ui *ui, const struct view *view)
{
	while (ui->depth && ui_top(ui) != view)
		ui_pop(ui);
}

struct view *ui_top(const struct ui *ui)
{
	return ui->stack[ui->depth - 1];
}

struct view *ui_focus(const struct ui *ui)
{
	struct view *top = ui_top(ui);

	return top->side && top->side_has_focus ? top->side : top;
}

struct view *ui_find(const struct ui *ui, const struct view_type *type)
{
	for (size_t i = ui->depth; i-- > 0;)
		if (ui->stack[i]->type == type)
			return ui->stack[i];
	return NULL;
}

struct view *ui_below(const struct ui *ui, const struct view *view)
{
	for (size_t i = 1; i < ui->depth; i++)
		if (ui->stack[i] == view)
			return ui->stack[i - 1];
	return NULL;
}
