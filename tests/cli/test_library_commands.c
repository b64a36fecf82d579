/* list, show, quotes, tags, mark, label, undo, check: what they print, what they say of mistakes, how they
 * exit. */
#include "../support/library.h"

#include "dateline/base/buffer.h"
#include "dateline/base/json.h"
#include "dateline/store/index.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct library library;

struct run {
	int status;
	struct str output, errors;
};

static struct str read_stream(const char *name)
{
	FILE *file = fopen(library_file(&library, name), "rb");
	struct buffer bytes = {0};
	struct str text;
	size_t got;

	cr_assert_not_null(file);
	while ((got = fread(buffer_room(&bytes, 4096), 1, 4096, file)) > 0)
		bytes.length += got;
	fclose(file);
	text = bytes.length ? arena_copy(&library.arena, buffer_str(&bytes)) : STR("");
	buffer_finish(&bytes);
	return text;
}

/* `arguments` as in a shell. */
static struct run run(const char *arguments)
{
	const char *program = getenv("DATELINE") ? getenv("DATELINE") : "build/release/dateline";
	char command[1024];
	struct run result;
	int status;

	snprintf(command, sizeof command, "TZ=UTC HOME=%s %s --library %s %s >%s/out 2>%s/err </dev/null",
		library.folder, program, library.path, arguments, library.folder, library.folder);
	status = system(command);
	cr_assert(WIFEXITED(status), "%s", command);
	result = (struct run){WEXITSTATUS(status), read_stream("out"), read_stream("err")};
	return result;
}

static bool says(struct str text, const char *what)
{
	return str_find(text, str_from(what), 0) != STR_NPOS;
}

static size_t line_count(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.length; i++)
		count += text.data[i] == '\n';
	return count;
}

static const struct json *first_line(struct str text)
{
	struct str line = STR("");
	struct error error = {0};
	const struct json *json;

	str_next(&text, '\n', &line);
	json = json_parse(line, &library.arena, NULL, NULL, &error);
	cr_assert_not_null(json, "%s: %.*s", error.message, STR_ARG(line));
	return json;
}

/* Three articles; the newest has everything. */
static void start(void)
{
	struct feed document;
	struct article *article;
	struct arena *arena = &library.arena;
	struct error error = {0};
	size_t left;

	library_start(&library);
	document = library_document(&library, 3);
	article = &document.articles.items[0];
	article->title = STR("A parade \x1b]0;evil\x07in Beijing");
	article->standfirst = STR("Stands <first> & *last*");
	article->published = 1756713600;
	*LIST_PUSH(arena, &article->authors) = STR("Ada Marsh");
	*LIST_PUSH(arena, &article->tags) = (struct tag){STR("North Korea"), TAG_CATEGORY};
	article->content = (struct content){CONTENT_HTML,
		STR("<p>The guests came early.</p><h2>Background</h2><p>“We warmly welcome the guests to Beijing,” "
		    "said Hong Lei, China’s assistant foreign minister. See <a href=\"https://x.example/(a)\">this</a>.</p>"
		    "<ul><li>one</li></ul><pre>a\n  b</pre>"),
		STR("https://news.example/")};
	*LIST_PUSH(arena, &article->quotes) =
		(struct quote){.text = STR("We warmly welcome the guests to Beijing,"),
			.speaker = STR("Hong Lei"),
			.role = STR("China’s assistant foreign minister"),
			.cue = STR("said"),
			.block = 2,
			.start = 3,
			.end = 43,
			.is_certain = true};
	library_put(&library, &document);
	cr_assert(store_index(library.store, 100, &left, &error), "%s", error.message);
}

static void end(void)
{
	library_end(&library);
}

TestSuite(library_commands, .init = start, .fini = end);

Test(library_commands, list_prints_one_headline_a_line_without_control_characters)
{
	struct run got = run("list");

	cr_expect_eq(got.status, 0);
	cr_expect_eq(line_count(got.output), 3);
	cr_expect(says(got.output, "     3 ●  2025-09-01 08:00 News"), "%.*s", STR_ARG(got.output));
	cr_expect(says(got.output, "A parade ]0;evilin Beijing  ❝1"), "%.*s", STR_ARG(got.output));
	cr_expect_eq(str_find_char(got.output, 0x1b, 0), STR_NPOS);
	cr_expect_eq(str_find_char(got.output, 0x07, 0), STR_NPOS);
	cr_expect_eq(got.errors.length, 0);
}

Test(library_commands, list_shows_the_passage_of_the_words)
{
	struct run got = run("list warmly");

	cr_expect_eq(line_count(got.output), 2);
	cr_expect(says(got.output, "“We warmly welcome"), "%.*s", STR_ARG(got.output));
}

