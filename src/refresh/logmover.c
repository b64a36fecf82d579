#include "logmover.h"

#include "dateline/base/str.h"

#include <signal.h>

#define VERY_LONG ((size_t)4 * STORE_LOG_PAGES)

/* A library in memory has no log; and one without a name can be had by one connection only. */
void log_mover_open(struct log_mover *mover, const char *library, struct store *store)
{
	struct error error = {0};

	if (str_starts_with(str_from(library), STR(":memory:")))
		return;
	if (store_open(library, STORE_READ_WRITE, &mover->store, &error))
		store_leave_log(store);
}

static void *move(void *context)
{
	struct log_mover *mover = context;

	store_move_log(mover->store, NULL);
	atomic_store(&mover->is_done, true);
	return NULL;
}

static void join(struct log_mover *mover)
{
	if (mover->has_thread)
		pthread_join(mover->thread, NULL);
	mover->has_thread = false;
}

static void begin(struct log_mover *mover, size_t pages)
{
	mover->begun_at = pages;
	atomic_store(&mover->is_done, false);
	mover->has_thread = pthread_create(&mover->thread, NULL, move, mover) == 0;
}

void log_mover_look(struct log_mover *mover, struct store *store)
{
	size_t pages = store_log_pages(store);

	if (mover->store == NULL)
		return;
	if (pages < mover->begun_at)
		mover->begun_at = 0;
	if (pages >= VERY_LONG) {
		join(mover);
		store_move_log(store, NULL);
	} else if (pages - mover->begun_at >= STORE_LOG_PAGES &&
		   (!mover->has_thread || atomic_load(&mover->is_done))) {
		join(mover);
		begin(mover, pages);
	}
}

void log_mover_close(struct log_mover *mover)
{
	join(mover);
	store_close(mover->store);
	mover->store = NULL;
}
