#include "dateline/store/feeds.h"
#include "dateline/store/state.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#define MEMORY ":memory:turns"
#define READS 20

static atomic_bool has_begun, is_over;

/* Changes the library without a pause until the reader has what it wants. */
static void *write_on(void *context)
{
	struct store *store = context;
	struct error error = {0};

	for (int i = 0; !atomic_load(&is_over); i++) {
		char address[64];
		struct store_feed feed = {.address = {address, 0}};
		int64_t id;

		feed.address.length = (size_t)snprintf(address, sizeof address, "https://a.example/%d", i);
		if (!store_feed_add(store, &feed, &id, &error))
			cr_assert_fail("%s", error.message);
		atomic_store(&has_begun, true);
	}
	return NULL;
}

Test(turns, a_reader_of_a_library_in_memory_comes_in_while_a_writer_goes_on)
{
	struct store *writer = NULL, *reader = NULL;
	struct error error = {0};
	struct store_totals totals;
	pthread_t thread;

	cr_assert(store_open(MEMORY, STORE_READ_WRITE, &writer, &error), "%s", error.message);
	cr_assert(store_open(MEMORY, STORE_READ_ONLY, &reader, &error), "%s", error.message);
	cr_assert_eq(pthread_create(&thread, NULL, write_on, writer), 0);
	while (!atomic_load(&has_begun))
		;
	for (int i = 0; i < READS; i++)
		cr_assert(store_totals(reader, &totals, &error), "%s", error.message);
	atomic_store(&is_over, true);
	pthread_join(thread, NULL);
	store_close(reader);
	store_close(writer);
}
