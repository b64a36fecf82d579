/* What a server may not do: answer too much, never, or hold up the others. */
#include "asking.h"

#include <criterion/criterion.h>
#include <curl/curl.h>
#include <string.h>

TestSuite(bounds, .init = asking_begin, .fini = asking_end, .timeout = 30);

/* zstd: a frame of blocks that each repeat one byte 128 KB long (RFC 8878 section 3.1.1.2). */
static size_t make_zstd_bomb(unsigned char *out, size_t blocks)
{
	static const unsigned char head[] = {0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38};
	size_t length = sizeof head;

	memcpy(out, head, length);
	for (size_t i = 0; i < blocks; i++) {
		unsigned block = (i + 1 == blocks) | 1u << 1 | 0x20000u << 3;

		out[length++] = (unsigned char)block;
		out[length++] = (unsigned char)(block >> 8);
		out[length++] = (unsigned char)(block >> 16);
		out[length++] = 'A';
	}
	return length;
}

Test(bounds, bounds_what_brotli_and_zstd_unpack_to)
{
	/* 20 MB of the letter A */
	static const unsigned char brotli[] = {0xcb, 0xff, 0xff, 0x3f, 0xf8, 0x25, 0x82, 0xe2, 0xb1, 0x40,
		0x20, 0xf7, 0xfe, 0x8f, 0xff, 0xff, 0x7f, 0xf0, 0x4b, 0x00, 0xc4, 0x61, 0x11, 0x80, 0xee,
		0xfd, 0x5f, 0xfe, 0xff, 0xff, 0xe0, 0x97, 0x00, 0x88, 0xc3, 0x02, 0x00, 0xdd, 0xfb, 0x1f};
	static unsigned char zstd[1024], small[64];
	const struct {
		const char *path, *headers, *part;
		const unsigned char *body;
		size_t length;
	} rows[] = {
		{"/br", "Content-Encoding: br\r\n", "larger than 1 MB", brotli, sizeof brotli},
		{"/zstd", "Content-Encoding: zstd\r\n", "larger than 1 MB", zstd, make_zstd_bomb(zstd, 160)},
		{"/small", "Content-Encoding: zstd\r\n", "", small, make_zstd_bomb(small, 2)},
		{"/cut", "Content-Encoding: br\r\n", "damaged", zstd, 100},
	};

	if (!asking_has(curl_version(), "brotli") || !asking_has(curl_version(), "zstd"))
		cr_skip_test("this libcurl unpacks neither brotli nor zstd");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct asked result;

		server_script(asking.server, rows[i].path,
			(struct server_answer){.headers = rows[i].headers,
				.body = (const char *)rows[i].body,
				.body_length = rows[i].length});
		result = asking_get(rows[i].path);
		cr_expect(asking_has(result.error.message, rows[i].part), "%s: %s", rows[i].path,
			result.error.message);
	}
	cr_expect_eq(asking_get("/small").body_length, 2 * 131072);
}

Test(bounds, bounds_what_all_answers_hold_together)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, "/bomb"))};
	struct asked results[4] = {0};
	struct fetcher *fetcher;
	size_t whole = 0;

	asking.limits.most_bytes = (size_t)16 << 20;
	asking.limits.most_bytes_at_once = (size_t)12 << 20;
	server_script(asking.server, "/bomb",
		(struct server_answer){.fault = FAULT_BOMB, .body_length = 64u << 20, .is_held = true});
	fetcher = fetcher_create(&asking.limits);
	for (size_t i = 0; i < 4; i++)
		fetcher_add(fetcher, &request, asking_keep, &results[i]);
	while (server_most_at_once(asking.server) < 4)
		fetcher_run(fetcher, 10);
	server_release(asking.server);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	for (size_t i = 0; i < 4; i++) {
		whole += results[i].error.code == ERROR_NONE;
		cr_expect(asking_has(results[i].error.message, "larger than") ||
				  asking_has(results[i].error.message, "at once"),
			"%s", results[i].error.message);
	}
	cr_expect_eq(whole, 0);
	fetcher_destroy(fetcher);
}

Test(bounds, unpacks_what_fits)
{
	struct asked result;

	server_script(
		asking.server, "/f", (struct server_answer){.fault = FAULT_BOMB, .body_length = 258 * 4});
	result = asking_get("/f");
	cr_expect_eq(result.error.code, ERROR_NONE, "%s", result.error.message);
	cr_expect_eq(result.body_length, 258u * 4 + 1);
	cr_expect_eq(result.body[0], 'A');
	cr_expect_eq(result.body[1000], 'A');
}

Test(bounds, ends_well_when_nothing_was_sent)
{
	const struct fetch_request request = {
		.address = str_from(server_address(asking.server, NULL, "/f"))};
	struct fetcher *fetcher = fetcher_create(&asking.limits);
	struct asked result = {0}, never = {0};

	fetcher_leave_alone(fetcher, request.address, 60);
	fetcher_add(fetcher, &request, asking_keep, &result);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	cr_expect(asking_has(result.error.message, "left alone"), "%s", result.error.message);
	fetcher_add(fetcher, &request, asking_keep, &never);
	fetcher_destroy(fetcher);
	cr_expect_not(never.is_done);
	cr_expect_eq(server_request_count(asking.server, "/f"), 0);
}

