/* dynamic.h - libraries that are loaded when they are needed, for what most starts do without */
#ifndef DATELINE_BASE_DYNAMIC_H
#define DATELINE_BASE_DYNAMIC_H

#include "dateline/base/error.h"

/* Whoever has such a library keeps the pointers to its functions in a struct, made from a list of their names
 * as src/net/libcurl.h does; nothing is ever unloaded.
 *   file     as the dynamic linker looks for it: "libcurl.so.4"
 * Errors: ERROR_UNSUPPORTED when it is not there, or cannot be used. */
bool dynamic_open(const char *file, void **library, struct error *error);

/* Finds a function; `call` is the pointer to it, of `size` bytes. ERROR_UNSUPPORTED when there is none. */
bool dynamic_find(void *library, const char *name, void *call, size_t size, struct error *error);

#endif
