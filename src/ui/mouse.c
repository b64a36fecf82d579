/* The mouse: the wheel moves what is under it, and a click goes to what it points at. Reading with the keys
 * knows nothing of it. */
#include "view.h"

#include "screen.h"

static bool is_inside(const struct area *area, const struct mouse *mouse)
{
	return mouse->row >= area->row && mouse->row < area->row + area->rows &&
	       mouse->column >= area->column && mouse->column < area->column + area->columns;
}

/* A pop-up lies over everything. NULL: a line that belongs to no view. */
static struct view *view_at(const struct ui *ui, const struct mouse *mouse)
{
	for (size_t i = ui->depth; i-- > 0;) {
		struct view *view = ui->stack[i];

		if (view->side && is_inside(&view->side->area, mouse))
			return view->side;
		if (is_inside(&view->area, mouse))
			return view;
		if (view->type->is_popup)
			return NULL;
	}
	return NULL;
}

/* The pane that was clicked has the keys from then on; the list beside an article never has. */
static void give_focus(struct view *view)
{
	struct view *main = view->owner && view->owner->side == view ? view->owner : view;

	main->side_has_focus = main->side == view;
}

void ui_take_mouse(struct ui *ui)
{
	struct mouse mouse = screen_mouse(ui->screen);
	struct view *view = view_at(ui, &mouse);

	if (view == NULL || ui->prompt.type)
		return;
	ui->notice[0] = '\0';
	ui->has_typed = true;
	ui->pressed.count = 0;
	ui->count = 0;
	if (mouse.what != MOUSE_CLICK) {
		view->type->wheel(view, mouse.what == MOUSE_WHEEL_DOWN ? 1 : -1);
		return;
	}
	give_focus(view);
	view->type->click(view, mouse.row, mouse.column);
}
