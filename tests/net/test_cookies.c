/* Cookies, for those who want them. */
#include "asking.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(cookies, .init = asking_begin, .fini = asking_end, .timeout = 30);

static void script_a_cookie_wall(void)
{
	server_script(asking.server, "/f",
		(struct server_answer){.status = 302,
			.headers =
				"Set-Cookie: seen=yes; Max-Age=3600\r\nSet-Cookie: here=1\r\nLocation: /f2\r\n"});
	server_script(asking.server, "/f2", (struct server_answer){.body = "x"});
}

Test(cookies, takes_and_sends_no_cookie_unless_it_is_asked_to)
{
	struct asked result;

	script_a_cookie_wall();
	result = asking_get("/f");
	cr_expect_eq(server_request_count(asking.server, "/f2"), 1);
	cr_expect_not(asking_has(server_request(asking.server, "/f2", 0), "Cookie:"));
	cr_expect_str_eq(result.cookies, "");
}

Test(cookies, keeps_cookies_through_redirects_and_gives_them_for_the_next_time)
{
	struct fetch_request request = {
		.address = str_from(server_address(asking.server, NULL, "/f")), .keeps_cookies = true};
	struct asked result;

	script_a_cookie_wall();
	result = asking_ask(&request);
	cr_expect(asking_has(server_request(asking.server, "/f2", 0), "seen=yes"), "%s",
		server_request(asking.server, "/f2", 0));
	cr_expect(asking_has(server_request(asking.server, "/f2", 0), "here=1"));
	request.cookies = str_from(result.cookies);
	asking_ask(&request);
	cr_expect(asking_has(server_request(asking.server, "/f", 1), "seen=yes"), "%s",
		server_request(asking.server, "/f", 1));
	cr_expect(asking_has(server_request(asking.server, "/f", 1), "here=1"));
}

Test(cookies, sends_a_cookie_only_to_the_host_that_set_it)
{
	struct fetch_request request = {
		.address = str_from(server_address(asking.server, NULL, "/a")), .keeps_cookies = true};
	char headers[256];

	snprintf(headers, sizeof headers, "Set-Cookie: mine=1\r\nLocation: %s\r\n",
		server_address(asking.server, "localhost", "/b"));
	server_script(asking.server, "/a", (struct server_answer){.status = 302, .headers = headers});
	server_script(asking.server, "/b", (struct server_answer){.body = "x"});
	asking_ask(&request);
	cr_expect_eq(server_request_count(asking.server, "/b"), 1);
	cr_expect_not(asking_has(server_request(asking.server, "/b", 0), "Cookie:"));
}

Test(cookies, gives_the_cookies_of_one_request_to_no_other)
{
	struct fetcher *fetcher = fetcher_create(&asking.limits);
	struct fetch_request with = {
		.address = str_from(server_address(asking.server, NULL, "/with")), .keeps_cookies = true};
	struct fetch_request without = {.address = str_from(server_address(asking.server, NULL, "/without"))};
	struct fetch_request fresh = {
		.address = str_from(server_address(asking.server, NULL, "/fresh")), .keeps_cookies = true};
	struct asked results[3] = {0};

	server_script(asking.server, "/with",
		(struct server_answer){.body = "x", .headers = "Set-Cookie: mine=1; Path=/\r\n"});
	server_script(asking.server, "/without", (struct server_answer){.body = "x"});
	server_script(asking.server, "/fresh", (struct server_answer){.body = "x"});
	fetcher_add(fetcher, &with, asking_keep, &results[0]);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_add(fetcher, &without, asking_keep, &results[1]);
	fetcher_add(fetcher, &fresh, asking_keep, &results[2]);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	cr_expect(asking_has(results[0].cookies, "mine"));
	cr_expect_not(asking_has(server_request(asking.server, "/without", 0), "Cookie:"));
	cr_expect_not(asking_has(server_request(asking.server, "/fresh", 0), "Cookie:"));
	fetcher_destroy(fetcher);
}

Test(cookies, bounds_the_cookies_that_a_server_may_set)
{
	static char headers[80 * 32];
	struct fetch_request request = {
		.address = str_from(server_address(asking.server, NULL, "/f")), .keeps_cookies = true};
	struct asked result;
	size_t count = 0;

	for (int i = 0; i < 80; i++)
		sprintf(headers + strlen(headers), "Set-Cookie: c%d=%d\r\n", i, i);
	server_script(asking.server, "/f", (struct server_answer){.body = "x", .headers = headers});
	result = asking_ask(&request);
	for (const char *at = result.cookies; (at = strchr(at, '\n')) != NULL; at++)
		count++;
	cr_expect_lt(count, 50);
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
}