Test(library_commands, list_as_json_prints_the_articles_of_the_model_and_where_they_are)
{
	struct run got = run("list --json 'tag:\"North Korea\"'");
	const struct json *article = first_line(got.output);

	cr_expect_eq(line_count(got.output), 1);
	cr_expect(str_equal(json_text(json_get(article, "id")), STR("guid-3")));
	cr_expect_not_null(json_get(article, "blocks"));
	cr_expect_not_null(json_get(article, "comments"));
	cr_expect(str_equal(json_get(json_get(article, "library"), "number")->text, STR("3")));
	cr_expect(str_equal(json_text(json_get(json_get(article, "library"), "feed")), STR("News")));
	cr_expect_eq(json_get(json_get(article, "library"), "read")->kind, JSON_BOOL);
}

Test(library_commands, list_reads_long_lists_to_the_end)
{
	struct feed document = library_document(&library, 1203);
	struct run got;

	library_put(&library, &document);
	got = run("list");
	cr_expect_eq(line_count(got.output), 1203);
	got = run("list sort:title");
	cr_expect_eq(line_count(got.output), 1203);
	got = run("list limit:7");
	cr_expect_eq(line_count(got.output), 7);
}

Test(library_commands, show_prints_every_form)
{
	static const struct {
		const char *arguments, *wanted;
	} rows[] = {
		{"show 3", "News · by Ada Marsh · 2025-09-01 08:00"},
		{"show 3 --text", "§ Background"},
		{"show 3", "#North Korea"},
		{"show 3", "    a\n      b\n"},
		{"show 3 --markdown", "# A parade \\]0;evilin Beijing"},
		{"show 3 --markdown", "**Stands \\<first\\> & \\*last\\***"},
		{"show 3 --markdown", "[this](https://x.example/%28a%29)"},
		{"show 3 --markdown", "- one"},
		{"show 3 --html", "<strong>Stands &lt;first&gt; &amp; *last*</strong>"},
		{"show 3 --html", "<a href=\"https://x.example/(a)\">this</a>"},
		{"show 3 --html", "<h2>Background</h2>"},
		{"show 3 --json", "\"standfirst\":\"Stands <first> & *last*\""},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct run got = run(rows[i].arguments);

		cr_expect_eq(got.status, 0, "%s", rows[i].arguments);
		cr_expect(says(got.output, rows[i].wanted), "%s: no \"%s\" in\n%.*s", rows[i].arguments,
			rows[i].wanted, STR_ARG(got.output));
		cr_expect_eq(str_find_char(got.output, 0x1b, 0), STR_NPOS, "%s", rows[i].arguments);
	}
}

Test(library_commands, quotes_are_grouped_by_article)
{
	struct run got = run("quotes speaker:lei");

	cr_expect(says(got.output, "3  A parade"), "%.*s", STR_ARG(got.output));
	cr_expect(says(got.output, "  Hong Lei, China’s assistant foreign minister:\n"
				   "    “We warmly welcome the guests to Beijing,”\n"),
		"%.*s", STR_ARG(got.output));
	got = run("quotes --json");
	cr_expect(str_equal(json_text(json_get(first_line(got.output), "speaker")), STR("Hong Lei")));
	cr_expect(str_equal(json_get(json_get(first_line(got.output), "article"), "number")->text, STR("3")));
	got = run("quotes speaker:nobody");
	cr_expect_eq(got.status, 0);
	cr_expect_eq(got.output.length, 0);
}

Test(library_commands, quotes_explain_how_each_speaker_was_found)
{
	struct run got = run("quotes --explain 3");

	cr_expect_eq(got.status, 0);
	cr_expect(says(got.output, "Hong Lei"), "%.*s", STR_ARG(got.output));
	cr_expect(says(got.output, "direct; block"), "%.*s", STR_ARG(got.output));
}

Test(library_commands, tags_are_printed_with_their_counts)
{
	struct run got = run("tags");

	cr_expect(str_equal(got.output, STR("      1 unread       1  North Korea\n")), "%.*s",
		STR_ARG(got.output));
	got = run("tags --json");
	cr_expect(str_equal(got.output, STR("{\"name\":\"North Korea\",\"articles\":1,\"unread\":1}\n")),
		"%.*s", STR_ARG(got.output));
}

Test(library_commands, marks_labels_and_undo_follow_each_other)
{
	cr_expect(says(run("mark read ''").output, "3 of 3 articles changed"));
	cr_expect_eq(run("list unread").output.length, 0);
	cr_expect(says(run("mark star 'tag:\"North Korea\"'").output, "1 of 1 article changed"));
	cr_expect(says(run("label 'to keep' starred").output, "1 of 1 article changed"));
	cr_expect_eq(line_count(run("list 'label:\"to keep\"'").output), 1);
	cr_expect(says(run("undo").output, "taken back: 1 article labelled to keep"));
	cr_expect_eq(run("list 'label:\"to keep\"'").output.length, 0);
	cr_expect(says(run("undo").output, "taken back: 1 article starred"));
	cr_expect(says(run("undo").output, "taken back: 3 articles marked read"));
	cr_expect_eq(line_count(run("list unread").output), 3);
	cr_expect(says(run("undo").output, "taken back: feed subscribed to: "));
	cr_expect_eq(run("undo").status, 1);
	cr_expect(says(run("undo --redo").output, "done again: feed subscribed to: "));
	cr_expect(says(run("undo --redo").output, "done again: 3 articles marked read"));
	cr_expect(says(run("mark -q '-starred' unread").output, "3 of 3"));
	cr_expect_eq(run("mark --quiet read ''").output.length, 0);
}

