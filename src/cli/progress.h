/* progress.h - waiting for the engine, and telling a terminal how far it is */
#ifndef DATELINE_SRC_CLI_PROGRESS_H
#define DATELINE_SRC_CLI_PROGRESS_H

#include "dateline/refresh/engine.h"

/* Waits for the next event. False when the user interrupted: the engine is to be closed then. */
bool progress_wait(struct engine *engine, struct engine_event *event);

/* From now on an interrupt (Ctrl-C, a terminate signal) ends the wait instead of the program. */
void progress_catch_interrupts(void);
bool progress_is_interrupted(void);

/* One line on standard error, above the bar if there is one. */
void progress_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The bar: drawn on standard error when that is a terminal that can erase a line, else nothing. */
bool progress_has_bar(void);
void progress_draw(size_t done, size_t total, size_t failed, size_t fresh);
void progress_clear(void);

/* Builds what the full-text index lacks. */
void progress_finish_index(struct engine *engine);

#endif
