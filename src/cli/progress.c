#include "progress.h"

#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#define BAR_CELLS 30

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
	interrupted = number;
}

void progress_catch_interrupts(void)
{
	struct sigaction action = {.sa_handler = interrupt};

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

bool progress_is_interrupted(void)
{
	return interrupted;
}

bool progress_wait(struct engine *engine, struct engine_event *event)
{
	struct pollfd fd = {.fd = engine_wakeup_fd(engine), .events = POLLIN};

	while (!interrupted && !engine_next_event(engine, event))
		poll(&fd, 1, -1);
	return !interrupted;
}

static bool has_terminal(void)
{
	return isatty(STDERR_FILENO);
}

void progress_clear(void)
{
	if (has_terminal())
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

void progress_draw(size_t done, size_t total, size_t failed, size_t fresh)
{
	size_t filled = total ? done * BAR_CELLS / total : BAR_CELLS;

	if (!has_terminal())
		return;
	fputs("\r[", stderr);
	for (size_t i = 0; i < BAR_CELLS; i++)
		fputc(i < filled ? '#' : '.', stderr);
	fprintf(stderr, "] %zu/%zu, %zu new, %zu failed\033[K", done, total, fresh, failed);
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
