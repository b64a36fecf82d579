#include "term.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

#define ROW_BYTES_MOST 8192
#define SCREENS "tests/data/screens/"

static const struct {
	const char *name, *bytes;
} keys[] = {
	{"Enter", "\r"},
	{"Esc", "\033"},
	{"Tab", "\t"},
	{"Backspace", "\177"},
	{"Up", "\033OA"},
	{"Down", "\033OB"},
	{"Right", "\033OC"},
	{"Left", "\033OD"},
	{"Home", "\033OH"},
	{"End", "\033OF"},
	{"PageUp", "\033[5~"},
	{"PageDown", "\033[6~"},
	{"Shift-Tab", "\033[Z"},
	{"F1", "\033OP"},
	{"Space", " "},
	{"lt", "<"},
};

struct term *term_open(int rows, int columns)
{
	struct term *term = calloc(1, sizeof *term);
	int master = posix_openpt(O_RDWR | O_NOCTTY), slave;

	if (term == NULL || master < 0 || grantpt(master) < 0 || unlockpt(master) < 0)
		abort();
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	if (slave < 0)
		abort();
	term->master = master;
	term->input = fdopen(slave, "r");
	term->output = fdopen(dup(slave), "w");
	fcntl(master, F_SETFL, O_NONBLOCK);
	term->emulator = vterm_new(rows, columns);
	vterm_set_utf8(term->emulator, 1);
	term->screen = vterm_obtain_screen(term->emulator);
	vterm_screen_reset(term->screen, 1);
	term_resize(term, rows, columns);
	return term;
}

void term_close(struct term *term)
{
	vterm_free(term->emulator);
	fclose(term->input);
	fclose(term->output);
	close(term->master);
	free(term);
}

void term_resize(struct term *term, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	term->rows = rows;
	term->columns = columns;
	ioctl(term->master, TIOCSWINSZ, &size);
	vterm_set_size(term->emulator, rows, columns);
}

static void send(struct term *term, const char *bytes, size_t length)
{
	if (write(term->master, bytes, length) != (ssize_t)length)
		abort();
}

static void send_named(struct term *term, const char *name, size_t length)
{
	if (length == 2 && name[0] == '^') {
		char control = (char)(name[1] & 0x1f);

		send(term, &control, 1);
		return;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strlen(keys[i].name) == length && memcmp(keys[i].name, name, length) == 0) {
			send(term, keys[i].bytes, strlen(keys[i].bytes));
			return;
		}
	fprintf(stderr, "term_type: no key <%.*s>\n", (int)length, name);
	abort();
}

void term_type(struct term *term, const char *text)
{
	while (*text) {
		const char *end = *text == '<' ? strchr(text, '>') : NULL;

		if (end) {
			send_named(term, text + 1, (size_t)(end - text - 1));
			text = end + 1;
		} else {
			send(term, text++, 1);
		}
	}
}

static void remember(struct term *term, const char *bytes, size_t length)
{
	if (length > sizeof term->last) {
		bytes += length - sizeof term->last;
		length = sizeof term->last;
	}
	if (term->last_length + length > sizeof term->last) {
		size_t kept = sizeof term->last - length;

		memmove(term->last, term->last + term->last_length - kept, kept);
		term->last_length = kept;
	}
	memcpy(term->last + term->last_length, bytes, length);
	term->last_length += length;
}

void term_read(struct term *term)
{
	char bytes[65536];
	ssize_t length;

	while ((length = read(term->master, bytes, sizeof bytes)) > 0) {
		vterm_input_write(term->emulator, bytes, (size_t)length);
		remember(term, bytes, (size_t)length);
		term->bytes += (size_t)length;
	}
	vterm_screen_flush_damage(term->screen);
}

