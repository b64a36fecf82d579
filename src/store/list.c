#include "dateline/store/list.h"

#include "dateline/article/name.h"
#include "store/chosen.h"
#include "store/passage.h"

#include <stdlib.h>
#include <string.h>

/* A list of everything by time is read through its index, window by window. Any other keeps the ids of its
 * rows. */
enum list_kind { LIST_NEWEST, LIST_OLDEST, LIST_KEPT };

struct store_list {
	struct store *store;
	enum list_kind kind;
	struct arena arena; /* the query's SQL */
	struct query_sql sql;
	int64_t *ids; /* LIST_KEPT: the rows in order */
	size_t count, capacity;
};

#define FEW_ROWS 1000 /* are asked one by one */

#define HEADLINE_COLUMNS                                                                                       \
	"a.id, a.feed, a.title, CASE WHEN a.title IS NULL OR a.title = '' THEN a.standfirst END,"              \
	" coalesce(f.user_title, f.title, f.address), a.link, coalesce(a.published, a.seen_at),"               \
	" a.published IS NOT NULL, a.is_read, a.is_starred, a.is_later, a.is_updated, a.is_hidden, a.is_full," \
	" a.quote_count, a.word_count"
#define HEADLINE_SELECT "SELECT " HEADLINE_COLUMNS " FROM article a JOIN feed f ON f.id = a.feed"

static void read_headline(
	struct store *store, sqlite3_stmt *row, struct arena *arena, struct headline *headline)
{
	int column = 0;

	headline->id = sqlite3_column_int64(row, column++);
	headline->feed = sqlite3_column_int64(row, column++);
	headline->title = column_text(row, column++, arena);
	headline->standfirst = column_text(row, column++, arena);
	headline->feed_title = column_text(row, column++, arena);
	headline->link = column_text(row, column++, arena);
	headline->time = sqlite3_column_int64(row, column++);
	headline->is_dated = sqlite3_column_int(row, column++);
	headline->is_read = sqlite3_column_int(row, column++);
	headline->is_starred = sqlite3_column_int(row, column++);
	headline->is_later = sqlite3_column_int(row, column++);
	headline->is_updated = sqlite3_column_int(row, column++);
	headline->is_hidden = sqlite3_column_int(row, column++);
	headline->is_full = sqlite3_column_int(row, column++);
	headline->quote_count = (unsigned)sqlite3_column_int(row, column++);
	headline->word_count = (unsigned)sqlite3_column_int(row, column);
	if (headline->title.length == 0 && headline->standfirst.length == 0)
		headline->opening = passage_opening(store, headline->id, arena);
}

struct str headline_title(const struct headline *headline)
{
	return article_name(headline->title, headline->standfirst, headline->opening, headline->link);
}

/* ---- the kept kind */

static void add_id(struct store_list *list, int64_t id)
{
	if (list->count == list->capacity) {
		size_t capacity = list->capacity ? list->capacity * 2 : 256;
		int64_t *ids = realloc(list->ids, capacity * sizeof *ids);

		if (ids == NULL)
			abort();
		list->ids = ids;
		list->capacity = capacity;
	}
	list->ids[list->count++] = id;
}

static bool take_ids(struct store_list *list, sqlite3_stmt *row, struct error *error)
{
	bool failed;

	list->count = 0;
	while (statement_next(list->store, row, &failed, error))
		add_id(list, sqlite3_column_int64(row, 0));
	return !failed;
}

/* The articles the query chooses, and those of `kept` (a JSON list of ids, or absent) too. */
static bool read_ids(struct store_list *list, struct str kept, struct error *error)
{
	struct buffer after = {0};
	sqlite3_stmt *row;
	int next = 1;
	bool is_done;

	if (kept.data)
		buffer_add(&after, STR(" OR a.id IN (SELECT value FROM json_each(?))"));
	buffer_add(&after, STR(" ORDER BY "));
	buffer_add(&after, list->sql.order);
	if (list->sql.limit >= 0)
		buffer_add(&after, STR(" LIMIT ?"));
	buffer_add_char(&after, '\0');
	row = chosen_statement(list->store, &list->sql, "SELECT a.id FROM article a", after.data, &next);
	if (kept.data)
		bind_text(row, next++, kept);
	if (list->sql.limit >= 0)
		bind_number(row, next, list->sql.limit);
	is_done = take_ids(list, row, error);
	statement_drop(row);
	buffer_finish(&after);
	return is_done;
}

static size_t index_of(const struct store_list *list, int64_t id)
{
	size_t i = 0;

	while (i < list->count && list->ids[i] != id)
		i++;
	return i;
}

