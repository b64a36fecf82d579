#include "entry.h"
#include "session.h"

#include "dateline/base/datetime.h"
#include "dateline/base/utf8.h"

#define WINDOW_ROWS 500
#define FEED_COLUMNS 14

/* ---- text */

static void add_cell(struct buffer *out, struct str text, size_t columns)
{
	size_t used;

	buffer_add(out, text);
	for (used = utf8_columns(text); used < columns; used++)
		buffer_add_char(out, ' ');
}

static struct str title_of(const struct headline *row, struct arena *arena)
{
	return utf8_printable(arena, headline_title(row));
}

static struct str shorten(struct str text, struct arena *arena)
{
	size_t end = 0, length, columns = 0;

	if (utf8_columns(text) <= FEED_COLUMNS)
		return text;
	while (end < text.length) {
		columns += (size_t)utf8_width(utf8_decode(text, end, &length));
		if (columns > FEED_COLUMNS - 1)
			break;
		end += length;
	}
	return arena_join(arena, str_slice(text, 0, end), STR("…"));
}

static void add_row(const struct headline *row, struct str passage, struct arena *arena, struct buffer *out)
{
	buffer_printf(out, "%6lld %s%s ", (long long)row->id,
		row->is_read ? row->is_updated ? "~" : " " : "●", row->is_starred ? "★" : " ");
	add_cell(out, datetime_local(row->time, arena), 16);
	buffer_add_char(out, ' ');
	add_cell(out, shorten(utf8_printable(arena, row->feed_title), arena), FEED_COLUMNS);
	buffer_add_char(out, ' ');
	buffer_add(out, title_of(row, arena));
	if (row->quote_count)
		buffer_printf(out, "  ❝%u", row->quote_count);
	buffer_add_char(out, '\n');
	if (passage.length)
		buffer_printf(out, "%26s%.*s\n", "", STR_ARG(passage));
}

/* ---- rows */

static bool print_row(struct session *session, const struct headline *row, bool is_json, struct arena *arena,
	struct buffer *out, struct error *error)
{
	struct store_entry entry;
	size_t start, end;

	if (!is_json) {
		add_row(row, store_passage(session->store, row->id, &session->query, arena, &start, &end),
			arena, out);
		return true;
	}
	if (!entry_load(session, row->id, arena, &entry, error))
		return error->code == ERROR_NOT_FOUND; /* it went away meanwhile */
	entry_write_json(&entry, out);
	return true;
}

static bool print_rows(
	struct session *session, const struct headline_list *rows, bool is_json, struct error *error)
{
	struct buffer out = {0};
	struct arena arena = {0};
	bool is_done = true;

	for (size_t i = 0; i < rows->count && is_done; i++) {
		is_done = print_row(session, &rows->items[i], is_json, &arena, &out, error);
		print_buffer(&out);
		arena_reset(&arena);
	}
	arena_finish(&arena);
	buffer_finish(&out);
	return is_done;
}

static bool print_list(struct session *session, struct store_list *list, bool is_json, struct error *error)
{
	struct arena arena = {0};
	struct headline_list rows;
	int64_t last = 0;
	bool is_done;

	do {
		size_t anchor;

		arena_reset(&arena);
		is_done = store_list_window(
			list, last, 0, WINDOW_ROWS + (last != 0), &arena, &rows, &anchor, error);
		if (is_done && last && rows.count) { /* the first one was printed */
			rows.items++;
			rows.count--;
		}
		is_done = is_done && print_rows(session, &rows, is_json, error);
		if (is_done && rows.count)
			last = rows.items[rows.count - 1].id;
	} while (is_done && rows.count >= WINDOW_ROWS);
	arena_finish(&arena);
	return is_done;
}

static enum exit_status list_articles(struct session *session, bool is_json)
{
	struct error error = {0};
	struct store_list *list = NULL;
	bool is_done = store_list_open(session->store, &session->query, &list, &error) &&
		       print_list(session, list, is_json, &error);

	store_list_close(list);
	return is_done ? STATUS_DONE : complain_error(&error);
}

static enum exit_status run_list(struct invocation *invocation)
{
	bool is_json = false;
	const char *query = NULL;
	const struct option_row rows[] = {{"--json", &is_json, NULL}, {"-q", NULL, &query}};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_list, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	status = session_open_query(&session, invocation, STORE_READ_ONLY, 0, query, is_json);
	return status == STATUS_DONE ? session_close(&session, list_articles(&session, is_json)) : status;
}

const struct command command_list = {
	.name = "list",
	.arguments = "[QUERY...] [-q QUERY] [--json]",
	.summary = "headlines",
	.run = run_list,
};
