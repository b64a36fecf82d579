#include "dateline/net/fetch.h"

#include "../support/server.h"

#include <criterion/criterion.h>
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

/* What came of one request, kept after the response is gone. */
struct result {
	bool is_done;
	unsigned status;
	struct error error;
	bool was_reached;
	char cookies[8192];
	char body[4096], etag[256], last_modified[256], moved_to[256], address[256], media_type[256],
		retry_after[64];
	size_t body_length;
};

static struct server *server;
static struct fetch_limits limits;

static void open_server(void)
{
	server = server_start();
	limits = fetch_limits_default;
	limits.most_bytes = (size_t)1 << 20;
}

static void close_server(void)
{
	server_stop(server);
}

TestSuite(fetch, .init = open_server, .fini = close_server, .timeout = 30);

static void copy(char *out, size_t size, struct str s)
{
	snprintf(out, size, "%.*s", STR_ARG(s));
}

static void keep(struct fetch_response *response, void *context)
{
	struct result *result = context;

	cr_expect_not(result->is_done, "a request is answered once");
	result->is_done = true;
	result->status = response->status;
	result->error = response->error;
	result->was_reached = response->was_reached;
	result->body_length = response->body.length;
	copy(result->body, sizeof result->body, buffer_str(&response->body));
	copy(result->etag, sizeof result->etag, response->etag);
	copy(result->last_modified, sizeof result->last_modified, response->last_modified);
	copy(result->moved_to, sizeof result->moved_to, response->moved_to);
	copy(result->address, sizeof result->address, response->address);
	copy(result->media_type, sizeof result->media_type, response->media_type);
	copy(result->cookies, sizeof result->cookies, response->cookies);
	copy(result->retry_after, sizeof result->retry_after, response->retry_after);
}

static struct result ask(const struct fetch_request *request)
{
	struct fetcher *fetcher = fetcher_create(&limits);
	struct result result = {0};

	fetcher_add(fetcher, request, keep, &result);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_destroy(fetcher);
	cr_assert(result.is_done);
	return result;
}

static struct result ask_for(const char *path)
{
	struct fetch_request request = {.address = str_from(server_address(server, NULL, path))};

	return ask(&request);
}

static bool has(const char *text, const char *part)
{
	return text && strstr(text, part) != NULL;
}

Test(fetch, gives_body_type_and_validators_as_they_were_sent)
{
	struct result result;

	server_script(server, "/f",
		(struct server_answer){.body = "hello",
			.headers =
				"ETag: W/\"a b\"\r\n"
				"last-modified:  Sat, 1 Nov 2025 08:00:00 GMT \r\nContent-Type: text/xml; charset=koi8-r\r\n"});
	result = ask_for("/f");
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
	cr_expect_eq(result.status, 200u);
	cr_expect_str_eq(result.body, "hello");
	cr_expect_str_eq(result.etag, "W/\"a b\"");
	cr_expect_str_eq(result.last_modified, "Sat, 1 Nov 2025 08:00:00 GMT");
	cr_expect_str_eq(result.media_type, "text/xml; charset=koi8-r");
}

Test(fetch, sends_validators_back_unchanged_and_takes_304)
{
	struct fetch_request request = {.address = str_from(server_address(server, NULL, "/f")),
		.etag = STR("W/\"a b\""),
		.last_modified = STR("Sat, 1 Nov 2025 08:00:00 GMT")};
	struct result result;

	server_script(server, "/f", (struct server_answer){.status = 304, .headers = "ETag: \"new\"\r\n"});
	result = ask(&request);
	cr_expect_eq(result.status, 304u);
	cr_expect_eq(result.error.code, ERROR_NONE);
	cr_expect_str_eq(result.etag, "\"new\"");
	cr_expect(has(server_request(server, "/f", 0), "If-None-Match: W/\"a b\"\r\n"));
	cr_expect(
		has(server_request(server, "/f", 0), "If-Modified-Since: Sat, 1 Nov 2025 08:00:00 GMT\r\n"));
}

Test(fetch, asks_for_compressed_answers_and_sends_no_cookies)
{
	server_script(server, "/f", (struct server_answer){.body = "x", .headers = "Set-Cookie: a=b\r\n"});
	ask_for("/f");
	ask_for("/f");
	cr_expect(has(server_request(server, "/f", 1), "gzip"));
	cr_expect_not(has(server_request(server, "/f", 1), "Cookie:"));
}

