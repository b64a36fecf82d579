#include "rescue.h"

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const int deadly[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
static const int asking[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH};
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A signal handler can be handed nothing: what it needs must stand here. */
static struct {
	volatile sig_atomic_t signal, is_on;
	int fd;
	struct termios modes;
	char restore[256];
	sigset_t waiting; /* the mask inside poll */
	sigset_t before;
	struct sigaction old_deadly[COUNT(deadly)], old_asking[COUNT(asking)];
} rescue;

static void note(int number)
{
	if (number != SIGWINCH)
		rescue.signal = number;
}

/* Afterwards the signal has its former handler back, and a fault comes again by itself. */
static void give_back_and_die(int number, siginfo_t *info, void *context)
{
	(void)context;
	if (rescue.is_on) {
		ssize_t written = write(rescue.fd, rescue.restore, strlen(rescue.restore));

		(void)written; /* there is nobody left to tell */
		tcsetattr(rescue.fd, TCSANOW, &rescue.modes);
	}
	for (size_t i = 0; i < COUNT(deadly); i++)
		if (deadly[i] == number)
			sigaction(number, &rescue.old_deadly[i], NULL);
	if (info->si_code <= 0) /* sent, not a fault */
		raise(number);
}

void rescue_start(int fd, const struct termios *modes, const char *restore)
{
	struct sigaction on_death = {.sa_sigaction = give_back_and_die, .sa_flags = SA_SIGINFO | SA_NODEFER};
	struct sigaction on_asking = {.sa_handler = note};
	sigset_t blocked;

	if (rescue.is_on)
		return;
	rescue.fd = fd;
	rescue.modes = *modes;
	rescue.signal = 0;
	snprintf(rescue.restore, sizeof rescue.restore, "%s", restore);
	sigemptyset(&blocked);
	for (size_t i = 0; i < COUNT(asking); i++) {
		sigaddset(&blocked, asking[i]);
		sigaction(asking[i], &on_asking, &rescue.old_asking[i]);
	}
	for (size_t i = 0; i < COUNT(deadly); i++)
		sigaction(deadly[i], &on_death, &rescue.old_deadly[i]);
	sigprocmask(SIG_BLOCK, &blocked, &rescue.before);
	rescue.waiting = rescue.before;
	for (size_t i = 0; i < COUNT(asking); i++)
		sigdelset(&rescue.waiting, asking[i]);
	rescue.is_on = 1;
}

void rescue_stop(void)
{
	if (!rescue.is_on)
		return;
	rescue.is_on = 0;
	for (size_t i = 0; i < COUNT(deadly); i++)
		sigaction(deadly[i], &rescue.old_deadly[i], NULL);
	for (size_t i = 0; i < COUNT(asking); i++)
		sigaction(asking[i], &rescue.old_asking[i], NULL);
	sigprocmask(SIG_SETMASK, &rescue.before, NULL);
}

int rescue_signal(void)
{
	return rescue.signal;
}

int rescue_poll(int input, int other, int timeout_ms)
{
	struct pollfd fds[] = {{.fd = input, .events = POLLIN}, {.fd = other, .events = POLLIN}};
	struct timespec timeout = {timeout_ms / 1000, (timeout_ms % 1000) * 1000000L};
	int ready = ppoll(fds, 2, timeout_ms < 0 ? NULL : &timeout, rescue.is_on ? &rescue.waiting : NULL);

	if (ready > 0 && fds[0].revents & (POLLHUP | POLLERR | POLLNVAL))
		rescue.signal =
			SIGHUP; /* the terminal is gone: it is "readable" for ever, and has nothing to read */
	return ready;
}
