#include "dateline/store/rules.h"
#include "job.h"

struct applied {
	struct engine *engine;
	struct job *job;
};

static void tell_done(void *context, const struct rule *rule, size_t changed)
{
	const struct applied *applied = context;
	struct engine_event event = job_event(applied->job, EVENT_STATES_CHANGED);
	struct arena arena = {0};

	event.count = changed;
	event_set_message(&event, arena_printf(&arena, "%zu article%s by the rule \"%.*s\"", changed,
					  changed == 1 ? "" : "s", STR_ARG(rule->text)));
	engine_post_event(applied->engine, &event);
	arena_finish(&arena);
}

void apply_rules(struct engine *engine, struct job *job)
{
	struct applied applied = {engine, job};
	struct error error = {0};

	if (!store_apply_rules(engine->store, engine->rules, engine_now(engine), tell_done, &applied, &error))
		job_fail(engine, job, &error);
}

void do_apply_rules(struct engine *engine, struct job *job)
{
	apply_rules(engine, job);
}

/* Tasks that are under way keep the rules that they were given. */
void do_take_rules(struct engine *engine, struct job *job)
{
	struct rules *rules = ARENA_NEW(&engine->arena, struct rules);

	rules_copy(&job->rules, &engine->arena, rules);
	engine->rules = rules;
}
