#include "dateline/refresh/subscription.h"
#include "job.h"

#include "dateline/base/url.h"
#include "dateline/net/local.h"
#include "dateline/store/articles.h"
#include "schedule.h"

#include <string.h>

#define OFFERS_MOST 20

/* An address on its way to be a subscription: it is the feed's, or that of a page that names its feed. */
struct adding {
	struct engine *engine;
	struct job *job;
	struct str address; /* being asked */
	struct str page;    /* the page that named it; absent: the user did */
	struct store_answer answer;
	struct answer_headers headers;
	struct str base, media_type;
};

static void end_failed(struct adding *adding, const struct error *error)
{
	job_fail(adding->engine, adding->job, error);
	job_end_part(adding->engine, adding->job);
}

static void tell_added(
	struct adding *adding, int64_t id, const struct feed *document, const struct store_put_result *result)
{
	struct engine_event event = job_event(adding->job, EVENT_FEED_ADDED);
	struct str title = str_is_empty(adding->job->title) ? document->title : adding->job->title;

	event.feed = id;
	event.count = document->articles.count;
	event.fresh = result->fresh;
	event.hidden = result->hidden;
	event_set_message(&event, str_is_empty(title) ? adding->address : title);
	engine_post_event(adding->engine, &event);
}

static void plan_next(struct adding *adding, const struct feed *document)
{
	const struct schedule_facts facts = {
		.now = engine_now(adding->engine),
		.headers = adding->headers,
		.ttl_minutes = document->ttl_minutes,
		.skip_hours = document->skip_hours,
	};
	struct schedule schedule = schedule_next(&facts);

	adding->answer.next = schedule.next;
	adding->answer.not_before = schedule.not_before;
}

static bool put(struct adding *adding, const struct store_feed *feed, int64_t id, const struct feed *document,
	struct store_put_result *result, struct error *error)
{
	struct engine *engine = adding->engine;
	int64_t now = engine_now(engine);
	struct arena arena = {0};
	struct store_prepared *prepared = store_prepare(document, &arena);
	bool is_done;

	store_prepare_rules(prepared, engine->rules, feed, now, &arena);
	is_done = store_put_prepared(engine->store, id, prepared, &adding->answer, now, result, error);
	arena_finish(&arena);
	return is_done;
}

static bool store_subscription(struct adding *adding, const struct feed *document, struct error *error)
{
	struct engine *engine = adding->engine;
	struct job *job = adding->job;
	struct store_put_result result = {0};
	int64_t id = 0;
	const struct store_feed feed = {
		.address = adding->address,
		.user_title = str_is_empty(job->title) ? STR_NONE : job->title,
		.folder = job->folder.data ? job->folder : STR(""),
		.is_full_text = job->flag,
		.keeps_cookies = job->keeps_cookies,
		.added = engine_now(engine),
	};

	plan_next(adding, document);
	if (!store_feed_add(engine->store, &feed, &id, error) ||
		!put(adding, &feed, id, document, &result, error))
		return false;
	tell_added(adding, id, document, &result);
	for (size_t i = 0; job->flag && i < result.fresh; i++)
		fetch_page(engine, job, result.first + (int64_t)i, false);
	engine->upkeep.indexes = true;
	return true;
}

static bool is_about_comments(const struct feed_link *link)
{
	return str_find_nocase(link->title, STR("comment"), 0) != STR_NPOS ||
	       str_find_nocase(link->url, STR("comments"), 0) != STR_NPOS;
}

/* The first feed that a page names, but not that of its comments while there is another. */
static const struct feed_link *choose_link(const struct feed *page)
{
	const struct feed_link *chosen = NULL;

	for (size_t i = 0; i < page->links.count; i++) {
		const struct feed_link *link = &page->links.items[i];

		if (url_is_web(link->url) &&
			(chosen == NULL || (is_about_comments(chosen) && !is_about_comments(link))))
			chosen = link;
	}
	return chosen;
}

/* The user is told what else there is to subscribe to. */
static void offer_others(struct adding *adding, const struct feed *page, const struct feed_link *chosen)
{
	for (size_t i = 0; i < page->links.count && i < OFFERS_MOST; i++) {
		const struct feed_link *link = &page->links.items[i];
		struct engine_event event = job_event(adding->job, EVENT_FEED_OFFERED);

		if (link == chosen || !url_is_web(link->url) || str_equal(link->url, chosen->url))
			continue;
		event_set_message(&event, str_is_empty(link->title)
						  ? link->url
						  : arena_printf(&adding->job->arena, "%.*s (%.*s)",
							    STR_ARG(link->url), STR_ARG(link->title)));
		engine_post_event(adding->engine, &event);
	}
}

static void ask(struct adding *adding);

