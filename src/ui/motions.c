#include "motions.h"

#include "dateline/base/utf8.h"
#include "give.h"
#include "headlines.h"
#include "info.h"
#include "label.h"
#include "outline.h"
#include "quotes.h"
#include "reader.h"

#define SHIFT_COLUMNS 8

/* ---- scrolling */

static size_t last_top(const struct reader *reader)
{
	size_t lines = reader->layout.lines.count, height = (size_t)reader->height;

	return lines > height ? lines - height : 0;
}

/* Plain scrolling ends with the text at the foot of the screen; a jump may go beyond. */
static bool scroll(struct view *view, long lines)
{
	struct reader *reader = view->state;
	size_t before = reader->top, last = last_top(reader);

	if (last < reader->top)
		last = reader->top;
	if (lines < 0)
		reader->top = reader->top > (size_t)-lines ? reader->top - (size_t)-lines : 0;
	else
		reader->top = reader->top + (size_t)lines < last ? reader->top + (size_t)lines : last;
	reader->has_place = reader->follows_quote = false;
	return reader->top != before;
}

void reader_jump(struct reader *reader, size_t line)
{
	reader->top = line < reader->layout.lines.count ? line : reader->layout.lines.count - 1;
	reader->has_place = reader->follows_quote = false;
}

static void run_down(struct view *view, long count)
{
	if (!scroll(view, count ? count : 1))
		ui_notice(view->ui, "this is the end; n is the next unread article, J the next one");
}

static void run_up(struct view *view, long count)
{
	if (!scroll(view, -(count ? count : 1)))
		ui_notice(view->ui, "this is the top");
}

static long page_lines(const struct view *view)
{
	const struct reader *reader = view->state;

	return reader->height > 2 ? reader->height - 1 : 1;
}

static void run_half_down(struct view *view, long count)
{
	(void)count;
	run_down(view, (page_lines(view) + 1) / 2);
}

static void run_half_up(struct view *view, long count)
{
	(void)count;
	run_up(view, (page_lines(view) + 1) / 2);
}

static bool open_neighbour(struct view *view, int direction, bool only_unread)
{
	struct reader *reader = view->state;
	int64_t id = reader->list ? headlines_step(reader->list, direction, only_unread) : 0;

	if (id)
		reader_open(view->ui, id, reader->list);
	return id != 0;
}

static void run_page_down(struct view *view, long count)
{
	(void)count;
	if (!scroll(view, page_lines(view)) && !open_neighbour(view, 1, true))
		ui_notice(view->ui, "this is the end, and no unread article is left below");
}

static void run_page_up(struct view *view, long count)
{
	(void)count;
	run_up(view, page_lines(view));
}

static void run_first(struct view *view, long count)
{
	(void)count;
	reader_jump(view->state, 0);
}

static void run_last(struct view *view, long count)
{
	struct reader *reader = view->state;

	reader_jump(reader, count ? (size_t)count - 1 : last_top(reader));
}

static void shift(struct view *view, int cells)
{
	struct reader *reader = view->state;

	reader->shift = reader->shift + cells > 0 ? reader->shift + cells : 0;
}

static void run_shift_right(struct view *view, long count)
{
	shift(view, (int)(count ? count : SHIFT_COLUMNS));
}

static void run_shift_left(struct view *view, long count)
{
	const struct reader *reader = view->state;

	if (reader->shift == 0)
		ui_pop(view->ui);
	else
		shift(view, -(int)(count ? count : SHIFT_COLUMNS));
}

static void run_quotes(struct view *view, long count)
{
	(void)count;
	quotes_toggle(view);
}

/* ---- search, neighbours, marks */

static void run_search(struct view *view, long count)
{
	(void)count;
	reader_ask_words(view);
}

static void next_match_or_unread(struct view *view, int direction)
{
	if (!reader_next_match(view, direction) && !open_neighbour(view, direction, true))
		ui_notice(view->ui, direction > 0 ? "no unread article below" : "no unread article above");
}

static void run_next(struct view *view, long count)
{
	(void)count;
	next_match_or_unread(view, 1);
}

static void run_previous(struct view *view, long count)
{
	(void)count;
	next_match_or_unread(view, -1);
}

static void run_previous_unread(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, -1, true))
		ui_notice(view->ui, "no unread article above");
}

static void run_next_article(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, 1, false))
		ui_notice(view->ui, "this is the last article of the list");
}

static void run_previous_article(struct view *view, long count)
{
	(void)count;
	if (!open_neighbour(view, -1, false))
		ui_notice(view->ui, "this is the first article of the list");
}

static void run_cancel(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	if (reader->matches.count)
		reader_forget_matches(view);
	else if (reader->quote != QUOTE_NONE)
		reader_focus_quote(view, QUOTE_NONE);
	else
		ui_notice(view->ui, "nothing to cancel; q goes back to the list");
}

static void toggle(struct view *view, bool *state, enum store_mark on, enum store_mark off)
{
	struct reader *reader = view->state;

	*state = !*state;
	ui_mark(view->ui, *state ? on : off, &reader->id, 1);
	if (reader->list)
		headlines_take_states(reader->list);
}

static void run_toggle_read(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	toggle(view, &reader->entry.is_read, STORE_READ, STORE_UNREAD);
}

static void run_toggle_star(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	toggle(view, &reader->entry.is_starred, STORE_STAR, STORE_UNSTAR);
}

/* ---- links */

/* The address of link `count`, of the article when there is none; absent after a notice. */
static struct str address(struct view *view, long count)
{
	const struct reader *reader = view->state;

