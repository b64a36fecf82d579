#include "session.h"

#include "dateline/store/state.h"

#include <stdio.h>

static enum exit_status run_undo(struct invocation *invocation)
{
	bool is_redo = false;
	const struct option_row rows[] = {{"--redo", &is_redo, NULL}};
	struct store_undone undone;
	struct error error = {0};
	struct session session;
	enum exit_status status;

	if (!options_take(invocation, &command_undo, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc)
		return complain_usage(&command_undo);
	status = session_open(&session, invocation, STORE_READ_WRITE);
	if (status != STATUS_DONE)
		return status;
	if (!(is_redo ? store_redo : store_undo)(session.store, &undone, &error))
		status = complain_error(&error);
	else if (undone.count == 0)
		status =
			complain(STATUS_FAILED, "there is nothing to %s", is_redo ? "do again" : "take back");
	else if (!invocation->is_quiet)
		printf("%s: %s\n", is_redo ? "done again" : "taken back", undone.message);
	return session_close(&session, status);
}

const struct command command_undo = {
	.name = "undo",
	.arguments = "[--redo]",
	.summary = "take back the last change of state",
	.run = run_undo,
};
