#include "dateline/config/settings.h"

#include <stddef.h>
#include <string.h>

#define OFFSET(member) offsetof(struct settings, member)

const struct setting settings_table[] = {
	{"measure", SETTING_NUMBER, OFFSET(measure), 20, 400, "cells", "", "76",
		"the width at which an article is set"},
	{"hints", SETTING_WORD, OFFSET(hints), 0, 0, "", "full short off", "full",
		"the line of keys at the bottom: with what they do, keys alone, or none"},
	{"linear", SETTING_WORD, OFFSET(linear), 0, 0, "", "off on", "off",
		"for speech and braille: no panes and no boxes, states in words, and the cursor on the row with the focus"},
	{"mouse", SETTING_WORD, OFFSET(mouse), 0, 0, "", "off on", "on",
		"the wheel scrolls and a click chooses; text is selected with Shift then"},
	{"browser", SETTING_TEXT, OFFSET(browser), 0, 0, "", "", "",
		"the program that opens an address, with its arguments; %u stands for the address, which is added when it is "
		"missing; empty is xdg-open"},
	{"save-folder", SETTING_TEXT, OFFSET(save_folder), 0, 0, "", "", "",
		"the directory that is proposed when an article is saved; ~/ is yours, empty is the one dateline was started in"},
	{"refresh-interval", SETTING_NUMBER, OFFSET(refresh_interval), 0, 10080, "minutes", "", "0",
		"how often the reader asks the feeds while it is open; 0 is when you ask for it"},
	{"keep-days", SETTING_NUMBER, OFFSET(keep_days), 0, 36500, "days", "", "0",
		"how long articles are kept that are read and neither starred nor labelled; 0 is for ever"},
	{"keep-articles", SETTING_NUMBER, OFFSET(keep_articles), 0, 1000000, "articles of a feed", "", "0",
		"how many of these are kept, the newest; 0 is all"},
	{"workers", SETTING_NUMBER, OFFSET(workers), 0, 64, "threads", "", "2",
		"how many feeds are parsed at once"},
};

const size_t settings_count = COUNT_OF(settings_table);

static const struct setting *find_setting(struct str name)
{
	for (size_t i = 0; i < settings_count; i++)
		if (str_equal(name, str_from(settings_table[i].name)))
			return &settings_table[i];
	return NULL;
}

static bool set_number(int64_t *place, const struct setting *setting, struct str value, struct error *error)
{
	int64_t number;

	if (!str_to_int64(value, &number) || number < setting->least || number > setting->most)
		return fail(error, ERROR_USAGE, 0, "%s is a number of %s from %lld to %lld, not \"%.*s\"",
			setting->name, setting->unit, (long long)setting->least, (long long)setting->most,
			STR_ARG(value));
	*place = number;
	return true;
}

static bool set_word(int64_t *place, const struct setting *setting, struct str value, struct error *error)
{
	struct str rest = str_from(setting->words), word;

	for (int64_t i = 0; str_next(&rest, ' ', &word); i++) {
		if (!str_equal(word, value))
			continue;
		*place = i;
		return true;
	}
	return fail(error, ERROR_USAGE, 0, "%s is one of %s, not \"%.*s\"", setting->name, setting->words,
		STR_ARG(value));
}

static bool set_value(struct settings *settings, const struct setting *setting, struct str value,
	struct arena *arena, struct error *error)
{
	char *place = (char *)settings + setting->offset;

	switch (setting->type) {
	case SETTING_NUMBER:
		return set_number((int64_t *)(void *)place, setting, value, error);
	case SETTING_WORD:
		return set_word((int64_t *)(void *)place, setting, value, error);
	case SETTING_TEXT:
		*(struct str *)(void *)place = arena_copy(arena, value);
		break;
	}
	return true;
}

void settings_init(struct settings *settings)
{
	*settings = (struct settings){.browser = STR(""), .save_folder = STR("")};
	for (size_t i = 0; i < settings_count; i++)
		if (settings_table[i].type != SETTING_TEXT)
			set_value(settings, &settings_table[i], str_from(settings_table[i].default_value),
				NULL, NULL);
}

bool settings_set(struct settings *settings, struct str name, struct str value, struct arena *arena,
	struct error *error)
{
	const struct setting *setting = find_setting(name);
	struct str names = STR("");

	if (setting)
		return set_value(settings, setting, value, arena, error);
	for (size_t i = 0; i < settings_count; i++)
		names = arena_printf(
			arena, "%.*s%s%s", STR_ARG(names), i ? ", " : "", settings_table[i].name);
	return fail(error, ERROR_USAGE, 0, "there is no setting \"%.*s\"; there are %.*s", STR_ARG(name),
		STR_ARG(names));
}
