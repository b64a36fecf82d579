#include "feedsettings.h"

#include "dateline/refresh/subscription.h"
#include "dateline/store/feeds.h"
#include "feedrows.h"
#include "picker.h"

static bool get_feed(struct ui *ui, int64_t id, struct arena *arena, struct store_feed *feed)
{
	struct error error = {0};

	if (store_feed_get(ui->store, id, arena, feed, &error))
		return true;
	ui_error(ui, &error);
	return false;
}

/* ---- a value */

static bool accept_value(struct view *view, struct prompt *prompt)
{
	const struct feeds *state = view->state;
	struct str property = subscription_properties[state->edited_property].name;
	struct str value = str_trim(lineedit_text(&prompt->edit));
	struct store_feed feed = {0};
	struct arena arena = {0};
	struct error error = {0};
	bool is_one = subscription_set(&feed, &arena, property, value, &error);

	arena_finish(&arena);
	if (!is_one) {
		prompt_say(prompt, true, "%s", error.message);
		return false;
	}
	engine_change_feed(view->ui->engine, state->edited_feed, property, value);
	ui_notice(view->ui, "%.*s changed; U takes it back", STR_ARG(property));
	return true;
}

static const struct prompt_type value_prompt = {
	.label = "value:",
	.hint = "Enter take it  Esc leave it as it was",
	.history = HISTORY_COMMAND,
	.accepted = accept_value,
};

static void choose_property(struct view *view, const struct picker_row *row)
{
	struct feeds *state = view->state;
	struct store_feed feed = {0};
	struct arena arena = {0};
	struct str value;

	state->edited_property = (size_t)row->value;
	if (get_feed(view->ui, state->edited_feed, &arena, &feed)) {
		value = subscription_get(&feed, &arena, subscription_properties[row->value].name);
		if (str_find_char(value, '\n', 0) != STR_NPOS)
			ui_notice(view->ui, "these are several lines: `dateline change --%.*s` sets them",
				STR_ARG(subscription_properties[row->value].name));
		else
			ui_ask(view, &value_prompt, value);
	}
	arena_finish(&arena);
}

/* ---- which */

static void load_properties(struct view *view, struct picker *picker)
{
	struct store_feed feed = {0};

	if (!get_feed(view->ui, picker->subject, &picker->arena, &feed))
		return;
	for (size_t i = 0; i < subscription_property_count; i++) {
		const struct subscription_property *property = &subscription_properties[i];
		struct str value = subscription_get(&feed, &picker->arena, property->name);
		struct picker_row *row = picker_add(picker);

		row->name = arena_printf(&picker->arena, "%.*s: %s", STR_ARG(property->name), property->help);
		row->detail = value;
		row->value = (int64_t)i;
	}
}

static const struct picker_source properties = {
	.title = "What may be changed of the feed",
	.foot = "Enter change  Esc close",
	.words_first = true,
	.load = load_properties,
	.choose = choose_property,
};

void feed_settings_open(struct view *view, int64_t feed)
{
	struct feeds *state = view->state;

	state->edited_feed = feed;
	picker_open(view, &properties, feed);
}
