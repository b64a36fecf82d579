#include "dateline/refresh/subscription.h"
#include "job.h"

#include "dateline/base/url.h"
#include "dateline/net/local.h"

#define NUMBER_MOST 100000000

/* What the user may change of a feed: one row each. */

typedef bool set_property(
	struct store_feed *feed, struct arena *arena, struct str value, struct error *error);

static bool set_title(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	(void)error;
	feed->user_title = str_is_empty(value) ? STR_NONE : value;
	return true;
}

static bool set_address(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	if (!url_is_web(value) && !local_is_address(value))
		return fail(error, ERROR_USAGE, 0,
			"\"%.*s\" is no address of a feed (http, https, file or exec)", STR_ARG(value));
	feed->address = value;
	return true;
}

static bool set_folder(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	(void)error;
	feed->folder = value;
	return true;
}

static bool set_tags(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	struct str tag;

	(void)error;
	feed->tags = (struct str_list){0};
	while (str_next(&value, ',', &tag)) {
		tag = str_trim(tag);
		if (!str_is_empty(tag))
			*LIST_PUSH(arena, &feed->tags) = tag;
	}
	return true;
}

static bool read_number(struct str value, unsigned *out, struct error *error)
{
	int64_t number;

	if (!str_to_int64(value, &number) || number < 0 || number > NUMBER_MOST)
		return fail(error, ERROR_USAGE, 0, "\"%.*s\" is no number from 0 to %d", STR_ARG(value),
			NUMBER_MOST);
	*out = (unsigned)number;
	return true;
}

static bool read_switch(struct str value, bool *out, struct error *error)
{
	static const struct str yes[] = {STR_INIT("yes"), STR_INIT("on"), STR_INIT("1"), STR_INIT("true")};
	static const struct str no[] = {STR_INIT("no"), STR_INIT("off"), STR_INIT("0"), STR_INIT("false")};

	for (size_t i = 0; i < COUNT_OF(yes); i++) {
		if (str_equal_nocase(value, yes[i]) || str_equal_nocase(value, no[i])) {
			*out = str_equal_nocase(value, yes[i]);
			return true;
		}
	}
	return fail(error, ERROR_USAGE, 0, "\"%.*s\" is neither yes nor no", STR_ARG(value));
}

static bool set_interval(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	return read_number(value, &feed->interval_minutes, error);
}

static bool set_mute(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	return read_switch(value, &feed->is_muted, error);
}

static bool set_full_text(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	return read_switch(value, &feed->is_full_text, error);
}

static bool set_user_agent(
	struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	(void)error;
	feed->user_agent = str_is_empty(value) ? STR_NONE : value;
	return true;
}

static bool set_headers(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	struct str rest = value, line;

	(void)arena;
	while (str_next(&rest, '\n', &line))
		if (!str_is_empty(str_trim(line)) && str_find_char(line, ':', 0) == STR_NPOS)
			return fail(error, ERROR_USAGE, 0, "\"%.*s\" is no header: \"Name: value\" is",
				STR_ARG(line));
	feed->headers = str_is_empty(value) ? STR_NONE : value;
	return true;
}

static bool set_credentials(
	struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	(void)error;
	feed->credentials_command = str_is_empty(value) ? STR_NONE : value;
	return true;
}

static bool set_keep_days(struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	return read_number(value, &feed->keep_days, error);
}

static bool set_keep_count(
	struct store_feed *feed, struct arena *arena, struct str value, struct error *error)
{
	(void)arena;
	return read_number(value, &feed->keep_count, error);
}

static const struct {
	struct str name;
	set_property *set;
} properties[] = {
	{STR_INIT("title"), set_title},
	{STR_INIT("address"), set_address},
	{STR_INIT("folder"), set_folder},
	{STR_INIT("tags"), set_tags},
	{STR_INIT("interval"), set_interval},
	{STR_INIT("mute"), set_mute},
	{STR_INIT("full-text"), set_full_text},
	{STR_INIT("user-agent"), set_user_agent},
	{STR_INIT("headers"), set_headers},
	{STR_INIT("credentials"), set_credentials},
	{STR_INIT("keep-days"), set_keep_days},
	{STR_INIT("keep-count"), set_keep_count},
};

bool subscription_set(struct store_feed *feed, struct arena *arena, struct str property, struct str value,
	struct error *error)
{
	for (size_t i = 0; i < COUNT_OF(properties); i++)
		if (str_equal(property, properties[i].name))
			return properties[i].set(feed, arena, value, error);
	return fail(error, ERROR_USAGE, 0, "a feed has no property \"%.*s\"", STR_ARG(property));
}

/* A feed: link is clicked on a page, which says nothing of commands and files: it leads to the web. */
static struct str address_of_feed_link(struct arena *arena, struct str typed)
{
	if (str_starts_with_nocase(typed, STR("feed://")))
		typed = arena_join(arena, STR("http://"), str_from_offset(typed, 7));
	else
		typed = str_from_offset(typed, 5);
	return url_is_web(typed) ? typed : STR_NONE;
}

struct str subscription_address(struct arena *arena, struct str typed)
{
	typed = str_trim(typed);
	if (str_starts_with_nocase(typed, STR("feed:")))
		return address_of_feed_link(arena, typed);
	if (url_is_web(typed) || local_is_address(typed))
		return typed;
	if (url_is_absolute(typed) || str_find_char(typed, ' ', 0) != STR_NPOS ||
		str_find_char(typed, '.', 0) == STR_NPOS)
		return STR_NONE;
	typed = arena_join(arena, STR("https://"), typed);
	return url_is_web(typed) ? typed : STR_NONE;
}

static void tell_change(struct engine *engine, struct job *job)
{
	struct engine_event event = job_event(job, EVENT_FEED_CHANGED);

	event.feed = job->id;
	engine_post_event(engine, &event);
}

void do_change_feed(struct engine *engine, struct job *job)
{
	struct store_feed feed = {0};
	struct error error = {0};

	if (store_feed_get(engine->store, job->id, &job->arena, &feed, &error) &&
		subscription_set(&feed, &job->arena, job->title, job->text, &error) &&
		store_feed_change(engine->store, &feed, engine_now(engine), &error))
		tell_change(engine, job);
	else
		job_fail(engine, job, &error);
}

void do_remove_feed(struct engine *engine, struct job *job)
{
	struct error error = {0};

	if (store_feed_remove(engine->store, job->id, engine_now(engine), &error))
		tell_change(engine, job);
	else
		job_fail(engine, job, &error);
}
