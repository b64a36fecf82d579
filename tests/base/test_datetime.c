#include "dateline/base/datetime.h"

#include <criterion/criterion.h>
#include <stdio.h>

struct date_row {
	const char *text;
	const char *want; /* "" for no date */
};

static void expect_dates(const struct date_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char text[TIME_TEXT_SIZE];
		int64_t time = datetime_parse(str_from(rows[i].text));
		struct str got = time == TIME_NONE ? STR("") : datetime_format(time, text);

		cr_expect(str_equal(got, str_from(rows[i].want)), "%s: got %.*s, want %s", rows[i].text,
			STR_ARG(got), rows[i].want);
	}
}

Test(datetime, reads_what_rfc_822_and_its_followers_allow)
{
	static const struct date_row rows[] = {
		{"Mon, 01 Sep 2025 08:00:00 GMT", "2025-09-01T08:00:00Z"},
		{"01 Sep 2025 08:00 +0200", "2025-09-01T06:00:00Z"},
		{"Mon, 1 Sep 25 08:00:00 -0730", "2025-09-01T15:30:00Z"},
		{"Fri, 09 Feb 96 23:59:45 UT", "1996-02-09T23:59:45Z"},
		{"Sun, 06 Nov 94 08:49:37 EST", "1994-11-06T13:49:37Z"},
		{"6 Nov 2023 08:49:37 PDT", "2023-11-06T15:49:37Z"},
		{"Mon(of all days), 1 (the first) Sep 2025 08:00:00 Z", "2025-09-01T08:00:00Z"},
		{"  mon ,  01\tsep  2025\n08:00:00 +0000 ", "2025-09-01T08:00:00Z"},
	};

	expect_dates(rows, COUNT_OF(rows));
}

/* A second blank makes it a date in any form. */
Test(datetime, reads_the_common_forms_as_it_would_read_them_among_others)
{
	static const char *const months[] = {"Jan", "Feb", "May", "Sep", "Dec", "jan", "Foo"};
	static const char *const zones[] = {
		"GMT", "Z", "+0000", "-0730", "+1200", "+1300", "-0061", "+5:30", "UT"};
	static const char *const clocks[] = {
		"00:00:00", "23:59:59", "24:00:00", "12:60:00", "08:15:60", "8:15:00"};
	const size_t count = COUNT_OF(months) * COUNT_OF(zones) * COUNT_OF(clocks) * 4;

	for (size_t i = 0; i < count; i++) {
		const char *zone = zones[i % COUNT_OF(zones)], *clock = clocks[i / 9 % COUNT_OF(clocks)];
		size_t month = i / 54 % COUNT_OF(months);
		int day = (int)(i / 378) * 10 + 1, year = i % 5 ? 2026 : 1066;
		char common[64], other[64];

		snprintf(common, sizeof common, "Sun, %02d %s %04d %s %s", day, months[month], year, clock,
			zone);
		snprintf(other, sizeof other, "Sun,  %02d %s %04d %s %s", day, months[month], year, clock,
			zone);
		cr_expect_eq(datetime_parse(str_from(common)), datetime_parse(str_from(other)), "%s", common);
		snprintf(common, sizeof common, "%04d-%02zu-%02dT%s%s", year, month + 7, day, clock, zone);
		snprintf(other, sizeof other, "%04d-%02zu-%02dT%s  %s", year, month + 7, day, clock, zone);
		cr_expect_eq(datetime_parse(str_from(common)), datetime_parse(str_from(other)), "%s", common);
	}
}

