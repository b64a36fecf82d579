/* The rules of the key map, held against the tables that it is made from. */
#include "../support/reader.h"
#include "ui/view.h"

#include <criterion/criterion.h>
#include <string.h>

struct bound_map {
	struct arena arena;
	struct keymap keymap;
};

static void make(struct bound_map *map)
{
	*map = (struct bound_map){0};
	keymap_init(&map->keymap, &map->arena);
	ui_add_actions(&map->keymap);
}

static const struct keymap_action *action(const struct bound_map *map, const char *view, const char *keys)
{
	const struct keymap_binding *binding = NULL;
	struct keys parsed;

	cr_assert(keys_parse(str_from(keys), &parsed, NULL));
	if (keymap_find(&map->keymap, str_from(view), &parsed, &binding) != KEYMAP_BOUND)
		return NULL;
	return binding->action;
}

static const struct {
	const char *view, *keys, *action;
} defaults[] = {
	{"headlines", "j", "down"},          {"headlines", "<Down>", "down"},      {"article", "k", "up"},
	{"headlines", "d", "half-down"},     {"headlines", "u", "half-up"},        {"article", "<Space>", "page-down"},
	{"article", "b", "page-up"},         {"headlines", "gg", "first"},         {"headlines", "G", "last"},
	{"headlines", "<Enter>", "open"},    {"headlines", "l", "open"},           {"article", "q", "back"},
	{"headlines", "Q", "quit"},          {"article", "ZZ", "quit"},            {"headlines", "<Esc>", "cancel"},
	{"headlines", "<Backspace>", "pop-filter"}, {"article", "H", "history-back"}, {"article", "L", "history-forward"},
	{"article", "<Tab>", "pane-next"},   {"article", "z", "zoom"},             {"article", "/", "search"},
	{"article", "n", "next"},            {"article", "N", "previous"},         {"article", "p", "previous-unread"},
	{"headlines", "t", "tags"},          {"headlines", "F", "filter"},         {"headlines", "f", "saved"},
	{"headlines", "*", "like-this"},     {"article", "w", "quotes"},           {"headlines", "m", "toggle-read"},
	{"headlines", "M", "read-above"},    {"headlines", "A", "read-all"},       {"headlines", "s", "toggle-star"},
	{"headlines", "U", "undo"},          {"headlines", "^R", "redo"},          {"article", "o", "browse"},
	{"article", "O", "outline"},         {"article", "gO", "outline"},         {"article", "y", "copy"},
	{"headlines", "i", "info"},          {"article", "x", "full-text"},        {"headlines", ":", "command"},
	{"headlines", "?", "help"},          {"headlines", "^L", "redraw"},        {"article", "]", "next-section"},
	{"article", ">", "next-section"},    {"article", "[", "previous-section"}, {"article", "<lt>", "previous-section"},
	{"article", ")", "next-quote"},      {"article", "(", "previous-quote"},   {"article", "}", "next-paragraph"},
	{"article", "e", "next-paragraph"},  {"article", "ge", "previous-paragraph"}, {"article", "J", "next-article"},
	{"article", "K", "previous-article"}, {"quotes", "J", "next-by-speaker"},  {"quotes", "W", "speakers"},
	{"quotes", "Y", "copy-words"},       {"quotes", "w", "close-panel"},       {"list", "<Tab>", "step-mark"},
	{"headlines", "gh", "go-headlines"}, {"headlines", "gf", "go-feeds"},      {"headlines", "gs", "go-starred"},
	{"headlines", "gu", "go-unread"},    {"headlines", "g!", "go-broken"},     {"headlines", "g/", "search-library"},
};

Test(keys, do_by_default_what_the_manual_says)
{
	struct bound_map map;

	make(&map);
	for (size_t i = 0; i < COUNT_OF(defaults); i++) {
		const struct keymap_action *found = action(&map, defaults[i].view, defaults[i].keys);

		cr_expect(found && strcmp(found->name, defaults[i].action) == 0, "%s in %s: got %s, want %s", defaults[i].keys,
			defaults[i].view, found ? found->name : "nothing", defaults[i].action);
	}
	arena_finish(&map.arena);
}

Test(keys, all_resolve_to_a_named_action_with_a_sentence)
{
	struct bound_map map;

	make(&map);
	cr_expect(map.keymap.count > 60);
	for (size_t i = 0; i < map.keymap.count; i++) {
		cr_expect(map.keymap.items[i].action->name[0]);
		cr_expect(map.keymap.items[i].action->help[0], "%s has no help", map.keymap.items[i].action->name);
	}
	arena_finish(&map.arena);
}

/* What terminals, multiplexers and desktops take away; as second ways they may stand. */
static bool may_never_arrive(const struct keys *keys)
{
	static const char taken[] = "SQZC\\BAHOPTNGWF";

	for (const char *c = taken; *c && keys->count == 1; c++)
		if (keys->codes[0] == (uint32_t)(*c & 0x1f))
			return true;
	return keys->count == 1 && keys->codes[0] >= KEYCODE_F1 && keys->codes[0] <= KEYCODE_F12;
}

static bool needs_altgr(const struct keys *keys)
{
	return keys->codes[0] < 0x80 && strchr("[]{}\\|@", (int)keys->codes[0]);
}

static void expect_another_way(const struct bound_map *map, bool (*is_doubtful)(const struct keys *), const char *why)
{
	for (size_t i = 0; i < map->keymap.action_count; i++) {
		size_t all = 0, doubtful = 0;

		for (size_t j = 0; j < map->keymap.count; j++) {
			if (map->keymap.items[j].action != map->keymap.actions[i])
				continue;
			all++;
			doubtful += is_doubtful(&map->keymap.items[j].keys);
		}
		cr_expect(all == 0 || doubtful < all, "%s: every key %s", map->keymap.actions[i]->name, why);
	}
}

