/* session.h - a subcommand on articles at work: its library, its query, the articles chosen */
#ifndef DATELINE_SRC_CLI_SESSION_H
#define DATELINE_SRC_CLI_SESSION_H

#include "command.h"
#include "library.h"

#include "dateline/query/query.h"
#include "dateline/quote/quote.h"
#include "dateline/store/list.h"

struct session {
	struct arena arena;
	struct store *store;
	struct query query;
	struct query_names names,
		library; /* what is known: `library` and the saved queries of the configuration */
	struct config config;
	struct quote_memory quotes; /* of the articles that were read */
	int64_t now;
};

/* Opens the library; STATUS_DONE, or STATUS_LIBRARY after saying why. */
enum exit_status session_open(
	struct session *session, const struct invocation *invocation, enum store_mode mode);

/* Opens the library and reads the query from `option` (-q, may be NULL) and the operands from `first` on,
 * joined with spaces. Else the session is closed already, and STATUS_LIBRARY says that it did not open,
 * STATUS_USAGE that the mistake and its place were shown; with `is_json` as JSON. Notices go to standard
 * error. */
enum exit_status session_open_query(struct session *session, const struct invocation *invocation,
	enum store_mode mode, int first, const char *option, bool is_json);

/* The ids of the articles the query chooses, in its order. */
enum exit_status session_ids(struct session *session, int64_t **ids, size_t *count);

/* Both, and what they hold, are closed; gives `status` back. */
enum exit_status session_close(struct session *session, enum exit_status status);

/* Complains; STATUS_LIBRARY, or STATUS_FAILED when it was only not found. */
enum exit_status complain_error(const struct error *error);

#endif
