#include "label.h"

#include "dateline/store/names.h"
#include "picker.h"
#include "when.h"

/* ---- a new one */

static bool accept_name(struct view *view, struct prompt *prompt)
{
	struct str name = str_trim(lineedit_text(&prompt->edit));

	if (name.length)
		engine_label(view->ui->engine, name, false, view->ui->targets, view->ui->target_count);
	return true;
}

static const struct prompt_type name_prompt = {
	.label = "new label:",
	.hint = "Enter put it on  Esc leave",
	.history = HISTORY_COMMAND,
	.accepted = accept_name,
};

/* ---- those there are */

static bool has_label(const struct store_entry *entry, struct str name)
{
	for (size_t i = 0; i < entry->labels.count; i++)
		if (str_equal_nocase(entry->labels.items[i], name))
			return true;
	return false;
}

static void load_labels(struct view *owner, struct picker *picker)
{
	struct store_entry entry = {0};
	struct store_name_list names = {0};
	struct error error;

	if (!store_article_get(
		    owner->ui->store, picker->subject, STORE_CONTENT_NONE, &picker->arena, &entry, &error) ||
		!store_names(owner->ui->store, STORE_LABELS, NULL, &picker->arena, &names, &error))
		ui_error(owner->ui, &error);
	for (size_t i = 0; i < names.count; i++) {
		struct picker_row *row = picker_add(picker);
		char number[WHEN_SIZE];

		row->name = names.items[i].name;
		row->detail = arena_copy(&picker->arena, number_grouped(names.items[i].articles, number));
		row->mark = has_label(&entry, row->name) ? QUERY_MARK_MUST : QUERY_MARK_NONE;
	}
	picker_add(picker)->name = STR("new label …");
	picker->rows.items[picker->rows.count - 1].value = 1;
}

static void choose_label(struct view *owner, const struct picker_row *row)
{
	struct ui *ui = owner->ui;

	if (row->value)
		ui_ask(owner, &name_prompt, STR(""));
	else
		engine_label(ui->engine, row->name, row->mark == QUERY_MARK_MUST, ui->targets,
			ui->target_count);
}

static const struct picker_source labels = {
	.title = "Labels",
	.foot = "Enter put on, or take off  Esc close",
	.load = load_labels,
	.choose = choose_label,
};

void label_ask(struct view *view)
{
	picker_open(view, &labels, view->ui->targets[0]);
}
