#include "job.h"

#include <fcntl.h>
#include <string.h>

/* What the interface posts: each function copies what it was given into a job. */

static void copy_ids(struct job *job, const int64_t *ids, size_t count)
{
	job->ids = arena_array(&job->arena, count, sizeof *ids);
	job->id_count = count;
	if (count)
		memcpy(job->ids, ids, count * sizeof *ids);
}

static struct job *slow_job(job_start *start)
{
	struct job *job = job_create(start);

	job->may_be_given_up = true;
	return job;
}

engine_job engine_mark(struct engine *engine, enum store_mark mark, const int64_t *articles, size_t count)
{
	struct job *job = job_create(do_mark);

	job->mark = mark;
	copy_ids(job, articles, count);
	return engine_post(engine, job);
}

engine_job engine_label(
	struct engine *engine, struct str label, bool remove, const int64_t *articles, size_t count)
{
	struct job *job = job_create(do_label);

	job->text = arena_copy(&job->arena, label);
	job->flag = remove;
	copy_ids(job, articles, count);
	return engine_post(engine, job);
}

engine_job engine_undo(struct engine *engine)
{
	return engine_post(engine, job_create(do_undo));
}

engine_job engine_redo(struct engine *engine)
{
	return engine_post(engine, job_create(do_redo));
}

engine_job engine_set_place(struct engine *engine, int64_t article, size_t block, size_t offset)
{
	struct job *job = job_create(do_set_place);

	job->id = article;
	job->block = block;
	job->offset = offset;
	return engine_post(engine, job);
}

engine_job engine_load_sources(struct engine *engine, const struct str *sources, size_t count)
{
	struct job *job = slow_job(do_load_sources);

	for (size_t i = 0; i < count; i++)
		*LIST_PUSH(&job->arena, &job->sources) = arena_copy(&job->arena, sources[i]);
	return engine_post(engine, job);
}

engine_job engine_add_feed(struct engine *engine, const struct engine_subscription *subscription)
{
	struct job *job = slow_job(do_add_feed);

	job->text = arena_copy(&job->arena, str_trim(subscription->address));
	job->title = arena_copy(&job->arena, subscription->title);
	job->folder = arena_copy(&job->arena, subscription->folder);
	job->flag = subscription->full_text;
	job->keeps_cookies = subscription->cookies;
	return engine_post(engine, job);
}

engine_job engine_change_feed(struct engine *engine, int64_t feed, struct str property, struct str value)
{
	struct job *job = job_create(do_change_feed);

	job->id = feed;
	job->title = arena_copy(&job->arena, property);
	job->text = arena_copy(&job->arena, value);
	return engine_post(engine, job);
}

engine_job engine_remove_feed(struct engine *engine, int64_t feed)
{
	struct job *job = job_create(do_remove_feed);

	job->id = feed;
	return engine_post(engine, job);
}

engine_job engine_refresh(struct engine *engine, const int64_t *feeds, size_t count, bool force)
{
	struct job *job = slow_job(do_refresh);

	copy_ids(job, feeds, count);
	job->flag = force;
	return engine_post(engine, job);
}

engine_job engine_stop_refresh(struct engine *engine)
{
	return engine_post(engine, slow_job(do_stop_refresh));
}

engine_job engine_fetch_page(struct engine *engine, int64_t article)
{
	struct job *job = slow_job(do_fetch_page);

	job->id = article;
	return engine_post(engine, job);
}

engine_job engine_build_index(struct engine *engine)
{
	return engine_post(engine, slow_job(do_build_index));
}

engine_job engine_apply_rules(struct engine *engine)
{
	return engine_post(engine, slow_job(do_apply_rules));
}

engine_job engine_take_rules(struct engine *engine, const struct rules *rules)
{
	struct job *job = job_create(do_take_rules);

	rules_copy(rules, &job->arena, &job->rules);
	return engine_post(engine, job);
}

engine_job engine_take_habits(
	struct engine *engine, unsigned refresh_minutes, unsigned keep_days, unsigned keep_count)
{
	struct job *job = job_create(do_take_habits);

	job->refresh_minutes = refresh_minutes;
	job->keep_days = keep_days;
	job->keep_count = keep_count;
	return engine_post(engine, job);
}

engine_job engine_save(
	struct engine *engine, struct str path, enum entry_form form, const int64_t *articles, size_t count)
{
	struct job *job = job_create(do_save);

	job->title = arena_copy(&job->arena, path);
	job->form = form;
	copy_ids(job, articles, count);
	return engine_post(engine, job);
}

engine_job engine_print(
	struct engine *engine, int fd, enum entry_form form, const int64_t *articles, size_t count)
{
	struct job *job = job_create(do_print);

	job->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	job->form = form;
	copy_ids(job, articles, count);
	return engine_post(engine, job);
}
