/* page: bytes as a web page, and again as a plain text. */
#include "dateline/article/write.h"
#include "dateline/feed/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load_as(struct str bytes, struct str media_type)
{
	struct feed_source source = {.name = STR("fuzz"), .base = STR("https://example.org/a/b"), .media_type = media_type};
	struct arena arena = {0};
	struct buffer out = {0};
	struct error error = {0};
	struct feed feed;

	feed_load(bytes, &source, &arena, &feed, &error);
	feed_write(&feed, &error, &out, NULL, NULL);
	buffer_finish(&out);
	arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};

	load_as(bytes, STR("text/html"));
	load_as(bytes, STR("text/plain; charset=utf-8"));
	return 0;
}
