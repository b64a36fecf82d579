#include "dateline/article/article.h"
#include "dateline/article/name.h"
#include "dateline/article/print.h"

#include <criterion/criterion.h>

Test(article, keeps_the_first_of_two_tags_that_differ_only_in_case_and_accents)
{
	struct arena arena = {0};
	struct article article = {0};

	article_add_tag(&article, &arena, STR("North Korea"), TAG_CATEGORY);
	article_add_tag(&article, &arena, STR(" north  korea "), TAG_TAG);
	article_add_tag(&article, &arena, STR("  "), TAG_TAG);
	article_add_tag(&article, &arena, STR("Korea"), TAG_TAG);
	cr_assert_eq(article.tags.count, 2);
	cr_expect(str_equal(article.tags.items[0].name, STR("North Korea")));
	cr_expect_eq(article.tags.items[0].kind, TAG_CATEGORY);
	arena_finish(&arena);
}

Test(article, text_before_the_first_heading_is_in_no_section)
{
	struct arena arena = {0};
	struct article article = {0};
	const enum block_kind kinds[] = {
		BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_HEADING, BLOCK_PARAGRAPH};
	const size_t sections[] = {SIZE_MAX, 0, 0, 1, 1};

	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		*LIST_PUSH(&arena, &article.blocks) = (struct block){.kind = kinds[i], .text = STR("x")};
	article_number_sections(&article, &arena);
	cr_assert_eq(article.sections.count, 2);
	for (size_t i = 0; i < COUNT_OF(sections); i++)
		cr_expect_eq(article_section_of(&article, i), sections[i], "block %zu", i);
	arena_finish(&arena);
}

Test(article, counts_words_of_scripts_with_and_without_spaces)
{
	struct arena arena = {0};
	struct article article = {0};

	LIST_PUSH(&arena, &article.blocks)->text = STR("Five words stand right here.");
	LIST_PUSH(&arena, &article.blocks)->text = STR("日本語の文章");
	cr_expect_eq(article_word_count(&article), 8);
	arena_finish(&arena);
}

Test(article, counts_the_words_of_long_lines_as_of_short_ones)
{
	static const struct {
		const char *unit;
		size_t words;
	} units[] = {{"ab cd ", 2}, {"abcdefgh ", 1}, {"a\n\tb  c ", 3}, {"é è ", 2}, {"xé yè z ", 3},
		{"        ", 0}, {"abcdefghijklmnopq\xc2\xa0r ", 2}};
	struct arena arena = {0};

	for (size_t i = 0; i < COUNT_OF(units); i++) {
		struct str text = STR("");

		for (size_t count = 1; count < 30; count++) {
			struct block block = {0};
			struct article article = {.blocks = {&block, 1, 1}};

			text = block.text = arena_join(&arena, text, str_from(units[i].unit));
			cr_expect_eq(article_word_count(&article), count * units[i].words,
				"%zu times \"%s\": got %zu", count, units[i].unit,
				article_word_count(&article));
		}
	}
	arena_finish(&arena);
}

static void add_item(struct arena *arena, struct article *article, int level, int number, const char *text)
{
	*LIST_PUSH(arena, &article->blocks) = (struct block){.kind = BLOCK_LIST_ITEM,
		.level = level,
		.is_numbered = number != 0,
		.number = number,
		.text = str_from(text)};
}

/* The end of an article that is a list and a paragraph after it. */
static void expect_list(enum article_form form, const char *want)
{
	struct arena arena = {0};
	struct article article = {.title = STR("T"), .published = TIME_NONE};
	struct buffer out = {0};

	add_item(&arena, &article, 1, 9, "nine");
	add_item(&arena, &article, 1, 10, "ten");
	add_item(&arena, &article, 2, 0, "of ten");
	add_item(&arena, &article, 1, 0, "another");
	*LIST_PUSH(&arena, &article.blocks) = (struct block){.text = STR("After it.")};
	article_print(&article, STR("Source"), form, &arena, &out);
	cr_expect(str_find(buffer_str(&out), str_from(want), 0) != STR_NPOS, "got\n%.*s\nwant\n%s",
		STR_ARG(buffer_str(&out)), want);
	buffer_finish(&out);
	arena_finish(&arena);
}

Test(article, prints_the_numbers_of_lists_and_parts_them_from_what_follows)
{
	expect_list(ARTICLE_TEXT, "\n\n9.  nine\n10. ten\n    • of ten\n• another\n\nAfter it.\n");
	expect_list(ARTICLE_MARKDOWN, "\n\n9.  nine\n10. ten\n    - of ten\n- another\n\nAfter it.\n");
	expect_list(ARTICLE_HTML,
		"<ol>\n<li value=\"9\">nine\n</li>\n<li value=\"10\">ten\n<ul>\n<li>of ten\n</li></ul>\n"
		"</li></ol>\n<ul>\n<li>another\n</li></ul>\n<p>After it.</p>\n");
}

static void expect_heading(const struct article *article, const char *want)
{
	static const struct {
		enum article_form form;
		const char *before;
	} forms[] = {{ARTICLE_TEXT, ""}, {ARTICLE_MARKDOWN, "# "}, {ARTICLE_HTML, "<title>"}};

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct arena arena = {0};
		struct buffer out = {0};

		article_print(article, STR("Source"), forms[i].form, &arena, &out);
		cr_expect(str_find(buffer_str(&out), arena_printf(&arena, "%s%s", forms[i].before, want), 0) != STR_NPOS,
			"%s: got\n%.*s", want, STR_ARG(buffer_str(&out)));
		buffer_finish(&out);
		arena_finish(&arena);
	}
}

Test(article, without_a_title_is_printed_under_what_lists_call_it)
{
	struct block blocks[] = {{.text = STR("Fog tonight.")}, {.text = STR("Clear by noon.")}};
	struct article article = {.published = TIME_NONE, .link = STR("https://a.example/1")};

	expect_heading(&article, "https://a.example/1");
	article.blocks = (struct block_list){blocks, 2, 2};
	expect_heading(&article, "Fog tonight. Clear by noon.");
	article.standfirst = STR("What the pilots say");
	expect_heading(&article, "What the pilots say");
	expect_heading(&(struct article){.published = TIME_NONE}, "(without a title)");
}

Test(article, opening_is_cut_between_words)
{
	struct arena arena = {0};
	struct str long_text = STR("one"), opening;

	for (int i = 0; i < 100; i++)
		long_text = arena_join(&arena, long_text, STR(" two"));
	opening = article_opening(long_text, &arena);
	cr_expect(opening.length <= OPENING_BYTES + 3);
	cr_expect(str_ends_with(opening, STR(" two…")), "got \"%.*s\"", STR_ARG(opening));
	arena_finish(&arena);
}
