#include "session.h"

#include "dateline/base/json.h"
#include "dateline/base/utf8.h"
#include "dateline/store/names.h"

static void add_json(const struct store_name *name, struct buffer *out)
{
	struct json_writer json = {.out = out};

	json_open_object(&json);
	json_key(&json, "name");
	json_string(&json, name->name);
	json_key(&json, "articles");
	json_number(&json, name->articles);
	json_key(&json, "unread");
	json_number(&json, name->unread);
	json_close_object(&json);
	buffer_add_char(out, '\n');
}

static enum exit_status print_tags(struct session *session, bool is_json)
{
	struct store_name_list names;
	struct error error = {0};
	struct buffer out = {0};

	if (!store_names(session->store, STORE_TAGS, &session->query, &session->arena, &names, &error))
		return complain_error(&error);
	for (size_t i = 0; i < names.count; i++) {
		const struct store_name *name = &names.items[i];

		if (is_json)
			add_json(name, &out);
		else
			buffer_printf(&out, "%7lld unread %7lld  %.*s\n", (long long)name->unread,
				(long long)name->articles,
				STR_ARG(utf8_printable(&session->arena, name->name)));
	}
	print_buffer(&out);
	buffer_finish(&out);
	return STATUS_DONE;
}

static enum exit_status run_tags(struct invocation *invocation)
{
	bool is_json = false;
	const char *query = NULL;
	const struct option_row rows[] = {{"--json", &is_json, NULL}, {"-q", NULL, &query}};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_tags, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	status = session_open_query(&session, invocation, STORE_READ_ONLY, 0, query, is_json);
	return status == STATUS_DONE ? session_close(&session, print_tags(&session, is_json)) : status;
}

const struct command command_tags = {
	.name = "tags",
	.arguments = "[QUERY...] [-q QUERY] [--json]",
	.summary = "tags with counts",
	.run = run_tags,
};
