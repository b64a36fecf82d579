#include "refresh/schedule.h"

#include "dateline/base/datetime.h"

#include <criterion/criterion.h>

#define NOON INT64_C(1764590400) /* 2025-12-01T12:00:00Z */
#define MINUTE 60
#define HOUR 3600

Test(schedule, asks_whenever_it_is_wished_when_nobody_says_otherwise)
{
	const struct schedule_facts facts = {.now = NOON};
	struct schedule schedule = schedule_next(&facts);

	cr_expect_eq(schedule.next, NOON);
	cr_expect_eq(schedule.not_before, 0);
}

Test(schedule, obeys_what_feed_and_server_say)
{
	static const struct {
		const char *name;
		struct schedule_facts facts;
		int64_t after; /* seconds */
	} rows[] = {
		{"ttl", {.ttl_minutes = 90}, 90 * MINUTE},
		{"max-age", {.headers.cache_control = STR_INIT("public, max-age=600")}, 600},
		{"max-age in quotes", {.headers.cache_control = STR_INIT("max-age=\"600\"")}, 600},
		{"the longer of two", {.ttl_minutes = 5, .headers.cache_control = STR_INIT("max-age=600")},
			600},
		{"max-age of an answer that has lain in a cache",
			{.headers = {.cache_control = STR_INIT("max-age=600"), .age = STR_INIT("400")}}, 200},
		{"an answer that is too old already",
			{.headers = {.cache_control = STR_INIT("max-age=600"), .age = STR_INIT("4000")}}, 0},
		{"an age that is none",
			{.headers = {.cache_control = STR_INIT("max-age=600"), .age = STR_INIT("old")}}, 600},
		{"no-cache", {.headers.cache_control = STR_INIT("no-cache, max-age=600")}, 0},
		{"nonsense", {.headers.cache_control = STR_INIT("max-age=soon")}, 0},
		{"negative", {.headers.cache_control = STR_INIT("max-age=-5")}, 0},
		{"a year is too long", {.headers.cache_control = STR_INIT("max-age=31536000")},
			SCHEDULE_WISH_MOST},
		{"ttl of a year", {.ttl_minutes = 525600}, SCHEDULE_WISH_MOST},
		{"the user's interval wins", {.ttl_minutes = 90, .interval_minutes = 10}, 10 * MINUTE},
		{"Expires after Date",
			{.headers = {.expires = STR_INIT("Mon, 01 Dec 2025 13:00:00 GMT"),
				 .date = STR_INIT("Mon, 01 Dec 2025 12:30:00 GMT")}},
			30 * MINUTE},
		{"Expires 0", {.headers.expires = STR_INIT("0")}, 0},
		{"max-age before Expires",
			{.headers = {.cache_control = STR_INIT("max-age=60"),
				 .expires = STR_INIT("Mon, 01 Dec 2025 13:00:00 GMT")}},
			60},
		{"skips the hours it excludes", {.ttl_minutes = 60, .skip_hours = 1u << 13 | 1u << 14},
			3 * HOUR},
		{"skips the days it excludes, 1 December 2025 being a Monday",
			{.ttl_minutes = 60, .skip_hours = 3u << 25}, 36 * HOUR},
		{"skips days and hours", {.ttl_minutes = 60, .skip_hours = 1u << 25 | 1u}, 13 * HOUR},
		{"a feed that excludes every day is not believed",
			{.ttl_minutes = 60, .skip_hours = 127u << 24}, HOUR},
		{"a feed that excludes every hour is not believed",
			{.ttl_minutes = 60, .skip_hours = 0xffffff}, HOUR},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct schedule_facts facts = rows[i].facts;

		facts.now = NOON;
		cr_expect_eq(schedule_next(&facts).next - NOON, rows[i].after, "%s: %lld", rows[i].name,
			(long long)(schedule_next(&facts).next - NOON));
	}
}

Test(schedule, reads_retry_after_as_seconds_or_date)
{
	static const struct {
		struct str text;
		int64_t seconds;
	} rows[] = {
		{STR_INIT("120"), 120},
		{STR_INIT(" 120 "), 120},
		{STR_INIT("Mon, 01 Dec 2025 12:02:00 GMT"), 120},
		{STR_INIT("Mon, 01 Dec 2025 11:00:00 GMT"), 0},
		{STR_INIT("-1"), -1},
		{STR_INIT("soon"), -1},
		{STR_INIT(""), -1},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(schedule_retry_seconds(rows[i].text, NOON), rows[i].seconds, "%.*s",
			STR_ARG(rows[i].text));
}

Test(schedule, holds_retry_after_against_everybody)
{
	const struct schedule_facts facts = {
		.now = NOON, .headers.retry_after = STR("7200"), .failure_count = 1, .was_reached = true};
	const struct schedule_facts endless = {.now = NOON, .headers.retry_after = STR("99999999999")};
	struct schedule schedule = schedule_next(&facts);

	cr_expect_eq(schedule.not_before, NOON + 7200);
	cr_expect_eq(schedule.next, NOON + 7200);
	cr_expect_eq(schedule_next(&endless).not_before, NOON + SCHEDULE_RETRY_MOST);
}

Test(schedule, waits_longer_after_each_failure)
{
	struct schedule_facts facts = {.now = NOON, .was_reached = true};
	int64_t before = 0;

	for (facts.failure_count = 1; facts.failure_count <= 9; facts.failure_count++) {
		int64_t shortest, longest;

		facts.random = 0;
		shortest = schedule_next(&facts).next - NOON;
		facts.random = (uint32_t)(shortest * 2 / 3);
		longest = schedule_next(&facts).next - NOON;
		cr_expect_gt(shortest, before, "failure %u", facts.failure_count);
		cr_expect_gt(longest, shortest, "chance spreads them");
		before = shortest;
	}
	facts.failure_count = 4000000000u;
	cr_expect_leq(schedule_next(&facts).next - NOON, SCHEDULE_FAILED_MOST * 5 / 4);
}

Test(schedule, does_not_wait_long_when_the_network_is_at_fault)
{
	const struct schedule_facts facts = {.now = NOON, .failure_count = 50, .random = UINT32_MAX};

	cr_expect_leq(schedule_next(&facts).next - NOON, SCHEDULE_UNREACHED_MOST * 5 / 4);
}
