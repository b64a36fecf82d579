/* An article being read: what it looks like. What its keys do is in motions.c. */
#include "reader.h"

#include "dateline/base/linebreak.h"
#include "dateline/base/utf8.h"
#include "dateline/feed/load.h"
#include "headlines.h"
#include "motions.h"
#include "point.h"
#include "quotes.h"
#include "textdraw.h"
#include "trail.h"
#include "when.h"

#include <string.h>

#define MARGIN 3 /* cells before the text: the bar of the focused quotation stands in them */
#define WORDS_PER_MINUTE 230
#define PATH_FROM_COLUMNS 60 /* the first line says from where the article was opened */

/* ---- the head of an article */

static void add_part(struct buffer *out, struct str part)
{
	if (part.length == 0)
		return;
	if (out->length)
		buffer_add(out, STR(" · "));
	buffer_add(out, part);
}

static struct str by_whom(const struct article *article, struct arena *arena)
{
	struct str names = STR_NONE;

	for (size_t i = 0; i < article->authors.count; i++)
		names = i ? arena_printf(
				    arena, "%.*s, %.*s", STR_ARG(names), STR_ARG(article->authors.items[i]))
			  : arena_printf(arena, "by %.*s", STR_ARG(article->authors.items[i]));
	return names;
}

static struct str byline(struct reader *reader)
{
	const struct article *article = &reader->entry.article;
	struct buffer out = {0};
	char when[WHEN_SIZE];
	size_t words = article_word_count(article);
	struct str line;

	if (!str_equal(reader->entry.feed_title, article->title))
		add_part(&out, reader->entry.feed_title);
	add_part(&out, by_whom(article, &reader->arena));
	add_part(&out, when_date(article->published, when));
	if (words)
		add_part(&out, arena_printf(&reader->arena,
				       "~%zu\xc2\xa0"
				       "min",
				       (words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE));
	line = arena_copy(&reader->arena, buffer_str(&out));
	buffer_finish(&out);
	return line;
}

static struct str tags_line(struct reader *reader)
{
	const struct tag_list *tags = &reader->entry.article.tags;
	struct buffer out = {0};
	struct str line;

