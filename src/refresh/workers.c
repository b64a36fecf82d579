#include "workers.h"

#include "dateline/quote/quote.h"

#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#define NICENESS 10 /* more than before: a tenth of what the thread that draws gets of a processor */

/* A document takes several times the memory that its bytes took: no thread begins one while enough of them
 * wait to be taken. False when the pool is being stopped. */
static bool wait_for_room(struct workers *workers)
{
	bool may_run;

	pthread_mutex_lock(&workers->lock);
	while (workers->held >= workers->count + WORKERS_AHEAD && !workers->is_stopping)
		pthread_cond_wait(&workers->has_room, &workers->lock);
	may_run = !workers->is_stopping;
	workers->held++;
	pthread_mutex_unlock(&workers->lock);
	return may_run;
}

static void make_room(struct workers *workers)
{
	pthread_mutex_lock(&workers->lock);
	workers->held--;
	pthread_cond_signal(&workers->has_room);
	pthread_mutex_unlock(&workers->lock);
}

/* Linux alone: elsewhere the call is about the whole process, and so about the thread that draws. */
void thread_step_back(void)
{
#ifdef __linux__
	setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + NICENESS); /* 0: this thread */
#endif
}

/* What is known of words is kept while documents follow each other; who waits for the next one holds nothing. */
static struct queue_link *next_task(struct workers *workers, struct quote_memory *quotes)
{
	if (queue_is_empty(&workers->waiting))
		quote_memory_finish(quotes);
	return queue_wait(&workers->waiting);
}

static void *work(void *context)
{
	struct workers *workers = context;
	struct quote_memory quotes = {0};
	struct queue_link *link;

	if (workers->steps_back)
		thread_step_back();
	while ((link = next_task(workers, &quotes)) != NULL) {
		struct task *task = (struct task *)link;

		if (wait_for_room(workers))
			task_run(task, workers->stop_pipe[0], &quotes);
		queue_push(&workers->done, &task->link);
		workers->notify(workers->context);
	}
	quote_memory_finish(&quotes);
	return NULL;
}

/* Signals are the business of the main thread. */
static void start_threads(struct workers *workers, unsigned count)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	while (workers->count < count && workers->count < WORKERS_MOST &&
		pthread_create(&workers->threads[workers->count], NULL, work, workers) == 0)
		workers->count++;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void workers_start(struct workers *workers, unsigned count, bool steps_back, void (*notify)(void *context),
	void *context)
{
	queue_init(&workers->waiting);
	queue_init(&workers->done);
	pthread_mutex_init(&workers->lock, NULL);
	pthread_cond_init(&workers->has_room, NULL);
	workers->held = 0;
	workers->is_stopping = false;
	workers->count = 0;
	workers->steps_back = steps_back;
	workers->notify = notify;
	workers->context = context;
	if (pipe2(workers->stop_pipe, O_CLOEXEC) != 0)
		abort();
#ifdef M_ARENA_MAX
	mallopt(M_ARENA_MAX, 2); /* one heap per thread would keep a feed's memory for each of them */
#endif
	start_threads(workers, count);
}

void workers_give(struct workers *workers, struct task *task)
{
	if (workers->count) {
		queue_push(&workers->waiting, &task->link);
		return;
	}
	workers->held++;
	task_run(task, -1, NULL);
	queue_push(&workers->done, &task->link);
}

struct task *workers_take(struct workers *workers)
{
	struct task *task = (struct task *)queue_take(&workers->done);

	if (task)
		make_room(workers);
	return task;
}

static void destroy_all(struct queue *queue)
{
	struct queue_link *link;

	while ((link = queue_take(queue)) != NULL)
		task_destroy((struct task *)link);
	queue_finish(queue);
}

void workers_stop(struct workers *workers)
{
	queue_close(&workers->waiting);
	pthread_mutex_lock(&workers->lock);
	workers->is_stopping = true;
	pthread_cond_broadcast(&workers->has_room);
	pthread_mutex_unlock(&workers->lock);
	close(workers->stop_pipe[1]);
	for (unsigned i = 0; i < workers->count; i++)
		pthread_join(workers->threads[i], NULL);
	close(workers->stop_pipe[0]);
	destroy_all(&workers->waiting);
	destroy_all(&workers->done);
	pthread_cond_destroy(&workers->has_room);
	pthread_mutex_destroy(&workers->lock);
}
