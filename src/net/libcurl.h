/* libcurl.h - libcurl, loaded when something is fetched for the first time
 *
 * Its libraries (TLS, Kerberos, LDAP, SSH, …) take two thirds of what the dynamic linker does at a start, and
 * most starts ask no network: `dateline list` is over before they would be linked. Its functions are called
 * through this table (base/dynamic.h): `libcurl.easy_init()` is curl_easy_init(). */
#ifndef DATELINE_NET_LIBCURL_H
#define DATELINE_NET_LIBCURL_H

#include "dateline/base/error.h"

#include <curl/curl.h>

#define LIBCURL_CALLS(CALL)                                                                                  \
	CALL(easy_cleanup)                                                                                   \
	CALL(easy_getinfo)                                                                                   \
	CALL(easy_init)                                                                                      \
	CALL(easy_reset)                                                                                     \
	CALL(easy_setopt)                                                                                    \
	CALL(easy_strerror)                                                                                  \
	CALL(global_init)                                                                                    \
	CALL(multi_add_handle)                                                                               \
	CALL(multi_cleanup)                                                                                  \
	CALL(multi_info_read)                                                                                \
	CALL(multi_init)                                                                                     \
	CALL(multi_perform)                                                                                  \
	CALL(multi_poll)                                                                                     \
	CALL(multi_remove_handle)                                                                            \
	CALL(multi_setopt)                                                                                   \
	CALL(slist_append)                                                                                   \
	CALL(slist_free_all)

struct libcurl {
#define LIBCURL_MEMBER(name) __typeof__(curl_##name) *name;
	LIBCURL_CALLS(LIBCURL_MEMBER)
#undef LIBCURL_MEMBER
};

extern struct libcurl libcurl; /* filled by libcurl_load */

/* Loads and initialises it, once. Not while another thread does. Errors: it is not there, or too old. */
bool libcurl_load(struct error *error);

#endif
