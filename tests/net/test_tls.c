/* Certificates, shown by `openssl s_server` on the loopback; where that program is missing nothing can be
 * tested. */
#include "dateline/net/fetch.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DATA "tests/data/tls/"

struct tls_server {
	pid_t pid;
	FILE *output;
	int port;
};

static void run_openssl(const char *certificate, int output)
{
	int nothing = open("/dev/null", O_RDWR);

	dup2(nothing, STDIN_FILENO);
	dup2(nothing, STDERR_FILENO);
	dup2(output, STDOUT_FILENO);
	alarm(20); /* ends it should the test be killed */
	execlp("openssl", "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", DATA "key.pem", "-cert",
		certificate, "-www", "-naccept", "1", (char *)NULL);
	_exit(127);
}

/* False when openssl is not there. */
static bool start(struct tls_server *server, const char *certificate)
{
	char line[256];
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	server->pid = fork();
	if (server->pid == 0)
		run_openssl(certificate, ends[1]);
	close(ends[1]);
	server->output = fdopen(ends[0], "r");
	while (fgets(line, sizeof line, server->output))
		if (sscanf(line, "ACCEPT 127.0.0.1:%d", &server->port) == 1)
			return true;
	return false;
}

static void stop(struct tls_server *server)
{
	kill(server->pid, SIGKILL);
	waitpid(server->pid, NULL, 0);
	fclose(server->output);
}

static void keep_error(struct fetch_response *response, void *context)
{
	*(struct error *)context = response->error;
}

/* What is said when a server with this certificate is asked, `trusted` being trusted. */
static struct error ask(const char *certificate, const char *trusted)
{
	struct fetch_limits limits = fetch_limits_default;
	struct tls_server server;
	struct error error = {0};
	char address[64];
	struct fetch_request request;
	struct fetcher *fetcher;

	if (!start(&server, certificate)) {
		stop(&server);
		cr_skip_test("openssl is not installed");
	}
	snprintf(address, sizeof address, "https://127.0.0.1:%d/", server.port);
	request = (struct fetch_request){.address = str_from(address)};
	limits.ca_file = trusted;
	fetcher = fetcher_create(&limits);
	fetcher_add(fetcher, &request, keep_error, &error);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_destroy(fetcher);
	stop(&server);
	return error;
}

TestSuite(tls, .timeout = 15);

Test(tls, takes_a_certificate_that_is_trusted)
{
	struct error error = ask(DATA "good.pem", DATA "good.pem");

	cr_expect_eq(error.code, ERROR_NONE, "%s", error.message);
}

Test(tls, refuses_one_that_nobody_vouches_for)
{
	struct error error = ask(DATA "good.pem", DATA "elsewhere.pem");

	cr_expect_eq(error.code, ERROR_NETWORK);
	cr_expect(strstr(error.message, "cannot be trusted"), "%s", error.message);
}

Test(tls, refuses_one_that_has_expired)
{
	struct error error = ask(DATA "expired.pem", DATA "expired.pem");

	cr_expect_eq(error.code, ERROR_NETWORK);
	cr_expect(strstr(error.message, "expired"), "%s", error.message);
}

Test(tls, refuses_one_of_another_host)
{
	struct error error = ask(DATA "elsewhere.pem", DATA "elsewhere.pem");

	cr_expect_eq(error.code, ERROR_NETWORK);
	cr_expect(strstr(error.message, "for another host"), "%s", error.message);
}
