#include "dateline/net/local.h"

#include "dateline/base/arena.h"
#include "dateline/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PIECE_BYTES 65536

extern char **environ;

bool local_is_address(struct str address)
{
	return str_starts_with_nocase(address, STR("file:")) || str_starts_with(address, STR("exec:"));
}

static int hex_digit(char c)
{
	c = ascii_lower(c);
	return ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The path of a file: address (RFC 8089), escapes decoded; one with a NUL in it ends there. */
static char *path_of(struct arena *arena, struct str address)
{
	struct str path = str_from_offset(address, strlen("file:"));
	char *text, *end;

	if (str_starts_with(path, STR("//localhost/")))
		path = str_from_offset(path, strlen("//localhost"));
	else if (str_starts_with(path, STR("///")))
		path = str_from_offset(path, 2);
	text = end = arena_cstring(arena, path);
	for (size_t i = 0; i < path.length; i++) {
		bool is_escape = path.data[i] == '%' && i + 2 < path.length + 0 &&
				 hex_digit(path.data[i + 1]) >= 0 && hex_digit(path.data[i + 2]) >= 0;

		*end++ = is_escape ? (char)(hex_digit(path.data[i + 1]) * 16 + hex_digit(path.data[i + 2]))
				   : path.data[i];
		i += is_escape ? 2 : 0;
	}
	*end = '\0';
	return text;
}

static int64_t monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Starts the command in a process group of its own, so that it can be ended with all that it starts. */
static bool start(char *command, int output_fd, pid_t *pid)
{
	char *const arguments[] = {"sh", "-c", command, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none, defaults;
	int result;

	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, output_fd, 1);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(
		&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	result = posix_spawn(pid, "/bin/sh", &actions, &attributes, arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return result == 0;
}

enum wait_result { WAIT_READY, WAIT_TIME_OUT, WAIT_STOPPED };

static enum wait_result wait_for(int fd, int stop_fd, int64_t deadline_ms)
{
	for (;;) {
		struct pollfd fds[2] = {{.fd = fd, .events = POLLIN}, {.fd = stop_fd, .events = POLLIN}};
		int64_t left = deadline_ms - monotonic_ms();

		if (left <= 0)
			return WAIT_TIME_OUT;
		if (poll(fds, 2, (int)left) < 0 && errno != EINTR)
			return WAIT_STOPPED;
		if (fds[1].revents)
			return WAIT_STOPPED;
		if (fds[0].revents)
			return WAIT_READY;
	}
}

static bool read_output(
	int fd, int stop_fd, size_t most_bytes, unsigned timeout_ms, struct buffer *out, struct error *error)
{
	int64_t deadline_ms = monotonic_ms() + timeout_ms;

	for (;;) {
		enum wait_result waited = wait_for(fd, stop_fd, deadline_ms);
		ssize_t got;

		if (waited == WAIT_TIME_OUT)
			return fail(error, ERROR_UNREADABLE, 0, "the command did not finish within %u s",
				(timeout_ms + 999) / 1000);
		if (waited == WAIT_STOPPED)
			return fail(error, ERROR_UNREADABLE, 0, "the command was given up");
		got = read(fd, buffer_room(out, PIECE_BYTES), PIECE_BYTES);
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR)
			return fail(error, ERROR_UNREADABLE, 0, "the command: %s", strerror(errno));
		out->length += got > 0 ? (size_t)got : 0;
		if (out->length > most_bytes)
			return fail(error, ERROR_TOO_LARGE, 0, "the command prints more than %zu MB",
				most_bytes >> 20);
	}
}

static bool judge_end(int status, struct error *error)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		return fail(error, ERROR_UNREADABLE, 0, "the command is not there (exit status 127)");
	if (WIFEXITED(status))
		return fail(error, ERROR_UNREADABLE, 0, "the command failed (exit status %d)",
			WEXITSTATUS(status));
	return fail(error, ERROR_UNREADABLE, 0, "the command was ended by signal %d", WTERMSIG(status));
}

static bool run(char *command, size_t most_bytes, unsigned timeout_ms, int stop_fd, struct buffer *out,
	struct error *error)
{
	int ends[2], status = 0;
	pid_t pid;
	bool is_read;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail(error, ERROR_UNREADABLE, 0, "the command cannot be started: %s", strerror(errno));
	if (!start(command, ends[1], &pid)) {
		close(ends[0]);
		close(ends[1]);
		return fail(error, ERROR_UNREADABLE, 0, "the command cannot be started");
	}
	close(ends[1]);
	is_read = read_output(ends[0], stop_fd, most_bytes, timeout_ms, out, error);
	close(ends[0]);
	if (!is_read)
		kill(-pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return is_read && judge_end(status, error);
}

bool local_read(struct str address, size_t most_bytes, unsigned timeout_ms, int stop_fd, struct buffer *out,
	struct error *error)
{
	struct arena arena = {0};
	bool is_read;

	if (str_starts_with(address, STR("exec:")))
		is_read = run(arena_cstring(&arena, str_from_offset(address, 5)), most_bytes, timeout_ms,
			stop_fd, out, error);
	else
		is_read = file_read(path_of(&arena, address), most_bytes, out, error);
	arena_finish(&arena);
	return is_read;
}
