/* tidy.h - UTF-8 from outside as everything above expects it: valid, with \n as line end, without other
 * controls */
#ifndef DATELINE_MARKUP_TIDY_H
#define DATELINE_MARKUP_TIDY_H

#include "dateline/base/warnings.h"

/* Which kinds of bytes occur; one fast pass. */
struct byte_kinds {
	bool has_high;    /* 0x80 and above */
	bool has_control; /* below 0x20 but for \t and \n, or 0x7F */
	bool has_escape;  /* 0x1B, by which ISO-2022 encodings show */
	bool has_c1;      /* C2 and something below A0, which in UTF-8 is U+0080 to U+009F */
	bool is_utf8;
};

struct byte_kinds tidy_survey(struct str bytes);

/* Invalid UTF-8 made valid: a byte alone among ASCII is taken as windows-1252, which is what gets pasted into
 * UTF-8; other faults become U+FFFD. */
struct str tidy_repair_utf8(struct str bytes, struct arena *arena, struct warnings *warnings);

/* `kinds` are those of `text`. \r\n and \r as \n, C1 controls as the windows-1252 characters that were meant,
 * other controls dropped. Gives `text` itself when there is nothing to do. */
struct str tidy_controls(struct str text, struct byte_kinds kinds, struct arena *arena);

#endif
