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

static void plain(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct str text = value_text(values[0]);
	struct buffer out = {0};

	(void)count;
	if (text.data == NULL)
		return;
	plain_text(text, (enum content_kind)sqlite3_value_int(values[1]), &out);
	sqlite3_result_text64(context, out.data ? out.data : "", out.length, SQLITE_TRANSIENT, SQLITE_UTF8);
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
	sqlite3_result_text64(
		context, name.data ? name.data : "", name.length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int functions_register(sqlite3 *db)
{
	static const struct {
		const char *name;
		int arguments;
		void (*run)(sqlite3_context *context, int count, sqlite3_value **values);
	} rows[] = {
		{QUERY_SQL_FUNCTION, 2, accepts},
		{"dateline_plain", 2, plain},
		{"dateline_host", 1, host},
	};
	int result = SQLITE_OK;

	for (size_t i = 0; i < COUNT_OF(rows) && result == SQLITE_OK; i++)
		result = sqlite3_create_function(db, rows[i].name, rows[i].arguments,
			SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, rows[i].run, NULL,
			NULL);
	return result;
}
