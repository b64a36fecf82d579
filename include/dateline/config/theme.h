/* theme.h - what things look like: roles and their attributes */
#ifndef DATELINE_CONFIG_THEME_H
#define DATELINE_CONFIG_THEME_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

enum theme_role {
	ROLE_TEXT,
	ROLE_TITLE,   /* of an article at its top */
	ROLE_HEADING, /* of a section */
	ROLE_META,    /* byline, date, source */
	ROLE_QUOTE,
	ROLE_QUOTE_FOCUS, /* the quotation that is selected */
	ROLE_SPEAKER,
	ROLE_CUE,
	ROLE_LINK,
	ROLE_TAG,
	ROLE_CODE,
	ROLE_RELATED,
	ROLE_UNREAD, /* a headline */
	ROLE_READ,
	ROLE_STAR,
	ROLE_FOCUS, /* the row of the cursor */
	ROLE_MATCH, /* what was searched for */
	ROLE_BAR,   /* first line */
	ROLE_CHIP,  /* a filter in it */
	ROLE_HINT,
	ROLE_KEY, /* in a hint */
	ROLE_BORDER,
	ROLE_NOTICE,
	ROLE_ERROR,
	ROLE_COUNT,
};

enum theme_attribute {
	THEME_BOLD = 1,
	THEME_DIM = 2,
	THEME_ITALIC = 4,
	THEME_UNDERLINE = 8,
	THEME_REVERSE = 16,
};

#define THEME_DEFAULT_COLOUR -1     /* the terminal's own */
#define THEME_TRUE_COLOUR 0x1000000 /* added to 0xRRGGBB */

struct theme_style {
	int foreground, background; /* THEME_DEFAULT_COLOUR, 0-255, or THEME_TRUE_COLOUR + 0xRRGGBB */
	unsigned attributes;        /* of enum theme_attribute */
};

struct theme {
	struct theme_style styles[ROLE_COUNT];
};

struct theme_role_info {
	const char *name, *default_value, *help;
};

extern const struct theme_role_info theme_roles[ROLE_COUNT];

void theme_init(struct theme *theme); /* 16 colours, readable on dark and on light */

/* Sets one role: "bold red on white", "italic 208", "#5f87af", "default", "none". Errors name the word that
 * is not understood; then nothing has changed. */
bool theme_set(struct theme *theme, struct str role, struct str value, struct error *error);

/* The nearest of the 16, or of the 256, to a colour that the terminal cannot show. */
int theme_nearest(int colour, int colours);

#endif
