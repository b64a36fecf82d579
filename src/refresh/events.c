#include "events.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct event_node {
	struct event_node *next;
	struct engine_event event;
};

bool events_init(struct events *events, struct error *error)
{
	if (pipe2(events->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
		return fail(error, ERROR_LIBRARY, 0, "no pipe for the engine: %s", strerror(errno));
	pthread_mutex_init(&events->lock, NULL);
	events->first = events->progress = NULL;
	events->last = &events->first;
	return true;
}

void events_finish(struct events *events)
{
	struct engine_event event;

	while (events_take(events, &event))
		;
	close(events->pipe[0]);
	close(events->pipe[1]);
	pthread_mutex_destroy(&events->lock);
}

static void append(struct events *events, const struct engine_event *event)
{
	struct event_node *node = malloc(sizeof *node);

	if (node == NULL)
		abort();
	node->next = NULL;
	node->event = *event;
	if (events->first == NULL && write(events->pipe[1], "", 1) < 0 && errno != EAGAIN)
		abort();
	*events->last = node;
	events->last = &node->next;
	if (event->kind == EVENT_REFRESH_PROGRESS)
		events->progress = node;
}

void events_post(struct events *events, const struct engine_event *event)
{
	pthread_mutex_lock(&events->lock);
	if (event->kind == EVENT_REFRESH_PROGRESS && events->progress &&
		events->progress->event.job == event->job)
		events->progress->event = *event;
	else
		append(events, event);
	pthread_mutex_unlock(&events->lock);
}

static void drain(struct events *events)
{
	char byte;

	while (read(events->pipe[0], &byte, 1) > 0)
		;
}

bool events_take(struct events *events, struct engine_event *event)
{
	struct event_node *node;

	pthread_mutex_lock(&events->lock);
	node = events->first;
	if (node) {
		events->first = node->next;
		if (events->first == NULL) {
			events->last = &events->first;
			drain(events);
		}
		if (events->progress == node)
			events->progress = NULL;
		*event = node->event;
	}
	pthread_mutex_unlock(&events->lock);
	free(node);
	return node != NULL;
}