Test(datetime, reads_iso_8601_with_weeks_days_of_the_year_and_halves_of_it)
{
	static const struct date_row rows[] = {
		{"2025-09-01T08:00:00Z", "2025-09-01T08:00:00Z"},
		{"2025-09-01t08:00:00.5+05:30", "2025-09-01T02:30:00Z"},
		{"2025-09-01 08:00", "2025-09-01T08:00:00Z"},
		{"2025-09-01T24:00:00Z", "2025-09-02T00:00:00Z"},
		{"20250901T080000Z", "2025-09-01T08:00:00Z"},
		{"20250901", "2025-09-01T00:00:00Z"},
		{"2025-W36-1", "2025-09-01T00:00:00Z"},
		{"2025W361T0800", "2025-09-01T08:00:00Z"},
		{"2025-244", "2025-09-01T00:00:00Z"},
		{"2025244", "2025-09-01T00:00:00Z"},
		{"2025-09", "2025-09-01T00:00:00Z"},
		{"2025", "2025-01-01T00:00:00Z"},
		{"25-09-01", "2025-09-01T00:00:00Z"},
		{"250901", "2025-09-01T00:00:00Z"},
		{"-25-09", "2025-09-01T00:00:00Z"},
		{"-2509", "2025-09-01T00:00:00Z"},
		{"2025-09-01T08:00:00-05:00Z", "2025-09-01T13:00:00Z"},
		{"2025-09-01 T 08:00:00 -05:00", "2025-09-01T13:00:00Z"},
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, reads_the_slips_that_feeds_make)
{
	static const struct date_row rows[] = {
		{"Mon Sep  1 08:00:00 2025", "2025-09-01T08:00:00Z"},
		{"Mon Sep 1 2025 08:00:00 +0200", "2025-09-01T06:00:00Z"},
		{"Monday, September 1, 2025 - 8:05", "2025-09-01T08:05:00Z"},
		{"September 1st, 2025", "2025-09-01T00:00:00Z"},
		{"1 September, 2025", "2025-09-01T00:00:00Z"}, {"Sep. 2025", "2025-09-01T00:00:00Z"},
		{"1-Sep-2025 08:00:00 GMT", "2025-09-01T08:00:00Z"},
		{"Mon, 1 Sep 2025 8:00 PM EST", "2025-09-02T01:00:00Z"},
		{"1 Sep 2025 12:15 a.m.", "2025-09-01T00:15:00Z"},
		{"Mon, 01 Sep 2025 08:00:00 GMT-02:00", "2025-09-01T10:00:00Z"},
		{"Mon, 01 Sep 2025 08:00:00 UTC+3", "2025-09-01T05:00:00Z"},
		{"01.09.2025 08:00", "2025-09-01T08:00:00Z"}, {"01.09.25", "2025-09-01T00:00:00Z"},
		{"09/13/2025", "2025-09-13T00:00:00Z"}, {"13/09/2025", "2025-09-13T00:00:00Z"},
		{"2025/09/01 08:00:00", "2025-09-01T08:00:00Z"},
		{"Monday, September 1, 2025 - 15:49 (EST)", "2025-09-01T20:49:00Z"},
		{"Mon, 01 Sep 2025 08.05 +0200", "2025-09-01T06:05:00Z"},
		{"2025-09-01T08Z", "2025-09-01T08:00:00Z"}, {"2025. 9. 1. 08:00", "2025-09-01T08:00:00Z"},
		{"Mon, 01 Sep 2025 08:00:00 0200",
			"2025-09-01T06:00:00Z"}, /* the plus was a blank in an address */
		{"Mon, 01 Sep 2025 08:00:00 + 0200", "2025-09-01T06:00:00Z"},
		{"2025-09-01T08:00:00−05:00", "2025-09-01T13:00:00Z"}, /* U+2212 */
		{"2025-09-01+02:00", "2025-08-31T22:00:00Z"},          /* a day of XML Schema */
		{"20250901 08:00:00", "2025-09-01T08:00:00Z"}, {"1.9.2025, 8.05 Uhr", "2025-09-01T08:05:00Z"},
		{"1 Sep 2025 8 PM", "2025-09-01T20:00:00Z"},
		{"lundi 1 septembre 2025, 8h30", "2025-09-01T08:30:00Z"},
		{"lundi 1 septembre 2025 à 8 h", "2025-09-01T08:00:00Z"},
		{"Mon, 01 Sep 125 08:00:00 GMT", "2025-09-01T08:00:00Z"}, /* years since 1900 */
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, reads_unix_seconds_and_their_fractions)
{
	static const struct date_row rows[] = {
		{"1756713600", "2025-09-01T08:00:00Z"},
		{"1756713600.123", "2025-09-01T08:00:00Z"},
		{"1756713600000", "2025-09-01T08:00:00Z"},
		{"1756713600000000", "2025-09-01T08:00:00Z"},
		{"946684800", "2000-01-01T00:00:00Z"},
		{"1756713600.x", ""},
		{"-756713600", ""},
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, tells_day_from_month_by_the_weekday)
{
	static const struct date_row rows[] = {
		{"Sat, 11 04 2020", "2020-04-11T00:00:00Z"}, /* 4 November 2020 was a Wednesday */
		{"Wed, 11 04 2020", "2020-11-04T00:00:00Z"},
		{"Tue, 01/09/2024", "2024-01-09T00:00:00Z"},
		{"Sun, 01/09/2024", "2024-09-01T00:00:00Z"},
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, knows_the_months_of_other_languages)
{
	static const struct date_row rows[] = {
		{"lundi 1 septembre 2025 à 8:00", "2025-09-01T08:00:00Z"},
		{"mar., 02 déc. 2025 16:11:02 +0000", "2025-12-02T16:11:02Z"},
		{"Mo, 03 März 2025 08:00:00 +0100", "2025-03-03T07:00:00Z"},
		{"1 de septiembre de 2025", "2025-09-01T00:00:00Z"},
		{"1 września 2025 08:00", "2025-09-01T08:00:00Z"},
		{"1 сентября 2025 г. 08:00", "2025-09-01T08:00:00Z"},
		{"Δευ, 01 Σεπ 2025 08:00:00 +0300", "2025-09-01T05:00:00Z"},
		{"2025-július-13T9:15-05:00", "2025-07-13T14:15:00Z"},
		{"2025年9月1日 08:00", "2025-09-01T08:00:00Z"},
		{"2025년 09월 01일 09:31:15", "2025-09-01T00:31:15Z"}, /* Korean words, Korean time */
		{"1 listopada 2025", "2025-11-01T00:00:00Z"},
		{"zo, 1 februari 2025", "2025-02-01T00:00:00Z"},
		{"20 juillet 2025", "2025-07-20T00:00:00Z"},
		{"20 juin 2025", "2025-06-20T00:00:00Z"},
		{"1. srpna 2025", "2025-08-01T00:00:00Z"},
		{"1 srpnja 2025", "2025-07-01T00:00:00Z"},
		{"3 červen 2025", "2025-06-03T00:00:00Z"},
		{"3 červenec 2025", "2025-07-03T00:00:00Z"},
		{"05 PAŹ 2025", "2025-10-05T00:00:00Z"},
		{"7 Ağustos 2025 Perşembe", "2025-08-07T00:00:00Z"},
		{"ΔΕΥ, 1 ΙΟΥΛΊΟΥ 2025", "2025-07-01T00:00:00Z"},
		{"1 Ιουνίου 2025 8:00 μ.μ.", "2025-06-01T20:00:00Z"},
		{"12 травень 2025", "2025-05-12T00:00:00Z"},
		{"luni, 1 septembrie 2025, ora 8:00", "2025-09-01T08:00:00Z"},
		{"1 marraskuuta 2025 klo 8.00", "2025-11-01T08:00:00Z"},
		{"5 tháng 9, 2025", "2025-09-05T00:00:00Z"},
		{"1 أكتوبر 2025", "2025-10-01T00:00:00Z"},
		{"1 באוקטובר 2025", "2025-10-01T00:00:00Z"},
		{"1 अक्टूबर 2025", "2025-10-01T00:00:00Z"},
		{"2025년 9월 1일 오후 3:05", "2025-09-01T06:05:00Z"},
		{"01 九月 2025", "2025-09-01T00:00:00Z"},
		{"2025년 9월 1일", "2025-09-01T00:00:00Z"}, /* a day alone is no time in Korea */
		{"월, 23 9월 2025", "2025-09-23T00:00:00Z"},
		{"1 d’abril del 2025", "2025-04-01T00:00:00Z"},
		{"1 d'abril de 2025", "2025-04-01T00:00:00Z"},
		{"Thứ Sáu, 1 tháng 8, 2025", "2025-08-01T00:00:00Z"},
		{"1 thg 8, 2025", "2025-08-01T00:00:00Z"},
		{"2025 m. rugsėjo 1 d., pirmadienis 08:00", "2025-09-01T08:00:00Z"},
		{"2025. gada 1. septembris", "2025-09-01T00:00:00Z"},
		{"1. syyskuuta 2025 klo 8.05.30", "2025-09-01T08:05:30Z"},
		{"1 September 2025 pukul 08.05.30", "2025-09-01T08:05:30Z"},
		{"1 sentyabr 2025", "2025-09-01T00:00:00Z"},
		{"1 Medi 2025", "2025-09-01T00:00:00Z"},
		{"1 กันยายน 2025", "2025-09-01T00:00:00Z"},
		{"1 სექტემბერი 2025", "2025-09-01T00:00:00Z"},
		{"۱ سپتامبر ۲۰۲۵", "2025-09-01T00:00:00Z"},
		{"٢٣\u200f/\u200f٠٩\u200f/\u200f٢٠٢٥", "2025-09-23T00:00:00Z"},
		{"1 سبتمبر 2025 في 8:05 م", "2025-09-01T20:05:00Z"},
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, takes_what_cannot_be_a_date_for_none)
{
	static const struct date_row rows[] = {
		{"", ""},
		{"yesterday", ""},
		{"Sun, 31 Jun 2009 12:00:00 GMT", ""},
		{"2025-02-29", ""},
		{"2025-13-01T00:00:00Z", ""},
		{"2025-W53-1", ""}, /* that year had 52 */
		{"2025-366", ""},
		{"2025-09-01T25:00:00Z", ""},
		{"2025-09-01T08:61:00Z", ""},
		{"Sun, Dec x 2012 11:47:32 GMT", ""},
		{"Sun, 16 zzz 2012 11:47:32 GMT", ""},
		{"0001-01-01T00:00:00Z", ""}, /* what programs write for nothing */
		{"0000-00-00 00:00:00", ""},
		{"12:30", ""},
		{"99999999999999999999", ""},
	};

	expect_dates(rows, COUNT_OF(rows));
}

Test(datetime, never_asks_the_local_time_zone)
{
	cr_expect_eq(datetime_parse(STR("Mon, 01 Sep 2025 08:00:00")), 1756713600);
	cr_expect_eq(
		datetime_parse(STR("Mon, 01 Sep 2025 08:00:00 XYZ")), 1756713600, "an unknown zone is UTC");
}

Test(datetime, writes_the_days_before_1970_too)
{
	char text[TIME_TEXT_SIZE];

	cr_expect(str_equal(datetime_format(-1, text), STR("1969-12-31T23:59:59Z")));
	cr_expect(str_equal(datetime_format(-11676096000, text), STR("1600-01-01T00:00:00Z")));
	cr_expect(str_equal(datetime_format(253402300799, text), STR("9999-12-31T23:59:59Z")));
	cr_expect_eq(datetime_days(2000, 2, 29) * 86400, 951782400);
}
