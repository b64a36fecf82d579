/* The actions that have one name and one key in every view. Those without a function here are done by each
 * view in its own way, or not at all. */
#include "view.h"

#include "commandline.h"
#include "edit.h"
#include "feeds.h"
#include "help.h"
#include "screen.h"
#include "trail.h"

static void run_back(struct view *view, long count)
{
	(void)count;
	if (view->ui->depth > 1)
		ui_pop(view->ui);
	else
		view->ui->is_over = true;
}

static void run_quit(struct view *view, long count)
{
	(void)count;
	view->ui->is_over = true;
}

static void run_cancel(struct view *view, long count)
{
	(void)count;
	if (view->ui->depth > 1)
		ui_pop(view->ui);
	else
		ui_notice(view->ui, "nothing to cancel; Q leaves");
}

static struct view *pane_owner(struct view *view)
{
	return view->owner && view->owner->side == view ? view->owner : view;
}

static void run_other_pane(struct view *view, long count)
{
	struct view *main = pane_owner(view);

	(void)count;
	if (main->side == NULL)
		ui_notice(view->ui, "there is only one pane");
	else
		main->side_has_focus = !main->side_has_focus;
}

static void run_zoom(struct view *view, long count)
{
	struct view *main = pane_owner(view);

	(void)count;
	if (!view_has_panes(main))
		ui_notice(view->ui, "the pane has the whole screen already");
	else
		main->is_zoomed = !main->is_zoomed;
}

static void run_undo(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		engine_undo(view->ui->engine);
}

static void run_redo(struct view *view, long count)
{
	for (long i = 0; i < (count ? count : 1); i++)
		engine_redo(view->ui->engine);
}

static void run_redraw(struct view *view, long count)
{
	(void)count;
	screen_redraw(view->ui->screen);
}

static void run_help(struct view *view, long count)
{
	(void)count;
	help_open(view);
}

static void run_command(struct view *view, long count)
{
	(void)count;
	commandline_open(view);
}

static void run_headlines(struct view *view, long count)
{
	struct ui *ui = view->ui;

	(void)count;
	ui_pop_to(ui, ui->stack[0]);
}

/* What is about the list of headlines, from any other view: goes to the one it was opened from and does it. */
static void in_headlines(struct view *view, const char *name)
{
	struct ui *ui = view->ui;

	ui_pop_to(ui, ui_find(ui, &view_headlines));
	ui_run_action(ui, name, 0);
}

#define IN_HEADLINES(function, name)                                                                         \
	static void function(struct view *view, long count)                                                  \
	{                                                                                                    \
		(void)count;                                                                                 \
		in_headlines(view, name);                                                                    \
	}

IN_HEADLINES(run_tags, "tags")
IN_HEADLINES(run_filter, "filter")
IN_HEADLINES(run_saved, "saved")
IN_HEADLINES(run_starred, "go-starred")
IN_HEADLINES(run_unread, "go-unread")
IN_HEADLINES(run_search_library, "search-library")

static void run_history_back(struct view *view, long count)
{
	(void)count;
	trail_walk(view, -1);
}

static void run_history_forward(struct view *view, long count)
{
	(void)count;
	trail_walk(view, 1);
}

static void run_feeds(struct view *view, long count)
{
	(void)count;
	feeds_open(view->ui, false);
}

static void run_broken(struct view *view, long count)
{
	(void)count;
	feeds_open(view->ui, true);
}

static void run_reload_all(struct view *view, long count)
{
	(void)count;
	engine_refresh(view->ui->engine, NULL, 0, true);
	ui_notice(view->ui, "asking all feeds what is new");
}

static bool accept_address(struct view *view, struct prompt *prompt)
{
	struct str address = str_trim(lineedit_text(&prompt->edit));

	if (address.length == 0)
		return true;
	view->ui->offers = 0;
	engine_add_feed(view->ui->engine, &(struct engine_subscription){.address = address});
	ui_notice(view->ui, "fetching %.*s", STR_ARG(address));
	return true;
}

static const struct prompt_type address_prompt = {
	.label = "address:",
	.hint = "of a feed, or of a page that has one  Enter subscribe  Esc leave",
	.history = HISTORY_COMMAND,
	.accepted = accept_address,
};

static void run_add(struct view *view, long count)
{
	(void)count;
	if (view->ui->options.is_trial)
		ui_notice(view->ui,
			"nothing is kept of this session: `dateline add URL` begins your own library");
	else
		ui_ask(view, &address_prompt, STR(""));
}

static void run_repeat(struct view *view, long count)
{
	(void)count;
	ui_repeat(view->ui);
}

static void run_edit(struct view *view, long count)
{
	(void)count;
	edit_config(view->ui);
}

#define GENERAL(name, keys, help)                                                                            \
	{                                                                                                    \
		"", name, keys, help                                                                         \
	}

