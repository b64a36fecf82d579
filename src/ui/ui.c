#include "view.h"

#include "dateline/store/names.h"
#include "give.h"
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CONTROL_C 0x03
#define KEYS_AT_ONCE 4096 /* of a paste: the picture is shown at least so often */

int64_t ui_now(const struct ui *ui)
{
	return ui->options.now ? ui->options.now(ui->options.now_context) : (int64_t)time(NULL);
}

void ui_notice(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(ui->notice, sizeof ui->notice, format, args);
	va_end(args);
	ui->notice_is_error = false;
}

void ui_complain(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(ui->notice, sizeof ui->notice, format, args);
	va_end(args);
	ui->notice_is_error = true;
}

void ui_error(struct ui *ui, const struct error *error)
{
	ui_complain(ui, "%s", error->message);
}

/* ---- what a query can know */

static struct str saved_query(void *data, struct str name, struct arena *arena)
{
	struct ui *ui = data;

	(void)arena;
	return config_saved_query(ui->config, name);
}

static bool is_known(void *data, enum query_field field, struct str name)
{
	struct query_names library = store_query_names(((struct ui *)data)->store);

	return library.is_known == NULL || library.is_known(library.data, field, name);
}

static void list_names(void *data, enum query_field field, struct arena *arena, struct query_name_list *names)
{
	struct ui *ui = data;
	struct query_names library = store_query_names(ui->store);

	if (field == QUERY_SAVED) {
		for (size_t i = 0; i < ui->config->saved.count; i++)
			LIST_PUSH(arena, names)->name = ui->config->saved.items[i].name;
	} else if (library.list) {
		library.list(library.data, field, arena, names);
	}
}

struct query_context ui_query_context(const struct ui *ui)
{
	return (struct query_context){.now = ui_now(ui), .zone = &query_zone_local, .names = &ui->names};
}

/* ---- opening */

void ui_add_actions(struct keymap *keymap)
{
	for (size_t i = 0; i < general_action_count; i++)
		keymap_add(keymap, &general_actions[i].key, 1);
	for (size_t i = 0; i < view_type_count; i++)
		for (size_t j = 0; j < view_types[i]->action_count; j++)
			if (view_types[i]->actions[j].key.keys)
				keymap_add(keymap, &view_types[i]->actions[j].key, 1);
}

bool ui_open(const struct ui_options *options, struct ui **out, struct error *error)
{
	struct ui *ui = calloc(1, sizeof *ui);
	struct screen_options screen = {
		options->input, options->output, options->term, options->has_no_colour};
	struct warnings warnings;

	if (ui == NULL)
		abort();
	ui->options = *options;
	ui->engine = options->engine;
	ui->config = options->config;
	ui->names = (struct query_names){ui, saved_query, is_known, list_names};
	keymap_init(&ui->keymap, &ui->arena);
	ui_add_actions(&ui->keymap);
	warnings_init(&warnings, &ui->arena);
	config_bind(ui->config, "config", &ui->keymap, &warnings);
	if (!store_open(options->library, STORE_READ_ONLY, &ui->store, error) ||
		!screen_open(&screen, &ui->screen, error)) {
		ui_close(ui);
		return false;
	}
	screen_set_theme(ui->screen, &ui->config->theme);
	screen_use_mouse(ui->screen, ui->config->settings.mouse);
	ui_push(ui, &view_headlines, NULL);
	if (warnings.list.count)
		ui_complain(ui, "%.*s", STR_ARG(warnings.list.items[0]));
	else if (ui->config->complaint.length)
		ui_complain(ui, "%.*s", STR_ARG(ui->config->complaint));
	else if (options->notice)
		ui_notice(ui, "%s", options->notice);
	ui_draw(ui);
	*out = ui;
	return true;
}