	for (size_t i = 0; i < tags->count; i++)
		buffer_printf(&out, "%s#%.*s", i ? "  " : "", STR_ARG(tags->items[i].name));
	for (size_t i = 0; i < reader->entry.labels.count; i++)
		buffer_printf(
			&out, "%s@%.*s", out.length ? "  " : "", STR_ARG(reader->entry.labels.items[i]));
	line = arena_copy(&reader->arena, buffer_str(&out));
	buffer_finish(&out);
	return line;
}

static void make_head(struct reader *reader)
{
	const struct article *article = &reader->entry.article;

	reader->head = (struct layout_head){
		.title = article->title.length || article->blocks.count ? article->title : article->link,
		.byline = byline(reader),
		.tags = tags_line(reader),
		.standfirst = article->standfirst,
	};
	if (article->blocks.count == 0)
		reader->head.note =
			article->link.length
				? STR("The feed gives no more text than this. x fetches the page, o opens it in the browser.")
				: STR("The feed gives no more text than this.");
}

/* ---- loading */

static void load(struct view *view)
{
	struct reader *reader = view->state;
	enum store_content content = reader->shows_feed_text ? STORE_CONTENT_FEED : STORE_CONTENT_BEST;
	struct warnings warnings;
	struct error error;

	arena_reset(&reader->arena);
	reader->is_loaded = false;
	reader->area_columns = 0;
	reader_forget_matches(view);
	reader->quote = QUOTE_NONE;
	reader->follows_quote = false;
	if (view->side)
		quotes_take_article(view->side);
	if (!store_article_get(
		    view->ui->store, reader->id, content, &reader->arena, &reader->entry, &error)) {
		ui_error(view->ui, &error);
		memset(&reader->entry, 0, sizeof reader->entry);
		return;
	}
	warnings_init(&warnings, &reader->arena);
	feed_derive(&reader->entry.article, view->ui->options.sites, &view->ui->quotes, &reader->arena,
		&warnings);
	make_head(reader);
	reader->is_loaded = true;
	reader->block = reader->entry.place.block;
	reader->offset = reader->entry.place.offset;
	reader->has_place = reader->block || reader->offset;
	reader->top = 0;
	reader->shift = 0;
}

/* The place is kept by the text that stands on the first line. */
static void keep_place(struct view *view)
{
	struct reader *reader = view->state;
	size_t block = 0, offset = 0;

	if (!reader->is_loaded || reader->area_columns == 0)
		return;
	if (!reader->has_place && reader->top > 0)
		layout_place_of(&reader->layout, reader->top, &block, &offset);
	else if (reader->has_place && reader->block != PLACE_TOP) {
		block = reader->block;
		offset = reader->offset;
	}
	if (block == reader->entry.place.block && offset == reader->entry.place.offset)
		return;
	engine_set_place(view->ui->engine, reader->id, block, offset);
}

/* The words that the list was searched for are marked in the text. */
static void mark_words(struct view *view)
{
	struct reader *reader = view->state;
	struct headlines *headlines = reader->list ? reader->list->state : NULL;
	struct arena arena = {0};
	struct str_list words = {0};

	if (headlines == NULL)
		return;
	query_search_words(&headlines->query, &arena, &words);
	if (words.count)
		reader_find_list(view, &words);
	arena_finish(&arena);
}

/* ---- lines */

static int measure_for(const struct view *view, int columns)
{
	int64_t measure = view->ui->config->settings.measure;
	int room = columns > 2 * MARGIN + 20 ? columns - MARGIN - 1 : columns > 4 ? columns - 2 : columns;

	return room < measure ? room : (int)measure;
}

static void remember_place(struct reader *reader)
{
	if (reader->area_columns == 0 || reader->has_place)
		return;
	reader->has_place = true;
	if (reader->top == 0)
		reader->block = PLACE_TOP;
	else
		reader->has_place =
			layout_place_of(&reader->layout, reader->top, &reader->block, &reader->offset);
}

/* Lines for the area there is; the text at the top stays there. */
static void set_lines(struct view *view, struct area area)
{
	struct reader *reader = view->state;
	bool is_new = reader->area_columns != area.columns;

	if (!is_new && reader->height == area.rows)
		return;
	remember_place(reader);
	reader->height = area.rows;
	if (is_new)
		layout_make(&reader->layout, &reader->entry.article, &reader->head,
			measure_for(view, area.columns));
	if (reader->has_place)
		reader->top = reader->block == PLACE_TOP
				      ? 0
				      : layout_line_of(&reader->layout, reader->block, reader->offset);
	if (reader->follows_quote)
		reader->top = reader_quote_top(reader, reader->quote);
	if (reader->area_columns == 0 && reader->matches.count == 0)
		mark_words(view);
	reader->area_columns = area.columns;
}

/* ---- opening */

static void open_reader(struct view *view, const void *what)
{
	struct reader *reader = view->state;

	(void)what;
	reader->quote = QUOTE_NONE;
	reader->list = ui_find(view->ui, &view_headlines);
}

static void close_reader(struct view *view)
{
	struct reader *reader = view->state;

	keep_place(view);
	layout_finish(&reader->layout);
	arena_finish(&reader->match_arena);
	arena_finish(&reader->arena);
}

/* Lines are made at once, for the area that was drawn last: keys that come before the next picture need them.
 */
static void show_article(struct view *view, int64_t id)
{
	struct reader *reader = view->state;

	reader->id = id;
	reader->shows_feed_text = false;
	load(view);
	if (!reader->is_loaded) {
		ui_pop_to(view->ui, reader->list ? reader->list : view->ui->stack[0]);
		return;
	}
	set_lines(view, view->ui->middle);
	trail_note(view->ui, id);
	if (reader->entry.is_read)
		return;
	ui_mark_opened(view->ui, id);
	reader->entry.is_read = true;
	if (reader->list)
		headlines_take_states(reader->list);
}

void reader_open(struct ui *ui, int64_t id, struct view *list)
{
	struct view *view = ui_top(ui);

	if (view->type == &view_reader)
		keep_place(view);
	else
		view = ui_push(ui, &view_reader, NULL);
	if (view == NULL)
		return;
	((struct reader *)view->state)->list = list;
	show_article(view, id);
}

void reader_open_at_quote(struct ui *ui, int64_t id, size_t quote)
{
	struct view *view = ui_push(ui, &view_reader, NULL);
	struct reader *reader = view ? view->state : NULL;

	if (view == NULL)
		return;
	show_article(view, id);
	if (ui_top(ui) == view && quote < reader->entry.article.quotes.count)
		reader_focus_quote(view, quote);
}

/* ---- marks */

static bool is_focused(const struct reader *reader, size_t quote)
{
	const struct quote_list *quotes = &reader->entry.article.quotes;

	if (reader->quote == QUOTE_NONE || quote < reader->quote)
		return false;
	while (quote > reader->quote && quotes->items[quote].continues)
		quote--;
	return quote == reader->quote;
}

static void mark_quote(struct reader *reader, const struct piece *piece, size_t index, struct arena *arena,
	struct text_mark_list *marks)
{
	const struct quote *quote = &reader->entry.article.quotes.items[index];

