/* entry.h - an article of the library, ready to be printed */
#ifndef DATELINE_SRC_CLI_ENTRY_H
#define DATELINE_SRC_CLI_ENTRY_H

#include "dateline/store/print.h"
#include "session.h"

/* Reads an article and makes its blocks. */
bool entry_load(
	struct session *session, int64_t id, struct arena *arena, struct store_entry *entry, struct error *error);

#endif