/* Writes the configuration and prints its rules. */
static struct run run_rules(const char *config)
{
	const char *path = library_file(&library, "config");
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	fputs(config, file);
	fclose(file);
	return run(arena_printf(&library.arena, "--config %s rules%c", path, 0).data);
}

Test(library_commands, rules_are_listed_with_how_many_articles_they_fit)
{
	struct run result;

	cr_assert_eq(run("mark hide id:3").status, 0);
	result = run_rules("hide: id:3\nstar: id:1 OR id:3\nmute: nothingatall\n");
	cr_expect_eq(result.status, 0);
	cr_expect(
		str_equal(result.output,
			STR("      1  hide: id:3\n      2  star: id:1 OR id:3\n      0  mute: nothingatall\n")),
		"%.*s", STR_ARG(result.output));
	result = run_rules("hide: tga:x\nstar: id:1\n");
	cr_expect_eq(result.status, 1, "one is wrong");
	cr_expect(says(result.errors, ":1:7: no field") && says(result.output, "1  star: id:1"));
	cr_expect_eq(run("rules more").status, 2);
}

Test(library_commands, check_reports_a_sound_library)
{
	struct run got = run("check");

	cr_expect_eq(got.status, 0);
	cr_expect(says(got.output, "3 articles of 1 feed;"), "%.*s", STR_ARG(got.output));
}

Test(library_commands, check_saves_what_it_can_of_a_damaged_library)
{
	struct feed document = library_document(&library, 300);
	struct run got;
	FILE *file;
	int64_t root;

	library_put(&library, &document);
	store_close(library.store);
	library.store = NULL;
	root = library_number(&library, "SELECT rootpage FROM sqlite_schema WHERE name = 'article_newest'");
	file = fopen(library.path, "r+b");
	fseek(file, (long)((root - 1) * 2048), SEEK_SET);
	fwrite("\xff\xff\xff\xff", 1, 4, file);
	fclose(file);
	got = run("check");
	cr_expect_eq(got.status, 1);
	cr_expect(says(got.output, "300 articles of 1 feed were saved to a new library"), "%.*s%.*s",
		STR_ARG(got.output), STR_ARG(got.errors));
	cr_expect(says(got.output, ".damaged-1"));
	cr_expect_eq(line_count(run("list").output), 300);
	cr_expect_eq(run("check").status, 0);
}

Test(library_commands, exit_with_what_went_wrong)
{
	static const struct {
		const char *arguments;
		int status;
		const char *errors;
	} rows[] = {
		{"show 4711", 1, "there is no article 4711"},
		{"show abc", 1, "\"abc\" is no article"},
		{"show", 2, "usage: dateline show"},
		{"show 3 --html --text", 2, "usage: dateline show"},
		{"list tga:korea", 2, "no field \"tga\""},
		{"list --nonsense", 2, "no option"},
		{"list -- --json -q", 0, ""},
		{"list -q", 2, "needs a value"},
		{"quotes --explain abc", 2, "\"abc\" is no article"},
		{"mark read", 2, "usage: dateline mark"},
		{"mark eaten unread", 2, "usage: dateline mark"},
		{"label unread", 2, "usage: dateline label"},
		{"undo 3", 2, "usage: dateline undo"},
		{"tags 'a OR'", 2, "OR needs something on its right"},
		{"list --json tga:korea", 2, "{\"code\":\"query\""},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct run got = run(rows[i].arguments);

		cr_expect_eq(got.status, rows[i].status, "%s: got status %d", rows[i].arguments, got.status);
		cr_expect(
			says(got.errors, rows[i].errors), "%s: %.*s", rows[i].arguments, STR_ARG(got.errors));
	}
}

Test(library_commands, exit_with_3_when_the_library_cannot_be_opened)
{
	static const char *const commands[] = {
		"list", "show 1", "quotes", "tags", "mark read ''", "label a ''", "undo"};
	FILE *file;

	store_close(library.store);
	library.store = NULL;
	file = fopen(library.path, "w");
	fputs("This is no library at all, but a file of somebody who keeps letters.", file);
	fclose(file);
	for (size_t i = 0; i < COUNT_OF(commands); i++) {
		struct run got = run(commands[i]);

		cr_expect_eq(got.status, 3, "%s: got status %d", commands[i], got.status);
		cr_expect(says(got.errors, "no library of dateline"), "%s: %.*s", commands[i],
			STR_ARG(got.errors));
	}
	cr_expect_eq(run("check").status, 3);
}
