/* opml: lists of subscriptions, in XML and as lines; what is written reads back as the same list. */
#include "dateline/feed/opml.h"
#include "dateline/feed/urls.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A folder that comes again later is written once, so that the order may change; nothing else may. */
static size_t count_of(const struct opml_list *list, const struct opml_feed *feed)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += str_equal(list->items[i].address, feed->address) &&
			 str_equal(list->items[i].folder, feed->folder);
	return count;
}

static void expect_round_trip(const struct opml_list *list, struct arena *arena)
{
	struct opml_list again = {0};
	struct buffer out = {0};
	struct error error = {0};

	opml_write(list, &out);
	if (!opml_read(buffer_str(&out), arena, &again, NULL, &error) || again.count != list->count)
		abort();
	for (size_t i = 0; i < list->count; i++)
		if (count_of(list, &list->items[i]) != count_of(&again, &list->items[i]))
			abort();
	buffer_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {(const char *)data, size};
	struct opml_list list = {0}, urls = {0};
	struct urls_query_list queries = {0};
	struct arena arena = {0};
	struct error error = {0};

	if (opml_read(bytes, &arena, &list, NULL, &error) && list.count && list.count < 100)
		expect_round_trip(&list, &arena);
	urls_read(bytes, &arena, &urls, &queries, NULL);
	arena_finish(&arena);
	return 0;
}