void ui_take_settings(struct ui *ui)
{
	const struct settings *settings = &ui->config->settings;

	screen_set_theme(ui->screen, &ui->config->theme);
	screen_use_mouse(ui->screen, settings->mouse);
	engine_take_habits(ui->engine, (unsigned)settings->refresh_interval, (unsigned)settings->keep_days,
		(unsigned)settings->keep_articles);
}

void ui_close(struct ui *ui)
{
	if (ui == NULL)
		return;
	ui_leave_prompt(ui);
	give_drop(ui);
	while (ui->depth)
		ui_pop(ui);
	screen_close(ui->screen);
	store_close(ui->store);
	while (ui->promise_count)
		ui_keep_promise(ui, ui->promises[0].job);
	free(ui->promises);
	free(ui->targets);
	free(ui->repeat.text);
	for (size_t i = 0; i < HISTORY_COUNT; i++)
		history_finish(&ui->histories[i]);
	quote_memory_finish(&ui->quotes);
	arena_finish(&ui->arena);
	free(ui);
}

/* ---- events */

/* The address comes first; it waits in the history of the line in which addresses are typed. */
static void take_offer(struct ui *ui, struct str offer)
{
	struct str address = str_slice(offer, 0, str_find_char(offer, ' ', 0));

	history_add(&ui->histories[HISTORY_COMMAND], address);
	ui->offers++;
}

static void say_added(struct ui *ui, const struct engine_event *event)
{
	if (ui->offers)
		ui_notice(ui, "subscribed to %s: %zu articles; a and Up: %zu more feed%s of the page",
			event->message, event->count, ui->offers, ui->offers == 1 ? "" : "s");
	else
		ui_notice(ui, "subscribed to %s: %zu articles", event->message, event->count);
	ui->offers = 0;
}

static void say_refreshed(struct ui *ui, const struct engine_event *event)
{
	char hidden[64] = "", failed[64] = "";

	if (event->total == 0) {
		ui_notice(ui, "there is no feed to ask; a subscribes to one");
		return;
	}
	if (event->hidden)
		snprintf(hidden, sizeof hidden, ", %zu of them hidden by rules", event->hidden);
	if (event->failed)
		snprintf(failed, sizeof failed, "; %zu failed, g! says why", event->failed);
	ui_notice(ui, "%zu new articles from %zu feeds%s%s", event->fresh, event->total, hidden, failed);
}

static void say_event(struct ui *ui, const struct engine_event *event)
{
	switch (event->kind) {
	case EVENT_JOB_FAILED:
	case EVENT_SOURCE_FAILED:
		ui_error(ui, &event->error);
		break;
	case EVENT_STATES_CHANGED:
		if (event->job != ui->quiet_job)
			ui_notice(ui, "%s; U takes it back", event->message);
		break;
	case EVENT_UNDONE:
		ui_notice(ui, "taken back: %s; ^R does it again", event->message);
		break;
	case EVENT_REDONE:
		ui_notice(ui, "done again: %s", event->message);
		break;
	case EVENT_NOTHING_TO_UNDO:
		ui_notice(ui, "nothing more to take back or to do again");
		break;
	case EVENT_SAVED:
		ui_notice(ui, "saved %s", event->message);
		break;
	case EVENT_FEED_OFFERED:
		take_offer(ui, str_from(event->message));
		break;
	case EVENT_FEED_ADDED:
		say_added(ui, event);
		break;
	case EVENT_FEED_WAITS:
	case EVENT_FEED_FAILED:
		if (ui->refresh_total == 0)
			ui_complain(ui, "%s: %s", event->message, event->error.message);
		break;
	case EVENT_FEED_GONE:
		ui_notice(
			ui, "%s is gone for good, its server says: it is not asked any more", event->message);
		break;
	case EVENT_REFRESH_PROGRESS:
		ui->refresh_done = event->done;
		ui->refresh_total = event->total;
		break;
	case EVENT_REFRESH_DONE:
		ui->refresh_total = 0;
		say_refreshed(ui, event);
		break;
	default:
		break;
	}
}

