#include "screen.h"

#include "dateline/base/buffer.h"
#include "dateline/config/keymap.h"
#include "rescue.h"

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define ESCAPE_DELAY_MS 25
#define PASTE_MARKS_ON "\033[?2004h" /* around what is pasted, so that it can be told from keys */
#define PASTE_MARKS_OFF "\033[?2004l"
#define SEQUENCE_MOST 32 /* bytes of a control sequence; longer than any that a key sends */
#define MOUSE_OFF "\033[?1006l\033[?1000l"
#define COPY_BYTES_MOST 65536
#define SIZE_MOST 1000 /* rows and columns: a terminal that claims more is lying */

enum { KEY_SYNC_OFFERED = KEY_MAX + 1, KEY_SYNC_UNKNOWN, KEY_PASTE_BEGINS, KEY_PASTE_ENDS };

struct screen {
	SCREEN *curses;
	WINDOW *input; /* keys are read through a pad, which is never painted behind our back */
	FILE *output;
	int input_fd, output_fd;
	struct termios modes; /* as the terminal was */
	struct cells next, shown;
	attr_t attributes[ROLE_COUNT];
	short pairs[ROLE_COUNT];
	bool has_colour;
	bool is_whole;   /* paint everything */
	bool has_sync;   /* the terminal shows an update in one piece when asked to */
	bool has_cursor; /* it is shown now */
	struct mouse mouse;
};

/* ---- opening and closing */

static bool refuse(struct screen *screen, struct error *error, const char *why)
{
	screen_close(screen);
	return fail(error, ERROR_UNSUPPORTED, 0, "%s", why);
}

static const char *capability(const char *name)
{
	const char *bytes = tigetstr(name);

	return bytes == NULL || bytes == (const char *)-1 ? "" : bytes;
}

/* The answers of a terminal to the question whether it knows mode 2026 (DECRQM): arriving as keys. */
static void expect_sync_answers(void)
{
	define_key("\033[?2026;1$y", KEY_SYNC_OFFERED);
	define_key("\033[?2026;2$y", KEY_SYNC_OFFERED);
	define_key("\033[?2026;0$y", KEY_SYNC_UNKNOWN);
	define_key("\033[?2026;3$y", KEY_SYNC_UNKNOWN);
	define_key("\033[?2026;4$y", KEY_SYNC_UNKNOWN);
}

static void send(struct screen *screen, const char *bytes)
{
	fputs(bytes, screen->output);
	fflush(screen->output);
}

/* Only kinds of terminals whose parsers are known to skip a question they do not know are asked. */
static bool may_be_asked(const char *term)
{
	static const char *const kinds[] = {
		"xterm", "tmux", "foot", "kitty", "alacritty", "wezterm", "ghostty", "contour"};

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (strncmp(term, kinds[i], strlen(kinds[i])) == 0)
			return true;
	return false;
}

/* Those that have a mouse are those that are like xterm. */
static void mark_pastes(struct screen *screen, bool is_wanted)
{
	if (*capability("kmous"))
		send(screen, is_wanted ? PASTE_MARKS_ON : PASTE_MARKS_OFF);
}

