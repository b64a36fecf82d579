#include "dateline/query/rules.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena arena;

static void end(void)
{
	arena_finish(&arena);
}

TestSuite(rules, .fini = end);

static void add(struct rules *rules, const char *line)
{
	struct error error = {0};

	cr_assert(rule_read(str_from(line), LIST_PUSH(&arena, &rules->list), &error), "%s", error.message);
}

/* What the rules say of an article of that title: "hide", "mute", "star" and labels. */
static struct str said_of(const struct rules *rules, const char *title)
{
	const struct article article = {
		.title = str_from(title), .published = TIME_NONE, .updated = TIME_NONE, .id = STR("1")};
	const struct query_subject subject = {.article = &article, .readon = TIME_NONE, .versions = 1};
	struct rule_verdict verdict;
	struct str said;

	if (!rules_verdict(rules_judge(rules, 0, &arena), &subject, &arena, &verdict))
		return STR("nothing");
	said = arena_printf(&arena, "%s%s%s", verdict.hides ? "hide " : "", verdict.mutes ? "mute " : "",
		verdict.stars ? "star " : "");
	for (size_t i = 0; i < verdict.labels.count; i++)
		said = arena_printf(&arena, "%.*s@%.*s ", STR_ARG(said), STR_ARG(verdict.labels.items[i]));
	return str_trim(said);
}

#define EXPECT_SAID(rules, title, wanted)                                                                    \
	do {                                                                                                 \
		struct str got_ = said_of(rules, title);                                                     \
		cr_expect(str_equal(got_, STR(wanted)), "%s: got %.*s, want %s", title, STR_ARG(got_),       \
			wanted);                                                                             \
	} while (0)

Test(rules, are_lines_that_begin_with_what_is_done)
{
	static const struct {
		const char *line;
		bool is_rule;
	} rows[] = {{"hide: a", true}, {"mute:a", true}, {"star: a:b", true}, {"label x: a", true},
		{"label \"a: b\" : c", true}, {"hide:", true}, {"label: x", true}, {"hidden: a", false},
		{"hide = a", false}, {"label x", false}, {"label \"x: a", false},
		{"saved \"hide:\" = a", false}, {"", false}, {"hide", false}, {"starred: a", false}};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(rule_is_line(str_from(rows[i].line)), rows[i].is_rule, "%s", rows[i].line);
}

Test(rules, need_a_query_and_a_label_a_name)
{
	static const struct {
		const char *line, *part;
	} rows[] = {{"hide:", "every article"}, {"star:  ", "every article"}, {"label : a", "which label"},
		{"label: a", "which label"}, {"label \"\": a", "which label"}, {"label x:", "every article"}};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct rule rule;
		struct error error = {0};

		cr_expect(!rule_read(str_from(rows[i].line), &rule, &error), "%s", rows[i].line);
		cr_expect(str_find(str_from(error.message), str_from(rows[i].part), 0) != STR_NPOS, "%s: %s",
			rows[i].line, error.message);
	}
}

Test(rules, take_the_first_of_hide_and_mute_and_all_of_the_others)
{
	struct rules rules = {0};

	add(&rules, "mute: title:ferry title:late");
	add(&rules, "hide: title:ferry");
	add(&rules, "mute: title:tide");
	add(&rules, "label \"By sea\": title:ferry OR title:tide");
	add(&rules, "label boats: title:ferry");
	add(&rules, "star: title:tide");
	EXPECT_SAID(&rules, "Ferry late", "mute @By sea @boats");
	EXPECT_SAID(&rules, "Ferry sails", "hide @By sea @boats");
	EXPECT_SAID(&rules, "Tide and ferry", "hide star @By sea @boats");
	EXPECT_SAID(&rules, "Tide", "mute star @By sea");
	EXPECT_SAID(&rules, "Tram", "nothing");
}

Test(rules, may_name_saved_queries)
{
	struct rules rules = {0};

	*LIST_PUSH(&arena, &rules.saved) = (struct rule_saved){STR("Sea things"), STR("title:tide")};
	add(&rules, "hide: saved:\"sea things\" -title:high");
	EXPECT_SAID(&rules, "Low tide", "hide");
	EXPECT_SAID(&rules, "High tide", "nothing");
}

Test(rules, say_where_their_query_is_wrong)
{
	static const struct {
		const char *line;
		size_t column;
	} rows[] = {{"hide: tga:x", 7}, {"mute:a (b", 8}, {"label é: tga:x", 10}, {"star: a sort:oldest", 7},
		{"hide: limit:5", 7}, {"hide: saved:none", 13}};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct rules rules = {0};
		struct query query;
		struct error error = {0};
		size_t column = 0;

		add(&rules, rows[i].line);
		cr_expect(!rule_parse(&rules, &rules.list.items[0], 0, &arena, &query, &column, &error), "%s",
			rows[i].line);
		cr_expect_eq(column, rows[i].column, "%s: got %zu: %s", rows[i].line, column, error.message);
		EXPECT_SAID(&rules, "a", "nothing");
	}
}

Test(rules, are_the_same_when_they_are_copied)
{
	struct rules rules = {0}, copy;
	char line[] = "label \"By sea\": saved:x";

	*LIST_PUSH(&arena, &rules.saved) = (struct rule_saved){STR("x"), STR("title:ferry")};
	add(&rules, line);
	rules_copy(&rules, &arena, &copy);
	line[8] = 'X';
	EXPECT_SAID(&copy, "Ferry", "@By sea");
}

Test(rules, name_a_circle_of_saved_queries_and_do_nothing)
{
	struct rules rules = {0};
	struct query query;
	struct error error = {0};
	size_t column = 0;

	*LIST_PUSH(&arena, &rules.saved) = (struct rule_saved){STR("sea"), STR("saved:\"Coast\" title:tide")};
	*LIST_PUSH(&arena, &rules.saved) = (struct rule_saved){STR("Coast"), STR("title:ferry OR saved:sea")};
	add(&rules, "hide: saved:sea");
	add(&rules, "star: title:ferry");
	cr_expect(!rule_parse(&rules, &rules.list.items[0], 0, &arena, &query, &column, &error));
	cr_expect_eq(column, 13, "got %zu", column);
	cr_expect(strstr(error.message, "uses itself: sea → Coast → sea"), "%s", error.message);
	EXPECT_SAID(&rules, "Ferry", "star");
}
