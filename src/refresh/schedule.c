#include "schedule.h"

#include "dateline/article/article.h"
#include "dateline/base/datetime.h"

static int64_t bounded(int64_t value, int64_t most)
{
	return value > most ? most : value;
}

struct answer_headers schedule_headers(const struct fetch_response *response, struct arena *arena)
{
	return (struct answer_headers){
		.cache_control = arena_copy(arena, response->cache_control),
		.expires = arena_copy(arena, response->expires),
		.date = arena_copy(arena, response->date),
		.age = arena_copy(arena, response->age),
		.retry_after = arena_copy(arena, response->retry_after),
	};
}

int64_t schedule_retry_seconds(struct str retry_after, int64_t now)
{
	int64_t value;

	retry_after = str_trim(retry_after);
	if (str_is_empty(retry_after))
		return -1;
	if (str_to_int64(retry_after, &value))
		return value < 0 ? -1 : value;
	value = datetime_parse(retry_after);
	if (value == TIME_NONE)
		return -1;
	return value > now ? value - now : 0;
}

/* Number of seconds of a directive such as max-age=600, also as max-age="600". */
static bool read_seconds(struct str directive, struct str name, int64_t *seconds)
{
	struct str value;

	if (!str_starts_with_nocase(directive, name))
		return false;
	value = str_trim(str_from_offset(directive, name.length));
	if (value.length >= 2 && value.data[0] == '"')
		value = str_slice(value, 1, value.length - 1);
	return str_to_int64(value, seconds) && *seconds >= 0;
}

static int64_t read_cache_control(struct str header)
{
	int64_t seconds = -1, value;
	struct str directive;

	while (str_next(&header, ',', &directive)) {
		directive = str_trim(directive);
		if (str_equal_nocase(directive, STR("no-cache")) ||
			str_equal_nocase(directive, STR("no-store")))
			return 0;
		if (read_seconds(directive, STR("max-age="), &value))
			seconds = value;
	}
	return seconds;
}

/* How long an answer is fresh from when its server made it. */
static int64_t read_lifetime(const struct answer_headers *headers, int64_t now)
{
	int64_t seconds = read_cache_control(headers->cache_control);
	int64_t expires, date;

	if (seconds >= 0 || str_is_empty(headers->expires))
		return seconds;
	expires = datetime_parse(headers->expires);
	date = str_is_empty(headers->date) ? now : datetime_parse(headers->date);
	if (expires == TIME_NONE)
		return 0; /* "0" and the like mean already expired (RFC 9111 section 5.3) */
	return date == TIME_NONE || expires < date ? 0 : expires - date;
}

int64_t schedule_freshness(const struct answer_headers *headers, int64_t now)
{
	int64_t lifetime = read_lifetime(headers, now), age;

	if (lifetime <= 0 || !str_to_int64(str_trim(headers->age), &age) || age <= 0)
		return lifetime;
	return age < lifetime ? lifetime - age : 0;
}

/* What feed and server ask for together: the longest of them. */
static int64_t wish(const struct schedule_facts *facts)
{
	int64_t fresh = schedule_freshness(&facts->headers, facts->now);
	int64_t ttl = (int64_t)facts->ttl_minutes * 60;

	if (facts->interval_minutes)
		return (int64_t)facts->interval_minutes * 60;
	return bounded(ttl > fresh ? ttl : fresh, SCHEDULE_WISH_MOST);
}

/* Doubled by each failure, and a quarter more or less by chance, so that feeds that failed together come
 * apart. */
static int64_t back_off(const struct schedule_facts *facts)
{
	int64_t most = facts->was_reached ? SCHEDULE_FAILED_MOST : SCHEDULE_UNREACHED_MOST;
	unsigned doublings = facts->failure_count - 1 < 12 ? facts->failure_count - 1 : 12;
	int64_t delay = bounded((int64_t)SCHEDULE_FAILED_FIRST << doublings, most);

	return delay - delay / 4 + (int64_t)(facts->random % (uint32_t)(delay / 2 + 1));
}

static bool is_skipped(uint32_t skip_hours, int64_t time)
{
	int64_t day = (time / SCHEDULE_DAY + 4) % 7; /* 1970-01-01 was a Thursday */

	return (skip_hours >> (time / 3600 % 24) & 1) || (skip_hours >> (SKIP_DAYS + day) & 1);
}

int64_t schedule_skip(uint32_t skip_hours, int64_t time)
{
	int64_t later = time;

	for (int hour = 0; hour < 8 * 24; hour++) {
		if (!is_skipped(skip_hours, later))
			return later;
		later = (later / 3600 + 1) * 3600;
	}
	return time;
}

struct schedule schedule_next(const struct schedule_facts *facts)
{
	int64_t retry =
		bounded(schedule_retry_seconds(facts->headers.retry_after, facts->now), SCHEDULE_RETRY_MOST);
	struct schedule schedule = {.next = facts->now};
	int64_t delay = facts->failure_count ? back_off(facts) : wish(facts);

	if (delay > 0)
		schedule.next = facts->now + delay;
	if (facts->interval_minutes == 0 && facts->skip_hours)
		schedule.next = schedule_skip(facts->skip_hours, schedule.next);
	if (retry >= 0) {
		schedule.not_before = facts->now + retry;
		if (schedule.next < schedule.not_before)
			schedule.next = schedule.not_before;
	}
	return schedule;
}
