/* The commands for subscriptions, run as a user runs them, against a server on the loopback. */
#include "../support/server.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define RSS(title, items)                                                                                    \
	"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" title                                 \
	"</title><link>http://example.org/</link>"                                                           \
	"<description>d</description>" items "</channel></rss>"
#define ITEM(n)                                                                                              \
	"<item><title>Report " #n "</title><guid>g" #n "</guid><description>Words of it.</description></item>"

static char directory[64], output[65536], errors[65536];
static struct server *server;

static void begin(void)
{
	strcpy(directory, "/tmp/dateline-cli-XXXXXX");
	cr_assert_not_null(mkdtemp(directory));
	server = server_start();
}

static void end(void)
{
	char command[128];

	server_stop(server);
	snprintf(command, sizeof command, "rm -r %s", directory);
	cr_expect_eq(system(command), 0);
}

TestSuite(subscriptions, .init = begin, .fini = end, .timeout = 60);

static void read_all(const char *name, char *text, size_t size)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", directory, name);
	file = fopen(path, "r");
	cr_assert_not_null(file);
	text[fread(text, 1, size - 1, file)] = '\0';
	fclose(file);
}

/* Runs one command line of the program on a library of the test's own; gives its exit status. */
static int run(const char *arguments)
{
	char command[4096];
	int status;

	snprintf(command, sizeof command,
		"HOME=%s XDG_CONFIG_HOME= XDG_DATA_HOME= %s --library %s/library.db %s >%s/out 2>%s/err </dev/null",
		directory, getenv("DATELINE"), directory, arguments, directory, directory);
	status = system(command);
	read_all("out", output, sizeof output);
	read_all("err", errors, sizeof errors);
	cr_assert(WIFEXITED(status), "%s", command);
	return WEXITSTATUS(status);
}

static int run_with(const char *format, const char *value)
{
	char arguments[2048];

	snprintf(arguments, sizeof arguments, format, value);
	return run(arguments);
}

static void write_file(const char *name, const char *text)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", directory, name);
	file = fopen(path, "w");
	fputs(text, file);
	fclose(file);
}

