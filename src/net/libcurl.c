#include "libcurl.h"

#include "dateline/base/dynamic.h"

/* The name that libcurl 7 and 8 have had since 2006; it changes when its functions do. */
#ifdef __APPLE__
#define LIBCURL_FILE "libcurl.4.dylib"
#else
#define LIBCURL_FILE "libcurl.so.4"
#endif

struct libcurl libcurl;

static bool find_calls(void *library, struct error *error)
{
#define LIBCURL_FIND(name)                                                                                   \
	if (!dynamic_find(library, "curl_" #name, &libcurl.name, sizeof libcurl.name, error))                \
		return false;
	LIBCURL_CALLS(LIBCURL_FIND)
#undef LIBCURL_FIND
	return true;
}

bool libcurl_load(struct error *error)
{
	static bool is_loaded;
	void *library;

	if (is_loaded)
		return true;
	if (!dynamic_open(LIBCURL_FILE, &library, error) || !find_calls(library, error))
		return fail_in(error, "nothing can be fetched");
	libcurl.global_init(CURL_GLOBAL_DEFAULT);
	is_loaded = true;
	return true;
}