/* Those of the rows before that are not among the rows now and still exist, as a JSON list. */
static size_t list_stale(
	struct store_list *list, const int64_t *before, size_t before_count, struct buffer *json)
{
	struct id_set now = {.arena = &list->store->scratch};
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		id_set_add(&now, list->ids[i]);
	buffer_add_char(json, '[');
	for (size_t i = 0; i < before_count; i++)
		if (!id_set_has(&now, before[i]))
			buffer_printf(json, count++ ? ",%lld" : "%lld", (long long)before[i]);
	buffer_add_char(json, ']');
	return count;
}

static bool update_kept(struct store_list *list, bool keeps, struct error *error)
{
	int64_t *before = list->ids;
	size_t before_count = list->count, before_capacity = list->capacity;
	struct buffer stale = {0};
	bool is_done;

	if (!keeps || list->sql.limit >= 0)
		return read_ids(list, STR_NONE, error);
	list->ids = NULL;
	list->count = list->capacity = 0;
	arena_reset(&list->store->scratch);
	is_done = read_ids(list, STR_NONE, error);
	if (is_done && list_stale(list, before, before_count, &stale))
		is_done = read_ids(list, buffer_str(&stale), error);
	buffer_finish(&stale);
	if (!is_done) {
		int64_t *partial = list->ids;

		list->ids = before;
		list->count = before_count;
		list->capacity = before_capacity;
		before = partial;
	}
	free(before);
	return is_done;
}

static bool read_rows_of(struct store_list *list, size_t first, size_t count, struct arena *arena,
	struct headline_list *rows, struct error *error)
{
	sqlite3_stmt *row = statement(list->store, HEADLINE_SELECT " WHERE a.id = ?");
	bool failed = false;

	for (size_t i = first; i < list->count && i - first < count && !failed; i++) {
		bind_number(row, 1, list->ids[i]);
		while (statement_next(list->store, row, &failed, error))
			read_headline(list->store, row, arena, LIST_PUSH(arena, rows));
	}
	return !failed;
}

static bool kept_window(struct store_list *list, int64_t anchor, size_t before, size_t after,
	struct arena *arena, struct headline_list *rows, size_t *anchor_row, struct error *error)
{
	size_t at = anchor ? index_of(list, anchor) : 0;
	size_t first;

	if (at >= list->count)
		at = 0;
	first = at > before ? at - before : 0;
	if (!read_rows_of(list, first, at - first + after, arena, rows, error))
		return false;
	for (*anchor_row = 0; *anchor_row < rows->count; ++*anchor_row)
		if (rows->items[*anchor_row].id == list->ids[at])
			return true;
	*anchor_row = 0; /* the article is gone */
	return true;
}

/* ---- everything by time */

#define BY_TIME(compare, order)                                                                              \
	HEADLINE_SELECT " WHERE a.is_hidden = 0 AND a.is_duplicate = 0 AND (a.sort_time, a.id) " compare     \
			" (?1, ?2)"                                                                          \
			" ORDER BY a.sort_time " order ", a.id " order " LIMIT ?3"

static bool read_by_time(struct store_list *list, bool newer, bool itself, int64_t time, int64_t id,
	size_t count, struct arena *arena, struct headline_list *rows, struct error *error)
{
	sqlite3_stmt *row = statement(list->store, newer ? itself ? BY_TIME(">=", "ASC") : BY_TIME(">", "ASC")
						   : itself ? BY_TIME("<=", "DESC")
							    : BY_TIME("<", "DESC"));
	bool failed;

	bind_number(row, 1, time);
	bind_number(row, 2, id);
	bind_number(row, 3, count > INT64_MAX ? INT64_MAX : (int64_t)count);
	while (statement_next(list->store, row, &failed, error))
		read_headline(list->store, row, arena, LIST_PUSH(arena, rows));
	return !failed;
}

static bool find_time(struct store_list *list, int64_t id, int64_t *time)
{
	sqlite3_stmt *row = statement(list->store,
		"SELECT sort_time FROM article WHERE id = ? AND is_hidden = 0 AND is_duplicate = 0");

	bind_number(row, 1, id);
	return id && statement_number(list->store, row, TIME_NONE, time, NULL) && *time != TIME_NONE;
}

static void reverse(struct headline_list *rows)
{
	for (size_t i = 0; i < rows->count / 2; i++) {
		struct headline other = rows->items[i];

		rows->items[i] = rows->items[rows->count - 1 - i];
		rows->items[rows->count - 1 - i] = other;
	}
}

