#include "reader.h"

#include "dateline/base/buffer.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

int64_t reader_now = READER_NOW;
const char *reader_config_path;

static int64_t now(void *context)
{
	(void)context;
	return reader_now;
}

static bool browse(void *context, struct str address, struct error *error)
{
	struct reader_test *test = context;

	(void)error;
	snprintf(test->browsed, sizeof test->browsed, "%.*s", STR_ARG(address));
	return true;
}

static void turn(struct reader_test *test)
{
	if (test->is_open)
		test->is_open = ui_step(test->ui, false);
	term_read(test->term);
}

static struct reader_test *start(
	int rows, int columns, const char *source, const char *term, bool no_colour, const char *config)
{
	struct reader_test *test = calloc(1, sizeof *test);
	struct engine_options engine = {.library = ":memory:test", .workers = 0, .now = now};
	struct str sources[] = {str_from(source)};
	struct ui_options ui = {
		.has_no_colour = no_colour, .library = ":memory:test", .now = now, .browse = browse};
	struct warnings warnings;
	struct error error = {0};

	cr_assert(setlocale(LC_ALL, "C.UTF-8"));
	setenv("TZ", "UTC", 1);
	warnings_init(&warnings, &test->arena);
	config_init(&test->config, &test->arena);
	config_read(&test->config, str_from(config), "config", &warnings);
	cr_assert_eq(warnings.list.count, 0);
	engine.rules = &test->config.rules;
	cr_assert(engine_open(&engine, &test->engine, &error), "%s", error.message);
	if (source)
		engine_load_sources(test->engine, sources, 1);
	test->term = term_open(rows, columns);
	ui.input = test->term->input;
	ui.output = test->term->output;
	ui.term = term;
	ui.engine = test->engine;
	ui.config = &test->config;
	ui.config_path = reader_config_path;
	ui.applies_rules = true;
	ui.browse_context = test;
	cr_assert(ui_open(&ui, &test->ui, &error), "%s", error.message);
	test->is_open = true;
	engine_apply_rules(test->engine);
	turn(test);
	return test;
}

struct reader_test *reader_start_with(
	int rows, int columns, const char *source, const char *term, bool no_colour)
{
	return start(rows, columns, source, term, no_colour, "");
}

struct reader_test *reader_start_configured(int rows, int columns, const char *config)
{
	return start(rows, columns, READER_SAMPLE, "xterm-256color", false, config);
}

struct reader_test *reader_start(int rows, int columns)
{
	return reader_start_with(rows, columns, READER_SAMPLE, "xterm-256color", false);
}

void reader_finish(struct reader_test *test)
{
	ui_close(test->ui);
	engine_close(test->engine);
	term_close(test->term);
	arena_finish(&test->arena);
	free(test);
}

void reader_type(struct reader_test *test, const char *keys)
{
	term_type(test->term, keys);
	turn(test);
	turn(test); /* what waits for a pause in the typing */
}

void reader_click(struct reader_test *test, const char *text)
{
	cr_expect(term_click(test->term, text), "%s is not shown", text);
	turn(test);
}

void reader_wheel(struct reader_test *test, const char *text, int direction)
{
	cr_expect(term_wheel(test->term, text, direction), "%s is not shown", text);
	turn(test);
}

void reader_resize(struct reader_test *test, int rows, int columns)
{
	term_resize(test->term, rows, columns);
	turn(test);
}
