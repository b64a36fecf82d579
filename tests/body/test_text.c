#include "dateline/base/limits.h"
#include "dateline/body/body.h"

#include <criterion/criterion.h>

static struct str read_text(struct arena *arena, const char *text)
{
	struct article article = {0};
	struct str all = STR("");

	body_read_text(str_from(text), arena, &article);
	for (size_t i = 0; i < article.blocks.count; i++)
		all = arena_printf(arena, "%.*s%s%s: %.*s", STR_ARG(all), i ? "\n" : "",
			block_kind_name(article.blocks.items[i].kind), STR_ARG(article.blocks.items[i].text));
	return all;
}

Test(text, parts_paragraphs_and_finds_headings)
{
	static const struct {
		const char *text, *blocks;
	} rows[] = {
		{"One line\nand its end.\n\nTwo.", "paragraph: One line and its end.\nparagraph: Two."},
		{"First paragraph.\r\n\r\nMeetings with Xi\r\n\r\nSecond paragraph.",
			"paragraph: First paragraph.\nheading: Meetings with Xi\nparagraph: Second paragraph."},
		{"A.\n\nALSO READ: Another story\n\nB.",
			"paragraph: A.\nrelated: ALSO READ: Another story\nparagraph: B."},
		{"A.\n\n- one\n- two\n\nB.", "paragraph: A.\nlist-item: one\nlist-item: two\nparagraph: B."},
		{"A.\n\n* * *\n\nB.", "paragraph: A.\nrule: \nparagraph: B."},
		{"A.\n\nWas it so?\n\nB.", "paragraph: A.\nparagraph: Was it so?\nparagraph: B."},
		{"A.\n\nNo text after this", "paragraph: A.\nparagraph: No text after this"},
		{"", ""},
	};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = read_text(&arena, rows[i].text);

		cr_expect(str_equal(got, str_from(rows[i].blocks)), "%s:\ngot\n%.*s", rows[i].text,
			STR_ARG(got));
	}
	arena_finish(&arena);
}

Test(text, links_addresses)
{
	struct arena arena = {0};
	struct article article = {0};

	body_read_text(STR("See https://a.example/x?y=1. Then (http://b.example/)."), &arena, &article);
	cr_assert_eq(article.blocks.count, 1);
	cr_assert_eq(article.blocks.items[0].spans.count, 2);
	cr_expect(str_equal(article.blocks.items[0].spans.items[0].href, STR("https://a.example/x?y=1")));
	cr_expect(str_equal(article.blocks.items[0].spans.items[1].href, STR("http://b.example/")));
	arena_finish(&arena);
}

Test(text, holds_at_most_so_many_blocks)
{
	struct arena arena = {0};
	struct article article = {0};
	struct str text = {arena_alloc(&arena, 3 * (BLOCKS_MOST + 10)), 3 * (BLOCKS_MOST + 10)};

	for (size_t i = 0; i < BLOCKS_MOST + 10; i++)
		memcpy((char *)text.data + 3 * i, "x\n\n", 3);
	body_read_text(text, &arena, &article);
	cr_expect_eq(article.blocks.count, BLOCKS_MOST);
	arena_finish(&arena);
}

Test(text, holds_at_most_so_many_links_in_a_block)
{
	static const char address[] = "http://a.example/ ";
	size_t length = sizeof address - 1, count = 4 * 1024 * 1024 / length;
	struct arena arena = {0};
	struct article article = {0};
	char *text = arena_alloc(&arena, count * length);

	for (size_t i = 0; i < count; i++)
		memcpy(text + i * length, address, length);
	body_read_text((struct str){text, count * length}, &arena, &article);
	cr_assert_eq(article.blocks.count, 1);
	cr_expect_eq(article.blocks.items[0].spans.count, SPANS_MOST);
	arena_finish(&arena);
}