static bool time_window(struct store_list *list, int64_t anchor, size_t before, size_t after,
	struct arena *arena, struct headline_list *rows, size_t *anchor_row, struct error *error)
{
	bool forwards_is_newer = list->kind == LIST_OLDEST;
	int64_t time, id = anchor;

	*anchor_row = 0;
	if (!find_time(list, anchor, &time)) {
		time = id = forwards_is_newer ? INT64_MIN : INT64_MAX;
		before = 0;
	}
	if (before && !read_by_time(list, !forwards_is_newer, false, time, id, before, arena, rows, error))
		return false;
	reverse(rows);
	*anchor_row = rows->count;
	return read_by_time(list, forwards_is_newer, true, time, id, after, arena, rows, error);
}

static bool time_rows(struct store_list *list, int64_t first, size_t count, struct arena *arena,
	struct headline_list *rows, struct error *error)
{
	sqlite3_stmt *row = statement(list->store,
		list->kind == LIST_NEWEST
			? "SELECT id FROM article WHERE is_hidden = 0 AND is_duplicate = 0 ORDER BY sort_time DESC, id DESC LIMIT 1 OFFSET ?"
			: "SELECT id FROM article WHERE is_hidden = 0 AND is_duplicate = 0 ORDER BY sort_time, id LIMIT 1 OFFSET ?");
	size_t anchor_row;
	int64_t id;

	bind_number(row, 1, first);
	if (!statement_number(list->store, row, 0, &id, error))
		return false;
	return id == 0 || time_window(list, id, 0, count, arena, rows, &anchor_row, error);
}

static int64_t time_position(struct store_list *list, int64_t id)
{
	sqlite3_stmt *row = statement(list->store,
		list->kind == LIST_NEWEST
			? "SELECT count(*) FROM article WHERE is_hidden = 0 AND is_duplicate = 0 AND (sort_time, id) > (?, ?)"
			: "SELECT count(*) FROM article WHERE is_hidden = 0 AND is_duplicate = 0 AND (sort_time, id) < (?, ?)");
	int64_t time, position;

	if (!find_time(list, id, &time))
		return -1;
	bind_number(row, 1, time);
	bind_number(row, 2, id);
	return statement_number(list->store, row, -1, &position, NULL) ? position : -1;
}

#define UNREAD_BY_TIME(compare, order)                                                                                 \
	"SELECT id FROM article WHERE is_hidden = 0 AND is_duplicate = 0 AND is_read = 0 AND (sort_time, id) " compare \
	" (?, ?)"                                                                                                      \
	" ORDER BY sort_time " order ", id " order " LIMIT 1"

static int64_t time_next_unread(struct store_list *list, int64_t id, int direction)
{
	bool is_newer = (list->kind == LIST_OLDEST) == (direction >= 0);
	sqlite3_stmt *row =
		statement(list->store, is_newer ? UNREAD_BY_TIME(">", "ASC") : UNREAD_BY_TIME("<", "DESC"));
	int64_t time, found;

	if (!find_time(list, id, &time))
		time = id = is_newer ? INT64_MIN : INT64_MAX;
	bind_number(row, 1, time);
	bind_number(row, 2, id);
	return statement_number(list->store, row, 0, &found, NULL) ? found : 0;
}

/* ---- both */

static enum list_kind kind_of(const struct query *query)
{
	bool is_oldest;

	if (!query_is_everything(query) || (query && query->limit >= 0))
		return LIST_KEPT;
	if (query == NULL || !query->has_sort)
		return LIST_NEWEST;
	is_oldest = query->sort == QUERY_SORT_OLDEST;
	if (!is_oldest && query->sort != QUERY_SORT_NEWEST)
		return LIST_KEPT;
	return is_oldest != query->is_reversed ? LIST_OLDEST : LIST_NEWEST;
}

bool store_list_open(
	struct store *store, const struct query *query, struct store_list **list, struct error *error)
{
	struct store_list *opened = calloc(1, sizeof *opened);

	if (opened == NULL)
		abort();
	*list = opened;
	opened->store = store;
	opened->kind = kind_of(query);
	if (opened->kind != LIST_KEPT)
		return true;
	chosen_compile(store, query, &opened->arena, &opened->sql);
	if (read_ids(opened, STR_NONE, error))
		return true;
	store_list_close(opened);
	*list = NULL;
	return false;
}

void store_list_close(struct store_list *list)
{
	if (list == NULL)
		return;
	arena_finish(&list->arena);
	free(list->ids);
	free(list);
}

