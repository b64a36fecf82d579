#include "dateline/base/utf8.h"
#include "datetime_reader.h"

/* ---- plain figures */

static bool is_direction_mark(uint32_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* Where the ten digits of a script begin that `c` is among, or 0. */
static uint32_t digits_of(uint32_t c)
{
	static const uint32_t zeroes[] = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50,
		0xFF10}; /* Arabic, Persian, Hindi, Bengali, Thai, wide */

	for (size_t i = 0; i < COUNT_OF(zeroes); i++)
		if (c >= zeroes[i] && c <= zeroes[i] + 9)
			return zeroes[i];
	return 0;
}

static bool is_ascii(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.data[i] >= 0x80)
			return false;
	return true;
}

struct str date_plain(struct str text, char *out)
{
	size_t written = 0;

	if (is_ascii(text))
		return text;
	for (size_t i = 0, length; i < text.length; i += length) {
		uint32_t c = utf8_decode(text, i, &length), zero = digits_of(c);

		if (zero)
			out[written++] = (char)('0' + (c - zero));
		else if (!is_direction_mark(c))
			for (size_t j = 0; j < length; j++)
				out[written++] = text.data[i + j];
	}
	return (struct str){out, written};
}

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

/* "hh:mm[:ss[.fraction]]" or "hh.mm[.ss]", the cursor on its first digit. */
void date_read_clock(struct cursor *cursor, struct date *date)
{
	size_t digits;
	char sign;

	date->hour = date_read_number(cursor, 2, &digits);
	sign = date_peek(cursor, 0);
	cursor->at++;
	date->minute = date_read_number(cursor, 2, &digits);
	date->second = 0;
	if (date_peek(cursor, 0) == sign && ascii_is_digit(date_peek(cursor, 1))) {
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
