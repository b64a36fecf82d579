/* workers.h - the pool of threads that run tasks; with none, tasks run where they are given */
#ifndef DATELINE_REFRESH_WORKERS_H
#define DATELINE_REFRESH_WORKERS_H

#include "task.h"

#define WORKERS_MOST 64
#define WORKERS_AHEAD                                                                                        \
	2 /* documents made ready for whoever takes them, besides those that the threads are at */

struct workers {
	struct queue waiting; /* tasks to run */
	struct queue done;    /* tasks that were run */
	pthread_t threads[WORKERS_MOST];
	unsigned count;
	pthread_mutex_t lock; /* guards the next two */
	unsigned held;        /* tasks that run or were run, and not taken yet: each holds a whole document */
	bool is_stopping;
	pthread_cond_t has_room;
	bool steps_back;  /* see thread_step_back */
	int stop_pipe[2]; /* the writing end is closed to stop; commands that run watch the other one */
	void (*notify)(void *context); /* called in a worker's thread after each task */
	void *context;
};

/*   steps_back  whether the threads call thread_step_back() */
void workers_start(struct workers *workers, unsigned count, bool steps_back, void (*notify)(void *context),
	void *context);

/* From now on this thread, and those that it starts, leave the processor to others that want it: without
 * that, one that waits for a key gets its turn only when one of them has used up its own. Where a thread has
 * no priority of its own nothing is changed. */
void thread_step_back(void);

/* Takes the task over; it comes out of workers_take when it was run. */
void workers_give(struct workers *workers, struct task *task);
struct task *workers_take(struct workers *workers); /* NULL when none is done */

/* Ends the threads as soon as each has finished the task it is at; the other tasks are destroyed. */
void workers_stop(struct workers *workers);

#endif
