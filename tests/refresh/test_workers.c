#include "refresh/workers.h"

#include <criterion/criterion.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define TASKS 200

static char path[] = "/tmp/dateline-workers-XXXXXX";
static struct workers workers;
static sem_t finished;
static atomic_uint ready, most_ready;

static void start(void)
{
	static const char document[] =
		"<rss version='2.0'><channel><item><title>One</title></item></channel></rss>";
	int file = mkstemp(path);

	cr_assert_geq(file, 0);
	cr_assert_eq(write(file, document, sizeof document - 1), (ssize_t)sizeof document - 1);
	close(file);
	sem_init(&finished, 0, 0);
}

static void end(void)
{
	unlink(path);
	sem_destroy(&finished);
}

TestSuite(workers, .init = start, .fini = end);

/* In the thread of a worker, after each task. */
static void notify(void *context)
{
	unsigned now = atomic_fetch_add(&ready, 1) + 1;

	(void)context;
	if (now > atomic_load(&most_ready))
		atomic_store(&most_ready, now);
	sem_post(&finished);
}

static void give_tasks(size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct task *task = task_create(NULL, NULL);

		task->path = str_from(path);
		workers_give(&workers, task);
	}
}

Test(workers, are_not_far_ahead_of_whoever_takes_what_they_made)
{
	workers_start(&workers, 2, false, notify, NULL);
	give_tasks(TASKS);
	for (size_t i = 0; i < TASKS; i++) {
		struct task *task;

		/* all that they may do is done before one more is taken */
		for (size_t j = 0; i == 0 && j < 2 + WORKERS_AHEAD; j++)
			sem_wait(&finished);
		if (i && i + 2 + WORKERS_AHEAD <= TASKS)
			sem_wait(&finished);
		task = workers_take(&workers);
		cr_assert_not_null(task, "%zu", i);
		cr_expect(task->is_loaded, "%s", task->error.message);
		atomic_fetch_sub(&ready, 1);
		task_destroy(task);
	}
	workers_stop(&workers);
	cr_expect_leq(atomic_load(&most_ready), 2 + WORKERS_AHEAD + 1);
}

Test(workers, end_while_they_wait_for_room)
{
	workers_start(&workers, 2, false, notify, NULL);
	give_tasks(TASKS);
	for (size_t j = 0; j < 2 + WORKERS_AHEAD; j++)
		sem_wait(&finished);
	workers_stop(&workers);
	cr_expect_leq(atomic_load(&ready), 2 + WORKERS_AHEAD + 2);
}

#ifdef __linux__
static void *step_back(void *niceness)
{
	thread_step_back();
	*(int *)niceness = getpriority(PRIO_PROCESS, 0);
	return NULL;
}

Test(workers, a_thread_steps_back_and_the_one_that_draws_does_not)
{
	int before = getpriority(PRIO_PROCESS, 0), niceness = before;
	pthread_t thread;

	cr_assert_eq(pthread_create(&thread, NULL, step_back, &niceness), 0);
	pthread_join(thread, NULL);
	cr_expect(niceness > before || before == 19, "%d, before %d", niceness, before);
	cr_expect_eq(getpriority(PRIO_PROCESS, 0), before);
}
#endif
