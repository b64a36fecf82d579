#include "store/journal.h"

#include "dateline/base/utf8.h"
#include "store/feedrow.h"
#include "store/library.h"

#include <stdio.h>

/* Older actions can no longer be taken back. */
#define JOURNAL_ACTIONS_MOST 1000
#define JOURNAL_CHANGES_MOST 1000000 /* of all actions but the newest together */

/* ---- actions */

static bool trim(struct store *store, struct error *error)
{
	sqlite3_stmt *row = statement(store,
		"DELETE FROM action WHERE is_undone = 1 OR id <= (SELECT max(id) FROM action) - ?1 OR id <="
		" (SELECT max(id) FROM (SELECT id, sum(count) OVER (ORDER BY id DESC) - count AS newer FROM action)"
		" WHERE newer > ?2)");

	bind_number(row, 1, JOURNAL_ACTIONS_MOST);
	bind_number(row, 2, JOURNAL_CHANGES_MOST);
	if (!statement_run(store, row, error))
		return false;
	if (sqlite3_changes(store->db) == 0)
		return true;
	row = statement(store, "DELETE FROM action_change WHERE action NOT IN (SELECT id FROM action)");
	if (!statement_run(store, row, error))
		return false;
	row = statement(store, "DELETE FROM action_feed WHERE action NOT IN (SELECT id FROM action)");
	return statement_run(store, row, error);
}

bool journal_open(struct store *store, const char *what, int64_t label, int64_t now, int64_t *action,
	struct error *error)
{
	sqlite3_stmt *row;

	if (!trim(store, error))
		return false;
	row = statement(store, "INSERT INTO action (at, what, label, count) VALUES (?, ?, ?, 0)");
	bind_number(row, 1, now);
	bind_text(row, 2, str_from(what));
	bind_time(row, 3, label ? label : TIME_NONE);
	if (!statement_run(store, row, error))
		return false;
	*action = sqlite3_last_insert_rowid(store->db);
	return true;
}

bool journal_close(struct store *store, int64_t action, size_t count, struct error *error)
{
	sqlite3_stmt *row = statement(store, "UPDATE action SET count = ? WHERE id = ?");

	bind_number(row, 1, (int64_t)count);
	bind_number(row, 2, action);
	return statement_run(store, row, error);
}

/* ---- what a feed can be changed in; the names stay in the file and are those of the columns */

enum property_type { PROPERTY_TEXT, PROPERTY_NUMBER, PROPERTY_SWITCH, PROPERTY_LIST };

static const struct property {
	const char *name;
	enum property_type type;
	size_t offset;
	const char *on, *off; /* what was done, in words; on alone where there are no two ways */
} properties[] = {
#define AT(member) offsetof(struct store_feed, member)
	{"is_subscribed", PROPERTY_SWITCH, AT(is_subscribed), "subscribed to", "unsubscribed"},
	{"address", PROPERTY_TEXT, AT(address), "given another address", NULL},
	{"user_title", PROPERTY_TEXT, AT(user_title), "renamed", NULL},
	{"folder", PROPERTY_TEXT, AT(folder), "moved to another folder", NULL},
	{"tags", PROPERTY_LIST, AT(tags), "given other tags", NULL},
	{"is_muted", PROPERTY_SWITCH, AT(is_muted), "muted", "asked again"},
	{"is_full_text", PROPERTY_SWITCH, AT(is_full_text), "read in full text",
		"no longer read in full text"},
	{"keeps_cookies", PROPERTY_SWITCH, AT(keeps_cookies), "asked with cookies", "asked without cookies"},
	{"interval_minutes", PROPERTY_NUMBER, AT(interval_minutes), "given another interval", NULL},
	{"user_agent", PROPERTY_TEXT, AT(user_agent), "given another user agent", NULL},
	{"headers", PROPERTY_TEXT, AT(headers), "given other headers", NULL},
	{"credentials_command", PROPERTY_TEXT, AT(credentials_command), "given other credentials", NULL},
	{"keep_days", PROPERTY_NUMBER, AT(keep_days), "kept otherwise", NULL},
	{"keep_count", PROPERTY_NUMBER, AT(keep_count), "kept otherwise", NULL},
#undef AT
};

static struct str join(struct arena *arena, const struct str_list *list)
{
	struct str joined = STR("");

	for (size_t i = 0; i < list->count; i++)
		joined = arena_printf(
			arena, "%.*s%s%.*s", STR_ARG(joined), i ? "\n" : "", STR_ARG(list->items[i]));
	return joined;
}

/* As text, absent or not: absent and empty mean the same of every property. */
static struct str value_of(
	const struct property *property, const struct store_feed *feed, struct arena *arena)
{
	const void *place = (const char *)feed + property->offset;

	switch (property->type) {
	case PROPERTY_NUMBER:
		return arena_printf(arena, "%u", *(const unsigned *)place);
	case PROPERTY_SWITCH:
		return *(const bool *)place ? STR("1") : STR("0");
	case PROPERTY_LIST:
		return join(arena, place);
	case PROPERTY_TEXT:
		break;
	}
	return *(const struct str *)place;
}

static void set_list(struct str_list *list, struct str value, struct arena *arena)
{
	struct str line;

	*list = (struct str_list){0};
	while (value.length && str_next(&value, '\n', &line))
		*LIST_PUSH(arena, list) = line;
}

