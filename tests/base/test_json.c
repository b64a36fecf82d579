#include "dateline/base/json.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

Test(json, reads_nested_values_and_escapes)
{
	struct arena arena = {0};
	const char *repaired = NULL;
	const struct json *value =
		json_parse(STR("{\"a\": [1, true, null, \"x\\u00e9\\ud83d\\ude00\\n\"], \"b\": -2.5e1}"),
			&arena, &repaired, NULL, NULL);

	cr_assert_not_null(value);
	cr_expect_null(repaired);
	cr_expect_eq(json_get(value, "b")->number, -25.0);
	cr_expect(str_equal(json_text(json_get(value, "a")->first->next->next->next), STR("xé😀\n")));
	arena_finish(&arena);
}

Test(json, forgives_what_feeds_get_wrong_and_says_so)
{
	static const char *const rows[] = {
		"{\"a\": 1,}",
		"{\"a\": 1 /* why */}",
		"{\"a\": 1} trailing",
		"{\"b\": 2 \"a\": 1}",
		"{\"b\": \"\\uZZZZ\", \"a\": 1}",
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *repaired = NULL;
		const struct json *value = json_parse(str_from(rows[i]), &arena, &repaired, NULL, NULL);

		cr_assert_not_null(value, "%s", rows[i]);
		cr_expect_eq(json_get(value, "a")->number, 1.0, "%s", rows[i]);
		cr_expect_not_null(repaired, "%s", rows[i]);
	}
	arena_finish(&arena);
}

Test(json, takes_the_last_of_members_with_one_name)
{
	struct arena arena = {0};
	const struct json *value =
		json_parse(STR("{\"a\": 1, \"b\": 2, \"a\": 3}"), &arena, NULL, NULL, NULL);

	cr_expect_eq(json_get(value, "a")->number, 3.0);
	arena_finish(&arena);
}

Test(json, names_the_line_where_it_stops_and_keeps_what_came_before)
{
	struct arena arena = {0};
	const struct json *partial = NULL;
	struct error error = {0};

	cr_expect_null(json_parse(STR("{\"a\": 1,\n\"b\": [1, 2"), &arena, NULL, &partial, &error));
	cr_expect_eq(error.code, ERROR_MALFORMED);
	cr_expect_eq(error.line, 2);
	cr_assert_not_null(partial);
	cr_expect_eq(json_get(partial, "a")->number, 1.0);
	arena_finish(&arena);
}

Test(json, refuses_nesting_without_end)
{
	struct arena arena = {0};
	struct error error = {0};
	char *deep = malloc(200000);

	memset(deep, '[', 200000);
	cr_expect_null(json_parse((struct str){deep, 200000}, &arena, NULL, NULL, &error));
	cr_expect_eq(error.code, ERROR_MALFORMED);
	free(deep);
	arena_finish(&arena);
}

static void expect_written(struct str input, const char *want)
{
	struct buffer out = {0};
	struct json_writer json = {.out = &out};

	json_string(&json, input);
	cr_expect(str_equal(buffer_str(&out), str_from(want)), "got %.*s, want %s", STR_ARG(buffer_str(&out)),
		want);
	buffer_finish(&out);
}