	if (quote->block != piece->block || (quote->kind == QUOTE_INDIRECT && !reader->shows_indirect))
		return;
	*LIST_PUSH(arena, marks) = (struct text_mark){
		piece_shown_offset(piece, quote->start),
		piece_shown_offset(piece, quote->end),
		is_focused(reader, index) ? ROLE_QUOTE_FOCUS : ROLE_QUOTE,
	};
}

/* The reporting verb is looked for beside the speaker: the model keeps its words, not its place. */
static void mark_cue(const struct quote *quote, const struct piece *piece, struct str text,
	struct arena *arena, struct text_mark_list *marks)
{
	size_t from = quote->mention.start > quote->cue.length + 40
			      ? quote->mention.start - quote->cue.length - 40
			      : 0;
	size_t at;

	if (quote->cue.length == 0)
		return;
	at = str_find(text, quote->cue, from);
	if (at == STR_NPOS || at > quote->mention.end + 80)
		return;
	*LIST_PUSH(arena, marks) = (struct text_mark){
		piece_shown_offset(piece, at), piece_shown_offset(piece, at + quote->cue.length), ROLE_CUE};
}

static void mark_speaker(
	struct reader *reader, const struct piece *piece, struct arena *arena, struct text_mark_list *marks)
{
	const struct quote *quote;

	if (reader->quote == QUOTE_NONE)
		return;
	quote = &reader->entry.article.quotes.items[reader->quote];
	if (!quote->mention.is_known || quote->mention.block != piece->block)
		return;
	mark_cue(quote, piece, reader->entry.article.blocks.items[piece->block].text, arena, marks);
	*LIST_PUSH(arena, marks) = (struct text_mark){
		piece_shown_offset(piece, quote->mention.start),
		piece_shown_offset(piece, quote->mention.end),
		ROLE_SPEAKER,
	};
}

static void mark_matches(
	const struct reader *reader, size_t piece, struct arena *arena, struct text_mark_list *marks)
{
	for (size_t i = 0; i < reader->matches.count; i++) {
		const struct match *match = &reader->matches.items[i];

		if (match->piece == piece)
			*LIST_PUSH(arena, marks) = (struct text_mark){match->start, match->end,
				(style_t)(ROLE_MATCH |
					  (i == reader->match ? STYLE_UNDERLINE | STYLE_STRONG : 0))};
	}
}

static struct text_mark_list marks_of(struct reader *reader, const struct line *line, struct arena *arena)
{
	struct text_mark_list marks = {0};
	const struct piece *piece;

	if (line->piece == SIZE_MAX)
		return marks;
	piece = &reader->layout.pieces.items[line->piece];
	if (piece->block != SIZE_MAX) {
		for (size_t i = 0; i < reader->entry.article.quotes.count; i++)
			mark_quote(reader, piece, i, arena, &marks);
		mark_speaker(reader, piece, arena, &marks);
	}
	mark_matches(reader, line->piece, arena, &marks);
	return marks;
}

/* ---- drawing */

static bool has_focus_mark(const struct line *line, const struct text_mark_list *marks)
{
	for (size_t i = 0; i < marks->count; i++)
		if (marks->items[i].style == ROLE_QUOTE_FOCUS && marks->items[i].start < line->end &&
			marks->items[i].end > line->start)
			return true;
	return false;
}

static void draw_reader(struct view *view, struct cells *cells, struct area area)
{
	struct reader *reader = view->state;
	int left;
	struct arena arena = {0};

	if (!reader->is_loaded)
		return;
	set_lines(view, area);
	left = (area.columns - reader->layout.measure) / 2;
	for (int row = 0; row < area.rows && reader->top + (size_t)row < reader->layout.lines.count; row++) {
		const struct line *line = &reader->layout.lines.items[reader->top + (size_t)row];
		struct text_mark_list marks = marks_of(reader, line, &arena);

		if (has_focus_mark(line, &marks))
			cells_focus(cells, area, row, left >= 2 ? left - 2 : 0, "|", ROLE_QUOTE_FOCUS);
		textdraw_line(cells, area_columns(area, left, area.columns - left), row, &reader->layout,
			line, &marks, reader->shift);
		arena_reset(&arena);
	}
	arena_finish(&arena);
}

static int percent(const struct reader *reader)
{
	size_t lines = reader->layout.lines.count, seen = reader->top + (size_t)reader->height;

	if (lines == 0 || seen >= lines)
		return 100;
	return (int)(seen * 100 / lines);
}

/* The section that the first line with text is in. */
static size_t section_shown(const struct reader *reader)
{
	struct reader shown = *reader;

	while (shown.top + 1 < reader->layout.lines.count &&
		reader->layout.lines.items[shown.top].kind == LINE_BLANK)
		shown.top++;
	return reader_section(&shown);
}

static struct str where(struct reader *reader, struct arena *arena)
{
	const struct section_list *sections = &reader->entry.article.sections;
	size_t section = section_shown(reader);

