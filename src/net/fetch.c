#include "dateline/net/fetch.h"

#include "dateline/base/map.h"
#include "dateline/base/url.h"
#include "transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define SPARE_HANDLES_MOST 32
#define HOST_NAME_MOST 255 /* RFC 1035 section 2.3.4 */

struct host {
	struct transfer *first, **last; /* those that wait, in the order they came */
	unsigned in_flight;
	int64_t left_alone_until_ms; /* monotonic */
	struct host *next_ready;     /* in the ring of hosts that may start one */
	bool is_ready;
};

struct host_list {
	struct host **items;
	size_t count, capacity;
};

struct fetcher {
	struct fetch_limits limits;
	int bell[2];        /* a pipe: what other threads write ends the waiting */
	CURLM *multi;       /* NULL until something is asked for */
	struct arena arena; /* hosts and their names */
	struct map host_numbers;
	struct host_list hosts;
	struct host *ready_first, **ready_last;
	struct transfer *in_flight; /* list */
	unsigned in_flight_count;
	size_t open_count;
	size_t bytes_at_once; /* of the bodies that are on their way */
	bool is_held;
	CURL *spare[SPARE_HANDLES_MOST];
	unsigned spare_count;
};

static int64_t monotonic_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct fetcher *fetcher_create(const struct fetch_limits *limits)
{
	struct fetcher *fetcher = calloc(1, sizeof *fetcher);

	if (fetcher == NULL || pipe2(fetcher->bell, O_NONBLOCK | O_CLOEXEC) != 0)
		abort();
	fetcher->limits = *limits;
	map_init(&fetcher->host_numbers, &fetcher->arena);
	fetcher->ready_last = &fetcher->ready_first;
	return fetcher;
}

/* A host that has requests waiting and room for one more stands once in the ring; taking from the front and
 * putting back at the end spreads the requests over the hosts. */
static void mark_ready(struct fetcher *fetcher, struct host *host)
{
	if (host->is_ready || host->first == NULL || host->in_flight >= fetcher->limits.at_once_per_host)
		return;
	host->is_ready = true;
	host->next_ready = NULL;
	*fetcher->ready_last = host;
	fetcher->ready_last = &host->next_ready;
}

static struct host *take_ready(struct fetcher *fetcher)
{
	struct host *host = fetcher->ready_first;

	fetcher->ready_first = host->next_ready;
	if (fetcher->ready_first == NULL)
		fetcher->ready_last = &fetcher->ready_first;
	host->is_ready = false;
	return host;
}

static struct host *add_host(struct fetcher *fetcher, struct str name)
{
	struct host *host = ARENA_NEW(&fetcher->arena, struct host);

	host->last = &host->first;
	*LIST_PUSH(&fetcher->arena, &fetcher->hosts) = host;
	*map_put(&fetcher->host_numbers, arena_copy(&fetcher->arena, name)) = (int64_t)fetcher->hosts.count;
	return host;
}

static struct host *host_of(struct fetcher *fetcher, struct str address)
{
	struct str name = str_slice(url_host(address), 0, HOST_NAME_MOST);
	char folded[HOST_NAME_MOST];
	int64_t *number;

	for (size_t i = 0; i < name.length; i++)
		folded[i] = ascii_lower(name.data[i]);
	name.data = folded;
	number = map_get(&fetcher->host_numbers, name);
	return number ? fetcher->hosts.items[*number - 1] : add_host(fetcher, name);
}

static void wait_in_line(struct fetcher *fetcher, struct transfer *transfer)
{
	struct host *host = host_of(fetcher, transfer->address);

	transfer->host = host;
	transfer->next = NULL;
	*host->last = transfer;
	host->last = &transfer->next;
	mark_ready(fetcher, host);
}

void fetcher_add(
	struct fetcher *fetcher, const struct fetch_request *request, fetch_done *done, void *context)
{
	wait_in_line(
		fetcher, transfer_create(&fetcher->limits, &fetcher->bytes_at_once, request, done, context));
	fetcher->open_count++;
}

static CURL *take_handle(struct fetcher *fetcher)
{
	CURL *easy = fetcher->spare_count ? fetcher->spare[--fetcher->spare_count] : libcurl.easy_init();

	if (easy == NULL)
		abort();
	return easy;
}

static void give_back_handle(struct fetcher *fetcher, struct transfer *transfer)
{
	CURL *easy = transfer->easy;

	transfer->easy = NULL;
	libcurl.multi_remove_handle(fetcher->multi, easy);
	/* a reset leaves the cookies in it: they would go out with the next request */
	if (fetcher->spare_count == SPARE_HANDLES_MOST || transfer->request.keeps_cookies) {
		libcurl.easy_cleanup(easy);
		return;
	}
	libcurl.easy_reset(easy);
	fetcher->spare[fetcher->spare_count++] = easy;
}

