/* turns.h - how readers and the writer of a library in memory take turns */
#ifndef DATELINE_STORE_TURNS_H
#define DATELINE_STORE_TURNS_H

#include "store/library.h"

/* A library in memory has no log: who reads and who writes exclude each other. SQLite's own way of waiting
 * sleeps longer each time, up to a tenth of a second, and finds a writer that has much to do writing again:
 * the reader would stand still until all is done. Here who waits looks often, and a writer begins nothing new
 * meanwhile. */

void turns_wait_in(struct store *store); /* sets how this connection waits */
bool turns_reader_waits(void);           /* what is being written is to end soon */
void turns_let_readers_in(void);         /* before writing: returns soon, whether they come or not */

#endif
