/* What is asked, where it leads, and what is said of the answer. */
#include "asking.h"

#include <criterion/criterion.h>
#include <stdio.h>

TestSuite(fetch, .init = asking_begin, .fini = asking_end, .timeout = 30);

Test(fetch, gives_body_type_and_validators_as_they_were_sent)
{
	struct asked result;

	server_script(asking.server, "/f",
		(struct server_answer){.body = "hello",
			.headers =
				"ETag: W/\"a b\"\r\n"
				"last-modified:  Sat, 1 Nov 2025 08:00:00 GMT \r\nContent-Type: text/xml; charset=koi8-r\r\n"});
	result = asking_get("/f");
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
	cr_expect_eq(result.status, 200u);
	cr_expect_str_eq(result.body, "hello");
	cr_expect_str_eq(result.etag, "W/\"a b\"");
	cr_expect_str_eq(result.last_modified, "Sat, 1 Nov 2025 08:00:00 GMT");
	cr_expect_str_eq(result.media_type, "text/xml; charset=koi8-r");
}

Test(fetch, sends_validators_back_unchanged_and_takes_304)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, "/f")),
		.etag = STR("W/\"a b\""),
		.last_modified = STR("Sat, 1 Nov 2025 08:00:00 GMT")};
	struct asked result;

	server_script(
		asking.server, "/f", (struct server_answer){.status = 304, .headers = "ETag: \"new\"\r\n"});
	result = asking_ask(&request);
	cr_expect_eq(result.status, 304u);
	cr_expect_eq(result.error.code, ERROR_NONE);
	cr_expect_str_eq(result.etag, "\"new\"");
	cr_expect(asking_has(server_request(asking.server, "/f", 0), "If-None-Match: W/\"a b\"\r\n"));
	cr_expect(asking_has(server_request(asking.server, "/f", 0),
		"If-Modified-Since: Sat, 1 Nov 2025 08:00:00 GMT\r\n"));
}

Test(fetch, asks_for_compressed_answers_and_sends_no_cookies)
{
	server_script(
		asking.server, "/f", (struct server_answer){.body = "x", .headers = "Set-Cookie: a=b\r\n"});
	asking_get("/f");
	asking_get("/f");
	cr_expect(asking_has(server_request(asking.server, "/f", 1), "gzip"));
	cr_expect_not(asking_has(server_request(asking.server, "/f", 1), "Cookie:"));
}

Test(fetch, puts_no_line_end_of_a_validator_into_the_request)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, "/f")),
		.etag = STR("\"x\"\r\nX-Evil: 1")};

	server_script(asking.server, "/f", (struct server_answer){.body = "x"});
	asking_ask(&request);
	cr_expect_not(asking_has(server_request(asking.server, "/f", 0), "X-Evil"));
}

Test(fetch, remembers_where_permanent_redirects_lead)
{
	struct asked result;

	server_script(
		asking.server, "/a", (struct server_answer){.status = 301, .headers = "Location: /b\r\n"});
	server_script(
		asking.server, "/b", (struct server_answer){.status = 308, .headers = "Location: %s/c\r\n"});
	server_script(
		asking.server, "/c", (struct server_answer){.status = 302, .headers = "Location: /d\r\n"});
	server_script(
		asking.server, "/d", (struct server_answer){.status = 301, .headers = "Location: /e\r\n"});
	server_script(asking.server, "/e", (struct server_answer){.body = "here"});
	result = asking_get("/a");
	cr_expect_str_eq(result.body, "here");
	cr_expect_str_eq(result.moved_to, server_address(asking.server, NULL, "/c"),
		"what follows a 302 is not for good");
	cr_expect_str_eq(result.address, server_address(asking.server, NULL, "/e"));
}

Test(fetch, keeps_the_address_over_a_temporary_redirect)
{
	struct asked result;

	server_script(
		asking.server, "/a", (struct server_answer){.status = 307, .headers = "Location: /b\r\n"});
	server_script(asking.server, "/b", (struct server_answer){.body = "here"});
	result = asking_get("/a");
	cr_expect_str_eq(result.body, "here");
	cr_expect_str_eq(result.moved_to, "");
}

