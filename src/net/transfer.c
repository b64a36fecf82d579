#include "transfer.h"
#include "cookies.h"

#include "dateline/base/url.h"

#include <stdlib.h>
#include <string.h>

#define HEADER_BYTES_MOST ((size_t)256 * 1024)
#define RESERVE_MOST ((size_t)4 * 1024 * 1024)
#define RECEIVE_BYTES 65536L
#define SMALL_BODY ((size_t)2 * 1024 * 1024) /* never refused because of others */

const struct fetch_limits fetch_limits_default = {
	.most_bytes = (size_t)32 << 20,
	.most_bytes_at_once = (size_t)96 << 20,
	.connect_ms = 6000,
	.first_byte_ms = 8000,
	.total_ms = 60000,
	.slow_bytes_per_s = 100,
	.slow_s = 10,
	.redirects = 10,
	.at_once_per_host = 8,
	.at_once = 200,
};

struct fetch_limits fetch_limits_of_user(void)
{
	struct fetch_limits limits = fetch_limits_default;

	limits.ca_file = getenv("CURL_CA_BUNDLE");
	if (limits.ca_file == NULL)
		limits.ca_file = getenv("SSL_CERT_FILE");
	return limits;
}

static void copy_request(struct transfer *transfer, const struct fetch_request *request)
{
	struct fetch_request *copy = &transfer->request;
	struct arena *arena = &transfer->arena;

	*copy = *request;
	copy->address = arena_copy(arena, str_trim(request->address));
	copy->etag = arena_copy(arena, request->etag);
	copy->last_modified = arena_copy(arena, request->last_modified);
	copy->accept = arena_copy(arena, request->accept);
	copy->user_agent = arena_copy(arena, request->user_agent);
	copy->user = arena_copy(arena, request->user);
	copy->password = arena_copy(arena, request->password);
	copy->headers = arena_copy(arena, request->headers);
	copy->cookies = arena_copy(arena, request->cookies);
}

struct transfer *transfer_create(const struct fetch_limits *limits, size_t *bytes_at_once,
	const struct fetch_request *request, fetch_done *done, void *context)
{
	struct transfer *transfer = calloc(1, sizeof *transfer);

	if (transfer == NULL)
		abort();
	transfer->limits = limits;
	transfer->bytes_at_once = bytes_at_once;
	transfer->done = done;
	transfer->context = context;
	transfer->is_permanent_so_far = true;
	copy_request(transfer, request);
	transfer->address = transfer->request.address;
	transfer->response.address = transfer->address;
	transfer->response.cookies = transfer->request.cookies;
	return transfer;
}

void transfer_destroy(struct transfer *transfer)
{
	if (transfer->headers) /* else it was never sent, and libcurl may not be there */
		libcurl.slist_free_all(transfer->headers);
	buffer_finish(&transfer->response.body);
	arena_finish(&transfer->arena);
	free(transfer);
}

void transfer_uncount(struct transfer *transfer)
{
	*transfer->bytes_at_once -= transfer->counted_bytes;
	transfer->counted_bytes = 0;
}

static void forget_answer(struct transfer *transfer)
{
	struct fetch_response *response = &transfer->response;

	transfer_uncount(transfer);
	buffer_clear(&response->body);
	response->media_type = response->etag = response->last_modified = STR_NONE;
	response->cache_control = response->expires = response->retry_after = STR_NONE;
	response->date = response->age = STR_NONE;
	transfer->announced_bytes = 0;
}

/* A status line begins an answer: after "100 Continue", a proxy's answer or a redirect there is another one.
 */
static void read_status_line(struct transfer *transfer, struct str line)
{
	size_t blank = str_find_char(line, ' ', 0);
	int64_t status;

	forget_answer(transfer);
	if (blank == STR_NPOS || !str_to_int64(str_slice(line, blank + 1, blank + 4), &status))
		return;
	transfer->response.status = (unsigned)status;
	transfer->response.was_reached = true;
}

static void read_length(struct transfer *transfer, struct str value)
{
	int64_t length;

	if (!str_to_int64(value, &length) || length < 0)
		return;
	if ((uint64_t)length > transfer->limits->most_bytes)
		transfer->refused = REFUSED_BODY;
	else
		transfer->announced_bytes = (size_t)length;
}

static const struct {
	struct str name;
	size_t offset;
} kept_headers[] = {
	{STR_INIT("content-type"), offsetof(struct fetch_response, media_type)},
	{STR_INIT("etag"), offsetof(struct fetch_response, etag)},
	{STR_INIT("last-modified"), offsetof(struct fetch_response, last_modified)},
	{STR_INIT("cache-control"), offsetof(struct fetch_response, cache_control)},
	{STR_INIT("expires"), offsetof(struct fetch_response, expires)},
	{STR_INIT("retry-after"), offsetof(struct fetch_response, retry_after)},
	{STR_INIT("date"), offsetof(struct fetch_response, date)},
	{STR_INIT("age"), offsetof(struct fetch_response, age)},
};

