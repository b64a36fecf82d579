/* task.h - bytes to read and make a feed of: all that a worker does, with nothing shared */
#ifndef DATELINE_REFRESH_TASK_H
#define DATELINE_REFRESH_TASK_H

#include "dateline/article/article.h"
#include "dateline/base/buffer.h"
#include "dateline/feed/load.h"
#include "dateline/store/articles.h"
#include "queue.h"

struct engine;
struct task;

/* What the engine does with a task that was worked on; it owns the task then and destroys it. */
typedef void task_done(struct engine *engine, struct task *task);

struct task {
	struct queue_link link;
	task_done *done;
	void *owner;              /* what the task is for */
	size_t number;            /* its place among those of the same owner */
	struct arena arena;       /* the document lives in it */
	struct buffer bytes;      /* given, or read first when one of the next two says so */
	struct str path;          /* a file, or "-" */
	struct str local_address; /* file: or exec:, from the user's own list */
	struct feed_source source;
	bool reads_only;                       /* the bytes are no feed */
	bool is_first;                         /* of its feed nothing is stored yet: every article will be */
	const struct rules *rules;             /* for what is new in it; NULL: none */
	const struct store_feed *subscription; /* whose document it is, and */
	int64_t now;                           /* the time, for the rules */
	uint64_t known_hash; /* of the bytes stored last time; the same bytes are not parsed again */
	/* what came of it */
	uint64_t hash;
	bool is_same;   /* hash is known_hash */
	bool is_loaded; /* else error */
	struct feed feed;
	struct store_prepared *prepared; /* of the feed, when it is loaded */
	struct error error;
	int64_t bytes_read;
	size_t pending_bytes; /* the engine's count of what waits */
};

#define TASK_BYTES_MOST ((size_t)64 << 20)
#define TASK_COMMAND_MS 60000

struct task *task_create(task_done *done, void *owner);
void task_destroy(struct task *task);

/*   stop_fd   becomes readable or closed when the work is to be given up; -1: never
 *   quotes    as in struct feed_source; may be NULL */
void task_run(struct task *task, int stop_fd, struct quote_memory *quotes);

#endif
