#include "label.h"

#include "dateline/store/names.h"
#include "picker.h"
#include "when.h"

static void put_label(struct ui *ui, struct str name, bool is_taken_off)
{
	ui_repeat_with(ui, name, is_taken_off);
	engine_label(ui->engine, name, is_taken_off, ui->targets, ui->target_count);
}

/* ---- a new one */

static bool accept_name(struct view *view, struct prompt *prompt)
{
	struct str name = str_trim(lineedit_text(&prompt->edit));

	if (name.length)
		put_label(view->ui, name, false);
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
		put_label(ui, row->name, row->mark == QUERY_MARK_MUST);
}

static const struct picker_source labels = {
	.title = "Labels",
	.foot = "Enter put on, or take off  Esc close",
	.load = load_labels,
	.choose = choose_label,
};

void label_ask(struct view *view)
{
	struct ui *ui = view->ui;

	if (ui->repeat.is_running && ui->repeat.text)
		engine_label(ui->engine, str_from(ui->repeat.text), ui->repeat.form, ui->targets,
			ui->target_count);
	else
		picker_open(view, &labels, ui->targets[0]);
}
