#include "dateline/base/datetime.h"
#include "datetime_reader.h"

/* ---- ISO 8601 and its kin: the date at the front */

static int64_t days_of_week(int year, int week, int weekday)
{
	int64_t fourth = datetime_days(year, 1, 4);
	int64_t monday = fourth - (fourth + 3) % 7; /* day 0 was a Thursday */

	return monday + (week - 1) * 7 + weekday - 1;
}

static void set_days(struct date *date, int64_t days)
{
	char text[TIME_TEXT_SIZE];
	struct cursor cursor = {datetime_format(days * 86400, text), 0};
	size_t digits;

	date->year = date_read_number(&cursor, 4, &digits);
	cursor.at++;
	date->month = date_read_number(&cursor, 2, &digits);
	cursor.at++;
	date->day = date_read_number(&cursor, 2, &digits);
}

/* "W06-5", "W065", "W06", the cursor behind the W. */
static bool read_week(struct cursor *cursor, int year, struct date *date)
{
	size_t digits;
	int week = date_read_number(cursor, 2, &digits), weekday = 1;

	if (date_peek(cursor, 0) == '-' && ascii_is_digit(date_peek(cursor, 1)))
		cursor->at++;
	if (ascii_is_digit(date_peek(cursor, 0)))
		weekday = date_read_number(cursor, 1, &digits);
	if (week < 1 || weekday < 1 || weekday > 7 || year < YEAR_LEAST ||
		days_of_week(year, week, 1) >= days_of_week(year + 1, 1, 1))
		return false;
	set_days(date, days_of_week(year, week, weekday));
	return true;
}

static bool read_ordinal(struct cursor *cursor, int year, struct date *date)
{
	size_t digits;
	int day = date_read_number(cursor, 3, &digits);

	if (day < 1 || year < YEAR_LEAST || datetime_days(year, 1, day) >= datetime_days(year + 1, 1, 1))
		return false;
	set_days(date, datetime_days(year, 1, 1) + day - 1);
	return true;
}

/* What follows "YYYY-" (or "YY-"): a month and a day, a day of the year, or a week. */
static bool read_after_year(struct cursor *cursor, int year, struct date *date)
{
	size_t digits = date_count_digits(cursor, 0);

	if (date_peek(cursor, 0) == 'W') {
		cursor->at++;
		return read_week(cursor, year, date);
	}
	if (digits == 3 && date_peek(cursor, 3) != '-')
		return read_ordinal(cursor, year, date);
	if (digits == 0 || digits > 3)
		return false;
	date_set(date, year, date_read_number(cursor, 3, &digits), 1);
	if (date_peek(cursor, 0) == '-' && ascii_is_digit(date_peek(cursor, 1)) &&
		date_count_digits(cursor, 1) <= 2 &&
		date_peek(cursor, 1 + date_count_digits(cursor, 1)) != ':') {
		cursor->at++;
		date->day = date_read_number(cursor, 2, &digits);
	}
	return true;
}

/* Figures without separators: YYYY, YYYYDDD, YYYYMMDD, YYMMDD, and with a time of day behind. */
static bool read_compact(struct cursor *cursor, struct date *date)
{
	size_t digits = date_count_digits(cursor, 0), used;
	int year;

	if (digits == 6) {
		year = date_full_year(date_read_number(cursor, 2, &used), 2);
	} else if (digits == 4 || digits == 7 || digits == 8 || digits == 12 || digits == 14) {
		year = date_read_number(cursor, 4, &used);
	} else {
		return false;
	}
	if (digits == 7)
		return read_ordinal(cursor, year, date);
	date_set(date, year, 1, 1);
	if (digits == 4)
		return true;
	date->month = date_read_number(cursor, 2, &used);
	date->day = date_read_number(cursor, 2, &used);
	if (digits > 8)
		date_read_compact_clock(cursor, date);
	return true;
}

/* "-YY-MM" and "-YYMM", which ISO 8601:1988 allowed. */
static bool read_old_month(struct cursor *cursor, struct date *date)
{
	size_t digits;
	int year;

	cursor->at++;
	if (!ascii_is_digit(date_peek(cursor, 0)))
		return false;
	year = date_full_year(date_read_number(cursor, 2, &digits), 2);
	if (date_peek(cursor, 0) == '-')
		cursor->at++;
	date_set(date, year, date_read_number(cursor, 2, &digits), 1);
	return digits == 2;
}

bool date_read_iso(struct cursor *cursor, struct date *date)
{
	size_t digits = date_count_digits(cursor, 0);
	char after = date_peek(cursor, digits), behind = date_peek(cursor, digits + 1);
	int year;

	if (digits == 0 && date_peek(cursor, 0) == '-')
		return read_old_month(cursor, date);
	if (after == '-' && (digits == 4 || digits == 2) && (ascii_is_digit(behind) || behind == 'W')) {
		/* day first: "31-12-2003" */
		if (digits == 2 && date_count_digits(cursor, 6) > 2)
			return false;
		year = date_read_number(cursor, 4, &digits);
		year = date_full_year(year, digits);
		cursor->at++;
		return read_after_year(cursor, year, date);
	}
	if (after == 'W' && digits == 4) {
		year = date_read_number(cursor, 4, &digits);
		cursor->at++;
		return read_week(cursor, year, date);
	}
	/* "2006 …" and "20.10.…" are other shapes */
	return (after == '\0' || after == 'T' || after == 't' || after == 'Z' ||
		       (after == ' ' && digits == 8)) &&
	       read_compact(cursor, date);
}