static void finish(struct fetcher *fetcher, struct transfer *transfer)
{
	struct fetch_response *response = &transfer->response;

	response->took_ms = transfer->started_ms ? (unsigned)(monotonic_ms() - transfer->started_ms) : 0;
	if (response->error.code != ERROR_NONE)
		buffer_finish(&response->body);
	fetcher->open_count--;
	transfer->done(response, transfer->context);
	transfer_destroy(transfer);
}

static struct transfer *take_waiting(struct host *host)
{
	struct transfer *transfer = host->first;

	host->first = transfer->next;
	if (host->first == NULL)
		host->last = &host->first;
	return transfer;
}

static void answer_for_host(struct fetcher *fetcher, struct transfer *transfer, int64_t left_ms)
{
	struct fetch_response *response = &transfer->response;

	response->is_held = true;
	fail(&response->error, ERROR_HTTP, 0, "its host asks to be left alone for %lld min",
		(long long)((left_ms + 59999) / 60000));
	finish(fetcher, transfer);
}

static bool need_multi(struct fetcher *fetcher, struct error *error)
{
	if (fetcher->multi)
		return true;
	if (!libcurl_load(error))
		return false;
	fetcher->multi = libcurl.multi_init();
	if (fetcher->multi == NULL)
		abort();
	libcurl.multi_setopt(fetcher->multi, CURLMOPT_MAXCONNECTS, (long)fetcher->limits.at_once * 2);
	libcurl.multi_setopt(
		fetcher->multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)fetcher->limits.at_once_per_host);
	return true;
}

static void start_one(struct fetcher *fetcher)
{
	struct host *host = take_ready(fetcher);
	struct transfer *transfer = take_waiting(host);
	int64_t left_ms = host->left_alone_until_ms - monotonic_ms();

	if (left_ms > 0) {
		mark_ready(fetcher, host);
		answer_for_host(fetcher, transfer, left_ms);
		return;
	}
	if (!need_multi(fetcher, &transfer->response.error)) {
		mark_ready(fetcher, host);
		finish(fetcher, transfer);
		return;
	}
	host->in_flight++;
	mark_ready(fetcher, host);
	fetcher->in_flight_count++;
	transfer->next = fetcher->in_flight;
	fetcher->in_flight = transfer;
	transfer_prepare(transfer, take_handle(fetcher), monotonic_ms());
	libcurl.multi_add_handle(fetcher->multi, transfer->easy);
}

static void start_some(struct fetcher *fetcher)
{
	while (!fetcher->is_held && fetcher->ready_first &&
		fetcher->in_flight_count < fetcher->limits.at_once)
		start_one(fetcher);
}

/* Takes it out of what is in flight; its place at the host is free. */
static void land(struct fetcher *fetcher, struct transfer *transfer)
{
	struct transfer **link = &fetcher->in_flight;

	while (*link != transfer)
		link = &(*link)->next;
	*link = transfer->next;
	fetcher->in_flight_count--;
	transfer_uncount(transfer);
	transfer->host->in_flight--;
	mark_ready(fetcher, transfer->host);
	give_back_handle(fetcher, transfer);
}

static void end_hop(struct fetcher *fetcher, struct transfer *transfer, CURLcode code)
{
	bool goes_on = transfer_follow(transfer, code);

	land(fetcher, transfer);
	if (goes_on)
		wait_in_line(fetcher, transfer);
	else
		finish(fetcher, transfer);
}

static void end_hops(struct fetcher *fetcher)
{
	CURLMsg *message;
	int left;

	while ((message = libcurl.multi_info_read(fetcher->multi, &left)) != NULL) {
		struct transfer *transfer = NULL;

		if (message->msg != CURLMSG_DONE)
			continue;
		libcurl.easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&transfer);
		end_hop(fetcher, transfer, message->data.result);
	}
}

static void end_silent_ones(struct fetcher *fetcher)
{
	int64_t now_ms = monotonic_ms();
	struct transfer *transfer = fetcher->in_flight, *next;

	for (; transfer; transfer = next) {
		next = transfer->next;
		if (transfer_deadline_ms(transfer) > now_ms)
			continue;
		transfer_time_out(transfer);
		land(fetcher, transfer);
		finish(fetcher, transfer);
	}
}

static unsigned until_deadline(const struct fetcher *fetcher, unsigned timeout_ms)
{
	int64_t now_ms = monotonic_ms(), soonest = now_ms + timeout_ms;

	for (const struct transfer *transfer = fetcher->in_flight; transfer; transfer = transfer->next)
		if (transfer_deadline_ms(transfer) < soonest)
			soonest = transfer_deadline_ms(transfer);
	return soonest > now_ms ? (unsigned)(soonest - now_ms) : 0;
}

