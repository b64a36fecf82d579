#include "dateline/base/utf8.h"
#include "dateline/config/keymap.h"

/* The first name of a code is the one that is printed. */
static const struct {
	const char *name;
	uint32_t code;
} names[] = {
	{"Enter", KEYCODE_ENTER},
	{"Return", KEYCODE_ENTER},
	{"Tab", KEYCODE_TAB},
	{"Esc", KEYCODE_ESC},
	{"Space", KEYCODE_SPACE},
	{"Backspace", KEYCODE_BACKSPACE},
	{"Up", KEYCODE_UP},
	{"Down", KEYCODE_DOWN},
	{"Left", KEYCODE_LEFT},
	{"Right", KEYCODE_RIGHT},
	{"Home", KEYCODE_HOME},
	{"End", KEYCODE_END},
	{"PageUp", KEYCODE_PAGE_UP},
	{"PgUp", KEYCODE_PAGE_UP},
	{"PageDown", KEYCODE_PAGE_DOWN},
	{"PgDn", KEYCODE_PAGE_DOWN},
	{"Insert", KEYCODE_INSERT},
	{"Delete", KEYCODE_DELETE},
	{"Shift-Tab", KEYCODE_SHIFT_TAB},
	{"S-Tab", KEYCODE_SHIFT_TAB},
	{"lt", '<'},
};

static bool find_function_key(struct str name, uint32_t *code)
{
	int64_t number;

	if (name.length < 2 || ascii_lower(name.data[0]) != 'f' ||
		!str_to_int64(str_from_offset(name, 1), &number) || number < 1 || number > 12)
		return false;
	*code = KEYCODE_F1 + (uint32_t)number - 1;
	return true;
}

static bool find_name(struct str name, uint32_t *code)
{
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (str_equal_nocase(name, str_from(names[i].name))) {
			*code = names[i].code;
			return true;
		}
	}
	return find_function_key(name, code);
}

/* ^X is what Ctrl and X type; a ^ that no letter follows is itself. */
static bool read_control(struct str text, size_t at, uint32_t *code)
{
	char c;

	if (text.data[at] != '^' || at + 1 >= text.length)
		return false;
	c = text.data[at + 1];
	if (ascii_is_alpha(c))
		*code = (uint32_t)(ascii_lower(c) - 'a' + 1);
	else if (c == '\\' || c == ']' || c == '_' || c == '@')
		*code = (uint32_t)c & 0x1f;
	else
		return false;
	return true;
}

/* <Name>; a < that begins no name is itself. */
static bool read_name(struct str text, size_t at, size_t *length, uint32_t *code, struct error *error)
{
	size_t close = str_find_char(text, '>', at);
	struct str name;

	*length = 0;
	if (text.data[at] != '<' || close == STR_NPOS || close == at + 1)
		return true;
	name = str_slice(text, at + 1, close);
	if (!ascii_is_alpha(name.data[0]))
		return true;
	if (!find_name(name, code))
		return fail(error, ERROR_USAGE, 0,
			"there is no key <%.*s>; names are like <Enter>, <PageDown>, <F5>", STR_ARG(name));
	*length = close + 1 - at;
	return true;
}

bool keys_parse(struct str text, struct keys *keys, struct error *error)
{
	*keys = (struct keys){0};
	if (str_is_empty(text))
		return fail(error, ERROR_USAGE, 0, "a key is missing");
	for (size_t at = 0, length; at < text.length; at += length) {
		uint32_t code = 0;

		if (keys->count == KEYS_MOST)
			return fail(error, ERROR_USAGE, 0, "%.*s are more than %d keys", STR_ARG(text),
				KEYS_MOST);
		if (!read_name(text, at, &length, &code, error))
			return false;
		if (length == 0 && read_control(text, at, &code))
			length = 2;
		else if (length == 0)
			code = utf8_decode(text, at, &length);
		keys->codes[keys->count++] = code;
	}
	return true;
}

static void print_code(uint32_t code, struct buffer *out)
{
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		if (names[i].code == code && code != '<') {
			buffer_printf(out, "<%s>", names[i].name);
			return;
		}
	}
	if (code >= KEYCODE_F1 && code <= KEYCODE_F12)
		buffer_printf(out, "<F%u>", code - KEYCODE_F1 + 1);
	else if (code < 0x20)
		buffer_printf(out, "^%c", (char)(code + '@'));
	else
		buffer_add_codepoint(out, code);
}

void keys_print(const struct keys *keys, struct buffer *out)
{
	for (size_t i = 0; i < keys->count; i++) {
		/* "<" is written by its name when what follows could be read as one */
		if (keys->codes[i] == '<' && i + 1 < keys->count)
			buffer_add(out, STR("<lt>"));
		else
			print_code(keys->codes[i], out);
	}
}
