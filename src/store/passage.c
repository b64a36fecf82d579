#include "store/passage.h"

#include "dateline/article/name.h"
#include "dateline/base/utf8.h"
#include "dateline/query/match.h"
#include "dateline/store/list.h"
#include "store/plain.h"

#define BEFORE_BYTES 60
#define AFTER_BYTES 140

/* The first place where one of the matchers finds something. */
static bool find_first(const struct query_matcher_list *matchers, struct str text, size_t *start, size_t *end)
{
	bool is_found = false;

	for (size_t i = 0; i < matchers->count; i++) {
		size_t from, to;

		if (query_matcher_find(matchers->items[i], text, 0, &from, &to) &&
			(!is_found || from < *start)) {
			*start = from;
			*end = to;
			is_found = true;
		}
	}
	return is_found;
}

/* Cut between words where there are any near, else between characters. */
static size_t cut_before(struct str text, size_t at, size_t least)
{
	size_t cut = at;

	while (cut < least && text.data[cut] != ' ')
		cut++;
	if (cut < least)
		return cut + 1;
	while (at < least && !utf8_is_boundary(text, at))
		at++;
	return at;
}

static struct str cut_passage(struct str text, size_t start, size_t end, struct arena *arena,
	size_t *match_start, size_t *match_end)
{
	size_t from = start > BEFORE_BYTES ? cut_before(text, start - BEFORE_BYTES, start) : 0;
	size_t to = text.length - end > AFTER_BYTES ? utf8_cut_back(text, end + AFTER_BYTES, end) : text.length;
	struct str before = utf8_printable(arena, str_slice(text, from, start));
	struct str match = utf8_printable(arena, str_slice(text, start, end));
	struct str after = utf8_printable(arena, str_slice(text, end, to));
	struct str head = arena_join(arena, from ? STR("…") : STR(""), before);

	*match_start = head.length;
	*match_end = head.length + match.length;
	return arena_join(arena, arena_join(arena, arena_join(arena, head, match), after),
		to < text.length ? STR("…") : STR(""));
}

static bool read_plain(struct store *store, int64_t id, struct buffer *plain)
{
	sqlite3_stmt *row =
		statement(store, "SELECT coalesce(p.kind, b.kind), coalesce(p.text, b.text) FROM article a"
				 " LEFT JOIN page p ON p.article = a.id AND a.is_full = 1"
				 " LEFT JOIN body b ON b.article = a.id WHERE a.id = ?");
	struct buffer space = {0};
	struct str text;
	bool failed;

	bind_number(row, 1, id);
	while (statement_next(store, row, &failed, NULL))
		if (column_body(store, row, 1, &space, &text))
			plain_text(text, (enum content_kind)sqlite3_column_int(row, 0), plain);
	buffer_finish(&space);
	return !failed && plain->length;
}

struct str store_passage(struct store *store, int64_t id, const struct query *query, struct arena *arena,
	size_t *match_start, size_t *match_end)
{
	struct query_matcher_list matchers = {0};
	struct buffer plain = {0};
	struct str passage = STR_NONE;
	size_t start = 0, end = 0;

	query_text_matchers(query, arena, &matchers);
	if (matchers.count && read_plain(store, id, &plain) &&
		find_first(&matchers, buffer_str(&plain), &start, &end))
		passage = cut_passage(buffer_str(&plain), start, end, arena, match_start, match_end);
	buffer_finish(&plain);
	return passage;
}

/* ---- what stands for a title */

struct str passage_opening(struct store *store, int64_t id, struct arena *arena)
{
	sqlite3_stmt *row = statement(store, "SELECT kind, text FROM body WHERE article = ?");
	struct buffer space = {0}, plain = {0};
	struct str text, opening = STR_NONE;
	bool failed;

	bind_number(row, 1, id);
	while (statement_next(store, row, &failed, NULL))
		if (column_body(store, row, 1, &space, &text))
			plain_opening(
				text, (enum content_kind)sqlite3_column_int(row, 0), OPENING_BYTES, &plain);
	if (plain.length)
		opening = article_opening(buffer_str(&plain), arena);
	buffer_finish(&plain);
	buffer_finish(&space);
	return opening;
}
