/* The reader as a process on a terminal of its own: how it ends when the terminal or somebody else ends it.
 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 20000 /* how long a machine under load may take before the test gives up */

/* Starts the reader; gives the master side. The terminal controls no session, so that nobody sends SIGHUP. */
static int start(char *const arguments[], pid_t *child)
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
		execv(getenv("DATELINE"), arguments);
		_exit(127);
	}
	close(slave);
	return master;
}

static int start_reader(char *path, pid_t *child)
{
	return start((char *const[]){"dateline", path, NULL}, child);
}

static int start_library(char *path, pid_t *child)
{
	return start((char *const[]){"dateline", "--library", path, NULL}, child);
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

static char *write_text(char *path)
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

/* A library of its own with one feed. */
static char *make_library(char *path)
{
	char command[512];

	cr_assert(mkdtemp(path));
	strcat(path, "/library.db");
	snprintf(command, sizeof command, "'%s' --quiet --library '%s' add tests/data/reader/gazette.xml", getenv("DATELINE"),
		path);
	cr_assert_eq(system(command), 0);
	return path;
}

static void remove_library(char *path)
{
	char command[128];

	snprintf(command, sizeof command, "rm -r \"$(dirname '%s')\"", path);
	cr_expect_eq(system(command), 0);
}

static int64_t count_read(const char *path)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *row = NULL;
	int64_t count = -1;

	cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
	cr_assert_eq(sqlite3_prepare_v2(db, "SELECT count(*) FROM article WHERE is_read", -1, &row, NULL), SQLITE_OK);
	if (sqlite3_step(row) == SQLITE_ROW)
		count = sqlite3_column_int64(row, 0);
	sqlite3_finalize(row);
	sqlite3_close(db);
	return count;
}

Test(terminal, the_reader_says_for_what_it_waits_at_the_end)
{
	char path[64] = "/tmp/dateline-terminal-XXXXXX";
	sqlite3 *other = NULL;
	pid_t child;
	int master = start_library(make_library(path), &child), status;

	cr_expect(wait_for(master, "all keys"));
	cr_assert_eq(sqlite3_open(path, &other), SQLITE_OK);
	sqlite3_busy_timeout(other, PATIENCE_MS);
	cr_assert_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	cr_expect_eq(write(master, "mQ", 2), 2);
	cr_expect(wait_for(master, "another program holds the library"));
	sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(other);
	status = wait_for_end(child);
	cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %x", (unsigned)status);
	cr_expect_eq(count_read(path), 1, "the mark is kept");
	close(master);
	remove_library(path);
}

Test(terminal, the_reader_does_not_call_a_damaged_library_empty)
{
	char path[64] = "/tmp/dateline-terminal-XXXXXX", noise[4096];
	pid_t child;
	int file = open(make_library(path), O_WRONLY), master;

	memset(noise, 0xa5, sizeof noise);
	for (off_t page = 3; page < 23; page++)
		cr_assert_eq(pwrite(file, noise, sizeof noise, page * 4096), (ssize_t)sizeof noise);
	close(file);
	master = start_library(path, &child);
	cr_expect(wait_for(master, "The library cannot be read."));
	cr_expect_eq(write(master, "Q", 1), 1);
	wait_for_end(child);
	close(master);
	remove_library(path);
}
