/* source.h - what a SOURCE argument stands for: files, directories, standard input */
#ifndef DATELINE_SRC_CLI_SOURCE_H
#define DATELINE_SRC_CLI_SOURCE_H

#include "dateline/base/buffer.h"
#include "dateline/feed/load.h"

#define SOURCE_BYTES_MOST ((size_t)512 * 1000 * 1000) /* a longer file is no feed that anybody reads */

/* The arguments with each directory replaced by the files in it, sorted by name. A directory that cannot be
 * read stays as it is: loading it will say why. */
struct str_list sources_expand(struct arena *arena, int argc, char **argv);

/* Reads a source whole: a file, standard input for "-", or a web address, which is fetched.
 *   from   base and media_type are filled in from the answer of a server, unless the user gave them
 *   bytes  receives them; the caller finishes it
 * Errors: those of file_read and of fetch.h, with the name in the message. */
bool source_read(struct str source, struct arena *arena, struct feed_source *from, struct buffer *bytes,
	struct error *error);

#endif
