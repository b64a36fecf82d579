/* local.h - sources of the user's own list that are no web addresses: file: and exec: */
#ifndef DATELINE_NET_LOCAL_H
#define DATELINE_NET_LOCAL_H

#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

/* True for "file:…" and "exec:…". Only an address that the user wrote may be read so: what a feed, a page or
 * a server names never gets here. */
bool local_is_address(struct str address);

/* Reads the file, or what the command (given to /bin/sh) prints; waits for it, so this is a thing for a
 * worker. most_bytes  more is refused with ERROR_TOO_LARGE timeout_ms  for a command; it is killed then, with
 * all that it started stop_fd     becoming readable or closed gives the command up at once; -1: none out
 * receives the bytes; the caller finishes it Errors: those of file_read; ERROR_UNREADABLE when the command
 * fails or takes too long. */
bool local_read(struct str address, size_t most_bytes, unsigned timeout_ms, int stop_fd, struct buffer *out,
	struct error *error);

#endif
