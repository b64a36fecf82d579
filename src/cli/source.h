/* source.h - what a SOURCE argument stands for: files, directories, standard input */
#ifndef DATELINE_SRC_CLI_SOURCE_H
#define DATELINE_SRC_CLI_SOURCE_H

#include "dateline/base/arena.h"

#define SOURCE_BYTES_MOST ((size_t)512 * 1000 * 1000) /* a longer file is no feed that anybody reads */

/* The arguments with each directory replaced by the files in it, sorted by name. A directory that cannot be read stays as it
 * is: loading it will say why. */
struct str_list sources_expand(struct arena *arena, int argc, char **argv);

#endif
