#include "asking.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

struct asking asking;

void asking_begin(void)
{
	asking.server = server_start();
	asking.limits = fetch_limits_default;
	asking.limits.most_bytes = (size_t)1 << 20;
}

void asking_end(void)
{
	server_stop(asking.server);
}

static void copy(char *out, size_t size, struct str s)
{
	snprintf(out, size, "%.*s", STR_ARG(s));
}

void asking_keep(struct fetch_response *response, void *context)
{
	struct asked *result = context;

	cr_expect_not(result->is_done, "a request is answered once");
	result->is_done = true;
	result->status = response->status;
	result->error = response->error;
	result->was_reached = response->was_reached;
	result->body_length = response->body.length;
	copy(result->body, sizeof result->body, buffer_str(&response->body));
	copy(result->etag, sizeof result->etag, response->etag);
	copy(result->last_modified, sizeof result->last_modified, response->last_modified);
	copy(result->moved_to, sizeof result->moved_to, response->moved_to);
	copy(result->address, sizeof result->address, response->address);
	copy(result->media_type, sizeof result->media_type, response->media_type);
	copy(result->cookies, sizeof result->cookies, response->cookies);
	copy(result->retry_after, sizeof result->retry_after, response->retry_after);
}

struct asked asking_ask(const struct fetch_request *request)
{
	struct fetcher *fetcher = fetcher_create(&asking.limits);
	struct asked result = {0};

	fetcher_add(fetcher, request, asking_keep, &result);
	while (fetcher_open(fetcher))
		fetcher_run(fetcher, 1000);
	fetcher_destroy(fetcher);
	cr_assert(result.is_done);
	return result;
}

struct asked asking_get(const char *path)
{
	struct fetch_request request = {.address = str_from(server_address(asking.server, NULL, path))};

	return asking_ask(&request);
}

bool asking_has(const char *text, const char *part)
{
	return text && strstr(text, part) != NULL;
}
