#include "queue.h"

void queue_init(struct queue *queue)
{
	pthread_mutex_init(&queue->lock, NULL);
	pthread_cond_init(&queue->changed, NULL);
	queue->first = NULL;
	queue->last = &queue->first;
	queue->is_closed = false;
}

void queue_finish(struct queue *queue)
{
	pthread_cond_destroy(&queue->changed);
	pthread_mutex_destroy(&queue->lock);
}

void queue_push(struct queue *queue, struct queue_link *link)
{
	pthread_mutex_lock(&queue->lock);
	link->next = NULL;
	*queue->last = link;
	queue->last = &link->next;
	pthread_cond_signal(&queue->changed);
	pthread_mutex_unlock(&queue->lock);
}

static struct queue_link *take_first(struct queue *queue)
{
	struct queue_link *link = queue->first;

	if (link) {
		queue->first = link->next;
		if (queue->first == NULL)
			queue->last = &queue->first;
	}
	return link;
}

struct queue_link *queue_take(struct queue *queue)
{
	struct queue_link *link;

	pthread_mutex_lock(&queue->lock);
	link = take_first(queue);
	pthread_mutex_unlock(&queue->lock);
	return link;
}

bool queue_is_empty(struct queue *queue)
{
	bool result;

	pthread_mutex_lock(&queue->lock);
	result = queue->first == NULL;
	pthread_mutex_unlock(&queue->lock);
	return result;
}

struct queue_link *queue_wait(struct queue *queue)
{
	struct queue_link *link;

	pthread_mutex_lock(&queue->lock);
	while (queue->first == NULL && !queue->is_closed)
		pthread_cond_wait(&queue->changed, &queue->lock);
	link = queue->is_closed ? NULL : take_first(queue);
	pthread_mutex_unlock(&queue->lock);
	return link;
}

void queue_close(struct queue *queue)
{
	pthread_mutex_lock(&queue->lock);
	queue->is_closed = true;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->lock);
}
