/* ui.h - the reader: views on a library, in a terminal */
#ifndef DATELINE_UI_UI_H
#define DATELINE_UI_UI_H

#include "dateline/base/error.h"
#include "dateline/config/config.h"
#include "dateline/refresh/engine.h"

#include <stdio.h>

struct ui;

struct ui_options {
	FILE *input, *output; /* both terminals */
	const char *term;     /* kind of terminal; NULL: $TERM */
	bool has_no_colour;
	const char *library;     /* path, or ":memory:NAME", as the engine has it open */
	struct engine *engine;   /* does what changes the library */
	struct config *config;   /* settings, theme, bindings, saved queries; :set changes it */
	const char *config_path; /* the file of `config`, which E edits; NULL: none */
	bool applies_rules;      /* those of `config` are meant for this library */
	bool is_linear;          /* whatever `config` says */
	const char *sites;       /* directory of the reader's own rules for pages; may be NULL */
	bool is_trial;           /* nothing is kept: what would begin a library says how to */
	const char *notice;      /* one sentence to begin with; may be NULL */
	unsigned news_pause_ms;  /* what the engine tells is taken into the picture no more often; keys never
				    wait for it. 0: at once, with whatever else is drawn */
	int64_t (*now)(void *context); /* seconds since 1970; NULL: the system's clock */
	void *now_context;
	/* Opens an address for the user. NULL: the program of the setting `browser`, in the background. */
	bool (*browse)(void *context, struct str address, struct error *error);
	void *browse_context;
};

/* Takes the terminal and shows the headlines. `options` and what it names must outlive the ui.
 * Errors: a terminal that cannot show it (ERROR_UNSUPPORTED), those of store_open. */
bool ui_open(const struct ui_options *options, struct ui **ui, struct error *error);

/* One turn: takes in events and all keys that have come, then shows the picture. False when the user has left
 * or a signal asks for it. wait  whether to wait for something to happen first */
bool ui_step(struct ui *ui, bool wait);

void ui_close(struct ui *ui); /* accepts NULL */

/* Makes every action of the reader known to a keymap, with its default keys: what is bound is what `dateline
 * keys` prints. */
void ui_add_actions(struct keymap *keymap);

#endif
