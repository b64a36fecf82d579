#include "job.h"

#include "dateline/store/store.h"
#include "schedule.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WAIT_MS 60000
#define PENDING_BYTES_MOST ((size_t)1 << 20) /* fetched and not stored: then nothing new is asked for */

/* ---- for the jobs */

int64_t engine_now(const struct engine *engine)
{
	if (engine->options.now)
		return engine->options.now(engine->options.now_context);
	return (int64_t)time(NULL);
}

/* xorshift64* */
uint32_t engine_random(struct engine *engine)
{
	uint64_t x = engine->random_state | 1;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	engine->random_state = x;
	return (uint32_t)((x * UINT64_C(2685821657736338717)) >> 32);
}

struct engine_event job_event(const struct job *job, enum engine_event_kind kind)
{
	return (struct engine_event){.kind = kind, .job = job ? job->number : 0};
}

void engine_post_event(struct engine *engine, const struct engine_event *event)
{
	events_post(&engine->events, event);
}

void event_set_message(struct engine_event *event, struct str text)
{
	struct error printable = {0};
	size_t length;

	fail(&printable, ERROR_NONE, 0, "%.*s",
		STR_ARG(text)); /* makes it one line that a terminal can be given */
	length = strlen(printable.message);
	if (length >= sizeof event->message) {
		length = sizeof event->message - 1;
		while (length && ((unsigned char)printable.message[length] & 0xc0) == 0x80)
			length--;
	}
	memcpy(event->message, printable.message, length);
	event->message[length] = '\0';
}

void job_fail(struct engine *engine, struct job *job, const struct error *error)
{
	struct engine_event event = job_event(job, EVENT_JOB_FAILED);

	event.error = *error;
	event.article = job->id;
	engine_post_event(engine, &event);
}

void engine_give_task(struct engine *engine, struct task *task)
{
	task->source.sites = engine->options.sites;
	engine->tasks_open++;
	engine->pending_bytes += task->bytes.length;
	task->pending_bytes = task->bytes.length;
	workers_give(&engine->workers, task);
}

void engine_fetch(struct engine *engine, struct fetch_request *request, fetch_done *done, void *context)
{
	if (request->user_agent.data == NULL)
		request->user_agent = str_from(engine->options.user_agent);
	fetcher_add(engine->fetcher, request, done, context);
}

void engine_heed(struct engine *engine, const struct fetch_response *response)
{
	int64_t seconds = schedule_retry_seconds(response->retry_after, engine_now(engine));

	if ((response->status == 429 || response->status == 503) && seconds > 0)
		fetcher_leave_alone(engine->fetcher, response->address,
			seconds < SCHEDULE_RETRY_MOST ? seconds : SCHEDULE_RETRY_MOST);
}

/* ---- jobs, their beginnings and ends */

struct job *job_create(job_start *start)
{
	struct job *job = calloc(1, sizeof *job);

	if (job == NULL)
		abort();
	job->start = start;
	return job;
}

static engine_job number_job(struct engine *engine, struct job *job)
{
	engine_job number;

	pthread_mutex_lock(&engine->lock);
	number = job->number = ++engine->last_number;
	engine->open_jobs++;
	pthread_mutex_unlock(&engine->lock);
	return number;
}

static void destroy_job(struct job *job)
{
	arena_finish(&job->arena);
	free(job);
}

static void end_job(struct engine *engine, struct job *job)
{
	struct engine_event event = job_event(job, EVENT_JOB_DONE);

	pthread_mutex_lock(&engine->lock);
	engine->open_jobs--;
	pthread_mutex_unlock(&engine->lock);
	engine_post_event(engine, &event);
	destroy_job(job);
}

static void leave_active(struct engine *engine, struct job *job)
{
	struct job **link = &engine->active;

	while (*link != job)
		link = &(*link)->next_active;
	*link = job->next_active;
}

void job_end_part(struct engine *engine, struct job *job)
{
	if (--job->open_parts)
		return;
	if (job->finish)
		job->finish(engine, job);
	leave_active(engine, job);
	end_job(engine, job);
}

