#include "job.h"

#include "dateline/store/articles.h"
#include "dateline/store/index.h"

/* What is done when nothing else is to do, in slices: retention, giving free space back to the disk, the
 * full-text index, in this order. The slices are so short that a mark does not wait; those of the index are
 * longer, for large pieces of it are made and read with less work, but end as soon as something waits. */

#define INDEX_SLICE 3000
#define EXPIRY_SLICE 200
#define PAGES_SLICE 500

void upkeep_want_all(struct engine *engine)
{
	engine->upkeep.expires = engine->upkeep.shrinks = engine->upkeep.indexes = true;
}

void do_take_habits(struct engine *engine, struct job *job)
{
	engine->options.refresh_minutes = job->refresh_minutes;
	engine->options.keep_days = job->keep_days;
	engine->options.keep_count = job->keep_count;
}

bool upkeep_has_work(const struct engine *engine)
{
	return engine->upkeep.expires || engine->upkeep.shrinks || engine->upkeep.indexes;
}

static bool expire(struct engine *engine, struct error *error)
{
	const struct store_retention retention = {
		.keep_days = engine->options.keep_days,
		.keep_count = engine->options.keep_count,
		.most = EXPIRY_SLICE,
	};
	size_t removed = 0;
	bool is_done = store_expire(engine->store, &retention, engine_now(engine), &removed, error);

	engine->upkeep.expires = is_done && removed == EXPIRY_SLICE;
	return is_done;
}

static bool shrink(struct engine *engine, struct error *error)
{
	size_t left = 0;
	bool is_done = store_shrink(engine->store, PAGES_SLICE, &left, error);

	engine->upkeep.shrinks = is_done && left > 0 && left != engine->upkeep.pages_left;
	engine->upkeep.pages_left = left;
	return is_done;
}

static void end_index(struct engine *engine, const struct error *error)
{
	struct job *job = engine->upkeep.index_job;
	struct engine_event event = job_event(job, EVENT_INDEX_BUILT);

	engine->upkeep.indexes = false;
	engine->upkeep.index_job = NULL;
	if (error == NULL)
		engine_post_event(engine, &event);
	if (job == NULL)
		return;
	if (error)
		job_fail(engine, job, error);
	job_end_part(engine, job);
}

/* ---- help for the index: a thread for each portion, which takes some milliseconds */

struct assistant {
	struct engine *engine;
	pthread_t thread;
	bool has_thread;
	void (*work)(void *what);
	void *what;
};

static void *assist(void *context)
{
	const struct assistant *assistant = context;

	assistant->work(assistant->what);
	return NULL;
}

/* Signals are the business of the main thread, and this thread is given none either. */
static void start_assistant(void *context, void (*work)(void *what), void *what)
{
	struct assistant *assistant = context;

	assistant->work = work;
	assistant->what = what;
	assistant->has_thread = pthread_create(&assistant->thread, NULL, assist, assistant) == 0;
	if (!assistant->has_thread)
		work(what);
}

static void await_assistant(void *context)
{
	struct assistant *assistant = context;

	if (assistant->has_thread)
		pthread_join(assistant->thread, NULL);
	assistant->has_thread = false;
}

static bool is_hurried(void *context)
{
	const struct assistant *assistant = context;

	return engine_is_hurried(assistant->engine);
}

static bool build_index(struct engine *engine, size_t *left, struct error *error)
{
	struct assistant assistant = {.engine = engine};
	const struct store_helper helper = {&assistant, start_assistant, await_assistant, is_hurried};

	return store_index_with(
		engine->store, engine->options.workers ? &helper : NULL, INDEX_SLICE, left, error);
}

static void index_slice(struct engine *engine)
{
	struct error error = {0};
	size_t left = 0;

	if (!build_index(engine, &left, &error))
		end_index(engine, &error);
	else if (left == 0)
		end_index(engine, NULL);
}

/* Retention and free space that fail now (the disk is full, say) are tried again after the next refresh. */
void upkeep_slice(struct engine *engine)
{
	if (engine->upkeep.expires)
		expire(engine, NULL);
	else if (engine->upkeep.shrinks)
		shrink(engine, NULL);
	else if (engine->upkeep.indexes)
		index_slice(engine);
}

void do_build_index(struct engine *engine, struct job *job)
{
	if (engine->upkeep.index_job)
		return;
	engine->upkeep.indexes = true;
	engine->upkeep.index_job = job;
	job->open_parts++;
}
