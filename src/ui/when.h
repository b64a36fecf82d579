/* when.h - times as people read them */
#ifndef DATELINE_UI_WHEN_H
#define DATELINE_UI_WHEN_H

#include "dateline/base/str.h"

#define WHEN_SIZE 32
#define WHEN_COLUMNS 7 /* at most, of when_short */
#define WHEN_COLUMNS_WIDE 10

/* "09:14" today, "Sun" within a week, "1 Sep" this year; before, "2024-09", or "2024-09-30" where there are
 * WHEN_COLUMNS_WIDE. In the local time zone. TIME_NONE gives "". */
struct str when_short(int64_t time, int64_t now, int columns, char text[WHEN_SIZE]);

struct str when_date(int64_t time, char text[WHEN_SIZE]); /* "1 Sep 2025" */
struct str when_full(int64_t time, char text[WHEN_SIZE]); /* "Mon 1 Sep 2025, 09:14" */

/* A number with commas between thousands. */
struct str number_grouped(int64_t number, char text[WHEN_SIZE]);

#endif
