#include "view.h"

#include <stdio.h>

void ui_ask(struct view *view, const struct prompt_type *type, struct str text)
{
	struct prompt *prompt = &view->ui->prompt;

	ui_leave_prompt(view->ui);
	prompt->type = type;
	prompt->view = view;
	prompt->is_due = false;
	prompt->wrong_start = prompt->wrong_end = 0;
	prompt->message[0] = '\0';
	lineedit_init(&prompt->edit, text, &view->ui->histories[type->history]);
}

void ui_leave_prompt(struct ui *ui)
{
	if (ui->prompt.type == NULL)
		return;
	ui->prompt.type = NULL;
	lineedit_finish(&ui->prompt.edit);
	arena_finish(&ui->prompt.arena);
}

void prompt_say(struct prompt *prompt, bool is_error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(prompt->message, sizeof prompt->message, format, args);
	va_end(args);
	prompt->message_is_error = is_error;
}

static void accept(struct ui *ui, struct prompt *prompt)
{
	const struct prompt_type *type = prompt->type;

	history_add(&ui->histories[type->history], lineedit_text(&prompt->edit));
	if (type->accepted(prompt->view, prompt) && ui->prompt.type == type)
		ui_leave_prompt(ui);
}

static void leave(struct ui *ui, struct prompt *prompt)
{
	const struct prompt_type *type = prompt->type;
	struct view *view = prompt->view;

	ui_leave_prompt(ui);
	if (type->left)
		type->left(view);
}

void ui_prompt_key(struct ui *ui, uint32_t key)
{
	struct prompt *prompt = &ui->prompt;

	switch (lineedit_key(&prompt->edit, key)) {
	case LINEEDIT_CHANGED:
		prompt->message[0] = '\0';
		prompt->wrong_start = prompt->wrong_end = 0;
		prompt->is_due = prompt->type->changed != NULL;
		if (prompt->is_due && prompt->type->pause_ms == 0)
			ui_prompt_is_due(ui);
		break;
	case LINEEDIT_ACCEPTED:
		accept(ui, prompt);
		break;
	case LINEEDIT_LEFT:
		leave(ui, prompt);
		break;
	case LINEEDIT_COMPLETE:
		if (prompt->type->complete)
			prompt->type->complete(prompt->view, prompt);
		break;
	case LINEEDIT_MOVED:
	case LINEEDIT_NOT_MINE:
		break;
	}
}

void ui_prompt_is_due(struct ui *ui)
{
	if (ui->prompt.type == NULL || !ui->prompt.is_due)
		return;
	ui->prompt.is_due = false;
	ui->prompt.type->changed(ui->prompt.view, &ui->prompt);
}
