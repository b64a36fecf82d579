/* screen.h - the terminal: keys come in, pictures go out; the one place that knows curses */
#ifndef DATELINE_UI_SCREEN_H
#define DATELINE_UI_SCREEN_H

#include "cells.h"
#include "dateline/base/error.h"
#include "dateline/config/theme.h"

#include <stdio.h>

struct screen_options {
	FILE *input, *output;
	const char *term;   /* kind of terminal; NULL: $TERM */
	bool has_no_colour; /* NO_COLOR, or the user's wish */
};

struct screen;

/* Takes the terminal over. Until screen_close it is given back by any signal that ends or stops the program.
 * Errors: a terminal that cannot move its cursor, or none (ERROR_UNSUPPORTED). */
bool screen_open(const struct screen_options *options, struct screen **screen, struct error *error);
void screen_close(struct screen *screen); /* accepts NULL */

void screen_set_theme(struct screen *screen, const struct theme *theme);

/* The picture to draw in: empty, and as large as the terminal is now. */
struct cells *screen_begin(struct screen *screen);

/* Shows the picture: what differs from the one before goes out, in one piece.
 *   row, column  the cursor; row -1: none is shown */
void screen_show(struct screen *screen, int row, int column);
void screen_redraw(struct screen *screen); /* the next picture goes out whole */

/* What screen_key gives beside keys. */
#define SCREEN_MOUSE 0x120000u        /* something was done with the mouse; screen_mouse() has it */
#define SCREEN_PASTE_BEGINS 0x120001u /* what follows was pasted, up to */
#define SCREEN_PASTE_ENDS 0x120002u   /* this */

struct mouse {
	enum { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN } what;
	int row, column;
};

/* The next key that has come, as config/keymap.h numbers them, or 0; never waits (but 25 ms to tell Esc from
 * the start of a sequence). */
uint32_t screen_key(struct screen *screen);

struct mouse screen_mouse(const struct screen *screen); /* the last one */

/* Clicks and the wheel come to the program, where the terminal can tell; else the terminal has them. */
void screen_use_mouse(struct screen *screen, bool is_wanted);

bool screen_has_key(const struct screen *screen); /* something was typed that has not been read */

/* Waits for a key, a signal, a new size, or until one of the descriptors can be read.
 *   timeout_ms  -1: for ever */
void screen_wait(struct screen *screen, int fd, int timeout_ms);

int screen_signal(void);                   /* the signal that asks the program to end, or 0 */
void screen_leave(struct screen *screen);  /* the terminal is as it was before, for another program */
void screen_return(struct screen *screen); /* and ours again; the next picture goes out whole */
void screen_suspend(
	struct screen *screen); /* ^Z: gives the terminal back and stops the program until it is resumed */

/* Puts text on the clipboard, where the terminal takes it (OSC 52); at most 64 KB. */
void screen_copy(struct screen *screen, struct str text);

#endif