static int put_utf8(char *out, uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

static VTermScreenCell cell_at(struct term *term, int row, int column)
{
	VTermScreenCell cell = {0};

	vterm_screen_get_cell(term->screen, (VTermPos){row, column}, &cell);
	return cell;
}

/* The row as text; *columns, when wanted, receives the column of each byte. */
static const char *row_text(struct term *term, int row, int *columns)
{
	static char text[ROW_BYTES_MOST];
	int length = 0;

	for (int column = 0; column < term->columns && length < ROW_BYTES_MOST - 64;) {
		VTermScreenCell cell = cell_at(term, row, column);
		int start = length;

		if (cell.chars[0] == 0)
			text[length++] = ' ';
		for (int i = 0;
			i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && cell.chars[i] != (uint32_t)-1; i++)
			length += put_utf8(text + length, cell.chars[i]);
		for (int i = start; columns && i < length; i++)
			columns[i] = column;
		column += cell.width > 1 ? cell.width : 1;
	}
	while (length && text[length - 1] == ' ')
		length--;
	text[length] = '\0';
	return text;
}

const char *term_row(struct term *term, int row)
{
	return row_text(term, row, NULL);
}

bool term_row_shows(struct term *term, int row, const char *text)
{
	return strstr(term_row(term, row), text) != NULL;
}

int term_row_of(struct term *term, const char *text)
{
	for (int row = 0; row < term->rows; row++)
		if (term_row_shows(term, row, text))
			return row;
	return -1;
}

bool term_shows(struct term *term, const char *text)
{
	return term_row_of(term, text) >= 0;
}

int term_cursor_row(struct term *term)
{
	VTermPos place;

	vterm_state_get_cursorpos(vterm_obtain_state(term->emulator), &place);
	return place.row;
}

/* Where a text begins on the screen; false when it is not shown. */
static bool find_text(struct term *term, const char *text, int *row, int *column)
{
	static int columns[ROW_BYTES_MOST];
	const char *shown;

	*row = term_row_of(term, text);
	if (*row < 0)
		return false;
	shown = row_text(term, *row, columns);
	*column = columns[strstr(shown, text) - shown];
	return true;
}

static bool press_button(struct term *term, const char *text, int button)
{
	char bytes[256];
	int row, column;

	if (!find_text(term, text, &row, &column))
		return false;
	/* answers to questions of the program, which are not wanted here */
	while (vterm_output_read(term->emulator, bytes, sizeof bytes) > 0)
		;
	vterm_mouse_move(term->emulator, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(term->emulator, button, true, VTERM_MOD_NONE);
	vterm_mouse_button(term->emulator, button, false, VTERM_MOD_NONE);
	send(term, bytes, vterm_output_read(term->emulator, bytes, sizeof bytes));
	return true;
}

bool term_click(struct term *term, const char *text)
{
	return press_button(term, text, 1);
}

bool term_wheel(struct term *term, const char *text, int direction)
{
	return press_button(term, text, direction > 0 ? 5 : 4);
}

const char *term_look_of(struct term *term, const char *text)
{
	static char look[8];
	VTermScreenCell cell;
	int row, column, length = 0;

	if (!find_text(term, text, &row, &column))
		return "";
	cell = cell_at(term, row, column);
	if (cell.attrs.bold)
		look[length++] = 'b';
	if (cell.attrs.underline)
		look[length++] = 'u';
	if (cell.attrs.italic)
		look[length++] = 'i';
	if (cell.attrs.reverse)
		look[length++] = 'r';
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg))
		look[length++] = 'c';
	look[length] = '\0';
	return look;
}

/* ---- golden screens */

static char *screen_text(struct term *term)
{
	size_t size = (size_t)term->rows * ROW_BYTES_MOST / 4 + 64, used = 0;
	char *text = calloc(1, size);

	for (int row = 0; row < term->rows && text; row++)
		used += (size_t)snprintf(text + used, size - used, "%s\n", term_row(term, row));
	return text;
}

static char *file_text(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1 << 20);

	if (file && text)
		text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
	if (file)
		fclose(file);
	return text;
}

static bool write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	bool done = file && fputs(text, file) >= 0;

	if (file)
		done &= fclose(file) == 0;
	return done;
}

static void print_both(const char *name, const char *wanted, const char *got)
{
	fprintf(stderr, "\n%s: rows that differ ('-' expected, '+' shown)\n", name);
	while (*wanted || *got) {
		int want = (int)strcspn(wanted, "\n"), have = (int)strcspn(got, "\n");

		if (want == have && memcmp(wanted, got, (size_t)want) == 0) {
			fprintf(stderr, "  %.*s\n", have, got);
		} else {
			fprintf(stderr, "- %.*s\n+ %.*s\n", want, wanted, have, got);
		}
		wanted += want + (wanted[want] == '\n');
		got += have + (got[have] == '\n');
	}
}

bool term_expect(struct term *term, const char *name)
{
	char path[512];
	char *got = screen_text(term), *wanted;
	bool is_same;

	snprintf(path, sizeof path, SCREENS "%s.txt", name);
	if (getenv("GOLDEN_REWRITE")) {
		is_same = write_file(path, got);
		free(got);
		return is_same;
	}
	wanted = file_text(path);
	is_same = strcmp(wanted, got) == 0;
	if (!is_same)
		print_both(name, wanted, got);
	free(wanted);
	free(got);
	return is_same;
}
