/* The ways to a server: names, proxies, IPv6. Nothing but the loopback is ever asked. */
#include "dateline/net/fetch.h"

#include "../support/server.h"

#include <criterion/criterion.h>
#include <dlfcn.h>
#include <netdb.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct server *server;
static struct fetch_limits limits;

static void begin(void)
{
	static const char *const variables[] = {
		"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"};

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
		unsetenv(variables[i]);
	server = server_start();
	limits = fetch_limits_default;
}

static void end(void)
{
	server_stop(server);
}

TestSuite(ways, .init = begin, .fini = end, .timeout = 30);

struct answer {
	unsigned status;
	struct error error;
	bool is_done;
};

static void keep(struct fetch_response *response, void *context)
{
	*(struct answer *)context = (struct answer){response->status, response->error, true};
}

static struct answer ask(const char *address)
{
	struct fetcher *fetcher = fetcher_create(&limits);
	struct fetch_request request = {.address = str_from(address)};
	struct answer answer = {0};

	fetcher_add(fetcher, &request, keep, &answer);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_destroy(fetcher);
	return answer;
}

static bool has(const char *text, const char *part)
{
	return text && strstr(text, part) != NULL;
}

/* ---- proxies */

Test(ways, goes_through_the_proxy_that_the_environment_names)
{
	static const char path[] = "http://feeds.invalid/f";
	struct answer answer;

	setenv("http_proxy", server_address(server, NULL, ""), 1);
	server_script(server, path, (struct server_answer){.body = "x"});
	answer = ask(path);
	cr_expect_eq(answer.error.code, ERROR_NONE, "%s", answer.error.message);
	cr_expect(has(server_request(server, path, 0), "GET http://feeds.invalid/f HTTP/1.1"), "%s",
		server_request(server, path, 0));
	cr_expect(has(server_request(server, path, 0), "Host: feeds.invalid"));
}

Test(ways, gives_the_proxy_its_password_and_the_server_none)
{
	char proxy[64];
	static const char path[] = "http://feeds.invalid/f";

	snprintf(proxy, sizeof proxy, "http://anna:secret@%s",
		server_address(server, NULL, "") + strlen("http://"));
	setenv("http_proxy", proxy, 1);
	server_script(server, path, (struct server_answer){.body = "x"});
	ask(path);
	cr_expect(has(server_request(server, path, 0), "Proxy-Authorization: Basic "));
	cr_expect_not(has(server_request(server, path, 0), "\nAuthorization:"));
}

Test(ways, goes_past_the_proxy_to_the_hosts_that_need_none)
{
	struct answer answer;

	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("no_proxy", "example.org,127.0.0.1", 1);
	server_script(server, "/f", (struct server_answer){.body = "x"});
	answer = ask(server_address(server, NULL, "/f"));
	cr_expect_eq(answer.error.code, ERROR_NONE, "%s", answer.error.message);
	cr_expect(has(server_request(server, "/f", 0), "GET /f HTTP/1.1"));
	answer = ask("http://elsewhere.invalid/f");
	cr_expect_eq(answer.error.code, ERROR_NETWORK, "the others need it");
}

Test(ways, asks_the_proxy_for_a_tunnel_to_a_server_with_tls)
{
	struct answer answer;

	setenv("https_proxy", server_address(server, NULL, ""), 1);
	server_script(server, "feeds.invalid:443", (struct server_answer){.status = 403});
	answer = ask("https://feeds.invalid/f");
	cr_expect(has(server_request(server, "feeds.invalid:443", 0), "CONNECT feeds.invalid:443 HTTP/1.1"));
	cr_expect_eq(answer.error.code, ERROR_NETWORK);
	cr_expect(has(answer.error.message, "the proxy"), "%s", answer.error.message);
}

Test(ways, says_that_the_proxy_wants_a_password_or_is_not_there)
{
	static const char path[] = "http://feeds.invalid/f";
	struct answer answer;

	setenv("http_proxy", server_address(server, NULL, ""), 1);
	server_script(server, path,
		(struct server_answer){.status = 407, .headers = "Proxy-Authenticate: Basic\r\n"});
	answer = ask(path);
	cr_expect(has(answer.error.message, "the proxy wants a user name"), "%s", answer.error.message);
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	answer = ask(path);
	cr_expect(has(answer.error.message, "proxy"), "%s", answer.error.message);
}

/* ---- IPv6 */

Test(ways, asks_over_ipv6)
{
	struct answer answer;

	if (!server_has_ipv6(server))
		cr_skip_test("there is no IPv6 here");
	server_script(server, "/f", (struct server_answer){.status = 301, .headers = "Location: /g\r\n"});
	server_script(server, "/g", (struct server_answer){.body = "x"});
	answer = ask(server_address(server, "[::1]", "/f"));
	cr_expect_eq(answer.error.code, ERROR_NONE, "%s", answer.error.message);
	cr_expect(
		has(server_request(server, "/g", 0), "Host: [::1]:"), "%s", server_request(server, "/g", 0));
	answer = ask("http://[::1]:1/f");
	cr_expect(has(answer.error.message, "no connection to [::1]"), "%s", answer.error.message);
}

/* ---- a name server that does not answer: this stands in front of the system's */

typedef int look_up(const char *, const char *, const struct addrinfo *, struct addrinfo **);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool answers;

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
	if (node && strstr(node, "silent")) {
		pthread_mutex_lock(&lock);
		while (!answers)
			pthread_cond_wait(&changed, &lock);
		pthread_mutex_unlock(&lock);
		return EAI_AGAIN;
	}
	return ((look_up *)dlsym(RTLD_NEXT, "getaddrinfo"))(node, service, hints, result);
}

static void let_it_answer(void)
{
	pthread_mutex_lock(&lock);
	answers = true;
	pthread_cond_broadcast(&changed);
	pthread_mutex_unlock(&lock);
}

Test(ways, a_name_server_that_is_silent_holds_nobody_up)
{
	struct fetcher *fetcher;
	struct fetch_request silent = {.address = STR("http://silent.invalid/f")};
	struct fetch_request good = {.address = str_from(server_address(server, "localhost", "/f"))};
	struct answer silent_answer = {0}, good_answer = {0};

	limits.connect_ms = 100;
	fetcher = fetcher_create(&limits);
	server_script(server, "/f", (struct server_answer){.body = "x"});
	fetcher_add(fetcher, &silent, keep, &silent_answer);
	fetcher_add(fetcher, &good, keep, &good_answer);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	cr_expect_eq(good_answer.error.code, ERROR_NONE, "%s", good_answer.error.message);
	cr_expect_eq(silent_answer.error.code, ERROR_NETWORK);
	cr_expect(has(silent_answer.error.message, "silent.invalid"), "%s", silent_answer.error.message);
	fetcher_destroy(fetcher);
	let_it_answer();
}

Test(ways, is_left_at_once_while_a_name_server_is_silent)
{
	struct fetcher *fetcher = fetcher_create(&limits);
	struct fetch_request silent = {.address = STR("http://silent.invalid/f")};
	struct answer answer = {0};

	fetcher_add(fetcher, &silent, keep, &answer);
	fetcher_run(fetcher, 0);
	fetcher_destroy(fetcher);
	cr_expect_not(answer.is_done);
	let_it_answer();
}
