#include "feedrows.h"

#include "dateline/base/utf8.h"
#include "dateline/store/feeds.h"
#include "filter.h"
#include "speaker.h"

#include <string.h>

#define DAY_SECONDS 86400

static struct feed_row *add(struct feeds *state, enum feed_row_kind kind, struct str name)
{
	struct feed_row *row = LIST_PUSH(&state->arena, &state->rows);

	row->kind = kind;
	row->name = name;
	return row;
}

/* ---- saved queries */

static void add_saved(struct view *view, struct str name, struct str query)
{
	struct feeds *state = view->state;
	struct feed_row *row = add(state, FEED_ROW_SAVED, name);
	struct filter_counts counts = filter_count(view->ui, query);

	row->query = query;
	row->articles = counts.articles;
	row->unread = counts.unread;
}

static void add_all_saved(struct view *view)
{
	const struct config_saved_list *saved = &view->ui->config->saved;
	struct feeds *state = view->state;

	add(state, FEED_ROW_HEADING, STR("Saved queries"));
	add_saved(view, STR("All"), STR(""));
	add_saved(view, STR("Unread"), STR("unread"));
	add_saved(view, STR("Starred"), STR("starred"));
	add_saved(view, STR("Today"), STR("today"));
	for (size_t i = 0; i < saved->count; i++)
		add_saved(view, saved->items[i].name, saved->items[i].query);
}

/* ---- feeds */

static const struct store_activity *activity_of(const struct store_activity_list *list, int64_t feed)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].feed == feed)
			return &list->items[i];
	return NULL;
}

/* One bar for each day, against the busiest of them. */
static struct str picture(struct arena *arena, const struct store_activity *activity)
{
	static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	struct buffer out = {0};
	unsigned most = 1;
	struct str text;

	for (size_t i = 0; i < STORE_ACTIVITY_DAYS; i++)
		if (activity && activity->days[i] > most)
			most = activity->days[i];
	for (size_t i = 0; i < STORE_ACTIVITY_DAYS; i++) {
		unsigned here = activity ? activity->days[i] : 0;

		buffer_add(&out, str_from(bars[here == 0 ? 0 : 1 + here * 6 / most]));
	}
	text = arena_copy(arena, buffer_str(&out));
	buffer_finish(&out);
	return text;
}

static bool holds(struct arena *arena, struct str text, struct str words)
{
	return str_find(utf8_fold(arena, text), utf8_fold(arena, words), 0) != STR_NPOS;
}

static bool is_wanted(struct feeds *state, const struct store_feed *feed)
{
	if (state->only_broken && feed->failure_count == 0)
		return false;
	return state->words.length == 0 || holds(&state->arena, store_feed_name(feed), state->words) ||
	       holds(&state->arena, feed->address, state->words);
}

static void add_feed(
	struct feeds *state, const struct store_feed *feed, const struct store_activity_list *activity)
{
	struct feed_row *row = add(state, FEED_ROW_FEED, store_feed_name(feed));

	row->feed = feed->id;
	row->folder = feed->folder;
	row->address = feed->address;
	row->query = query_term(&state->arena, "feed", row->name);
	row->cause = feed->failure_count ? feed->cause : feed->is_muted ? STR("muted") : STR_NONE;
	row->picture = picture(&state->arena, activity_of(activity, feed->id));
	row->unread = feed->unread;
	row->articles = feed->articles;
	row->is_muted = feed->is_muted;
	row->is_full_text = feed->is_full_text;
	row->is_broken = feed->failure_count > 0;
	state->feed_count++;
}

static void add_folder(struct feeds *state, struct str folder, const struct store_feed_list *feeds)
{
	struct feed_row *row = add(state, FEED_ROW_FOLDER, folder);

	row->query = query_term(&state->arena, "folder", folder);
	for (size_t i = 0; i < feeds->count; i++)
		if (str_equal(feeds->items[i].folder, folder)) {
			row->unread += feeds->items[i].unread;
			row->articles += feeds->items[i].articles;
		}
}

static void add_feeds(struct view *view)
{
	struct feeds *state = view->state;
	struct store_feed_list feeds = {0};
	struct store_activity_list activity = {0};
	struct str folder = STR("");
	int64_t now = ui_now(view->ui);
	struct error error;

	if (!store_feeds(view->ui->store, STORE_FEEDS_SUBSCRIBED, now, &state->arena, &feeds, &error) ||
		!store_feed_activity(view->ui->store, now - now % DAY_SECONDS + DAY_SECONDS, &state->arena,
			&activity, &error)) {
		ui_error(view->ui, &error);
		return;
	}
	if (!state->only_broken && state->words.length == 0)
		add(state, FEED_ROW_HEADING, STR("Feeds"));
	for (size_t i = 0; i < feeds.count; i++) {
		const struct store_feed *feed = &feeds.items[i];

		if (!is_wanted(state, feed))
			continue;
		if (feed->folder.length && !str_equal(folder, feed->folder))
			add_folder(state, feed->folder, &feeds);
		folder = feed->folder;
		add_feed(state, feed, &activity);
	}
}

/* ---- the cursor */

void feeds_scroll(struct feeds *state)
{
	size_t height = state->height > 0 ? (size_t)state->height : 1;

	if (state->cursor < state->top)
		state->top = state->cursor;
	if (state->cursor >= state->top + height)
		state->top = state->cursor - height + 1;
	if (state->top + height > state->rows.count) /* no empty rows while there are others above */
		state->top = state->rows.count > height ? state->rows.count - height : 0;
	/* the heading above the first row comes into view with it */
	if (state->cursor == 1 && state->top == 1 && height > 1)
		state->top = 0;
}

void feeds_move(struct feeds *state, long rows)
{
	long last = (long)state->rows.count - 1, wanted = (long)state->cursor + rows;
	long direction = rows < 0 ? -1 : 1;

	wanted = wanted < 0 ? 0 : wanted > last ? last : wanted;
	while (wanted >= 0 && wanted <= last && state->rows.items[wanted].kind == FEED_ROW_HEADING)
		wanted += direction;
	if (wanted >= 0 && wanted <= last)
		state->cursor = (size_t)wanted;
	feeds_scroll(state);
}

static void find_again(struct feeds *state, int64_t feed, struct str name)
{
	for (size_t i = 0; i < state->rows.count; i++) {
		const struct feed_row *row = &state->rows.items[i];

		if (feed ? row->feed == feed : row->kind != FEED_ROW_HEADING && str_equal(row->name, name)) {
			state->cursor = i;
			return;
		}
	}
	if (state->cursor >= state->rows.count)
		state->cursor = 0;
	feeds_move(state, 0);
}

void feeds_load(struct view *view)
{
	struct feeds *state = view->state;
	const struct feed_row *row =
		state->cursor < state->rows.count ? &state->rows.items[state->cursor] : NULL;
	struct arena arena = {0};
	struct str name = row ? arena_copy(&arena, row->name) : STR_NONE;
	int64_t feed = row ? row->feed : 0;

	arena_reset(&state->arena);
	state->rows = (struct feed_row_list){0};
	state->feed_count = 0;
	state->is_stale = false;
	if (!state->only_broken && state->words.length == 0)
		add_all_saved(view);
	add_feeds(view);
	find_again(state, feed, name);
	arena_finish(&arena);
}
