/* Subscriptions in the reader: what is broken is said. */
#include "../support/reader.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char document[] = "<rss version='2.0'><channel><title>Pier News</title><item><guid>1</guid>"
			       "<title>The pier is open</title></item></channel></rss>";

/* A feed in a file of its own, subscribed to; `path` is where it is. */
static struct reader_test *start(int rows, int columns, char path[64])
{
	struct reader_test *test = reader_start(rows, columns);
	char address[96];
	int fd;

	snprintf(path, 64, "/tmp/dateline-test-XXXXXX");
	fd = mkstemp(path);
	cr_assert(fd >= 0 && write(fd, document, sizeof document - 1) > 0);
	close(fd);
	snprintf(address, sizeof address, "file://%s", path);
	engine_add_feed(test->engine, &(struct engine_subscription){.address = str_from(address)});
	reader_type(test, "<^L>");
	return test;
}

Test(subscribed, says_in_the_first_line_how_many_feeds_are_broken_and_why_in_their_list)
{
	char path[64];
	struct reader_test *test = start(24, 80, path);

	cr_expect(!term_row_shows(test->term, 0, "broken"));
	unlink(path);
	reader_type(test, "R");
	cr_expect(term_row_shows(test->term, 0, "1 broken"), "%s", term_row(test->term, 0));
	reader_type(test, "g!");
	cr_expect(term_row_shows(test->term, 1, "Pier News") && term_row_shows(test->term, 1, path), "%s",
		term_row(test->term, 1));
	reader_type(test, "i");
	cr_expect(term_shows(test->term, "Last answers of the feed") &&
		  term_shows(test->term, "1 new, 0 changed"));
	reader_finish(test);
}
