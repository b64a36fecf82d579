/* events.h - the events on their way up, and the pipe that says that there are some */
#ifndef DATELINE_REFRESH_EVENTS_H
#define DATELINE_REFRESH_EVENTS_H

#include "dateline/refresh/engine.h"
#include "queue.h"

struct event_node;

struct events {
	pthread_mutex_t lock;
	struct event_node *first, **last;
	struct event_node *progress; /* the newest of that kind while nobody took it */
	int pipe[2];                 /* holds one byte while there are events */
};

bool events_init(struct events *events, struct error *error);
void events_finish(struct events *events);

void events_post(struct events *events, const struct engine_event *event);
bool events_take(struct events *events, struct engine_event *event);

#endif
