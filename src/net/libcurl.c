#include "libcurl.h"

#include <dlfcn.h>
#include <string.h>

/* The name that libcurl 7 and 8 have had since 2006; it changes when its functions do. */
#ifdef __APPLE__
#define LIBCURL_FILE "libcurl.4.dylib"
#else
#define LIBCURL_FILE "libcurl.so.4"
#endif

struct libcurl libcurl;

/* POSIX wants a function to fit in a pointer to data, C does not: so it goes by its bytes (dlsym(3)). */
static bool find_call(void *library, const char *name, void *call, size_t size, struct error *error)
{
	void *found = dlsym(library, name);

	memcpy(call, &found, size);
	return found || fail(error, ERROR_UNSUPPORTED, 0, "%s has no %s: a newer libcurl is needed",
				LIBCURL_FILE, name);
}

static bool find_calls(void *library, struct error *error)
{
#define LIBCURL_FIND(name)                                                                                   \
	if (!find_call(library, "curl_" #name, &libcurl.name, sizeof libcurl.name, error))                   \
		return false;
	LIBCURL_CALLS(LIBCURL_FIND)
#undef LIBCURL_FIND
	return true;
}

bool libcurl_load(struct error *error)
{
	static void *library;

	if (library)
		return true;
	library = dlopen(LIBCURL_FILE, RTLD_NOW | RTLD_LOCAL);
	if (library == NULL)
		return fail(error, ERROR_UNSUPPORTED, 0, "nothing can be fetched: %s", dlerror());
	if (!find_calls(library, error)) {
		dlclose(library);
		library = NULL;
		return false;
	}
	libcurl.global_init(CURL_GLOBAL_DEFAULT);
	return true;
}
