/* The pictures of README.md are what the reader shows: each is a screen, made by these keys from the samples.
 */
#include "../support/reader.h"

#include "dateline/base/file.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#define README "README.md"
#define PICTURE_BEGIN "```\n dateline"
#define PICTURE_END "\n```"

static const struct {
	int rows, columns;
	const char *keys[8]; /* each shown before the next is typed */
} pictures[] = {
	/* in the order of the page */
	{24, 100, {"tnor kor", "<Enter>", "j", "<Enter>", "w", "j", "j"}},
	{12, 100, {"tnor kor"}},
	{12, 100, {"tnor kor", "<Enter>"}},
	{20, 100, {"tnor kor", "<Enter>", "j", "<Enter>", "]", "]"}},
};

static struct str make_picture(size_t index, struct arena *arena)
{
	struct reader_test *test = reader_start_with(
		pictures[index].rows, pictures[index].columns, "feeds", "xterm-256color", false);
	struct buffer out = {0};
	struct str picture;

	for (size_t i = 0; i < COUNT_OF(pictures[index].keys) && pictures[index].keys[i]; i++)
		reader_type(test, pictures[index].keys[i]);
	for (int row = 0; row < pictures[index].rows; row++)
		buffer_printf(&out, "%s%s", row ? "\n" : "", term_row(test->term, row));
	picture = arena_copy(arena, buffer_str(&out));
	buffer_finish(&out);
	reader_finish(test);
	return picture;
}

static void rewrite(struct str text)
{
	FILE *file = fopen(README, "w");

	cr_assert(file && fwrite(text.data, 1, text.length, file) == text.length && fclose(file) == 0);
}

Test(readme, has_pictures_of_what_the_reader_shows)
{
	struct arena arena = {0};
	struct buffer page = {0}, made = {0};
	struct error error;
	struct str text;
	size_t at = 0;

	reader_now = 1772366400; /* 2026-03-01, after the newest sample */
	cr_assert(file_read(README, 1 << 20, &page, &error));
	text = buffer_str(&page);
	for (size_t i = 0; i < COUNT_OF(pictures); i++) {
		size_t begin = str_find(text, STR(PICTURE_BEGIN), at), end;
		struct str picture = make_picture(i, &arena), shown;

		cr_assert(begin != STR_NPOS, "picture %zu is not there", i + 1);
		begin += 4;
		end = str_find(text, STR(PICTURE_END), begin);
		shown = str_slice(text, begin, end);
		cr_expect(getenv("GOLDEN_REWRITE") || str_equal(picture, shown),
			"picture %zu; `make golden` draws it anew. The reader shows:\n%.*s", i + 1,
			STR_ARG(picture));
		buffer_add(&made, str_slice(text, at, begin));
		buffer_add(&made, picture);
		at = end;
	}
	buffer_add(&made, str_from_offset(text, at));
	if (getenv("GOLDEN_REWRITE"))
		rewrite(buffer_str(&made));
	buffer_finish(&page);
	buffer_finish(&made);
	arena_finish(&arena);
}