static void set_value(
	const struct property *property, struct store_feed *feed, struct str value, struct arena *arena)
{
	void *place = (char *)feed + property->offset;
	int64_t number = 0;

	str_to_int64(value, &number);
	switch (property->type) {
	case PROPERTY_NUMBER:
		*(unsigned *)place = (unsigned)number;
		break;
	case PROPERTY_SWITCH:
		*(bool *)place = number != 0;
		break;
	case PROPERTY_LIST:
		set_list(place, value, arena);
		break;
	case PROPERTY_TEXT:
		*(struct str *)place = value.length ? value : STR_NONE;
		break;
	}
}

static const struct property *find_property(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(properties); i++)
		if (str_equal(name, str_from(properties[i].name)))
			return &properties[i];
	return NULL;
}

/* ---- writing it down */

static bool put_property(struct store *store, int64_t action, int64_t feed, const struct property *property,
	struct str before, struct str after, struct error *error)
{
	sqlite3_stmt *row =
		statement(store, "INSERT OR REPLACE INTO action_feed (action, feed, property, before, after)"
				 " VALUES (?, ?, ?, ?, ?)");

	bind_number(row, 1, action);
	bind_number(row, 2, feed);
	bind_text(row, 3, str_from(property->name));
	bind_text(row, 4, before);
	bind_text(row, 5, after);
	return statement_run(store, row, error);
}

/* Subscribing and unsubscribing is said alone, whatever comes with it; else several changes are said as one.
 */
static const char *words_for(
	const struct store_feed *before, const struct store_feed *after, struct arena *arena)
{
	const char *words = NULL;

	for (size_t i = 0; i < COUNT_OF(properties); i++) {
		const struct property *property = &properties[i];
		struct str value = value_of(property, after, arena);

		if (str_equal(value_of(property, before, arena), value))
			continue;
		if (words)
			return "changed";
		words = property->off && str_equal(value, STR("0")) ? property->off : property->on;
		if (property->offset == offsetof(struct store_feed, is_subscribed))
			return words;
	}
	return words;
}

bool journal_feed(struct store *store, const struct store_feed *before, const struct store_feed *after,
	int64_t now, int64_t *action, size_t *count, struct error *error)
{
	struct arena *arena = &store->scratch;
	const char *words = words_for(before, after, arena);

	if (words == NULL)
		return true;
	if (*action == 0 && !journal_open(store, words, 0, now, action, error))
		return false;
	for (size_t i = 0; i < COUNT_OF(properties); i++) {
		struct str was = value_of(&properties[i], before, arena);
		struct str is = value_of(&properties[i], after, arena);

		if (!str_equal(was, is) &&
			!put_property(store, *action, after->id, &properties[i], was, is, error))
			return false;
	}
	++*count;
	return true;
}

/* ---- back and forth */

/* An address that another feed has by now stays with that one. */
static bool keep_free_address(
	struct store *store, struct store_feed *feed, struct str now, struct error *error)
{
	int64_t other = 0;

	if (!feed_find_address(store, feed->address, &other, error))
		return false;
	if (other && other != feed->id)
		feed->address = now;
	return true;
}

static bool restore_feed(struct store *store, int64_t action, bool is_redo, struct store_feed *feed,
	int64_t time, struct error *error)
{
	sqlite3_stmt *row = statement(
		store, "SELECT property, before, after FROM action_feed WHERE action = ? AND feed = ?");
	struct store_feed wanted = *feed;
	bool failed;

	bind_number(row, 1, action);
	bind_number(row, 2, feed->id);
	while (statement_next(store, row, &failed, error)) {
		const struct property *property = find_property(column_borrow(row, 0));

		if (property)
			set_value(property, &wanted, column_text(row, is_redo ? 2 : 1, &store->scratch),
				&store->scratch);
	}
	if (failed || !keep_free_address(store, &wanted, feed->address, error))
		return false;
	return feed_put_row(store, &wanted, error) &&
	       (wanted.is_subscribed == feed->is_subscribed ||
		       feed_put_subscribed(store, feed->id, wanted.is_subscribed, time, error));
}

static void describe(
	const struct store_undone *undone, struct str what, struct str name, char *message, size_t size)
{
	if (undone->feeds == 1)
		snprintf(message, size, "feed %.*s: %.*s", STR_ARG(what), STR_ARG(name));
	else
		snprintf(message, size, "%zu feeds %.*s", undone->feeds, STR_ARG(what));
	message[utf8_valid_prefix(str_from(message))] = '\0';
}

static bool list_feeds(
	struct store *store, int64_t action, struct store_feed_list *feeds, struct error *error)
{
	sqlite3_stmt *row = statement(store, "SELECT DISTINCT feed FROM action_feed WHERE action = ?");
	bool failed;

	bind_number(row, 1, action);
	while (statement_next(store, row, &failed, error))
		LIST_PUSH(&store->scratch, feeds)->id = sqlite3_column_int64(row, 0);
	return !failed;
}

bool journal_restore_feeds(struct store *store, int64_t action, bool is_redo, struct str what, int64_t time,
	struct store_undone *undone, struct error *error)
{
	struct store_feed_list feeds = {0};
	struct str name = STR("");

	if (!list_feeds(store, action, &feeds, error))
		return false;
	for (size_t i = 0; i < feeds.count; i++) {
		struct store_feed *feed = &feeds.items[i];
		struct error gone = {0};

		if (!store_feed_get(store, feed->id, &store->scratch, feed, &gone)) {
			if (gone.code == ERROR_NOT_FOUND)
				continue;
			*error = gone;
			return false;
		}
		if (!restore_feed(store, action, is_redo, feed, time, error))
			return false;
		undone->feeds++;
		name = store_feed_name(feed);
	}
	if (undone->feeds)
		describe(undone, what, name, undone->message, sizeof undone->message);
	return true;
}
