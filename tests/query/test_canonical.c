#include "dateline/query/query.h"

#include <criterion/criterion.h>
#include <string.h>

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	(void)data;
	(void)arena;
	return str_equal(name, STR("Korea desk")) ? STR("tag:korea OR tag:dprk sort:oldest") : STR_NONE;
}

static const struct query_names names = {NULL, find_saved, NULL, NULL};
static const struct query_context context = {.now = 1767225600, .names = &names};

/* One row for each way through the grammar; a NULL for what is canonical already. */
static const struct {
	const char *text, *canonical;
} rows[] = {
	{"", NULL},
	{"  \t ", ""},
	{"korea nuclear", NULL},
	{"korea AND nuclear", "korea nuclear"},
	{"a b OR c", NULL},
	{"a | b", "a OR b"},
	{"a|b c", "a OR b c"},
	{"a OR (b OR c)", "a OR b OR c"},
	{"(a OR b) c", NULL},
	{"((((a)))) (b c)", "a b c"},
	{"NOT a", "-a"},
	{"!a -b NOT (c d)", "-a -b -(c d)"},
	{"NOT NOT a --b !!-c", "a b -c"},
	{"-(-(a OR b))", "a OR b"},
	{"\"north korea\"", NULL},
	{"“north korea”", "\"north korea\""},
	{"'north korea'", "\"north korea\""},
	{"\"korea\"", "korea"},
	{"\"say \\\"no\\\" \\\\\"", NULL},
	{"nucl*", NULL},
	{"\"a b\"~8", NULL},
	{"e-mail AC/DC don't 12:30 C.I.A. R&D", NULL},
	{"\"note:this\"", NULL},
	{"\"read\" \"OR\" \"-a\" \"#a\" \"@a\" \"x*\"", NULL},
	{"a or b", NULL},
	{"unread read starred today", "is:unread is:read is:starred date:today"},
	{"#korea #\"North Korea\" @lei", "tag:korea tag:\"North Korea\" speaker:lei"},
	{"t:x f:y a:w", "tag:x feed:y author:w"},
	{"s:z", "speaker:z"},
	{"tag:china,japan", NULL},
	{"tag:china OR tag:japan", "tag:china,japan"},
	{"tag:a OR b OR tag:c", "tag:a,c OR b"},
	{"tag:(china -sports OR japan)", "tag:china -tag:sports OR tag:japan"},
	{"tag:(a OR b) feed:(c NOT d)", "tag:a,b feed:c -feed:d"},
	{"tag:((a OR b) c)", "tag:a,b tag:c"},
	{"title:(north korea)", "title:north title:korea"},
	{"tag:*korea* tag:north* tag:*x", NULL},
	{"tag:\"a,b\" tag:\"(x)\" tag:\"*x\" tag:\"a|b\" tag:\"OR\"", NULL},
	{"tag:a:b tag:c++ tag:don't", NULL},
	{"tag:\"a:b\"", "tag:a:b"},
	{"title:/kore(a|en)/i title:/a\\/b/ link:/\\.org/", NULL},
	{"speaker:? ", "speaker:?"},
	{"tag:? author:? date:? folder:?", NULL},
	{"https://example.org/a,b?x=1", "link:\"https://example.org/a,b?x=1\""},
	{"date:2025-9-1", "date:2025-09-01"},
	{"date:2025 date:2025-02 date:2025-02-28T09:30", NULL},
	{"date:2025-08..2025-09 date:..2025 date:2025.. seen:2w..1w", NULL},
	{"date:>=2025 date:<2025-02 date:=2025-03", "date:>=2025 date:<2025-02 date:2025-03"},
	{"seen:6h", "seen:<6h"},
	{"seen:>6h updated:1d12h readon:yesterday", "seen:>6h updated:<1d12h readon:yesterday"},
	{"newer:7d older:1mo before:today after:2025-02", NULL},
	{"words:>800 words:=5 minutes:..3 sections:2..4 quotes:0 versions:>=2",
		"words:>800 words:5 minutes:..3 sections:2..4 quotes:0 versions:>=2"},
	{"is:unread,starred has:image,audio", NULL},
	{"id:1204 lang:en site:bbc.co.uk", NULL},
	{"saved:\"Korea desk\" -tag:sports", NULL},
	{"limit:50 sort:-length x", "x sort:-length limit:50"},
	{"group:none sort:newest", "sort:newest group:none"},
	/* quotations */
	{"speaker:\"Hong Lei\"", NULL},
	{"quote(speaker:\"Hong Lei\")", "speaker:\"Hong Lei\""},
	{"speaker:lei said:talks", "quote(speaker:lei said:talks)"},
	{"speaker:lei unread said:talks -cue:denied", "quote(speaker:lei said:talks -cue:denied) is:unread"},
	{"speaker:a,b quote:direct", "quote(speaker:a,b quote:direct)"},
	{"quote(speaker:a) quote(speaker:b)", NULL},
	{"(speaker:a said:x) (speaker:b said:y)", "quote(speaker:a said:x) quote(speaker:b said:y)"},
	{"-speaker:a", NULL},
	{"-speaker:a -speaker:b", "-quote(speaker:a) -quote(speaker:b)"},
	{"speaker:a -quote(speaker:b)", "quote(speaker:a) -quote(speaker:b)"},
	{"speaker:a OR speaker:b", "speaker:a,b"},
	{"speaker:a OR said:b", NULL},
	{"speaker:a (said:x OR cue:y)", "quote(speaker:a (said:x OR cue:y))"},
	{"quote(-speaker:a)", NULL},
	{"tag:x speaker:a", NULL},
	{"tag:x (speaker:a OR tag:y)", NULL},
};

