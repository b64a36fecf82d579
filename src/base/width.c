/* Cells on a terminal, apart from the rest of UTF-8 because it follows terminals and not the standard alone.
 */
#include "dateline/base/utf8.h"

#include <uniwidth.h>

#define ZERO_WIDTH_JOINER 0x200du

static bool is_regional_indicator(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

int utf8_width(uint32_t codepoint)
{
	int width;

	if ((codepoint >= 0x20 && codepoint < 0x7f) || is_regional_indicator(codepoint))
		return 1; /* two regional indicators make one flag of two cells */
	width = uc_width((ucs4_t)codepoint, "UTF-8");
	return width < 0 ? 0 : width;
}

static bool is_skin_tone(uint32_t c)
{
	return c >= 0x1f3fb && c <= 0x1f3ff;
}

size_t utf8_columns(struct str s)
{
	size_t columns = 0, length;
	uint32_t previous = 0;

	for (size_t i = 0; i < s.length; i += length) {
		uint32_t c = utf8_decode(s, i, &length);

		if (c >= 0x20 && c < 0x7f) { /* nearly all of what is measured */
			columns++;
			previous = c;
			continue;
		}
		if (previous == ZERO_WIDTH_JOINER && c >= 0x2600) {
			previous = c; /* the rest of a joined emoji */
			continue;
		}
		if (is_skin_tone(c) && previous >= 0x2600) {
			previous = c;
			continue;
		}
		columns += (size_t)utf8_width(c);
		previous = c;
	}
	return columns;
}
