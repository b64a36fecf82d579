/* query: reading, the mistake shown, the canonical form and that it reads back as itself, edits, matching,
 * SQL. */
#include "dateline/article/article.h"
#include "dateline/query/sql.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct str find_saved(void *data, struct str name, struct arena *arena)
{
	(void)arena;
	return name.length < 4 ? *(struct str *)data : STR_NONE;
}

static void list_names(void *data, enum query_field field, struct arena *arena, struct query_name_list *names)
{
	(void)data;
	(void)field;
	*LIST_PUSH(arena, names) = (struct query_name){STR("North Korea"), 41};
}

static void show(struct str text, const struct query_mistake *mistake)
{
	struct buffer out = {0};

	query_print_mistake(text, mistake, 0, &out);
	query_print_mistake(text, mistake, 20, &out);
	query_print_mistake_json(mistake, &out);
	for (size_t i = 0; i < out.length; i++)
		if ((unsigned char)out.data[i] < ' ' && out.data[i] != '\n')
			abort();
	buffer_finish(&out);
}

static void expect_the_same_again(const struct query *query, struct arena *arena)
{
	struct str once = query_print(query, arena);
	struct query again;
	struct query_mistake mistake;

	if (once.length > QUERY_BYTES_MOST)
		return;
	if (!query_parse(once, &query->context, arena, &again, &mistake) ||
		!str_equal(query_print(&again, arena), once))
		abort();
}

static void use(struct query *query, struct arena *arena)
{
	struct block block = {.text = STR("Kim said “no” to talks in 東京")};
	struct quote quote = {.text = STR("no"), .speaker = STR("Kim")};
	struct tag tag = {STR("North Korea"), TAG_TAG};
	struct article article = {.title = STR("A title"),
		.published = 0,
		.updated = TIME_NONE,
		.tags = {&tag, 1, 1},
		.blocks = {&block, 1, 1},
		.quotes = {&quote, 1, 1}};
	struct query_subject subject = {.article = &article, .seen = 0, .readon = TIME_NONE};
	struct query_matcher_list matchers;
	struct query_step_list steps;
	struct query_sql sql;
	struct str_list chips;
	size_t start, end;

	query_matches(query, &subject);
	query_compile(query, true, arena, &sql);
	query_compile(query, false, arena, &sql);
	query_steps(query, true, arena, &steps);
	query_chips(query, arena, &chips);
	query_text_matchers(query, arena, &matchers);
	for (size_t i = 0; i < matchers.count; i++)
		if (query_matcher_find(matchers.items[i], block.text, 0, &start, &end) &&
			end > block.text.length)
			abort();
	query_set_mark(query, QUERY_TAG, STR("North Korea"), QUERY_MARK_ANY, arena);
	query_set_state(query, STR("unread"), true, arena);
	expect_the_same_again(query, arena);
	while (query_drop_chip(query, 0))
		;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct query_names names = {&text, find_saved, NULL, list_names};
	struct query_context context = {.now = 1767225600, .names = &names};
	struct arena arena = {0};
	struct query query;
	struct query_mistake mistake;

	if (query_parse(text, &context, &arena, &query, &mistake)) {
		expect_the_same_again(&query, &arena);
		use(&query, &arena);
	} else {
		show(text, &mistake);
	}
	arena_finish(&arena);
	return 0;
}
