/* settings.h - the settings: one row each with type, range, default and help */
#ifndef DATELINE_CONFIG_SETTINGS_H
#define DATELINE_CONFIG_SETTINGS_H

#include "dateline/base/arena.h"
#include "dateline/base/error.h"

enum hints { HINTS_FULL, HINTS_SHORT, HINTS_OFF };

struct settings {
	int64_t measure; /* cells of a line of text */
	int64_t hints;   /* enum hints */
	int64_t linear;  /* 1: for speech and braille */
	int64_t mouse;   /* 1: the reader is told of clicks and the wheel */
	struct str
		browser; /* program and its arguments; %u stands for the address; empty: xdg-open or open */
	struct str save_folder;   /* where S saves; empty: the directory dateline was started in */
	int64_t refresh_interval; /* minutes, while the reader is open; 0: only when asked */
	int64_t keep_days;        /* of articles that are read and not starred; 0: for ever */
	int64_t keep_articles;    /* the same, newest of each feed; 0: all */
	int64_t workers;          /* threads that parse; 0: none */
};

enum setting_type { SETTING_NUMBER, SETTING_WORD, SETTING_TEXT };

struct setting {
	const char *name;
	enum setting_type type;
	size_t offset;             /* in struct settings */
	int64_t least, most;       /* of a number */
	const char *unit;          /* of a number, or "" */
	const char *words;         /* of a word, in the order of its enum, parted by spaces */
	const char *default_value; /* as it would be written */
	const char *help;          /* one sentence */
};

extern const struct setting settings_table[];
extern const size_t settings_count;

void settings_init(struct settings *settings); /* the defaults */

/* Sets one. Errors, with ERROR_USAGE: no such setting (with the nearest name), a value of the wrong kind, out
 * of range; then nothing has changed. Text is copied to the arena. */
bool settings_set(struct settings *settings, struct str name, struct str value, struct arena *arena,
	struct error *error);

#endif
