/* reading.h - quotations of a text, for the tests */
#ifndef TESTS_QUOTE_READING_H
#define TESTS_QUOTE_READING_H

#include "dateline/quote/quote.h"

struct reading {
	struct arena arena, scratch;
	struct quote_memory memory;
	struct article article;
	struct warnings warnings;
};

/* Finds the quotations of a text; a line is a paragraph. `language` may be NULL. */
void reading_open(struct reading *reading, const char *text, const char *language);
void reading_open_bytes(struct reading *reading, struct str text, struct str language);
void reading_close(struct reading *reading);

/* The quotes as lines: `kind | text | speaker | role | cue | ? when not certain`; absent values are `-`. */
const char *reading_print(struct reading *reading);

/* One quote as the text and its speaker: “text < speaker”. */
const char *reading_speakers(struct reading *reading);

/* A row of a table test: a text, and what reading_speakers must print for it. */
struct reading_row {
	const char *name, *text, *want;
};

void reading_expect_speakers(const struct reading_row *rows, size_t count, const char *language);

/* Finds the quotations of a text that have marks: `want` is their speakers in order, parted by semicolons,
 * `-` where there is none. */
void reading_expect_names(const char *name, const char *text, const char *language, const char *want);

/* The same of what is reported without marks, each as reading_speakers writes it. */
void reading_expect_reports(const char *name, const char *text, const char *language, const char *want);

#endif