Test(json, writes_strings_that_any_reader_and_any_terminal_can_take)
{
	expect_written(STR_NONE, "null");
	expect_written(STR("plain text of more than eight bytes"), "\"plain text of more than eight bytes\"");
	expect_written(STR("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\n\\u0001\"");
	expect_written(STR("\xc2\x9b[31m"), "\"\\u009b[31m\"");
	expect_written(STR("é😀 twelve bytes “more”"), "\"é😀 twelve bytes “more”\"");
	expect_written(STR("bad \xff byte"), "\"bad \xef\xbf\xbd byte\"");
}

Test(json, reads_back_what_it_wrote_wherever_a_character_stands)
{
	static const char *const characters[] = {
		"\"", "\\", "\n", "\x01", "\x1f", "\x7f", "é", "”", "😀", " ", "~"};

	for (size_t i = 0; i < COUNT_OF(characters); i++)
		for (size_t at = 0; at < 20; at++) {
			struct arena arena = {0};
			struct buffer out = {0};
			struct json_writer json = {.out = &out};
			struct str text = arena_printf(&arena, "%.*s%s%.*s", (int)at, "aaaaaaaaaaaaaaaaaaaa",
				characters[i], (int)at % 9, "bbbbbbbbb");

			json_string(&json, text);
			cr_expect(str_equal(json_text(json_parse(buffer_str(&out), &arena, NULL, NULL, NULL)),
					  text),
				"%.*s", STR_ARG(buffer_str(&out)));
			buffer_finish(&out);
			arena_finish(&arena);
		}
}

Test(json, writes_what_is_no_text_as_such_wherever_it_stands)
{
	static const struct {
		const char *piece, *written;
	} rows[] = {
		{"\xff", "\xef\xbf\xbd"},
		{"\x80", "\xef\xbf\xbd"},
		{"\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd"},
		{"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
		{"\xc2\x9b", "\\u009b"},
		{"\xe0\xa4\xb9", "\xe0\xa4\xb9"},
	};
	static const char *const around[] = {"a", "é", "日", "😀"};

	for (size_t round = 0; round < COUNT_OF(rows) * COUNT_OF(around) * 20; round++) {
		size_t row = round % COUNT_OF(rows), kind = round / COUNT_OF(rows) % COUNT_OF(around);
		size_t count = round / COUNT_OF(rows) / COUNT_OF(around);
		struct str before = STR(""), after;
		struct arena arena = {0};

		for (size_t i = 0; i < count; i++)
			before = arena_join(&arena, before, str_from(around[kind]));
		after = count % 2 ? before : STR("");
		expect_written(
			arena_printf(&arena, "%.*s%s%.*s", STR_ARG(before), rows[row].piece, STR_ARG(after)),
			arena_cstring(&arena, arena_printf(&arena, "\"%.*s%s%.*s\"", STR_ARG(before),
						      rows[row].written, STR_ARG(after))));
		arena_finish(&arena);
	}
}

Test(json, puts_commas_between_members_only)
{
	struct buffer out = {0};
	struct json_writer json = {.out = &out};

	json_open_object(&json);
	json_key(&json, "a");
	json_open_list(&json);
	json_number(&json, INT64_MIN);
	json_bool(&json, false);
	json_close_list(&json);
	json_key(&json, "b");
	json_null(&json);
	json_close_object(&json);
	cr_expect(str_equal(buffer_str(&out), STR("{\"a\":[-9223372036854775808,false],\"b\":null}")));
	buffer_finish(&out);
}

Test(json, a_fault_in_one_object_of_a_list_costs_no_other)
{
	static const char *const broken[] = {
		"{\"id\": 2, \"title\": \"He said \"no\" to it\", \"more\": {\"id\": 9}}",
		"{\"id\": 2, \"title\": }",
		"{\"id\": 2, \"list\": [{\"url\": \"a\"}, {\"url\": b\"}]}",
		"{\"id\": 2, \"title\": \"never closed}",
		"{\"id\": 2 \"title\" \"x\"}",
		"{\"id\": 2, title: \"x\"}",
		"{\"id\": 2, \"title\": \"x\"",
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(broken); i++) {
		struct str text = arena_printf(&arena,
			"{\"title\": \"T\", \"items\": [{\"id\": 1, \"title\": \"a\"} ,\n %s, { \"id\": 3, \"title\": \"c\"}, {\"id\": 4}]}",
			broken[i]);
		const struct json *partial = NULL, *value, *item;
		const char *repaired = NULL;
		double id = 0;

		value = json_parse(text, &arena, &repaired, &partial, NULL);
		cr_assert_not_null(value, "%s", broken[i]);
		cr_expect_not_null(repaired);
		for (item = json_get(value, "items")->first; item; item = item->next)
			id = id * 10 + json_get(item, "id")->number;
		cr_expect_eq(id, 1234, "%s: %.0f", broken[i], id);
	}
	arena_finish(&arena);
}

Test(json, faults_in_each_of_many_objects_take_time_in_proportion)
{
	struct arena arena = {0};
	struct buffer out = {0};
	const struct json *partial = NULL;

	buffer_add(&out, STR("[{\"id\": 0}"));
	for (int i = 0; i < 200000; i++)
		buffer_add(&out, STR(",{\"id\": \"x},{\"id\": 1}"));
	json_parse(buffer_str(&out), &arena, NULL, &partial, NULL);
	cr_expect_not_null(partial);
	buffer_finish(&out);
	arena_finish(&arena);
}
