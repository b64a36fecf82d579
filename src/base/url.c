#include "dateline/base/url.h"
#include "dateline/base/buffer.h"
#include "dateline/base/sixteen.h"

#include <string.h>

/* ---- splitting (RFC 3986 appendix B, by hand) */

static size_t scheme_length(struct str address)
{
	size_t i = 0;

	/* what nearly all have */
	if (str_starts_with(address, STR("https:")))
		return 5;
	if (address.length == 0 || !ascii_is_alpha(address.data[0]))
		return 0;
	while (i < address.length && (ascii_is_alnum(address.data[i]) || memchr("+-.", address.data[i], 3)))
		i++;
	return i < address.length && address.data[i] == ':' ? i : 0;
}

static struct str cut_after(struct str *rest, char mark)
{
	size_t at = str_find_char(*rest, mark, 0);
	struct str tail = STR_NONE;

	if (at != STR_NPOS) {
		tail = str_from_offset(*rest, at + 1);
		*rest = str_slice(*rest, 0, at);
	}
	return tail;
}

static void split_authority(struct str authority, struct url *url)
{
	size_t at = str_find_last_char(authority, '@'), colon;

	if (at != STR_NPOS) {
		url->user = str_slice(authority, 0, at);
		authority = str_from_offset(authority, at + 1);
	}
	colon = str_find_last_char(authority, ':');
	if (colon != STR_NPOS && str_find_char(authority, ']', colon) == STR_NPOS) {
		url->port = str_from_offset(authority, colon + 1);
		authority = str_slice(authority, 0, colon);
	}
	url->host = authority;
}

void url_split(struct str address, struct url *url)
{
	size_t length = scheme_length(address);

	*url = (struct url){0};
	if (length) {
		url->scheme = str_slice(address, 0, length);
		address = str_from_offset(address, length + 1);
	}
	url->fragment = cut_after(&address, '#');
	url->query = cut_after(&address, '?');
	if (str_starts_with(address, STR("//"))) {
		struct str authority = str_from_offset(address, 2);
		size_t slash = str_find_char(authority, '/', 0);

		url->path = slash == STR_NPOS ? STR("") : str_from_offset(authority, slash);
		split_authority(str_slice(authority, 0, slash), url);
	} else {
		url->path = address;
	}
}

/* ---- resolving */

static bool is_clean(struct str reference)
{
	for (size_t i = 0; i < reference.length; i += 16) {
		struct sixteen block = sixteen_at(reference, i);
		uint32_t unclean = sixteen_at_most(block, ' ') | sixteen_equal(block, 0x7f);

		if (unclean && i + sixteen_before(unclean) < reference.length)
			return false;
	}
	return true;
}

/* What browsers do to a reference before they look at it: white space off both ends, tabs and line ends out
 * of the middle, blanks and control characters escaped, a backslash for a slash in the path of a web address
 * left as it is. */
static struct str clean_reference(struct arena *arena, struct str reference)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t used = 0;
	bool is_broken = false;
	char *out;

	while (reference.length && (unsigned char)reference.data[0] <= ' ')
		reference = str_from_offset(reference, 1);
	while (reference.length && (unsigned char)reference.data[reference.length - 1] <= ' ')
		reference.length--;
	if (is_clean(reference))
		return reference;
	out = arena_alloc(arena, reference.length * 3);
	for (size_t i = 0; i < reference.length; i++) {
		unsigned char c = (unsigned char)reference.data[i];

		/* with the blanks that a broken line begins with */
		is_broken = c == '\n' || (is_broken && c <= ' ');
		if (c == '\t' || c == '\r' || is_broken)
			continue;
		if (c > ' ' && c != 0x7f) {
			out[used++] = (char)c;
			continue;
		}
		out[used++] = '%';
		out[used++] = hex[c >> 4];
		out[used++] = hex[c & 15];
	}
	return (struct str){out, used};
}

