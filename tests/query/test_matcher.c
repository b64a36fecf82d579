#include "dateline/query/match.h"

#include <criterion/criterion.h>
#include <string.h>

/* Whether an article with this title, or tag, is meant. */
static bool is_meant(struct article *article, const char *text)
{
	struct arena arena = {0};
	struct query_subject subject = {.article = article,
		.readon = TIME_NONE,
		.feed_title = STR("Reuters: World"),
		.feed_address = STR("https://feeds.example.org/world.xml"),
		.folder = STR("news/asia")};
	struct query query;
	struct query_mistake mistake;
	bool result;

	article->published = article->updated = TIME_NONE;
	cr_assert(
		query_parse(str_from(text), NULL, &arena, &query, &mistake), "%s: %s", text, mistake.message);
	result = query_matches(&query, &subject);
	arena_finish(&arena);
	return result;
}

static const struct {
	const char *query, *title;
	bool is_meant;
} titles[] = {
	{"korea", "North Korea tests an engine", true},
	{"KOREA", "North Korea tests", true},
	{"kore", "North Korea tests", false},
	{"kore*", "North Korea tests", true},
	{"title:korea", "Korean troops", false},
	{"title:\"north korea\"", "North Korea tests", true},
	{"title:\"korea north\"", "North Korea tests", false},
	{"title:\"north ko\"", "North Korea", false},
	{"title:muller", "Herr Müller geht", true},
	{"title:Müller", "Mr Muller goes", true},
	{"title:strasse", "Auf der Straße", true},
	{"title:\"don't\"", "They don’t know", true},
	{"title:e-mail", "An e‑mail", true},
	{"title:e-mail", "An email", false},
	{"title:korea", "Korea's way", true},
	{"title:ＫＯＲＥＡ", "Korea", true},
	{"title:東京", "北東京都", true},
	{"title:京東", "北東京都", false},
	{"title:\"a b\"~2", "a x y b", true},
	{"title:\"a b\"~1", "a x y b", false},
	{"title:\"b a\"~2", "a x y b", true},
	{"title:\"a b c\"~1", "c x a b", false},
	{"title:\"a b c\"~2", "c x a b", true},
	{"title:2025", "In 2025, then", true},
	{"title:/kore(a|en)/i", "Die KOREEN", true},
	{"title:/kore(a|en)/", "KOREA", false},
	{"title:/^[A-Z][a-z]+ K/", "North Korea", true},
	{"title:/^[[:upper:]]{2,3}$/", "UNO", true},
	{"title:/a.c/", "aäc", true},
	{"title:/\\/home/", "in /home", true},
	{"title:/€$/", "5 €", true},
	{"title:/[^a-z]/", "abc", false},
	{"title:/a]/", "a]", true},
	{"title:/x|/", "y", true},
	{"title:?", "", true},
	{"title:?", "x", false},
	{"-title:x", "", true},
};

Test(matcher, compares_words_as_people_do)
{
	for (size_t i = 0; i < COUNT_OF(titles); i++) {
		struct article article = {.title = str_from(titles[i].title)};

		cr_expect_eq(is_meant(&article, titles[i].query), titles[i].is_meant, "%s of \"%s\"",
			titles[i].query, titles[i].title);
	}
}

static const struct {
	const char *query, *tag;
	bool is_meant;
} tags[] = {
	{"tag:\"North Korea\"", "North Korea", true},
	{"tag:\"North Korea\"", "north-korea", true},
	{"tag:north_korea", "#North  Korea", true},
	{"tag:korea", "North Korea", false},
	{"tag:*korea*", "North Koreans", true},
	{"tag:*korea", "North Korea", true},
	{"tag:*korea", "Korean", false},
	{"tag:north*", "Northern Ireland", true},
	{"tag:Müller", "MULLER", true},
	{"tag:c++", "C++", true},
	{"tag:\"a, b\"", "a, b", true},
	{"tag:\"OR\"", "or", true},
	{"tag:\"say \\\"x\\\"\"", "say \"x\"", true},
	{"tag:/^No/", "North", true},
	{"tag:a,north", "North", true},
	{"tag:(a OR north) -tag:(b south)", "North", true},
	{"category:north", "North", false},
	{"has:tag -tag:?", "x", true},
	{"korea", "South Korea", true},
};

Test(matcher, compares_names_whole)
{
	for (size_t i = 0; i < COUNT_OF(tags); i++) {
		struct tag tag = {str_from(tags[i].tag), TAG_TAG};
		struct article article = {.tags = {&tag, 1, 1}};

		cr_expect_eq(is_meant(&article, tags[i].query), tags[i].is_meant, "%s of \"%s\"",
			tags[i].query, tags[i].tag);
	}
}

