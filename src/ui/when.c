#include "when.h"

#include "dateline/base/datetime.h"

#include <stdio.h>
#include <time.h>

static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const months[] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static struct tm local(int64_t time)
{
	time_t seconds = (time_t)time;
	struct tm tm = {0};

	localtime_r(&seconds, &tm);
	return tm;
}

static int64_t day_number(const struct tm *tm)
{
	return datetime_days(tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday);
}

struct str when_short(int64_t time, int64_t now, int columns, char text[WHEN_SIZE])
{
	struct tm then, today;
	int64_t ago;

	if (time == TIME_NONE)
		return STR("");
	then = local(time);
	today = local(now);
	ago = day_number(&today) - day_number(&then);
	if (ago == 0)
		snprintf(text, WHEN_SIZE, "%02d:%02d", then.tm_hour, then.tm_min);
	else if (ago > 0 && ago < 7)
		snprintf(text, WHEN_SIZE, "%s", days[then.tm_wday]);
	else if (then.tm_year == today.tm_year)
		snprintf(text, WHEN_SIZE, "%d %s", then.tm_mday, months[then.tm_mon]);
	else
		snprintf(text, WHEN_SIZE, columns < WHEN_COLUMNS_WIDE ? "%04d-%02d" : "%04d-%02d-%02d",
			(then.tm_year + 1900) % 10000, then.tm_mon + 1, then.tm_mday);
	return str_from(text);
}

struct str when_date(int64_t time, char text[WHEN_SIZE])
{
	struct tm then;

	if (time == TIME_NONE)
		return STR("");
	then = local(time);
	snprintf(text, WHEN_SIZE, "%d %s %d", then.tm_mday, months[then.tm_mon], then.tm_year + 1900);
	return str_from(text);
}

struct str when_full(int64_t time, char text[WHEN_SIZE])
{
	struct tm then;

	if (time == TIME_NONE)
		return STR("");
	then = local(time);
	snprintf(text, WHEN_SIZE, "%s %d %s %d, %02d:%02d", days[then.tm_wday], then.tm_mday,
		months[then.tm_mon], then.tm_year + 1900, then.tm_hour, then.tm_min);
	return str_from(text);
}

struct str number_grouped(int64_t number, char text[WHEN_SIZE])
{
	char digits[WHEN_SIZE];
	int length = snprintf(digits, sizeof digits, "%lld", (long long)number), used = 0;

	for (int i = 0; i < length && used < WHEN_SIZE - 2; i++) {
		text[used++] = digits[i];
		if ((length - i - 1) % 3 == 0 && i + 1 < length && digits[i] != '-')
			text[used++] = ',';
	}
	text[used] = '\0';
	return str_from(text);
}