static void start_job(struct engine *engine, struct job *job)
{
	job->next_active = engine->active;
	engine->active = job;
	job->open_parts = 1; /* the start itself is a part, so that the job cannot end under it */
	job->start(engine, job);
	job_end_part(engine, job);
}

/* ---- the loop */

static bool is_closing(struct engine *engine)
{
	bool result;

	pthread_mutex_lock(&engine->lock);
	result = engine->is_closing;
	pthread_mutex_unlock(&engine->lock);
	return result;
}

bool engine_is_hurried(struct engine *engine)
{
	return is_closing(engine) || !queue_is_empty(&engine->posted);
}

static bool start_posted(struct engine *engine)
{
	struct queue_link *link = queue_take(&engine->posted);

	if (link)
		start_job(engine, (struct job *)link);
	return link != NULL;
}

static bool store_one(struct engine *engine)
{
	struct task *task = workers_take(&engine->workers);

	if (task == NULL)
		return false;
	engine->tasks_open--;
	engine->pending_bytes -= task->pending_bytes;
	task->done(engine, task);
	return true;
}

static bool is_idle(const struct engine *engine)
{
	return engine->tasks_open == 0 && fetcher_open(engine->fetcher) == 0;
}

/* One step: what was posted first, then what was read, then upkeep, then the network; waits only when there
 * is nothing to do. */
static void step(struct engine *engine)
{
	bool has_worked = start_posted(engine) || store_one(engine);

	if (!has_worked && is_idle(engine) && upkeep_has_work(engine)) {
		upkeep_slice(engine);
		has_worked = true;
	}
	log_mover_look(&engine->log_mover, engine->store);
	fetcher_hold(engine->fetcher, engine->pending_bytes > PENDING_BYTES_MOST);
	fetcher_run(engine->fetcher, has_worked ? 0 : WAIT_MS);
}

/* The user's wish to be kept up to date: a refresh of what is due, again and again. */
static void refresh_by_itself(struct engine *engine)
{
	int64_t now = engine_now(engine);
	struct job *job;

	if (engine->options.refresh_minutes == 0 || engine->active ||
		now < engine->last_refresh + (int64_t)engine->options.refresh_minutes * 60)
		return;
	engine->last_refresh = now;
	job = job_create(do_refresh);
	job->may_be_given_up = true;
	number_job(engine, job);
	start_job(engine, job);
}

/* Marks that were made are kept; what takes time is given up. */
static void finish_posted(struct engine *engine)
{
	struct queue_link *link;

	while ((link = queue_take(&engine->posted)) != NULL) {
		struct job *job = (struct job *)link;

		if (job->may_be_given_up)
			destroy_job(job);
		else
			start_job(engine, job);
	}
}

static void *run(void *context)
{
	struct engine *engine = context;

	if (engine->options.steps_back)
		thread_step_back();
	while (!is_closing(engine)) {
		refresh_by_itself(engine);
		step(engine);
	}
	finish_posted(engine);
	pthread_mutex_lock(&engine->lock);
	engine->has_ended = true;
	pthread_cond_signal(&engine->ended);
	pthread_mutex_unlock(&engine->lock);
	return NULL;
}

static void run_in_line(struct engine *engine)
{
	start_posted(engine);
	while (engine->active || upkeep_has_work(engine))
		step(engine);
}

/* ---- opening and closing */

static void notify(void *context)
{
	struct engine *engine = context;

	fetcher_wakeup(engine->fetcher);
}

/* Signals are the business of the main thread. */
static bool start_thread(struct engine *engine, struct error *error)
{
	sigset_t all, before;
	int result;

	if (engine->options.workers == 0)
		return true;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	result = pthread_create(&engine->thread, NULL, run, engine);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	engine->has_thread = result == 0;
	return engine->has_thread ||
	       fail(error, ERROR_LIBRARY, 0, "no thread for the engine: %s", strerror(result));
}

