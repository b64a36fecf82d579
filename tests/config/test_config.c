#include "dateline/config/config.h"
#include "dateline/config/paths.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena arena;

static struct config read(const char *text, struct warnings *warnings)
{
	struct config config;

	config_init(&config, &arena);
	warnings_init(warnings, &arena);
	config_read(&config, str_from(text), "config", warnings);
	return config;
}

Test(config, reads_every_kind_of_line)
{
	struct warnings warnings;
	struct config config = read("# a comment\n"
				    "\n"
				    "measure = 60\n"
				    "  hints=short  \r\n"
				    "browser = \"firefox --new-tab %u\"\n"
				    "color quote = italic red on 17\n"
				    "bind article:x next-section\n"
				    "unbind <F1>\n"
				    "saved \"Korea desk\" = tag:\"North Korea\",china OR x = y\n",
		&warnings);

	cr_expect_eq(warnings.list.count, 0);
	cr_expect_eq(config.settings.measure, 60);
	cr_expect_eq(config.settings.hints, HINTS_SHORT);
	cr_expect(str_equal(config.settings.browser, STR("firefox --new-tab %u")));
	cr_expect_eq(config.theme.styles[ROLE_QUOTE].foreground, 1);
	cr_expect_eq(config.theme.styles[ROLE_QUOTE].background, 17);
	cr_expect_eq(config.theme.styles[ROLE_QUOTE].attributes, THEME_ITALIC);
	cr_assert_eq(config.bindings.count, 2);
	cr_expect(str_equal(config.bindings.items[0].view, STR("article")));
	cr_expect(config.bindings.items[1].is_unbind);
	cr_expect(str_equal(
		config_saved_query(&config, STR("korea-DESK")), STR("tag:\"North Korea\",china OR x = y")));
	cr_expect_null(config_saved_query(&config, STR("nothing")).data);
}

