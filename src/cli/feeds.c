#include "library.h"

#include "dateline/base/json.h"
#include "dateline/base/utf8.h"
#include "dateline/refresh/subscription.h"

#include <stdio.h>
#include <time.h>

/* ---- one word for how a feed is */

static const char *state_of(const struct store_feed *feed)
{
	if (feed->is_local)
		return "local";
	if (feed->failure_count)
		return "broken";
	if (feed->is_muted)
		return "muted";
	return feed->next == TIME_NONE || feed->next == 0 ? "new" : "good";
}

static const char *time_text(int64_t time, char text[32])
{
	time_t seconds = (time_t)time;
	struct tm parts;

	if (time == TIME_NONE || time == 0 || localtime_r(&seconds, &parts) == NULL)
		return "never";
	strftime(text, 32, "%Y-%m-%d %H:%M", &parts);
	return text;
}

/* ---- as JSON */

static void write_list(struct json_writer *json, const struct str_list *list)
{
	json_open_list(json);
	for (size_t i = 0; i < list->count; i++)
		json_string(json, list->items[i]);
	json_close_list(json);
}

static void write_feed(struct json_writer *json, const struct store_feed *feed)
{
	json_open_object(json);
	json_key(json, "id");
	json_number(json, feed->id);
	json_key(json, "address");
	json_string(json, feed->address);
	json_key(json, "title");
	json_string(json, store_feed_name(feed));
	json_key(json, "link");
	json_string(json, feed->link);
	json_key(json, "folder");
	json_string(json, feed->folder);
	json_key(json, "tags");
	write_list(json, &feed->tags);
	json_key(json, "articles");
	json_number(json, feed->articles);
	json_key(json, "unread");
	json_number(json, feed->unread);
	json_key(json, "starred");
	json_number(json, feed->starred);
	json_key(json, "state");
	json_string(json, str_from(state_of(feed)));
	json_key(json, "failures");
	json_number(json, feed->failure_count);
	json_key(json, "cause");
	json_string(json, feed->cause);
	json_key(json, "next");
	json_time(json, feed->next == 0 ? TIME_NONE : feed->next);
	json_close_object(json);
}

static void print_json(const struct store_feed_list *feeds)
{
	struct buffer out = {0};
	struct json_writer json = {.out = &out};

	json_open_list(&json);
	for (size_t i = 0; i < feeds->count; i++)
		write_feed(&json, &feeds->items[i]);
	json_close_list(&json);
	buffer_add_char(&out, '\n');
	print_buffer(&out);
	buffer_finish(&out);
}

/* ---- as a table */

static void print_row(struct buffer *out, const struct store_feed *feed)
{
	struct arena arena = {0};
	struct str name = utf8_printable(&arena, store_feed_name(feed));

	buffer_printf(out, "%4lld %6lld %7lld  %-6s  %.*s", (long long)feed->id, (long long)feed->unread,
		(long long)feed->articles, state_of(feed), STR_ARG(name));
	if (!str_is_empty(feed->folder)) {
		struct str folder = utf8_printable(&arena, feed->folder);

		buffer_printf(out, "  [%.*s]", STR_ARG(folder));
	}
	if (feed->failure_count) {
		struct str cause = utf8_printable(&arena, feed->cause);

		buffer_printf(out, "\n%30s%.*s", "", STR_ARG(cause));
	}
	buffer_add_char(out, '\n');
	arena_finish(&arena);
}

static void print_table(const struct store_feed_list *feeds)
{
	struct buffer out = {0};

	if (feeds->count)
		buffer_printf(&out, "%4s %6s %7s  %-6s  %s\n", "no.", "unread", "total", "state", "title");
	for (size_t i = 0; i < feeds->count; i++)
		print_row(&out, &feeds->items[i]);
	print_buffer(&out);
	buffer_finish(&out);
}

/* ---- one feed in full */

static void print_field(struct buffer *out, const char *name, struct str value)
{
	struct arena arena = {0};

	value = utf8_printable(&arena, value);
	if (!str_is_empty(value))
		buffer_printf(out, "%-12s %.*s\n", name, STR_ARG(value));
	arena_finish(&arena);
}

/* What the user has set, but for what stands above already. */
static void print_settings(struct buffer *out, const struct store_feed *feed, struct arena *arena)
{
	static const struct str shown[] = {
		STR_INIT("title"), STR_INIT("address"), STR_INIT("folder"), STR_INIT("tags")};

	for (size_t i = 0; i < subscription_property_count; i++) {
		struct str name = subscription_properties[i].name;
		struct str value = subscription_get(feed, arena, name);
		bool is_shown = false;

		for (size_t n = 0; n < COUNT_OF(shown); n++)
			is_shown |= str_equal(name, shown[n]);
		if (!is_shown && !str_equal(value, STR("0")) && !str_equal(value, STR("no")))
			print_field(out, arena_cstring(arena, name), value);
	}
}

