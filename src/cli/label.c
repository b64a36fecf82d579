#include "session.h"

#include "dateline/store/state.h"

#include <stdio.h>

static enum exit_status label_all(struct session *session, const struct invocation *invocation, bool remove)
{
	struct error error = {0};
	int64_t *ids;
	size_t count, changed = 0;
	enum exit_status status = session_ids(session, &ids, &count);

	if (status != STATUS_DONE)
		return status;
	if (!store_label(session->store, str_from(invocation->argv[0]), remove, ids, count, session->now,
		    &changed, &error))
		return complain_error(&error);
	if (!invocation->is_quiet)
		printf("%zu of %zu article%s changed\n", changed, count, plural(count));
	return STATUS_DONE;
}

static enum exit_status run_label(struct invocation *invocation)
{
	bool remove = false;
	const char *query = NULL;
	const struct option_row rows[] = {{"--remove", &remove, NULL}, {"-q", NULL, &query}};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_label, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc == 0 || (invocation->argc == 1 && query == NULL))
		return complain_usage(&command_label);
	status = session_open_query(&session, invocation, STORE_READ_WRITE, 1, query, false);
	return status == STATUS_DONE ? session_close(&session, label_all(&session, invocation, remove))
				     : status;
}

const struct command command_label = {
	.name = "label",
	.arguments = "[--remove] NAME QUERY... [-q QUERY]",
	.summary = "put a label of your own on articles, or take it off",
	.run = run_label,
};