Test(matcher, knows_feeds_hosts_and_languages_by_their_parts)
{
	struct str authors[] = {STR("Lee Min-ho"), STR("D. Madhur")};
	struct article article = {.link = STR("https://www.news.bbc.co.uk/world/1?x=y"),
		.language = STR("en-GB"),
		.id = STR("urn:1"),
		.authors = {authors, 2, 2}};
	static const struct {
		const char *query;
		bool is_meant;
	} rows[] = {
		{"feed:reuters", true},
		{"feed:\"reuters: world\"", true},
		{"feed:world.xml", true},
		{"feed:asia", false},
		{"feed:reut*", true},
		{"folder:news", true},
		{"folder:news/asia", true},
		{"folder:as", false},
		{"author:lee", true},
		{"author:\"lee min ho\"", true},
		{"author:min-lee", false},
		{"author:?", false},
		{"site:bbc.co.uk", true},
		{"site:co.uk", true},
		{"site:c.co.uk", false},
		{"site:www.news.bbc.co.uk", true},
		{"lang:en", true},
		{"lang:en-gb", true},
		{"lang:e", false},
		{"lang:e*", true},
		{"link:world", true},
		{"link:wor", false},
		{"id:urn:1", true},
		{"id:urn", false},
		{"https://www.news.bbc.co.uk/world/1", true},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(is_meant(&article, rows[i].query), rows[i].is_meant, "%s", rows[i].query);
}

static bool knows_reuters(void *data, enum query_field field, struct str name)
{
	(void)data;
	return field == QUERY_FEED && str_equal_nocase(name, STR("reuters"));
}

Test(matcher, takes_a_feeds_whole_name_first_when_one_has_it)
{
	struct query_names names = {.is_known = knows_reuters};
	struct query_context context = {.names = &names};
	struct arena arena = {0};
	struct article article = {.published = TIME_NONE, .updated = TIME_NONE};
	struct query_subject world = {.article = &article, .feed_title = STR("Reuters: World")};
	struct query_subject reuters = {.article = &article, .feed_title = STR("Reuters")};
	struct query query;
	struct query_mistake mistake;

	cr_assert(query_parse(STR("feed:reuters"), &context, &arena, &query, &mistake));
	cr_expect_not(query_matches(&query, &world));
	cr_expect(query_matches(&query, &reuters));
	arena_finish(&arena);
}

Test(matcher, gives_up_a_pattern_that_would_take_for_ever)
{
	struct article article = {
		.title = STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")};

	cr_expect_not(is_meant(&article, "title:/^(a*)*(a*)*(a*)*(a*)*c$/"));
	cr_expect_not(is_meant(&article, "title:/^((a?){50}){20}c$/"));
}

Test(matcher, finds_the_place_in_the_text_as_it_stands)
{
	static const struct {
		const char *query, *text;
		size_t from, start, end;
	} rows[] = {
		{"müller", "Der Muller, der Müller", 0, 4, 10},
		{"müller", "Der Muller, der Müller", 10, 16, 23},
		{"\"north korea\"", "in North‐Korea now", 0, 3, 16},
		{"kor*", "a Korean", 0, 2, 8},
		{"\"a b\"~3", "x b y a", 0, 2, 3},
		{"title:/o+/", "foo boo", 3, 5, 7},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct query_matcher_list matchers;
		size_t start = 0, end = 0;

		cr_assert(query_parse(str_from(rows[i].query), NULL, &arena, &query, &mistake), "%s",
			mistake.message);
		query_text_matchers(&query, &arena, &matchers);
		cr_assert_eq(matchers.count, 1);
		cr_expect(query_matcher_find(
				  matchers.items[0], str_from(rows[i].text), rows[i].from, &start, &end),
			"%s", rows[i].query);
		cr_expect(start == rows[i].start && end == rows[i].end, "%s in \"%s\": got %zu to %zu",
			rows[i].query, rows[i].text, start, end);
		arena_finish(&arena);
	}
}

Test(matcher, looks_only_for_what_is_wanted)
{
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	struct str_list words;

	cr_assert(query_parse(STR("\"North Korea\" -sports title:kim tag:x \"a b\"~3 said:talks"), NULL,
		&arena, &query, &mistake));
	query_search_words(&query, &arena, &words);
	cr_assert_eq(words.count, 5);
	cr_expect(str_equal(words.items[0], STR("north korea")));
	cr_expect(str_equal(words.items[1], STR("kim")));
	cr_expect(str_equal(words.items[2], STR("a")));
	cr_expect(str_equal(words.items[4], STR("talks")));
	arena_finish(&arena);
}

Test(matcher, makes_the_text_of_the_index)
{
	static const struct {
		const char *text, *indexed;
	} rows[] = {
		{"Kim’s  visit — “to” Müller", "kim s visit to muller"},
		{"東京 tower", "東 京 tower"},
		{"one\ntwo", "one ¶ two"},
		{"--- ", ""},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buffer out = {0};

		query_index_text(str_from(rows[i].text), &out);
		cr_expect(str_equal(buffer_str(&out), str_from(rows[i].indexed)), "%s: got \"%.*s\"",
			rows[i].text, STR_ARG(buffer_str(&out)));
		buffer_finish(&out);
	}
}
