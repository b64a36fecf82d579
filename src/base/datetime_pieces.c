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
	if (date->year >= 0 && date->month >= 0 && date->day >= 0)
		return digits <= 4; /* something behind a whole date */
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

static bool read_figures(struct cursor *cursor, struct date *date)
{
	size_t digits = date_count_digits(cursor, 0);
	char after = date_peek(cursor, digits);
	int number;

	if (!date->has_time && digits <= 2 && ascii_is_digit(date_peek(cursor, digits + 1)) &&
		(after == ':' || (after == '.' && date->year >= 0 && date->month >= 0 && date->day >= 0))) {
		date_read_clock(cursor, date);
		return true;
	}
	if (date->is_iso && !date->has_time &&
		(digits == 4 || digits == 6 || (digits == 2 && follows_t(cursor)))) {
		date_read_compact_clock(cursor, date);
		return true;
	}
	number = date_read_number(cursor, 16, &digits);
	if (date->year < 0 && date->month < 0 && date->number_count == 0 &&
		(after == '/' || after == '.' || after == '-') &&
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
	char c = date_peek(cursor, ahead);

	return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The word at the cursor, in lower case; "p.m." is one word. */
static struct str read_word(struct cursor *cursor, char lower[WORD_MOST])
{
	size_t start = cursor->at;

	while (is_letter(cursor, 0) || (date_peek(cursor, 0) == '.' && is_letter(cursor, 1)))
		cursor->at++;
	return (struct str){
		lower, date_word_lower(str_slice(cursor->text, start, cursor->at), lower, WORD_MOST)};
}

/* "2004年5月28日": the unit stands behind its number. */
static bool read_number_with_unit(struct cursor *cursor, struct date *date)
{
	struct cursor saved = *cursor;
	char lower[WORD_MOST];
	size_t digits;
	int number = date_read_number(cursor, 4, &digits), unit;

	if ((unsigned char)date_peek(cursor, 0) >= 0xE0) {
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
	/* a weekday in some language before the date, a zone that nobody knows behind it; in the middle it is
	 * no date */
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
		char c = date_peek(cursor, 0);

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

bool date_read_piece(struct cursor *cursor, struct date *date)
{
	char lower[WORD_MOST];
	char c = date_peek(cursor, 0);

	if (c == '(') {
		read_comment(cursor, date);
		return true;
	}
	if (ascii_is_digit(c))
		return read_number_with_unit(cursor, date) || read_figures(cursor, date);
	if ((c == '+' || c == '-') && date->has_time && ascii_is_digit(date_peek(cursor, 1)) &&
		(!date->has_zone || date->zone == 0)) {
		date_read_offset(cursor, date);
		return true;
	}
	if (is_letter(cursor, 0))
		return place_word(date, read_word(cursor, lower));
	cursor->at++;
	return true;
}
