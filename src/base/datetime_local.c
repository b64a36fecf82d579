#include "dateline/base/datetime.h"

#include <time.h>

struct str datetime_local(int64_t time, struct arena *arena)
{
	time_t seconds = (time_t)time;
	struct tm parts;
	char text[64];

	if (localtime_r(&seconds, &parts) == NULL ||
		strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts) == 0)
		return STR("");
	return arena_copy(arena, str_from(text));
}