/* RFC 3986 section 5.2.4, in place on a copy. */
static struct str remove_dot_segments(struct arena *arena, struct str path)
{
	char *out = arena_alloc(arena, path.length + 1);
	size_t used = 0;

	while (path.length) {
		size_t end = str_find_char(path, '/', path.data[0] == '/' ? 1 : 0);
		struct str segment = str_slice(path, 0, end);
		bool is_last = end == STR_NPOS;
		struct str name = segment.data[0] == '/' ? str_from_offset(segment, 1) : segment;

		if (str_equal(name, STR("..")) || str_equal(name, STR("."))) {
			if (name.length == 2) {
				while (used && out[used - 1] != '/')
					used--;
				used -= used ? 1 : 0;
			}
			if (is_last)
				out[used++] = '/';
		} else {
			memcpy(out + used, segment.data, segment.length);
			used += segment.length;
		}
		path = is_last ? STR("") : str_from_offset(path, end);
	}
	return (struct str){out, used};
}

static struct str join_paths(struct arena *arena, const struct url *base, struct str path)
{
	size_t slash = str_find_last_char(base->path, '/');
	struct str directory = slash == STR_NPOS ? STR("/") : str_slice(base->path, 0, slash + 1);

	if (slash == STR_NPOS && base->host.data == NULL)
		directory = STR("");
	return arena_join(arena, directory, path);
}

static struct str compose(struct arena *arena, const struct url *url)
{
	struct buffer buffer = {0};
	struct str result;

	if (url->scheme.data) {
		buffer_add(&buffer, url->scheme);
		buffer_add_char(&buffer, ':');
	}
	if (url->host.data) {
		buffer_add(&buffer, STR("//"));
		if (url->user.data) {
			buffer_add(&buffer, url->user);
			buffer_add_char(&buffer, '@');
		}
		buffer_add(&buffer, url->host);
		if (url->port.data) {
			buffer_add_char(&buffer, ':');
			buffer_add(&buffer, url->port);
		}
	}
	buffer_add(&buffer, url->path);
	if (url->query.data) {
		buffer_add_char(&buffer, '?');
		buffer_add(&buffer, url->query);
	}
	if (url->fragment.data) {
		buffer_add_char(&buffer, '#');
		buffer_add(&buffer, url->fragment);
	}
	result = arena_copy(arena, buffer_str(&buffer));
	buffer_finish(&buffer);
	return result;
}

static bool is_hierarchical(struct str scheme)
{
	return str_equal_nocase(scheme, STR("http")) || str_equal_nocase(scheme, STR("https")) ||
	       str_equal_nocase(scheme, STR("file")) || str_equal_nocase(scheme, STR("ftp")) ||
	       str_equal_nocase(scheme, STR("gemini")) || str_equal_nocase(scheme, STR("gopher"));
}

static bool has_dot_segments(struct str path)
{
	for (size_t i = 0; i < path.length; i += 15) {
		struct sixteen block = sixteen_at(path, i);

		if (sixteen_equal(block, '/') & sixteen_equal(block, '.') >> 1)
			return true;
	}
	return false;
}

struct str url_resolve(struct arena *arena, struct str base, struct str reference)
{
	struct url from, to;

	if (reference.data == NULL)
		return reference;
	reference = clean_reference(arena, reference);
	/* most are whole and have no dots anywhere: there is nothing to take apart */
	if (scheme_length(reference) && !has_dot_segments(reference))
		return reference;
	url_split(reference, &to);
	if (to.scheme.data) {
		if (to.host.data == NULL || !has_dot_segments(to.path))
			return reference;
		to.path = remove_dot_segments(arena, to.path);
		return compose(arena, &to);
	}
	url_split(base, &from);
	if (from.scheme.data == NULL || (from.host.data == NULL && !is_hierarchical(from.scheme)))
		return reference;
	to.scheme = from.scheme;
	if (to.host.data == NULL) {
		to.user = from.user;
		to.host = from.host;
		to.port = from.port;
		if (to.path.length == 0) {
			to.path = from.path;
			if (to.query.data == NULL)
				to.query = from.query;
		} else if (to.path.data[0] != '/') {
			to.path = join_paths(arena, &from, to.path);
		}
	}
	if (has_dot_segments(to.path))
		to.path = remove_dot_segments(arena, to.path);
	return compose(arena, &to);
}