static void go_on(struct fetcher *fetcher)
{
	int running;

	libcurl.multi_perform(fetcher->multi, &running);
	end_hops(fetcher);
	end_silent_ones(fetcher);
	start_some(fetcher);
}

/* Until something comes or must be given up, or the bell is rung. */
static void wait_for_more(struct fetcher *fetcher, unsigned timeout_ms)
{
	struct curl_waitfd for_curl = {.fd = fetcher->bell[0], .events = CURL_WAIT_POLLIN};
	struct pollfd alone = {.fd = fetcher->bell[0], .events = POLLIN};
	char rings[64];

	if (fetcher->multi)
		libcurl.multi_poll(
			fetcher->multi, &for_curl, 1, (int)until_deadline(fetcher, timeout_ms), NULL);
	else
		poll(&alone, 1, (int)timeout_ms);
	while (read(fetcher->bell[0], rings, sizeof rings) > 0)
		;
}

void fetcher_run(struct fetcher *fetcher, unsigned timeout_ms)
{
	size_t open_before = fetcher->open_count;

	start_some(fetcher);
	if (fetcher->multi)
		go_on(fetcher);
	if (timeout_ms && fetcher->open_count == open_before)
		wait_for_more(fetcher, timeout_ms);
}

void fetcher_wakeup(struct fetcher *fetcher)
{
	/* a pipe that is full has been rung already */
	if (write(fetcher->bell[1], "", 1) < 0 && errno != EAGAIN)
		abort();
}

size_t fetcher_open(const struct fetcher *fetcher)
{
	return fetcher->open_count;
}

void fetcher_hold(struct fetcher *fetcher, bool is_held)
{
	fetcher->is_held = is_held;
}

void fetcher_leave_alone(struct fetcher *fetcher, struct str address, int64_t seconds)
{
	struct host *host = host_of(fetcher, address);
	int64_t until_ms = monotonic_ms() + seconds * 1000;

	if (until_ms > host->left_alone_until_ms)
		host->left_alone_until_ms = until_ms;
}

void fetcher_visit_all(struct fetcher *fetcher)
{
	for (size_t i = 0; i < fetcher->hosts.count; i++)
		fetcher->hosts.items[i]->left_alone_until_ms = 0;
}

static bool is_of(const struct transfer *transfer, const void *group)
{
	return group == NULL || transfer->request.group == group;
}

static void drop(struct fetcher *fetcher, struct transfer *transfer)
{
	fetcher->open_count--;
	transfer_destroy(transfer);
}

static void abandon_waiting(struct fetcher *fetcher, struct host *host, const void *group)
{
	struct transfer **link = &host->first;

	while (*link) {
		struct transfer *transfer = *link;

		if (!is_of(transfer, group)) {
			link = &transfer->next;
			continue;
		}
		*link = transfer->next;
		drop(fetcher, transfer);
	}
	host->last = link;
}

static void abandon_in_flight(struct fetcher *fetcher, const void *group)
{
	struct transfer *transfer = fetcher->in_flight, *next;

	for (; transfer; transfer = next) {
		next = transfer->next;
		if (!is_of(transfer, group))
			continue;
		land(fetcher, transfer);
		drop(fetcher, transfer);
	}
}

static void find_ready_hosts(struct fetcher *fetcher)
{
	fetcher->ready_first = NULL;
	fetcher->ready_last = &fetcher->ready_first;
	for (size_t i = 0; i < fetcher->hosts.count; i++)
		fetcher->hosts.items[i]->is_ready = false;
	for (size_t i = 0; i < fetcher->hosts.count; i++)
		mark_ready(fetcher, fetcher->hosts.items[i]);
}

size_t fetcher_abandon(struct fetcher *fetcher, const void *group)
{
	size_t open_before = fetcher->open_count;

	abandon_in_flight(fetcher, group);
	for (size_t i = 0; i < fetcher->hosts.count; i++)
		abandon_waiting(fetcher, fetcher->hosts.items[i], group);
	find_ready_hosts(fetcher);
	return open_before - fetcher->open_count;
}

void fetcher_destroy(struct fetcher *fetcher)
{
	if (fetcher == NULL)
		return;
	fetcher_abandon(fetcher, NULL);
	while (fetcher->spare_count)
		libcurl.easy_cleanup(fetcher->spare[--fetcher->spare_count]);
	if (fetcher->multi)
		libcurl.multi_cleanup(fetcher->multi);
	close(fetcher->bell[0]);
	close(fetcher->bell[1]);
	arena_finish(&fetcher->arena);
	free(fetcher);
}