static bool take_events(struct ui *ui)
{
	struct engine_event event;
	bool came = false;

	while (engine_next_event(ui->engine, &event)) {
		came = true;
		if (event.kind == EVENT_JOB_DONE)
			ui_keep_promise(ui, event.job);
		give_take_event(ui, &event);
		say_event(ui, &event);
		for (size_t i = 0; i < ui->depth; i++)
			if (ui->stack[i]->type->event)
				ui->stack[i]->type->event(ui->stack[i], &event);
	}
	return came;
}

/* ---- the loop */

static bool takes_text(const struct ui *ui)
{
	return ui->prompt.type || ui_focus(ui)->type->takes_text;
}

/* What is pasted goes where text is typed, on one line; where keys are commands it is not run as such. */
static void take_pasted(struct ui *ui, uint32_t key)
{
	if (key == KEYCODE_ESC || key == CONTROL_C) /* should the end of it be lost */
		ui->is_pasting = false;
	else if (takes_text(ui) && key < KEYCODE_UP)
		ui_take_key(ui, key < 0x20 || key == 0x7f ? ' ' : key);
}

static void take(struct ui *ui, uint32_t key)
{
	if (key == SCREEN_PASTE_BEGINS && !takes_text(ui))
		ui_notice(ui, "what is pasted is not taken for keys; a, F, / and : take text");
	if (key == SCREEN_PASTE_BEGINS || key == SCREEN_PASTE_ENDS)
		ui->is_pasting = key == SCREEN_PASTE_BEGINS;
	else if (key == SCREEN_MOUSE)
		ui_take_mouse(ui);
	else if (ui->is_pasting)
		take_pasted(ui, key);
	else
		ui_take_key(ui, key);
}

static bool take_keys(struct ui *ui)
{
	uint32_t key;

	for (int i = 0; i < KEYS_AT_ONCE && !ui->is_over; i++) {
		key = screen_key(ui->screen);
		if (key == 0)
			return i > 0;
		take(ui, key);
		if (ui->pipe.job) /* what is typed next may be for the command */
			return true;
	}
	return true;
}

static int64_t monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int until_news(const struct ui *ui)
{
	int64_t left = ui->news_due_ms - monotonic_ms();

	return left > 0 ? (int)left : 0;
}

/* For keys, and for news unless there are some already that wait to be shown. */
static void wait_for_something(struct ui *ui)
{
	bool is_pausing = ui->prompt.type && ui->prompt.is_due;
	int timeout_ms = is_pausing ? (int)ui->prompt.type->pause_ms : -1;
	int other = ui->has_news ? -1 : engine_wakeup_fd(ui->engine);

	if (ui->has_news && (timeout_ms < 0 || until_news(ui) < timeout_ms))
		timeout_ms = until_news(ui);
	screen_wait(ui->screen, other, timeout_ms);
}

/* A key is answered first: reading the lists again is for the turn after it. */
static void draw(struct ui *ui, bool has_keys)
{
	unsigned pause_ms = ui->options.news_pause_ms;

	ui->takes_news = pause_ms == 0 || (ui->has_news && !has_keys && until_news(ui) == 0);
	if (ui->has_news && !ui->takes_news && !has_keys)
		return;
	ui_draw(ui);
	if (!ui->takes_news)
		return;
	ui->has_news = false;
	ui->news_due_ms = pause_ms ? monotonic_ms() + pause_ms : 0;
}

bool ui_step(struct ui *ui, bool wait)
{
	bool has_keys;

	if (wait)
		wait_for_something(ui);
	if (screen_signal())
		ui->is_over = true;
	has_keys = take_keys(ui);
	if (!has_keys)
		ui_prompt_is_due(ui);
	if (take_events(ui))
		ui->has_news = true;
	if (!ui->is_over)
		give_run(ui);
	if (!ui->is_over)
		draw(ui, has_keys);
	return !ui->is_over;
}
