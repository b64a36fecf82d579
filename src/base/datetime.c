#include "dateline/base/datetime.h"
#include "datetime_reader.h"

#include <stdio.h>

#define TEXT_MOST 200   /* a date that is longer is none */
#define KOREAN_ZONE 540 /* times in Korean words are Korean time, whatever they leave out */

int64_t datetime_days(int year, int month, int day)
{
	int64_t y = month <= 2 ? (int64_t)year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* Two figures: printf takes 3,000 instructions for a date. */
static char *write_two(char *out, int number, char after)
{
	out[0] = (char)('0' + number / 10);
	out[1] = (char)('0' + number % 10);
	out[2] = after;
	return out + 3;
}

struct str datetime_format(int64_t time, char text[TIME_TEXT_SIZE])
{
	int64_t days = time / 86400, second = time % 86400, era, day_of_era, year_of_era, day_of_year,
		shifted, year;
	int month, day, length;
	char *out = text;

	if (second < 0) {
		second += 86400;
		days--;
	}
	days += 719468;
	era = (days >= 0 ? days : days - 146096) / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	shifted = (5 * day_of_year + 2) / 153;
	year = year_of_era + era * 400 + (shifted >= 10);
	month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
	day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
	if (year < 0 || year > YEAR_MOST) {
		length = snprintf(text, TIME_TEXT_SIZE, "%04lld-%02d-%02dT%02d:%02d:%02dZ", (long long)year,
			month, day, (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
		return (struct str){text, length > 0 && length < TIME_TEXT_SIZE ? (size_t)length : 0};
	}
	out = write_two(out, (int)year / 100, '\0') - 1;
	out = write_two(out, (int)year % 100, '-');
	out = write_two(out, month, '-');
	out = write_two(out, day, 'T');
	out = write_two(out, (int)(second / 3600), ':');
	out = write_two(out, (int)(second / 60 % 60), ':');
	out = write_two(out, (int)(second % 60), 'Z');
	return (struct str){text, (size_t)(out - text)};
}

/* ---- what is known of the date */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static bool is_date(int year, int month, int day)
{
	return year >= YEAR_LEAST && year <= YEAR_MOST && month >= 1 && month <= 12 && day >= 1 &&
	       day <= days_in_month(year, month);
}

static int64_t to_seconds(const struct date *date)
{
	int hour = date->hour;
	int day = date->day < 0 ? 1 : date->day;

	if (date->half >= 0 && hour >= 1 && hour <= 12)
		hour = hour % 12 + date->half;
	if (date->month < 0 || !is_date(date->year, date->month, day))
		return TIME_NONE;
	if (hour > 24 || (hour == 24 && (date->minute || date->second)) || date->minute > 59 ||
		date->second > 60)
		return TIME_NONE;
	return datetime_days(date->year, date->month, day) * 86400 + hour * 3600 + date->minute * 60 +
	       date->second -
	       (date->has_zone                             ? date->zone
		       : date->is_korean && date->has_time ? KOREAN_ZONE
							   : 0) *
		       60;
}

static void skip_blanks(struct cursor *cursor)
{
	while (ascii_is_space(date_peek(cursor, 0)))
		cursor->at++;
}

/* Day and month in figures alone: the weekday tells which is which, else the day comes first. */
static void settle_numbers(struct date *date)
{
	int day = date->numbers[0], month = date->numbers[1];

	if (date->number_count == 3)
		date->year = date->numbers[2];
	else if (date->number_count != 2 || date->month >= 0 || date->year < 0)
		return;
	if (date->is_year_first) {
		day = date->numbers[1];
		month = date->numbers[0];
	}
	if (month > 12 ||
		(date->weekday >= 0 && is_date(date->year, day, month) && month <= 12 &&
			(datetime_days(date->year, day, month) + 4) % 7 == date->weekday &&
			!(is_date(date->year, month, day) &&
				(datetime_days(date->year, month, day) + 4) % 7 == date->weekday))) {
		day = date->numbers[1];
		month = date->numbers[0];
	}
	date->day = day;
	date->month = month;
}

/* Seconds since 1970, thousandths or millionths, told apart by how many digits there are; a fraction is cut.
 */
static bool read_unix(struct str text, int64_t *seconds)
{
	struct str whole = str_slice(text, 0, str_find_char(text, '.', 0));
	int64_t number, ignored;

	if (whole.length != 9 && whole.length != 10 && whole.length != 13 && whole.length != 16)
		return false;
	if (!str_to_int64(whole, &number) || number < 0 ||
		(whole.length < text.length &&
			!str_to_int64(str_slice(text, whole.length + 1, whole.length + 16), &ignored)))
		return false;
	*seconds = whole.length == 16 ? number / 1000000 : whole.length == 13 ? number / 1000 : number;
	return true;
}

static const struct date nothing_known = {
	.year = -1, .month = -1, .day = -1, .half = -1, .weekday = -1, .loose = -1};

int64_t datetime_parse(struct str text)
{
	struct date date = nothing_known;
	char plain[TEXT_MOST];
	struct cursor cursor = {str_trim(text), 0};
	int64_t seconds;

	if (cursor.text.length == 0 || cursor.text.length > TEXT_MOST)
		return TIME_NONE;
	if (date_read_exact(cursor.text, &date) && is_date(date.year, date.month, date.day))
		return to_seconds(&date);
	date = nothing_known;
	cursor.text = date_plain(cursor.text, plain);
	if (read_unix(cursor.text, &seconds))
		return seconds;
	date.is_iso = date_read_iso(&cursor, &date);
	if (!date.is_iso) {
		cursor.at = 0;
		date.year = date.month = date.day = -1;
	}
	skip_blanks(&cursor);
	while (cursor.at < cursor.text.length)
		if (!date_read_piece(&cursor, &date))
			return TIME_NONE;
	settle_numbers(&date);
	return to_seconds(&date);
}
