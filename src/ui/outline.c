#include "outline.h"

#include "picker.h"
#include "reader.h"

static size_t quotes_in(const struct reader *reader, size_t section)
{
	const struct article *article = &reader->entry.article;
	size_t count = 0;

	for (size_t i = 0; i < article->quotes.count; i++)
		if (reader_quote_is_shown(reader, i) &&
			article_section_of(article, article->quotes.items[i].block) == section)
			count++;
	return count;
}

static void load_sections(struct view *owner, struct picker *picker)
{
	struct reader *reader = owner->state;
	const struct section_list *sections = &reader->entry.article.sections;
	size_t present = reader_section(reader);
	int least = 6;

	for (size_t i = 0; i < sections->count; i++)
		if (sections->items[i].level < least)
			least = sections->items[i].level;
	for (size_t i = 0; i < sections->count; i++) {
		struct picker_row *row = picker_add(picker);
		size_t quotes = quotes_in(reader, i);

		row->name = sections->items[i].heading;
		row->key = arena_printf(&picker->arena, "%s %zu", i == present ? "§" : " ", i + 1);
		row->indent = (sections->items[i].level - least) * 2;
		row->detail = quotes ? arena_printf(&picker->arena, "❝%zu", quotes) : STR("");
		row->value = (int64_t)sections->items[i].block;
		row->is_present = i == present;
	}
	reader->top_before_popup = reader->top;
}

static void show_section(struct view *owner, const struct picker_row *row)
{
	reader_show_block(owner, (size_t)row->value, 0, true);
}

static void choose_section(struct view *owner, const struct picker_row *row)
{
	reader_focus_quote(owner, QUOTE_NONE);
	show_section(owner, row);
}

static void return_to_place(struct view *owner)
{
	struct reader *reader = owner->state;

	reader->top = reader->top_before_popup;
	reader->has_place = false;
}

static const struct picker_source sections_source = {
	.title = "Outline",
	.foot = "Enter or digit go  Esc back to where you were",
	.digits_choose = true,
	.load = load_sections,
	.choose = choose_section,
	.moved = show_section,
	.left = return_to_place,
};

void outline_open(struct view *view)
{
	const struct reader *reader = view->state;

	if (reader->entry.article.sections.count == 0)
		ui_notice(view->ui, "this article has no sections; } is the next paragraph");
	else
		picker_open(view, &sections_source, 0);
}
