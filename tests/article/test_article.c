#include "dateline/article/article.h"

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
