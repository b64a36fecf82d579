#include "job.h"

#include "dateline/net/local.h"
#include "dateline/store/articles.h"
#include "schedule.h"

#include <stdio.h>
#include <string.h>

#define PAGES_MOST 50 /* full texts fetched for one feed in one refresh */

/* One feed on its way from its address into the library. */
struct download {
	struct engine *engine;
	struct job *job;
	struct store_feed *feed;
	struct store_answer answer; /* texts in the job's arena */
	struct answer_headers headers;
	struct str address, media_type;
	bool was_reached;
	struct str user, password;
};

/* ---- how it ends */

static void tell(struct download *download, enum engine_event_kind kind,
	const struct store_put_result *result, const struct error *error)
{
	struct engine_event event = job_event(download->job, kind);

	event.feed = download->feed->id;
	event_set_message(&event, store_feed_name(download->feed));
	if (result) {
		event.fresh = result->fresh;
		event.count = result->changed;
	}
	if (error)
		event.error = *error;
	engine_post_event(download->engine, &event);
}

static void tell_progress(struct download *download)
{
	struct job *job = download->job;
	struct engine_event event = job_event(job, EVENT_REFRESH_PROGRESS);

	event.done = job->done;
	event.total = job->total;
	event.failed = job->failed;
	event.fresh = job->fresh;
	engine_post_event(download->engine, &event);
}

static void end_download(struct download *download)
{
	struct job *job = download->job;

	job->done++;
	tell_progress(download);
	job_end_part(download->engine, job);
}

static void plan_next(struct download *download, const struct feed *document, unsigned failure_count)
{
	const struct store_feed *feed = download->feed;
	const struct schedule_facts facts = {
		.now = engine_now(download->engine),
		.headers = download->headers,
		.interval_minutes = feed->interval_minutes,
		.ttl_minutes = document ? document->ttl_minutes : feed->ttl_minutes,
		.skip_hours = document ? document->skip_hours : feed->skip_hours,
		.failure_count = failure_count,
		.was_reached = download->was_reached,
		.random = engine_random(download->engine),
	};
	struct schedule schedule = schedule_next(&facts);

	download->answer.next = schedule.next;
	download->answer.not_before = schedule.not_before;
}

static void tell_wait(struct download *download, struct error *error)
{
	int64_t minutes = (download->answer.not_before - download->answer.attempt.time + 59) / 60;
	size_t length = strlen(error->message);

	if (minutes > 0)
		snprintf(error->message + length, sizeof error->message - length,
			"; it asks to be left alone for %lld min", (long long)minutes);
}

static void end_failed(struct download *download, const struct error *cause)
{
	struct store_answer *answer = &download->answer;
	struct error error = *cause, store_error = {0};
	bool is_gone = answer->attempt.status == 410;

	plan_next(download, NULL, download->feed->failure_count + 1);
	tell_wait(download, &error);
	answer->attempt.failed = true;
	answer->attempt.cause = str_from(error.message);
	answer->is_gone = is_gone;
	answer->moved_to = STR_NONE;
	download->job->failed++;
	if (!store_put_answer(download->engine->store, download->feed->id, answer, &store_error))
		error = store_error;
	tell(download, EVENT_FEED_FAILED, NULL, &error);
	if (is_gone)
		tell(download, EVENT_FEED_GONE, NULL, NULL);
	end_download(download);
}

/* Its host has just asked to be left alone: nothing is known of this feed, and it did not fail. */
static void end_held(struct download *download, const struct error *error)
{
	struct job *job = download->job;

	job->total--;
	if (job->flag)
		tell(download, EVENT_FEED_WAITS, NULL, error);
	else
		job->not_due++;
	tell_progress(download);
	job_end_part(download->engine, job);
}

/* The disk is full, say: what came is not in the library, and the validators must not say that it is. */
static void end_unstored(struct download *download, const struct error *error)
{
	download->job->failed++;
	tell(download, EVENT_FEED_FAILED, NULL, error);
	end_download(download);
}

static void tell_move(struct download *download)
{
	struct engine_event event = job_event(download->job, EVENT_FEED_MOVED);

	if (download->answer.moved_to.data == NULL)
		return;
	event.feed = download->feed->id;
	event_set_message(&event, download->answer.moved_to);
	engine_post_event(download->engine, &event);
}

