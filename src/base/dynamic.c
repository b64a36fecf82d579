#include "dateline/base/dynamic.h"

#include <dlfcn.h>
#include <string.h>

bool dynamic_open(const char *file, void **library, struct error *error)
{
	*library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	return *library || fail(error, ERROR_UNSUPPORTED, 0, "%s", dlerror());
}

/* POSIX wants a function to fit in a pointer to data, C does not: so it goes by its bytes (dlsym(3)). */
bool dynamic_find(void *library, const char *name, void *call, size_t size, struct error *error)
{
	void *found = dlsym(library, name);

	memcpy(call, &found, size);
	return found || fail(error, ERROR_UNSUPPORTED, 0, "%s", dlerror());
}
