#include "store/chosen.h"

#include "dateline/store/index.h"

#include <string.h>

#define UNINDEXED_READ_MOST 2000 /* more than these are not read one by one while the index is being built */

bool query_is_everything(const struct query *query)
{
	return query == NULL || query->root == NULL;
}

/* While the index is far behind it answers for what it has: reading all bodies would take seconds. */
static bool index_may_answer(struct store *store)
{
	int64_t waiting;
	sqlite3_stmt *row = statement(store, "SELECT count(*) FROM (SELECT 1 FROM article WHERE search_row IS NULL LIMIT ?)");

	bind_number(row, 1, UNINDEXED_READ_MOST);
	if (!statement_number(store, row, 0, &waiting, NULL) || waiting == 0 || waiting == UNINDEXED_READ_MOST)
		return true;
	return false;
}

void chosen_compile(struct store *store, const struct query *query, struct arena *arena, struct query_sql *sql)
{
	if (query == NULL)
		*sql = (struct query_sql){.where = STR("a.is_hidden = 0 AND a.is_duplicate = 0"), .order = STR("a.sort_time DESC, a.id DESC"),
		                          .limit = -1};
	else
		query_compile(query, query->root == NULL || index_may_answer(store), arena, sql);
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

sqlite3_stmt *chosen_statement(struct store *store, const struct query_sql *sql, const char *before, const char *after,
                               int *next)
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

#define ID_SET_MOST ((int64_t)1 << 28) /* ids are given out one by one; a file that says otherwise costs no memory */

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

bool id_set_collect(struct store *store, sqlite3_stmt *row, struct id_set *set, int64_t *count, struct error *error)
{
	bool failed;

	while (statement_next(store, row, &failed, error)) {
		id_set_add(set, sqlite3_column_int64(row, 0));
		++*count;
	}
	return !failed;
}
