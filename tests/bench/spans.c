/* spans.c - prints every span in quotation marks with the features that quote/view.c sees, for fit_spans.py
 */
#include "quote/find.c" /* its steps, one by one: no other program needs them */

#include "dateline/base/file.h"
#include "dateline/feed/load.h"
#include "quote/view.h"

#include <stdio.h>

/* path, block, first byte, byte after the last, what span_is_quotation says, features */
static void print_span(const struct finder *finder, uint32_t index, const char *path)
{
	const struct document *document = &finder->document;
	const struct quoted_span *span = &document->spans.items[index];
	uint64_t view = span_view(document, index, &finder->attributions[index]);

	printf("%s\t%zu\t%zu\t%zu\t%d\t", path, document->passages.items[span->passage].block,
		span->start_byte, span->end_byte,
		span_is_quotation(document, index, &finder->attributions[index]));
	for (unsigned i = 0; span_view_name(i); i++)
		if (view >> i & 1)
			printf("%s; ", span_view_name(i));
	putchar('\n');
}

static void print_article(struct article *article, struct quote_memory *memory, const char *path)
{
	struct arena arena = {0}, scratch = {0};
	struct finder finder;

	if (finder_read(&finder, article, &arena, &scratch, memory, NULL))
		for (uint32_t i = 0; i < finder.document.spans.count; i++)
			if (finder.attributions[i].pattern <
				PATTERN_TRANSCRIPT) /* the rest is quoted without a doubt */
				print_span(&finder, i, path);
	arena_finish(&arena);
	arena_finish(&scratch);
}

static bool print_file(const char *path, struct quote_memory *memory)
{
	struct buffer bytes = {0};
	struct arena arena = {0};
	struct feed feed = {0};
	struct feed_source source = {
		.name = str_from(path), .media_type = STR("text/plain"), .is_local = true};
	struct error error = {0};
	bool is_loaded = file_read(path, (size_t)1 << 30, &bytes, &error) &&
			 feed_load(buffer_str(&bytes), &source, &arena, &feed, &error);

	if (!is_loaded)
		fprintf(stderr, "%s: %s\n", path, error.message);
	for (size_t i = 0; is_loaded && i < feed.articles.count; i++)
		print_article(&feed.articles.items[i], memory, path);
	arena_finish(&arena);
	buffer_finish(&bytes);
	return is_loaded;
}

int main(int argc, char **argv)
{
	struct quote_memory memory = {0};
	int status = EXIT_SUCCESS;

	for (int i = 1; i < argc; i++)
		if (!print_file(argv[i], &memory))
			status = EXIT_FAILURE;
	quote_memory_finish(&memory);
	return status;
}
