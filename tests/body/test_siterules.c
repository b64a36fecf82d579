#include "dateline/body/siterules.h"
#include "dateline/markup/document.h"

#include <criterion/criterion.h>
#include <string.h>

Test(siterules, selects_by_name_class_id_and_attribute)
{
	static const struct {
		const char *selector;
		bool is_selected;
	} rows[] = {
		{"p", true},          {"div", false},       {".lead", true},       {".lea", false},     {"p.lead.big", true},
		{"p.lead.x", false},  {"#one", true},       {"p#one.lead", true},  {"[data-x]", true},  {"[data-x=1]", true},
		{"[data-x='2']", false}, {"article p", true}, {"main p", true},    {"main article p", true},
		{"article main p", false}, {"*", true},     {"main .story p.lead", true}, {"nav p", false},
	};
	struct arena arena = {0};
	const struct node *top = markup_parse_html(
		STR("<main><article class=story><p class='lead big' id=one data-x=1>x</p></article></main>"),
		&arena, NULL);
	const struct node *p = top->first->first->first;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(siterules_select(str_from(rows[i].selector), p), rows[i].is_selected, "%s",
			rows[i].selector);
	arena_finish(&arena);
}

Test(siterules, reads_a_file)
{
	struct arena arena = {0};
	struct site_rules rules = {0};
	struct error error = {0};

	cr_assert(siterules_parse(
		STR("# the Gazette\n\nbody: div.story-text\r\nstrip:  .promo\n  date: time[datetime]\n"), "f",
		&arena, &rules, &error));
	cr_assert_eq(rules.count, 3);
	cr_expect_eq(rules.items[0].key, SITE_BODY);
	cr_expect(str_equal(rules.items[0].selector, STR("div.story-text")));
	cr_expect_eq(rules.items[2].line, 5);
	arena_finish(&arena);
}

Test(siterules, says_in_which_line_the_mistake_is)
{
	static const struct {
		const char *text, *message;
	} rows[] = {
		{"body: p\nbodi: p\n", "sites/a.example:2: \"bodi\" is none of body, strip, title, author, date"},
		{"just words", "sites/a.example:1: a rule is a key, a colon and a selector"},
		{"\nbody: p..x", "sites/a.example:2: \"p..x\" is no selector such as div.story or #main p"},
		{"body: p[", "sites/a.example:1: \"p[\" is no selector such as div.story or #main p"},
		{"body:", "sites/a.example:1: \"\" is no selector such as div.story or #main p"},
		{"strip: a > b", "sites/a.example:1: \"a > b\" is no selector such as div.story or #main p"},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct site_rules rules = {0};
		struct error error = {0};

		cr_expect_not(
			siterules_parse(str_from(rows[i].text), "sites/a.example", &arena, &rules, &error));
		cr_expect_str_eq(error.message, rows[i].message);
		cr_expect_eq(error.code, ERROR_USAGE);
	}
	arena_finish(&arena);
}

Test(siterules, never_reads_outside_its_directory)
{
	static const char *const addresses[] = {"https://../etc/passwd", "https://./x", "file:///etc/passwd",
		"https:///x", "", "https://a%2fb/"};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(addresses); i++) {
		struct site_rules rules = {0};
		struct error error = {0};

		cr_expect(siterules_load("/nonexistent", str_from(addresses[i]), &arena, &rules, &error),
			"%s", addresses[i]);
		cr_expect_eq(rules.count, 0);
	}
	arena_finish(&arena);
}