static void script(const char *path, const char *body)
{
	server_script(server, path, (struct server_answer){.body = body});
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static void add_post(void)
{
	script("/f", RSS("The Post", ITEM(1) ITEM(2)));
	cr_assert_eq(run_with("add %s", server_address(server, NULL, "/f")), 0, "%s", errors);
}

Test(subscriptions, add_lists_remove_and_take_back)
{
	add_post();
	cr_expect_str_eq(output, "The Post: 2 articles\n");
	cr_expect_eq(run("feeds"), 0);
	cr_expect(has(output, "The Post"), "%s", output);
	cr_expect_eq(run("remove post"), 0, "%s", errors);
	cr_expect_eq(run("feeds"), 0);
	cr_expect_str_eq(output, "");
	cr_expect_eq(run("list"), 0);
	cr_expect(has(output, "Report 2"), "its articles stay");
	cr_expect_eq(run_with("add %s", server_address(server, NULL, "/f")), 0, "%s", errors);
	cr_expect_eq(run("feeds"), 0);
	cr_expect(has(output, "The Post"));
}

Test(subscriptions, refresh_says_a_line_per_feed_and_what_failed)
{
	char list[512];

	script("/a", RSS("Paper A", ITEM(1)));
	server_script(server, "/b", (struct server_answer){.status = 500});
	snprintf(list, sizeof list, "%s\n%s\n", server_address(server, NULL, "/a"),
		server_address(server, NULL, "/b"));
	write_file("list", list);
	cr_expect_eq(run_with("import %s/list", directory), 0, "%s", errors);
	cr_expect_eq(run("refresh"), 1);
	cr_expect(has(output, "1 new: "), "%s", output);
	cr_expect(has(output, "2 feeds asked, 1 new article, 1 failed"), "%s", output);
	cr_expect(has(errors, "(500)"), "%s", errors);
	cr_expect_not(has(errors, "\033"), "no bar where there is no terminal");
	cr_expect_eq(run("refresh"), 1, "a broken feed that waits is no success");
	cr_expect_eq(run("feeds --broken"), 0);
	cr_expect(has(output, "/b") && !has(output, "Paper A"), "%s", output);
	cr_expect_eq(run("feeds 2"), 0);
	cr_expect(has(output, "500"), "%s", output);
	cr_expect_eq(run("--quiet refresh Paper"), 0, "%s", errors);
	cr_expect_str_eq(output, "");
}

Test(subscriptions, refresh_fails_when_every_feed_fails)
{
	write_file("list", "http://127.0.0.1:1/a\nhttp://no-such-host.invalid/b\n");
	cr_expect_eq(run_with("import %s/list", directory), 0);
	cr_expect_eq(run("refresh"), 1);
	cr_expect(has(errors, "no connection to 127.0.0.1"), "%s", errors);
	cr_expect(has(errors, "no such host"), "%s", errors);
}

Test(subscriptions, refresh_says_when_there_is_nothing_to_ask)
{
	cr_expect_eq(run("refresh"), 0);
	cr_expect(has(output, "0 feeds asked") && has(output, "`dateline add`"), "%s", output);
	server_script(server, "/f",
		(struct server_answer){
			.body = RSS("The Post", ITEM(1)), .headers = "Cache-Control: max-age=3600\r\n"});
	cr_assert_eq(run_with("add %s", server_address(server, NULL, "/f")), 0, "%s", errors);
	cr_expect_eq(run("refresh"), 0);
	cr_expect(has(output, "0 feeds asked") && has(output, "1 feed not due yet"), "%s", output);
	cr_expect_eq(server_request_count(server, "/f"), 1);
	cr_expect_eq(run("refresh --force"), 0);
	cr_expect_eq(server_request_count(server, "/f"), 2);
}

Test(subscriptions, refresh_asks_the_feeds_that_are_named_and_fails_when_a_name_is_none)
{
	add_post();
	script("/other", RSS("Another", ITEM(3)));
	cr_assert_eq(run_with("add %s", server_address(server, NULL, "/other")), 0, "%s", errors);
	cr_expect_eq(run("refresh Another"), 0, "%s", errors);
	cr_expect_eq(server_request_count(server, "/f"), 1);
	cr_expect_eq(server_request_count(server, "/other"), 2);
	cr_expect_eq(run("refresh Nobody Another"), 1);
	cr_expect(has(errors, "Nobody"), "%s", errors);
	cr_expect_eq(server_request_count(server, "/other"), 3, "the other one is asked all the same");
	cr_expect_eq(run("refresh Nobody"), 1);
	cr_expect_eq(run("refresh t"), 1, "it fits both");
	cr_expect(has(errors, "fits 2 feeds"), "%s", errors);
	cr_expect_eq(server_request_count(server, "/f"), 1);
	cr_expect_eq(run("refresh --nonsense"), 2);
}

Test(subscriptions, import_names_the_lines_it_cannot_take)
{
	write_file("urls",
		"http://a.example/f news \"~Paper A\"\n\"query:News:tags # \\\"news\\\"\"\nhttp://b.example/f\n"
		"\"query:Unread:unread = \\\"yes\\\"\"\nfilter:tool:http://c.example/\n");
	cr_expect_eq(run_with("import %s/urls", directory), 1);
	cr_expect(has(output, "2 feeds added"), "%s", output);
	cr_expect(has(errors, "line 2: the query feed \"News\" is not taken") && has(errors, "\"tags\""),
		"%s", errors);
	cr_expect(has(output, "line 4 is for the configuration: saved \"Unread\" = is:unread"), "%s", output);
	cr_expect(has(errors, "line 5") && has(errors, "exec:"), "%s", errors);
	cr_expect_eq(run("feeds --json"), 0);
	cr_expect(
		has(output, "\"title\":\"Paper A\"") || has(output, "\"title\": \"Paper A\""), "%s", output);
	cr_expect(has(output, "\"news\""), "%s", output);
}

Test(subscriptions, export_round_trips)
{
	char command[4096];

	write_file("list.opml",
		"<opml version=\"2.0\"><body><outline text=\"Asia\"><outline type=\"rss\" text=\"A &amp; B\" "
		"xmlUrl=\"http://a.example/?x=1&amp;y=2\" htmlUrl=\"http://a.example/\" category=\"korea,a%2C b\"/></outline>"
		"<outline type=\"rss\" text=\"C\" xmlUrl=\"http://c.example/\"/></body></opml>");
	cr_expect_eq(run_with("import %s/list.opml", directory), 0, "%s", errors);
	cr_expect_eq(run("export"), 0);
	write_file("again.opml", output);
	cr_expect_eq(run_with("--library %s/other.db import ", directory), 2, "a list is needed");
	cr_expect_eq(run_with("import %s/again.opml", directory), 0, "%s", errors);
	cr_expect(has(output, "0 feeds added, 2 subscribed to already"), "%s", output);
	snprintf(command, sizeof command,
		"%s --quiet --library %s/other.db import %s/again.opml && %s --library %s/other.db export | cmp - "
		"%s/again.opml",
		getenv("DATELINE"), directory, directory, getenv("DATELINE"), directory, directory);
	cr_expect_eq(system(command), 0, "byte for byte");
	cr_expect_eq(run("feeds --json"), 0);
	cr_expect(has(output, "Asia") && has(output, "A & B") && has(output, "korea"), "%s", output);
}

Test(subscriptions, import_takes_commands_and_files_from_opml_only_when_told_that_it_is_the_users_own)
{
	write_file("list.opml",
		"<opml version=\"2.0\"><body>\n<outline text=\"A\" xmlUrl=\"exec:touch /tmp/x\"/>\n"
		"<outline text=\"B\" xmlUrl=\"file:///etc/hostname\"/>\n"
		"<outline text=\"C\" xmlUrl=\"feed:exec:touch /tmp/x\"/>\n"
		"<outline text=\"D\" xmlUrl=\"feed://d.example/f\"/></body></opml>");
	cr_expect_eq(run_with("import %s/list.opml", directory), 1);
	cr_expect(has(output, "1 feed added"), "%s", output);
	cr_expect(has(errors, "line 2: \"exec:touch /tmp/x\"") && has(errors, "line 3: ") &&
			  has(errors, "--local"),
		"%s", errors);
	cr_expect(has(errors, "line 4: "), "%s", errors);
	cr_expect_eq(run("feeds --json"), 0);
	cr_expect(has(output, "\"http://d.example/f\""), "%s", output);
	cr_expect_not(has(output, "exec:") || has(output, "file:"), "%s", output);
	cr_expect_eq(run_with("import --local %s/list.opml", directory), 1, "the third stays what it is");
	cr_expect(has(output, "2 feeds added, 1 subscribed to already") &&
			  has(output, "2 of the list run a command"),
		"%s", output);
	cr_expect(run("export") == 0 && has(output, "xmlUrl=\"exec:touch /tmp/x\""), "%s", output);
}

Test(subscriptions, import_is_taken_back_as_a_whole)
{
	write_file("urls", "http://a.example/f\nexec:true\nhttp://b.example/f\n");
	cr_expect_eq(run_with("import %s/urls", directory), 0, "%s", errors);
	cr_expect(has(output, "1 of the list runs a command"), "%s", output);
	cr_expect_eq(run("undo"), 0);
	cr_expect(has(output, "taken back: 3 feeds subscribed to"), "%s", output);
	cr_expect(run("feeds") == 0 && output[0] == '\0', "%s", output);
	cr_expect_eq(run("undo --redo"), 0);
	cr_expect(run("feeds") == 0 && has(output, "b.example"), "%s", output);
}

Test(subscriptions, what_is_changed_of_a_feed_is_taken_back)
{
	add_post();
	cr_expect_eq(run("change 1 --title Mine --folder News"), 0, "%s", errors);
	cr_expect_eq(run("remove Mine"), 0, "%s", errors);
	cr_expect(has(errors, "`dateline undo`"), "%s", errors);
	cr_expect_eq(run("undo"), 0);
	cr_expect(has(output, "taken back: feed unsubscribed: Mine"), "%s", output);
	cr_expect(run("feeds") == 0 && has(output, "Mine  [News]"), "%s", output);
	cr_expect_eq(run("undo"), 0);
	cr_expect(has(output, "taken back: feed changed"), "%s", output);
	cr_expect(run("feeds") == 0 && has(output, "The Post\n"), "%s", output);
}

Test(subscriptions, import_of_what_is_nothing_says_so)
{
	static const char *const texts[] = {"", "<rss version=\"2.0\"/>", "just words\n"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		write_file("list", texts[i]);
		cr_expect_eq(run_with("import %s/list", directory), 1, "%s", texts[i]);
		cr_expect_gt(strlen(errors), 10, "%s", texts[i]);
	}
	cr_expect_eq(run("import /no/such/file"), 1);
	cr_expect(has(errors, "/no/such/file"));
}

Test(subscriptions, change_renames_and_moves_and_refuses_nonsense)
{
	add_post();
	cr_expect_eq(run("change 1 --title Mine --folder News/Asia --interval 30"), 0, "%s", errors);
	cr_expect_eq(run("feeds"), 0);
	cr_expect(has(output, "Mine") && has(output, "News/Asia"), "%s", output);
	cr_expect_eq(run("change Mine --cookies yes --headers 'X-One: 1'"), 0, "%s", errors);
	cr_expect_eq(run("feeds Mine"), 0);
	cr_expect(has(output, "interval     30\n") && has(output, "cookies      yes\n") &&
			  has(output, "headers      X-One: 1\n"),
		"%s", output);
	cr_expect_not(has(output, "mute ") || has(output, "keep-days"),
		"what is as it comes is not listed: %s", output);
	cr_expect_eq(run("change Mine --interval soon"), 2);
	cr_expect(has(errors, "soon"));
	cr_expect_eq(run("change Mine --address javascript:x"), 2);
	cr_expect_eq(run("change nobody --title x"), 1);
	cr_expect_eq(run("change Mine"), 2);
}

Test(subscriptions, add_subscribes_to_nothing_when_it_fails)
{
	cr_expect_eq(run_with("add %s", server_address(server, NULL, "/missing")), 1);
	cr_expect(has(errors, "(404)"), "%s", errors);
	cr_expect_eq(run("add nonsense"), 1);
	cr_expect_eq(run("add"), 2);
	cr_expect_eq(run("feeds"), 0);
	cr_expect_str_eq(output, "");
}

Test(subscriptions, control_characters_of_a_feed_reach_no_terminal)
{
	script("/f", RSS("\xc2\x9b"
			 "31mEvil &#155;2J",
			     ITEM(1)));
	cr_expect_eq(run_with("add %s", server_address(server, NULL, "/f")), 0);
	cr_expect_not(has(output, "\xc2\x9b"), "%s", output);
	cr_expect_eq(run("feeds"), 0);
	cr_expect_not(has(output, "\xc2\x9b"), "%s", output);
}

Test(subscriptions, parse_reads_a_web_address)
{
	server_script(server, "/f",
		(struct server_answer){.body = "<rss version=\"2.0\"><channel><title>P</title><item><title>T"
					       "</title><link>/one</link></item></channel></rss>"});
	cr_expect_eq(run_with("parse %s", server_address(server, NULL, "/f")), 0, "%s", errors);
	cr_expect(has(output, server_address(server, NULL, "/one")),
		"links are resolved against the address: %s", output);
	cr_expect_eq(run_with("parse %s", server_address(server, NULL, "/missing")), 1);
	cr_expect(has(errors, "/missing: ") && has(errors, "(404)"), "%s", errors);
}

Test(subscriptions, two_refreshes_of_one_library_work_together)
{
	char list[4096] = "", command[1024];

	for (int i = 0; i < 20; i++) {
		char path[16];

		snprintf(path, sizeof path, "/%d", i);
		script(path, RSS("P", ITEM(1) ITEM(2)));
		strcat(strcat(list, server_address(server, NULL, path)), "\n");
	}
	write_file("list", list);
	cr_expect_eq(run_with("import %s/list", directory), 0);
	snprintf(command, sizeof command,
		"%s --library %s/library.db refresh --force >%s/out2 2>&1 & "
		"%s --library %s/library.db refresh --force >%s/out1 2>&1; a=$?; wait $!; test $a$? = 00",
		getenv("DATELINE"), directory, directory, getenv("DATELINE"), directory, directory);
	cr_expect_eq(system(command), 0);
	cr_expect_eq(run("feeds --json"), 0);
	for (const char *at = output; (at = strstr(at, "\"articles\":")) != NULL; at++)
		cr_expect_eq(atoi(at + strlen("\"articles\":")), 2);
}
