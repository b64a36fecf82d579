/* The reader as a process on a terminal of its own: how it ends when the terminal or somebody else ends it.
 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 20000 /* how long a machine under load may take before the test gives up */

/* Starts the reader on a text; gives the master side. The terminal controls no session, so that nobody sends
 * SIGHUP. */
static int start_reader(const char *path, pid_t *child)
{
	int master = posix_openpt(O_RDWR | O_NOCTTY), slave;
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	cr_assert(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	slave = open(ptsname(master), O_RDWR | O_NOCTTY);
	cr_assert(slave >= 0);
	cr_assert_eq(ioctl(slave, TIOCSWINSZ, &size), 0);
	*child = fork();
	if (*child == 0) {
		setenv("TERM", "xterm-256color", 1);
		dup2(slave, STDIN_FILENO);
		dup2(slave, STDOUT_FILENO);
		dup2(slave, STDERR_FILENO);
		close(master);
		close(slave);
		execl(getenv("DATELINE"), "dateline", path, (char *)NULL);
		_exit(127);
	}
	close(slave);
	return master;
}

/* Reads until the screen has shown `words`, one after the other with nothing else between them; false when
 * the other side ends. */
static bool wait_for(int master, const char *words)
{
	static char seen[1 << 20];
	size_t length = 0;
	struct pollfd fd = {.fd = master, .events = POLLIN};

	while (length < sizeof seen && poll(&fd, 1, PATIENCE_MS) > 0) {
		ssize_t got = read(master, seen + length, sizeof seen - length);

		if (got <= 0)
			return false;
		length += (size_t)got;
		if (memmem(seen, length, words, strlen(words)))
			return true;
	}
	return false;
}

/* The status of a child that ends by itself; it is killed, and the test fails, when it does not. */
static int wait_for_end(pid_t child)
{
	int status = 0;

	for (int waited = 0; waited < PATIENCE_MS; waited += 10) {
		if (waitpid(child, &status, WNOHANG) == child)
			return status;
		poll(NULL, 0, 10);
	}
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	cr_expect(false, "the reader did not end");
	return status;
}

static const char *write_text(char *path)
{
	static const char text[] = "A headline of its own\n\nThe first paragraph stands here.\n";
	int fd = mkstemp(path);

	cr_assert(fd >= 0);
	cr_assert_eq(write(fd, text, sizeof text - 1), (ssize_t)sizeof text - 1);
	close(fd);
	return path;
}

Test(terminal, the_reader_ends_when_its_terminal_is_gone)
{
	char path[] = "/tmp/dateline-terminal-XXXXXX";
	pid_t child;
	int master = start_reader(write_text(path), &child), status;

	cr_expect(wait_for(master, "headline"));
	close(master);
	status = wait_for_end(child);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
	unlink(path);
}

#ifdef __linux__
/* Whether a process has a file of such a name in its memory. */
static bool has_loaded(pid_t process, const char *name)
{
	char path[32], line[1024];
	bool is_found = false;
	FILE *maps;

	snprintf(path, sizeof path, "/proc/%d/maps", (int)process);
	maps = fopen(path, "r");
	cr_assert_not_null(maps, "%s", path);
	while (fgets(line, sizeof line, maps))
		is_found |= strstr(line, name) != NULL;
	fclose(maps);
	return is_found;
}

Test(terminal, the_first_screen_is_there_without_the_libraries_that_are_large)
{
	char path[] = "/tmp/dateline-terminal-XXXXXX";
	pid_t child;
	int master = start_reader(write_text(path), &child);

	cr_expect(wait_for(master, "headline"));
	cr_expect(has_loaded(child, "libsqlite3"));
	cr_expect_not(has_loaded(child, "libcurl"));
	cr_expect_not(has_loaded(child, "libxml2"));
	close(master);
	wait_for_end(child);
	unlink(path);
}
#endif

Test(terminal, the_reader_gives_the_screen_back_when_it_is_terminated)
{
	char path[] = "/tmp/dateline-terminal-XXXXXX";
	pid_t child;
	int master = start_reader(write_text(path), &child), status;

	cr_expect(wait_for(master, "headline"));
	kill(child, SIGTERM);
	cr_expect(wait_for(master, "\033[?1049l"), "the alternate screen is left");
	status = wait_for_end(child);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
	close(master);
	unlink(path);
}
