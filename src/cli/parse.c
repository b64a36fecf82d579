#include "command.h"
#include "source.h"

#include "dateline/article/write.h"
#include "dateline/body/page.h"
#include "dateline/config/paths.h"
#include "dateline/feed/load.h"
#include "dateline/quote/quote.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define FLUSH_BYTES ((size_t)64 * 1024)
#define KEPT_BYTES (2 * 1024 * 1024)

struct parse_options {
	const char *base, *type, *sites;
	struct quote_memory *quotes;
	bool explains;
};

static void flush_often(struct buffer *out, void *context)
{
	(void)context;
	if (out->length >= FLUSH_BYTES)
		print_buffer(out);
}

static bool load_source(struct str source, const struct parse_options *options, struct buffer *bytes,
	struct arena *arena, struct feed *feed, struct error *error)
{
	struct feed_source from = {
		.name = source,
		.base = str_from(options->base),
		.media_type = str_from(options->type),
		.is_local = true,
		.sites = options->sites,
		.quotes = options->quotes,
	};

	feed->source = source;
	feed->updated = TIME_NONE;
	return source_read(source, arena, &from, bytes, error) &&
	       feed_load(buffer_str(bytes), &from, arena, feed, error);
}

/* Prints why a page came out as it did, instead of what came out. */
static void explain_source(
	const struct feed *feed, const struct parse_options *options, struct arena *arena, struct buffer *out)
{
	const struct article *article = feed->articles.count ? &feed->articles.items[0] : NULL;
	struct feed again = {.updated = TIME_NONE};

	warnings_init(&again.warnings, arena);
	if (article && article->content.kind == CONTENT_PAGE)
		page_read(article->content.text, article->content.base, options->sites, arena, &again, out);
	else
		buffer_printf(out, "%.*s is no web page, and is read as it stands\n", STR_ARG(feed->source));
}

/* Prints one source as one line; false when it could not be loaded, after saying so. */
static bool parse_source(struct str source, const struct parse_options *options, struct buffer *out)
{
	struct error error = {0};
	struct arena arena = {0};
	struct buffer bytes = {0};
	struct feed feed = {0};
	bool is_loaded = load_source(source, options, &bytes, &arena, &feed, &error);

	if (!is_loaded)
		complain(STATUS_FAILED, "%s", error.message);
	if (options->explains && is_loaded) {
		explain_source(&feed, options, &arena, out);
	} else {
		feed_write(&feed, &error, out, flush_often, NULL);
		buffer_add_char(out, '\n');
	}
	flush_often(out, NULL);
	buffer_finish(&bytes);
	arena_finish(&arena);
	return is_loaded;
}

/* Sources follow each other: their memory is not given to the system and asked back for each of them. */
static void keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, KEPT_BYTES);
	mallopt(M_TRIM_THRESHOLD, 4 * KEPT_BYTES);
#endif
}

static enum exit_status run_parse(struct invocation *invocation)
{
	struct quote_memory quotes = {0};
	struct parse_options options = {.quotes = &quotes};
	const struct option_row rows[] = {{"--base", NULL, &options.base}, {"--type", NULL, &options.type},
		{"--explain", &options.explains, NULL}};
	enum exit_status status = STATUS_DONE;
	struct arena arena = {0};
	struct buffer out = {0};
	struct str_list sources;
	struct paths paths;

	if (!options_take(invocation, &command_parse, rows, COUNT_OF(rows)))
		return STATUS_USAGE;
	if (invocation->argc == 0)
		return complain_usage(&command_parse);
	if (paths_find(paths_getenv, NULL, &arena, &paths, NULL))
		options.sites = paths.sites.data;
	keep_memory();
	sources = sources_expand(&arena, invocation->argc, invocation->argv);
	for (size_t i = 0; i < sources.count; i++)
		if (!parse_source(sources.items[i], &options, &out))
			status = STATUS_FAILED;
	print_buffer(&out);
	buffer_finish(&out);
	quote_memory_finish(&quotes);
	arena_finish(&arena);
	return status;
}

const struct command command_parse = {
	.name = "parse",
	.arguments = "[--base URL] [--type MIME] [--explain] SOURCE...",
	.summary = "print what the loader makes of each source, as JSON",
	.run = run_parse,
};