Test(config, reads_rules_and_leaves_out_those_that_are_wrong)
{
	static const char *const wanted[] = {
		"config:4: which label? write label NAME: QUERY",
		"config:2:7: no field \"tga\"; did you mean tag: ? For the text write \"tga:x\"",
	};
	struct warnings warnings;
	struct config config = read("hide: saved:Dull\n"
				    "  mute: tga:x\n"
				    "label \"By sea\": title:ferry\n"
				    "label : x\n"
				    "saved \"Dull\" = title:tram\n",
		&warnings);

	cr_assert_eq(warnings.list.count, 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect(str_equal(warnings.list.items[i], str_from(wanted[i])), "got %.*s",
			STR_ARG(warnings.list.items[i]));
	cr_assert_eq(config.rules.list.count, 2);
	cr_expect_eq(config.rules.list.items[1].line, 3);
	cr_expect(str_equal(config.rules.list.items[1].label, STR("By sea")));
	cr_expect_eq(config.rules.saved.count, 1);
}

Test(config, takes_no_rule_from_the_command_line)
{
	struct warnings warnings;
	struct config config = read("", &warnings);
	struct error error = {0};

	cr_expect(!config_read_line(&config, STR("hide: title:x"), &error), "it would do nothing");
}

Test(config, names_a_wrong_line_and_keeps_what_stood)
{
	static const struct {
		const char *line, *warning;
	} rows[] = {
		{"measure = wide", "config:2: measure is a number of cells from 20 to 400, not \"wide\""},
		{"measure = 7", "config:2: measure is a number of cells from 20 to 400, not \"7\""},
		{"hints = some", "config:2: hints is one of full short off, not \"some\""},
		{"measure 60", "config:2: \"measure 60\" is no setting; write name = value"},
		{"color quote = blink",
			"config:2: \"blink\" is no colour or attribute; write e.g. bold red on white, italic "
			"208, #5f87af"},
		{"color qoute = bold", "config:2: there is no role \"qoute\"; dateline-config(5) lists them"},
		{"bind x", "config:2: write bind KEYS ACTION or bind VIEW:KEYS ACTION"},
		{"bind <Foo> down",
			"config:2: there is no key <Foo>; names are like <Enter>, <PageDown>, <F5>"},
		{"saved Korea = x", "config:2: write saved \"Name\" = QUERY"},
		{"saved \"a\" x", "config:2: write saved \"a\" = QUERY"},
		{"macro Play = mpv",
			"config:2: write macro NAME = COMMAND, the name in small letters, digits and hyphens"},
		{"macro play =",
			"config:2: write macro NAME = COMMAND, the name in small letters, digits and hyphens"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct warnings warnings;
		struct config config =
			read(arena_cstring(&arena, arena_printf(&arena, "measure = 50\n%s\n", rows[i].line)),
				&warnings);

		cr_assert_eq(warnings.list.count, 1, "%s", rows[i].line);
		cr_expect(str_equal(warnings.list.items[0], str_from(rows[i].warning)), "%s: got %.*s",
			rows[i].line, STR_ARG(warnings.list.items[0]));
		cr_expect_eq(config.settings.measure, 50);
	}
}

Test(config, refuses_a_second_query_of_one_name)
{
	struct warnings warnings;
	struct config config = read("saved \"a b\" = x\nsaved \"A-B\" = y\n", &warnings);

	cr_expect_eq(warnings.list.count, 1);
	cr_expect(str_equal(config_saved_query(&config, STR("a b")), STR("x")));
}

Test(config, says_which_binding_cannot_be)
{
	static const struct keymap_action actions[] = {{"", "down", "j", "next row"}};
	struct warnings warnings;
	struct config config = read("bind x down\nbind y nothing\n", &warnings);
	struct keymap keymap;
	struct keys x;
	const struct keymap_binding *binding;

	keymap_init(&keymap, &arena);
	keymap_add(&keymap, actions, 1);
	config_bind(&config, "config", &keymap, &warnings);
	cr_assert_eq(warnings.list.count, 1);
	cr_expect(str_starts_with(warnings.list.items[0], STR("config:2: there is no action \"nothing\"")));
	cr_assert(keys_parse(STR("x"), &x, NULL));
	cr_expect_eq(keymap_find(&keymap, STR(""), &x, &binding), KEYMAP_BOUND);
	cr_expect(config_read_line(&config, STR("unbind x"), NULL));
	config_bind(&config, "config", &keymap, &warnings);
	cr_expect_eq(warnings.list.count, 1, "what was said once is not said again");
	cr_expect_eq(keymap_find(&keymap, STR(""), &x, &binding), KEYMAP_UNBOUND);
}

Test(config, takes_a_missing_file_for_an_empty_one_unless_it_was_asked_for)
{
	struct warnings warnings;
	struct config config = read("", &warnings);
	struct error error = {0};

	cr_expect(config_load(&config, "/nonexistent/dateline/config", false, &warnings, &error));
	cr_expect_not(config_load(&config, "/nonexistent/dateline/config", true, &warnings, &error));
	cr_expect_eq(error.code, ERROR_NOT_FOUND);
}

Test(config, survives_any_bytes)
{
	struct warnings warnings;
	struct config config = read(
		"\xff\xfe = \x01\nbind \xc3 \xff\n= = =\nsaved \"\" = x\nsaved\nbind\ncolor\n", &warnings);

	cr_expect(warnings.list.count > 3);
	cr_expect_eq(config.settings.measure, 76);
}

/* ---- settings */

Test(settings, have_defaults_that_can_be_set)
{
	struct settings settings, again;

	settings_init(&settings);
	again = settings;
	for (size_t i = 0; i < settings_count; i++) {
		struct error error = {0};

		cr_expect(settings_set(&again, str_from(settings_table[i].name),
				  str_from(settings_table[i].default_value), &arena, &error),
			"%s: %s", settings_table[i].name, error.message);
	}
	cr_expect(str_equal(again.browser, settings.browser));
	again.browser = settings.browser;
	cr_expect(str_equal(again.save_folder, settings.save_folder));
	again.save_folder = settings.save_folder;
	cr_expect_eq(memcmp(&again, &settings, sizeof again), 0);
}

Test(settings, has_a_sentence_of_help_for_each)
{
	for (size_t i = 0; i < settings_count; i++)
		cr_expect(strlen(settings_table[i].help) > 10, "%s", settings_table[i].name);
}

/* ---- theme */

Test(theme, has_defaults_that_are_understood)
{
	struct theme theme;

	theme_init(&theme);
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		struct error error = {0};

		cr_assert_not_null(theme_roles[i].name, "role %zu has no row", i);
		cr_expect(theme_set(&theme, str_from(theme_roles[i].name),
				  str_from(theme_roles[i].default_value), &error),
			"%s: %s", theme_roles[i].name, error.message);
	}
}

Test(theme, finds_the_nearest_colour_there_is)
{
	cr_expect_eq(theme_nearest(3, 16), 3);
	cr_expect_eq(theme_nearest(THEME_TRUE_COLOUR + 0xff0000, 256), 9);
	cr_expect_eq(theme_nearest(THEME_TRUE_COLOUR + 0x5f87af, 256), 67);
	cr_expect_eq(theme_nearest(196, 8), 1);
	cr_expect_eq(theme_nearest(231, 16), 15);
}

/* ---- paths */

static const char *variable(void *context, const char *name)
{
	const char *const *pairs = context;

	for (; pairs[0]; pairs += 2)
		if (strcmp(pairs[0], name) == 0)
			return pairs[1];
	return NULL;
}

Test(paths, follow_the_environment)
{
	const char *home[] = {"HOME", "/home/x", NULL};
	const char *xdg[] = {"HOME", "/home/x", "XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "relative", NULL};
	const char *nothing[] = {NULL};
	struct paths paths;
	struct error error = {0};

	cr_assert(paths_find(variable, home, &arena, &paths, &error));
	cr_expect_str_eq(paths.config.data, "/home/x/.config/dateline/config");
	cr_expect_str_eq(paths.library.data, "/home/x/.local/share/dateline/library.db");
	cr_assert(paths_find(variable, xdg, &arena, &paths, &error));
	cr_expect_str_eq(paths.config.data, "/c/dateline/config");
	cr_expect_str_eq(paths.library.data, "/home/x/.local/share/dateline/library.db",
		"a relative path is not regarded");
	cr_expect_not(paths_find(variable, nothing, &arena, &paths, &error));
}

Test(config, makes_macros_actions_unless_there_is_one_of_the_name)
{
	static const struct keymap_action actions[] = {{"", "down", "j", "next row"}};
	static const char *const wanted[] = {"config:2: there is a macro play already",
		"config:3: there is an action down already; give the macro another name"};
	struct warnings warnings;
	struct config config =
		read("macro play = mpv \"$1\"\nmacro play = x\nmacro down = y\nbind j play\n", &warnings);
	struct keymap keymap;
	const struct keymap_binding *binding = NULL;

	keymap_init(&keymap, &arena);
	keymap_add(&keymap, actions, COUNT_OF(actions));
	config_bind(&config, "config", &keymap, &warnings);
	cr_assert_eq(warnings.list.count, 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect(str_equal(warnings.list.items[i], str_from(wanted[i])), "got %.*s",
			STR_ARG(warnings.list.items[i]));
	cr_assert_eq(keymap_find(&keymap, STR(""), &(struct keys){{'j'}, 1}, &binding), KEYMAP_BOUND);
	cr_expect_str_eq(binding->action->name, "play");
	cr_expect(str_equal(config_macro_command(&config, STR("play")), STR("mpv \"$1\"")));
	cr_expect_null(config_macro_command(&config, STR("down")).data);
}
