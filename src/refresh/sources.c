#include "job.h"

#include "dateline/base/file.h"
#include "dateline/base/url.h"
#include "dateline/store/articles.h"

/* Sources are read side by side and stored in the order given, so that feeds get their numbers in that order.
 */

#define AT_ONCE 8

struct sources {
	struct str_list names;    /* files, addresses; directories are opened */
	struct task **ready;      /* read, waiting for their turn */
	struct fetch_part *parts; /* of web addresses */
	size_t begun, stored;
};

struct fetch_part {
	struct engine *engine;
	struct job *job;
	size_t number;
};

static void add_directory(struct job *job, struct sources *sources, struct str directory)
{
	struct str_list names = {0};
	struct error error = {0};
	bool has_slash = str_ends_with(directory, STR("/"));

	if (!file_list_directory(arena_cstring(&job->arena, directory), &job->arena, &names, &error)) {
		*LIST_PUSH(&job->arena, &sources->names) =
			directory; /* reading it says why it cannot be read */
		return;
	}
	for (size_t i = 0; i < names.count; i++)
		*LIST_PUSH(&job->arena, &sources->names) = arena_printf(&job->arena, "%.*s%s%.*s",
			STR_ARG(directory), has_slash ? "" : "/", STR_ARG(names.items[i]));
}

static void list_sources(struct job *job, struct sources *sources)
{
	for (size_t i = 0; i < job->sources.count; i++) {
		struct str name = job->sources.items[i];

		if (!url_is_web(name) && file_is_directory(arena_cstring(&job->arena, name)))
			add_directory(job, sources, name);
		else
			*LIST_PUSH(&job->arena, &sources->names) = name;
	}
}

/* The feed of the library that a source is kept under: the one of the last time, or a new one. */
static bool find_feed(struct engine *engine, struct task *task, int64_t *id, struct error *error)
{
	struct store_feed feed = {
		.address = task->source.name, .is_local = true, .added = engine_now(engine)};

	*id = store_feed_find(engine->store, feed.address);
	return *id != 0 || store_feed_add(engine->store, &feed, id, error);
}

static void tell_failure(struct engine *engine, struct job *job, struct str name, const struct error *error)
{
	struct engine_event event = job_event(job, EVENT_SOURCE_FAILED);

	job->failed++;
	event.error = *error;
	event_set_message(&event, name);
	engine_post_event(engine, &event);
}

/* A page or a text is a source of one article, whose title says nothing of where it comes from: the host
 * does, or the name of the file. */
static void name_source(struct task *task)
{
	struct feed *feed = &task->feed;
	struct str host = feed->articles.count ? url_site(feed->articles.items[0].link) : STR("");
	struct str name = task->source.name;

	if (feed->format != FORMAT_HTML && feed->format != FORMAT_TEXT)
		return;
	if (str_equal(name, STR("-")))
		name = STR("standard input");
	feed->title = host.length ? host : str_from_offset(name, str_find_last_char(name, '/') + 1);
}

static void store_source(struct engine *engine, struct job *job, struct task *task)
{
	struct engine_event event = job_event(job, EVENT_SOURCE_LOADED);
	struct store_put_result result = {0};
	struct error error = {0};

	if (!task->is_loaded) {
		tell_failure(engine, job, task->source.name, &task->error);
		return;
	}
	name_source(task);
	if (!find_feed(engine, task, &event.feed, &error) ||
		!store_put_prepared(engine->store, event.feed, task->prepared, NULL, engine_now(engine),
			&result, &error)) {
		tell_failure(engine, job, task->source.name, &error);
		return;
	}
	event.count = task->feed.articles.count;
	event.fresh = result.fresh;
	event_set_message(&event, task->source.name);
	engine_post_event(engine, &event);
}

static void begin_some(struct engine *engine, struct job *job);

static void store_in_order(struct engine *engine, struct job *job)
{
	struct sources *sources = job->state;
	size_t ended = 0;

	while (sources->stored < sources->begun && sources->ready[sources->stored]) {
		struct task *task = sources->ready[sources->stored];

		sources->ready[sources->stored++] = NULL;
		store_source(engine, job, task);
		task_destroy(task);
		begin_some(engine, job);
		ended++;
	}
	while (ended--) /* the last one is the end of the job, and of `sources` */
		job_end_part(engine, job);
}

static void take_ready(struct engine *engine, struct task *task)
{
	struct job *job = task->owner;
	struct sources *sources = job->state;
	bool is_first = task->number == sources->stored;

	sources->ready[task->number] = task;
	if (is_first)
		store_in_order(engine, job);
}

static struct task *make_task(struct job *job, size_t number)
{
	struct sources *sources = job->state;
	struct task *task = task_create(take_ready, job);

	task->number = number;
	task->source.name = sources->names.items[number];
	return task;
}

static void take_answer(struct fetch_response *response, void *context)
{
	struct fetch_part *part = context;
	struct task *task = make_task(part->job, part->number);

	engine_heed(part->engine, response);
	if (response->error.code != ERROR_NONE) {
		task->error = response->error;
		take_ready(part->engine, task);
		return;
	}
	task->bytes = response->body;
	response->body = (struct buffer){0};
	task->source.base = arena_copy(&task->arena, response->address);
	task->source.media_type = arena_copy(&task->arena, response->media_type);
	engine_give_task(part->engine, task);
}

static void begin(struct engine *engine, struct job *job, size_t number)
{
	struct sources *sources = job->state;
	struct fetch_request request = {.address = sources->names.items[number]};
	struct task *task;

	if (url_is_web(request.address)) {
		sources->parts[number] = (struct fetch_part){engine, job, number};
		engine_fetch(engine, &request, take_answer, &sources->parts[number]);
		return;
	}
	task = make_task(job, number);
	task->path = task->source.name;
	task->source.is_local = true;
	engine_give_task(engine, task);
}

static void begin_some(struct engine *engine, struct job *job)
{
	struct sources *sources = job->state;

	while (sources->begun < sources->names.count && sources->begun < sources->stored + AT_ONCE)
		begin(engine, job, sources->begun++);
}

static void want_index(struct engine *engine, struct job *job)
{
	(void)job;
	engine->upkeep.indexes = true;
}

void do_load_sources(struct engine *engine, struct job *job)
{
	struct sources *sources = ARENA_NEW(&job->arena, struct sources);

	job->state = sources;
	job->finish = want_index;
	list_sources(job, sources);
	sources->ready = arena_array(&job->arena, sources->names.count, sizeof *sources->ready);
	sources->parts = arena_array(&job->arena, sources->names.count, sizeof *sources->parts);
	job->open_parts += sources->names.count;
	begin_some(engine, job);
}
