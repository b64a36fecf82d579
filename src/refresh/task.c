#include "task.h"

#include "dateline/base/file.h"
#include "dateline/net/local.h"

#include <stdlib.h>
#include <string.h>

struct task *task_create(task_done *done, void *owner)
{
	struct task *task = calloc(1, sizeof *task);

	if (task == NULL)
		abort();
	task->done = done;
	task->owner = owner;
	return task;
}

void task_destroy(struct task *task)
{
	buffer_finish(&task->bytes);
	arena_finish(&task->arena);
	free(task);
}

static bool read_bytes(struct task *task, int stop_fd)
{
	if (task->path.data)
		return file_read(
			arena_cstring(&task->arena, task->path), TASK_BYTES_MOST, &task->bytes, &task->error);
	if (task->local_address.data)
		return local_read(task->local_address, TASK_BYTES_MOST, TASK_COMMAND_MS, stop_fd,
			&task->bytes, &task->error);
	return true;
}

/* Tells whether the same bytes came again; eight at a time, for they may be many. */
static uint64_t hash_of(struct str bytes)
{
	uint64_t hash = bytes.length, word;
	size_t i = 0;

	for (; i + sizeof word <= bytes.length; i += sizeof word) {
		memcpy(&word, bytes.data + i, sizeof word);
		hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
	}
	hash ^= str_hash(str_from_offset(bytes, i));
	return hash ? hash : 1;
}

/* What storing takes is made ready here as far as it can be, so that the one thread that stores has less to
 * do.
 */
static void load(struct task *task, struct str bytes)
{
	task->is_loaded = feed_load(bytes, &task->source, &task->arena, &task->feed, &task->error);
	if (!task->is_loaded)
		return;
	task->prepared = store_prepare(&task->feed, &task->arena);
	if (task->rules)
		store_prepare_rules(task->prepared, task->rules, task->subscription, task->now, &task->arena);
	if (task->is_first)
		store_prepare_bodies(task->prepared, &task->arena);
}

void task_run(struct task *task, int stop_fd, struct quote_memory *quotes)
{
	struct str bytes;

	if (!read_bytes(task, stop_fd))
		return;
	task->is_loaded = task->reads_only;
	if (task->reads_only)
		return;
	bytes = buffer_str(&task->bytes);
	task->bytes_read = (int64_t)bytes.length;
	task->hash = hash_of(bytes);
	task->is_same = task->hash == task->known_hash;
	task->source.quotes = quotes;
	if (!task->is_same)
		load(task, bytes);
}
