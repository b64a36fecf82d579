#include "facts.h"

#include "dateline/base/linebreak.h"
#include "when.h"

#define FACT_COLUMNS 56
#define FACT_ROWS_MOST 40

void facts_add(struct picker *picker, const char *label, struct str value)
{
	uint8_t *breaks;
	size_t start = 0;

	if (value.length == 0)
		return;
	breaks = arena_alloc(&picker->arena, value.length + 1);
	linebreak_find(value, breaks);
	for (int i = 0; i < FACT_ROWS_MOST && start < value.length; i++) {
		struct text_line line = linebreak_fit(value, breaks, start, FACT_COLUMNS);
		struct picker_row *row = picker_add(picker);

		row->key = str_from(i ? "" : label);
		row->name = str_slice(value, line.start, line.end);
		row->whole = value;
		start = line.next;
	}
}

void facts_add_time(struct picker *picker, const char *label, int64_t time)
{
	char text[WHEN_SIZE];

	facts_add(picker, label, arena_copy(&picker->arena, when_full(time, text)));
}

void facts_copy(struct view *owner, const struct picker_row *row)
{
	ui_copy(owner->ui, row->whole.length ? row->whole : row->name, "this");
}