Test(fetch, leaves_a_circle_of_redirects)
{
	struct asked result;

	server_script(
		asking.server, "/a", (struct server_answer){.status = 302, .headers = "Location: /b\r\n"});
	server_script(
		asking.server, "/b", (struct server_answer){.status = 302, .headers = "Location: /a\r\n"});
	result = asking_get("/a");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(asking_has(result.error.message, "circle"), "%s", result.error.message);
	cr_expect_leq(server_request_count(asking.server, "/a"), 6);
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
		struct asked result;

		snprintf(path, sizeof path, "/%zu", i);
		server_script(
			asking.server, path, (struct server_answer){.status = 301, .headers = targets[i]});
		result = asking_get(path);
		cr_expect_eq(result.error.code, ERROR_NETWORK, "%s", targets[i]);
		cr_expect_eq(result.body_length, 0, "%s", targets[i]);
		cr_expect_str_eq(result.moved_to, "", "%s", targets[i]);
	}
}

Test(fetch, reads_no_file_address)
{
	struct fetch_request request = {.address = STR("file:///etc/hostname")};
	struct asked result = asking_ask(&request);

	cr_expect_neq(result.error.code, ERROR_NONE);
	cr_expect_eq(result.body_length, 0);
}

Test(fetch, keeps_password_and_headers_from_another_host)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, "/a")),
		.user = STR("anna"),
		.password = STR("secret"),
		.headers = STR("X-Token: 1\nX-More: 2")};
	char location[128];

	snprintf(location, sizeof location, "Location: %s\r\n",
		server_address(asking.server, "localhost", "/b"));
	server_script(asking.server, "/a", (struct server_answer){.status = 302, .headers = location});
	server_script(asking.server, "/b", (struct server_answer){.body = "x"});
	asking_ask(&request);
	cr_expect(asking_has(server_request(asking.server, "/a", 0), "X-Token: 1\r\n"));
	cr_expect(asking_has(server_request(asking.server, "/a", 0), "X-More: 2\r\n"));
	cr_expect_eq(server_request_count(asking.server, "/b"), 1);
	cr_expect_not(asking_has(server_request(asking.server, "/b", 0), "X-Token"));
	cr_expect_not(asking_has(server_request(asking.server, "/b", 0), "Authorization"));
}

Test(fetch, keeps_secrets_from_another_port_of_the_same_host)
{
	struct server *other = server_start();
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, "/a")),
		.user = STR("anna"),
		.password = STR("secret"),
		.headers = STR("X-Token: 1")};
	char location[128];

	snprintf(location, sizeof location, "Location: %s\r\n", server_address(other, NULL, "/b"));
	server_script(asking.server, "/a", (struct server_answer){.status = 302, .headers = location});
	server_script(other, "/b", (struct server_answer){.body = "x"});
	asking_ask(&request);
	cr_expect_eq(server_request_count(other, "/b"), 1);
	cr_expect_not(asking_has(server_request(other, "/b", 0), "X-Token"));
	cr_expect_not(asking_has(server_request(other, "/b", 0), "Authorization"));
	server_stop(other);
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
		struct asked result;

		snprintf(path, sizeof path, "/%u", rows[i].status);
		server_script(asking.server, path,
			(struct server_answer){.status = rows[i].status, .headers = "Retry-After: 120\r\n"});
		result = asking_get(path);
		cr_expect_eq(result.error.code, ERROR_HTTP, "%u", rows[i].status);
		cr_expect_eq(result.status, rows[i].status);
		cr_expect(asking_has(result.error.message, rows[i].part), "%u: %s", rows[i].status,
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
		struct asked result;

		snprintf(path, sizeof path, "/%zu", i);
		server_script(asking.server, path, rows[i].answer);
		result = asking_get(path);
		cr_expect_eq(result.error.code, rows[i].code, "%s: %s", rows[i].name, result.error.message);
		cr_expect(asking_has(result.error.message, rows[i].part), "%s: %s", rows[i].name,
			result.error.message);
		cr_expect(rows[i].code == ERROR_NONE || result.body_length == 0, "%s", rows[i].name);
	}
}

Test(fetch, says_that_a_name_is_not_known_or_nobody_listens)
{
	struct fetch_request no_name = {.address = STR("http://no-such-host.invalid/f")};
	struct fetch_request nobody = {.address = STR("http://127.0.0.1:1/f")};
	struct fetch_request no_tls = {.address = STR("")};
	char address[256];
	struct asked result = asking_ask(&no_name);

	cr_expect(asking_has(result.error.message, "no such host: no-such-host.invalid"), "%s",
		result.error.message);
	cr_expect_not(result.was_reached);
	result = asking_ask(&nobody);
	cr_expect(asking_has(result.error.message, "no connection to 127.0.0.1"), "%s", result.error.message);
	snprintf(address, sizeof address, "https%s", server_address(asking.server, NULL, "/f") + 4);
	no_tls.address = str_from(address);
	result = asking_ask(&no_tls);
	cr_expect(asking_has(result.error.message, "TLS"), "%s", result.error.message);
}
