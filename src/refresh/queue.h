/* queue.h - what one thread hands to another, first in, first out */
#ifndef DATELINE_REFRESH_QUEUE_H
#define DATELINE_REFRESH_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct queue_link { /* the first member of everything that goes through a queue */
	struct queue_link *next;
};

struct queue {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct queue_link *first, **last;
	bool is_closed;
};

void queue_init(struct queue *queue);
void queue_finish(struct queue *queue); /* what is still in it is the caller's: take it out first */

void queue_push(struct queue *queue, struct queue_link *link);
struct queue_link *queue_take(struct queue *queue); /* NULL when there is nothing */
bool queue_is_empty(struct queue *queue);
struct queue_link *queue_wait(struct queue *queue); /* waits for something; NULL when the queue is closed */
void queue_close(struct queue *queue); /* queue_wait gives NULL from now on, also where things are left */

#endif
