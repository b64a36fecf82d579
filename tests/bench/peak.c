/* peak.c - peak COMMAND...: runs it, its output thrown away, and prints how many bytes of memory it took at
 * most
 *
 * A program of its own, because wait() also counts the moment in which the child was still a copy of its
 * parent. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	struct rusage use;
	int status;
	pid_t child = argc > 1 ? fork() : -1;

	if (child == 0) {
		int null = open("/dev/null", O_RDWR);

		for (int fd = 0; fd < 3; fd++)
			dup2(null, fd);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &use) != child || !WIFEXITED(status) ||
		WEXITSTATUS(status) != 0)
		return EXIT_FAILURE;
	printf("%ld\n", use.ru_maxrss * 1024);
	return EXIT_SUCCESS;
}
