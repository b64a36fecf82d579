/* A mark is a job of the engine, and shown before the job is done: until then it is a promise that is laid
 * over what the library says. */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#define PROMISES_MOST 256

static int compare_ids(const void *a, const void *b)
{
	int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

	return left < right ? -1 : left > right;
}

static void promise(
	struct ui *ui, engine_job job, enum store_mark mark, const int64_t *articles, size_t count)
{
	struct promise *made;

	if (ui->promise_count == PROMISES_MOST)
		ui_keep_promise(ui, ui->promises[0].job);
	if (ui->promises == NULL)
		ui->promises = calloc(PROMISES_MOST, sizeof *ui->promises);
	if (ui->promises == NULL)
		abort();
	made = &ui->promises[ui->promise_count++];
	*made = (struct promise){job, mark, malloc(count * sizeof *articles), count};
	if (made->articles == NULL)
		abort();
	memcpy(made->articles, articles, count * sizeof *articles);
	qsort(made->articles, count, sizeof *articles, compare_ids);
}

void ui_mark(struct ui *ui, enum store_mark mark, const int64_t *articles, size_t count)
{
	engine_job job;

	if (count == 0)
		return;
	job = engine_mark(ui->engine, mark, articles, count);
	promise(ui, job, mark, articles, count);
}

void ui_mark_opened(struct ui *ui, int64_t article)
{
	ui->quiet_job = engine_mark(ui->engine, STORE_READ, &article, 1);
	promise(ui, ui->quiet_job, STORE_READ, &article, 1);
}

void ui_keep_targets(struct ui *ui, const int64_t *articles, size_t count)
{
	free(ui->targets);
	ui->targets = malloc(count * sizeof *articles + 1);
	if (ui->targets == NULL)
		abort();
	memcpy(ui->targets, articles, count * sizeof *articles);
	ui->target_count = count;
}

void ui_keep_promise(struct ui *ui, engine_job job)
{
	for (size_t i = 0; i < ui->promise_count; i++) {
		if (ui->promises[i].job != job)
			continue;
		free(ui->promises[i].articles);
		memmove(ui->promises + i, ui->promises + i + 1,
			(--ui->promise_count - i) * sizeof *ui->promises);
		return;
	}
}

static void apply(enum store_mark mark, struct headline *row)
{
	switch (mark) {
	case STORE_READ:
		row->is_read = true;
		break;
	case STORE_UNREAD:
		row->is_read = false;
		break;
	case STORE_STAR:
		row->is_starred = true;
		break;
	case STORE_UNSTAR:
		row->is_starred = false;
		break;
	default:
		break;
	}
}

static bool speaks_of(const struct promise *promise, int64_t article)
{
	return bsearch(&article, promise->articles, promise->count, sizeof article, compare_ids) != NULL;
}

void ui_apply_promises(const struct ui *ui, struct headline *rows, size_t count)
{
	for (size_t i = 0; i < ui->promise_count; i++)
		for (size_t row = 0; row < count; row++)
			if (speaks_of(&ui->promises[i], rows[row].id))
				apply(ui->promises[i].mark, &rows[row]);
}
