#include "encodings.h"

const struct encoding *encoding_guess(struct str bytes)
{
	(void)bytes;
	return encoding_find(STR("windows-1252"));
}
