/* What `dateline parse` says of input that cannot be loaded: one sentence with the name, exit status 1, the
 * rest loaded. */
#include "dateline/base/buffer.h"
#include "dateline/base/json.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct run {
	int status;
	struct buffer output; /* standard output */
	struct buffer errors; /* standard error */
};

static char directory[] = "/tmp/dateline-parse-XXXXXX";

static void read_stream(const char *path, struct buffer *buffer)
{
	FILE *file = fopen(path, "rb");
	size_t got;

	cr_assert_not_null(file, "%s", path);
	while ((got = fread(buffer_room(buffer, 4096), 1, 4096, file)) > 0)
		buffer->length += got;
	fclose(file);
}

static void write_sample(const char *name, const char *bytes, size_t length)
{
	FILE *file = fopen(name, "wb");

	cr_assert_not_null(file);
	cr_assert_eq(fwrite(bytes, 1, length, file), length);
	fclose(file);
}

static void run_parse(struct run *run, const char *arguments)
{
	struct buffer command = {0};
	int status;

	buffer_printf(&command, "%s parse %s >out 2>err </dev/null", getenv("DATELINE"), arguments);
	buffer_add_char(&command, '\0');
	status = system(command.data);
	cr_assert(WIFEXITED(status), "%s", command.data);
	buffer_finish(&command);
	*run = (struct run){.status = WEXITSTATUS(status)};
	read_stream("out", &run->output);
	read_stream("err", &run->errors);
}

static void finish_run(struct run *run)
{
	buffer_finish(&run->output);
	buffer_finish(&run->errors);
}

static void enter_directory(void)
{
	char *program = realpath(getenv("DATELINE") ? getenv("DATELINE") : "build/release/dateline", NULL);

	cr_assert_not_null(program, "DATELINE must name the program");
	setenv("DATELINE", program, 1);
	free(program);
	cr_assert_not_null(mkdtemp(directory));
	cr_assert_eq(chdir(directory), 0);
}

static void leave_directory(void)
{
	char command[sizeof directory + 16];

	cr_assert_eq(chdir("/"), 0);
	snprintf(command, sizeof command, "rm -rf %s", directory);
	cr_expect_eq(system(command), 0);
}

TestSuite(parse, .init = enter_directory, .fini = leave_directory);

