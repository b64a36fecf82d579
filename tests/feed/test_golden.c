/* Golden pairs: each sample in tests/data/feeds and tests/data/quotes gives, to the byte, the output kept
 * beside it. `make golden` rewrites them. */
#include "dateline/article/write.h"
#include "dateline/base/file.h"
#include "dateline/feed/load.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".want"

/* One line, with a line end between articles, keys of the feed and warnings: a diff then shows the place. */
static void break_lines(struct str line, struct buffer *out)
{
	static const struct str marks[] = {STR_INIT("{\"id\":"), STR_INIT("\"warnings\":"),
		STR_INIT("\"articles\":"), STR_INIT("\"blocks\":"), STR_INIT("{\"kind\":")};

	for (size_t i = 0; i < line.length; i++) {
		for (size_t j = 0; j < COUNT_OF(marks); j++)
			if (str_starts_with(str_from_offset(line, i), marks[j]))
				buffer_add_char(out, '\n');
		buffer_add_char(out, line.data[i]);
	}
	buffer_add_char(out, '\n');
}

static void load_sample(const char *folder, struct str name, struct buffer *out)
{
	struct feed_source source = {.name = name, .base = STR("https://base.example/dir/file")};
	struct buffer bytes = {0}, line = {0};
	struct arena arena = {0};
	struct error error = {0};
	struct feed feed = {0};
	char path[512];

	snprintf(path, sizeof path, "%s%.*s", folder, STR_ARG(name));
	cr_assert(file_read(path, (size_t)1 << 24, &bytes, &error), "%s", error.message);
	feed_load(buffer_str(&bytes), &source, &arena, &feed, &error);
	feed_write(&feed, &error, &line, NULL, NULL);
	break_lines(buffer_str(&line), out);
	buffer_finish(&line);
	buffer_finish(&bytes);
	arena_finish(&arena);
}

static void rewrite(const char *path, struct str text)
{
	FILE *file = fopen(path, "wb");

	cr_assert_not_null(file, "%s", path);
	fwrite(text.data, 1, text.length, file);
	fclose(file);
}

/* The first line that differs, for the message. */
static struct str differing_line(struct str got, struct str want)
{
	struct str line = STR(""), other;

	while (str_next(&got, '\n', &line))
		if (!str_next(&want, '\n', &other) || !str_equal(line, other))
			return line;
	return STR("(too short)");
}

static void compare_sample(const char *folder, struct str name)
{
	struct buffer got = {0}, want = {0};
	struct error error = {0};
	struct str line;
	char path[512];

	load_sample(folder, name, &got);
	snprintf(path, sizeof path, "%s%.*s" SUFFIX, folder, STR_ARG(name));
	if (getenv("GOLDEN_REWRITE")) {
		rewrite(path, buffer_str(&got));
	} else {
		cr_expect(file_read(path, (size_t)1 << 24, &want, &error), "%s", error.message);
		line = differing_line(buffer_str(&got), buffer_str(&want));
		cr_expect(str_equal(buffer_str(&got), buffer_str(&want)), "%.*s: got %.*s", STR_ARG(name),
			(int)(line.length < 600 ? line.length : 600), line.data);
	}
	buffer_finish(&got);
	buffer_finish(&want);
}

static void compare_folder(const char *folder, size_t least)
{
	struct arena arena = {0};
	struct str_list names = {0};
	size_t samples = 0;

	cr_assert(file_list_directory(folder, &arena, &names, NULL));
	for (size_t i = 0; i < names.count; i++) {
		if (str_ends_with(names.items[i], STR(SUFFIX)))
			continue;
		compare_sample(folder, names.items[i]);
		samples++;
	}
	cr_expect(samples >= least, "only %zu samples in %s", samples, folder);
	arena_finish(&arena);
}

Test(golden, every_sample_gives_the_output_kept_beside_it)
{
	compare_folder("tests/data/feeds/", 16);
}

Test(golden, every_pattern_of_quotation_gives_the_quotes_kept_beside_it)
{
	compare_folder("tests/data/quotes/", 15);
}
