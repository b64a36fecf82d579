#include "query/tree.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define AMOUNT_MOST 1000000

/* ---- zones */

static int64_t utc_time(struct query_civil c)
{
	int month = c.month - 1, year = c.year + (month >= 0 ? month / 12 : -((11 - month) / 12));
	int64_t days = datetime_days(year, (month % 12 + 12) % 12 + 1, 1) + c.day - 1;

	return days * 86400 + (int64_t)c.hour * 3600 + (int64_t)c.minute * 60 + c.second;
}

static struct query_civil civil_of(const struct tm *tm)
{
	return (struct query_civil){
		tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday, tm->tm_hour, tm->tm_min, tm->tm_sec};
}

static struct query_civil utc_civil(int64_t time)
{
	struct tm tm = {0};
	time_t seconds = (time_t)time;

	gmtime_r(&seconds, &tm);
	return civil_of(&tm);
}

static int64_t local_time(struct query_civil c)
{
	struct tm tm = {.tm_year = c.year - 1900,
		.tm_mon = c.month - 1,
		.tm_mday = c.day,
		.tm_hour = c.hour,
		.tm_min = c.minute,
		.tm_sec = c.second,
		.tm_isdst = -1};

	return (int64_t)mktime(&tm);
}

static struct query_civil local_civil(int64_t time)
{
	struct tm tm = {0};
	time_t seconds = (time_t)time;

	localtime_r(&seconds, &tm);
	return civil_of(&tm);
}

const struct query_zone query_zone_utc = {utc_time, utc_civil};
const struct query_zone query_zone_local = {local_time, local_civil};

/* ---- one bound: a moment, or a stretch from the year down to the minute */

struct bound {
	bool is_ago;
	int64_t start, end; /* end exclusive */
	struct str text;    /* the one way of writing it */
};

struct reader {
	const struct query_context *context;
	const struct query_zone *zone;
	struct arena *arena;
	enum query_field field;
	struct str whole;
	struct value_fault *fault;
};

static bool refuse(struct reader *r, struct str part, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static bool refuse(struct reader *r, struct str part, const char *format, ...)
{
	va_list args;

	r->fault->start = (size_t)(part.data - r->whole.data);
	r->fault->end = r->fault->start + part.length;
	va_start(args, format);
	vsnprintf(r->fault->message, sizeof r->fault->message, format, args);
	va_end(args);
	return false;
}

static int days_of_month(int year, int month)
{
	return (int)(datetime_days(month == 12 ? year + 1 : year, month % 12 + 1, 1) -
		     datetime_days(year, month, 1));
}

/* ---- durations: 7d, 1d12h; months and years are those of the calendar, cut to the end of a shorter month */

static const struct {
	const char *name;
	int seconds, minutes, hours, days, months;
} units[] = {
	{"s", 1, 0, 0, 0, 0},
	{"min", 0, 1, 0, 0, 0},
	{"h", 0, 0, 1, 0, 0},
	{"d", 0, 0, 0, 1, 0},
	{"w", 0, 0, 0, 7, 0},
	{"mo", 0, 0, 0, 0, 1},
	{"y", 0, 0, 0, 0, 12},
};

static void go_back_months(struct query_civil *civil, int months)
{
	int last, index = civil->year * 12 + civil->month - 1 - months;

	civil->year = index / 12;
	civil->month = index % 12 + 1;
	last = days_of_month(civil->year, civil->month);
	if (civil->day > last)
		civil->day = last;
}

static bool go_back(struct reader *r, int64_t *time, int amount, struct str number, struct str unit)
{
	struct query_civil civil;
	size_t i = 0;

	while (i < COUNT_OF(units) && !str_equal(unit, str_from(units[i].name)))
		i++;
	if (str_equal(unit, STR("m")))
		return refuse(r, unit, "is m minutes or months? write %.*smin or %.*smo", STR_ARG(number),
			STR_ARG(number));
	if (i == COUNT_OF(units))
		return refuse(r, unit, "no unit \"%.*s\"; units are s min h d w mo y", STR_ARG(unit));
	*time -= (int64_t)amount * (units[i].seconds + 60 * units[i].minutes + 3600 * units[i].hours);
	if (units[i].days == 0 && units[i].months == 0)
		return true;
	civil = r->zone->civil(*time);
	if ((int64_t)amount * (units[i].days + 30 * units[i].months) > 365 * (civil.year - 1))
		return refuse(r, number, "this is before the first year");
	civil.day -= amount * units[i].days;
	go_back_months(&civil, amount * units[i].months);
	*time = r->zone->time(civil);
	return true;
}

static size_t count_digits(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.length && ascii_is_digit(s.data[end]))
		end++;
	return end - at;
}