Test(keys, have_a_way_that_always_arrives_and_one_without_altgr)
{
	struct bound_map map;

	make(&map);
	expect_another_way(&map, may_never_arrive, "may never arrive");
	expect_another_way(&map, needs_altgr, "needs AltGr somewhere");
	arena_finish(&map.arena);
}

Test(keys, of_every_view_are_done_by_at_least_one)
{
	for (size_t i = 0; i < general_action_count; i++) {
		bool is_done = general_actions[i].run != NULL;

		for (size_t j = 0; j < view_type_count; j++)
			for (size_t k = 0; k < view_types[j]->action_count; k++)
				is_done |= strcmp(view_types[j]->actions[k].key.name, general_actions[i].key.name) == 0;
		cr_expect(is_done, "%s is bound and does nothing anywhere", general_actions[i].key.name);
	}
}

Test(keys, named_without_their_own_keys_are_general_actions)
{
	for (size_t j = 0; j < view_type_count; j++)
		for (size_t k = 0; k < view_types[j]->action_count; k++) {
			const struct keymap_action *row = &view_types[j]->actions[k].key;

			cr_expect_str_eq(row->view, view_types[j]->name);
			cr_expect(row->keys || general_action(str_from(row->name)), "%s in %s", row->name, row->view);
		}
}

/* Every item of every hint bar stands for an action that has a key there. */
Test(keys, named_in_a_hint_bar_are_bound)
{
	static const char *const states[] = {"", "Ftag:town tag:trade<Enter>", "<Enter>", "<Enter>/stage<Enter>", "<Enter>w", "<Enter>wW",
	                                     "<Enter>w*", "t", "?", "gf"};
	struct bound_map map;

	make(&map);
	for (size_t i = 0; i < COUNT_OF(states); i++) {
		struct reader_test *test = reader_start(24, 80);
		const struct view *view;
		struct str hints, item, name;

		reader_type(test, states[i]);
		view = ui_focus(test->ui);
		hints = str_from(view->type->hints(view));
		while (str_next(&hints, '|', &item) && str_next(&item, '=', &name)) {
			struct str keys = keymap_keys_of(&map.keymap, str_from(view->type->name), name, true, &map.arena);

			if (keys.length == 0 && view->owner)
				keys = keymap_keys_of(&map.keymap, str_from(view->owner->type->name), name, true, &map.arena);
			cr_expect(keys.length, "%s: %.*s has no key in %s", states[i], STR_ARG(name), view->type->name);
			cr_expect(item.length, "%s: %.*s has no label", states[i], STR_ARG(name));
		}
		reader_finish(test);
	}
	arena_finish(&map.arena);
}

static const struct {
	const char *hand, *view_keys, *keys;
	bool may_star;
} collisions[] = {
	{"newsboat", "", "jk", false},   {"newsboat", "", "G", false},  {"newsboat", "", "N", false},
	{"newsboat", "", "u", false},    {"newsboat", "", "C", false},  {"newsboat", "", "^F", false},
	{"newsboat", "", "<^T>", false}, {"newsboat", "", "3<Esc>", false}, {"newsboat", "", "s", true},
	{"less", "", "f<Esc>", false},   {"less", "", "?<Esc>", false}, {"less", "", "v<Esc>", false},
	{"less", "", "<lt>>", false},    {"vim", "", "u<^R>", false},   {"vim", "", "dd", false},
	{"vim", "", "x", false},         {"vim", "", "web", false},     {"mutt", "", "t<Esc>", false},
	{"mutt", "", "<Tab>", false},    {"newsraft", "", "dD", false}, {"aerc", "", "<^N><^P>", false},
};

Test(keys, of_other_readers_change_no_state)
{
	for (size_t i = 0; i < COUNT_OF(collisions); i++) {
		struct reader_test *test = reader_start(24, 80);

		reader_type(test, collisions[i].keys);
		reader_type(test, "<Esc>");
		cr_expect(test->is_open, "%s: %s leaves the program", collisions[i].hand, collisions[i].keys);
		cr_expect(term_shows(test->term, "15 unread of 15"), "%s: %s", collisions[i].hand, collisions[i].keys);
		cr_expect(term_shows(test->term, "★") == collisions[i].may_star, "%s: %s", collisions[i].hand,
			collisions[i].keys);
		reader_finish(test);
	}
}

Test(keys, that_mean_nothing_say_so_and_name_the_nearest_thing)
{
	static const struct {
		const char *keys, *answer;
	} rows[] = {
		{"C", "A marks what is shown"}, {"Y", "y: copy the address"}, {"<^T>", "Backspace takes the last filter off"},
		{"]", "] is for the article: next section"}, {"x", "does nothing in the headlines"}, {"%", "? shows all keys"},
		{"gx", "gx is not bound"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reader_test *test = reader_start(24, 100);

		reader_type(test, rows[i].keys);
		cr_expect(term_shows(test->term, rows[i].answer), "%s: %s", rows[i].keys, term_row(test->term, 22));
		reader_finish(test);
	}
}

Test(keys, of_the_user_are_shown_in_hints_and_help)
{
	struct reader_test *test = reader_start(24, 80);

	reader_type(test, ":bind T tags<Enter>");
	reader_type(test, ":unbind t<Enter>");
	cr_expect(term_row_shows(test->term, 23, "T tags"), "%s", term_row(test->term, 23));
	reader_type(test, "?filter by tag");
	cr_expect(term_shows(test->term, "T "), "%s", term_row(test->term, 6));
	reader_finish(test);
}
