#include "store/chosen.h"

#include <string.h>

#define UNINDEXED_READ_MOST 500 /* a tenth of a second */

bool query_is_everything(const struct query *query)
{
	return query == NULL || query->root == NULL;
}

/* How many articles wait to be indexed; UNINDEXED_READ_MOST when it is so many that their text is not read:
 * while the index is far behind it answers for what it has. */
static int64_t count_waiting(struct store *store)
{
	sqlite3_stmt *row = statement(
		store, "SELECT count(*) FROM (SELECT 1 FROM article WHERE search_row IS NULL LIMIT ?)");
	int64_t waiting;

	bind_number(row, 1, UNINDEXED_READ_MOST);
	return statement_number(store, row, 0, &waiting, NULL) ? waiting : 0;
}

/* The index answers for the articles in it, and the text of the few others is read. */
static void add_unindexed(const struct query *query, struct arena *arena, struct query_sql *sql)
{
	struct query_sql reading;

	query_compile(query, false, arena, &reading);
	if (str_equal(reading.where, sql->where))
		return;
	sql->where = arena_printf(arena,
		"(a.search_row IS NOT NULL AND (%.*s)) OR (a.search_row IS NULL AND (%.*s))",
		STR_ARG(sql->where), STR_ARG(reading.where));
	for (size_t i = 0; i < reading.bindings.count; i++)
		*LIST_PUSH(arena, &sql->bindings) = reading.bindings.items[i];
}

void chosen_compile(
	struct store *store, const struct query *query, struct arena *arena, struct query_sql *sql)
{
	int64_t waiting;

	if (query == NULL) {
		*sql = (struct query_sql){.where = STR("a.is_hidden = 0 AND a.is_duplicate = 0"),
			.order = STR("a.sort_time DESC, a.id DESC"),
			.limit = -1};
		return;
	}
	query_compile(query, true, arena, sql);
	waiting = query->root ? count_waiting(store) : 0;
	if (waiting > 0 && waiting < UNINDEXED_READ_MOST)
		add_unindexed(query, arena, sql);
}

static void bind_query(sqlite3_stmt *handle, const struct query_binding *binding, int parameter)
{
	switch (binding->kind) {
	case QUERY_BIND_NUMBER:
		bind_number(handle, parameter, binding->number);
		break;
	case QUERY_BIND_TEXT:
		bind_text(handle, parameter, binding->text);
		break;
	case QUERY_BIND_MATCHER:
		sqlite3_bind_pointer(handle, parameter, (void *)binding->matcher, QUERY_SQL_POINTER, NULL);
		break;
	}
}

sqlite3_stmt *chosen_statement(
	struct store *store, const struct query_sql *sql, const char *before, const char *after, int *next)
{
	struct buffer text = {0};
	sqlite3_stmt *handle;

	buffer_add(&text, str_from(before));
	buffer_add(&text, STR(" WHERE ("));
	buffer_add(&text, sql->where);
	buffer_add(&text, STR(")"));
	buffer_add(&text, str_from(after));
	handle = statement_make(store, buffer_str(&text));
	buffer_finish(&text);
	for (size_t i = 0; i < sql->bindings.count; i++)
		bind_query(handle, &sql->bindings.items[i], (*next)++);
	return handle;
}

/* ---- sets */

#define ID_SET_MOST                                                                                          \
	((int64_t)1 << 28) /* ids are given out one by one; a file that says otherwise costs no memory */

void id_set_add(struct id_set *set, int64_t id)
{
	size_t word = (size_t)(id / 64);

	if (id < 0 || id >= ID_SET_MOST)
		return;
	if (word >= set->word_count) {
		size_t more = word + word / 2 + 16;

		set->words = arena_extend(set->arena, set->words, set->word_count * sizeof *set->words,
			more * sizeof *set->words);
		memset(set->words + set->word_count, 0, (more - set->word_count) * sizeof *set->words);
		set->word_count = more;
	}
	set->words[word] |= UINT64_C(1) << (id % 64);
}

bool id_set_has(const struct id_set *set, int64_t id)
{
	size_t word = (size_t)(id / 64);

	return id >= 0 && word < set->word_count && (set->words[word] >> (id % 64) & 1);
}

bool id_set_collect(
	struct store *store, sqlite3_stmt *row, struct id_set *set, int64_t *count, struct error *error)
{
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		id_set_add(set, sqlite3_column_int64(row, 0));
		++*count;
	}
	return !failed;
}