static bool read_duration(struct reader *r, struct str text, struct bound *bound)
{
	int64_t time = r->context->now, amount;

	for (size_t at = 0; at < text.length;) {
		size_t digits = count_digits(text, at), end = at + digits;
		struct str number = str_slice(text, at, end), unit;

		if (digits == 0)
			return refuse(r, str_from_offset(text, at), "a number belongs before the unit");
		if (!str_to_int64(number, &amount) || amount > AMOUNT_MOST)
			return refuse(r, number, "this number is too large");
		while (end < text.length && !ascii_is_digit(text.data[end]))
			end++;
		unit = str_slice(text, at + digits, end);
		if (unit.length == 0)
			return refuse(r, number, "needs a unit: %.*sd, or %.*sh, %.*sw, %.*smo, %.*sy",
				STR_ARG(number), STR_ARG(number), STR_ARG(number), STR_ARG(number),
				STR_ARG(number));
		if (!go_back(r, &time, (int)amount, number, unit))
			return false;
		at = end;
	}
	*bound = (struct bound){.is_ago = true, .start = time, .end = time + 1, .text = text};
	return true;
}

/* ---- dates */

static bool is_number_between(struct str s, int64_t least, int64_t most, int *number)
{
	int64_t value;

	if (count_digits(s, 0) != s.length || !str_to_int64(s, &value) || value < least || value > most)
		return false;
	*number = (int)value;
	return true;
}

static bool refuse_date(struct reader *r, struct str text)
{
	const char *name = query_field_info(r->field)->name;

	return refuse(
		r, text, "%s: takes a date or a time ago, e.g. %s:2025-09-01 or %s:7d", name, name, name);
}

static bool read_clock(struct reader *r, struct str text, struct query_civil *civil)
{
	struct str hour = str_slice(text, 0, 2), minute = str_from_offset(text, 3);

	if (text.length != 5 || text.data[2] != ':' || count_digits(text, 0) != 2 ||
		count_digits(text, 3) != 2)
		return refuse(r, text, "the time of day is written T09:30");
	if (!is_number_between(hour, 0, 23, &civil->hour))
		return refuse(r, hour, "no hour %.*s; hours are 00 to 23", STR_ARG(hour));
	if (!is_number_between(minute, 0, 59, &civil->minute))
		return refuse(r, minute, "no minute %.*s; minutes are 00 to 59", STR_ARG(minute));
	return true;
}

static bool read_day(struct reader *r, struct str text, struct query_civil *civil)
{
	int most = days_of_month(civil->year, civil->month);

	if (count_digits(text, 0) != text.length || text.length == 0 || text.length > 2)
		return refuse_date(r, r->whole);
	if (!is_number_between(text, 1, most, &civil->day))
		return refuse(r, text, "no day %.*s in %04d-%02d; it has %d", STR_ARG(text), civil->year,
			civil->month, most);
	return true;
}

static bool read_month(struct reader *r, struct str text, struct query_civil *civil)
{
	if (count_digits(text, 0) != text.length || text.length == 0 || text.length > 2)
		return refuse_date(r, r->whole);
	if (!is_number_between(text, 1, 12, &civil->month))
		return refuse(r, text, "no month %.*s; months are 01 to 12", STR_ARG(text));
	return true;
}

static void set_stretch(struct reader *r, struct query_civil civil, int parts, struct bound *bound)
{
	static const char *const forms[] = {
		"%04d", "%04d-%02d", "%04d-%02d-%02d", "%04d-%02d-%02dT%02d:%02d"};
	char text[48];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
	snprintf(text, sizeof text, forms[parts - 1], civil.year, civil.month, civil.day, civil.hour,
		civil.minute);
#pragma GCC diagnostic pop
	bound->text = arena_copy(r->arena, str_from(text));
	bound->start = r->zone->time(civil);
	switch (parts) {
	case 1:
		civil.year++;
		break;
	case 2:
		civil.month++;
		break;
	case 3:
		civil.day++;
		break;
	default:
		bound->end = bound->start + 60;
		return;
	}
	bound->end = r->zone->time(civil);
}

