#include "session.h"

#include "dateline/store/state.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	enum store_mark mark;
} marks[] = {
	{"read", STORE_READ},
	{"unread", STORE_UNREAD},
	{"star", STORE_STAR},
	{"unstar", STORE_UNSTAR},
	{"later", STORE_LATER},
	{"not-later", STORE_NOT_LATER},
	{"hide", STORE_HIDE},
	{"show", STORE_SHOW},
};

static bool find_mark(const char *name, enum store_mark *mark)
{
	for (size_t i = 0; i < COUNT_OF(marks); i++) {
		if (strcmp(marks[i].name, name) == 0) {
			*mark = marks[i].mark;
			return true;
		}
	}
	return false;
}

static enum exit_status mark_all(
	struct session *session, const struct invocation *invocation, enum store_mark mark)
{
	struct error error = {0};
	int64_t *ids;
	size_t count, changed;
	enum exit_status status = session_ids(session, &ids, &count);

	if (status != STATUS_DONE)
		return status;
	if (!store_mark(session->store, mark, ids, count, session->now, &changed, &error))
		return complain_error(&error);
	if (!invocation->is_quiet)
		printf("%zu of %zu article%s changed\n", changed, count, plural(count));
	return STATUS_DONE;
}

/* A query must be there: nobody marks everything by forgetting it. `dateline mark read ''` says everything.
 */
static enum exit_status run_mark(struct invocation *invocation)
{
	const char *query = NULL;
	const struct option_row rows[] = {{"-q", NULL, &query}};
	enum store_mark mark;
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_mark, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc == 0 || !find_mark(invocation->argv[0], &mark) ||
		(invocation->argc == 1 && query == NULL))
		return complain_usage(&command_mark);
	status = session_open_query(&session, invocation, STORE_READ_WRITE, 1, query, false);
	return status == STATUS_DONE ? session_close(&session, mark_all(&session, invocation, mark)) : status;
}

const struct command command_mark = {
	.name = "mark",
	.arguments = "read|unread|star|unstar|later|not-later|hide|show QUERY... [-q QUERY]",
	.summary = "change the state of articles",
	.run = run_mark,
};
