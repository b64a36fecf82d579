/* warnings.h - what was repaired on the way: repaired is not failed, and never silent */
#ifndef DATELINE_BASE_WARNINGS_H
#define DATELINE_BASE_WARNINGS_H

#include "dateline/base/arena.h"

struct warnings {
	struct arena *arena; /* owns the texts */
	struct str_list list;
	size_t left_out; /* how many came after WARNINGS_MOST */
	size_t tried;    /* all, those said before too */
	bool is_cut;     /* the end is missing, or was left out: more may have stood there */
};

void warnings_init(struct warnings *warnings, struct arena *arena);

/* Adds one sentence, without line end; " (line N)" is added when `line` is not 0. The same sentence is
 * kept once. `warnings` may be NULL: then nobody wants to know. */
void warnings_add(struct warnings *warnings, unsigned line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Notes that the end is missing; `warnings` may be NULL. */
static inline void warnings_cut(struct warnings *warnings)
{
	if (warnings)
		warnings->is_cut = true;
}

/* Adds the sentence about those left out, if any; call it once, when the source is done. */
void warnings_close(struct warnings *warnings);

#endif