static bool read_date(struct reader *r, struct str text, struct bound *bound)
{
	struct query_civil civil = {.month = 1, .day = 1};
	struct str rest = str_from_offset(text, 5), month, clock;
	size_t mark;
	int parts = 1;

	if (!is_number_between(str_slice(text, 0, 4), 1, 9998, &civil.year))
		return refuse_date(r, text);
	if (text.length > 4) {
		month = str_slice(rest, 0, str_find_char(rest, '-', 0));
		if (!read_month(r, month, &civil))
			return false;
		parts++;
		rest = str_from_offset(rest, month.length);
	}
	if (parts == 2 && rest.length) {
		mark = str_find_char(rest, 'T', 0);
		if (!read_day(r, str_slice(rest, 1, mark), &civil))
			return false;
		parts++;
		clock = str_from_offset(rest, mark == STR_NPOS ? rest.length : mark + 1);
		if (mark != STR_NPOS && !read_clock(r, clock, &civil))
			return false;
		parts += mark != STR_NPOS;
	}
	set_stretch(r, civil, parts, bound);
	return true;
}

static bool read_word(struct reader *r, struct str text, struct bound *bound)
{
	struct query_civil civil = r->zone->civil(r->context->now);

	*bound = (struct bound){.start = r->context->now, .end = r->context->now + 1, .text = text};
	if (str_equal(text, STR("now")))
		return true;
	if (str_equal(text, STR("yesterday")))
		civil.day--;
	else if (!str_equal(text, STR("today")))
		return refuse_date(r, text);
	civil.hour = civil.minute = civil.second = 0;
	set_stretch(r, civil, 3, bound);
	bound->text = text;
	return true;
}

/* 09/01/2025 and 1.9.2025: day and month cannot be told apart, so both readings are offered. */
static bool is_year_last(struct reader *r, struct str text)
{
	struct str part[3], rest = text;
	char mark = str_find_char(text, '/', 0) != STR_NPOS ? '/' : '.';
	int first, second, year;

	for (int i = 0; i < 3; i++)
		if (!str_next(&rest, mark, &part[i]))
			return false;
	if (rest.length || !is_number_between(part[0], 1, 31, &first) ||
		!is_number_between(part[1], 1, 31, &second) || !is_number_between(part[2], 1000, 9998, &year))
		return false;
	if (first > 12 || second > 12 || first == second)
		refuse(r, text, "write the year first: %04d-%02d-%02d", year, first > 12 ? second : first,
			first > 12 ? first : second);
	else
		refuse(r, text, "write the year first: %04d-%02d-%02d or %04d-%02d-%02d", year, first, second,
			year, second, first);
	return true;
}

static bool read_bound(struct reader *r, struct str text, struct bound *bound)
{
	size_t digits = count_digits(text, 0);

	*bound = (struct bound){0};
	if (digits == 0)
		return read_word(r, text, bound);
	if (is_year_last(r, text))
		return false;
	if (digits == 4 && (text.length == 4 || text.data[4] == '-'))
		return read_date(r, text, bound);
	if (digits < text.length && !ascii_is_alpha(text.data[digits]))
		return refuse_date(r, text);
	return read_duration(r, text, bound);
}

/* ---- spans */

static const char *const comparisons[] = {"<=", ">=", "<", ">", "="};

static struct str take_comparison(struct str *text)
{
	for (size_t i = 0; i < COUNT_OF(comparisons); i++) {
		struct str sign = str_from(comparisons[i]);

		if (str_starts_with(*text, sign)) {
			*text = str_from_offset(*text, sign.length);
			return sign;
		}
	}
	return STR_NONE;
}

static void set_span(struct query_value *value, int64_t least, int64_t most)
{
	value->least = least;
	value->most = most;
}

/* Of a time ago, "<" means less long ago, so it is the later side. */
static bool compare(struct reader *r, struct str sign, const struct bound *b, struct query_value *value)
{
	bool is_less = sign.data[0] == '<', is_or_equal = sign.length == 2;

	if (sign.data[0] == '=') {
		set_span(value, b->start, b->end);
		return !b->is_ago || refuse(r, r->whole, "a time ago is a moment; write <%.*s or >%.*s",
					     STR_ARG(b->text), STR_ARG(b->text));
	}
	if (is_less == b->is_ago)
		set_span(value, is_or_equal ? b->start : b->end, INT64_MAX);
	else
		set_span(value, INT64_MIN + 1, is_or_equal ? b->end : b->start);
	return true;
}

