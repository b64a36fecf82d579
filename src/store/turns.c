#include "store/turns.h"

#include <stdatomic.h>
#include <time.h>

#define LOOK_NS 200000L   /* how long who waits sleeps */
#define RECENT_NS 1000000 /* a reader that looked no longer ago waits still */
#define LOOKS_MOST (STORE_BUSY_MS * (1000000 / LOOK_NS))
#define PAUSES_MOST 20

static atomic_llong reader_looked_ns; /* when one last found the library taken; 0: never */

static long long monotonic_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void sleep_a_little(void)
{
	nanosleep(&(struct timespec){.tv_nsec = LOOK_NS}, NULL);
}

static int look_again(void *context, int looks)
{
	const struct store *store = context;

	if (store->is_read_only)
		atomic_store(&reader_looked_ns, monotonic_ns());
	sleep_a_little();
	return looks < LOOKS_MOST;
}

void turns_wait_in(struct store *store)
{
	sqlite3_busy_handler(store->db, look_again, store);
}

bool turns_reader_waits(void)
{
	return monotonic_ns() - atomic_load(&reader_looked_ns) < RECENT_NS;
}

void turns_let_readers_in(void)
{
	for (int i = 0; i < PAUSES_MOST && turns_reader_waits(); i++)
		sleep_a_little();
}
