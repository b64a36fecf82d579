#include "datetime_reader.h"

/* ---- numbers, clocks and offsets */

int date_full_year(int year, size_t digits)
{
	return digits > 3 ? year : digits < 3 && year < 69 ? 2000 + year : 1900 + year;
}

char date_peek(const struct cursor *cursor, size_t ahead)
{
	return cursor->at + ahead < cursor->text.length ? cursor->text.data[cursor->at + ahead] : '\0';
}

size_t date_count_digits(const struct cursor *cursor, size_t from)
{
	size_t count = 0;

	while (ascii_is_digit(date_peek(cursor, from + count)))
		count++;
	return count;
}

/* Up to `most` digits; *digits receives how many there were. */
int date_read_number(struct cursor *cursor, size_t most, size_t *digits)
{
	int number = 0;

	for (*digits = 0; *digits < most && ascii_is_digit(date_peek(cursor, 0)); ++*digits, cursor->at++)
		number = number < 100000000 ? number * 10 + (date_peek(cursor, 0) - '0') : number;
	return number;
}

static void skip_digits(struct cursor *cursor)
{
	cursor->at += date_count_digits(cursor, 0);
}

/* "hh:mm[:ss[.fraction]]", the cursor on its first digit. */
void date_read_clock(struct cursor *cursor, struct date *date)
{
	size_t digits;

	date->hour = date_read_number(cursor, 2, &digits);
	cursor->at++;
	date->minute = date_read_number(cursor, 2, &digits);
	date->second = 0;
	if (date_peek(cursor, 0) == ':' && ascii_is_digit(date_peek(cursor, 1))) {
		cursor->at++;
		date->second = date_read_number(cursor, 2, &digits);
		if ((date_peek(cursor, 0) == '.' || date_peek(cursor, 0) == ',' ||
			    date_peek(cursor, 0) == ':') &&
			ascii_is_digit(date_peek(cursor, 1))) {
			cursor->at++;
			skip_digits(cursor);
		}
	}
	date->has_time = true;
}

/* "hhmm[ss]", as ISO 8601 has it behind a T. */
void date_read_compact_clock(struct cursor *cursor, struct date *date)
{
	size_t digits;

	date->hour = date_read_number(cursor, 2, &digits);
	date->minute = date_read_number(cursor, 2, &digits);
	date->second = date_read_number(cursor, 2, &digits);
	if (date_peek(cursor, 0) == '.') {
		cursor->at++;
		skip_digits(cursor);
	}
	date->has_time = true;
}

/* "hh", "hmm", "hhmm", "hh:mm", the cursor behind the sign; adds to the zone that a name gave ("GMT+1"). */
void date_read_offset(struct cursor *cursor, int sign, struct date *date)
{
	int hours, minutes = 0;
	size_t digits;

	hours = date_read_number(cursor, 4, &digits);
	if (digits > 2) {
		minutes = hours % 100;
		hours /= 100;
	} else if (date_peek(cursor, 0) == ':' && ascii_is_digit(date_peek(cursor, 1))) {
		cursor->at++;
		minutes = date_read_number(cursor, 2, &digits);
	}
	if (hours > 23 || minutes > 59)
		return;
	date->zone = sign * (hours * 60 + minutes);
	date->has_zone = true;
}

void date_set(struct date *date, int year, int month, int day)
{
	date->year = year;
	date->month = month;
	date->day = day;
}