static bool read_range(struct reader *r, struct str text, size_t dots, struct query_value *value)
{
	struct str left = str_slice(text, 0, dots), right = str_from_offset(text, dots + 2);
	struct bound from = {.start = INT64_MIN + 1}, to = {.end = INT64_MAX};

	if (left.length == 0 && right.length == 0)
		return refuse(r, text, "a range needs at least one end, e.g. 2025-08..2025-09");
	if ((left.length && !read_bound(r, left, &from)) || (right.length && !read_bound(r, right, &to)))
		return false;
	if (from.start >= to.end) {
		r->fault->better = arena_printf(r->arena, "%.*s..%.*s", STR_ARG(right), STR_ARG(left));
		return refuse(
			r, text, "ends before it begins; did you mean %.*s ?", STR_ARG(r->fault->better));
	}
	set_span(value, from.start, to.end);
	value->text = arena_printf(r->arena, "%.*s..%.*s", STR_ARG(from.text), STR_ARG(to.text));
	return true;
}

/* newer: older: before: after: have their comparison in the name. */
static bool read_one_sided(struct reader *r, struct str text, struct query_value *value)
{
	struct bound bound;

	if (!read_bound(r, text, &bound))
		return false;
	value->text = bound.text;
	switch (r->field) {
	case QUERY_NEWER:
		set_span(value, bound.start, INT64_MAX);
		break;
	case QUERY_AFTER:
		set_span(value, bound.end, INT64_MAX);
		break;
	default:
		set_span(value, INT64_MIN + 1, bound.start);
		break;
	}
	return true;
}

bool time_read(enum query_field field, struct str text, const struct query_context *context,
	struct arena *arena, struct query_value *value, struct value_fault *fault)
{
	struct reader r = {
		context, context->zone ? context->zone : &query_zone_utc, arena, field, text, fault};
	size_t dots = str_find(text, STR(".."), 0);
	struct str sign, rest = text;
	struct bound bound;

	*fault = (struct value_fault){0};
	if (field == QUERY_NEWER || field == QUERY_OLDER || field == QUERY_BEFORE || field == QUERY_AFTER)
		return read_one_sided(&r, text, value);
	if (dots != STR_NPOS)
		return read_range(&r, text, dots, value);
	sign = take_comparison(&rest);
	if (!read_bound(&r, rest, &bound))
		return false;
	if (sign.data == NULL)
		sign = bound.is_ago ? STR("<") : STR("=");
	value->text = str_equal(sign, STR("=")) ? bound.text : arena_join(arena, sign, bound.text);
	return compare(&r, sign, &bound, value);
}

/* ---- numbers */

static bool read_number(struct str text, int64_t *number)
{
	return count_digits(text, 0) == text.length && text.length > 0 && text.length < 16 &&
	       str_to_int64(text, number);
}

static bool refuse_number(enum query_field field, struct str text, struct value_fault *fault)
{
	const char *name = query_field_info(field)->name;

	fault->end = text.length;
	snprintf(fault->message, sizeof fault->message, "%s: takes a number, e.g. %s:>%s", name, name,
		field == QUERY_WORDS     ? "800"
		: field == QUERY_MINUTES ? "10"
					 : "2");
	return false;
}

static bool read_number_range(enum query_field field, struct str text, size_t dots, struct arena *arena,
	struct query_value *value, struct value_fault *fault)
{
	struct str left = str_slice(text, 0, dots), right = str_from_offset(text, dots + 2);
	int64_t from = 0, to = INT64_MAX - 1;

	if ((left.length == 0 && right.length == 0) || (left.length && !read_number(left, &from)) ||
		(right.length && !read_number(right, &to)))
		return refuse_number(field, text, fault);
	if (from > to) {
		fault->end = text.length;
		fault->better = arena_printf(arena, "%.*s..%.*s", STR_ARG(right), STR_ARG(left));
		snprintf(fault->message, sizeof fault->message, "ends before it begins; did you mean %.*s ?",
			STR_ARG(fault->better));
		return false;
	}
	set_span(value, from, to + 1);
	value->text = text;
	return true;
}

bool number_read(enum query_field field, struct str text, struct arena *arena, struct query_value *value,
	struct value_fault *fault)
{
	size_t dots = str_find(text, STR(".."), 0);
	struct str rest = text, sign;
	int64_t number;

	*fault = (struct value_fault){0};
	if (dots != STR_NPOS)
		return read_number_range(field, text, dots, arena, value, fault);
	sign = take_comparison(&rest);
	if (!read_number(rest, &number))
		return refuse_number(field, text, fault);
	value->text = sign.data && sign.data[0] == '=' ? rest : text;
	if (sign.data == NULL || sign.data[0] == '=')
		set_span(value, number, number + 1);
	else if (sign.data[0] == '<')
		set_span(value, INT64_MIN + 1, number + (sign.length == 2));
	else
		set_span(value, number + (sign.length == 1), INT64_MAX);
	return true;
}