static void set_modes(struct screen *screen)
{
	raw();
	noecho();
	nonl();
	curs_set(0);
	set_escdelay(ESCAPE_DELAY_MS);
	screen->input = newpad(1, 1);
	keypad(screen->input, TRUE);
	nodelay(screen->input, TRUE);
	meta(screen->input, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	idlok(stdscr, FALSE);
}

static void start_colours(struct screen *screen, bool is_refused)
{
	screen->has_colour = !is_refused && has_colors() && start_color() == OK;
	if (screen->has_colour)
		use_default_colors();
}

static void prepare_rescue(struct screen *screen)
{
	static const char *const names[] = {"sgr0", "cnorm", "rmkx", "rmcup"};
	struct buffer restore = {0};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		buffer_add(&restore, str_from(capability(names[i])));
	if (*capability("kmous"))
		buffer_add(&restore, STR(MOUSE_OFF PASTE_MARKS_OFF));
	buffer_add_char(&restore, '\0');
	rescue_start(screen->output_fd, &screen->modes, restore.data);
	buffer_finish(&restore);
}

bool screen_open(const struct screen_options *options, struct screen **out, struct error *error)
{
	struct screen *screen = calloc(1, sizeof *screen);
	const char *term = options->term ? options->term : getenv("TERM");

	if (screen == NULL)
		abort();
	screen->output = options->output;
	screen->input_fd = fileno(options->input);
	screen->output_fd = fileno(options->output);
	if (!isatty(screen->input_fd) || !isatty(screen->output_fd))
		return refuse(screen, error, "the reader needs a terminal");
	if (term == NULL)
		return refuse(screen, error, "TERM does not say what kind of terminal this is");
	tcgetattr(screen->input_fd, &screen->modes);
	screen->curses = newterm(term, options->output, options->input);
	if (screen->curses == NULL || *capability("cup") == '\0')
		return refuse(screen, error, "this kind of terminal cannot show the reader");
	set_modes(screen);
	start_colours(screen, options->has_no_colour);
	prepare_rescue(screen);
	screen->next.is_ascii = strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	screen->is_whole = true;
	define_key("\033[200~", KEY_PASTE_BEGINS);
	define_key("\033[201~", KEY_PASTE_ENDS);
	mark_pastes(screen, true);
	if (may_be_asked(term)) {
		expect_sync_answers();
		send(screen, "\033[?2026$p");
	}
	*out = screen;
	return true;
}

void screen_close(struct screen *screen)
{
	if (screen == NULL)
		return;
	if (screen->curses != NULL) {
		mark_pastes(screen, false);
		curs_set(1);
		endwin();
		rescue_stop();
		tcsetattr(screen->input_fd, TCSANOW, &screen->modes);
		tcflush(screen->input_fd, TCIFLUSH);
		delwin(screen->input);
		delscreen(screen->curses);
	}
	cells_finish(&screen->next);
	cells_finish(&screen->shown);
	free(screen);
}

/* ---- looks */

/* The bright half of sixteen colours is bold where there are eight. */
static int colour(int wanted, attr_t *attributes)
{
	int nearest;

	if (wanted == THEME_DEFAULT_COLOUR)
		return -1;
	nearest = theme_nearest(wanted, COLORS >= 256 ? 256 : 16);
	if (nearest < COLORS)
		return nearest;
	*attributes |= nearest > 8 ? A_BOLD : 0;
	return nearest == 8 || COLORS < 8 ? -1 : nearest - 8;
}

static void set_style(struct screen *screen, int role, const struct theme_style *style)
{
	static const struct {
		unsigned sign;
		attr_t attribute;
	} signs[] = {
		{THEME_BOLD, A_BOLD},
		{THEME_DIM, A_DIM},
		{THEME_ITALIC, A_ITALIC},
		{THEME_UNDERLINE, A_UNDERLINE},
		{THEME_REVERSE, A_REVERSE},
	};
	attr_t attributes = 0;

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (style->attributes & signs[i].sign)
			attributes |= signs[i].attribute;
	screen->pairs[role] = 0;
	if (screen->has_colour && (style->foreground >= 0 || style->background >= 0)) {
		int foreground = colour(style->foreground, &attributes);
		int background = colour(style->background, &attributes);

		init_extended_pair(role + 1, foreground, background);
		screen->pairs[role] = (short)(role + 1);
	}
	screen->attributes[role] = attributes;
}

void screen_set_theme(struct screen *screen, const struct theme *theme)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		set_style(screen, role, &theme->styles[role]);
	screen->is_whole = true;
}

static attr_t attributes_of(const struct screen *screen, style_t style, short *pair)
{
	unsigned role = STYLE_ROLE(style);
	attr_t attributes = screen->attributes[role];

	attributes |= style & STYLE_STRONG ? A_BOLD : 0;
	attributes |= style & STYLE_EMPHASIS ? A_ITALIC : 0;
	attributes |= style & STYLE_UNDERLINE ? A_UNDERLINE : 0;
	attributes |= style & STYLE_REVERSE ? A_REVERSE : 0;
	*pair = screen->pairs[role];
	return attributes;
}

/* ---- painting */

static void take_size(struct screen *screen)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	int rows, columns;

	ioctl(screen->output_fd, TIOCGWINSZ, &size);
	rows = size.ws_row < 1 ? 24 : size.ws_row > SIZE_MOST ? SIZE_MOST : size.ws_row;
	columns = size.ws_col < 1 ? 80 : size.ws_col > SIZE_MOST ? SIZE_MOST : size.ws_col;
	if (rows == screen->next.rows && columns == screen->next.columns)
		return;
	if (is_term_resized(rows, columns))
		resize_term(rows, columns);
	cells_resize(&screen->next, rows, columns);
	cells_resize(&screen->shown, rows, columns);
	screen->is_whole = true;
}

struct cells *screen_begin(struct screen *screen)
{
	take_size(screen);
	cells_clear(&screen->next);
	return &screen->next;
}

