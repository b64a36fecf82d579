/* charset: whatever the bytes and the label, what comes out is UTF-8 without control characters. */
#include "dateline/base/utf8.h"
#include "dateline/markup/charset.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first line is the media type, the rest the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = {(const char *)data, size}, rest, media_type, text;
	size_t cut = str_find_char(input, '\n', 0);
	struct arena arena = {0};
	struct warnings warnings;

	media_type = str_slice(input, 0, cut);
	rest = cut == STR_NPOS ? input : str_from_offset(input, cut + 1);
	warnings_init(&warnings, &arena);
	text = charset_to_utf8(rest, media_type, &arena, &warnings);
	if (!utf8_is_valid(text))
		abort();
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.data[i] < 0x20 && text.data[i] != '\n' && text.data[i] != '\t')
			abort();
	arena_finish(&arena);
	return 0;
}
