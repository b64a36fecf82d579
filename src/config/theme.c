#include "dateline/config/theme.h"

#include <stdlib.h>

const struct theme_role_info theme_roles[ROLE_COUNT] = {
	[ROLE_TEXT] = {"text", "default", "the text of an article, and whatever has no other role"},
	[ROLE_TITLE] = {"title", "bold", "the title at the top of an article"},
	[ROLE_HEADING] = {"heading", "bold", "the heading of a section"},
	[ROLE_META] = {"meta", "cyan", "byline, date, source, counts"},
	[ROLE_QUOTE] = {"quote", "green", "a quotation"},
	[ROLE_QUOTE_FOCUS] = {"quote-focus", "bold green", "the quotation that is selected"},
	[ROLE_SPEAKER] = {"speaker", "bold", "who speaks"},
	[ROLE_CUE] = {"cue", "underline", "the verb that says that somebody speaks"},
	[ROLE_LINK] = {"link", "underline blue", "a link and its number"},
	[ROLE_TAG] = {"tag", "magenta", "a tag"},
	[ROLE_CODE] = {"code", "cyan", "code and preformatted text"},
	[ROLE_RELATED] = {"related", "italic", "a pointer to another article inside the text"},
	[ROLE_UNREAD] = {"unread", "bold", "the headline of an unread article"},
	[ROLE_READ] = {"read", "dim", "the headline of one that is read"},
	[ROLE_STAR] = {"star", "yellow", "the sign of a starred article"},
	[ROLE_FOCUS] = {"focus", "reverse", "the row of the cursor"},
	[ROLE_MATCH] = {"match", "reverse yellow", "what was searched for"},
	[ROLE_BAR] = {"bar", "bold", "the first line"},
	[ROLE_CHIP] = {"chip", "bold magenta", "a filter in the first line"},
	[ROLE_HINT] = {"hint", "dim", "the line of keys at the bottom"},
	[ROLE_KEY] = {"key", "bold", "a key in it"},
	[ROLE_BORDER] = {"border", "dim", "lines between panes and around pop-ups"},
	[ROLE_NOTICE] = {"notice", "bold", "what the program says"},
	[ROLE_ERROR] = {"error", "bold red", "what went wrong"},
};

static const char *const colours[] = {
	"black",
	"red",
	"green",
	"yellow",
	"blue",
	"magenta",
	"cyan",
	"white",
	"bright-black",
	"bright-red",
	"bright-green",
	"bright-yellow",
	"bright-blue",
	"bright-magenta",
	"bright-cyan",
	"bright-white",
};

static const struct {
	const char *name;
	unsigned attribute;
} attributes[] = {
	{"bold", THEME_BOLD},
	{"dim", THEME_DIM},
	{"italic", THEME_ITALIC},
	{"underline", THEME_UNDERLINE},
	{"reverse", THEME_REVERSE},
};

/* ---- reading */

static bool read_hexadecimal(struct str word, int *colour)
{
	int value = 0;

	if (word.length != 7 || word.data[0] != '#')
		return false;
	for (size_t i = 1; i < word.length; i++) {
		char c = ascii_lower(word.data[i]);

		if (!ascii_is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		value = value * 16 + (ascii_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	*colour = THEME_TRUE_COLOUR + value;
	return true;
}

static bool read_colour(struct str word, int *colour)
{
	int64_t number;

	for (size_t i = 0; i < COUNT_OF(colours); i++) {
		if (str_equal(word, str_from(colours[i]))) {
			*colour = (int)i;
			return true;
		}
	}
	if (str_equal(word, STR("default"))) {
		*colour = THEME_DEFAULT_COLOUR;
		return true;
	}
	if (str_to_int64(word, &number) && number >= 0 && number < 256) {
		*colour = (int)number;
		return true;
	}
	return read_hexadecimal(word, colour);
}

static bool read_attribute(struct str word, struct theme_style *style)
{
	for (size_t i = 0; i < COUNT_OF(attributes); i++) {
		if (str_equal(word, str_from(attributes[i].name))) {
			style->attributes |= attributes[i].attribute;
			return true;
		}
	}
	return str_equal(word, STR("none"));
}

static bool read_style(struct str value, struct theme_style *style, struct error *error)
{
	int *colour = &style->foreground;
	struct str word;

	*style = (struct theme_style){THEME_DEFAULT_COLOUR, THEME_DEFAULT_COLOUR, 0};
	while (str_next(&value, ' ', &word)) {
		if (str_is_empty(word))
			continue;
		if (str_equal(word, STR("on")))
			colour = &style->background;
		else if (!read_attribute(word, style) && !read_colour(word, colour))
			return fail(error, ERROR_USAGE, 0,
				"\"%.*s\" is no colour or attribute; write e.g. bold red on white, italic 208, #5f87af",
				STR_ARG(word));
	}
	return true;
}

bool theme_set(struct theme *theme, struct str role, struct str value, struct error *error)
{
	struct theme_style style;

	for (size_t i = 0; i < ROLE_COUNT; i++) {
		if (!str_equal(role, str_from(theme_roles[i].name)))
			continue;
		if (!read_style(value, &style, error))
			return false;
		theme->styles[i] = style;
		return true;
	}
	return fail(error, ERROR_USAGE, 0, "there is no role \"%.*s\"; dateline-config(5) lists them",
		STR_ARG(role));
}

void theme_init(struct theme *theme)
{
	for (size_t i = 0; i < ROLE_COUNT; i++)
		read_style(str_from(theme_roles[i].default_value), &theme->styles[i], NULL);
}

/* ---- what the terminal cannot show */

/* The colours of xterm: 16 by name, a cube of 6 x 6 x 6, 24 greys. */
static int colour_value(int colour)
{
	static const int steps[] = {0, 95, 135, 175, 215, 255};
	static const int named[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd,
		0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
	int cube = colour - 16;

	if (colour < 16)
		return named[colour];
	if (colour < 232)
		return steps[cube / 36] << 16 | steps[cube / 6 % 6] << 8 | steps[cube % 6];
	return (8 + 10 * (colour - 232)) * 0x010101;
}

static int distance(int a, int b)
{
	int red = (a >> 16) - (b >> 16), green = (a >> 8 & 0xff) - (b >> 8 & 0xff),
	    blue = (a & 0xff) - (b & 0xff);

	return red * red * 3 + green * green * 4 + blue * blue * 2;
}

int theme_nearest(int colour, int count)
{
	int wanted, best = 0;

	if (colour < count)
		return colour;
	wanted = colour >= THEME_TRUE_COLOUR ? colour - THEME_TRUE_COLOUR : colour_value(colour);
	for (int i = 1; i < count && i < 256; i++)
		if (distance(colour_value(i), wanted) < distance(colour_value(best), wanted))
			best = i;
	return best;
}