/* What curses and the terminal may take for another width than we do is shown as a sign that all agree on. */
static void paint_cell(struct screen *screen, int row, int column, const struct cell *cell)
{
	bool is_wide = column + 1 < screen->next.columns && cell[1].points[0] == 0;
	wchar_t text[CELL_POINTS + 1];
	cchar_t character;
	short pair;
	attr_t attributes = attributes_of(screen, cell->style, &pair);
	int count = 0, width;

	if (cell->points[0] == 0)
		return; /* the right half of a wide one */
	for (; count < CELL_POINTS && cell->points[count]; count++)
		text[count] = (wchar_t)cell->points[count];
	width = wcwidth(text[0]);
	if (width < 1 || width > 1 + is_wide) {
		text[0] = L'?';
		count = width = 1;
	}
	text[count] = 0;
	setcchar(&character, text, attributes, pair, NULL);
	mvwadd_wch(stdscr, row, column, &character);
	if (width == 1 && is_wide) {
		setcchar(&character, L" ", attributes, pair, NULL);
		mvwadd_wch(stdscr, row, column + 1, &character);
	}
}

static bool is_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

static bool paint_row(struct screen *screen, int row)
{
	size_t first = (size_t)row * (size_t)screen->next.columns;
	struct cell *next = screen->next.items + first, *shown = screen->shown.items + first;
	bool has_changed = false;

	if (!screen->is_whole && memcmp(next, shown, (size_t)screen->next.columns * sizeof *next) == 0)
		return false;
	for (int column = 0; column < screen->next.columns; column++) {
		if (!screen->is_whole && is_same(&next[column], &shown[column]))
			continue;
		/* The left half of a wide character is written again with its right one. */
		if (next[column].points[0] == 0 && column > 0)
			paint_cell(screen, row, column - 1, &next[column - 1]);
		paint_cell(screen, row, column, &next[column]);
		has_changed = true;
	}
	memcpy(shown, next, (size_t)screen->next.columns * sizeof *next);
	return has_changed;
}

static void place_cursor(struct screen *screen, int row, int column)
{
	bool is_wanted = row >= 0 && row < screen->next.rows && column >= 0 && column < screen->next.columns;

	if (is_wanted)
		wmove(stdscr, row, column);
	if (is_wanted != screen->has_cursor)
		curs_set(is_wanted ? 1 : 0);
	screen->has_cursor = is_wanted;
}

void screen_show(struct screen *screen, int row, int column)
{
	bool has_changed = screen->is_whole;

	if (screen->is_whole)
		clearok(curscr, TRUE);
	for (int r = 0; r < screen->next.rows; r++)
		if (paint_row(screen, r))
			has_changed = true;
	screen->is_whole = false;
	if (has_changed && screen->has_sync)
		fputs("\033[?2026h", screen->output);
	place_cursor(screen, row, column);
	wnoutrefresh(stdscr);
	doupdate();
	if (has_changed && screen->has_sync)
		send(screen, "\033[?2026l");
}

void screen_redraw(struct screen *screen)
{
	screen->is_whole = true;
}

/* ---- keys */

static uint32_t key_of_curses(wint_t key)
{
	switch (key) {
	case KEY_UP:
		return KEYCODE_UP;
	case KEY_DOWN:
		return KEYCODE_DOWN;
	case KEY_LEFT:
		return KEYCODE_LEFT;
	case KEY_RIGHT:
		return KEYCODE_RIGHT;
	case KEY_HOME:
		return KEYCODE_HOME;
	case KEY_END:
		return KEYCODE_END;
	case KEY_PPAGE:
		return KEYCODE_PAGE_UP;
	case KEY_NPAGE:
		return KEYCODE_PAGE_DOWN;
	case KEY_DC:
		return KEYCODE_DELETE;
	case KEY_BTAB:
		return KEYCODE_SHIFT_TAB;
	case KEY_BACKSPACE:
		return KEYCODE_BACKSPACE;
	case KEY_ENTER:
		return KEYCODE_ENTER;
	case KEY_IC:
		return KEYCODE_INSERT;
	default:
		return key >= KEY_F(1) && key <= KEY_F(12) ? KEYCODE_F1 + (key - KEY_F(1)) : 0;
	}
}

/* ---- the mouse */

#define BUTTONS (BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED)

void screen_use_mouse(struct screen *screen, bool is_wanted)
{
	(void)screen;
	mouseinterval(0); /* a press is told at once: no double clicks are waited for */
	mousemask(is_wanted ? BUTTONS : 0, NULL);
}

