/* file.h - bytes of a file, bounded */
#ifndef DATELINE_BASE_FILE_H
#define DATELINE_BASE_FILE_H

#include "dateline/base/arena.h"
#include "dateline/base/buffer.h"
#include "dateline/base/error.h"

/* Reads a whole file, or standard input for "-".
 *   most_bytes  a longer one is refused with ERROR_TOO_LARGE
 *   out         receives the bytes; the caller finishes it
 * Errors: not found, unreadable (a directory too), too large; the message has the name in it. */
bool file_read(const char *path, size_t most_bytes, struct buffer *out, struct error *error);

/* The names (not paths) of the regular files in a directory, sorted by bytes, hidden ones left out. */
bool file_list_directory(const char *path, struct arena *arena, struct str_list *names, struct error *error);

bool file_is_directory(const char *path);

/* Makes a directory and those above it, private to the user. */
bool file_make_directories(const char *path, struct error *error);

#endif
