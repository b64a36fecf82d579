/* term.h - a terminal for tests: a pseudo-terminal whose other end is an emulator in this process */
#ifndef TESTS_SUPPORT_TERM_H
#define TESTS_SUPPORT_TERM_H

#include <stdbool.h>
#include <stdio.h>

struct term {
	int master;
	FILE *input, *output; /* the program's end */
	void *emulator, *screen;
	int rows, columns;
	size_t bytes;    /* the program has written so many */
	char last[4096]; /* the end of what it wrote, for control sequences that no cell shows */
	size_t last_length;
};

struct term *term_open(int rows, int columns);
void term_close(struct term *term);

/* Types keys: plain text, and <Enter> <Esc> <Tab> <Backspace> <Up> <Down> <Left> <Right> <Home> <End>
 * <PageUp> <PageDown> <Shift-Tab> <F1> <Space> <lt> <^X>. */
void term_type(struct term *term, const char *keys);

/* The mouse where a text begins on the screen, as far as the program asked to be told of it. False when the
 * text is not shown. */
bool term_click(struct term *term, const char *text);
bool term_wheel(struct term *term, const char *text, int direction); /* 1: down, -1: up */

void term_resize(struct term *term, int rows, int columns);

/* Takes in what the program has written. */
void term_read(struct term *term);

/* One row of the screen as text without blanks at its end; the string lives until the next call. */
const char *term_row(struct term *term, int row);
bool term_shows(struct term *term, const char *text); /* in any row */
bool term_row_shows(struct term *term, int row, const char *text);
int term_row_of(struct term *term, const char *text); /* -1: nowhere */

int term_cursor_row(struct term *term);

/* Signs of the cell in which `text` begins: b bold, u underlined, i italic, r reversed, c coloured; "" when
 * it is not shown. */
const char *term_look_of(struct term *term, const char *text);

/* Compares the screen with tests/data/screens/<name>.txt and prints both when they differ; with
 * GOLDEN_REWRITE set it writes the file. */
bool term_expect(struct term *term, const char *name);

#endif
