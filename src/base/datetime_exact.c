#include "datetime_reader.h"

#include <string.h>

/* The two forms that nearly all feeds write, "2026-11-01T00:00:00Z" and "Sun, 01 Nov 2026 00:00:00 GMT", by
 * the places of their parts: a fifteenth of the work that it takes to read them as if they were in any form.
 * What differs in anything is left to that. */

/* The number of `count` digits at a place, or -1. */
static int number_at(struct str text, size_t at, size_t count)
{
	int number = 0;

	for (size_t i = at; i < at + count; i++) {
		if (!ascii_is_digit(text.data[i]))
			return -1;
		number = number * 10 + (text.data[i] - '0');
	}
	return number;
}

/* "hh:mm:ss" at a place. */
static bool read_clock(struct str text, size_t at, struct date *date)
{
	date->hour = number_at(text, at, 2);
	date->minute = number_at(text, at + 3, 2);
	date->second = number_at(text, at + 6, 2);
	date->has_time = true;
	return text.data[at + 2] == ':' && text.data[at + 5] == ':' && date->hour >= 0 && date->hour < 24 &&
	       date->minute >= 0 && date->minute < 60 && date->second >= 0 && date->second < 60;
}

/* "Z", "GMT", "+hhmm" and "+hh:mm", which are all that is left of the text. */
static bool read_zone(struct str zone, struct date *date)
{
	int hours, minutes;

	date->has_zone = true;
	if (str_equal(zone, STR("Z")) || str_equal(zone, STR("GMT")))
		return true;
	if ((zone.length != 5 && zone.length != 6) || (zone.data[0] != '+' && zone.data[0] != '-') ||
		(zone.length == 6 && zone.data[3] != ':'))
		return false;
	hours = number_at(zone, 1, 2);
	minutes = number_at(zone, zone.length - 2, 2);
	date->zone = (zone.data[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
	return hours >= 0 && hours <= 12 && minutes >= 0 && minutes < 60;
}

static int month_at(struct str text, size_t at)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	for (int month = 0; month < 12; month++)
		if (memcmp(text.data + at, months + 3 * month, 3) == 0)
			return month + 1;
	return -1;
}

static bool has_weekday(struct str text)
{
	static const char weekdays[] = "SunMonTueWedThuFriSat";

	for (int day = 0; day < 7; day++)
		if (memcmp(text.data, weekdays + 3 * day, 3) == 0)
			return true;
	return false;
}

static bool read_3339(struct str text, struct date *date)
{
	if (text.length < 20 || text.length > 25 || text.data[4] != '-' || text.data[7] != '-' ||
		text.data[10] != 'T')
		return false;
	date_set(date, number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2));
	return read_clock(text, 11, date) && read_zone(str_from_offset(text, 19), date);
}

static bool read_822(struct str text, struct date *date)
{
	if (text.length < 29 || text.length > 31 || memcmp(text.data + 3, ", ", 2) != 0 ||
		text.data[7] != ' ' || text.data[11] != ' ' || text.data[16] != ' ' || text.data[25] != ' ' ||
		!has_weekday(text))
		return false;
	date_set(date, number_at(text, 12, 4), month_at(text, 8), number_at(text, 5, 2));
	return read_clock(text, 17, date) && read_zone(str_from_offset(text, 26), date);
}

bool date_read_exact(struct str text, struct date *date)
{
	return read_3339(text, date) || read_822(text, date);
}