static bool count_unread_one_by_one(struct store_list *list, int64_t *unread, struct error *error)
{
	sqlite3_stmt *row = statement(list->store, "SELECT is_read FROM article WHERE id = ?");
	int64_t is_read;

	for (size_t i = 0; i < list->count; i++) {
		bind_number(row, 1, list->ids[i]);
		if (!statement_number(list->store, row, 1, &is_read, error))
			return false;
		*unread += !is_read;
	}
	return true;
}

static bool count_unread(struct store_list *list, int64_t *unread, struct error *error)
{
	struct id_set set = {.arena = &list->store->scratch};
	sqlite3_stmt *row = statement(list->store, "SELECT id FROM article WHERE is_read = 0");
	int64_t all = 0;

	*unread = 0;
	if (list->count <= FEW_ROWS)
		return count_unread_one_by_one(list, unread, error);
	arena_reset(&list->store->scratch);
	if (!id_set_collect(list->store, row, &set, &all, error))
		return false;
	for (size_t i = 0; i < list->count; i++)
		*unread += id_set_has(&set, list->ids[i]);
	return true;
}

bool store_list_counts(struct store_list *list, int64_t *total, int64_t *unread, struct error *error)
{
	struct store_totals totals;

	if (list->kind == LIST_KEPT) {
		*total = (int64_t)list->count;
		return count_unread(list, unread, error);
	}
	if (!store_totals(list->store, &totals, error))
		return false;
	*total = totals.articles;
	*unread = totals.unread;
	return true;
}

bool store_list_window(struct store_list *list, int64_t anchor, size_t before, size_t after,
	struct arena *arena, struct headline_list *rows, size_t *anchor_row, struct error *error)
{
	size_t ignored;

	*rows = (struct headline_list){0};
	if (anchor_row == NULL)
		anchor_row = &ignored;
	return list->kind == LIST_KEPT
		       ? kept_window(list, anchor, before, after, arena, rows, anchor_row, error)
		       : time_window(list, anchor, before, after, arena, rows, anchor_row, error);
}

bool store_list_rows(struct store_list *list, int64_t first, size_t count, struct arena *arena,
	struct headline_list *rows, struct error *error)
{
	*rows = (struct headline_list){0};
	if (first < 0 || count == 0)
		return true;
	return list->kind == LIST_KEPT ? read_rows_of(list, (size_t)first, count, arena, rows, error)
				       : time_rows(list, first, count, arena, rows, error);
}

int64_t store_list_position(struct store_list *list, int64_t id)
{
	size_t at;

	if (list->kind != LIST_KEPT)
		return time_position(list, id);
	at = index_of(list, id);
	return at < list->count ? (int64_t)at : -1;
}

int64_t store_list_next_unread(struct store_list *list, int64_t id, int direction)
{
	sqlite3_stmt *row;
	size_t at;

	if (list->kind != LIST_KEPT)
		return time_next_unread(list, id, direction);
	row = statement(list->store, "SELECT is_read FROM article WHERE id = ?");
	at = id ? index_of(list, id) + (direction >= 0 ? 1 : (size_t)-1) : 0;
	for (; at < list->count; at += direction >= 0 ? 1 : (size_t)-1) {
		int64_t is_read;

		bind_number(row, 1, list->ids[at]);
		if (statement_number(list->store, row, 1, &is_read, NULL) && !is_read)
			return list->ids[at];
	}
	return 0;
}

bool store_list_update(struct store_list *list, bool keeps, struct error *error)
{
	return list->kind != LIST_KEPT || update_kept(list, keeps, error);
}

static bool time_ids(
	struct store_list *list, struct arena *arena, int64_t **ids, size_t *count, struct error *error)
{
	sqlite3_stmt *row = statement(list->store,
		list->kind == LIST_NEWEST
			? "SELECT id FROM article WHERE is_hidden = 0 AND is_duplicate = 0 ORDER BY sort_time DESC, id DESC"
			: "SELECT id FROM article WHERE is_hidden = 0 AND is_duplicate = 0 ORDER BY sort_time, id");
	struct {
		int64_t *items;
		size_t count, capacity;
	} all = {0};
	bool failed;

	while (statement_next(list->store, row, &failed, error))
		*LIST_PUSH(arena, &all) = sqlite3_column_int64(row, 0);
	*ids = all.items;
	*count = all.count;
	return !failed;
}

bool store_list_ids(
	struct store_list *list, struct arena *arena, int64_t **ids, size_t *count, struct error *error)
{
	if (list->kind != LIST_KEPT)
		return time_ids(list, arena, ids, count, error);
	*ids = arena_array(arena, list->count ? list->count : 1, sizeof **ids);
	if (list->count)
		memcpy(*ids, list->ids, list->count * sizeof **ids);
	*count = list->count;
	return true;
}
