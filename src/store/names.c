#include "dateline/store/names.h"

#include "store/chosen.h"

#include <stdlib.h>
#include <string.h>

/* Counting goes over a whole relation (name, article), which is an index, and asks two sets of bits for each
 * pair: the articles chosen and those of them unread. For a few articles it goes from the articles to their
 * names. */
#define FEW_ARTICLES 2000

struct relation {
	const char *pairs;    /* name id and article, by name id */
	const char *names_of; /* name ids of article ?1 */
	const char *names;    /* id, name, key of all names */
};

static const struct relation relations[] = {
	[STORE_TAGS] = {"SELECT tag, article FROM article_tag ORDER BY tag",
		"SELECT tag FROM article_tag WHERE article = ?", "SELECT id, name, key FROM tag"},
	[STORE_LABELS] = {"SELECT label, article FROM article_label ORDER BY label",
		"SELECT label FROM article_label WHERE article = ?", "SELECT id, name, key FROM label"},
	[STORE_SPEAKERS] =
		{"SELECT DISTINCT speaker, article FROM quote WHERE speaker IS NOT NULL ORDER BY speaker",
			"SELECT DISTINCT speaker FROM quote WHERE article = ? AND speaker IS NOT NULL",
			"SELECT id, name, key FROM speaker"},
	[STORE_AUTHORS] = {"SELECT author, article FROM article_author ORDER BY author",
		"SELECT author FROM article_author WHERE article = ?", "SELECT id, name, key FROM author"},
	[STORE_FEEDS] = {"SELECT feed, id FROM article ORDER BY feed",
		"SELECT feed FROM article WHERE id = ?",
		"SELECT id, coalesce(user_title, title, address), title_key FROM feed"},
	[STORE_FOLDERS] = {"SELECT feed, id FROM article ORDER BY feed",
		"SELECT feed FROM article WHERE id = ?",
		"SELECT id, folder, folder_key FROM feed WHERE folder <> ''"},
};

struct name_count {
	int64_t id, articles, unread;
};

struct tally {
	struct store *store;
	struct id_set chosen, unread;
	int64_t chosen_count, unread_count;
	struct name_count *items; /* by id */
	size_t count, capacity;
};

/* ---- which articles */

static bool collect(struct tally *tally, const struct query_sql *sql, const char *after, struct id_set *set,
	int64_t *count, struct error *error)
{
	int next = 1;
	sqlite3_stmt *row = chosen_statement(tally->store, sql, "SELECT a.id FROM article a", after, &next);
	bool is_done;

	set->arena = &tally->store->scratch;
	is_done = id_set_collect(tally->store, row, set, count, error);
	statement_drop(row);
	return is_done;
}

static bool choose(struct tally *tally, const struct query *query, struct error *error)
{
	struct query_sql sql;

	chosen_compile(tally->store, query, &tally->store->scratch, &sql);
	return collect(tally, &sql, "", &tally->chosen, &tally->chosen_count, error) &&
	       collect(tally, &sql, " AND a.is_read = 0", &tally->unread, &tally->unread_count, error);
}

/* ---- counting by name id */

static struct name_count *count_of(struct tally *tally, int64_t id)
{
	size_t low = 0, high = tally->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (tally->items[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == tally->count || tally->items[low].id != id) {
		LIST_PUSH(&tally->store->scratch, tally);
		memmove(&tally->items[low + 1], &tally->items[low],
			(tally->count - 1 - low) * sizeof *tally->items);
		tally->items[low] = (struct name_count){.id = id};
	}
	return &tally->items[low];
}

static bool count_pairs(struct tally *tally, const struct relation *relation, struct error *error)
{
	sqlite3_stmt *row = statement(tally->store, relation->pairs);
	struct name_count *name = NULL;
	bool failed;

	while (statement_next(tally->store, row, &failed, error)) {
		int64_t id = sqlite3_column_int64(row, 0), article = sqlite3_column_int64(row, 1);

		if (!id_set_has(&tally->chosen, article))
			continue;
		if (name == NULL || name->id != id)
			name = count_of(tally, id);
		name->articles++;
		name->unread += id_set_has(&tally->unread, article);
	}
	return !failed;
}

static bool count_article(
	struct tally *tally, const struct relation *relation, int64_t article, struct error *error)
{
	sqlite3_stmt *row = statement(tally->store, relation->names_of);
	bool failed;

	bind_number(row, 1, article);
	while (statement_next(tally->store, row, &failed, error)) {
		struct name_count *name = count_of(tally, sqlite3_column_int64(row, 0));

		name->articles++;
		name->unread += id_set_has(&tally->unread, article);
	}
	return !failed;
}

static bool count_few(struct tally *tally, const struct relation *relation, struct error *error)
{
	for (size_t word = 0; word < tally->chosen.word_count; word++)
		for (uint64_t bits = tally->chosen.words[word]; bits; bits &= bits - 1)
			if (!count_article(
				    tally, relation, (int64_t)word * 64 + __builtin_ctzll(bits), error))
				return false;
	return true;
}

/* ---- names, by key */

struct spelling {
	struct str name, key;
	int64_t articles, unread;
};

struct spelling_list {
	struct spelling *items;
	size_t count, capacity;
};

static bool read_spellings(struct tally *tally, const struct relation *relation, struct arena *arena,
	struct spelling_list *spellings, struct error *error)
{
	sqlite3_stmt *row = statement(tally->store, relation->names);
	bool failed;

