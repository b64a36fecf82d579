#include "dateline/base/warnings.h"
#include "dateline/base/limits.h"

#include <stdio.h>

void warnings_init(struct warnings *warnings, struct arena *arena)
{
	*warnings = (struct warnings){.arena = arena};
}

static bool is_known(const struct warnings *warnings, struct str sentence)
{
	for (size_t i = 0; i < warnings->list.count; i++)
		if (str_equal(warnings->list.items[i], sentence))
			return true;
	return false;
}

void warnings_add(struct warnings *warnings, unsigned line, const char *format, ...)
{
	struct str sentence;
	va_list args;

	if (warnings == NULL)
		return;
	if (warnings->list.count >= WARNINGS_MOST || ++warnings->tried > WARNINGS_TRIED) {
		warnings->left_out++;
		return;
	}
	va_start(args, format);
	sentence = arena_vprintf(warnings->arena, format, args);
	va_end(args);
	if (line)
		sentence = arena_printf(warnings->arena, "%.*s (line %u)", STR_ARG(sentence), line);
	if (!is_known(warnings, sentence))
		*LIST_PUSH(warnings->arena, &warnings->list) = sentence;
}

void warnings_close(struct warnings *warnings)
{
	if (warnings->left_out)
		*LIST_PUSH(warnings->arena, &warnings->list) = arena_printf(
			warnings->arena, "%zu further repairs are not listed", warnings->left_out);
	warnings->left_out = 0;
}