static void print_attempt(struct buffer *out, const struct store_attempt *attempt)
{
	char when[32];
	struct arena arena = {0};
	struct str cause = utf8_printable(&arena, attempt->cause);

	buffer_printf(out, "  %s  %3d  ", time_text(attempt->time, when), attempt->status);
	if (attempt->failed)
		buffer_printf(out, "%.*s\n", STR_ARG(cause));
	else
		buffer_printf(out, "%lld new, %lld changed, %lld KB in %u ms%s%.*s\n",
			(long long)attempt->fresh, (long long)attempt->changed,
			(long long)(attempt->bytes + 1023) / 1024, attempt->duration_ms,
			cause.length ? "; repaired: " : "", STR_ARG(cause));
	arena_finish(&arena);
}

static bool print_details(
	struct store *store, const struct store_feed *feed, struct arena *arena, struct error *error)
{
	struct store_attempt_list attempts = {0};
	struct buffer out = {0};
	char when[32];

	if (!store_feed_attempts(store, feed->id, arena, &attempts, error))
		return false;
	print_field(&out, "title", store_feed_name(feed));
	print_field(&out, "address", feed->address);
	print_field(&out, "site", feed->link);
	print_field(&out, "about", feed->description);
	print_field(&out, "folder", feed->folder);
	for (size_t i = 0; i < feed->tags.count; i++)
		print_field(&out, "tag", feed->tags.items[i]);
	print_settings(&out, feed, arena);
	buffer_printf(&out, "%-12s %lld, %lld unread, %lld starred\n", "articles", (long long)feed->articles,
		(long long)feed->unread, (long long)feed->starred);
	print_field(&out, "state", str_from(state_of(feed)));
	print_field(&out, "cause", feed->cause);
	if (!feed->is_local)
		print_field(&out, "due", str_from(time_text(feed->next, when)));
	if (attempts.count)
		print_field(&out, "answers", STR("newest first"));
	for (size_t i = 0; i < attempts.count; i++)
		print_attempt(&out, &attempts.items[i]);
	print_buffer(&out);
	buffer_finish(&out);
	return true;
}

/* ---- the command */

struct feeds_options {
	bool as_json, only_broken;
};

static void keep_broken(struct store_feed_list *feeds)
{
	size_t kept = 0;

	for (size_t i = 0; i < feeds->count; i++)
		if (feeds->items[i].failure_count)
			feeds->items[kept++] = feeds->items[i];
	feeds->count = kept;
}

static enum exit_status show(struct store *store, const struct invocation *invocation,
	const struct feeds_options *options, struct arena *arena)
{
	struct store_feed_list feeds = {0};
	struct error error = {0};

	if (!store_feeds(store, STORE_FEEDS_SUBSCRIBED, 0, arena, &feeds, &error))
		return complain(STATUS_LIBRARY, "%s", error.message);
	if (options->only_broken)
		keep_broken(&feeds);
	if (invocation->argc) {
		const struct store_feed *feed = library_find_feed(&feeds, invocation->argv[0]);

		if (feed == NULL)
			return STATUS_FAILED;
		if (!options->as_json)
			return print_details(store, feed, arena, &error)
				       ? STATUS_DONE
				       : complain(STATUS_LIBRARY, "%s", error.message);
		feeds.items[0] = *feed;
		feeds.count = 1;
	}
	if (options->as_json)
		print_json(&feeds);
	else
		print_table(&feeds);
	return STATUS_DONE;
}

static enum exit_status run_feeds(struct invocation *invocation)
{
	struct feeds_options options = {0};
	const struct option_row rows[] = {
		{"--json", &options.as_json, NULL},
		{"--broken", &options.only_broken, NULL},
	};
	enum exit_status status;
	struct arena arena = {0};
	struct store *store;

	if (!options_take(invocation, &command_feeds, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc > 1)
		return complain_usage(&command_feeds);
	if (!library_open(invocation, STORE_READ_ONLY, &store))
		return STATUS_LIBRARY;
	status = show(store, invocation, &options, &arena);
	store_close(store);
	arena_finish(&arena);
	return status;
}

const struct command command_feeds = {
	.name = "feeds",
	.arguments = "[--json] [--broken] [FEED]",
	.summary = "list the subscriptions, or show one with its last answers",
	.run = run_feeds,
};