static void follow_page(struct adding *adding, const struct feed *page)
{
	const struct feed_link *link = choose_link(page);
	struct error error = {0};

	if (link == NULL || adding->page.data) {
		fail(&error, ERROR_NOT_A_FEED, 0, "%.*s is a web page that names no feed",
			STR_ARG(adding->address));
		end_failed(adding, &error);
		return;
	}
	offer_others(adding, page, link);
	adding->page = adding->address;
	adding->address = arena_copy(&adding->job->arena, link->url);
	ask(adding);
}

static bool is_feed(const struct adding *adding, const struct feed *document, struct error *error)
{
	return document->format != FORMAT_TEXT ||
	       fail(error, ERROR_NOT_A_FEED, 0, "%.*s is plain text and no feed", STR_ARG(adding->address));
}

static void take_document(struct engine *engine, struct task *task)
{
	struct adding *adding = task->owner;
	const struct feed *document = &task->feed;
	struct error error = task->error;

	(void)engine;
	adding->answer.document_hash = task->hash;
	adding->answer.attempt.bytes = task->bytes_read;
	if (task->is_loaded && document->format == FORMAT_HTML)
		follow_page(adding, document);
	else if (!task->is_loaded || !is_feed(adding, document, &error) ||
		 !store_subscription(adding, document, &error))
		end_failed(adding, &error);
	else
		job_end_part(adding->engine, adding->job);
	task_destroy(task);
}

static void keep_headers(struct adding *adding, const struct fetch_response *response)
{
	struct arena *arena = &adding->job->arena;
	struct store_answer *answer = &adding->answer;

	adding->headers = schedule_headers(response, arena);
	answer->etag = arena_copy(arena, response->etag);
	answer->last_modified = arena_copy(arena, response->last_modified);
	answer->cookies = arena_copy(arena, response->cookies);
	answer->attempt.time = engine_now(adding->engine);
	answer->attempt.status = (int)response->status;
	answer->attempt.duration_ms = response->took_ms;
	if (response->moved_to.data)
		adding->address = arena_copy(arena, response->moved_to);
	adding->base = arena_copy(arena, response->address);
	adding->media_type = arena_copy(arena, response->media_type);
}

static struct task *document_task(struct adding *adding)
{
	struct task *task = task_create(take_document, adding);

	task->source.name = adding->address;
	task->source.base = adding->base;
	task->source.media_type = adding->media_type;
	return task;
}

/* "example.org/feed" of a server that has no TLS. */
static bool ask_without_tls(struct adding *adding, const struct fetch_response *response)
{
	if (response->was_reached || !str_starts_with(adding->address, STR("https:")) || adding->page.data ||
		!subscription_has_no_scheme(adding->job->text))
		return false;
	adding->address = arena_join(
		&adding->job->arena, STR("http:"), str_from_offset(adding->address, strlen("https:")));
	ask(adding);
	return true;
}

static void take_answer(struct fetch_response *response, void *context)
{
	struct adding *adding = context;
	struct task *task;

	if (response->error.code != ERROR_NONE && !response->is_held && ask_without_tls(adding, response))
		return;
	engine_heed(adding->engine, response);
	if (response->error.code != ERROR_NONE) {
		fail_in(&response->error, "%.*s", STR_ARG(adding->address));
		end_failed(adding, &response->error);
		return;
	}
	keep_headers(adding, response);
	task = document_task(adding);
	task->bytes = response->body;
	response->body = (struct buffer){0};
	engine_give_task(adding->engine, task);
}

static void ask(struct adding *adding)
{
	struct fetch_request request = {
		.address = adding->address,
		.keeps_cookies = adding->job->keeps_cookies,
		.cookies = adding->answer.cookies,
		.group = adding->job,
	};
	struct task *task;

	if (!local_is_address(adding->address)) {
		engine_fetch(adding->engine, &request, take_answer, adding);
		return;
	}
	adding->answer.attempt.time = engine_now(adding->engine);
	task = document_task(adding);
	task->local_address = adding->address;
	task->source.is_local = true;
	engine_give_task(adding->engine, task);
}

static bool is_new(struct adding *adding, struct error *error)
{
	struct engine *engine = adding->engine;
	struct store_feed feed = {0};
	int64_t id;

	if (adding->address.data == NULL)
		return fail(error, ERROR_USAGE, 0, "\"%.*s\" is no address of a feed or a page",
			STR_ARG(adding->job->text));
	id = store_feed_find(engine->store, adding->address);
	if (id == 0 || !store_feed_get(engine->store, id, &adding->job->arena, &feed, NULL) ||
		!feed.is_subscribed || feed.is_local)
		return true;
	return fail(error, ERROR_USAGE, 0, "this is subscribed to already: %.*s",
		STR_ARG(store_feed_name(&feed)));
}

void do_add_feed(struct engine *engine, struct job *job)
{
	struct adding *adding = ARENA_NEW(&job->arena, struct adding);
	struct error error = {0};

	*adding = (struct adding){.engine = engine, .job = job};
	adding->address = subscription_address(&job->arena, job->text);
	job->open_parts++;
	if (is_new(adding, &error))
		ask(adding);
	else
		end_failed(adding, &error);
}
