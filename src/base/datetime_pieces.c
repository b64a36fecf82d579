#include "datetime_names.h"
#include "datetime_reader.h"

#define WORD_MOST 48

/* ---- everything else: words and figures in any order */

static bool read_numeric_date(struct cursor *cursor, struct date *date, int first, size_t first_digits)
{
	char separator = date_peek(cursor, 0);
	struct cursor saved = *cursor;
	size_t second_digits, third_digits;
	int second, third;

	cursor->at++;
	second = date_read_number(cursor, 2, &second_digits);
	if (second_digits == 0 || date_peek(cursor, 0) != separator ||
		!ascii_is_digit(date_peek(cursor, 1))) {
		*cursor = saved;
		return false;
	}
	cursor->at++;
	third = date_read_number(cursor, 4, &third_digits);
	if (first_digits == 4) {
		date_set(date, first, second, third);
		return true;
	}
	date->numbers[0] = first;
	date->numbers[1] = second;
	date->numbers[2] = date_full_year(third, third_digits);
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
	if (date->year >= 0 && date->month >= 0 && date->day >= 0) {
		date->loose = number;
		return digits <= 4; /* something behind a whole date */
	}
	if (digits >= 3 || (date->day >= 0 && date->month >= 0)) {
		if (date->year >= 0 || digits > 4)
			return false;
		date->is_year_first = date->month < 0 && date->number_count == 0;
		date->year = date_full_year(number, digits);
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
	return cursor->at > 0 &&
	       (cursor->text.data[cursor->at - 1] == 'T' || cursor->text.data[cursor->at - 1] == 't');
}

static bool is_complete(const struct date *date)
{
	return (date->year >= 0 && date->month >= 0) || date->number_count == 3;
}

static bool is_whole(const struct date *date)
{
	return date->number_count == 3 || (date->year >= 0 && date->month >= 0 && date->day >= 0);
}

/* "8:05", and behind a date "8.05" too, of one or two digits before the sign. */
static bool is_clock(const struct cursor *cursor, const struct date *date, size_t digits)
{
	char after = date_peek(cursor, digits);

	return !date->has_time && digits <= 2 && ascii_is_digit(date_peek(cursor, digits + 1)) &&
	       (after == ':' || (after == '.' && is_whole(date)));
}

/* "8h", "8h30", "8 h 30", as the French write the time behind a date. */
static bool read_hour_clock(struct cursor *cursor, struct date *date, size_t digits)
{
	size_t at = digits, used;

	while (date_peek(cursor, at) == ' ')
		at++;
	if (date->has_time || digits > 2 || !is_whole(date) || ascii_lower(date_peek(cursor, at)) != 'h' ||
		ascii_is_alpha(date_peek(cursor, at + 1)))
		return false;
	date->hour = date_read_number(cursor, 2, &used);
	date->has_time = true;
	cursor->at += at + 1 - digits;
	while (date_peek(cursor, 0) == ' ')
		cursor->at++;
	if (date_count_digits(cursor, 0) == 2)
		date->minute = date_read_number(cursor, 2, &used);
	return true;
}

/* "08:00:00 0200": a plus that an address had for a blank. */
static bool read_bare_offset(struct cursor *cursor, struct date *date, size_t digits)
{
	struct cursor saved = *cursor;

	if (digits != 4 || !date->has_time || date->has_zone || !is_whole(date) || cursor->at == 0 ||
		!ascii_is_space(cursor->text.data[cursor->at - 1]))
		return false;
	date_read_offset(cursor, 1, date);
	if (date->has_zone && date->zone <= 14 * 60 && date->zone % 15 == 0)
		return true;
	date->has_zone = false;
	*cursor = saved;
	return false;
}

static bool read_figures(struct cursor *cursor, struct date *date)
{
	size_t digits = date_count_digits(cursor, 0);
	char after = date_peek(cursor, digits);
	int number;

	if (is_clock(cursor, date, digits)) {
		date_read_clock(cursor, date);
		return true;
	}
	if (date->is_iso && !date->has_time &&
		(digits == 4 || digits == 6 || (digits == 2 && follows_t(cursor)))) {
		date_read_compact_clock(cursor, date);
		return true;
	}
	if (read_hour_clock(cursor, date, digits) || read_bare_offset(cursor, date, digits))
		return true;
	number = date_read_number(cursor, 16, &digits);
	if (date->year < 0 && date->month < 0 && date->number_count == 0 &&
		(after == '/' || after == '.' || after == '-') &&
		read_numeric_date(cursor, date, number, digits))
		return true;
	return place_number(date, number, digits);
}

/* A number before the month is the day. */
static void take_day(struct date *date)
{
	if (date->number_count == 1 && date->day < 0) {
		date->day = date->numbers[0];
		date->number_count = 0;
	}
}

static void place_unit(struct date *date, enum date_unit unit, int number)
{
	switch (unit) {
	case UNIT_YEAR:
		date->year = number;
		break;
	case UNIT_MONTH:
		date->month = number;
		take_day(date);
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
	char c = date_peek(cursor, ahead);

	return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The word at the cursor, folded; "p.m." is one word. */
static struct str read_word(struct cursor *cursor, char folded[WORD_MOST])
{
	size_t start = cursor->at;

	while (is_letter(cursor, 0) || (date_peek(cursor, 0) == '.' && is_letter(cursor, 1)))
		cursor->at++;
	return (struct str){
		folded, date_word_fold(str_slice(cursor->text, start, cursor->at), folded, WORD_MOST)};
}

/* "2004年5月28日": the unit stands behind its number. */
static bool read_number_with_unit(struct cursor *cursor, struct date *date)
{
	struct cursor saved = *cursor;
	char folded[WORD_MOST];
	size_t digits;
	int number = date_read_number(cursor, 4, &digits), unit;

	if ((unsigned char)date_peek(cursor, 0) >= 0xE0) {
		/* one character: the next number may follow at once */
		struct str sign = str_slice(cursor->text, cursor->at, cursor->at + 3);

		sign.length = date_word_fold(sign, folded, WORD_MOST);
		sign.data = folded;
		if (date_word_find(sign, &unit) == DATE_WORD_UNIT) {
			place_unit(date, (enum date_unit)unit, number);
			date->is_korean |= (unsigned char)folded[0] >= 0xEA; /* Hangul syllables */
			cursor->at += 3;
			return true;
		}
	}
	*cursor = saved;
	return false;
}

static bool has_begun(const struct date *date)
{
	return date->year >= 0 || date->month >= 0 || date->number_count > 0 || date->day >= 0;
}

static bool place_word(struct date *date, struct str word)
{
	int value;

	if (str_starts_with(word, STR("d’"))) /* Catalan: "23 d’abril" */
		word = str_from_offset(word, 4);
	switch (date_word_find(word, &value)) {
	case DATE_WORD_MONTH:
		/* "mar., 01 déc." is a Tuesday */
		if (date->month >= 0 && date->year >= 0)
			return true;
		date->month = value;
		take_day(date);
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
		if (!date->has_time && date->loose >= 1 && date->loose <= 12) {
			date->hour = date->loose; /* "8 PM" */
			date->has_time = true;
		}
		date->is_korean |= (unsigned char)word.data[0] >= 0xEA;
		return true;
	case DATE_WORD_NOISE:
	case DATE_WORD_UNIT:
		return true;
	case DATE_WORD_UNKNOWN:
		break;
	}
	/* a weekday in some language before the date, a zone that nobody knows behind it; in the middle it is
	 * no date */
	return !has_begun(date) || is_complete(date);
}

/* A zone may stand in brackets: "15:49 (EST)". All else in them is a comment. */
static void read_comment(struct cursor *cursor, struct date *date)
{
	size_t start = cursor->at + 1;
	char folded[WORD_MOST];
	struct str word = {folded, 0};
	int depth = 0, zone;

	do {
		char c = date_peek(cursor, 0);

		if (c == '\\')
			cursor->at++;
		depth += (c == '(') - (c == ')');
		cursor->at++;
	} while (depth > 0 && cursor->at < cursor->text.length);
	if (cursor->at <= start + 1 || !date->has_time || date->has_zone)
		return;
	word.length = date_word_fold(str_slice(cursor->text, start, cursor->at - 1), folded, WORD_MOST);
	if (date_word_find(word, &zone) == DATE_WORD_ZONE) {
		date->zone = zone;
		date->has_zone = true;
	}
}

/* A plus or a minus that an offset follows: "+02:00", "+ 0200", "\u221205:00"; behind a time, or with a plus
 * behind a day ("2025-09-01+02:00" is a day somewhere). */
static bool read_sign(struct cursor *cursor, struct date *date)
{
	struct str rest = str_from_offset(cursor->text, cursor->at);
	bool is_minus_sign = str_starts_with(rest, STR("\u2212")), is_plus = rest.data[0] == '+';
	size_t length = is_minus_sign ? 3 : 1;

	if (!is_plus && !is_minus_sign && rest.data[0] != '-')
		return false;
	if (date_peek(cursor, length) == ' ' && date_count_digits(cursor, length + 1) == 4)
		length++;
	if (!ascii_is_digit(date_peek(cursor, length)) || (date->has_zone && date->zone != 0) ||
		!(date->has_time || (is_plus && date->is_iso)))
		return false;
	cursor->at += length;
	date_read_offset(cursor, is_plus ? 1 : -1, date);
	return true;
}

bool date_read_piece(struct cursor *cursor, struct date *date)
{
	char folded[WORD_MOST];
	char c = date_peek(cursor, 0);

	if (c == '(') {
		read_comment(cursor, date);
		return true;
	}
	if (ascii_is_digit(c))
		return read_number_with_unit(cursor, date) || read_figures(cursor, date);
	if (read_sign(cursor, date))
		return true;
	if (is_letter(cursor, 0))
		return place_word(date, read_word(cursor, folded));
	cursor->at++;
	return true;
}
