/* quotes.c - how fast quotations are found: megabytes of article text per second of CPU, loading left out */
#include "dateline/base/arena.h"
#include "dateline/base/file.h"
#include "dateline/feed/load.h"
#include "dateline/quote/quote.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ROUNDS 5

static double cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t text_bytes(const struct article *article)
{
	size_t bytes = 0;

	for (size_t i = 0; i < article->blocks.count; i++)
		bytes += article->blocks.items[i].text.length;
	return bytes;
}

/* Finds the quotations of every article of a feed ROUNDS times; prints what it took. */
static bool measure(const char *path)
{
	struct buffer bytes = {0};
	struct arena arena = {0}, found = {0}, scratch = {0};
	struct quote_memory memory = {0};
	struct feed feed = {0};
	struct feed_source source = {.name = str_from(path), .is_local = true};
	struct error error = {0};
	size_t text = 0, quotes = 0;
	double began;
	bool is_loaded = file_read(path, (size_t)1 << 30, &bytes, &error) &&
			 feed_load(buffer_str(&bytes), &source, &arena, &feed, &error);

	if (!is_loaded) {
		fprintf(stderr, "%s: %s\n", path, error.message);
	} else {
		began = cpu_seconds();
		for (int round = 0; round < ROUNDS; round++) {
			for (size_t i = 0; i < feed.articles.count; i++) {
				struct article *article = &feed.articles.items[i];

				article->quotes = (struct quote_list){0};
				quotes_find(article, &found, &scratch, &memory, NULL);
				arena_reset(&scratch);
				text += text_bytes(article);
				quotes += article->quotes.count;
			}
			arena_reset(&found);
		}
		printf("%.1f %zu %zu\n", (double)text / 1e6 / (cpu_seconds() - began), text / ROUNDS,
			quotes / ROUNDS);
	}
	quote_memory_finish(&memory);
	arena_finish(&scratch);
	arena_finish(&found);
	arena_finish(&arena);
	buffer_finish(&bytes);
	return is_loaded;
}

/* Prints a line for each file: MB/s, bytes of text, quotations. */
int main(int argc, char **argv)
{
	int status = EXIT_SUCCESS;

	for (int i = 1; i < argc; i++)
		if (!measure(argv[i]))
			status = EXIT_FAILURE;
	return status;
}