	if (count == 0)
		return reader->entry.article.link;
	if ((size_t)count <= reader->layout.links.count)
		return reader->layout.links.items[count - 1];
	ui_notice(view->ui, "there is no link %ld; this article has %zu", count, reader->layout.links.count);
	return STR_NONE;
}

static void run_browse(struct view *view, long count)
{
	struct str link = address(view, count);

	if (link.data || count == 0)
		ui_browse(view->ui, link);
}

static void run_copy(struct view *view, long count)
{
	struct str link = address(view, count);

	if (link.data || count == 0)
		ui_copy(view->ui, link, "the address");
}

/* A link to something that is stored is read here, and H goes back. */
static void run_open(struct view *view, long count)
{
	const struct reader *reader = view->state;
	struct str link;
	size_t fragment;
	int64_t id;

	if (count == 0) {
		ui_notice(view->ui,
			reader->layout.links.count
				? "a number first: 1 Enter reads link 1 here, 1o opens it in the browser"
				: "this article has no links");
		return;
	}
	link = address(view, count);
	if (link.data == NULL)
		return;
	fragment = str_find_char(link, '#', 0);
	id = store_article_by_link(
		view->ui->store, fragment == STR_NPOS ? link : str_slice(link, 0, fragment));
	if (id == 0)
		ui_notice(view->ui, "link %ld is not in the library; %ldo opens it in the browser", count,
			count);
	else if (id == reader->id)
		reader_jump(view->state, 0);
	else
		reader_open(view->ui, id, reader->list);
}

static void run_full_text(struct view *view, long count)
{
	struct reader *reader = view->state;

	(void)count;
	if (reader->entry.is_full || reader->shows_feed_text) {
		reader_switch_text(view);
		ui_notice(view->ui, reader->shows_feed_text ? "the feed's own text" : "the full text");
	} else if (reader->entry.article.link.length) {
		engine_fetch_page(view->ui->engine, reader->id);
		ui_notice(view->ui, "fetching the page");
	} else {
		ui_notice(view->ui, "this article has no address to fetch its text from");
	}
}

static void run_reload(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	engine_refresh(view->ui->engine, &reader->entry.feed, 1, true);
	ui_notice(view->ui, "asking %.*s what is new", STR_ARG(reader->entry.feed_title));
}

static void run_label(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	ui_keep_targets(view->ui, &reader->id, 1);
	label_ask(view);
}

static void run_save(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	ui_keep_targets(view->ui, &reader->id, 1);
	give_save(view);
}

static void run_pipe(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	ui_keep_targets(view->ui, &reader->id, 1);
	give_pipe(view);
}

static void run_info(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	info_open(view, reader->id);
}

static void run_like_this(struct view *view, long count)
{
	const struct reader *reader = view->state;

	(void)count;
	likethis_open(view, reader->id);
}

static void run_outline(struct view *view, long count)
{
	(void)count;
	outline_open(view);
}

#define SHARED(name)                                                                                         \
	{                                                                                                    \
		"article", name, NULL, NULL                                                                  \
	}
#define OWN(name, keys, help)                                                                                \
	{                                                                                                    \
		"article", name, keys, help                                                                  \
	}

const struct action reader_actions[READER_ACTION_COUNT] = {
	{OWN("next-section", "] >", "next section"), jump_to_next_section, true},
	{OWN("previous-section", "[ <lt>", "section before"), jump_to_previous_section, true},
	{OWN("next-quote", ")", "next quotation"), jump_to_next_quote, true},
	{OWN("previous-quote", "(", "quotation before"), jump_to_previous_quote, true},
	{OWN("next-paragraph", "} e", "next paragraph"), jump_to_next_paragraph, true},
	{OWN("previous-paragraph", "{ ge", "paragraph before"), jump_to_previous_paragraph, true},
	{OWN("next-article", "J", "next article of the list"), run_next_article, false},
	{OWN("previous-article", "K", "article before in the list"), run_previous_article, false},
	{OWN("shift-right", "<Right> l", "preformatted text to the left, to see its right"), run_shift_right,
		true},
	{OWN("shift-left", "<Left> h", "preformatted text back; else back to the list"), run_shift_left,
		true},
	{SHARED("down"), run_down, true},
	{SHARED("up"), run_up, true},
	{SHARED("half-down"), run_half_down, false},
	{SHARED("half-up"), run_half_up, false},
	{SHARED("page-down"), run_page_down, false},
	{SHARED("page-up"), run_page_up, false},
	{SHARED("first"), run_first, false},
	{SHARED("last"), run_last, true},
	{SHARED("quotes"), run_quotes, false},
	{SHARED("search"), run_search, false},
	{SHARED("next"), run_next, false},
	{SHARED("previous"), run_previous, false},
	{SHARED("previous-unread"), run_previous_unread, false},
	{SHARED("cancel"), run_cancel, false},
	{SHARED("toggle-read"), run_toggle_read, false},
	{SHARED("toggle-star"), run_toggle_star, false},
	{SHARED("open"), run_open, true},
	{SHARED("browse"), run_browse, true},
	{SHARED("copy"), run_copy, true},
	{SHARED("full-text"), run_full_text, false},
	{SHARED("outline"), run_outline, false},
	{SHARED("reload"), run_reload, false},
	{SHARED("label"), run_label, false},
	{SHARED("save"), run_save, false},
	{SHARED("pipe"), run_pipe, false},
	{SHARED("info"), run_info, false},
	{SHARED("like-this"), run_like_this, false},
};