/* ---- judging */

bool url_is_absolute(struct str address)
{
	return scheme_length(address) > 0;
}

/* "https://" and a host that begins with a letter: without a name of a user before it nothing can be wrong.
 */
static bool is_plain_web(struct str address)
{
	return str_starts_with(address, STR("https://")) && address.length > 8 &&
	       ascii_is_alnum(address.data[8]) && str_find_char(address, '@', 8) == STR_NPOS;
}

bool url_is_web(struct str address)
{
	struct url url;

	if (is_plain_web(address))
		return true;
	url_split(address, &url);
	return (str_equal_nocase(url.scheme, STR("http")) || str_equal_nocase(url.scheme, STR("https"))) &&
	       url.host.length > 0;
}

bool url_is_link(struct str address, bool may_be_file)
{
	static const struct str others[] = {
		STR_INIT("gemini"), STR_INIT("gopher"), STR_INIT("mailto"), STR_INIT("magnet")};
	struct url url;

	if (url_is_web(address))
		return true;
	url_split(address, &url);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (str_equal_nocase(url.scheme, others[i]))
			return url.path.length || url.host.length || url.query.length;
	return may_be_file && str_equal_nocase(url.scheme, STR("file")) && url.path.length;
}

struct str url_host(struct str address)
{
	struct url url;

	url_split(address, &url);
	return url.host.data ? url.host : STR("");
}

struct str url_site(struct str address)
{
	struct str host = url_host(address);

	return str_starts_with(host, STR("www.")) ? str_from_offset(host, 4) : host;
}

/* ---- one spelling */

static int hex_value(char c)
{
	c = ascii_lower(c);
	if (ascii_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_unreserved(char c)
{
	return ascii_is_alnum(c) || (c && strchr("-._~", c));
}

static struct str decode_needless(struct arena *arena, struct str s)
{
	char *out = arena_alloc(arena, s.length);
	size_t used = 0;

	for (size_t i = 0; i < s.length; i++) {
		int high = i + 2 < s.length && s.data[i] == '%' ? hex_value(s.data[i + 1]) : -1;
		int low = high >= 0 ? hex_value(s.data[i + 2]) : -1;

		if (low >= 0 && is_unreserved((char)(high * 16 + low))) {
			out[used++] = (char)(high * 16 + low);
			i += 2;
		} else {
			out[used++] = s.data[i];
		}
	}
	return (struct str){s.data ? out : NULL, used};
}

static struct str lower(struct arena *arena, struct str s)
{
	char *out = arena_alloc(arena, s.length);

	for (size_t i = 0; i < s.length; i++)
		out[i] = ascii_lower(s.data[i]);
	return (struct str){s.data ? out : NULL, s.length};
}

struct str url_canonical(struct arena *arena, struct str address)
{
	struct url url;

	url_split(clean_reference(arena, address), &url);
	if (url.host.data == NULL)
		return address;
	url.scheme = lower(arena, url.scheme);
	url.host = lower(arena, url.host);
	if (url.port.length == 0 || (str_equal(url.scheme, STR("http")) && str_equal(url.port, STR("80"))) ||
		(str_equal(url.scheme, STR("https")) && str_equal(url.port, STR("443"))))
		url.port = STR_NONE;
	url.path = url.path.length ? decode_needless(arena, url.path) : STR("/");
	url.query = decode_needless(arena, url.query);
	url.fragment = STR_NONE;
	return compose(arena, &url);
}
