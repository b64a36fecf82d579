#include "dateline/base/datetime.h"
#include "datetime_names.h"

#include <stdio.h>

#define TEXT_MOST 200 /* a date that is longer is none */
#define WORD_MOST 48
#define YEAR_LEAST 1583 /* the calendar begins; earlier years are zeroes and slips */
#define YEAR_MOST 9999
#define KOREAN_ZONE 540 /* dates in Korean words are Korean time, whatever they leave out */

int64_t datetime_days(int year, int month, int day)
{
	int64_t y = month <= 2 ? (int64_t)year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

struct str datetime_format(int64_t time, char text[TIME_TEXT_SIZE])
{
	int64_t days = time / 86400, second = time % 86400, era, day_of_era, year_of_era, day_of_year, shifted;
	int length;

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
	length = snprintf(text, TIME_TEXT_SIZE, "%04lld-%02d-%02dT%02d:%02d:%02dZ",
	                  (long long)(year_of_era + era * 400 + (shifted >= 10)),
	                  (int)(shifted < 10 ? shifted + 3 : shifted - 9), (int)(day_of_year - (153 * shifted + 2) / 5 + 1),
	                  (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
	return (struct str){text, length > 0 && length < TIME_TEXT_SIZE ? (size_t)length : 0};
}

/* ---- what is known of the date */

struct date {
	int year, month, day; /* -1 while unknown */
	int hour, minute, second;
	int zone;    /* minutes east of UTC */
	int half;    /* -1, 0 before noon, 12 after */
	int weekday; /* -1, 0 Sunday to 6 */
	bool has_time, has_zone, is_korean;
	bool is_iso; /* the date is complete; what comes is time and zone */
	bool is_year_first;
	int numbers[3]; /* of a date in figures alone whose parts are not told apart yet */
	size_t number_count;
};

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

/* RFC 2822 section 4.3, with the century of people who are alive. */
static int full_year(int year, size_t digits)
{
	return digits > 2 ? year : year < 69 ? 2000 + year : 1900 + year;
}

static int64_t to_seconds(const struct date *date)
{
	int hour = date->hour;
	int day = date->day < 0 ? 1 : date->day;

	if (date->half >= 0 && hour >= 1 && hour <= 12)
		hour = hour % 12 + date->half;
	if (date->month < 0 || !is_date(date->year, date->month, day))
		return TIME_NONE;
	if (hour > 24 || (hour == 24 && (date->minute || date->second)) || date->minute > 59 || date->second > 60)
		return TIME_NONE;
	return datetime_days(date->year, date->month, day) * 86400 + hour * 3600 + date->minute * 60 + date->second -
	       (date->has_zone ? date->zone : date->is_korean ? KOREAN_ZONE : 0) * 60;
}

/* ---- reading figures */

struct cursor {
	struct str text;
	size_t at;
};

static char peek(const struct cursor *cursor, size_t ahead)
{
	return cursor->at + ahead < cursor->text.length ? cursor->text.data[cursor->at + ahead] : '\0';
}

static size_t count_digits(const struct cursor *cursor, size_t from)
{
	size_t count = 0;

	while (ascii_is_digit(peek(cursor, from + count)))
		count++;
	return count;
}

/* Up to `most` digits; *digits receives how many there were. */
static int read_number(struct cursor *cursor, size_t most, size_t *digits)
{
	int number = 0;

	for (*digits = 0; *digits < most && ascii_is_digit(peek(cursor, 0)); ++*digits, cursor->at++)
		number = number < 100000000 ? number * 10 + (peek(cursor, 0) - '0') : number;
	return number;
}

static void skip_blanks(struct cursor *cursor)
{
	while (ascii_is_space(peek(cursor, 0)))
		cursor->at++;
}

static void skip_digits(struct cursor *cursor)
{
	cursor->at += count_digits(cursor, 0);
}

/* "hh:mm[:ss[.fraction]]", the cursor on its first digit. */
static void read_clock(struct cursor *cursor, struct date *date)
{
	size_t digits;

	date->hour = read_number(cursor, 2, &digits);
	cursor->at++;
	date->minute = read_number(cursor, 2, &digits);
	date->second = 0;
	if (peek(cursor, 0) == ':' && ascii_is_digit(peek(cursor, 1))) {
		cursor->at++;
		date->second = read_number(cursor, 2, &digits);
		if ((peek(cursor, 0) == '.' || peek(cursor, 0) == ',' || peek(cursor, 0) == ':') && ascii_is_digit(peek(cursor, 1))) {
			cursor->at++;
			skip_digits(cursor);
		}
	}
	date->has_time = true;
}

/* "hhmm[ss]", as ISO 8601 has it behind a T. */
static void read_compact_clock(struct cursor *cursor, struct date *date)
{
	size_t digits;

	date->hour = read_number(cursor, 2, &digits);
	date->minute = read_number(cursor, 2, &digits);
	date->second = read_number(cursor, 2, &digits);
	if (peek(cursor, 0) == '.') {
		cursor->at++;
		skip_digits(cursor);
	}
	date->has_time = true;
}

/* "+hh", "+hmm", "+hhmm", "+hh:mm", the cursor on the sign; adds to the zone that a name gave ("GMT+1"). */
static void read_offset(struct cursor *cursor, struct date *date)
{
	int sign = peek(cursor, 0) == '-' ? -1 : 1, hours, minutes = 0;
	size_t digits;

	cursor->at++;
	hours = read_number(cursor, 4, &digits);
	if (digits > 2) {
		minutes = hours % 100;
		hours /= 100;
	} else if (peek(cursor, 0) == ':' && ascii_is_digit(peek(cursor, 1))) {
		cursor->at++;
		minutes = read_number(cursor, 2, &digits);
	}
	if (hours > 23 || minutes > 59)
		return;
	date->zone = sign * (hours * 60 + minutes);
	date->has_zone = true;
}

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

	date->year = read_number(&cursor, 4, &digits);
	cursor.at++;
	date->month = read_number(&cursor, 2, &digits);
	cursor.at++;
	date->day = read_number(&cursor, 2, &digits);
}

static void set_date(struct date *date, int year, int month, int day)
{
	date->year = year;
	date->month = month;
	date->day = day;
}

/* "W06-5", "W065", "W06", the cursor behind the W. */
static bool read_week(struct cursor *cursor, int year, struct date *date)
{
	size_t digits;
	int week = read_number(cursor, 2, &digits), weekday = 1;

	if (peek(cursor, 0) == '-' && ascii_is_digit(peek(cursor, 1)))
		cursor->at++;
	if (ascii_is_digit(peek(cursor, 0)))
		weekday = read_number(cursor, 1, &digits);
	if (week < 1 || week > 53 || weekday < 1 || weekday > 7 || year < YEAR_LEAST)
		return false;
	set_days(date, days_of_week(year, week, weekday));
	return true;
}

static bool read_ordinal(struct cursor *cursor, int year, struct date *date)
{
	size_t digits;
	int day = read_number(cursor, 3, &digits);

	if (day < 1 || day > 366 || year < YEAR_LEAST)
		return false;
	set_days(date, datetime_days(year, 1, 1) + day - 1);
	return true;
}

/* What follows "YYYY-" (or "YY-"): a month and a day, a day of the year, or a week. */
static bool read_after_year(struct cursor *cursor, int year, struct date *date)
{
	size_t digits = count_digits(cursor, 0);

	if (peek(cursor, 0) == 'W') {
		cursor->at++;
		return read_week(cursor, year, date);
	}
	if (digits == 3 && peek(cursor, 3) != '-')
		return read_ordinal(cursor, year, date);
	if (digits == 0 || digits > 3)
		return false;
	set_date(date, year, read_number(cursor, 3, &digits), 1);
	if (peek(cursor, 0) == '-' && ascii_is_digit(peek(cursor, 1)) && count_digits(cursor, 1) <= 2 &&
	    peek(cursor, 1 + count_digits(cursor, 1)) != ':') {
		cursor->at++;
		date->day = read_number(cursor, 2, &digits);
	}
	return true;
}

/* Figures without separators: YYYY, YYYYDDD, YYYYMMDD, YYMMDD, and with a time of day behind. */
static bool read_compact(struct cursor *cursor, struct date *date)
{
	size_t digits = count_digits(cursor, 0), used;
	int year;

	if (digits == 6) {
		year = full_year(read_number(cursor, 2, &used), 2);
	} else if (digits == 4 || digits == 7 || digits == 8 || digits == 12 || digits == 14) {
		year = read_number(cursor, 4, &used);
	} else {
		return false;
	}
	if (digits == 7)
		return read_ordinal(cursor, year, date);
	set_date(date, year, 1, 1);
	if (digits == 4)
		return true;
	date->month = read_number(cursor, 2, &used);
	date->day = read_number(cursor, 2, &used);
	if (digits > 8)
		read_compact_clock(cursor, date);
	return true;
}

/* "-YY-MM" and "-YYMM", which ISO 8601:1988 allowed. */
static bool read_old_month(struct cursor *cursor, struct date *date)
{
	size_t digits;
	int year;

	cursor->at++;
	if (!ascii_is_digit(peek(cursor, 0)))
		return false;
	year = full_year(read_number(cursor, 2, &digits), 2);
	if (peek(cursor, 0) == '-')
		cursor->at++;
	set_date(date, year, read_number(cursor, 2, &digits), 1);
	return digits == 2;
}

static bool read_iso_date(struct cursor *cursor, struct date *date)
{
	size_t digits = count_digits(cursor, 0);
	char after = peek(cursor, digits), behind = peek(cursor, digits + 1);
	int year;

	if (digits == 0 && peek(cursor, 0) == '-')
		return read_old_month(cursor, date);
	if (after == '-' && (digits == 4 || digits == 2) && (ascii_is_digit(behind) || behind == 'W')) {
		/* day first: "31-12-2003" */
		if (digits == 2 && count_digits(cursor, 6) > 2)
			return false;
		year = read_number(cursor, 4, &digits);
		year = full_year(year, digits);
		cursor->at++;
		return read_after_year(cursor, year, date);
	}
	if (after == 'W' && digits == 4) {
		year = read_number(cursor, 4, &digits);
		cursor->at++;
		return read_week(cursor, year, date);
	}
	/* "2006 …" and "20.10.…" are other shapes */
	return (after == '\0' || after == 'T' || after == 't' || after == 'Z') && read_compact(cursor, date);
}

/* ---- everything else: words and figures in any order */

static bool read_numeric_date(struct cursor *cursor, struct date *date, int first, size_t first_digits)
{
	char separator = peek(cursor, 0);
	struct cursor saved = *cursor;
	size_t second_digits, third_digits;
	int second, third;

	cursor->at++;
	second = read_number(cursor, 2, &second_digits);
	if (second_digits == 0 || peek(cursor, 0) != separator || !ascii_is_digit(peek(cursor, 1))) {
		*cursor = saved;
		return false;
	}
	cursor->at++;
	third = read_number(cursor, 4, &third_digits);
	if (first_digits == 4) {
		set_date(date, first, second, third);
		return true;
	}
	date->numbers[0] = first;
	date->numbers[1] = second;
	date->numbers[2] = full_year(third, third_digits);
	date->number_count = 3;
	/* 3/4/2020 is March in America, where slashes are at home; 3.4.2020 and 3-4-2020 are April */
	if (separator == '/' && second <= 31 && first <= 12 && (date->weekday < 0 || second > 12)) {
		date->numbers[0] = second;
		date->numbers[1] = first;
	}
	return true;
}

/* A number that stands for itself: a day, a year, or a part of a date in figures. */
static bool place_number(struct date *date, int number, size_t digits)
{
	if (date->year >= 0 && date->month >= 0 && date->day >= 0)
		return digits <= 4; /* something behind a whole date */
	if (digits >= 3 || (date->day >= 0 && date->month >= 0)) {
		if (date->year >= 0 || digits > 4)
			return false;
		date->is_year_first = date->month < 0 && date->number_count == 0;
		date->year = full_year(number, digits);
	} else if (date->month >= 0) {
		if (date->day >= 0)
			return false;
		date->day = number;
	} else if (date->number_count < 2) {
		date->numbers[date->number_count++] = number;
	} else {
		return false;
	}
	return true;
}

static bool follows_t(const struct cursor *cursor)
{
	return cursor->at > 0 && (cursor->text.data[cursor->at - 1] == 'T' || cursor->text.data[cursor->at - 1] == 't');
}

static bool read_figures(struct cursor *cursor, struct date *date)
{
	size_t digits = count_digits(cursor, 0);
	char after = peek(cursor, digits);
	int number;

	if (!date->has_time && digits <= 2 && ascii_is_digit(peek(cursor, digits + 1)) &&
	    (after == ':' || (after == '.' && date->year >= 0 && date->month >= 0 && date->day >= 0))) {
		read_clock(cursor, date);
		return true;
	}
	if (date->is_iso && !date->has_time && (digits == 4 || digits == 6 || (digits == 2 && follows_t(cursor)))) {
		read_compact_clock(cursor, date);
		return true;
	}
	number = read_number(cursor, 16, &digits);
	if (date->year < 0 && date->month < 0 && date->number_count == 0 && (after == '/' || after == '.' || after == '-') &&
	    read_numeric_date(cursor, date, number, digits))
		return true;
	return place_number(date, number, digits);
}

static void place_unit(struct date *date, enum date_unit unit, int number)
{
	switch (unit) {
	case UNIT_YEAR:
		date->year = number;
		break;
	case UNIT_MONTH:
		date->month = number;
		break;
	case UNIT_DAY:
		date->day = number;
		break;
	case UNIT_HOUR:
		date->hour = number;
		date->has_time = true;
		break;
	case UNIT_MINUTE:
		date->minute = number;
		break;
	case UNIT_SECOND:
		date->second = number;
		break;
	}
}

static bool is_letter(const struct cursor *cursor, size_t ahead)
{
	char c = peek(cursor, ahead);

	return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The word at the cursor, in lower case; "p.m." is one word. */
static struct str read_word(struct cursor *cursor, char lower[WORD_MOST])
{
	size_t start = cursor->at;

	while (is_letter(cursor, 0) || (peek(cursor, 0) == '.' && is_letter(cursor, 1)))
		cursor->at++;
	return (struct str){lower, date_word_lower(str_slice(cursor->text, start, cursor->at), lower, WORD_MOST)};
}

/* "2004年5月28日": the unit stands behind its number. */
static bool read_number_with_unit(struct cursor *cursor, struct date *date)
{
	struct cursor saved = *cursor;
	char lower[WORD_MOST];
	size_t digits;
	int number = read_number(cursor, 4, &digits), unit;

	if ((unsigned char)peek(cursor, 0) >= 0xE0) {
		/* one character: the next number may follow at once */
		struct str sign = str_slice(cursor->text, cursor->at, cursor->at + 3);

		sign.length = date_word_lower(sign, lower, WORD_MOST);
		sign.data = lower;
		if (date_word_find(sign, &unit) == DATE_WORD_UNIT) {
			place_unit(date, (enum date_unit)unit, number);
			date->is_korean |= (unsigned char)lower[0] >= 0xEA; /* Hangul syllables */
			cursor->at += 3;
			return true;
		}
	}
	*cursor = saved;
	return false;
}

static bool is_complete(const struct date *date)
{
	return (date->year >= 0 && date->month >= 0) || date->number_count == 3;
}

static bool has_begun(const struct date *date)
{
	return date->year >= 0 || date->month >= 0 || date->number_count > 0 || date->day >= 0;
}

static bool place_word(struct date *date, struct str word)
{
	int value;

	switch (date_word_find(word, &value)) {
	case DATE_WORD_MONTH:
		/* "mar., 01 déc." is a Tuesday */
		if (date->month >= 0 && date->year >= 0)
			return true;
		date->month = value;
		if (date->number_count == 1 && date->day < 0) {
			date->day = date->numbers[0];
			date->number_count = 0;
		}
		return true;
	case DATE_WORD_WEEKDAY:
		date->weekday = value;
		return true;
	case DATE_WORD_ZONE:
		if (date->has_time && !date->has_zone) {
			date->zone = value;
			date->has_zone = true;
		}
		return true;
	case DATE_WORD_HALF:
		date->half = value;
		date->is_korean |= (unsigned char)word.data[0] >= 0xEA;
		return true;
	case DATE_WORD_NOISE:
	case DATE_WORD_UNIT:
		return true;
	case DATE_WORD_UNKNOWN:
		break;
	}
	/* a weekday in some language before the date, a zone that nobody knows behind it; in the middle it is no date */
	return !has_begun(date) || is_complete(date);
}

/* A zone may stand in brackets: "15:49 (EST)". All else in them is a comment. */
static void read_comment(struct cursor *cursor, struct date *date)
{
	size_t start = cursor->at + 1;
	char lower[WORD_MOST];
	struct str word = {lower, 0};
	int depth = 0, zone;

	do {
		char c = peek(cursor, 0);

		if (c == '\\')
			cursor->at++;
		depth += (c == '(') - (c == ')');
		cursor->at++;
	} while (depth > 0 && cursor->at < cursor->text.length);
	if (cursor->at <= start + 1 || !date->has_time || date->has_zone)
		return;
	word.length = date_word_lower(str_slice(cursor->text, start, cursor->at - 1), lower, WORD_MOST);
	if (date_word_find(word, &zone) == DATE_WORD_ZONE) {
		date->zone = zone;
		date->has_zone = true;
	}
}

static bool read_piece(struct cursor *cursor, struct date *date)
{
	char lower[WORD_MOST];
	char c = peek(cursor, 0);

	if (c == '(') {
		read_comment(cursor, date);
		return true;
	}
	if (ascii_is_digit(c))
		return read_number_with_unit(cursor, date) || read_figures(cursor, date);
	if ((c == '+' || c == '-') && date->has_time && ascii_is_digit(peek(cursor, 1)) &&
	    (!date->has_zone || date->zone == 0)) {
		read_offset(cursor, date);
		return true;
	}
	if (is_letter(cursor, 0))
		return place_word(date, read_word(cursor, lower));
	cursor->at++;
	return true;
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
	if (month > 12 || (date->weekday >= 0 && is_date(date->year, day, month) && month <= 12 &&
	                   (datetime_days(date->year, day, month) + 4) % 7 == date->weekday &&
	                   !(is_date(date->year, month, day) &&
	                     (datetime_days(date->year, month, day) + 4) % 7 == date->weekday))) {
		day = date->numbers[1];
		month = date->numbers[0];
	}
	date->day = day;
	date->month = month;
}

/* Seconds since 1970, or thousandths: ten digits or thirteen. */
static bool read_unix(struct str text, int64_t *seconds)
{
	int64_t number;

	if ((text.length != 10 && text.length != 13) || !str_to_int64(text, &number) || number < 0)
		return false;
	*seconds = text.length == 13 ? number / 1000 : number;
	return true;
}

int64_t datetime_parse(struct str text)
{
	struct date date = {.year = -1, .month = -1, .day = -1, .half = -1, .weekday = -1};
	struct cursor cursor = {str_trim(text), 0};
	int64_t seconds;

	if (cursor.text.length == 0 || cursor.text.length > TEXT_MOST)
		return TIME_NONE;
	if (read_unix(cursor.text, &seconds))
		return seconds;
	date.is_iso = read_iso_date(&cursor, &date);
	if (!date.is_iso) {
		cursor.at = 0;
		date.year = date.month = date.day = -1;
	}
	skip_blanks(&cursor);
	while (cursor.at < cursor.text.length)
		if (!read_piece(&cursor, &date))
			return TIME_NONE;
	settle_numbers(&date);
	return to_seconds(&date);
}