struct mouse screen_mouse(const struct screen *screen)
{
	return screen->mouse;
}

static bool take_mouse(struct screen *screen)
{
	MEVENT event;

	if (getmouse(&event) != OK || !(event.bstate & BUTTONS))
		return false;
	screen->mouse = (struct mouse){event.bstate & BUTTON1_PRESSED   ? MOUSE_CLICK
				       : event.bstate & BUTTON4_PRESSED ? MOUSE_WHEEL_UP
									: MOUSE_WHEEL_DOWN,
		event.y, event.x};
	return true;
}

/* A control sequence that curses does not know is of no key that is ours: its letters are not keys either.
 * False: it was Esc, and what has been read is given back. */
static bool skip_sequence(struct screen *screen)
{
	wint_t key;

	if (wget_wch(screen->input, &key) == ERR)
		return false;
	if (key != '[') {
		unget_wch((wchar_t)key);
		return false;
	}
	if (wget_wch(screen->input, &key) == ERR) {
		unget_wch(L'[');
		return false;
	}
	for (int i = 0; i < SEQUENCE_MOST && key >= 0x20 && key < 0x40; i++)
		if (wget_wch(screen->input, &key) == ERR)
			break;
	return true;
}

uint32_t screen_key(struct screen *screen)
{
	wint_t key;

	for (;;) {
		int status = wget_wch(screen->input, &key);

		if (status == ERR)
			return 0;
		if (status == OK && key == KEYCODE_ESC && skip_sequence(screen))
			continue;
		if (status == OK)
			return key == '\n' ? KEYCODE_ENTER : key == '\b' ? KEYCODE_BACKSPACE : (uint32_t)key;
		if (key == KEY_MOUSE) {
			if (take_mouse(screen))
				return SCREEN_MOUSE;
			continue;
		}
		if (key == KEY_PASTE_BEGINS || key == KEY_PASTE_ENDS)
			return key == KEY_PASTE_BEGINS ? SCREEN_PASTE_BEGINS : SCREEN_PASTE_ENDS;
		if (key == KEY_SYNC_OFFERED || key == KEY_SYNC_UNKNOWN)
			screen->has_sync = key == KEY_SYNC_OFFERED;
		else if (key_of_curses(key) != 0)
			return key_of_curses(key);
	}
}

bool screen_has_key(const struct screen *screen)
{
	struct pollfd input = {.fd = screen->input_fd, .events = POLLIN};

	return poll(&input, 1, 0) > 0 && (input.revents & POLLIN);
}

void screen_wait(struct screen *screen, int fd, int timeout_ms)
{
	rescue_poll(screen->input_fd, fd, timeout_ms);
}

int screen_signal(void)
{
	return rescue_signal();
}

void screen_leave(struct screen *screen)
{
	mark_pastes(screen, false);
	def_prog_mode();
	curs_set(1);
	endwin();
	rescue_stop();
}

void screen_return(struct screen *screen)
{
	reset_prog_mode();
	prepare_rescue(screen);
	mark_pastes(screen, true);
	screen->is_whole = true;
	screen->has_cursor = true;
}

void screen_suspend(struct screen *screen)
{
	struct sigaction stop = {.sa_handler = SIG_DFL}, before;

	screen_leave(screen);
	sigaction(SIGTSTP, &stop, &before);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &before, NULL);
	screen_return(screen);
}

/* ---- what goes to the terminal itself */

static void add_base64(struct buffer *out, struct str s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.length; i += 3) {
		unsigned char bytes[3] = {0};
		size_t count = s.length - i < 3 ? s.length - i : 3;

		memcpy(bytes, s.data + i, count);
		buffer_add_char(out, digits[bytes[0] >> 2]);
		buffer_add_char(out, digits[(bytes[0] & 3) << 4 | bytes[1] >> 4]);
		buffer_add_char(out, count > 1 ? digits[(bytes[1] & 15) << 2 | bytes[2] >> 6] : '=');
		buffer_add_char(out, count > 2 ? digits[bytes[2] & 63] : '=');
	}
}

void screen_copy(struct screen *screen, struct str text)
{
	struct buffer out = {0};

	if (text.length > COPY_BYTES_MOST)
		text.length = COPY_BYTES_MOST;
	buffer_add(&out, STR("\033]52;c;"));
	add_base64(&out, text);
	buffer_add(&out, STR("\033\\"));
	buffer_add_char(&out, '\0');
	send(screen, out.data);
	buffer_finish(&out);
}
