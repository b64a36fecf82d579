#include "dateline/article/article.h"
#include "dateline/query/match.h"

#include <criterion/criterion.h>
#include <string.h>

static struct quote quotes[] = {
	{.kind = QUOTE_DIRECT,
		.text = STR_INIT("We welcome the talks"),
		.speaker = STR_INIT("Hong Lei"),
		.role = STR_INIT("assistant foreign minister"),
		.cue = STR_INIT("said")},
	{.kind = QUOTE_MIXED,
		.text = STR_INIT("sanctions must stay"),
		.speaker = STR_INIT("Victor Cha"),
		.role = STR_INIT("CSIS"),
		.cue = STR_INIT("warned")},
	{.kind = QUOTE_DIRECT, .text = STR_INIT("nobody knows"), .cue = STR_INIT("said")},
};

static struct block blocks[] = {
	{.kind = BLOCK_HEADING, .level = 2, .text = STR_INIT("Background")},
	{.kind = BLOCK_PARAGRAPH, .text = STR_INIT("The leader travels by train to the capital.")},
};

static struct section sections[] = {{STR_INIT("Background"), 2, 0}};
static struct enclosure enclosures[] = {
	{.url = STR_INIT("https://x.example/a.mp3"), .type = STR_INIT("audio/mpeg")}};

static struct article article = {
	.title = STR_INIT("A visit"),
	.published = 1000000,
	.updated = TIME_NONE,
	.id = STR_INIT("urn:1"),
	.blocks = {blocks, 2, 2},
	.quotes = {quotes, 3, 3},
	.sections = {sections, 1, 1},
	.enclosures = {enclosures, 1, 1},
};

static struct query_subject subject = {
	.article = &article,
	.seen = 2000000,
	.readon = TIME_NONE,
	.is_starred = true,
	.versions = 2,
	.number = 17,
};

static bool is_meant(const char *text)
{
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	bool result;

	cr_assert(
		query_parse(str_from(text), NULL, &arena, &query, &mistake), "%s: %s", text, mistake.message);
	result = query_matches(&query, &subject);
	arena_finish(&arena);
	return result;
}

static const struct {
	const char *query;
	bool is_meant;
} rows[] = {
	{"", true},
	{"visit train", true},
	{"visit plane", false},
	{"visit OR plane", true},
	{"\"background the\"", true},
	{"heading:background", true},
	{"body:visit", false},
	/* one quotation */
	{"speaker:\"Hong Lei\"", true},
	{"speaker:lei", true},
	{"speaker:le", false},
	{"speaker:\"Lei Hong\"", false},
	{"speaker:lei said:talks", true},
	{"speaker:lei said:sanctions", false},
	{"quote(speaker:lei) quote(said:sanction*)", true},
	{"speaker:lei -said:talks", false},
	{"speaker:lei -said:sanctions", true},
	{"-speaker:lei", false},
	{"-speaker:kim", true},
	{"quote(-speaker:lei)", true},
	{"speaker:?", true},
	{"quote(speaker:? said:talks)", false},
	{"speaker:cha,lei quote:mixed", true},
	{"speaker:lei quote:mixed", false},
	{"quote:block,indirect", false},
	{"role:minister cue:said", true},
	{"(speaker:lei said:talks) (speaker:cha cue:warned)", true},
	{"said:/We .* talks/", true},
	/* numbers, and what is not there */
	{"words:9", true},
	{"words:>9", false},
	{"words:<=9 words:>=9 words:3..9 words:9.. words:..9", true},
	{"minutes:1 sections:1 quotes:3 versions:>1", true},
	{"quotes:4..", false},
	{"updated:<1d", false},
	{"-updated:<1d", true},
	{"-author:lee", true},
	{"author:?", true},
	/* states and things */
	{"unread starred", true},
	{"read", false},
	{"is:read,starred", true},
	{"is:later", false},
	{"has:audio has:enclosure has:quotes has:sections has:date", true},
	{"has:video", false},
	{"has:image,audio", true},
	{"-has:tag -has:label -has:author -has:link", true},
	{"id:17 id:urn:1", true},
	{"id:18", false},
	/* laws */
	{"NOT NOT visit", true},
	{"-(plane visit) (-plane OR -visit)", true},
	{"-(plane OR ship) (-plane -ship)", true},
};

Test(match, decides_by_the_terms)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		cr_expect_eq(is_meant(rows[i].query), rows[i].is_meant, "%s", rows[i].query);
}

Test(match, leaves_out_what_is_hidden_and_copies_unless_asked)
{
	subject.is_hidden = true;
	cr_expect_not(is_meant(""));
	cr_expect_not(is_meant("visit"));
	cr_expect(is_meant("visit is:hidden"));
	cr_expect_not(is_meant("-is:hidden"));
	subject.is_hidden = false;
	subject.is_duplicate = true;
	cr_expect_not(is_meant("visit"));
	cr_expect(is_meant("visit group:none"));
	cr_expect(is_meant("is:duplicate"));
}

Test(match, has_no_words_where_there_is_no_text)
{
	article.blocks.count = 0;
	cr_expect_not(is_meant("words:>0"));
	cr_expect(is_meant("-words:>0 -words:<5 -minutes:0"));
}

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	(void)data;
	(void)arena;
	return str_equal(name, STR("Travel desk")) ? STR("train OR plane sort:oldest") : STR_NONE;
}

Test(match, puts_a_saved_query_in_brackets)
{
	struct query_names names = {.saved = find_saved};
	struct query_context context = {.names = &names};
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;

	cr_assert(query_parse(STR("saved:\"Travel desk\" nonsense"), &context, &arena, &query, &mistake));
	cr_expect_not(query_matches(&query, &subject));
	cr_assert(query_parse(STR("saved:\"Travel desk\""), &context, &arena, &query, &mistake));
	cr_expect(query_matches(&query, &subject));
	cr_expect_eq(
		query.sort, QUERY_SORT_OLDEST, "the order of the saved query, when no other is asked for");
	arena_finish(&arena);
}

static struct str multiply(void *data, struct str name, struct arena *arena)
{
	(void)data;
	return arena_printf(arena, "saved:%.*sx OR saved:%.*sx", STR_ARG(name), STR_ARG(name));
}

Test(match, bounds_saved_queries_that_multiply)
{
	struct query_names names = {.saved = multiply};
	struct query_context context = {.names = &names};
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;

	cr_expect_not(query_parse(STR("saved:a"), &context, &arena, &query, &mistake));
	cr_expect(strstr(mistake.message, "saved queries inside one"), "%s", mistake.message);
	arena_finish(&arena);
}

Test(match, shows_the_quotations_that_the_query_speaks_of)
{
	static const struct {
		const char *query;
		bool shown[3];
	} shows[] = {
		{"visit", {true, true, true}},
		{"speaker:lei", {true, false, false}},
		{"-speaker:lei visit", {true, true, true}},
		{"quote(speaker:lei) quote(cue:warned)", {true, true, false}},
		{"cue:said visit", {true, false, true}},
	};

	for (size_t i = 0; i < COUNT_OF(shows); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;

		cr_assert(query_parse(str_from(shows[i].query), NULL, &arena, &query, &mistake));
		for (size_t j = 0; j < 3; j++)
			cr_expect_eq(query_matches_quote(&query, &quotes[j]), shows[i].shown[j],
				"%s: quotation %zu", shows[i].query, j);
		arena_finish(&arena);
	}
}