Test(fetch, puts_no_line_end_of_a_validator_into_the_request)
{
	struct fetch_request request = {
		.address = str_from(server_address(server, NULL, "/f")), .etag = STR("\"x\"\r\nX-Evil: 1")};

	server_script(server, "/f", (struct server_answer){.body = "x"});
	ask(&request);
	cr_expect_not(has(server_request(server, "/f", 0), "X-Evil"));
}

Test(fetch, remembers_where_permanent_redirects_lead)
{
	struct result result;

	server_script(server, "/a", (struct server_answer){.status = 301, .headers = "Location: /b\r\n"});
	server_script(server, "/b", (struct server_answer){.status = 308, .headers = "Location: %s/c\r\n"});
	server_script(server, "/c", (struct server_answer){.status = 302, .headers = "Location: /d\r\n"});
	server_script(server, "/d", (struct server_answer){.status = 301, .headers = "Location: /e\r\n"});
	server_script(server, "/e", (struct server_answer){.body = "here"});
	result = ask_for("/a");
	cr_expect_str_eq(result.body, "here");
	cr_expect_str_eq(
		result.moved_to, server_address(server, NULL, "/c"), "what follows a 302 is not for good");
	cr_expect_str_eq(result.address, server_address(server, NULL, "/e"));
}

Test(fetch, keeps_the_address_over_a_temporary_redirect)
{
	struct result result;

	server_script(server, "/a", (struct server_answer){.status = 307, .headers = "Location: /b\r\n"});
	server_script(server, "/b", (struct server_answer){.body = "here"});
	result = ask_for("/a");
	cr_expect_str_eq(result.body, "here");
	cr_expect_str_eq(result.moved_to, "");
}

Test(fetch, leaves_a_circle_of_redirects)
{
	struct result result;

	server_script(server, "/a", (struct server_answer){.status = 302, .headers = "Location: /b\r\n"});
	server_script(server, "/b", (struct server_answer){.status = 302, .headers = "Location: /a\r\n"});
	result = ask_for("/a");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(has(result.error.message, "circle"), "%s", result.error.message);
	cr_expect_leq(server_request_count(server, "/a"), 6);
}

Test(fetch, follows_a_redirect_to_the_web_alone)
{
	static const char *const targets[] = {
		"Location: file:///etc/hostname\r\n",
		"Location: exec:id\r\n",
		"Location: ftp://127.0.0.1/\r\n",
		"Location: gopher://127.0.0.1/\r\n",
		"Location: dict://127.0.0.1/\r\n",
	};

	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		char path[8];
		struct result result;

		snprintf(path, sizeof path, "/%zu", i);
		server_script(server, path, (struct server_answer){.status = 301, .headers = targets[i]});
		result = ask_for(path);
		cr_expect_eq(result.error.code, ERROR_NETWORK, "%s", targets[i]);
		cr_expect_eq(result.body_length, 0, "%s", targets[i]);
		cr_expect_str_eq(result.moved_to, "", "%s", targets[i]);
	}
}

Test(fetch, reads_no_file_address)
{
	struct fetch_request request = {.address = STR("file:///etc/hostname")};
	struct result result = ask(&request);

	cr_expect_neq(result.error.code, ERROR_NONE);
	cr_expect_eq(result.body_length, 0);
}

Test(fetch, keeps_password_and_headers_from_another_host)
{
	struct fetch_request request = {.address = str_from(server_address(server, NULL, "/a")),
		.user = STR("anna"),
		.password = STR("secret"),
		.headers = STR("X-Token: 1\nX-More: 2")};
	char location[128];

	snprintf(location, sizeof location, "Location: %s\r\n", server_address(server, "localhost", "/b"));
	server_script(server, "/a", (struct server_answer){.status = 302, .headers = location});
	server_script(server, "/b", (struct server_answer){.body = "x"});
	ask(&request);
	cr_expect(has(server_request(server, "/a", 0), "X-Token: 1\r\n"));
	cr_expect(has(server_request(server, "/a", 0), "X-More: 2\r\n"));
	cr_expect_eq(server_request_count(server, "/b"), 1);
	cr_expect_not(has(server_request(server, "/b", 0), "X-Token"));
	cr_expect_not(has(server_request(server, "/b", 0), "Authorization"));
}

