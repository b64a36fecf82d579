/* What leaves the program: an address for the browser, a text for the clipboard, and the terminal for a
 * command of the user's. Nothing of an article's goes through a shell. */
#include "view.h"

#include "dateline/base/url.h"
#include "dateline/base/utf8.h"
#include "screen.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARGUMENTS_MOST 32

/* The program and its arguments, parted at spaces; %u is the address, which else comes last. */
static void split_command(
	struct str command, const char *address, struct arena *arena, char *argv[ARGUMENTS_MOST + 2])
{
	size_t count = 0;
	bool has_address = false;
	struct str word;

	while (count < ARGUMENTS_MOST && str_next(&command, ' ', &word)) {
		if (word.length == 0)
			continue;
		if (str_equal(word, STR("%u"))) {
			argv[count++] = arena_cstring(arena, str_from(address));
			has_address = true;
		} else {
			argv[count++] = arena_cstring(arena, word);
		}
	}
	if (!has_address)
		argv[count++] = arena_cstring(arena, str_from(address));
	argv[count] = NULL;
}

static struct str browser_command(const struct ui *ui)
{
	const char *variable = getenv("BROWSER");

	if (ui->config->settings.browser.length)
		return ui->config->settings.browser;
	if (variable && *variable)
		return str_from(variable);
#ifdef __APPLE__
	return STR("open");
#else
	return STR("xdg-open");
#endif
}

/* In the child: away from the terminal and from our signal mask, so that nothing it says spoils the screen.
 */
static void become(char **argv, int tell)
{
	int null = open("/dev/null", O_RDWR);
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid();
	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
	}
	execvp(argv[0], argv);
	if (write(tell, &errno, sizeof errno) < 0)
		_exit(126);
	_exit(127);
}

/* Starts a program that nobody waits for: forked twice, so that it is not our child. The pipe closes when it
 * runs, and brings the reason when it cannot. */
static int start(char **argv)
{
	int pipes[2], reason = 0;
	pid_t child;

	if (pipe2(pipes, O_CLOEXEC) < 0)
		return errno;
	child = fork();
	if (child == 0) {
		if (fork() == 0)
			become(argv, pipes[1]);
		_exit(0);
	}
	close(pipes[1]);
	if (child < 0)
		reason = errno;
	else
		waitpid(child, NULL, 0);
	if (read(pipes[0], &reason, sizeof reason) < 0)
		reason = errno;
	close(pipes[0]);
	return reason;
}

static bool browse(struct ui *ui, struct str address, struct error *error)
{
	struct arena arena = {0};
	char *argv[ARGUMENTS_MOST + 2] = {0};
	int reason;

	split_command(browser_command(ui), arena_cstring(&arena, address), &arena, argv);
	reason = start(argv);
	if (reason)
		fail(error, ERROR_NOT_FOUND, 0, "%s cannot be started: %s; the setting browser names another",
			argv[0], strerror(reason));
	arena_finish(&arena);
	return reason == 0;
}

void ui_browse(struct ui *ui, struct str address)
{
	struct error error;

	if (address.length == 0)
		ui_notice(ui, "this article has no address");
	else if (!url_is_link(address, true))
		ui_complain(ui, "this is no address that a browser may be given: %.*s", STR_ARG(address));
	else if (!(ui->options.browse ? ui->options.browse(ui->options.browse_context, address, &error)
				      : browse(ui, address, &error)))
		ui_error(ui, &error);
	else
		ui_notice(ui, "opened %.*s", STR_ARG(address));
}

void ui_copy(struct ui *ui, struct str text, const char *what)
{
	struct arena arena = {0};

	if (text.length == 0) {
		ui_notice(ui, "there is nothing to copy: no address");
		return;
	}
	screen_copy(ui->screen, text);
	ui_notice(ui, "copied %s: %.*s", what, STR_ARG(utf8_printable(&arena, text)));
	arena_finish(&arena);
}

/* The child has the terminal and the signals of its keys; what articles say reaches it on its input alone. */
int ui_run_shell(const char *command, const char *argument, int input)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
	int status = -1;
	pid_t child;

	sigaction(SIGINT, &ignore, &interrupt);
	sigaction(SIGQUIT, &ignore, &quit);
	child = fork();
	if (child == 0) {
		sigaction(SIGINT, &interrupt, NULL);
		sigaction(SIGQUIT, &quit, NULL);
		dup2(input, STDIN_FILENO);
		execl("/bin/sh", "sh", "-c", command, "sh", argument, (char *)NULL);
		_exit(127);
	}
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &interrupt, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	return status;
}