static void read_header(struct transfer *transfer, struct str line)
{
	size_t colon = str_find_char(line, ':', 0);
	struct str name, value;

	if (colon == STR_NPOS)
		return;
	name = str_slice(line, 0, colon);
	value = str_trim(str_from_offset(line, colon + 1));
	for (size_t i = 0; i < COUNT_OF(kept_headers); i++)
		if (str_equal_nocase(name, kept_headers[i].name))
			*(struct str *)((char *)&transfer->response + kept_headers[i].offset) =
				arena_copy(&transfer->arena, value);
	if (str_equal_nocase(name, STR("content-length")))
		read_length(transfer, value);
}

static size_t take_header(char *data, size_t size, size_t count, void *context)
{
	struct transfer *transfer = context;
	struct str line = {data, size * count};

	transfer->has_first_byte = true;
	transfer->header_bytes += line.length;
	if (transfer->header_bytes > HEADER_BYTES_MOST)
		transfer->refused = REFUSED_HEADERS;
	else if (str_starts_with_nocase(line, STR("HTTP/")))
		read_status_line(transfer, line);
	else
		read_header(transfer, line);
	return transfer->refused == REFUSED_NOTHING ? line.length : 0;
}

static size_t take_body(char *data, size_t size, size_t count, void *context)
{
	struct transfer *transfer = context;
	struct buffer *body = &transfer->response.body;
	struct str piece = {data, size * count};

	if (piece.length > transfer->limits->most_bytes - body->length)
		transfer->refused = REFUSED_BODY;
	else if (body->length > SMALL_BODY && *transfer->bytes_at_once > transfer->limits->most_bytes_at_once)
		transfer->refused = REFUSED_CROWD;
	if (transfer->refused != REFUSED_NOTHING)
		return 0;
	transfer->counted_bytes += piece.length;
	*transfer->bytes_at_once += piece.length;
	if (body->capacity == 0 && transfer->announced_bytes > piece.length &&
		transfer->announced_bytes < RESERVE_MOST)
		buffer_room(body, transfer->announced_bytes);
	buffer_add(body, piece);
	return piece.length;
}

/* Values from a server or a feed go into a request: a line end in one would begin a header of its own. */
static void add_header(struct transfer *transfer, const char *name, struct str value)
{
	if (str_is_empty(value) || str_find_char(value, '\n', 0) != STR_NPOS ||
		str_find_char(value, '\r', 0) != STR_NPOS)
		return;
	transfer->headers = libcurl.slist_append(
		transfer->headers, arena_cstring(&transfer->arena,
					   arena_printf(&transfer->arena, "%s: %.*s", name, STR_ARG(value))));
}

static void make_headers(struct transfer *transfer)
{
	const struct fetch_request *request = &transfer->request;
	struct str rest = request->headers, line;

	libcurl.slist_free_all(transfer->headers);
	transfer->headers = NULL;
	add_header(transfer, "Accept", request->accept);
	add_header(transfer, "If-None-Match", request->etag);
	add_header(transfer, "If-Modified-Since", request->last_modified);
	while (!transfer->is_away && str_next(&rest, '\n', &line))
		if (str_find_char(line, ':', 0) != STR_NPOS)
			transfer->headers = libcurl.slist_append(
				transfer->headers, arena_cstring(&transfer->arena, str_trim(line)));
}

static void set_limits(CURL *easy, const struct fetch_limits *limits, unsigned spent_ms)
{
	long left = spent_ms < limits->total_ms ? (long)(limits->total_ms - spent_ms) : 1;

	libcurl.easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)limits->connect_ms);
	libcurl.easy_setopt(easy, CURLOPT_TIMEOUT_MS, left);
	libcurl.easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)limits->slow_bytes_per_s);
	libcurl.easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)limits->slow_s);
	libcurl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	if (limits->ca_file)
		libcurl.easy_setopt(easy, CURLOPT_CAINFO, limits->ca_file);
}

static void set_identity(struct transfer *transfer, CURL *easy)
{
	const struct fetch_request *request = &transfer->request;
	struct arena *arena = &transfer->arena;

	libcurl.easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
	if (request->keeps_cookies)
		cookies_give(transfer, easy);
	if (request->user_agent.data)
		libcurl.easy_setopt(easy, CURLOPT_USERAGENT, arena_cstring(arena, request->user_agent));
	if (transfer->is_away || request->user.data == NULL)
		return;
	libcurl.easy_setopt(easy, CURLOPT_HTTPAUTH, (long)(CURLAUTH_BASIC | CURLAUTH_DIGEST));
	libcurl.easy_setopt(easy, CURLOPT_USERNAME, arena_cstring(arena, request->user));
	libcurl.easy_setopt(easy, CURLOPT_PASSWORD,
		arena_cstring(arena, request->password.data ? request->password : STR("")));
}