	if (reader->quote != QUOTE_NONE)
		return reader_quote_title(reader, arena);
	if (section == SIZE_MAX)
		return sections->count ? arena_printf(arena, "§ 0/%zu", sections->count) : STR("");
	return arena_printf(arena, "§ %zu/%zu %.*s", section + 1, sections->count,
		STR_ARG(sections->items[section].heading));
}

static struct str name_of(const struct reader *reader)
{
	return reader->head.title.length ? reader->head.title : reader->entry.feed_title;
}

static void draw_bar(struct view *view, struct cells *cells, struct area area)
{
	struct reader *reader = view->state;
	const struct headlines *headlines = reader->list ? reader->list->state : NULL;
	struct arena arena = {0};
	struct str left = STR("dateline"), place = where(reader, &arena), right;
	int room = area.columns / 2 - 8, used;
	size_t kept = (size_t)0;

	if (headlines && headlines->query_text.length)
		left = arena_printf(&arena, "%.*s › %.*s", STR_ARG(left), STR_ARG(headlines->query_text));
	if (area.columns < PATH_FROM_COLUMNS)
		left = name_of(reader);
	else
		left = arena_printf(&arena, "%.*s › %.*s", STR_ARG(left), STR_ARG(name_of(reader)));
	used = (int)utf8_columns(place);
	if (used > room && room > 4) {
		kept = cluster_fit(place, room - 1, NULL);
		place = arena_printf(&arena, "%.*s…", (int)kept, place.data);
	}
	right = arena_printf(&arena, "%.*s  %3d %%", STR_ARG(place), percent(reader));
	bar_draw(cells, area, left, right);
	arena_finish(&arena);
}

static void reader_event(struct view *view, const struct engine_event *event)
{
	struct reader *reader = view->state;

	if (event->kind == EVENT_PAGE_STORED && event->article == reader->id) {
		load(view);
		set_lines(view, view->ui->middle);
		ui_notice(view->ui, "the full text is here; x shows the feed's own");
	}
}

static const char *reader_hints(const struct view *view)
{
	static const char *const hints[2][2] = {
		/* by whether there are sections, and quotations */
		{"page-down=on|next-article=next|previous-article=before|browse=browser|search=find|"
		 "toggle-star=star|back=back|help=all keys",
			"page-down=on|next-quote=quote|quotes=who said what|browse=browser|next-article=next|"
			"search=find|back=back|help=all keys"},
		{"page-down=on|next-section=section|outline=outline|browse=browser|next-article=next|search=find|"
		 "back=back|help=all keys",
			"page-down=on|next-section=section|next-quote=quote|outline=outline|quotes=who said what|"
			"browse=browser|next-article=next|back=back|help=all keys"},
	};
	const struct reader *reader = view->state;

	if (reader->matches.count)
		return "next=next match|previous=match before|cancel=end search|next-section=section|quotes=who said what|"
		       "back=back|help=all keys";
	if (reader->entry.article.blocks.count == 0 && reader->entry.article.link.length)
		return "full-text=fetch the text|browse=browser|next-article=next|previous-article=before|back=back|"
		       "help=all keys";
	return hints[reader->entry.article.sections.count > 0][reader->entry.article.quotes.count > 0];
}

const struct view_type view_reader = {
	.name = "article",
	.title = "the article",
	.help = "an article, its sections and quotations",
	.state_size = sizeof(struct reader),
	.open = open_reader,
	.close = close_reader,
	.draw = draw_reader,
	.bar = draw_bar,
	.click = point_click,
	.wheel = point_wheel,
	.event = reader_event,
	.hints = reader_hints,
	.count_hints =
		"open=read link here|browse=open link|copy=copy link|next-section=sections on|next-quote=quotations on|last=line|down=lines down",
	.actions = reader_actions,
	.action_count = READER_ACTION_COUNT,
};

void reader_switch_text(struct view *view)
{
	struct reader *reader = view->state;

	reader->shows_feed_text = !reader->shows_feed_text;
	load(view);
	set_lines(view, view->ui->middle);
}