static void take_options(struct engine *engine, const struct engine_options *options)
{
	const char *user_agent = options->user_agent ? options->user_agent : "dateline";
	struct rules *rules = ARENA_NEW(&engine->arena, struct rules);

	engine->options = *options;
	engine->options.user_agent = arena_cstring(&engine->arena, str_from(user_agent));
	engine->options.sites =
		options->sites ? arena_cstring(&engine->arena, str_from(options->sites)) : NULL;
	engine->rules = rules;
	if (options->rules)
		rules_copy(options->rules, &engine->arena, rules);
	engine->options.rules = NULL;
	engine->options.library = NULL;
	engine->options.limits = NULL;
	engine->random_state = (uint64_t)engine_now(engine) * 2654435761u + (uintptr_t)engine;
}

bool engine_open(const struct engine_options *options, struct engine **out, struct error *error)
{
	const struct fetch_limits limits = fetch_limits_of_user();
	struct engine *engine = calloc(1, sizeof *engine);

	if (engine == NULL)
		abort();
	*out = NULL;
	take_options(engine, options);
	if (!store_open(options->library, STORE_READ_WRITE, &engine->store, error) ||
		!events_init(&engine->events, error)) {
		store_close(engine->store);
		arena_finish(&engine->arena);
		free(engine);
		return false;
	}
	pthread_mutex_init(&engine->lock, NULL);
	pthread_cond_init(&engine->ended, NULL);
	queue_init(&engine->posted);
	engine->fetcher = fetcher_create(options->limits ? options->limits : &limits);
	workers_start(&engine->workers, options->workers, options->steps_back, notify, engine);
	if (options->workers)
		log_mover_open(&engine->log_mover, options->library, engine->store);
	if (!start_thread(engine, error)) {
		engine_close(engine);
		return false;
	}
	*out = engine;
	return true;
}

static void destroy_active(struct engine *engine)
{
	struct job *job = engine->active, *next;

	for (; job; job = next) {
		next = job->next_active;
		destroy_job(job);
	}
}

static struct timespec in_ms(int ms)
{
	struct timespec time;

	clock_gettime(CLOCK_REALTIME, &time);
	time.tv_sec += ms / 1000;
	time.tv_nsec += ms % 1000 * 1000000L;
	if (time.tv_nsec >= 1000000000L) {
		time.tv_sec++;
		time.tv_nsec -= 1000000000L;
	}
	return time;
}

bool engine_stop(struct engine *engine, int wait_ms)
{
	const struct timespec until = in_ms(wait_ms);
	bool has_ended;
	int result = 0;

	pthread_mutex_lock(&engine->lock);
	engine->is_closing = true;
	fetcher_wakeup(engine->fetcher);
	while (engine->has_thread && !engine->has_ended && result == 0)
		result = wait_ms < 0 ? pthread_cond_wait(&engine->ended, &engine->lock)
				     : pthread_cond_timedwait(&engine->ended, &engine->lock, &until);
	has_ended = engine->has_ended || !engine->has_thread;
	pthread_mutex_unlock(&engine->lock);
	return has_ended;
}

void engine_close(struct engine *engine)
{
	if (engine == NULL)
		return;
	engine_stop(engine, -1);
	if (engine->has_thread)
		pthread_join(engine->thread, NULL);
	workers_stop(&engine->workers);
	fetcher_destroy(engine->fetcher);
	destroy_active(engine);
	log_mover_close(&engine->log_mover);
	store_close(engine->store);
	events_finish(&engine->events);
	queue_finish(&engine->posted);
	pthread_mutex_destroy(&engine->lock);
	pthread_cond_destroy(&engine->ended);
	arena_finish(&engine->arena);
	free(engine);
}

int engine_wakeup_fd(const struct engine *engine)
{
	return engine->events.pipe[0];
}

bool engine_next_event(struct engine *engine, struct engine_event *event)
{
	return events_take(&engine->events, event);
}

unsigned engine_jobs_open(struct engine *engine)
{
	unsigned count;

	pthread_mutex_lock(&engine->lock);
	count = engine->open_jobs;
	pthread_mutex_unlock(&engine->lock);
	return count;
}

/* ---- posting */

engine_job engine_post(struct engine *engine, struct job *job)
{
	engine_job number = number_job(engine, job);

	queue_push(&engine->posted, &job->link);
	if (engine->has_thread)
		fetcher_wakeup(engine->fetcher);
	else
		run_in_line(engine);
	return number;
}
