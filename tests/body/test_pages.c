/* Golden pairs: each page in tests/data/pages has one kind of furniture, and beside it what is read of it:
 * what the article is, then a line for each block. `make golden` rewrites them. */
#include "dateline/base/file.h"
#include "dateline/body/page.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#define FOLDER "tests/data/pages/"
#define SUFFIX ".want"

static void write_line(struct buffer *out, const char *name, struct str value)
{
	if (value.length)
		buffer_printf(out, "%s: %.*s\n", name, STR_ARG(value));
}

static void write_time(struct buffer *out, const char *name, int64_t time)
{
	char text[TIME_TEXT_SIZE];

	if (time != TIME_NONE)
		write_line(out, name, datetime_format(time, text));
}

static void write_blocks(struct buffer *out, const struct article *article)
{
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];

		buffer_printf(out, "%s %d | %.*s\n", block_kind_name(block->kind), block->level,
			STR_ARG(block->text));
		for (size_t s = 0; s < block->spans.count; s++) {
			const struct span *span = &block->spans.items[s];

			if (span->kind == SPAN_LINK)
				buffer_printf(out, "    %.*s -> %.*s\n",
					STR_ARG(str_slice(block->text, span->start, span->end)),
					STR_ARG(span->href));
		}
	}
}

static void write_page(struct buffer *out, const struct feed *feed)
{
	const struct article *article = &feed->articles.items[0];

	write_line(out, "title", article->title);
	for (size_t i = 0; i < article->authors.count; i++)
		write_line(out, "author", article->authors.items[i]);
	write_time(out, "published", article->published);
	write_line(out, "standfirst", article->standfirst);
	write_line(out, "image", article->image);
	for (size_t i = 0; i < article->tags.count; i++)
		write_line(out, article->tags.items[i].kind == TAG_TAG ? "tag" : "category",
			article->tags.items[i].name);
	for (size_t i = 0; i < article->related.count; i++)
		buffer_printf(out, "related: %.*s | %.*s\n", STR_ARG(article->related.items[i].label),
			STR_ARG(article->related.items[i].title));
	for (size_t i = 0; i < feed->warnings.list.count; i++)
		write_line(out, "warning", feed->warnings.list.items[i]);
	buffer_printf(out, "sections: %zu\n\n", article->sections.count);
	write_blocks(out, article);
}

static void read_sample(struct str name, struct buffer *out)
{
	char path[512];
	struct arena arena = {0};
	struct buffer bytes = {0};
	struct error error = {0};
	struct feed feed = {0};

	warnings_init(&feed.warnings, &arena);
	snprintf(path, sizeof path, FOLDER "%.*s", STR_ARG(name));
	cr_assert(file_read(path, (size_t)1 << 24, &bytes, &error), "%s", error.message);
	page_read(
		buffer_str(&bytes), STR("https://gazette.example/coast/harbour"), NULL, &arena, &feed, NULL);
	write_page(out, &feed);
	buffer_finish(&bytes);
	arena_finish(&arena);
}

static struct str differing_line(struct str got, struct str want)
{
	struct str line = STR(""), other;

	while (str_next(&got, '\n', &line))
		if (!str_next(&want, '\n', &other) || !str_equal(line, other))
			return line;
	return STR("(too short)");
}

static void compare_sample(struct str name)
{
	struct buffer got = {0}, want = {0};
	struct error error = {0};
	char path[512];

	read_sample(name, &got);
	snprintf(path, sizeof path, FOLDER "%.*s" SUFFIX, STR_ARG(name));
	if (getenv("GOLDEN_REWRITE")) {
		FILE *file = fopen(path, "wb");

		cr_assert_not_null(file, "%s", path);
		fwrite(got.data, 1, got.length, file);
		fclose(file);
	} else {
		struct str line;

		cr_expect(file_read(path, (size_t)1 << 24, &want, &error), "%s", error.message);
		line = differing_line(buffer_str(&got), buffer_str(&want));
		cr_expect(str_equal(buffer_str(&got), buffer_str(&want)), "%.*s: got %.*s", STR_ARG(name),
			STR_ARG(line));
	}
	buffer_finish(&got);
	buffer_finish(&want);
}

Test(golden, every_page_gives_the_article_kept_beside_it)
{
	struct arena arena = {0};
	struct str_list names = {0};
	size_t samples = 0;

	cr_assert(file_list_directory(FOLDER, &arena, &names, NULL));
	for (size_t i = 0; i < names.count; i++) {
		if (str_ends_with(names.items[i], STR(SUFFIX)))
			continue;
		compare_sample(names.items[i]);
		samples++;
	}
	cr_expect(samples >= 20, "%zu pages", samples);
	arena_finish(&arena);
}
