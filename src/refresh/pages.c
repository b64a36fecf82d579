#include "job.h"

#include "dateline/base/url.h"
#include "dateline/store/articles.h"

/* The page of an article, on its way to be its full text. */
struct page_part {
	struct engine *engine;
	struct job *job;
	int64_t article;
	bool tells_failure;
};

static void end_page(struct page_part *part, const struct error *error)
{
	struct engine_event event = job_event(part->job, error ? EVENT_JOB_FAILED : EVENT_PAGE_STORED);

	event.article = part->article;
	if (error)
		event.error = *error;
	if (error == NULL || part->tells_failure)
		engine_post_event(part->engine, &event);
	job_end_part(part->engine, part->job);
}

static bool store_page(struct engine *engine, int64_t article, const struct task *task, struct error *error)
{
	const struct feed *page = &task->feed;

	if (!task->is_loaded) {
		*error = task->error;
		return false;
	}
	if (page->format != FORMAT_HTML || page->articles.count == 0 ||
		page->articles.items[0].blocks.count == 0)
		return fail(error, ERROR_UNSUPPORTED, 0, "no article text is found at its address");
	return store_put_page(engine->store, article, &page->articles.items[0], engine_now(engine), error);
}

static void take_page(struct engine *engine, struct task *task)
{
	struct page_part *part = task->owner;
	struct error error = {0};
	bool is_stored = store_page(engine, part->article, task, &error);

	engine->upkeep.indexes |= is_stored;
	task_destroy(task);
	end_page(part, is_stored ? NULL : &error);
}

static void take_answer(struct fetch_response *response, void *context)
{
	struct page_part *part = context;
	struct task *task;

	engine_heed(part->engine, response);
	if (response->error.code != ERROR_NONE) {
		end_page(part, &response->error);
		return;
	}
	task = task_create(take_page, part);
	task->bytes = response->body;
	response->body = (struct buffer){0};
	task->source.name = task->source.base = arena_copy(&task->arena, response->address);
	task->source.media_type = arena_copy(&task->arena, response->media_type);
	engine_give_task(part->engine, task);
}

/* Whose feed it is may be told who asks; nobody else, and not without the TLS that the feed is asked with. */
static bool is_of_feed(struct str page, struct str feed)
{
	struct url one, other;

	url_split(page, &one);
	url_split(feed, &other);
	return str_equal_nocase(one.host, other.host) && str_equal(one.port, other.port) &&
	       (str_equal_nocase(one.scheme, other.scheme) ||
		       (one.port.length == 0 && str_equal_nocase(one.scheme, STR("https"))));
}

/* The page is asked for as its feed is: the same agent, headers and cookies. */
static bool ask_as_feed(struct engine *engine, struct job *job, int64_t id, struct fetch_request *request,
	struct error *error)
{
	struct store_feed feed = {0};

	if (!store_feed_get(engine->store, id, &job->arena, &feed, error))
		return false;
	if (!is_of_feed(request->address, feed.address))
		return true;
	request->user_agent = feed.user_agent;
	request->headers = feed.headers;
	request->keeps_cookies = feed.keeps_cookies;
	request->cookies = feed.cookies;
	return true;
}

static bool find_link(struct engine *engine, struct job *job, int64_t article, struct fetch_request *request,
	struct error *error)
{
	struct store_entry entry = {0};

	if (!store_article_get(engine->store, article, STORE_CONTENT_NONE, &job->arena, &entry, error))
		return false;
	request->address = entry.article.link;
	if (!url_is_web(request->address))
		return fail(error, ERROR_UNSUPPORTED, 0, "this article has no page on the web");
	return ask_as_feed(engine, job, entry.feed, request, error);
}

void fetch_page(struct engine *engine, struct job *job, int64_t article, bool tells_failure)
{
	struct page_part *part = ARENA_NEW(&job->arena, struct page_part);
	struct fetch_request request = {
		.accept = STR("text/html, application/xhtml+xml;q=0.9, */*;q=0.5"), .group = job};
	struct error error = {0};

	*part = (struct page_part){engine, job, article, tells_failure};
	job->open_parts++;
	if (find_link(engine, job, article, &request, &error))
		engine_fetch(engine, &request, take_answer, part);
	else
		end_page(part, &error);
}

void do_fetch_page(struct engine *engine, struct job *job)
{
	fetch_page(engine, job, job->id, true);
}
