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
	int stop_pipe[2]; /* the writing end is closed to stop; commands that run watch the other one */
	void (*notify)(void *context); /* called in a worker's thread after each task */
	void *context;
};

void workers_start(struct workers *workers, unsigned count, void (*notify)(void *context), void *context);

/* Takes the task over; it comes out of workers_take when it was run. */
void workers_give(struct workers *workers, struct task *task);
struct task *workers_take(struct workers *workers); /* NULL when none is done */

/* Ends the threads as soon as each has finished the task it is at; the other tasks are destroyed. */
void workers_stop(struct workers *workers);

#endif
