#include "trail.h"

#include "headlines.h"
#include "reader.h"

#include <string.h>

void trail_note(struct ui *ui, int64_t article)
{
	struct trail *trail = &ui->trail;

	if (trail->is_walking || (trail->count && trail->articles[trail->at] == article))
		return;
	if (trail->count)
		trail->count = trail->at + 1;
	if (trail->count == TRAIL_MOST)
		memmove(trail->articles, trail->articles + 1, --trail->count * sizeof *trail->articles);
	trail->articles[trail->count++] = article;
	trail->at = trail->count - 1;
}

static void go(struct ui *ui, int64_t article)
{
	struct view *list = ui_find(ui, &view_headlines);

	ui->trail.is_walking = true;
	if (ui_top(ui)->type != &view_reader)
		ui_pop_to(ui, list);
	headlines_move_to(list, article);
	reader_open(ui, article, list);
	ui->trail.is_walking = false;
}

/* From an article to the one viewed before it; from anywhere else to the one viewed last. */
void trail_walk(struct view *view, int direction)
{
	struct ui *ui = view->ui;
	struct trail *trail = &ui->trail;
	bool is_reading = ui_top(ui)->type == &view_reader;

	if (trail->count == 0) {
		ui_notice(ui, "nothing has been viewed yet");
		return;
	}
	if (is_reading && direction < 0 && trail->at == 0) {
		ui_notice(ui, "nothing was viewed before this");
		return;
	}
	if (direction > 0 && trail->at + 1 == trail->count) {
		ui_notice(ui, "nothing was viewed after this");
		return;
	}
	if (is_reading || direction > 0)
		trail->at += (size_t)direction;
	go(ui, trail->articles[trail->at]);
}
