#include "quoterows.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"

struct reader *panel_reader(const struct view *panel)
{
	return panel->owner->state;
}

const struct quote *panel_quote(const struct view *panel, size_t index)
{
	return &panel_reader(panel)->entry.article.quotes.items[index];
}

/* ---- who speaks */

struct str quote_speaker(const struct quote *quote)
{
	return quote->speaker.length ? quote->speaker
	       : quote->role.length  ? quote->role
				     : STR("unattributed");
}

bool panel_has_chosen(const struct panel *panel, const struct quote *quote)
{
	for (size_t i = 0; i < panel->chosen.count; i++)
		if (str_equal(panel->chosen.items[i], quote_speaker(quote)))
			return true;
	return panel->chosen.count == 0;
}

bool panel_shows(const struct view *view, size_t index)
{
	return reader_quote_is_shown(panel_reader(view), index) &&
	       panel_has_chosen(view->state, panel_quote(view, index));
}

bool panel_same_speaker(const struct view *view, size_t a, size_t b)
{
	return str_equal(quote_speaker(panel_quote(view, a)), quote_speaker(panel_quote(view, b)));
}

/* The description a speaker is given anywhere in the article, the first one. */
static struct str role_of(const struct view *view, size_t index)
{
	const struct quote_list *quotes = &panel_reader(view)->entry.article.quotes;

	if (panel_quote(view, index)->speaker.length == 0)
		return STR("");
	for (size_t i = 0; i < quotes->count; i++)
		if (quotes->items[i].role.length && panel_same_speaker(view, i, index))
			return quotes->items[i].role;
	return STR("");
}

/* ---- rows */

static struct panel_row *add_row(struct panel *panel, enum row_kind kind, size_t quote)
{
	struct panel_row *row = LIST_PUSH(&panel->arena, &panel->rows);

	row->kind = kind;
	row->quote = quote;
	return row;
}

static void add_text(struct view *view, enum row_kind kind, size_t quote, struct str text, int columns)
{
	struct panel *panel = view->state;
	uint8_t *breaks = arena_alloc(&panel->arena, text.length + 1);
	size_t start = 0;

	linebreak_find(text, breaks);
	while (start < text.length) {
		struct text_line line = linebreak_fit(text, breaks, start, columns);

		add_row(panel, kind, quote)->text = str_slice(text, line.start, line.end);
		start = line.next;
	}
}

struct str panel_whole_text(const struct view *view, size_t index, struct arena *arena)
{
	const struct quote_list *quotes = &panel_reader(view)->entry.article.quotes;
	bool has_marks = quotes->items[index].kind != QUOTE_INDIRECT;
	struct str text = quotes->items[index].text;

	for (size_t i = index + 1; i < quotes->count && quotes->items[i].continues; i++)
		text = arena_printf(arena, "%.*s\n%.*s", STR_ARG(text), STR_ARG(quotes->items[i].text));
	return arena_printf(arena, has_marks ? "❝%.*s❞" : "%.*s", STR_ARG(text));
}

static struct str section_text(const struct view *view, size_t index, struct arena *arena)
{
	const struct article *article = &panel_reader(view)->entry.article;
	size_t section = article_section_of(article, panel_quote(view, index)->block);

	return section == SIZE_MAX ? STR("") : arena_printf(arena, "§ %zu", section + 1);
}

static void add_quote(struct view *view, size_t index, int columns)
{
	struct panel *panel = view->state;
	const struct quote *quote = panel_quote(view, index);
	bool is_guess = quote->speaker.length && !quote->is_certain;
	struct str right = section_text(view, index, &panel->arena);
	struct panel_row *last;

	if (is_guess)
		right = arena_printf(&panel->arena, "%s%s%.*s",
			view->ui->config->settings.linear ? "a guess" : "?", right.length ? "  " : "",
			STR_ARG(right));
	add_text(view, ROW_QUOTE, index, panel_whole_text(view, index, &panel->arena),
		columns > 8 ? columns - 4 : columns);
	last = &panel->rows.items[panel->rows.count - 1];
	if ((int)(utf8_columns(last->text) + utf8_columns(right)) + 6 > columns)
		last = add_row(panel, ROW_QUOTE, index);
	last->right = right;
}

static void add_speaker(struct view *view, size_t index, int columns)
{
	struct panel *panel = view->state;

	if (panel->rows.count)
		add_row(panel, ROW_BLANK, index);
	add_text(view, ROW_SPEAKER, index, quote_speaker(panel_quote(view, index)),
		columns > 4 ? columns - 2 : columns);
	add_text(view, ROW_DESCRIPTION, index, role_of(view, index), columns > 4 ? columns - 2 : columns);
}

static bool was_grouped(const struct view *view, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (panel_shows(view, i) && panel_same_speaker(view, i, index))
			return true;
	return false;
}

static void add_group(struct view *view, size_t first, int columns)
{
	const struct quote_list *quotes = &panel_reader(view)->entry.article.quotes;

	add_speaker(view, first, columns);
	for (size_t i = first; i < quotes->count; i++)
		if (panel_shows(view, i) && panel_same_speaker(view, i, first))
			add_quote(view, i, columns);
}

void panel_make_rows(struct view *view, int columns)
{
	struct panel *panel = view->state;
	const struct quote_list *quotes = &panel_reader(view)->entry.article.quotes;
	size_t before = SIZE_MAX;

	if (!panel->is_stale && panel->columns == columns)
		return;
	panel->is_stale = false;

	arena_reset(&panel->arena);
	panel->rows = (struct panel_row_list){0};
	panel->columns = columns;
	for (size_t i = 0; i < quotes->count; i++) {
		if (!panel_shows(view, i))
			continue;
		if (!panel->is_in_order && !was_grouped(view, i))
			add_group(view, i, columns);
		if (!panel->is_in_order)
			continue;
		if (before == SIZE_MAX || !panel_same_speaker(view, before, i))
			add_speaker(view, i, columns);
		add_quote(view, i, columns);
		before = i;
	}
}

void panel_show_anew(struct view *view)
{
	struct panel *panel = view->state;

	panel->is_stale = true;
	panel->top = 0;
}
