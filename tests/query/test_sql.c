/* The library's answers must be those of brute force: random queries over a random library, without its full-text index
 * and with it. */
#include "dateline/query/sql.h"
#include "dateline/store/articles.h"
#include "dateline/store/index.h"
#include "dateline/store/list.h"
#include "dateline/store/names.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define NOW INT64_C(1767225600) /* 2026-01-01 */
#define ARTICLE_COUNT 60
#define QUERY_COUNT 1500

static unsigned seed = 20260101;

static size_t chance(size_t most)
{
	return (size_t)rand_r(&seed) % most;
}

static const char *const words[] = {"kim", "talks", "Müller", "東京", "e-mail", "train", "2025", "north", "Korea", "the"};
static const char *const names[] = {"North Korea", "korea", "trade", "Straße", "A, B", "kim talks"};
static const char *const people[] = {"Hong Lei", "Victor Cha", "Lee Min-ho", "Kim"};

static struct str random_text(struct arena *arena, size_t most)
{
	struct str text = STR("");
	size_t count = chance(most + 1);

	if (count == 0)
		return STR_NONE;
	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%.*s%s%s", STR_ARG(text), i ? chance(5) ? " " : ". " : "",
		                    words[chance(COUNT_OF(words))]);
	return text;
}

static int64_t random_time(void)
{
	return chance(5) ? NOW - (int64_t)chance(400) * 43200 : TIME_NONE;
}

/* ---- a library by chance */

static void add_quotes(struct article *article, struct arena *arena)
{
	for (size_t i = chance(3); i > 0; i--) {
		struct quote *quote = LIST_PUSH(arena, &article->quotes);

		quote->kind = (enum quote_kind)chance(4);
		quote->text = random_text(arena, 5);
		if (quote->text.data == NULL)
			quote->text = STR("so");
		if (chance(3))
			quote->speaker = str_from(people[chance(COUNT_OF(people))]);
		if (chance(2))
			quote->cue = STR("said");
		quote->role = random_text(arena, 2);
		quote->end = 1;
	}
}

static void add_body(struct article *article, struct arena *arena)
{
	struct str text = random_text(arena, 20);
	struct block *block;

	if (text.data == NULL)
		return;
	block = LIST_PUSH(arena, &article->blocks);
	block->text = text;
	article->content = (struct content){CONTENT_TEXT, text, STR_NONE};
	if (chance(3) == 0)
		LIST_PUSH(arena, &article->sections)->heading = random_text(arena, 3);
	add_quotes(article, arena);
}

static void add_article(struct feed *feed, struct arena *arena, size_t number)
{
	struct article *article = LIST_PUSH(arena, &feed->articles);

	article->id = arena_printf(arena, "urn:%zu", number);
	article->title = random_text(arena, 6);
	article->standfirst = random_text(arena, 4);
	article->link = arena_printf(arena, "https://%s.example.org/%zu", chance(2) ? "www" : "blog", number);
	article->language = chance(2) ? STR("en-GB") : STR_NONE;
	article->image = chance(3) ? STR_NONE : STR("https://example.org/i.png");
	article->published = random_time();
	article->updated = random_time();
	for (size_t i = chance(3); i > 0; i--)
		*LIST_PUSH(arena, &article->authors) = str_from(people[chance(COUNT_OF(people))]);
	for (size_t i = chance(4); i > 0; i--)
		article_add_tag(article, arena, str_from(names[chance(COUNT_OF(names))]), (enum tag_kind)chance(2));
	if (chance(4) == 0)
		*LIST_PUSH(arena, &article->enclosures) = (struct enclosure){STR("https://example.org/a"), STR("audio/mpeg"),
		                                                             STR_NONE, -1};
	add_body(article, arena);
}