Test(fetch, keeps_secrets_from_another_port_of_the_same_host)
{
	struct server *other = server_start();
	struct fetch_request request = {.address = str_from(server_address(server, NULL, "/a")),
		.user = STR("anna"),
		.password = STR("secret"),
		.headers = STR("X-Token: 1")};
	char location[128];

	snprintf(location, sizeof location, "Location: %s\r\n", server_address(other, NULL, "/b"));
	server_script(server, "/a", (struct server_answer){.status = 302, .headers = location});
	server_script(other, "/b", (struct server_answer){.body = "x"});
	ask(&request);
	cr_expect_eq(server_request_count(other, "/b"), 1);
	cr_expect_not(has(server_request(other, "/b", 0), "X-Token"));
	cr_expect_not(has(server_request(other, "/b", 0), "Authorization"));
	server_stop(other);
}

/* ---- cookies */

static void script_a_cookie_wall(void)
{
	server_script(server, "/f",
		(struct server_answer){.status = 302,
			.headers =
				"Set-Cookie: seen=yes; Max-Age=3600\r\nSet-Cookie: here=1\r\nLocation: /f2\r\n"});
	server_script(server, "/f2", (struct server_answer){.body = "x"});
}

Test(fetch, takes_and_sends_no_cookie_unless_it_is_asked_to)
{
	struct result result;

	script_a_cookie_wall();
	result = ask_for("/f");
	cr_expect_eq(server_request_count(server, "/f2"), 1);
	cr_expect_not(has(server_request(server, "/f2", 0), "Cookie:"));
	cr_expect_str_eq(result.cookies, "");
}

Test(fetch, keeps_cookies_through_redirects_and_gives_them_for_the_next_time)
{
	struct fetch_request request = {
		.address = str_from(server_address(server, NULL, "/f")), .keeps_cookies = true};
	struct result result;

	script_a_cookie_wall();
	result = ask(&request);
	cr_expect(has(server_request(server, "/f2", 0), "seen=yes"), "%s", server_request(server, "/f2", 0));
	cr_expect(has(server_request(server, "/f2", 0), "here=1"));
	request.cookies = str_from(result.cookies);
	ask(&request);
	cr_expect(has(server_request(server, "/f", 1), "seen=yes"), "%s", server_request(server, "/f", 1));
	cr_expect(has(server_request(server, "/f", 1), "here=1"));
}

Test(fetch, sends_a_cookie_only_to_the_host_that_set_it)
{
	struct fetch_request request = {
		.address = str_from(server_address(server, NULL, "/a")), .keeps_cookies = true};
	char headers[256];

	snprintf(headers, sizeof headers, "Set-Cookie: mine=1\r\nLocation: %s\r\n",
		server_address(server, "localhost", "/b"));
	server_script(server, "/a", (struct server_answer){.status = 302, .headers = headers});
	server_script(server, "/b", (struct server_answer){.body = "x"});
	ask(&request);
	cr_expect_eq(server_request_count(server, "/b"), 1);
	cr_expect_not(has(server_request(server, "/b", 0), "Cookie:"));
}

Test(fetch, gives_the_cookies_of_one_request_to_no_other)
{
	struct fetcher *fetcher = fetcher_create(&limits);
	struct fetch_request with = {
		.address = str_from(server_address(server, NULL, "/with")), .keeps_cookies = true};
	struct fetch_request without = {.address = str_from(server_address(server, NULL, "/without"))};
	struct fetch_request fresh = {
		.address = str_from(server_address(server, NULL, "/fresh")), .keeps_cookies = true};
	struct result results[3] = {0};

	server_script(server, "/with",
		(struct server_answer){.body = "x", .headers = "Set-Cookie: mine=1; Path=/\r\n"});
	server_script(server, "/without", (struct server_answer){.body = "x"});
	server_script(server, "/fresh", (struct server_answer){.body = "x"});
	fetcher_add(fetcher, &with, keep, &results[0]);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_add(fetcher, &without, keep, &results[1]);
	fetcher_add(fetcher, &fresh, keep, &results[2]);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	cr_expect(has(results[0].cookies, "mine"));
	cr_expect_not(has(server_request(server, "/without", 0), "Cookie:"));
	cr_expect_not(has(server_request(server, "/fresh", 0), "Cookie:"));
	fetcher_destroy(fetcher);
}

