/* runner.c - runs Criterion's tests without Criterion's sandbox, a forked process for each
 *
 * For the thread sanitizer alone: the sandbox maps memory where the sanitizer keeps its shadow, and neither
 * starts. What stands here under Criterion's names takes the place of its library's functions. */
#include <criterion/criterion.h>
#include <criterion/internal/test.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECONDS_MOST 120

extern struct criterion_test *__start_cr_tst[], *__stop_cr_tst[];
extern struct criterion_suite *__start_cr_sts[] __attribute__((weak)), *__stop_cr_sts[] __attribute__((weak));

static bool has_failed;
static const struct criterion_test_extra_data *suite_data, *test_data;

static void call(void (*function)(void))
{
	if (function)
		function();
}

void criterion_internal_test_setup(void)
{
	call(suite_data ? suite_data->init : NULL);
	call(test_data->init);
}

void criterion_internal_test_main(void (*test)(void))
{
	test();
}

void criterion_internal_test_teardown(void)
{
	call(test_data->fini);
	call(suite_data ? suite_data->fini : NULL);
}

void criterion_send_assert(struct criterion_assert_stats *stats)
{
	if (stats->passed)
		return;
	fprintf(stderr, "%s:%u: %s\n", stats->file, stats->line, stats->message ? stats->message : "");
	has_failed = true;
}

void cri_asserts_passed_incr(void)
{
}

void criterion_continue_test(void)
{
	has_failed = true;
}

void criterion_abort_test(void)
{
	exit(EXIT_FAILURE);
}

void criterion_skip_test(const char *format, ...)
{
	(void)format;
	exit(EXIT_SUCCESS);
}

/* What TestSuite() says of the suite that a test stands in, or NULL. */
static const struct criterion_test_extra_data *find_suite(const char *name)
{
	for (struct criterion_suite **suite = __start_cr_sts; suite < __stop_cr_sts; suite++)
		if (strcmp((*suite)->name, name) == 0)
			return (*suite)->data;
	return NULL;
}

static bool is_as_expected(int status)
{
	if (WIFSIGNALED(status))
		return test_data->signal && WTERMSIG(status) == test_data->signal;
	return WEXITSTATUS(status) == test_data->exit_code;
}

static bool run(const struct criterion_test *test)
{
	int status;
	pid_t child;

	suite_data = find_suite(test->category);
	test_data = test->data;
	fflush(NULL);
	child = fork();
	if (child == 0) {
		alarm(SECONDS_MOST);
		test->test();
		exit(has_failed ? EXIT_FAILURE : EXIT_SUCCESS);
	}
	if (child < 0 || waitpid(child, &status, 0) != child)
		return false;
	if (!is_as_expected(status))
		printf("failed: %s/%s (status %#x)\n", test->category, test->name, (unsigned)status);
	return is_as_expected(status);
}

int main(void)
{
	size_t passed = 0, failed = 0;

	for (struct criterion_test **test = __start_cr_tst; test < __stop_cr_tst; test++)
		*(run(*test) ? &passed : &failed) += 1;
	printf("Synthesis: Tested: %zu | Passing: %zu | Failing: %zu | Crashing: 0\n", passed + failed,
		passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