Test(parse, says_in_one_sentence_what_cannot_be_loaded)
{
	static const struct {
		const char *name, *bytes;
		size_t length;
		const char *code;
	} rows[] = {
		{"empty.xml", "", 0, "not-a-feed"},
		{"blank.xml", " \n\n", 3, "not-a-feed"},
		{"picture.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\2\3\4\5\6", 24, "not-a-feed"},
		{"other.xml", "<?xml version=\"1.0\"?><svg><title>x</title></svg>", 48, "not-a-feed"},
		{"cut.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [", 58,
			"malformed"},
		{"list.json", "{\"a\": 1}", 8, "not-a-feed"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena arena = {0};
		struct run run;
		const struct json *feed;

		write_sample(rows[i].name, rows[i].bytes, rows[i].length);
		run_parse(&run, rows[i].name);
		feed = json_parse(buffer_str(&run.output), &arena, NULL, NULL, NULL);
		cr_expect_eq(run.status, 1, "%s: status %d", rows[i].name, run.status);
		cr_expect(str_equal(json_text(json_get(json_get(feed, "error"), "code")),
				  str_from(rows[i].code)),
			"%s: %.*s", rows[i].name, STR_ARG(buffer_str(&run.output)));
		cr_expect_neq(str_find(buffer_str(&run.errors), str_from(rows[i].name), 0), STR_NPOS,
			"%s is named: %.*s", rows[i].name, STR_ARG(buffer_str(&run.errors)));
		cr_expect_eq(str_find_char(buffer_str(&run.errors), '\n', 0), run.errors.length - 1,
			"%s: one line: %.*s", rows[i].name, STR_ARG(buffer_str(&run.errors)));
		finish_run(&run);
		arena_finish(&arena);
	}
}

Test(parse, loads_the_other_sources_when_one_is_missing)
{
	static const char text[] = "A headline of its own\n\nThe first paragraph stands here.\n";
	struct run run;

	write_sample("good.txt", text, sizeof text - 1);
	run_parse(&run, "gone.xml good.txt");
	cr_expect_eq(run.status, 1);
	cr_expect_neq(str_find(buffer_str(&run.output), STR("\"code\":\"not-found\""), 0), STR_NPOS);
	cr_expect_neq(
		str_find(buffer_str(&run.output), STR("The first paragraph stands here."), 0), STR_NPOS);
	finish_run(&run);
}

Test(parse, reads_a_directory_in_the_order_of_names)
{
	struct run run;
	size_t first, second;

	cr_assert_eq(mkdir("d", 0700), 0);
	write_sample("d/b.txt", "Second headline\n\nText of the second.\n", 37);
	write_sample("d/a.txt", "First headline\n\nText of the first one.\n", 39);
	write_sample("d/.hidden", "Nobody sees this\n\nText.\n", 24);
	run_parse(&run, "d");
	first = str_find(buffer_str(&run.output), STR("First headline"), 0);
	second = str_find(buffer_str(&run.output), STR("Second headline"), 0);
	cr_expect_eq(run.status, 0);
	cr_expect(first != STR_NPOS && second != STR_NPOS && first < second);
	cr_expect_eq(str_find(buffer_str(&run.output), STR("Nobody"), 0), STR_NPOS);
	finish_run(&run);
}

Test(parse, keeps_the_articles_before_a_cut)
{
	static const char json[] =
		"{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\","
		"\"content_text\":\"The first article is whole.\"},{\"id\":\"2\",\"content_te";
	struct run run;

	write_sample("cut.json", json, sizeof json - 1);
	run_parse(&run, "cut.json");
	cr_expect_eq(run.status, 0);
	cr_expect_neq(str_find(buffer_str(&run.output), STR("The first article is whole."), 0), STR_NPOS);
	cr_expect_neq(str_find(buffer_str(&run.output), STR("\"error\":null"), 0), STR_NPOS);
	finish_run(&run);
}

#ifdef __linux__ /* where the linker looks for libraries is said otherwise elsewhere */
/* Beside a libcurl that cannot be loaded: who wants it fails. */
Test(parse, wants_libcurl_for_web_addresses_alone)
{
	static const char text[] = "A headline of its own\n\nThe first paragraph stands here.\n";
	struct run run;

	write_sample("libcurl.so.4", "", 0);
	write_sample("good.txt", text, sizeof text - 1);
	setenv("LD_LIBRARY_PATH", directory, 1);
	run_parse(&run, "good.txt");
	cr_expect_eq(run.status, 0);
	cr_expect_eq(run.errors.length, 0, "%.*s", STR_ARG(buffer_str(&run.errors)));
	finish_run(&run);
	run_parse(&run, "http://127.0.0.1:1/");
	unsetenv("LD_LIBRARY_PATH");
	cr_expect_eq(run.status, 1);
	cr_expect_neq(str_find(buffer_str(&run.errors), STR("nothing can be fetched"), 0), STR_NPOS, "%.*s",
		STR_ARG(buffer_str(&run.errors)));
	finish_run(&run);
}

Test(parse, repairs_a_feed_where_libxml2_cannot_say_what_is_wrong)
{
	static const char feed[] = "<rss><channel><item><title>Salt & Sons</title></item></channel>";
	struct run run;

	write_sample("libxml2.so.2", "", 0);
	write_sample("libxml2.so.16", "", 0);
	write_sample("cut.xml", feed, sizeof feed - 1);
	setenv("LD_LIBRARY_PATH", directory, 1);
	run_parse(&run, "cut.xml");
	unsetenv("LD_LIBRARY_PATH");
	cr_expect_eq(run.status, 0);
	cr_expect_neq(str_find(buffer_str(&run.output), STR("Salt & Sons"), 0), STR_NPOS);
	cr_expect_neq(str_find(buffer_str(&run.output), STR("the document ends before"), 0), STR_NPOS);
	finish_run(&run);
}
#endif

Test(parse, a_usage_mistake_exits_with_2)
{
	struct run run;

	run_parse(&run, "--nonsense x");
	cr_expect_eq(run.status, 2);
	cr_expect_neq(str_find(buffer_str(&run.errors), STR("--nonsense"), 0), STR_NPOS);
	finish_run(&run);
	run_parse(&run, "");
	cr_expect_eq(run.status, 2);
	finish_run(&run);
}
