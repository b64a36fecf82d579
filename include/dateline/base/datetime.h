/* datetime.h - dates as feeds write them, and times as machines and people read them */
#ifndef DATELINE_BASE_DATETIME_H
#define DATELINE_BASE_DATETIME_H

#include "dateline/base/arena.h"

#define TIME_NONE INT64_MIN /* no time is known; never 0, which is a real second */
#define TIME_TEXT_SIZE 32

/* Reads one date: RFC 822, RFC 3339, ISO 8601, asctime, and the slips feeds make (two-digit years, "GMT+1",
 * names of months in full and in other languages, …).
 *   text     untrusted UTF-8, need not end in NUL
 *   returns  seconds since 1970-01-01T00:00:00Z, or TIME_NONE when no date could be read
 * No zone means UTC: the local time zone never matters. */
int64_t datetime_parse(struct str text);

/* "2025-09-01T08:00:00Z" (RFC 3339 section 5.6). */
struct str datetime_format(int64_t time, char text[TIME_TEXT_SIZE]);

/* "2025-09-01 08:00" in the local time zone. */
struct str datetime_local(int64_t time, struct arena *arena);

/* Days since 1970-01-01 of a date of the proleptic Gregorian calendar; month and day from 1. */
int64_t datetime_days(int year, int month, int day);

#endif
