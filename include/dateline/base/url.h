/* url.h - addresses: split, resolve, judge (RFC 3986, with what browsers forgive) */
#ifndef DATELINE_BASE_URL_H
#define DATELINE_BASE_URL_H

#include "dateline/base/arena.h"

struct url {
	struct str scheme, user, host, port, path, query, fragment; /* slices; absent: .data NULL */
};

void url_split(struct str address, struct url *url);

/* `reference` as seen from `base` (RFC 3986 section 5.2). White space around it is dropped, tabs and line
 * ends inside it too, blanks become %20. With no base, or a base that is no address, the reference is given
 * back as it is. */
struct str url_resolve(struct arena *arena, struct str base, struct str reference);

/* An absolute address of a scheme that may be a link: http, https, gemini, gopher, mailto, magnet, and file
 * when `may_be_file`. Never javascript:, data:, vbscript:, however disguised. */
bool url_is_link(struct str address, bool may_be_file);

bool url_is_web(struct str address); /* http or https, with a host */
bool url_is_absolute(struct str address);
struct str url_host(struct str address); /* without user and port; empty when there is none */

/* The host as people name it: without "www." */
struct str url_site(struct str address);

/* The same address in one spelling: scheme and host in lower case, default port and fragment dropped, an
 * empty path as "/", needless percent escapes decoded. For comparison, never for requests. */
struct str url_canonical(struct arena *arena, struct str address);

#endif