Test(fetch, bounds_the_cookies_that_a_server_may_set)
{
	static char headers[80 * 32];
	struct fetch_request request = {
		.address = str_from(server_address(server, NULL, "/f")), .keeps_cookies = true};
	struct result result;
	size_t count = 0;

	for (int i = 0; i < 80; i++)
		sprintf(headers + strlen(headers), "Set-Cookie: c%d=%d\r\n", i, i);
	server_script(server, "/f", (struct server_answer){.body = "x", .headers = headers});
	result = ask(&request);
	for (const char *at = result.cookies; (at = strchr(at, '\n')) != NULL; at++)
		count++;
	cr_expect_lt(count, 50);
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
}

Test(fetch, says_what_each_status_means)
{
	static const struct {
		unsigned status;
		const char *part;
	} rows[] = {
		{404, "nothing at this address (404)"},
		{410, "gone for good (410)"},
		{401, "password (401)"},
		{403, "forbids"},
		{429, "too often (429)"},
		{500, "error of its own (500)"},
		{503, "not available"},
		{418, "(418)"},
		{599, "(599)"},
		{204, "no content"},
		{300, "without saying where"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char path[16];
		struct result result;

		snprintf(path, sizeof path, "/%u", rows[i].status);
		server_script(server, path,
			(struct server_answer){.status = rows[i].status, .headers = "Retry-After: 120\r\n"});
		result = ask_for(path);
		cr_expect_eq(result.error.code, ERROR_HTTP, "%u", rows[i].status);
		cr_expect_eq(result.status, rows[i].status);
		cr_expect(has(result.error.message, rows[i].part), "%u: %s", rows[i].status,
			result.error.message);
		cr_expect(result.was_reached);
		cr_expect_str_eq(result.retry_after, "120");
	}
}

Test(fetch, says_what_broke_an_answer)
{
	static const struct {
		const char *name;
		struct server_answer answer;
		enum error_code code;
		const char *part;
	} rows[] = {
		{"closed", {.fault = FAULT_CLOSE}, ERROR_NETWORK, "without an answer"},
		{"reset", {.fault = FAULT_RESET}, ERROR_NETWORK, "broke off"},
		{"half a body", {.fault = FAULT_CUT, .body = "0123456789"}, ERROR_NETWORK, "only a part"},
		{"reset in mid-body", {.fault = FAULT_RESET_MID, .body = "0123456789"}, ERROR_NETWORK,
			"127.0.0.1"},
		{"not HTTP", {.fault = FAULT_NOT_HTTP, .body = "SSH-2.0-x\r\n\r\n"}, ERROR_NETWORK, "HTTP"},
		{"endless", {.fault = FAULT_ENDLESS, .body = "0123456789abcdef0123456789abcdef"},
			ERROR_TOO_LARGE, "larger than 1 MB"},
		{"gzip bomb", {.fault = FAULT_BOMB, .body_length = 20u << 20}, ERROR_TOO_LARGE,
			"larger than 1 MB"},
		{"endless headers", {.fault = FAULT_ENDLESS_HEADERS}, ERROR_TOO_LARGE, "endless headers"},
		{"no gzip", {.headers = "Content-Encoding: gzip\r\n", .body = "this is no gzip"},
			ERROR_NETWORK, "damaged"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char path[16];
		struct result result;

		snprintf(path, sizeof path, "/%zu", i);
		server_script(server, path, rows[i].answer);
		result = ask_for(path);
		cr_expect_eq(result.error.code, rows[i].code, "%s: %s", rows[i].name, result.error.message);
		cr_expect(has(result.error.message, rows[i].part), "%s: %s", rows[i].name,
			result.error.message);
		cr_expect(rows[i].code == ERROR_NONE || result.body_length == 0, "%s", rows[i].name);
	}
}

/* zstd: a frame of blocks that each repeat one byte 128 KB long (RFC 8878 section 3.1.1.2). */
static size_t make_zstd_bomb(unsigned char *out, size_t blocks)
{
	static const unsigned char head[] = {0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38};
	size_t length = sizeof head;

	memcpy(out, head, length);
	for (size_t i = 0; i < blocks; i++) {
		unsigned block = (i + 1 == blocks) | 1u << 1 | 0x20000u << 3;

		out[length++] = (unsigned char)block;
		out[length++] = (unsigned char)(block >> 8);
		out[length++] = (unsigned char)(block >> 16);
		out[length++] = 'A';
	}
	return length;
}

Test(fetch, bounds_what_brotli_and_zstd_unpack_to)
{
	/* 20 MB of the letter A */
	static const unsigned char brotli[] = {0xcb, 0xff, 0xff, 0x3f, 0xf8, 0x25, 0x82, 0xe2, 0xb1, 0x40,
		0x20, 0xf7, 0xfe, 0x8f, 0xff, 0xff, 0x7f, 0xf0, 0x4b, 0x00, 0xc4, 0x61, 0x11, 0x80, 0xee,
		0xfd, 0x5f, 0xfe, 0xff, 0xff, 0xe0, 0x97, 0x00, 0x88, 0xc3, 0x02, 0x00, 0xdd, 0xfb, 0x1f};
	static unsigned char zstd[1024], small[64];
	const struct {
		const char *path, *headers, *part;
		const unsigned char *body;
		size_t length;
	} rows[] = {
		{"/br", "Content-Encoding: br\r\n", "larger than 1 MB", brotli, sizeof brotli},
		{"/zstd", "Content-Encoding: zstd\r\n", "larger than 1 MB", zstd, make_zstd_bomb(zstd, 160)},
		{"/small", "Content-Encoding: zstd\r\n", "", small, make_zstd_bomb(small, 2)},
		{"/cut", "Content-Encoding: br\r\n", "damaged", zstd, 100},
	};

	if (!has(curl_version(), "brotli") || !has(curl_version(), "zstd"))
		cr_skip_test("this libcurl unpacks neither brotli nor zstd");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct result result;

		server_script(server, rows[i].path,
			(struct server_answer){.headers = rows[i].headers,
				.body = (const char *)rows[i].body,
				.body_length = rows[i].length});
		result = ask_for(rows[i].path);
		cr_expect(has(result.error.message, rows[i].part), "%s: %s", rows[i].path,
			result.error.message);
	}
	cr_expect_eq(ask_for("/small").body_length, 2 * 131072);
}

Test(fetch, bounds_what_all_answers_hold_together)
{
	struct fetch_request request = {.address = str_from(server_address(server, NULL, "/bomb"))};
	struct result results[4] = {0};
	struct fetcher *fetcher;
	size_t whole = 0;

	limits.most_bytes = (size_t)16 << 20;
	limits.most_bytes_at_once = (size_t)12 << 20;
	server_script(server, "/bomb",
		(struct server_answer){.fault = FAULT_BOMB, .body_length = 64u << 20, .is_held = true});
	fetcher = fetcher_create(&limits);
	for (size_t i = 0; i < 4; i++)
		fetcher_add(fetcher, &request, keep, &results[i]);
	while (server_most_at_once(server) < 4)
		fetcher_run(fetcher, 10);
	server_release(server);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	for (size_t i = 0; i < 4; i++) {
		whole += results[i].error.code == ERROR_NONE;
		cr_expect(has(results[i].error.message, "larger than") ||
				  has(results[i].error.message, "at once"),
			"%s", results[i].error.message);
	}
	cr_expect_eq(whole, 0);
	fetcher_destroy(fetcher);
}

Test(fetch, unpacks_what_fits)
{
	struct result result;

	server_script(server, "/f", (struct server_answer){.fault = FAULT_BOMB, .body_length = 258 * 4});
	result = ask_for("/f");
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
	cr_expect_eq(result.body_length, 258u * 4 + 1);
	cr_expect_eq(result.body[0], 'A');
	cr_expect_eq(result.body[1000], 'A');
}

Test(fetch, gives_up_a_server_that_never_answers)
{
	struct result result;

	limits.first_byte_ms = 50;
	server_script(server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	result = ask_for("/f");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(has(result.error.message, "no answer from 127.0.0.1 within"), "%s", result.error.message);
	cr_expect_not(result.was_reached);
}

Test(fetch, gives_up_a_server_that_never_finishes)
{
	struct result result;

	limits.total_ms = 150;
	server_script(server, "/f", (struct server_answer){.fault = FAULT_DRIP, .body = "x"});
	result = ask_for("/f");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(has(result.error.message, "did not finish"), "%s", result.error.message);
	cr_expect_eq(result.body_length, 0);
}

Test(fetch, says_that_a_name_is_not_known_or_nobody_listens)
{
	struct fetch_request no_name = {.address = STR("http://no-such-host.invalid/f")};
	struct fetch_request nobody = {.address = STR("http://127.0.0.1:1/f")};
	struct fetch_request no_tls = {.address = STR("")};
	char address[256];
	struct result result = ask(&no_name);

	cr_expect(
		has(result.error.message, "no such host: no-such-host.invalid"), "%s", result.error.message);
	cr_expect_not(result.was_reached);
	result = ask(&nobody);
	cr_expect(has(result.error.message, "no connection to 127.0.0.1"), "%s", result.error.message);
	snprintf(address, sizeof address, "https%s", server_address(server, NULL, "/f") + 4);
	no_tls.address = str_from(address);
	result = ask(&no_tls);
	cr_expect(has(result.error.message, "TLS"), "%s", result.error.message);
}

static void count(struct fetch_response *response, void *context)
{
	cr_expect_eq(response->error.code, ERROR_NONE, "%s", response->error.message);
	++*(size_t *)context;
}

static size_t run_all(struct fetcher *fetcher, size_t held)
{
	while (held) {
		fetcher_run(fetcher, 10);
		if (server_most_at_once(server) >= held) {
			server_release(server);
			held = 0;
		}
	}
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	return server_most_at_once(server);
}

static void add_many(struct fetcher *fetcher, const char *host, size_t how_many, size_t *answered)
{
	struct fetch_request request = {.address = str_from(server_address(server, host, "/f"))};

	for (size_t i = 0; i < how_many; i++)
		fetcher_add(fetcher, &request, count, answered);
}

Test(fetch, never_asks_one_host_for_more_than_so_many_at_once)
{
	struct fetcher *fetcher;
	size_t answered = 0;

	limits.at_once_per_host = 3;
	server_script(server, "/f", (struct server_answer){.body = "x", .is_held = true});
	fetcher = fetcher_create(&limits);
	add_many(fetcher, NULL, 20, &answered);
	cr_expect_eq(run_all(fetcher, 3), 3);
	cr_expect_eq(answered, 20);
	fetcher_destroy(fetcher);
}

Test(fetch, asks_several_hosts_side_by_side)
{
	struct fetcher *fetcher;
	size_t answered = 0;

	limits.at_once_per_host = 2;
	server_script(server, "/f", (struct server_answer){.body = "x", .is_held = true});
	fetcher = fetcher_create(&limits);
	add_many(fetcher, NULL, 5, &answered);
	add_many(fetcher, "localhost", 5, &answered);
	cr_expect_eq(run_all(fetcher, 4), 4);
	cr_expect_eq(answered, 10);
	fetcher_destroy(fetcher);
}

Test(fetch, does_not_let_a_silent_server_hold_up_the_others)
{
	struct fetch_request silent = {.address = str_from(server_address(server, NULL, "/silent"))};
	struct fetcher *fetcher;
	struct result result = {0};
	size_t answered = 0;

	server_script(server, "/silent", (struct server_answer){.fault = FAULT_SILENCE});
	server_script(server, "/f", (struct server_answer){.body = "x"});
	fetcher = fetcher_create(&limits);
	fetcher_add(fetcher, &silent, keep, &result);
	add_many(fetcher, NULL, 30, &answered);
	while (answered < 30)
		fetcher_run(fetcher, 1000);
	cr_expect_not(result.is_done);
	fetcher_destroy(fetcher);
}

Test(fetch, starts_nothing_while_held)
{
	struct fetcher *fetcher = fetcher_create(&limits);
	size_t answered = 0;

	server_script(server, "/f", (struct server_answer){.body = "x"});
	fetcher_hold(fetcher, true);
	add_many(fetcher, NULL, 3, &answered);
	fetcher_run(fetcher, 0);
	cr_expect_eq(server_request_count(server, "/f"), 0);
	fetcher_hold(fetcher, false);
	run_all(fetcher, 0);
	cr_expect_eq(answered, 3);
	fetcher_destroy(fetcher);
}

Test(fetch, gives_up_one_group_and_goes_on_with_the_other)
{
	struct fetch_request request = {
		.address = str_from(server_address(server, NULL, "/silent")), .group = &limits};
	struct fetcher *fetcher = fetcher_create(&limits);
	struct result result = {0};
	size_t answered = 0;

	server_script(server, "/silent", (struct server_answer){.fault = FAULT_SILENCE});
	server_script(server, "/f", (struct server_answer){.body = "x"});
	for (int i = 0; i < 20; i++)
		fetcher_add(fetcher, &request, keep, &result);
	add_many(fetcher, NULL, 5, &answered);
	fetcher_run(fetcher, 0);
	cr_expect_eq(fetcher_abandon(fetcher, &limits), 20);
	run_all(fetcher, 0);
	cr_expect_eq(answered, 5);
	cr_expect_not(result.is_done);
	fetcher_destroy(fetcher);
}