static void end_unchanged(struct download *download)
{
	struct store_put_result nothing = {0};
	struct error error = {0};

	plan_next(download, NULL, 0);
	if (!store_put_answer(download->engine->store, download->feed->id, &download->answer, &error)) {
		end_unstored(download, &error);
		return;
	}
	tell_move(download);
	tell(download, EVENT_FEED_UPDATED, &nothing, NULL);
	end_download(download);
}

static void fetch_pages(struct download *download, const struct store_put_result *result)
{
	size_t count = result->fresh < PAGES_MOST ? result->fresh : PAGES_MOST;

	if (!download->feed->is_full_text)
		return;
	for (size_t i = 0; i < count; i++)
		fetch_page(download->engine, download->job, result->first + (int64_t)i, false);
}

/* What was repaired last: of XML the fault as libxml2 names it. */
static struct str repair_of(const struct feed *document)
{
	const struct str_list *list = &document->warnings.list;

	return list->count ? list->items[list->count - 1] : STR_NONE;
}

static void end_stored(struct download *download, const struct task *task)
{
	struct engine *engine = download->engine;
	struct store_put_result result = {0};
	struct error error = {0};

	plan_next(download, &task->feed, 0);
	download->answer.attempt.cause = repair_of(&task->feed);
	if (!store_put_prepared(engine->store, download->feed->id, task->prepared, &download->answer,
		    engine_now(engine), &result, &error)) {
		end_unstored(download, &error);
		return;
	}
	download->job->fresh += result.fresh;
	download->job->hidden += result.hidden;
	tell_move(download);
	tell(download, EVENT_FEED_UPDATED, &result, NULL);
	fetch_pages(download, &result);
	end_download(download);
}

/* ---- what came */

static bool is_feed(const struct feed *document, struct error *error)
{
	if (document->format == FORMAT_HTML)
		return fail(error, ERROR_NOT_A_FEED, 0,
			"a web page came instead of the feed (a sign-in page, perhaps)");
	if (document->format == FORMAT_TEXT)
		return fail(error, ERROR_NOT_A_FEED, 0, "plain text came instead of the feed");
	if (document->articles.count == 0 && document->warnings.is_cut)
		return fail(error, ERROR_MALFORMED, 0, "no article could be read of what came: %.*s",
			STR_ARG(repair_of(document)));
	return true;
}

/* The loader's sentence begins with the address, which stands before it already wherever this one is shown.
 */
static void drop_address(const struct download *download, struct error *error)
{
	struct str message = str_from(error->message), address = download->feed->address;

	if (str_starts_with(message, address) &&
		str_starts_with(str_from_offset(message, address.length), STR(": ")))
		memmove(error->message, error->message + address.length + 2,
			message.length - address.length - 1);
}

static void take_document(struct engine *engine, struct task *task)
{
	struct download *download = task->owner;
	struct error error = task->error;

	(void)engine;
	drop_address(download, &error);
	download->answer.attempt.bytes = task->bytes_read;
	download->answer.document_hash = task->hash;
	if (task->is_same)
		end_unchanged(download);
	else if (!task->is_loaded || !is_feed(&task->feed, &error))
		end_failed(download, &error);
	else
		end_stored(download, task);
	task_destroy(task);
}

static struct task *document_task(struct download *download)
{
	struct task *task = task_create(take_document, download);

	task->source.name = download->feed->address;
	task->known_hash = download->feed->articles ? download->feed->document_hash : 0;
	task->is_first = download->feed->articles == 0;
	task->rules = download->engine->rules;
	task->subscription = download->feed;
	task->now = engine_now(download->engine);
	return task;
}

static void give_document(struct download *download, struct buffer *body)
{
	struct task *task = document_task(download);

	task->bytes = *body;
	*body = (struct buffer){0};
	task->source.base = download->address;
	task->source.media_type = download->media_type;
	engine_give_task(download->engine, task);
}

/* A new address is taken when no other feed has it: two feeds that become one stay two. */
static struct str new_address(struct download *download, const struct fetch_response *response)
{
	int64_t other =
		response->moved_to.data ? store_feed_find(download->engine->store, response->moved_to) : 0;

	if (response->moved_to.data == NULL || (other && other != download->feed->id) ||
		str_equal(response->moved_to, download->feed->address))
		return STR_NONE;
	return arena_copy(&download->job->arena, response->moved_to);
}

