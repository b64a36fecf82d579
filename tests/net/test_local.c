#include "dateline/net/local.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TestSuite(local, .timeout = 30);

static bool read_it(const char *address, size_t most_bytes, unsigned timeout_ms, int stop_fd,
	struct buffer *out, struct error *error)
{
	return local_read(str_from(address), most_bytes, timeout_ms, stop_fd, out, error);
}

Test(local, knows_the_addresses_that_are_its_own)
{
	cr_expect(local_is_address(STR("file:///x")));
	cr_expect(local_is_address(STR("exec:date")));
	cr_expect_not(local_is_address(STR("http://example.org/")));
	cr_expect_not(local_is_address(STR("/x")));
}

Test(local, reads_what_a_command_prints)
{
	struct buffer out = {0};
	struct error error = {0};

	cr_assert(read_it("exec:printf '%s-%s' a b | tr a-z A-Z", 100, 10000, -1, &out, &error), "%s",
		error.message);
	cr_expect(str_equal(buffer_str(&out), STR("A-B")));
	buffer_finish(&out);
}

Test(local, reads_a_file_with_escapes_in_its_name)
{
	char directory[] = "/tmp/dateline-local-XXXXXX", path[64], address[96];
	struct buffer out = {0};
	struct error error = {0};
	FILE *file;

	cr_assert_not_null(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/a b", directory);
	file = fopen(path, "w");
	fputs("text", file);
	fclose(file);
	snprintf(address, sizeof address, "file://localhost%s/a%%20b", directory);
	cr_expect(read_it(address, 100, 1000, -1, &out, &error), "%s", error.message);
	cr_expect(str_equal(buffer_str(&out), STR("text")));
	unlink(path);
	rmdir(directory);
	buffer_finish(&out);
}

Test(local, says_why_a_command_gave_nothing)
{
	static const struct {
		const char *address;
		enum error_code code;
		const char *part;
	} rows[] = {
		{"exec:exit 3", ERROR_UNREADABLE, "exit status 3"},
		{"exec:/no/such/command", ERROR_UNREADABLE, "not there"},
		{"exec:kill -9 $$", ERROR_UNREADABLE, "signal 9"},
		{"exec:yes", ERROR_TOO_LARGE, "prints more than"},
		{"exec:cat", ERROR_NONE, ""}, /* its input is empty */
		{"file:///no/such/file", ERROR_NOT_FOUND, "/no/such/file"},
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buffer out = {0};
		struct error error = {0};

		cr_expect_eq(read_it(rows[i].address, 1000, 10000, -1, &out, &error),
			rows[i].code == ERROR_NONE, "%s", rows[i].address);
		cr_expect_eq(error.code, rows[i].code, "%s: %s", rows[i].address, error.message);
		cr_expect(strstr(error.message, rows[i].part), "%s: %s", rows[i].address, error.message);
		buffer_finish(&out);
	}
}

Test(local, kills_a_command_that_takes_too_long_with_all_it_started)
{
	struct buffer out = {0};
	struct error error = {0};

	cr_expect_not(read_it("exec:sleep 1000 | sleep 1000", 1000, 50, -1, &out, &error));
	cr_expect(strstr(error.message, "did not finish"), "%s", error.message);
	buffer_finish(&out);
}

Test(local, gives_a_command_up_when_it_is_told_to_stop)
{
	struct buffer out = {0};
	struct error error = {0};
	int stop[2];

	cr_assert_eq(pipe(stop), 0);
	close(stop[1]);
	cr_expect_not(read_it("exec:sleep 1000", 1000, 100000, stop[0], &out, &error));
	cr_expect(strstr(error.message, "given up"), "%s", error.message);
	close(stop[0]);
	buffer_finish(&out);
}
