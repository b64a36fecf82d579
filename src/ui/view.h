/* view.h - what a view is, and what the ui does for it */
#ifndef DATELINE_UI_VIEW_H
#define DATELINE_UI_VIEW_H

#include "cells.h"
#include "dateline/quote/quote.h"
#include "dateline/store/articles.h"
#include "dateline/store/list.h"
#include "dateline/store/state.h"
#include "dateline/ui/ui.h"
#include "lineedit.h"

#define STACK_MOST 16
#define TRAIL_MOST 100

struct view;

/* One thing that keys can do. A row without keys stands for the general action of that name (actions.c): its
 * keys and its help are there. */
struct action {
	struct keymap_action key;
	void (*run)(struct view *view, long count); /* count 0: none was typed */
	bool takes_count;                           /* a number before it means something */
};

struct view_type {
	const char *name;  /* as in the key map */
	const char *title; /* for people */
	const char *help;  /* what it shows, without a full stop */
	size_t state_size;
	bool is_popup;   /* shown over the view below */
	bool takes_text; /* printing keys are typed into it */
	void (*open)(struct view *view, const void *what);
	void (*close)(struct view *view);
	/* Draws the view in its area; a pop-up chooses its place inside it. */
	void (*draw)(struct view *view, struct cells *cells, struct area area);
	void (*bar)(struct view *view, struct cells *cells,
		struct area area);                     /* the first line; NULL for pop-ups */
	bool (*type)(struct view *view, uint32_t key); /* of those that take text */
	/* The mouse, at a place of the screen that is inside view->area. */
	void (*click)(struct view *view, int row, int column);
	void (*wheel)(struct view *view, int direction);                    /* 1: down */
	void (*event)(struct view *view, const struct engine_event *event); /* may be NULL */
	/* What the hint bar names, most useful first: "open=read|tags=tags"; a state may change it. */
	const char *(*hints)(const struct view *view);
	const char *count_hints; /* the same after a number; NULL: rows down and up */
	const struct action *actions;
	size_t action_count;
};

struct view {
	const struct view_type *type;
	struct ui *ui;
	void *state;
	struct view *side;  /* a pane beside it or below, or NULL */
	struct view *owner; /* of a side pane or a pop-up: whose it is; may be NULL */
	bool side_has_focus;
	bool is_zoomed;
	struct area area;              /* where it was drawn; no rows: it is not seen */
	int cursor_row, cursor_column; /* of a text cursor, set by draw; row -1: none */
};

enum prompt_history {
	HISTORY_FILTER,
	HISTORY_SEARCH,
	HISTORY_COMMAND,
	HISTORY_PATH,
	HISTORY_PIPE,
	HISTORY_COUNT
};

struct prompt;

struct prompt_type {
	const char *label;
	enum prompt_history history;
	const char *hint;  /* what Enter, Tab and Esc do */
	unsigned pause_ms; /* `changed` waits so long for the next key */
	void (*changed)(struct view *view, struct prompt *prompt);  /* may be NULL */
	bool (*accepted)(struct view *view, struct prompt *prompt); /* false: it stays open */
	void (*left)(struct view *view);                            /* may be NULL */
	void (*complete)(struct view *view, struct prompt *prompt); /* Tab; may be NULL */
};

struct prompt { /* a line being typed at the bottom; type NULL: none */
	const struct prompt_type *type;
	struct view *view;
	struct lineedit edit;
	bool is_due; /* `changed` has to be called when the pause is over */
	size_t wrong_start, wrong_end;
	char message[512]; /* stands under it */
	bool message_is_error;
	struct arena arena;
};

/* What has been posted to the engine and is shown as done already. */
struct promise {
	engine_job job;
	enum store_mark mark;
	int64_t *articles; /* sorted */
	size_t count;
};

struct trail { /* articles viewed, oldest first */
	int64_t articles[TRAIL_MOST];
	size_t count, at;
	bool is_walking;
};

struct ui {
	struct ui_options options;
	struct arena arena; /* as long as the ui */
	struct screen *screen;
	struct store *store;        /* for reading */
	struct quote_memory quotes; /* of the articles that were opened */
	struct engine *engine;
	struct config *config;
	struct keymap keymap;
	struct query_names names; /* what queries may name */
	struct view *stack[STACK_MOST];
	size_t depth;
	struct area middle;  /* where views are, when last drawn */
	struct keys pressed; /* the beginning of a key sequence */
	long count;
	struct prompt prompt;
	struct history histories[HISTORY_COUNT];
	char notice[512];
	bool notice_is_error;
	struct promise *promises;
	size_t promise_count;
	engine_job quiet_job; /* nothing is said of it: an article became read because it was opened */
	struct trail trail;
	int64_t *targets; /* the articles that a prompt or a list is about; the heap owns them */
	size_t target_count;
	struct {                    /* what . does */
		const char *action; /* NULL: nothing was done yet */
		long count;
		char *text; /* the label or the command that was given then; NULL: none, it is asked for */
		int form;   /* of a command: what it is given; of a label: whether it is taken off */
		bool is_running;
	} repeat;
	const char *running; /* the name of the action that is being done */
	struct str macro;    /* the command that | is to give to, of a macro; absent: it is asked for */
	int pipe_form;       /* enum entry_form: what | gives */
	struct {
		engine_job job; /* writes the articles; 0: no command waits for any */
		bool is_ready;  /* they are written */
		FILE *input;
		char *command, *address; /* of the heap */
	} pipe;
	size_t refresh_done, refresh_total; /* total 0: none runs */
	size_t offers; /* further feeds that the page named which is being subscribed to */
	bool has_news,
		takes_news;  /* events have come that are not in the picture; this picture takes them in */
	int64_t news_due_ms; /* not before that time of the monotonic clock */
	bool is_pasting;     /* the keys that come are text that was pasted */
	bool has_typed;      /* until then what comes in first on the list is where the cursor stands */
	bool is_over;
};

