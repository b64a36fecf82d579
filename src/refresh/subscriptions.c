#include "dateline/refresh/subscription.h"
#include "job.h"

#include "dateline/base/url.h"
#include "dateline/net/local.h"

#include <string.h>

#define NUMBER_MOST 100000000

/* How the value of a property is written, and where it stands. */
enum value_type { VALUE_TEXT, VALUE_ADDRESS, VALUE_HEADERS, VALUE_TAGS, VALUE_NUMBER, VALUE_SWITCH };

#define AT(member) offsetof(struct store_feed, member)

static const struct {
	enum value_type type;
	size_t offset;
} values[] = {
	{VALUE_TEXT, AT(user_title)},
	{VALUE_ADDRESS, AT(address)},
	{VALUE_TEXT, AT(folder)},
	{VALUE_TAGS, AT(tags)},
	{VALUE_NUMBER, AT(interval_minutes)},
	{VALUE_SWITCH, AT(is_muted)},
	{VALUE_SWITCH, AT(is_full_text)},
	{VALUE_SWITCH, AT(keeps_cookies)},
	{VALUE_TEXT, AT(user_agent)},
	{VALUE_HEADERS, AT(headers)},
	{VALUE_TEXT, AT(credentials_command)},
	{VALUE_NUMBER, AT(keep_days)},
	{VALUE_NUMBER, AT(keep_count)},
};

const struct subscription_property subscription_properties[] = {
	{STR_INIT("title"), "your own name for it; empty: the feed's"},
	{STR_INIT("address"), "where it is asked for; its articles stay"},
	{STR_INIT("folder"), "a/b is b in a; empty: none"},
	{STR_INIT("tags"), "parted by commas"},
	{STR_INIT("interval"), "minutes between two requests; 0: as the feed says"},
	{STR_INIT("mute"), "yes: it is not asked any more"},
	{STR_INIT("full-text"), "yes: the page of each new article is fetched"},
	{STR_INIT("cookies"), "yes: those that its servers set are kept and sent back"},
	{STR_INIT("user-agent"), "what it is asked as; empty: dateline"},
	{STR_INIT("headers"), "further headers, \"Name: value\", one in a line"},
	{STR_INIT("credentials"), "a command that prints USER:PASSWORD"},
	{STR_INIT("keep-days"), "how long its read articles are kept; 0: as the configuration says"},
	{STR_INIT("keep-count"), "how many of them; 0: as the configuration says"},
};

const size_t subscription_property_count = COUNT_OF(subscription_properties);

_Static_assert(COUNT_OF(values) == COUNT_OF(subscription_properties), "a row for each");

/* ---- values */

static bool check_address(struct str value, struct error *error)
{
	return url_is_web(value) || local_is_address(value) ||
	       fail(error, ERROR_USAGE, 0, "\"%.*s\" is no address of a feed (http, https, file or exec)",
		       STR_ARG(value));
}

static bool check_headers(struct str value, struct error *error)
{
	struct str line;

	while (str_next(&value, '\n', &line))
		if (!str_is_empty(str_trim(line)) && str_find_char(line, ':', 0) == STR_NPOS)
			return fail(error, ERROR_USAGE, 0, "\"%.*s\" is no header: \"Name: value\" is",
				STR_ARG(line));
	return true;
}

static bool read_tags(struct str value, struct arena *arena, struct str_list *tags)
{
	struct str tag;

	*tags = (struct str_list){0};
	while (str_next(&value, ',', &tag)) {
		tag = str_trim(tag);
		if (!str_is_empty(tag))
			*LIST_PUSH(arena, tags) = tag;
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

static bool set_value(
	enum value_type type, void *place, struct arena *arena, struct str value, struct error *error)
{
	switch (type) {
	case VALUE_TAGS:
		return read_tags(value, arena, place);
	case VALUE_NUMBER:
		return read_number(value, place, error);
	case VALUE_SWITCH:
		return read_switch(value, place, error);
	case VALUE_ADDRESS:
		if (!check_address(value, error))
			return false;
		break;
	case VALUE_HEADERS:
		if (!check_headers(value, error))
			return false;
		break;
	case VALUE_TEXT:
		break;
	}
	*(struct str *)place = value.length ? value : STR_NONE;
	return true;
}

static struct str join_tags(struct arena *arena, const struct str_list *tags)
{
	struct str joined = STR("");

	for (size_t i = 0; i < tags->count; i++)
		joined = arena_printf(
			arena, "%.*s%s%.*s", STR_ARG(joined), i ? ", " : "", STR_ARG(tags->items[i]));
	return joined;
}

static struct str value_of(enum value_type type, const void *place, struct arena *arena)
{
	switch (type) {
	case VALUE_TAGS:
		return join_tags(arena, place);
	case VALUE_NUMBER:
		return arena_printf(arena, "%u", *(const unsigned *)place);
	case VALUE_SWITCH:
		return *(const bool *)place ? STR("yes") : STR("no");
	case VALUE_TEXT:
	case VALUE_ADDRESS:
	case VALUE_HEADERS:
		break;
	}
	return ((const struct str *)place)->data ? *(const struct str *)place : STR("");
}

/* ---- properties */

static size_t find_property(struct str name)
{
	size_t i = 0;

	while (i < subscription_property_count && !str_equal(name, subscription_properties[i].name))
		i++;
	return i;
}

bool subscription_set(struct store_feed *feed, struct arena *arena, struct str property, struct str value,
	struct error *error)
{
	size_t i = find_property(property);

	if (i == subscription_property_count)
		return fail(error, ERROR_USAGE, 0, "a feed has no property \"%.*s\"", STR_ARG(property));
	return set_value(values[i].type, (char *)feed + values[i].offset, arena, value, error);
}

struct str subscription_get(const struct store_feed *feed, struct arena *arena, struct str property)
{
	size_t i = find_property(property);

	if (i == subscription_property_count)
		return STR("");
	return value_of(values[i].type, (const char *)feed + values[i].offset, arena);
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

/* "example.org:8080/feed": what stands before the colon looks like a scheme and is none. */
static bool has_port(struct str typed)
{
	size_t colon = str_find_char(typed, ':', 0), end = colon + 1;

	if (colon == STR_NPOS)
		return false;
	while (end < typed.length && ascii_is_digit(typed.data[end]))
		end++;
	return end > colon + 1 && (end == typed.length || strchr("/?#", typed.data[end]));
}

bool subscription_has_no_scheme(struct str typed)
{
	typed = str_trim(typed);
	if (url_is_web(typed) || (url_is_absolute(typed) && !has_port(typed)))
		return false;
	return str_find_char(typed, ' ', 0) == STR_NPOS &&
	       (str_find_char(typed, '.', 0) != STR_NPOS || str_starts_with_nocase(typed, STR("localhost")));
}

struct str subscription_address(struct arena *arena, struct str typed)
{
	typed = str_trim(typed);
	if (str_starts_with_nocase(typed, STR("feed:")))
		return address_of_feed_link(arena, typed);
	if (url_is_web(typed) || local_is_address(typed))
		return typed;
	if (!subscription_has_no_scheme(typed))
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