static void add_feed(struct store *store, const char *title, const char *folder, struct arena *arena, size_t first)
{
	struct store_feed row = {.address = arena_printf(arena, "https://feeds.example.org/%zu.xml", first),
	                         .folder = str_from(folder)};
	struct feed feed = {.title = str_from(title), .updated = TIME_NONE};
	struct error error = {0};
	int64_t id;

	cr_assert(store_feed_add(store, &row, &id, &error), "%s", error.message);
	for (size_t i = 0; i < ARTICLE_COUNT / 2; i++)
		add_article(&feed, arena, first + i);
	cr_assert(store_put_feed(store, id, &feed, NULL, NOW - 86400 * (int64_t)first, NULL, &error), "%s", error.message);
}

static void mark_some(struct store *store, enum store_mark mark)
{
	struct error error = {0};

	for (int64_t id = 1; id <= ARTICLE_COUNT; id++)
		if (chance(3) == 0)
			cr_assert(store_mark(store, mark, &id, 1, NOW - (int64_t)chance(100) * 3600, NULL, &error), "%s",
			          error.message);
}

static struct store *make_library(struct arena *arena)
{
	struct store *store;
	struct error error = {0};

	cr_assert(store_open(":memory:", STORE_READ_WRITE, &store, &error), "%s", error.message);
	add_feed(store, "Reuters: World", "news/asia", arena, 0);
	add_feed(store, "Talks of the town", "", arena, ARTICLE_COUNT / 2);
	mark_some(store, STORE_READ);
	mark_some(store, STORE_STAR);
	mark_some(store, STORE_HIDE);
	for (int64_t id = 1; id <= ARTICLE_COUNT; id += 7)
		cr_assert(store_label(store, STR("Essay"), false, &id, 1, NOW, NULL, &error), "%s", error.message);
	return store;
}

/* ---- brute force */

static void load_subject(struct store *store, int64_t id, struct arena *arena, struct query_subject *subject)
{
	struct store_entry *entry = arena_zalloc(arena, sizeof *entry);
	struct error error = {0};

	cr_assert(store_article_get(store, id, STORE_CONTENT_BEST, arena, entry, &error), "%s", error.message);
	if (entry->article.content.text.length)
		LIST_PUSH(arena, &entry->article.blocks)->text = entry->article.content.text;
	*subject = (struct query_subject){
		.article = &entry->article, .feed_title = entry->feed_title, .feed_address = entry->feed_address,
		.folder = entry->folder, .labels = entry->labels, .number = id, .versions = entry->versions,
		.seen = entry->seen, .readon = entry->read, .is_read = entry->is_read, .is_starred = entry->is_starred,
		.is_later = entry->is_later, .is_hidden = entry->is_hidden, .is_updated = entry->is_updated,
		.is_duplicate = entry->is_duplicate, .is_full = entry->is_full,
	};
}

/* ---- queries by chance */

static const char *const terms[] = {
	"kim", "talks", "\"kim talks\"", "mull*", "東京", "\"north kim\"~3", "heading:\"a b\"~2", "e-mail", "kor*", "title:the", "standfirst:kim",
	"body:train", "body:\"north korea\"", "tag:korea", "tag:*korea*", "tag:strasse,trade", "tag:?", "tag:essay",
	"category:korea", "label:essay", "feed:reuters", "feed:talks", "feed:?", "folder:news", "folder:?", "author:lee",
	"author:?", "author:\"hong lei\"", "link:www", "site:www.example.org", "site:example.org", "lang:en", "lang:?",
	"speaker:lei", "speaker:?", "said:talks", "cue:said", "cue:?", "role:kim", "quote:direct,block",
	"quote(speaker:kim -said:the)", "speaker:cha cue:said", "unread", "read", "starred", "is:hidden", "is:updated",
	"is:undated", "is:full", "has:image", "has:audio", "has:quotes", "has:tag", "has:label", "has:author", "has:date",
	"has:sections", "date:2025-12", "date:2025-06..2025-09", "newer:2w", "older:3mo", "updated:<60d", "updated:?",
	"seen:<5w", "seen:<1h", "readon:<2d", "readon:?", "words:>5", "words:3..8", "-words:>0", "minutes:1", "quotes:0",
	"quotes:>=1", "versions:1", "title:/k[io]/i", "tag:/a, b/i", "said:/th?/", "speaker:/^H/", "id:12", "id:urn:3",
	"heading:kim", "before:2025-10", "after:2025-10", "sections:0", "sections:1..", "link:/[02468]$/", "author:/L/",
	"date:?", "has:enclosure,image", "has:link", "is:later,duplicate", "standfirst:?", "body:?", "tag:\"A, B\"", "\"kim\" OR tag:trade", "t:trade",
};

