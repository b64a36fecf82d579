#include "dateline/base/url.h"
#include "dateline/query/sql.h"
#include "store/library.h"
#include "store/plain.h"

#include <stdlib.h>

static struct str value_text(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return (struct str){text, text ? (size_t)sqlite3_value_bytes(value) : 0};
}

static void accepts(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct query_matcher *matcher = sqlite3_value_pointer(values[1], QUERY_SQL_POINTER);
	struct str text = value_text(values[0]);

	(void)count;
	sqlite3_result_int(context, matcher && text.data && query_matcher_accepts(matcher, text));
}

/* A body as it was received; one that is damaged is absent. */
static struct str value_body(sqlite3_context *context, sqlite3_value *value, struct buffer *space)
{
	struct store *store = sqlite3_user_data(context);
	struct str frame;

	if (sqlite3_value_type(value) != SQLITE_BLOB)
		return value_text(value);
	frame.data = sqlite3_value_blob(value);
	frame.length = (size_t)sqlite3_value_bytes(value);
	return unpack_text(&store->packer, frame, space) ? buffer_str(space) : STR_NONE;
}

static void give_text(sqlite3_context *context, struct str text)
{
	if (text.data)
		sqlite3_result_text64(context, text.data, text.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void body(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct buffer space = {0};

	(void)count;
	give_text(context, value_body(context, values[0], &space));
	buffer_finish(&space);
}

static void plain(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct buffer space = {0}, out = {0};
	struct str text = value_body(context, values[0], &space);

	(void)count;
	if (text.data) {
		plain_text(text, (enum content_kind)sqlite3_value_int(values[1]), &out);
		give_text(context, buffer_str(&out));
	}
	buffer_finish(&space);
	buffer_finish(&out);
}

static void host(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct str text = value_text(values[0]);
	struct str name;

	(void)count;
	if (text.data == NULL)
		return;
	name = url_host(text);
	give_text(context, name.data ? name : STR(""));
}

int functions_register(struct store *store)
{
	static const struct {
		const char *name;
		int arguments;
		void (*run)(sqlite3_context *context, int count, sqlite3_value **values);
	} rows[] = {
		{QUERY_SQL_FUNCTION, 2, accepts},
		{"dateline_body", 1, body},
		{"dateline_plain", 2, plain},
		{"dateline_host", 1, host},
	};
	int result = SQLITE_OK;

	for (size_t i = 0; i < COUNT_OF(rows) && result == SQLITE_OK; i++)
		result = sqlite3_create_function(store->db, rows[i].name, rows[i].arguments,
			SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, store, rows[i].run, NULL,
			NULL);
	return result;
}
