/* json: the reader, and that what the writer makes of a string reads back as that string. */
#include "dateline/base/json.h"
#include "dateline/base/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect_round_trip(struct str text, struct arena *arena)
{
	struct buffer out = {0};
	struct json_writer writer = {.out = &out};
	struct error error = {0};
	const struct json *value;

	json_string(&writer, text);
	value = json_parse(buffer_str(&out), arena, NULL, NULL, &error);
	if (value == NULL || (utf8_is_valid(text) && !str_equal(json_text(value), text)))
		abort();
	buffer_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	struct arena arena = {0};
	struct error error = {0};
	const char *repaired = NULL;
	const struct json *partial = NULL;

	json_parse(text, &arena, &repaired, &partial, &error);
	if (size)
		expect_round_trip(text, &arena);
	arena_finish(&arena);
	return 0;
}