static void keep_headers(struct download *download, const struct fetch_response *response)
{
	struct arena *arena = &download->job->arena;
	struct store_answer *answer = &download->answer;
	bool is_304 = response->status == 304;

	download->headers = schedule_headers(response, arena);
	answer->etag = arena_copy(arena, response->etag);
	answer->last_modified = arena_copy(arena, response->last_modified);
	if (is_304 && answer->etag.data == NULL)
		answer->etag = download->feed->etag;
	if (is_304 && answer->last_modified.data == NULL)
		answer->last_modified = download->feed->last_modified;
	if (!str_equal(response->cookies, download->feed->cookies))
		answer->cookies = arena_copy(arena, response->cookies);
	answer->moved_to = new_address(download, response);
	answer->attempt.time = engine_now(download->engine);
	answer->attempt.status = (int)response->status;
	answer->attempt.duration_ms = response->took_ms;
	download->was_reached = response->was_reached;
}

/* Validators without articles are worth nothing: the feed is asked for whole. */
static bool has_validators(const struct store_feed *feed)
{
	return feed->articles > 0 && (feed->etag.data || feed->last_modified.data);
}

static void take_answer(struct fetch_response *response, void *context)
{
	struct download *download = context;
	struct error error = response->error;

	if (response->is_held) {
		end_held(download, &error);
		return;
	}
	engine_heed(download->engine, response);
	keep_headers(download, response);
	if (error.code == ERROR_NONE && response->status == 304 && !has_validators(download->feed))
		fail(&error, ERROR_HTTP, 0,
			"the server says that nothing changed, but was not asked that (304)");
	if (error.code != ERROR_NONE) {
		end_failed(download, &error);
		return;
	}
	if (response->status == 304) {
		end_unchanged(download);
		return;
	}
	download->address = arena_copy(&download->job->arena, response->address);
	download->media_type = arena_copy(&download->job->arena, response->media_type);
	give_document(download, &response->body);
}

/* ---- asking */

static void ask(struct download *download)
{
	const struct store_feed *feed = download->feed;
	struct fetch_request request = {
		.address = feed->address,
		.accept = STR(
			"application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
			"text/xml;q=0.9, */*;q=0.8"),
		.user_agent = feed->user_agent,
		.headers = feed->headers,
		.keeps_cookies = feed->keeps_cookies,
		.cookies = feed->cookies,
		.user = download->user,
		.password = download->password,
		.group = download->job,
	};

	if (has_validators(feed)) {
		request.etag = feed->etag;
		request.last_modified = feed->last_modified;
	}
	engine_fetch(download->engine, &request, take_answer, download);
}

/* The first line that the command printed is USER:PASSWORD. */
static void take_credentials(struct engine *engine, struct task *task)
{
	struct download *download = task->owner;
	struct arena *arena = &download->job->arena;
	struct str rest = buffer_str(&task->bytes), line = STR("");
	size_t colon;

	(void)engine;
	str_next(&rest, '\n', &line);
	line = str_trim(line);
	colon = str_find_char(line, ':', 0);
	if (task->is_loaded && colon == STR_NPOS)
		fail(&task->error, ERROR_UNREADABLE, 0, "it prints no USER:PASSWORD");
	if (!task->is_loaded || colon == STR_NPOS) {
		fail_in(&task->error, "the command for the password");
		download->answer.attempt.time = engine_now(engine);
		end_failed(download, &task->error);
	} else {
		download->user = arena_copy(arena, str_slice(line, 0, colon));
		download->password = arena_copy(arena, str_from_offset(line, colon + 1));
		ask(download);
	}
	task_destroy(task);
}

static void ask_for_credentials(struct download *download)
{
	struct task *task = task_create(take_credentials, download);

	task->reads_only = true;
	task->local_address = arena_join(&task->arena, STR("exec:"), download->feed->credentials_command);
	engine_give_task(download->engine, task);
}

static void read_local(struct download *download)
{
	struct task *task = document_task(download);

	download->was_reached = true;
	download->answer.attempt.time = engine_now(download->engine);
	task->local_address = download->feed->address;
	task->source.is_local = true;
	engine_give_task(download->engine, task);
}