	while (statement_next(tally->store, row, &failed, error)) {
		int64_t id = sqlite3_column_int64(row, 0);
		struct name_count *name;

		if (tally->count == 0)
			continue;
		name = count_of(tally, id);
		if (name->articles)
			*LIST_PUSH(arena, spellings) = (struct spelling){column_text(row, 1, arena),
				column_text(row, 2, arena), name->articles, name->unread};
	}
	return !failed;
}

static int by_key(const void *left, const void *right)
{
	const struct spelling *a = left, *b = right;
	int order = str_compare(a->key, b->key);

	if (order)
		return order;
	return a->articles > b->articles ? -1 : a->articles < b->articles;
}

static int by_unread(const void *left, const void *right)
{
	const struct store_name *a = left, *b = right;

	if (a->unread != b->unread)
		return a->unread > b->unread ? -1 : 1;
	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	return str_compare(a->name, b->name);
}

static void merge_spellings(
	struct spelling_list *spellings, struct arena *arena, struct store_name_list *names)
{
	const struct spelling *last = NULL;

	if (spellings->count == 0)
		return;
	qsort(spellings->items, spellings->count, sizeof *spellings->items, by_key);
	for (size_t i = 0; i < spellings->count; i++) {
		const struct spelling *spelling = &spellings->items[i];

		if (last == NULL || !str_equal(last->key, spelling->key)) {
			*LIST_PUSH(arena, names) = (struct store_name){spelling->name, 0, 0, STR_NONE};
			last = spelling;
		}
		names->items[names->count - 1].articles += spelling->articles;
		names->items[names->count - 1].unread += spelling->unread;
	}
	qsort(names->items, names->count, sizeof *names->items, by_unread);
}

/* As last described: roles change less often than they are told. */
static bool add_roles(
	struct store *store, struct arena *arena, struct store_name_list *names, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "SELECT q.role FROM speaker s JOIN quote q ON q.speaker = s.id"
				 " WHERE s.name = ? AND q.role IS NOT NULL ORDER BY q.article DESC LIMIT 1");
	bool failed = false;

	for (size_t i = 0; i < names->count && !failed; i++) {
		bind_text(row, 1, names->items[i].name);
		while (statement_next(store, row, &failed, error))
			names->items[i].role = column_text(row, 0, arena);
	}
	return !failed;
}

static bool add_relation(struct tally *tally, enum store_name_kind kind, struct arena *arena,
	struct spelling_list *spellings, struct error *error)
{
	const struct relation *relation = &relations[kind];

	tally->items = NULL;
	tally->count = tally->capacity = 0;
	return (tally->chosen_count <= FEW_ARTICLES ? count_few(tally, relation, error)
						    : count_pairs(tally, relation, error)) &&
	       read_spellings(tally, relation, arena, spellings, error);
}

bool store_names(struct store *store, enum store_name_kind kind, const struct query *query,
	struct arena *arena, struct store_name_list *names, struct error *error)
{
	struct tally tally = {.store = store};
	struct spelling_list spellings = {0};

	*names = (struct store_name_list){0};
	arena_reset(&store->scratch);
	if (!choose(&tally, query, error) || !add_relation(&tally, kind, arena, &spellings, error) ||
		(kind == STORE_TAGS && !add_relation(&tally, STORE_LABELS, arena, &spellings, error)))
		return false;
	merge_spellings(&spellings, arena, names);
	return kind != STORE_SPEAKERS || add_roles(store, arena, names, error);
}

/* ---- for the query language */

static bool is_known(void *data, enum query_field field, struct str name)
{
	static const char *const sql[QUERY_FIELD_COUNT] = {
		[QUERY_TAG] = "SELECT 1 FROM tag WHERE key = ?1 UNION ALL SELECT 1 FROM label WHERE key = ?1",
		[QUERY_CATEGORY] = "SELECT 1 FROM tag WHERE key = ?1",
		[QUERY_LABEL] = "SELECT 1 FROM label WHERE key = ?1",
		[QUERY_FEED] = "SELECT 1 FROM feed WHERE title_key = ?1",
		[QUERY_FOLDER] = "SELECT 1 FROM feed WHERE folder_key = ?1",
		[QUERY_AUTHOR] = "SELECT 1 FROM author WHERE key = ?1",
		[QUERY_SPEAKER] = "SELECT 1 FROM speaker WHERE key = ?1",
	};
	struct store *store = data;
	struct arena arena = {0};
	int64_t found = 0;

	if (sql[field] == NULL)
		return true;
	bind_text(statement(store, sql[field]), 1, query_fold_name(name, &arena));
	statement_number(store, statement(store, sql[field]), 0, &found, NULL);
	arena_finish(&arena);
	return found;
}

static void list_known(void *data, enum query_field field, struct arena *arena, struct query_name_list *names)
{
	static const int kinds[QUERY_FIELD_COUNT] = {
		[QUERY_TAG] = STORE_TAGS + 1,
		[QUERY_CATEGORY] = STORE_TAGS + 1,
		[QUERY_LABEL] = STORE_LABELS + 1,
		[QUERY_FEED] = STORE_FEEDS + 1,
		[QUERY_FOLDER] = STORE_FOLDERS + 1,
		[QUERY_AUTHOR] = STORE_AUTHORS + 1,
		[QUERY_SPEAKER] = STORE_SPEAKERS + 1,
	};
	struct store_name_list found;

	if (kinds[field] == 0 ||
		!store_names(data, (enum store_name_kind)(kinds[field] - 1), NULL, arena, &found, NULL))
		return;
	for (size_t i = 0; i < found.count; i++)
		*LIST_PUSH(arena, names) = (struct query_name){found.items[i].name, found.items[i].articles};
}

struct query_names store_query_names(struct store *store)
{
	return (struct query_names){.data = store, .is_known = is_known, .list = list_known};
}