/* ---- the stack (stack.c) */

/* Opens a view on top. NULL, with a notice, when there are too many.
 *   what  what the view's open() takes */
struct view *ui_push(struct ui *ui, const struct view_type *type, const void *what);
struct view *ui_push_for(
	struct view *owner, const struct view_type *type, const void *what); /* a pane's pop-up */
void ui_pop(struct ui *ui);                                                  /* closes the top one */
void ui_pop_to(struct ui *ui, const struct view *view);                      /* closes what lies on it */
struct view *ui_top(const struct ui *ui);
struct view *ui_focus(const struct ui *ui);                              /* where keys go */
struct view *ui_find(const struct ui *ui, const struct view_type *type); /* the topmost of a kind, or NULL */
struct view *ui_below(
	const struct ui *ui, const struct view *view); /* what it was opened from; NULL: nothing */

struct view *view_create(struct ui *ui, const struct view_type *type, struct view *owner, const void *what);
void view_destroy(struct view *view); /* accepts NULL */

/* ---- what is said (ui.c) */

void ui_notice(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ui_error(struct ui *ui, const struct error *error);
void ui_complain(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
int64_t ui_now(const struct ui *ui);

/* What the text of a query depends on. */
struct query_context ui_query_context(const struct ui *ui);

/* ---- states (marks.c): posted to the engine, shown at once */

void ui_mark(struct ui *ui, enum store_mark mark, const int64_t *articles, size_t count);
void ui_mark_opened(struct ui *ui, int64_t article); /* read, without a word about it */
void ui_apply_promises(const struct ui *ui, struct headline *rows, size_t count);
void ui_keep_promise(struct ui *ui, engine_job job); /* it is done: the library says the same now */

/* The articles that what is asked next is about; copied. */
void ui_keep_targets(struct ui *ui, const int64_t *articles, size_t count);

/* ---- outside (outside.c) */

void ui_browse(struct ui *ui, struct str address);
void ui_copy(struct ui *ui, struct str text, const char *what);

/* Runs a command of the user's, which has the terminal (screen_leave) until it ends.
 *   argument  its $1; may be NULL
 *   returns   as waitpid() tells it */
int ui_run_shell(const char *command, const char *argument, int input);

/* ---- keys (dispatch.c) */

void ui_take_key(struct ui *ui, uint32_t key);
const struct action *view_action(
	const struct view *view, const char *name);              /* own or general; NULL: it cannot */
bool ui_run_action(struct ui *ui, const char *name, long count); /* in the view that has the focus */

/* The last of those actions that can be repeated, again, on what the focus is on now. */
void ui_repeat(struct ui *ui);
void ui_repeat_with(struct ui *ui, struct str text, int form); /* what was asked for, for the next time */

/* ---- the mouse (mouse.c) */

#define WHEEL_ROWS 3

void ui_take_mouse(struct ui *ui);

/* ---- prompts (prompt.c) */

void ui_ask(struct view *view, const struct prompt_type *type, struct str text);
void ui_leave_prompt(struct ui *ui);
void ui_prompt_key(struct ui *ui, uint32_t key);
void ui_prompt_is_due(struct ui *ui);
void prompt_say(struct prompt *prompt, bool is_error, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- the configuration (ui.c): colours, mouse, what the engine does by itself */

void ui_take_settings(struct ui *ui);

/* ---- the picture (frame.c) */

void ui_draw(struct ui *ui);
bool view_has_panes(const struct view *view); /* something stands beside it on a screen of this width */

/* The first line of a view: words at the left, one at the right end. */
void bar_draw(struct cells *cells, struct area area, struct str left, struct str right);

/* ---- the keys that matter now (hints.c) */

/* At the foot of an area: one line, or the strip of all keys that can follow those pressed. */
void ui_draw_hints(struct ui *ui, struct cells *cells, struct area area);

/* ---- general actions (actions.c) */

extern const struct action general_actions[];
extern const size_t general_action_count;
const struct action *general_action(struct str name);

/* ---- all views (views.c) */

extern const struct view_type *const view_types[];
extern const size_t view_type_count;
extern const struct view_type view_headlines, view_reader, view_quotes, view_picker, view_feeds;

#endif