static void begin(struct engine *engine, struct job *job, struct store_feed *feed)
{
	struct download *download = ARENA_NEW(&job->arena, struct download);

	*download = (struct download){.engine = engine, .job = job, .feed = feed};
	job->open_parts++;
	job->total++;
	if (local_is_address(feed->address))
		read_local(download);
	else if (!str_is_empty(feed->credentials_command))
		ask_for_credentials(download);
	else
		ask(download);
}

/* ---- which */

static bool is_wanted(const struct job *job, const struct store_feed *feed)
{
	if (feed->is_local)
		return false;
	if (job->id_count == 0)
		return !feed->is_muted;
	for (size_t i = 0; i < job->id_count; i++)
		if (job->ids[i] == feed->id)
			return true;
	return false;
}

/* Hours that a feed excludes count while it is asked as it wishes, and may be asked at another hour at all.
 */
static bool is_excluded(const struct store_feed *feed, int64_t now)
{
	return feed->interval_minutes == 0 && schedule_skip(feed->skip_hours, now) != now;
}

/* A feed that is left alone although the user asked is said; one whose next answer is simply not due is not.
 */
static void tell_waiting(struct engine *engine, struct job *job, const struct store_feed *feed, int64_t now)
{
	struct engine_event event = job_event(job, EVENT_FEED_WAITS);
	int64_t next = is_excluded(feed, now) ? schedule_skip(feed->skip_hours, now) : feed->next;
	int64_t minutes = ((feed->next > next ? feed->next : next) - now + 59) / 60;

	if (feed->failure_count == 0 && !job->flag) {
		job->not_due++;
		return;
	}
	event.feed = feed->id;
	event_set_message(&event, store_feed_name(feed));
	fail(&event.error, ERROR_NETWORK, 0, "not asked again for %lld min: %.*s", (long long)minutes,
		STR_ARG(feed->cause.data ? feed->cause : STR("its server asks to be left alone")));
	engine_post_event(engine, &event);
}

static bool is_due(const struct job *job, const struct store_feed *feed, int64_t now)
{
	return feed->not_before <= now && (job->flag || (feed->next <= now && !is_excluded(feed, now)));
}

static void finish_refresh(struct engine *engine, struct job *job)
{
	struct engine_event event = job_event(job, EVENT_REFRESH_DONE);

	event.done = job->done;
	event.total = job->total;
	event.failed = job->failed;
	event.fresh = job->fresh;
	event.hidden = job->hidden;
	event.count = job->not_due;
	event.was_stopped = job->is_stopped;
	engine_post_event(engine, &event);
	upkeep_want_all(engine);
}

/* What hosts asked for stands with the feeds that they answered so, also from other runs of the program. */
static void heed_hosts(struct engine *engine, const struct store_feed_list *feeds, int64_t now)
{
	fetcher_visit_all(engine->fetcher);
	for (size_t i = 0; i < feeds->count; i++)
		if (feeds->items[i].failure_count && feeds->items[i].not_before > now)
			fetcher_leave_alone(
				engine->fetcher, feeds->items[i].address, feeds->items[i].not_before - now);
}

void do_refresh(struct engine *engine, struct job *job)
{
	struct store_feed_list feeds = {0};
	int64_t now = engine_now(engine);
	struct error error = {0};

	apply_rules(engine, job);
	if (!store_feeds(engine->store, STORE_FEEDS_SUBSCRIBED, now, &job->arena, &feeds, &error)) {
		job_fail(engine, job, &error);
		return;
	}
	job->finish = finish_refresh;
	heed_hosts(engine, &feeds, now);
	for (size_t i = 0; i < feeds.count; i++) {
		struct store_feed *feed = &feeds.items[i];

		if (!is_wanted(job, feed))
			continue;
		if (is_due(job, feed, now))
			begin(engine, job, feed);
		else
			tell_waiting(engine, job, feed, now);
	}
}

/* What was fetched already is still stored; what was not is given up. */
void do_stop_refresh(struct engine *engine, struct job *stop)
{
	struct job *job = engine->active, *next;

	(void)stop;
	for (; job; job = next) {
		next = job->next_active;
		if (job->start != do_refresh)
			continue;
		job->is_stopped = true;
		for (size_t left = fetcher_abandon(engine->fetcher, job); left; left--)
			job_end_part(engine, job);
	}
}