void transfer_prepare(struct transfer *transfer, CURL *easy, int64_t now_ms)
{
	if (transfer->started_ms == 0)
		transfer->started_ms = now_ms;
	transfer->easy = easy;
	transfer->hop_started_ms = now_ms;
	transfer->has_first_byte = false;
	transfer->header_bytes = 0;
	transfer->curl_message[0] = '\0';
	make_headers(transfer);
	set_limits(easy, transfer->limits, (unsigned)(now_ms - transfer->started_ms));
	set_identity(transfer, easy);
	libcurl.easy_setopt(easy, CURLOPT_URL, arena_cstring(&transfer->arena, transfer->address));
	libcurl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	libcurl.easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
	libcurl.easy_setopt(
		easy, CURLOPT_PIPEWAIT, str_starts_with_nocase(transfer->address, STR("https:")) ? 1L : 0L);
	libcurl.easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
	libcurl.easy_setopt(easy, CURLOPT_BUFFERSIZE, RECEIVE_BYTES);
	libcurl.easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->curl_message);
	libcurl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
	libcurl.easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
	libcurl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
	libcurl.easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
	libcurl.easy_setopt(easy, CURLOPT_PRIVATE, transfer);
#if LIBCURL_VERSION_NUM >= 0x075700 /* else giving up waits for a name server that does not answer */
	libcurl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

int64_t transfer_deadline_ms(const struct transfer *transfer)
{
	return transfer->has_first_byte ? INT64_MAX
					: transfer->hop_started_ms + transfer->limits->first_byte_ms;
}

void transfer_time_out(struct transfer *transfer)
{
	fail(&transfer->response.error, ERROR_NETWORK, 0, "no answer from %.*s within %u s",
		STR_ARG(url_host(transfer->address)), (transfer->limits->first_byte_ms + 999) / 1000);
}

static bool is_redirect(unsigned status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The port that an address names, or that its scheme has; -1 for what is none. */
static int64_t port_of(struct str address)
{
	int64_t number = str_starts_with_nocase(address, STR("https:")) ? 443 : 80;
	struct url url;

	url_split(address, &url);
	return url.port.length == 0 || str_to_int64(url.port, &number) ? number : -1;
}

/* Whether secrets for one address are for the other as well: it is the same host and port, or the same host
 * that has gone over to TLS. */
static bool is_same_place(struct str given, struct str target)
{
	bool is_secure = str_starts_with_nocase(target, STR("https:"));
	bool was_secure = str_starts_with_nocase(given, STR("https:"));

	if (!str_equal_nocase(url_host(given), url_host(target)))
		return false;
	if (is_secure == was_secure)
		return port_of(given) == port_of(target);
	return is_secure && port_of(given) == 80 && port_of(target) == 443;
}

static bool follow(struct transfer *transfer, struct str target)
{
	unsigned status = transfer->response.status;
	struct error *error = &transfer->response.error;

	if (!url_is_web(target))
		return fail(error, ERROR_NETWORK, 0,
			"the server points to %.*s, where no feed may send anyone",
			STR_ARG(str_slice(target, 0, 100)));
	if (transfer->hops >= transfer->limits->redirects)
		return fail(error, ERROR_NETWORK, 0,
			"the server redirects in a circle, or more than %u times", transfer->hops);
	transfer->hops++;
	transfer->is_permanent_so_far = transfer->is_permanent_so_far && (status == 301 || status == 308);
	transfer->address = arena_copy(&transfer->arena, target);
	transfer->response.address = transfer->address;
	if (transfer->is_permanent_so_far)
		transfer->response.moved_to = transfer->address;
	if (!is_same_place(transfer->request.address, target))
		transfer->is_away = true;
	return true;
}

bool transfer_follow(struct transfer *transfer, CURLcode code)
{
	struct fetch_response *response = &transfer->response;
	char *target = NULL;

	if (transfer->request.keeps_cookies)
		cookies_take(transfer);
	if (code != CURLE_OK) {
		complain_of_curl(transfer, code);
		return false;
	}
	if (is_redirect(response->status))
		libcurl.easy_getinfo(transfer->easy, CURLINFO_REDIRECT_URL, &target);
	if (target)
		return follow(transfer, str_from(target));
	if (response->status != 200 && response->status != 304 && response->status != 203)
		complain_of_status(transfer);
	return false;
}