const struct action general_actions[] = {
	{GENERAL("down", "j <Down>", "next row or line"), NULL, true},
	{GENERAL("up", "k <Up>", "row or line before"), NULL, true},
	{GENERAL("half-down", "d ^D", "half a page down"), NULL, false},
	{GENERAL("half-up", "u ^U", "half a page up"), NULL, false},
	{GENERAL("page-down", "<Space> <PageDown> ^F",
		 "page down; at the end of an article the next unread one"),
		NULL, false},
	{GENERAL("page-up", "b - <PageUp> ^B", "page up"), NULL, false},
	{GENERAL("first", "gg <Home>", "first row, or the top"), NULL, false},
	{GENERAL("last", "G <End>", "last row, or the end; with a number that row"), NULL, true},
	{GENERAL("open", "<Enter> l <Right>", "open; in an article a number and Enter read that link here"),
		NULL, true},
	{GENERAL("back", "q h <Left>", "back one level; from the first view leave"), run_back, false},
	{GENERAL("quit", "Q ZZ", "leave at once"), run_quit, false},
	{GENERAL("cancel", "<Esc> ^C", "cancel; then clear the search marks; then the last filter"),
		run_cancel, false},
	{GENERAL("pop-filter", "<Backspace>", "take the last filter off; none left: back"), run_back, false},
	{GENERAL("history-back", "H", "back in what was viewed"), run_history_back, false},
	{GENERAL("history-forward", "L", "forward in what was viewed"), run_history_forward, false},
	{GENERAL("pane-next", "<Tab>", "next pane"), run_other_pane, false},
	{GENERAL("pane-prev", "<Shift-Tab>", "pane before"), run_other_pane, false},
	{GENERAL("zoom", "z", "this pane alone on the screen, and back"), run_zoom, false},
	{GENERAL("search", "/", "search what this view shows"), NULL, false},
	{GENERAL("next", "n", "next match while search marks are on, else next unread"), NULL, false},
	{GENERAL("previous", "N", "match before while search marks are on, else unread before"), NULL, false},
	{GENERAL("previous-unread", "p", "unread before, always"), NULL, false},
	{GENERAL("tags", "t", "filter by tag"), run_tags, false},
	{GENERAL("filter", "F", "edit the filter as text"), run_filter, false},
	{GENERAL("saved", "f", "choose a saved query"), run_saved, false},
	{GENERAL("like-this", "*", "more like this"), NULL, false},
	{GENERAL("quotes", "w", "who said what: the quotations panel on, off"), NULL, false},
	{GENERAL("toggle-read", "m", "read, and unread again"), NULL, false},
	{GENERAL("read-above", "M", "everything above and this row read"), NULL, false},
	{GENERAL("read-all", "A", "everything shown read"), NULL, false},
	{GENERAL("toggle-star", "s", "star on, off"), NULL, false},
	{GENERAL("label", "T", "put a label of yours on this article, or take it off"), NULL, false},
	{GENERAL("undo", "U", "take back the last change of state, again and again"), run_undo, true},
	{GENERAL("redo", "^R", "do again what was taken back"), run_redo, true},
	{GENERAL("repeat", ".", "the last of m s T o y | again, on this"), run_repeat, false},
	{GENERAL("browse", "o", "open in the browser; with a number that link"), NULL, true},
	{GENERAL("outline", "O gO", "outline of the article"), NULL, false},
	{GENERAL("copy", "y", "copy the address; with a number that link"), NULL, true},
	{GENERAL("save", "S", "save as text, Markdown, HTML or JSON"), NULL, false},
	{GENERAL("pipe", "| !", "give it to a command of the shell"), NULL, false},
	{GENERAL("select", "v", "select this row, or not; m s T S | act on what is selected"), NULL, false},
	{GENERAL("select-range", "V", "select the rows from the last one selected to this one"), NULL, false},
	{GENERAL("reload", "r", "reload this feed"), NULL, false},
	{GENERAL("reload-all", "R", "reload all feeds"), run_reload_all, false},
	{GENERAL("info", "i", "information: source, dates, tags"), NULL, false},
	{GENERAL("full-text", "x", "fetch and show the full text; again: the feed's own"), NULL, false},
	{GENERAL("edit", "E", "edit the configuration in your editor, and take it over"), run_edit, false},
	{GENERAL("command", ":", "command line"), run_command, false},
	{GENERAL("help", "? <F1>", "all keys of this view"), run_help, false},
	{GENERAL("redraw", "^L", "draw the screen again"), run_redraw, false},
	{GENERAL("go-headlines", "gh", "headlines"), run_headlines, false},
	{GENERAL("go-feeds", "gf", "feeds"), run_feeds, false},
	{GENERAL("go-tags", "gt", "tags"), run_tags, false},
	{GENERAL("go-starred", "gs", "starred articles"), run_starred, false},
	{GENERAL("go-unread", "gu", "unread articles"), run_unread, false},
	{GENERAL("go-broken", "g!", "broken feeds"), run_broken, false},
	{GENERAL("add", "a", "subscribe to a feed or a page by its address"), run_add, false},
	{GENERAL("search-library", "g/", "search the whole library"), run_search_library, false},
};

const size_t general_action_count = COUNT_OF(general_actions);

const struct action *general_action(struct str name)
{
	for (size_t i = 0; i < general_action_count; i++)
		if (str_equal(str_from(general_actions[i].key.name), name))
			return &general_actions[i];
	return NULL;
}