Test(bounds, gives_up_a_server_that_never_answers)
{
	struct asked result;

	asking.limits.first_byte_ms = 50;
	server_script(asking.server, "/f", (struct server_answer){.fault = FAULT_SILENCE});
	result = asking_get("/f");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(asking_has(result.error.message, "no answer from 127.0.0.1 within"), "%s",
		result.error.message);
	cr_expect_not(result.was_reached);
}

Test(bounds, gives_up_a_server_that_never_finishes)
{
	struct asked result;

	asking.limits.total_ms = 150;
	server_script(asking.server, "/f", (struct server_answer){.fault = FAULT_DRIP, .body = "x"});
	result = asking_get("/f");
	cr_expect_eq(result.error.code, ERROR_NETWORK);
	cr_expect(asking_has(result.error.message, "did not finish"), "%s", result.error.message);
	cr_expect_eq(result.body_length, 0);
}

static void count(struct fetch_response *response, void *context)
{
	cr_expect_eq(response->error.code, ERROR_NONE, "%s", response->error.message);
	++*(size_t *)context;
}

static size_t run_all(struct fetcher *fetcher, size_t held)
{
	while (held) {
		fetcher_run(fetcher, 10);
		if (server_most_at_once(asking.server) >= held) {
			server_release(asking.server);
			held = 0;
		}
	}
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	return server_most_at_once(asking.server);
}

static void add_many(struct fetcher *fetcher, const char *host, size_t how_many, size_t *answered)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, host, "/f"))};

	for (size_t i = 0; i < how_many; i++)
		fetcher_add(fetcher, &request, count, answered);
}

Test(bounds, never_asks_one_host_for_more_than_so_many_at_once)
{
	struct fetcher *fetcher;
	size_t answered = 0;

	asking.limits.at_once_per_host = 3;
	server_script(asking.server, "/f", (struct server_answer){.body = "x", .is_held = true});
	fetcher = fetcher_create(&asking.limits);
	add_many(fetcher, NULL, 20, &answered);
	cr_expect_eq(run_all(fetcher, 3), 3);
	cr_expect_eq(answered, 20);
	fetcher_destroy(fetcher);
}

Test(bounds, asks_several_hosts_side_by_side)
{
	struct fetcher *fetcher;
	size_t answered = 0;

	asking.limits.at_once_per_host = 2;
	server_script(asking.server, "/f", (struct server_answer){.body = "x", .is_held = true});
	fetcher = fetcher_create(&asking.limits);
	add_many(fetcher, NULL, 5, &answered);
	add_many(fetcher, "localhost", 5, &answered);
	cr_expect_eq(run_all(fetcher, 4), 4);
	cr_expect_eq(answered, 10);
	fetcher_destroy(fetcher);
}

Test(bounds, does_not_let_a_silent_server_hold_up_the_others)
{
	struct fetch_request silent = {.address = str_from(server_address(asking.server, NULL, "/silent"))};
	struct fetcher *fetcher;
	struct asked result = {0};
	size_t answered = 0;

	server_script(asking.server, "/silent", (struct server_answer){.fault = FAULT_SILENCE});
	server_script(asking.server, "/f", (struct server_answer){.body = "x"});
	fetcher = fetcher_create(&asking.limits);
	fetcher_add(fetcher, &silent, asking_keep, &result);
	add_many(fetcher, NULL, 30, &answered);
	while (answered < 30)
		fetcher_run(fetcher, 1000);
	cr_expect_not(result.is_done);
	fetcher_destroy(fetcher);
}

Test(bounds, starts_nothing_while_held)
{
	struct fetcher *fetcher = fetcher_create(&asking.limits);
	size_t answered = 0;

	server_script(asking.server, "/f", (struct server_answer){.body = "x"});
	fetcher_hold(fetcher, true);
	add_many(fetcher, NULL, 3, &answered);
	fetcher_run(fetcher, 0);
	cr_expect_eq(server_request_count(asking.server, "/f"), 0);
	fetcher_hold(fetcher, false);
	run_all(fetcher, 0);
	cr_expect_eq(answered, 3);
	fetcher_destroy(fetcher);
}

Test(bounds, gives_up_one_group_and_goes_on_with_the_other)
{
	struct fetch_request request = {
		.address = str_from(server_address(asking.server, NULL, "/silent")), .group = &asking.limits};
	struct fetcher *fetcher = fetcher_create(&asking.limits);
	struct asked result = {0};
	size_t answered = 0;

	server_script(asking.server, "/silent", (struct server_answer){.fault = FAULT_SILENCE});
	server_script(asking.server, "/f", (struct server_answer){.body = "x"});
	for (int i = 0; i < 20; i++)
		fetcher_add(fetcher, &request, asking_keep, &result);
	add_many(fetcher, NULL, 5, &answered);
	fetcher_run(fetcher, 0);
	cr_expect_eq(fetcher_abandon(fetcher, &asking.limits), 20);
	run_all(fetcher, 0);
	cr_expect_eq(answered, 5);
	cr_expect_not(result.is_done);
	fetcher_destroy(fetcher);
}
