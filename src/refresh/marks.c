#include "job.h"

#include "dateline/store/articles.h"

static const struct {
	const char *one, *many;
} done_words[] = {
	[STORE_READ] = {"marked read", "articles marked read"},
	[STORE_UNREAD] = {"marked unread", "articles marked unread"},
	[STORE_STAR] = {"starred", "articles starred"},
	[STORE_UNSTAR] = {"star taken off", "articles lost their star"},
	[STORE_LATER] = {"kept for later", "articles kept for later"},
	[STORE_NOT_LATER] = {"no longer kept for later", "articles no longer kept for later"},
	[STORE_HIDE] = {"hidden", "articles hidden"},
	[STORE_SHOW] = {"shown again", "articles shown again"},
};

static void tell_change(struct engine *engine, struct job *job, size_t changed, struct str what)
{
	struct engine_event event = job_event(job, EVENT_STATES_CHANGED);

	event.count = changed;
	event.article = job->id_count == 1 ? job->ids[0] : 0;
	event_set_message(&event, what);
	engine_post_event(engine, &event);
}

void do_mark(struct engine *engine, struct job *job)
{
	struct error error = {0};
	struct str what;
	size_t changed = 0;

	if (!store_mark(engine->store, job->mark, job->ids, job->id_count, engine_now(engine), &changed,
		    &error)) {
		job_fail(engine, job, &error);
		return;
	}
	if (changed == 1)
		what = str_from(done_words[job->mark].one);
	else
		what = arena_printf(&job->arena, "%zu %s", changed, done_words[job->mark].many);
	tell_change(engine, job, changed, what);
}

void do_label(struct engine *engine, struct job *job)
{
	struct error error = {0};
	size_t changed = 0;
	const char *verb = job->flag ? "taken off" : "put on";

	if (!store_label(engine->store, job->text, job->flag, job->ids, job->id_count, engine_now(engine),
		    &changed, &error)) {
		job_fail(engine, job, &error);
		return;
	}
	tell_change(engine, job, changed,
		arena_printf(&job->arena, "label \"%.*s\" %s %zu article%s", STR_ARG(job->text), verb,
			changed, changed == 1 ? "" : "s"));
}

typedef bool take_back(struct store *store, struct store_undone *undone, struct error *error);

static void go(struct engine *engine, struct job *job, take_back *step, enum engine_event_kind kind)
{
	struct store_undone undone = {0};
	struct error error = {0};
	struct engine_event event;

	if (!step(engine->store, &undone, &error)) {
		job_fail(engine, job, &error);
		return;
	}
	event = job_event(job, undone.count ? kind : EVENT_NOTHING_TO_UNDO);
	event.count = undone.count;
	event.article = undone.article;
	event_set_message(&event, str_from(undone.message));
	engine_post_event(engine, &event);
}

void do_undo(struct engine *engine, struct job *job)
{
	go(engine, job, store_undo, EVENT_UNDONE);
}

void do_redo(struct engine *engine, struct job *job)
{
	go(engine, job, store_redo, EVENT_REDONE);
}

void do_set_place(struct engine *engine, struct job *job)
{
	struct store_place place = {job->block, job->offset};
	struct error error = {0};

	if (!store_set_place(engine->store, job->id, place, &error))
		job_fail(engine, job, &error);
}
