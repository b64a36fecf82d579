/* datetime_reader.h - a date on the way from its text, shared by the files datetime*.c */
#ifndef DATELINE_BASE_DATETIME_READER_H
#define DATELINE_BASE_DATETIME_READER_H

#include "dateline/base/str.h"

#define YEAR_LEAST 1583 /* the calendar begins; earlier years are zeroes and slips */
#define YEAR_MOST 9999

struct date {
	int year, month, day; /* -1 while unknown */
	int hour, minute, second;
	int zone;    /* minutes east of UTC */
	int half;    /* -1, 0 before noon, 12 after */
	int weekday; /* -1, 0 Sunday to 6 */
	int loose;   /* -1, a number behind the date, before it is known what it counts */
	bool has_time, has_zone, is_korean;
	bool is_iso; /* the date is complete; what comes is time and zone */
	bool is_year_first;
	int numbers[3]; /* of a date in figures alone whose parts are not told apart yet */
	size_t number_count;
};

struct cursor {
	struct str text;
	size_t at;
};

/* RFC 5322 section 4.3, with the century of people who are alive; three digits count from 1900, as programs
 * do that add no century. */
int date_full_year(int year, size_t digits);

/* `text` with its digits written 0 to 9, and without the marks that only say in which direction to write. The
 * copy is made in `out`, which has room for the length of the text; most texts need none. */
struct str date_plain(struct str text, char *out);

char date_peek(const struct cursor *cursor, size_t ahead); /* NUL past the end */
size_t date_count_digits(const struct cursor *cursor, size_t from);

/* Up to `most` digits; *digits receives how many there were. */
int date_read_number(struct cursor *cursor, size_t most, size_t *digits);

void date_read_clock(struct cursor *cursor, struct date *date); /* "hh:mm[:ss[.fraction]]" */
void date_read_compact_clock(
	struct cursor *cursor, struct date *date); /* "hhmm[ss]", as ISO 8601 has it behind a T */
void date_read_offset(struct cursor *cursor, int sign, struct date *date); /* "hh", "hmm", "hhmm", "hh:mm" */
void date_set(struct date *date, int year, int month, int day);

/* A date in one of the two forms that nearly all have, whole: false, with the date anywhere, for all others.
 * It may still be one that the calendar has not. */
bool date_read_exact(struct str text, struct date *date);

/* The date of ISO 8601 or its kin at the front; false when there is none, with the cursor anywhere. */
bool date_read_iso(struct cursor *cursor, struct date *date);

/* One word, number, sign or comment of a date in any order; false when this can be no date. */
bool date_read_piece(struct cursor *cursor, struct date *date);

#endif