static struct str random_query(struct arena *arena, int depth)
{
	struct str text = STR("");
	size_t count = 1 + chance(3);

	for (size_t i = 0; i < count; i++) {
		const char *sign = chance(3) ? "" : "-", *joint = chance(3) ? " " : " OR ";
		struct str part = str_from(terms[chance(COUNT_OF(terms))]);

		if (depth && chance(3) == 0)
			part = random_query(arena, depth - 1);
		text = arena_printf(arena, "%.*s%s%s(%.*s)", STR_ARG(text), i ? joint : "", sign, STR_ARG(part));
	}
	return text;
}

static bool is_in(const int64_t *ids, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static void compare(struct store *store, const struct query_subject *subjects, struct str text, const char *how)
{
	struct query_names known = store_query_names(store);
	struct query_context context = {.now = NOW, .names = &known};
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	struct store_list *list;
	struct error error = {0};
	int64_t *ids;
	size_t count;

	cr_assert(query_parse(text, &context, &arena, &query, &mistake), "%.*s: %s", STR_ARG(text), mistake.message);
	cr_assert(store_list_open(store, &query, &list, &error), "%.*s: %s", STR_ARG(text), error.message);
	cr_assert(store_list_ids(list, &arena, &ids, &count, &error), "%s", error.message);
	for (int64_t id = 1; id <= ARTICLE_COUNT; id++)
		cr_expect_eq(is_in(ids, count, id), query_matches(&query, &subjects[id]), "%.*s, article %lld, %s: the library %s",
		             STR_ARG(text), (long long)id, how, is_in(ids, count, id) ? "has it" : "has it not");
	store_list_close(list);
	arena_finish(&arena);
}

static void build_index(struct store *store)
{
	struct error error = {0};
	size_t left = 1;

	while (left)
		cr_assert(store_index(store, 1000, &left, &error), "%s", error.message);
	cr_assert(store_index_is_complete(store));
}

Test(sql, answers_as_brute_force_does)
{
	static struct query_subject subjects[ARTICLE_COUNT + 1];
	struct arena arena = {0};
	struct store *store = make_library(&arena);

	for (int64_t id = 1; id <= ARTICLE_COUNT; id++)
		load_subject(store, id, &arena, &subjects[id]);
	for (size_t i = 0; i < COUNT_OF(terms); i++)
		compare(store, subjects, str_from(terms[i]), "without the index");
	for (int i = 0; i < QUERY_COUNT; i++)
		compare(store, subjects, random_query(&arena, 2), "without the index");
	build_index(store);
	for (size_t i = 0; i < COUNT_OF(terms); i++)
		compare(store, subjects, str_from(terms[i]), "with the index");
	for (int i = 0; i < QUERY_COUNT; i++)
		compare(store, subjects, random_query(&arena, 2), "with the index");
	store_close(store);
	arena_finish(&arena);
}

/* ---- laws, on the same library */

static size_t count_of(struct store *store, struct str text, struct arena *arena)
{
	struct query_context context = {.now = NOW};
	struct query query;
	struct query_mistake mistake;
	struct store_list *list;
	int64_t total, unread;

	cr_assert(query_parse(text, &context, arena, &query, &mistake), "%.*s: %s", STR_ARG(text), mistake.message);
	cr_assert(store_list_open(store, &query, &list, NULL));
	cr_assert(store_list_counts(list, &total, &unread, NULL));
	store_list_close(list);
	return (size_t)total;
}

Test(sql, obeys_the_laws_of_logic)
{
	struct arena arena = {0};
	struct store *store = make_library(&arena);

	for (int i = 0; i < 300; i++) {
		struct str a = random_query(&arena, 1), b = random_query(&arena, 1);
		const struct {
			const char *law;
			struct str left, right;
		} laws[] = {
			{"NOT NOT x = x", arena_printf(&arena, "NOT (NOT (%.*s))", STR_ARG(a)), a},
			{"NOT (a OR b) = NOT a NOT b", arena_printf(&arena, "-((%.*s) OR (%.*s))", STR_ARG(a), STR_ARG(b)),
			 arena_printf(&arena, "-(%.*s) -(%.*s)", STR_ARG(a), STR_ARG(b))},
			{"a b = b a", arena_printf(&arena, "(%.*s) (%.*s)", STR_ARG(a), STR_ARG(b)),
			 arena_printf(&arena, "(%.*s) (%.*s)", STR_ARG(b), STR_ARG(a))},
		};

		for (size_t j = 0; j < COUNT_OF(laws); j++)
			cr_expect_eq(count_of(store, laws[j].left, &arena), count_of(store, laws[j].right, &arena),
			             "%s: %.*s and %.*s", laws[j].law, STR_ARG(laws[j].left), STR_ARG(laws[j].right));
	}
	store_close(store);
	arena_finish(&arena);
}

Test(sql, has_no_text_of_the_readers_in_it)
{
	static const char *const hostile[] = {"tag:\"x'); DROP TABLE article; --\"", "\"'quote\" title:\"a\\\"b\"",
	                                      "body:\"NEAR(a b)\"", "link:/'; --/", "id:\"1' OR '1'='1\""};

	for (size_t i = 0; i < COUNT_OF(hostile); i++) {
		struct arena arena = {0};
		struct query query;
		struct query_mistake mistake;
		struct query_sql sql;

		cr_assert(query_parse(str_from(hostile[i]), NULL, &arena, &query, &mistake), "%s: %s", hostile[i],
		          mistake.message);
		query_compile(&query, true, &arena, &sql);
		cr_expect_eq(str_find(sql.where, STR("DROP"), 0), STR_NPOS);
		cr_expect_eq(str_find(sql.where, STR("--"), 0), STR_NPOS);
		cr_expect_eq(str_find(sql.where, STR("NEAR"), 0), STR_NPOS);
		cr_expect_eq(str_find(sql.where, STR("'1'"), 0), STR_NPOS);
		arena_finish(&arena);
	}
}

Test(sql, puts_what_is_cheap_first)
{
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;
	struct query_sql sql;

	cr_assert(query_parse(STR("title:/x/ body:train tag:a unread"), NULL, &arena, &query, &mistake));
	query_compile(&query, false, &arena, &sql);
	cr_expect(str_find(sql.where, STR("is_read = 0"), 0) < str_find(sql.where, STR("article_tag"), 0));
	cr_expect(str_find(sql.where, STR("article_tag"), 0) < str_find(sql.where, STR("dateline_plain"), 0));
	cr_expect(str_find(sql.where, STR("dateline_plain"), 0) < str_find(sql.where, STR("a.title"), 0));
	arena_finish(&arena);
}

Test(sql, orders_as_asked)
{
	static const char *const queries[] = {"sort:newest", "sort:oldest", "sort:feed", "sort:title", "sort:unread",
	                                      "sort:length", "sort:seen", "sort:-length", "kim sort:relevance",
	                                      "kim sort:-relevance", "kim sort:relevance limit:2"};
	struct arena arena = {0};
	struct store *store = make_library(&arena);

	build_index(store);
	for (size_t i = 0; i < COUNT_OF(queries); i++)
		cr_expect(count_of(store, str_from(queries[i]), &arena) > 0, "%s", queries[i]);
	cr_expect_eq(count_of(store, STR("limit:2"), &arena), 2);
	store_close(store);
	arena_finish(&arena);
}
