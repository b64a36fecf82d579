#include "progress.h"

#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BAR_CELLS 30

static volatile sig_atomic_t interrupted;
static sigset_t unblocked; /* while waiting for events */

static void interrupt(int number)
{
	interrupted = number;
}

void progress_catch_interrupts(void)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = interrupt};
	sigset_t blocked;

	/* blocked but while waiting, so that none comes between looking and waiting */
	sigemptyset(&blocked);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		sigaddset(&blocked, numbers[i]);
	pthread_sigmask(SIG_BLOCK, &blocked, &unblocked);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		sigaction(numbers[i], &action, NULL);
}

bool progress_is_interrupted(void)
{
	return interrupted;
}

bool progress_wait(struct engine *engine, struct engine_event *event)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(engine), .events = POLLIN};

	while (!interrupted && !engine_next_event(engine, event))
		ppoll(&fd, 1, NULL, &unblocked);
	return !interrupted;
}

bool progress_has_bar(void)
{
	const char *terminal = getenv("TERM");

	return isatty(STDERR_FILENO) && terminal && terminal[0] && strcmp(terminal, "dumb") != 0;
}

void progress_clear(void)
{
	if (progress_has_bar())
		fputs("\r\033[K", stderr);
}

void progress_say(const char *format, ...)
{
	va_list args;

	progress_clear();
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

static size_t terminal_columns(void)
{
	struct winsize size = {0};

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

/* Kept to one line: what is longer than the terminal could not be drawn over. */
void progress_draw(size_t done, size_t total, size_t failed, size_t fresh)
{
	size_t columns = terminal_columns(), filled = total ? done * BAR_CELLS / total : BAR_CELLS;
	char line[BAR_CELLS + 128] = "";

	if (!progress_has_bar())
		return;
	if (columns > BAR_CELLS + 40) {
		memset(line, '.', BAR_CELLS + 3);
		memset(line + 1, '#', filled);
		memcpy(line, "[", 1);
		memcpy(line + BAR_CELLS + 1, "] ", 3);
	}
	snprintf(line + strlen(line), 128, "%zu/%zu, %zu new, %zu failed", done, total, fresh, failed);
	fprintf(stderr, "\r%.*s\033[K", (int)columns - 1, line);
}

void progress_finish_index(struct engine *engine)
{
	struct engine_event event;

	if (progress_is_interrupted())
		return;
	engine_build_index(engine);
	while (progress_wait(engine, &event) && event.kind != EVENT_JOB_DONE)
		;
}
