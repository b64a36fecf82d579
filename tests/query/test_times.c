#include "dateline/article/article.h"
#include "dateline/query/match.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <time.h>

#define NOW "2024-03-31T12:00:00Z"

/* Whether an article published then is meant. */
static bool is_meant(const char *text, const char *published, const struct query_zone *zone, int64_t now)
{
	struct arena arena = {0};
	struct query_context context = {.now = now, .zone = zone};
	struct article article = {.published = datetime_parse(str_from(published)), .updated = TIME_NONE};
	struct query_subject subject = {.article = &article, .seen = now, .readon = TIME_NONE};
	struct query query;
	struct query_mistake mistake;
	bool result;

	cr_assert(query_parse(str_from(text), &context, &arena, &query, &mistake), "%s: %s", text,
		mistake.message);
	result = query_matches(&query, &subject);
	arena_finish(&arena);
	return result;
}

static const struct {
	const char *query, *published;
	bool is_meant;
} rows[] = {
	/* a month is whole, a leap day is a day */
	{"date:2024-02", "2024-02-01T00:00:00Z", true},
	{"date:2024-02", "2024-02-29T23:59:59Z", true},
	{"date:2024-02", "2024-03-01T00:00:00Z", false},
	{"date:2024-02-29", "2024-02-29T10:00:00Z", true},
	{"date:2024", "2024-12-31T23:59:59Z", true},
	{"date:2024", "2025-01-01T00:00:00Z", false},
	{"date:2024-03-31T11:30", "2024-03-31T11:30:59Z", true},
	{"date:2024-03-31T11:30", "2024-03-31T11:31:00Z", false},
	/* ranges have both ends */
	{"date:2024-02..2024-03", "2024-02-01T00:00:00Z", true},
	{"date:2024-02..2024-03", "2024-03-31T23:59:59Z", true},
	{"date:..2023", "2023-12-31T23:59:59Z", true},
	{"date:..2023", "2024-01-01T00:00:00Z", false},
	{"date:2024..", "2031-01-01T00:00:00Z", true},
	{"date:2w..1w", "2024-03-20T00:00:00Z", true},
	{"date:2w..1w", "2024-03-25T00:00:00Z", false},
	/* comparing with a stretch */
	{"date:<2024-02", "2024-01-31T23:59:59Z", true},
	{"date:<2024-02", "2024-02-01T00:00:00Z", false},
	{"date:<=2024-02", "2024-02-29T23:59:59Z", true},
	{"date:>2024-02", "2024-02-29T23:59:59Z", false},
	{"date:>2024-02", "2024-03-01T00:00:00Z", true},
	{"date:>=2024-02", "2024-02-01T00:00:00Z", true},
	{"before:2024-02", "2024-02-01T00:00:00Z", false},
	{"after:2024-02", "2024-02-29T23:59:59Z", false},
	{"after:2024-02", "2024-03-01T00:00:00Z", true},
	/* how long ago */
	{"date:6h", "2024-03-31T06:00:01Z", true},
	{"date:6h", "2024-03-31T06:00:00Z", false},
	{"date:<=6h", "2024-03-31T06:00:00Z", true},
	{"date:>6h", "2024-03-31T06:00:00Z", false},
	{"date:>6h", "2024-03-31T05:59:59Z", true},
	{"date:>=6h", "2024-03-31T06:00:00Z", true},
	{"newer:6h", "2024-03-31T06:00:00Z", true},
	{"newer:90min", "2024-03-31T10:29:59Z", false},
	{"newer:1d12h", "2024-03-30T00:00:00Z", true},
	{"newer:1d12h", "2024-03-29T23:59:59Z", false},
	{"older:2w", "2024-03-17T11:59:59Z", true},
	{"older:2w", "2024-03-17T12:00:00Z", false},
	/* a month before 31 March is the end of February */
	{"newer:1mo", "2024-02-29T12:00:00Z", true},
	{"newer:1mo", "2024-02-29T11:59:59Z", false},
	{"newer:1y", "2023-03-31T12:00:00Z", true},
	{"newer:1y1mo", "2023-02-28T12:00:00Z", true},
	{"newer:1y1mo", "2023-02-28T11:59:59Z", false},
	/* words */
	{"today", "2024-03-31T00:00:00Z", true},
	{"today", "2024-03-30T23:59:59Z", false},
	{"date:yesterday", "2024-03-30T00:00:00Z", true},
	{"newer:yesterday", "2024-03-30T00:00:00Z", true},
	{"older:today", "2024-03-30T23:59:59Z", true},
	{"after:yesterday", "2024-03-30T23:59:59Z", false},
	{"date:>now", "2024-03-31T12:00:01Z", true},
	{"date:<now", "2024-03-31T12:00:00Z", false},
};

Test(times, are_counted_from_the_moment_given)
{
	int64_t now = datetime_parse(STR(NOW));

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(is_meant(rows[i].query, rows[i].published, &query_zone_utc, now),
			rows[i].is_meant, "%s of %s", rows[i].query, rows[i].published);
}

Test(times, are_those_of_the_readers_zone)
{
	int64_t now = datetime_parse(STR(NOW));

	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	/* on this day the clock went from 2 to 3, so it had 23 hours: from 23:00 to 22:00 UTC */
	cr_expect(is_meant("date:2024-03-31", "2024-03-30T23:00:00Z", &query_zone_local, now));
	cr_expect(is_meant("date:2024-03-31", "2024-03-31T21:59:59Z", &query_zone_local, now));
	cr_expect_not(is_meant("date:2024-03-31", "2024-03-31T22:00:00Z", &query_zone_local, now));
	cr_expect(is_meant("date:yesterday", "2024-03-30T22:59:59Z", &query_zone_local, now));
	/* a day ago is the same time on the clock, an hour ago is an hour */
	cr_expect(is_meant("newer:1d", "2024-03-30T13:00:00Z", &query_zone_local, now));
	cr_expect_not(is_meant("newer:1d", "2024-03-30T12:59:59Z", &query_zone_local, now));
	cr_expect(is_meant("newer:24h", "2024-03-30T12:00:00Z", &query_zone_local, now));
}

Test(times, of_an_article_without_a_date_is_when_it_was_seen)
{
	int64_t now = datetime_parse(STR(NOW));

	cr_expect(is_meant("today", "", &query_zone_utc, now));
	cr_expect(is_meant("is:undated -has:date date:?", "", &query_zone_utc, now));
	cr_expect_not(is_meant("date:?", NOW, &query_zone_utc, now));
	cr_expect_not(is_meant("updated:>1970", NOW, &query_zone_utc, now));
	cr_expect(is_meant("-updated:>1970 updated:? readon:?", NOW, &query_zone_utc, now));
}
