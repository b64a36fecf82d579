/* logmover.h - moves the library's log into its file behind the engine, so that storing does not wait for the
 * disk */
#ifndef DATELINE_REFRESH_LOGMOVER_H
#define DATELINE_REFRESH_LOGMOVER_H

#include "dateline/store/store.h"

#include <pthread.h>
#include <stdatomic.h>

/* A thread for each time that the log has become long, with a connection of its own. */
struct log_mover {
	struct store
		*store; /* NULL: the library cannot be opened twice, and the engine moves its log itself */
	pthread_t thread;
	size_t begun_at; /* pages of the log when the last thread began */
	bool has_thread;
	atomic_bool is_done; /* the thread has nothing left to do but to be joined */
};

/*   store  the engine's, which leaves its log to the mover */
void log_mover_open(struct log_mover *mover, const char *library, struct store *store);
void log_mover_close(struct log_mover *mover); /* may be repeated */

/* To be called after what changes the library: begins to move the log when it has become longer, if nobody is
 * at it. A log begins anew only when all of it was moved and nothing came meanwhile: when it is very long,
 * the little that is left is moved here and now. */
void log_mover_look(struct log_mover *mover, struct store *store);

#endif