static struct str print(struct str text, struct arena *arena)
{
	struct query query;
	struct query_mistake mistake;

	cr_assert(query_parse(text, &context, arena, &query, &mistake), "%.*s: %s", STR_ARG(text),
		mistake.message);
	return query_print(&query, arena);
}

Test(canonical, writes_a_query_in_one_way)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str got = print(str_from(rows[i].text), &arena);

		cr_expect(str_equal(got, str_from(rows[i].canonical ? rows[i].canonical : rows[i].text)),
			"%s: got %.*s", rows[i].text, STR_ARG(got));
		arena_finish(&arena);
	}
}

Test(canonical, stays_the_same_when_read_again)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct str once = print(str_from(rows[i].text), &arena), twice = print(once, &arena);

		cr_expect(str_equal(once, twice), "%.*s became %.*s", STR_ARG(once), STR_ARG(twice));
		arena_finish(&arena);
	}
}

/* Queries put together by chance from the words of the table above. */
static struct str random_query(unsigned *seed, struct arena *arena, int depth)
{
	static const char *const terms[] = {"a", "\"b c\"", "d*", "tag:x", "tag:\"y z\",w", "speaker:s",
		"said:t", "cue:u", "quote(speaker:v said:w)", "unread", "date:2025", "words:>3", "title:/r/i",
		"feed:(f OR g -h)", "quote:direct", "is:full,updated"};
	static const char *const joints[] = {" ", " OR ", " AND ", " | "};
	struct str text = STR("");
	int count = 1 + rand_r(seed) % 3;

	for (int i = 0; i < count; i++) {
		const char *sign = rand_r(seed) % 3 ? "" : rand_r(seed) % 2 ? "-" : "NOT ";
		struct str part = str_from(terms[(size_t)rand_r(seed) % COUNT_OF(terms)]);

		if (depth && rand_r(seed) % 3 == 0) {
			struct str inner = random_query(seed, arena, depth - 1);

			part = arena_printf(arena, "(%.*s)", STR_ARG(inner));
		}
		text = arena_printf(arena, "%.*s%s%s%.*s", STR_ARG(text), i ? joints[rand_r(seed) % 4] : "",
			sign, STR_ARG(part));
	}
	return text;
}

Test(canonical, stays_the_same_for_queries_put_together_by_chance)
{
	unsigned seed = 7;

	for (int i = 0; i < 3000; i++) {
		struct arena arena = {0};
		struct str text = random_query(&seed, &arena, 3), once = print(text, &arena),
			   twice = print(once, &arena);

		cr_assert(str_equal(once, twice), "%.*s\n%.*s became\n%.*s", STR_ARG(text), STR_ARG(once),
			STR_ARG(twice));
		arena_finish(&arena);
	}
}

Test(canonical, reads_a_query_as_long_and_as_deep_as_allowed)
{
	static char text[QUERY_BYTES_MOST];
	struct arena arena = {0};

	memset(text, '-', sizeof text);
	text[sizeof text - 1] = 'a';
	cr_expect(str_equal(print((struct str){text, sizeof text}, &arena), STR("-a")));
	memset(text, '(', 32);
	memset(text + 32, ' ', sizeof text - 64);
	text[100] = 'a';
	memset(text + sizeof text - 32, ')', 32);
	cr_expect(str_equal(print((struct str){text, sizeof text}, &arena), STR("a")));
	arena_finish(&arena);
}

Test(canonical, gives_one_chip_for_each_term_at_the_top)
{
	static const struct {
		const char *text, *chips;
	} chips[] = {
		{"", ""},
		{"tag:\"North Korea\" unread (a OR b) sort:oldest limit:3",
			"[tag:\"North Korea\"][unread][a OR b][sort:oldest][limit:3]"},
		{"a OR b", "[a OR b]"},
		{"today", "[today]"},
		{"quote(speaker:a) quote(speaker:b)", "[speaker:a][speaker:b]"},
		{"-starred is:later", "[-is:starred][is:later]"},
	};

	for (size_t i = 0; i < COUNT_OF(chips); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct str_list list;
		struct str all = STR("");

		cr_assert(query_parse(str_from(chips[i].text), &context, &arena, &query, &mistake));
		query_chips(&query, &arena, &list);
		for (size_t j = 0; j < list.count; j++)
			all = arena_printf(&arena, "%.*s[%.*s]", STR_ARG(all), STR_ARG(list.items[j]));
		cr_expect(str_equal(all, str_from(chips[i].chips)), "%s: got %.*s", chips[i].text,
			STR_ARG(all));
		arena_finish(&arena);
	}
}
