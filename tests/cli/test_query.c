/* `dateline query` and `dateline keys`: what they print, where the mistake is said to be, how they exit. */
#include "../support/library.h"

#include "dateline/base/file.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

static struct library library;

struct run {
	int status;
	struct str output, errors;
};

static struct str load(const char *name)
{
	struct buffer bytes = {0};
	struct error error = {0};
	struct str text;

	cr_assert(file_read(library_file(&library, name), 1 << 20, &bytes, &error), "%s", error.message);
	text = bytes.length ? arena_copy(&library.arena, buffer_str(&bytes)) : STR("");
	buffer_finish(&bytes);
	return text;
}

/* `arguments` as in a shell. */
static struct run run(const char *arguments)
{
	const char *program = getenv("DATELINE") ? getenv("DATELINE") : "build/release/dateline";
	char command[2048];
	int status;

	snprintf(command, sizeof command, "TZ=UTC %s --library %s --config %s %s >%s/out 2>%s/err </dev/null",
		program, library.path, library_file(&library, "config"), arguments, library.folder,
		library.folder);
	status = system(command);
	cr_assert(WIFEXITED(status), "%s", command);
	return (struct run){WEXITSTATUS(status), load("out"), load("err")};
}

static void configure(const char *text)
{
	FILE *file = fopen(library_file(&library, "config"), "w");

	cr_assert_not_null(file);
	fputs(text, file);
	fclose(file);
}

/* Three articles, two of them with a tag; the second one starred, the third one hidden. */
static void start(void)
{
	struct feed document;

	library_start(&library);
	document = library_document(&library, 3);
	*LIST_PUSH(&library.arena, &document.articles.items[1].tags) =
		(struct tag){STR("North Korea"), TAG_TAG};
	*LIST_PUSH(&library.arena, &document.articles.items[2].tags) =
		(struct tag){STR("North Korea"), TAG_TAG};
	library_put(&library, &document);
	library_run(&library, "UPDATE article SET is_starred = 1 WHERE guid = 'guid-2'");
	configure("saved \"Korea desk\" = tag:\"North Korea\" starred\n");
}

static void end(void)
{
	library_end(&library);
}

TestSuite(query_command, .init = start, .fini = end);

static void expect(struct run got, int status, const char *output, const char *errors)
{
	cr_expect_eq(got.status, status, "exit status %d", got.status);
	cr_expect(str_equal(got.output, str_from(output)), "output:\n%.*s", STR_ARG(got.output));
	cr_expect(str_equal(got.errors, str_from(errors)), "errors:\n%.*s", STR_ARG(got.errors));
}

Test(query_command, prints_the_query_as_it_was_understood)
{
	expect(run("query unread 'tag:(\"North Korea\")' NOT x"), 0, "is:unread tag:\"North Korea\" -x\n",
		"");
	expect(run("query --check -q '-starred'"), 0, "-is:starred\n", "");
	expect(run("query -- -starred"), 0, "-is:starred\n", "");
}

Test(query_command, shows_a_mistake_in_three_lines)
{
	expect(run("query 'a tga:x'"), 2, "",
		"a tga:x\n  ^~~\nquery:1:3: no field \"tga\"; did you mean tag: ? For the text write \"tga:x\"\n");
	expect(run("list 'a ('"), 2, "", "a (\n  ^\nquery:1:3: this bracket is never closed\n");
}

Test(query_command, gives_a_mistake_to_machines)
{
	expect(run("query --json sort:newst"), 2, "",
		"{\"code\":\"query\",\"line\":1,\"column\":6,\"end\":10,\"message\":\"cannot sort by \\\"newst\\\"; did you mean "
		"newest ?\",\"suggestion\":\"sort:newest\"}\n");
}

Test(query_command, says_what_was_hardly_meant)
{
	expect(run("query tag:North Korea"), 0, "tag:North Korea\n",
		"query:1:11: \"Korea\" is searched as a word; for the tag write tag:\"North Korea\" (2)\n");
	expect(run("--quiet query tag:North Korea"), 0, "tag:North Korea\n", "");
}

Test(query_command, knows_the_saved_queries)
{
	expect(run("query 'saved:korea-desk'"), 0, "saved:korea-desk\n", "");
	expect(run("query 'saved:\"Korea dsk\"'"), 2, "",
		"saved:\"Korea dsk\"\n      ^~~~~~~~~~~\nquery:1:7: no saved query \"Korea dsk\"; did you mean \"Korea desk\" ?\n");
	expect(run("query --explain 'saved:\"Korea desk\"'"), 0,
		"saved:\"Korea desk\"\n       3  all articles\n       1  saved:\"Korea desk\"\n", "");
}

Test(query_command, explains_term_by_term)
{
	expect(run("query --explain 'Title tag:\"North Korea\" starred'"), 0,
		"Title tag:\"North Korea\" is:starred\n"
		"       3  all articles\n"
		"       1  is:starred\n"
		"       1  tag:\"North Korea\"\n"
		"       1  Title\n",
		"");
}

Test(query_command, says_why_an_article_is_not_there)
{
	library_run(&library, "UPDATE article SET is_hidden = 1 WHERE id = 1");
	expect(run("query --why 3 'tag:\"North Korea\" starred'"), 0,
		"tag:\"North Korea\" is:starred\n3 is refused by is:starred\n", "");
	expect(run("query --why 2 starred"), 0, "is:starred\n2 is chosen\n", "");
	expect(run("query --why 1 Title"), 0, "Title\n1 is hidden; is:hidden shows it\n", "");
	cr_expect_eq(run("query --why 99 Title").status, 1);
	cr_expect_eq(run("query --why x Title").status, 2);
}

Test(query_command, lists_the_keys_with_the_bindings_of_the_configuration)
{
	struct run got;

	configure("bind <F5> quit\nunbind Q\n");
	got = run("keys --list");
	cr_expect_eq(got.status, 0);
	cr_expect_neq(
		str_find(got.output, STR("\n*\t<F5>\tquit\t"), 0), STR_NPOS, "%.*s", STR_ARG(got.output));
	cr_expect_eq(str_find(got.output, STR("\n*\tQ\t"), 0), STR_NPOS);
	cr_expect_eq(got.errors.length, 0);
	configure("bind x nonsense\nmeasure = 1\n");
	got = run("keys");
	cr_expect_neq(str_find(got.errors, STR("config:1: there is no action \"nonsense\""), 0), STR_NPOS);
	cr_expect_neq(str_find(got.errors, STR("config:2: measure is a number of cells from 20 to 400"), 0),
		STR_NPOS);
	cr_expect_neq(str_find(got.output, STR("in every view\n"), 0), STR_NPOS);
}
